//! Paths, and what went wrong with them, as they are shown.

use super::{DisplayText, clean_line};
use std::io;
use std::path::Path;

/// A path on one line. What is not UTF-8 in it, or hidden, comes out marked.
#[must_use]
pub fn clean_path(path: &Path) -> DisplayText {
    clean_line(&path.to_string_lossy(), |_| {})
}

/// Why a file cannot be written, for people; in the words of the system where it is none of the usual reasons.
#[must_use]
pub fn unwritten(error: &io::Error) -> DisplayText {
    let kinds: [(io::ErrorKind, &'static str); 5] = [
        (io::ErrorKind::NotFound, "no such folder"),
        (io::ErrorKind::PermissionDenied, "no permission to write it"),
        (io::ErrorKind::NotADirectory, "a part of its path is no folder"),
        (io::ErrorKind::ReadOnlyFilesystem, "nothing can be written on this disk"),
        (io::ErrorKind::StorageFull, "the disk is full"),
    ];
    match kinds.iter().find(|(kind, _)| *kind == error.kind()) {
        Some((_, words)) => (*words).into(),
        None => crate::text!["cannot be written: ", clean_line(&error.to_string(), |_| {})],
    }
}
