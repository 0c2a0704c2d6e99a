//! EDTF behind `edtf-core`, with the project's own limits and words.

use super::slip;
use super::{Clock, Day, End, Form, Offset, Part, WhenError};
use crate::brief::context::quoted;
use crate::diag::Code;
use crate::text;
use crate::text::DisplayText;
use edtf_core::{Date, Edtf, Precision};

const FIRST_YEAR: i64 = 1000;
const LAST_YEAR: i64 = 2100;

pub(super) fn error(code: Code, message: DisplayText, help: Option<DisplayText>) -> WhenError {
    WhenError { code, message, help }
}

/// Reads a trimmed string.
pub(super) fn form(written: &str) -> Result<Form, WhenError> {
    if written.is_empty() {
        let help = text!["write what is known, as `2022-07-15`, `2022-07` or `2022`"];
        return Err(error(Code::E120, text!["an empty date"], Some(help)));
    }
    if written.len() > 80 {
        return Err(no_date(written));
    }
    if let Some(found) = minute(written) {
        return found;
    }
    if let Some(found) = slip::whole(written) {
        return Err(found);
    }
    let form = if written.starts_with(['[', '{']) {
        set(written)?
    } else if let Some((start, end)) = written.split_once('/') {
        interval(written, start, end)?
    } else {
        return Ok(Form::One(part(written)?));
    };
    // The parts are good; the whole may still be no EDTF, as `[2022~..2023]`.
    Edtf::parse(written).map_err(|_not_edtf| {
        let message = text!["`", quoted(written), "` is no EDTF date"];
        let help = text![
            "within `[…]` both dates are days, or months, or years, without `~`, `?` and `%`"
        ];
        error(Code::E120, message, Some(help))
    })?;
    Ok(form)
}

fn set(written: &str) -> Result<Form, WhenError> {
    if written.starts_with('{') || written.contains(',') {
        let message = text!["`", quoted(written), "` is a list of dates; one event has one date"];
        let help =
            text!["write one event for each date, or `[2022-10-21..2022-10-22]` for once, between"];
        return Err(error(Code::E120, message, Some(help)));
    }
    let inner = written.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let Some((start, end)) = inner.and_then(|inner| inner.split_once("..")) else {
        let message = text!["`", quoted(written), "` is no range"];
        let help = text!["write `[2022-10-21..2022-10-22]`, `[..2022-09-09]` or `[2022-09-09..]`"];
        return Err(error(Code::E120, message, Some(help)));
    };
    match (start.trim(), end.trim()) {
        ("", "") => Err(no_date(written)),
        ("", end) => Ok(Form::By(part(end)?)),
        (start, "") => Ok(Form::After(part(start)?)),
        (start, end) => {
            let (start, end) = (part(start)?, part(end)?);
            in_order(start, end, '.')?;
            Ok(Form::Between(start, end))
        }
    }
}

fn interval(written: &str, start: &str, end: &str) -> Result<Form, WhenError> {
    let side = |text: &str| match text {
        "" => Ok(End::Unknown),
        ".." => Ok(End::Open),
        text => part(text).map(End::At),
    };
    let (start, end) = (side(start)?, side(end)?);
    match (start, end) {
        (End::At(start), End::At(end)) => in_order(start, end, '/')?,
        (End::At(_), _) | (_, End::At(_)) => {}
        (End::Open | End::Unknown, End::Open | End::Unknown) => return Err(no_date(written)),
    }
    Ok(Form::Lasted(start, end))
}

fn in_order(start: Part, end: Part, separator: char) -> Result<(), WhenError> {
    let reversed = match (start.first(), end.last()) {
        (Some(first), Some(last)) => last < first,
        _ => false,
    };
    if !reversed {
        return Ok(());
    }
    let shown = |part| super::show::text(Form::One(part));
    let message = text!["the end, ", shown(end), ", is before the start, ", shown(start)];
    let (open, middle, close) = if separator == '/' { ("", "/", "") } else { ("[", "..", "]") };
    let help = text!["did you mean `", open, iso(end), middle, iso(start), close, "`?"];
    Err(error(Code::E122, message, Some(help)))
}

