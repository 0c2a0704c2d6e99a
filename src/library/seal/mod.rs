//! Sealed sets: which files belong together as their curator left them, and whether these are they.
//!
//! A list of hashes alone shows a bad copy; signed by a key that the reader trusted beforehand it also shows
//! a copy that somebody changed on the way. A key that lies beside the briefs is never looked at: whoever
//! could change the briefs could have put it there.

mod key;
mod manifest;

pub use key::{TrustedKey, UnusableKey};
pub(in crate::library) use manifest::stays;
pub use manifest::{Listed, MANIFEST, Manifest, SIGNATURE};

use super::{ItemId, Library};
use crate::diag::SourceId;
use crate::text;
use crate::text::DisplayText;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What is known of sets beforehand.
#[derive(Clone, Debug, Default)]
pub struct Trust {
    /// The keys of curators.
    pub keys: Vec<TrustedKey>,
    /// The highest version that was read of each set, by [`SealedSet::mark`].
    pub seen: BTreeMap<String, u64>,
    /// Why nothing is known of earlier versions, where that is not so by the user's wish.
    pub past_unknown: Option<DisplayText>,
    /// Whether files are read that are not as they were sealed.
    pub accepts_changed: bool,
}

/// How far a list can be relied on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assurance {
    /// Its signature is by a key that is trusted.
    Signed {
        /// The name of the key.
        by: DisplayText,
    },
    /// The same, and a later version was read before.
    Older {
        /// The name of the key.
        by: DisplayText,
        /// The version that was read.
        seen: u64,
    },
    /// Its signature is by a key that is not trusted.
    UnknownKey,
    /// There is no signature, or no list at all.
    Unsigned,
    /// The signature is of another text.
    Forged,
}

/// The files of a folder and what is said of them as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedSet {
    /// Where the list stands, as it is shown.
    pub place: DisplayText,
    /// The list; none where a folder has none, though keys are trusted.
    pub manifest: Option<Manifest>,
    /// How far it can be relied on.
    pub assurance: Assurance,
    /// The fingerprint of the key that signed it.
    key: Option<String>,
    /// Files that are listed and not there.
    pub missing: Vec<DisplayText>,
}

/// What a set says of one of its files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InSet {
    /// It is as it is listed.
    AsListed,
    /// It is another text than the listed one.
    Differs,
    /// The list does not know it.
    NotListed,
}

impl SealedSet {
    /// A list with its signature, if it has one, held against the keys. What is no list is one that somebody
    /// spoiled.
    #[must_use]
    pub fn judge(
        place: DisplayText,
        (list, signature): (&[u8], Option<&str>),
        trust: &Trust,
    ) -> Self {
        let manifest = std::str::from_utf8(list).ok().and_then(|text| Manifest::parse(text).ok());
        let (mut assurance, key) = key::assurance(list, signature, &trust.keys);
        if manifest.is_none() {
            assurance = Assurance::Forged;
        }
        let mut set = Self { place, manifest, assurance, key, missing: Vec::new() };
        let seen = set.mark().and_then(|mark| trust.seen.get(&mark)).copied();
        if let (Assurance::Signed { by }, Some(seen)) = (&set.assurance, seen)
            && set.manifest.as_ref().is_some_and(|manifest| manifest.version < seen)
        {
            set.assurance = Assurance::Older { by: by.clone(), seen };
        }
        set
    }

    /// A folder without a list, read by somebody who trusts a key and so expects one.
    #[must_use]
    pub fn without_list(place: DisplayText) -> Self {
        let assurance = Assurance::Unsigned;
        Self { place, manifest: None, assurance, key: None, missing: Vec::new() }
    }

    /// What its version is remembered by: its name and the key that signed it, since anybody may give a set
    /// of their own the same name. None of a set that nobody trusted signed.
    #[must_use]
    pub fn mark(&self) -> Option<String> {
        let manifest = self.manifest.as_ref()?;
        Some(format!("{} by {}", manifest.name.as_str(), self.key.as_ref()?))
    }

    /// What it says of a file, by its path from the folder and its bytes.
    #[must_use]
    pub fn look_at(&self, path: &str, bytes: &[u8]) -> InSet {
        let Some(manifest) = &self.manifest else { return InSet::AsListed };
        match manifest.files.get(path) {
            None => InSet::NotListed,
            Some(listed) if listed.sha256 == sha256(bytes) => InSet::AsListed,
            Some(_) => InSet::Differs,
        }
    }

