//! Dates in numbers that are being typed.

use super::{YEARS, begun, compact, folded, readings};

/// Whether digits may go on to a day, month or year of a known year: `202`, `2022-`, `7/9`, `202210`.
pub(in crate::search) fn may_become_day(typed: &str) -> bool {
    let folded = folded(typed);
    let plain = folded.strip_suffix(['-', '/', '.']).unwrap_or(&folded);
    if plain.contains(|letter: char| !letter.is_ascii_digit() && !"-/.".contains(letter)) {
        return false;
    }
    let is_number = plain.bytes().all(|byte| byte.is_ascii_digit());
    let is_ended = plain.len() < folded.len();
    match plain.len() {
        0 => false,
        1..=3 if is_number => {
            let is_day = plain.len() < 3 && plain.parse().is_ok_and(|day| (1..=31).contains(&day));
            let is_year = || YEARS.clone().any(|year| year.to_string().starts_with(plain));
            is_day || (!is_ended && is_year())
        }
        length @ 5..=7 if is_number && !is_ended => {
            let missing = 8 - length;
            let mut ends = (0..10_u32.pow(u32::try_from(missing).unwrap_or_default()))
                .map(|end| format!("{plain}{end:0missing$}"));
            ends.any(|whole| !compact(&whole).is_empty())
        }
        _ => {
            let is_date = readings(&[plain]).is_some();
            is_date || (!is_ended && !begun(&[], plain, false).is_empty())
        }
    }
}
