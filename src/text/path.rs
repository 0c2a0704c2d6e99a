//! Paths as they are shown.

use super::{DisplayText, clean_line};
use std::path::Path;

/// A path on one line. What is not UTF-8 in it, or hidden, comes out marked.
#[must_use]
pub fn clean_path(path: &Path) -> DisplayText {
    clean_line(&path.to_string_lossy(), |_| {})
}
