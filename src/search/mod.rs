//! Search over everything in a library, at every keystroke.
//!
//! Words are scored once, records are only added up: `corpus` gives the `texts`, each of a `field`, `fold` levels
//! spellings, `collect` makes the `vocabulary`, which holds every word with its `postings`, the
//! records it stands in, each with its `occurrence`; `query`, `dates` and `filter` read what was
//! typed, `together` what of it is one name; `tiers` finds the words it may mean, the `matches` (with `distance`, `spelling`,
//! `sounds`, `latin` and `fuzzy`), `days` what dates meet; `column` says what one of them is worth in each record, `known`
//! keeps that; `meet` goes through the records that have all and nothing that `exclude` forbids, `partial` through
//! those that have most,
//! `titles` knows whole questions and briefs, `rank` says what they are worth, `top` keeps the best; `explain` says why with what `locate`
//! finds. `engine` runs them, `layout` runs it again for a wrong keyboard, `searcher` keeps what
//! stands from key to key, `scope` says how strictly was looked. No text is kept: the library has them
//! all.

mod bits;
mod collect;
mod column;
mod corpus;
mod dates;
mod days;
mod distance;
mod engine;
mod exclude;
mod explain;
mod field;
mod filter;
mod fold;
mod fuzzy;
mod hash;
mod known;
mod latin;
mod layout;
mod letters;
mod locate;
mod matches;
mod meet;
mod occurrence;
mod partial;
mod phrase;
mod postings;
mod query;
mod rank;
mod runs;
mod scope;
mod scripts;
mod searcher;
mod sounds;
mod spelling;
mod texts;
mod tiers;
mod titles;
mod together;
mod top;
mod vocabulary;

#[cfg(test)]
mod tests;

pub use dates::DateQuery;
pub use field::Field;
pub use filter::OPERATORS;
pub use scope::{Coverage, Scope, Spelling};

use crate::library::{ItemId, Kind, Library};
use crate::text::DisplayText;
use corpus::LibraryTexts;
use explain::{Explainer, Explanation};
use std::ops::Range;
use std::sync::Arc;

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
    /// What the reader should know: `nothing close; nearest: …`.
    pub note: Option<DisplayText>,
    /// What was looked through and how strictly.
    pub scope: Scope,
}

/// Everything that a query finds, without order of rank: what a list is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    /// The items in ascending order, so that `binary_search` tells whether one is among them.
    pub items: Vec<ItemId>,
    /// What was looked through and how strictly.
    pub scope: Scope,
}

/// A library made ready for searching.
#[derive(Debug, Default)]
pub struct Index {
    engine: engine::Engine,
    items: Vec<ItemId>,
    /// What searchers know this index by.
    identity: Arc<()>,
}

impl Index {
    /// Reads a library.
    #[must_use]
    pub fn new(library: &Library) -> Self {
        let records = library.items().map(|(id, item)| corpus::record(library, id, item));
        let engine = engine::Engine::new(records);
        let items = library.items().map(|(id, _)| id).collect();
        Self { engine, items, identity: Arc::default() }
    }

    /// The best `limit` hits, each explained. An empty query finds every event in timeline order.
    ///
    /// For one search; while somebody types, a [`Searcher`] does less work.
    #[must_use]
    pub fn search(&self, library: &Library, query: &str, limit: usize) -> Found {
        let mut searcher = Searcher::default();
        let mut found = searcher.search(self, library, query, limit);
        searcher.explain(self, library, &mut found.hits);
        found
    }

    /// Whether it was made of this library; the index of nothing is that of no other library.
    #[must_use]
    pub fn is_of(&self, library: &Library) -> bool {
        self.items.len() == library.items().len()
    }

    /// Bytes in memory.
    #[must_use]
    pub fn memory(&self) -> usize {
        self.engine.memory() + self.items.capacity() * size_of::<ItemId>()
    }

