//! What is known from one start to the next, on disk: place and searches in `state.json`, bookmarks in
//! `bookmarks.json`.
//!
//! Nothing here is needed: whatever is missing, broken or refused, the reader opens. Two readers at once
//! lose nothing of each other, as each goes back to the file for what it did not change itself.

mod document;
mod folder;
mod merge;
mod spot;

pub use folder::Durability;

use crate::app::{BookmarkMemory, LensMemory, Memory, PlaceMemory};
use crate::config::{Environment, data_folder, state_folder};
use crate::text;
use crate::text::{DisplayText, unwritten};
use document::{Document, bytes, look, read};
use folder::Folder;
use merge::{
    Marked, add_searches, add_sets, bookmarks, forget_searches, has_searches, place,
    searched_since, searches, set_place, sets,
};
use sha2::{Digest, Sha256};
use spot::Spot;
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
    /// Whether what was searched for is kept too.
    keeps_searches: bool,
    /// What the files held at the start.
    found: Arc<(Document, Document)>,
    /// What to tell of them.
    notice: Option<DisplayText>,
    /// Why nothing, or not everything, can be kept.
    refused: Option<DisplayText>,
    kept: Arc<Mutex<Option<Kept>>>,
}

/// What came of a writing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saving {
    /// What is not kept, and why; the files are then as they were.
    pub failure: Option<DisplayText>,
    /// What else there is to tell: a file that was broken meanwhile.
    pub notice: Option<DisplayText>,
}

/// What this reader has read or written last.
#[derive(Debug)]
struct Kept {
    /// The number of the last writing.
    number: u64,
    place: Option<PlaceMemory>,
    searches: Vec<String>,
    bookmarks: Vec<BookmarkMemory>,
    /// Whether the file holds what was searched for, though it is not to be kept.
    tells_searches: bool,
}

impl Store {
    /// The folders of the user with what they hold; none without a home folder.
    #[must_use]
    pub fn open(environment: &Environment, keeps_searches: bool) -> Option<Self> {
        let (state, data) = (state_folder(environment)?, data_folder(environment)?);
        Some(Self::at(Folder(state), Folder(data), keeps_searches))
    }

    /// The folders that are written, made where they are missing: what is made later, the sandbox does not
    /// know. One that cannot be made is told when something is to be kept in it.
    #[must_use]
    pub fn folders(environment: &Environment) -> Vec<PathBuf> {
        let places = places(environment);
        let made = places.iter().filter(|(folder, _)| folder.open().is_ok());
        made.flat_map(|(folder, name)| with_links(folder, name)).collect()
    }

    /// The folders that are read, whether they exist or not.
    #[must_use]
    pub fn folders_to_read(environment: &Environment) -> Vec<PathBuf> {
        let places = places(environment);
        places.iter().flat_map(|(folder, name)| with_links(folder, name)).collect()
    }

    /// The files that are kept, whether they exist or not; none without a home folder.
    #[must_use]
    pub fn files(environment: &Environment) -> Vec<PathBuf> {
        places(environment).into_iter().map(|(folder, name)| folder.0.join(name)).collect()
    }

    /// The highest version that was read of each sealed set.
    ///
    /// # Errors
    /// In words, where what was kept cannot be read.
    pub fn sets(environment: &Environment) -> Result<BTreeMap<String, u64>, DisplayText> {
        let Some(folder) = state_folder(environment) else { return Ok(BTreeMap::new()) };
        Ok(sets(&look(&Spot::of(&Folder(folder), STATE)?)?))
    }

    /// Whether nothing would be kept of sets that were read: as high versions are known.
    #[must_use]
    pub fn knows_sets(&self, read: &BTreeMap<String, u64>) -> bool {
        let known = sets(&self.found.0);
        read.iter().all(|(set, version)| known.get(set) >= Some(version))
    }

    /// Keeps the versions of sets that were read now, where they are the highest.
    ///
    /// What to tell if it fails.
    #[must_use]
    pub fn keep_sets(&self, read: &BTreeMap<String, u64>) -> Option<DisplayText> {
        if self.knows_sets(read) {
            return None;
        }
        // One writing after the other: each goes out from the file as it is.
        let _kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let change = |document: &mut Document| add_sets(document, read);
        let kept = update(&self.state, STATE, Durability::Disk, change);
        kept.err().map(|words| text!["which sets were read is not kept: ", words])
    }

    fn at(state: Folder, data: Folder, keeps_searches: bool) -> Self {
        let (mut notices, mut refused) = (Vec::new(), None);
        let mut take = |folder: &Folder, name| {
            let (document, refusal) = match Spot::of(folder, name).and_then(|spot| read(&spot)) {
                Ok((document, notice)) => {
                    notices.extend(notice);
                    (document, writable(folder, name))
                }
                Err(words) => (Document::new(), Some(words)),
            };
            refused = refused.take().or(refusal);
            document
        };
        let found = Arc::new((take(&state, STATE), take(&data, BOOKMARKS)));
        let notice = notices.into_iter().reduce(|first, next| text![first, "; ", next]);
        let kept = Arc::new(Mutex::new(None));
        Self { state, data, keeps_searches, found, notice, refused, kept }
    }

    /// What there is to tell of the files.
    #[must_use]
    pub fn notice(&self) -> Option<DisplayText> {
        let refused = self.refused.as_ref().map(|why| text!["not everything is kept: ", why]);
        self.notice.clone().or(refused)
    }

    /// Why nothing, or not everything, can be kept, as far as that is known.
    #[must_use]
    pub fn refused(&self) -> Option<DisplayText> {
        self.refused.clone()
    }

