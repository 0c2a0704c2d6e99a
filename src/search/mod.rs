//! Search over everything in a library, at every keystroke.
//!
//! Words are scored once, records are only added up: `corpus` gathers the texts, `fold` levels
//! spellings, `vocabulary` holds every word with the records it stands in, `query` and `dates` read
//! what was typed, `tiers` finds the words it may mean (with `distance`, `spelling` and `fuzzy`),
//! `rank` adds up, `explain` says why. `engine` runs them; only this file knows item ids.

mod corpus;
mod dates;
mod distance;
mod engine;
mod explain;
mod fold;
mod fuzzy;
mod query;
mod rank;
mod spelling;
mod tiers;
mod vocabulary;

#[cfg(test)]
mod tests;

use crate::library::{ItemId, Kind, Library};
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
    /// What a person or a program is: `Prime Minister of Albania`, `Wiper`.
    Role,
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

impl Field {
    /// The word for it in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Alias => "alias",
            Self::Native => "native",
            Self::Id => "id",
            Self::Role => "role",
            Self::Acronym => "acronym",
            Self::Date => "date",
            Self::Summary => "summary",
            Self::Claim => "claim",
            Self::Keyword => "keyword",
            Self::Tag => "tag",
            Self::Publisher => "publisher",
            Self::Linked => "linked",
        }
    }
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
pub struct Index {
    engine: engine::Engine,
    items: Vec<ItemId>,
}

impl Index {
    /// Reads a library.
    #[must_use]
    pub fn new(library: &Library) -> Self {
        let engine = engine::Engine::new(corpus::Corpus::new(library));
        Self { engine, items: library.items().map(|(id, _)| id).collect() }
    }

    /// The best `limit` hits. An empty query finds every event in timeline order.
    #[must_use]
    pub fn search(&self, library: &Library, query: &str, limit: usize) -> Found {
        if query.trim().is_empty() {
            return timeline(library, limit);
        }
        let answer = self.engine.search(query, limit);
        let hits = answer.ranked.iter().filter_map(|ranked| {
            let item = *self.items.get(ranked.record as usize)?;
            let explained = explain::explain(&self.engine, &answer, ranked.record);
            let explain::Explanation { field, matched, why, marks } = explained;
            Some(Hit { item, score: ranked.score, field, matched, why, marks })
        });
        Found { hits: hits.collect(), total: answer.total, note: answer.note.clone() }
    }
}

/// Every event in timeline order.
fn timeline(library: &Library, limit: usize) -> Found {
    let events = library.listed(Kind::Event);
    let hits = events.iter().take(limit).filter_map(|&item| {
        let title = library.get(item)?.title.clone();
        Some(Hit {
            item,
            score: 0,
            field: Field::Title,
            matched: title,
            why: None,
            marks: Vec::new(),
        })
    });
    Found { hits: hits.collect(), total: events.len(), note: None }
}
