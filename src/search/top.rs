//! The best of many records, with memory for few.

use super::postings::RecordId;
use super::rank::{Ranked, order};

/// The places of the fields in which the words and dates of a query count, by their number in it; of
/// more than sixteen nobody knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FieldPlaces(u64);

impl FieldPlaces {
    /// In no field.
    pub(super) const NONE: Self = Self(u64::MAX);
    /// Bits of a place.
    const BITS: usize = 4;

    /// With the place of one of them.
    #[must_use]
    #[inline]
    pub(super) fn with(self, at: usize, place: u8) -> Self {
        let shift = at * Self::BITS;
        let mask = 15_u64.checked_shl(u32::try_from(shift).unwrap_or(u32::MAX)).unwrap_or_default();
        let place = u64::from(place.min(15)) << (shift % 64);
        Self(self.0 & !mask | place & mask)
    }

    /// The place of one of them.
    pub(super) fn get(self, at: usize) -> Option<u8> {
        let place = (at < 16).then(|| self.0 >> (at * Self::BITS) & 15)?;
        u8::try_from(place).ok().filter(|place| *place < 15)
    }

    /// The places of all as a set, a bit for each.
    pub(super) fn set(self) -> u16 {
        (0..16).filter_map(|at| self.get(at)).fold(0, |set, place| set | 1 << place)
    }
}

/// The best of what was offered.
#[derive(Debug)]
pub(super) struct Top {
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
    pub(super) fn new(wanted: usize, mut kept: Vec<Ranked>) -> Self {
        kept.clear();
        Self { kept, wanted: wanted.max(1), least: 0, twins: 0 }
    }

    /// Whether a record of this score, or less, may be among the best.
    #[inline]
    pub(super) fn may_keep(&self, score: u32, record: RecordId) -> bool {
        order(score, record) >= self.least
    }

    /// Takes a record, perhaps one that was offered before.
    #[inline]
    pub(super) fn offer(&mut self, ranked: Ranked, is_new: bool) {
        if !self.may_keep(ranked.score, ranked.record) {
            return;
        }
        self.twins += usize::from(!is_new);
        self.kept.push(ranked);
        if self.kept.len() / 4 >= self.wanted.saturating_add(self.twins) {
            self.cut();
        }
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        (self.least, self.twins) = (0, 0);
        self.kept.clear();
    }

    /// The best, in order, each record once.
    pub(super) fn sorted(&mut self) -> &[Ranked] {
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
    pub(super) fn into_memory(self) -> Vec<Ranked> {
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

    #[test]
    fn places_are_kept_by_number() {
        let places = FieldPlaces::NONE.with(0, 3).with(15, 12).with(16, 1);
        assert_eq!((places.get(0), places.get(15)), (Some(3), Some(12)));
        assert_eq!((places.get(1), places.get(16), places.get(40)), (None, None, None));
        assert_eq!(places.with(0, 5).set(), 1 << 5 | 1 << 12);
    }
}
