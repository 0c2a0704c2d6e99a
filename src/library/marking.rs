//! Markings in force (TLP 2.0): the highest of what an item stands in and what it says of itself.

use super::merge::Merged;
use super::scope::ScopeId;
use super::views::View;
use super::{Item, ItemId, Kind, Library, Marking, Record, Testimony};
use crate::brief::Document;
use crate::diag::{Code, Diagnostic, Located};
use crate::text;
use std::collections::BTreeMap;

/// The marking in force for each item, and of shared records the one without what others add to them where
/// that is less: it holds in the briefs that do not see what is added.
///
/// An item of a brief is marked at least as its brief. An entry of the registry that a brief adds to
/// is marked at least as that brief, because it now shows what the brief says; an untouched one has
/// its own marking, CLEAR without one.
pub(super) fn in_force(merged: &Merged) -> (Vec<Marking>, BTreeMap<ItemId, Marking>) {
    let of_file =
        |scope: &ScopeId| brief_marking(&merged.items, merged.scopes.list.get(*scope)?.brief?);
    let (mut markings, mut unadded) = (Vec::with_capacity(merged.items.len()), BTreeMap::new());
    for (at, (item, scopes)) in merged.items.iter().zip(&merged.item_scopes).enumerate() {
        let own = own(&item.record).map(|own| own.value);
        let first = scopes.first().and_then(of_file).max(own).unwrap_or(Marking::Clear);
        let id = ItemId::new(at);
        let views = merged.views.of(id).filter_map(|(_, view)| own_of(view));
        let added = scopes.iter().filter_map(of_file).chain(views).max();
        let all = added.map_or(first, |added| added.max(first));
        // Where all that describe it are marked alike it is marked so for each of them.
        let lower = |scope| of_file(scope).is_none_or(|marking| marking < all);
        if scopes.len() > 1 && (first < all || scopes.iter().any(lower)) {
            unadded.insert(id, first);
        }
        markings.push(all);
    }
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
    (markings, unadded)
}

fn own_of(view: &View) -> Option<Marking> {
    own(&view.item.record).map(|own| own.value)
}

impl Library {
    /// The marking in force for one item: its own or its brief's, whichever is higher. Within a brief what
    /// others say of it counts for nothing, since nothing of that is shown.
    #[must_use]
    pub fn marking_of(&self, id: ItemId) -> Marking {
        let all = self.markings.get(id.index()).copied().unwrap_or(Marking::Red);
        let Some(first) = self.own_markings.get(&id).filter(|_| self.viewpoint().is_some()) else {
            return all;
        };
        let scopes = self.item_scopes.get(id.index()).into_iter().flatten();
        let describing = scopes.filter(|scope| self.layers().any(|layer| layer == **scope));
        let mut briefs = describing
            .map(|scope| brief_marking(&self.items, self.scopes.list.get(*scope)?.brief?));
        let Some(brief) = briefs.next() else { return *first };
        let own = self.get(id).and_then(|item| own(&item.record)).map(|own| own.value);
        briefs.flatten().chain(brief).chain(own).max().unwrap_or(Marking::Clear)
    }

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
