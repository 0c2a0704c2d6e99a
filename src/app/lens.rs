//! Lenses: filters that stand on each other until they are taken away.

use super::App;
use crate::action::Action;
use crate::library::{ItemId, Kind, Library};
use crate::page::source_line;
use crate::text::{DisplayText, clean_line};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What a lens is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LensOf {
    /// An item and what belongs to it.
    Linked(ItemId),
    /// What a search finds; the search, as typed.
    Found(DisplayText),
}

/// A filter of all lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// What it is made of.
    pub of: LensOf,
    /// What it leaves.
    items: Arc<BTreeSet<ItemId>>,
    /// The search as it was typed, to be made again at the next start.
    typed: String,
}

impl Lens {
    /// A lens on an item.
    #[must_use]
    pub fn linked(library: &Library, to: ItemId) -> Self {
        let of_kind = |kind: Kind| library.linked(to, kind).iter().copied();
        let items = Kind::ALL.iter().flat_map(|kind| of_kind(*kind)).chain([to]).collect();
        Self { of: LensOf::Linked(to), items: Arc::new(items), typed: String::new() }
    }

    /// A lens on what a search found, as it was typed, and on the events of the claims among it.
    #[must_use]
    pub fn found(library: &Library, typed: &str, mut items: BTreeSet<ItemId>) -> Self {
        let events: Vec<ItemId> = items.iter().flat_map(|item| library.events_of(*item)).collect();
        items.extend(events);
        let of = LensOf::Found(clean_line(typed, |_| {}));
        Self { of, items: Arc::new(items), typed: typed.to_owned() }
    }

    /// The item that it is on, if it is on one.
    pub(super) fn linked_to(&self) -> Option<ItemId> {
        match self.of {
            LensOf::Linked(to) => Some(to),
            LensOf::Found(_) => None,
        }
    }

    /// Whether an item is left by the lens.
    #[must_use]
    pub fn admits(&self, item: ItemId) -> bool {
        self.items.contains(&item)
    }

    /// The search that it came from, as it was typed; empty for what is linked.
    pub(super) fn typed(&self) -> &str {
        &self.typed
    }

    /// What it is, for the header.
    #[must_use]
    pub fn words(&self, library: &Library) -> DisplayText {
        match &self.of {
            LensOf::Linked(to) => crate::text!["linked to ", short_name(library, *to)],
            LensOf::Found(query) => crate::text!["found by ", query],
        }
    }
}

/// What an item is called in a few words: a source by its house and day, as its row calls it.
#[must_use]
pub fn short_name(library: &Library, item: ItemId) -> DisplayText {
    if library.source(item).is_some() {
        source_line(library, item)
    } else {
        library.full_title(item)
    }
}

impl App {
    /// Makes the subject a lens.
    pub(super) fn only_linked(&mut self) {
        let Some(subject) = self.here.subject else { return };
        let of = LensOf::Linked(subject);
        if self.here.lenses.last().is_some_and(|lens| lens.of == of) {
            return self.tell("this is the lens already", [(Action::Cancel, "ends it")]);
        }
        self.add_lens(Lens::linked(&self.library, subject));
    }

    /// A lens on all that a search finds.
    pub(super) fn lens_on(&mut self, query: &str) -> Lens {
        let found = self.searching.engine.matching(&self.index, &self.library, query);
        Lens::found(&self.library, query, found.items.into_iter().collect())
    }

    /// Adds a lens; what the focused list does not show any more gives the keys to its nearest row.
    pub(super) fn add_lens(&mut self, lens: Lens) {
        self.here.lenses.push(lens);
        self.keep_subject_in_sight();
    }

    /// Takes the newest lens away.
    pub(super) fn pop_lens(&mut self) {
        self.here.lenses.pop();
        self.keep_subject_in_sight();
    }

    /// Takes all lenses away.
    pub(super) fn clear_lenses(&mut self) {
        self.here.lenses.clear();
        self.keep_subject_in_sight();
    }

    /// The filters in force, the newest last.
    #[must_use]
    pub fn lenses(&self) -> &[Lens] {
        &self.here.lenses
    }
}
