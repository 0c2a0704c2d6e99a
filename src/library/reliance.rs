//! What rests on a source, and on what a source rests.

use super::{ItemId, Kind, Library, Relation};
use crate::brief::Reference;
use std::collections::BTreeSet;

/// Steps that are followed from a source to what it repeats, or to what repeats it.
const MOST_STEPS: usize = 64;

/// What cites a source, and what of that would have nothing else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reliance {
    /// Events that cite it themselves, in timeline order.
    pub events: Vec<ItemId>,
    /// Claims that cite it, in file order.
    pub claims: Vec<ItemId>,
    /// Summaries of actors that rest on it.
    pub summaries: usize,
    /// Names of actors that rest on it.
    pub names: usize,
    /// Relations between actors that rest on it.
    pub relations: usize,
    /// Events and claims that cite nothing else.
    pub uncited: Vec<ItemId>,
    /// Events and claims of which all other sources repeat this one.
    pub copies_only: Vec<ItemId>,
}

/// A source on the way to an origin, or away from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The source.
    pub source: ItemId,
    /// Steps away, from 1.
    pub depth: usize,
    /// Whether the way ends here: it repeats nobody, or nobody repeats it.
    pub last: bool,
}

impl Library {
    /// What rests on a source.
    #[must_use]
    pub fn reliance(&self, source: ItemId) -> Reliance {
        let mut reliance = Reliance::default();
        let citing: BTreeSet<ItemId> = self
            .incoming(source)
            .filter(|edge| edge.relation == Relation::Cites)
            .map(|edge| edge.to)
            .collect();
        let in_order = |kind| self.linked(source, kind).iter().filter(|id| citing.contains(id));
        reliance.events = in_order(Kind::Event).copied().collect();
        reliance.claims = in_order(Kind::Claim).copied().collect();
        for actor in citing.iter().filter_map(|id| self.actor(*id)) {
            let slug = self.get(source).map(|item| &item.slug);
            let cites = |cite: &[Reference]| cite.iter().any(|cite| Some(&cite.value) == slug);
            reliance.summaries += usize::from(cites(&actor.cite));
            reliance.names += actor.aka.iter().filter(|aka| cites(&aka.cite)).count();
        }
        let links = self.actor_links().iter();
        reliance.relations = links.filter(|link| link.cite.contains(&source)).count();
        let copies: BTreeSet<ItemId> =
            self.repeated_by(source).into_iter().map(|step| step.source).collect();
        for id in reliance.events.iter().chain(&reliance.claims) {
            let mut others = self.ends(*id, Relation::Cites).filter(|other| *other != source);
            match others.next() {
                None => reliance.uncited.push(*id),
                Some(first) if copies.contains(&first) && others.all(|id| copies.contains(&id)) => {
                    reliance.copies_only.push(*id);
                }
                Some(_) => {}
            }
        }
        reliance
    }

    /// The actors whom the records that cite a source are about: those with a part in its events, those who
    /// speak and are blamed in its claims, those whose names and relations rest on it.
    #[must_use]
    pub fn concerned(&self, source: ItemId) -> Vec<ItemId> {
        let mut found: BTreeSet<ItemId> = BTreeSet::new();
        for edge in self.incoming(source).filter(|edge| edge.relation == Relation::Cites) {
            found.insert(edge.to);
            for relation in [Relation::Involves, Relation::AssertedBy, Relation::AscribesTo] {
                // Who gives an actor one of its names is no part of its other sources.
                found
                    .extend(self.ends(edge.to, relation).filter(|_| self.actor(edge.to).is_none()));
            }
        }
        let links = self.actor_links().iter().filter(|link| link.cite.contains(&source));
        found.extend(links.flat_map(|link| [link.from, link.to]));
        self.linked_among(source, &found)
    }

    /// The actors with a role in what happened at a place.
    #[must_use]
    pub fn taking_part_at(&self, place: ItemId) -> Vec<ItemId> {
        let at = self.incoming(place).filter(|edge| edge.relation == Relation::At);
        let found = at.flat_map(|edge| self.ends(edge.to, Relation::Involves)).collect();
        self.linked_among(place, &found)
    }

    /// The actors that belong to an item and are among these, in their order.
    fn linked_among(&self, id: ItemId, actors: &BTreeSet<ItemId>) -> Vec<ItemId> {
        let linked = self.linked(id, Kind::Actor).iter().copied();
        linked.filter(|actor| actors.contains(actor)).collect()
    }

    /// The sources that a source repeats, step by step to the origin, each once and every one before
    /// what it repeats itself; 64 at most.
    #[must_use]
    pub fn repeats(&self, source: ItemId) -> Vec<Step> {
        steps(source, |id| self.ends(id, Relation::DerivesFrom).collect())
    }

    /// The sources that repeat a source, directly or by way of others, in the same order.
    #[must_use]
    pub fn repeated_by(&self, source: ItemId) -> Vec<Step> {
        steps(source, |id| {
            let edges = self.incoming(id);
            let copies = edges.filter(|edge| edge.relation == Relation::DerivesFrom);
            copies.map(|edge| edge.to).collect()
        })
    }

    /// Pairs of claims in dispute, first the one that cites the source, then the claim or event on
    /// the other side, and whether the first disputes the second or is disputed by it.
    #[must_use]
    pub fn disputes_of_source(&self, source: ItemId) -> Vec<(ItemId, ItemId, bool)> {
        let mut disputes = Vec::new();
        for claim in self.reliance(source).claims {
            let against = self.ends(claim, Relation::Disputes).map(|other| (claim, other, true));
            disputes.extend(against);
            let edges = self.incoming(claim);
            let by = edges.filter(|edge| edge.relation == Relation::Disputes);
            disputes.extend(by.map(|edge| (claim, edge.to, false)));
        }
        disputes
    }
}

/// Follows sources depth first, each once.
fn steps(source: ItemId, next: impl Fn(ItemId) -> Vec<ItemId>) -> Vec<Step> {
    let mut seen = BTreeSet::from([source]);
    let mut steps: Vec<Step> = Vec::new();
    let mut open: Vec<(ItemId, usize)> = Vec::new();
    let mut at = (source, 0);
    loop {
        let ends = next(at.0);
        if let Some(step) = steps.last_mut() {
            step.last = ends.is_empty();
        }
        open.extend(ends.into_iter().rev().map(|end| (end, at.1 + 1)));
        let unseen = loop {
            match open.pop() {
                Some((id, depth)) if seen.insert(id) => break Some((id, depth)),
                Some(_) => {}
                None => break None,
            }
        };
        let Some(found) = unseen.filter(|_| steps.len() < MOST_STEPS) else { return steps };
        steps.push(Step { source: found.0, depth: found.1, last: false });
        at = found;
    }
}
