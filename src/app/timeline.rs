//! The timeline: the steps it is read in, what an event stands under, and where time that passes is told.

use super::{App, Density, Row};
use crate::library::{Day, Distance, ItemId, Library, When};
use crate::text::DisplayText;

/// The step in which the timeline is read: what its headings are and how far a jump goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TimeStep {
    /// Days, under the years.
    #[default]
    Day,
    /// Weeks from Monday to Sunday (ISO 8601).
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

impl TimeStep {
    /// Every step, the shortest first.
    pub const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::Year];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    fn at(self, by: isize) -> Option<Self> {
        let at = Self::ALL.iter().position(|step| *step == self)?;
        Self::ALL.get(at.checked_add_signed(by)?).copied()
    }

    /// The headings under this step: days stand under their year.
    fn heading(self) -> Self {
        if self == Self::Day { Self::Year } else { self }
    }

    /// Days that have to pass before a passage of time is told: under a week nobody asks, and within
    /// one step the heading says enough.
    fn passage(self) -> i64 {
        match self {
            Self::Day => 7,
            Self::Week => 14,
            Self::Month => 62,
            Self::Year => 731,
        }
    }
}

/// A stretch of the calendar, both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) first: Day,
    pub(super) last: Day,
}

impl Period {
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

    /// `9 Sep 2022`, `5-11 Sep 2022`, `Sep 2022`, `2022`.
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
        crate::text![first.day(), " ", first.month_name(), "-", last.text()]
    }
}

/// The rows of a timeline in time order: events under their headings, and the time that passes
/// between them where it stands out.
pub(super) fn rows(
    library: &Library,
    items: &[ItemId],
    step: TimeStep,
    with_passages: bool,
) -> Vec<Row> {
    let period =
        |item: &ItemId| Period::of_event(&library.event(*item)?.when.value, step.heading());
    let mut items: Vec<(ItemId, Option<Period>)> =
        items.iter().map(|item| (*item, period(item))).collect();
    if step != TimeStep::Day {
        items.sort_by_key(|(_, period)| period.map(|period| period.place(step)));
    }
    let whens = items.iter().map(|(item, _)| Some(&library.event(*item)?.when.value));
    let passages = if with_passages { passages(&whens.collect::<Vec<_>>(), step) } else { vec![] };
    let mut passages = passages.into_iter();
    let mut rows = Vec::new();
    let mut under = None;
    for (at, (item, period)) in items.iter().enumerate() {
        rows.extend(passages.next().flatten().map(Row::Passage));
        if *period != under {
            let rest = items.get(at..).unwrap_or_default();
            let count = rest.iter().take_while(|(_, other)| other == period).count();
            rows.extend(period.map(|period| Row::Heading(heading(period, step, count))));
            under = *period;
        }
        rows.push(Row::Item(*item));
    }
    rows
}

/// `2022` over days; `Sep 2022  9 events`, `within 2022  1 event` over longer steps.
fn heading(period: Period, step: TimeStep, count: usize) -> DisplayText {
    if step == TimeStep::Day {
        return period.words();
    }
    let whole = Period::of(period.first, step) == Some(period);
    let within = if whole { "" } else { "within " };
    let events = if count == 1 { " event" } else { " events" };
    crate::text![within, period.words(), "  ", count, events]
}

/// Events in a list so short that every passage of time has room.
const FEW: usize = 12;
/// Passages on each side that one is measured by.
const AROUND: usize = 4;
/// How many times longer than those around it a passage stands out.
const OUTSTANDING: i64 = 4;

/// What is told above each of the events. In a long list that is only a passage much longer than
/// those around it; otherwise a list that reaches far back would be half passages.
fn passages(whens: &[Option<&When>], step: TimeStep) -> Vec<Option<DisplayText>> {
    let between = |pair: &[Option<&When>]| match pair {
        [Some(from), Some(to)] => Distance::between(from, to),
        _ => None,
    };
    let distances: Vec<Option<Distance>> = whens.windows(2).map(between).collect();
    let days: Vec<i64> =
        distances.iter().map(|distance| distance.map_or(0, Distance::least_days)).collect();
    let stands_out = |at: usize, passed: i64| {
        passed >= step.passage() && (whens.len() <= FEW || passed >= OUTSTANDING * usual(&days, at))
    };
    let told =
        distances.iter().zip(&days).enumerate().map(|(at, (distance, passed))| {
            distance.filter(|_| stands_out(at, *passed)).map(words)
        });
    std::iter::once(None).chain(told).collect()
}

/// The median of the passages around one.
fn usual(days: &[i64], at: usize) -> i64 {
    let before = days.get(at.saturating_sub(AROUND)..at).unwrap_or_default();
    let after = days.iter().skip(at + 1).take(AROUND);
    let mut around: Vec<i64> = before.iter().chain(after).copied().collect();
    around.sort_unstable();
    around.get(around.len() / 2).copied().unwrap_or(0)
}

/// `46 days later`, `3-5 months after its end`.
fn words(distance: Distance) -> DisplayText {
    let from = if distance.from_ending() {
        " after its end"
    } else if distance.from_beginning() {
        " after it began"
    } else {
        " later"
    };
    crate::text![distance.words(), from]
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
        let by = step.name();
        self.notice = Some(crate::text!["timeline by ", by, ": J and K go from ", by, " to ", by]);
    }

    /// What an event stands under when the timeline is gone through in its step.
    pub(super) fn period_of(&self, event: ItemId) -> Option<Period> {
        let when = &self.library.event(event)?.when.value;
        if self.here.step == TimeStep::Day {
            // Among the years it is the day at which the list has it.
            return Period::of(when.listed_day()?, TimeStep::Day);
        }
        Period::of_event(when, self.here.step)
    }

    /// Whether the timeline tells the time that passes between events.
    pub(super) fn tells_passages(&self) -> bool {
        self.preferences.density == Density::Roomy
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(edtf: &str) -> When {
        When::parse(edtf).expect("a date")
    }

    fn told(edtfs: &[&str], step: TimeStep) -> Vec<String> {
        let whens: Vec<When> = edtfs.iter().map(|edtf| when(edtf)).collect();
        let whens: Vec<Option<&When>> = whens.iter().map(Some).collect();
        let told = passages(&whens, step).into_iter();
        told.map(|words| words.map_or_else(|| "-".to_owned(), |words| words.to_string())).collect()
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

    #[test]
    fn a_passage_is_told_where_it_stands_out() {
        let few =
            ["2022-07-15", "2022-07-17", "2022-09-01", "2022-09", "2022-10/2022-11", "2023-02"];
        let expected = ["-", "-", "46 days later", "-", "-", "2-4 months after its end"];
        assert_eq!(told(&few, TimeStep::Day), expected);
        let background: Vec<String> = (1900..1920).map(|year| format!("{year}-05-01")).collect();
        let years: Vec<&str> = background.iter().map(String::as_str).collect();
        assert_eq!(told(&years, TimeStep::Day).iter().filter(|words| *words != "-").count(), 0);
        let days: Vec<String> = (1..=20).map(|day| format!("1921-05-{day:02}")).collect();
        let dense: Vec<&str> =
            ["1920-03-01"].into_iter().chain(days.iter().map(String::as_str)).collect();
        let words = told(&dense, TimeStep::Day);
        assert_eq!(words[1], "14 months later");
        assert!(words[2..].iter().all(|words| words == "-"));
        assert_eq!(told(&["2022-07-15", "2022-07-25"], TimeStep::Week), ["-", "-"]);
    }
}
