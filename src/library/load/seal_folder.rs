//! Sealing: the list of a folder's briefs, written beside them.

use super::open;
use super::{Limits, folder, shown, write};
use crate::library::Day;
use crate::library::seal::{Listed, MANIFEST, Manifest, sha256};
use crate::text;
use crate::text::{DisplayText, clean_line};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Why a folder was not sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotSealed(pub DisplayText);

/// Lists the briefs of a folder with their hashes and writes the list. Without a name or a version the list
/// goes on from the one that is there; a new one takes the folder's name and begins with 1.
///
/// # Errors
/// In words: no folder, no briefs, a file that cannot be read, a version that is not later.
pub fn seal_folder(
    path: &Path,
    name: Option<&str>,
    version: Option<u64>,
    today: Day,
) -> Result<(PathBuf, Manifest), NotSealed> {
    let not = |words: DisplayText| NotSealed(text![shown(path), ": ", words]);
    if folder::kind(path) != folder::PathKind::Folder {
        return Err(not("this is no folder".into()));
    }
    let limits = Limits::default();
    let place = path.join(MANIFEST);
    let bytes = place.symlink_metadata().is_ok().then(|| open::read(&place, limits.file));
    let before = match bytes.transpose() {
        Ok(bytes) => bytes,
        Err(error) => return Err(not(text![MANIFEST, ": ", error.words()])),
    };
    let known = before.as_deref().and_then(|bytes| std::str::from_utf8(bytes).ok());
    let known = known.and_then(|text| Manifest::parse(text).ok());
    let last = known.as_ref().map_or(0, |known| known.version);
    let version = version.unwrap_or(last.saturating_add(1));
    if version <= last {
        return Err(not(text!["version ", last, " is sealed already; the next must be later"]));
    }
    let name = match (name, known) {
        (Some(name), _) => clean_line(name.trim(), |_| {}),
        (None, Some(known)) => known.name,
        (None, None) => {
            // `.` has no name of its own.
            let real = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
            // The topmost folder has no name; it needs one given.
            let own = real.file_name().unwrap_or_default().to_string_lossy().into_owned();
            clean_line(&own, |_| {})
        }
    };
    if name.is_empty() {
        return Err(not("it needs a name; give one with --name".into()));
    }
    let files = listed(path, limits).map_err(not)?;
    if files.is_empty() {
        return Err(not("no briefs are there".into()));
    }
    let manifest = Manifest { name, version, date: today, files };
    let text = manifest.text();
    let written = match before {
        Some(before) => write::replace(&place, &before, text.as_bytes()),
        None => write::create(&place, text.as_bytes()),
    };
    written.map_err(|words| not(text![MANIFEST, ": ", words]))?;
    Ok((place, manifest))
}

/// The briefs and registries of a folder and of those below it.
fn listed(path: &Path, limits: Limits) -> Result<BTreeMap<String, Listed>, DisplayText> {
    let mut files = BTreeMap::new();
    for folder in folder::folders(path, limits) {
        if let Some((refused, why)) = folder.refused.first() {
            return Err(text![shown(refused), ": ", why]);
        }
        for file in folder.registry.iter().chain(&folder.briefs) {
            let inner = file.strip_prefix(path).unwrap_or(file);
            let Some(name) = inner.to_str().filter(|name| crate::library::seal::stays(name)) else {
                return Err(text![
                    shown(file),
                    ": give it another name; this one cannot be listed"
                ]);
            };
            let bytes = open::resolve(path, file).and_then(|real| open::read(&real, limits.file));
            let bytes = bytes.map_err(|error| text![shown(file), ": ", error.words()])?;
            let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
            files.insert(name.to_owned(), Listed { size, sha256: sha256(&bytes) });
        }
    }
    Ok(files)
}
