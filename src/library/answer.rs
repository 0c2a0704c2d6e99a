//! The answer card: when, who says so, how sure.

use super::prose::beginning;
use super::voices::Voices;
use super::{
    Aspect, Claim, Confidence, Corroboration, Credibility, Event, EventStatus, Grade, ItemId,
    Library, Record, Relation, Reliability,
};
use crate::text;
use crate::text::DisplayText;
use std::collections::BTreeSet;

/// Characters of a claim's text where it has no short form.
const VALUE_LENGTH: usize = 48;

/// What a source says of the matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stance {
    /// It supports the event as told.
    Supports,
    /// It says otherwise; the short form of what it says, as `19 Sep` or `a foreign country`.
    Differs(DisplayText),
}

/// One source of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The source.
    pub source: ItemId,
    /// Publisher, or the title without one.
    pub name: DisplayText,
    /// When it was published, short: `23 Oct 2022`.
    pub published: DisplayText,
    /// Its letter.
    pub reliability: Reliability,
    /// The grade of what it says here.
    pub grade: Grade,
    /// Whether its publisher takes part in the event.
    pub party: bool,
    /// Names of the sources it repeats; empty when it stands by itself.
    pub repeats: Vec<DisplayText>,
    /// What it says.
    pub stance: Stance,
    /// The short form of the claim it is cited in, supporting or not; none where it only stands
    /// beside the event.
    pub says: Option<DisplayText>,
    /// The claim in which it says so, where it is one.
    pub claim: Option<ItemId>,
}

/// The answer card of an event or a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// When, in full with the weekday: `Fri 9 Sep 2022`.
    pub when: DisplayText,
    /// When it became known, where that differs.
    pub reported: Option<DisplayText>,
    /// Whether it took place.
    pub status: EventStatus,
    /// Who says so: supporting sources first, then those that differ, as in [`Answer::disputes`].
    pub voices: Vec<Voice>,
    /// How well it is supported.
    pub corroboration: Corroboration,
    /// Grade over all.
    pub grade: Option<Grade>,
    /// How sure the author is.
    pub confidence: Option<Confidence>,
    /// Why the author is that sure, plain.
    pub confidence_why: Option<DisplayText>,
    /// Whether a claim speaks against it.
    pub disputed: bool,
    /// What is disputed, in a few words per dispute.
    pub disputes: Vec<DisputeLine>,
}

/// A dispute in a few words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisputeLine {
    /// What it is about.
    pub about: Option<Aspect>,
    /// What the disputing claim says.
    pub objection: DisplayText,
    /// What it is said against.
    pub told: DisplayText,
}

impl DisputeLine {
    /// In one text: `attribution: a foreign country ≠ Black Reward`.
    #[must_use]
    pub fn text(&self) -> DisplayText {
        let Self { about, objection, told } = self;
        match about {
            Some(about) => text![about.word(), ": ", objection, " ≠ ", told],
            None => text![objection, " ≠ ", told],
        }
    }
}

impl Library {
    /// When, who says so, how sure: the answer card of an event or a claim.
    ///
    /// Of an event speak its own sources and those of what it tells where that is disputed, and
    /// against it those of the claims that object, in this event or another; of a claim its own
    /// sources and those of the other side of a dispute. A source that is cited for a detail only
    /// does not speak for the event, unless nobody else does.
    #[must_use]
    pub fn answer(&self, id: ItemId) -> Option<Answer> {
        match &self.get(id)?.record {
            Record::Event(event) => Some(self.answer_event(id, event)),
            Record::Claim(claim) => self.answer_claim(id, claim),
            Record::Brief(_)
            | Record::Actor(_)
            | Record::Source(_)
            | Record::Place(_)
            | Record::Judgement(_)
            | Record::Gap(_)
            | Record::Question(_) => None,
        }
    }

    fn answer_event(&self, id: ItemId, event: &Event) -> Answer {
        let claims: Vec<ItemId> = self.ends(id, Relation::Claims).collect();
        let mut disputes: Vec<Dispute> = self.objections(id).map(|o| (o, id)).collect();
        for claim in &claims {
            disputes.extend(self.disputes_of(*claim, id));
        }
        disputes.sort_by_key(|(objection, told)| self.weight(*objection, *told));
        let mut voices = Voices::new(self);
        voices.agree(id, None);
        let told: BTreeSet<ItemId> = disputes.iter().map(|(_, told)| *told).collect();
        for claim in claims.iter().filter(|claim| !self.telling.differs(**claim)) {
            if event.cite.is_empty() || told.contains(claim) {
                voices.agree(*claim, Some(*claim));
            } else {
                voices.specify(*claim);
            }
        }
        for (objection, _) in &disputes {
            voices.object(*objection);
        }
        let lines = disputes.iter().map(|(objection, told)| self.dispute_line(*objection, *told));
        let when = event.when.value.text_with_weekday();
        self.compose(id, event, when, (voices.sorted(), lines.collect()))
    }

