//! Which words of the vocabulary a typed word may mean, and how well.

use crate::search::fold::distance::{LONGEST, distance};
use crate::search::fold::latin::{in_latin, is_abjad};
use crate::search::fold::stop_words::{fillers, is_light_word, is_stop_word};
use crate::search::fold::{scripts, spelling, stem};
use crate::search::index::corpus::Corpus;
use crate::search::index::field::Field;
use crate::search::index::thesaurus::{GroupId, token};
use crate::search::index::vocabulary::{
    Places, SHORT_BEGINNING, Vocabulary, WordId, is_abbreviation, letter_mask,
};
use crate::search::query::Term;
use crate::search::terms::fuzzy;
use crate::search::terms::matches::{Match, TermMatches, Tier};

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
/// Fewest letters of a typed word with a slip in it, where it is all that was typed.
const SHORTEST_ALONE: usize = 4;
/// The same where other words say what is meant.
const SHORTEST_BESIDE: usize = 3;
/// The same of words that are part of no name.
const SHORTEST_OF_TEXT: usize = 5;
/// Fewest letters of a word that says little, with a slip in it.
const SHORTEST_FILLER: usize = 5;
/// Fewest letters of a word with two slips in it.
const SHORTEST_TWICE: usize = 8;
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
/// How much less the beginning of a joined word is worth than the whole.
const BEGINNING_OF_JOINED: u16 = 200;
/// The same where no blank divides words, so that most stand inside of others.
const INSIDE_OF_RUN: u16 = 40;
/// How much less a beginning is worth where a word is typed to its end.
const WHOLE_WORD: u16 = 400;
/// How much less another word is worth where the typed one stands somewhere.
const OTHER_WORD: u16 = 340;
/// Most words that the second of two may become.
const MOST_PARTS: usize = 8;
/// Most pairs in all: of a long word of one letter each place is one.
const MOST_PAIRS: usize = 32;

/// When typing errors and other spellings are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum Likeness {
    /// Where little matches as it was typed.
    WhereFew,
    /// Always: the words as they were typed stand in no record together.
    Always,
}

/// Finds what a term may mean.
pub(in crate::search) fn matches(
    corpus: &Corpus,
    term: &Term,
    likeness: Likeness,
    groups: &[GroupId],
) -> TermMatches {
    let vocabulary = &corpus.vocabulary;
    let mut matches = TermMatches::default();
    let typed = Typed::new(vocabulary, term);
    matches.strong_only = typed.is_mere_letter();
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
    let is_word = itself.is_some() && !places.meets(Places::COMPOUND) && !places.is_of_address();
    if is_word && is_abbreviation(&term.word, places) {
        typed.near_acronyms(&mut matches);
    }
    let is_name = is_word && places.meets(Places::STRONG);
    let few = !is_name && typed.has_few(&matches);
    if few || likeness == Likeness::Always {
        matches.with_unlike = true;
        // Where the word itself stands somewhere, another one is worth half, unless nothing else helps.
        let is_there = is_word || !matches.is_empty();
        let less = if is_there && likeness == Likeness::WhereFew { OTHER_WORD } else { 0 };
        synonyms(corpus, &mut matches, &term.word, (groups, less));
        typed.split(&mut matches);
        typed.unsure(&mut matches, likeness, is_word);
    } else if typed.letters.len() == SHORT_BEGINNING && !typed.is_unspaced {
        matches.range = Some(vocabulary.beginning(&term.word));
    }
    matches.settle();
    matches.says_little =
        is_light_word(&term.word) || matches.is_empty() && is_like_filler(&typed.letters);
    matches
}

/// Adds the other words of its groups, each in all of its forms.
fn synonyms(
    corpus: &Corpus,
    matches: &mut TermMatches,
    typed: &str,
    (groups, less): (&[GroupId], u16),
) {
    let vocabulary = &corpus.vocabulary;
    let stem = stem::stem(typed);
    let phrases = groups.iter().filter_map(|group| vocabulary.find(&token(*group)));
    phrases.for_each(|id| matches.add(id, Tier::Synonym, less));
    let words = groups.iter().flat_map(|group| corpus.thesaurus.words(*group));
    for word in words.filter(|word| stem::stem(word) != stem) {
        let itself = vocabulary.find(word);
        for id in itself.into_iter().chain(vocabulary.forms(&stem::stem(word))) {
            let places = vocabulary.places(id);
            if !places.meets(Places::COMPOUND) && !places.is_acronym() {
                matches.add(id, Tier::Synonym, less);
            }
        }
    }
}

