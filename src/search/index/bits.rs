//! A set of records, a bit for each: to count where words meet takes no list.

use crate::search::index::record::RecordId;
use serde::{Deserialize, Serialize};
/// Records for which one number holds the bits.
const BITS: usize = 64;

/// A set of records.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::search) struct Bits(Vec<u64>);

impl Bits {
    /// None of so many records.
    pub(in crate::search) fn new(records: usize) -> Self {
        Self(vec![0; records.div_ceil(BITS)])
    }

    /// Empties the set and makes room for so many records.
    pub(in crate::search) fn clear(&mut self, records: usize) {
        self.0.clear();
        self.0.resize(records.div_ceil(BITS), 0);
    }

    /// Adds a record; whether it was not there.
    #[inline]
    pub(in crate::search) fn insert(&mut self, record: RecordId) -> bool {
        let (at, bit) = place(record);
        let Some(bits) = self.0.get_mut(at) else { return false };
        let is_new = *bits & bit == 0;
        *bits |= bit;
        is_new
    }

    /// Adds all of another set.
    pub(in crate::search) fn unite(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(bits, other)| *bits |= other);
    }

    /// Leaves what is in another set too.
    pub(in crate::search) fn intersect(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(bits, other)| *bits &= other);
    }

    /// Leaves the records for which the test holds.
    pub(in crate::search) fn retain(&mut self, holds: impl Fn(RecordId) -> bool) {
        for (first, bits) in (0..).step_by(BITS).zip(&mut self.0) {
            let mut rest = *bits;
            while rest != 0 {
                let place = rest.trailing_zeros();
                rest &= rest - 1;
                if !holds(first + place) {
                    *bits &= !(1 << place);
                }
            }
        }
    }

    /// Bytes in memory.
    pub(in crate::search) fn memory(&self) -> usize {
        self.0.capacity() * size_of::<u64>()
    }

    /// Whether a record is there.
    #[inline]
    pub(in crate::search) fn contains(&self, record: RecordId) -> bool {
        let (at, bit) = place(record);
        self.0.get(at).is_some_and(|bits| bits & bit != 0)
    }

    /// How many there are.
    pub(in crate::search) fn count(&self) -> usize {
        self.0.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    /// The records in order.
    pub(in crate::search) fn records(&self) -> impl Iterator<Item = RecordId> {
        let numbers = (0..).step_by(BITS).zip(&self.0);
        numbers.flat_map(|(first, bits)| {
            let mut rest = *bits;
            std::iter::from_fn(move || {
                let place = (rest != 0).then(|| rest.trailing_zeros())?;
                rest &= rest - 1;
                Some(first + place)
            })
        })
    }
}

#[inline]
fn place(record: RecordId) -> (usize, u64) {
    (record as usize / BITS, 1 << (record as usize % BITS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_there_and_nothing_else() {
        let mut bits = Bits::default();
        bits.clear(1000);
        let threes = || (0..1000).step_by(3);
        assert!(threes().all(|record| bits.insert(record)) && !bits.insert(999));
        bits.retain(|record| record != 3);
        let expected: Vec<RecordId> = threes().filter(|record| *record != 3).collect();
        assert_eq!(bits.records().collect::<Vec<_>>(), expected);
        assert_eq!(bits.count(), expected.len());
        assert!(bits.contains(6) && !bits.contains(3) && !bits.contains(5000));
        let mut twos = Bits::default();
        twos.clear(1000);
        (0..1000).step_by(2).for_each(|record| assert!(twos.insert(record)));
        let mut both = bits.clone();
        both.intersect(&twos);
        assert_eq!(both.records().take(3).collect::<Vec<_>>(), [0, 6, 12]);
        twos.unite(&bits);
        assert_eq!(twos.count(), 500 + bits.count() - both.count());
        bits.clear(10);
        assert_eq!(bits.count(), 0);
    }
}
