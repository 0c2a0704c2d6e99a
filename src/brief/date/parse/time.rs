//! A day with a time, `2022-09-07T14:20+02:00`: the format's own beside EDTF, which has no doubt in a time and
//! no time in an interval.

use super::{Pair, error, no_date, part, slip};
use crate::brief::context::quoted;
use crate::brief::date::moment::{Clock, Offset};
use crate::brief::date::{Day, Part, WhenError};
use crate::diag::Code;
use crate::text;

/// The signs of doubt.
const SIGNS: [char; 3] = ['~', '?', '%'];

/// One date with a time; `None` where there is no time in it.
pub(super) fn timed(written: &str) -> Option<Result<Part, WhenError>> {
    let (date, time) = written.split_once(['T', 't', ' '])?;
    let is_day = date.len() == 10 && date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let is_time = time.contains(':') && time.starts_with(|c: char| c.is_ascii_digit());
    (is_day && is_time).then(|| read(written, date, time))
}

fn read(written: &str, date: &str, time: &str) -> Result<Part, WhenError> {
    let day = part(date)?;
    let Some(on) = day.first().filter(|_| day.day.is_some()) else { return Err(no_date(written)) };
    let (time, sign) = without_sign(time);
    let (clock, offset) = match time.find(|sign: char| sign.is_alphabetic() || "+-−".contains(sign))
    {
        Some(at) => time.split_at(at),
        None => (time, ""),
    };
    // EDTF has the sign at the end, and nothing else can be meant before the offset.
    let (clock, own_sign) = without_sign(clock.trim());
    let meant = |offset: &str| {
        // Most times are beyond doubt.
        let sign = sign.or(own_sign).map(String::from).unwrap_or_default();
        format!("{date}T{clock}{offset}{sign}")
    };
    if sign.is_some() && own_sign.is_some() || offset.ends_with(SIGNS) {
        let message = text!["`", quoted(written), "` has more than one sign of doubt"];
        let help = text!["write one at the end: `~` is about, `?` is doubtful, `%` is both"];
        return Err(error(Code::E120, message, Some(help)));
    }
    let (hour, minute, second, fraction) = clock_of(clock).ok_or_else(|| {
        let message = text!["`", quoted(clock), "` is no time of day"];
        let fault =
            || error(Code::E120, message, Some(text!["write hours and minutes, as `14:20`"]));
        slip::timed(written).unwrap_or_else(fault)
    })?;
    if offset.is_empty() {
        let message = text!["the time of `", quoted(written), "` has no offset from UTC"];
        let help = slip::write_with_offset(&meant("+02:00"));
        in_day((hour, minute, second), clock)?;
        return Err(error(Code::E121, message, Some(help)));
    }
    let read_offset = offset_of(offset).ok_or_else(|| {
        let message = text!["`", quoted(offset), "` is no offset from UTC"];
        let help = match zone(offset) {
            Some(zone) => text!["write `", quoted(&meant(zone)), "`"],
            None => match meant_offset(offset) {
                Some(offset) => text!["write `", quoted(&meant(&offset)), "`"],
                None => text!["write `+02:00`, `-05:00` or `Z`"],
            },
        };
        let known = slip::timed(written).filter(|_| zone(offset).is_none());
        known.unwrap_or_else(|| error(Code::E121, message, Some(help)))
    })?;
    in_day((hour, minute, second), clock)?;
    let clock_read = Clock { hour, minute, second, fraction, offset: read_offset };
    if second == Some(60) && !is_leap_second(on, clock_read) {
        return Err(no_time(clock));
    }
    let sign = sign.or(own_sign);
    Ok(Part {
        clock: Some(clock_read),
        about: matches!(sign, Some('~' | '%')),
        doubtful: matches!(sign, Some('?' | '%')),
        ..day
    })
}

/// A text without the sign of doubt at its end, and that sign.
fn without_sign(text: &str) -> (&str, Option<char>) {
    match text.chars().next_back().filter(|sign| SIGNS.contains(sign)) {
        Some(sign) => (text.trim_end_matches(sign).trim_end(), Some(sign)),
        None => (text, None),
    }
}

