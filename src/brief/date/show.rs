//! Dates as people read them.

mod clocked;

pub(super) use clocked::{beside, moved};

use super::{Day, End, Form, Part, month_name};
use crate::choice::Times;
use crate::text;
use crate::text::{DisplayText, Fit};

/// In full, times of day shown in one way.
pub(super) fn text(form: Form, times: Times) -> DisplayText {
    Words::new(times).text(form)
}

/// The same with the weekday where a single day is known.
pub(super) fn text_with_weekday(form: Form, times: Times) -> DisplayText {
    Words { weekday: true, ..Words::new(times) }.text(form)
}

/// The day or days alone, without a time of day and without their number.
pub(super) fn days_alone(form: Form, times: Times) -> DisplayText {
    Words::new(times).date(of_days(moved(form, times)))
}

/// One date without its doubts and its time; a year that is understood is left out beside a month.
pub(super) fn part(part: Part, understood: Option<i32>) -> DisplayText {
    Words { understood, ..Words::new(Times::Reported) }.part(part)
}

/// What names one date twice is that date.
pub(super) fn plain(form: Form) -> Form {
    match form {
        Form::Lasted(End::At(start), End::At(end)) | Form::Between(start, end) if start == end => {
            Form::One(start)
        }
        Form::One(_)
        | Form::Lasted(..)
        | Form::Between(..)
        | Form::By(_)
        | Form::After(_)
        | Form::Unreadable(_) => form,
    }
}

/// A date without its times; where they are of one day, that day, with the doubt that it was once within
/// them.
pub(super) fn of_days(form: Form) -> Form {
    let about = |part: Part, is_about| Part { about: part.about || is_about, ..part };
    match (form.map(Part::without_clock), form) {
        (Form::Lasted(End::At(start), End::At(end)), Form::Lasted(..)) if same_day(start, end) => {
            Form::One(Part { doubtful: start.doubtful || end.doubtful, ..about(start, end.about) })
        }
        (Form::Between(start, end), Form::Between(..)) if same_day(start, end) => Form::One(start),
        (form, _) => form,
    }
}

/// Whether both are of one day, whatever their doubts.
fn same_day(start: Part, end: Part) -> bool {
    let day = |part: Part| part.day.and(part.first());
    day(start).is_some() && day(start) == day(end)
}

/// `Fri `, of a day.
fn weekday_before(part: Part) -> DisplayText {
    match part.first().filter(|_| part.day.is_some()) {
        Some(day) => text![day.weekday(), " "],
        None => DisplayText::default(),
    }
}

/// How dates are put into words.
#[derive(Clone, Copy)]
struct Words {
    /// The year that need not be named.
    understood: Option<i32>,
    /// The day that need not be named beside a time of it.
    day: Option<Day>,
    times: Times,
    /// Whether the weekday of a day is named.
    weekday: bool,
    /// Whether it is said whose clock a time was read from.
    zone: bool,
}

impl Words {
    fn new(times: Times) -> Self {
        Self { understood: None, day: None, times, weekday: false, zone: true }
    }

    fn text(self, form: Form) -> DisplayText {
        let form = plain(moved(form, self.times));
        if let Some(words) = self.clocked(form) {
            return words;
        }
        let date = match form {
            Form::One(_) => self.date(form),
            // Of several days no weekday is named.
            Form::Lasted(..)
            | Form::Between(..)
            | Form::By(_)
            | Form::After(_)
            | Form::Unreadable(_) => Self { weekday: false, ..self }.date(form),
        };
        match form {
            Form::One(part) if self.weekday && part.is_exact() && part.clock.is_none() => {
                text![weekday_before(part), date]
            }
            Form::Lasted(End::At(start), End::At(end)) => match days(start, end) {
                Some(count) => text![date, " (", count, " days)"],
                None => date,
            },
            Form::One(_)
            | Form::Lasted(..)
            | Form::Between(..)
            | Form::By(_)
            | Form::After(_)
            | Form::Unreadable(_) => date,
        }
    }

    fn date(self, form: Form) -> DisplayText {
        match plain(form) {
            Form::One(part) => self.whole(part),
            Form::Lasted(start, end) => self.lasted(start, end),
            Form::Between(start, end) => {
                text!["between ", self.start(start, end), " and ", self.whole(end)]
            }
            // "By 2022" could be before it.
            Form::By(end) if end.day.is_none() => text!["by the end of ", self.whole(end)],
            Form::By(end) => text!["by ", self.whole(end)],
            Form::After(start) => text![self.whole(start), " or later"],
            Form::Unreadable(_) => text!["no readable date"],
        }
    }

