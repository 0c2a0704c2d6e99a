//! What people write instead of a date, and what they mean by it.

mod number;
mod stretch;
mod time;

pub(super) use time::{timed, write_with_offset};

use super::parse::{calendar_fault, error};
use super::period;
use super::{Day, WhenError};
use crate::brief::context::quoted;
use crate::diag::Code;
use crate::text;
use crate::text::DisplayText;

const LONG_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Words before a date that is not known exactly.
const ABOUT: &[&str] = &["about ", "around ", "circa ", "c. ", "ca. ", "approx. "];

/// The whole name of a month, 1 to 12.
pub(super) fn long_month(month: u32) -> &'static str {
    let index = usize::try_from(month).unwrap_or(0).saturating_sub(1);
    LONG_MONTHS.get(index).copied().unwrap_or("?")
}

/// Slips that must be seen before `/` is taken for an interval.
pub(super) fn whole(text: &str) -> Option<WhenError> {
    if let Some(meant) = stretch::short_end(text) {
        let message = text!["`", quoted(text), "` has half a date behind the `/`"];
        return Some(error(Code::E120, message, Some(text!["write `", meant, "`"])));
    }
    let slashed = text.contains('/') && text.bytes().all(|b| b.is_ascii_digit() || b == b'/');
    let numbers = numbers(text);
    let ymd = slashed && numbers.len() == 3;
    let my = slashed
        && matches!(numbers.as_slice(), [first, second] if first.len() <= 2 || second.len() <= 2);
    (ymd || my).then(|| part(text)).flatten()
}

/// What was meant by one date that is no EDTF.
pub(super) fn part(text: &str) -> Option<WhenError> {
    if let Some(fault) = in_iso_order(text).or_else(|| short_year(text)) {
        return Some(fault);
    }
    if let Some(fault) = timed(text) {
        return Some(fault);
    }
    if let Some(meant) = number::meant(text) {
        let message = text!["`", quoted(text), "` is a number and no date"];
        return Some(error(Code::E120, message, Some(meant)));
    }
    let meant = period::meant(text).or_else(|| stretch::meant(text)).or_else(|| meant(text))?;
    let message = text!["`", quoted(text), "` is no date"];
    Some(error(Code::E120, message, Some(text!["write ", meant])))
}

/// Year, month and day in ISO order: a day that is not there, or zeros left out.
fn in_iso_order(text: &str) -> Option<WhenError> {
    let bare = text.trim_end_matches(['~', '?', '%']);
    let numbers: Vec<&str> = bare.split('-').collect();
    let (year, month, day) = match numbers.as_slice() {
        [year, month] => (year, month, None),
        [year, month, day] => (year, month, Some(day)),
        _ => return None,
    };
    let year = number(year).filter(|_| year.len() == 4)?;
    let month = number(month).filter(|_| month.len() <= 2)?;
    let day = match day {
        Some(day) => Some(number(day).filter(|_| day.len() <= 2)?),
        None => None,
    };
    if let Some(fault) = calendar_fault(year, month, day.unwrap_or(1)) {
        let swapped = day.filter(|day| month > 12 && calendar_fault(year, *day, month).is_none());
        let help = swapped.map(|day| text!["did you mean `", iso(year, day, Some(month)), "`?"]);
        return Some(error(Code::E120, text![quoted(text), ": ", fault], help));
    }
    let message = text!["`", quoted(text), "` is no date: month and day have two digits"];
    Some(error(Code::E120, message, Some(text!["write `", iso(year, month, day), "`"])))
}

/// Three numbers of two digits: nothing tells which of them is the year.
fn short_year(text: &str) -> Option<WhenError> {
    let numbers: Vec<&str> = text.split(['-', '.', '/']).collect();
    let is_short = |part: &&str| number(part).is_some() && part.len() <= 2;
    if numbers.len() != 3 || !numbers.iter().all(is_short) {
        return None;
    }
    let message = text!["`", quoted(text), "` is no date: a year has four digits and stands first"];
    Some(error(Code::E120, message, Some(text!["write year, month and day, as `2022-07-15`"])))
}

fn meant(text: &str) -> Option<DisplayText> {
    let lower = text.trim().to_lowercase();
    let (lower, signs) = signs(&lower);
    if !signs.is_empty() {
        let rest = ABOUT.iter().find_map(|word| lower.strip_prefix(word));
        let sign = match (rest, signs) {
            (Some(_), "?") => "%",
            _ => signs,
        };
        return Some(text!["`", date(rest.unwrap_or(lower))?, sign, "`"]);
    }
    // Before a date and after it are without the date itself.
    for (words, before, steps, after) in [
        (ABOUT, "", 0, "~"),
        (&["~"], "", 0, "~"),
        (&["since ", "from "], "", 0, "/.."),
        (&["by "], "[..", 0, "]"),
        (&["not before "], "[", 0, "..]"),
        (&["not after ", "no later than "], "[..", 0, "]"),
        (&["before "], "[..", -1, "]"),
        (&["until ", "till "], "../", 0, ""),
        (&["after "], "[", 1, "..]"),
    ] {
        if let Some(rest) = words.iter().find_map(|word| lower.strip_prefix(word)) {
            return Some(text!["`", before, moved(&date(rest)?, steps)?, after, "`"]);
        }
    }
    if let Some((start, end)) = lower.strip_prefix("between ").and_then(|r| r.split_once(" and ")) {
        return Some(text!["`[", date(start)?, "..", date(end)?, "]`"]);
    }
    if let Some(both) = either_order(lower) {
        return Some(both);
    }
    Some(text!["`", date(lower)?, "`"])
}

