//! Grapheme clusters and what may stand in one cell of the terminal.

use super::codepoints::{Action, policy, takes_joiner};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The most bytes that one cluster may have: a letter with eight marks, or the five consonants of the
/// longest conjunct of Sanskrit with a vowel and two marks, and nothing like a flood.
const MOST_BYTES: usize = 48;
/// The most columns that one cluster may take; only an endless chain of conjuncts takes more.
const MOST_COLUMNS: usize = 8;

/// Whether a finished cell may be sent to the terminal as it is: one cluster without a character that
/// cleaning would touch, one to eight columns, at most 48 bytes. The empty symbol is the tail of a wide cluster.
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
            Action::Joiner => before.is_some_and(takes_joiner),
            Action::Newline | Action::Tab | Action::Space | Action::Drop | Action::Mark => false,
        }
    });
    characters_allowed && is_sound(symbol) && clusters(symbol).nth(1).is_none()
}

/// Columns that one cluster takes; a control character takes none.
///
/// The sum over the characters, as `wcwidth` counts them. Terminals disagree about clusters: xterm and
/// VTE go by characters, others draw a whole conjunct in one or two columns. So that no terminal runs
/// over, the most is counted; one that draws less leaves a gap within the word, and the row stays.
pub(super) fn cell_width(cluster: &str) -> usize {
    let mut characters = cluster.chars();
    let Some(first) = characters.next() else { return 0 };
    // By far the most frequent case, and quicker than the tables.
    if is_simple(first) && characters.as_str().is_empty() {
        return 1;
    }
    if first.is_control() {
        return 0;
    }
    // A skin tone colours the sign before it, if that can have one.
    if characters.clone().any(|character| matches!(character, '\u{1F3FB}'..='\u{1F3FF}')) {
        return cluster.width();
    }
    std::iter::once(first).chain(characters).map(character_width).sum()
}

/// Columns of one character. `unicode-width` gives none to the spacing marks that never begin a cluster.
fn character_width(character: char) -> usize {
    match character.width() {
        Some(0) if is_spacing_extender(character) => 1,
        width => width.unwrap_or(0),
    }
}

/// Spacing marks that Unicode lets extend a cluster (`Other_Grapheme_Extend` of version 17, without what
/// cleaning marks): terminals give them a column.
#[rustfmt::skip]
fn is_spacing_extender(character: char) -> bool {
    matches!(
        u32::from(character),
        0x09BE | 0x09D7 | 0x0B3E | 0x0B57 | 0x0BBE | 0x0BD7 | 0x0CC0 | 0x0CC2 | 0x0CC7..=0x0CC8
            | 0x0CCA..=0x0CCB | 0x0CD5..=0x0CD6 | 0x0D3E | 0x0D57 | 0x0DCF | 0x0DDF | 0x1715 | 0x1734
            | 0x1B35 | 0x1B3B | 0x1B3D | 0x1B43..=0x1B44 | 0x1BAA | 0x1BF2..=0x1BF3 | 0x302E..=0x302F
            | 0xA953 | 0xA9C0 | 0x111C0 | 0x11235 | 0x1133E | 0x1134D | 0x11357
            | 0x113B8 | 0x113C2 | 0x113C5 | 0x113C7..=0x113C9 | 0x113CF | 0x114B0 | 0x114BD | 0x115AF
            | 0x116B6 | 0x11930 | 0x1193D | 0x11F41 | 0x16FF0..=0x16FF1 | 0x1D165..=0x1D166
            | 0x1D16D..=0x1D172
    )
}

/// Whether a cluster is of a size that can be drawn, and has at most one sign before its base.
pub(super) fn is_sound(cluster: &str) -> bool {
    let mut others = cluster.chars().skip(1);
    let second = others.next().filter(|_| others.next().is_some());
    cluster.len() <= MOST_BYTES
        && (1..=MOST_COLUMNS).contains(&cell_width(cluster))
        && !second.is_some_and(joins_next)
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

/// The grapheme clusters of shown text and their byte offsets.
pub fn clusters(text: &str) -> impl Iterator<Item = (usize, &str)> {
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
    use proptest::prelude::*;
    use unicode_normalization::char::is_combining_mark;

    #[test]
    fn cells_of_ordinary_text_are_allowed() {
        for symbol in ["", " ", "a", "é", "e\u{301}", "中", "│", "…", "م\u{200C}", "🇦🇱"]
        {
            assert!(allowed_cell(symbol), "{symbol:?}");
        }
    }

    #[test]
    fn clusters_take_the_columns_of_their_characters() {
        for (cluster, expected) in [
            ("ल्ली", 3),
            ("प्र", 2),
            ("ত্তা", 3),
            ("बি", 2),
            ("বা", 2),
            ("ஸ்ரீ", 2),
            ("ශ්\u{200D}රී", 2),
            ("कार्", 3),
            ("र्त्स्न्यां", 6),
            ("あ\u{FF9E}", 3),
            ("\u{1100}\u{1100}\u{1161}", 4),
            ("한", 2),
            ("e\u{301}", 1),
            ("👍🏽", 2),
            ("🇦🇱", 2),
            ("\u{600}1", 2),
        ] {
            let columns: usize = clusters(cluster).map(|(_, cluster)| cell_width(cluster)).sum();
            assert_eq!(columns, expected, "{cluster}");
        }
    }

    proptest! {
        #[test]
        fn every_spacing_mark_takes_a_column(mark in "\\p{Mc}") {
            let mark = mark.chars().next().expect("one mark");
            prop_assert!((1..=2).contains(&character_width(mark)), "{mark:?}");
        }
    }

    #[test]
    fn every_spacing_extender_has_no_column_of_its_own() {
        for character in ('\0'..=char::MAX).filter(|character| is_spacing_extender(*character)) {
            assert_eq!(character.width(), Some(0), "{character:?}");
            assert!(joins_previous(character), "{character:?}");
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
        let flood = format!("a{}", "\u{301}".repeat(24));
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
