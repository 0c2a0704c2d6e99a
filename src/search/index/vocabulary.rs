//! Every word of the corpus once, sorted, with the records in which it stands.

use crate::search::index::bits::Bits;
use crate::search::index::field::{self, Field};
use crate::search::index::hash::hash;
use crate::search::index::occurrence::Fields;
use crate::search::index::postings::{Entries, Postings, take_number};
use crate::search::index::record::RecordId;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A set of fields and of ways in which a word came about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::search) struct Places(u32);

impl Places {
    /// Joined of neighbouring words.
    pub(in crate::search) const COMPOUND: Self = Self(1 << 16);
    /// Written in capitals throughout in a name.
    pub(in crate::search) const CAPITALS: Self = Self(1 << 17);
    /// Part of the name of an actor or a place.
    pub(in crate::search) const NAME: Self = Self(1 << 18);
    /// Written otherwise in a name.
    pub(in crate::search) const SMALL: Self = Self(1 << 19);
    /// Names, titles and ids.
    pub(in crate::search) const STRONG: Self = Self(
        1 << field::place(Field::Title)
            | 1 << field::place(Field::Alias)
            | 1 << field::place(Field::Native)
            | 1 << field::place(Field::Id),
    );

    /// Addresses, names of copies, hashes, parts in events.
    pub(in crate::search) const ADDRESS: Self = Self::field(Field::Address);

    /// The field alone, and others of its weight.
    pub(in crate::search) const fn field(field: Field) -> Self {
        Self(1 << field::place(field))
    }

    /// Both.
    pub(in crate::search) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the sets have anything in common.
    pub(in crate::search) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether a word is known from initials alone.
    pub(in crate::search) const fn is_acronym(self) -> bool {
        self.0 & !(Self::CAPITALS.0 | Self::NAME.0) == 1 << field::place(Field::Acronym)
    }

    /// Whether a word stands in addresses alone, and nowhere where people write.
    pub(in crate::search) const fn is_of_address(self) -> bool {
        self.0 & (Self::COMPOUND.0 - 1) == Self::ADDRESS.0
    }

    /// Whether it is written in capitals wherever it is part of what something is called; of text alone
    /// nothing follows.
    pub(in crate::search) const fn is_in_capitals(self) -> bool {
        self.meets(Self::CAPITALS) && !self.meets(Self::SMALL)
    }

    /// All places of both; a word counts as joined only where it never stands by itself.
    pub(in crate::search) fn joined(self, other: Self) -> Self {
        let both = self.with(other);
        if self.meets(Self::COMPOUND) && other.meets(Self::COMPOUND) {
            return both;
        }
        Self(both.0 & !Self::COMPOUND.0)
    }
}

/// Most letters of an abbreviation of which a slip makes another one; in longer ones enough is left.
const LONGEST_ABBREVIATION: usize = 4;

/// Whether a word is so short, and written in capitals wherever it is part of a name, that each other
/// letter makes another abbreviation of it.
pub(in crate::search) fn is_abbreviation(word: &str, places: Places) -> bool {
    places.is_in_capitals() && word.len() <= LONGEST_ABBREVIATION
}

/// A word of the vocabulary.
pub(in crate::search) type WordId = u32;

/// The words of a corpus.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(in crate::search) struct Vocabulary {
    pub(in crate::search) letters: String,
    pub(in crate::search) ends: Vec<u32>,
    pub(in crate::search) masks: Vec<u64>,
    pub(in crate::search) places: Vec<Places>,
    /// The words of which only initials or capitals are known.
    pub(in crate::search) acronyms: Vec<WordId>,
    /// Records in whose names, titles or ids a word stands.
    pub(in crate::search) strong: Postings,
    /// Records in whose other texts it stands.
    pub(in crate::search) weak: Postings,
    pub(in crate::search) keys: Vec<(u64, WordId)>,
    pub(in crate::search) stems: Vec<(u64, WordId)>,
    /// Words of other scripts in Latin letters, in order.
    pub(in crate::search) latin: Vec<(Box<str>, WordId)>,
    /// For each record its names: place of the field and number of bytes, then the words.
    pub(in crate::search) names: Vec<u8>,
    pub(in crate::search) name_ends: Vec<u32>,
    /// Records in whose running text some of the words stand: of single words and of beginnings that
    /// stand in many, by the range of words.
    in_text: Vec<(Range<WordId>, Bits)>,
}

/// Fewest letters of a hash that mean it.
const SHORTEST_HASH: usize = 6;
/// Letters of the shortest hash that is in use (MD5).
const LONG_AS_HASH: usize = 32;
/// Letters of the beginnings of which it is known in which texts they stand.
pub(in crate::search) const SHORT_BEGINNING: usize = 2;
/// Words that stand in the text of every so many-th record are kept as bits: that takes as much
/// memory as a list of bytes and is added up in no time.
const OFTEN: usize = 8;