/// A date without what is said of it behind it, as the sign of EDTF for that: `(?)` is a doubt.
fn signs(lower: &str) -> (&str, &'static str) {
    let bare = lower.trim_end_matches(['.', ' ']);
    let behind = |words: &[&str]| words.iter().find_map(|word| bare.strip_suffix(word));
    let doubt = behind(&["(?)", "[?]", "?", "(unconfirmed)", "(uncertain)", "(probably)"]);
    let about = behind(&["(approx)", "(approx.)", "[approx]", "approx", "approximately"])
        .or_else(|| behind(&["(about)", "[about]", "(circa)", "or so"]));
    match (doubt, about) {
        (Some(rest), _) => (rest.trim_end(), "?"),
        (None, Some(rest)) => (rest.trim_end(), "~"),
        (None, None) => (lower, ""),
    }
}

/// A date as it is written, so many days, months or years later, as it is known to one or the other.
fn moved(date: &DisplayText, steps: i32) -> Option<DisplayText> {
    if let Some(day) = Day::parse_iso(date.as_str()) {
        return Some(day.plus_days(i64::from(steps))?.iso());
    }
    let mut numbers = date.as_str().split('-').map(|number| number.parse::<i32>().ok());
    let year = numbers.next()??;
    match numbers.next() {
        Some(month) => {
            let months = year * 12 + month? - 1 + steps;
            let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
            Some(iso(u32::try_from(year).ok()?, u32::try_from(month).ok()?, None))
        }
        None => Some(text![year + steps]),
    }
}

/// `05/04/2022`, which is a day in April or in May.
fn either_order(lower: &str) -> Option<DisplayText> {
    let [first, second, year] = numbers(lower).try_into().ok()?;
    let year = number(year).filter(|_| year.len() == 4)?;
    let (first, second) = (number(first)?, number(second)?);
    let ambiguous = lower.bytes().all(|byte| byte.is_ascii_digit() || b"/.-".contains(&byte))
        && first != second
        && calendar_fault(year, first, second).is_none()
        && calendar_fault(year, second, first).is_none();
    ambiguous.then(|| {
        text![
            "`",
            iso(year, second, Some(first)),
            "` for ",
            first,
            " ",
            long_month(second),
            " or `",
            iso(year, first, Some(second)),
            "` for ",
            second,
            " ",
            long_month(first)
        ]
    })
}

/// One date in any frequent order, as EDTF.
fn date(lower: &str) -> Option<DisplayText> {
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    // A word that says something else may change which date it is: `Q4 2015`, `1990s`.
    if words.iter().any(|word| !(is_number(word) || LITTLE.contains(word) || month(word).is_some()))
    {
        return None;
    }
    let month = words.iter().find_map(|word| month(word));
    let numbers: Vec<&str> = words
        .iter()
        .filter(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        .map(|word| word.trim_end_matches(|c: char| c.is_ascii_alphabetic()))
        .collect();
    let (year, month, day) = match (month, numbers.as_slice()) {
        (Some(month), [year]) => (*year, month, None),
        (Some(month), [day, year]) if year.len() == 4 => (*year, month, Some(number(day)?)),
        (Some(month), [year, day]) => (*year, month, Some(number(day)?)),
        (None, [year, month, day]) if year.len() == 4 => {
            (*year, number(month)?, Some(number(day)?))
        }
        (None, [day, month, year]) if number(month)? > 12 => {
            (*year, number(day)?, Some(number(month)?))
        }
        (None, [day, month, year]) => (*year, number(month)?, Some(number(day)?)),
        (None, [year, month]) if year.len() == 4 => (*year, number(month)?, None),
        (None, [month, year]) => (*year, number(month)?, None),
        (None, [digits]) if digits.len() == 8 => {
            let (year, rest) = digits.split_at_checked(4)?;
            let (month, day) = rest.split_at_checked(2)?;
            (year, number(month)?, Some(number(day)?))
        }
        (None, [year]) => {
            return number(year).filter(|_| year.len() == 4).map(|year| text![year]);
        }
        _ => return None,
    };
    let year = number(year).filter(|_| year.len() == 4)?;
    calendar_fault(year, month, day.unwrap_or(1)).is_none().then(|| iso(year, month, day))
}

/// Words that change nothing in a date.
const LITTLE: &[&str] = &[
    "the",
    "of",
    "on",
    "in",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Whether a word is a number, in digits, with or without an ending as `1st` has.
fn is_number(word: &str) -> bool {
    let digits = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let ending = text::part(word, digits.len()..);
    digits.bytes().all(|byte| byte.is_ascii_digit())
        && !digits.is_empty()
        && matches!(ending, "" | "st" | "nd" | "rd" | "th")
}

fn numbers(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect()
}

fn number(text: &str) -> Option<u32> {
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

/// A month by its name in lower case, or the beginning of it, of three letters at least.
pub(super) fn month(word: &str) -> Option<u32> {
    if word.len() < 3 {
        return None;
    }
    let at = LONG_MONTHS.iter().position(|name| {
        let name = name.to_lowercase();
        name.starts_with(word) || (word == "sept" && name == "september")
    })?;
    u32::try_from(at + 1).ok()
}

fn iso(year: u32, month: u32, day: Option<u32>) -> DisplayText {
    let written = match day {
        Some(day) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("{year:04}-{month:02}"),
    };
    text::clean(&written, |_| {})
}
