//! Prepared questions and briefs by their whole titles: the little words of a query, which count for
//! nothing elsewhere, are what tells `Was it Israel?` from everything else about Israel.

use crate::library::Kind;
use crate::search::fold;
use crate::search::fold::stop_words::is_stop_word;
use crate::search::index::record::RecordId;
use std::collections::HashMap;

/// What a title is worth that is the query; without a little word in it, it stands below the whole name
/// of an actor.
const EQUAL: Worth = Worth { asked: 2000, named: 1630 };
/// What a title is worth that begins with the query.
const BEGUN: Worth = Worth { asked: 1900, named: 1500 };
/// The same where the last word may be one that is being typed, below the name of an actor that it begins.
const BEING_TYPED: Worth = Worth { asked: 1900, named: 1400 };
/// The same where a record answers by itself: who somebody is, when something was.
const BEGUN_BESIDE: u32 = 1440;
/// What a title is worth that holds all that a question asks, above actors of that name.
const HOLDS: u32 = 1750;
/// The same where a record answers by itself.
const HOLDS_BESIDE: u32 = 1250;
/// What a question is worth that asks in the same words for what its answer has.
const ASKS: u32 = 1500;
/// Most surplus words of a title that are counted against it.
const MOST_SURPLUS: usize = 40;
/// Most titles that one query lifts: a beginning that more have tells nothing.
const MOST: usize = 64;

/// Verbs that people change for each other when they repeat a question.
const VERBS: &[&str] = &[
    "are", "be", "been", "can", "could", "did", "do", "does", "had", "has", "have", "is", "was",
    "were", "will", "would",
];
/// Words with which a question begins, beside the verbs.
const ASKING: &[&str] = &["how", "what", "when", "where", "which", "who", "whom", "whose", "why"];
/// Words that a question may have or not.
const ARTICLES: &[&str] = &["a", "an", "the"];

/// What a title is worth by the words of the query.
struct Worth {
    /// Where a little word is among them.
    asked: u32,
    /// Where none is, so that they may be a name.
    named: u32,
}

impl Worth {
    fn of(&self, words: &[&str]) -> u32 {
        let is_asked = words.iter().any(|word| is_stop_word(word));
        if is_asked { self.asked } else { self.named }
    }
}

/// The titles.
#[derive(Debug, Default)]
pub(in crate::search) struct Titles {
    /// Folded, in order.
    list: Vec<(Box<str>, RecordId, Kind)>,
    /// In which of them each word stands, verbs as one.
    words: HashMap<Box<str>, Vec<usize>>,
}

impl Titles {
    /// Takes a title, or a short one.
    pub(in crate::search) fn push(&mut self, record: RecordId, kind: Kind, title: &str) {
        self.list.push((fold::sentence(title).into_boxed_str(), record, kind));
    }

    /// Makes them ready.
    pub(in crate::search) fn finish(&mut self) {
        self.list.sort_unstable();
        self.list.dedup();
        self.list.shrink_to_fit();
        for (at, (title, ..)) in self.list.iter().enumerate() {
            for word in title.split(' ').map(one_verb) {
                let places = self.words.entry(Box::from(word)).or_default();
                if places.last() != Some(&at) {
                    places.push(at);
                }
            }
        }
    }

    /// Bytes in memory.
    pub(in crate::search) fn memory(&self) -> usize {
        let titles = self.list.capacity() * size_of::<(Box<str>, RecordId, Kind)>();
        let letters: usize = self.list.iter().map(|(title, ..)| title.len()).sum();
        let places: usize = self.words.values().map(|places| places.capacity() * 8).sum();
        titles + letters + places + self.words.len() * 48
    }

    /// The records whose whole title a query is.
    pub(in crate::search) fn whole(&self, typed: &str) -> impl Iterator<Item = RecordId> {
        // It is asked at each key, also where there is no title.
        let query = if self.list.is_empty() { String::new() } else { fold::sentence(typed) };
        let from = self.list.partition_point(|(title, ..)| **title < *query);
        let titles = self.list.get(from..).unwrap_or_default().iter();
        titles.take_while(move |(title, ..)| **title == *query).map(|(_, record, _)| *record)
    }

    /// The records that a query names by their titles, with what they are worth; one may come twice.
    pub(in crate::search) fn named(&self, typed: &str) -> Vec<(RecordId, u32)> {
        if self.list.is_empty() {
            return Vec::new();
        }
        let query = fold::sentence(typed);
        let words: Vec<&str> = query.split(' ').filter(|word| !word.is_empty()).collect();
        let mut found = Vec::new();
        if !words.is_empty() {
            self.begun(&query, &words, &mut found);
            self.asked(&words, &mut found);
        }
        found
    }

