//! The answer card: when, who says so, how sure.

use super::prose::beginning;
use super::{
    Claim, Confidence, Corroboration, Event, EventStatus, Grade, ItemId, Library, Record, Relation,
    Reliability,
};
use crate::text;
use crate::text::DisplayText;
use std::collections::BTreeMap;

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
    /// Who says so: supporting sources first, those of parties after the others, then those that differ.
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
    /// What is disputed, in a few words per dispute, first what the disputing claim says:
    /// `attribution: a foreign country ≠ Black Reward`.
    pub disputes: Vec<DisplayText>,
}

impl Library {
    /// When, who says so, how sure: the answer card of an event or a claim.
    ///
    /// Of an event speak its own sources, those of its claims, and those of claims elsewhere that
    /// dispute it; of a claim its own sources and those of the claims on either side of a dispute.
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
        let mut voices = Voices { library: self, list: Vec::new(), places: BTreeMap::new() };
        voices.cite(id, None, false);
        let mut disputes = Vec::new();
        for claim in self.ends(id, Relation::Claims) {
            voices.cite(claim, Some(claim), self.differs(claim));
            disputes.extend(self.dispute_lines(claim));
            voices.against(claim, Some(id), &mut disputes);
            voices.disputed_elsewhere(claim, id);
        }
        voices.against(id, Some(id), &mut disputes);
        let when = event.when.value.text_with_weekday();
        self.compose(id, event, when, (voices.sorted(), disputes))
    }

    fn answer_claim(&self, id: ItemId, claim: &Claim) -> Option<Answer> {
        let event = self.event(self.event_of(id)?)?;
        let mut voices = Voices { library: self, list: Vec::new(), places: BTreeMap::new() };
        voices.cite(id, Some(id), false);
        let mut disputes = self.dispute_lines(id);
        for other in self.ends(id, Relation::Disputes) {
            let claim = self.claim(other).map(|_| other);
            voices.cite(other, claim, true);
        }
        voices.against(id, None, &mut disputes);
        let when = claim.when.as_ref().unwrap_or(&event.when.value).text_with_weekday();
        Some(self.compose(id, event, when, (voices.sorted(), disputes)))
    }

    fn compose(
        &self,
        id: ItemId,
        event: &Event,
        when: DisplayText,
        (voices, mut disputes): (Vec<Voice>, Vec<DisplayText>),
    ) -> Answer {
        let assessment = self.assessment(id);
        let why = event.confidence_why.as_ref().filter(|_| self.event(id).is_some());
        let mut shown = Vec::new();
        disputes.retain(|line| {
            let new = !shown.contains(line);
            shown.push(line.clone());
            new
        });
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

    /// Whether a claim contradicts what its event tells.
    ///
    /// A claim that disputes another does, with two exceptions: of two claims that dispute each other
    /// the one that stands first is what the event tells, and who disputes only what itself differs
    /// is on the event's side.
    fn differs(&self, claim: ItemId) -> bool {
        self.contradicts(claim, &mut Vec::new())
    }

    fn contradicts(&self, claim: ItemId, way: &mut Vec<ItemId>) -> bool {
        if way.contains(&claim) {
            return false;
        }
        way.push(claim);
        let contradicts = self
            .ends(claim, Relation::Disputes)
            .any(|other| self.objects_to(claim, other) && !self.contradicts(other, way));
        way.pop();
        contradicts
    }

    /// Whether of a claim and one it disputes the first is the objection: not where it stands first
    /// and the other disputes it back.
    fn objects_to(&self, claim: ItemId, other: ItemId) -> bool {
        let mutual = self.ends(other, Relation::Disputes).any(|back| back == claim);
        !mutual || other < claim
    }

    /// One line for each thing that a claim disputes; a mutual dispute has its line at the objection.
    fn dispute_lines(&self, claim: ItemId) -> Vec<DisplayText> {
        self.ends(claim, Relation::Disputes)
            .filter(|other| self.objects_to(claim, *other))
            .map(|other| {
                let about = [claim, other].iter().find_map(|id| self.claim(*id)?.about);
                let (here, there) = (self.value(claim), self.value(other));
                match about {
                    Some(about) => text![about.word(), ": ", here, " ≠ ", there],
                    None => text![here, " ≠ ", there],
                }
            })
            .collect()
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

    /// Publisher of a source, or its title without one.
    pub(super) fn speaker(&self, source: ItemId) -> DisplayText {
        let house = self.publisher(source).map(|publisher| publisher.name.clone());
        let title = || self.get(source).map(|item| item.title.clone());
        house.or_else(title).unwrap_or_default()
    }
}

/// Collects one voice per source.
struct Voices<'l> {
    library: &'l Library,
    list: Vec<Voice>,
    /// Place of each source in the list.
    places: BTreeMap<ItemId, usize>,
}

