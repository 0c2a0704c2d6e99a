//! Going to a date: what is typed, which event is nearest to it, and how to say so.

use super::timeline::Period;
use super::{App, Order, Pane, Place, Row, TimeStep};
use crate::library::{Apart, Day, ItemId, Precision, When};
use crate::search::DateQuery;
use crate::text::DisplayText;

/// What a typed date comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct DateFound {
    /// The event to go to.
    pub(super) event: Option<ItemId>,
    /// What to tell, the fullest words first.
    pub(super) words: Vec<DisplayText>,
}

/// What can be typed, where nothing is.
const EXAMPLES: [&str; 2] =
    ["as 10 sep, 2022-09, 10.9.2022, 2022, or +2d from here", "as 10 sep, +2d"];
/// What to write instead.
const NO_DATE: [&str; 2] = ["no date; write 10 sep, 2022-09, 10.9.2022, 2022 or +2d", "no date"];
/// What to write instead of a date that hangs on the present day.
const NO_CLOCK: [&str; 2] = ["today is not known here; write 10 sep 2022 or +2d", "not known here"];

/// Days within which an event is near a date, so that the year is the one that was meant.
const NEAR: i64 = 31;

/// An event as it answers a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Nearest {
    /// The first of so many within it.
    Within(usize),
    /// It went on at that time.
    Through,
    /// The next one.
    After,
    /// The last one; there is none later.
    Before,
    /// The one before it, which was looked for.
    Earlier,
}

/// Which event is looked for where a date has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Toward {
    Later,
    Earlier,
}

impl App {
    /// What a typed date comes to, seen from a place.
    pub(super) fn find_date(&self, typed: &str, from: &Place) -> DateFound {
        let typed = typed.trim().to_lowercase();
        let told = |words: [&'static str; 2]| DateFound {
            event: None,
            words: words.map(DisplayText::literal).to_vec(),
        };
        if typed.is_empty() {
            return told(EXAMPLES);
        }
        if ["today", "now", "yesterday", "tomorrow"].contains(&typed.as_str()) {
            return told(NO_CLOCK);
        }
        let events = self.listed_events();
        let Some(last) = events.iter().filter_map(|(_, when)| when.listed_day()).max() else {
            return told(["no events are listed here", "no events"]);
        };
        let here = self.day_here(from);
        if let Some(far) = relative(&typed) {
            let counted = here.and_then(|here| Some((here, moved(here, far)?)));
            return match counted {
                Some((_, day)) => {
                    // Going back must not end where it began.
                    let toward = if far.is_back() { Toward::Earlier } else { Toward::Later };
                    self.found(&events, &[Period { first: day, last: day }], day, toward)
                }
                None => told(["too far for the calendar here", "too far"]),
            };
        }
        let first = events.iter().filter_map(|(_, when)| when.listed_day()).min().unwrap_or(last);
        let Some(date) = DateQuery::parse(&typed) else { return told(NO_DATE) };
        let years = (first.year(), last.year());
        let periods: Vec<Period> =
            date.ranges(years).map(|(first, last)| Period { first, last }).collect();
        if periods.is_empty() {
            // 29 February of years without one.
            return told(["no year here has this day", "no such day"]);
        }
        self.found(&events, &periods, here.unwrap_or(last), Toward::Later)
    }

    /// The event that answers one of these dates: of those with an event, else of those with one near,
    /// the date nearest to where one is; else the one with the nearest event.
    fn found(
        &self,
        events: &[(ItemId, &When)],
        dates: &[Period],
        here: Day,
        toward: Toward,
    ) -> DateFound {
        let answers = dates.iter().filter_map(|date| {
            let (event, how) = nearest(events, *date, toward)?;
            let when = self.library.event(event).map(|event| &event.when.value)?;
            let away = when.listed_day().map_or(i64::MAX, |day| day.days_since(date.last).abs());
            let away = match how {
                Nearest::Within(_) => 0,
                // What went on for years answers a date of each of them; when it began is what counts.
                Nearest::Through | Nearest::After | Nearest::Before | Nearest::Earlier => away,
            };
            let from_here = date.first.days_since(here).abs();
            let rank = match away {
                0 => (0, 0, from_here),
                1..=NEAR => (1, 0, from_here),
                _ => (2, away, from_here),
            };
            Some((rank, *date, event, when, how))
        });
        let Some((_, date, event, when, how)) = answers.min_by_key(|(rank, ..)| *rank) else {
            return DateFound::default();
        };
        let same_year =
            |other: &&Period| **other != date && other.first.year() == date.first.year();
        let other = match dates.iter().find(same_year) {
            Some(other) => crate::text![" (or ", other.words(), ")"],
            None => DisplayText::default(),
        };
        DateFound { event: Some(event), words: words(date, when, how, &other) }
    }

    /// The events that are listed, in time order.
    fn listed_events(&self) -> Vec<(ItemId, &When)> {
        let [rows, ..] = &self.rows;
        let items = rows.iter().filter_map(Row::item);
        let mut events: Vec<(ItemId, &When)> =
            items.filter_map(|item| Some((item, &self.library.event(item)?.when.value))).collect();
        let [timeline, ..] = &self.here.lists;
        if !matches!(timeline.order, Order::Usual) || self.here.step != TimeStep::Day {
            events.sort_by(|one, other| one.1.timeline_order(other.1));
        }
        events
    }

    /// The day that `+2d` counts from: of the subject, else of the event chosen in the timeline.
    fn day_here(&self, from: &Place) -> Option<Day> {
        let [timeline, ..] = &from.lists;
        let of = |item: Option<ItemId>| self.when_of(item?)?.listed_day();
        of(from.subject).or_else(|| of(timeline.cursor))
    }

