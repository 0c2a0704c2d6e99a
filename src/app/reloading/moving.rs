//! From the items of one library to those of another that was read from the same files later.

use crate::app::{Lens, LensOf, Place};
use crate::library::{ItemId, Kind, Library};
use crate::search::{Index, Searcher};
use std::sync::Arc;

/// The way from one library to the next.
pub(in crate::app) struct Moving {
    before: Arc<Library>,
    after: Arc<Library>,
    index: Arc<Index>,
    searcher: Searcher,
    /// Lenses that were moved already: many places share one.
    lenses: Vec<(LensOf, Option<Lens>)>,
}

impl Moving {
    pub(super) fn new(before: Arc<Library>, after: Arc<Library>, index: Arc<Index>) -> Self {
        Self { before, after, index, searcher: Searcher::default(), lenses: Vec::new() }
    }

    pub(in crate::app) fn before(&self) -> &Library {
        &self.before
    }

    pub(in crate::app) fn after(&self) -> &Library {
        &self.after
    }

    pub(super) fn index(&self) -> Arc<Index> {
        Arc::clone(&self.index)
    }

    /// An item in the other library, if it is there.
    pub(in crate::app) fn item(&self, item: ItemId) -> Option<ItemId> {
        let found = self.before.get(item)?;
        // Those are numbered as they stand in the file; one that comes in between is no reason to show
        // another.
        if matches!(found.kind, Kind::Gap | Kind::Question) {
            let named = self.after.listed(found.kind).iter().copied();
            let mut same = named.filter(|other| self.is_named_like(item, *other));
            if let Some(same) = same.next() {
                return Some(same);
            }
        }
        self.after.item_named(self.before.lasting_reference(item).as_str())
    }

    fn is_named_like(&self, item: ItemId, other: ItemId) -> bool {
        let brief = |library: &Library, of: ItemId| {
            let brief = library.get(of)?.brief?;
            Some(library.get(brief)?.slug.clone())
        };
        self.before.full_title(item) == self.after.full_title(other)
            && brief(&self.before, item) == brief(&self.after, other)
    }

    /// A place in the other library; none where its subject is not there.
    pub(in crate::app) fn place(&mut self, place: &Place) -> Option<Place> {
        let subject = match place.subject {
            Some(subject) => Some(self.item(subject)?),
            None => None,
        };
        Some(Place { subject, ..self.place_without_subject(place) })
    }

    /// All of a place but its subject; what is not there is left out.
    pub(super) fn place_without_subject(&mut self, place: &Place) -> Place {
        let mut moved = place.clone();
        for list in &mut moved.lists {
            list.cursor = list.cursor.and_then(|item| self.item(item));
            list.heads = list.heads.and_then(|item| self.item(item));
        }
        moved.subject = None;
        moved.lenses = place.lenses.iter().filter_map(|lens| self.lens(lens)).collect();
        moved.brief = place.brief.and_then(|item| self.item(item));
        moved.pinned = place.pinned.and_then(|item| self.item(item));
        moved
    }

    fn lens(&mut self, lens: &Lens) -> Option<Lens> {
        if let Some((_, moved)) = self.lenses.iter().find(|(of, _)| *of == lens.of) {
            return moved.clone();
        }
        let moved = match lens.of {
            LensOf::Linked(to) => self.item(to).map(|to| Lens::linked(&self.after, to)),
            LensOf::Found(_) => {
                let found = self.searcher.matching(&self.index, &self.after, lens.typed());
                Some(Lens::found(&self.after, lens.typed(), found.items.into_iter().collect()))
            }
        };
        self.lenses.push((lens.of.clone(), moved.clone()));
        moved
    }
}
