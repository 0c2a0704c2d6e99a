//! One search, from the typed text to ranked records; knows the corpus, not the library.

use super::corpus::{Corpus, RecordText};
use super::dates::DateQuery;
use super::fold;
use super::fuzzy;
use super::query::{Phrase, Query, Term};
use super::rank::{self, Column, Ranked};
use super::tiers::{self, Likeness, Matches, Tier};
use super::vocabulary::{RecordId, Vocabulary, WordId};
use crate::text;
use crate::text::{DisplayText, clean};

/// Equal hits that are put in order by how well their titles fit.
const MOST_TIES: usize = 64;
/// Characters of the query that a note repeats.
const LONGEST_QUOTE: usize = 32;

/// A corpus made ready.
#[derive(Debug, Default)]
pub(super) struct Engine {
    /// The texts.
    pub(super) corpus: Corpus,
    /// Their words.
    pub(super) vocabulary: Vocabulary,
}

/// What a search found.
#[derive(Debug, Default)]
pub(super) struct Answer {
    /// The query as it was read.
    pub(super) query: Query,
    /// What each of its words may mean.
    pub(super) terms: Vec<Matches>,
    /// Years and months as the words that they may be.
    pub(super) date_words: Vec<(Term, Matches)>,
    /// The records, best first.
    pub(super) ranked: Vec<Ranked>,
    /// How many matched in all.
    pub(super) total: usize,
    /// What the reader should know.
    pub(super) note: Option<DisplayText>,
}

/// What one attempt came to.
struct Pass {
    terms: Vec<Matches>,
    date_words: Vec<(Term, Matches)>,
    columns: Vec<Column>,
    excluded: Vec<bool>,
    ranked: Vec<Ranked>,
    total: usize,
}

impl Engine {
    /// Reads a corpus.
    pub(super) fn new(corpus: Corpus) -> Self {
        let vocabulary = Vocabulary::new(&corpus);
        Self { corpus, vocabulary }
    }

    /// The text of a record.
    pub(super) fn record(&self, id: RecordId) -> Option<&RecordText> {
        self.corpus.records.get(id as usize)
    }

    /// Searches.
    pub(super) fn search(&self, typed: &str, limit: usize) -> Answer {
        let query = Query::new(typed);
        if query.is_empty() {
            let note = text!["there is no word in `", quote(typed), "`"];
            return Answer { query, note: Some(note), ..Answer::default() };
        }
        let mut pass = self.pass(&query, Likeness::WhereFew);
        if pass.ranked.is_empty() && query.terms.len() > 1 {
            let second = self.pass(&query, Likeness::Always);
            if !second.ranked.is_empty() {
                pass = second;
            }
        }
        let Pass { terms, date_words, columns, excluded, mut ranked, mut total } = pass;
        let mut note = self.likeness(&query.terms, &terms, &ranked);
        if ranked.is_empty() {
            if columns.len() > 1 && query.phrases.is_empty() {
                ranked = self.nearest(&terms, &columns, &excluded);
                total = ranked.len();
            }
            note = Some(self.nothing(typed, &terms, &ranked));
        }
        self.settle(&query, &mut ranked, limit);
        ranked.truncate(limit);
        Answer { query, terms, date_words, ranked, total, note }
    }

    /// One attempt at the whole query.
    fn pass(&self, query: &Query, likeness: Likeness) -> Pass {
        let terms = self.terms(&query.terms, likeness);
        let words = terms.iter().map(|term| rank::word_column(&self.vocabulary, term));
        let date_words: Vec<_> = query.dates.iter().map(|date| self.date_word(date)).collect();
        let dates = query.dates.iter().zip(&date_words).map(|(date, word)| {
            let words = word.as_ref().map(|(_, found)| rank::word_column(&self.vocabulary, found));
            rank::date_column(&self.corpus, date, words.as_ref())
        });
        let columns: Vec<Column> = words.chain(dates).collect();
        let mut excluded = self.excluded(query);
        self.exclude_without_phrase(&query.phrases, &columns, &mut excluded);
        let (ranked, total) =
            rank::all(&self.corpus, &self.vocabulary, &columns, &terms, &excluded);
        let date_words = date_words.into_iter().flatten().collect();
        Pass { terms, date_words, columns, excluded, ranked, total }
    }

    fn terms(&self, terms: &[Term], likeness: Likeness) -> Vec<Matches> {
        let found = terms.iter().map(|term| tiers::matches(&self.vocabulary, term, likeness));
        let mut found: Vec<Matches> = found.collect();
        for (place, pair) in terms.windows(2).enumerate() {
            let [first, second] = pair else { continue };
            // "cyber attack" may be written in one word, and then it is both.
            let joined = format!("{}{}", first.word, second.word);
            if let Some(word) = self.vocabulary.find(&joined) {
                for term in found.iter_mut().skip(place).take(2) {
                    term.add(word, Tier::Compound, 0);
                }
            }
        }
        found
    }

    /// A year or a month as the word that it may be.
    fn date_word(&self, date: &DateQuery) -> Option<(Term, Matches)> {
        let term = Term { word: date.word.clone()?, exact: true };
        let matches = tiers::matches(&self.vocabulary, &term, Likeness::WhereFew);
        Some((term, matches))
    }

