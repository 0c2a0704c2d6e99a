//! Which words of the vocabulary a typed word may mean, and how well.

use crate::search::fold::distance::distance;
use crate::search::fold::latin::{in_latin, is_abjad};
use crate::search::fold::stem;
use crate::search::fold::stop_words::{fillers, is_light_word};
use crate::search::index::corpus::Corpus;
use crate::search::index::thesaurus::GroupId;
use crate::search::index::vocabulary::{Places, SHORT_BEGINNING, WordId, is_abbreviation};
use crate::search::query::Term;
use crate::search::terms::matches::{Match, TermMatches, Tier};
use crate::search::terms::typed::{Likeness, SHORTEST_BEGINNING, Typed};

/// While fewer records than this match well, typing errors and other spellings are looked for.
const FEW: usize = 8;
/// Fewest letters of a word that says little, with a slip in it.
const SHORTEST_FILLER: usize = 5;
/// Fewest letters of each of two words that were written as one.
const SHORTEST_PART: usize = 3;
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
        synonyms(corpus, &mut matches, (groups, less));
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
fn synonyms(corpus: &Corpus, matches: &mut TermMatches, (groups, less): (&[GroupId], u16)) {
    let words = groups.iter().flat_map(|group| corpus.of_group(*group));
    words.for_each(|word| matches.add(*word, Tier::Synonym, less));
}

/// Whether a word is one of those that say little, with a slip in it: `happend`.
fn is_like_filler(typed: &[char]) -> bool {
    typed.len() >= SHORTEST_FILLER
        && fillers().any(|filler| {
            // They are of plain letters, so most are left with a look at length and beginning.
            let may_be = filler.len() >= SHORTEST_FILLER
                && filler.len().abs_diff(typed.len()) <= 1
                && filler.chars().next() == typed.first().copied();
            may_be && distance(typed, &filler.chars().collect::<Vec<char>>(), 1).whole <= 1
        })
}

impl Typed<'_> {
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
        // A word that was typed to its end begins no other one by chance but a name: `pick` no `pickers`.
        if self.finished && !self.is_unspaced && !places.meets(Places::NAME) {
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
}
