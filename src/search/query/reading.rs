//! What was typed: words, phrases, exclusions, dates.

use crate::library::Kind;
use crate::search::fold::scripts::has_unspaced;
use crate::search::fold::stop_words::{is_light_word, is_stop_word};
use crate::search::fold::{self, Gap};
use crate::search::query::boolean::{self, AND, BETWEEN_WORDS, OR};
use crate::search::query::dates::{self, DateQuery, Dotted};
use crate::search::query::figure::Figure;
use crate::search::query::filter::{self, Filter, Read};
use crate::search::query::phrase::Phrase;
use crate::search::query::term::Term;
use crate::search::query::together::{Together, from_host};
use crate::search::query::wanted::{Wanted, asks_for_a_record};

/// Most characters of a word that count.
const LONGEST_WORD: usize = 64;
/// Most characters that count in all.
const LONGEST_QUERY: usize = 1024;
/// Most words that count.
const MOST_WORDS: usize = 16;

/// Fewest letters of an excluded word that also excludes the words that begin so.
const SHORTEST_BEGINNING: usize = 3;

/// The article before Arabic names and what becomes of it before some letters.
const ARABIC_ARTICLES: &[&str] = &["ad", "al", "an", "ar", "as", "ash", "at", "az", "el", "ul"];

/// A query, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::search) struct Query {
    /// The words, in the order in which they were typed.
    pub(in crate::search) terms: Vec<Term>,
    /// Words that must follow each other.
    pub(in crate::search) phrases: Vec<Phrase>,
    /// Words that must stand side by side.
    pub(in crate::search) together: Vec<Together>,
    /// Words that must not stand in the record.
    pub(in crate::search) without: Vec<Term>,
    /// Words that must not follow each other in it.
    pub(in crate::search) without_phrases: Vec<Phrase>,
    /// Numbers that must stand there as they were typed.
    pub(in crate::search) figures: Vec<Figure>,
    /// Whether one of them may be a day.
    pub(in crate::search) may_be_day: bool,
    /// What kinds of records are wanted; none is all.
    pub(in crate::search) kinds: Vec<Kind>,
    /// Days in which it must have been.
    pub(in crate::search) dates: Vec<DateQuery>,
    /// What was read as a date, as it was typed.
    pub(in crate::search) dates_typed: Vec<String>,
    /// Days before or after which it must have been, in words.
    pub(in crate::search) open_dates: Vec<Filter>,
    /// What it must be.
    pub(in crate::search) filters: Vec<Filter>,
    /// The operators, phrases and exclusions in force, as they were typed; what is open on one side as
    /// it was read.
    pub(in crate::search) operators: Vec<String>,
    /// What an operator takes that was given something else.
    pub(in crate::search) complaint: Option<&'static str>,
    /// What an operator takes whose value is still being typed, so that it is not in force.
    pub(in crate::search) unfinished: Option<&'static str>,
    /// What an operator would have been that there is none of.
    pub(in crate::search) unknown_operator: Option<String>,
    /// What to write for a little word that may have been meant as an operator.
    pub(in crate::search) hint: Option<&'static str>,
    /// All that is said in it, with the words that count for nothing.
    pub(in crate::search) said: String,
    /// The folded words of it, in order.
    pub(in crate::search) words: Vec<String>,
    /// Words that need not stand in what is found, but are better there.
    pub(in crate::search) light: Vec<Term>,
    /// Whether every word is one that says nothing or little.
    pub(in crate::search) only_fillers: bool,
    /// What is asked, where it reads as a question.
    pub(in crate::search) wanted: Option<Wanted>,
    /// Whether it is asked who or what something is: that the record of it tells first.
    pub(in crate::search) for_a_record: bool,
}

impl Query {
    /// Reads what was typed.
    pub(in crate::search) fn new(typed: &str) -> Self {
        Self::read(typed, Dotted::Number)
    }

    /// The same with numbers with a dot taken so.
    pub(in crate::search) fn read(typed: &str, dotted: Dotted) -> Self {
        let typed: String = typed.chars().take(LONGEST_QUERY).collect();
        let mut query = Self::default();
        query.take(&typed, dotted);
        query.words = fold::words(&query.said).into_iter().map(|word| word.folded).collect();
        let words: Vec<&str> = query.words.iter().map(String::as_str).collect();
        query.wanted = Wanted::of(&words);
        query.for_a_record = asks_for_a_record(&words);
        if query.wanted.is_none() && typed.trim_end().ends_with('?') {
            query.wanted = Some(Wanted::Whether);
        }
        let pieces: Vec<&str> = typed.split_whitespace().collect();
        query.hint = boolean::hint(&pieces).filter(|_| query.wanted.is_none());
        query.set_fillers_aside();
        if query.wanted.is_some() {
            let is_last = |term: &Term| query.words.last() == Some(&term.word);
            let is_ended = typed.ends_with(|last: char| !last.is_alphanumeric());
            for term in &mut query.terms {
                term.finished |= is_ended || !is_last(term);
            }
        }
        query.terms.truncate(MOST_WORDS);
        query
    }

