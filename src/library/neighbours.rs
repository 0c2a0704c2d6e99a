//! What came before an event and what after it, and how long.

use super::{Apart, Distance, ItemId, Kind, Library};

/// Events of a timeline that are looked at on each side of one. What is nearest in time stands near;
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
    /// The nearest event that was certainly earlier: of the same brief, if it has one.
    pub before: Option<Neighbour>,
    /// The nearest event that was certainly later: of the same brief, if it has one.
    pub after: Option<Neighbour>,
    /// Those of the same moment, known to the minute, in timeline order.
    pub same_moment: Vec<ItemId>,
    /// Those that were, ended or began on the day on which this one was, began or ended, with no order
    /// known, in timeline order.
    pub same_day: Vec<ItemId>,
}

impl Neighbours {
    /// Takes one up if it is nearer; of two that are equally near, the one that stands nearer in the
    /// timeline.
    fn add(&mut self, event: ItemId, apart: Apart) {
        match apart {
            Apart::SameMoment(..) => self.same_moment.push(event),
            Apart::SameDay(_) => self.same_day.push(event),
            Apart::Earlier(distance) => {
                if self.before.is_none_or(|known| distance.reach() <= known.distance.reach()) {
                    self.before = Some(Neighbour { event, distance });
                }
            }
            Apart::Later(distance) => {
                if self.after.is_none_or(|known| distance.reach() < known.distance.reach()) {
                    self.after = Some(Neighbour { event, distance });
                }
            }
        }
    }
}

impl Library {
    /// The nearest earlier and later events, those of the same brief first, and what was at the same
    /// time in any brief. An event of which the order is not known, as "July 2022" beside "15 July
    /// 2022", is neither.
    #[must_use]
    pub fn neighbours(&self, event: ItemId) -> Neighbours {
        let all = self.among(self.listed(Kind::Event), event);
        let brief = self.get(event).and_then(|item| item.brief);
        let of_brief = |brief| self.among(self.linked(brief, Kind::Event), event);
        let own = brief.map_or_else(Neighbours::default, of_brief);
        Neighbours { before: own.before.or(all.before), after: own.after.or(all.after), ..all }
    }

    /// The neighbours of an event among events in timeline order.
    fn among(&self, events: &[ItemId], event: ItemId) -> Neighbours {
        let mut neighbours = Neighbours::default();
        let here = events.iter().position(|listed| *listed == event).unwrap_or(0);
        let first = here.saturating_sub(AROUND);
        for other in events.iter().take(here + AROUND).skip(first) {
            if *other != event
                && let Some(apart) = self.apart(event, *other)
            {
                neighbours.add(*other, apart);
            }
        }
        neighbours
    }

    /// How another event stands to one in time; none where neither order nor day are known.
    #[must_use]
    pub fn apart(&self, event: ItemId, other: ItemId) -> Option<Apart> {
        Apart::between(&self.event(event)?.when.value, &self.event(other)?.when.value)
    }
}
