//! Which words of the vocabulary a typed word may mean, and how well.

use super::Field;
use super::distance::{LONGEST, distance};
use super::fuzzy;
use super::latin::{in_latin, is_abjad};
use super::matches::{Match, Matches, Tier};
use super::query::{Term, is_stop_word};
use super::scripts;
use super::spelling;
use super::vocabulary::{Places, SHORT_BEGINNING, Vocabulary, WordId, letter_mask};

/// While fewer records than this match well, typing errors and other spellings are looked for.
const FEW: usize = 8;
/// Most words that the subsequence matcher is asked about.
const MOST_SUBSEQUENCES: usize = 100;
/// How much less a likeness in another script is worth than one in Latin.
const OTHER_SCRIPT: u16 = 40;
/// Fewest letters of a word that may be the beginning of another, with a typing error in it.
const SHORTEST_BEGINNING: usize = 6;
/// Fewest letters of words of running text between which a typing error lies.
const SHORTEST_IN_TEXT: usize = 6;
/// Where a word is more than running text or part of an id.
const SHOWN: Places = Places::field(Field::Title)
    .with(Places::field(Field::Alias))
    .with(Places::field(Field::Native))
    .with(Places::field(Field::Role))
    .with(Places::field(Field::Keyword));
/// Fewest letters of each of two words that were written as one.
const SHORTEST_PART: usize = 3;
/// Most letters of an abbreviation that is also the beginning of much else.
const LONGEST_ABBREVIATION: usize = 3;
/// How much less a mere beginning is worth where the typed word is an abbreviation.
const WHOLE_ABBREVIATION: u16 = 300;
/// Most words that the second of two may become.
const MOST_PARTS: usize = 8;
/// Most pairs in all: of a long word of one letter each place is one.
const MOST_PAIRS: usize = 32;

/// When typing errors and other spellings are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    /// Where little matches as it was typed.
    WhereFew,
    /// Always: the words as they were typed stand in no record together.
    Always,
}

/// Finds what a term may mean.
pub(super) fn matches(vocabulary: &Vocabulary, term: &Term, likeness: Likeness) -> Matches {
    let mut matches = Matches::default();
    let typed = Typed::new(vocabulary, &term.word);
    matches.strong_only = typed.says_little();
    typed.literal(&mut matches, term.exact);
    if !term.exact {
        typed.transliterated(&mut matches);
    }
    matches.settle();
    if term.exact {
        return matches;
    }
    let itself = vocabulary.find(&term.word);
    let places = itself.map_or(Places::default(), |id| vocabulary.places(id));
    let is_word = itself.is_some() && !places.meets(Places::COMPOUND);
    if is_word && places.meets(Places::CAPITALS) {
        typed.near_acronyms(&mut matches);
    }
    let is_name = is_word && places.meets(Places::STRONG);
    let few = !is_name && typed.has_few(&matches);
    if few || likeness == Likeness::Always {
        matches.with_unlike = true;
        typed.split(&mut matches);
        typed.unsure(&mut matches, is_word);
    } else if typed.letters.len() == SHORT_BEGINNING && !typed.is_unspaced {
        matches.range = Some(vocabulary.beginning(&term.word));
    }
    matches.settle();
    matches
}

/// A typed word, ready to be compared.
struct Typed<'a> {
    vocabulary: &'a Vocabulary,
    word: &'a str,
    letters: Vec<char>,
    mask: u64,
    has_digit: bool,
    /// Whether its script writes words without blanks, so that it may stand inside of others.
    is_unspaced: bool,
    /// Whether it is a short abbreviation itself, so that it need not go on.
    is_abbreviation: bool,
}

