//! How events relate, as `[[event.link]]` says.

use super::{EventLink, ItemId, Library};
use crate::text::DisplayText;
use serde::{Deserialize, Serialize};

/// A `[[event.link]]` between two events, the same from whichever of them it is written.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct EventTie {
    /// The event that is, or does, this to the other.
    pub from: ItemId,
    /// The other.
    pub to: ItemId,
    /// How they relate.
    pub relation: DisplayText,
    /// The event under which it is written.
    pub written_at: ItemId,
    /// Its sources.
    pub cite: Vec<ItemId>,
    /// The record.
    pub record: EventLink,
}

impl Library {
    /// How an event relates to others and they to it, what it is to others first, then in file order.
    #[must_use]
    pub fn event_ties(&self, event: ItemId) -> Vec<&EventTie> {
        let places = self.resolved.ties_of.get(&event).into_iter().flatten();
        let ties = places.filter_map(|place| self.resolved.event_ties.get(*place));
        let mut own: Vec<&EventTie> = ties.collect();
        own.sort_by_key(|tie| tie.from != event);
        own
    }
}
