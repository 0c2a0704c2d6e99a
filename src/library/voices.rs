//! Who speaks on an answer card, for it and against it.

use super::{Citation, Grade, ItemId, Library, Relation, Stance, Voice};
use crate::text;
use crate::text::{DisplayText, comma_separated};
use std::collections::BTreeMap;

/// Collects one voice per source.
pub(super) struct Voices<'l> {
    library: &'l Library,
    list: Vec<Voice>,
    /// Place of each source in the list.
    places: BTreeMap<ItemId, usize>,
    /// Place of each objection in the order of their weight.
    objections: BTreeMap<ItemId, usize>,
}

impl<'l> Voices<'l> {
    pub(super) fn new(library: &'l Library) -> Self {
        Self { library, list: Vec::new(), places: BTreeMap::new(), objections: BTreeMap::new() }
    }

    /// Gives the voices that are there what a claim has them say, and its number. A source that is
    /// cited for a detail only does not speak for the whole.
    pub(super) fn specify(&mut self, claim: ItemId) {
        let Some(assessment) = self.library.assessment(claim) else { return };
        for citation in &assessment.citations {
            let place = self.places.get(&citation.source).copied();
            let voice = place.and_then(|place| self.list.get_mut(place));
            if let Some(voice) = voice.filter(|voice| voice.claim.is_none()) {
                voice.says = Some(self.library.value(claim));
                voice.claim = Some(claim);
                voice.grade.credibility = self.library.credibility(Some(claim));
            }
        }
    }

    /// Adds the sources of an event, or of a claim that agrees with what is told.
    pub(super) fn agree(&mut self, holder: ItemId, claim: Option<ItemId>) {
        let Some(assessment) = self.library.assessment(holder) else { return };
        for citation in &assessment.citations {
            let said = claim.map(|claim| (claim, self.library.value(claim)));
            let place = *self.places.entry(citation.source).or_insert(self.list.len());
            match self.list.get_mut(place) {
                Some(voice) if voice.claim.is_none() => {
                    voice.claim = claim;
                    voice.says = said.map(|(_, value)| value);
                    voice.grade.credibility = self.library.credibility(claim);
                }
                Some(_) => {}
                None => self.list.push(self.voice(citation, said, Stance::Supports)),
            }
        }
    }

    /// Adds those who object: the sources of an objection where they speak for themselves, else who
    /// asserts it, in the first source that reports it. A paper that reports what somebody says
    /// does not say it.
    pub(super) fn object(&mut self, objection: ItemId) {
        let library = self.library;
        let weight = self.objections.len();
        self.objections.entry(objection).or_insert(weight);
        let Some(assessment) = library.assessment(objection) else { return };
        let by: Vec<ItemId> = library.ends(objection, Relation::AssertedBy).collect();
        let value = library.value(objection);
        let said = || Some((objection, value.clone()));
        let stance = || Stance::Differs(value.clone());
        let speaks = |citation: &&Citation| {
            by.is_empty()
                || library.ends(citation.source, Relation::PublishedBy).any(|own| by.contains(&own))
        };
        let mut spoken = false;
        for citation in assessment.citations.iter().filter(speaks) {
            spoken = true;
            let place = *self.places.entry(citation.source).or_insert(self.list.len());
            let voice = self.voice(citation, said(), stance());
            match self.list.get_mut(place) {
                // The first objection counts, and any objection before a word that agrees.
                Some(known) if known.stance == Stance::Supports => *known = voice,
                Some(_) => {}
                None => self.list.push(voice),
            }
        }
        if let Some(citation) = assessment.citations.first().filter(|_| !spoken) {
            let mut voice = self.voice(citation, said(), stance());
            let names = by.iter().filter_map(|actor| library.get(*actor));
            let names: Vec<DisplayText> = names.map(|actor| actor.title.clone()).collect();
            voice.name = text![comma_separated(&names), " in ", voice.name];
            voice.repeats.clear();
            self.list.push(voice);
        }
    }

    fn voice(
        &self,
        citation: &Citation,
        said: Option<(ItemId, DisplayText)>,
        stance: Stance,
    ) -> Voice {
        let (claim, says) = said.unzip();
        let credibility = self.library.credibility(claim);
        Voice {
            source: citation.source,
            name: self.library.speaker(citation.source),
            published: self.published(citation.source),
            reliability: citation.reliability,
            grade: Grade { reliability: citation.reliability, credibility },
            party: citation.party,
            repeats: self.repeats(citation.source),
            stance,
            says,
            claim,
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

    /// Supporting voices first, those that repeat nobody before the others, the best grade first:
    /// the first voice is the one that the grade over all comes from. Objections stay in the order
    /// of their weight. A name that stands twice gets its date.
    pub(super) fn sorted(self) -> Vec<Voice> {
        let mut list = self.list;
        list.sort_by_key(|voice| {
            let number = voice.grade.credibility.map_or(7, super::Credibility::number);
            let standing = (!voice.repeats.is_empty(), voice.reliability, number);
            let objects = voice.stance != Stance::Supports;
            let weight = voice.claim.and_then(|claim| self.objections.get(&claim)).copied();
            (objects, weight.filter(|_| objects), (!objects).then_some(standing))
        });
        let mut times: BTreeMap<DisplayText, usize> = BTreeMap::new();
        for voice in &list {
            *times.entry(voice.name.clone()).or_default() += 1;
        }
        for voice in &mut list {
            let twice = times.get(&voice.name).is_some_and(|times| *times > 1);
            if twice && !voice.published.is_empty() {
                voice.name = text![voice.name, " ", voice.published];
            }
        }
        list
    }
}
