//! How much an objection weighs against what is held.

use super::{Objection, Weight};
use crate::library::interest::Interest;
use crate::library::{Aspect, Attribution, Grade, ItemId, Library, Relation, Reliability};
use std::collections::BTreeSet;

/// Roles of those whom an accusation is about: what they say of it is a denial.
const ACCUSED: &[&str] = &["accused", "attacker", "suspect"];

/// What objections of one event are weighed by.
pub(super) struct Weighing<'l> {
    library: &'l Library,
    interest: Interest,
    /// Those whom the event accuses.
    accused: Interest,
}

/// The side against which objections are weighed.
pub(super) struct Side {
    /// The best number on it; 3 where nothing is graded.
    best: u8,
    /// Its sources and what they repeat.
    sources: BTreeSet<ItemId>,
    /// Whose word all of it is, where it is one actor's.
    word_of: Option<ItemId>,
}

impl<'l> Weighing<'l> {
    pub(super) fn new(library: &'l Library, event: ItemId) -> Self {
        let (mut interest, mut accused) = (Interest::default(), Interest::default());
        for edge in library.outgoing(event) {
            if edge.relation != Relation::Involves {
                continue;
            }
            let role = edge.label.as_ref().map_or("", |label| label.as_str());
            interest.add(edge.to, role, library);
            if ACCUSED.contains(&role) {
                accused.add_interested(edge.to, library);
            }
        }
        Self { library, interest, accused }
    }

    /// Letter and number of a claim.
    pub(super) fn grade(&self, claim: ItemId) -> Grade {
        self.library.grade_of_claim(claim)
    }

    /// Whose word a claim is: who asserts it, else those behind the originals of its sources where all
    /// of them have an interest.
    pub(super) fn word_of(&self, claim: ItemId) -> Vec<ItemId> {
        let by: Vec<ItemId> = self.library.ends(claim, Relation::AssertedBy).collect();
        if !by.is_empty() {
            return by;
        }
        let mut behind = Vec::new();
        let citations = self.library.assessment(claim).map(|found| found.citations.as_slice());
        let roots = citations.into_iter().flatten().flat_map(|citation| &citation.roots);
        for root in roots {
            let house = self.library.ends(*root, Relation::PublishedBy).next();
            let Some(house) = house.filter(|house| self.has_interest(*house)) else {
                return Vec::new();
            };
            if !behind.contains(&house) {
                behind.push(house);
            }
        }
        behind
    }

    /// Whether the event is an act of an actor, of its bodies or of what it is a body of.
    pub(super) fn is_act_of(&self, actor: ItemId) -> bool {
        self.interest.is_act_of(actor, self.library)
    }

    fn has_interest(&self, actor: ItemId) -> bool {
        self.interest.has(actor, self.library)
    }

    /// Whether a claim is the word of those with an interest in the event.
    pub(super) fn is_of_a_party(&self, claim: ItemId) -> bool {
        let word_of = self.word_of(claim);
        !word_of.is_empty() && word_of.iter().all(|actor| self.has_interest(*actor))
    }

    /// Whether a claim may be held by its grade.
    pub(super) fn may_be_held(&self, claim: ItemId) -> bool {
        let Some(record) = self.library.claim(claim) else { return false };
        record.attribution != Some(Attribution::Itself)
            && !self.is_withdrawn(claim)
            && !(self.is_poorly_graded(claim) && self.is_of_a_party(claim))
    }

    /// Rated 3 or worse, or not at all.
    fn is_poorly_graded(&self, claim: ItemId) -> bool {
        self.library.credibility(Some(claim)).is_none_or(|number| number.number() >= 3)
    }

    /// Whether all sources of a claim are withdrawn.
    fn is_withdrawn(&self, claim: ItemId) -> bool {
        let mut sources = self.library.ends(claim, Relation::Cites).peekable();
        let withdrawn = |id: ItemId| self.library.is_withdrawn(id);
        sources.peek().is_some() && sources.all(withdrawn)
    }

    /// The side that some claims are on.
    pub(super) fn side(&self, claims: &[ItemId]) -> Side {
        let numbers = claims.iter().map(|claim| self.grade(*claim).number_for_order());
        let best = numbers.min().unwrap_or_else(|| Grade::order(UNGRADED).0);
        let sources = claims.iter().flat_map(|claim| self.library.ends(*claim, Relation::Cites));
        let words: Vec<Vec<ItemId>> = claims.iter().map(|claim| self.word_of(*claim)).collect();
        let word_of = match words.split_first() {
            Some((first, others)) if others.iter().all(|other| other == first) => {
                first.first().copied().filter(|_| first.len() == 1)
            }
            Some(_) | None => None,
        };
        Side { best, sources: sources.collect(), word_of }
    }

    /// An objection to a side, with its weight.
    pub(super) fn weigh(&self, claim: ItemId, side: &Side, about: Option<Aspect>) -> Objection {
        let word_of = self.word_of(claim);
        let weight = self.weight(claim, side, about, &word_of);
        Objection { claim, weight, word_of }
    }

    fn weight(
        &self,
        claim: ItemId,
        side: &Side,
        about: Option<Aspect>,
        word_of: &[ItemId],
    ) -> Weight {
        let one_actor = side.word_of.is_some_and(|actor| word_of == [actor]);
        if self.is_withdrawn(claim) || one_actor {
            return Weight::AlsoInPrint;
        }
        if self.repeats(claim, side) {
            // One paper that tells of an accusation tells what the accused says to it.
            let denies = about == Some(Aspect::Attribution) && self.library.rejects_blame(claim);
            return if denies { Weight::Denied } else { Weight::AlsoInPrint };
        }
        if self.is_poorly_graded(claim) && self.is_of_a_party(claim) {
            let denies = about == Some(Aspect::Attribution) && self.denies(claim);
            return if denies { Weight::Denied } else { Weight::SaysOtherwise };
        }
        let grade = self.grade(claim);
        let number = grade.number_for_order();
        if number <= 3 && number <= side.best + 1 && grade.reliability != Reliability::E {
            return Weight::Contested;
        }
        Weight::AlsoInPrint
    }

    /// Whether a claim about who did it is the word of an accused who does not say that it was he.
    pub(super) fn denies(&self, claim: ItemId) -> bool {
        let word_of = self.word_of(claim);
        let mut named = self.library.ends(claim, Relation::AscribesTo);
        let names_himself =
            named.any(|named| word_of.iter().any(|own| self.library.are_one(*own, named)));
        let is_own = self.library.claims_it_himself(claim) || names_himself;
        let is_denial = self.library.rejects_blame(claim);
        (is_denial || !is_own) && word_of.iter().any(|actor| self.accused.has(*actor, self.library))
    }

    /// Whether all sources of a claim are those of a side, or copies of them.
    fn repeats(&self, claim: ItemId, side: &Side) -> bool {
        let mut sources = self.library.ends(claim, Relation::Cites).peekable();
        let is_of_side = |source: ItemId| {
            side.sources.contains(&source)
                || self
                    .library
                    .repeats(source)
                    .iter()
                    .any(|step| side.sources.contains(&step.source))
        };
        sources.peek().is_some() && sources.all(is_of_side)
    }
}

/// What nothing is known of.
const UNGRADED: Grade = Grade { reliability: Reliability::F, credibility: None };