impl Voices<'_> {
    /// Adds the sources of an event or a claim. A source that differs anywhere is shown as differing.
    fn cite(&mut self, holder: ItemId, claim: Option<ItemId>, differs: bool) {
        let Some(assessment) = self.library.assessment(holder) else { return };
        let says = claim.map(|claim| self.library.value(claim));
        let number = claim.and_then(|claim| self.library.claim(claim)?.credibility.as_ref());
        for citation in &assessment.citations {
            let said = says.clone().unwrap_or_else(|| self.library.value(holder));
            let stance = if differs { Stance::Differs(said) } else { Stance::Supports };
            let grade = Grade {
                reliability: citation.reliability,
                credibility: number.map(|number| number.value),
            };
            let place = *self.places.entry(citation.source).or_insert(self.list.len());
            match self.list.get_mut(place) {
                Some(voice) => {
                    let first_word = voice.claim.is_none() && claim.is_some();
                    let turns = differs && voice.stance == Stance::Supports;
                    if turns || (first_word && (differs || voice.stance == Stance::Supports)) {
                        voice.stance = stance;
                        voice.says.clone_from(&says);
                        voice.claim = claim;
                        voice.grade = grade;
                    }
                }
                None => self.list.push(Voice {
                    source: citation.source,
                    name: self.library.speaker(citation.source),
                    published: self.published(citation.source),
                    reliability: citation.reliability,
                    grade,
                    party: citation.party,
                    repeats: self.repeats(citation.source),
                    stance,
                    says: says.clone(),
                    claim,
                }),
            }
        }
    }

    /// Adds the sources of the claims that dispute an event or a claim. Claims of the event that is
    /// asked about speak for themselves and are left out here.
    fn against(&mut self, id: ItemId, asked: Option<ItemId>, disputes: &mut Vec<DisplayText>) {
        for edge in self.library.incoming(id) {
            let own = asked.is_some() && self.library.event_of(edge.to) == asked;
            if edge.relation == Relation::Disputes && !own {
                self.cite(edge.to, Some(edge.to), true);
                disputes.extend(self.library.dispute_lines(edge.to));
            }
        }
    }

    /// Adds the sources of what a claim of this event objects to in another event, with what they say.
    fn disputed_elsewhere(&mut self, claim: ItemId, event: ItemId) {
        let library = self.library;
        if !library.differs(claim) {
            return;
        }
        for other in library.ends(claim, Relation::Disputes) {
            if library.event_of(other).is_some_and(|holder| holder != event) {
                self.cite(other, Some(other), false);
            }
        }
    }

    fn published(&self, source: ItemId) -> DisplayText {
        let when = self.library.source(source).and_then(|source| source.published.as_ref());
        when.map(|when| when.value.text()).unwrap_or_default()
    }

    fn repeats(&self, source: ItemId) -> Vec<DisplayText> {
        let mut names: Vec<DisplayText> = Vec::new();
        for other in self.library.ends(source, Relation::DerivesFrom) {
            let name = self.library.speaker(other);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Supporting voices first, parties after the others, the best grade first; equal ones stay in
    /// file order.
    fn sorted(self) -> Vec<Voice> {
        let mut list = self.list;
        list.sort_by_key(|voice| {
            let number = voice.grade.credibility.map_or(7, super::Credibility::number);
            (voice.stance != Stance::Supports, voice.party, voice.reliability, number)
        });
        list
    }
}
