//! The days of all records, in order, so that a date is found without a look at every record.

use crate::library::{Day, When};
use crate::search::index::record::RecordId;
use crate::search::query::dates::{DateQuery, MOST_YEARS};

/// Days of a record that is looked up by its first day; longer ones are few and are all looked at.
const SHORT: i32 = 31;

/// First and last day of a record, counted from the first of January 2000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Span {
    first: i32,
    last: i32,
    record: RecordId,
    /// Whether it only became known then: such records stand after those of the day.
    reported: bool,
}

/// Days that go on for long, with the years of their ends.
#[derive(Clone, Copy, Debug)]
struct LongSpan {
    span: Span,
    years: (i32, i32),
}

/// The days of all records.
#[derive(Debug)]
pub(in crate::search) struct Days {
    short: Vec<Span>,
    long: Vec<LongSpan>,
    /// First and last year of the short ones.
    years: (i32, i32),
}

impl Default for Days {
    fn default() -> Self {
        Self { short: Vec::new(), long: Vec::new(), years: (i32::MAX, i32::MIN) }
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
        let span = Span { first, last, record, reported };
        let years = (from.year(), to.year());
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
        let short = date.ranges(self.years).flat_map(|(first, last)| self.within(first, last));
        let begun = date.begun(self.years).flat_map(|(first, last)| self.within(first, last));
        let begun = begun.map(|(record, worth)| (record, worth / 10 * 9));
        let long = self.long.iter().filter_map(|span| {
            let last = span.years.1.min(span.years.0.saturating_add(MOST_YEARS));
            let years = (span.years.0, last);
            let ranges = date.ranges(years).chain(date.begun(years)).filter_map(bounds);
            let worth = ranges.filter(|(first, last)| span.span.meets(*first, *last));
            Some((span.span.record, worth.map(|(first, last)| fit(&span.span, first, last)).max()?))
        });
        short.chain(begun).chain(long)
    }

    /// Bytes in memory.
    pub(in crate::search) fn memory(&self) -> usize {
        self.short.capacity() * size_of::<Span>() + self.long.capacity() * size_of::<LongSpan>()
    }

    fn within(&self, first: Day, last: Day) -> impl Iterator<Item = (RecordId, u16)> + '_ {
        let (first, last) = bounds((first, last)).unwrap_or((i32::MAX, i32::MIN));
        let start = self.short.partition_point(|span| span.first < first.saturating_sub(SHORT));
        let spans = self.short.get(start..).unwrap_or_default();
        let spans = spans.iter().take_while(move |span| span.first <= last);
        let meets = spans.filter(move |span| span.meets(first, last));
        meets.map(move |span| (span.record, fit(span, first, last)))
    }
}

impl Span {
    fn meets(&self, first: i32, last: i32) -> bool {
        self.first <= last && self.last >= first
    }
}

/// The nearer the record's days are to those typed, the better.
fn fit(span: &Span, first: i32, last: i32) -> u16 {
    let worth = fit_of_days(span, first, last);
    if span.reported { worth / 10 * 9 } else { worth }
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
    use crate::search::query::dates;

    #[test]
    fn a_date_meets_the_days_that_hold_it() {
        let mut days = Days::default();
        let whens = ["2022-10-21", "2022-10-23/2022-10-24", "1939/1945", "2021-05~", "../2022-10"];
        for (record, when) in (0..).zip(whens) {
            days.push(record, &When::parse(when).unwrap(), false);
        }
        days.finish();
        for (typed, expected) in [
            ("2022-10-21", vec![(0, 1000), (4, 500)]),
            ("oct 24", vec![(1, 960), (2, 560), (4, 500)]),
            ("1943", vec![(2, 560), (4, 500)]),
            ("may 2021", vec![(3, 1000), (4, 500)]),
            ("2030", vec![]),
        ] {
            let pieces: Vec<&str> = typed.split(' ').collect();
            let (date, _) = dates::read(&pieces).unwrap();
            let mut met: Vec<_> = days.meeting(&date).collect();
            met.sort_unstable_by_key(|(record, worth)| (*record, std::cmp::Reverse(*worth)));
            met.dedup_by_key(|(record, _)| *record);
            assert_eq!(met, expected, "{typed}");
        }
    }
}
