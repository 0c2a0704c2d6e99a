//! Reading the same files again: what the disk looked like, and what came of it.

use super::Archives;
use super::kept::{Known, Role};
use super::{LoadRequest, Loader, folder, open};
use crate::library::Library;
use crate::library::seal::{MANIFEST, SIGNATURE};
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// The files behind a library, known well enough to read them again.
#[derive(Clone, Debug, Default)]
pub struct Files {
    pub(super) request: LoadRequest,
    /// What the disk looked like before the first of them was read: what changed while they were read
    /// counts as changed.
    glance: Glance,
    pub(super) known: BTreeMap<(PathBuf, Role), Known>,
}

/// What the disk looks like without opening anything: every file there is, with what tells that it is
/// another one or was written to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glance(BTreeMap<PathBuf, Option<Stamp>>);

/// What the system says of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    size: u64,
    modified: (i64, i64),
    inode: u64,
    mode: u32,
}

/// What became of the files when they were read again. Files that were refused before and still are count
/// as nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files whose text is another one, and those that can be read again.
    pub changed: usize,
    /// Files that were not there before.
    pub new: usize,
    /// Files that are not there any more.
    pub gone: usize,
}

/// A library with the files behind it.
#[derive(Debug, Default)]
pub struct Loaded {
    /// Everything that was read.
    pub library: Library,
    /// The files that it was read from.
    pub files: Files,
    /// Copies of sources, to be compared with their hashes when there is time for it.
    pub archives: Archives,
}

/// The same as [`load_files`] where no file need be opened for it; nothing where one must.
#[must_use]
pub fn load_at_once(request: &LoadRequest) -> Option<Loaded> {
    request.is_builtin_alone().then(|| load_files(request))
}

/// Loads everything that a request names, to be read again later.
#[must_use]
pub fn load_files(request: &LoadRequest) -> Loaded {
    Files::of(request).read()
}

impl Files {
    /// The files that a request names, of which nothing was read yet.
    pub(super) fn of(request: &LoadRequest) -> Self {
        Self { request: request.clone(), ..Self::default() }
    }

    /// Reads the same files again. One that cannot be read any more keeps its last good text, with a
    /// marking that is no lower; one that is gone is left out.
    #[must_use]
    pub fn again(&self) -> (Loaded, Changes) {
        let loaded = self.read();
        let changes = Changes::between(&self.known, &loaded.files.known);
        (loaded, changes)
    }

    /// Whether there is anything to read but what is in the program itself.
    #[must_use]
    pub fn can_change(&self) -> bool {
        self.request.folder.is_some() || !self.request.paths.is_empty()
    }

    /// Looks at the disk.
    #[must_use]
    pub fn look(&self) -> Glance {
        Glance::at(&self.request)
    }

    /// Whether the disk looks as it did before the files were read.
    #[must_use]
    pub fn are_as(&self, glance: &Glance) -> bool {
        self.glance == *glance
    }

    fn read(&self) -> Loaded {
        let glance = Glance::at(&self.request);
        let (library, known, archives) = Loader::new(self).run();
        let files = Self { request: self.request.clone(), glance, known };
        Loaded { library, files, archives }
    }

    /// What was known of a file, read as this.
    pub(super) fn known(&self, path: &Path, role: Role) -> Option<&Known> {
        self.known.get(&(path.to_path_buf(), role))
    }

    /// The folders below one, itself included, in which files were found before.
    pub(super) fn folders_below(&self, path: &Path) -> Vec<folder::Folder> {
        let mut folders: BTreeMap<PathBuf, folder::Folder> = BTreeMap::new();
        for (file, role) in self.known.keys().filter(|(file, _)| file.starts_with(path)) {
            let root = open::folder_of(file);
            let root = if *role == Role::Registry { open::folder_of(&root) } else { root };
            let folder = folders.entry(root.clone()).or_default();
            folder.path = root;
            match role {
                Role::Brief => folder.briefs.push(file.clone()),
                Role::Registry => folder.registry.push(file.clone()),
            }
        }
        folders.into_values().filter(|folder| folder.path.starts_with(path)).collect()
    }
}

impl Glance {
    fn at(request: &LoadRequest) -> Self {
        let mut glance = Self::default();
        for path in request.folder.iter().chain(&request.paths) {
            if folder::kind(path) == folder::PathKind::Folder {
                for folder in folder::folders(path, request.limits) {
                    glance.add_list(&folder.path);
                    glance.add(folder.registry.into_iter().chain(folder.briefs));
                    glance.add(folder.refused.into_iter().map(|(path, _)| path));
                }
            } else {
                let (registry, refused) = folder::registry(&open::folder_of(path));
                glance.add_list(&open::folder_of(path));
                glance.add(registry.into_iter().chain([path.clone()]));
                glance.add(refused.into_iter().map(|(path, _)| path));
            }
        }
        glance
    }

    /// The list of a sealed set and its signature: with another one the same files are vouched for otherwise.
    fn add_list(&mut self, folder: &Path) {
        let files = [MANIFEST, SIGNATURE].map(|name| folder.join(name));
        self.add(files.into_iter().filter(|file| file.symlink_metadata().is_ok()));
    }

    fn add(&mut self, paths: impl Iterator<Item = PathBuf>) {
        self.0.extend(paths.map(|path| {
            let stamp = Stamp::of(&path);
            (path, stamp)
        }));
    }
}

impl Stamp {
    fn of(path: &Path) -> Option<Self> {
        let found = fs::metadata(path).ok()?;
        let modified = (found.mtime(), found.mtime_nsec());
        Some(Self { size: found.len(), modified, inode: found.ino(), mode: found.mode() })
    }
}

impl Changes {
    fn between(
        before: &BTreeMap<(PathBuf, Role), Known>,
        after: &BTreeMap<(PathBuf, Role), Known>,
    ) -> Self {
        let mut changes = Self::default();
        for (file, now) in after {
            match before.get(file) {
                None => changes.new += 1,
                Some(was) => changes.changed += usize::from(now.differs_from(was)),
            }
        }
        changes.gone = before.keys().filter(|file| !after.contains_key(*file)).count();
        changes
    }
}

impl Known {
    /// Whether what is shown of a file is another text than before, or not stale any more.
    fn differs_from(&self, was: &Self) -> bool {
        let same = match (&self.text, &was.text) {
            (Some(now), Some(was)) => now == was,
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        };
        !same || (was.stale && !self.stale)
    }
}

#[cfg(test)]
mod tests;
