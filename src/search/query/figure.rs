//! Numbers with marks in them: amounts, versions, addresses. Their parts must stand together as they were
//! typed, `3.5` and not 3 and 5.

use crate::search::fold::{self, Gap, Word};

/// Digits of the groups in which long numbers are written: 12 345, 100,000.
const GROUP: usize = 3;

/// The folded parts of a number with marks between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) struct Figure(Vec<String>);

impl Figure {
    /// The number that a piece is, with its unit, if it is one: `3.5`, `v2.0.14`, `$1.5m`, `24/7`.
    ///
    /// Long numbers in groups are none, since they are written in one as well.
    pub(in crate::search) fn new(piece: &str) -> Option<Self> {
        let words = fold::words(piece);
        let is_number = |word: &Word| word.folded.chars().any(|letter| letter.is_ascii_digit());
        let is_joined = |pair: &[Word]| matches!(pair, [one, other] if touches(one, other));
        let is_one = words.len() > 1
            && words.iter().all(is_number)
            && words.windows(2).all(is_joined)
            && !words
                .iter()
                .skip(1)
                .all(|word| word.folded.len() == GROUP && digits(&word.folded) == GROUP);
        is_one.then(|| Self(words.into_iter().map(|word| word.folded).collect()))
    }

    /// Its parts; a unit that is joined to the last one, `5gb`, is found apart from it as well.
    pub(in crate::search) fn words(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether it stands in a text.
    pub(in crate::search) fn stands_in(&self, text: &str) -> bool {
        fold::words(text).windows(self.0.len()).any(|run| {
            let last = run.len().saturating_sub(1);
            let is_part = |(place, (word, part)): (usize, (&Word, &String))| {
                let number = crate::text::part(part, ..digits(part));
                // The unit may be joined to the number or not.
                let has_number = || {
                    !number.is_empty() && word.folded.get(..digits(&word.folded)) == Some(number)
                };
                word.folded == *part || place == last && has_number()
            };
            run.windows(2).all(|pair| matches!(pair, [one, other] if touches(one, other)))
                && run.iter().zip(&self.0).enumerate().all(is_part)
        })
    }
}

/// Whether one mark and nothing else stands between two words.
fn touches(one: &Word, other: &Word) -> bool {
    other.gap == Gap::Mark && other.range.start.saturating_sub(one.range.end) == 1
}

/// How many digits a word begins with.
fn digits(word: &str) -> usize {
    word.bytes().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_marks_is_one_figure() {
        for (piece, words) in [
            ("3.5", "3 5"),
            ("3.5gb", "3 5gb"),
            ("v2.0.14", "v2 0 14"),
            ("$1.5m", "1 5m"),
            ("24/7", "24 7"),
            ("10.2.3.4", "10 2 3 4"),
            ("14:20", "14 20"),
            ("3,5", "3 5"),
        ] {
            let figure = Figure::new(piece).unwrap_or_else(|| panic!("{piece}"));
            assert_eq!(figure.words().collect::<Vec<_>>().join(" "), words, "{piece}");
        }
        for piece in ["35", "12,345", "1.000.000", "aa22-264a", "rama/lapid", "3.", ".5", "a.5"] {
            assert_eq!(Figure::new(piece), None, "{piece}");
        }
    }

    #[test]
    fn it_stands_where_it_is_written_so() {
        let stands = |piece: &str, text: &str| Figure::new(piece).unwrap().stands_in(text);
        for (piece, text) in [
            ("3.5", "all 3.5 GB of it"),
            ("3.5", "3.5GB"),
            ("3.5gb", "3.5 GB"),
            ("3.5gb", "3.5GB"),
            ("9.8", "a score of 9.8."),
            ("v2.0.14", "(V2.0.14)"),
            ("1.5m", "$1.5m"),
        ] {
            assert!(stands(piece, text), "{piece}: {text}");
        }
        for (piece, text) in [
            ("3.5", "3, 5 and 7"),
            ("3.5", "3-5 days"),
            ("3.5", "13.5"),
            ("3.5", "3.55"),
            ("9.8", "9 8"),
            ("10.9", "2022-10-09, 10 or 9"),
        ] {
            assert!(!stands(piece, text), "{piece}: {text}");
        }
    }
}
