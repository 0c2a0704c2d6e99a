//! What stays of an English word without its ending (Snowball's English stemmer, formerly Porter2).

use frostem::{Algorithm, Stemmer};
use std::borrow::Cow;

/// Shorter stems say too little of a word.
pub(in crate::search) const SHORTEST: usize = 3;

/// The stem of a folded word; words with the same stem are forms of one word. A word with another letter
/// than those of English has no endings that are known.
pub(in crate::search) fn stem(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|letter| letter.is_ascii_lowercase()) {
        Stemmer::new(Algorithm::English).stem(word)
    } else {
        Cow::Borrowed(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        for (one, other) in [
            ("coordinated", "coordination"),
            ("attacks", "attack"),
            ("sanctioned", "sanctions"),
            ("leaked", "leaks"),
            ("strikes", "strike"),
            ("hiding", "hide"),
            ("kids", "kid"),
            ("denied", "deny"),
            ("denies", "denying"),
            ("country", "countries"),
        ] {
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
        for (one, other) in [("state", "statement"), ("mission", "missing"), ("ally", "all")] {
            assert_ne!(stem(one), stem(other), "{one} {other}");
        }
        assert_eq!(stem("apt28s"), "apt28s");
    }
}
