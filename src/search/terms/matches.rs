//! What a typed word may mean: words of the vocabulary, each with how it matches.

use crate::search::fold::stop_words::is_common_in_names;
use crate::search::index::vocabulary::{Places, Vocabulary, WordId};
use std::ops::Range;

/// How a typed word and a word of the vocabulary belong together, best last. Each is there for what
/// no other finds; `without_its_tier_a_word_does_not_find_the_record` holds an example of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::search) enum Tier {
    /// A word of a title without its vowels, as people note it down: `intrdrs`. The last resort; names
    /// are mostly found by their spelling before.
    Subsequence,
    /// Another acronym, one letter apart: `iaeo` may be meant for IAEA or AEOI, so both are shown.
    NearAcronym,
    /// Two typing errors: from eight letters on two are as likely as one is in four.
    TwoTypos,
    /// It may sound so: names come from Albanian, Persian, Hebrew, Arabic and Russian, and each
    /// language writes them in its own way, `mashkewitsch`.
    Spelling,
    /// One typing error: `lapdi`.
    Typo,
    /// Another word for the same, `killed` for a death toll.
    Synonym,
    /// Another form of the word: who types `meeting` also means `meets`.
    Form,
    /// Joined or split: `blackreward`, `dev0842`, `erama`.
    Compound,
    /// The beginning: most words are not typed to their end.
    Prefix,
    /// Written in one word and typed in several: `apt 28`.
    Joined,
    /// Initials that stand in no text: `incd`.
    Acronym,
    /// The word itself.
    Exact,
}

impl Tier {
    /// Whether the word stands there as it was typed.
    pub(in crate::search) fn is_literal(self) -> bool {
        self >= Self::Synonym
    }

    /// A match without anything against it.
    pub(in crate::search) fn whole(self) -> Match {
        Match { tier: self, worth: self.worth() }
    }

    /// What a match is worth, of 1000.
    pub(in crate::search) fn worth(self) -> u16 {
        match self {
            Self::Exact => 1000,
            Self::Joined => 960,
            Self::Acronym => 950,
            Self::Prefix => 780,
            Self::Compound => 900,
            Self::Form => 700,
            Self::Synonym => 680,
            Self::Typo => 560,
            Self::Spelling => 500,
            Self::TwoTypos => 400,
            Self::NearAcronym => 300,
            Self::Subsequence => 260,
        }
    }
}

/// How well a word of the vocabulary matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) struct Match {
    /// How.
    pub(in crate::search) tier: Tier,
    /// How well, of 1000.
    pub(in crate::search) worth: u16,
}

/// The words that one typed word may mean.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact by itself")]
pub(in crate::search) struct TermMatches {
    /// By word, once settled.
    entries: Vec<(WordId, Match)>,
    /// Two words that the typed one may be made of.
    pub(in crate::search) pairs: Vec<(WordId, WordId)>,
    /// Whether only names, titles and ids count for what is no more than a beginning.
    pub(in crate::search) strong_only: bool,
    /// Whether a word may stand for several of a text.
    pub(in crate::search) may_be_joined: bool,
    /// The words, where they are all that begin as the typed one, which has two letters; of which more
    /// is known than of others.
    pub(in crate::search) range: Option<Range<WordId>>,
    /// Whether typing errors and other spellings were looked for.
    pub(in crate::search) with_unlike: bool,
    /// The lowest and the best tier of the words, once settled.
    tiers: Option<(Tier, Tier)>,
    /// Whether it is one of the words with which people fill a question, so that nothing need have it.
    pub(in crate::search) says_little: bool,
    /// A word that is near but too unlike to be an answer.
    pub(in crate::search) nearest: Option<WordId>,
}

impl TermMatches {
    /// Makes room for so many words.
    pub(in crate::search) fn reserve(&mut self, words: usize) {
        self.entries.reserve(words);
    }

    /// Adds a word; the better way counts once settled.
    pub(in crate::search) fn add(&mut self, word: WordId, tier: Tier, less: u16) {
        let worth = tier.worth().saturating_sub(less);
        self.entries.push((word, Match { tier, worth }));
    }

