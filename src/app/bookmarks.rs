//! Bookmarks: places of the reader's own, kept by references that outlive a revision of the brief.

use super::App;
use super::reloading::Moving;
use crate::library::{ItemId, Library, Marking};
use crate::text::DisplayText;
use std::collections::{BTreeMap, BTreeSet};

/// Changes that can be undone.
const MOST_UNDONE: usize = 100;

/// One bookmark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bookmark {
    /// The item with its kind and its brief, as `event:albania-2022#second-attack`: what else is
    /// loaded does not change what it names.
    pub reference: DisplayText,
    /// What it was called when the bookmark was set.
    pub title: DisplayText,
}

impl Bookmark {
    /// What it is called: of an item that is not loaded nobody knows how its title is marked now, so that is
    /// named as it is referred to.
    #[must_use]
    pub fn name(&self, library: &Library) -> DisplayText {
        let item = library.item_named(self.reference.as_str());
        item.map_or_else(|| self.reference.clone(), |item| library.full_title(item))
    }
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
    /// Those that are loaded, and whether what they are called may be kept on disk.
    keepable: BTreeMap<DisplayText, bool>,
}

impl Bookmarks {
    /// These bookmarks, in a library.
    fn new(list: Vec<Bookmark>, library: &Library) -> Self {
        let mut bookmarks = Self { list, ..Self::default() };
        bookmarks.find_in(library);
        bookmarks
    }

    /// How many changes there were so far.
    pub(super) fn changed(&self) -> u64 {
        self.changed
    }

    /// Whether a change can be undone.
    pub(super) fn can_undo(&self) -> bool {
        !self.changes.is_empty()
    }

    /// Sets a bookmark on an item, or takes it away; returns what is said of it, with why it is not kept.
    pub(super) fn toggle(
        &mut self,
        item: ItemId,
        library: &Library,
        unkept: Option<&DisplayText>,
    ) -> DisplayText {
        let reference = library.lasting_reference(item);
        let title = library.full_title(item);
        let at = self.list.iter().position(|known| known.reference == reference);
        let (change, words, unkept_words) = if let Some(at) = at {
            let taken = Change::Taken(at, self.list.remove(at));
            (taken, "bookmark taken away: ", "; taken away until the end: ")
        } else {
            let bookmark = Bookmark { reference, title: title.clone() };
            self.list.push(bookmark.clone());
            (Change::Set(bookmark), "bookmark set: ", "; set until the end: ")
        };
        self.changes.push(change);
        if self.changes.len() > MOST_UNDONE {
            self.changes.remove(0);
        }
        self.changed += 1;
        self.find_in(library);
        match unkept {
            Some(why) => crate::text!["bookmark not kept: ", why, unkept_words, title],
            None => crate::text![words, title],
        }
    }

    /// Undoes the last change, if there is one; returns what is said of it.
    pub(super) fn undo(&mut self, library: &Library) -> Option<DisplayText> {
        let (words, title) = match self.changes.pop()? {
            Change::Set(bookmark) => {
                self.list.retain(|known| known.reference != bookmark.reference);
                ("undone, no bookmark any more: ", bookmark.name(library))
            }
            Change::Taken(at, bookmark) => {
                let title = bookmark.name(library);
                self.list.insert(at.min(self.list.len()), bookmark);
                ("undone, the bookmark is back: ", title)
            }
        };
        self.changed += 1;
        self.find_in(library);
        Some(crate::text![words, title])
    }

    /// Follows items that are called otherwise in another library, as a question that is counted anew.
    pub(super) fn move_to(&mut self, moving: &Moving) {
        self.keepable.clear();
        for bookmark in &mut self.list {
            let item = moving.before().item_named(bookmark.reference.as_str());
            if let Some(item) = item.and_then(|item| moving.item(item)) {
                bookmark.reference = moving.after().lasting_reference(item);
            }
        }
        self.find_in(moving.after());
    }

    /// The title of a bookmark, as far as it may be kept on disk: nothing of what is marked AMBER or higher.
    pub(super) fn title_to_keep(&self, bookmark: &Bookmark) -> String {
        // Of one that is not loaded nobody knows how it is marked now.
        let may_be = self.keepable.get(&bookmark.reference).copied().unwrap_or(false);
        if may_be { bookmark.title.to_string() } else { String::new() }
    }

    /// Finds the items that have bookmarks in a library.
    fn find_in(&mut self, library: &Library) {
        for bookmark in &mut self.list {
            if self.keepable.contains_key(&bookmark.reference) {
                continue;
            }
            if let Some(item) = library.item_named(bookmark.reference.as_str()) {
                if bookmark.title.is_empty() {
                    bookmark.title = library.full_title(item);
                }
                self.keepable.insert(
                    bookmark.reference.clone(),
                    may_be_kept(library, item, &bookmark.title),
                );
            }
        }
        let found = |bookmark: &Bookmark| library.item_named(bookmark.reference.as_str());
        self.items = self.list.iter().filter_map(found).collect();
    }
}

/// Whether what an item is called may be kept on disk. There may be thousands, so a walk to all that it names
/// is the last that is asked.
fn may_be_kept(library: &Library, item: ItemId, title: &DisplayText) -> bool {
    let is_low = |marking: Marking| marking < Marking::Amber;
    is_low(library.marking_of(item))
        && (is_low(library.marking()) || is_low(library.marking_of_text(item, [], title.as_str())))
}

impl App {
    /// The bookmarks, the oldest first.
    #[must_use]
    pub fn bookmarks(&self) -> &[Bookmark] {
        &self.bookmarks.list
    }

    /// Begins with these bookmarks.
    pub fn set_bookmarks(&mut self, list: Vec<Bookmark>) {
        self.bookmarks = Bookmarks::new(list, &self.library);
    }

    /// Whether an item has a bookmark.
    #[must_use]
    pub fn is_bookmarked(&self, item: ItemId) -> bool {
        self.bookmarks.items.contains(&item)
    }
}