impl<'a> Typed<'a> {
    fn new(vocabulary: &'a Vocabulary, word: &'a str) -> Self {
        let letters: Vec<char> = word.chars().collect();
        let has_digit = letters.iter().any(|letter| letter.is_numeric());
        let is_capitals = |id: WordId| vocabulary.places(id).meets(Places::CAPITALS);
        let is_abbreviation =
            letters.len() <= LONGEST_ABBREVIATION && vocabulary.find(word).is_some_and(is_capitals);
        let (mask, is_unspaced) = (letter_mask(word), scripts::has_unspaced(word));
        Self { vocabulary, word, letters, mask, has_digit, is_unspaced, is_abbreviation }
    }

    /// Whether it is a letter that is no word by itself: one begins every tenth word of running text.
    fn says_little(&self) -> bool {
        matches!(self.letters.as_slice(), [] | [_])
            && !self.letters.iter().copied().any(scripts::is_ideograph)
    }

    /// The word itself, words that begin so, other forms of it.
    fn literal(&self, matches: &mut Matches, exact: bool) {
        let beginning = self.vocabulary.beginning(self.word);
        matches.reserve(beginning.len());
        for id in beginning {
            let places = self.vocabulary.places(id);
            let beyond = self.vocabulary.word(id).len() - self.word.len();
            if beyond == 0 {
                let tier = if places.is_acronym() {
                    Tier::Acronym
                } else if places.meets(Places::COMPOUND) {
                    Tier::Compound
                } else {
                    Tier::Exact
                };
                matches.add(id, tier, 0);
            } else if (self.is_unspaced || !exact)
                && !places.is_acronym()
                && self.vocabulary.counts(id, self.letters.len())
            {
                self.prefix(matches, id, places, beyond);
            }
        }
        let stem = spelling::stem(self.word);
        if !exact && stem.len() >= 4 && !self.has_digit {
            self.vocabulary.forms(stem).for_each(|id| matches.add(id, Tier::Form, 0));
        }
    }

    /// A name that another script writes letter by letter as this one does: the name itself, or a
    /// beginning of one.
    fn transliterated(&self, matches: &mut Matches) {
        // Scripts that are not known have no letter in Latin.
        let latin = in_latin(self.word);
        if self.letters.len().min(latin.len()) < SHORTEST_PART {
            return;
        }
        let mut add = |id: WordId, beyond: usize| {
            let less = u16::try_from(beyond.min(12)).unwrap_or(12) * 5;
            matches.add(id, if beyond == 0 { Tier::Form } else { Tier::Spelling }, less);
        };
        for (written, id) in self.vocabulary.in_other_scripts(&latin) {
            if self.vocabulary.word(id) != self.word {
                add(id, written.len() - latin.len());
            }
        }
        // Where vowels are not written, what is written begins too much.
        if self.word.is_ascii() || is_abjad(self.word) {
            return;
        }
        for id in self.vocabulary.beginning(&latin) {
            let places = self.vocabulary.places(id);
            if places.meets(Places::NAME) && !places.meets(Places::COMPOUND) {
                add(id, self.vocabulary.word(id).len() - latin.len());
            }
        }
    }

    fn prefix(&self, matches: &mut Matches, id: WordId, places: Places, beyond: usize) {
        if self.says_little() && !places.meets(Places::STRONG) {
            return;
        }
        let is_compound = places.meets(Places::COMPOUND);
        if is_compound && self.letters.len() < 3 && !self.is_unspaced {
            return;
        }
        let tier = if is_compound { Tier::Compound } else { Tier::Prefix };
        let less = u16::try_from(beyond.min(12)).unwrap_or(12) * 5;
        let whole = if self.is_abbreviation { WHOLE_ABBREVIATION } else { 0 };
        matches.add(id, tier, less + whole + if is_compound { 40 } else { 0 });
    }

    /// Whether few records have a match in a name, title or id.
    fn has_few(&self, matches: &Matches) -> bool {
        let strong =
            |(word, _): &&(WordId, Match)| self.vocabulary.places(*word).meets(Places::STRONG);
        let words = matches.words().iter().filter(strong);
        words.flat_map(|(word, _)| self.vocabulary.strong(*word)).take(FEW).count() < FEW
    }

