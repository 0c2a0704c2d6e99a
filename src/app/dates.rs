//! Going to a date: what is typed, which event is nearest to it, and how to say so.

use super::axis::when_of;
use super::timeline::Period;
use super::{App, Place, rows};
use crate::choice::{Pane, TimeStep};
use crate::library::{Apart, Day, ItemId, Kind, Precision, When};
use crate::search::DateQuery;
use crate::text::DisplayText;

/// What a typed date comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct DateFound {
    /// The event to go to.
    pub(super) event: Option<ItemId>,
    /// Whether no event is of the date, and the one to go to is another's.
    pub(super) missed: bool,
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

/// Days between the first and the last of an event that is found by each of them.
const FEW_DAYS: i64 = 7;

/// An event as it answers a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Nearest {
    /// The first of so many on it.
    Within(usize),
    /// It was under way then, or may have been then, and the next one is far.
    Through,
    /// The next one.
    After,
    /// The last one; there is none later.
    Before,
    /// The one before it, which was looked for.
    Earlier,
}

/// What else there is at a date, for the words.
#[derive(Clone, Debug, Default)]
struct Besides {
    /// ` (or 9 Jul 2022)`: what the typed date can mean as well.
    other: DisplayText,
    /// Events on it that the lenses hide.
    hidden: usize,
    /// Whether lenses hide any event at all.
    in_lens: bool,
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
            missed: false,
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
                    self.found(&events, &[Period::day(day)], day, toward)
                }
                None => told(["too far for the calendar here", "too far"]),
            };
        }
        let first = events.iter().filter_map(|(_, when)| when.listed_day()).min().unwrap_or(last);
        let Some(date) = DateQuery::parse(&typed) else { return told(NO_DATE) };
        let here = here.unwrap_or(last);
        match date.open_ends() {
            // What is open begins at the one end that it has.
            Some((Some(day), _)) => {
                return self.found(&events, &[Period::day(day)], here, Toward::Later);
            }
            Some((None, Some(end))) => {
                let day = end.plus_days(-1).unwrap_or(end);
                return self.found(&events, &[Period::day(day)], here, Toward::Earlier);
            }
            Some((None, None)) | None => {}
        }
        let years = (first.year(), last.year());
        let period = |(first, last)| Period { first, last };
        let periods: Vec<Period> = date.ranges(years).map(period).collect();
        if periods.is_empty() {
            // 29 February of years without one.
            return told(["no year here has this day", "no such day"]);
        }
        let found = self.found(&events, &periods, here, Toward::Later);
        // A day in February before the month of a year, where there is an event on it.
        let second: Vec<Period> = date.second_ranges(years).map(period).collect();
        if found.missed && !second.is_empty() {
            let other = self.found(&events, &second, here, Toward::Later);
            return if other.missed { found } else { other };
        }
        found
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
            // Of a day that no year has an event on, the year is meant in which most of them are.
            let others = || {
                let year = |event| rows::year_of(&self.library, event);
                let in_another =
                    |(event, _): &&(ItemId, _)| year(*event) != Some(date.first.year());
                events.iter().filter(in_another).count()
            };
            let rank = match away {
                0 => (0, 0, 0, from_here),
                1..=NEAR => (1, others(), 0, from_here),
                _ => (1, others(), away, from_here),
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
        let hides = self.hidden_events();
        let besides = Besides {
            other,
            hidden: hides.iter().filter(|when| is_on(when, date)).count(),
            in_lens: !hides.is_empty(),
        };
        let missed = !matches!(how, Nearest::Within(_));
        DateFound { event: Some(event), missed, words: words(date, when, how, &besides) }
    }

    /// The dates of the events that the lenses hide.
    fn hidden_events(&self) -> Vec<&When> {
        let events = rows::of_brief(&self.library, self.here.brief, Kind::Event).into_iter();
        let hidden = events.filter(|event| !self.here.lenses_admit(*event));
        hidden.filter_map(|event| Some(&self.library.event(event)?.when.value)).collect()
    }

    /// The events that are listed, in time order.
    fn listed_events(&self) -> Vec<(ItemId, &When)> {
        let all = self.lists.all(Pane::Timeline);
        let is_shown = |event: &&ItemId| all.is_some_and(|all| all.has(**event));
        let listed = self.library.listed(Kind::Event).iter().filter(is_shown);
        listed.filter_map(|event| Some((*event, &self.library.event(*event)?.when.value))).collect()
    }

    /// The day that `+2d` counts from: of the subject, else of the event chosen in the timeline.
    fn day_here(&self, from: &Place) -> Option<Day> {
        let [timeline, ..] = &from.lists;
        let of = |item: Option<ItemId>| when_of(&self.library, item?)?.listed_day();
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

/// The event that answers a date: the first on it, else the next. Where the next is more than a month away,
/// what was under way then is nearer; where there is none, it is the last.
fn nearest(events: &[(ItemId, &When)], date: Period, toward: Toward) -> Option<(ItemId, Nearest)> {
    let on_it = || events.iter().filter(|(_, when)| is_on(when, date));
    let begins =
        |(_, when): &&(ItemId, &When)| when.listed_day().is_some_and(|day| date.holds(day));
    if let Some((event, _)) = on_it().find(begins).or_else(|| on_it().next()) {
        return Some((*event, Nearest::Within(on_it().count())));
    }
    let listed =
        || events.iter().filter_map(|(event, when)| Some((*event, *when, when.listed_day()?)));
    let before = || listed().filter(|(.., day)| *day < date.first);
    if toward == Toward::Earlier
        && let Some((event, ..)) = before().max_by_key(|(.., day)| *day)
    {
        return Some((event, Nearest::Earlier));
    }
    // In the order of the list: an exact day before the month that it lies in.
    let after = listed().find(|(.., day)| *day > date.last);
    let then = |(_, when, day): &(ItemId, &When, Day)| {
        *day <= date.last && when.overlaps(date.first, date.last)
    };
    let through = listed().filter(then).max_by_key(|(.., day)| *day);
    let is_far = |day: Day| day.days_since(date.last) > NEAR;
    match (through, after) {
        (Some((event, ..)), None) => Some((event, Nearest::Through)),
        (Some((event, ..)), Some((.., day))) if is_far(day) => Some((event, Nearest::Through)),
        (_, Some((event, ..))) => Some((event, Nearest::After)),
        (None, None) => {
            listed().max_by_key(|(.., day)| *day).map(|(event, ..)| (event, Nearest::Before))
        }
    }
}

/// Whether an event was or began on a date, or was under way or may have been within a few days that
/// touch it. What is known to the month alone is on no day of it.
fn is_on(when: &When, date: Period) -> bool {
    let begins = when.listed_day().is_some_and(|day| date.holds(day));
    if begins && when.begins_on_a_day() {
        return true;
    }
    let all = when.earliest().zip(when.latest());
    if all.is_some_and(|(first, last)| last.days_since(first) <= FEW_DAYS) {
        return when.overlaps(date.first, date.last);
    }
    begins && when.listed_days().is_none_or(|(_, last)| date.holds(last))
}

/// `no event on 3 Sep 2022; next is 7 Sep 2022`, the fullest words first.
fn words(date: Period, when: &When, how: Nearest, besides: &Besides) -> Vec<DisplayText> {
    let Besides { other, hidden, in_lens, .. } = besides;
    let hidden = (*hidden > 0).then_some(*hidden);
    let day = date.words();
    let on = if date.first == date.last { " on " } else { " in " };
    let lasted = when.precision() == Precision::Interval;
    let (said, away) = match how {
        Nearest::Within(count) => return within(&day, count, besides),
        Nearest::Through if lasted => ("under way then: ", DisplayText::default()),
        Nearest::Through => ("perhaps then: ", DisplayText::default()),
        Nearest::Before => ("the last is ", DisplayText::default()),
        Nearest::Earlier if *in_lens => ("before it in this lens is ", away(date, when)),
        Nearest::Earlier => ("the one before is ", away(date, when)),
        Nearest::After if *in_lens && hidden.is_none() => {
            ("next in this lens is ", away(date, when))
        }
        Nearest::After => ("next is ", away(date, when)),
    };
    let none = match how {
        Nearest::Through if lasted => crate::text!["no event begins", on, day],
        Nearest::Before if *in_lens && hidden.is_none() => {
            crate::text!["no event", on, day, " or later in this lens"]
        }
        Nearest::Before => crate::text!["no event", on, day, " or later"],
        Nearest::Through | Nearest::After | Nearest::Earlier => crate::text!["no event", on, day],
        Nearest::Within(_) => DisplayText::default(),
    };
    let is = crate::text![said, when.text()];
    let first = match hidden {
        Some(count) => crate::text![none, " in this lens, which hides ", count],
        None => none.clone(),
    };
    let short = match hidden {
        Some(count) => crate::text!["the lens hides ", count, on, day],
        None => none,
    };
    vec![
        crate::text![first, other, "; ", is, away],
        crate::text![first, other, "; ", is],
        crate::text![first, "; ", is],
        crate::text![short, "; ", is],
        crate::text!["none", on, day, "; ", is],
        crate::text!["none", on, day, "; ", said, when.medium()],
        crate::text!["none; ", is],
        is.clone(),
        crate::text!["→ ", when.short()],
    ]
}

/// `→ 9 Sep 2022: 1 event`.
fn within(day: &DisplayText, count: usize, besides: &Besides) -> Vec<DisplayText> {
    let events = crate::text![count, if count == 1 { " event" } else { " events" }];
    let lens = match besides.hidden {
        0 => DisplayText::default(),
        hidden => crate::text![", ", hidden, " hidden by the lens"],
    };
    vec![
        crate::text!["→ ", day, besides.other, ": ", events, lens],
        crate::text!["→ ", day, ": ", events, lens],
        crate::text!["→ ", day, ": ", events],
        crate::text!["→ ", day],
    ]
}

/// `, 4 days later`.
fn away(date: Period, when: &When) -> DisplayText {
    let apart = exact(date).and_then(|typed| Apart::between(&typed, when));
    apart.map_or_else(DisplayText::default, |apart| crate::text![", ", apart.words()])
}

/// A typed date as a date of a brief, no more exact than it was typed.
fn exact(date: Period) -> Option<When> {
    let (first, last) = (date.first.iso(), date.last.iso());
    let is = |step| Period::of(date.first, step) == Some(date);
    let length = match () {
        () if is(TimeStep::Day) => first.as_str().len(),
        () if is(TimeStep::Month) => "2022-09".len(),
        () if is(TimeStep::Year) => "2022".len(),
        () => return When::parse(&format!("[{first}..{last}]")).ok(),
    };
    When::parse(first.as_str().get(..length)?).ok()
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
