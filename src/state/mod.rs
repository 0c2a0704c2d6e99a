//! What is known from one start to the next, on disk: place and searches in `state.json`, bookmarks in
//! `bookmarks.json`.
//!
//! Nothing here is needed: whatever is missing, broken or refused, the reader opens. Two readers at once
//! lose nothing of each other, as each goes back to the file for what it did not change itself.

mod document;
mod folder;
mod merge;

pub use folder::Durability;

use crate::app::{Memory, PlaceMemory};
use crate::config::{Environment, data_folder, state_folder};
use crate::text;
use crate::text::DisplayText;
use document::{Document, bytes, look, read, words};
use folder::Folder;
use merge::{
    Marked, add_searches, add_sets, bookmarks, place, searched_since, searches, set_place, sets,
};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// The file of places and searches.
const STATE: &str = "state.json";
/// The file of bookmarks.
const BOOKMARKS: &str = "bookmarks.json";
/// Bytes of brief ids that a place is found by; of more of them only a hash is written.
const IDS: usize = 500;

/// Where the state of the user is kept. A copy is the same place.
#[derive(Clone, Debug)]
pub struct Store {
    state: Folder,
    data: Folder,
    /// What the files held at the start.
    found: Arc<(Document, Document)>,
    /// What to tell of them.
    notice: Option<DisplayText>,
    kept: Arc<Mutex<Option<Kept>>>,
}

/// What this reader has read or written last.
#[derive(Debug)]
struct Kept {
    /// The number of the last writing.
    number: u64,
    place: Option<PlaceMemory>,
    searches: Vec<String>,
    /// The references.
    bookmarks: Vec<String>,
}

impl Store {
    /// The folders of the user with what they hold; none without a home folder.
    #[must_use]
    pub fn open(environment: &Environment) -> Option<Self> {
        Some(Self::at(Folder(state_folder(environment)?), Folder(data_folder(environment)?)))
    }

    /// The folders that are written, made where they are missing: what is made later, the sandbox does not
    /// know. One that cannot be made is told when something is to be kept in it.
    #[must_use]
    pub fn folders(environment: &Environment) -> Vec<PathBuf> {
        let folders = [state_folder(environment), data_folder(environment)];
        folders.into_iter().flatten().filter(|path| Folder(path.clone()).open().is_ok()).collect()
    }

    /// The files that are kept, whether they exist or not; none without a home folder.
    #[must_use]
    pub fn files(environment: &Environment) -> Vec<PathBuf> {
        let places = [(state_folder(environment), STATE), (data_folder(environment), BOOKMARKS)];
        places.into_iter().filter_map(|(folder, name)| Some(folder?.join(name))).collect()
    }

    /// The highest version that was read of each sealed set.
    ///
    /// # Errors
    /// In words, where what was kept cannot be read.
    pub fn sets(environment: &Environment) -> Result<BTreeMap<String, u64>, DisplayText> {
        let Some(folder) = state_folder(environment) else { return Ok(BTreeMap::new()) };
        Ok(sets(&look(&Folder(folder), STATE)?))
    }

    /// Keeps the versions of sets that were read now, where they are the highest.
    ///
    /// What to tell if it fails.
    #[must_use]
    pub fn keep_sets(&self, read: &BTreeMap<String, u64>) -> Option<DisplayText> {
        let known = sets(&self.found.0);
        if read.iter().all(|(set, version)| known.get(set) >= Some(version)) {
            return None;
        }
        let change = |document: &mut Document| add_sets(document, read);
        let kept = update(&self.state, STATE, Durability::Disk, change);
        kept.err().map(|words| text!["which sets were read is not kept: ", words])
    }

    fn at(state: Folder, data: Folder) -> Self {
        let take = |folder: &Folder, name| {
            read(folder, name).unwrap_or_else(|words| (Document::new(), Some(words)))
        };
        let (place, first) = take(&state, STATE);
        let (marks, second) = take(&data, BOOKMARKS);
        let found = Arc::new((place, marks));
        let kept = Arc::new(Mutex::new(None));
        Self { state, data, found, notice: second.or(first), kept }
    }

