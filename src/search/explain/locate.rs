//! Where in the texts of a record a word stands.

use crate::search::explain::read::{ReadText, ReadTexts};
use crate::search::fold::{self, FoldedText, Gap, scripts};
use crate::search::index::field::{self, Field};
use crate::search::index::initials::initials;
use crate::search::index::record::RecordId;
use crate::search::index::texts::Texts;
use crate::search::index::vocabulary::Vocabulary;
use crate::search::terms::matches::{Match, TermMatches, Tier};
use crate::text::DisplayText;
use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

/// Most words of a text that were joined into one.
const MOST_JOINED: usize = 3;

/// A word in a text.
#[derive(Clone, Debug)]
pub(in crate::search) struct Located {
    /// What kind of text it is.
    pub(in crate::search) field: Field,
    /// The text.
    pub(in crate::search) text: Arc<ReadText>,
    /// Its bytes that are the word.
    pub(in crate::search) range: Range<usize>,
    /// How well it matches.
    pub(in crate::search) found: Match,
}

impl Located {
    /// The word as it is written.
    pub(in crate::search) fn written(&self) -> DisplayText {
        self.text.shown.slice(self.range.clone())
    }
}

/// What a term may mean, ready to be looked for in texts.
pub(in crate::search) struct Sought<'a> {
    vocabulary: &'a Vocabulary,
    matches: &'a TermMatches,
    /// Letters that were typed.
    typed: usize,
    /// What all of its words begin with: most words of a text need no closer look.
    beginning: &'a str,
    /// The first letters of its words, as `bit` has them.
    letters: u64,
    /// The greatest worth of its words.
    greatest: u16,
}

impl<'a> Sought<'a> {
    /// Makes the words of a term of so many letters ready.
    pub(in crate::search) fn new(
        vocabulary: &'a Vocabulary,
        matches: &'a TermMatches,
        typed: usize,
    ) -> Self {
        let words = matches.words();
        let word = |entry: Option<&(u32, Match)>| {
            entry.map(|(word, _)| vocabulary.word(*word)).unwrap_or_default()
        };
        // They are in order, so what the first and the last have in common all have.
        let (first, last) = (word(words.first()), word(words.last()));
        let same = first.chars().zip(last.chars()).take_while(|(one, other)| one == other);
        let beginning =
            first.get(..same.map(|(letter, _)| letter.len_utf8()).sum()).unwrap_or_default();
        let letters = match beginning.bytes().next() {
            Some(letter) => bit(letter),
            None => words.iter().fold(0, |letters, entry| {
                letters | word(Some(entry)).bytes().next().map_or(0, bit)
            }),
        };
        let pair = matches.pairs.first().map(|_| Tier::Compound.worth());
        let greatest = words.iter().map(|(_, found)| found.worth).max().max(pair);
        Self {
            vocabulary,
            matches,
            typed,
            beginning,
            letters,
            greatest: greatest.unwrap_or_default(),
        }
    }

    /// How well a match can be at the best.
    pub(in crate::search) fn best(&self) -> Option<Tier> {
        self.matches.best()
    }

    /// How a folded word matches.
    pub(in crate::search) fn of(&self, folded: &str) -> Option<Match> {
        if !self.may_begin(folded) || !folded.starts_with(self.beginning) {
            return None;
        }
        let words = self.matches.words();
        let found = words.binary_search_by(|(word, _)| self.vocabulary.word(*word).cmp(folded));
        words.get(found.ok()?).map(|(_, found)| *found)
    }

    /// Where in a text a word matches, and how well: all of it, or what was typed inside of it where its
    /// script has no blanks.
    pub(super) fn in_word(
        &self,
        text: &str,
        folded: &str,
        range: &Range<usize>,
    ) -> Option<(Range<usize>, Match)> {
        if let Some(found) = self.of(folded) {
            return Some((range.clone(), found));
        }
        if folded.is_ascii() {
            return None;
        }
        scripts::inside(folded).find_map(|(before, inner)| {
            let found = self.of(inner)?;
            let end = |count| fold::prefix_end(text, range, count);
            Some((end(before)..end(before + self.typed), found))
        })
    }

    /// Whether one of the words begins so.
    fn begins(&self, beginning: &str) -> bool {
        if !self.may_begin(beginning) || self.beginning.starts_with(beginning) {
            return self.may_begin(beginning);
        }
        let words = self.matches.words();
        let first = || {
            let at = words.partition_point(|(word, _)| self.vocabulary.word(*word) < beginning);
            words.get(at).map(|(word, _)| self.vocabulary.word(*word))
        };
        beginning.starts_with(self.beginning)
            && first().is_some_and(|word| word.starts_with(beginning))
    }

