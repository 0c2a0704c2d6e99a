//! Which rows the lists have: what the brief, the lenses and the order leave of the library.

use super::{App, Lens, Order, Pane, Row, TimeStep, timeline};
use crate::library::{Day, Grade, ItemId, Kind, Library};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What the rows of all lists follow from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RowsFor {
    brief: Option<ItemId>,
    lenses: Vec<Lens>,
    orders: [Order; 3],
    step: TimeStep,
    passages: bool,
}

impl App {
    /// Makes the rows of all lists anew where the brief, the lenses or an order changed.
    pub(super) fn arrange_rows(&mut self) {
        let orders = self.here.lists.each_ref().map(|list| list.order);
        let made_for = RowsFor {
            brief: self.here.brief,
            lenses: self.here.lenses.clone(),
            orders,
            step: self.here.step,
            passages: self.tells_passages(),
        };
        if self.rows_made_for.as_ref() == Some(&made_for) {
            self.arrange_sources(false);
            return;
        }
        self.rows = Pane::LISTS.map(|pane| {
            let order = self.here.lists.get(pane.index()).map_or(Order::Usual, |list| list.order);
            let items = self.items_of(pane, order);
            Arc::from(self.rows_of(pane, order, &items))
        });
        self.rows_made_for = Some(made_for);
        self.arrange_sources(true);
    }

    /// Puts the sources of the subject first, where they are not sorted otherwise.
    fn arrange_sources(&mut self, anew: bool) {
        let library = Arc::clone(&self.library);
        let no_source = |item: &ItemId| library.source(*item).is_none();
        let ([_, _, rows], [_, _, list]) = (&mut self.rows, &mut self.here.lists);
        list.heads = self.here.subject.filter(no_source).or(list.heads);
        let heads = list.heads.filter(|_| list.order == Order::Usual);
        if anew {
            self.sources = (Arc::clone(rows), None);
        }
        if self.sources.1 != heads {
            self.sources.1 = heads;
            let usual = &self.sources.0;
            *rows = heads.map_or_else(|| Arc::clone(usual), |of| headed(&library, of, usual));
        }
    }

    /// The items of a list, sorted.
    fn items_of(&self, pane: Pane, order: Order) -> Vec<ItemId> {
        let Some(kind) = pane.kind() else { return Vec::new() };
        let library = &*self.library;
        let of_brief = self.here.brief.map(|brief| scope(library, brief, kind));
        let in_brief = |item: &ItemId| of_brief.as_ref().is_none_or(|scope| scope.contains(item));
        let admitted = |item: &ItemId| self.here.lenses.iter().all(|lens| lens.admits(*item));
        let listed = library.listed(kind).iter().copied();
        let mut items: Vec<ItemId> = listed.filter(in_brief).filter(admitted).collect();
        sort(library, &mut items, order);
        items
    }

    /// The rows of a list: its items, in a timeline in time order under their headings.
    fn rows_of(&self, pane: Pane, order: Order, items: &[ItemId]) -> Vec<Row> {
        if pane != Pane::Timeline {
            return items.iter().copied().map(Row::Item).collect();
        }
        let mut rows: Vec<Row> = (0..self.library.refused().len()).map(Row::Refused).collect();
        match order {
            Order::Usual | Order::Time => {
                rows.extend(timeline::rows(
                    &self.library,
                    items,
                    self.here.step,
                    self.tells_passages(),
                ));
            }
            Order::Name | Order::Grade | Order::Links => {
                rows.extend(items.iter().copied().map(Row::Item));
            }
        }
        rows
    }

    /// Items that a list would have without lenses.
    #[must_use]
    pub fn unfiltered(&self, pane: Pane) -> usize {
        let Some(kind) = pane.kind() else { return 0 };
        match self.here.brief {
            Some(brief) => scope(&self.library, brief, kind).len(),
            None => self.library.listed(kind).len(),
        }
    }
}

