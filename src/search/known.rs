//! What a word or a date of a query was found to mean, worked out as far as somebody asks.

use super::column::{Column, Columns};
use super::matches::Matches;
use super::vocabulary::Vocabulary;
use std::sync::OnceLock;

/// What a word or a date was found to mean.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// The words that it may mean.
    pub(super) matches: Matches,
    column: OnceLock<Column>,
}

impl Known {
    /// A word.
    pub(super) fn word(matches: Matches) -> Self {
        Self { matches, column: OnceLock::new() }
    }

    /// A date, and what it is worth.
    pub(super) fn date(matches: Matches, column: Column) -> Self {
        Self { matches, column: OnceLock::from(column) }
    }

    /// What it is worth in each record.
    pub(super) fn column(&self, vocabulary: &Vocabulary, columns: &mut Columns) -> &Column {
        self.column.get_or_init(|| columns.of_words(vocabulary, &self.matches))
    }

    /// Whether that has been worked out.
    pub(super) fn has_column(&self) -> bool {
        self.column.get().is_some()
    }

    /// Gives its memory to the next columns.
    pub(super) fn recycle(self, columns: &mut Columns) {
        self.column.into_inner().into_iter().for_each(|column| columns.recycle(column));
    }
}
