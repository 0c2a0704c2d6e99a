//! Every word of the corpus once, sorted, with the records in which it stands.

use super::Field;
use super::corpus::{Corpus, RecordText};
use super::fold::{self, Gap, Word};
use super::query::is_stop_word;
use super::spelling;
use std::collections::HashMap;
use std::ops::Range;

/// A set of fields and of ways in which a word came about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Places(u16);

impl Places {
    /// Joined of neighbouring words.
    pub(super) const COMPOUND: Self = Self(1 << 13);
    /// Written in capitals throughout.
    pub(super) const CAPITALS: Self = Self(1 << 14);
    /// Part of the name of an actor or a place.
    pub(super) const NAME: Self = Self(1 << 15);
    /// Names, titles and ids.
    pub(super) const STRONG: Self = Self(
        1 << Field::Title as u16
            | 1 << Field::Alias as u16
            | 1 << Field::Native as u16
            | 1 << Field::Id as u16,
    );

    /// The field alone.
    pub(super) const fn field(field: Field) -> Self {
        Self(1 << field as u16)
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
        self.0 & !(Self::CAPITALS.0 | Self::NAME.0) == 1 << Field::Acronym as u16
    }
}

/// A word of the vocabulary.
pub(super) type WordId = u32;
/// A record of the corpus.
pub(super) type RecordId = u32;

/// One name, title or keyword as its words.
#[derive(Debug)]
pub(super) struct NameWords {
    /// Which field it stands in.
    pub(super) field: Field,
    /// Its words in order, without stop words.
    pub(super) words: Box<[WordId]>,
}

/// The words of a corpus.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    letters: String,
    ends: Vec<u32>,
    masks: Vec<u64>,
    places: Vec<Places>,
    postings: Vec<Box<[(RecordId, Places)]>>,
    keys: Vec<(Box<str>, WordId)>,
    stems: Vec<(Box<str>, WordId)>,
    names: Vec<Box<[NameWords]>>,
}

impl Vocabulary {
    /// Reads a corpus.
    pub(super) fn new(corpus: &Corpus) -> Self {
        let mut collector = Collector::default();
        for (index, record) in corpus.records.iter().enumerate() {
            collector.record(u32::try_from(index).unwrap_or(u32::MAX), record);
        }
        collector.finish()
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// How many records there are.
    pub(super) fn record_count(&self) -> usize {
        self.names.len()
    }

    /// A word's letters.
    pub(super) fn word(&self, id: WordId) -> &str {
        let at = id as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(at).copied().unwrap_or_default();
        self.letters.get(start.unwrap_or_default() as usize..end as usize).unwrap_or_default()
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

    /// The records in which a word stands, in order.
    pub(super) fn postings(&self, id: WordId) -> &[(RecordId, Places)] {
        self.postings.get(id as usize).map(AsRef::as_ref).unwrap_or_default()
    }

    /// The names and titles of a record.
    pub(super) fn names(&self, record: RecordId) -> &[NameWords] {
        self.names.get(record as usize).map(AsRef::as_ref).unwrap_or_default()
    }

    /// The word itself.
    pub(super) fn find(&self, word: &str) -> Option<WordId> {
        let id = self.first_from(word);
        (self.word(id) == word && !word.is_empty()).then_some(id)
    }

    /// The words that begin so; the word itself is the first of them.
    pub(super) fn beginning(&self, prefix: &str) -> Range<WordId> {
        let start = self.first_from(prefix);
        let length = partition(start..self.ids().end, |id| self.word(id).starts_with(prefix));
        start..length
    }

    /// The words with this spelling key.
    pub(super) fn spelled(&self, key: &str) -> impl Iterator<Item = WordId> {
        run(&self.keys, key)
    }

    /// The words with this stem.
    pub(super) fn forms(&self, stem: &str) -> impl Iterator<Item = WordId> {
        run(&self.stems, stem)
    }

    fn first_from(&self, word: &str) -> WordId {
        partition(self.ids(), |id| self.word(id) < word)
    }
}

fn run<'a>(sorted: &'a [(Box<str>, WordId)], key: &str) -> impl Iterator<Item = WordId> + use<'a> {
    let start = sorted.partition_point(|(entry, _)| entry.as_ref() < key);
    let end = sorted.partition_point(|(entry, _)| entry.as_ref() <= key);
    sorted.get(start..end).unwrap_or_default().iter().map(|(_, id)| *id)
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

/// Words in the order in which they are met.
#[derive(Default)]
struct Collector {
    known: HashMap<Box<str>, WordId>,
    words: Vec<Box<str>>,
    postings: Vec<Vec<(RecordId, Places)>>,
    names: Vec<Vec<(Field, Vec<WordId>)>>,
}

impl Collector {
    fn record(&mut self, id: RecordId, record: &RecordText) {
        let mut names = Vec::new();
        for (field, text) in &record.fields {
            let words = fold::words(text.as_str());
            let mut here = Places::field(*field);
            let strong = here.meets(Places::STRONG);
            if strong && record.is_named() && *field != Field::Id {
                here = here.with(Places::NAME);
            }
            let is_name = strong || matches!(field, Field::Role | Field::Keyword);
            let mut name = Vec::new();
            for word in &words {
                let capitals = word.capitals && (2..=6).contains(&word.folded.len());
                let place = if capitals { here.with(Places::CAPITALS) } else { here };
                let met = self.add(&word.folded, id, place);
                if !is_stop_word(&word.folded) {
                    name.push(met);
                }
            }
            self.compounds(id, &words, here, strong);
            if is_name {
                names.push((*field, name));
            }
            // Titles of events are sentences, and those have no initials.
            if here.meets(Places::NAME) || *field == Field::Publisher {
                for initials in initials(&words) {
                    self.add(&initials, id, Places::field(Field::Acronym));
                }
            }
        }
        self.names.push(names);
    }

