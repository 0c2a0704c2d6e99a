//! EDTF behind `edtf-core`, with the project's own limits and words.

mod time;

pub(super) use time::{offset_of, zone};

use super::slip;
use super::{Day, End, Form, Part, WhenError};
use crate::brief::context::quoted;
use crate::choice::Times;
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
    if written.len() > 100 {
        return Err(no_date(written));
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
    if is_whole(form, written) {
        return Ok(form);
    }
    let message = text!["`", quoted(written), "` is no EDTF date"];
    let help = text![
        "within `[…]` both dates are times or days, or months, or years, without `~`, `?` and `%`"
    ];
    Err(error(Code::E120, message, Some(help)))
}

/// Whether good parts make a good whole. EDTF has no times there; for them its rules are kept.
fn is_whole(form: Form, written: &str) -> bool {
    let (from, to) = form.ends();
    let parts = || from.into_iter().chain(to);
    if parts().all(|part| part.clock.is_none()) {
        return Edtf::parse(written).is_ok();
    }
    let is_set = matches!(form, Form::Between(..) | Form::By(_) | Form::After(_));
    !is_set || parts().all(|part| part.is_exact() && part.day.is_some())
}

fn set(written: &str) -> Result<Form, WhenError> {
    if written.starts_with('{') || lists(written) {
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
            let pair = Pair { start, end, is_set: true };
            let both = (part(start)?, pair.end()?);
            pair.in_order(both)?;
            Ok(Form::Between(both.0, both.1))
        }
    }
}

/// Whether a comma stands between dates, and not before the fraction of a second.
fn lists(written: &str) -> bool {
    let is_fraction = |before: &str| before.rsplit(':').take(2).all(|digits| digits.len() == 2);
    written.match_indices(',').any(|(at, _)| !written.get(..at).is_some_and(is_fraction))
}

fn interval(written: &str, start: &str, end: &str) -> Result<Form, WhenError> {
    let side = |text: &str, read: &dyn Fn(&str) -> Result<Part, WhenError>| match text {
        "" => Ok(End::Unknown),
        ".." => Ok(End::Open),
        text => read(text).map(End::At),
    };
    let pair = Pair { start, end, is_set: false };
    let (start, end) = (side(start, &part)?, side(end, &|_| pair.end())?);
    match (start, end) {
        (End::At(start), End::At(end)) => pair.in_order((start, end))?,
        (End::At(_), _) | (_, End::At(_)) => {}
        (End::Open | End::Unknown, End::Open | End::Unknown) => return Err(no_date(written)),
    }
    Ok(Form::Lasted(start, end))
}

/// Both ends of `a/b` or `[a..b]` as they were written.
#[derive(Clone, Copy)]
struct Pair<'t> {
    start: &'t str,
    end: &'t str,
    is_set: bool,
}

impl Pair<'_> {
    /// The end; of a time without its day the whole is said.
    fn end(self) -> Result<Part, WhenError> {
        part(self.end).map_err(|fault| time::bare_end(self).unwrap_or(fault))
    }

    /// Whether the end is not before the start.
    fn in_order(self, (start, end): (Part, Part)) -> Result<(), WhenError> {
        let is_reversed = match (start.moment(), end.last_moment()) {
            (Some(first), Some(last)) => last < first,
            (None, _) | (_, None) => start.first().zip(end.last()).is_some_and(|(a, b)| b < a),
        };
        if !is_reversed {
            return Ok(());
        }
        let shown = |part| super::show::text(Form::One(part), Times::Reported);
        let message = text!["the end, ", shown(end), ", is before the start, ", shown(start)];
        let help = text!["did you mean ", self.written(self.end, self.start), "?"];
        Err(error(Code::E122, message, Some(help)))
    }

    /// The same form with other ends.
    fn written(self, start: &str, end: &str) -> DisplayText {
        let (open, middle, close) = if self.is_set { ("[", "..", "]") } else { ("", "/", "") };
        text!["`", open, quoted(start), middle, quoted(end), close, "`"]
    }
}

/// One date: a year, a month, a day or a time of a day, with its doubts.
pub(super) fn part(text: &str) -> Result<Part, WhenError> {
    if let Some(found) = time::timed(text) {
        return found;
    }
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
        clock: None,
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
    let lower = text.trim().to_lowercase();
    if matches!(lower.as_str(), "unknown" | "n/a" | "tbd" | "tbc" | "?" | "-" | "none" | "unclear")
    {
        let help = text![
            "write the days or years between which it must have been, as `[2021..2022]` or `[..2022-09]`"
        ];
        return error(Code::E120, message, Some(help));
    }
    // A name of a month that is not English, or words beside a date.
    let is_word = |word: &str| word.chars().count() > 2 && word.chars().all(char::is_alphabetic);
    let has_year = lower.split(|sign: char| !sign.is_ascii_digit()).any(|number| number.len() == 4);
    if has_year && lower.split([' ', '.', ',']).any(is_word) {
        let help = text![
            "write it in figures, the year first: `2022-07-15`, `2022-07`; words about it go into a text"
        ];
        return error(Code::E120, message, Some(help));
    }
    let help = text![
        "write `2022-07-15`, `2022-07`, `2022`, `2021-05~`, `2022-10-23/2022-10-25` or `[2022-10-21..2022-10-22]`"
    ];
    error(Code::E120, message, Some(help))
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
