//! The text of one file, within the limits of all.

use super::Loader;
use super::kept::Role;
use super::open::{self, OpenError};
use crate::brief;
use crate::library::seal::InSet;
use std::path::Path;

/// Headers of one file beside which a record must say something.
const HEADERS: usize = 10_000;

/// Bytes that the shortest record takes on the average with its header, if it says anything.
const SHORTEST: usize = 24;

/// A file that was read.
pub(super) struct ReadText {
    pub(super) text: String,
    /// Whether a byte order mark stood before it.
    pub(super) marked: bool,
    /// Its sealed set, and what it says of the file.
    pub(super) seal: Option<(usize, InSet)>,
}

impl Loader<'_> {
    /// The text of a file within all limits, and whether a byte order mark stood before it; `None` for
    /// one that was read already.
    pub(super) fn text(
        &mut self,
        root: &Path,
        path: &Path,
        role: Role,
    ) -> Option<Result<ReadText, OpenError>> {
        let limits = self.limits;
        if self.files >= limits.files {
            return Some(Err(OpenError::TooManyFiles(limits.files)));
        }
        if self.full {
            return Some(Err(OpenError::TooManyRecords(limits)));
        }
        let left = limits.total.saturating_sub(self.bytes);
        // A link of the registry stays in it: what stands beside it is for this folder to read.
        let root = path.parent().filter(|_| role == Role::Registry).unwrap_or(root);
        let packed = self.packs.holds(path);
        let resolved = if packed { Ok(path.to_path_buf()) } else { open::resolve(root, path) };
        let read = match resolved {
            Ok(real) if self.read.contains(&(real.clone(), role)) => return None,
            Ok(real) => (real, role),
            Err(error) => return Some(Err(error)),
        };
        self.files += 1;
        let bytes = match self.packs.bytes(path) {
            Some(bytes) => Ok(bytes.to_vec()),
            // Not a byte more is read than may be held.
            None => match open::read(&read.0, limits.file.min(left)) {
                Err(OpenError::TooBig(_)) if left < limits.file => {
                    Err(OpenError::TooMuch(limits.total))
                }
                read => read,
            },
        };
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(error) => return Some(Err(error)),
        };
        let seal = match self.in_set(&read.0, &bytes, role) {
            Ok(seal) => seal,
            Err(error) => return Some(Err(error)),
        };
        self.read.insert(read);
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if length > left {
            return Some(Err(OpenError::TooMuch(limits.total)));
        }
        self.bytes += length;
        let text = brief::decode(&bytes);
        let marked = text.as_ref().is_ok_and(|text| text.len() < bytes.len());
        Some(
            text.map(|text| ReadText { text: text.to_owned(), marked, seal })
                .map_err(|error| OpenError::no_text(error, &bytes)),
        )
    }
}

/// How many headers a text has, where it is hardly anything else: what is empty takes a hundred times its text
/// to read.
pub(super) fn too_many_headers(text: &str) -> Option<usize> {
    let headers = text.lines().filter(|line| line.starts_with('[')).count();
    (headers > HEADERS && text.len() / headers < SHORTEST).then_some(headers)
}
