//! Every word of the corpus once, sorted, with the records in which it stands.

use super::Field;
use super::bits::Bits;
use super::hash::hash;
use super::occurrence::Fields;
use super::postings::{Entries, Postings, RecordId, take_number};
use std::ops::Range;

/// A set of fields and of ways in which a word came about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Places(u32);

impl Places {
    /// Joined of neighbouring words.
    pub(super) const COMPOUND: Self = Self(1 << 16);
    /// Written in capitals throughout.
    pub(super) const CAPITALS: Self = Self(1 << 17);
    /// Part of the name of an actor or a place.
    pub(super) const NAME: Self = Self(1 << 18);
    /// Written with a small letter first, in something else than a name or id.
    pub(super) const SMALL: Self = Self(1 << 19);
    /// Names, titles and ids.
    pub(super) const STRONG: Self = Self(
        1 << Field::Title.place()
            | 1 << Field::Alias.place()
            | 1 << Field::Native.place()
            | 1 << Field::Id.place(),
    );

    /// Addresses, names of copies, hashes, parts in events.
    pub(super) const ADDRESS: Self = Self::field(Field::Address);

    /// The field alone, and others of its weight.
    pub(super) const fn field(field: Field) -> Self {
        Self(1 << field.place())
    }

    /// Both.
    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the sets have anything in common.
    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether a word is known from initials alone.
    pub(super) const fn is_acronym(self) -> bool {
        self.0 & !(Self::CAPITALS.0 | Self::NAME.0) == 1 << Field::Acronym.place()
    }

    /// Whether it is a proper name: part of one, and nowhere else written small.
    pub(super) const fn is_proper(self) -> bool {
        self.meets(Self::NAME) && !self.meets(Self::SMALL)
    }

    /// All places of both; a word counts as joined only where it never stands by itself.
    pub(super) fn joined(self, other: Self) -> Self {
        let both = self.with(other);
        if self.meets(Self::COMPOUND) && other.meets(Self::COMPOUND) {
            return both;
        }
        Self(both.0 & !Self::COMPOUND.0)
    }
}

/// A word of the vocabulary.
pub(super) type WordId = u32;

/// The words of a corpus.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    pub(super) letters: String,
    pub(super) ends: Vec<u32>,
    pub(super) masks: Vec<u64>,
    pub(super) places: Vec<Places>,
    /// The words of which only initials or capitals are known.
    pub(super) acronyms: Vec<WordId>,
    /// Records in whose names, titles or ids a word stands.
    pub(super) strong: Postings,
    /// Records in whose other texts it stands.
    pub(super) weak: Postings,
    pub(super) keys: Vec<(u64, WordId)>,
    pub(super) stems: Vec<(u64, WordId)>,
    /// Words of other scripts in Latin letters, in order.
    pub(super) latin: Vec<(Box<str>, WordId)>,
    /// For each record its names: place of the field and number of bytes, then the words.
    pub(super) names: Vec<u8>,
    pub(super) name_ends: Vec<u32>,
    /// Records in whose running text some of the words stand: of single words and of beginnings that
    /// stand in many, by the range of words.
    in_text: Vec<(Range<WordId>, Bits)>,
}

/// Fewest letters of a hash that mean it.
const SHORTEST_HASH: usize = 6;
/// Letters of the shortest hash that is in use (MD5).
const LONG_AS_HASH: usize = 32;
/// Letters of the beginnings of which it is known in which texts they stand.
pub(super) const SHORT_BEGINNING: usize = 2;
/// Words that stand in the text of every so many-th record are kept as bits: that takes as much
/// memory as a list of bytes and is added up in no time.
const OFTEN: usize = 8;

