//! A record that was found, and the order of those.

use crate::search::index::record::RecordId;
use std::cmp::Reverse;

/// A record that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) struct Ranked {
    /// The record.
    pub(in crate::search) record: RecordId,
    /// Higher is better.
    pub(in crate::search) score: u32,
    /// Where the words and dates of the query stand.
    pub(in crate::search) fields: FieldPlaces,
}

impl Ranked {
    /// Best first: of equals the record with the lower number.
    #[inline]
    pub(in crate::search) fn order(&self) -> Reverse<u64> {
        Reverse(order(self.score, self.record))
    }
}

/// The order of rank in one number, greater for what comes before.
#[inline]
pub(in crate::search) fn order(score: u32, record: RecordId) -> u64 {
    u64::from(score) << 32 | u64::from(!record)
}

/// The places of the fields in which the words and dates of a query count, by their number in it; of
/// more than sixteen nobody knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) struct FieldPlaces(u64);

impl FieldPlaces {
    /// In no field.
    pub(in crate::search) const NONE: Self = Self(u64::MAX);
    /// Bits of a place.
    const BITS: usize = 4;

    /// With the place of one of them.
    #[must_use]
    #[inline]
    pub(in crate::search) fn with(self, at: usize, place: u8) -> Self {
        let shift = at * Self::BITS;
        let mask = 15_u64.checked_shl(u32::try_from(shift).unwrap_or(u32::MAX)).unwrap_or_default();
        let place = u64::from(place.min(15)) << (shift % 64);
        Self(self.0 & !mask | place & mask)
    }

    /// The place of one of them.
    pub(in crate::search) fn get(self, at: usize) -> Option<u8> {
        let place = (at < 16).then(|| self.0 >> (at * Self::BITS) & 15)?;
        u8::try_from(place).ok().filter(|place| *place < 15)
    }

    /// The places of all as a set, a bit for each.
    pub(in crate::search) fn set(self) -> u16 {
        (0..16).filter_map(|at| self.get(at)).fold(0, |set, place| set | 1 << place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_kept_by_number() {
        let places = FieldPlaces::NONE.with(0, 3).with(15, 12).with(16, 1);
        assert_eq!((places.get(0), places.get(15)), (Some(3), Some(12)));
        assert_eq!((places.get(1), places.get(16), places.get(40)), (None, None, None));
        assert_eq!(places.with(0, 5).set(), 1 << 5 | 1 << 12);
    }
}
