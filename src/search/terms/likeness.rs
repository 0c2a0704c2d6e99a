//! Words that are like a typed one: slips of the typing hand, other spellings of a sound, letters left out.

use crate::search::fold::distance::{LONGEST, distance};
use crate::search::fold::stop_words::is_stop_word;
use crate::search::fold::{scripts, spelling};
use crate::search::index::field::Field;
use crate::search::index::vocabulary::{Places, WordId, is_abbreviation};
use crate::search::terms::fuzzy;
use crate::search::terms::matches::{TermMatches, Tier};
use crate::search::terms::typed::{Likeness, SHORTEST_BEGINNING, Typed};

/// Most words that the subsequence matcher is asked about.
const MOST_SUBSEQUENCES: usize = 100;
/// How much less a likeness in another script is worth than one in Latin.
const OTHER_SCRIPT: u16 = 40;
/// Fewest letters of words of running text between which a typing error lies.
const SHORTEST_IN_TEXT: usize = 6;
/// Fewest letters of a typed word with a slip in it, where it is all that was typed.
const SHORTEST_ALONE: usize = 4;
/// The same where other words say what is meant.
const SHORTEST_BESIDE: usize = 3;
/// The same of words that are part of no name.
const SHORTEST_OF_TEXT: usize = 5;
/// Fewest letters of a word with two slips in it.
const SHORTEST_TWICE: usize = 8;
/// Where a word is more than running text or part of an id.
const SHOWN: Places = Places::field(Field::Title)
    .with(Places::field(Field::Alias))
    .with(Places::field(Field::Native))
    .with(Places::field(Field::Role))
    .with(Places::field(Field::Keyword));

impl Typed<'_> {
    /// An acronym with its letters in another order is a slip; with another letter it is another
    /// acronym, which is worth showing beside an answer but is none.
    pub(in crate::search) fn near_acronyms(&self, matches: &mut TermMatches) {
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
    pub(in crate::search) fn typos(&self, matches: &mut TermMatches, likeness: Likeness) {
        let length = self.letters.len();
        let shortest = if likeness == Likeness::Always { SHORTEST_BESIDE } else { SHORTEST_ALONE };
        // Of a word of Chinese each letter says as much as a syllable.
        let is_said = self.letters.iter().copied().any(scripts::is_ideograph);
        if length < shortest || is_said {
            return;
        }
        let most = if length + 1 >= SHORTEST_TWICE && !self.has_digit { 2 } else { 1 };
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
            if is_abbreviation(word, places) || places.is_acronym() || is_stop_word(word) {
                continue;
            }
            // In running text a slip must leave more.
            let is_text = !places.meets(SHOWN);
            if is_text && (other_first || length.min(word.len()) < SHORTEST_IN_TEXT) {
                continue;
            }
            letters.clear();
            letters.extend(word.chars());
            let is_numbered = letters.iter().any(|letter| letter.is_numeric());
            let is_number = letters.iter().all(|letter| letter.is_numeric());
            // A number is another number with each digit, unless letters stand beside it.
            if letters.len() > LONGEST || is_number || is_numbered != self.has_digit {
                continue;
            }
            let is_name = places.meets(Places::NAME);
            let is_long = length >= SHORTEST_TWICE || is_name && letters.len() >= SHORTEST_TWICE;
            let most = if is_text || !is_long { 1 } else { most };
            self.typo(matches, id, &letters, most);
        }
    }

    fn typo(&self, matches: &mut TermMatches, id: WordId, letters: &[char], most: usize) {
        let distance = distance(&self.letters, letters, most);
        let of_whole = distance.whole <= most;
        let errors = if of_whole { distance.whole } else { distance.beginning };
        if errors == 0 || errors > most || (!of_whole && self.letters.len() < SHORTEST_BEGINNING) {
            return;
        }
        // So much of a beginning may be that of any word.
        if errors == 2 && !of_whole && letters.len() > self.letters.len() + 2 {
            return;
        }
        let tier = if errors == 1 { Tier::Typo } else { Tier::TwoTypos };
        let is_compound = self.vocabulary.places(id).meets(Places::COMPOUND);
        let first_differs = letters.first() != self.letters.first();
        // Short words of titles are near to much; names are what people cannot spell.
        let places = self.vocabulary.places(id);
        if (first_differs && !places.meets(Places::NAME))
            || (self.letters.len() < SHORTEST_OF_TEXT && !places.meets(Places::NAME))
            || (self.letters.len() < SHORTEST_ALONE
                && (first_differs || letters.len() != SHORTEST_ALONE))
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

    pub(in crate::search) fn spelled(&self, matches: &mut TermMatches) {
        if self.letters.len() < 3 {
            return;
        }
        for key in spelling::keys_asked(self.word) {
            for id in self.vocabulary.spelled(&key) {
                let word = self.vocabulary.word(id);
                // English words of a name have one spelling.
                let is_english = word.ends_with("ion") || word.ends_with("ions");
                if is_english {
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
    pub(in crate::search) fn subsequences(&self, matches: &mut TermMatches) {
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
