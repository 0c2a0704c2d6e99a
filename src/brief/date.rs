//! Dates as they are known: EDTF (ISO 8601-2) with the precision, the doubt and the interval kept.

mod day;
mod distance;
mod hours;
mod moment;
mod parse;
mod pattern;
mod period;
mod place;
mod row;
mod show;
mod slip;
mod times;
mod value;

pub use day::Day;
pub use distance::{Apart, Distance, Doubt, Tick};
pub use hours::Hours;
pub use moment::Moment;
pub use place::{FIRST_OF_DAY, TimelinePlace, told_before};
pub use row::{ROW_DATE, RowDate, TIMED_ROW_DATE};

use crate::choice::Times;
use crate::text;
use crate::text::DisplayText;
use day::month_name;
use moment::Clock;
use serde::{Deserialize, Serialize};

/// One date of a [`When`]: a time of a day, a day, a month or a year, with its doubts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Part {
    year: i32,
    month: Option<u32>,
    day: Option<u32>,
    /// Only of a day.
    clock: Option<Clock>,
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

    /// The first moment that it can be, where the time of day is known.
    fn moment(self) -> Option<Moment> {
        self.clock?.first(self.first()?)
    }

    /// The last moment that it can be, where the time of day is known.
    fn last_moment(self) -> Option<Moment> {
        self.clock?.last(self.first()?)
    }

    /// Its day, month or year alone. About a time is no doubt about its day.
    fn without_clock(self) -> Self {
        Self { clock: None, about: self.about && self.clock.is_none(), ..self }
    }

    /// Its month, or its year where no more is known.
    fn without_day(self) -> Self {
        Self { day: None, clock: None, ..self }
    }
}

