//! How many typing errors lie between what was typed and a word.

/// More than any error that is looked for.
const FAR: usize = usize::MAX / 2;

/// The distances of a typed word to a word and to the nearest beginning of that word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Distance {
    /// To the whole word.
    pub(super) whole: usize,
    /// To its nearest beginning.
    pub(super) beginning: usize,
}

/// Counts insertions, deletions, substitutions and transpositions of neighbours (Damerau's four
/// errors in the restricted form, where no part is changed twice).
pub(super) fn distance(typed: &[char], word: &[char]) -> Distance {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=word.len()).collect();
    let mut last_typed = None;
    for (row, &letter) in typed.iter().enumerate() {
        let mut current = Vec::with_capacity(word.len() + 1);
        current.push(row + 1);
        let mut left = row + 1;
        let mut last_letter = None;
        for (column, &other) in word.iter().enumerate() {
            let at = |line: &[usize], place: usize| line.get(place).copied().unwrap_or(FAR);
            let mut least = (at(&above, column) + usize::from(letter != other))
                .min(at(&above, column + 1) + 1)
                .min(left + 1);
            if last_typed == Some(other) && last_letter == Some(letter) && column > 0 {
                least = least.min(at(&before, column - 1) + 1);
            }
            current.push(least);
            left = least;
            last_letter = Some(other);
        }
        before = std::mem::replace(&mut above, current);
        last_typed = Some(letter);
    }
    Distance {
        whole: above.last().copied().unwrap_or(FAR),
        beginning: above.iter().copied().min().unwrap_or(FAR),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_four_errors_count_once_each() {
        for (typed, word, whole, beginning) in [
            ("lapid", "lapid", 0, 0),
            ("lapdi", "lapid", 1, 1),
            ("lappid", "lapid", 1, 1),
            ("lapd", "lapid", 1, 1),
            ("lepid", "lapid", 1, 1),
            ("netanyhau", "netanyahu", 1, 1),
            ("hmel", "homeland", 4, 1),
            ("", "ab", 2, 0),
            ("ab", "", 2, 2),
            ("ca", "abc", 3, 1),
        ] {
            let typed: Vec<char> = typed.chars().collect();
            let letters: Vec<char> = word.chars().collect();
            assert_eq!(
                distance(&typed, &letters),
                Distance { whole, beginning },
                "{typed:?} {word}"
            );
        }
    }
}
