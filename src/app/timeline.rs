//! The timeline: the steps it is read in, and what an event stands under.

use super::{App, Row};
use crate::action::Action;
use crate::choice::{Order, Pane, TimeStep, Worded};
use crate::library::{Day, ItemId, Library, When};
use crate::text::DisplayText;

impl TimeStep {
    fn at(self, by: isize) -> Option<Self> {
        let at = Self::ALL.iter().position(|step| *step == self)?;
        Self::ALL.get(at.checked_add_signed(by)?).copied()
    }
}

/// A stretch of the calendar, both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) first: Day,
    pub(super) last: Day,
}

impl Period {
    /// One day.
    pub(super) fn day(day: Day) -> Self {
        Self { first: day, last: day }
    }

    /// The day, week, month or year that a day lies in.
    pub(super) fn of(day: Day, step: TimeStep) -> Option<Self> {
        let (first, last) = match step {
            TimeStep::Day => (day, day),
            TimeStep::Week => {
                // A Monday.
                let monday = Day::new(2001, 1, 1)?;
                let first = day.plus_days(-day.days_since(monday).rem_euclid(7))?;
                (first, first.plus_days(6)?)
            }
            TimeStep::Month => {
                let first = Day::new(day.year(), day.month(), 1)?;
                let next = Self::month_after(first)?;
                (first, next.plus_days(-1)?)
            }
            TimeStep::Year => (Day::new(day.year(), 1, 1)?, Day::new(day.year(), 12, 31)?),
        };
        Some(Self { first, last })
    }

