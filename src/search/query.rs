//! What was typed: words, phrases, exclusions, dates.

use super::dates::{self, DateQuery};
use super::filter::{self, Filter, Read};
use super::fold::{self, Gap};
use super::phrase::Phrase;
use super::scripts::has_unspaced;
use super::together::{Together, from_host};
use crate::library::Kind;

/// Most characters of a word that count.
const LONGEST_WORD: usize = 64;
/// Most characters that count in all.
const LONGEST_QUERY: usize = 1024;
/// Most words that count.
const MOST_WORDS: usize = 16;

/// Fewest letters of an excluded word that also excludes the words that begin so.
const SHORTEST_BEGINNING: usize = 3;

/// Words that everybody types and nobody looks for.
const STOP_WORDS: &[&str] = &[
    "a", "about", "an", "and", "any", "are", "at", "be", "been", "by", "can", "could", "did", "do",
    "does", "for", "from", "get", "got", "had", "happen", "happened", "happens", "has", "have",
    "he", "her", "his", "how", "if", "in", "is", "it", "its", "many", "much", "of", "on", "or",
    "our", "really", "said", "say", "says", "she", "tell", "that", "the", "their", "them", "there",
    "these", "they", "this", "those", "to", "told", "was", "we", "went", "were", "what", "when",
    "where", "which", "who", "whom", "why", "will", "with", "would", "you",
];

/// The article before Arabic names and what becomes of it before some letters.
const ARABIC_ARTICLES: &[&str] = &["ad", "al", "an", "ar", "as", "ash", "at", "az", "el", "ul"];

/// Whether a folded word counts for nothing.
pub(super) fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

/// One word that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// The folded word.
    pub(super) word: String,
    /// Whether only the word itself will do.
    pub(super) exact: bool,
}

/// A query, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Query {
    /// The words, in the order in which they were typed.
    pub(super) terms: Vec<Term>,
    /// Words that must follow each other.
    pub(super) phrases: Vec<Phrase>,
    /// Words that must stand side by side.
    pub(super) together: Vec<Together>,
    /// Words that must not stand in the record.
    pub(super) without: Vec<Term>,
    /// Words that must not follow each other in it.
    pub(super) without_phrases: Vec<Phrase>,
    /// What kinds of records are wanted; none is all.
    pub(super) kinds: Vec<Kind>,
    /// Days in which it must have been.
    pub(super) dates: Vec<DateQuery>,
    /// What it must be.
    pub(super) filters: Vec<Filter>,
    /// The operators, phrases and exclusions in force, as they were typed.
    pub(super) operators: Vec<String>,
    /// What an operator takes that was given something else.
    pub(super) complaint: Option<&'static str>,
    /// All that is said in it, with the words that count for nothing.
    pub(super) said: String,
}

impl Query {
    /// Reads what was typed.
    pub(super) fn new(typed: &str) -> Self {
        let typed: String = typed.chars().take(LONGEST_QUERY).collect();
        let mut query = Self::default();
        let mut loose: Vec<&str> = Vec::new();
        let mut rest = typed.as_str();
        loop {
            rest = rest.trim_start();
            if let Some(quoted) = rest.strip_prefix('"') {
                let closed = quoted.split_once('"');
                let (phrase, after) = closed.unwrap_or((quoted, ""));
                query.loose(&std::mem::take(&mut loose));
                query.phrase(phrase, closed.is_none());
                rest = after;
                continue;
            }
            if rest.is_empty() {
                break;
            }
            if let Some(quoted) = rest.strip_prefix("!\"") {
                let closed = quoted.split_once('"');
                let (phrase, after) = closed.unwrap_or((quoted, ""));
                query.exclude(phrase, closed.is_none(), format!("!\"{}\"", phrase.trim()));
                rest = after;
                continue;
            }
            if let Some(after) = query.operator(rest) {
                rest = after;
                continue;
            }
            let (piece, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
            if let Some(excluded) = piece.strip_prefix('!') {
                query.exclude(excluded, !excluded.starts_with('\''), piece.to_owned());
            } else {
                loose.push(piece);
            }
            rest = after;
        }
        query.loose(&loose);
        query.drop_stop_words();
        query.terms.truncate(MOST_WORDS);
        query
    }

    /// Whether nothing is looked for.
    pub(super) fn is_empty(&self) -> bool {
        self.terms.is_empty()
            && self.dates.is_empty()
            && self.kinds.is_empty()
            && self.filters.is_empty()
    }

    /// Whether something of it is one name of several parts, and whether one of these names is numbers.
    pub(super) fn is_together(&self) -> (bool, bool) {
        let is_number = self.together.iter().any(|together| together.is_number);
        (!self.together.is_empty(), is_number)
    }

    /// Whether a record must be something beside having the words and dates.
    pub(super) fn has_conditions(&self) -> bool {
        !(self.kinds.is_empty()
            && self.filters.is_empty()
            && self.phrases.is_empty()
            && self.together.is_empty()
            && self.without.is_empty()
            && self.without_phrases.is_empty())
    }

    /// Takes an operator with its value from the front; what follows, if there was one.
    fn operator<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        let (plain, negated) = match text.strip_prefix('!') {
            Some(plain) => (plain, true),
            None => (text, false),
        };
        let (operator, after) = plain.split_once(':')?;
        let operator = operator.to_lowercase();
        let kind = Kind::ALL.iter().find(|kind| kind.word() == operator);
        let (value, mut rest) = value(after);
        let kind = kind.filter(|_| !negated);
        let before = (self.filters.len(), self.kinds.len());
        // A quotation mark that closes ends the value.
        let at_end = rest.trim_start().is_empty() && !after.trim_end().ends_with('"');
        match filter::read(&operator, value, negated, at_end) {
            Some(Read::Filter(filter)) => self.filters.push(filter),
            // `brief:` alone lists them.
            Some(Read::Open) => self.kinds.extend(kind),
            Some(Read::Unknown(usage)) => self.complaint = Some(usage),
            None => {
                self.kinds.push(*kind?);
                rest = after;
            }
        }
        if before != (self.filters.len(), self.kinds.len()) {
            let written = text.strip_suffix(rest).unwrap_or(text);
            self.operators.push(written.trim_end().to_owned());
        }
        Some(rest)
    }

