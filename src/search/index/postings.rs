//! The records in which each word stands: some hundred words stand in every record, so each byte
//! counts a hundred times.

use crate::search::index::occurrence::{Fields, Occurrence};
use crate::search::index::record::RecordId;
use serde::{Deserialize, Serialize};
/// Bits of a step.
const STEP: u32 = u16::BITS;

/// Lists of records, one for each word in the order of the words.
///
/// An entry is the distance to the record before and how the word stands there. All entries have the
/// same size, and one that is no occurrence has the upper half of a longer step: to read groups of
/// bits of which nobody knows how many follow takes three times as long.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(in crate::search) struct Postings {
    steps: Vec<u16>,
    occurrences: Vec<u8>,
    ends: Vec<u32>,
    fields: Fields,
}

impl Postings {
    /// Lists of one kind of field.
    pub(in crate::search) fn new(fields: Fields) -> Self {
        Self { fields, ..Self::default() }
    }

    /// Adds the list of the next word; records ascend.
    pub(in crate::search) fn push(&mut self, list: impl Iterator<Item = (RecordId, Occurrence)>) {
        let mut before = 0;
        for (record, occurrence) in list {
            let step = record - before;
            if step >> STEP != 0 {
                self.entry(step >> STEP, Occurrence::NONE);
            }
            self.entry(step & u32::from(u16::MAX), occurrence.packed());
            before = record;
        }
        self.ends.push(u32::try_from(self.steps.len()).unwrap_or(u32::MAX));
    }

    fn entry(&mut self, step: u32, occurrence: u8) {
        self.steps.push(u16::try_from(step).unwrap_or(u16::MAX));
        self.occurrences.push(occurrence);
    }

    /// The records of a word in order, with how it stands there.
    pub(in crate::search) fn of(&self, word: u32) -> Entries<'_> {
        let at = word as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(at).copied().unwrap_or_default();
        let range = start.unwrap_or_default() as usize..end as usize;
        let steps = self.steps.get(range.clone()).unwrap_or_default();
        let occurrences = self.occurrences.get(range).unwrap_or_default();
        Entries { rest: steps.iter().zip(occurrences), record: 0, fields: self.fields }
    }

    /// Bytes in memory.
    pub(in crate::search) fn memory(&self) -> usize {
        self.steps.capacity() * size_of::<u16>()
            + self.occurrences.capacity()
            + self.ends.capacity() * size_of::<u32>()
    }

    /// Gives back what was reserved and not used.
    pub(in crate::search) fn shrink(&mut self) {
        self.steps.shrink_to_fit();
        self.occurrences.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

/// The records of one word.
#[derive(Clone, Debug)]
pub(in crate::search) struct Entries<'a> {
    rest: std::iter::Zip<std::slice::Iter<'a, u16>, std::slice::Iter<'a, u8>>,
    record: RecordId,
    fields: Fields,
}

impl Entries<'_> {
    /// There are no more than so many.
    pub(in crate::search) fn most(&self) -> usize {
        self.rest.len()
    }
}

impl Iterator for Entries<'_> {
    type Item = (RecordId, Occurrence);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (step, byte) = self.rest.next()?;
            if let Some(occurrence) = Occurrence::unpacked(*byte, self.fields) {
                self.record += u32::from(*step);
                return Some((self.record, occurrence));
            }
            self.record += u32::from(*step) << STEP;
        }
    }
}

/// Appends a number in groups of seven bits, the last one marked.
pub(in crate::search) fn push_number(bytes: &mut Vec<u8>, number: u64) {
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
pub(in crate::search) fn take_number(bytes: &mut &[u8]) -> Option<u64> {
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
    use crate::search::index::field::Field;

    #[test]
    fn what_goes_in_comes_out() {
        let title = Occurrence::new(Field::Title, 288);
        let linked = Occurrence::new(Field::Id, 40);
        let mut postings = Postings::new(Fields::Strong);
        let lists: [&[(RecordId, Occurrence)]; 3] = [
            &[(0, title), (1, linked), (65_535, title), (65_536, linked), (200_000, title)],
            &[],
            &[(u32::MAX, linked)],
        ];
        for list in lists {
            postings.push(list.iter().copied());
        }
        for (word, list) in (0..).zip(lists) {
            assert_eq!(postings.of(word).collect::<Vec<_>>(), list);
        }
        assert_eq!(postings.of(3).count(), 0);
    }

    #[test]
    fn numbers_of_any_size_come_back() {
        let mut bytes = Vec::new();
        let numbers = [0, 1, 127, 128, 300_000, u64::MAX];
        for number in numbers {
            push_number(&mut bytes, number);
        }
        let mut rest = bytes.as_slice();
        for number in numbers {
            assert_eq!(take_number(&mut rest), Some(number));
        }
        assert_eq!(take_number(&mut rest), None);
    }
}
