//! A typed word, ready to be compared with those of the vocabulary.

use crate::search::fold::scripts;
use crate::search::index::vocabulary::{Vocabulary, WordId, letter_mask};
use crate::search::query::Term;

/// Most letters of an abbreviation that is also the beginning of much else.
const LONGEST_ABBREVIATION: usize = 3;
/// Fewest letters of a word that may be the beginning of another, with a typing error in it.
pub(in crate::search) const SHORTEST_BEGINNING: usize = 6;

/// When typing errors and other spellings are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum Likeness {
    /// Where little matches as it was typed.
    WhereFew,
    /// Always: the words as they were typed stand in no record together.
    Always,
}

/// A typed word, ready to be compared.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact by itself")]
pub(in crate::search) struct Typed<'a> {
    pub(in crate::search) vocabulary: &'a Vocabulary,
    pub(in crate::search) word: &'a str,
    pub(in crate::search) letters: Vec<char>,
    pub(in crate::search) mask: u64,
    pub(in crate::search) has_digit: bool,
    /// Whether it goes on no further.
    pub(in crate::search) finished: bool,
    /// Whether its script writes words without blanks, so that it may stand inside of others.
    pub(in crate::search) is_unspaced: bool,
    /// Whether it is a short abbreviation itself, so that it need not go on.
    pub(in crate::search) is_abbreviation: bool,
}

impl<'a> Typed<'a> {
    /// Makes a term ready.
    pub(in crate::search) fn new(vocabulary: &'a Vocabulary, term: &'a Term) -> Self {
        let word = term.word.as_str();
        let letters: Vec<char> = word.chars().collect();
        let has_digit = letters.iter().any(|letter| letter.is_numeric());
        let is_capitals = |id: WordId| vocabulary.places(id).is_in_capitals();
        let is_abbreviation =
            letters.len() <= LONGEST_ABBREVIATION && vocabulary.find(word).is_some_and(is_capitals);
        Self {
            vocabulary,
            word,
            letters,
            mask: letter_mask(word),
            has_digit,
            finished: term.finished,
            is_unspaced: scripts::has_unspaced(word),
            is_abbreviation,
        }
    }

    /// Whether it is a letter that is no word by itself: one begins every tenth word of running text.
    pub(in crate::search) fn is_mere_letter(&self) -> bool {
        matches!(self.letters.as_slice(), [] | [_])
            && !self.letters.iter().copied().any(scripts::is_ideograph)
    }
}
