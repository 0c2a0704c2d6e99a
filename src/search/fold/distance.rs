//! How many typing errors lie between what was typed and a word.

/// More than any error that is looked for.
const FAR: usize = usize::MAX / 2;

/// The distances of a typed word to a word and to the nearest beginning of that word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) struct Distance {
    /// To the whole word.
    pub(in crate::search) whole: usize,
    /// To its nearest beginning.
    pub(in crate::search) beginning: usize,
}

/// Longest word that is compared, in letters.
pub(in crate::search) const LONGEST: usize = 64;

/// Counts insertions, deletions, substitutions and transpositions of neighbours (Damerau's four
/// errors in the restricted form, where no part is changed twice), up to `most`; more is far.
pub(in crate::search) fn distance(typed: &[char], word: &[char], most: usize) -> Distance {
    const FAR_AWAY: Distance = Distance { whole: FAR, beginning: FAR };
    // What lies beyond cannot be reached any more.
    let reach = word.len().min(typed.len().saturating_add(most).saturating_add(1)).min(LONGEST);
    let word_part = word.get(..reach).unwrap_or_default();
    let mut lines = [[u16::MAX / 2; LONGEST + 1]; 3];
    let [before, above, current] = &mut lines;
    (0..).zip(above.iter_mut()).for_each(|(count, cell)| *cell = count);
    let (mut before, mut above, mut current) = (before, above, current);
    let mut last_typed = None;
    for (row, &letter) in (1..).zip(typed) {
        let least = line(before, above, current, row, (letter, last_typed), word_part);
        if usize::from(least) > most {
            return FAR_AWAY;
        }
        (before, above, current) = (above, current, before);
        last_typed = Some(letter);
    }
    let within = |count: u16| if usize::from(count) > most { FAR } else { usize::from(count) };
    let ends = above.get(..=reach).unwrap_or_default();
    Distance {
        whole: if reach == word.len() {
            within(ends.last().copied().unwrap_or(u16::MAX))
        } else {
            FAR
        },
        beginning: within(ends.iter().copied().min().unwrap_or(u16::MAX)),
    }
}

/// The distance of two whole words, without transpositions (Levenshtein's): another spelling of a
/// sound puts no letters in another order.
pub(in crate::search) fn edits(one: &[char], other: &[char]) -> usize {
    let mut line: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in (1..).zip(one) {
        let (mut corner, mut left) = (row - 1, row);
        for (cell, other) in line.iter_mut().skip(1).zip(other) {
            let up = *cell;
            *cell = (corner + usize::from(letter != other)).min(up + 1).min(left + 1);
            (corner, left) = (up, *cell);
        }
    }
    line.last().copied().filter(|_| !other.is_empty()).unwrap_or(one.len())
}

/// Fills one line of the table; the least of its cells.
fn line(
    before: &[u16; LONGEST + 1],
    above: &[u16; LONGEST + 1],
    current: &mut [u16; LONGEST + 1],
    row: u16,
    (letter, last_typed): (char, Option<char>),
    word: &[char],
) -> u16 {
    let [first, cells @ ..] = current;
    *first = row;
    let (mut left, mut least) = (row, row);
    let mut last_letter = None;
    let corners = above.iter().zip(above.iter().skip(1));
    // The cell two lines up and two columns back.
    let swaps = std::iter::once(&u16::MAX).chain(before);
    for (((&other, cell), (&corner, &up)), &swap) in word.iter().zip(cells).zip(corners).zip(swaps)
    {
        let mut value = (corner + u16::from(letter != other)).min(up + 1).min(left + 1);
        if last_typed == Some(other) && last_letter == Some(letter) && swap != u16::MAX {
            value = value.min(swap + 1);
        }
        *cell = value;
        left = value;
        least = least.min(value);
        last_letter = Some(other);
    }
    least
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
            ("lapid", "lapidarium", 5, 0),
        ] {
            let typed: Vec<char> = typed.chars().collect();
            let letters: Vec<char> = word.chars().collect();
            assert_eq!(
                distance(&typed, &letters, 10),
                Distance { whole, beginning },
                "{typed:?} {word}"
            );
        }
    }

    #[test]
    fn letters_in_another_order_are_two_edits() {
        for (one, other, count) in [
            ("lapid", "lapid", 0),
            ("lapdi", "lapid", 2),
            ("herzog", "gertsog", 3),
            ("", "ab", 2),
            ("ab", "", 2),
        ] {
            let letters = |text: &str| text.chars().collect::<Vec<_>>();
            assert_eq!(edits(&letters(one), &letters(other)), count, "{one} {other}");
        }
    }

    #[test]
    fn more_than_was_asked_for_is_far() {
        let of = |typed: &str, word: &str, most| {
            let letters = |text: &str| text.chars().collect::<Vec<_>>();
            distance(&letters(typed), &letters(word), most)
        };
        assert_eq!(of("lapid", "lapidarium", 1), Distance { whole: FAR, beginning: 0 });
        assert_eq!(of("lapid", "netanyahu", 2), Distance { whole: FAR, beginning: FAR });
        assert_eq!(of("lapdi", "lapid", 1), Distance { whole: 1, beginning: 1 });
    }
}
