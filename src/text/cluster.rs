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
/// ratatui 0.30 adds a column for each halfwidth katakana sound mark, whatever `unicode-width`
/// says. What counts is where ratatui puts the next cell, so they are added here too.
pub(super) fn cell_width(cluster: &str) -> usize {
    let is_sound_mark = |c: &char| matches!(c, '\u{FF9E}' | '\u{FF9F}');
    let mut characters = cluster.chars();
    let (first, second) = (characters.next(), characters.next());
    let width = if second.is_none() {
        // By far the most frequent case, and quicker than the rules for sequences.
        if first.is_some_and(is_simple) {
            return 1;
        }
        first.and_then(UnicodeWidthChar::width).unwrap_or(0)
    } else if first.is_some_and(char::is_control) {
        0
    } else {
        cluster.width()
    };
    width + cluster.chars().filter(is_sound_mark).count()
}

/// Whether a cluster fits the cells: one or two columns and at most 32 bytes.
///
/// A Devanagari or Bengali conjunct with a spacing vowel sign takes three columns and does not
/// fit: terminals disagree about such clusters, and one that is wrong moves the rest of the row.
pub(super) fn is_sound(cluster: &str) -> bool {
    cluster.len() <= MOST_BYTES && matches!(cell_width(cluster), 1 | 2)
}

/// Whether a character would attach itself to any character before it.
pub(super) fn joins_previous(character: char) -> bool {
    !is_simple(character) && is_one_cluster(['<', character])
}

/// Whether a character would draw any character after it into its cluster.
pub(super) fn joins_next(character: char) -> bool {
    !is_simple(character) && is_one_cluster([character, '<'])
}

/// Whether a character is kept, takes one column, and shares a cluster with no other such one.
///
/// These letters make up nearly all text that is met; the full rules cost many times as much.
pub(super) fn is_simple(character: char) -> bool {
    matches!(
        character,
        ' '..='~'
            | '\u{C0}'..='\u{2FF}'
            | '\u{388}'..='\u{482}'
            | '\u{5D0}'..='\u{5EA}'
            | '\u{620}'..='\u{64A}'
            | '\u{660}'..='\u{66F}'
            | '\u{671}'..='\u{6D5}'
    )
}

/// The grapheme clusters and their byte offsets.
pub(super) fn clusters(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut characters = rest.chars();
        let first = characters.next()?;
        let length = if is_simple(first) && characters.next().is_none_or(is_simple) {
            first.len_utf8()
        } else {
            // Each cluster can be found from its start alone: flags pair from the left.
            rest.graphemes(true).next().map_or(rest.len(), str::len)
        };
        let start = text.len() - rest.len();
        let (cluster, after) = rest.split_at_checked(length)?;
        rest = after;
        Some((start, cluster))
    })
}

fn is_one_cluster(pair: [char; 2]) -> bool {
    pair.iter().collect::<String>().graphemes(true).nth(1).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::char::is_combining_mark;

    #[test]
    fn cells_of_ordinary_text_are_allowed() {
        for symbol in ["", " ", "a", "é", "e\u{301}", "中", "│", "…", "م\u{200C}", "🇦🇱"]
        {
            assert!(allowed_cell(symbol), "{symbol:?}");
        }
    }

    #[test]
    fn simple_characters_are_simple() {
        for character in ('\0'..=char::MAX).filter(|character| is_simple(*character)) {
            assert_eq!(policy(character), Action::Keep, "{character:?}");
            assert_eq!(character.width(), Some(1), "{character:?}");
            assert!(!is_combining_mark(character), "{character:?}");
            assert!(!is_one_cluster(['<', character]), "{character:?}");
            assert!(!is_one_cluster([character, '<']), "{character:?}");
            assert!(!is_one_cluster([character, character]), "{character:?}");
            assert!(!is_one_cluster(['\u{915}', character]), "{character:?}");
        }
    }

    #[test]
    fn clusters_are_the_graphemes() {
        let texts = [
            "",
            "a",
            "ab\r\nc",
            "e\u{301}a\u{301}",
            "🇦🇱🇮🇷🇦",
            "م\u{64e}م\u{200c}م",
            "\u{600}1中a\u{200d}",
        ];
        for text in texts {
            assert!(clusters(text).eq(text.grapheme_indices(true)), "{text:?}");
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
