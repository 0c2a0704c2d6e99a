//! Parts of the calendar: days, weeks, months, seasons, years, each in one year after the other.

use super::words::Third;
use crate::library::Day;
use std::ops::RangeInclusive;

/// First and last year that a brief can speak of.
pub(super) const YEARS: RangeInclusive<i32> = 1000..=2100;

/// A part of the calendar that comes again in each year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A day of a month.
    Day(u32, u32),
    /// Days of a month, both included, no more than it has.
    Days(u32, u32, u32),
    /// So many last days of a month.
    LastDays(u32, u32),
    /// Whole months: the first, which may be one of the next year, and how many.
    Months(u32, u32),
    /// Whole years: how many later the first is, and how many.
    Years(i32, i32),
    /// A week by its number in ISO 8601, Monday to Sunday.
    Week(u32),
    /// The day of such a week, 1 is Monday.
    WeekDay(u32, u32),
    /// The week, Monday to Sunday, that holds a day.
    WeekOf(u32, u32),
}

impl Place {
    /// A whole year.
    pub(super) const YEAR: Self = Self::Months(1, 12);

    /// Month and day, where it is a day of a month.
    pub(super) fn day(self) -> Option<(u32, u32)> {
        if let Self::Day(month, day) = self { Some((month, day)) } else { None }
    }

    /// The month, where it is one.
    pub(super) fn month(self) -> Option<u32> {
        if let Self::Months(month @ 1..=12, 1) = self { Some(month) } else { None }
    }

    /// First and last day in one year, if the calendar has them.
    pub(super) fn in_year(self, year: i32) -> Option<(Day, Day)> {
        match self {
            Self::Day(month, day) => Day::new(year, month, day).map(|day| (day, day)),
            Self::Days(month, first, last) => {
                let end = month_end(year, month)?;
                let last = Day::new(year, month, last).unwrap_or(end);
                Some((Day::new(year, month, first)?, last))
            }
            Self::LastDays(month, count) => {
                let end = month_end(year, month)?;
                Some((end.plus_days(1 - i64::from(count))?, end))
            }
            Self::Months(first, count) => {
                Some((month_start(year, first)?, month_start(year, first + count)?.plus_days(-1)?))
            }
            Self::Years(later, count) => {
                Some((Day::new(year + later, 1, 1)?, Day::new(year + later + count - 1, 12, 31)?))
            }
            Self::Week(week) => Some((Day::of_week(year, week, 1)?, Day::of_week(year, week, 7)?)),
            Self::WeekDay(week, day) => Day::of_week(year, week, day).map(|day| (day, day)),
            Self::WeekOf(month, day) => {
                let monday = monday(Day::new(year, month, day)?)?;
                Some((monday, monday.plus_days(6)?))
            }
        }
    }

    /// Whether the calendar has it in some year, or in the one that is named.
    pub(super) fn exists(self, year: Option<i32>) -> bool {
        year.is_none_or(|year| YEARS.contains(&year))
            && self.in_year(year.unwrap_or(LEAP_YEAR)).is_some()
    }

    /// A third of it, where it is a month or what can be halved in whole months or years.
    pub(super) fn third(self, third: Third) -> Option<Self> {
        let place = match third {
            Third::Early => 0,
            Third::Middle => 1,
            Third::Late => 2,
        };
        match self {
            Self::Months(month, 1) => Some(match third {
                Third::Early => Self::Days(month, 1, 10),
                Third::Middle => Self::Days(month, 11, 20),
                Third::Late => Self::Days(month, 21, 31),
            }),
            Self::Months(first, count) if count % 3 == 0 => {
                Some(Self::Months(first + count / 3 * place, count / 3))
            }
            Self::Years(later, 10) => Some(match third {
                Third::Early => Self::Years(later, 4),
                Third::Middle => Self::Years(later + 4, 3),
                Third::Late => Self::Years(later + 7, 3),
            }),
            Self::Day(..)
            | Self::Days(..)
            | Self::LastDays(..)
            | Self::Months(..)
            | Self::Years(..)
            | Self::Week(_)
            | Self::WeekDay(..)
            | Self::WeekOf(..) => None,
        }
    }
}

/// A year that has every day.
pub(super) const LEAP_YEAR: i32 = 2000;

/// The first day of a month; the thirteenth is the first of the next year.
fn month_start(year: i32, month: u32) -> Option<Day> {
    let later = month.checked_sub(1)?;
    Day::new(year + i32::try_from(later / 12).ok()?, later % 12 + 1, 1)
}

fn month_end(year: i32, month: u32) -> Option<Day> {
    month_start(year, month + 1)?.plus_days(-1)
}

/// The Monday of the week of a day.
fn monday(day: Day) -> Option<Day> {
    let known = Day::new(2001, 1, 1)?;
    day.plus_days(-day.days_since(known).rem_euclid(7))
}

/// The year of two digits: 22 is 2022, 99 is 1999.
pub(super) fn century(year: i32) -> i32 {
    if year < 40 { 2000 + year } else { 1900 + year }
}
