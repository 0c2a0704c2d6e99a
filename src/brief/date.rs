//! Dates as they are known: EDTF (ISO 8601-2) with the precision, the doubt and the interval kept.

mod day;
mod distance;
mod parse;
mod period;
mod row;
mod show;
mod slip;
mod times;
mod value;

pub use day::Day;
pub use distance::{Apart, Distance, Doubt};
pub use row::ROW_DATE;

use crate::text;
use crate::text::DisplayText;
use day::month_name;

/// One date of a [`When`]: a day, a month or a year, with its doubts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Part {
    year: i32,
    month: Option<u32>,
    day: Option<u32>,
    /// `~` or `%`.
    about: bool,
    /// `?` or `%`.
    doubtful: bool,
}

impl Part {
    fn first(self) -> Option<Day> {
        Day::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    fn last(self) -> Option<Day> {
        let month = self.month.unwrap_or(12);
        if let Some(day) = self.day {
            return Day::new(self.year, month, day);
        }
        let (year, next) = if month == 12 { (self.year + 1, 1) } else { (self.year, month + 1) };
        Day::new(year, next, 1)?.plus_days(-1)
    }

    fn is_exact(self) -> bool {
        !self.about && !self.doubtful
    }
}

/// An end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    At(Part),
    /// `..`: still on, or from time out of mind.
    Open,
    /// Left empty: there is an end, nobody knows which.
    Unknown,
}

/// Hours and minutes with the offset of the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Clock {
    hour: u32,
    minute: u32,
    second: u32,
    offset: Offset,
}

/// How far a clock is from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Offset {
    /// `Z`.
    Utc,
    /// Minutes east of UTC.
    Minutes(i32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// One date.
    One(Part),
    /// One minute of a day.
    Minute(Part, Clock),
    /// It lasted: `a/b`.
    Lasted(End, End),
    /// Once, between: `[a..b]`.
    Between(Part, Part),
    /// `[..b]`.
    By(Part),
    /// `[a..]`.
    After(Part),
    /// What was written is no date. It stands where the record above it does.
    Unreadable(Option<TimelinePlace>),
}

/// How exactly a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Precision {
    /// A year.
    Year,
    /// A month.
    Month,
    /// A day.
    Day,
    /// A minute.
    Minute,
    /// It lasted, from one date to another or with an open end.
    Interval,
    /// Once, some time within, before or after dates.
    Range,
}

/// When something was, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    edtf: DisplayText,
    form: Form,
    earliest: Option<Day>,
    latest: Option<Day>,
}

/// Where a timeline has a date, as [`When::timeline_place`] says: places compare in timeline order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimelinePlace {
    month: Option<(i32, u32)>,
    part: PartOfMonth,
    /// The day by which it stands; what has no end stands last.
    by: (bool, Option<Day>),
}

/// Which part of a month's dates one belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum PartOfMonth {
    Days,
    Longer,
    NoBeginning,
}

/// Why a date could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhenError {
    /// E120 to E123.
    pub code: crate::diag::Code,
    /// What is wrong.
    pub message: DisplayText,
    /// What to write instead.
    pub help: Option<DisplayText>,
}

impl When {
    /// Reads an EDTF string, or `2022-09-07T14:20+02:00`.
    ///
    /// # Errors
    /// E120 for what is no date, E121 for a time without an offset, E122 for an end before its
    /// start, E123 outside the years 1000 to 2100.
    pub fn parse(text: &str) -> Result<Self, WhenError> {
        let written = text.trim();
        let form = parse::form(written)?;
        let (earliest, latest) = bounds(form);
        let edtf = text::clean(written, |_| {});
        Ok(Self { edtf, form, earliest, latest })
    }

    /// Of an event whose date is missing or cannot be read; a timeline has it behind the event above it in
    /// the file.
    #[must_use]
    pub(crate) fn unreadable(written: &str, above: Option<TimelinePlace>) -> Self {
        let edtf = text::clean_line(written.trim(), |_| {});
        Self { edtf, form: Form::Unreadable(above), earliest: None, latest: None }
    }

