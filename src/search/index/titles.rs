//! Prepared questions and briefs by their whole titles: the little words of a query, which count for
//! nothing elsewhere, are what tells `Was it Israel?` from everything else about Israel.

use crate::search::fold;
use crate::search::fold::stop_words::is_stop_word;
use crate::search::index::record::RecordId;
use crate::search::query::asks_for_a_record;
use serde::{Deserialize, Serialize};

/// What a title is worth that is the query, little words and all.
pub(in crate::search) const WHOLE: u32 = 2000;
/// The same of questions and briefs; without a little word in it, it stands below the whole name
/// of an actor.
const EQUAL: Worth = Worth { asked: WHOLE, named: 1630 };
/// What a title is worth that begins with the query.
const BEGUN: Worth = Worth { asked: 1900, named: 1500 };
/// The same where the last word may be one that is being typed, below the name of an actor that it begins.
const BEING_TYPED: Worth = Worth { asked: 1900, named: 1400 };
/// The same where a record answers by itself: who somebody is, what something was.
const BEGUN_BESIDE: u32 = 1440;
/// Most titles that one query lifts: a beginning that more have tells nothing.
const MOST: usize = 64;

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
#[derive(Debug, Default, Serialize, Deserialize)]
pub(in crate::search) struct Titles {
    /// Folded, in order.
    list: Vec<(Box<str>, RecordId)>,
}

impl Titles {
    /// Takes a title, or a short one.
    pub(in crate::search) fn push(&mut self, record: RecordId, title: &str) {
        self.list.push((fold::sentence(title).into_boxed_str(), record));
    }

    /// Makes them ready.
    pub(in crate::search) fn finish(&mut self) {
        self.list.sort_unstable();
        self.list.dedup();
        self.list.shrink_to_fit();
    }

    /// Bytes in memory.
    pub(in crate::search) fn memory(&self) -> usize {
        let titles = self.list.capacity() * size_of::<(Box<str>, RecordId)>();
        let letters: usize = self.list.iter().map(|(title, _)| title.len()).sum();
        titles + letters
    }

    /// The records whose whole title a query is.
    pub(in crate::search) fn whole(&self, typed: &str) -> impl Iterator<Item = RecordId> {
        // It is asked at each key, also where there is no title.
        let query = if self.list.is_empty() { String::new() } else { fold::sentence(typed) };
        let from = self.list.partition_point(|(title, _)| **title < *query);
        let titles = self.list.get(from..).unwrap_or_default().iter();
        titles.take_while(move |(title, _)| **title == *query).map(|(_, record)| *record)
    }

    /// The records that a query names by their titles, with what they are worth; one may come twice.
    pub(in crate::search) fn named(&self, typed: &str) -> Vec<(RecordId, u32)> {
        if self.list.is_empty() {
            return Vec::new();
        }
        let query = fold::sentence(typed);
        let words: Vec<&str> = query.split(' ').filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return Vec::new();
        }
        // Titles that are the query, or go on after it; the last word may be one that is being typed.
        let from = self.list.partition_point(|(title, _)| **title < *query);
        let titles = self.list.get(from..).unwrap_or_default().iter();
        let begun = titles.take_while(|(title, _)| title.starts_with(&query)).take(MOST);
        let worth = |title: &str| {
            let is_whole_word = title.get(query.len()..).is_some_and(|rest| rest.starts_with(' '));
            Some(match is_whole_word {
                _ if *title == *query => EQUAL.of(&words),
                _ if words.len() < 2 => return None,
                _ if asks_for_a_record(&words) => BEGUN_BESIDE,
                true => BEGUN.of(&words),
                false => BEING_TYPED.of(&words),
            })
        };
        begun.filter_map(|(title, record)| Some((*record, worth(title)?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(query: &str) -> Option<(RecordId, u32)> {
        let mut titles = Titles::default();
        for (record, title) in (0..).zip(["Was it Israel?", "What does Iran say?", "Who broke in?"])
        {
            titles.push(record, title);
        }
        titles.push(3, "Rama's visit to Israel, October 2022");
        titles.finish();
        titles.named(query).into_iter().max_by_key(|(_, worth)| *worth)
    }

    #[test]
    fn a_title_is_found_by_its_little_words() {
        assert_eq!(best("was it israel"), Some((0, EQUAL.asked)));
        assert_eq!(best("Was it Isr"), Some((0, BEGUN.asked)));
        assert_eq!(best("rama's visit"), Some((3, BEGUN.named)));
        assert_eq!(best("who broke"), Some((2, BEGUN.asked)));
        assert_eq!(best("rama's vis"), Some((3, BEING_TYPED.named)));
        for other in ["", "israel", "the israel", "who", "visit rama"] {
            assert_eq!(best(other), None, "{other}");
        }
    }
}
