//! How far apart two dates are, as exactly as both are known and no more exactly.

use super::{Day, End, Form, Part, When};
use crate::text;
use crate::text::DisplayText;

/// Time that passed from one date to a later one.
///
/// What lasted is left at its end and met at its beginning; what is still on, or whose end nobody
/// knows, is left at its beginning ([`from_beginning`](Self::from_beginning)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distance {
    span: Span,
    about: bool,
    doubtful: bool,
    left: Left,
    meets_beginning: bool,
}

/// Where the time begins to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    Moment,
    Beginning,
    Ending,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Span {
    /// Minutes, where both dates are known to the minute and less than a day apart.
    Minutes(i64),
    /// Days at least, and at most where there is an end to it.
    Days(i64, Option<i64>),
}

impl Distance {
    /// The time from a date to another one. None where the other one is earlier, or where it is not
    /// known which of the two came first.
    #[must_use]
    pub fn between(from: &When, to: &When) -> Option<Self> {
        let (start, left) = Point::left(from.form)?;
        let (end, meets_beginning) = Point::met(to.form)?;
        let span = match (from.moment(), to.moment()) {
            (Some(from), Some(to)) if from > to => return None,
            (Some(from), Some(to)) if to - from < DAY => Span::Minutes((to - from) / 60),
            _ => days(start, end)?,
        };
        Some(Self {
            span,
            about: start.about || end.about,
            doubtful: start.doubtful || end.doubtful,
            left,
            meets_beginning,
        })
    }

    /// Whether both are one day, and more is not known.
    #[must_use]
    pub fn is_same_day(self) -> bool {
        self.span == Span::Days(0, Some(0))
    }

    /// The days that passed at least.
    #[must_use]
    pub fn least_days(self) -> i64 {
        match self.span {
            Span::Minutes(_) => 0,
            Span::Days(least, _) => least,
        }
    }

    /// The days that passed at most; none where there is no end to it.
    #[must_use]
    pub fn most_days(self) -> Option<i64> {
        match self.span {
            Span::Minutes(_) => Some(0),
            Span::Days(_, most) => most,
        }
    }

    /// Whether the earlier date lasted and the time counts from its beginning, as it is still on or
    /// nobody knows its end.
    #[must_use]
    pub fn from_beginning(self) -> bool {
        self.left == Left::Beginning
    }

    /// Whether the earlier date lasted and the time counts from its end.
    #[must_use]
    pub fn from_ending(self) -> bool {
        self.left == Left::Ending
    }

    /// Whether the later date lasted, so that the time ends at its beginning.
    #[must_use]
    pub fn to_beginning(self) -> bool {
        self.meets_beginning
    }

    /// `46 days`, `about 2 days`, `between 3 and 5 days`, `at least 12 days`, `the same day`; over 99
    /// days also in months or years: `426 days (about 14 months)`.
    #[must_use]
    pub fn words(self) -> DisplayText {
        self.with_exact_days(|days| match months_or_years(days) {
            Some(rough) => text![counted(days, "day"), " (about ", rough, ")"],
            None => counted(days, "day"),
        })
    }

    /// The same without months or years beside days.
    #[must_use]
    pub fn short_words(self) -> DisplayText {
        self.with_exact_days(|days| counted(days, "day"))
    }

    /// In a row of a list: `46 days`, `about 14 months`, `3-5 days`.
    #[must_use]
    pub fn row_words(self) -> DisplayText {
        let Span::Days(least, Some(most)) = self.span else { return self.words() };
        let about = if self.about { "about " } else { "" };
        let doubt = if self.doubtful { " (?)" } else { "" };
        if least == most
            && let Some(rough) = months_or_years(least)
        {
            return text!["about ", rough, doubt];
        }
        if least == most || least == 0 {
            return self.words();
        }
        let most = Amount::at_most(most);
        let least = match (most.unit, least * 1000 / MONTH) {
            // In months too, rounded down: that is still true.
            ("month", months @ 1..) => Amount { count: months, unit: "month" },
            ("day", _) => Amount { count: least, unit: "day" },
            _ => Amount::at_least(least),
        };
        if least == most {
            text!["about ", least.words(), doubt]
        } else if least.unit == most.unit {
            text![about, least.count, "-", most.words(), doubt]
        } else {
            text![about, least.words(), " to ", most.words(), doubt]
        }
    }

    fn with_exact_days(self, exact: impl Fn(i64) -> DisplayText) -> DisplayText {
        let about = if self.about { "about " } else { "" };
        let doubt = if self.doubtful { " (?)" } else { "" };
        let words = match self.span {
            Span::Minutes(minutes) => clock_words(minutes),
            Span::Days(0, Some(0)) => text!["the same day"],
            Span::Days(least, Some(most)) if least == most => exact(least),
            Span::Days(0, Some(most)) => text!["at most ", Amount::at_most(most).words()],
            Span::Days(least, Some(most)) => between_words(least, most),
            Span::Days(0, None) => text!["some time"],
            Span::Days(least, None) => text!["at least ", Amount::at_least(least).words()],
        };
        text![about, words, doubt]
    }
}

/// The time from a date to a later one in words: `46 days`, `between 3 and 5 days`. None where the
/// second is earlier, or where it is not known which of the two came first.
#[must_use]
pub fn distance_words(from: &When, to: &When) -> Option<DisplayText> {
    Distance::between(from, to).map(Distance::words)
}

/// Seconds of a day.
const DAY: i64 = 24 * 60 * 60;