impl Vocabulary {
    /// A vocabulary without words.
    pub(in crate::search) fn new() -> Self {
        Self { weak: Postings::new(Fields::Weak), ..Self::default() }
    }

    /// How many words there are.
    pub(in crate::search) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A word's letters.
    pub(in crate::search) fn word(&self, id: WordId) -> &str {
        self.letters.get(between(&self.ends, id as usize)).unwrap_or_default()
    }

    /// Every word.
    pub(in crate::search) fn ids(&self) -> Range<WordId> {
        0..u32::try_from(self.len()).unwrap_or(u32::MAX)
    }

    /// Where a word stands, over all records.
    pub(in crate::search) fn places(&self, id: WordId) -> Places {
        self.places.get(id as usize).copied().unwrap_or_default()
    }

    /// The set of a word's letters.
    pub(in crate::search) fn mask(&self, id: WordId) -> u64 {
        self.masks.get(id as usize).copied().unwrap_or_default()
    }

    /// The words whose letters hold all but `missing` of those in the mask.
    pub(in crate::search) fn with_letters(
        &self,
        mask: u64,
        missing: usize,
    ) -> impl Iterator<Item = WordId> {
        // To take one letter after the other away is quicker than to count them.
        let fits = move |own: &u64| {
            (0..missing).fold(mask & !own, |rest, _| rest & rest.wrapping_sub(1)) == 0
        };
        (0..).zip(&self.masks).filter(move |(_, own)| fits(own)).map(|(id, _)| id)
    }

    /// The records in which a word stands in a name, title or id.
    pub(in crate::search) fn strong(&self, id: WordId) -> Entries<'_> {
        self.strong.of(id)
    }

    /// The records in which it stands, but not in a name, title or id.
    pub(in crate::search) fn weak(&self, id: WordId) -> Entries<'_> {
        self.weak.of(id)
    }

    /// The names and titles of a record: field and words without stop words, which are read into the
    /// given place.
    pub(in crate::search) fn names<'a>(
        &'a self,
        record: RecordId,
        words: &'a mut Vec<WordId>,
    ) -> Names<'a> {
        let bytes = self.names.get(between(&self.name_ends, record as usize));
        Names { bytes: bytes.unwrap_or_default(), words }
    }

    /// The word itself.
    pub(in crate::search) fn find(&self, word: &str) -> Option<WordId> {
        let id = self.first_from(word);
        (self.word(id) == word && !word.is_empty()).then_some(id)
    }

    /// The words that begin so; the word itself is the first of them.
    pub(in crate::search) fn beginning(&self, prefix: &str) -> Range<WordId> {
        let start = self.first_from(prefix);
        let end = partition(start..self.ids().end, |id| self.word(id).starts_with(prefix));
        start..end
    }

    /// Whether a word counts of which so many letters were typed.
    pub(in crate::search) fn counts(&self, id: WordId, letters: usize) -> bool {
        letters >= SHORTEST_HASH || !is_hash(self.word(id))
    }

    /// The words with this spelling key.
    pub(in crate::search) fn spelled(&self, key: &str) -> impl Iterator<Item = WordId> {
        run(&self.keys, hash(key))
    }

    /// The words of other scripts that in Latin letters begin so, with how they are written in these.
    pub(in crate::search) fn in_other_scripts(
        &self,
        latin: &str,
    ) -> impl Iterator<Item = (&str, WordId)> {
        let from = self.latin.partition_point(|(written, _)| **written < *latin);
        let words = self.latin.get(from..).unwrap_or_default().iter();
        let words = words.map(|(written, id)| (&**written, *id));
        words.take_while(move |(written, _)| written.starts_with(latin))
    }

    /// The words with this stem.
    pub(in crate::search) fn forms(&self, stem: &str) -> impl Iterator<Item = WordId> {
        run(&self.stems, hash(stem))
    }

    /// Records in whose running text one of the words stands, if it is known at once: for a single
    /// word or all that begin with the same two letters.
    pub(in crate::search) fn in_text(&self, words: Range<WordId>) -> Option<&Bits> {
        let key = |range: &Range<WordId>| (range.start, range.end);
        let at = self.in_text.binary_search_by_key(&key(&words), |(range, _)| key(range)).ok()?;
        self.in_text.get(at).map(|(_, records)| records)
    }

    /// Works out what is known at once of words that stand in many texts.
    pub(in crate::search) fn note_frequent(&mut self, records: usize) {
        let mut ranges: Vec<Range<WordId>> = self.ids().map(|word| word..word + 1).collect();
        let mut start = 0;
        while start < self.ids().end {
            let word = self.word(start);
            // A shorter word begins others as well.
            let second = word.char_indices().nth(SHORT_BEGINNING - 1);
            let end = second.map(|(at, letter)| at + letter.len_utf8());
            let beginning =
                end.and_then(|end| word.get(..end)).map(|letters| self.beginning(letters));
            let range = beginning.unwrap_or(start..start + 1);
            start = range.end.max(start + 1);
            ranges.extend(Some(range).filter(|range| range.len() > 1));
        }
        let known = |words: Range<WordId>| Some((words.clone(), self.frequent(&words, records)?));
        let mut noted: Vec<_> = ranges.into_iter().filter_map(known).collect();
        noted.sort_unstable_by_key(|(range, _)| (range.start, range.end));
        noted.shrink_to_fit();
        self.in_text = noted;
    }

    /// The texts in which words stand, if these are many; of several words those that a beginning
    /// of two letters may mean: joined words only where it is one.
    fn frequent(&self, words: &Range<WordId>, records: usize) -> Option<Bits> {
        let is_whole = |word: WordId| {
            words.len() == 1 || self.word(word).chars().nth(SHORT_BEGINNING).is_none()
        };
        let counts = |word: &WordId| {
            let places = self.places(*word);
            let is_other = places.is_acronym() || places.meets(Places::COMPOUND);
            is_whole(*word) || !is_other && self.counts(*word, SHORT_BEGINNING)
        };
        let entries = || words.clone().filter(counts).map(|word| self.weak(word));
        if entries().map(|entries| entries.most()).sum::<usize>() * OFTEN < records {
            return None;
        }
        let mut bits = Bits::new(records);
        entries().flatten().for_each(|(record, _)| {
            bits.insert(record);
        });
        (bits.count() * OFTEN >= records).then_some(bits)
    }

    /// Bytes in memory.
    pub(in crate::search) fn memory(&self) -> usize {
        self.letters.capacity()
            + (self.ends.capacity() + self.acronyms.capacity() + self.name_ends.capacity()) * 4
            + self.masks.capacity() * 8
            + self.places.capacity() * size_of::<Places>()
            + (self.keys.capacity() + self.stems.capacity()) * 16
            + self
                .latin
                .iter()
                .map(|(word, _)| word.len() + size_of::<(Box<str>, WordId)>())
                .sum::<usize>()
            + self.names.capacity()
            + self.in_text.iter().map(|(_, bits)| bits.memory() + 32).sum::<usize>()
            + self.strong.memory()
            + self.weak.memory()
    }

    fn first_from(&self, word: &str) -> WordId {
        partition(self.ids(), |id| self.word(id) < word)
    }
}

