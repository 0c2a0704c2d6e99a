//! Who speaks on an answer card, for it and against it.

use super::{Citation, ItemId, Library, Relation, Stance, Voice, Weight};
use crate::text;
use crate::text::{DisplayText, comma_separated};
use std::collections::BTreeMap;

/// Collects one voice per source.
pub(super) struct Voices<'l> {
    library: &'l Library,
    list: Vec<Voice>,
    /// Place of each source in the list.
    places: BTreeMap<ItemId, usize>,
}

impl<'l> Voices<'l> {
    pub(super) fn new(library: &'l Library) -> Self {
        Self { library, list: Vec::new(), places: BTreeMap::new() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Gives the voices that are there what a claim has them say. A source that is cited for a detail
    /// only does not speak for the whole.
    pub(super) fn specify(&mut self, claim: ItemId) {
        let Some(assessment) = self.library.assessment(claim) else { return };
        for citation in &assessment.citations {
            let place = self.places.get(&citation.source).copied();
            let voice = place.and_then(|place| self.list.get_mut(place));
            if let Some(voice) = voice.filter(|voice| voice.claim.is_none()) {
                voice.says = Some(self.library.value(claim));
                voice.claim = Some(claim);
            }
        }
    }

    /// Adds the sources of an event, or of a claim that carries what is told.
    pub(super) fn agree(&mut self, holder: ItemId, claim: Option<ItemId>) {
        let Some(assessment) = self.library.assessment(holder) else { return };
        for citation in &assessment.citations {
            let said = claim.map(|claim| (claim, self.library.value(claim)));
            self.add(citation, said, None);
        }
    }

    /// Adds those who object: the sources of an objection where they speak for themselves, else who
    /// asserts it, in the first source that reports it. A paper that reports what somebody says
    /// does not say it. Who speaks for the event already goes on doing so.
    pub(super) fn object(&mut self, objection: ItemId, weight: Weight) {
        let library = self.library;
        let Some(assessment) = library.assessment(objection) else { return };
        let by: Vec<ItemId> = library.ends(objection, Relation::AssertedBy).collect();
        let value = library.value(objection);
        let speaks = |citation: &&Citation| {
            by.is_empty()
                || library.ends(citation.source, Relation::PublishedBy).any(|own| by.contains(&own))
        };
        let mut spoken = false;
        for citation in assessment.citations.iter().filter(speaks) {
            spoken = true;
            self.add(citation, Some((objection, value.clone())), Some(weight));
        }
        if let Some(citation) = assessment.citations.first().filter(|_| !spoken) {
            let mut voice = self.voice(citation, Some((objection, value)), Some(weight));
            let names: Vec<DisplayText> =
                by.iter().map(|actor| library.full_title(*actor)).collect();
            voice.name = text![comma_separated(&names), " in ", voice.name];
            let names: Vec<DisplayText> =
                by.iter().map(|actor| library.short_name(*actor)).collect();
            voice.short = comma_separated(&names);
            voice.repeats.clear();
            self.list.push(voice);
        }
    }

    fn add(
        &mut self,
        citation: &Citation,
        said: Option<(ItemId, DisplayText)>,
        weight: Option<Weight>,
    ) {
        if self.places.contains_key(&citation.source) {
            return;
        }
        self.places.insert(citation.source, self.list.len());
        self.list.push(self.voice(citation, said, weight));
    }

    fn voice(
        &self,
        citation: &Citation,
        said: Option<(ItemId, DisplayText)>,
        weight: Option<Weight>,
    ) -> Voice {
        let (claim, says) = said.unzip();
        let differs = says.clone().filter(|_| weight.is_some());
        Voice {
            source: citation.source,
            name: self.library.speaker(citation.source),
            short: self.library.short_speaker(citation.source),
            published: self.published(citation.source),
            reliability: citation.reliability,
            grade: citation.grade(),
            party: citation.party,
            counts: citation.counts,
            repeats: self.repeats(citation.source),
            stance: differs.map_or(Stance::Supports, Stance::Differs),
            weight,
            says,
            claim,
        }
    }

    fn published(&self, source: ItemId) -> DisplayText {
        let when = self.library.source(source).and_then(|source| source.published.as_ref());
        when.map_or_else(DisplayText::default, |when| when.value.text())
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

    /// Supporting voices first: independent ones by their grade, then those with an interest, then
    /// copies. Objections by their weight, then grade. A name that stands twice gets its date.
    pub(super) fn sorted(self) -> Vec<Voice> {
        let mut list = self.list;
        list.sort_by_key(|voice| {
            (voice.weight.is_some(), voice.weight, !voice.counts, voice.party, voice.grade.order())
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
