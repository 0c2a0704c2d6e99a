//! The records in which most of a query stands, where none has all of it.

use crate::search::index::bits::Bits;
use crate::search::index::corpus::Corpus;
use crate::search::index::record::RecordId;
use crate::search::rank::column::{Column, Columns};
use crate::search::rank::conjunction::Conditions;
use crate::search::rank::ranked::{FieldPlaces, Ranked};
use crate::search::rank::scored::ScoredTerm;
use crate::search::rank::top::{MOST_TIES, Top};
use crate::search::terms::matches::Tier;
use std::sync::Arc;

/// What is looked for; only words as they were typed count.
pub(in crate::search) struct Partial<'a> {
    /// The words and dates that stand anywhere, with their numbers in the query.
    columns: Vec<(usize, &'a Column)>,
    /// Those of which one must be there where a record has no more than half.
    telling: Vec<&'a Column>,
    /// How many words and dates there are in all.
    words: usize,
}

/// How much of a query a record has.
struct Share {
    count: usize,
    worth: u32,
    fields: FieldPlaces,
}

impl<'a> Partial<'a> {
    /// Works out what each word is worth.
    pub(in crate::search) fn new(
        corpus: &Corpus,
        columns: &mut Columns,
        terms: &'a [Arc<ScoredTerm>],
        dates: &'a [Arc<ScoredTerm>],
    ) -> Self {
        let vocabulary = &corpus.vocabulary;
        let is_literal = |known: &ScoredTerm| known.matches.best().is_some_and(Tier::is_literal);
        let numbered = terms.iter().chain(dates).enumerate();
        let known = numbered.filter(|(at, known)| *at >= terms.len() || is_literal(known));
        let columns: Vec<(usize, &Column)> =
            known.map(|(at, known)| (at, known.column(vocabulary, columns))).collect();
        // Half of the words will do where a proper name is among them, or the rarest word, which says
        // the most; a word that stands nowhere is the rarest of all.
        let words = terms.len() + dates.len();
        let is_name =
            |at: usize| terms.get(at).is_some_and(|known| known.matches.is_proper_name(vocabulary));
        let names = columns.iter().filter(|(at, _)| is_name(*at));
        let mut telling: Vec<&Column> = names.map(|(_, column)| *column).collect();
        if columns.len() == words {
            let length = |column: &&Column| column.records().count();
            telling.extend(columns.iter().map(|(_, column)| *column).min_by_key(length));
        }
        Self { columns, telling, words }
    }

    /// The best and how many there are.
    pub(in crate::search) fn best(
        &self,
        corpus: &Corpus,
        conditions: &Conditions<'_>,
        limit: usize,
    ) -> (Vec<Ranked>, usize) {
        let mut top = Top::new(limit.max(MOST_TIES), Vec::new());
        let found = self.each(corpus, conditions, |record, share, is_more| {
            if is_more {
                top.clear();
            }
            let count = u32::try_from(share.count).unwrap_or(u32::MAX).max(1);
            let prior = corpus.scores.get(record as usize).map_or(0, |of| of.score(0));
            let score = share.worth / count / 2 + prior;
            top.offer(Ranked { record, score, fields: share.fields }, true);
        });
        (top.sorted().to_vec(), found.count())
    }

    /// All of them, in order.
    pub(in crate::search) fn records(
        &self,
        corpus: &Corpus,
        conditions: &Conditions<'_>,
    ) -> Vec<RecordId> {
        self.each(corpus, conditions, |_, _, _| {}).records().collect()
    }

    /// The records that have the most of the query. Each is shown when it is found, with whether it has
    /// more than all before it, which are none then.
    fn each(
        &self,
        corpus: &Corpus,
        conditions: &Conditions<'_>,
        mut each: impl FnMut(RecordId, &Share, bool),
    ) -> Bits {
        let [mut seen, mut found] = [Bits::new(corpus.len()), Bits::new(corpus.len())];
        let mut most = 0;
        for (first, (_, leader)) in self.columns.iter().enumerate() {
            // With fewer columns left than are needed no record is new any more.
            if (self.columns.len() - first) * 2 < self.words {
                break;
            }
            for record in leader.records().records() {
                if !seen.insert(record) {
                    continue;
                }
                let share = self.share(record).filter(|share| share.count >= most);
                let Some(share) = share.filter(|_| conditions.hold(record)) else { continue };
                let is_more = share.count > most;
                if is_more {
                    found.clear(corpus.len());
                }
                most = share.count;
                found.insert(record);
                each(record, &share, is_more);
            }
        }
        found
    }

    /// What of the query a record has; none where it is too little.
    fn share(&self, record: RecordId) -> Option<Share> {
        let mut share = Share { count: 0, worth: 0, fields: FieldPlaces::NONE };
        for (at, column) in &self.columns {
            if let Some(cell) = column.get(record) {
                share.count += 1;
                share.worth += cell.worth();
                share.fields = share.fields.with(*at, cell.place());
            }
        }
        let is_more = share.count * 2 > self.words;
        let is_half = share.count * 2 == self.words;
        let is_telling = || self.telling.iter().any(|column| column.get(record).is_some());
        (is_more || is_half && is_telling()).then_some(share)
    }
}
