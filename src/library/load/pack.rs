//! A set in one file, to be carried on a stick: a `.tar` of a folder of briefs, read as that folder.

use super::Limits;
use super::folder::{Folder, REGISTRY, Refusal, is_litter, is_toml};
use super::hash::hash;
use super::open::{self, OpenError};
use crate::library::seal::{MANIFEST, SIGNATURE, sha256, stays};
use crate::text;
use crate::text::{DisplayText, clean};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Entries of a pack that are looked at; scans beside the briefs count too.
const MOST_ENTRIES: usize = 100_000;
/// Entries that are not read of which each is named.
const MOST_REFUSED: usize = 100;

/// Packs that were opened, by their paths.
#[derive(Default)]
pub(super) struct Packs(BTreeMap<PathBuf, Pack>);

/// What is in a pack.
#[derive(Default)]
struct Pack {
    /// Briefs and lists, whole.
    files: BTreeMap<PathBuf, Vec<u8>>,
    /// Of every other file, as an archived copy, its hash alone.
    hashes: BTreeMap<PathBuf, String>,
    /// Briefs and lists in it that are not read, by their names as they stand there, each with the reason.
    refused: Vec<(String, DisplayText)>,
    /// How many more there are.
    more: usize,
}

/// Whether a file is a pack by its name.
pub(super) fn is_pack(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("tar"))
}

impl Packs {
    /// Opens a pack.
    ///
    /// # Errors
    /// It cannot be read, is no tar, or holds more than may be read.
    pub(super) fn open(&mut self, path: &Path, limits: Limits) -> Result<(), OpenError> {
        let (file, _) = open::regular(path)?;
        let limit = limits.total.saturating_mul(2);
        let pack = Pack::read(file.take(limit), limits)?;
        self.0.insert(path.to_path_buf(), pack);
        Ok(())
    }

    /// Whether a path leads into a pack.
    pub(super) fn holds(&self, path: &Path) -> bool {
        self.within(path).is_some()
    }

    /// The bytes of a brief or a list.
    pub(super) fn bytes(&self, path: &Path) -> Option<&[u8]> {
        let (pack, inner) = self.within(path)?;
        pack.files.get(inner).map(Vec::as_slice)
    }

    /// Whether there is such a file in a pack.
    pub(super) fn has(&self, path: &Path) -> bool {
        let within = self.within(path);
        within.is_some_and(|(pack, inner)| {
            pack.files.contains_key(inner) || pack.hashes.contains_key(inner)
        })
    }

    /// The hash of a file.
    pub(super) fn hash(&self, path: &Path) -> Option<String> {
        let (pack, inner) = self.within(path)?;
        let whole = || pack.files.get(inner).map(|bytes| sha256(bytes));
        pack.hashes.get(inner).cloned().or_else(whole)
    }

    /// The folders of a pack, each by name, as those of a disk.
    pub(super) fn folders(&self, pack: &Path) -> Vec<Folder> {
        let mut folders: BTreeMap<PathBuf, Folder> = BTreeMap::new();
        let files = self.0.get(pack).map(|pack| pack.files.keys());
        for inner in files.into_iter().flatten() {
            let path = pack.join(inner);
            let parent = path.parent().unwrap_or(pack);
            let is_registry = parent.file_name() == Some(OsStr::new(REGISTRY));
            let root = if is_registry { parent.parent().unwrap_or(pack) } else { parent };
            let folder = folders.entry(root.to_path_buf()).or_default();
            folder.path = root.to_path_buf();
            match (is_toml(inner), is_registry) {
                (true, true) => folder.registry.push(path),
                (true, false) => folder.briefs.push(path),
                (false, _) => {}
            }
        }
        folders.into_values().collect()
    }

    /// What in a pack is not read; of very many the last row counts those that are not named.
    pub(super) fn refused(&self, path: &Path) -> Vec<Refusal> {
        let Some(pack) = self.0.get(path) else { return Vec::new() };
        // Joined as texts: an absolute name would lead out of the pack.
        let place = |name: &str| {
            let mut place = path.as_os_str().to_owned();
            place.push("/");
            place.push(name);
            PathBuf::from(place)
        };
        let named = pack.refused.iter().map(|(name, why)| (place(name), why.clone()));
        let more = (pack.more > 0)
            .then(|| (path.to_path_buf(), text![pack.more, " more files in it are not read"]));
        named.chain(more).collect()
    }