    /// Neighbours as one word: hyphenated ones everywhere, others in names and titles, a name's
    /// initial with the name after it.
    fn compounds(&mut self, id: RecordId, words: &[Word], here: Places, strong: bool) {
        let place = here.with(Places::COMPOUND);
        for pair in words.windows(2) {
            let [first, second] = pair else { continue };
            if !(strong || second.gap == Gap::Hyphen) || is_stop_word(&first.folded) {
                continue;
            }
            self.add(&format!("{}{}", first.folded, second.folded), id, place);
            if here.meets(Places::NAME) && first.capital && second.capital {
                let initial: String = first.folded.chars().take(1).collect();
                self.add(&format!("{initial}{}", second.folded), id, place);
            }
        }
        for three in words.windows(3) {
            if strong || three.iter().skip(1).all(|word| word.gap == Gap::Hyphen) {
                let joined: String = three.iter().map(|word| word.folded.as_str()).collect();
                self.add(&joined, id, place);
            }
        }
    }

    fn add(&mut self, word: &str, record: RecordId, places: Places) -> WordId {
        let id = self.known.get(word).copied().unwrap_or_else(|| {
            let id = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
            self.known.insert(Box::from(word), id);
            self.words.push(Box::from(word));
            self.postings.push(Vec::new());
            id
        });
        if let Some(postings) = self.postings.get_mut(id as usize) {
            match postings.last_mut() {
                Some((last, known)) if *last == record => *known = joined(*known, places),
                _ => postings.push((record, places)),
            }
        }
        id
    }

    fn finish(self) -> Vocabulary {
        let mut order: Vec<_> = self.words.into_iter().zip(self.postings).enumerate().collect();
        order.sort_unstable_by(|(_, (one, _)), (_, (other, _))| one.cmp(other));
        let mut moved = vec![0; order.len()];
        let mut vocabulary = Vocabulary::default();
        for (id, (at, (word, postings))) in (0..).zip(order) {
            if let Some(slot) = moved.get_mut(at) {
                *slot = id;
            }
            vocabulary.push(id, &word, postings);
        }
        vocabulary.keys.sort_unstable();
        vocabulary.stems.sort_unstable();
        let rename = |id: WordId| moved.get(id as usize).copied().unwrap_or_default();
        vocabulary.names = self
            .names
            .into_iter()
            .map(|names| {
                let named = names.into_iter().map(|(field, words)| NameWords {
                    field,
                    words: words.into_iter().map(rename).collect(),
                });
                named.collect()
            })
            .collect();
        vocabulary
    }
}

impl Vocabulary {
    fn push(&mut self, id: WordId, word: &str, postings: Vec<(RecordId, Places)>) {
        let places = postings
            .iter()
            .fold(None, |all, (_, places)| Some(all.map_or(*places, |all| joined(all, *places))));
        let places = places.unwrap_or_default();
        // Abbreviations are letters, not sounds: "thames" is no spelling of TIMS.
        if places.meets(Places::NAME) && !places.meets(Places::CAPITALS.with(Places::COMPOUND)) {
            self.keys.extend(spelling::keys(word).into_iter().map(|key| (key.into(), id)));
        }
        let stem = spelling::stem(word);
        if stem.len() >= 4 && !places.meets(Places::COMPOUND) && !places.is_acronym() {
            self.stems.push((stem.into(), id));
        }
        self.letters.push_str(word);
        self.ends.push(u32::try_from(self.letters.len()).unwrap_or(u32::MAX));
        self.masks.push(letter_mask(word));
        self.places.push(places);
        self.postings.push(postings.into());
    }
}

/// All places of both; a word counts as joined only where it never stands by itself.
fn joined(one: Places, other: Places) -> Places {
    let both = one.with(other);
    if one.meets(Places::COMPOUND) && other.meets(Places::COMPOUND) {
        return both;
    }
    Places(both.0 & !Places::COMPOUND.0)
}

/// Initials of a run of 3 to 6 capitalised words, with and without the small words between.
pub(super) fn initials(words: &[Word]) -> Vec<String> {
    const SMALL: &[&str] = &["of", "for", "and", "the", "on", "in"];
    let mut found = Vec::new();
    let mut run: Vec<&Word> = Vec::new();
    for word in words.iter().map(Some).chain([None]) {
        let goes_on = word.is_some_and(|word| {
            let is_small = !run.is_empty() && SMALL.contains(&&*word.folded);
            (word.capital || is_small) && (run.is_empty() || word.gap != Gap::Mark)
        });
        if !goes_on {
            let of = |skip: &[&str]| -> String {
                let kept = run.iter().filter(|word| !skip.contains(&&*word.folded));
                kept.filter_map(|word| word.folded.chars().next()).collect()
            };
            for initials in [of(&[]), of(SMALL), of(&["and", "the", "&"])] {
                if (3..=6).contains(&initials.chars().count()) && !found.contains(&initials) {
                    found.push(initials);
                }
            }
            run.clear();
        }
        run.extend(word.filter(|word| goes_on || word.capital));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_skip_small_words_or_keep_them() {
        let of = |text| initials(&fold::words(text));
        assert_eq!(of("Israel National Cyber Directorate"), ["incd"]);
        assert!(of("Ministry of Intelligence and Security (Iran)").contains(&"mois".to_owned()));
        assert!(of("Atomic Energy Organization of Iran").contains(&"aeoi".to_owned()));
        assert!(of("the attack on Albania").is_empty());
    }
}
