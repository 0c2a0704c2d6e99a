//! Grapheme clusters and what may stand in one cell of the terminal.

use super::codepoints::{Action, is_arabic, policy};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The most bytes that one cluster may have: a letter with eight marks, and nothing like a flood.
const MOST_BYTES: usize = 32;

/// Whether a finished cell may be sent to the terminal as it is: no character that cleaning would
/// touch, one or two columns, at most 32 bytes. The empty symbol is the tail of a wide character.
#[must_use]
pub fn allowed_cell(symbol: &str) -> bool {
    if let [byte] = symbol.as_bytes() {
        return matches!(byte, b' '..=b'~');
    }
    if symbol.is_empty() {
        return true;
    }
    if symbol.len() > MOST_BYTES {
        return false;
    }
    let mut previous = None;
    let characters_allowed = symbol.chars().all(|character| {
        let before = previous.replace(character);
        match policy(character) {
            Action::Keep => true,
            Action::Joiner => before.is_some_and(is_arabic),
            Action::Newline | Action::Tab | Action::Space | Action::Drop | Action::Mark => false,
        }
    });
    characters_allowed && is_sound(symbol)
}

/// Columns that one cluster takes; a control character takes none.
///
/// The halfwidth katakana sound marks extend the cluster but take a column of their own on the
/// terminal; ratatui counts them so too.
pub(super) fn cell_width(cluster: &str) -> usize {
    let is_sound_mark = |c: &char| matches!(c, '\u{FF9E}' | '\u{FF9F}');
    let mut characters = cluster.chars();
    let (first, second) = (characters.next(), characters.next());
    let width = if second.is_none() {
        // By far the most frequent case, and quicker than the rules for sequences.
        first.and_then(UnicodeWidthChar::width).unwrap_or(0)
    } else if first.is_some_and(char::is_control) {
        0
    } else {
        cluster.width()
    };
    width + cluster.chars().filter(is_sound_mark).count()
}

/// Whether a cluster fits the cells: one or two columns and at most 32 bytes.
pub(super) fn is_sound(cluster: &str) -> bool {
    cluster.len() <= MOST_BYTES && matches!(cell_width(cluster), 1 | 2)
}

/// Whether a character would attach itself to any character before it.
pub(super) fn joins_previous(character: char) -> bool {
    !character.is_ascii() && is_one_cluster(['<', character])
}

/// Whether a character would draw any character after it into its cluster.
pub(super) fn joins_next(character: char) -> bool {
    !character.is_ascii() && is_one_cluster([character, '<'])
}

fn is_one_cluster(pair: [char; 2]) -> bool {
    pair.iter().collect::<String>().graphemes(true).nth(1).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_ordinary_text_are_allowed() {
        for symbol in ["", " ", "a", "é", "e\u{301}", "中", "│", "…", "م\u{200C}", "🇦🇱"]
        {
            assert!(allowed_cell(symbol), "{symbol:?}");
        }
    }

    #[test]
    fn cells_that_drive_hide_or_flood_are_refused() {
        let flood = format!("a{}", "\u{301}".repeat(16));
        for symbol in [
            "\u{1b}",
            "\n",
            "\t",
            "\u{9b}",
            "\u{202E}",
            "a\u{200B}",
            "a\u{200C}",
            "\u{301}",
            "abc",
            "\u{E000}",
            "\u{FE0F}",
            "\u{A0}",
            &flood,
        ] {
            assert!(!allowed_cell(symbol), "{symbol:?}");
        }
    }
}
