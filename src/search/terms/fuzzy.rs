//! Words of which letters were left out. The only place that asks the `fuzzy-matcher` crate, and how it
//! must be asked.
//!
//! Its two calls disagree about scores, so only `fuzzy_indices` is used; a score depends on what the
//! same matcher was asked before, so each text gets a matcher of its own; time and memory grow with
//! the product of both lengths, so both are capped. It is asked about words and titles only: over
//! running text a subsequence matches everything.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// Longest pattern that is asked for, in characters.
const LONGEST_PATTERN: usize = 64;
/// Longest text that is asked about, in bytes.
const LONGEST_TEXT: usize = 4096;

/// How well folded letters stand in folded text in this order; `None` when they do not.
pub(in crate::search) fn score(text: &str, pattern: &str) -> Option<u32> {
    if text.len() > LONGEST_TEXT || pattern.chars().count() > LONGEST_PATTERN {
        return None;
    }
    let (score, _) = SkimMatcherV2::default().ignore_case().fuzzy_indices(text, pattern)?;
    u32::try_from(score).ok()
}

/// Whether the letters are those of the word but for vowels after the first; two letters may still
/// be to come.
pub(in crate::search) fn is_without_vowels(letters: &[char], word: &str) -> bool {
    let mut rest = letters.iter();
    let mut wanted = rest.next();
    let mut left = 0;
    for (at, letter) in word.chars().enumerate() {
        if wanted == Some(&letter) {
            wanted = rest.next();
        } else if at == 0 || (wanted.is_some() && !matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')) {
            return false;
        } else if wanted.is_none() {
            left += 1;
        }
    }
    wanted.is_none() && left <= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_does_not_depend_on_earlier_questions() {
        let alone = score("netanyahu", "ntnyh");
        assert!(alone.is_some());
        assert!(score("netanyahu and more text", "nya").is_some());
        assert_eq!(score("netanyahu", "ntnyh"), alone);
    }

    #[test]
    fn long_inputs_are_not_asked() {
        assert_eq!(score(&"a".repeat(5000), "a"), None);
        assert_eq!(score("a", &"a".repeat(65)), None);
    }

    #[test]
    fn only_vowels_may_be_left_out() {
        let is = |typed: &str, word| is_without_vowels(&typed.chars().collect::<Vec<_>>(), word);
        assert!(is("ntnyh", "netanyahu") && is("stltnbr", "stoltenberg") && is("rama", "rama"));
        assert!(
            !is("putin", "production") && !is("tnyh", "netanyahu") && !is("ntnyhx", "netanyahu")
        );
    }
}