    /// Whether there is a date at all: what was written may be none.
    #[must_use]
    pub fn is_readable(&self) -> bool {
        !matches!(self.form, Form::Unreadable(_))
    }

    /// The string as it was written, trimmed.
    #[must_use]
    pub fn edtf(&self) -> &DisplayText {
        &self.edtf
    }

    /// The first day it can have been; `None` is open ("by 9 Sep").
    #[must_use]
    pub fn earliest(&self) -> Option<Day> {
        self.earliest
    }

    /// The last day it can have been; `None` is open ("since 16 Sep").
    #[must_use]
    pub fn latest(&self) -> Option<Day> {
        self.latest
    }

    /// The day at which a timeline lists it: the first it can have been, or the last where the
    /// beginning is open.
    #[must_use]
    pub fn listed_day(&self) -> Option<Day> {
        self.earliest.or(self.latest)
    }

    /// The days among which it was, or began where it lasted, or ended where the beginning is open;
    /// `None` where not even that is known from both sides.
    #[must_use]
    pub fn listed_days(&self) -> Option<(Day, Day)> {
        let days = |part: Part| part.first().zip(part.last());
        match self.form {
            Form::One(part)
            | Form::Minute(part, _)
            | Form::By(part)
            | Form::After(part)
            | Form::Lasted(End::At(part), _)
            | Form::Lasted(_, End::At(part)) => days(part),
            Form::Between(start, end) => start.first().zip(end.last()),
            Form::Lasted(..) | Form::Unreadable(_) => None,
        }
    }

    /// In full: `15 Jul 2022`, `about May 2021`, `between 21 and 22 Oct 2022`.
    #[must_use]
    pub fn text(&self) -> DisplayText {
        show::text(self.form)
    }

    /// In full with the weekday where a single day is known: `Fri 15 Jul 2022`.
    #[must_use]
    pub fn text_with_weekday(&self) -> DisplayText {
        match (self.form, self.earliest) {
            (Form::One(part), Some(day)) if part.day.is_some() && part.is_exact() => {
                text![day.weekday(), " ", self.text()]
            }
            (Form::Minute(..), Some(day)) => text![day.weekday(), " ", self.text()],
            _ => self.text(),
        }
    }

    /// In the column of a list, at most [`ROW_DATE`] columns wide: `15 Jul`, `16 Sep-Oct`, `May 2022+`.
    #[must_use]
    pub fn in_row(&self, with_year: bool) -> DisplayText {
        row::row(self.form, with_year)
    }

    /// The month and the year at which it is listed, `Apr 1949`, for a row that has no room for more; the
    /// year alone, `1939+`, where no more is known.
    #[must_use]
    pub fn month_in_row(&self) -> DisplayText {
        row::month(self.form)
    }

    /// In at most 7 columns, without the year, for a list that shows years as headings:
    /// `15 Jul`, `Jul`, `09 Sep~`; `~` marks what is not exact, `+` what went on for longer.
    #[must_use]
    pub fn short(&self) -> DisplayText {
        show::short(self.form)
    }

    /// In at most 10 columns, with the end of what lasted where there is room for it: `23-24 Oct`,
    /// `21-22 Oct~`, `1939-1945`; else as [`short`](Self::short).
    #[must_use]
    pub fn medium(&self) -> DisplayText {
        show::medium(self.form)
    }

