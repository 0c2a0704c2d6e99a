//! Search over everything in a library, at every keystroke.
//!
//! Words are scored once, records are only added up. The rooms, each of which may import those before
//! it and none after it:
//!
//! - `fold` levels spellings,
//! - `query` reads what was typed,
//! - `index` holds every word of a library with the records in which it stands,
//! - `terms` finds the words that a typed one may mean,
//! - `rank` finds the records that have them and says which come first,
//! - `explain` says why,
//! - `run` does all of that, and keeps what stands from key to key.
//!
//! No text is kept: the library has them all.

mod explain;
mod fold;
mod index;
mod packed;
mod query;
mod rank;
mod run;
mod terms;

#[cfg(test)]
mod tests;

pub use explain::scope::{Scope, Spelling};
pub use index::field::Field;
pub use query::dates::DateQuery;
pub use query::filter::OPERATORS;
pub use rank::answer::Coverage;

use crate::library::{ItemId, Kind, Library};
use crate::text::DisplayText;
use explain::reason::{Explainer, Explanation};
use index::corpus::Corpus;
use index::texts::{self, LibraryTexts};
use index::thesaurus::Thesaurus;
use run::cache::Cache;
use run::engine::Engine;
use run::layout;
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
    corpus: Corpus,
    items: Vec<ItemId>,
    /// What searchers know this index by.
    identity: Arc<()>,
}

impl Index {
    /// Reads a library.
    #[must_use]
    pub fn new(library: &Library) -> Self {
        let packed = library.is_builtin_alone().then(packed::corpus).flatten();
        let corpus = packed.unwrap_or_else(|| Self::corpus(library));
        let items = library.ids().collect();
        Self { corpus, items, identity: Arc::default() }
    }

    fn corpus(library: &Library) -> Corpus {
        let records = library.items().map(|(id, item)| texts::record(library, id, item));
        let mut thesaurus = Thesaurus::default();
        for group in library.synonyms() {
            thesaurus.push(group.words.iter().map(DisplayText::as_str));
        }
        Corpus::new(records, thesaurus)
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
        self.items.len() == library.item_count()
    }

    /// Bytes in memory that a library takes, without the thesaurus, which is the same for all.
    #[must_use]
    pub fn memory(&self) -> usize {
        self.corpus.memory() + self.items.capacity() * size_of::<ItemId>()
    }

    /// How many different words there are, with joined ones and initials.
    #[must_use]
    pub fn words(&self) -> usize {
        self.corpus.vocabulary.len()
    }
}

/// Searches one key after the other: words that stand are not looked for again.
///
/// It answers as [`Index::search`] does, whatever was searched before.
#[derive(Debug, Default)]
pub struct Searcher {
    cache: Cache,
    index: Option<Arc<()>>,
}

impl Searcher {
    /// The best `limit` hits with their scores; [`explain`](Self::explain) fills in the rest of those
    /// that are shown.
    #[must_use]
    pub fn search(&mut self, index: &Index, library: &Library, query: &str, limit: usize) -> Found {
        self.know(index);
        if query.trim().is_empty() {
            (self.cache.answer, self.cache.asked) = Default::default();
            return timeline(library, limit);
        }
        let texts = LibraryTexts { library, items: &index.items };
        let engine = Engine { corpus: &index.corpus, texts: &texts, among: None };
        let asked = (query.trim().to_owned(), limit);
        if self.cache.asked != asked {
            self.cache.answer = layout::search(engine, &mut self.cache, query, limit.max(1));
            self.cache.asked = asked;
        }
        self.found(index, limit)
    }

    /// The same of nothing but these items, which are in ascending order, and none for an empty query.
    #[must_use]
    pub fn search_among(
        &mut self,
        index: &Index,
        library: &Library,
        query: &str,
        items: &[ItemId],
    ) -> Found {
        self.know(index);
        // The next search is another one, whatever it is asked for.
        (self.cache.answer, self.cache.asked) = Default::default();
        let records = items.iter().filter_map(|item| u32::try_from(item.index()).ok());
        let records: Vec<u32> = records.collect();
        let limit = records.len();
        if limit == 0 || query.trim().is_empty() {
            return Found::default();
        }
        let texts = LibraryTexts { library, items: &index.items };
        let engine = Engine { corpus: &index.corpus, texts: &texts, among: Some(&records) };
        self.cache.answer = layout::search(engine, &mut self.cache, query, limit);
        self.found(index, limit)
    }

    /// The best hits of the last answer.
    fn found(&self, index: &Index, limit: usize) -> Found {
        let answer = &self.cache.answer;
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
        let engine = Engine { corpus: &index.corpus, texts: &texts, among: None };
        let answer = layout::search(engine, &mut self.cache, query, 1);
        let records = engine.matching(&mut self.cache, &answer);
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
        let Cache { answer, read, .. } = &mut self.cache;
        let mut explainer = Explainer::new(&index.corpus, &texts, answer, read);
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
            *self = Self { cache: Cache::default(), index: Some(index.identity.clone()) };
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
