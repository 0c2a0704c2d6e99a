//! What a folder holds: its briefs, its registry, folders below it, and litter that is passed over.

use super::Limits;
use crate::text;
use crate::text::DisplayText;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Name of the folder with the records that all briefs beside it share.
pub(super) const REGISTRY: &str = "_registry";

/// A path and why it is refused.
pub(super) type Refusal = (PathBuf, DisplayText);

/// One folder of briefs.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Folder {
    pub(super) path: PathBuf,
    pub(super) registry: Vec<PathBuf>,
    pub(super) briefs: Vec<PathBuf>,
    pub(super) refused: Vec<Refusal>,
}

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PathKind {
    Folder,
    Other,
    Missing,
}

/// Looks without opening; a link that the user names is followed.
pub(super) fn kind(path: &Path) -> PathKind {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => PathKind::Folder,
        Err(error) if error.kind() == io::ErrorKind::NotFound => PathKind::Missing,
        // Where it cannot even be looked at, the attempt to open it says why.
        Ok(_) | Err(_) => PathKind::Other,
    }
}

/// Whether nothing stands there.
pub(super) fn is_missing(path: &Path) -> bool {
    kind(path) == PathKind::Missing
}

/// A folder and the folders below it, each by name; links to folders are not followed.
pub(super) fn folders(root: &Path, limits: Limits) -> Vec<Folder> {
    let mut folders = Vec::new();
    let mut open = vec![(root.to_path_buf(), 0)];
    let mut files = 0;
    while let Some((path, depth)) = open.pop() {
        let mut folder = Folder { path, ..Folder::default() };
        let mut below = Vec::new();
        let entries = list(&folder.path, &mut folder.refused);
        for (path, entry) in entries {
            match entry {
                Entry::Registry => {
                    let (registry, refused) = registry(&folder.path);
                    folder.registry = registry;
                    folder.refused.extend(refused);
                }
                Entry::Folder if depth < limits.depth => below.push((path, depth + 1)),
                Entry::Folder => {
                    let why = text!["more than ", limits.depth, " folders deep; not read"];
                    folder.refused.push((path, why));
                }
                Entry::Brief => folder.briefs.push(path),
            }
        }
        files += folder.briefs.len() + folder.registry.len();
        // The last one found is looked at first, so the first by name has to come last.
        open.extend(below.into_iter().rev());
        folders.push(folder);
        if files > limits.files {
            break;
        }
    }
    folders
}

/// The registry's files beside a brief, by name.
pub(super) fn registry(folder: &Path) -> (Vec<PathBuf>, Vec<Refusal>) {
    let path = folder.join(REGISTRY);
    let mut refused = Vec::new();
    if !fs::symlink_metadata(&path).is_ok_and(|found| found.is_dir()) {
        return (Vec::new(), refused);
    }
    let entries = list(&path, &mut refused);
    let files = entries.into_iter().filter(|(_, entry)| *entry == Entry::Brief);
    (files.map(|(path, _)| path).collect(), refused)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Entry {
    Registry,
    Folder,
    Brief,
}

/// The entries that matter, by name.
fn list(folder: &Path, refused: &mut Vec<Refusal>) -> Vec<(PathBuf, Entry)> {
    let read = match fs::read_dir(folder) {
        Ok(read) => read,
        Err(error) => {
            refused.push((folder.to_path_buf(), super::open::words(&error)));
            return Vec::new();
        }
    };
    let mut entries = Vec::new();
    for entry in read.filter_map(Result::ok) {
        let name = entry.file_name();
        if is_litter(&name) {
            continue;
        }
        let path = entry.path();
        let toml = is_toml(&path);
        // Of a link this is the link's own type, so a link to a folder is never a folder here.
        let folder = entry.file_type().is_ok_and(|found| found.is_dir());
        match (folder, toml) {
            (true, _) if name == REGISTRY => entries.push((path, Entry::Registry)),
            (true, true) => refused.push((path, "this is a folder, not a file".into())),
            (true, false) => entries.push((path, Entry::Folder)),
            (false, true) => entries.push((path, Entry::Brief)),
            (false, false) => {}
        }
    }
    entries.sort();
    entries
}

/// What editors, file managers and sticks leave behind.
pub(super) fn is_litter(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with('.')
        || name.ends_with('~')
        || name.ends_with(".swp")
        || matches!(name.as_ref(), "Thumbs.db" | "System Volume Information" | "$RECYCLE.BIN")
}

/// Whether a file is TOML by its name. Sticks formatted elsewhere have names in capitals.
pub(super) fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}
