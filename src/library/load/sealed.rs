//! The lists of sealed sets: read before the files that they list, and held against the very bytes that are
//! read as briefs.

use super::folder::{REGISTRY, is_toml};
use super::kept::Role;
use super::open::{self, OpenError, folder_of};
use super::{Loader, shown};
use crate::diag::{Code, Diagnostic, SourceId, Span};
use crate::library::seal::{Assurance, InSet, MANIFEST, SIGNATURE, Sealed, SealedSet, Seals};
use crate::text;
use crate::text::DisplayText;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Bytes of a list that are read: some tens of thousands of files.
const LONGEST_LIST: u64 = 4 << 20;
/// Bytes of a signature, which has four lines.
const LONGEST_SIGNATURE: u64 = 16 << 10;

/// The sets that were met so far.
#[derive(Default)]
pub(super) struct OpenSets {
    /// Which of them a folder has, by its real path.
    roots: BTreeMap<PathBuf, usize>,
    seals: Seals,
}

impl Loader<'_> {
    /// Reads the list of a folder, where it has one. Whoever trusts a key learns of a folder that was named and
    /// has none.
    pub(super) fn open_set(&mut self, folder: &Path, is_named: bool) {
        // A pack has no folders to be real, and its files are known by its name as it was given.
        let in_pack = self.packs.holds(folder);
        let root = if in_pack { folder.to_path_buf() } else { real(folder) };
        if self.sets.roots.contains_key(&root) {
            return;
        }
        let trust = &self.before.request.trust;
        let place = folder.join(MANIFEST);
        let list = match self.bytes_of(&place, LONGEST_LIST) {
            Ok(Some(list)) => list,
            Ok(None) if is_named && !trust.keys.is_empty() => {
                let set = SealedSet::without_list(shown(folder));
                return self.add_set(root, set);
            }
            Ok(None) => return,
            // What cannot be read says no more than one that was spoiled.
            Err(_) => Vec::new(),
        };
        let signature = self.bytes_of(&folder.join(SIGNATURE), LONGEST_SIGNATURE);
        // As with the list; text that is none is no signature of it.
        let signature = signature.unwrap_or_else(|_| Some(Vec::new()));
        let signature = signature.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let trust = &self.before.request.trust;
        let mut set = SealedSet::judge(shown(&place), (&list, signature.as_deref()), trust);
        let listed = set.manifest.iter().flat_map(|manifest| manifest.files.keys());
        let missing = listed.filter(|path| !self.is_there(&folder.join(path)));
        set.odd = missing.map(|path| (path.clone(), InSet::Missing)).collect();
        self.tell_set(&place, &set);
        self.add_set(root, set);
    }

    fn add_set(&mut self, root: PathBuf, set: SealedSet) {
        self.sets.roots.insert(root, self.sets.seals.sets.len());
        self.sets.seals.sets.push(set);
    }

    /// What is wrong with a set as a whole: a finding at its list.
    fn tell_set(&mut self, place: &Path, set: &SealedSet) {
        let wrong = match set.assurance {
            Assurance::Signed { .. } => None,
            Assurance::Unsigned if self.before.request.trust.keys.is_empty() => None,
            Assurance::Forged => Some(Code::E151),
            Assurance::Older { .. } | Assurance::UnknownKey | Assurance::Unsigned => {
                Some(Code::W280)
            }
        };
        let told = wrong.map(|code| (code, set.words()));
        let past = self.before.request.trust.past_unknown.as_ref();
        let past = past.filter(|_| matches!(set.assurance, Assurance::Signed { .. }));
        let unknown = "whether a later version was read before is not known: ";
        let told = told.or(past.map(|why| (Code::W280, text![unknown, why])));
        let missing = set
            .missing()
            .map(|file| (Code::E151, text!["MISSING: ", file, " is listed and not there"]));
        let told: Vec<_> = told.into_iter().chain(missing).collect();
        if told.is_empty() {
            return;
        }
        let source = self.sources.add(shown(place), "");
        for (code, words) in told {
            let primary = Span::new(source, 0..0);
            self.findings.push(Diagnostic::new(code, primary, words));
        }
    }

    /// The set of a file, the nearest folder first, and its path from there.
    fn set_of(&self, file: &Path) -> Option<(usize, String)> {
        let set_of = |above| Some((*self.sets.roots.get(above)?, above));
        let (at, root) = file.ancestors().find_map(set_of)?;
        let path = file.strip_prefix(root).unwrap_or(file).to_string_lossy();
        Some((at, path.into_owned()))
    }

    /// The set of a file and what it says of it.
    ///
    /// # Errors
    /// The file is not as it is listed, or is of a registry and not listed, so that it would speak in every
    /// brief of the set; and nobody asked for it all the same.
    pub(super) fn in_set(
        &mut self,
        file: &Path,
        bytes: &[u8],
        role: Role,
    ) -> Result<Option<(usize, InSet)>, OpenError> {
        let accepts = self.before.request.trust.accepts_changed;
        let Some((at, path)) = self.set_of(file) else { return Ok(None) };
        let Some(set) = self.sets.seals.sets.get_mut(at) else { return Ok(None) };
        let found = set.look_at(&path, bytes);
        if found != InSet::AsListed {
            set.odd.insert(path, found);
        }
        let speaks_unlisted = role == Role::Registry && found == InSet::NotListed;
        let is_bad = found == InSet::Differs || set.assurance == Assurance::Forged;
        if accepts || !(is_bad || speaks_unlisted) {
            return Ok(Some((at, found)));
        }
        Err(OpenError::NotAsSealed(match found {
            InSet::NotListed if !is_bad => {
                text![set.words_of(found), ": a registry speaks in every brief; not read"]
            }
            InSet::Differs => set.words_of(found),
            InSet::AsListed | InSet::NotListed | InSet::Missing | InSet::Unread => {
                set.words_of(InSet::AsListed)
            }
        }))
    }

    /// Why the registry beside briefs is not the one that was sealed with them, given the files of it that
    /// were read; none where it is, or where there is no set.
    pub(super) fn lacks(&mut self, root: &Path, read: &BTreeSet<&Path>) -> Option<DisplayText> {
        let root = if self.packs.holds(root) { root.to_path_buf() } else { real(root) };
        let (at, path) = self.set_of(&root.join(REGISTRY))?;
        let SealedSet { manifest, odd, .. } = self.sets.seals.sets.get_mut(at)?;
        let manifest = manifest.as_ref()?;
        let lead = [path.as_str(), "/"].concat();
        let own = |path: &String| {
            let name = path.strip_prefix(&lead)?;
            (!name.contains('/') && is_toml(Path::new(name))).then(|| PathBuf::from(name))
        };
        let listed = manifest.files.range(lead.clone()..).map(|(path, _)| path);
        let listed = listed.take_while(|path| path.starts_with(&lead));
        let is_unread = |path: &&String| own(path).is_some_and(|name| !read.contains(&*name));
        for path in listed.clone().filter(is_unread) {
            odd.entry(path.clone()).or_insert(InSet::Unread);
        }
        // What the list does not know speaks only where it was read all the same.
        let added = odd.range(lead.clone()..).take_while(|(path, _)| path.starts_with(&lead));
        let added = added.filter(|(_, found)| **found == InSet::NotListed).map(|(path, _)| path);
        let mut wrong = listed.chain(added).filter_map(|path| {
            let name = own(path)?;
            let words = match odd.get(path) {
                Some(InSet::Missing) => " is missing",
                Some(InSet::Differs) => " is not as it is listed",
                Some(InSet::Unread) => " is not read",
                Some(InSet::NotListed) if read.contains(&*name) => " is not listed",
                Some(InSet::AsListed | InSet::NotListed) | None => return None,
            };
            Some(text![shown(&Path::new(REGISTRY).join(name)), words])
        });
        let first = wrong.next()?;
        Some(match wrong.count() {
            0 => first,
            more => text![first, ", and ", more, " more"],
        })
    }

    /// Remembers of briefs that the registry that they see is not the one that was sealed.
    pub(super) fn spoil(&mut self, briefs: &[SourceId], lacks: &DisplayText) {
        for brief in briefs {
            if let Some(sealed) = self.sets.seals.files.get_mut(brief) {
                sealed.lacks = Some(lacks.clone());
            }
        }
    }

    /// Remembers what its set says of a file that was read, and tells of one that no list knows.
    pub(super) fn seal(&mut self, source: SourceId, found: Option<(usize, InSet)>) {
        let Some((at, found)) = found else { return };
        self.sets.seals.files.insert(source, Sealed { set: at, found, lacks: None });
        let set = self.sets.seals.sets.get(at);
        if let Some(set) = set.filter(|_| found == InSet::NotListed) {
            let primary = Span::new(source, 0..0);
            let words = set.words_of(found);
            self.findings.push(Diagnostic::new(Code::W280, primary, words));
        }
    }

    /// Remembers the same of the last good text of a file: how the file itself stands, where that is known, else
    /// whether the text is the one that the list has.
    pub(super) fn seal_kept(&mut self, path: &Path, source: SourceId) {
        // What is gone has no real path, but its folder has.
        let name = path.file_name().filter(|_| !self.packs.holds(path));
        let file =
            name.map_or_else(|| path.to_path_buf(), |name| real(&folder_of(path)).join(name));
        let file = file.canonicalize().unwrap_or(file);
        let Some((at, path)) = self.set_of(&file) else { return };
        let Some(set) = self.sets.seals.sets.get(at) else { return };
        let mark = self.sources.byte_order_mark(source);
        let text = [mark.as_bytes(), self.sources.raw(source).as_bytes()].concat();
        let found = set.odd.get(&path).copied();
        let found = found.unwrap_or_else(|| set.look_at(&path, &text));
        self.sets.seals.files.insert(source, Sealed { set: at, found, lacks: None });
    }

    /// The bytes of a small file beside briefs; none where there is no such file.
    fn bytes_of(&self, path: &Path, limit: u64) -> Result<Option<Vec<u8>>, OpenError> {
        if let Some(packed) = self.packs.bytes(path) {
            return Ok(Some(packed.to_vec()));
        }
        if self.packs.holds(path) || path.symlink_metadata().is_err() {
            return Ok(None);
        }
        open::read(path, limit).map(Some)
    }

    fn is_there(&self, path: &Path) -> bool {
        if self.packs.holds(path) { self.packs.has(path) } else { path.is_file() }
    }
}

impl OpenSets {
    pub(super) fn into_seals(self) -> Seals {
        self.seals
    }
}

fn real(folder: &Path) -> PathBuf {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    // What is not there has no other path than its own.
    folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf())
}
