//! Works out grade, party and corroboration.

mod asked;
mod origins;

use super::assessment::{Assessment, Citation, Corroboration};
use super::interest::{Bodies, Interest};
use super::merge::Merged;
use super::resolve::Resolved;
use super::{
    Aspect, Confidence, Credibility, Edge, Event, Item, ItemId, Record, Relation, Reliability,
    Source,
};
use crate::diag::{Code, Diagnostic};
use crate::text;
use asked::{Asked, is_act};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Sources or actors that are followed from one; chains of copies have a handful.
const FAR: usize = 64;

/// Roots that are kept of one source.
const ROOTS: usize = 16;

/// Citations that judgements take over from what they rest on, in all; each judgement may rest on
/// everything, so these grow with the square of a file. Beyond them a judgement takes over [`FEW`] of each.
const MOST_TAKEN_OVER: usize = 100_000;

/// Citations that a judgement takes over of each thing that it rests on, however many there are in all.
const FEW: usize = 32;

/// Everything that assessments are computed from.
pub(super) struct Assessor<'l> {
    items: &'l [Item],
    resolved: &'l Resolved,
    merged: &'l Merged,
    /// Of each source, itself and what it repeats.
    chains: BTreeMap<ItemId, BTreeSet<ItemId>>,
    roots: BTreeMap<ItemId, Vec<ItemId>>,
    bodies: &'l Bodies,
    /// Citations and actors that judgements may still take over.
    left: usize,
    /// Judgements that did not take over everything.
    cut: BTreeSet<ItemId>,
    /// The event whose actors were looked up last, as its claims stand behind it.
    last: Option<(ItemId, Rc<Interest>)>,
    /// The same of events that claims of others are about as well.
    others: BTreeMap<ItemId, Rc<Interest>>,
}

impl<'l> Assessor<'l> {
    pub(super) fn new(merged: &'l Merged, resolved: &'l Resolved, bodies: &'l Bodies) -> Self {
        let mut assessor = Self {
            items: &merged.items,
            resolved,
            merged,
            chains: BTreeMap::new(),
            roots: BTreeMap::new(),
            bodies,
            left: MOST_TAKEN_OVER,
            cut: BTreeSet::new(),
            last: None,
            others: BTreeMap::new(),
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
        }
        assessor
    }

    /// W271 for each judgement that did not take over everything.
    pub(super) fn findings(&self) -> impl Iterator<Item = Diagnostic> {
        let cut = self.cut.iter().filter_map(|id| self.items.get(id.index()));
        cut.map(|item| {
            let message =
                text!["it rests on so much that only ", FEW, " sources of each are counted for it"];
            Diagnostic::new(Code::W271, item.span.clone(), message)
        })
    }

