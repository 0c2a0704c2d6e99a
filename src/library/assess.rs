//! Grade, party, corroboration and dispute: computed, never typed.

use super::merge::Merged;
use super::resolve::Resolved;
use super::{Confidence, Credibility, Edge, Item, ItemId, Record, Relation, Reliability, Source};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// How well an event or a claim is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Corroboration {
    /// No source.
    Uncited,
    /// One origin.
    SingleSource,
    /// This many independent origins, 2 or more.
    Corroborated(usize),
    /// Every origin is a party to the events.
    PartyOnly,
}

/// Reliability of the best source with the credibility of the information, shown as `B2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Grade {
    /// The letter.
    pub reliability: Reliability,
    /// The number; without one only the letter is shown.
    pub credibility: Option<Credibility>,
}

/// One source as it stands to one event or claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The source.
    pub source: ItemId,
    /// Its reliability: its own, else its publisher's, else F.
    pub reliability: Reliability,
    /// Whether its publisher takes part in the event.
    pub party: bool,
    /// The sources it repeats, at the roots.
    pub roots: Vec<ItemId>,
    /// Number of its origin: sources with the same number are one origin.
    pub origin: usize,
}

/// What follows from the sources of an event or a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The sources, in file order.
    pub citations: Vec<Citation>,
    /// How well it is supported.
    pub corroboration: Corroboration,
    /// Whether a claim speaks against it: an incoming `disputes`, for an event also on one of its
    /// claims, for a judgement on what it rests on. The claim that disputes is not thereby disputed.
    pub disputed: bool,
    /// The grade; none without a source.
    pub grade: Option<Grade>,
    /// How sure the author is.
    pub confidence: Option<Confidence>,
}

/// Sources or actors that are followed from one; chains of copies have a handful.
const FAR: usize = 64;

/// Roots that are kept of one source.
const ROOTS: usize = 16;

/// Citations that judgements take over from what they rest on, in all; each judgement may rest on
/// everything, so these grow with the square of a file. A judgement beyond them has [`FEW`].
const MOST_TAKEN_OVER: usize = 100_000;

/// Citations of a judgement once there are too many.
const FEW: usize = 8;

/// Everything that assessments are computed from.
pub(super) struct Assessor<'l> {
    items: &'l [Item],
    resolved: &'l Resolved,
    merged: &'l Merged,
    /// Of each source, itself and what it repeats.
    chains: BTreeMap<ItemId, BTreeSet<ItemId>>,
    roots: BTreeMap<ItemId, Vec<ItemId>>,
    /// Items that a claim speaks against, for an event also by way of one of its claims.
    disputed: BTreeSet<ItemId>,
    /// The event of each claim.
    event_of: BTreeMap<ItemId, ItemId>,
    /// Citations and actors that judgements may still take over.
    left: usize,
    /// The event whose actors were looked up last, as its claims stand behind it.
    last: Option<(ItemId, Rc<BTreeSet<ItemId>>)>,
}

impl<'l> Assessor<'l> {
    pub(super) fn new(merged: &'l Merged, resolved: &'l Resolved) -> Self {
        let mut assessor = Self {
            items: &merged.items,
            resolved,
            merged,
            chains: BTreeMap::new(),
            roots: BTreeMap::new(),
            disputed: BTreeSet::new(),
            event_of: BTreeMap::new(),
            left: MOST_TAKEN_OVER,
            last: None,
        };
        for (at, item) in merged.items.iter().enumerate() {
            let id = ItemId::new(at);
            if matches!(item.record, Record::Source(_)) {
                let chain = assessor.reached(id, Relation::DerivesFrom);
                assessor.roots.insert(id, assessor.find_roots(&chain));
                if chain.len() > 1 {
                    assessor.chains.insert(id, chain);
                }
            }
            if assessor.incoming(id, Relation::Disputes).next().is_some() {
                assessor.disputed.insert(id);
                assessor.disputed.extend(assessor.incoming(id, Relation::Claims));
            }
            assessor.event_of.extend(assessor.ends(id, Relation::Claims).map(|claim| (claim, id)));
        }
        assessor
    }