/// Whether a word is one of those that say little, with a slip in it: `happend`.
fn is_like_filler(typed: &[char]) -> bool {
    typed.len() >= SHORTEST_FILLER
        && fillers().any(|filler| {
            let letters: Vec<char> = filler.chars().collect();
            letters.first() == typed.first()
                && letters.len() >= SHORTEST_FILLER
                && letters.len().abs_diff(typed.len()) <= 1
                && distance(typed, &letters, 1).whole <= 1
        })
}

/// A typed word, ready to be compared.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact by itself")]
struct Typed<'a> {
    vocabulary: &'a Vocabulary,
    word: &'a str,
    letters: Vec<char>,
    mask: u64,
    has_digit: bool,
    /// Whether it goes on no further.
    finished: bool,
    /// Whether its script writes words without blanks, so that it may stand inside of others.
    is_unspaced: bool,
    /// Whether it is a short abbreviation itself, so that it need not go on.
    is_abbreviation: bool,
}

impl<'a> Typed<'a> {
    fn new(vocabulary: &'a Vocabulary, term: &'a Term) -> Self {
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
    fn is_mere_letter(&self) -> bool {
        matches!(self.letters.as_slice(), [] | [_])
            && !self.letters.iter().copied().any(scripts::is_ideograph)
    }

    /// The word itself, words that begin so, other forms of it.
    fn literal(&self, matches: &mut TermMatches, exact: bool) {
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
        let stem = stem::stem(self.word);
        if !exact && stem.len() >= stem::SHORTEST && !self.has_digit {
            self.vocabulary.forms(&stem).for_each(|id| matches.add(id, Tier::Form, 0));
        }
    }

    /// A name that another script writes letter by letter as this one does: the name itself, or a
    /// beginning of one.
    fn transliterated(&self, matches: &mut TermMatches) {
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

    fn prefix(&self, matches: &mut TermMatches, id: WordId, places: Places, beyond: usize) {
        if self.is_mere_letter() && !places.meets(Places::STRONG) {
            return;
        }
        let is_compound = places.meets(Places::COMPOUND);
        if is_compound && self.letters.len() < 3 && !self.is_unspaced {
            return;
        }
        let tier = if is_compound { Tier::Compound } else { Tier::Prefix };
        let less = u16::try_from(beyond.min(12)).unwrap_or(12) * 5;
        let whole = match (self.is_abbreviation, self.finished) {
            (true, _) => WHOLE_ABBREVIATION,
            (_, true) if self.letters.len() < SHORTEST_BEGINNING && !self.is_unspaced => WHOLE_WORD,
            _ => 0,
        };
        let joined = match (is_compound, self.is_unspaced) {
            (true, true) => INSIDE_OF_RUN,
            (true, false) => BEGINNING_OF_JOINED,
            (false, _) => 0,
        };
        matches.add(id, tier, less + whole + joined);
    }

    /// Whether few records have a match in a name, title or id.
    fn has_few(&self, matches: &TermMatches) -> bool {
        let strong =
            |(word, _): &&(WordId, Match)| self.vocabulary.places(*word).meets(Places::STRONG);
        let words = matches.words().iter().filter(strong);
        words.flat_map(|(word, _)| self.vocabulary.strong(*word)).take(FEW).count() < FEW
    }

    /// Two words of names or titles written as one; the second may still be being typed.
    fn split(&self, matches: &mut TermMatches) {
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
    fn unsure(&self, matches: &mut TermMatches, likeness: Likeness, is_word: bool) {
        let mut unsure = TermMatches::default();
        self.near_acronyms(&mut unsure);
        self.typos(&mut unsure, likeness);
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
    fn near_acronyms(&self, matches: &mut TermMatches) {
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
    fn typos(&self, matches: &mut TermMatches, likeness: Likeness) {
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

    fn spelled(&self, matches: &mut TermMatches) {
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
    fn subsequences(&self, matches: &mut TermMatches) {
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
