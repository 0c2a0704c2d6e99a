//! How a word stands in a record, in one byte of each posting: with it a single word is ranked
//! without a look at any name.

use super::Field;
use super::rank;

/// Words of a name that are told apart; a longer one counts as the longest of these that it holds.
const LENGTHS: [u8; 8] = [1, 2, 3, 4, 5, 6, 7, 10];

/// The weightiest way in which a word stands in a record: the field, how many words its text has
/// without stop words, and whether the word is the first of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Occurrence(u8);

impl Occurrence {
    /// How many there may be.
    pub(super) const COUNT: usize = 256;

    /// A word in a text of so many.
    pub(super) fn new(field: Field, words: usize, begins: bool) -> Self {
        let longer = LENGTHS.iter().filter(|length| usize::from(**length) <= words).count();
        let length = u8::try_from(longer.saturating_sub(1)).unwrap_or_default();
        Self(length << 5 | u8::from(begins) << 4 | rank::place(field))
    }

    /// The one with this number.
    pub(super) fn from_number(number: u8) -> Self {
        Self(number)
    }

    /// Its number; of its lower four bits not all are set.
    pub(super) fn number(self) -> u8 {
        self.0
    }

    /// The place of the field in the order of the weights.
    pub(super) fn place(self) -> u8 {
        self.0 & 15
    }

    /// Words of the text.
    pub(super) fn words(self) -> usize {
        LENGTHS.get(usize::from(self.0 >> 5)).copied().unwrap_or_default().into()
    }

    /// Whether the word is the first of the text.
    pub(super) fn begins(self) -> bool {
        self.0 & 16 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out() {
        for (field, _) in rank::WEIGHTS {
            for (words, kept) in [(0, 1), (1, 1), (2, 2), (7, 7), (9, 7), (10, 10), (300, 10)] {
                for begins in [false, true] {
                    let occurrence = Occurrence::new(field, words, begins);
                    assert_eq!(rank::field_at(occurrence.place()), field);
                    assert_eq!((occurrence.words(), occurrence.begins()), (kept, begins));
                    assert_ne!(occurrence.place(), 15);
                }
            }
        }
    }
}