    /// Titles that are the query, or go on after it; the last word may be one that is being typed.
    fn begun(&self, query: &str, words: &[&str], found: &mut Vec<(RecordId, u32)>) {
        let from = self.list.partition_point(|(title, ..)| **title < *query);
        let titles = self.list.get(from..).unwrap_or_default().iter();
        let begun = titles.take_while(|(title, ..)| title.starts_with(query)).take(MOST);
        for (title, record, _) in begun {
            let is_whole_word = title.get(query.len()..).is_some_and(|rest| rest.starts_with(' '));
            let worth = match is_whole_word {
                _ if **title == *query => EQUAL.of(words),
                _ if words.len() < 2 => continue,
                _ if asks_for_a_record(words) => BEGUN_BESIDE,
                true => BEGUN.of(words),
                false => BEING_TYPED.of(words),
            };
            found.push((*record, worth));
        }
    }

    /// Titles that ask what the query asks.
    fn asked(&self, words: &[&str], found: &mut Vec<(RecordId, u32)>) {
        let is_question =
            words.first().is_some_and(|word| VERBS.contains(word) || ASKING.contains(word));
        let tells = |word: &&&str| !is_stop_word(word);
        if !is_question || !words.iter().any(|word| tells(&word)) {
            return;
        }
        let wanted = words.iter().filter(|word| !ARTICLES.contains(word));
        let wanted: Vec<&str> = wanted.map(|word| one_verb(word)).collect();
        for at in self.with_all(&wanted) {
            let Some((title, record, _)) = self.list.get(at) else { continue };
            let surplus = title.split(' ').count().saturating_sub(words.len()).min(MOST_SURPLUS);
            let most = if asks_for_a_record(words) { HOLDS_BESIDE } else { HOLDS };
            found.push((*record, most - u32::try_from(surplus).unwrap_or_default()));
        }
        // Who asks `how many` is answered by what begins so.
        let opening: Vec<&str> =
            words.iter().take_while(|word| is_stop_word(word)).map(|word| one_verb(word)).collect();
        if opening.len() < 2 {
            return;
        }
        for at in self.with_all(&opening) {
            let Some((title, record, Kind::Question)) = self.list.get(at) else { continue };
            if title.split(' ').map(one_verb).take(opening.len()).eq(opening.iter().copied()) {
                found.push((*record, ASKS));
            }
        }
    }

    /// The titles in which all of the words stand, the first so many.
    fn with_all(&self, words: &[&str]) -> Vec<usize> {
        let places: Option<Vec<&Vec<usize>>> =
            words.iter().map(|word| self.words.get(*word)).collect();
        let mut places = places.unwrap_or_default();
        places.sort_unstable_by_key(|places| places.len());
        let Some((rarest, others)) = places.split_first() else { return Vec::new() };
        let is_in_all = |at: &&usize| others.iter().all(|other| other.binary_search(at).is_ok());
        rarest.iter().filter(is_in_all).take(MOST).copied().collect()
    }
}

/// Whether somebody asks who or what something is, or when or where it was: that the record of it tells
/// first.
fn asks_for_a_record(words: &[&str]) -> bool {
    match words {
        ["when" | "where", ..] => true,
        ["who" | "what", "is" | "are" | "was" | "were", rest @ ..] => {
            rest.iter().any(|word| !is_stop_word(word))
        }
        _ => false,
    }
}

/// One verb for all that are changed for each other.
fn one_verb(word: &str) -> &str {
    if VERBS.contains(&word) { "is" } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(query: &str) -> Option<(RecordId, u32)> {
        let mut titles = Titles::default();
        for (record, title) in (0..).zip(["Was it Israel?", "What does Iran say?", "Who broke in?"])
        {
            titles.push(record, Kind::Question, title);
        }
        titles.push(3, Kind::Brief, "Rama's visit to Israel, October 2022");
        titles.finish();
        titles.named(query).into_iter().max_by_key(|(_, worth)| *worth)
    }

    #[test]
    fn a_title_is_found_by_its_little_words() {
        assert_eq!(best("was it israel"), Some((0, EQUAL.asked)));
        assert_eq!(best("Was it Isr"), Some((0, BEGUN.asked)));
        assert_eq!(best("rama's visit"), Some((3, BEGUN.named)));
        assert_eq!(best("what did iran say"), Some((1, HOLDS)));
        assert_eq!(best("did iran say"), Some((1, HOLDS - 1)));
        assert_eq!(best("who broke"), Some((2, BEGUN.asked)));
        assert_eq!(best("rama's vis"), Some((3, BEING_TYPED.named)));
        assert_eq!(best("was it iran"), Some((0, ASKS)), "where its answer has Iran");
        for other in ["", "israel", "the israel", "who", "visit rama"] {
            assert_eq!(best(other), None, "{other}");
        }
    }
}