/// An end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum End {
    At(Part),
    /// `..`: still on, or from time out of mind.
    Open,
    /// Left empty: there is an end, nobody knows which.
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Form {
    /// One date or time.
    One(Part),
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

impl Form {
    /// The same with each of its dates changed.
    fn map(self, change: impl Fn(Part) -> Part) -> Self {
        let end = |end: End| match end {
            End::At(part) => End::At(change(part)),
            End::Open | End::Unknown => end,
        };
        match self {
            Self::One(part) => Self::One(change(part)),
            Self::Lasted(from, to) => Self::Lasted(end(from), end(to)),
            Self::Between(from, to) => Self::Between(change(from), change(to)),
            Self::By(to) => Self::By(change(to)),
            Self::After(from) => Self::After(change(from)),
            Self::Unreadable(_) => self,
        }
    }

    /// The date from which it can have been, and the date up to which; none where that is open.
    fn ends(self) -> (Option<Part>, Option<Part>) {
        let at = |end: End| match end {
            End::At(part) => Some(part),
            End::Open | End::Unknown => None,
        };
        match self {
            Self::One(part) => (Some(part), Some(part)),
            Self::Lasted(from, to) => (at(from), at(to)),
            Self::Between(from, to) => (Some(from), Some(to)),
            Self::By(to) => (None, Some(to)),
            Self::After(from) => (Some(from), None),
            Self::Unreadable(_) => (None, None),
        }
    }
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
    /// A time of day.
    Minute,
    /// It lasted, from one date to another or with an open end.
    Interval,
    /// Once, some time within, before or after dates.
    Range,
}

/// When something was, as far as it is known. Records have room for several dates, and most have one: so
/// it stands apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct When(Box<Known>);

/// All that is known of a [`When`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Known {
    edtf: DisplayText,
    form: Form,
    earliest: Option<Day>,
    latest: Option<Day>,
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
        let (earliest, latest) = place::bounds(form);
        let edtf = text::clean_written(written, |_| {});
        Ok(Self(Box::new(Known { edtf, form, earliest, latest })))
    }

    /// Of an event whose date is missing or cannot be read; a timeline has it behind the event above it in
    /// the file.
    #[must_use]
    pub(crate) fn unreadable(written: &str, above: Option<TimelinePlace>) -> Self {
        let edtf = text::clean_written_line(written.trim(), |_| {});
        let form = Form::Unreadable(above);
        Self(Box::new(Known { edtf, form, earliest: None, latest: None }))
    }

    /// Whether there is a date at all: what was written may be none.
    #[must_use]
    pub fn is_readable(&self) -> bool {
        !matches!(self.0.form, Form::Unreadable(_))
    }

    /// The string as it was written, trimmed.
    #[must_use]
    pub fn edtf(&self) -> &DisplayText {
        &self.0.edtf
    }

    /// The first day it can have been; `None` is open ("by 9 Sep").
    #[must_use]
    pub fn earliest(&self) -> Option<Day> {
        self.0.earliest
    }

    /// The last day it can have been; `None` is open ("since 16 Sep").
    #[must_use]
    pub fn latest(&self) -> Option<Day> {
        self.0.latest
    }

    /// In full: `15 Jul 2022`, `about May 2021`, `between 21 and 22 Oct 2022`.
    #[must_use]
    pub fn text(&self) -> DisplayText {
        self.text_in(Times::Reported)
    }

    /// In full with the weekday where a single day is known: `Fri 15 Jul 2022`.
    #[must_use]
    pub fn text_with_weekday(&self) -> DisplayText {
        self.text_with_weekday_in(Times::Reported)
    }

    /// In the column of a list, at most [`ROW_DATE`] columns wide, or [`TIMED_ROW_DATE`] with the time of day:
    /// `15 Jul`, `16 Sep-Oct`, `May 2022+`, `7 Sep 2022 14:20`.
    #[must_use]
    pub fn in_row(&self, how: RowDate) -> DisplayText {
        row::row(self.0.form, how)
    }

    /// The day and the time of day in a narrow list, at most 13 columns: `7 Sep 14:20~`.
    #[must_use]
    pub fn time_in_narrow_row(&self, how: RowDate) -> DisplayText {
        row::narrow_timed(self.0.form, how)
    }

    /// The month and the year at which it is listed, `Apr 1949`, for a row that has no room for more; the
    /// year alone, `1939+`, where no more is known.
    #[must_use]
    pub fn month_in_row(&self) -> DisplayText {
        row::month(self.0.form)
    }

    /// In at most 7 columns, without the year, for a list that shows years as headings:
    /// `15 Jul`, `Jul`, `09 Sep~`; `~` marks what is not exact, `+` what went on for longer.
    #[must_use]
    pub fn short(&self) -> DisplayText {
        show::short(self.0.form)
    }

    /// In at most 10 columns, with the end of what lasted where there is room for it: `23-24 Oct`,
    /// `21-22 Oct~`, `1939-1945`; else as [`short`](Self::short).
    #[must_use]
    pub fn medium(&self) -> DisplayText {
        show::medium(self.0.form)
    }

    /// Whether the date as written is doubtful (EDTF `?` or `%`).
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        let (from, to) = self.0.form.ends();
        !self.is_readable() || from.into_iter().chain(to).any(|part| part.doubtful)
    }

    /// Whether it was then and at no other time, as far as the author knows: without `~`, `?` and `%`, and
    /// not only once within these days.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        let (from, to) = self.0.form.ends();
        let is_exact = from.into_iter().chain(to).all(Part::is_exact);
        match self.0.form {
            Form::One(_) | Form::Lasted(..) => is_exact,
            Form::Between(..) | Form::By(_) | Form::After(_) | Form::Unreadable(_) => false,
        }
    }

    /// How exactly it is known.
    #[must_use]
    pub fn precision(&self) -> Precision {
        match self.0.form {
            Form::One(part) => match (part.month, part.day, part.clock) {
                (.., Some(_)) => Precision::Minute,
                (_, Some(_), None) => Precision::Day,
                (Some(_), None, None) => Precision::Month,
                (None, None, None) => Precision::Year,
            },
            Form::Lasted(..) => Precision::Interval,
            Form::Between(..) | Form::By(_) | Form::After(_) | Form::Unreadable(_) => {
                Precision::Range
            }
        }
    }
}

#[cfg(test)]
mod tests;
