//! Records as bits: to count where words meet takes a bit for each record, not a look at it.

use super::postings::RecordId;

/// Records for which one number holds the bits.
const BITS: usize = 64;

/// A set of records.
#[derive(Clone, Debug, Default)]
pub(super) struct Reach(Vec<u64>);

impl Reach {
    /// None of so many records.
    pub(super) fn new(records: usize) -> Self {
        Self(vec![0; records.div_ceil(BITS)])
    }

    /// Adds a record.
    #[inline]
    pub(super) fn add(&mut self, record: RecordId) {
        let at = record as usize;
        if let Some(bits) = self.0.get_mut(at / BITS) {
            *bits |= 1 << (at % BITS);
        }
    }

    /// How many records are in all of the sets.
    pub(super) fn count_common(sets: &[&Self]) -> usize {
        let Some((first, others)) = sets.split_first() else { return 0 };
        let mut common = (*first).clone();
        for other in others {
            common.0.iter_mut().zip(&other.0).for_each(|(bits, other)| *bits &= other);
        }
        common.0.iter().map(|bits| bits.count_ones() as usize).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_in_all_sets_are_counted() {
        let of = |step: usize| {
            let mut reach = Reach::new(1000);
            (0..1000).step_by(step).for_each(|record| reach.add(record));
            reach
        };
        let (twos, threes) = (of(2), of(3));
        assert_eq!(Reach::count_common(&[&twos]), 500);
        assert_eq!(Reach::count_common(&[&twos, &threes, &twos]), 167);
        assert_eq!(Reach::count_common(&[]), 0);
    }
}