/// A date as it is written, without its doubts.
pub(super) fn iso(part: Part) -> DisplayText {
    let written = match (part.month, part.day) {
        (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", part.year),
        (Some(month), None) => format!("{:04}-{month:02}", part.year),
        (None, _) => format!("{:04}", part.year),
    };
    text::clean(&written, |_| {})
}

/// One date: a year, a month or a day with its doubts.
pub(super) fn part(text: &str) -> Result<Part, WhenError> {
    match Edtf::parse(text) {
        Ok(Edtf::Date(date)) => from_date(text, date),
        Ok(Edtf::DateTime(_) | Edtf::Interval(_) | Edtf::Set(_)) => Err(no_date(text)),
        Err(_) => Err(slip::part(text).unwrap_or_else(|| no_date(text))),
    }
}

fn from_date(text: &str, date: Date) -> Result<Part, WhenError> {
    if date.has_unspecified() {
        let message = text!["`", quoted(text), "` has masked digits"];
        let help =
            text!["write the range: `[2022-10..2022-12]` for once, between, or `2022-10/2022-12`"];
        return Err(error(Code::E120, message, Some(help)));
    }
    if date.precision() == Precision::Season {
        let message = text!["`", quoted(text), "` is a season; seasons differ by place"];
        let help =
            text!["write the months: `2022-03/2022-05`, or `[2022-03..2022-05]` for once, between"];
        return Err(error(Code::E120, message, Some(help)));
    }
    if date.year.significant_digits.is_some() {
        return Err(no_date(text));
    }
    let year = date.year.value().filter(|year| (FIRST_YEAR..=LAST_YEAR).contains(year));
    let Some(year) = year.and_then(|year| i32::try_from(year).ok()) else {
        return Err(outside(text));
    };
    Ok(Part {
        year,
        month: date.month.and_then(edtf_core::DateField::value).map(u32::from),
        day: date.day.and_then(edtf_core::DateField::value).map(u32::from),
        about: date.is_approximate(),
        doubtful: date.is_uncertain(),
    })
}

fn outside(text: &str) -> WhenError {
    let message = text!["the year of `", quoted(text), "` is outside 1000 to 2100"];
    error(Code::E123, message, Some(text!["check the year; it has four digits"]))
}

pub(super) fn no_date(text: &str) -> WhenError {
    let message = text!["`", quoted(text), "` is no date"];
    let help = text![
        "write `2022-07-15`, `2022-07`, `2022`, `2021-05~`, `2022-10-23/2022-10-25` or `[2022-10-21..2022-10-22]`"
    ];
    error(Code::E120, message, Some(help))
}

/// `2022-09-07T14:20+02:00`; `None` when there is no time in it.
fn minute(written: &str) -> Option<Result<Form, WhenError>> {
    let (date, time) = written.split_once(['T', 't', ' '])?;
    let day = date.get(..10).filter(|_| date.len() == 10)?;
    let looks_like_time = time.contains(':') && time.starts_with(|c: char| c.is_ascii_digit());
    let looks_like_date =
        day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') && !time.contains('/');
    (looks_like_time && looks_like_date).then(|| read_minute(written, day, time))
}

fn read_minute(written: &str, day: &str, time: &str) -> Result<Form, WhenError> {
    let part = part(day)?;
    if part.day.is_none() {
        return Err(no_date(written));
    }
    let (clock, offset) = match time.find(|sign: char| sign.is_alphabetic() || "+-".contains(sign))
    {
        Some(at) => time.split_at(at),
        None => (time, ""),
    };
    let clock = clock.trim();
    let (hour, minute, second) = clock_of(clock).ok_or_else(|| {
        let message = text!["`", quoted(clock), "` is no time of day"];
        error(Code::E120, message, Some(text!["write hours and minutes, as `14:20`"]))
    })?;
    // ISO 8601 has the end of a day, and UTC a second more at times.
    let is_end_of_day = (hour, minute, second) == (24, 0, 0);
    let is_leap_second = (minute, second) == (59, 60);
    if (hour > 23 && !is_end_of_day) || minute > 59 || (second > 59 && !is_leap_second) {
        let message = text!["there is no time ", quoted(clock)];
        return Err(error(Code::E120, message, Some(text!["from 00:00 to 23:59"])));
    }
    if offset.is_empty() {
        let message = text!["the time of `", quoted(written), "` has no offset from UTC"];
        let written = text![iso(part), "T", quoted(clock), "+02:00"];
        let help = text!["write `", written, "` with the offset of the place, or `Z` for UTC"];
        return Err(error(Code::E121, message, Some(help)));
    }
    let offset = offset_of(offset).ok_or_else(|| {
        let message = text!["`", quoted(offset), "` is no offset from UTC"];
        let meant =
            zone(offset).map(|zone| text!["write `", iso(part), "T", quoted(clock), zone, "`"]);
        let help = meant.unwrap_or_else(|| text!["write `+02:00`, `-05:00` or `Z`"]);
        error(Code::E121, message, Some(help))
    })?;
    Ok(Form::Minute(part, Clock { hour, minute, second, offset }))
}

fn clock_of(text: &str) -> Option<(u32, u32, u32)> {
    let mut parts = text.split(':');
    let hour = two_digits(parts.next()?)?;
    let minute = two_digits(parts.next()?)?;
    let second = match parts.next() {
        // A fraction says more than anybody reads aloud.
        Some(second) => match second.split_once(['.', ',']) {
            Some((second, fraction)) if fraction.bytes().all(|byte| byte.is_ascii_digit()) => {
                two_digits(second)?
            }
            Some(_) => return None,
            None => two_digits(second)?,
        },
        None => 0,
    };
    parts.next().is_none().then_some((hour, minute, second))
}

/// The offset of a place, or `Z`.
fn offset_of(text: &str) -> Option<Offset> {
    if text.eq_ignore_ascii_case("z") {
        return Some(Offset::Utc);
    }
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+')?),
    };
    // `+02:00`, `+0200` and `+02` (ISO 8601).
    let (hours, minutes) = match rest.split_once(':') {
        Some(both) => both,
        None => rest.split_at_checked(2)?,
    };
    let minutes = if rest.len() == 2 { "00" } else { minutes };
    let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
    // ISO 8601 knows offsets up to fourteen hours.
    let total = i32::try_from(hours * 60 + minutes).ok()?;
    (minutes < 60 && total <= 14 * 60).then_some(Offset::Minutes(sign * total))
}

/// The offset of a zone whose name means one and no other.
fn zone(name: &str) -> Option<&'static str> {
    Some(match name.trim().to_uppercase().as_str() {
        "UTC" | "GMT" | "ZULU" => "Z",
        "WET" => "+00:00",
        "CET" | "WEST" => "+01:00",
        "EET" | "CEST" => "+02:00",
        "EEST" | "MSK" => "+03:00",
        "IRST" => "+03:30",
        "IRDT" => "+04:30",
        _ => return None,
    })
}

fn two_digits(text: &str) -> Option<u32> {
    let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

/// Whether the calendar has a day, and why not.
pub(super) fn calendar_fault(year: u32, month: u32, day: u32) -> Option<DisplayText> {
    if !(1..=12).contains(&month) {
        return Some(text!["there is no month ", month]);
    }
    let year_number = i32::try_from(year).ok()?;
    if Day::new(year_number, month, day).is_some() {
        return None;
    }
    let name = slip::long_month(month);
    // 29 February is there in other years; any other missing day is missing in all of them.
    if month == 2 && day == 29 {
        return Some(text!["there is no 29 February in ", year]);
    }
    Some(text!["there is no ", day, " ", name])
}
