//! How a word stands in a record, in one byte of each posting: with it a single word is ranked
//! without a look at any name.

use crate::search::index::field::{self, Field};
use serde::{Deserialize, Serialize};
/// A step of what a name adds: no finer difference decides anything.
const STEP: u32 = 10;
/// Bits of the number of steps.
const BITS: u32 = 5;
/// No word stands in a field of this number, so a byte with it is none of these.
const NO_FIELD: u8 = 7;

/// How a word stands in a record: the weightiest field, and the most that one of the record's names
/// adds for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) struct Occurrence {
    place: u8,
    steps: u8,
}

impl Occurrence {
    /// A byte that is none.
    pub(in crate::search) const NONE: u8 = u8::MAX;

    /// A word in a field, of which its text adds so much.
    pub(in crate::search) fn new(field: Field, bonus: u32) -> Self {
        let most = (1 << BITS) - 1;
        let steps = u8::try_from((bonus + STEP / 2) / STEP).unwrap_or(most).min(most);
        Self { place: field::place(field), steps }
    }

    /// The better of both in each respect.
    pub(in crate::search) fn joined(self, other: Self) -> Self {
        Self { place: self.place.min(other.place), steps: self.steps.max(other.steps) }
    }

    /// The place of the field in the order of the weights.
    #[inline]
    pub(in crate::search) fn place(self) -> u8 {
        self.place
    }

    /// What names add for a word that is a mere beginning.
    #[inline]
    pub(in crate::search) fn bonus(self) -> u32 {
        u32::from(self.steps) * STEP
    }

    /// In one byte, beside others of the same kind of field: name or running text.
    pub(in crate::search) fn packed(self) -> u8 {
        (self.place - first_place(self.place)) << BITS | self.steps
    }

    /// What is in a byte among those of one kind of field; `None` where it is none.
    #[inline]
    pub(in crate::search) fn unpacked(byte: u8, fields: Fields) -> Option<Self> {
        let number = byte >> BITS;
        let first = match fields {
            Fields::Strong => 0,
            Fields::Weak => FIRST_WEAK,
        };
        let steps = byte & ((1 << BITS) - 1);
        (number != NO_FIELD).then_some(Self { place: number + first, steps })
    }
}

/// A kind of field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::search) enum Fields {
    /// Names, titles, ids and what else tells what a record is called.
    #[default]
    Strong,
    /// Running text.
    Weak,
}

/// The place of the weightiest field of running text.
const FIRST_WEAK: u8 = field::place(Field::Id) + 1;

fn first_place(place: u8) -> u8 {
    if place < FIRST_WEAK { 0 } else { FIRST_WEAK }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out() {
        for (field, _) in field::WEIGHTS {
            let fields = if field::is_strong(field) { Fields::Strong } else { Fields::Weak };
            for (bonus, kept) in [(0, 0), (4, 0), (5, 10), (188, 190), (288, 290), (9999, 310)] {
                let occurrence = Occurrence::new(field, bonus);
                assert_eq!(field::field_at(occurrence.place()), field);
                assert_eq!(occurrence.bonus(), kept);
                let byte = occurrence.packed();
                assert_eq!(Occurrence::unpacked(byte, fields), Some(occurrence));
            }
        }
        assert_eq!(Occurrence::unpacked(Occurrence::NONE, Fields::Weak), None);
    }
}
