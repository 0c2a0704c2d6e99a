//! Days of the calendar.

use crate::text;
use crate::text::DisplayText;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Months as they are shown.
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A calendar day, 1000 to 2100 (proleptic Gregorian).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(NaiveDate);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.num_days_from_ce().serialize(to)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let day = NaiveDate::from_num_days_from_ce_opt(i32::deserialize(from)?);
        day.map(Self).ok_or_else(|| D::Error::custom("no day of the calendar"))
    }
}

impl Day {
    /// The day, if the calendar has it.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// The day written `2022-07-15`.
    #[must_use]
    pub fn parse_iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut part = |length: usize| {
            let part = parts.next()?;
            let digits = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
            if digits { part.parse::<u32>().ok() } else { None }
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        if parts.next().is_some() {
            return None;
        }
        Self::new(i32::try_from(year).ok()?, month, day)
    }

    /// A day of a week of ISO 8601, 1 is Monday, if the year has that week.
    #[must_use]
    pub fn of_week(year: i32, week: u32, day: u32) -> Option<Self> {
        let day = Weekday::try_from(u8::try_from(day.checked_sub(1)?).ok()?).ok()?;
        NaiveDate::from_isoywd_opt(year, week, day).map(Self)
    }

    /// As the calendar's own library has it.
    pub(super) fn date(self) -> NaiveDate {
        self.0
    }

    /// The day in UTC so many seconds after the beginning of 1970.
    #[must_use]
    pub fn of_clock(seconds: u64) -> Self {
        let beginning = Self(NaiveDate::default());
        i64::try_from(seconds / 86_400)
            .ok()
            .and_then(|days| beginning.plus_days(days))
            .unwrap_or(beginning)
    }

    /// Year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// Month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// Day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// Days from another day to this one; negative when this one is earlier.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    /// The day so many days later, or earlier for a negative number, if the calendar has it.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Option<Self> {
        let count = Days::new(days.unsigned_abs());
        let moved =
            if days < 0 { self.0.checked_sub_days(count) } else { self.0.checked_add_days(count) };
        moved.map(Self)
    }

    /// The weekday in three letters: `Fri`.
    #[must_use]
    pub fn weekday(self) -> &'static str {
        match self.0.weekday() {
            Weekday::Mon => "Mon",
            Weekday::Tue => "Tue",
            Weekday::Wed => "Wed",
            Weekday::Thu => "Thu",
            Weekday::Fri => "Fri",
            Weekday::Sat => "Sat",
            Weekday::Sun => "Sun",
        }
    }

    /// The month in three letters: `Jul`.
    #[must_use]
    pub fn month_name(self) -> &'static str {
        month_name(self.month())
    }

    /// As it is written in a brief: `2022-07-15`.
    #[must_use]
    pub fn iso(self) -> DisplayText {
        text::clean(&self.0.format("%Y-%m-%d").to_string(), |_| {})
    }

    /// In full: `15 Jul 2022`.
    #[must_use]
    pub fn text(self) -> DisplayText {
        text![self.day(), " ", self.month_name(), " ", self.year()]
    }
}

pub(super) fn month_name(month: u32) -> &'static str {
    let index = usize::try_from(month).unwrap_or(0).saturating_sub(1);
    MONTHS.get(index).copied().unwrap_or("?")
}