    /// Shows the event that a typed date comes to, from a place; returns what to tell.
    pub(super) fn show_date(&mut self, typed: &str, from: &Place) -> Vec<DisplayText> {
        let found = self.find_date(typed, from);
        if let Some(event) = found.event {
            self.here.focus = Pane::Timeline;
            self.here.large = Pane::Timeline;
            self.select(Some(event));
        }
        found.words
    }
}

/// The event that answers a date: the first within it, else what went on then or came next, whichever
/// is nearer, else the last before it.
fn nearest(events: &[(ItemId, &When)], date: Period, toward: Toward) -> Option<(ItemId, Nearest)> {
    let listed: Vec<(ItemId, &When, Day)> = events
        .iter()
        .filter_map(|(event, when)| Some((*event, *when, when.listed_day()?)))
        .collect();
    let within = || listed.iter().filter(|(.., day)| date.first <= *day && *day <= date.last);
    if let Some((event, ..)) = within().next() {
        return Some((*event, Nearest::Within(within().count())));
    }
    let before = listed.iter().filter(|(.., day)| *day < date.first).max_by_key(|(.., day)| *day);
    if let Some(before) = before.filter(|_| toward == Toward::Earlier) {
        return Some((before.0, Nearest::Earlier));
    }
    let after = listed.iter().filter(|(.., day)| *day > date.last).min_by_key(|(.., day)| *day);
    let went_on = |when: &When| {
        when.precision() == Precision::Interval && when.overlaps(date.first, date.last)
    };
    let through = listed.iter().filter(|(_, when, day)| *day < date.first && went_on(when));
    let through = through.max_by_key(|(.., day)| *day);
    let near = |day: &Day| day.days_since(date.first).abs();
    match (through, after) {
        (Some(through), Some(after)) if near(&after.2) <= near(&through.2) => {
            Some((after.0, Nearest::After))
        }
        (Some(through), _) => Some((through.0, Nearest::Through)),
        (None, Some(after)) => Some((after.0, Nearest::After)),
        (None, None) => {
            listed.iter().max_by_key(|(.., day)| *day).map(|last| (last.0, Nearest::Before))
        }
    }
}

/// `→ 3 Sep 2022: nearest is 7 Sep 2022, 4 days later`, the fullest words first.
fn words(date: Period, when: &When, how: Nearest, other: &DisplayText) -> Vec<DisplayText> {
    let asked = date.words();
    let full = |said: &DisplayText| {
        [crate::text!["→ ", asked, other, ": ", said], crate::text!["→ ", asked, ": ", said]]
    };
    let away = || {
        let apart = exact(date).and_then(|typed| Apart::between(&typed, when));
        apart.map_or_else(DisplayText::default, |apart| crate::text![", ", apart.words()])
    };
    let (said, away) = match how {
        Nearest::Within(count) => {
            let said = crate::text![count, if count == 1 { " event" } else { " events" }];
            return full(&said).into_iter().chain([crate::text!["→ ", asked]]).collect();
        }
        Nearest::Through => (crate::text!["within ", when.text()], DisplayText::default()),
        Nearest::Before => {
            (crate::text!["nothing later; the last is ", when.text()], DisplayText::default())
        }
        Nearest::After | Nearest::Earlier => (crate::text!["nearest is ", when.text()], away()),
    };
    let shorter = [
        crate::text!["→ ", when.text(), away],
        crate::text!["→ ", when.text()],
        crate::text!["→ ", when.short()],
    ];
    full(&crate::text![said, away]).into_iter().chain(shorter).collect()
}

/// A typed date as a date of a brief, no more exact than it was typed.
fn exact(date: Period) -> Option<When> {
    let iso = date.first.iso();
    let length = if date.first == date.last {
        iso.as_str().len()
    } else if Period::of(date.first, TimeStep::Month) == Some(date) {
        "2022-09".len()
    } else {
        "2022".len()
    };
    When::parse(iso.as_str().get(..length)?).ok()
}

/// A typed way from here: `+2d`, `-1 week`, `+3m`, `+1y`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Days(i64),
    Months(i64),
}

impl Way {
    fn is_back(self) -> bool {
        match self {
            Self::Days(count) | Self::Months(count) => count < 0,
        }
    }
}

fn relative(typed: &str) -> Option<Way> {
    let (sign, rest) = match typed.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, typed.strip_prefix(['-', '−'])?),
    };
    let rest = rest.trim();
    let digits = rest.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(rest.len());
    let (number, unit) = rest.split_at_checked(digits)?;
    let number = sign * number.parse::<i64>().ok().filter(|number| *number <= 400_000)?;
    match unit.trim().trim_end_matches('s') {
        "d" | "day" => Some(Way::Days(number)),
        "w" | "week" => Some(Way::Days(number * 7)),
        "m" | "month" => Some(Way::Months(number)),
        "y" | "year" => Some(Way::Months(number * 12)),
        _ => None,
    }
}

/// The day so far from another; from the 31st a month on is the last day of the next month.
fn moved(from: Day, way: Way) -> Option<Day> {
    match way {
        Way::Days(days) => from.plus_days(days),
        Way::Months(months) => {
            let month = i64::from(from.year()) * 12 + i64::from(from.month()) - 1 + months;
            let year = i32::try_from(month.div_euclid(12)).ok()?;
            let month = u32::try_from(month.rem_euclid(12)).ok()? + 1;
            (1..=from.day()).rev().find_map(|day| Day::new(year, month, day))
        }
    }
}