    /// How many different words there are, with joined ones and initials.
    #[must_use]
    pub fn words(&self) -> usize {
        self.engine.vocabulary.len()
    }
}

/// Searches one key after the other: words that stand are not looked for again.
///
/// It answers as [`Index::search`] does, whatever was searched before.
#[derive(Debug, Default)]
pub struct Searcher {
    memory: searcher::Memory,
    index: Option<Arc<()>>,
}

impl Searcher {
    /// The best `limit` hits with their scores; [`explain`](Self::explain) fills in the rest of those
    /// that are shown.
    #[must_use]
    pub fn search(&mut self, index: &Index, library: &Library, query: &str, limit: usize) -> Found {
        self.know(index);
        if query.trim().is_empty() {
            (self.memory.answer, self.memory.asked) = Default::default();
            return timeline(library, limit);
        }
        let texts = LibraryTexts { library, items: &index.items };
        let asked = (query.trim().to_owned(), limit);
        if self.memory.asked != asked {
            self.memory.answer =
                layout::search(&index.engine, &texts, &mut self.memory, query, limit.max(1));
            self.memory.asked = asked;
        }
        let answer = &self.memory.answer;
        let mut hits = Vec::with_capacity(answer.ranked.len());
        hits.extend(answer.ranked.iter().take(limit).filter_map(|ranked| {
            Some(Hit {
                item: *index.items.get(ranked.record as usize)?,
                score: ranked.score,
                field: Field::Title,
                matched: DisplayText::default(),
                why: None,
                marks: Vec::new(),
            })
        }));
        Found { hits, total: answer.total, note: answer.note.clone(), scope: Scope::of(answer) }
    }

    /// Every item that [`search`](Self::search) finds for the query, however many; an empty query
    /// leaves nothing out. At most as many as the library has; costs no more than a search.
    #[must_use]
    pub fn matching(&mut self, index: &Index, library: &Library, query: &str) -> Matching {
        self.know(index);
        if query.trim().is_empty() {
            return Matching { items: index.items.clone(), scope: Scope::default() };
        }
        let texts = LibraryTexts { library, items: &index.items };
        let answer = layout::search(&index.engine, &texts, &mut self.memory, query, 1);
        let records = index.engine.matching(&texts, &mut self.memory, &answer);
        let items = records.iter().filter_map(|record| index.items.get(*record as usize));
        Matching { items: items.copied().collect(), scope: Scope::of(&answer) }
    }

    /// Fills in field, matched text, reason and marks of hits of the last search of this index; those
    /// that are filled in already stay as they are.
    pub fn explain(&mut self, index: &Index, library: &Library, hits: &mut [Hit]) {
        self.know(index);
        let texts = LibraryTexts { library, items: &index.items };
        let unexplained = hits.iter().filter(|hit| hit.matched.is_empty());
        let titles = unexplained.filter_map(|hit| library.get(hit.item)).map(|item| &item.title);
        titles.for_each(fetch);
        let mut explainer = Explainer::new(&index.engine, &texts, &self.memory.answer);
        for hit in hits.iter_mut().filter(|hit| hit.matched.is_empty()) {
            let Ok(record) = u32::try_from(hit.item.index()) else { continue };
            let Explanation { field, matched, why, marks } = explainer.explain(record);
            (hit.field, hit.matched, hit.why, hit.marks) = (field, matched, why, marks);
        }
    }

    /// Forgets what it knows of another index.
    fn know(&mut self, index: &Index) {
        let same = |known: &Arc<()>| Arc::ptr_eq(known, &index.identity);
        if !self.index.as_ref().is_some_and(same) {
            *self =
                Self { memory: searcher::Memory::default(), index: Some(index.identity.clone()) };
        }
    }
}

/// Reads a letter of a title. They lie far apart in memory, and where nothing depends on the one before
/// they come side by side.
fn fetch(title: &DisplayText) {
    std::hint::black_box(title.as_str().bytes().next());
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
    Found { hits: hits.collect(), total: events.len(), ..Found::default() }
}
