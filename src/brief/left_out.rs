//! Records that stand in a file and could not be read.

use super::Slug;
use crate::diag::Span;
use serde::{Deserialize, Serialize};

/// A record that stands in a file and could not be read, or whose id could not.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LeftOut {
    /// What it would have been: `event`, `source`.
    pub noun: &'static str,
    /// Its id, where that can be read.
    pub id: Option<Slug>,
    /// Its header.
    pub span: Span,
    /// The line of that, from 1.
    pub line: usize,
    /// Whether it is among the records all the same, under an id made for it.
    pub stands: bool,
}
