//! Which rows the lists have: what the brief, the lenses and the order leave of the library.

use super::lists::{Listed, Lists};
use super::{Lens, Place, Row, timeline};
use crate::choice::{Order, Pane, TimeStep};
use crate::library::{Day, ItemId, Kind, Library};
use crate::page::{by_grade, by_weight_of_role};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What the rows of all lists follow from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RowsFor {
    brief: Option<ItemId>,
    lenses: Vec<Lens>,
    orders: [Order; Pane::LISTS.len()],
    step: TimeStep,
}

/// What the rows follow from that belong to the head of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OwnFor {
    head: Option<ItemId>,
    order: Order,
}

impl RowsFor {
    fn of(here: &Place) -> Self {
        Self {
            brief: here.brief,
            lenses: here.lenses.clone(),
            orders: here.lists.each_ref().map(|list| list.order),
            step: here.step,
        }
    }
}

impl Lists {
    /// Makes the rows of all lists anew where the brief, the lenses or an order changed.
    pub(super) fn arrange_rows(&mut self, library: &Library, here: &Place) {
        let made_for = RowsFor::of(here);
        if self.are_for(&made_for) {
            return;
        }
        let all = Pane::LISTS.map(|pane| {
            let order = here.list(pane).map_or(Order::Usual, |list| list.order);
            let items = items_of(library, here, (pane, order));
            let listed = Listed::new(rows_of(library, here.step, (pane, order), &items));
            match pane {
                Pane::Timeline => listed.telling(library.usual_clock(items.iter().copied())),
                Pane::Actors | Pane::Sources | Pane::Reader => listed,
            }
        });
        self.take(made_for, all);
    }

    /// The rows of a list as it is to be shown: all, or those that belong to its head.
    pub(super) fn rows_to_show(
        &mut self,
        pane: Pane,
        library: &Library,
        here: &mut Place,
    ) -> Arc<Listed> {
        let own = pane.follows_subject() && here.list(pane).is_some_and(|list| !list.whole);
        if !own {
            return self.all(pane).map_or_else(Arc::default, Arc::clone);
        }
        self.own_to_show(pane, library, here)
    }

    /// The rows of actors or sources that belong to the head of the list.
    fn own_to_show(&mut self, pane: Pane, library: &Library, here: &mut Place) -> Arc<Listed> {
        let (subject, lives_here) = (here.subject, here.subject_lives_in(pane, library));
        let Some(list) = here.list_mut(pane) else { return Arc::default() };
        if !lives_here {
            list.heads = subject;
        }
        let order = list.order;
        let mut own_of = |head: Option<ItemId>| {
            let make = |all: &Listed| own_rows(library, pane, (head, order), all);
            self.own(pane, OwnFor { head, order }, make)
        };
        let own = own_of(list.heads);
        if !lives_here || subject.is_some_and(|subject| own.has(subject)) {
            return own;
        }
        // It was come to from somewhere else: the list is about it now.
        list.heads = subject;
        own_of(subject)
    }
}

/// The items of a list, sorted.
fn items_of(library: &Library, here: &Place, (pane, order): (Pane, Order)) -> Vec<ItemId> {
    let Some(kind) = pane.kind() else { return Vec::new() };
    let mut items = of_brief(library, here.brief, kind);
    items.retain(|item| here.lenses_admit(*item));
    sort(library, &mut items, order);
    items
}

/// What the brief that is read leaves of a kind, in the usual order; all of it where none is chosen.
pub(super) fn of_brief(library: &Library, brief: Option<ItemId>, kind: Kind) -> Vec<ItemId> {
    let of_brief = brief.map(|brief| scope(library, brief, kind));
    let in_brief = |item: &ItemId| of_brief.as_ref().is_none_or(|scope| scope.contains(item));
    library.listed(kind).iter().copied().filter(in_brief).collect()
}

/// The rows of a list: its items, in a timeline in time order under their headings.
fn rows_of(
    library: &Library,
    step: TimeStep,
    (pane, order): (Pane, Order),
    items: &[ItemId],
) -> Vec<Row> {
    if pane != Pane::Timeline {
        return items.iter().copied().map(Row::Item).collect();
    }
    let mut rows: Vec<Row> = (0..library.refused().len()).map(Row::Refused).collect();
    match order {
        Order::Usual | Order::Time => rows.extend(timeline::rows(library, items, step)),
        Order::Name | Order::Grade | Order::Links => {
            rows.extend(items.iter().copied().map(Row::Item));
        }
    }
    rows
}

/// Items that a list would have without lenses.
pub(super) fn unfiltered(library: &Library, brief: Option<ItemId>, pane: Pane) -> usize {
    let Some(kind) = pane.kind() else { return 0 };
    match brief {
        Some(brief) => scope(library, brief, kind).len(),
        None => library.listed(kind).len(),
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

/// What belongs to the head of a list, the best first; the head itself on top, where it lives in the list.
fn own_rows(
    library: &Library,
    pane: Pane,
    (head, order): (Option<ItemId>, Order),
    all: &Listed,
) -> Vec<Row> {
    let Some((head, kind)) = head.zip(pane.kind()) else { return Vec::new() };
    let library = &library.within(head);
    let linked = library.linked(head, kind).iter().copied();
    let linked: Vec<ItemId> = linked.filter(|item| all.has(*item)).collect();
    let mut own = match pane {
        Pane::Actors => by_weight_of_role(library, head, &linked),
        Pane::Sources => by_grade(library, head, &linked),
        Pane::Timeline | Pane::Reader => linked,
    };
    sort(library, &mut own, order);
    let lives_here = library.get(head).is_some_and(|item| item.kind == kind);
    let itself = (lives_here && all.has(head)).then_some(head);
    itself.into_iter().chain(own.into_iter().filter(|item| *item != head)).map(Row::Item).collect()
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