    /// Reads phrases, operators, exclusions and words.
    fn take(&mut self, typed: &str, dotted: Dotted) {
        let mut loose: Vec<&str> = Vec::new();
        let mut rest = typed.trim_start();
        // Whether what came last can be no side of `OR`.
        let mut is_no_word = false;
        while !rest.is_empty() {
            let excluded = boolean::excluded(rest);
            let body = excluded.unwrap_or(rest);
            let (piece, after_piece) = body.split_once(char::is_whitespace).unwrap_or((body, ""));
            let after = if let Some(quoted) = body.strip_prefix('"') {
                let closed = quoted.split_once('"');
                let (phrase, after) = closed.unwrap_or((quoted, ""));
                self.needs_words(&loose);
                if excluded.is_some() {
                    self.exclude(phrase, closed.is_none(), written(rest, after));
                } else {
                    self.loose(&std::mem::take(&mut loose), dotted);
                    self.phrase(phrase, closed.is_none());
                }
                Some(after)
            } else if let Some(after) = self.operator(rest, body, excluded.is_some()) {
                self.needs_words(&loose);
                Some(after)
            } else if excluded.is_some() {
                self.needs_words(&loose);
                self.exclude(piece, !piece.starts_with('\''), written(rest, after_piece));
                Some(after_piece)
            } else {
                None
            };
            if after.is_none() && piece != AND {
                if is_no_word && piece == OR && !after_piece.trim_start().is_empty() {
                    self.complaint = Some(BETWEEN_WORDS);
                }
                let unknown = boolean::unknown_operator(piece);
                self.unknown_operator = unknown.map(str::to_owned).or(self.unknown_operator.take());
                loose.push(piece);
            }
            is_no_word = after.is_some();
            rest = after.unwrap_or(after_piece).trim_start();
        }
        self.loose(&loose, dotted);
    }

    /// Whether nothing is looked for.
    pub(in crate::search) fn is_empty(&self) -> bool {
        self.terms.is_empty()
            && self.dates.is_empty()
            && self.open_dates.is_empty()
            && self.kinds.is_empty()
            && self.filters.is_empty()
    }

    /// Whether something of it is one name of several parts, and whether one of these names is numbers.
    pub(in crate::search) fn is_together(&self) -> (bool, bool) {
        let is_number = self.together.iter().any(|together| together.is_number);
        (!self.together.is_empty(), is_number)
    }

    /// Whether a record must be something beside having the words and dates.
    pub(in crate::search) fn has_conditions(&self) -> bool {
        !(self.kinds.is_empty()
            && self.filters.is_empty()
            && self.open_dates.is_empty()
            && self.phrases.is_empty()
            && self.together.is_empty()
            && self.figures.is_empty()
            && self.without.is_empty()
            && self.without_phrases.is_empty())
    }

    /// Nothing but a word can follow `OR`.
    fn needs_words(&mut self, loose: &[&str]) {
        if loose.len() > 1 && loose.last() == Some(&OR) {
            self.complaint = Some(BETWEEN_WORDS);
        }
    }

