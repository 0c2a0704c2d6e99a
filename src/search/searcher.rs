//! What is kept from one key to the next: a word that stands means the same as before.

use super::column::{Column, Scratch};
use super::corpus::Texts;
use super::dates::DateQuery;
use super::engine::{Answer, Engine};
use super::fold::{self, Word};
use super::matches::{Matches, Tier};
use super::postings::RecordId;
use super::query::Term;
use super::rank;
use super::tiers::{self, Likeness};
use super::vocabulary::WordId;
use crate::text::DisplayText;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Words and dates that are kept; a search has a few dozen.
const MOST_KEPT: usize = 64;

/// Texts that are kept folded; a few screens of hits.
const MOST_TEXTS: usize = 512;

/// What a word or a date was found to mean.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// The words that it may mean.
    pub(super) matches: Matches,
    /// What it is worth in each record.
    pub(super) column: Column,
}

/// Texts that were folded.
#[derive(Debug, Default)]
pub(super) struct FoldedTexts(BTreeMap<(RecordId, Option<u8>), Arc<[FoldedText]>>);

/// A text with its words.
pub(super) type FoldedText = (DisplayText, Vec<Word>);

impl FoldedTexts {
    /// What a list shows of a record.
    pub(super) fn title(&mut self, texts: &dyn Texts, record: RecordId) -> Arc<[FoldedText]> {
        self.keep((record, None), || vec![texts.title(record)])
    }

    /// The texts of the field at a place in the order of the weights.
    pub(super) fn field(
        &mut self,
        texts: &dyn Texts,
        record: RecordId,
        place: u8,
    ) -> Arc<[FoldedText]> {
        self.keep((record, Some(place)), || {
            let fields = texts.fields(record, Some(rank::field_at(place)));
            fields.into_iter().map(|(_, text)| text).collect()
        })
    }

    fn keep(
        &mut self,
        key: (RecordId, Option<u8>),
        make: impl FnOnce() -> Vec<DisplayText>,
    ) -> Arc<[FoldedText]> {
        if self.0.len() >= MOST_TEXTS {
            self.0.clear();
        }
        let fold = |text: DisplayText| {
            let words = fold::words(text.as_str());
            (text, words)
        };
        let folded = self.0.entry(key).or_insert_with(|| make().into_iter().map(fold).collect());
        Arc::clone(folded)
    }
}

/// What is known of the words and dates of one index.
#[derive(Debug, Default)]
pub(super) struct Memory {
    known: BTreeMap<String, Arc<Known>>,
    scratch: Scratch,
    /// Texts of the hits, for the same hits at the next key.
    pub(super) folded: FoldedTexts,
    /// The last answer, for what is explained later.
    pub(super) answer: Answer,
}

impl Memory {
    /// Room to draw up columns.
    pub(super) fn scratch(&mut self, engine: &Engine) -> &mut Scratch {
        self.scratch.fit(engine.len());
        &mut self.scratch
    }

    /// What each of the words means, beside its neighbours.
    pub(super) fn terms(
        &mut self,
        engine: &Engine,
        terms: &[Term],
        likeness: Likeness,
    ) -> Vec<Arc<Known>> {
        // "cyber attack" may be written in one word, and then it is both.
        let joins: Vec<Option<WordId>> = terms
            .windows(2)
            .map(|pair| {
                let [first, second] = pair else { return None };
                engine.vocabulary.find(&format!("{}{}", first.word, second.word))
            })
            .collect();
        let join = |at: Option<usize>| at.and_then(|at| joins.get(at).copied().flatten());
        let of = |(at, term): (usize, &Term)| {
            let joined: Vec<WordId> =
                [join(at.checked_sub(1)), join(Some(at))].into_iter().flatten().collect();
            self.term(engine, term, likeness, &joined)
        };
        terms.iter().enumerate().map(of).collect()
    }

    fn term(
        &mut self,
        engine: &Engine,
        term: &Term,
        likeness: Likeness,
        joined: &[WordId],
    ) -> Arc<Known> {
        let key = format!("{} {} {likeness:?} {joined:?}", term.word, term.exact);
        self.keep(key, |memory| {
            let mut matches = tiers::matches(&engine.vocabulary, term, likeness);
            matches.join(joined, Tier::Compound);
            let column = memory.scratch(engine).of_words(&engine.vocabulary, &matches);
            Known { matches, column }
        })
    }

    /// What a date meets; a year or a month may be a word as well.
    pub(super) fn date(&mut self, engine: &Engine, date: &DateQuery) -> Arc<Known> {
        self.keep(format!("{date:?}"), |memory| {
            let word = date.word.as_ref().map(|word| Term { word: word.clone(), exact: true });
            let known = word.map(|word| memory.term(engine, &word, Likeness::WhereFew, &[]));
            let half = |record: u32, worth: u16| match engine.standings.get(record as usize) {
                Some(standing) if standing.kind == crate::library::Kind::Event => worth,
                Some(_) | None => worth / 2,
            };
            let days = engine.days.meeting(date);
            let days = days.map(|(record, worth)| (record, half(record, worth)));
            let words = known.as_ref().map(|known| &known.column);
            let column = memory.scratch(engine).of_days(days, words);
            let matches = known.map(|known| known.matches.clone()).unwrap_or_default();
            Known { matches, column }
        })
    }

    fn keep(&mut self, key: String, make: impl FnOnce(&mut Self) -> Known) -> Arc<Known> {
        if let Some(known) = self.known.get(&key) {
            return Arc::clone(known);
        }
        let known = Arc::new(make(self));
        if self.known.len() >= MOST_KEPT {
            self.known.clear();
        }
        self.known.insert(key, Arc::clone(&known));
        known
    }
}
