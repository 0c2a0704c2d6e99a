//! Sealed sets: which files belong together as their curator left them, and whether these are they.
//!
//! A list of hashes alone shows a bad copy; signed by a key that the reader trusted beforehand it also shows
//! a copy that somebody changed on the way. A key that lies beside the briefs is never looked at: whoever
//! could change the briefs could have put it there.

mod key;
mod manifest;
mod told;

pub use key::{TrustedKey, UnusableKey};
pub(in crate::library) use manifest::stays;
pub use manifest::{Listed, MANIFEST, Manifest, SIGNATURE};
pub use told::{Seal, SealLine, Standing};

use crate::diag::SourceId;
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
    /// Files that are not as the list says, by their paths from the folder.
    pub(super) odd: BTreeMap<String, InSet>,
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
    /// It is listed and not there.
    Missing,
    /// It is listed and there, and was not read: its folder is a link, or more was there than is read.
    Unread,
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
        let mut set = Self { place, manifest, assurance, key, odd: BTreeMap::new() };
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
        Self { place, manifest: None, assurance, key: None, odd: BTreeMap::new() }
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
}

/// The sets behind a library.
#[derive(Clone, Debug, Default)]
pub struct Seals {
    pub(super) sets: Vec<SealedSet>,
    /// What is known of each file that was read from one.
    pub(super) files: BTreeMap<SourceId, Sealed>,
}

/// Who vouches for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Vouch {
    /// Nobody: it is of no set, or not as its list says.
    Nobody,
    /// A list that nobody trusted signed.
    Listed,
    /// A key that is trusted.
    Signed,
}

impl Seals {
    /// Who vouches for a file.
    pub(super) fn vouch(&self, file: SourceId) -> Vouch {
        let sealed = self.files.get(&file).filter(|sealed| sealed.found == InSet::AsListed);
        let set = sealed.and_then(|sealed| self.sets.get(sealed.set));
        match set.map(|set| (&set.assurance, &set.manifest)) {
            Some((Assurance::Signed { .. } | Assurance::Older { .. }, Some(_))) => Vouch::Signed,
            Some((Assurance::UnknownKey | Assurance::Unsigned, Some(_))) => Vouch::Listed,
            Some((Assurance::Forged, Some(_)) | (_, None)) | None => Vouch::Nobody,
        }
    }
}

/// What is known of a file of a set.
#[derive(Clone, Debug)]
pub(super) struct Sealed {
    /// The set, by its number.
    pub(super) set: usize,
    /// What it says of the file.
    pub(super) found: InSet,
    /// Why the registry that the file sees is not the one that was sealed.
    pub(super) lacks: Option<DisplayText>,
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
