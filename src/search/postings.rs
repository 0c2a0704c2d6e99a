//! The records in which each word stands, packed: some hundred words stand in every record, so each
//! byte counts a hundred times.

use super::{Field, rank};

/// A record of the corpus.
pub(super) type RecordId = u32;

/// Lists of records, one for each word in the order of the words.
///
/// An entry is the distance to the record before with the weightiest field in which the word stands,
/// in groups of seven bits.
#[derive(Debug, Default)]
pub(super) struct Postings {
    bytes: Vec<u8>,
    ends: Vec<u32>,
}

impl Postings {
    /// Adds the list of the next word; records ascend.
    pub(super) fn push(&mut self, list: impl Iterator<Item = (RecordId, Field)>) {
        let mut before = 0;
        for (record, field) in list {
            let step = u64::from(record - before);
            push_number(&mut self.bytes, step << 4 | u64::from(rank::place(field)));
            before = record;
        }
        self.ends.push(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
    }

    /// The records of a word with the place of the field among the fields, in order.
    pub(super) fn of(&self, word: u32) -> Entries<'_> {
        let at = word as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(at).copied().unwrap_or_default();
        let range = start.unwrap_or_default() as usize..end as usize;
        Entries { bytes: self.bytes.get(range).unwrap_or_default(), record: 0 }
    }

    /// Bytes in memory.
    pub(super) fn memory(&self) -> usize {
        self.bytes.capacity() + self.ends.capacity() * size_of::<u32>()
    }

    /// Gives back what was reserved and not used.
    pub(super) fn shrink(&mut self) {
        self.bytes.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

/// The records of one word.
#[derive(Clone, Debug)]
pub(super) struct Entries<'a> {
    bytes: &'a [u8],
    record: RecordId,
}

impl Entries<'_> {
    /// There are no more than so many.
    pub(super) fn most(&self) -> usize {
        self.bytes.len()
    }
}

impl Iterator for Entries<'_> {
    type Item = (RecordId, u8);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let number = take_number(&mut self.bytes)?;
        self.record += u32::try_from(number >> 4).unwrap_or_default();
        Some((self.record, low_bits(number & 15)))
    }
}

/// Appends a number in groups of seven bits, the last one marked.
pub(super) fn push_number(bytes: &mut Vec<u8>, number: u64) {
    let mut rest = number;
    while rest >= 0x80 {
        bytes.push(low_bits(rest));
        rest >>= 7;
    }
    bytes.push(low_bits(rest) | 0x80);
}

fn low_bits(number: u64) -> u8 {
    u8::try_from(number & 0x7f).unwrap_or_default()
}

/// Takes a number from the front.
#[inline]
pub(super) fn take_number(bytes: &mut &[u8]) -> Option<u64> {
    let (mut byte, mut rest) = bytes.split_first()?;
    let mut number = u64::from(byte & 0x7f);
    let mut shift = 7;
    while *byte < 0x80 {
        (byte, rest) = rest.split_first()?;
        number |= u64::from(byte & 0x7f) << shift;
        shift += 7;
    }
    *bytes = rest;
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out() {
        let mut postings = Postings::default();
        let lists: [&[(RecordId, Field)]; 3] = [
            &[(0, Field::Title), (1, Field::Linked), (70_000, Field::Claim)],
            &[],
            &[(u32::MAX, Field::Id)],
        ];
        for list in lists {
            postings.push(list.iter().copied());
        }
        for (word, list) in (0..).zip(lists) {
            let expected: Vec<_> =
                list.iter().map(|(record, field)| (*record, rank::place(*field))).collect();
            assert_eq!(postings.of(word).collect::<Vec<_>>(), expected);
        }
        assert_eq!(postings.of(3).count(), 0);
    }
}
