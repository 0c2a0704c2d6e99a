//! Words that people use for one another, by their stems, so that each is found whatever its ending.

use crate::search::fold::distance::distance;
use crate::search::fold::stem::stem;
use crate::search::fold::{self, Word};
use crate::search::index::hash::BuildWordHasher;
use crate::search::index::vocabulary::{Places, Vocabulary, WordId};
use serde::{Deserialize, Serialize, Serializer};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

/// Words of one member of a group that are compared; nobody types more of one notion.
const LONGEST: usize = 4;

/// Fewest letters of a stem with a slip in it.
const SHORTEST_WITH_SLIP: usize = 6;

/// Most groups of one word or phrase; a thesaurus of people has a few.
const MOST_GROUPS: usize = 16;

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

/// The word under which the records of a group are kept that have it in several words. No text holds a
/// letter of private use.
pub(in crate::search) fn token(group: GroupId) -> String {
    format!("\u{e000}{group}")
}

/// Words of texts, each with its stem where a member of several words may have that: texts say the same words
/// again and again, and a stem takes long.
pub(in crate::search) type KnownParts = HashMap<Box<str>, Option<Rc<str>>, BuildWordHasher>;

/// The groups.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(in crate::search) struct Thesaurus {
    /// The single words of each group; of several words none stands in a text as one.
    groups: Vec<Vec<Box<str>>>,
    /// The groups of a word, or of several, by their stems with blanks between.
    #[serde(serialize_with = "in_order")]
    by_stems: HashMap<Box<str>, Vec<GroupId>>,
    /// The stems of which members of several words are made.
    #[serde(serialize_with = "each_in_order")]
    parts: HashSet<Box<str>>,
    /// The letters of the single words long enough for a slip, by the first, at which there is none, and by how
    /// many they are.
    #[serde(serialize_with = "in_order")]
    with_slip: HashMap<(char, usize), Vec<Box<[char]>>, BuildWordHasher>,
}

/// What is packed is the same whenever it is.
fn in_order<K: Ord + Serialize, V: Serialize, H, S: Serializer>(
    map: &HashMap<K, V, H>,
    to: S,
) -> Result<S::Ok, S::Error> {
    map.iter().collect::<BTreeMap<_, _>>().serialize(to)
}

