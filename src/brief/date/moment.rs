//! Times of day with the offset of their place, and the moments that they are.

use super::Day;
use crate::text;
use crate::text::DisplayText;
use chrono::{DateTime, FixedOffset, NaiveDateTime, NaiveTime};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A moment, whatever clock it was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment(NaiveDateTime);

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let utc = self.0.and_utc();
        (utc.timestamp(), utc.timestamp_subsec_nanos()).serialize(to)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let (seconds, nanoseconds) = <(i64, u32)>::deserialize(from)?;
        let utc = DateTime::from_timestamp(seconds, nanoseconds);
        utc.map(|utc| Self(utc.naive_utc())).ok_or_else(|| D::Error::custom("no moment"))
    }
}

/// A time of day as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Clock {
    /// 24 where the day ends.
    pub(super) hour: u32,
    pub(super) minute: u32,
    /// 60 is a leap second.
    pub(super) second: Option<u32>,
    /// The fraction of the second, in nanoseconds: it puts in order, and nobody reads it aloud.
    pub(super) fraction: Option<u32>,
    pub(super) offset: Offset,
}

/// How far a clock is from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Offset {
    /// `Z`.
    Utc,
    /// Minutes east of UTC.
    Minutes(i32),
}

const NANOS: u32 = 1_000_000_000;
const MINUTES_OF_DAY: i64 = 24 * 60;

impl Clock {
    /// The first moment that it can mean on a day of its place.
    pub(super) fn first(self, day: Day) -> Option<Moment> {
        self.moment(day, self.second.unwrap_or(0), self.fraction.unwrap_or(0))
    }

    /// The last one: what is known to the minute was at any second of it.
    pub(super) fn last(self, day: Day) -> Option<Moment> {
        self.moment(day, self.second.unwrap_or(59), self.fraction.unwrap_or(NANOS - 1))
    }

    fn moment(self, day: Day, second: u32, nanos: u32) -> Option<Moment> {
        let (day, hour) = if self.hour == 24 { (day.plus_days(1)?, 0) } else { (day, self.hour) };
        // Chrono has a leap second as a longer 59th one.
        let (second, nanos) = if second == 60 { (59, NANOS + nanos) } else { (second, nanos) };
        let time = NaiveTime::from_hms_nano_opt(hour, self.minute, second, nanos)?;
        let east = FixedOffset::east_opt(self.offset.minutes() * 60)?;
        NaiveDateTime::new(day.date(), time).checked_sub_offset(east).map(Moment)
    }

    /// The same moment by a clock of UTC; the day may be another one.
    pub(super) fn in_utc(self, day: Day) -> Option<(Day, Self)> {
        let Offset::Minutes(east) = self.offset else { return Some((day, self)) };
        let minutes = i64::from(self.hour) * 60 + i64::from(self.minute) - i64::from(east);
        let day = day.plus_days(minutes.div_euclid(MINUTES_OF_DAY))?;
        let minute = u32::try_from(minutes.rem_euclid(MINUTES_OF_DAY)).ok()?;
        Some((day, Self { hour: minute / 60, minute: minute % 60, offset: Offset::Utc, ..self }))
    }

    /// Hours and minutes, and the second where it was written.
    pub(super) fn text(self) -> DisplayText {
        match self.second {
            Some(second) => text![self.minutes_text(), ":", two_digits(second)],
            None => self.minutes_text(),
        }
    }

    /// Hours and minutes.
    pub(super) fn minutes_text(self) -> DisplayText {
        text![two_digits(self.hour), ":", two_digits(self.minute)]
    }
}

impl Offset {
    /// Minutes east of UTC.
    pub(super) fn minutes(self) -> i32 {
        match self {
            Self::Utc => 0,
            Self::Minutes(minutes) => minutes,
        }
    }

    /// Behind a time in a row: `Z`, `+02`, `+05:45`.
    pub(super) fn short(self) -> DisplayText {
        match self {
            Self::Utc => text!["Z"],
            Self::Minutes(minutes) if minutes % 60 == 0 => self.text().slice(0..3),
            Self::Minutes(_) => self.text(),
        }
    }

    /// `UTC`, `+02:00`.
    pub(super) fn text(self) -> DisplayText {
        let Self::Minutes(minutes) = self else { return text!["UTC"] };
        let sign = if minutes < 0 { "-" } else { "+" };
        let minutes = minutes.unsigned_abs();
        text![sign, two_digits(minutes / 60), ":", two_digits(minutes % 60)]
    }
}

impl Moment {
    /// Seconds since 1970, a leap second as the one before it.
    pub(super) fn second(self) -> i64 {
        self.0.and_utc().timestamp()
    }
}

fn two_digits(number: u32) -> DisplayText {
    text![if number < 10 { "0" } else { "" }, number]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock(hour: u32, minute: u32, second: Option<u32>, east: i32) -> Clock {
        Clock { hour, minute, second, fraction: None, offset: Offset::Minutes(east) }
    }

    #[test]
    fn a_moment_is_the_same_whatever_clock_it_is_read_from() {
        let day = |day| Day::new(2022, 9, day).unwrap();
        for (here, there) in [
            ((day(7), clock(14, 20, None, 120)), (day(7), clock(12, 20, None, 0))),
            ((day(8), clock(0, 30, None, 345)), (day(7), clock(18, 45, None, 0))),
            ((day(7), clock(24, 0, None, 0)), (day(8), clock(0, 0, None, 0))),
            ((day(8), clock(5, 29, Some(60), 330)), (day(7), clock(23, 59, Some(60), 0))),
        ] {
            assert!(here.1.first(here.0).is_some());
            assert_eq!(here.1.first(here.0), there.1.first(there.0), "{here:?}");
            assert_eq!(here.1.last(here.0), there.1.last(there.0), "{here:?}");
        }
    }

    #[test]
    fn a_leap_second_is_after_the_last_second_and_before_the_next_day() {
        let day = Day::new(2016, 12, 31).unwrap();
        let [last, leap] = [59, 60].map(|second| clock(23, 59, Some(second), 0));
        assert!(last.last(day) < leap.first(day));
        assert!(leap.last(day) < clock(24, 0, None, 0).first(day));
    }
}
