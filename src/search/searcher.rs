//! What is kept from one key to the next: a word that stands means the same as before.

use super::bits::Bits;
use super::column::Columns;
use super::dates::DateQuery;
use super::engine::{Answer, Engine};
use super::known::Known;
use super::matches::Tier;
use super::query::Term;
use super::rank::Ranked;
use super::tiers::{self, Likeness};
use super::vocabulary::WordId;
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
pub(super) struct Memory {
    /// Used longest ago first.
    known: Vec<(Asked, Arc<Known>)>,
    columns: Columns,
    /// Memory for what an attempt finds and for the best of it.
    pub(super) spare: (Bits, Vec<Ranked>),
    /// What was asked last, without blanks around it, and how many hits were wanted.
    pub(super) asked: (String, usize),
    /// The answer to that, for what is explained later.
    pub(super) answer: Answer,
}

impl Memory {
    /// Room for columns.
    pub(super) fn columns(&mut self, engine: &Engine) -> &mut Columns {
        self.columns.fit(engine.len());
        &mut self.columns
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
        if likeness == Likeness::Always {
            let known = self.term(engine, term, Likeness::WhereFew, joined);
            if known.matches.with_unlike {
                return known;
            }
        }
        let asked = Asked::Term { term: term.clone(), likeness, joined: joined.to_vec() };
        self.keep(asked, |_| {
            let mut matches = tiers::matches(&engine.vocabulary, term, likeness);
            matches.join(joined, Tier::Compound);
            Known::word(matches)
        })
    }

    /// What a date meets; a year or a month may be a word as well.
    pub(super) fn date(&mut self, engine: &Engine, date: &DateQuery) -> Arc<Known> {
        self.keep(Asked::Date(date.clone()), |memory| {
            let word = date.word.as_ref().map(|word| Term { word: word.clone(), exact: true });
            let known = word.map(|word| memory.term(engine, &word, Likeness::WhereFew, &[]));
            let half = |record: u32, worth: u16| match engine.standings.get(record as usize) {
                Some(standing) if standing.kind() == crate::library::Kind::Event => worth,
                Some(_) | None => worth / 2,
            };
            let days = engine.days.meeting(date);
            let days = days.map(|(record, worth)| (record, half(record, worth)));
            let matches = known.map(|known| known.matches.clone()).unwrap_or_default();
            let column = memory.columns(engine).of_days(&engine.vocabulary, days, &matches);
            Known::date(matches, column)
        })
    }

    fn keep(&mut self, asked: Asked, make: impl FnOnce(&mut Self) -> Known) -> Arc<Known> {
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
        let columns = |known: &[(Asked, Arc<Known>)]| {
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
