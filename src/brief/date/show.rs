//! Dates as people read them.

use super::{Clock, End, Form, Offset, Part, month_name};
use crate::text;
use crate::text::{DisplayText, Fit};

/// In full.
pub(super) fn text(form: Form) -> DisplayText {
    match form {
        Form::One(part) => whole(part),
        Form::Minute(part, read) => {
            text![whole(part), " ", clock(read), " (", offset(read), ")"]
        }
        Form::Lasted(start, end) => lasted(start, end),
        Form::Between(start, end) => {
            text!["between ", without_shared(start, end), " and ", whole(end)]
        }
        Form::By(end) => text!["by ", whole(end)],
        Form::After(start) => text!["after ", whole(start)],
    }
}

/// In at most 7 columns.
pub(super) fn short(form: Form) -> DisplayText {
    let (part, sign) = match form {
        Form::Minute(part, _) => (part, ""),
        Form::One(part) => (part, if part.is_exact() { "" } else { "~" }),
        Form::Lasted(End::At(start), _) => (start, "+"),
        Form::Lasted(_, End::At(end)) => (end, "~"),
        Form::Lasted(..) => return text!["?"],
        Form::Between(part, _) | Form::By(part) | Form::After(part) => (part, "~"),
    };
    match (part.month, part.day) {
        (Some(month), Some(day)) => {
            let zero = if day < 10 { "0" } else { "" };
            text![zero, day, " ", month_name(month), sign]
        }
        (Some(month), None) => text![month_name(month), sign],
        (None, _) => text![part.year, sign],
    }
}

/// Columns of a date between the short and the full one.
const MEDIUM: usize = 10;

/// In at most 10 columns.
pub(super) fn medium(form: Form) -> DisplayText {
    let (start, end, sign) = match form {
        Form::Lasted(End::At(start), End::At(end)) => (start, end, ""),
        Form::Between(start, end) => (start, end, "~"),
        Form::One(_) | Form::Minute(..) | Form::Lasted(..) | Form::By(_) | Form::After(_) => {
            return short(form);
        }
    };
    let sign = if start.is_exact() && end.is_exact() { sign } else { "~" };
    let one_year = start.year == end.year;
    let both = match (start.month, start.day, end.month, end.day) {
        _ if start == end => return short(form),
        (Some(month), Some(first), Some(last_month), Some(last))
            if one_year && month == last_month =>
        {
            text![first, "-", last, " ", month_name(month)]
        }
        (Some(month), None, Some(last_month), None) if one_year => {
            text![month_name(month), "-", month_name(last_month)]
        }
        (Some(month), Some(first), Some(last_month), None) if one_year => {
            text![first, " ", month_name(month), "-", month_name(last_month)]
        }
        (None, None, None, None) => text![start.year, "-", end.year],
        _ => return short(form),
    };
    let both = text![both, sign];
    if both.columns() > MEDIUM { short(form) } else { both }
}

/// Days from start to end, both included, where both are days without doubt.
pub(super) fn days(start: Part, end: Part) -> Option<i64> {
    let whole_days = start.day.is_some() && end.day.is_some();
    if !(whole_days && start.is_exact() && end.is_exact()) {
        return None;
    }
    Some(end.first()?.days_since(start.first()?) + 1)
}

fn plain(part: Part) -> DisplayText {
    match (part.month, part.day) {
        (Some(month), Some(day)) => text![day, " ", month_name(month), " ", part.year],
        (Some(month), None) => text![month_name(month), " ", part.year],
        (None, _) => text![part.year],
    }
}

/// One date with its doubts.
pub(super) fn whole(part: Part) -> DisplayText {
    let about = if part.about { "about " } else { "" };
    let doubt = if part.doubtful { " (?)" } else { "" };
    text![about, plain(part), doubt]
}

/// The start of a range without what it shares with the end: `21` of `21 and 22 Oct 2022`.
fn without_shared(start: Part, end: Part) -> DisplayText {
    let comparable = start.is_exact()
        && end.is_exact()
        && start.year == end.year
        && start.day.is_some() == end.day.is_some();
    match (start.month, start.day) {
        (Some(month), Some(day)) if comparable && start.month == end.month => {
            let _ = month;
            text![day]
        }
        (Some(month), Some(day)) if comparable => text![day, " ", month_name(month)],
        (Some(month), None) if comparable && end.month.is_some() => text![month_name(month)],
        _ => whole(start),
    }
}

fn lasted(start: End, end: End) -> DisplayText {
    match (start, end) {
        (End::At(start), End::At(end)) if start == end => whole(start),
        (End::At(start), End::At(end)) => {
            let first = without_shared(start, end);
            // A bare number or month is joined without blanks, anything longer with them.
            let dash = if first.as_str().contains(' ') { " - " } else { "-" };
            let length = match days(start, end) {
                Some(count) => text![" (", count, " days)"],
                None => DisplayText::default(),
            };
            text![first, dash, whole(end), length]
        }
        (End::At(start), End::Open) => text!["since ", whole(start)],
        (End::At(start), End::Unknown) => text!["from ", whole(start), ", end unknown"],
        (End::Open, End::At(end)) => text!["until ", whole(end)],
        (End::Unknown, End::At(end)) => text!["until ", whole(end), ", start unknown"],
        (End::Open | End::Unknown, End::Open | End::Unknown) => text!["at an unknown time"],
    }
}

/// Hours and minutes, and seconds where there are any.
pub(super) fn clock(clock: Clock) -> DisplayText {
    let second = if clock.second == 0 {
        DisplayText::default()
    } else {
        text![":", two_digits(clock.second)]
    };
    text![two_digits(clock.hour), ":", two_digits(clock.minute), second]
}

/// `UTC`, `+02:00`.
pub(super) fn offset(clock: Clock) -> DisplayText {
    let Offset::Minutes(minutes) = clock.offset else { return text!["UTC"] };
    let sign = if minutes < 0 { "-" } else { "+" };
    let minutes = minutes.unsigned_abs();
    text![sign, two_digits(minutes / 60), ":", two_digits(minutes % 60)]
}

fn two_digits(number: u32) -> DisplayText {
    text![if number < 10 { "0" } else { "" }, number]
}