    /// The records of other kinds and those with a word that must not be there.
    fn excluded(&self, query: &Query) -> Vec<bool> {
        let is_other =
            |record: &RecordText| !query.kinds.is_empty() && !query.kinds.contains(&record.kind);
        let mut excluded: Vec<bool> = self.corpus.records.iter().map(is_other).collect();
        for word in &query.without {
            for id in self.vocabulary.beginning(word) {
                for (record, _) in self.vocabulary.postings(id) {
                    if let Some(slot) = excluded.get_mut(*record as usize) {
                        *slot = true;
                    }
                }
            }
        }
        excluded
    }

    /// Leaves only records in one field of which the words of every phrase follow each other.
    fn exclude_without_phrase(
        &self,
        phrases: &[Phrase],
        columns: &[Column],
        excluded: &mut [bool],
    ) {
        if phrases.is_empty() {
            return;
        }
        for (index, (record, out)) in self.corpus.records.iter().zip(excluded).enumerate() {
            let matched =
                columns.iter().all(|column| column.get(index).is_some_and(|cell| *cell > 0));
            *out = *out || !matched || !phrases.iter().all(|phrase| has_phrase(record, phrase));
        }
    }

    /// Where no record has all, those that have most; only words as they were typed count.
    fn nearest(&self, terms: &[Matches], columns: &[Column], excluded: &[bool]) -> Vec<Ranked> {
        let literal = |(place, column): (usize, &Column)| {
            let is_literal =
                terms.get(place).is_none_or(|term| term.best().is_some_and(Tier::is_literal));
            if is_literal { column.clone() } else { vec![0; column.len()] }
        };
        let columns: Vec<Column> = columns.iter().enumerate().map(literal).collect();
        rank::most(&self.corpus, &columns, excluded)
    }

    /// Says so when the best hit has a word only in another spelling.
    fn likeness(
        &self,
        typed: &[Term],
        terms: &[Matches],
        ranked: &[Ranked],
    ) -> Option<DisplayText> {
        let first = ranked.first()?.record;
        for (term, matches) in typed.iter().zip(terms) {
            let Some((word, found)) = self.best_word(first, matches) else { continue };
            if !found.is_literal() {
                let quoted = quote(&term.word);
                return Some(text![
                    "nothing is written `",
                    quoted,
                    "`; nearest: `",
                    self.shown(word),
                    "`"
                ]);
            }
        }
        None
    }

    fn nothing(&self, typed: &str, terms: &[Matches], ranked: &[Ranked]) -> DisplayText {
        let nearest = terms.iter().find_map(|term| term.nearest);
        match (ranked.first().and_then(|first| self.record(first.record)), nearest) {
            (Some(record), _) => {
                text!["nothing has all of these words; nearest: ", record.title.clone()]
            }
            (None, Some(word)) => text!["nothing close; nearest: `", self.shown(word), "`"],
            (None, None) => text!["nothing found for `", quote(typed), "`"],
        }
    }

    /// The word of a record that fits a term best.
    pub(super) fn best_word(&self, record: RecordId, matches: &Matches) -> Option<(WordId, Tier)> {
        let stands = |word: &&WordId| {
            let postings = self.vocabulary.postings(**word);
            postings.binary_search_by_key(&record, |(record, _)| *record).is_ok()
        };
        let words = matches.words().iter().filter(stands);
        let found = words.filter_map(|word| Some((*word, matches.of(*word)?)));
        found
            .max_by_key(|(word, found)| (found.worth, std::cmp::Reverse(*word)))
            .map(|(word, found)| (word, found.tier))
    }

    fn shown(&self, word: WordId) -> DisplayText {
        clean(self.vocabulary.word(word), |_| {})
    }

    /// Puts equal hits in order by how well the query stands in their titles.
    fn settle(&self, query: &Query, ranked: &mut [Ranked], limit: usize) {
        let pattern: String = query.terms.iter().map(|term| term.word.as_str()).collect();
        let top = ranked.len().min(limit).min(MOST_TIES);
        let Some(top) = ranked.get_mut(..top) else { return };
        let fit = |ranked: &Ranked| {
            let record = self.record(ranked.record);
            record.and_then(|record| fuzzy::score(&fold::sentence(record.title.as_str()), &pattern))
        };
        for equal in top.chunk_by_mut(|one, other| one.score == other.score) {
            if equal.len() > 1 && !pattern.is_empty() {
                equal.sort_by_cached_key(|ranked| (std::cmp::Reverse(fit(ranked)), ranked.record));
            }
        }
    }
}

fn has_phrase(record: &RecordText, phrase: &Phrase) -> bool {
    record.fields.iter().any(|(_, text)| {
        let words = fold::words(text.as_str());
        words.windows(phrase.words.len()).any(|run| phrase.is(run))
    })
}

fn quote(typed: &str) -> DisplayText {
    let mut characters = typed.trim().chars();
    let short: String = characters.by_ref().take(LONGEST_QUOTE).collect();
    let shown = clean(&short, |_| {});
    if characters.next().is_some() { text![shown, "…"] } else { shown }
}
