//! What a question wants: who, when, how much; the question words choose it, the others the subject.

use crate::search::fold::stop_words::is_stop_word;
use serde::{Deserialize, Serialize};

/// What a question wants to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::search) enum Wanted {
    /// Somebody.
    Who,
    /// A time.
    When,
    /// A place.
    Where,
    /// A reason.
    Why,
    /// A number, a size, how long or how bad.
    HowMuch,
    /// In what way.
    How,
    /// A thing, or what somebody says.
    What,
    /// One of several.
    Which,
    /// Yes or no.
    Whether,
}

/// Verbs with which a question begins that is answered by yes or no.
const VERBS: &[&str] = &[
    "am", "are", "arent", "can", "could", "did", "didnt", "do", "does", "doesnt", "dont", "had",
    "has", "hasnt", "have", "havent", "is", "isnt", "should", "was", "wasnt", "were", "werent",
    "will", "would",
];
/// What people say before they ask.
const BEFORE: &[&str] = &[
    "and", "any", "anybody", "anyone", "but", "do", "exactly", "explain", "find", "idea", "know",
    "me", "ok", "okay", "out", "please", "remind", "say", "show", "so", "tell", "us", "we", "well",
    "you", "can", "could", "they",
];
/// What is measured.
const MEASURES: &[&str] = &[
    "bad",
    "badly",
    "big",
    "deep",
    "far",
    "fast",
    "frequently",
    "great",
    "heavy",
    "high",
    "large",
    "late",
    "little",
    "long",
    "many",
    "much",
    "often",
    "old",
    "quickly",
    "serious",
    "severe",
    "soon",
    "strong",
    "sure",
    "wide",
];

impl Wanted {
    /// What the folded words of a question want, in whatever way it is begun; none where they ask nothing.
    pub(in crate::search) fn of(words: &[&str]) -> Option<Self> {
        let begins = words.iter().position(|word| Self::opening(word).is_some())?;
        let is_before = |word: &&str| BEFORE.contains(word) || VERBS.contains(word);
        let asked = words.iter().take(begins).all(|word| BEFORE.contains(word));
        // `Do we know who`: what is asked comes after what is said before.
        let later = words.iter().position(|word| !is_before(word));
        let later =
            later.filter(|at| words.get(*at).is_some_and(|word| Self::opening(word).is_some()));
        let at = later.unwrap_or(begins);
        if !asked && later.is_none() {
            return None;
        }
        let word = words.get(at)?;
        let next = words.get(at + 1).copied().unwrap_or_default();
        let after = words.get(at + 2).copied().unwrap_or_default();
        Some(match (*word, next, after) {
            ("how", next, _) if MEASURES.contains(&next) => Self::HowMuch,
            ("what" | "which", "day" | "date" | "time" | "year" | "month" | "hour", _)
            | ("at" | "on", "what" | "which", _) => Self::When,
            ("what" | "which", "place" | "city" | "country" | "town", _) => Self::Where,
            ("what", "number" | "share" | "size" | "amount", _) => Self::HowMuch,
            ("what", "is" | "was", _)
                if asks_for_a_measure(words.get(at..).unwrap_or_default()) =>
            {
                Self::HowMuch
            }
            ("what", "for" | "reason", _) => Self::Why,
            ("is", "it" | "that", "true") => Self::Whether,
            (word, ..) => Self::opening(word)?,
        })
    }

    /// Whether anything may answer it: no time, number or name is asked for.
    pub(in crate::search) fn is_open(self) -> bool {
        matches!(self, Self::What | Self::Which | Self::Whether | Self::How)
    }

    /// What a first word wants.
    fn opening(word: &str) -> Option<Self> {
        Some(match word {
            "who" | "whom" | "whose" | "whos" => Self::Who,
            "when" => Self::When,
            "where" | "wheres" => Self::Where,
            "why" => Self::Why,
            "how" => Self::How,
            "what" | "whats" => Self::What,
            "which" => Self::Which,
            word if VERBS.contains(&word) => Self::Whether,
            _ => return None,
        })
    }
}

/// Whether what is asked for is a number: `what was the death toll`.
fn asks_for_a_measure(words: &[&str]) -> bool {
    const NUMBERS: &[&str] =
        &["toll", "number", "amount", "size", "share", "total", "count", "cost", "price", "sum"];
    let asked = words.iter().skip(2).filter(|word| !is_stop_word(word));
    asked.take(2).any(|word| NUMBERS.contains(word))
}

/// Whether somebody asks who or what something is: that the record of it tells first.
pub(in crate::search) fn asks_for_a_record(words: &[&str]) -> bool {
    match words {
        ["who" | "what", "is" | "are" | "was" | "were", rest @ ..]
            if !asks_for_a_measure(words) =>
        {
            rest.iter().any(|word| !is_stop_word(word))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(typed: &str) -> Option<Wanted> {
        Wanted::of(&typed.split(' ').collect::<Vec<_>>())
    }

    #[test]
    fn the_first_words_say_what_is_wanted() {
        for (typed, expected) in [
            ("who did it", Wanted::Who),
            ("so who did it", Wanted::Who),
            ("do we know who did it", Wanted::Who),
            ("can you tell me when it was", Wanted::When),
            ("what day was it", Wanted::When),
            ("where was it", Wanted::Where),
            ("why albania", Wanted::Why),
            ("how many were killed", Wanted::HowMuch),
            ("how long were they inside", Wanted::HowMuch),
            ("how did they get in", Wanted::How),
            ("what did iran say", Wanted::What),
            ("what is the death toll of the protests", Wanted::HowMuch),
            ("which came first", Wanted::Which),
            ("did iran deny it", Wanted::Whether),
            ("is it true that he left", Wanted::Whether),
            ("can we say that iran did it", Wanted::Whether),
        ] {
            assert_eq!(wanted(typed), Some(expected), "{typed}");
        }
        for typed in ["rama lapid", "second attack", "the day when it was", "world health", ""] {
            assert_eq!(wanted(typed), None, "{typed}");
        }
    }
}