    fn may_begin(&self, folded: &str) -> bool {
        folded.bytes().next().is_some_and(|letter| self.letters & bit(letter) != 0)
    }

    /// The neighbours from a place on that together are a word that the term may mean, or the two
    /// words that the typed one is made of.
    pub(in crate::search) fn run(
        &self,
        text: &FoldedText,
        at: usize,
    ) -> Option<(Range<usize>, Match)> {
        let (first, second) = (text.spans().get(at)?, text.spans().get(at + 1)?);
        let (letters, next) = (text.joined(at, 1), text.joined(at + 1, 1));
        if self.matches.pairs.is_empty() && !self.may_begin(letters) {
            return None;
        }
        let pair = |(one, other): &(u32, u32)| {
            self.vocabulary.word(*one) == letters && self.vocabulary.word(*other) == next
        };
        if self.matches.pairs.iter().any(pair) {
            return Some((first.range.start..second.range.end, Tier::Compound.whole()));
        }
        let mut best: Option<(Range<usize>, Match)> = None;
        for count in 2..=MOST_JOINED {
            let Some(last) = text.spans().get(at + count - 1) else { break };
            if !self.begins(text.joined(at, count - 1)) {
                break;
            }
            if let Some(found) = self.of(text.joined(at, count))
                && best.as_ref().is_none_or(|(_, best)| best.worth < found.worth)
            {
                best = Some((first.range.start..last.range.end, found));
            }
        }
        let may_be_joined = first.capital && second.capital && self.matches.may_be_joined;
        if best.is_some() || !may_be_joined || !self.may_begin(letters) {
            return best;
        }
        let with_initial: String = letters.chars().take(1).chain(next.chars()).collect();
        Some((first.range.start..second.range.end, self.of(&with_initial)?))
    }

    /// The best word of the field at a place in the order of the weights. Unless neighbours count as
    /// `joined` everywhere they do so where the index joins them in any text: at a hyphen, and where
    /// the typed word was split.
    pub(in crate::search) fn locate(
        &self,
        texts: &dyn Texts,
        read: &mut ReadTexts,
        record: RecordId,
        (place, joined): (u8, bool),
    ) -> Option<Located> {
        let field = field::field_at(place);
        if field == Field::Acronym {
            return self.initials(texts, read, record);
        }
        let mut best: Option<Located> = None;
        for text in read.fields(texts, record, Some(field)).iter() {
            let known = best.as_ref().map(|best| best.found.worth);
            let more = known.unwrap_or_default();
            if let Some((range, found)) = self.best_of(text, more, joined) {
                let (field, text) = (text.field, Arc::clone(text));
                best = Some(Located { field, text, range, found });
                if found.worth >= self.greatest {
                    break;
                }
            }
        }
        best
    }

    /// The first of the best words of a text, and of neighbours joined to one, that are worth more.
    fn best_of(&self, text: &ReadText, more: u16, joined: bool) -> Option<(Range<usize>, Match)> {
        let (shown, text) = (&text.shown, text.words());
        let mut best: Option<(Range<usize>, Match)> = None;
        let mut known = more;
        for (at, span) in text.spans().iter().enumerate() {
            let word = self.in_word(shown.as_str(), text.joined(at, 1), &span.range);
            let hyphen = || text.spans().get(at + 1).is_some_and(|next| next.gap == Gap::Hyphen);
            let counts = joined || !self.matches.pairs.is_empty() || hyphen();
            let run = if counts { self.run(text, at) } else { None };
            for (range, found) in [word, run].into_iter().flatten() {
                if found.worth > known {
                    known = found.worth;
                    best = Some((range, found));
                }
            }
            if known >= self.greatest {
                break;
            }
        }
        best
    }

    /// The name whose initials the term may mean.
    fn initials(
        &self,
        texts: &dyn Texts,
        read: &mut ReadTexts,
        record: RecordId,
    ) -> Option<Located> {
        let mut located: Vec<Located> = Vec::new();
        for text in read.fields(texts, record, None).iter() {
            let of = initials(&fold::words(text.shown.as_str()));
            let found = of.iter().filter_map(|initials| self.of(initials));
            if let Some(found) = found.max_by_key(|found| found.worth) {
                let (field, range) = (Field::Acronym, 0..text.shown.as_str().len());
                located.push(Located { field, text: Arc::clone(text), range, found });
            }
        }
        // The first of equals: names stand before other texts.
        located.into_iter().min_by_key(|located| Reverse(located.found.worth))
    }
}

/// The bit of a first letter; others may share it.
fn bit(letter: u8) -> u64 {
    1 << (letter % 64)
}
