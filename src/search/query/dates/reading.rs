//! What a typed date can mean: from when to when, in a year or in every year.

use super::calendar::{LEAP_YEAR, Place, YEARS};
use super::words::Open;
use crate::library::Day;
use crate::text;
use crate::text::DisplayText;

/// One date as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// The year, where it was typed.
    pub(super) year: Option<i32>,
    /// What of the year.
    pub(super) place: Place,
    /// In which order its numbers were taken, where another one was possible.
    pub(super) order: Option<Order>,
    /// Whether something else is meant first: `feb 23` is a day before it is a month.
    pub(super) is_second: bool,
}

/// Whether the day or the month stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

impl Stamp {
    /// What the calendar has.
    pub(super) fn new(year: Option<i32>, place: Place) -> Option<Self> {
        place.exists(year).then_some(Self { year, place, order: None, is_second: false })
    }
}

/// One meaning of a typed date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    /// First and last year in which it is looked for; every year where none was typed.
    pub(super) years: Option<(i32, i32)>,
    first: Option<Point>,
    last: Option<Point>,
    /// Whether the last day is the one before the last point.
    is_before: bool,
    /// Whether something else is meant first.
    pub(super) is_second: bool,
}

/// An end of a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Point {
    of: Year,
    place: Place,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Year {
    /// So many years later than the one it is looked for in.
    Later(i32),
    Typed(i32),
}

impl Point {
    const fn of(place: Place) -> Self {
        Self { of: Year::Later(0), place }
    }

    fn in_year(self, year: i32) -> Option<(Day, Day)> {
        match self.of {
            Year::Later(years) => self.place.in_year(year + years),
            Year::Typed(year) => self.place.in_year(year),
        }
    }
}

impl Reading {
    /// A date alone.
    pub(super) fn at(stamp: Stamp) -> Self {
        let point = Some(Point::of(stamp.place));
        let years = stamp.year.map(|year| (year, year));
        let is_second = stamp.is_second;
        Self { years, first: point, last: point, is_before: false, is_second }
    }

    /// Everything on one side of a date.
    pub(super) fn open(stamp: Stamp, open: Open) -> Self {
        let whole = Self::at(stamp);
        match open {
            Open::After => Self { last: None, ..whole },
            Open::Before => Self { first: None, is_before: true, ..whole },
            Open::Until => Self { first: None, ..whole },
        }
    }

    /// From one date to another; a year that only one of them has is that of both. `None` where the end
    /// comes first.
    pub(super) fn between(from: Stamp, to: Stamp) -> Option<Self> {
        let orders = from.order.zip(to.order);
        if orders.is_some_and(|(one, other)| one != other) {
            return None;
        }
        let year = to.year.or(from.year);
        let sample = year.unwrap_or(LEAP_YEAR);
        let begins = from.place.in_year(from.year.unwrap_or(sample))?.0;
        let ends = to.place.in_year(sample)?.1;
        let (mut first, mut last) = (Point::of(from.place), Point::of(to.place));
        match (from.year, to.year) {
            (Some(_), Some(_)) if begins > ends => return None,
            (Some(year), Some(other)) if year != other => first.of = Year::Typed(year),
            // From December to January, of one year or the other.
            (Some(_), None) if begins > ends => last.of = Year::Later(1),
            (None, _) if begins > ends => first.of = Year::Later(-1),
            (Some(_) | None, Some(_) | None) => {}
        }
        Some(Self {
            years: year.map(|year| (year, year)),
            first: Some(first),
            last: Some(last),
            is_before: false,
            is_second: false,
        })
    }

    /// The same in each of these years.
    pub(super) fn within(self, years: (i32, i32)) -> Self {
        Self { years: Some(years), ..self }
    }

    /// First and last day in each year, as far as they meet the years between these.
    pub(super) fn ranges(
        self,
        (first, last): (i32, i32),
    ) -> impl Iterator<Item = (Day, Day)> + use<> {
        // It may begin in the year before, or end in the one after.
        let near = (first.saturating_sub(1), last.saturating_add(1));
        let (years, is_typed) = match self.years {
            Some((from, to)) if from == to => (from..=to, true),
            // One that has no end holds all that begin later.
            Some((from, _)) if self.last.is_none() => (from..=from, true),
            Some((_, to)) if self.first.is_none() => (to..=to, true),
            Some((from, to)) => (from.max(near.0)..=to.min(near.1), false),
            None => (near.0..=near.1, false),
        };
        let meets = move |(from, to): &(Day, Day)| from.year() <= last && to.year() >= first;
        let ranges = years.filter_map(move |year| self.in_year(year));
        ranges.filter(move |range| is_typed || meets(range))
    }

    /// First and last day in one year. An open end is that of the year where none was typed.
    fn in_year(self, year: i32) -> Option<(Day, Day)> {
        let (from, to) = if self.years.is_some() { YEARS.into_inner() } else { (year, year) };
        let first = match self.first {
            Some(point) => point.in_year(year)?.0,
            None => Day::new(from, 1, 1)?,
        };
        let last = match self.last {
            Some(point) if self.is_before => point.in_year(year)?.0.plus_days(-1)?,
            Some(point) => point.in_year(year)?.1,
            None => Day::new(to, 12, 31)?,
        };
        (first <= last).then_some((first, last))
    }

    /// The one year that was typed.
    fn year(self) -> Option<i32> {
        self.years.filter(|(first, last)| first == last).map(|(year, _)| year)
    }

    /// Whether both ends are known.
    pub(super) fn is_closed(self) -> bool {
        self.first.is_some() && self.last.is_some()
    }

    /// The first day and the day after the last, of what is open on one side in a year that was typed.
    pub(super) fn open_ends(self) -> Option<(Option<Day>, Option<Day>)> {
        let (first, last) = self.in_year(self.year()?)?;
        match (self.first, self.last) {
            (Some(_), None) => Some((Some(first), None)),
            (None, Some(_)) => Some((None, last.plus_days(1))),
            (Some(_), Some(_)) | (None, None) => None,
        }
    }

    /// Whether it is a day, a month or a year, which need no words.
    pub(super) fn is_plain(self) -> bool {
        let is_one = self.first == self.last;
        let place = self.first.map(|point| point.place);
        is_one && matches!(place, Some(Place::Day(..) | Place::Months(_, 1 | 12)))
    }

    /// What it was read as: `1 Sep 2022 to 10 Sep 2022`, `20 Oct 2022 or later`, `Feb 2023`.
    pub(super) fn words(self) -> DisplayText {
        let year = self.year();
        let Some((first, last)) = self.in_year(year.unwrap_or(LEAP_YEAR)) else {
            return DisplayText::default();
        };
        let day = |day: Day| match year {
            Some(_) => day.text(),
            None => text![day.day(), " ", day.month_name()],
        };
        if self.is_plain() {
            return match (self.first.map(|point| point.place), year) {
                (Some(Place::Months(_, 12)), _) => text![first.year()],
                (Some(Place::Months(..)), Some(year)) => text![first.month_name(), " ", year],
                (Some(Place::Months(..)), None) => text![first.month_name()],
                _ => day(first),
            };
        }
        match (self.first, self.last, year) {
            (Some(_), None, Some(_)) => text![day(first), " or later"],
            (None, Some(_), Some(_)) if self.is_before => {
                text!["before ", last.plus_days(1).map(day).unwrap_or_default()]
            }
            (None, Some(_), Some(_)) => text!["until ", day(last)],
            (_, _, None) => text![day(first), " to ", day(last), " of any year"],
            (..) if first == last => day(first),
            (..) => text![day(first), " to ", day(last)],
        }
    }
}
