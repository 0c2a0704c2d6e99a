//! What was read, before it is one library.

use super::Reading;
use crate::brief::Document;
use serde::{Deserialize, Serialize};

/// A folder of briefs that share one registry, as it was read.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Collection {
    /// Files of `_registry/`.
    pub registry: Vec<Document>,
    /// Briefs.
    pub briefs: Vec<Document>,
    /// Whether they are those of the program.
    pub is_builtin: bool,
}

impl Collection {
    /// What came of reading it.
    pub(super) fn reading(&self) -> Reading {
        let mut reading = Reading::default();
        self.registry.iter().chain(&self.briefs).for_each(|document| reading.add(document));
        reading
    }
}
