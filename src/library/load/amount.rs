//! How much a file holds once it is read: what it costs in memory, in records and in references.

use super::Limits;
use crate::brief::{Actor, Claim, Document, Event, Prose};
use std::ops::AddAssign;

/// Records, and what records refer to or are called by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Amount {
    pub(super) records: usize,
    pub(super) references: usize,
}

impl Amount {
    pub(super) fn within(self, limits: Limits) -> bool {
        self.records <= limits.records && self.references <= limits.references
    }

    pub(super) fn of(document: &Document) -> Self {
        let claims = document.events.iter().flat_map(|event| &event.claims);
        let records = document.events.len()
            + claims.clone().count()
            + document.publishers.len()
            + document.sources.len()
            + document.actors.len()
            + document.actors.iter().map(|actor| actor.aka.len()).sum::<usize>()
            + document.places.len()
            + document.techniques.len()
            + document.links.len()
            + document.judgements.len()
            + document.gaps.len()
            + document.questions.len()
            + document.changes.len()
            + document.synonyms.iter().map(|group| group.words.len()).sum::<usize>();
        let references = document.events.iter().map(event).sum::<usize>()
            + claims.map(claim).sum::<usize>()
            + document.actors.iter().map(actor).sum::<usize>()
            + others(document);
        Self { records, references }
    }
}

impl AddAssign for Amount {
    fn add_assign(&mut self, other: Self) {
        self.records = self.records.saturating_add(other.records);
        self.references = self.references.saturating_add(other.references);
    }
}

fn prose<const N: usize>(texts: [&Option<Prose>; N]) -> usize {
    texts.into_iter().flatten().map(|prose| prose.references.len()).sum()
}

fn event(event: &Event) -> usize {
    event.roles.iter().map(|role| 1 + role.actors.len()).sum::<usize>()
        + event.places.len()
        + event.cite.len()
        + event.tags.len()
        + event.attack.len()
        + event.keywords.len()
        + prose([&event.summary, &event.confidence_why])
}

fn claim(claim: &Claim) -> usize {
    let lists = [&claim.by, &claim.to, &claim.cite, &claim.disputes];
    lists.iter().map(|list| list.len()).sum::<usize>() + claim.text.references.len()
}

fn actor(actor: &Actor) -> usize {
    let akas = actor.aka.iter().map(|aka| aka.by.len() + aka.cite.len());
    akas.sum::<usize>()
        + actor.aliases.len()
        + actor.names.len()
        + actor.part_of.len()
        + actor.attack.len()
        + actor.keywords.len()
        + prose([&actor.summary])
}

fn others(document: &Document) -> usize {
    let of_sources = document.sources.iter().map(|source| {
        let texts = [&source.reliability_why, &source.withdrawn_why, &source.note];
        source.derived_from.len() + source.keywords.len() + prose(texts)
    });
    let of_places = document.places.iter().map(|place| place.aliases.len() + place.names.len());
    let of_publishers = document.publishers.iter().map(|publisher| publisher.aliases.len());
    let of_links = document.links.iter().map(|link| 2 + link.cite.len());
    let of_judgements = document.judgements.iter();
    let of_judgements =
        of_judgements.map(|judgement| judgement.basis.len() + judgement.text.references.len());
    let of_gaps = document.gaps.iter().map(|gap| gap.on.len() + gap.text.references.len());
    let of_questions = document.questions.iter();
    let of_questions =
        of_questions.map(|question| question.basis.len() + question.answer.references.len());
    let of_header = document.brief.iter().map(|brief| {
        brief.authors.len() + brief.supersedes.len() + prose([&brief.bluf, &brief.source_summary])
    });
    of_sources
        .chain(of_places)
        .chain(of_publishers)
        .chain(of_links)
        .chain(of_judgements)
        .chain(of_gaps)
        .chain(of_questions)
        .chain(of_header)
        .sum()
}
