//! What rests on a source, and on what a source rests.

use super::differences::key_words;
use super::{Actor, Edge, ItemId, Kind, Library, Record, Relation};
use crate::brief::Reference;
use crate::text::DisplayText;
use std::collections::{BTreeMap, BTreeSet};

/// Steps that are followed from a source to what it repeats, or to what repeats it.
const MOST_STEPS: usize = 64;

/// Sources that are followed from one; chains of copies have a handful.
const FAR: usize = 64;

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
    /// What rests on a source. What follows from that for a record is reckoned as its own brief describes the
    /// sources, whatever other files say of them.
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
        for (_, actor) in self.descriptions_citing(source) {
            let slug = self.get(source).map(|item| &item.slug);
            let cites = |cite: &[Reference]| cite.iter().any(|cite| Some(&cite.value) == slug);
            reliance.summaries += usize::from(cites(&actor.cite));
            reliance.names += actor.aka.iter().filter(|aka| cites(&aka.cite)).count();
        }
        let links = self.actor_links().iter();
        reliance.relations = links.filter(|link| link.cite.contains(&source)).count();
        // Of each file that is asked for, which sources repeat this one there.
        let mut known = BTreeMap::new();
        for id in reliance.events.iter().chain(&reliance.claims) {
            let own = self.within(*id);
            let mut is_copy = |other: ItemId| {
                let is_copy = || own.repeated(other).contains(&source);
                *known.entry((own.viewpoint(), other)).or_insert_with(is_copy)
            };
            let mut others = own.ends(*id, Relation::Cites).filter(|other| *other != source);
            match others.next() {
                None => reliance.uncited.push(*id),
                Some(first) if is_copy(first) && others.all(is_copy) => {
                    reliance.copies_only.push(*id);
                }
                Some(_) => {}
            }
        }
        reliance
    }

    /// The actors as the files describe them that cite a source for that, each file's description once.
    fn descriptions_citing(&self, source: ItemId) -> impl Iterator<Item = (ItemId, &Actor)> {
        let cites = move |edges: &[Edge]| {
            edges.iter().any(|edge| edge.relation == Relation::Cites && edge.to == source)
        };
        let actors = self.linked(source, Kind::Actor).iter();
        let records = actors.flat_map(move |id| {
            let usual = self.items.get(*id).map(|item| (item, self.resolved.outgoing.of(*id)));
            let own = self.views.of(*id).map(|(_, view)| (&view.item, view.edges.as_slice()));
            let described = usual.into_iter().chain(own);
            described.filter(move |(_, edges)| cites(edges)).map(|(item, _)| (*id, item))
        });
        records.filter_map(|(id, item)| {
            let Record::Actor(actor) = &item.record else { return None };
            Some((id, &**actor))
        })
    }

    /// What the brief of a record that cites a source counts otherwise of it than is shown of it here: its letter,
    /// and whether it is withdrawn.
    #[must_use]
    pub fn described_otherwise(&self, source: ItemId, citing: ItemId) -> Vec<DisplayText> {
        let own = self.within(citing);
        let letter = own.letter(source);
        let letter = (letter != self.letter(source)).then(|| {
            let word = letter.map(|letter| letter.word().into());
            key_words("reliability", word.as_slice())
        });
        let withdrawn = own.is_withdrawn(source);
        let withdrawn = (withdrawn != self.is_withdrawn(source)).then(|| {
            let word = withdrawn.then(|| "true".into());
            key_words("withdrawn", word.as_slice())
        });
        letter.into_iter().chain(withdrawn).collect()
    }

    /// The actors whom the records that cite a source are about: those with a part in its events, those who
    /// speak and are blamed in its claims, those whose names and relations rest on it.
    #[must_use]
    pub fn concerned(&self, source: ItemId) -> Vec<ItemId> {
        let mut found: BTreeSet<ItemId> =
            self.descriptions_citing(source).map(|(actor, _)| actor).collect();
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

    /// The sources that one repeats at any remove, itself included; safe on cycles, and no further than
    /// [`FAR`] of them, so that a hostile chain costs no more than its length.
    pub(super) fn repeated(&self, source: ItemId) -> BTreeSet<ItemId> {
        let mut reached = BTreeSet::from([source]);
        let mut open = vec![source];
        while let Some(id) = open.pop() {
            for next in self.ends(id, Relation::DerivesFrom) {
                if reached.len() >= FAR {
                    return reached;
                }
                if reached.insert(next) {
                    open.push(next);
                }
            }
        }
        reached
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
