//! What is kept from one key to the next: a word that stands means the same as before.

use crate::search::index::bits::Bits;
use crate::search::index::corpus::Corpus;
use crate::search::index::vocabulary::WordId;
use crate::search::query::Term;
use crate::search::query::dates::DateQuery;
use crate::search::rank::answer::Answer;
use crate::search::rank::column::Columns;
use crate::search::rank::ranked::Ranked;
use crate::search::rank::scored::ScoredTerm;
use crate::search::terms::matches::Tier;
use crate::search::terms::tiers::{self, Likeness};
use std::sync::Arc;

/// Words and dates that are kept; a search has a few dozen.
const MOST_KEPT: usize = 32;

/// Columns that are kept, beside those in use.
const MOST_COLUMNS: usize = 4;

/// What something was found to mean, by what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asked {
    Term { term: Term, likeness: Likeness, joined: Vec<WordId> },
    Date(DateQuery),
}

/// What is known of the words and dates of one index.
#[derive(Debug, Default)]
pub(in crate::search) struct Cache {
    /// Used longest ago first.
    known: Vec<(Asked, Arc<ScoredTerm>)>,
    columns: Columns,
    /// Cache for what an attempt finds and for the best of it.
    pub(in crate::search) spare: (Bits, Vec<Ranked>),
    /// What was asked last, without blanks around it, and how many hits were wanted.
    pub(in crate::search) asked: (String, usize),
    /// The answer to that, for what is explained later.
    pub(in crate::search) answer: Answer,
}

impl Cache {
    /// Room for columns.
    pub(in crate::search) fn columns(&mut self, corpus: &Corpus) -> &mut Columns {
        self.columns.fit(corpus.len());
        &mut self.columns
    }

    /// What each of the words means, beside its neighbours.
    pub(in crate::search) fn terms(
        &mut self,
        corpus: &Corpus,
        terms: &[Term],
        likeness: Likeness,
    ) -> Vec<Arc<ScoredTerm>> {
        // "cyber attack" may be written in one word, and then it is both.
        let joins: Vec<Option<WordId>> = terms
            .windows(2)
            .map(|pair| {
                let [first, second] = pair else { return None };
                corpus.vocabulary.find(&format!("{}{}", first.word, second.word))
            })
            .collect();
        let join = |at: Option<usize>| at.and_then(|at| joins.get(at).copied().flatten());
        let of = |(at, term): (usize, &Term)| {
            let joined: Vec<WordId> =
                [join(at.checked_sub(1)), join(Some(at))].into_iter().flatten().collect();
            self.term(corpus, term, likeness, &joined)
        };
        terms.iter().enumerate().map(of).collect()
    }

    fn term(
        &mut self,
        corpus: &Corpus,
        term: &Term,
        likeness: Likeness,
        joined: &[WordId],
    ) -> Arc<ScoredTerm> {
        if likeness == Likeness::Always {
            let known = self.term(corpus, term, Likeness::WhereFew, joined);
            if known.matches.with_unlike {
                return known;
            }
        }
        let asked = Asked::Term { term: term.clone(), likeness, joined: joined.to_vec() };
        self.keep(asked, |_| {
            let mut matches = tiers::matches(&corpus.vocabulary, term, likeness);
            matches.join(joined, Tier::Compound);
            ScoredTerm::word(matches)
        })
    }

    /// What a date meets; a year or a month may be a word as well.
    pub(in crate::search) fn date(&mut self, corpus: &Corpus, date: &DateQuery) -> Arc<ScoredTerm> {
        self.keep(Asked::Date(date.clone()), |memory| {
            let word = date.word.as_ref().map(|word| Term { word: word.clone(), exact: true });
            let known = word.map(|word| memory.term(corpus, &word, Likeness::WhereFew, &[]));
            let half = |record: u32, worth: u16| match corpus.scores.get(record as usize) {
                Some(score) if score.kind() == crate::library::Kind::Event => worth,
                Some(_) | None => worth / 2,
            };
            // "March" in a title stands before the month.
            let is_word = date.is_word_first();
            let less = |worth: u16| if is_word { worth / 10 * 9 } else { worth };
            let days = corpus.days.meeting(date);
            let days = days.map(|(record, worth)| (record, less(half(record, worth))));
            let share = if is_word { 100 } else { 50 };
            let matches = known.map(|known| known.matches.clone()).unwrap_or_default();
            let column =
                memory.columns(corpus).of_days(&corpus.vocabulary, days, (&matches, share));
            ScoredTerm::date(matches, column)
        })
    }

    fn keep(
        &mut self,
        asked: Asked,
        make: impl FnOnce(&mut Self) -> ScoredTerm,
    ) -> Arc<ScoredTerm> {
        if let Some(at) = self.known.iter().rposition(|(known, _)| *known == asked) {
            let entry = self.known.remove(at);
            let known = Arc::clone(&entry.1);
            self.known.push(entry);
            return known;
        }
        let known = Arc::new(make(self));
        self.known.push((asked, Arc::clone(&known)));
        self.forget();
        known
    }

    /// Lets go of what was used longest ago.
    fn forget(&mut self) {
        let columns = |known: &[(Asked, Arc<ScoredTerm>)]| {
            known.iter().filter(|(_, known)| known.has_column()).count()
        };
        while self.known.len() > MOST_KEPT || columns(&self.known) > MOST_COLUMNS {
            let (_, known) = self.known.remove(0);
            // Those of the last answer are still in use.
            if let Some(known) = Arc::into_inner(known) {
                known.recycle(&mut self.columns);
            }
        }
    }
}