    fn part(self, part: Part) -> DisplayText {
        let year = match part.month {
            Some(_) if self.understood == Some(part.year) => DisplayText::default(),
            Some(_) => text![" ", part.year],
            None => text![part.year],
        };
        match (part.month, part.day) {
            (Some(month), Some(day)) => text![day, " ", month_name(month), year],
            (Some(month), None) => text![month_name(month), year],
            (None, _) => year,
        }
    }

    /// One date with its doubts, and with its time.
    fn whole(self, part: Part) -> DisplayText {
        if let Some(clock) = part.clock {
            return self.at(part, clock);
        }
        let about = if part.about { "about " } else { "" };
        let doubt = if part.doubtful { " (?)" } else { "" };
        text![about, self.part(part), doubt]
    }

    /// The start of a range without what it shares with the end: `21` of `21 and 22 Oct 2022`.
    fn start(self, start: Part, end: Part) -> DisplayText {
        if !alike(start, end) || start.year != end.year {
            return self.whole(start);
        }
        match (start.month, start.day) {
            (month, Some(day)) if month == end.month => text![day],
            _ => Self { understood: Some(end.year), ..self }.whole(start),
        }
    }

    fn lasted(self, start: End, end: End) -> DisplayText {
        match (start, end) {
            (End::At(start), End::At(end)) => {
                let first = self.start(start, end);
                let between = match (alike(start, end), first.as_str().contains(' ')) {
                    // A bare number or month is joined without blanks, anything longer with them.
                    (true, false) => "-",
                    (true, true) => " - ",
                    // A dash would make one number of `2022` and `1 May 2022`.
                    (false, _) => " to ",
                };
                text![first, between, self.whole(end)]
            }
            (End::At(start), End::Open) => text!["since ", self.whole(start)],
            (End::At(start), End::Unknown) => {
                text!["from ", self.whole(start), ", end unknown"]
            }
            (End::Open, End::At(end)) => text!["until ", self.whole(end)],
            (End::Unknown, End::At(end)) => text!["until ", self.whole(end), ", start unknown"],
            (End::Open | End::Unknown, End::Open | End::Unknown) => text!["at an unknown time"],
        }
    }
}

/// Whether both ends are known without doubt and equally well, so that they can share words.
fn alike(start: Part, end: Part) -> bool {
    start.is_exact()
        && end.is_exact()
        && start.clock.is_none()
        && end.clock.is_none()
        && start.month.is_some() == end.month.is_some()
        && start.day.is_some() == end.day.is_some()
}

/// In at most 7 columns.
pub(super) fn short(form: Form) -> DisplayText {
    let (part, sign) = match of_days(form) {
        Form::One(part) => (part, if part.is_exact() { "" } else { "~" }),
        Form::Lasted(End::At(start), _) => (start, "+"),
        Form::Lasted(_, End::At(end)) => (end, "~"),
        Form::Lasted(..) | Form::Unreadable(_) => return text!["?"],
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
    let (start, end, sign) = match of_days(form) {
        Form::Lasted(End::At(start), End::At(end)) => (start, end, ""),
        Form::Between(start, end) => (start, end, "~"),
        Form::One(_) | Form::Lasted(..) | Form::By(_) | Form::After(_) | Form::Unreadable(_) => {
            return short(form);
        }
    };
    let sign = if start.is_exact() && end.is_exact() { sign } else { "~" };
    let one_year = start.year == end.year;
    let one_month = one_year && start.month == end.month;
    let both = match (start.month, start.day, end.month, end.day) {
        (Some(month), Some(first), Some(_), Some(last)) if one_month && first < last => {
            text![first, "-", last, " ", month_name(month)]
        }
        (Some(month), None, Some(last_month), None) if one_year && !one_month => {
            text![month_name(month), "-", month_name(last_month)]
        }
        (Some(month), Some(first), Some(last_month), None) if one_year && !one_month => {
            text![first, " ", month_name(month), "-", month_name(last_month)]
        }
        (None, None, None, None) if !one_year => text![start.year, "-", end.year],
        _ => return short(form),
    };
    let both = text![both, sign];
    if both.columns() > MEDIUM { short(form) } else { both }
}

/// Days from start to end, both included, where both are days without doubt.
fn days(start: Part, end: Part) -> Option<i64> {
    let is_day = |part: Part| part.day.is_some() && part.clock.is_none();
    let whole_days = is_day(start) && is_day(end);
    if !(whole_days && start.is_exact() && end.is_exact()) {
        return None;
    }
    Some(end.first()?.days_since(start.first()?) + 1)
}