    fn answer_claim(&self, id: ItemId, claim: &Claim) -> Option<Answer> {
        let event = self.event(self.event_of(id)?)?;
        let mut voices = Voices::new(self);
        voices.agree(id, Some(id));
        let mut others: Vec<ItemId> = self.ends(id, Relation::Disputes).collect();
        let back: Vec<ItemId> = self.objections(id).filter(|back| !others.contains(back)).collect();
        others.extend(back);
        for other in &others {
            voices.object(*other);
        }
        let lines = others.iter().map(|other| self.dispute_line(*other, id)).collect();
        let when = claim.when.as_ref().unwrap_or(&event.when.value).text_with_weekday();
        Some(self.compose(id, event, when, (voices.sorted(), lines)))
    }

    /// The disputes that a claim of an event is in, each as the objection and what the event tells.
    ///
    /// Within the event the disputing claim is the objection. Where the other side stands in another
    /// event, this event tells its own side, whichever of the two was written to dispute the other.
    fn disputes_of(&self, claim: ItemId, event: ItemId) -> Vec<Dispute> {
        let differs = self.telling.differs(claim);
        let elsewhere =
            |other: &ItemId| self.event_of(*other).is_some_and(|holder| holder != event);
        let mut disputes: Vec<Dispute> = Vec::new();
        for other in self.ends(claim, Relation::Disputes) {
            if elsewhere(&other) {
                disputes.extend((!differs).then_some((other, claim)));
            } else if differs && self.telling.objects(claim, other) {
                disputes.push((claim, other));
            }
        }
        let from_elsewhere = self.objections(claim).filter(elsewhere);
        disputes.extend(from_elsewhere.filter(|_| !differs).map(|other| (other, claim)));
        disputes
    }

    /// The claims that dispute an event or a claim.
    fn objections(&self, id: ItemId) -> impl Iterator<Item = ItemId> {
        let disputing = |edge: &&super::Edge| edge.relation == Relation::Disputes;
        self.incoming(id).iter().filter(disputing).map(|edge| edge.to)
    }

    /// What weighs first on a card: when it was, then who did it, then what came of it. An objection
    /// that is improbable itself (credibility 5) comes after the others.
    fn weight(&self, objection: ItemId, told: ItemId) -> (bool, u8) {
        let improbable = |credibility: Credibility| credibility.number() == 5;
        let matter = match self.about(objection, told) {
            Some(Aspect::When) => 0,
            Some(Aspect::Attribution) => 1,
            Some(Aspect::Outcome) => 2,
            Some(Aspect::Number) => 3,
            Some(Aspect::Where | Aspect::Who | Aspect::Target | Aspect::How | Aspect::Cause)
            | None => 4,
        };
        (self.credibility(Some(objection)).is_some_and(improbable), matter)
    }

    fn about(&self, objection: ItemId, told: ItemId) -> Option<Aspect> {
        [objection, told].iter().find_map(|id| self.claim(*id)?.about)
    }

    fn compose(
        &self,
        id: ItemId,
        event: &Event,
        when: DisplayText,
        (voices, mut disputes): (Vec<Voice>, Vec<DisputeLine>),
    ) -> Answer {
        let assessment = self.assessment(id);
        let why = event.confidence_why.as_ref().filter(|_| self.event(id).is_some());
        let mut shown = BTreeSet::new();
        disputes.retain(|line| shown.insert(line.text()));
        Answer {
            when,
            reported: event
                .reported
                .as_ref()
                .filter(|reported| **reported != event.when.value)
                .map(super::When::text_with_weekday),
            status: event.status,
            voices,
            corroboration: assessment.map_or(Corroboration::Uncited, |found| found.corroboration),
            grade: assessment.and_then(|found| found.grade),
            confidence: assessment.and_then(|found| found.confidence),
            confidence_why: why.map(|why| self.plain_text(id, why)),
            disputed: assessment.is_some_and(|found| found.disputed),
            disputes,
        }
    }

    /// What is objected, and what is told.
    fn dispute_line(&self, objection: ItemId, told: ItemId) -> DisputeLine {
        let about = self.about(objection, told);
        DisputeLine { about, objection: self.value(objection), told: self.value(told) }
    }

    /// The short form of a claim; of an event, its date, which is what claims mostly dispute.
    #[must_use]
    pub fn value(&self, id: ItemId) -> DisplayText {
        match self.get(id).map(|item| &item.record) {
            Some(Record::Claim(claim)) => claim
                .value
                .clone()
                .unwrap_or_else(|| beginning(&self.plain_text(id, &claim.text), VALUE_LENGTH)),
            Some(Record::Event(event)) => text![event.title, " (", event.when.value.text(), ")"],
            Some(
                Record::Brief(_)
                | Record::Actor(_)
                | Record::Source(_)
                | Record::Place(_)
                | Record::Judgement(_)
                | Record::Gap(_)
                | Record::Question(_),
            )
            | None => DisplayText::default(),
        }
    }

    pub(super) fn credibility(&self, claim: Option<ItemId>) -> Option<Credibility> {
        let claim = self.claim(claim?)?;
        claim.credibility.as_ref().map(|credibility| credibility.value)
    }

    /// Publisher of a source, or its title without one.
    pub(super) fn speaker(&self, source: ItemId) -> DisplayText {
        let house = self.publisher(source).map(|publisher| publisher.name.clone());
        let title = || self.get(source).map(|item| item.title.clone());
        house.or_else(title).unwrap_or_default()
    }
}

/// An objection and what it objects to.
type Dispute = (ItemId, ItemId);