    fn say(&mut self, text: &str) {
        self.said.push_str(text);
        self.said.push(' ');
    }

    fn loose(&mut self, pieces: &[&str]) {
        for piece in pieces {
            self.say(piece);
        }
        let pieces = dates::without_fillers(pieces);
        let mut rest = pieces.as_slice();
        while let Some((piece, others)) = rest.split_first() {
            if dates::is_impossible(rest) {
                self.complaint = Some("the calendar has no such day");
            }
            if let Some((date, taken)) = dates::read_open(rest, rest.len() == pieces.len()) {
                // A bare year also stands in ids and titles, so it counts as a word as well.
                self.dates.push(date);
                rest = rest.get(taken..).unwrap_or_default();
                continue;
            }
            let (piece, exact) = match piece.strip_prefix('\'') {
                Some(word) => (word, true),
                None => (*piece, false),
            };
            let before = self.terms.len();
            self.add(piece, exact);
            if exact && self.terms.len() > before {
                self.operators.push(format!("'{piece}"));
            }
            rest = others;
        }
    }

    fn phrase(&mut self, phrase: &str, open: bool) {
        let words: Vec<String> = fold::words(phrase).into_iter().map(|word| word.folded).collect();
        if words.is_empty() {
            return;
        }
        self.say(phrase);
        self.add(phrase, true);
        if let Some(last) = self.terms.last_mut() {
            last.exact = !open;
        }
        self.operators.push(format!("\"{}\"", phrase.trim()));
        self.phrases.push(Phrase { words, open });
    }

    /// Takes what must not stand in the record; its end `may_go_on` to longer words, unless it is so
    /// short, or so common, that it would begin nearly all of them.
    fn exclude(&mut self, text: &str, may_go_on: bool, written: String) {
        let mut words: Vec<String> =
            fold::words(text).into_iter().map(|word| word.folded).collect();
        let Some(last) = words.last() else { return };
        let is_long = last.chars().count() >= SHORTEST_BEGINNING || has_unspaced(last);
        let is_long = is_long && !is_stop_word(last);
        let open = may_go_on && is_long;
        self.operators.push(written);
        if words.len() > 1 {
            self.without_phrases.push(Phrase { words, open });
        } else {
            self.without.extend(words.pop().map(|word| Term { word, exact: !open }));
        }
    }

    fn add(&mut self, text: &str, exact: bool) {
        let text = from_host(text);
        let words = fold::words(text);
        self.together.extend(Together::new(text, &words, !exact));
        let follows = words.iter().skip(1).map(|word| word.gap == Gap::Hyphen).chain([false]);
        for (word, joined) in words.iter().zip(follows) {
            // Every language writes the article of Arabic names in its own way.
            if joined && !exact && ARABIC_ARTICLES.contains(&&*word.folded) {
                continue;
            }
            let word: String = word.folded.chars().take(LONGEST_WORD).collect();
            self.terms.push(Term { word, exact });
        }
    }

    fn drop_stop_words(&mut self) {
        let counts = |term: &Term| !is_stop_word(&term.word);
        if self.terms.iter().any(counts) || !self.dates.is_empty() {
            self.terms.retain(counts);
        }
    }
}

