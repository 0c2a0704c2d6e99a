//! Numbers with marks in them: amounts, versions, addresses. Their parts must stand together as they were
//! typed, `3.5` and not 3 and 5.

use crate::search::fold::{self, Gap, Word};

/// Digits of the groups in which long numbers are written: 12 345, 100,000.
const GROUP: usize = 3;

/// A number with marks in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) struct Figure {
    /// Its folded parts.
    parts: Vec<String>,
    /// Whether the last one may be the beginning of a group of a long number.
    is_begun: bool,
}

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
            && !words.iter().skip(1).all(|word| is_group(&word.folded));
        let parts = || words.into_iter().map(|word| word.folded).collect();
        is_one.then(|| Self { parts: parts(), is_begun: false })
    }

    /// The number that is being typed: `700,0` may become 700,000.
    pub(in crate::search) fn open(piece: &str) -> Option<Self> {
        let is_digits = |text: &str| digits(text) == text.len();
        let is_begun = piece.rsplit_once(',').is_some_and(|(groups, last)| {
            let mut groups = groups.split(',');
            let is_beginning = |first: &str| (1..=GROUP).contains(&first.len()) && is_digits(first);
            groups.next().is_some_and(is_beginning)
                && groups.all(is_group)
                && (1..GROUP).contains(&last.len())
                && is_digits(last)
        });
        Self::new(piece).map(|figure| Self { is_begun, ..figure })
    }

    /// Its parts, and whether each must stand there whole; a unit that is joined to the last one, `5gb`, is
    /// found apart from it as well.
    pub(in crate::search) fn words(&self) -> impl Iterator<Item = (&str, bool)> {
        let last = self.parts.len() - usize::from(self.is_begun);
        self.parts.iter().enumerate().map(move |(place, part)| (part.as_str(), place < last))
    }

    /// Whether it stands in a text.
    pub(in crate::search) fn stands_in(&self, text: &str) -> bool {
        fold::words(text).windows(self.parts.len()).any(|run| {
            let last = run.len().saturating_sub(1);
            let is_part = |(place, (word, part)): (usize, (&Word, &String))| {
                let number = crate::text::part(part, ..digits(part));
                // The unit may be joined to the number or not.
                let has_number = || {
                    !number.is_empty() && word.folded.get(..digits(&word.folded)) == Some(number)
                };
                let goes_on = || self.is_begun && word.folded.starts_with(part.as_str());
                word.folded == *part || place == last && (has_number() || goes_on())
            };
            run.windows(2).all(|pair| matches!(pair, [one, other] if touches(one, other)))
                && run.iter().zip(&self.parts).enumerate().all(is_part)
        })
    }
}

/// Whether one mark and nothing else stands between two words.
fn touches(one: &Word, other: &Word) -> bool {
    other.gap == Gap::Mark && other.range.start.saturating_sub(one.range.end) == 1
}

/// Whether it is a group of a long number.
fn is_group(word: &str) -> bool {
    word.len() == GROUP && digits(word) == GROUP
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
            assert_eq!(figure.parts.join(" "), words, "{piece}");
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
    #[test]
    fn what_is_typed_of_a_long_number_finds_it() {
        for (piece, text, stands) in [
            ("700,0", "some 700,000 people", true),
            ("700,00", "700,000", true),
            ("1,250,5", "1,250,500", true),
            ("3,5", "3,5 or 3,500", true),
            ("700,1", "700,000", false),
            ("700,0", "700, 000", false),
            ("3.5", "3.55", false),
            ("3500,5", "3500,55", false),
        ] {
            assert_eq!(Figure::open(piece).unwrap().stands_in(text), stands, "{piece}: {text}");
            let ended = Figure::new(piece).unwrap().stands_in(text);
            assert_eq!(ended, stands && piece == "3,5", "{piece}: {text}");
        }
    }
}
