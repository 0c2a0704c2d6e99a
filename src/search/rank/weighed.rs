//! How much each word of a query tells: a word that stands in few records tells more than one that stands
//! in many, and one that stands nowhere tells most.

use crate::search::index::corpus::Corpus;
use crate::search::index::record::RecordId;
use crate::search::index::weight::weight;
use crate::search::rank::column::{Column, Columns};
use crate::search::rank::scored::ScoredTerm;
use crate::search::terms::matches::Tier;
use std::sync::Arc;

/// The words of a query with what they weigh.
pub(in crate::search) struct Weighed<'a> {
    /// Those that are looked for and stand anywhere.
    pub(in crate::search) needed: Vec<Needed<'a>>,
    /// How many words and dates are looked for, with those that stand nowhere.
    pub(in crate::search) words: usize,
    /// Those that need not be there.
    pub(in crate::search) light: Vec<&'a Column>,
    /// What all that is looked for weighs, with what stands nowhere.
    pub(in crate::search) total: u32,
}

/// A word or a date that is looked for.
pub(in crate::search) struct Needed<'a> {
    /// Its number in the query.
    pub(in crate::search) at: usize,
    /// What it is worth in each record.
    pub(in crate::search) column: &'a Column,
    /// What it weighs.
    pub(in crate::search) weight: u32,
    /// Whether it is part of a name as it was typed.
    pub(in crate::search) is_name: bool,
}

/// Most that words add which need not be there.
const MOST_LIGHT: u32 = 250;
/// What each of them adds at the most.
const LIGHT: u32 = 100;

impl<'a> Weighed<'a> {
    /// Weighs words and dates. What is only like the typed word counts where it is part of a name; a word
    /// that stands nowhere weighs most.
    pub(in crate::search) fn new(
        corpus: &Corpus,
        columns: &mut Columns,
        (terms, dates): (&'a [Arc<ScoredTerm>], &'a [Arc<ScoredTerm>]),
        light: &'a [Arc<ScoredTerm>],
        asks: bool,
    ) -> Self {
        let vocabulary = &corpus.vocabulary;
        let mut weighed = Self { needed: Vec::new(), words: 0, light: Vec::new(), total: 0 };
        for (at, known) in terms.iter().chain(dates).enumerate() {
            let counts = at >= terms.len() || known.matches.counts_alone(vocabulary);
            let column = counts.then(|| known.column(vocabulary, columns));
            if column.is_none() && known.matches.says_little {
                continue;
            }
            let records = column.map_or(0, |column| column.records().count());
            let weight = weight(records, corpus.len());
            // Of a question the words are seldom those of its answer, so one that stands nowhere says less.
            let weight = if asks && column.is_none() { weight / 2 } else { weight };
            // Another word for it says less than the word itself, were it as rare.
            let is_other = !asks && known.matches.best() == Some(Tier::Synonym);
            let own = if is_other { weight * 3 / 4 } else { weight };
            let is_name = known.matches.is_name(vocabulary);
            weighed.words += 1;
            weighed.total += weight;
            weighed.needed.extend(column.map(|column| Needed { at, column, weight: own, is_name }));
        }
        let light = light.iter().filter(|known| known.matches.counts_alone(vocabulary));
        weighed.light = light.map(|known| known.column(vocabulary, columns)).collect();
        weighed
    }

    /// What the words add to a record that need not be there.
    pub(in crate::search) fn light_in(&self, record: RecordId) -> u32 {
        let cells = self.light.iter().filter_map(|column| column.get(record));
        cells.map(|cell| LIGHT * cell.worth() / 1000).sum::<u32>().min(MOST_LIGHT)
    }
}
