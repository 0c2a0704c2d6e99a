//! Words that people use for one another, by their stems, so that each is found whatever its ending.

use crate::search::fold;
use crate::search::fold::distance::distance;
use crate::search::fold::stem::stem;
use std::collections::HashMap;

/// Words of one member of a group that are compared; nobody types more of one notion.
const LONGEST: usize = 4;

/// Fewest letters of a stem with a slip in it.
const SHORTEST_WITH_SLIP: usize = 6;

/// A group of words.
pub(in crate::search) type GroupId = u32;

/// Words that were typed and stand for a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) struct Notion {
    /// The place of the first of the words in what was typed.
    pub(in crate::search) at: usize,
    /// How many words it takes.
    pub(in crate::search) words: usize,
    /// The groups that it belongs to.
    pub(in crate::search) groups: Vec<GroupId>,
}

/// The groups.
#[derive(Debug, Default)]
pub(in crate::search) struct Thesaurus {
    /// The single words of each group; of several words none stands in a text as one.
    groups: Vec<Vec<Box<str>>>,
    /// The groups of a word, or of several, by their stems with blanks between.
    by_stems: HashMap<Box<str>, Vec<GroupId>>,
}

impl Thesaurus {
    /// Adds a group.
    pub(in crate::search) fn push(&mut self, words: impl Iterator<Item = impl AsRef<str>>) {
        let Ok(group) = GroupId::try_from(self.groups.len()) else { return };
        let mut single = Vec::new();
        for word in words {
            let folded: Vec<String> =
                fold::words(word.as_ref()).into_iter().map(|word| word.folded).collect();
            let groups = self.by_stems.entry(stems(&folded).into_boxed_str()).or_default();
            if groups.last() != Some(&group) {
                groups.push(group);
            }
            if let [alone] = folded.as_slice() {
                single.push(alone.clone().into_boxed_str());
            }
        }
        self.groups.push(single);
    }

    /// The single words of a group.
    pub(in crate::search) fn words(&self, group: GroupId) -> impl Iterator<Item = &str> {
        let words = usize::try_from(group).ok().and_then(|group| self.groups.get(group));
        words.into_iter().flatten().map(|word| &**word)
    }

    /// What the typed words stand for, each word in the longest run that is known.
    pub(in crate::search) fn notions(&self, typed: &[String]) -> Vec<Notion> {
        let mut notions = Vec::new();
        let mut at = 0;
        while at < typed.len() {
            let longest = LONGEST.min(typed.len() - at);
            let known = (1..=longest).rev().find_map(|words| {
                let groups = self.by_stems.get(stems(typed.get(at..at + words)?).as_str())?;
                Some(Notion { at, words, groups: groups.clone() })
            });
            at += known.as_ref().map_or(1, |notion| notion.words);
            notions.extend(known);
        }
        notions
    }

    /// The groups of a word with one slip in it, where it is long enough for that.
    pub(in crate::search) fn near(&self, typed: &str) -> Vec<GroupId> {
        let letters: Vec<char> = typed.chars().collect();
        if letters.len() < SHORTEST_WITH_SLIP {
            return Vec::new();
        }
        let is_near = |known: &str| {
            let other: Vec<char> = known.chars().collect();
            // The end of a word is another matter: it may have several.
            letters.first() == other.first()
                && letters.len().abs_diff(other.len()) <= 2
                && distance(&other, &letters, 1).beginning <= 1
        };
        let mut words = self.groups.iter().flatten();
        let near = words.find(|word| is_near(word));
        near.and_then(|word| self.by_stems.get(&*stem(word))).cloned().unwrap_or_default()
    }

    /// Bytes in memory.
    pub(in crate::search) fn memory(&self) -> usize {
        let letters =
            |words: &Vec<Box<str>>| words.iter().map(|word| word.len() + 16).sum::<usize>();
        let groups: usize = self.groups.iter().map(letters).sum();
        let keys: usize = self.by_stems.keys().map(|key| key.len() + 48).sum();
        groups + keys
    }
}

fn stems(words: &[String]) -> String {
    let stems: Vec<_> = words.iter().map(|word| stem(word)).collect();
    stems.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notions(typed: &str) -> Vec<(usize, usize, Vec<GroupId>)> {
        let mut thesaurus = Thesaurus::default();
        thesaurus.push(["deny", "reject", "denial"].into_iter());
        thesaurus.push(["death toll", "killed", "dead"].into_iter());
        thesaurus.push(["dead", "lifeless"].into_iter());
        let typed: Vec<String> = typed.split(' ').map(str::to_owned).collect();
        let found = thesaurus.notions(&typed);
        found.into_iter().map(|notion| (notion.at, notion.words, notion.groups)).collect()
    }

    #[test]
    fn a_word_is_known_in_each_of_its_endings_and_in_the_longest_run() {
        assert_eq!(notions("who denied it"), [(1, 1, vec![0])]);
        assert_eq!(notions("denies"), notions("deny"));
        assert_eq!(notions("the death toll rejected"), [(1, 2, vec![1]), (3, 1, vec![0])]);
        assert_eq!(notions("dead"), [(0, 1, vec![1, 2])]);
        assert_eq!(notions("death"), []);
    }

    #[test]
    fn a_long_word_is_known_with_a_slip_in_it() {
        let mut thesaurus = Thesaurus::default();
        thesaurus.push(["demonstrator", "protester"].into_iter());
        assert_eq!(thesaurus.near("demonstraters"), [0]);
        assert!(thesaurus.near("lifeles").is_empty() && thesaurus.near("proteuster").is_empty());
    }

    #[test]
    fn of_several_words_none_is_looked_for_alone() {
        let mut thesaurus = Thesaurus::default();
        thesaurus.push(["death toll", "killed"].into_iter());
        assert_eq!(thesaurus.words(0).collect::<Vec<_>>(), ["killed"]);
        assert_eq!(thesaurus.words(7).count(), 0);
    }
}
