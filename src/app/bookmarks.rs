//! Bookmarks: places of the reader's own, kept by references that outlive a revision of the brief.

use super::App;
use super::reloading::Moving;
use crate::library::ItemId;
use crate::text::DisplayText;
use std::collections::BTreeSet;

/// Changes that can be undone.
const MOST_UNDONE: usize = 100;

/// One bookmark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bookmark {
    /// The item with its kind and its brief, as `event:albania-2022#second-attack`: what else is
    /// loaded does not change what it names.
    pub reference: DisplayText,
    /// What it was called when the bookmark was set, for when it is not loaded.
    pub title: DisplayText,
}

/// A change of a bookmark.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Change {
    /// It was set.
    Set(Bookmark),
    /// It was taken away from this place in the list.
    Taken(usize, Bookmark),
}

/// All bookmarks, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bookmarks {
    list: Vec<Bookmark>,
    /// The newest last.
    changes: Vec<Change>,
    /// How many changes there were.
    changed: u64,
    /// The items among them that are loaded.
    items: BTreeSet<ItemId>,
}

impl Bookmarks {
    /// How many changes there were so far.
    pub(super) fn changed(&self) -> u64 {
        self.changed
    }
}

impl App {
    /// The bookmarks, the oldest first.
    #[must_use]
    pub fn bookmarks(&self) -> &[Bookmark] {
        &self.bookmarks.list
    }

    /// Begins with these bookmarks.
    pub fn set_bookmarks(&mut self, list: Vec<Bookmark>) {
        self.bookmarks = Bookmarks { list, ..Bookmarks::default() };
        self.find_bookmarked();
    }

    /// Whether an item has a bookmark.
    #[must_use]
    pub fn is_bookmarked(&self, item: ItemId) -> bool {
        self.bookmarks.items.contains(&item)
    }

    /// Sets a bookmark on the subject, or takes it away.
    pub(super) fn bookmark(&mut self) {
        let Some(subject) = self.here.subject else { return };
        let reference = self.library.lasting_reference(subject);
        let title = self.library.full_title(subject);
        let at = self.bookmarks.list.iter().position(|known| known.reference == reference);
        let (change, words) = if let Some(at) = at {
            let taken = self.bookmarks.list.remove(at);
            (Change::Taken(at, taken), "bookmark taken away: ")
        } else {
            let bookmark = Bookmark { reference, title: title.clone() };
            self.bookmarks.list.push(bookmark.clone());
            (Change::Set(bookmark), "bookmark set: ")
        };
        self.bookmarks.changes.push(change);
        if self.bookmarks.changes.len() > MOST_UNDONE {
            self.bookmarks.changes.remove(0);
        }
        self.bookmarks.changed += 1;
        self.notice = Some(crate::text![words, title]);
        self.find_bookmarked();
    }

    /// Undoes the last change of a bookmark.
    pub(super) fn undo(&mut self) {
        let list = &mut self.bookmarks.list;
        let Some(change) = self.bookmarks.changes.pop() else { return };
        let (words, title) = match change {
            Change::Set(bookmark) => {
                list.retain(|known| known.reference != bookmark.reference);
                ("undone, no bookmark any more: ", bookmark.title)
            }
            Change::Taken(at, bookmark) => {
                let title = bookmark.title.clone();
                list.insert(at.min(list.len()), bookmark);
                ("undone, the bookmark is back: ", title)
            }
        };
        self.bookmarks.changed += 1;
        self.notice = Some(crate::text![words, title]);
        self.find_bookmarked();
    }

    /// Whether a change of a bookmark can be undone.
    pub(super) fn can_undo(&self) -> bool {
        !self.bookmarks.changes.is_empty()
    }

    /// Follows items that are called otherwise in another library, as a question that is counted anew.
    pub(super) fn move_bookmarks(&mut self, moving: &Moving) {
        for bookmark in &mut self.bookmarks.list {
            let item = moving.before().item_named(bookmark.reference.as_str());
            if let Some(item) = item.and_then(|item| moving.item(item)) {
                bookmark.reference = moving.after().lasting_reference(item);
            }
        }
        self.find_bookmarked();
    }

    /// Finds the items that have bookmarks in the library as it is now.
    fn find_bookmarked(&mut self) {
        let found = |bookmark: &Bookmark| self.library.item_named(bookmark.reference.as_str());
        self.bookmarks.items = self.bookmarks.list.iter().filter_map(found).collect();
    }
}
