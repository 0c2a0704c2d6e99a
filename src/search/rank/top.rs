//! The best of many records, with memory for few.

use crate::search::index::record::RecordId;
use crate::search::rank::ranked::{Ranked, order};
/// Equal hits that are put in order by how well their titles fit.
pub(in crate::search) const MOST_TIES: usize = 4;

/// The best of what was offered.
#[derive(Debug)]
pub(in crate::search) struct Top {
    kept: Vec<Ranked>,
    wanted: usize,
    /// What does not come before this is not among the best.
    least: u64,
    /// How many of those kept are of records that may be among them once more: with so many more
    /// kept than wanted no other is lost.
    twins: usize,
}

impl Top {
    /// Keeps so many, in memory that was used before.
    pub(in crate::search) fn new(wanted: usize, mut kept: Vec<Ranked>) -> Self {
        kept.clear();
        Self { kept, wanted: wanted.max(1), least: 0, twins: 0 }
    }

    /// Whether a record of this score, or less, may be among the best.
    #[inline]
    pub(in crate::search) fn may_keep(&self, score: u32, record: RecordId) -> bool {
        order(score, record) >= self.least
    }

    /// Takes a record, perhaps one that was offered before.
    #[inline]
    pub(in crate::search) fn offer(&mut self, ranked: Ranked, is_new: bool) {
        if !self.may_keep(ranked.score, ranked.record) {
            return;
        }
        self.twins += usize::from(!is_new);
        self.kept.push(ranked);
        if self.kept.len() / 4 >= self.wanted.saturating_add(self.twins) {
            self.cut();
        }
    }

    /// The best, in order, each record once.
    pub(in crate::search) fn sorted(&mut self) -> &[Ranked] {
        self.cut();
        if std::mem::take(&mut self.twins) > 0 {
            self.kept.sort_unstable_by_key(|ranked| (ranked.record, ranked.order()));
            self.kept.dedup_by_key(|ranked| ranked.record);
            self.cut();
        }
        self.kept.sort_unstable_by_key(Ranked::order);
        &self.kept
    }

    /// Gives the memory to the next one.
    pub(in crate::search) fn into_memory(self) -> Vec<Ranked> {
        self.kept
    }

    fn cut(&mut self) {
        let wanted = self.wanted.saturating_add(self.twins);
        if self.kept.len() > wanted {
            let (_, last, _) = self.kept.select_nth_unstable_by_key(wanted - 1, Ranked::order);
            self.least = order(last.score, last.record);
            self.kept.truncate(wanted);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::rank::ranked::FieldPlaces;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_best_are_those_of_a_sorted_list(
            offered in prop::collection::vec((0_u32..40, 0_u32..60), 0..300),
            wanted in 1_usize..12,
        ) {
            let ranked = |(score, record): (u32, RecordId)| Ranked {
                score,
                record,
                fields: FieldPlaces::NONE,
            };
            let mut top = Top::new(wanted, Vec::new());
            let mut seen = Vec::new();
            for one in offered.iter().copied() {
                top.offer(ranked(one), !seen.contains(&one.1));
                seen.push(one.1);
            }
            let mut all: Vec<Ranked> = offered.into_iter().map(ranked).collect();
            all.sort_by_key(Ranked::order);
            let mut records = Vec::new();
            all.retain(|ranked| {
                let is_first = !records.contains(&ranked.record);
                records.push(ranked.record);
                is_first
            });
            all.truncate(wanted);
            prop_assert_eq!(top.sorted(), all);
        }
    }
}
