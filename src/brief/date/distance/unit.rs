//! Units of time, and which of them a person would take for a length.

use crate::text;
use crate::text::DisplayText;

/// Seconds of a day.
pub(super) const DAY: i64 = 24 * 60 * 60;

/// Seconds of a month of the Gregorian calendar, on average.
const MONTH: i64 = 43_829 * 60;

/// A unit of time, from the finest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Month,
    Year,
}

/// How near an amount is to what is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closeness {
    /// No farther than anybody would care.
    Exact,
    /// A little less.
    Almost,
    /// A little more.
    MoreThan,
    /// More or less.
    About,
    /// No less.
    AtLeast,
    /// No more.
    AtMost,
}

impl Unit {
    /// The unit for so many seconds that are known no finer than in another one.
    pub(super) fn of(seconds: i64, finest: Self) -> Self {
        // The most of each that is told; what would be rounded to more takes the next unit.
        let most = [
            (Self::Second, 90),
            (Self::Minute, 90),
            (Self::Hour, 47),
            (Self::Day, 90),
            (Self::Month, 24),
        ];
        let unit = most.into_iter().find(|(unit, most)| unit.nearest(seconds) <= *most);
        unit.map_or(Self::Year, |(unit, _)| unit).max(finest)
    }

    /// Its length; of a month and a year that of the Gregorian calendar on average.
    fn seconds(self) -> i64 {
        match self {
            Self::Second => 1,
            Self::Minute => 60,
            Self::Hour => 3600,
            Self::Day => DAY,
            Self::Month => MONTH,
            Self::Year => 12 * MONTH,
        }
    }

    /// So many of it that are full after some seconds.
    pub(super) fn whole(self, seconds: i64) -> i64 {
        seconds / self.seconds()
    }

    /// So many of it that come nearest to some seconds.
    pub(super) fn nearest(self, seconds: i64) -> i64 {
        (seconds + self.seconds() / 2) / self.seconds()
    }

    /// So many of it that a person would name for some seconds, and how near that is: off by a tenth of it, or
    /// by a fiftieth of the whole, is near enough; what has more than half of the next one is almost that.
    pub(super) fn near(self, seconds: i64) -> (Closeness, i64) {
        let nearest = self.nearest(seconds);
        let off = nearest * self.seconds() - seconds;
        let (whole, rest) = (self.whole(seconds), seconds % self.seconds());
        if off.abs() <= (self.seconds() / 10).max(seconds / 50) {
            (Closeness::Exact, nearest)
        } else if rest * 5 >= self.seconds() * 3 {
            (Closeness::Almost, whole + 1)
        } else {
            (Closeness::MoreThan, whole)
        }
    }

    /// So many of it that some seconds do not exceed.
    pub(super) fn rounded_up(self, seconds: i64) -> i64 {
        (seconds + self.seconds() - 1) / self.seconds()
    }

    fn word(self) -> &'static str {
        match self {
            Self::Second => "second",
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

/// So many seconds in one unit and the rest in the next finer one: `2 hours 5 minutes`; more than two days in
/// days alone.
pub(super) fn in_two(seconds: i64) -> DisplayText {
    let minutes = Unit::Minute.nearest(seconds) * Unit::Minute.seconds();
    match seconds {
        ..90 if seconds % 60 != 0 => counted(seconds, Unit::Second),
        ..5460 => two(seconds, Unit::Minute, Unit::Second),
        // Rounded to minutes first, so that no hour has sixty of them.
        5460..172_800 => two(minutes, Unit::Hour, Unit::Minute),
        172_800.. => counted(Unit::Day.nearest(seconds), Unit::Day),
    }
}

fn two(seconds: i64, greater: Unit, smaller: Unit) -> DisplayText {
    let whole = greater.whole(seconds);
    match smaller.whole(seconds - whole * greater.seconds()) {
        0 => counted(whole, greater),
        rest => text![counted(whole, greater), " ", counted(rest, smaller)],
    }
}