    /// What was kept, with the place among these briefs.
    #[must_use]
    pub fn memory(&self, briefs: &[String]) -> Memory {
        let (state, marks) = &*self.found;
        let known = !briefs.is_empty();
        self.keepable(&Memory {
            place: known.then(|| place(state, &key(briefs))).flatten(),
            bookmarks: bookmarks(marks),
            searches: searches(state),
        })
    }

    /// The same without what is not to be kept.
    fn keepable(&self, memory: &Memory) -> Memory {
        let mut memory = memory.clone();
        if !self.keeps_searches {
            memory.searches.clear();
            if let Some(place) = &mut memory.place {
                place.lenses.retain(|lens| matches!(lens, LensMemory::Linked(_)));
            }
        }
        memory
    }

    /// Learns what the reader took of it; before that nothing is written. What the reader leaves out
    /// stays in the files.
    pub fn begin(&self, briefs: &[String], memory: &Memory) {
        let memory = self.keepable(memory);
        let found = self.memory(briefs);
        let place = found.place.filter(|place| Some(place) == memory.place.as_ref());
        let taken = |known: &BookmarkMemory| {
            memory.bookmarks.iter().any(|mark| mark.reference == known.reference)
        };
        // With the titles that stand in the file.
        let bookmarks = found.bookmarks.into_iter().filter(taken).collect();
        let tells_searches = !self.keeps_searches && has_searches(&self.found.0);
        *self.kept.lock().unwrap_or_else(PoisonError::into_inner) =
            Some(Kept { number: 0, place, searches: memory.searches, bookmarks, tells_searches });
    }

    /// Has the place written anew though it is the same: it is one among other briefs.
    pub fn forget_place(&self) {
        if let Some(kept) = &mut *self.kept.lock().unwrap_or_else(PoisonError::into_inner) {
            kept.place = None;
        }
    }

    /// Writes what changed since the last time; nothing where a later writing, by its number, was
    /// done already. Bookmarks are written to the disk in any case.
    #[must_use]
    pub fn write(
        &self,
        number: u64,
        briefs: &[String],
        memory: &Memory,
        durability: Durability,
    ) -> Saving {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(before) = kept.as_ref().filter(|before| before.number < number) else {
            return Saving::default();
        };
        let memory = self.keepable(memory);
        let mut done = Kept::of(number, &memory);
        let mut saving = Saving::default();
        let marked = Marked::since(&before.bookmarks, &memory.bookmarks);
        if !marked.is_empty() {
            let change = |document: &mut Document| marked.apply(document);
            match update(&self.data, BOOKMARKS, Durability::Disk, change) {
                Ok(notice) => saving.notice = notice,
                Err(words) => {
                    done.bookmarks.clone_from(&before.bookmarks);
                    saving.failure = Some(text!["bookmarks are not kept: ", words]);
                }
            }
        }
        let moved = memory.place.as_ref().filter(|_| !briefs.is_empty());
        let moved = moved.filter(|place| before.place.as_ref() != Some(*place));
        let searched = searched_since(&before.searches, &memory.searches);
        if moved.is_some() || !searched.is_empty() || before.tells_searches {
            let change = |document: &mut Document| {
                if let Some(place) = moved {
                    set_place(document, &key(briefs), place);
                }
                if self.keeps_searches {
                    add_searches(document, searched);
                } else {
                    forget_searches(document);
                }
            };
            match update(&self.state, STATE, durability, change) {
                Ok(notice) => saving.notice = saving.notice.or(notice),
                Err(words) => {
                    done.place.clone_from(&before.place);
                    done.searches.clone_from(&before.searches);
                    done.tells_searches = before.tells_searches;
                    let words = text!["the place is not kept: ", words];
                    saving.failure = saving.failure.or(Some(words));
                }
            }
        }
        *kept = Some(done);
        saving
    }
}

/// The folders and names of the files; none without a home folder.
fn places(environment: &Environment) -> Vec<(Folder, &'static str)> {
    let places = [(state_folder(environment), STATE), (data_folder(environment), BOOKMARKS)];
    places.into_iter().filter_map(|(folder, name)| Some((Folder(folder?), name))).collect()
}

/// A folder, and the one that a link in it leads to.
fn with_links(folder: &Folder, name: &'static str) -> Vec<PathBuf> {
    let behind = Spot::of(folder, name).ok().map(|spot| spot.folder.0);
    let behind = behind.filter(|behind| *behind != folder.0);
    std::iter::once(folder.0.clone()).chain(behind).collect()
}

/// Why a file cannot be written, as far as that can be asked.
fn writable(folder: &Folder, name: &'static str) -> Option<DisplayText> {
    let spot = match Spot::of(folder, name) {
        Ok(spot) => spot,
        Err(why) => return Some(why),
    };
    spot.folder.takes_files().err().map(|error| unwritten(&error))
}

impl Kept {
    fn of(number: u64, memory: &Memory) -> Self {
        Self {
            number,
            place: memory.place.clone(),
            searches: memory.searches.clone(),
            bookmarks: memory.bookmarks.clone(),
            tells_searches: false,
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

/// Changes a file as it is now, while nobody else does; returns what to tell of the one before.
fn update(
    folder: &Folder,
    name: &'static str,
    durability: Durability,
    change: impl FnOnce(&mut Document),
) -> Result<Option<DisplayText>, DisplayText> {
    let spot = Spot::of(folder, name)?;
    let open = spot.folder.open().map_err(|error| unwritten(&error))?;
    let (mut document, notice) = read(&spot)?;
    change(&mut document);
    let bytes = bytes(document, "places")?;
    open.replace(&spot.name, &bytes, durability).map_err(|error| unwritten(&error))?;
    Ok(notice)
}

#[cfg(test)]
mod tests;
