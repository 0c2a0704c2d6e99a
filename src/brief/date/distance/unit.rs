//! Units of time, and which of them a person would take for a length.

use crate::text;
use crate::text::DisplayText;

/// Minutes of a day.
pub(super) const DAY: i64 = 24 * 60;

/// A unit of time, from the finest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Minute,
    Hour,
    Day,
    Month,
    Year,
}

impl Unit {
    /// The unit for so many minutes that are known no finer than in another one.
    pub(super) fn of(minutes: i64, finest: Self) -> Self {
        // The most of each that is told; what would be rounded to more takes the next unit.
        let most = [(Self::Minute, 90), (Self::Hour, 47), (Self::Day, 90), (Self::Month, 24)];
        let unit = most.into_iter().find(|(unit, most)| unit.nearest(minutes) <= *most);
        unit.map_or(Self::Year, |(unit, _)| unit).max(finest)
    }

    /// Its length; of a month and a year that of the Gregorian calendar on average.
    fn minutes(self) -> i64 {
        match self {
            Self::Minute => 1,
            Self::Hour => 60,
            Self::Day => DAY,
            Self::Month => 43_829,
            Self::Year => 12 * 43_829,
        }
    }

    /// So many of it that are full after some minutes.
    pub(super) fn whole(self, minutes: i64) -> i64 {
        minutes / self.minutes()
    }

    /// So many of it that come nearest to some minutes.
    pub(super) fn nearest(self, minutes: i64) -> i64 {
        (minutes + self.minutes() / 2) / self.minutes()
    }

    /// So many of it that some minutes do not exceed.
    pub(super) fn rounded_up(self, minutes: i64) -> i64 {
        (minutes + self.minutes() - 1) / self.minutes()
    }

    fn word(self) -> &'static str {
        match self {
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

/// `1 day`, `2 days`.
pub(super) fn counted(count: i64, unit: Unit) -> DisplayText {
    text![count, " ", unit.word(), if count == 1 { "" } else { "s" }]
}
