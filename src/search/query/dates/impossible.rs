//! Days that no calendar has.

use super::{Part, YEARS, begun, folded, number, numeric, reading};

/// Whether a day comes first that no calendar has: 31 February, 2022-13.
pub(in crate::search) fn is_impossible(pieces: &[&str]) -> bool {
    let day_of = |count: usize| -> Option<bool> {
        let parts: Option<Vec<Part>> =
            pieces.get(..count)?.iter().map(|piece| Part::new(piece)).collect();
        let (mut year, mut month, mut day) = (None, None, None);
        for part in parts? {
            let slot = match part {
                Part::Month(number) => month.replace(i32::try_from(number).ok()?),
                Part::Number(number, 4) => year.replace(number),
                Part::Number(number @ 29..=31, 2) => day.replace(number),
                Part::Number(..) | Part::Whole(_) => return None,
            };
            if slot.is_some() {
                return None;
            }
        }
        Some(reading(year, u32::try_from(month?).ok(), Some(day?)).is_none())
    };
    let in_numbers = match pieces {
        [alone] => is_impossible_number(alone) && begun(&[], &folded(alone), true).is_empty(),
        [first, ..] => is_impossible_number(first),
        [] => false,
    };
    in_numbers || day_of(3).or_else(|| day_of(2)).unwrap_or(false)
}

/// Whether a date written with numbers alone names a month or day that there is not: `2022-13`,
/// `30.02.2022`. What looks less like a date is none: a ratio `50/50`, a version `10.0.45`.
fn is_impossible_number(piece: &str) -> bool {
    let folded = folded(piece);
    let plain = folded.trim_end_matches([',', '.', '-', '/']);
    let Some(mark) = ['-', '/', '.'].into_iter().find(|mark| plain.contains(*mark)) else {
        return false;
    };
    let fields: Vec<(Option<i32>, usize)> =
        plain.split(mark).map(|field| (number(field), field.len())).collect();
    let is_year = |year: &i32| YEARS.contains(year);
    let looks_like_one = match fields.as_slice() {
        // `2022-23` is a winter.
        [(Some(year), 4), (Some(month), 1 | 2)] => {
            mark != '.' && is_year(year) && *month != (year + 1) % 100
        }
        [(Some(_), 1 | 2), (Some(year), 4)] => mark == '/' && is_year(year),
        [(Some(year), 4), (Some(_), 1 | 2), (Some(_), 1 | 2)]
        | [(Some(_), 1 | 2), (Some(_), 1 | 2), (Some(year), 4)] => is_year(year),
        [(Some(_), 1 | 2), (Some(_), 1 | 2), (Some(_), 2)] => mark == '/',
        _ => false,
    };
    looks_like_one && numeric(plain).is_empty()
}
