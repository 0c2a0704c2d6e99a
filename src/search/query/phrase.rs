//! Words that were quoted.

use crate::search::fold::Word;
use crate::search::fold::scripts::has_unspaced;

/// Words that must follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) struct Phrase {
    /// The folded words.
    pub(in crate::search) words: Vec<String>,
    /// Whether the quotation mark is still open, so that the last word may go on.
    pub(in crate::search) open: bool,
}

impl Phrase {
    /// Whether a run of words of the same number is the phrase.
    pub(in crate::search) fn is(&self, run: &[Word]) -> bool {
        let last = self.words.len().saturating_sub(1);
        run.iter().zip(&self.words).enumerate().all(|(place, (word, wanted))| {
            let word = word.folded.as_str();
            let ends = || match (place, place == last) {
                (0, true) => word.contains(wanted.as_str()),
                (0, false) => word.ends_with(wanted.as_str()),
                (_, is_last) => is_last && word.starts_with(wanted.as_str()),
            };
            word == wanted
                || (self.open && place == last && word.starts_with(wanted))
                // Where no blank divides words, what was quoted may begin and end inside of one.
                || (has_unspaced(wanted) && ends())
        })
    }
}