    /// Takes an operator with its value from the front of a text, which is `plain` without what negates
    /// it; what follows, if there was one.
    fn operator<'t>(&mut self, text: &str, plain: &'t str, negated: bool) -> Option<&'t str> {
        let (operator, after) = plain.split_once(':')?;
        let operator = operator.to_lowercase();
        let kind = Kind::ALL.iter().find(|kind| kind.word() == operator);
        let (value, mut rest) = filter::value(after);
        let kind = kind.filter(|_| !negated);
        let before = (self.filters.len(), self.kinds.len());
        // A quotation mark that closes ends the value.
        let at_end = rest.trim_start().is_empty() && !after.trim_end().ends_with('"');
        match filter::read(&operator, value, negated, at_end) {
            Some(Read::Filter(filter)) => self.filters.push(filter),
            // `brief:` alone lists them.
            Some(Read::Open(usage)) => {
                self.kinds.extend(kind);
                self.unfinished = kind.is_none().then_some(usage);
            }
            Some(Read::Unknown(usage)) => self.complaint = Some(usage),
            None => {
                self.kinds.push(*kind?);
                rest = after;
            }
        }
        if before != (self.filters.len(), self.kinds.len()) {
            self.operators.push(written(text, rest));
        }
        Some(rest)
    }

    fn say(&mut self, text: &str) {
        self.said.push_str(text);
        self.said.push(' ');
    }

    fn loose(&mut self, pieces: &[&str], dotted: Dotted) {
        for piece in pieces {
            self.say(piece);
        }
        let mut rest = pieces;
        while let Some((piece, others)) = rest.split_first() {
            if *piece == OR && rest.len() < pieces.len() {
                // At the end it is still being typed; behind a date it stands where it cannot.
                self.complaint = (!others.is_empty()).then_some(BETWEEN_WORDS).or(self.complaint);
                rest = others;
                continue;
            }
            let taken = boolean::alternatives(rest);
            if taken > 1 {
                if boolean::has_date(rest, taken, dotted) {
                    self.complaint = Some(BETWEEN_WORDS);
                }
                self.alternatives(rest.get(..taken).unwrap_or_default());
                rest = rest.get(taken..).unwrap_or_default();
                continue;
            }
            let may_be_date = dates::may_begin(rest);
            if may_be_date && dates::is_impossible(rest) {
                self.complaint = Some("the calendar has no such day");
            }
            if may_be_date
                && let Some((date, taken)) =
                    dates::read_open(rest, rest.len() == pieces.len(), dotted)
            {
                self.date(date);
                self.dates_typed.push(rest.get(..taken).unwrap_or_default().join(" "));
                rest = rest.get(taken..).unwrap_or_default();
                continue;
            }
            let (piece, exact) = without_mark(piece);
            let before = self.terms.len();
            let figure = if others.is_empty() { Figure::open(piece) } else { Figure::new(piece) };
            if let Some(figure) = figure {
                figure.words().for_each(|(word, is_whole)| self.add(word, is_whole));
                self.figures.push(figure);
                self.may_be_day |= dates::read_open(rest, true, Dotted::Day).is_some();
            } else {
                self.add(piece, exact);
            }
            if exact && self.terms.len() > before {
                self.operators.push(format!("'{piece}"));
            }
            rest = others;
        }
    }

    fn date(&mut self, date: DateQuery) {
        if let Some(filter) = filter::of_open(&date) {
            self.open_dates.push(filter);
            self.operators.extend(date.words().map(|words| words.to_string()));
        } else {
            // A bare year also stands in ids and titles, so it counts as a word as well.
            self.dates.push(date);
        }
    }

    /// Takes words with `OR` between them as one; of a word with a hyphen the parts are one too.
    fn alternatives(&mut self, pieces: &[&str]) {
        let (known, together) = (self.terms.len(), self.together.len());
        let mut terms = Vec::new();
        for piece in pieces.iter().step_by(2).take(MOST_WORDS) {
            let (word, exact) = without_mark(piece);
            self.add(word, exact);
            let word: String = self.terms.drain(known..).map(|term| term.word).collect();
            if !word.is_empty() {
                terms.push(if exact { Term::exact(word) } else { Term::open(word) });
            }
        }
        // They are one word here, whatever stands between them in a text.
        self.together.truncate(together);
        if terms.len() > 1 {
            self.operators.push(pieces.join(" "));
        }
        let mut terms = terms.into_iter();
        let first = terms.next();
        self.terms.extend(first.map(|first| Term { others: terms.collect(), ..first }));
    }

    fn phrase(&mut self, phrase: &str, open: bool) {
        let words: Vec<String> = fold::words(phrase).into_iter().map(|word| word.folded).collect();
        if words.is_empty() {
            return;
        }
        self.say(phrase);
        self.add(phrase, true);
        if let Some(last) = self.terms.last_mut() {
            *last =
                if open { Term::open(last.word.clone()) } else { Term::exact(last.word.clone()) };
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
            let term = |word| if open { Term::open(word) } else { Term::exact(word) };
            self.without.extend(words.pop().map(term));
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
            self.terms.push(if exact { Term::exact(word) } else { Term::open(word) });
        }
    }

    /// Takes out the words that say nothing, and sets those aside that say little; where nothing else
    /// is left, these are what is looked for.
    fn set_fillers_aside(&mut self) {
        let says_nothing = |term: &Term| term.all(|term| !term.exact && is_stop_word(&term.word));
        let says_little = |term: &Term| term.all(|term| !term.exact && is_light_word(&term.word));
        let has_more = !self.dates.is_empty() || !self.open_dates.is_empty();
        self.only_fillers = !has_more
            && !self.terms.is_empty()
            && self.terms.iter().all(|term| says_nothing(term) || says_little(term));
        // The last word may be the beginning of another, unless a question is asked.
        let asks = self.wanted.is_some();
        let last = self.terms.last().filter(|term| !asks && says_nothing(term)).cloned();
        if has_more || !self.terms.iter().all(says_nothing) {
            self.terms.retain(|term| !says_nothing(term));
            self.light.extend(last);
        }
        if asks && (has_more || !self.terms.iter().all(says_little)) {
            let (light, terms) = std::mem::take(&mut self.terms).into_iter().partition(says_little);
            self.terms = terms;
            self.light.extend::<Vec<Term>>(light);
        }
    }
}

/// A word without the mark that makes it exact, and whether it had one.
fn without_mark(piece: &str) -> (&str, bool) {
    piece.strip_prefix('\'').map_or((piece, false), |word| (word, true))
}

/// What was typed before the rest.
fn written(text: &str, rest: &str) -> String {
    text.strip_suffix(rest).unwrap_or(text).trim_end().to_owned()
}

#[cfg(test)]
mod tests;