/// The value of an operator, which may stand in quotation marks, and what follows it.
fn value(text: &str) -> (&str, &str) {
    match text.strip_prefix('"') {
        Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
        None => text.split_once(char::is_whitespace).unwrap_or((text, "")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(typed: &str) -> Vec<String> {
        Query::new(typed).terms.into_iter().map(|term| term.word).collect()
    }

    #[test]
    fn stop_words_are_sorted_so_that_they_can_be_found() {
        assert!(STOP_WORDS.is_sorted());
        assert!(is_stop_word("who") && is_stop_word("a") && is_stop_word("with"));
    }

    #[test]
    fn stop_words_count_only_when_there_is_nothing_else() {
        assert_eq!(words("Who did the attack"), ["attack"]);
        assert_eq!(words("how many teachers went on strike"), ["teachers", "strike"]);
        assert_eq!(words("who"), ["who"]);
        assert_eq!(words("what happened"), ["what", "happened"]);
    }

    #[test]
    fn the_article_of_an_arabic_name_counts_for_nothing() {
        assert_eq!(words("mustafa el-Khateeb"), ["mustafa", "khateeb"]);
        assert_eq!(words("as-Sharif al"), ["sharif", "al"]);
        assert_eq!(words("e-mail \"al-khatib\""), ["e", "mail", "al", "khatib"]);
    }

    #[test]
    fn phrases_exclusions_and_exact_words() {
        let query = Query::new("\"second Attack\" 'tims !e-mail צה\"ל");
        assert_eq!(query.phrases.len(), 1);
        assert_eq!(query.phrases[0].words, ["second", "attack"]);
        let email = Phrase { words: vec!["e".to_owned(), "mail".to_owned()], open: true };
        assert_eq!((query.without, query.without_phrases), (Vec::new(), vec![email]));
        let terms: Vec<_> =
            query.terms.iter().map(|term| (term.word.as_str(), term.exact)).collect();
        assert_eq!(terms, [("second", true), ("attack", true), ("tims", true), ("צהל", false)]);
    }

    #[test]
    fn of_and_the_beside_a_day_count_for_nothing() {
        let plain = Query::new("15 july");
        for typed in ["15th of july", "the 15th of July", "july the 15th", "15 OF july"] {
            let query = Query::new(typed);
            assert_eq!((query.dates, query.terms), (plain.dates.clone(), Vec::new()), "{typed}");
        }
        let (with, without) =
            (Query::new("rama 15th of july 2022"), Query::new("rama 15 july 2022"));
        assert_eq!((with.dates, with.terms), (without.dates, without.terms));
        assert_eq!(Query::new("15th of j").dates, Query::new("15 j").dates, "being typed");
        assert!(Query::new("31 of february").complaint.is_some());
        assert!(Query::new("24 of the teachers").dates.is_empty());
        assert_eq!(words("24 of the teachers"), ["24", "teachers"]);
    }

    #[test]
    fn a_wrong_value_of_an_operator_is_told() {
        for typed in ["tims after:2022-13", "is:dis rama", "rama is:\"dis\"", "after:2022-0 x"] {
            assert!(Query::new(typed).complaint.is_some(), "{typed}");
        }
        for typed in ["rama is:dis", "rama is:\"dis", "tims after:2022-0", "is:", "after:2022-1 x"]
        {
            assert_eq!(Query::new(typed).complaint, None, "{typed}");
        }
    }

    #[test]
    fn an_excluded_word_excludes_what_begins_so_from_three_letters_on() {
        for (typed, word, exact) in [
            ("!mail", "mail", false),
            ("!war", "war", false),
            ("!e", "e", true),
            ("!the", "the", true),
            ("!'mail", "mail", true),
            ("!\"mail\"", "mail", true),
            ("!\"mai", "mai", false),
        ] {
            let query = Query::new(typed);
            assert_eq!(query.without, [Term { word: word.to_owned(), exact }], "{typed}");
        }
    }

    #[test]
    fn an_excluded_phrase_requires_nothing() {
        let query = Query::new("rama !\"black reward\" tims");
        let phrase = Phrase { words: vec!["black".to_owned(), "reward".to_owned()], open: false };
        assert_eq!((query.without, query.without_phrases), (Vec::new(), vec![phrase]));
        assert_eq!(query.operators, ["!\"black reward\""]);
        assert!(query.phrases.is_empty());
        assert_eq!(words("rama !\"black reward\" tims"), ["rama", "tims"]);
    }

    #[test]
    fn a_kind_before_a_colon_narrows() {
        let query = Query::new("Actor:rama event:july-15-attack of: x");
        assert_eq!(query.kinds, [Kind::Actor, Kind::Event]);
        assert_eq!(words("actor:rama x:y"), ["rama", "x", "y"]);
        assert!(!Query::new("source:").is_empty());
    }

    #[test]
    fn what_holds_no_word_is_empty() {
        for typed in ["", " ", "*", "\\", "\"", "\"\"", "!", "'", "\u{202e}", "\u{301}", "👍"] {
            assert!(Query::new(typed).is_empty(), "{typed:?}");
        }
    }

    #[test]
    fn a_paste_is_cut() {
        let query = Query::new(&"lapid ".repeat(2000));
        assert_eq!(query.terms.len(), MOST_WORDS);
        assert_eq!(Query::new(&"x".repeat(10_000)).terms[0].word.len(), LONGEST_WORD);
    }
}
