//! Words that count for nothing, since they stand everywhere.

/// Words that everybody types and nobody looks for.
const STOP_WORDS: &[&str] = &[
    "a", "about", "an", "and", "any", "are", "at", "be", "been", "by", "can", "could", "did", "do",
    "does", "for", "from", "get", "got", "had", "happen", "happened", "happens", "has", "have",
    "he", "her", "his", "how", "if", "in", "is", "it", "its", "many", "much", "of", "on", "or",
    "our", "really", "said", "say", "says", "she", "tell", "that", "the", "their", "them", "there",
    "these", "they", "this", "those", "to", "told", "was", "we", "went", "were", "what", "when",
    "where", "which", "who", "whom", "why", "will", "with", "would", "you",
];

/// Whether a folded word counts for nothing.
pub(in crate::search) fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stop_words_are_sorted_so_that_they_can_be_found() {
        assert!(STOP_WORDS.is_sorted());
        assert!(is_stop_word("who") && is_stop_word("a") && is_stop_word("with"));
    }
}