    /// Whether the date as written is doubtful (EDTF `?` or `%`).
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        let doubtful = |end: End| matches!(end, End::At(part) if part.doubtful);
        match self.form {
            Form::One(part) | Form::Minute(part, _) | Form::By(part) | Form::After(part) => {
                part.doubtful
            }
            Form::Lasted(start, end) => doubtful(start) || doubtful(end),
            Form::Between(start, end) => start.doubtful || end.doubtful,
            Form::Unreadable(_) => true,
        }
    }

    /// Whether it was then and at no other time, as far as the author knows: without `~`, `?` and `%`, and
    /// not only once within these days.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        let exact = |end: End| !matches!(end, End::At(part) if !part.is_exact());
        match self.form {
            Form::One(part) | Form::Minute(part, _) => part.is_exact(),
            Form::Lasted(start, end) => exact(start) && exact(end),
            Form::Between(..) | Form::By(_) | Form::After(_) | Form::Unreadable(_) => false,
        }
    }

    /// How exactly it is known.
    #[must_use]
    pub fn precision(&self) -> Precision {
        match self.form {
            Form::One(part) => match (part.month, part.day) {
                (_, Some(_)) => Precision::Day,
                (Some(_), None) => Precision::Month,
                (None, None) => Precision::Year,
            },
            Form::Minute(..) => Precision::Minute,
            Form::Lasted(..) => Precision::Interval,
            Form::Between(..) | Form::By(_) | Form::After(_) | Form::Unreadable(_) => {
                Precision::Range
            }
        }
    }

    /// Whether it can have been within the days `first` to `last`, both included.
    #[must_use]
    pub fn overlaps(&self, first: Day, last: Day) -> bool {
        self.is_readable()
            && self.earliest.is_none_or(|day| day <= last)
            && self.latest.is_none_or(|day| day >= first)
    }

    /// Whether it is certainly before another: its last day before the first of that.
    #[must_use]
    pub fn is_before(&self, other: &Self) -> bool {
        self.latest.zip(other.earliest).is_some_and(|(last, first)| last < first)
    }

    /// Where a timeline has it, but for the time of day: by the month of its
    /// [`listed_day`](Self::listed_day). Of one month first come the days, and what began on a day; then
    /// what is known only to the month or longer, by its end, so that a year stands in the month in which it
    /// begins; then what has no beginning, by its end.
    #[must_use]
    pub fn timeline_place(&self) -> TimelinePlace {
        if let Form::Unreadable(Some(above)) = self.form {
            return above;
        }
        let listed = self.listed_day();
        let end = (self.latest.is_none(), self.latest);
        let (part, by) = if self.earliest.is_none() {
            (PartOfMonth::NoBeginning, end)
        } else if self.begins_on_a_day() {
            (PartOfMonth::Days, (false, listed))
        } else {
            (PartOfMonth::Longer, end)
        };
        TimelinePlace { month: listed.map(|day| (day.year(), day.month())), part, by }
    }

    /// Whether it was or began on a day that is known, however surely.
    #[must_use]
    pub fn begins_on_a_day(&self) -> bool {
        match self.form {
            Form::One(part)
            | Form::Minute(part, _)
            | Form::After(part)
            | Form::Between(part, _)
            | Form::Lasted(End::At(part), _) => part.day.is_some(),
            Form::By(_) | Form::Lasted(..) | Form::Unreadable(_) => false,
        }
    }

    /// Seconds of the day in UTC, where the minute is known: below 0 or above a day where it is the next or
    /// the last day there.
    #[must_use]
    pub fn seconds(&self) -> Option<i64> {
        match self.form {
            Form::Minute(_, clock) => {
                let local = i64::from(clock.hour) * 3600
                    + i64::from(clock.minute) * 60
                    + i64::from(clock.second);
                let east = match clock.offset {
                    Offset::Utc => 0,
                    Offset::Minutes(minutes) => i64::from(minutes),
                };
                Some(local - east * 60)
            }
            Form::One(_)
            | Form::Lasted(..)
            | Form::Between(..)
            | Form::By(_)
            | Form::After(_)
            | Form::Unreadable(_) => None,
        }
    }
}

fn bounds(form: Form) -> (Option<Day>, Option<Day>) {
    let first = |end: End| match end {
        End::At(part) => part.first(),
        End::Open | End::Unknown => None,
    };
    let last = |end: End| match end {
        End::At(part) => part.last(),
        End::Open | End::Unknown => None,
    };
    match form {
        Form::One(part) | Form::Minute(part, _) => (part.first(), part.last()),
        Form::Lasted(start, end) => (first(start), last(end)),
        Form::Between(start, end) => (start.first(), end.last()),
        Form::By(end) => (None, end.last()),
        Form::After(start) => (start.first(), None),
        Form::Unreadable(_) => (None, None),
    }
}

#[cfg(test)]
mod tests;
