//! What people write for the words of closed lists.

use super::Word;
use super::context::quoted;
use super::others;
use crate::text;
use crate::text::{DisplayText, nearest};

/// Other words, each with those that it is written for: the one that the list has is meant.
const OTHERS: &[(&str, &[&str])] = &[
    ("accident", &["disaster"]),
    ("alleged", &["unconfirmed"]),
    ("apt", &["intrusion-set"]),
    ("arrest", &["legal"]),
    ("attack", &["cyber"]),
    ("blog", &["media"]),
    ("closed", &["removed"]),
    ("company", &["organisation"]),
    ("confirmed", &["occurred"]),
    ("court", &["legal"]),
    ("culprit", &["attribution"]),
    ("cyber-attack", &["cyber"]),
    ("cyberattack", &["cyber"]),
    ("date", &["when"]),
    ("deleted", &["removed"]),
    ("done", &["occurred", "final"]),
    ("exercise", &["military"]),
    ("hack", &["cyber"]),
    ("happened", &["occurred"]),
    ("indictment", &["legal"]),
    ("location", &["where"]),
    ("method", &["how"]),
    ("newspaper", &["media"]),
    ("paywall", &["paywalled"]),
    ("perpetrator", &["attribution"]),
    ("place", &["where"]),
    ("postponed", &["planned"]),
    ("press", &["media", "publication"]),
    ("published", &["final", "publication"]),
    ("quantity", &["number"]),
    ("reason", &["cause"]),
    ("report", &["publication"]),
    ("result", &["outcome"]),
    ("rumoured", &["unconfirmed"]),
    ("sanctions", &["diplomatic"]),
    ("software", &["tool"]),
    ("speech", &["statement"]),
    ("threat-actor", &["intrusion-set"]),
    ("time", &["when"]),
    ("trial", &["legal"]),
    ("victim", &["target"]),
    ("website", &["media"]),
    ("why", &["cause"]),
];

/// Letters of the shortest word that is looked for in the meanings.
const SHORTEST: usize = 5;

/// Which words of a list another one was meant to be, as advice; none where nothing is like it.
pub(super) fn meant<W: Word>(written: &str) -> Option<DisplayText> {
    let level = others::level(written);
    let words = others::meant(OTHERS, &level);
    let listed = words.and_then(|words| words.iter().find(|word| W::read(word).is_some()));
    if let Some(word) = listed {
        return Some(text!["did you mean `", *word, "`?"]);
    }
    if let [one, other, ..] = several::<W>(&level).as_slice() {
        return Some(text!["one word: `", *one, "` or `", *other, "`"]);
    }
    if let Some(near) = nearest(written, W::ENTRIES.iter().map(|(word, _)| *word)) {
        return Some(text!["did you mean `", quoted(near), "`?"]);
    }
    let with =
        |(word, meaning): &(&'static str, &'static str)| text!["`", *word, "` (", *meaning, ")"];
    match described::<W>(&level).as_slice() {
        [only] => Some(text!["did you mean ", with(only), "?"]),
        [one, other] => Some(text!["did you mean ", with(one), " or ", with(other), "?"]),
        _ => None,
    }
}

/// The words of a list that were written as one.
fn several<W: Word>(level: &str) -> Vec<&'static str> {
    let words = level.split([',', ';', '/', '+', '&']).map(|word| word.trim_matches(['-', ' ']));
    let known = |word: &str| W::ENTRIES.iter().find(|(own, _)| *own == word).map(|(own, _)| *own);
    // One that is in no list leaves nothing to choose from.
    words.map(known).collect::<Option<Vec<&'static str>>>().unwrap_or_default()
}

/// The entries whose meaning has a word. One that says what something is not has it for the opposite.
fn described<W: Word>(level: &str) -> Vec<(&'static str, &'static str)> {
    if level.chars().count() < SHORTEST {
        return Vec::new();
    }
    let has = |meaning: &str| {
        let mut words = meaning.split(|letter: char| !letter.is_alphanumeric());
        let denies = |word: &str| matches!(word, "not" | "no" | "without" | "non");
        !words.clone().any(denies) && words.any(|word| word == level)
    };
    W::ENTRIES.iter().copied().filter(|(_, meaning)| has(meaning)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::{
        Access, ActorKind, Aspect, BriefStatus, EventStatus, EventType, PublisherKind,
    };

    fn advice<W: Word>(written: &str) -> String {
        meant::<W>(written).map_or_else(String::new, |advice| advice.to_string())
    }

    #[test]
    fn other_words_are_meant_for_words_of_a_list() {
        assert!(OTHERS.is_sorted());
        for (written, wanted) in [
            (advice::<EventStatus>("confirmed"), "did you mean `occurred`?"),
            (advice::<Aspect>("method"), "did you mean `how`?"),
            (advice::<Aspect>("Perpetrator"), "did you mean `attribution`?"),
            (advice::<ActorKind>("APT"), "did you mean `intrusion-set`?"),
            (advice::<EventType>("syber"), "did you mean `cyber`?"),
            (advice::<EventType>("arrest"), "did you mean `legal`?"),
            (advice::<EventType>("legal, statement"), "one word: `legal` or `statement`"),
            (
                advice::<PublisherKind>("institute"),
                "did you mean `academic` (a university or institute)?",
            ),
        ] {
            assert_eq!(written, wanted);
        }
    }

    #[test]
    fn what_says_something_else_gets_no_word() {
        assert_eq!(advice::<BriefStatus>("unreviewed"), "");
        assert_eq!(advice::<Access>("unopened"), "");
        assert_eq!(advice::<Aspect>("who-not"), "");
    }
}
