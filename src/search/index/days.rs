//! The days of all records, in order, so that a date is found without a look at every record.

use crate::library::{Day, Hours, When};
use crate::search::index::record::RecordId;
use crate::search::query::dates::{DateQuery, MOST_YEARS};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Days of a record that is looked up by its first day; longer ones are few and are all looked at.
const SHORT: i32 = 31;

/// What is meant only second is worth less than what goes on for months around what is meant first, but more
/// than what goes on for years; in per cent.
const SECOND: u16 = 70;
/// What a date that is being typed may become, in per cent of what it is.
const BEGUN: u16 = 90;

/// First and last day of a record, counted from the first of January 2000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Span {
    first: i32,
    last: i32,
    record: RecordId,
    /// How sure that is.
    surety: Surety,
}

/// How sure the days of a record are; those of less surety stand after those of more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Surety {
    /// It was then.
    Known,
    /// It was about then, or perhaps, or once within these days.
    Doubtful,
    /// It only became known then.
    Reported,
}

/// Days that go on for long, with the years of their ends.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct LongSpan {
    span: Span,
    years: (i32, i32),
}

/// The days of all records.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::search) struct Days {
    short: Vec<Span>,
    long: Vec<LongSpan>,
    /// The hours of those that have a time of day.
    hours: BTreeMap<RecordId, Hours>,
    /// First and last year of the short ones.
    years: (i32, i32),
}

impl Default for Days {
    fn default() -> Self {
        let hours = BTreeMap::new();
        Self { short: Vec::new(), long: Vec::new(), hours, years: (i32::MAX, i32::MIN) }
    }
}

impl Days {
    /// Adds a record.
    pub(in crate::search) fn push(&mut self, record: RecordId, when: &When, reported: bool) {
        let (earliest, latest) = (when.earliest(), when.latest());
        let (Some(from), Some(to)) = (earliest.or(latest), latest.or(earliest)) else { return };
        let (Some(first), Some(last)) = (number(from), number(to)) else { return };
        let first = if earliest.is_some() { first } else { i32::MIN };
        let last = if latest.is_some() { last } else { i32::MAX };
        let span = Span { first, last, record, surety: Surety::of(when, reported) };
        let years = (from.year(), to.year());
        if let Some(hours) = when.hours().filter(|_| !reported) {
            self.hours.insert(record, hours);
        }
        if last.saturating_sub(first) <= SHORT {
            self.short.push(span);
            self.years = (self.years.0.min(years.0), self.years.1.max(years.1));
        } else {
            self.long.push(LongSpan { span, years });
        }
    }

    /// Brings the days in order.
    pub(in crate::search) fn finish(&mut self) {
        self.short.sort_unstable();
        self.short.shrink_to_fit();
        self.long.shrink_to_fit();
    }

    /// The records whose days meet a date, with how well, of 1000; some may come twice.
    pub(in crate::search) fn meeting<'a>(
        &'a self,
        date: &'a DateQuery,
    ) -> impl Iterator<Item = (RecordId, u16)> + 'a {
        let within = |(first, last)| self.within(first, last);
        let less = |per_cent| move |(record, worth)| (record, part(worth, per_cent));
        let short = date.ranges(self.years).flat_map(within);
        let second = date.second_ranges(self.years).flat_map(within).map(less(SECOND));
        let begun = date.begun(self.years).flat_map(within).map(less(BEGUN));
        let long = self.long.iter().filter_map(|span| {
            let last = span.years.1.min(span.years.0.saturating_add(MOST_YEARS));
            let years = (span.years.0, last);
            let first = date.ranges(years).chain(date.begun(years)).map(|range| (range, 100));
            let second = date.second_ranges(years).map(|range| (range, SECOND));
            let worth = first.chain(second).filter_map(|(range, per_cent)| {
                let (first, last) = bounds(range).filter(|range| span.span.meets(*range))?;
                Some(part(fit(&span.span, first, last), per_cent))
            });
            Some((span.span.record, worth.max()?))
        });
        let all = short.chain(second).chain(begun).chain(long);
        all.map(|(record, worth)| match date.time {
            Some(time) => (record, part(worth, time.share(self.hours.get(&record).copied()))),
            None => (record, worth),
        })
    }

    /// Bytes in memory.
    pub(in crate::search) fn memory(&self) -> usize {
        self.short.capacity() * size_of::<Span>()
            + self.long.capacity() * size_of::<LongSpan>()
            + self.hours.len() * size_of::<(RecordId, Hours)>()
    }

    fn within(&self, first: Day, last: Day) -> impl Iterator<Item = (RecordId, u16)> + '_ {
        let (first, last) = bounds((first, last)).unwrap_or((i32::MAX, i32::MIN));
        let start = self.short.partition_point(|span| span.first < first.saturating_sub(SHORT));
        let spans = self.short.get(start..).unwrap_or_default();
        let spans = spans.iter().take_while(move |span| span.first <= last);
        let meets = spans.filter(move |span| span.meets((first, last)));
        meets.map(move |span| (span.record, fit(span, first, last)))
    }
}

impl Surety {
    fn of(when: &When, reported: bool) -> Self {
        match (reported, when.is_certain()) {
            (true, _) => Self::Reported,
            (false, true) => Self::Known,
            (false, false) => Self::Doubtful,
        }
    }