/// The days on which something can have been; none is open.
#[derive(Clone, Copy)]
struct Point {
    first: Option<Day>,
    last: Option<Day>,
    about: bool,
    doubtful: bool,
}

impl Point {
    fn of(start: Option<Part>, end: Option<Part>) -> Self {
        let parts = || start.into_iter().chain(end);
        Self {
            first: start.and_then(Part::first),
            last: end.and_then(Part::last),
            about: parts().any(|part| part.about),
            doubtful: parts().any(|part| part.doubtful),
        }
    }

    fn at(part: Part) -> Self {
        Self::of(Some(part), Some(part))
    }

    /// Whence the time counts after a date.
    fn left(form: Form) -> Option<(Self, Left)> {
        match form {
            Form::Lasted(_, End::At(end)) => Some((Self::at(end), Left::Ending)),
            Form::Lasted(End::At(start), End::Open | End::Unknown) => {
                Some((Self::at(start), Left::Beginning))
            }
            Form::Lasted(End::Open | End::Unknown, End::Open | End::Unknown) => None,
            Form::One(_) | Form::Minute(..) | Form::Between(..) | Form::By(_) | Form::After(_) => {
                Some((Self::once(form)?, Left::Moment))
            }
        }
    }

    /// Whither the time counts before a date, and whether that is the beginning of what lasted.
    fn met(form: Form) -> Option<(Self, bool)> {
        match form {
            Form::Lasted(End::At(start), _) => Some((Self::at(start), true)),
            Form::Lasted(End::Open | End::Unknown, _) => None,
            Form::One(_) | Form::Minute(..) | Form::Between(..) | Form::By(_) | Form::After(_) => {
                Some((Self::once(form)?, false))
            }
        }
    }

    fn once(form: Form) -> Option<Self> {
        match form {
            Form::One(part) | Form::Minute(part, _) => Some(Self::at(part)),
            Form::Between(start, end) => Some(Self::of(Some(start), Some(end))),
            Form::By(end) => Some(Self::of(None, Some(end))),
            Form::After(start) => Some(Self::of(Some(start), None)),
            Form::Lasted(..) => None,
        }
    }
}

/// The days from one point to another that is not earlier, whatever days they were.
fn days(start: Point, end: Point) -> Option<Span> {
    let least = end.first?.days_since(start.last?);
    let most = start.first.zip(end.last).map(|(from, to)| to.days_since(from));
    let order_is_known = least > 0 || (least == 0 && most != Some(0)) || most == Some(0);
    (least >= 0 && order_is_known).then_some(Span::Days(least, most))
}

impl When {
    /// Seconds since 1 January of the year 1 (UTC), where the minute is known.
    fn moment(&self) -> Option<i64> {
        let first = Day::new(1, 1, 1)?;
        Some(self.earliest?.days_since(first) * DAY + self.seconds()?)
    }
}

/// More than 99 days in months or years.
fn months_or_years(days: i64) -> Option<DisplayText> {
    let months = (days * 1000 + MONTH / 2) / MONTH;
    match (days, months) {
        (..MANY_DAYS, _) => None,
        (_, ..MANY_MONTHS) => Some(counted(months, "month")),
        (_, _) => Some(counted((months + 6) / 12, "year")),
    }
}

fn between_words(least: i64, most: i64) -> DisplayText {
    // Both ends in one unit where that is fine enough for the smaller one.
    let most = Amount::at_most(most);
    let least = if most.unit == "day" {
        Amount { count: least, unit: "day" }
    } else {
        Amount::at_least(least)
    };
    if least == most {
        return text!["about ", least.words()];
    }
    if least.unit == most.unit {
        return text!["between ", least.count, " and ", most.words()];
    }
    text!["between ", least.words(), " and ", most.words()]
}

/// So many of a unit.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Amount {
    count: i64,
    unit: &'static str,
}

impl Amount {
    /// Days in the coarsest unit that is fine enough, rounded down, so that "at least" stays true.
    fn at_least(days: i64) -> Self {
        let months = days * 1000 / MONTH;
        if days < MANY_DAYS {
            Self { count: days, unit: "day" }
        } else if months < MANY_MONTHS {
            Self { count: months, unit: "month" }
        } else {
            Self { count: months / 12, unit: "year" }
        }
    }

    /// The same rounded up, so that "at most" stays true.
    fn at_most(days: i64) -> Self {
        let months = (days * 1000 + MONTH - 1) / MONTH;
        if days < MANY_DAYS {
            Self { count: days, unit: "day" }
        } else if months < MANY_MONTHS {
            Self { count: months, unit: "month" }
        } else {
            Self { count: (months + 11) / 12, unit: "year" }
        }
    }

    fn words(self) -> DisplayText {
        counted(self.count, self.unit)
    }
}

/// Days from which months are told.
const MANY_DAYS: i64 = 100;

/// Months from which years are told.
const MANY_MONTHS: i64 = 36;

/// Thousandths of a day in a month of the Gregorian calendar, on average.
const MONTH: i64 = 30_437;

/// `1 day`, `2 days`.
fn counted(count: i64, unit: &'static str) -> DisplayText {
    text![count, " ", unit, if count == 1 { "" } else { "s" }]
}

/// `the same minute`, `40 minutes`, `3 h 20 min`.
fn clock_words(minutes: i64) -> DisplayText {
    match (minutes / 60, minutes % 60) {
        (0, 0) => text!["the same minute"],
        (0, minutes) => counted(minutes, "minute"),
        (hours, 0) => counted(hours, "hour"),
        (hours, minutes) => text![hours, " h ", minutes, " min"],
    }
}

#[cfg(test)]
mod tests;
