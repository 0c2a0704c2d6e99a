//! What must not stand in a record.

use crate::search::index::bits::Bits;
use crate::search::index::corpus::Corpus;
use crate::search::index::record::RecordId;
use crate::search::query::{Phrase, Query};
/// The exclusions of a query with the records that they may concern.
pub(in crate::search) struct Exclusions<'a> {
    /// The records with an excluded word.
    words: Bits,
    /// Excluded phrases with the records that have all of their words, in whatever order.
    phrases: Vec<(&'a Phrase, Bits)>,
}

impl<'a> Exclusions<'a> {
    /// Those of a query, if it has any.
    pub(in crate::search) fn new(corpus: &Corpus, query: &'a Query) -> Option<Self> {
        if query.without.is_empty() && query.without_phrases.is_empty() {
            return None;
        }
        let mut words = Bits::new(corpus.len());
        for term in &query.without {
            words.unite(&with(corpus, &term.word, term.exact));
        }
        let candidates = |phrase: &Phrase| {
            let last = phrase.words.len().saturating_sub(1);
            let mut words = phrase
                .words
                .iter()
                .enumerate()
                .map(|(place, word)| with(corpus, word, !(phrase.open && place == last)));
            let first = words.next().unwrap_or_default();
            words.fold(first, |mut all, next| {
                all.intersect(&next);
                all
            })
        };
        let phrases = query.without_phrases.iter().map(|phrase| (phrase, candidates(phrase)));
        Some(Self { words, phrases: phrases.collect() })
    }

    /// Whether something excluded stands in a record; `has` tells whether a phrase does, of those of
    /// which all words do.
    pub(in crate::search) fn meet(&self, record: RecordId, has: impl Fn(&Phrase) -> bool) -> bool {
        self.words.contains(record)
            || self.phrases.iter().any(|(phrase, with)| with.contains(record) && has(phrase))
    }
}

/// The records with a word, or one that begins so unless it is to be exact.
fn with(corpus: &Corpus, word: &str, exact: bool) -> Bits {
    let vocabulary = &corpus.vocabulary;
    let ids = match vocabulary.find(word) {
        Some(id) if exact => id..id + 1,
        None if exact => 0..0,
        Some(_) | None => vocabulary.beginning(word),
    };
    let letters = word.chars().count();
    let ids = ids.filter(|id| vocabulary.counts(*id, letters));
    let mut bits = Bits::new(corpus.len());
    for (record, _) in ids.flat_map(|id| vocabulary.strong(id).chain(vocabulary.weak(id))) {
        bits.insert(record);
    }
    bits
}