/// The same of a set.
fn each_in_order<K: Ord + Serialize, S: Serializer>(
    set: &HashSet<K>,
    to: S,
) -> Result<S::Ok, S::Error> {
    set.iter().collect::<BTreeSet<_>>().serialize(to)
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
            if groups.last() != Some(&group) && groups.len() < MOST_GROUPS {
                groups.push(group);
            }
            if folded.len() > 1 {
                self.parts.extend(folded.iter().map(|word| stem(word).into()));
            }
            if let [alone] = folded.as_slice() {
                single.push(alone.clone().into_boxed_str());
                let letters: Vec<char> = alone.chars().collect();
                if let Some(first) = letters.first().filter(|_| letters.len() >= SHORTEST_WITH_SLIP)
                {
                    let alike = self.with_slip.entry((*first, letters.len())).or_default();
                    alike.push(letters.into_boxed_slice());
                }
            }
        }
        self.groups.push(single);
    }

    /// The words of a vocabulary that belong to each of the groups, in whatever form, with those that stand
    /// for several.
    pub(in crate::search) fn found_in(&self, vocabulary: &Vocabulary) -> Vec<Vec<WordId>> {
        let is_word = |id: &WordId| {
            let places = vocabulary.places(*id);
            !places.meets(Places::COMPOUND) && !places.is_acronym()
        };
        let of = |(group, words): (GroupId, &Vec<Box<str>>)| {
            let single = words.iter().flat_map(|word| {
                let forms = vocabulary.forms(&stem(word)).collect::<Vec<_>>();
                vocabulary.find(word).into_iter().chain(forms)
            });
            let mut found: Vec<WordId> = single.filter(is_word).collect();
            found.extend(vocabulary.find(&token(group)));
            found.sort_unstable();
            found.dedup();
            found
        };
        (0..).zip(&self.groups).map(of).collect()
    }

    /// What the typed words stand for, each word in the longest run that is known.
    pub(in crate::search) fn notions(&self, typed: &[String]) -> Vec<Notion> {
        let mut notions = Vec::new();
        if self.groups.is_empty() {
            return notions;
        }
        let stems: Vec<_> = typed.iter().map(|word| stem(word)).collect();
        let stems: Vec<&str> = stems.iter().map(|stem| &**stem).collect();
        self.runs(&stems, |at, words, groups| {
            notions.push(Notion { at, words, groups: groups.to_vec() });
        });
        notions
    }

    /// Tells of each run of stems that is known, with its place and its length, the longest at each place.
    fn runs<'a>(&'a self, stems: &[&str], mut tell: impl FnMut(usize, usize, &'a [GroupId])) {
        let mut run = String::new();
        let mut at = 0;
        while at < stems.len() {
            run.clear();
            let mut longest = None;
            for (words, stem) in (1..=LONGEST).zip(stems.iter().skip(at)) {
                if words > 1 {
                    run.push(' ');
                }
                run.push_str(stem);
                longest = self.by_stems.get(run.as_str()).map(|groups| (words, groups)).or(longest);
            }
            if let Some((words, groups)) = longest {
                tell(at, words, groups);
            }
            at += longest.map_or(1, |(words, _)| words);
        }
    }

    /// The groups that stand in a text in several words.
    pub(in crate::search) fn phrases(
        &self,
        words: &[Word],
        known: &mut KnownParts,
    ) -> Vec<GroupId> {
        if self.parts.is_empty() || words.len() < 2 {
            return Vec::new();
        }
        let mut part = |word: &Word| {
            known.get(word.folded.as_str()).cloned().unwrap_or_else(|| {
                let stem = stem(&word.folded);
                let part = self.parts.contains(&*stem).then(|| Rc::from(&*stem));
                known.insert(word.folded.clone().into_boxed_str(), part.clone());
                part
            })
        };
        let parts: Vec<Option<Rc<str>>> = words.iter().map(&mut part).collect();
        let mut groups: BTreeSet<GroupId> = BTreeSet::new();
        for run in parts.split(Option::is_none).filter(|run| run.len() > 1) {
            let run: Vec<&str> = run.iter().flatten().map(|stem| &**stem).collect();
            self.runs(&run, |_, words, of_run| {
                if words > 1 {
                    // Each once, however often the text says so.
                    groups.extend(of_run);
                }
            });
        }
        groups.into_iter().collect()
    }

    /// A word with one slip in it, where it is long enough for that.
    pub(in crate::search) fn near(&self, typed: &str) -> Option<String> {
        let letters: Vec<char> = typed.chars().collect();
        if letters.len() < SHORTEST_WITH_SLIP {
            return None;
        }
        // There may be several of it.
        let forms =
            || [Some(letters.as_slice()), letters.strip_suffix(&['s'])].into_iter().flatten();
        let first = *letters.first()?;
        let lengths = letters.len().saturating_sub(2)..=letters.len() + 1;
        let words = lengths.filter_map(|length| self.with_slip.get(&(first, length))).flatten();
        let is_near = |known: &&[char]| {
            let may_be = |form: &&[char]| form.len().abs_diff(known.len()) <= 1;
            forms().filter(may_be).any(|form| distance(form, known, 1).whole <= 1)
        };
        words.map(|known| &**known).find(is_near).map(|known| known.iter().collect())
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
        thesaurus.push(["demonstrator", "protester", "nato"].into_iter());
        assert_eq!(thesaurus.near("demonstraters").as_deref(), Some("demonstrator"));
        for typed in ["prutxster", "natanz", "emonstrator", "demo"] {
            assert_eq!(thesaurus.near(typed), None, "{typed}");
        }
    }

    #[test]
    fn several_words_are_found_in_a_text_however_it_was_read_before() {
        let mut thesaurus = Thesaurus::default();
        thesaurus.push(["death toll", "killed"].into_iter());
        thesaurus.push(["cut off ties", "break"].into_iter());
        let mut known = KnownParts::default();
        for (text, groups) in [
            ("the death toll", vec![0]),
            ("the tolls of death", vec![]),
            ("they cut off ties, and the death tolls rose", vec![0, 1]),
            ("cut off. Death toll: cuts off tie", vec![0, 1]),
            ("they cut ties off", vec![]),
            ("killed", vec![]),
        ] {
            let words = fold::words(text);
            assert_eq!(thesaurus.phrases(&words, &mut known), groups, "{text}");
            assert_eq!(thesaurus.phrases(&words, &mut KnownParts::default()), groups, "{text}");
        }
    }

    #[test]
    fn of_several_words_none_is_looked_for_alone() {
        let mut thesaurus = Thesaurus::default();
        thesaurus.push(["death toll", "killed"].into_iter());
        assert_eq!(thesaurus.groups, [[Box::from("killed")]]);
    }
}
