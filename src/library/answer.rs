//! The answer card: when, who says so, how sure.

use super::voices::Voices;
use super::{
    Aspect, Claim, Confidence, Corroboration, Credibility, Event, EventStatus, Grade, Held,
    Inquiry, ItemId, Library, Record, Relation, Reliability, Schema, Weight, When,
};
use crate::text;
use crate::text::{DisplayText, beginning};

/// Characters of a claim's text where it has no short form.
const VALUE_LENGTH: usize = 48;

/// What a source says of the event.
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
    /// Its publishers, or the title without one.
    pub name: DisplayText,
    /// The short name of its publishers.
    pub short: DisplayText,
    /// When it was published, short: `23 Oct 2022`.
    pub published: DisplayText,
    /// Its letter.
    pub reliability: Reliability,
    /// The grade of what it says here.
    pub grade: Grade,
    /// Whether its publisher has an interest in the event.
    pub party: bool,
    /// Whether it counts for an origin: it repeats no other source cited and is not withdrawn.
    pub counts: bool,
    /// Names of the sources it repeats; empty when it stands by itself.
    pub repeats: Vec<DisplayText>,
    /// What it says.
    pub stance: Stance,
    /// How much it weighs where it says otherwise.
    pub weight: Option<Weight>,
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
    /// When it was first reported, where that differs.
    pub reported: Option<DisplayText>,
    /// Whether it took place.
    pub status: EventStatus,
    /// The edition of the format that its file is of.
    pub schema: Schema,
    /// Who says so, each source once: independent ones by their grade, then those with an interest, then
    /// copies; then those that say otherwise, the heaviest first.
    pub voices: Vec<Voice>,
    /// How well it is supported.
    pub corroboration: Corroboration,
    /// Independent origins.
    pub origins: usize,
    /// Those of them that have an interest in the event.
    pub party_origins: usize,
    /// Whether it rests on the own text of those whose act it is.
    pub own_text: bool,
    /// Letter and number of the best citation.
    pub grade: Option<Grade>,
    /// How sure the author is that it happened.
    pub confidence: Option<Confidence>,
    /// Why the author is that sure, plain.
    pub confidence_why: Option<DisplayText>,
    /// Whether it is disputed; of an event whether it happened, when, or who did it.
    pub disputed: bool,
    /// What is said otherwise, in a few words each, first what is held: `when: 9 Sep 2022 ≠ 19 Sep 2022`.
    pub disputes: Vec<DisplayText>,
}