    /// Brings the words in order, each once.
    pub(in crate::search) fn settle(&mut self) {
        let is_settled = self
            .entries
            .windows(2)
            .all(|pair| matches!(pair, [(one, _), (other, _)] if one < other));
        if !is_settled {
            self.entries.sort_by_key(|(word, found)| (*word, std::cmp::Reverse(found.worth)));
            self.entries.dedup_by_key(|(word, _)| *word);
        }
        let tiers = self.entries.iter().map(|(_, found)| (found.tier, found.tier));
        self.tiers = tiers.reduce(|known, tiers| (known.0.min(tiers.0), known.1.max(tiers.1)));
        self.may_be_joined = self.tiers.is_some_and(|(lowest, _)| lowest <= Tier::Compound);
    }

    /// Adds words that the typed one makes with its neighbours, each with how.
    pub(in crate::search) fn join(&mut self, words: &[(WordId, Tier)]) {
        for (word, tier) in words {
            self.add(*word, *tier, 0);
            // It need not begin as the typed one does.
            self.range = None;
        }
        self.settle();
    }

    /// Adds all that another typed word may mean, of which either will do.
    pub(in crate::search) fn unite(&mut self, other: Self) {
        self.entries.extend(other.entries);
        self.pairs.extend(other.pairs);
        self.range = None;
        self.strong_only &= other.strong_only;
        self.with_unlike &= other.with_unlike;
        self.says_little &= other.says_little;
        self.nearest = self.nearest.or(other.nearest);
        self.settle();
    }

    /// How a word matches.
    pub(in crate::search) fn of(&self, word: WordId) -> Option<Match> {
        // Words that begin alike are neighbours, so most others lie outside of all.
        let (first, last) = (self.entries.first()?, self.entries.last()?);
        if word < first.0 || word > last.0 {
            return None;
        }
        let at = self.entries.binary_search_by_key(&word, |(word, _)| *word).ok()?;
        self.entries.get(at).map(|(_, found)| *found)
    }

    /// The words that match, in the order of the vocabulary.
    pub(in crate::search) fn words(&self) -> &[(WordId, Match)] {
        &self.entries
    }

    /// Whether a word counts in running text too: one letter begins every tenth word of it.
    pub(in crate::search) fn with_weak(&self, found: Match) -> bool {
        !self.strong_only || found.tier == Tier::Exact
    }

    /// Whether the word as it was typed is part of a name.
    pub(in crate::search) fn is_name(&self, vocabulary: &Vocabulary) -> bool {
        let whole = self.entries.iter().filter(|(_, found)| found.tier >= Tier::Joined);
        // Many records have a group or a ministry in a name.
        let is_name = |word: WordId| {
            vocabulary.places(word).meets(Places::NAME)
                && !is_common_in_names(vocabulary.word(word))
        };
        whole.into_iter().any(|(word, _)| is_name(*word))
    }

    /// Whether it counts where other words of the query stand nowhere: as it was typed, or near to a
    /// name. By chance much is like a word of a text.
    pub(in crate::search) fn counts_alone(&self, vocabulary: &Vocabulary) -> bool {
        let is_literal = self.best().is_some_and(Tier::is_literal);
        let is_name = |(word, _): &(WordId, Match)| vocabulary.places(*word).meets(Places::NAME);
        is_literal || self.entries.iter().any(is_name)
    }

    /// The best tier of all.
    pub(in crate::search) fn best(&self) -> Option<Tier> {
        let pair = self.pairs.first().map(|_| Tier::Compound);
        self.tiers.map(|(_, best)| best).max(pair)
    }

    /// Whether some of the words are only like the typed one.
    pub(in crate::search) fn has_likeness(&self) -> bool {
        self.tiers.is_some_and(|(lowest, _)| !lowest.is_literal())
    }

    /// Whether it may mean nothing.
    pub(in crate::search) fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.pairs.is_empty()
    }
}