    /// What is left of the worth of days, in per cent.
    fn share(self) -> u16 {
        match self {
            Self::Known => 100,
            Self::Doubtful => 94,
            Self::Reported => 90,
        }
    }
}

impl Span {
    fn meets(&self, (first, last): (i32, i32)) -> bool {
        self.first <= last && self.last >= first
    }
}

/// The nearer the record's days are to those typed, the better.
fn fit(span: &Span, first: i32, last: i32) -> u16 {
    part(fit_of_days(span, first, last), span.surety.share())
}

/// So much of it, in per cent.
fn part(worth: u16, per_cent: u16) -> u16 {
    u16::try_from(u32::from(worth) * u32::from(per_cent) / 100).unwrap_or(worth)
}

fn fit_of_days(span: &Span, first: i32, last: i32) -> u16 {
    if span.first == i32::MIN || span.last == i32::MAX {
        return 500;
    }
    let outside = (first - span.first).max(0) + (span.last - last).max(0);
    match outside {
        0 => 1000,
        1..=2 => 960,
        3..=31 => 880,
        32..=366 => 760,
        _ => 560,
    }
}

fn bounds((first, last): (Day, Day)) -> Option<(i32, i32)> {
    Some((number(first)?, number(last)?))
}

fn epoch() -> Option<Day> {
    Day::new(2000, 1, 1)
}

fn number(day: Day) -> Option<i32> {
    i32::try_from(day.days_since(epoch()?)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::query::dates::{self, Dotted};

    /// What of these records a date meets, each with the best that it is worth.
    fn met(whens: &[&str], typed: &str) -> Vec<(u32, u16)> {
        let mut days = Days::default();
        for (record, when) in (0..).zip(whens) {
            let (when, reported) = match when.strip_prefix("reported ") {
                Some(when) => (when, true),
                None => (*when, false),
            };
            days.push(record, &When::parse(when).unwrap(), reported);
        }
        days.finish();
        let pieces: Vec<&str> = typed.split(' ').collect();
        let (date, _) = dates::read(&pieces, Dotted::Number).unwrap();
        let mut met: Vec<_> = days.meeting(&date).collect();
        met.sort_unstable_by_key(|(record, worth)| (*record, std::cmp::Reverse(*worth)));
        met.dedup_by_key(|(record, _)| *record);
        met
    }

    #[test]
    fn a_date_meets_the_days_that_hold_it() {
        let whens = ["2022-10-21", "2022-10-23/2022-10-24", "1939/1945", "2021-05", "../2022-10"];
        for (typed, expected) in [
            ("2022-10-21", vec![(0, 1000), (4, 500)]),
            ("oct 24th", vec![(1, 960), (2, 560), (4, 500)]),
            ("22-24 october", vec![(1, 1000), (2, 560), (4, 500)]),
            ("1943", vec![(2, 560), (4, 500)]),
            ("may 2021", vec![(3, 1000), (4, 500)]),
            ("2030", vec![]),
        ] {
            assert_eq!(met(&whens, typed), expected, "{typed}");
        }
    }

    /// The records in the order of what they are worth.
    fn in_order(whens: &[&str], typed: &str) -> Vec<u32> {
        let mut met = met(whens, typed);
        met.sort_by_key(|(record, worth)| (std::cmp::Reverse(*worth), *record));
        met.into_iter().map(|(record, _)| record).collect()
    }

    #[test]
    fn a_date_that_is_certain_stands_before_one_that_is_not() {
        let whens =
            ["2022-10-22~", "2022-10-22?", "[2022-10-21..2022-10-22]", "2022-10-22", "2022-10"];
        assert_eq!(in_order(&whens, "22 oct 2022"), [3, 0, 1, 2, 4]);
        let whens = ["reported 2022-10-22", "2022-10-22~", "2022-10-22T14:20+02:00"];
        assert_eq!(in_order(&whens, "22 oct 2022"), [2, 1, 0]);
        assert_eq!(in_order(&["2022-10-05~", "2022-10-20"], "october 2022"), [1, 0]);
    }

    #[test]
    fn of_a_day_that_of_the_typed_time_stands_first() {
        let whens = [
            "2022-09-07T09:00+02:00",
            "2022-09-07",
            "2022-09-07T14:25+02:00",
            "2022-09-07T14:20+02:00~",
            "2022-09-07T13:00+02:00/2022-09-07T15:00+02:00",
        ];
        assert_eq!(in_order(&whens, "7 sep 2022 14:20"), [4, 3, 2, 1, 0]);
        assert_eq!(in_order(&whens, "2022-09-07T12:20Z"), [4, 3, 2, 1, 0]);
        assert_eq!(in_order(&whens, "7 sep 2022 09:00"), [0, 1, 2, 4, 3]);
    }

    #[test]
    fn what_is_meant_second_stands_after_what_is_meant_first() {
        let whens = ["2023-02-01", "2022-02-23", "2022-02", "1939/1945", "2021-12/2022-03"];
        assert_eq!(in_order(&whens, "feb 23"), [1, 2, 4, 0, 3]);
        assert_eq!(in_order(&["2021-10/2022-01", "2022-10-21"], "oct 21"), [1, 0]);
    }
}
