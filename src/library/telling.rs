//! Which claims of an event tell it, and which object: decided once for the whole library.

use super::{ItemId, Kind, Library, Relation};
use std::collections::{BTreeMap, BTreeSet};

/// The claims that contradict what their events tell.
///
/// A claim that disputes another of its event does, with two exceptions: of two claims that dispute
/// each other the one that stands first is what the event tells, and who disputes only what itself
/// differs is on the event's side. In a longer ring of disputes the first claim tells.
#[derive(Clone, Debug, Default)]
pub(super) struct Telling {
    differing: BTreeSet<ItemId>,
    /// Pairs of claims that dispute each other, either way round.
    mutual: BTreeSet<(ItemId, ItemId)>,
}

impl Telling {
    /// Decides every claim; linear in claims and disputes.
    pub(super) fn new(library: &Library) -> Self {
        let disputes: BTreeSet<(ItemId, ItemId)> = library
            .listed(Kind::Claim)
            .iter()
            .flat_map(|claim| library.ends(*claim, Relation::Disputes).map(|other| (*claim, other)))
            .collect();
        let is_mutual = |(claim, other): &(ItemId, ItemId)| disputes.contains(&(*other, *claim));
        let mutual: BTreeSet<(ItemId, ItemId)> =
            disputes.iter().filter(|d| is_mutual(d)).copied().collect();
        let mut telling = Self { differing: BTreeSet::new(), mutual };
        let within = |(claim, other): &&(ItemId, ItemId)| {
            let event = library.event_of(*claim);
            Some(*other) == event || library.event_of(*other) == event
        };
        let attacks: Vec<(ItemId, ItemId)> = disputes
            .iter()
            .filter(within)
            .filter(|(claim, other)| telling.objects(*claim, *other))
            .copied()
            .collect();
        telling.differing = Attacks::new(&attacks).settle();
        telling
    }

    /// Whether a claim contradicts what its event tells.
    pub(super) fn differs(&self, claim: ItemId) -> bool {
        self.differing.contains(&claim)
    }

    /// Whether of a claim and one it disputes the first is the objection: not where it stands first
    /// and the other disputes it back.
    pub(super) fn objects(&self, claim: ItemId, other: ItemId) -> bool {
        !self.mutual.contains(&(claim, other)) || other < claim
    }
}

/// Who attacks whom, while it is being decided who stands.
struct Attacks {
    attackers: BTreeMap<ItemId, Vec<ItemId>>,
    /// Targets of each attacker that are not decided yet.
    open: BTreeMap<ItemId, usize>,
    differs: BTreeMap<ItemId, bool>,
}

impl Attacks {
    fn new(attacks: &[(ItemId, ItemId)]) -> Self {
        let mut attackers: BTreeMap<ItemId, Vec<ItemId>> = BTreeMap::new();
        let mut open: BTreeMap<ItemId, usize> = BTreeMap::new();
        for (claim, target) in attacks {
            attackers.entry(*target).or_default().push(*claim);
            *open.entry(*claim).or_default() += 1;
            open.entry(*target).or_default();
        }
        Self { attackers, open, differs: BTreeMap::new() }
    }

    /// Whoever attacks nobody stands; who attacks one that stands differs; who attacks only those
    /// that differ stands. What goes round in a ring is begun at its first member.
    fn settle(mut self) -> BTreeSet<ItemId> {
        let everybody: Vec<(ItemId, usize)> =
            self.open.iter().map(|(id, open)| (*id, *open)).collect();
        for (id, _) in everybody.iter().filter(|(_, targets)| *targets == 0) {
            self.decide(*id, false);
        }
        for (id, _) in &everybody {
            self.decide(*id, false);
        }
        self.differs.into_iter().filter_map(|(id, differs)| differs.then_some(id)).collect()
    }

    /// Decides one that is not decided yet, and all that follows.
    fn decide(&mut self, id: ItemId, differs: bool) {
        let mut waiting = vec![(id, differs)];
        while let Some((id, differs)) = waiting.pop() {
            if self.differs.contains_key(&id) {
                continue;
            }
            self.differs.insert(id, differs);
            for attacker in self.attackers.get(&id).map(Vec::as_slice).unwrap_or_default() {
                let Some(open) = self.open.get_mut(attacker) else { continue };
                *open = open.saturating_sub(1);
                if !differs {
                    waiting.push((*attacker, true));
                } else if *open == 0 {
                    waiting.push((*attacker, false));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn differing(attacks: &[(usize, usize)]) -> Vec<usize> {
        let pairs: Vec<(ItemId, ItemId)> =
            attacks.iter().map(|(from, to)| (ItemId::new(*from), ItemId::new(*to))).collect();
        Attacks::new(&pairs).settle().into_iter().map(ItemId::index).collect()
    }

    #[test]
    fn who_attacks_what_stands_differs() {
        assert_eq!(differing(&[(1, 0)]), [1]);
        assert_eq!(differing(&[(1, 0), (2, 1)]), [1], "the friend of the telling stands");
        assert_eq!(differing(&[(1, 0), (2, 1), (3, 2)]), [1, 3]);
        assert_eq!(differing(&[(0, 1), (1, 2), (2, 0)]), [2], "a ring begins at its first member");
    }

    /// Every claim disputes all before it: one way through them per subset without a memory.
    #[test]
    fn many_disputes_are_decided_in_one_pass() {
        let all = (0..600).flat_map(|claim| (0..claim).map(move |other| (claim, other)));
        assert_eq!(differing(&all.collect::<Vec<_>>()).len(), 599);
        let ring = (0..100_000).map(|claim| (claim, (claim + 1) % 100_000));
        assert_eq!(differing(&ring.collect::<Vec<_>>()).len(), 50_000);
    }
}