/// Whether a day has the time; ISO 8601 has the end of a day, and UTC a second more at times.
fn in_day((hour, minute, second): (u32, u32, Option<u32>), written: &str) -> Result<(), WhenError> {
    let is_end_of_day = hour == 24 && minute == 0 && second.unwrap_or(0) == 0;
    let is_there = hour <= 23 && minute <= 59 && second.unwrap_or(0) <= 60;
    if is_there || is_end_of_day { Ok(()) } else { Err(no_time(written)) }
}

/// Leap seconds end a month of UTC.
fn is_leap_second(day: Day, clock: Clock) -> bool {
    clock.in_utc(day).is_some_and(|(day, clock)| {
        let ends_month = day.plus_days(1).is_some_and(|next| next.day() == 1);
        ends_month && (clock.hour, clock.minute) == (23, 59)
    })
}

fn no_time(written: &str) -> WhenError {
    let message = text!["there is no time ", quoted(written)];
    error(Code::E120, message, Some(text!["from 00:00 to 23:59, and 24:00 for the end of the day"]))
}

/// Hour, minute, second and its fraction in nanoseconds.
fn clock_of(text: &str) -> Option<(u32, u32, Option<u32>, Option<u32>)> {
    let mut parts = text.split(':');
    let hour = two_digits(parts.next()?)?;
    let minute = two_digits(parts.next()?)?;
    let seconds = parts.next();
    if parts.next().is_some() {
        return None;
    }
    let Some(seconds) = seconds else { return Some((hour, minute, None, None)) };
    match seconds.split_once(['.', ',']) {
        Some((second, fraction)) => {
            Some((hour, minute, Some(two_digits(second)?), Some(nanos(fraction)?)))
        }
        None => Some((hour, minute, Some(two_digits(seconds)?), None)),
    }
}

/// The decimals of a second in nanoseconds; finer ones are left out.
fn nanos(fraction: &str) -> Option<u32> {
    let is_number = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let nine = || format!("{fraction:0<9}").get(..9)?.parse().ok();
    if is_number { nine() } else { None }
}

/// An offset without its zeros, behind `UTC`, or with the sign of a text processor: `UTC−2`.
fn meant_offset(text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase().replace('−', "-");
    let bare = ["utc", "gmt"].iter().find_map(|zone| lower.strip_prefix(zone)).unwrap_or(&lower);
    let (sign, hours) = bare.split_at_checked(1).filter(|(sign, _)| matches!(*sign, "+" | "-"))?;
    let (hours, minutes) = hours.split_once(':').unwrap_or((hours, "00"));
    let offset = format!("{sign}{hours:0>2}:{minutes}");
    offset_of(&offset).map(|_| offset)
}

/// The offset of a place, or `Z`.
pub(in crate::brief::date) fn offset_of(text: &str) -> Option<Offset> {
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
pub(in crate::brief::date) fn zone(name: &str) -> Option<&'static str> {
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

/// The end of what lasted, written without its day: `15:05` or `T15:05+02:00` after `2022-09-07T14:20+02:00`.
pub(super) fn bare_end(pair: Pair<'_>) -> Option<WhenError> {
    let Pair { start, end, .. } = pair;
    let day = start.get(..10).filter(|_| timed(start).is_some())?;
    let time = end.strip_prefix(['T', 't']).unwrap_or(end);
    let begins_so = time.as_bytes().get(2) == Some(&b':') && two_digits(time.get(..2)?).is_some();
    if !begins_so {
        return None;
    }
    let (_, sign) = without_sign(start);
    let has_offset = time.contains(|sign: char| sign.is_alphabetic() || "+-".contains(sign));
    let offset = start.get(11..).and_then(|time| {
        let time = without_sign(time).0;
        time.get(time.find(|sign: char| sign.is_alphabetic() || "+-".contains(sign))?..)
    });
    // An end with an offset of its own needs none of the start.
    let offset = offset.filter(|_| !has_offset && sign.is_none()).unwrap_or_default();
    let whole = format!("{day}T{time}{offset}");
    timed(&whole)?.ok()?;
    let message = text!["`", quoted(end), "` has no day"];
    Some(error(Code::E120, message, Some(text!["write ", pair.written(start, &whole)])))
}
