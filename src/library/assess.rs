//! Works out grade, party and corroboration.

mod asked;
mod chain;
mod origins;

use super::assessment::{Assessment, Citation, Corroboration};
use super::interest::Interest;
use super::{
    ActorLink, Aspect, Confidence, Credibility, Edge, Event, ItemId, Library, Record, Relation,
};
use crate::diag::{Code, Diagnostic};
use crate::text;
use asked::{Asked, is_act};
use chain::Chain;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Citations that judgements take over from what they rest on, in all; each judgement may rest on
/// everything, so these grow with the square of a file. Beyond them a judgement takes over [`FEW`] of each.
const MOST_TAKEN_OVER: usize = 100_000;

/// Citations that a judgement takes over of each thing that it rests on, however many there are in all.
const FEW: usize = 32;

/// Works out everything that follows from sources, for each item as its brief describes these; gives W271
/// for each judgement that does not take over everything.
pub(super) fn assess(library: &mut Library) -> Vec<Diagnostic> {
    let mut assessor = Assessor::new(library);
    let ids = (0..library.items.len()).map(ItemId::new);
    let assessments: Vec<Option<Assessment>> = ids.map(|id| assessor.item(id)).collect();
    let links = library.actor_links().iter();
    let of_links: Vec<Assessment> = links.map(|link| assessor.link(link)).collect();
    let found = assessor.findings();
    // As long as somebody else looks at the library, writing to it would copy it.
    drop(assessor);
    library.assessments = assessments;
    for (link, assessment) in library.resolved.actor_links.iter_mut().zip(of_links) {
        link.assessment = Some(assessment);
    }
    found
}

/// Everything that assessments are computed from.
struct Assessor {
    /// As the brief describes it whose items are assessed.
    library: Library,
    /// Of each source, itself and what it repeats, as far as that brief asked.
    chains: BTreeMap<ItemId, Rc<Chain>>,
    /// Citations and actors that judgements may still take over.
    left: usize,
    /// Judgements that did not take over everything.
    cut: BTreeSet<ItemId>,
    /// The event whose actors were looked up last, as its claims stand behind it.
    last: Option<(ItemId, Rc<Interest>)>,
    /// The same of events that claims of others are about as well.
    others: BTreeMap<ItemId, Rc<Interest>>,
}

impl Assessor {
    fn new(library: &Library) -> Self {
        Self {
            library: library.clone(),
            chains: BTreeMap::new(),
            left: MOST_TAKEN_OVER,
            cut: BTreeSet::new(),
            last: None,
            others: BTreeMap::new(),
        }
    }

    /// Goes on with the items of another brief.
    fn turn_to(&mut self, id: ItemId) {
        let library = self.library.within(id);
        if library.viewpoint() != self.library.viewpoint() {
            self.chains.clear();
            self.last = None;
            self.others.clear();
        }
        self.library = library;
    }

    /// W271 for each judgement that did not take over everything.
    fn findings(&self) -> Vec<Diagnostic> {
        let cut = self.cut.iter().filter_map(|id| self.library.get(*id));
        let cut = cut.map(|item| {
            let message =
                text!["it rests on so much that only ", FEW, " sources of each are counted for it"];
            Diagnostic::new(Code::W271, item.span.clone(), message)
        });
        cut.collect()
    }

    fn ends(&self, id: ItemId, relation: Relation) -> Vec<ItemId> {
        self.library.ends(id, relation).collect()
    }

    /// Those with an interest in an event and those whose act it is.
    fn interest(&self, event: ItemId) -> Interest {
        let mut interest = Interest::default();
        let involved = |edge: &&Edge| edge.relation == Relation::Involves;
        for edge in self.library.outgoing(event).filter(involved) {
            let role = edge.label.as_ref().map_or("", |label| label.as_str());
            interest.add(edge.to, role, &self.library);
        }
        interest
    }

    fn published_by(&self, source: ItemId, test: impl Fn(ItemId) -> bool) -> bool {
        self.library.ends(source, Relation::PublishedBy).any(test)
    }