impl Vocabulary {
    /// A vocabulary without words.
    pub(super) fn new() -> Self {
        Self { weak: Postings::new(Fields::Weak), ..Self::default() }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A word's letters.
    pub(super) fn word(&self, id: WordId) -> &str {
        self.letters.get(between(&self.ends, id as usize)).unwrap_or_default()
    }

    /// Every word.
    pub(super) fn ids(&self) -> Range<WordId> {
        0..u32::try_from(self.len()).unwrap_or(u32::MAX)
    }

    /// Where a word stands, over all records.
    pub(super) fn places(&self, id: WordId) -> Places {
        self.places.get(id as usize).copied().unwrap_or_default()
    }

    /// The set of a word's letters.
    pub(super) fn mask(&self, id: WordId) -> u64 {
        self.masks.get(id as usize).copied().unwrap_or_default()
    }

    /// The words whose letters hold all but `missing` of those in the mask.
    pub(super) fn with_letters(&self, mask: u64, missing: usize) -> impl Iterator<Item = WordId> {
        // To take one letter after the other away is quicker than to count them.
        let fits = move |own: &u64| {
            (0..missing).fold(mask & !own, |rest, _| rest & rest.wrapping_sub(1)) == 0
        };
        (0..).zip(&self.masks).filter(move |(_, own)| fits(own)).map(|(id, _)| id)
    }

    /// The records in which a word stands in a name, title or id.
    pub(super) fn strong(&self, id: WordId) -> Entries<'_> {
        self.strong.of(id)
    }

    /// The records in which it stands, but not in a name, title or id.
    pub(super) fn weak(&self, id: WordId) -> Entries<'_> {
        self.weak.of(id)
    }

    /// The names and titles of a record: field and words without stop words, which are read into the
    /// given place.
    pub(super) fn names<'a>(&'a self, record: RecordId, words: &'a mut Vec<WordId>) -> Names<'a> {
        let bytes = self.names.get(between(&self.name_ends, record as usize));
        Names { bytes: bytes.unwrap_or_default(), words }
    }

    /// The word itself.
    pub(super) fn find(&self, word: &str) -> Option<WordId> {
        let id = self.first_from(word);
        (self.word(id) == word && !word.is_empty()).then_some(id)
    }

    /// The words that begin so; the word itself is the first of them.
    pub(super) fn beginning(&self, prefix: &str) -> Range<WordId> {
        let start = self.first_from(prefix);
        let end = partition(start..self.ids().end, |id| self.word(id).starts_with(prefix));
        start..end
    }

    /// Whether a word counts of which so many letters were typed.
    pub(super) fn counts(&self, id: WordId, letters: usize) -> bool {
        letters >= SHORTEST_HASH || !is_hash(self.word(id))
    }

    /// The words with this spelling key.
    pub(super) fn spelled(&self, key: &str) -> impl Iterator<Item = WordId> {
        run(&self.keys, hash(key))
    }

    /// The words of other scripts that in Latin letters begin so, with how they are written in these.
    pub(super) fn in_other_scripts(&self, latin: &str) -> impl Iterator<Item = (&str, WordId)> {
        let from = self.latin.partition_point(|(written, _)| **written < *latin);
        let words = self.latin.get(from..).unwrap_or_default().iter();
        let words = words.map(|(written, id)| (&**written, *id));
        words.take_while(move |(written, _)| written.starts_with(latin))
    }

    /// The words with this stem.
    pub(super) fn forms(&self, stem: &str) -> impl Iterator<Item = WordId> {
        run(&self.stems, hash(stem))
    }

    /// Records in whose running text one of the words stands, if it is known at once: for a single
    /// word or all that begin with the same two letters.
    pub(super) fn in_text(&self, words: Range<WordId>) -> Option<&Bits> {
        let key = |range: &Range<WordId>| (range.start, range.end);
        let at = self.in_text.binary_search_by_key(&key(&words), |(range, _)| key(range)).ok()?;
        self.in_text.get(at).map(|(_, records)| records)
    }

    /// Works out what is known at once of words that stand in many texts.
    pub(super) fn note_frequent(&mut self, records: usize) {
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
    pub(super) fn memory(&self) -> usize {
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
pub(super) struct Names<'a> {
    bytes: &'a [u8],
    words: &'a mut Vec<WordId>,
}

impl Names<'_> {
    /// The place of the next name's field and its words; of fields that are not wanted none is read.
    pub(super) fn next(&mut self, is_wanted: impl Fn(u8) -> bool) -> Option<(u8, &[WordId])> {
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
pub(super) fn letter_mask(word: &str) -> u64 {
    word.chars().fold(0, |mask, letter| {
        let bit = match letter {
            'a'..='z' => u32::from(letter) - u32::from('a'),
            '0'..='9' => 26 + u32::from(letter) - u32::from('0'),
            other => 36 + u32::from(other) % 28,
        };
        mask | 1 << bit
    })
}