    /// What it is, in a few words: `signed by Ministry, version 3 of 2026-11-30`.
    #[must_use]
    pub fn words(&self) -> DisplayText {
        let edition = self.manifest.as_ref().map_or_else(DisplayText::default, |manifest| {
            text![", version ", manifest.version, " of ", manifest.date.iso()]
        });
        match &self.assurance {
            Assurance::Signed { by } => text!["signed by ", by, edition],
            Assurance::Older { by, seen } => {
                text!["OLD: signed by ", by, edition, "; version ", *seen, " was read before"]
            }
            Assurance::UnknownKey => text!["UNSIGNED: its key is not one that you trust", edition],
            Assurance::Unsigned => text!["UNSIGNED", edition],
            Assurance::Forged => "BAD: the list is not the one that was signed".into(),
        }
    }

    /// The same of one of its files.
    #[must_use]
    pub fn words_of(&self, file: InSet) -> DisplayText {
        match file {
            InSet::AsListed => self.words(),
            InSet::NotListed => text!["NOT LISTED in the set ", self.name()],
            InSet::Differs => text!["BAD: not as it is listed in the set ", self.name()],
        }
    }

    /// Its name, or where it stands.
    #[must_use]
    pub fn name(&self) -> DisplayText {
        self.manifest.as_ref().map_or_else(|| self.place.clone(), |manifest| manifest.name.clone())
    }

    /// Whether the files of this set are as somebody trusted left them.
    #[must_use]
    pub fn is_good(&self) -> bool {
        matches!(self.assurance, Assurance::Signed { .. }) && self.missing.is_empty()
    }
}

/// The sets behind a library.
#[derive(Clone, Debug, Default)]
pub struct Seals {
    pub(super) sets: Vec<SealedSet>,
    /// The set of each file that was read, and what it says of it.
    pub(super) files: BTreeMap<SourceId, (usize, InSet)>,
}

impl Library {
    /// The sets that were read.
    #[must_use]
    pub fn sealed_sets(&self) -> &[SealedSet] {
        &self.seals.sets
    }

    /// The version of each set that somebody trusted signed, by [`SealedSet::mark`].
    #[must_use]
    pub fn versions_of_sets(&self) -> BTreeMap<String, u64> {
        let sets = self.seals.sets.iter();
        sets.filter_map(|set| Some((set.mark()?, set.manifest.as_ref()?.version))).collect()
    }

    /// What the set of the file in which an item is defined says of it; none where there is no set.
    #[must_use]
    pub fn seal(&self, item: ItemId) -> Option<(&SealedSet, InSet)> {
        let file = self.get(item)?.span.source;
        let (set, found) = self.seals.files.get(&file)?;
        Some((self.seals.sets.get(*set)?, *found))
    }

    /// Files that were read and that the list of their set does not know, or knows as another text.
    pub fn files_not_listed(&self) -> impl Iterator<Item = (DisplayText, DisplayText)> {
        let odd = self.seals.files.iter().filter(|(_, (_, found))| *found != InSet::AsListed);
        odd.filter_map(|(file, (set, found))| {
            let set = self.seals.sets.get(*set)?;
            Some((self.sources.name(*file), set.words_of(*found)))
        })
    }

    /// Whether all that was read is as somebody trusted signed it.
    #[must_use]
    pub fn seal_is_good(&self) -> bool {
        self.seal_words().is_none_or(|(_, is_good)| is_good)
    }

    /// What is said of the sets in one line, the worst that there is to say, and whether that is good; none where
    /// there is no set.
    #[must_use]
    pub fn seal_words(&self) -> Option<(DisplayText, bool)> {
        let files = self.seals.files.values();
        let odd = files.filter(|(_, found)| *found != InSet::AsListed).count();
        if odd > 0 {
            return Some((text!["! ", odd, " files not as signed"], false));
        }
        let sets = &self.seals.sets;
        let Some(bad) = sets.iter().find(|set| !set.is_good()) else {
            let words = |set: &SealedSet| match &set.assurance {
                Assurance::Signed { by } => text!["signed by ", by],
                Assurance::Older { .. }
                | Assurance::UnknownKey
                | Assurance::Unsigned
                | Assurance::Forged => set.words(),
            };
            return sets.first().map(|set| (words(set), true));
        };
        let words = match bad.assurance {
            _ if !bad.missing.is_empty() => {
                text!["! ", bad.missing.len(), " files of the set missing"]
            }
            Assurance::Older { .. } => "! OLD set".into(),
            Assurance::Forged => "! BAD set".into(),
            Assurance::UnknownKey | Assurance::Unsigned | Assurance::Signed { .. } => {
                "unsigned".into()
            }
        };
        Some((words, false))
    }
}

/// SHA-256 as `sha256sum` prints it.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Bytes as hexadecimal digits, two each.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves.filter_map(|half| char::from_digit(half.into(), 16)).collect()
}

#[cfg(test)]
mod tests;
