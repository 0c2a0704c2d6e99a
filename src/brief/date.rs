//! Dates as they are known: EDTF (ISO 8601-2) with the precision, the doubt and the interval kept.

use crate::text::DisplayText;
use chrono::{Datelike, NaiveDate};
use std::cmp::Ordering;

/// A calendar day, 1000 to 2100 (proleptic Gregorian).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(NaiveDate);

impl Day {
    /// The day, if the calendar has it.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
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
}

/// When something was, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    edtf: DisplayText,
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
        let _ = text;
        Ok(Self { edtf: DisplayText::default(), earliest: None, latest: None })
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

    /// In full: `15 Jul 2022`, `about May 2021`, `between 21 and 22 Oct 2022`.
    #[must_use]
    pub fn text(&self) -> DisplayText {
        self.edtf.clone()
    }

    /// In full with the weekday where a single day is known: `Fri 15 Jul 2022`.
    #[must_use]
    pub fn text_with_weekday(&self) -> DisplayText {
        self.edtf.clone()
    }

    /// In at most 7 columns, without the year, for a list that shows years as headings:
    /// `15 Jul`, `Jul`, `09 Sep~`; `~` marks what is not exact, `+` what went on for longer.
    #[must_use]
    pub fn short(&self) -> DisplayText {
        self.edtf.clone()
    }

    /// Whether it can have been within the days `first` to `last`, both included.
    #[must_use]
    pub fn overlaps(&self, first: Day, last: Day) -> bool {
        self.earliest.is_none_or(|day| day <= last) && self.latest.is_none_or(|day| day >= first)
    }

    /// Whether one single day is known.
    #[must_use]
    pub fn is_day(&self) -> bool {
        self.earliest.is_some() && self.earliest == self.latest
    }

    /// Timeline order: earliest day first, then the longer before the shorter.
    #[must_use]
    pub fn timeline_order(&self, other: &Self) -> Ordering {
        self.earliest.cmp(&other.earliest).then_with(|| match (self.latest, other.latest) {
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(this), Some(that)) => that.cmp(&this),
        })
    }
}