    fn edges(&self, id: ItemId) -> &'l [Edge] {
        self.resolved.outgoing.get(id.index()).map_or(&[], Vec::as_slice)
    }

    fn ends(&self, id: ItemId, relation: Relation) -> impl Iterator<Item = ItemId> + use<'l> {
        self.edges(id).iter().filter(move |edge| edge.relation == relation).map(|edge| edge.to)
    }

    fn incoming(&self, id: ItemId, relation: Relation) -> impl Iterator<Item = ItemId> + use<'l> {
        let edges = self.resolved.incoming.get(id.index()).map_or(&[][..], Vec::as_slice);
        edges.iter().filter(move |edge| edge.relation == relation).map(|edge| edge.to)
    }

    fn source(&self, id: ItemId) -> Option<&'l Source> {
        let Record::Source(source) = &self.items.get(id.index())?.record else { return None };
        Some(source)
    }

    /// Everything reached along a relation, the start included; safe on cycles, and no further than
    /// [`FAR`] records, so that a hostile chain costs no more than its length.
    fn reached(&self, from: ItemId, relation: Relation) -> BTreeSet<ItemId> {
        let mut reached = BTreeSet::from([from]);
        let mut open = vec![from];
        while let Some(id) = open.pop() {
            for next in self.ends(id, relation) {
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

    /// The sources at the end of `derived-from`; in a cycle, which is a fault found elsewhere, its
    /// first source stands for all.
    fn find_roots(&self, chain: &BTreeSet<ItemId>) -> Vec<ItemId> {
        let underived = |id: &ItemId| self.ends(*id, Relation::DerivesFrom).next().is_none();
        let roots: Vec<ItemId> = chain.iter().copied().filter(underived).take(ROOTS).collect();
        if roots.is_empty() { chain.first().copied().into_iter().collect() } else { roots }
    }

    /// Its own, else its publisher's, else F.
    fn reliability(&self, id: ItemId) -> Reliability {
        let own = self.source(id).and_then(|source| source.reliability);
        let house = self.resolved.publisher_of.get(&id);
        let house = house.and_then(|at| self.merged.publishers.get(*at));
        own.or_else(|| house.and_then(|entry| entry.record.reliability)).unwrap_or(Reliability::F)
    }

    /// Actors with a role in an event and the bodies they are part of: a publisher among them takes
    /// part in the event.
    fn parties(&self, event: ItemId) -> BTreeSet<ItemId> {
        let involved = self.ends(event, Relation::Involves);
        involved.flat_map(|actor| self.reached(actor, Relation::PartOf)).collect()
    }

    fn published_by(&self, source: ItemId, parties: &BTreeSet<ItemId>) -> bool {
        self.ends(source, Relation::PublishedBy).any(|actor| parties.contains(&actor))
    }

    /// The sources in the order given, doubles left out, with their origins.
    fn citations(&self, sources: &[ItemId], parties: &BTreeSet<ItemId>) -> Vec<Citation> {
        let mut cited: Vec<Citation> = Vec::with_capacity(sources.len());
        let mut seen = BTreeSet::new();
        for source in sources {
            if seen.insert(*source) {
                cited.push(Citation {
                    source: *source,
                    reliability: self.reliability(*source),
                    party: self.published_by(*source, parties),
                    roots: self.roots.get(source).cloned().unwrap_or_default(),
                    origin: 0,
                });
            }
        }
        self.number_origins(&mut cited);
        cited
    }

    /// Sources that share a root, or a publisher of their own or of a root, are one origin. A source
    /// that repeats others joins the first origin it shares something with, and does not make one of
    /// two that are independent of each other: AP, Reuters and a paper that copied both are two.
    fn number_origins(&self, cited: &mut [Citation]) {
        let mut origins: BTreeMap<Mark, usize> = BTreeMap::new();
        let mut number = 0;
        let mut order: Vec<&mut Citation> = cited.iter_mut().collect();
        order.sort_by_key(|citation| {
            (citation.roots.as_slice() != [citation.source], citation.roots.len())
        });
        for citation in order {
            let marks = self.marks(citation);
            let shared = marks.iter().filter_map(|mark| origins.get(mark).copied()).min();
            citation.origin = shared.unwrap_or_else(|| {
                origins.extend(marks.iter().map(|mark| (*mark, number)));
                number += 1;
                number - 1
            });
        }
    }

    fn marks(&self, citation: &Citation) -> BTreeSet<Mark> {
        let all = citation.roots.iter().chain([&citation.source]);
        let houses = all.filter_map(|id| self.resolved.publisher_of.get(id).copied());
        citation
            .roots
            .iter()
            .map(|root| Mark::Root(*root))
            .chain(houses.map(Mark::Publisher))
            .collect()
    }

    fn corroboration(&self, cited: &[Citation], parties: &BTreeSet<ItemId>) -> Corroboration {
        let from_party = |citation: &Citation| {
            citation.party || citation.roots.iter().all(|root| self.published_by(*root, parties))
        };
        let origins = cited.iter().map(|citation| citation.origin + 1).max().unwrap_or(0);
        match origins {
            0 => Corroboration::Uncited,
            _ if cited.iter().all(from_party) => Corroboration::PartyOnly,
            1 => Corroboration::SingleSource,
            several => Corroboration::Corroborated(several),
        }
    }

    /// The best letter among the sources that repeat no other cited one.
    fn grade(&self, cited: &[Citation], number: Option<Credibility>) -> Option<Grade> {
        let all: BTreeSet<ItemId> = cited.iter().map(|citation| citation.source).collect();
        let repeats = |citation: &Citation| {
            let chain = self.chains.get(&citation.source).into_iter().flatten();
            chain.into_iter().any(|other| *other != citation.source && all.contains(other))
        };
        let independent = cited.iter().filter(|citation| !repeats(citation));
        let best = independent.map(|citation| citation.reliability).min();
        let best = best.or_else(|| cited.iter().map(|citation| citation.reliability).min());
        best.map(|reliability| Grade { reliability, credibility: number })
    }

    fn assess(
        &self,
        sources: &[ItemId],
        parties: &BTreeSet<ItemId>,
        number: Option<Credibility>,
        (disputed, confidence): (bool, Option<Confidence>),
    ) -> Assessment {
        let citations = self.citations(sources, parties);
        Assessment {
            corroboration: self.corroboration(&citations, parties),
            grade: self.grade(&citations, number),
            citations,
            disputed,
            confidence,
        }
    }

    /// What follows for an event, a claim or a judgement.
    pub(super) fn item(&mut self, id: ItemId) -> Option<Assessment> {
        let confidence_of = |confidence: &Option<crate::diag::Located<Confidence>>| {
            confidence.as_ref().map(|confidence| confidence.value)
        };
        let items = self.items;
        match &items.get(id.index())?.record {
            Record::Event(event) => {
                let sources: Vec<ItemId> = self.ends(id, Relation::Cites).collect();
                let supporting = event.claims.iter().filter(|claim| claim.disputes.is_empty());
                let number = supporting.filter_map(|claim| claim.credibility.as_ref());
                let number = number.map(|number| number.value).min();
                let rest = (self.disputed.contains(&id), confidence_of(&event.confidence));
                let parties = self.parties_once(id);
                Some(self.assess(&sources, &parties, number, rest))
            }
            Record::Claim(claim) => {
                let sources: Vec<ItemId> = self.ends(id, Relation::Cites).collect();
                let number = claim.credibility.as_ref().map(|number| number.value);
                let rest = (self.disputed.contains(&id), None);
                let event = self.event_of.get(&id).copied();
                let parties = event.map(|event| self.parties_once(event)).unwrap_or_default();
                Some(self.assess(&sources, &parties, number, rest))
            }
            Record::Judgement(judgement) => {
                let rest = confidence_of(&judgement.confidence);
                Some(self.judgement(id, rest))
            }
            Record::Brief(_)
            | Record::Actor(_)
            | Record::Source(_)
            | Record::Place(_)
            | Record::Gap(_)
            | Record::Question(_) => None,
        }
    }

    /// A judgement has the sources and the parties of what it rests on.
    fn judgement(&mut self, id: ItemId, confidence: Option<Confidence>) -> Assessment {
        let (mut sources, mut parties) = (Vec::new(), BTreeSet::new());
        let mut disputed = false;
        for basis in self.ends(id, Relation::RestsOn) {
            disputed |= self.disputed.contains(&basis);
            let event = self.event_of.get(&basis).copied().unwrap_or(basis);
            // What an edge costs to look at counts as well as what comes of it.
            let most = self.edges(basis).len() + self.edges(event).len();
            let limit = if most > self.left { FEW } else { usize::MAX };
            self.left = self.left.saturating_sub(most);
            sources.extend(self.ends(basis, Relation::Cites).take(limit));
            if limit == usize::MAX {
                parties.extend(self.parties(event));
            }
        }
        self.assess(&sources, &parties, None, (disputed, confidence))
    }

    /// What follows for a `[[link]]`; its two actors are the parties.
    pub(super) fn link(&self, link: &super::ActorLink) -> Assessment {
        let ends = [link.from, link.to];
        let parties = ends.iter().flat_map(|id| self.reached(*id, Relation::PartOf)).collect();
        let confidence = link.record.confidence.as_ref().map(|confidence| confidence.value);
        self.assess(&link.cite, &parties, None, (false, confidence))
    }

    /// The parties of an event, looked up once for it and all its claims.
    fn parties_once(&mut self, event: ItemId) -> Rc<BTreeSet<ItemId>> {
        match &self.last {
            Some((last, parties)) if *last == event => Rc::clone(parties),
            Some(_) | None => {
                let parties = Rc::new(self.parties(event));
                self.last = Some((event, Rc::clone(&parties)));
                parties
            }
        }
    }
}

/// What makes two sources one origin when both have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Root(ItemId),
    Publisher(usize),
}
