//! How much was read.

use super::Library;
use crate::brief::Document;
use serde::{Deserialize, Serialize};

/// How much was read of the files that there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Files that were read, of briefs and registries.
    pub files: usize,
    /// Records in them.
    pub records: usize,
    /// Records in them that could not be read.
    pub left_out: usize,
}

impl Reading {
    /// Counts a file.
    pub(super) fn add(&mut self, document: &Document) {
        self.files += 1;
        self.records += document.records();
        // One that stands under an id made for it is read.
        self.left_out += document.left_out.iter().filter(|record| !record.stands).count();
    }
}

impl Library {
    /// How much was read, with what another edition stands for.
    #[must_use]
    pub fn reading(&self) -> Reading {
        self.reading
    }
}