impl Library {
    /// When, who says so, how sure: the answer card of an event or a claim.
    ///
    /// Of an event speak its own sources, and where it has none those of the claims that carry it;
    /// against it those of the objections to what is held. Of a claim speak its own sources, and
    /// against it the other side of its question.
    #[must_use]
    pub fn answer(&self, id: ItemId) -> Option<Answer> {
        let own = self.within(id);
        match &own.get(id)?.record {
            Record::Event(event) => Some(own.answer_event(id, event)),
            Record::Claim(claim) => own.answer_claim(id, claim),
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
        let inquiries = self.inquiries(id);
        let mut voices = Voices::new(self);
        voices.agree(id, None);
        let of_the_event = inquiries
            .iter()
            .filter(|inquiry| matches!(inquiry.about, Some(Aspect::Occurrence | Aspect::When)));
        for claim in of_the_event.flat_map(|inquiry| &inquiry.claims) {
            if event.cite.is_empty() {
                voices.agree(*claim, Some(*claim));
            } else {
                voices.specify(*claim);
            }
        }
        if voices.is_empty() {
            let carrying = inquiries.iter().flat_map(|inquiry| &inquiry.claims);
            carrying.for_each(|claim| voices.agree(*claim, Some(*claim)));
        }
        let mut disputes = Vec::new();
        for inquiry in inquiries {
            for objection in &inquiry.objections {
                voices.object(objection.claim, objection.weight);
            }
            disputes.extend(self.dispute_line(id, inquiry));
        }
        let when = event.when.value.text_with_weekday();
        self.compose(id, event, when, (voices.sorted(), disputes))
    }

    fn answer_claim(&self, id: ItemId, claim: &Claim) -> Option<Answer> {
        let holder = self.event_of(id)?;
        let event = self.event(holder)?;
        let mut voices = Voices::new(self);
        voices.agree(id, Some(id));
        let mut disputes = Vec::new();
        for (other, weight) in self.other_side(id) {
            voices.object(other, weight);
            disputes.push(self.line(Some(id), &self.value(id), &self.value(other)));
        }
        let when = claim.when.as_ref().unwrap_or(&event.when.value).text_with_weekday();
        Some(self.compose(id, event, when, (voices.sorted(), disputes)))
    }

    fn compose(
        &self,
        id: ItemId,
        event: &Event,
        when: DisplayText,
        (voices, disputes): (Vec<Voice>, Vec<DisplayText>),
    ) -> Answer {
        let assessment = self.assessment(id);
        let why = event.confidence_why.as_ref().filter(|_| self.event(id).is_some());
        Answer {
            when,
            reported: event
                .reported
                .as_ref()
                .filter(|reported| **reported != event.when.value)
                .map(When::text_with_weekday),
            status: event.status,
            schema: self.schema_of(id),
            voices,
            corroboration: assessment.map_or(Corroboration::Uncited, |found| found.corroboration),
            origins: assessment.map_or(0, |found| found.origins),
            party_origins: assessment.map_or(0, |found| found.party_origins),
            own_text: assessment.is_some_and(|found| found.own_text),
            grade: assessment.and_then(|found| found.grade),
            confidence: assessment.and_then(|found| found.confidence),
            confidence_why: why.map(|why| self.plain_text(id, why)),
            disputed: assessment.is_some_and(|found| found.disputed),
            disputes,
        }
    }

    /// `when: 9 Sep 2022 ≠ 19 Sep 2022`: what is held, and the first that differs.
    fn dispute_line(&self, event: ItemId, inquiry: &Inquiry) -> Option<DisplayText> {
        let (held, other) = match &inquiry.held {
            Held::Open(claims) => (self.value(*claims.first()?), self.value(*claims.get(1)?)),
            Held::Event | Held::Date | Held::Judgement(_) | Held::Grade(_) | Held::Listed => {
                (self.held_value(event, inquiry)?, self.value(inquiry.objections.first()?.claim))
            }
        };
        let claim = inquiry.objections.first().map(|objection| objection.claim);
        Some(self.line(claim.or_else(|| inquiry.all_claims().next()), &held, &other))
    }

    fn line(&self, claim: Option<ItemId>, held: &DisplayText, other: &DisplayText) -> DisplayText {
        match claim.and_then(|claim| self.claim(claim)?.about) {
            Some(about) => text![about.word(), ": ", held, " ≠ ", other],
            None => text![held, " ≠ ", other],
        }
    }

    /// The answer to a question in a few words, where one is held.
    #[must_use]
    pub fn held_value(&self, event: ItemId, inquiry: &Inquiry) -> Option<DisplayText> {
        match &inquiry.held {
            Held::Event => Some(self.get(event)?.title.clone()),
            Held::Date => Some(self.event(event)?.when.value.text()),
            Held::Judgement(judgement) => {
                let record = self.judgement(*judgement)?;
                let text = || beginning(&self.quoted_text(*judgement, &record.text), VALUE_LENGTH);
                Some(record.value.as_ref().map_or_else(text, DisplayText::quoted))
            }
            Held::Grade(claim) => Some(self.value(*claim)),
            Held::Listed => inquiry.claims.first().map(|claim| self.value(*claim)),
            Held::Open(_) => None,
        }
    }

    /// The edition of the format that the file of an item is of; the newest where it is in none.
    #[must_use]
    pub fn schema_of(&self, id: ItemId) -> Schema {
        let mut scopes = self.item_scopes.of(id);
        let of_scope = |scope: super::ScopeId| Some(self.scopes.list.get(scope)?.schema);
        // The newest edition is the usual one.
        scopes.find_map(of_scope).unwrap_or_default()
    }

    /// The short form of a claim; of an event, its title and date.
    #[must_use]
    pub fn value(&self, id: ItemId) -> DisplayText {
        match self.get(id).map(|item| &item.record) {
            Some(Record::Claim(claim)) => date_said(claim)
                .or_else(|| Some(claim.value.as_ref()?.quoted()))
                .unwrap_or_else(|| beginning(&self.quoted_text(id, &claim.text), VALUE_LENGTH)),
            Some(Record::Event(event)) => {
                text![event.title.quoted(), " (", event.when.value.text(), ")"]
            }
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

    /// The claims that a claim or an event is contradicted by, as they are written.
    pub(super) fn disputing(&self, id: ItemId) -> impl Iterator<Item = ItemId> {
        let edges = self.incoming(id);
        edges.filter(|edge| edge.relation == Relation::Disputes).map(|edge| edge.to)
    }
}

/// The date that a claim gives, as people write it, where it is written as in the key `when`.
fn date_said(claim: &Claim) -> Option<DisplayText> {
    let value = claim.value.as_ref().filter(|_| claim.about == Some(Aspect::When))?;
    When::parse(value.as_str()).ok().map(|when| when.text())
}
