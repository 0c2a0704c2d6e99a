//! How much a file holds once it is read: what it costs in memory, in records and in references.

use std::iter::Sum;
use std::ops::AddAssign;

/// Records, and what records refer to or are called by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// Records.
    pub records: usize,
    /// Ids, names, tags and other entries of lists, citations and links in texts.
    pub references: usize,
}

impl Amount {
    /// So many references.
    pub(super) fn references(references: usize) -> Self {
        Self { records: 0, references }
    }
}

impl AddAssign for Amount {
    fn add_assign(&mut self, other: Self) {
        self.records = self.records.saturating_add(other.records);
        self.references = self.references.saturating_add(other.references);
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::default(), |mut all, amount| {
            all += amount;
            all
        })
    }
}
