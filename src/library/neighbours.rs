//! What came before an event and what after it, and how long.

use super::{Distance, ItemId, Kind, Library};

/// Events of the timeline that are looked at on each side of one. What is nearest in time stands near;
/// only a long row of events with open ends could push it farther away.
const AROUND: usize = 250;

/// An event near another one in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// The event.
    pub event: ItemId,
    /// The time from the earlier of the two to the later.
    pub distance: Distance,
}

/// The events around one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// The nearest event that was certainly earlier.
    pub before: Option<Neighbour>,
    /// The nearest event that was certainly later.
    pub after: Option<Neighbour>,
    /// Those of the same day of which no time of day is known, in timeline order.
    pub same_day: Vec<ItemId>,
}

impl Library {
    /// The nearest earlier and later events of all briefs, as the timeline has them. An event of which
    /// the order is not known, as "July 2022" beside "15 July 2022", is neither.
    #[must_use]
    pub fn neighbours(&self, event: ItemId) -> Neighbours {
        let mut neighbours = Neighbours::default();
        let Some(when) = self.event(event).map(|event| &event.when.value) else {
            return neighbours;
        };
        let events = self.listed(Kind::Event);
        let here = events.iter().position(|listed| *listed == event).unwrap_or(0);
        let around = here.saturating_sub(AROUND)..(here + AROUND).min(events.len());
        for other in events.get(around).unwrap_or_default() {
            let Some(there) = self.event(*other).map(|event| &event.when.value) else { continue };
            if *other == event {
                continue;
            }
            let earlier = Distance::between(there, when);
            let later = Distance::between(when, there);
            if earlier.is_some_and(Distance::is_same_day) {
                neighbours.same_day.push(*other);
                continue;
            }
            let found = |distance| Neighbour { event: *other, distance };
            // Of two that are equally near, the one that stands nearer in the timeline.
            if let Some(earlier) = earlier
                && neighbours.before.is_none_or(|known| reach(earlier) <= reach(known.distance))
            {
                neighbours.before = Some(found(earlier));
            }
            if let Some(later) = later
                && neighbours.after.is_none_or(|known| reach(later) < reach(known.distance))
            {
                neighbours.after = Some(found(later));
            }
        }
        neighbours
    }

    /// The time between two events and whether the second is the later one; none where their order
    /// is not known.
    #[must_use]
    pub fn distance(&self, from: ItemId, to: ItemId) -> Option<(Distance, bool)> {
        let (from, to) = (&self.event(from)?.when.value, &self.event(to)?.when.value);
        Distance::between(from, to)
            .map(|distance| (distance, true))
            .or_else(|| Distance::between(to, from).map(|distance| (distance, false)))
    }
}

/// How far away it can have been at most, then at least; what has no end is the farthest.
fn reach(distance: Distance) -> (i64, i64) {
    (distance.most_days().unwrap_or(i64::MAX), distance.least_days())
}