    /// Two words of names or titles written as one; the second may still be being typed.
    fn split(&self, matches: &mut Matches) {
        if self.has_digit || self.letters.len() < SHORTEST_PART * 2 {
            return;
        }
        let strong = |id: &WordId| {
            let places = self.vocabulary.places(*id);
            places.meets(Places::STRONG) && !places.meets(Places::COMPOUND)
        };
        let ends = self.word.char_indices().map(|(at, _)| at).skip(SHORTEST_PART);
        for at in ends.take(self.letters.len() - SHORTEST_PART * 2 + 1) {
            let Some((first, second)) = self.word.split_at_checked(at) else { continue };
            let Some(first) = self.vocabulary.find(first).filter(strong) else { continue };
            let seconds = self.vocabulary.beginning(second).filter(strong).take(MOST_PARTS);
            matches.pairs.extend(seconds.map(|second| (first, second)));
        }
        matches.pairs.truncate(MOST_PAIRS);
    }

    /// Words that are like the typed one.
    fn unsure(&self, matches: &mut Matches, is_word: bool) {
        let mut unsure = Matches::default();
        self.near_acronyms(&mut unsure);
        self.typos(&mut unsure);
        self.spelled(&mut unsure);
        if unsure.is_empty() && matches.is_empty() {
            self.subsequences(&mut unsure);
        }
        unsure.settle();
        let only_acronyms = unsure.best() == Some(Tier::NearAcronym) && matches.is_empty();
        for (word, found) in unsure.words() {
            if only_acronyms {
                matches.nearest = matches.nearest.or(Some(*word));
            } else {
                // Where the word itself stands somewhere, a likeness is worth half.
                let less = if is_word { found.worth / 2 } else { 0 };
                matches.add(*word, found.tier, found.tier.worth() - found.worth + less);
            }
        }
    }

    /// An acronym with its letters in another order is a slip; with another letter it is another
    /// acronym, which is worth showing beside an answer but is none.
    fn near_acronyms(&self, matches: &mut Matches) {
        if !(3..=6).contains(&self.letters.len()) || self.has_digit {
            return;
        }
        let mut sorted = self.letters.clone();
        sorted.sort_unstable();
        for &id in &self.vocabulary.acronyms {
            let other = (self.mask & !self.vocabulary.mask(id)).count_ones();
            if other > 1 || self.vocabulary.word(id).len() != self.word.len() {
                continue;
            }
            let mut letters: Vec<char> = self.vocabulary.word(id).chars().collect();
            if letters.len() != self.letters.len() || letters == self.letters {
                continue;
            }
            let other = letters.iter().zip(&self.letters).filter(|(one, two)| one != two).count();
            letters.sort_unstable();
            if letters == sorted && letters.len() > 3 {
                matches.add(id, Tier::Typo, 60);
            } else if other == 1 && letters.len() > 3 {
                matches.add(id, Tier::NearAcronym, 0);
            }
        }
    }

    /// One typing error from four letters, two from eight; in running text only longer words.
    fn typos(&self, matches: &mut Matches) {
        let length = self.letters.len();
        // Of a word of Chinese each letter says as much as a syllable.
        let is_said = self.letters.iter().copied().any(scripts::is_ideograph);
        if length < 4 || self.has_digit || is_said {
            return;
        }
        let most = if length >= 8 { 2 } else { 1 };
        let first = self.letters.first().copied();
        let mut letters: Vec<char> = Vec::new();
        for id in self.vocabulary.with_letters(self.mask, most) {
            let word = self.vocabulary.word(id);
            // Of a much longer word only a beginning can be near, and only with the same first letter.
            let is_longer = word.chars().nth(length + most).is_some();
            let other_first = word.chars().next() != first;
            if word.len() + most < length
                || (is_longer && (length < SHORTEST_BEGINNING || other_first))
            {
                continue;
            }
            let places = self.vocabulary.places(id);
            let is_abbreviation = places.meets(Places::CAPITALS) || places.is_acronym();
            if is_abbreviation || is_stop_word(word) {
                continue;
            }
            // In running text a slip must leave more.
            let is_text = !places.meets(SHOWN);
            if is_text && (other_first || length.min(word.len()) < SHORTEST_IN_TEXT) {
                continue;
            }
            let most = if is_text { 1 } else { most };
            letters.clear();
            letters.extend(word.chars());
            if letters.len() > LONGEST || letters.iter().any(|letter| letter.is_numeric()) {
                continue;
            }
            self.typo(matches, id, &letters, most);
        }
    }