/// What a brief has to do with: its events, and what belongs to one of them.
fn scope(library: &Library, brief: ItemId, kind: Kind) -> BTreeSet<ItemId> {
    let events = library.linked(brief, Kind::Event);
    if kind == Kind::Event {
        return events.iter().copied().collect();
    }
    events.iter().flat_map(|event| library.linked(*event, kind)).copied().collect()
}

/// The rows with the sources of an item first: those that speak on its card as they stand there, then the
/// others, the most reliable first.
fn headed(library: &Library, of: ItemId, rows: &[Row]) -> Arc<[Row]> {
    let voices = library.answer(of).map(|answer| answer.voices).unwrap_or_default();
    let mut places: BTreeMap<ItemId, usize> = BTreeMap::new();
    for (at, voice) in voices.iter().enumerate() {
        places.entry(voice.source).or_insert(at);
    }
    let linked: BTreeSet<ItemId> = library.linked(of, Kind::Source).iter().copied().collect();
    let is_linked = |row: &&Row| row.item().is_some_and(|item| linked.contains(&item));
    let (mut first, rest): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(is_linked);
    first.sort_by_cached_key(|row| {
        let place = row.item().and_then(|item| places.get(&item)).copied();
        let letter = row.item().map(|item| library.reliability(item));
        let grade = letter.map(|reliability| Grade { reliability, credibility: None }.order());
        (place.is_none(), place, grade)
    });
    first.into_iter().chain(rest).cloned().collect()
}

/// Sorts stably, so that equals stay in the usual order.
fn sort(library: &Library, items: &mut [ItemId], order: Order) {
    match order {
        Order::Usual => {}
        // Events are in time order already.
        Order::Time if items.iter().all(|item| library.event(*item).is_some()) => {}
        Order::Time => items.sort_by_cached_key(|item| {
            let day = day_of(library, *item);
            (day.is_none(), day)
        }),
        Order::Name => items.sort_by_cached_key(|item| {
            library.get(*item).map(|item| item.title.as_str().to_lowercase())
        }),
        Order::Grade => items.sort_by_cached_key(|item| {
            if library.source(*item).is_some() {
                return (false, Some(library.reliability(*item)), None);
            }
            let grade = library.assessment(*item).and_then(|assessment| assessment.grade);
            let credibility = grade.and_then(|grade| grade.credibility);
            (grade.is_none(), grade.map(|grade| grade.reliability), credibility)
        }),
        Order::Links => items.sort_by_cached_key(|item| Reverse(links(library, *item))),
    }
}

/// Events, actors and sources that belong to an item.
pub(super) fn links(library: &Library, item: ItemId) -> usize {
    let kinds = Pane::LISTS.into_iter().filter_map(Pane::kind);
    kinds.map(|kind| library.linked(item, kind).len()).sum()
}

/// The day by which an item is sorted in time.
fn day_of(library: &Library, item: ItemId) -> Option<Day> {
    if let Some(source) = library.source(item) {
        return source.published.as_ref().and_then(|when| when.value.earliest());
    }
    let events = library.linked(item, Kind::Event);
    events.iter().filter_map(|event| library.event(*event)?.when.value.listed_day()).min()
}

/// The year under which an event is listed.
pub(super) fn year_of(library: &Library, event: ItemId) -> Option<i32> {
    library.event(event)?.when.value.listed_day().map(Day::year)
}

/// The event to begin with: the first of the year with the most events, the later of two such years.
/// Background that reaches far back stands above it.
pub(super) fn start(library: &Library, events: &[ItemId]) -> Option<ItemId> {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for year in events.iter().filter_map(|event| year_of(library, *event)) {
        *counts.entry(year).or_default() += 1;
    }
    let busiest = counts.into_iter().max_by_key(|(year, count)| (*count, *year));
    let first = busiest.and_then(|(busiest, _)| {
        events.iter().find(|event| year_of(library, **event) == Some(busiest))
    });
    first.or(events.first()).copied()
}
