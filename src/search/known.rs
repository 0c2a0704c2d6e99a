//! What a word or a date of a query was found to mean, worked out as far as somebody asks.

use super::column::{Cell, Column, Part, Scratch};
use super::matches::Matches;
use super::postings::RecordId;
use super::rank;
use super::reach::Reach;
use super::vocabulary::Vocabulary;
use std::sync::OnceLock;

/// What a word or a date was found to mean.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// The words that it may mean.
    pub(super) matches: Matches,
    all: OnceLock<Column>,
    strong: OnceLock<Column>,
    reach: OnceLock<Reach>,
}

impl Known {
    /// A word.
    pub(super) fn word(matches: Matches) -> Self {
        Self { matches, ..Self::default() }
    }

    /// A date, and what it is worth.
    pub(super) fn date(matches: Matches, column: Column) -> Self {
        Self { matches, all: OnceLock::from(column), ..Self::default() }
    }

    /// What it is worth in each record in which it stands.
    pub(super) fn all(&self, vocabulary: &Vocabulary, scratch: &mut Scratch) -> &Column {
        self.all.get_or_init(|| scratch.of_words(vocabulary, &self.matches, Part::All))
    }

    /// What a word is worth in each record in a name, title or id of which it stands.
    pub(super) fn strong(&self, vocabulary: &Vocabulary, scratch: &mut Scratch) -> &Column {
        self.strong.get_or_init(|| scratch.of_words(vocabulary, &self.matches, Part::Strong))
    }

    /// The records in which a word stands.
    pub(super) fn reach(&self, vocabulary: &Vocabulary, scratch: &mut Scratch) -> &Reach {
        let strong = self.strong(vocabulary, scratch);
        self.reach.get_or_init(|| {
            let mut reach = Reach::new(scratch.records());
            strong.cells().iter().for_each(|(record, _)| reach.add(*record));
            let least = rank::least_sure(self.matches.greatest());
            for (word, found) in self.matches.words() {
                if u32::from(found.worth) < least {
                    vocabulary.strong(*word).for_each(|(record, _)| reach.add(record));
                }
                if self.matches.with_weak(*found) {
                    vocabulary.weak(*word).for_each(|(record, _)| reach.add(record));
                }
            }
            reach
        })
    }

    /// What it is worth in a record that was found.
    pub(super) fn get(&self, record: RecordId) -> Option<Cell> {
        // Where only names were looked at, what was found has nothing better elsewhere.
        self.all.get().or(self.strong.get())?.get(record)
    }

    /// How many cells it holds.
    pub(super) fn cells(&self) -> usize {
        let columns = [self.all.get(), self.strong.get()];
        columns.iter().flatten().map(|column| column.cells().len()).sum()
    }

    /// Gives its memory to the next columns.
    pub(super) fn recycle(self, scratch: &mut Scratch) {
        let columns = [self.all.into_inner(), self.strong.into_inner()];
        columns.into_iter().flatten().for_each(|column| scratch.recycle(column));
    }
}