    fn typo(&self, matches: &mut Matches, id: WordId, letters: &[char], most: usize) {
        let distance = distance(&self.letters, letters, most);
        let of_whole = distance.whole <= most;
        let errors = if of_whole { distance.whole } else { distance.beginning };
        if errors == 0 || errors > most || (!of_whole && self.letters.len() < SHORTEST_BEGINNING) {
            return;
        }
        let tier = if errors == 1 { Tier::Typo } else { Tier::TwoTypos };
        let is_compound = self.vocabulary.places(id).meets(Places::COMPOUND);
        let first_differs = letters.first() != self.letters.first();
        // Short words of titles are near to much; names are what people cannot spell.
        let places = self.vocabulary.places(id);
        if (first_differs && !places.is_proper())
            || (self.letters.len() < 5 && !places.meets(Places::NAME))
        {
            return;
        }
        // With a first letter that differs and a part cut off, little of the word is left.
        if first_differs && (!of_whole || is_compound) {
            return;
        }
        if is_compound && self.begins_with_initial(id) {
            return;
        }
        let less = [(first_differs, 120), (!of_whole, 60), (is_compound, 40)];
        matches.add(id, tier, less.iter().filter(|(is, _)| *is).map(|(_, less)| less).sum());
    }

    /// Whether a joined word is an initial and the name after it, of which a slip leaves too little.
    fn begins_with_initial(&self, joined: WordId) -> bool {
        let mut letters = self.vocabulary.word(joined).chars();
        letters.next();
        self.vocabulary.find(letters.as_str()).is_some()
    }

    fn spelled(&self, matches: &mut Matches) {
        if self.letters.len() < 3 {
            return;
        }
        for key in spelling::keys_asked(self.word) {
            for id in self.vocabulary.spelled(&key) {
                let word = self.vocabulary.word(id);
                // English words of a name have one spelling.
                let is_english = word.ends_with("ion") || word.ends_with("ions");
                if is_english || !self.vocabulary.places(id).is_proper() {
                    continue;
                }
                if let Some(apart) = spelling::another_spelling(self.word, word, &key) {
                    // Of a name in several scripts the Latin form is the one to show.
                    let other_script = if word.is_ascii() { 0 } else { OTHER_SCRIPT };
                    let less = u16::try_from(apart).unwrap_or(0) * 20 + other_script;
                    matches.add(id, Tier::Spelling, less);
                }
            }
        }
    }

    /// Last resort: a name with vowels left out, as `ntnyh`. Other letters left out make any word of
    /// any other.
    fn subsequences(&self, matches: &mut Matches) {
        let length = self.letters.len();
        if length < 4 || self.has_digit {
            return;
        }
        let fits = |id: &WordId| {
            self.vocabulary.places(*id).meets(Places::STRONG)
                && fuzzy::is_without_vowels(&self.letters, self.vocabulary.word(*id))
        };
        let near = self.vocabulary.with_letters(self.mask, 0).filter(fits).take(MOST_SUBSEQUENCES);
        for id in near {
            if let Some(score) = fuzzy::score(self.vocabulary.word(id), self.word) {
                let less = 100_u32.saturating_sub(score.min(100));
                matches.add(id, Tier::Subsequence, u16::try_from(less).unwrap_or(100));
            }
        }
    }
}