    fn edges(&self, id: ItemId) -> &'l [Edge] {
        self.resolved.outgoing.get(id.index()).map_or(&[], Vec::as_slice)
    }

    fn ends(&self, id: ItemId, relation: Relation) -> impl Iterator<Item = ItemId> + use<'l> {
        self.edges(id).iter().filter(move |edge| edge.relation == relation).map(|edge| edge.to)
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

    /// Its own, else the best of its publishers', else F.
    fn reliability(&self, id: ItemId) -> Reliability {
        let own = self.source(id).and_then(|source| source.reliability);
        let houses = self.resolved.publishers_of(id);
        let houses = houses.filter_map(|at| self.merged.publishers.get(at));
        let best = houses.filter_map(|entry| entry.record.reliability).min();
        own.or(best).unwrap_or(Reliability::F)
    }

    /// Those with an interest in an event and those whose act it is.
    fn interest(&self, event: ItemId) -> Interest {
        let mut interest = Interest::default();
        for edge in self.edges(event).iter().filter(|edge| edge.relation == Relation::Involves) {
            let role = edge.label.as_ref().map_or("", |label| label.as_str());
            interest.add(edge.to, role, self.bodies);
        }
        interest
    }

    fn published_by(&self, source: ItemId, test: impl Fn(ItemId) -> bool) -> bool {
        self.ends(source, Relation::PublishedBy).any(test)
    }

    /// The sources in the order given, doubles left out, with their origins.
    fn citations(&self, asked: &Asked<'_>) -> Vec<Citation> {
        let mut cited: Vec<Citation> = Vec::with_capacity(asked.sources.len());
        let mut seen = BTreeSet::new();
        for source in asked.sources.iter().filter(|source| seen.insert(**source)) {
            let roots = self.roots.get(source).map_or_else(Vec::new, Clone::clone);
            let from = |test: &dyn Fn(ItemId) -> bool| {
                self.published_by(*source, test)
                    || !roots.is_empty() && roots.iter().all(|root| self.published_by(*root, test))
            };
            let is_act = |(interest, act): &(Rc<Interest>, bool)| {
                *act && from(&|house| interest.is_act_of(house, self.bodies))
            };
            let has = |(interest, _): &(Rc<Interest>, bool)| {
                from(&|house| interest.has(house, self.bodies))
            };
            let party = asked.events.iter().any(|event| !is_act(event) && has(event));
            cited.push(Citation {
                source: *source,
                reliability: self.reliability(*source),
                credibility: (asked.number)(*source),
                party,
                own_text: !party && asked.events.iter().any(is_act),
                roots,
                origin: 0,
                counts: !self.source(*source).is_some_and(|source| source.withdrawn),
            });
        }
        self.number_origins(&mut cited);
        cited
    }

    fn assess(&self, asked: &Asked<'_>, confidence: Option<Confidence>) -> Assessment {
        let citations = self.citations(asked);
        let counted = || citations.iter().filter(|citation| citation.counts);
        let origins: BTreeSet<usize> = counted().map(|citation| citation.origin).collect();
        let independent: BTreeSet<usize> =
            counted().filter(|citation| !citation.party).map(|citation| citation.origin).collect();
        let (origins, party_origins) = (origins.len(), origins.len() - independent.len());
        let corroboration = match origins {
            0 => Corroboration::Uncited,
            _ if party_origins == origins => Corroboration::PartyOnly,
            1 => Corroboration::SingleSource,
            several => Corroboration::Corroborated(several),
        };
        let best = counted().map(Citation::grade).min_by_key(|grade| grade.order());
        let best = best.or_else(|| citations.iter().map(Citation::grade).min_by_key(|g| g.order()));
        let own_text = counted().any(|citation| citation.own_text);
        let disputed = false;
        Assessment {
            citations,
            corroboration,
            origins,
            party_origins,
            own_text,
            disputed,
            grade: best,
            confidence,
        }
    }

    /// What follows for an event, a claim or a judgement. Whether it is disputed is found out once
    /// all are assessed.
    pub(super) fn item(&mut self, id: ItemId) -> Option<Assessment> {
        let confidence_of = |confidence: &Option<crate::diag::Located<Confidence>>| {
            confidence.as_ref().map(|confidence| confidence.value)
        };
        let items = self.items;
        match &items.get(id.index())?.record {
            Record::Event(event) => {
                let sources: Vec<ItemId> = self.ends(id, Relation::Cites).collect();
                let interest = self.interest_once(id);
                let numbers = self.numbers(id, event);
                let number = |source: ItemId| numbers.get(&source).map(|(_, number)| *number);
                let events = vec![(interest, is_act(event.kind))];
                let asked = Asked { sources, events, number: &number };
                let found = self.assess(&asked, confidence_of(&event.confidence));
                let grade = found.leading().map(Citation::grade);
                Some(Assessment { grade, ..found })
            }
            Record::Claim(claim) => {
                let sources: Vec<ItemId> = self.ends(id, Relation::Cites).collect();
                let number = claim.credibility.as_ref().map(|number| number.value);
                let mut events = Vec::new();
                for event in self.resolved.events_of(id) {
                    let act = self.event(event).is_some_and(|event| is_act(event.kind));
                    let is_first = events.is_empty();
                    let interest = if is_first {
                        self.interest_once(event)
                    } else {
                        self.interest_of_other(event)
                    };
                    events.push((interest, act));
                }
                let number = |_: ItemId| number;
                let asked = Asked { sources, events, number: &number };
                Some(self.assess(&asked, None))
            }
            Record::Judgement(judgement) => {
                Some(self.judgement(id, confidence_of(&judgement.confidence)))
            }
            Record::Brief(_)
            | Record::Actor(_)
            | Record::Source(_)
            | Record::Place(_)
            | Record::Gap(_)
            | Record::Question(_) => None,
        }
    }

    fn event(&self, id: ItemId) -> Option<&'l Event> {
        let Record::Event(event) = &self.items.get(id.index())?.record else { return None };
        Some(event)
    }

    /// The number of what each source says of whether the event happened, else of when it was; the
    /// better of two. A source that gives another day is not graded for the event by that.
    fn numbers(&self, id: ItemId, event: &Event) -> BTreeMap<ItemId, (u8, Credibility)> {
        let mut numbers: BTreeMap<ItemId, (u8, Credibility)> = BTreeMap::new();
        for item in self.ends(id, Relation::Claims) {
            let Some(Record::Claim(claim)) = self.items.get(item.index()).map(|item| &item.record)
            else {
                continue;
            };
            let Some(number) = claim.credibility.as_ref().map(|number| number.value) else {
                continue;
            };
            let value = claim.value.as_ref().map_or("", |value| value.as_str());
            let rank = match claim.about {
                Some(Aspect::Occurrence) => 0,
                Some(Aspect::When) if event.when.value.touches(value) != Some(false) => 1,
                _ => continue,
            };
            for source in self.ends(item, Relation::Cites) {
                let found = (rank, number);
                let best = numbers.entry(source).or_insert(found);
                *best = found.min(*best);
            }
        }
        numbers
    }

    /// A judgement has the sources of what it rests on, and the interests in it.
    fn judgement(&mut self, id: ItemId, confidence: Option<Confidence>) -> Assessment {
        let (mut sources, mut interest) = (Vec::new(), Interest::default());
        for basis in self.ends(id, Relation::RestsOn) {
            let mut events: Vec<ItemId> = self.resolved.events_of(basis).collect();
            if events.is_empty() {
                events.push(basis);
            }
            // What an edge costs to look at counts as well as what comes of it.
            let of_events: usize = events.iter().map(|event| self.edges(*event).len()).sum();
            let most = self.edges(basis).len() + of_events;
            let limit = if most > FEW && most > self.left { FEW } else { usize::MAX };
            if most > FEW {
                self.left = self.left.saturating_sub(most);
            }
            if limit == FEW {
                self.cut.insert(id);
            }
            sources.extend(self.ends(basis, Relation::Cites).take(limit));
            if limit == usize::MAX {
                for event in events {
                    interest.extend(&self.interest(event));
                }
            }
        }
        let events = vec![(Rc::new(interest), false)];
        let asked = Asked { sources, events, number: &|_| None };
        self.assess(&asked, confidence)
    }

    /// What follows for a `[[link]]`; its two actors are the parties.
    pub(super) fn link(&self, link: &super::ActorLink) -> Assessment {
        let mut interest = Interest::default();
        for end in [link.from, link.to] {
            interest.add_interested(end, self.bodies);
        }
        let confidence = link.record.confidence.as_ref().map(|confidence| confidence.value);
        let sources = link.cite.clone();
        let events = vec![(Rc::new(interest), false)];
        let asked = Asked { sources, events, number: &|_| None };
        self.assess(&asked, confidence)
    }

    /// The interest in an event, looked up once for it and all its claims.
    fn interest_once(&mut self, event: ItemId) -> Rc<Interest> {
        match &self.last {
            Some((last, interest)) if *last == event => Rc::clone(interest),
            Some(_) | None => {
                let interest = Rc::new(self.interest(event));
                self.last = Some((event, Rc::clone(&interest)));
                interest
            }
        }
    }

    fn interest_of_other(&mut self, event: ItemId) -> Rc<Interest> {
        if let Some(known) = self.others.get(&event) {
            return Rc::clone(known);
        }
        let interest = Rc::new(self.interest(event));
        self.others.insert(event, Rc::clone(&interest));
        interest
    }
}
