//! Days that no calendar has.

use super::calendar::YEARS;
use super::grammar::{Dotted, Grammar};
use super::open::begun;
use super::span::whole;
use super::token::{folded, tokens};
use super::words::Word;
use crate::library::Day;

/// Whether a day comes first that no calendar has: 31 February, 2022-13.
pub(in crate::search) fn is_impossible(pieces: &[&str]) -> bool {
    let Some(first) = pieces.first() else { return false };
    let may_go_on =
        || pieces.len() == 1 && !begun(&[], &folded(first), true, Dotted::Asked).is_empty();
    is_impossible_number(first) && !may_go_on() || is_impossible_day(pieces)
}

/// Whether day and month stand first, with or without a year, of which the calendar has none.
fn is_impossible_day(pieces: &[&str]) -> bool {
    let tokens = tokens(pieces.get(..pieces.len().min(6)).unwrap_or_default());
    let grammar = Grammar { tokens: &tokens, dotted: Dotted::Number };
    let day = |at: usize| grammar.small(at).filter(|day| (29..=31).contains(day));
    let start = grammar.skip(0, Word::Between);
    // Of days before their month the last one.
    let second = grammar.small(start).and_then(|_| grammar.separator(start + 1, start > 0));
    let start = second.filter(|second| day(*second).is_some()).unwrap_or(start);
    let (year, start) = match grammar.year(start, 4) {
        Some(year) => (Some(year), start + 1),
        None => (None, start),
    };
    let (month, day, end) = match (grammar.month(start), day(start)) {
        (Some(month), _) => (month, day(start + 1), start + 2),
        (None, Some(day)) => {
            let at = grammar.skip(start + 1, Word::Of);
            let Some(month) = grammar.month(at) else { return false };
            (month, Some(day), at + 1)
        }
        (None, None) => return false,
    };
    let Some(day) = day else { return false };
    let year = year.or_else(|| grammar.year(grammar.skip(end, Word::Of), 4)).unwrap_or(2000);
    Day::new(year, month, day).is_none()
}

/// Whether a date written with numbers alone names a month or day that there is not: `2022-13`,
/// `30.02.2022`. What looks less like a date is none: a ratio `50/50`, a version `10.0.45`.
fn is_impossible_number(piece: &str) -> bool {
    let folded = folded(piece);
    let plain = folded.trim_end_matches([',', '.', '-', '/']);
    let Some(mark) = ['-', '/', '.'].into_iter().find(|mark| plain.contains(*mark)) else {
        return false;
    };
    let number = |text: &str| text.parse::<i32>().ok().filter(|_| text.len() <= 4);
    let fields: Vec<(Option<i32>, usize)> =
        plain.split(mark).map(|field| (number(field), field.len())).collect();
    let is_year = |year: &i32| YEARS.contains(year);
    let looks_like_one = match fields.as_slice() {
        // `2022-23` is a winter, `1939-45` a war.
        [(Some(year), 4), (Some(month), 1 | 2)] => {
            let is_range = *month == (year + 1) % 100 || (*year < 2000 && *month > 31);
            mark != '.' && is_year(year) && !is_range
        }
        [(Some(_), 1 | 2), (Some(year), 4)] => mark == '/' && is_year(year),
        [(Some(year), 4), (Some(_), 1 | 2), (Some(_), 1 | 2)]
        | [(Some(_), 1 | 2), (Some(_), 1 | 2), (Some(year), 4)] => is_year(year),
        [(Some(_), 1 | 2), (Some(_), 1 | 2), (Some(_), 2)] => mark == '/',
        _ => false,
    };
    looks_like_one && !is_date_at_first(plain)
}

/// Whether a date is read there, and no range of years that looks like one.
fn is_date_at_first(plain: &str) -> bool {
    whole(&[plain], Dotted::Asked)
        .is_some_and(|readings| readings.iter().any(|reading| reading.is_plain()))
}
