//! The one order of events in time, of all lists, pages and dialogues.
//!
//! Events with a time of day stand by the moment that it is, whatever clocks they are read from. All others
//! stand by their days, and of one day as their brief tells them: by `order`, then as in the file.

use super::{Item, ItemId, Library, Record};
use crate::brief::{Day, FIRST_OF_DAY, Moment, TimelinePlace, When, told_before};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// An event as it is put in order.
struct Dated<'i> {
    id: ItemId,
    item: &'i Item,
    place: Option<TimelinePlace>,
    moment: Option<Moment>,
    order: u32,
}

impl Dated<'_> {
    /// The events among which a brief tells one: those of its day.
    fn day(&self) -> (Option<ItemId>, Option<TimelinePlace>) {
        (self.item.brief, self.place)
    }
}

/// Events in time order, from file order.
pub(super) fn in_time_order(events: Vec<(ItemId, &Item)>) -> Vec<(ItemId, &Item)> {
    let mut events: Vec<Dated<'_>> = events.into_iter().map(|(id, item)| dated(id, item)).collect();
    // Stable, so the rest is as in the file.
    events.sort_by_key(|event| event.order);
    let before = latest_up_to(&events);
    let told = told_before(events.iter().map(|event| (event.day(), event.moment)));
    let placed = events.into_iter().zip(told).map(|(event, told)| {
        // What has no time stands behind all times of earlier days, and behind those of its own day that
        // its brief tells before it.
        let earlier = before.range(..event.place).next_back().map(|(_, at)| *at);
        (event.moment.or_else(|| told.max(earlier)), event)
    });
    let mut placed: Vec<_> = placed.collect();
    placed.sort_by_key(|(at, event)| {
        let untimed = event.moment.is_none();
        (*at, untimed, event.place.filter(|_| untimed), event.item.brief, event.order)
    });
    placed.into_iter().map(|(_, event)| (event.id, event.item)).collect()
}

fn dated(id: ItemId, item: &Item) -> Dated<'_> {
    let when = item.record.when();
    let order = order(&item.record);
    let (place, moment) = (when.map(When::timeline_place), when.and_then(When::moment));
    Dated { id, item, place, moment, order }
}

fn order(record: &Record) -> u32 {
    match record {
        Record::Event(event) => event.order.as_ref().map_or(FIRST_OF_DAY, |order| order.value),
        Record::Brief(_)
        | Record::Actor(_)
        | Record::Source(_)
        | Record::Claim(_)
        | Record::Place(_)
        | Record::Judgement(_)
        | Record::Gap(_)
        | Record::Question(_) => FIRST_OF_DAY,
    }
}

/// For each place that has a moment the latest one up to it.
fn latest_up_to(events: &[Dated<'_>]) -> BTreeMap<Option<TimelinePlace>, Moment> {
    let mut latest: BTreeMap<Option<TimelinePlace>, Moment> = BTreeMap::new();
    for (place, moment) in events.iter().filter_map(|event| Some((event.place, event.moment?))) {
        let known = latest.entry(place).or_insert(moment);
        *known = moment.max(*known);
    }
    let mut so_far: Option<Moment> = None;
    for at in latest.values_mut() {
        *at = so_far.map_or(*at, |before| before.max(*at));
        so_far = Some(*at);
    }
    latest
}

/// Of events those whose time of day says where they stand among others of the day, sorted by id.
pub(super) fn timed(items: &[Item], events: &[ItemId]) -> Vec<ItemId> {
    let when = |event: &ItemId| items.get(event.index())?.record.when();
    let mut of_day: BTreeMap<Day, usize> = BTreeMap::new();
    for day in events.iter().filter_map(|event| when(event)?.listed_day()) {
        *of_day.entry(day).or_default() += 1;
    }
    let is_timed = |event: &ItemId| {
        let Some(when) = when(event).filter(|when| when.clock().is_some()) else { return false };
        when.listed_day().is_some_and(|day| of_day.get(&day).is_some_and(|count| *count > 1))
    };
    let mut timed: Vec<ItemId> = events.iter().copied().filter(is_timed).collect();
    timed.sort_unstable();
    timed
}

impl Library {
    /// Whether an event has a time of day that says where it stands among others of the day, so that a row
    /// tells it.
    #[must_use]
    pub fn tells_time(&self, event: ItemId) -> bool {
        self.tables.is_timed(event)
    }

    /// Of which clock that time is, in minutes east of UTC.
    #[must_use]
    pub fn clock_told(&self, event: ItemId) -> Option<i32> {
        // Most tell none, and asking for one unpacks it.
        self.event(Some(event).filter(|event| self.tells_time(*event))?)?.when.value.clock()
    }

    /// The clock of most times that the rows of events tell, of equals that of the earliest event; none where
    /// they tell none.
    #[must_use]
    pub fn usual_clock(&self, events: impl Iterator<Item = ItemId>) -> Option<i32> {
        let mut clocks: BTreeMap<i32, (usize, Reverse<usize>)> = BTreeMap::new();
        for (at, clock) in events.filter_map(|event| self.clock_told(event)).enumerate() {
            clocks.entry(clock).or_insert((0, Reverse(at))).0 += 1;
        }
        clocks.into_iter().max_by_key(|(_, often)| *often).map(|(clock, _)| clock)
    }
}
