//! Which claims of an event answer one question: those that `disputes` joins, whichever of two has
//! the key, and over any number of steps.

use super::Asking;
use crate::library::{Aspect, Event, ItemId, Library, Relation};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The aspect that a claim counts under. One that disputes its event and does not say of what doubts
/// that it happened.
pub(super) fn aspect(library: &Library, event: ItemId, claim: ItemId) -> Option<Aspect> {
    let about = library.claim(claim)?.about;
    let against_event = || library.ends(claim, Relation::Disputes).any(|end| end == event);
    about.or_else(|| against_event().then_some(Aspect::Occurrence))
}

/// Claims of one aspect, and which of them contradict each other.
#[derive(Debug, Default)]
pub(super) struct Claims {
    /// In file order.
    pub(super) all: Vec<ItemId>,
    /// Both ways round.
    rivals: BTreeMap<ItemId, Vec<ItemId>>,
    /// Those that contradict the event itself.
    pub(super) against_event: BTreeSet<ItemId>,
}

impl Claims {
    pub(super) fn rivals(&self, claim: ItemId) -> &[ItemId] {
        self.rivals.get(&claim).map_or(&[], Vec::as_slice)
    }

    pub(super) fn has_rival(&self, claim: ItemId) -> bool {
        !self.rivals(claim).is_empty() || self.against_event.contains(&claim)
    }

    /// Claims that are joined, in file order; one that is joined to none stands in no group.
    pub(super) fn groups(&self) -> Vec<Vec<ItemId>> {
        let mut seen = BTreeSet::new();
        let mut groups = Vec::new();
        for claim in self.all.iter().copied().filter(|claim| self.has_rival(*claim)) {
            if !seen.insert(claim) {
                continue;
            }
            let mut group = vec![claim];
            let mut at = 0;
            while let Some(id) = group.get(at).copied() {
                at += 1;
                group.extend(self.rivals(id).iter().copied().filter(|rival| seen.insert(*rival)));
            }
            group.sort_unstable();
            groups.push(group);
        }
        groups
    }

    /// Steps of contradiction from the nearest of some claims to each that can be reached.
    pub(super) fn steps(&self, from: &[ItemId]) -> BTreeMap<ItemId, usize> {
        let mut steps: BTreeMap<ItemId, usize> = from.iter().map(|claim| (*claim, 0)).collect();
        let mut open: VecDeque<ItemId> = from.iter().copied().collect();
        while let Some(id) = open.pop_front() {
            // What is open was reached.
            let next = steps.get(&id).copied().unwrap_or_default() + 1;
            for rival in self.rivals(id) {
                if !steps.contains_key(rival) {
                    steps.insert(*rival, next);
                    open.push_back(*rival);
                }
            }
        }
        steps
    }
}

impl Asking<'_> {
    /// The claims of one aspect. A dispute of a claim with itself, across events or across aspects is
    /// for the checker.
    pub(super) fn claims(&self, about: Option<Aspect>) -> Claims {
        let of_aspect = |claim: ItemId| aspect(self.library, self.id, claim) == about;
        let all: Vec<ItemId> =
            self.claims.iter().map(|(id, _)| *id).filter(|claim| of_aspect(*claim)).collect();
        let own: BTreeSet<ItemId> = all.iter().copied().collect();
        let mut claims = Claims::default();
        for claim in &all {
            for end in self.library.ends(*claim, Relation::Disputes) {
                if end == self.id {
                    claims.against_event.insert(*claim);
                } else if end != *claim && own.contains(&end) {
                    claims.rivals.entry(*claim).or_default().push(end);
                    claims.rivals.entry(end).or_default().push(*claim);
                }
            }
        }
        for rivals in claims.rivals.values_mut() {
            rivals.sort_unstable();
            rivals.dedup();
        }
        claims.all = all;
        claims
    }
}

/// Whether the value of a claim about when is a date that can be the event's; `None` where it is no
/// date.
pub(super) fn touches(library: &Library, event: &Event, claim: ItemId) -> Option<bool> {
    let value = library.claim(claim)?.value.as_ref()?;
    event.when.value.touches(value.as_str())
}

/// Whether the value of a claim about when is a date no part of which is outside the event's; `None`
/// where it is no date.
pub(super) fn within(library: &Library, event: &Event, claim: ItemId) -> Option<bool> {
    let value = library.claim(claim)?.value.as_ref()?;
    event.when.value.holds(value.as_str())
}