/// Decodes the names of one record, one after the other into the same place.
#[derive(Debug)]
pub(in crate::search) struct Names<'a> {
    bytes: &'a [u8],
    words: &'a mut Vec<WordId>,
}

impl Names<'_> {
    /// The place of the next name's field and its words; of fields that are not wanted none is read.
    pub(in crate::search) fn next(
        &mut self,
        is_wanted: impl Fn(u8) -> bool,
    ) -> Option<(u8, &[WordId])> {
        loop {
            let head = take_number(&mut self.bytes)?;
            let (mut name, rest) = self.bytes.split_at_checked(usize::try_from(head >> 4).ok()?)?;
            self.bytes = rest;
            let place = u8::try_from(head & 15).ok()?;
            if is_wanted(place) {
                self.words.clear();
                while let Some(word) = take_number(&mut name) {
                    self.words.push(u32::try_from(word).unwrap_or(u32::MAX));
                }
                return Some((place, self.words));
            }
        }
    }
}

/// The part of an arena that belongs to an entry, by where the parts end.
fn between(ends: &[u32], at: usize) -> Range<usize> {
    let start = at.checked_sub(1).and_then(|before| ends.get(before)).copied();
    let end = ends.get(at).copied().unwrap_or_default();
    start.unwrap_or_default() as usize..end as usize
}

fn run(sorted: &[(u64, WordId)], key: u64) -> impl Iterator<Item = WordId> {
    let start = sorted.partition_point(|(entry, _)| *entry < key);
    let rest = sorted.get(start..).unwrap_or_default();
    rest.iter().take_while(move |(entry, _)| *entry == key).map(|(_, id)| *id)
}

/// The first id of the range for which the test fails; it holds for a beginning of the range.
fn partition(range: Range<WordId>, holds: impl Fn(WordId) -> bool) -> WordId {
    let Range { mut start, mut end } = range;
    while start < end {
        let middle = start + (end - start) / 2;
        if holds(middle) {
            start = middle + 1;
        } else {
            end = middle;
        }
    }
    start
}

/// Whether a word is a hash, of which a few letters begin like any word by chance.
fn is_hash(word: &str) -> bool {
    word.len() >= LONG_AS_HASH && word.bytes().all(|letter| letter.is_ascii_hexdigit())
}

/// The set of a word's letters: Latin letters and digits have a bit each, the rest share.
pub(in crate::search) fn letter_mask(word: &str) -> u64 {
    word.chars().fold(0, |mask, letter| {
        let bit = match letter {
            'a'..='z' => u32::from(letter) - u32::from('a'),
            '0'..='9' => 26 + u32::from(letter) - u32::from('0'),
            other => 36 + u32::from(other) % 28,
        };
        mask | 1 << bit
    })
}