    /// Whether a day lies in it.
    pub(super) fn holds(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// The first day of the next month.
    pub(super) fn month_after(day: Day) -> Option<Day> {
        match day.month() {
            12 => Day::new(day.year() + 1, 1, 1),
            month => Day::new(day.year(), month + 1, 1),
        }
    }

    /// What an event stands under: the period of the step, or the shortest longer one that holds all
    /// days on which it can have been.
    pub(super) fn of_event(when: &When, step: TimeStep) -> Option<Self> {
        let listed = Self::of(when.listed_day()?, step)?;
        let Some((first, last)) = when.listed_days() else { return Some(listed) };
        let longer = TimeStep::ALL.into_iter().filter(|longer| *longer >= step);
        let mut periods = longer.filter_map(|longer| Self::of(first, longer));
        Some(periods.find(|period| period.first <= first && last <= period.last).unwrap_or(listed))
    }

    /// Where it stands among the periods of a step: a longer one below the last of them in the month in
    /// which it begins, as what is known to it stands below the days of that month.
    fn place(self, step: TimeStep) -> (Day, bool, Day) {
        if Self::of(self.first, step) == Some(self) {
            return (self.first, false, self.last);
        }
        let month = Self::of(self.first, TimeStep::Month);
        let under = month.and_then(|month| Self::of(month.last, step));
        (under.map_or(self.first, |under| under.first), true, self.last)
    }

    /// `9 Sep 2022`, `5-11 Sep 2022`, `Sep 2022`, `2022`, `1 Dec 2021-2 Jan 2023`.
    pub(super) fn words(self) -> DisplayText {
        let Self { first, last } = self;
        if first == last {
            return first.text();
        }
        if Self::of(first, TimeStep::Year) == Some(self) {
            return crate::text![first.year()];
        }
        if Self::of(first, TimeStep::Month) == Some(self) {
            return crate::text![first.month_name(), " ", first.year()];
        }
        if (first.year(), first.month()) == (last.year(), last.month()) {
            return crate::text![first.day(), "-", last.text()];
        }
        // Within a year there is one such day before the last.
        if last.days_since(first) < 365 {
            return crate::text![first.day(), " ", first.month_name(), "-", last.text()];
        }
        crate::text![first.text(), "-", last.text()]
    }
}

/// The rows of a timeline in time order: events, in longer steps than days under their headings.
pub(super) fn rows(library: &Library, items: &[ItemId], step: TimeStep) -> Vec<Row> {
    if step == TimeStep::Day {
        return items.iter().copied().map(Row::Item).collect();
    }
    let period = |item: &ItemId| Period::of_event(&library.event(*item)?.when.value, step);
    let mut items: Vec<(ItemId, Option<Period>)> =
        items.iter().map(|item| (*item, period(item))).collect();
    items.sort_by_key(|(_, period)| period.map(|period| period.place(step)));
    let mut rows = Vec::with_capacity(items.len() * 2);
    let mut under = None;
    for (at, (item, period)) in items.iter().enumerate() {
        if at == 0 || *period != under {
            let rest = items.iter().skip(at);
            let count = rest.take_while(|(_, other)| other == period).count();
            rows.extend(period.map(|period| Row::Heading(heading(period, step, count))));
            under = *period;
        }
        rows.push(Row::Item(*item));
    }
    rows
}

/// `Sep 2022  9 events`, `2022, no month given  1 event`.
fn heading(period: Period, step: TimeStep, count: usize) -> DisplayText {
    let whole = Period::of(period.first, step) == Some(period);
    let given = if whole { "".into() } else { crate::text![", no ", step.word(), " given"] };
    let events = if count == 1 { " event" } else { " events" };
    crate::text![period.words(), given, "  ", count, events]
}

impl App {
    /// Reads the timeline in longer steps, or in shorter ones.
    pub(super) fn change_step(&mut self, to_longer: bool) {
        let Some(step) = self.here.step.at(if to_longer { 1 } else { -1 }) else {
            let words = if to_longer {
                "by year already, the longest step"
            } else {
                "by day already, the shortest step"
            };
            self.notice = Some(DisplayText::literal(words));
            return;
        };
        self.here.step = step;
        // Steps are of time: sorted by anything else the timeline would not show them.
        if let Some(list) = self.here.list_mut(Pane::Timeline) {
            list.order = Order::Usual;
        }
        let by = step.word();
        let keys = [
            (Action::NextGroup, crate::text!["goes on by a ", by]),
            (Action::PreviousGroup, "goes back by one".into()),
        ];
        self.tell(crate::text!["timeline by ", by], keys);
    }
}

/// What an event stands under when the timeline is gone through in a step.
pub(super) fn period_of(library: &Library, step: TimeStep, event: ItemId) -> Option<Period> {
    let when = &library.event(event)?.when.value;
    if step == TimeStep::Day {
        // Among the years it is the day at which the list has it.
        return Period::of(when.listed_day()?, TimeStep::Day);
    }
    Period::of_event(when, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(edtf: &str) -> When {
        When::parse(edtf).expect("a date")
    }

    #[test]
    fn an_event_stands_under_what_its_date_is_known_to() {
        for (edtf, step, expected) in [
            ("2022-09-09", TimeStep::Week, "5-11 Sep 2022"),
            ("2022-08-31", TimeStep::Week, "29 Aug-4 Sep 2022"),
            ("2022-09", TimeStep::Week, "Sep 2022"),
            ("2022-09-16/2022-10", TimeStep::Week, "12-18 Sep 2022"),
            ("[2022-10-23..2022-10-25]", TimeStep::Week, "Oct 2022"),
            ("[2022-10-23..2022-10-25]", TimeStep::Month, "Oct 2022"),
            ("[2022-09-30..2022-10-01]", TimeStep::Month, "2022"),
            ("2022", TimeStep::Month, "2022"),
            ("../2022-10", TimeStep::Month, "Oct 2022"),
            ("[2021-12-31..2022-01-01]", TimeStep::Month, "Dec 2021"),
            ("2022-09", TimeStep::Year, "2022"),
        ] {
            let period = Period::of_event(&when(edtf), step).expect("a period");
            assert_eq!(period.words().as_str(), expected, "{edtf} {step:?}");
        }
    }
}