    fn within<'p>(&self, path: &'p Path) -> Option<(&Pack, &'p Path)> {
        path.ancestors().find_map(|above| {
            let pack = self.0.get(above)?;
            Some((pack, path.strip_prefix(above).ok()?))
        })
    }
}

impl Pack {
    fn read(from: impl Read, limits: Limits) -> Result<Self, OpenError> {
        let mut pack = Self::default();
        let mut left = limits.total;
        let mut archive = tar::Archive::new(from);
        let entries = archive.entries().map_err(|error| broken(&error))?;
        for (number, entry) in entries.enumerate() {
            let mut entry = entry.map_err(|error| broken(&error))?;
            if number >= MOST_ENTRIES {
                return Err(OpenError::TooManyFiles(MOST_ENTRIES));
            }
            let path = entry.path().map_err(|error| broken(&error))?.into_owned();
            let name = path.to_string_lossy();
            let name = name.strip_prefix("./").unwrap_or(&name).to_owned();
            // As in a folder, whatever it is; a path that leads elsewhere has other parts that look so.
            let is_hidden = stays(name.trim_end_matches('/'))
                && name.split('/').any(|part| is_litter(OsStr::new(part)));
            if is_hidden {
                continue;
            }
            if let Some(why) = unfit(&name, entry.header().entry_type()) {
                pack.refuse(name, why);
                continue;
            }
            if !entry.header().entry_type().is_file() {
                continue;
            }
            let inner = PathBuf::from(&name);
            // A path that stays has a name.
            let file = inner.file_name().unwrap_or_default();
            if !is_toml(&inner) && file != MANIFEST && file != SIGNATURE {
                let hash = hash(&mut entry).map_err(|error| broken(&error))?;
                pack.hashes.insert(inner, hash);
                continue;
            }
            let limit = limits.file.min(left);
            let mut bytes = Vec::new();
            (&mut entry).take(limit + 1).read_to_end(&mut bytes).map_err(|error| broken(&error))?;
            let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
            if length > limits.file {
                return Err(OpenError::TooBig(limits.file));
            }
            left = left.checked_sub(length).ok_or(OpenError::TooMuch(limits.total))?;
            // Of two entries of one name the last counts, as it does to tar itself.
            if pack.files.insert(inner, bytes).is_some() {
                pack.refuse(name, "another file of this name comes after it; that is read".into());
            }
        }
        Ok(pack)
    }

    /// Notes what would be a brief or a list and is not read.
    fn refuse(&mut self, name: String, why: DisplayText) {
        let path = Path::new(&name);
        let is_list = path.file_name().is_some_and(|file| file == MANIFEST || file == SIGNATURE);
        if !is_toml(path) && !is_list && !name.to_ascii_lowercase().ends_with(".toml") {
            return;
        }
        if self.refused.len() < MOST_REFUSED {
            self.refused.push((name, why));
        } else {
            self.more += 1;
        }
    }
}

/// Why an entry is not read: a pack has its files in itself, each by one name.
fn unfit(name: &str, kind: tar::EntryType) -> Option<DisplayText> {
    if kind.is_dir() {
        // One that is called as any other is no fault.
        let is_file = is_toml(Path::new(name.trim_end_matches('/')));
        return is_file.then(|| "this is a folder, not a file".into());
    }
    let kinds = [
        (kind.is_symlink() || kind.is_hard_link(), "link"),
        (kind.is_fifo(), "pipe"),
        (kind.is_block_special() || kind.is_character_special(), "device"),
        (kind.is_gnu_sparse(), "sparse file"),
        (!kind.is_file(), "special entry"),
    ];
    if let Some((_, what)) = kinds.into_iter().find(|(is_it, _)| *is_it) {
        return Some(text!["this is a ", what, ", not a plain file"]);
    }
    if !stays(name) {
        let name = super::shown(Path::new(name));
        return Some(text!["its name is not one of a file in this one: `", name, "`; not read"]);
    }
    let mut folders = Path::new(name).ancestors().skip(1);
    folders.any(is_toml).then(|| "it is in a folder that is called as a file; not read".into())
}

fn broken(error: &io::Error) -> OpenError {
    OpenError::System(text!["no tar that can be read: ", clean(&error.to_string(), |_| {})])
}