    /// What there is to tell of the files.
    #[must_use]
    pub fn notice(&self) -> Option<DisplayText> {
        self.notice.clone()
    }

    /// What was kept, with the place among these briefs.
    #[must_use]
    pub fn memory(&self, briefs: &[String]) -> Memory {
        let (state, marks) = &*self.found;
        let known = !briefs.is_empty();
        Memory {
            place: known.then(|| place(state, &key(briefs))).flatten(),
            bookmarks: bookmarks(marks),
            searches: searches(state),
        }
    }

    /// Learns what the reader took of it; before that nothing is written. What the reader leaves out
    /// stays in the files.
    pub fn begin(&self, briefs: &[String], memory: &Memory) {
        let kept = self.memory(briefs).place.filter(|place| Some(place) == memory.place.as_ref());
        *self.kept.lock().unwrap_or_else(PoisonError::into_inner) =
            Some(Kept { place: kept, ..Kept::of(0, memory) });
    }

    /// Has the place written anew though it is the same: it is one among other briefs.
    pub fn forget_place(&self) {
        if let Some(kept) = &mut *self.kept.lock().unwrap_or_else(PoisonError::into_inner) {
            kept.place = None;
        }
    }

    /// Writes what changed since the last time; nothing where a later writing, by its number, was
    /// done already. Bookmarks are written to the disk in any case.
    ///
    /// What to tell if it fails; the files are then as they were.
    #[must_use]
    pub fn write(
        &self,
        number: u64,
        briefs: &[String],
        memory: &Memory,
        durability: Durability,
    ) -> Option<DisplayText> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let before = kept.as_ref().filter(|before| before.number < number)?;
        let mut done = Kept::of(number, memory);
        let mut failure = None;
        let marked = Marked::since(&before.bookmarks, &memory.bookmarks);
        if !marked.is_empty() {
            let change = |document: &mut Document| marked.apply(document);
            if let Err(words) = update(&self.data, BOOKMARKS, Durability::Disk, change) {
                done.bookmarks.clone_from(&before.bookmarks);
                failure = Some(text!["bookmarks are not kept: ", words]);
            }
        }
        let moved = memory.place.as_ref().filter(|_| !briefs.is_empty());
        let moved = moved.filter(|place| before.place.as_ref() != Some(*place));
        let searched = searched_since(&before.searches, &memory.searches);
        if moved.is_some() || !searched.is_empty() {
            let change = |document: &mut Document| {
                if let Some(place) = moved {
                    set_place(document, &key(briefs), place);
                }
                add_searches(document, searched);
            };
            if let Err(words) = update(&self.state, STATE, durability, change) {
                done.place.clone_from(&before.place);
                done.searches.clone_from(&before.searches);
                failure = failure.or(Some(text!["the place is not kept: ", words]));
            }
        }
        *kept = Some(done);
        failure
    }
}

impl Kept {
    fn of(number: u64, memory: &Memory) -> Self {
        let references = memory.bookmarks.iter().map(|mark| mark.reference.clone());
        Self {
            number,
            place: memory.place.clone(),
            searches: memory.searches.clone(),
            bookmarks: references.collect(),
        }
    }
}

/// What the place among some briefs is found by.
fn key(briefs: &[String]) -> String {
    let ids = briefs.join(",");
    if ids.len() <= IDS {
        return ids;
    }
    let digits = Sha256::digest(&ids).into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let hash: String = digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect();
    format!("{} briefs, sha256 {hash}", briefs.len())
}

/// Changes a file as it is now, while nobody else does.
fn update(
    folder: &Folder,
    name: &'static str,
    durability: Durability,
    change: impl FnOnce(&mut Document),
) -> Result<(), DisplayText> {
    let open = folder.open().map_err(|error| words(&error))?;
    let (mut document, _) = read(folder, name)?;
    change(&mut document);
    let bytes = bytes(document, "places")?;
    open.replace(name, &bytes, durability).map_err(|error| words(&error))
}

#[cfg(test)]
mod tests;
