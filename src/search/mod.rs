//! Search over everything in a library, at every keystroke.

use crate::library::{ItemId, Library};
use crate::text::DisplayText;
use std::ops::Range;

/// Where the best match of a hit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// Title or name.
    Title,
    /// Another spelling.
    Alias,
    /// A name in its own script.
    Native,
    /// An id.
    Id,
    /// Initials.
    Acronym,
    /// A date.
    Date,
    /// Summary, bottom line, answer.
    Summary,
    /// A claim.
    Claim,
    /// A keyword.
    Keyword,
    /// A tag.
    Tag,
    /// A publisher.
    Publisher,
    /// A place or another linked name.
    Linked,
}

/// One item found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The item.
    pub item: ItemId,
    /// Higher is better; comparable within one search only.
    pub score: u32,
    /// Where the best match stands.
    pub field: Field,
    /// The text that matched, as it stands in the brief.
    pub matched: DisplayText,
    /// Why it was found, where the title does not show it: `alias: VEVAK`, `≈ second attack`.
    pub why: Option<DisplayText>,
    /// Byte ranges to mark in the item's title.
    pub marks: Vec<Range<usize>>,
}

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The best hits, best first.
    pub hits: Vec<Hit>,
    /// How many items matched in all.
    pub total: usize,
    /// What the reader should know: `typo ok`, `nothing close; nearest: …`.
    pub note: Option<DisplayText>,
}

/// A library made ready for searching.
#[derive(Debug, Default)]
pub struct Index {}

impl Index {
    /// Reads a library.
    #[must_use]
    pub fn new(library: &Library) -> Self {
        let _ = library;
        Self::default()
    }

    /// The best `limit` hits. An empty query finds every event in timeline order.
    #[must_use]
    pub fn search(&self, library: &Library, query: &str, limit: usize) -> Found {
        let _ = (library, query, limit);
        Found::default()
    }
}
