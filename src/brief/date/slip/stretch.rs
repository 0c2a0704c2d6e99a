//! Two dates with another sign or word between them than EDTF has.

use super::{calendar_fault, date, number, numbers};
use crate::brief::date::Day;
use crate::text;
use crate::text::DisplayText;

/// Signs and words between the first and the last of several days.
const LASTED: &[&str] =
    &["–", "—", " - ", " to ", " until ", " till ", " through ", " bis ", "...", "..", "…"];

/// What was meant by two dates; that they were one or the other is said as it stands.
pub(super) fn meant(text: &str) -> Option<DisplayText> {
    let lower = text.trim().to_lowercase();
    let bare = lower.strip_prefix("from ").unwrap_or(&lower);
    if let Some((one, other)) = bare.split_once(" or ") {
        let (one, other) = in_order(one, other)?;
        return Some(text!["`[", one, "..", other, "]` for one of these days or between them"]);
    }
    let (from, to) = LASTED.iter().find_map(|sign| bare.split_once(sign)).map_or_else(
        || bare.split_once('-').and_then(|(from, to)| with_points(from, to)),
        |(from, to)| {
            in_order(from, to).or_else(|| with_points(from, to)).or_else(|| of_one_year(from, to))
        },
    )?;
    Some(text!["`", from, "/", to, "` where it lasted, `[", from, "..", to, "]` for once, between"])
}

/// Two whole dates, the first of them first.
fn in_order(from: &str, to: &str) -> Option<(DisplayText, DisplayText)> {
    let is_plain = |text: &str| super::either_order(text).is_none();
    let (from, to) = (plain(from).filter(|_| is_plain(from))?, plain(to).filter(|_| is_plain(to))?);
    (from.as_str().len() == to.as_str().len() && from.as_str() < to.as_str()).then_some((from, to))
}

fn plain(text: &str) -> Option<DisplayText> {
    date(text.trim()).filter(|_| !text.contains(['?', '~', '%']))
}

/// `March - June 2015`, `9 Jan to 2 Mar 2016`: the year stands once, behind both.
fn of_one_year(from: &str, to: &str) -> Option<(DisplayText, DisplayText)> {
    let has_letters = |text: &str| text.contains(char::is_alphabetic);
    let year = to.split_whitespace().next_back().filter(|year| year.len() == 4)?;
    let has_year = numbers(from).iter().any(|number| number.len() == 4);
    if !has_letters(from) || !has_letters(to) || has_year || number(year).is_none() {
        return None;
    }
    in_order(&[from.trim(), " ", year].concat(), to)
}

/// `12.-20.12.2023`, `12.05-14.05.2023`: the month and the year stand once, behind a day over 12.
fn with_points(from: &str, to: &str) -> Option<(DisplayText, DisplayText)> {
    let last = numbers(to);
    let [day, month, year] = last.as_slice() else { return None };
    let day = number(day).filter(|day| *day > 12 && to.contains('.'))?;
    let (month, year) = (number(month)?, number(year).filter(|_| year.len() == 4)?);
    let first = numbers(from);
    let (first, first_month) = match first.as_slice() {
        [day] => (number(day)?, month),
        [day, month] => (number(day)?, number(month)?),
        _ => return None,
    };
    let is_day = |month, day| calendar_fault(year, month, day).is_none();
    let is_right = is_day(first_month, first) && is_day(month, day);
    let is_right = is_right && (first_month, first) < (month, day);
    is_right
        .then(|| (super::iso(year, first_month, Some(first)), super::iso(year, month, Some(day))))
}

/// `2023-12-12/20`, with the whole date behind the `/`; `2023-12-12/unknown`, with nothing there.
pub(super) fn short_end(text: &str) -> Option<DisplayText> {
    let (from, to) = text.split_once('/')?;
    let first = Day::parse_iso(from)?;
    match to.trim().to_lowercase().as_str() {
        "unknown" | "?" | "tbd" | "unclear" => return Some(text![first.iso(), "/"]),
        "now" | "today" | "present" | "ongoing" => return Some(text![first.iso(), "/.."]),
        _ => {}
    }
    let is_digits = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = to.split('-').collect();
    let head = match parts.as_slice() {
        [day] if is_digits(day) => from.get(..8)?,
        [month, day] if is_digits(month) && is_digits(day) => from.get(..5)?,
        _ => return days(first, to),
    };
    let last = Day::parse_iso(&[head, to].concat())?;
    (last > first).then(|| text![first.iso(), "/", last.iso()])
}

/// A number of days behind the first: `P8D` of ISO 8601.
fn days(first: Day, written: &str) -> Option<DisplayText> {
    let count = written.strip_prefix('P')?.strip_suffix('D')?.parse().ok()?;
    let last = first.plus_days(count).filter(|last| *last > first)?;
    Some(text![first.iso(), "/", last.iso()])
}
