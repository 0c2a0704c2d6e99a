//! Markings in force (TLP 2.0): the highest of what an item stands in and what it says of itself.

use super::merge::Merged;
use super::scope::ScopeId;
use super::{Item, ItemId, Kind, Library, Marking, Record, Testimony};
use crate::brief::Document;
use crate::diag::{Code, Diagnostic, Located};
use crate::text;

/// The marking in force for each item.
///
/// An item of a brief is marked at least as its brief. An entry of the registry that a brief adds to
/// is marked at least as that brief, because it now shows what the brief says; an untouched one has
/// its own marking, CLEAR without one.
pub(super) fn in_force(merged: &Merged) -> Vec<Marking> {
    let mut markings: Vec<Marking> = merged
        .items
        .iter()
        .zip(&merged.item_scopes)
        .map(|(item, scopes)| {
            let briefs = scopes.iter().filter_map(|scope| merged.scopes.list.get(*scope)?.brief);
            let headers = briefs.filter_map(|brief| brief_marking(&merged.items, brief));
            let own = own(&item.record).map(|own| own.value);
            headers.chain(own).max().unwrap_or(Marking::Clear)
        })
        .collect();
    // A claim is marked as the most restricted of its events, the one that it stands under first.
    let mut event = Marking::Clear;
    for (item, marking) in merged.items.iter().zip(&mut markings) {
        match &item.record {
            Record::Event(_) => event = *marking,
            Record::Claim(_) => *marking = event.max(*marking),
            Record::Brief(_)
            | Record::Actor(_)
            | Record::Source(_)
            | Record::Place(_)
            | Record::Judgement(_)
            | Record::Gap(_)
            | Record::Question(_) => {}
        }
    }
    let on = merged.items.iter().enumerate().filter_map(|(at, item)| {
        let Record::Claim(claim) = &item.record else { return None };
        let scope = *merged.item_scopes.get(at)?.first()?;
        let events = claim.on.iter();
        let events =
            events.filter_map(|other| merged.scopes.find(scope, Kind::Event, &other.value));
        let highest = events.filter_map(|event| markings.get(event.index()).copied()).max();
        Some((at, highest?))
    });
    let on: Vec<(usize, Marking)> = on.collect();
    for (at, marking) in on {
        if let Some(own) = markings.get_mut(at) {
            *own = marking.max(*own);
        }
    }
    markings
}

impl Library {
    /// The highest marking in force of items; CLEAR for none.
    #[must_use]
    pub fn highest_marking(&self, items: impl IntoIterator<Item = ItemId>) -> Marking {
        items.into_iter().map(|id| self.marking_of(id)).max().unwrap_or(Marking::Clear)
    }
}

impl Testimony {
    /// Every item that takes part in it.
    pub fn items(&self) -> impl Iterator<Item = ItemId> {
        let cited = |citations: &[super::Citation]| -> Vec<ItemId> {
            citations.iter().map(|citation| citation.source).collect()
        };
        let statements = self.questions.iter().flat_map(|account| &account.statements);
        let said = statements.flat_map(move |said| {
            let others = [&said.by, &said.disputes, &said.disputed_by].into_iter().flatten();
            let others = others.copied().chain([said.claim]);
            others.chain(cited(&said.citations)).collect::<Vec<ItemId>>()
        });
        said.chain(cited(&self.beside)).chain([self.event])
    }
}

fn brief_marking(items: &[Item], brief: ItemId) -> Option<Marking> {
    let Record::Brief(brief) = &items.get(brief.index())?.record else { return None };
    Some(brief.marking.value)
}

/// The marking that a record bears itself.
fn own(record: &Record) -> Option<&Located<Marking>> {
    match record {
        Record::Event(event) => event.marking.as_ref(),
        Record::Actor(actor) => actor.marking.as_ref(),
        Record::Source(source) => source.marking.as_ref(),
        Record::Brief(_)
        | Record::Claim(_)
        | Record::Place(_)
        | Record::Judgement(_)
        | Record::Gap(_)
        | Record::Question(_) => None,
    }
}

/// E131: a part of a brief is marked above it.
pub(super) fn check(documents: &[(ScopeId, Document)]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (_, document) in documents {
        let Some(brief) = &document.brief else { continue };
        let events = document.events.iter().map(|event| ("event", event.marking.as_ref()));
        let actors = document.actors.iter().map(|actor| ("actor", actor.marking.as_ref()));
        let sources = document.sources.iter().map(|source| ("source", source.marking.as_ref()));
        for (word, own) in events.chain(actors).chain(sources) {
            let Some(own) = own.filter(|own| own.value > brief.marking.value) else { continue };
            let message = text![
                "the ",
                word,
                " is ",
                own.value.word(),
                " in a brief marked ",
                brief.marking.value.word(),
                ": raise the brief or lower the ",
                word
            ];
            found.push(
                Diagnostic::new(Code::E131, own.span.clone(), message)
                    .related(brief.marking.span.clone(), "the brief's marking"),
            );
        }
    }
    found
}