    /// The sources in the order given, doubles left out, with their origins.
    fn citations(&mut self, asked: &Asked<'_>) -> Vec<Citation> {
        let mut cited: Vec<Citation> = Vec::with_capacity(asked.sources.len());
        let mut seen = BTreeSet::new();
        for source in asked.sources.iter().filter(|source| seen.insert(**source)) {
            let roots = self.chain(*source).roots.clone();
            let library = &self.library;
            let from = |test: &dyn Fn(ItemId) -> bool| {
                self.published_by(*source, test)
                    || !roots.is_empty() && roots.iter().all(|root| self.published_by(*root, test))
            };
            let is_act = |(interest, act): &(Rc<Interest>, bool)| {
                *act && from(&|house| interest.is_act_of(house, library))
            };
            let has =
                |(interest, _): &(Rc<Interest>, bool)| from(&|house| interest.has(house, library));
            let party = asked.events.iter().any(|event| !is_act(event) && has(event));
            cited.push(Citation {
                source: *source,
                reliability: library.reliability(*source),
                credibility: (asked.number)(*source),
                party,
                own_text: !party && asked.events.iter().any(is_act),
                roots,
                origin: 0,
                counts: !library.is_withdrawn(*source),
            });
        }
        self.number_origins(&mut cited);
        cited
    }

    fn assess(&mut self, asked: &Asked<'_>, confidence: Option<Confidence>) -> Assessment {
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
    fn item(&mut self, id: ItemId) -> Option<Assessment> {
        let confidence_of = |confidence: &Option<crate::diag::Located<Confidence>>| {
            confidence.as_ref().map(|confidence| confidence.value)
        };
        self.turn_to(id);
        let library = self.library.clone();
        match &library.get(id)?.record {
            Record::Event(event) => {
                let sources = self.ends(id, Relation::Cites);
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
                let sources = self.ends(id, Relation::Cites);
                let number = claim.credibility.as_ref().map(|number| number.value);
                let mut events = Vec::new();
                for event in library.events_of(id) {
                    let act = library.event(event).is_some_and(|event| is_act(event.kind));
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

    /// The number of what each source says of whether the event happened, else of when it was; the
    /// better of two. A source that gives another day is not graded for the event by that.
    fn numbers(&self, id: ItemId, event: &Event) -> BTreeMap<ItemId, (u8, Credibility)> {
        let mut numbers: BTreeMap<ItemId, (u8, Credibility)> = BTreeMap::new();
        for item in self.library.ends(id, Relation::Claims) {
            let Some(claim) = self.library.claim(item) else { continue };
            let Some(number) = claim.credibility.as_ref().map(|number| number.value) else {
                continue;
            };
            let value = claim.value.as_ref().map_or("", |value| value.as_str());
            let rank = match claim.about {
                Some(Aspect::Occurrence) => 0,
                Some(Aspect::When) if event.when.value.touches(value) != Some(false) => 1,
                _ => continue,
            };
            for source in self.library.ends(item, Relation::Cites) {
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
            let mut events: Vec<ItemId> = self.library.events_of(basis).collect();
            if events.is_empty() {
                events.push(basis);
            }
            // What an edge costs to look at counts as well as what comes of it.
            let edges = |id: ItemId| self.library.resolved.outgoing.of(id).len();
            let of_events: usize = events.iter().map(|event| edges(*event)).sum();
            let most = edges(basis) + of_events;
            let limit = if most > FEW && most > self.left { FEW } else { usize::MAX };
            if most > FEW {
                self.left = self.left.saturating_sub(most);
            }
            if limit == FEW {
                self.cut.insert(id);
            }
            sources.extend(self.library.ends(basis, Relation::Cites).take(limit));
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
    fn link(&mut self, link: &ActorLink) -> Assessment {
        if let Some(brief) = link.brief {
            self.turn_to(brief);
        }
        let mut interest = Interest::default();
        for end in [link.from, link.to] {
            interest.add_interested(end, &self.library);
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
