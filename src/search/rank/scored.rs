//! What a word or a date of a query was found to mean, worked out as far as somebody asks.

use crate::search::index::vocabulary::Vocabulary;
use crate::search::rank::column::{Column, Columns};
use crate::search::terms::matches::TermMatches;
use std::sync::OnceLock;

/// What a word or a date was found to mean.
#[derive(Debug, Default)]
pub(in crate::search) struct ScoredTerm {
    /// The words that it may mean.
    pub(in crate::search) matches: TermMatches,
    column: OnceLock<Column>,
}

impl ScoredTerm {
    /// A word.
    pub(in crate::search) fn word(matches: TermMatches) -> Self {
        Self { matches, column: OnceLock::new() }
    }

    /// A date, and what it is worth.
    pub(in crate::search) fn date(matches: TermMatches, column: Column) -> Self {
        Self { matches, column: OnceLock::from(column) }
    }

    /// What it is worth in each record.
    pub(in crate::search) fn column(
        &self,
        vocabulary: &Vocabulary,
        columns: &mut Columns,
    ) -> &Column {
        self.column.get_or_init(|| columns.of_words(vocabulary, &self.matches))
    }

    /// The same, where it has been worked out.
    pub(in crate::search) fn known_column(&self) -> Option<&Column> {
        self.column.get()
    }

    /// Gives its memory to the next columns.
    pub(in crate::search) fn recycle(self, columns: &mut Columns) {
        self.column.into_inner().into_iter().for_each(|column| columns.recycle(column));
    }
}
