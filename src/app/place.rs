//! A place: what is shown, and where one is in it.

use super::{Lens, ListState, Scroll};
use crate::choice::{Face, Pane, TimeStep};
use crate::library::{ItemId, Kind, Library, Relation};
use std::collections::BTreeSet;

/// Everything that coming back restores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What everything else relates to.
    pub subject: Option<ItemId>,
    /// The pane that has the keys.
    pub focus: Pane,
    /// The list that has the room where there is little.
    pub large: Pane,
    /// Whether one pane is shown alone.
    pub alone: bool,
    /// Cursor, scroll and order of each list.
    pub lists: [ListState; Pane::LISTS.len()],
    /// What the reader shows of the subject.
    pub face: Face,
    /// The pane that had the keys before the reader was turned to another face.
    pub from: Pane,
    /// How far the text in the reader is scrolled.
    pub reader_scroll: Scroll,
    /// The link chosen in the reader.
    pub link: Option<usize>,
    /// The filters in force, the newest last.
    pub lenses: Vec<Lens>,
    /// The one brief that is read; none for all together.
    pub brief: Option<ItemId>,
    /// What is held for comparison.
    pub pinned: Option<ItemId>,
    /// The step in which the timeline is read.
    pub step: TimeStep,
}

impl Place {
    /// The place before anything is chosen.
    pub(super) fn start() -> Self {
        Self {
            subject: None,
            focus: Pane::Timeline,
            large: Pane::Timeline,
            alone: false,
            lists: Default::default(),
            face: Face::Item,
            from: Pane::Timeline,
            reader_scroll: Scroll::default(),
            link: None,
            lenses: Vec::new(),
            brief: None,
            pinned: None,
            step: TimeStep::Day,
        }
    }

    /// What is chosen in a list; none of the reader.
    pub(super) fn list(&self, pane: Pane) -> Option<&ListState> {
        self.lists.get(pane.index())
    }

    /// The same, to be changed.
    pub(super) fn list_mut(&mut self, pane: Pane) -> Option<&mut ListState> {
        self.lists.get_mut(pane.index())
    }

    /// Whether a list is the one that the subject lives in.
    pub(super) fn subject_lives_in(&self, pane: Pane, library: &Library) -> bool {
        self.subject.and_then(|subject| home(library, subject)) == Some(pane)
    }

    /// Whether the subject is a brief.
    pub(super) fn is_at_brief(&self, library: &Library) -> bool {
        let item = self.subject.and_then(|subject| library.get(subject));
        item.is_some_and(|item| item.kind == Kind::Brief)
    }

    /// Whether the reader has the keys for what stands in no list, as a brief.
    pub(super) fn is_at_homeless_page(&self, library: &Library) -> bool {
        let homeless = self.subject.is_some_and(|subject| home(library, subject).is_none());
        homeless && self.focus == Pane::Reader && self.pinned.is_none()
    }

    /// Whether anything is claimed of the subject: of an event, or the event of a claim.
    pub(super) fn has_claims(&self, library: &Library) -> bool {
        let event = self.subject.map(|subject| library.event_of(subject).unwrap_or(subject));
        event.is_some_and(|event| {
            library.event(event).is_some() && library.ends(event, Relation::Claims).next().is_some()
        })
    }

    /// Whether an item of a list belongs to the subject.
    pub(super) fn is_linked(&self, item: ItemId, library: &Library) -> bool {
        let kind = library.get(item).map(|item| item.kind);
        let linked = self.subject.zip(kind).map(|(subject, kind)| library.linked(subject, kind));
        linked.is_some_and(|linked| linked.contains(&item))
    }

    /// What belongs to the subject in a list.
    pub(super) fn linked_in(&self, pane: Pane, library: &Library) -> BTreeSet<ItemId> {
        let linked = self.subject.zip(pane.kind());
        let linked = linked.into_iter().flat_map(|(subject, kind)| library.linked(subject, kind));
        linked.copied().collect()
    }

    /// Whether all lenses leave an item.
    pub(super) fn lenses_admit(&self, item: ItemId) -> bool {
        self.lenses.iter().all(|lens| lens.admits(item))
    }

    /// Lets lists that the wheel holds follow the subject again.
    pub(super) fn let_lists_go(&mut self) {
        for list in &mut self.lists {
            list.held = None;
        }
    }

    /// Has lists that only follow the subject laid out anew, so that a screen does not depend on the
    /// sizes it had before.
    pub(super) fn lay_lists_out_anew(&mut self) {
        self.let_lists_go();
        for pane in Pane::LISTS.into_iter().filter(|pane| *pane != self.focus) {
            if let Some(list) = self.lists.get_mut(pane.index()) {
                list.scroll = 0;
            }
        }
    }

    /// Shows all there is in a list, or again only what belongs to the subject.
    pub(super) fn show_whole(&mut self, pane: Pane) {
        let Some(list) = self.list_mut(pane) else { return };
        list.whole = !list.whole;
        list.scroll = 0;
    }

    /// A list without rows has no selected one.
    pub(super) fn forget_cursor(&mut self, pane: Pane) {
        if let Some(list) = self.list_mut(pane) {
            list.cursor = None;
        }
    }
}

/// The list that an item lives in; some are in none.
pub(super) fn home(library: &Library, item: ItemId) -> Option<Pane> {
    Pane::listing(library.get(item)?.kind)
}
