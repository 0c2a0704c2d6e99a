//! The code points that no output may hold, written down apart from the program's own tables.

use std::ops::RangeInclusive;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// The most combining marks on one letter.
const MARKS: usize = 8;

/// Controls, what moves or hides text, what has no look of its own.
const NEVER: &[RangeInclusive<u32>] = &[
    0x00..=0x1f,
    0x7f..=0xa0,
    0xad..=0xad,
    0x34f..=0x34f,
    0x61c..=0x61c,
    0x115f..=0x1160,
    0x1680..=0x1680,
    0x17b4..=0x17b5,
    0x180b..=0x180f,
    0x2000..=0x200b,
    0x200e..=0x200f,
    0x2028..=0x202f,
    0x205f..=0x206f,
    0x2800..=0x2800,
    0x3000..=0x3000,
    0x3164..=0x3164,
    0xe000..=0xf8ff,
    0xfdd0..=0xfdef,
    0xfe00..=0xfe0f,
    0xfeff..=0xfeff,
    0xffa0..=0xffa0,
    0xfff0..=0xfffc,
    0x110bd..=0x110bd,
    0x110cd..=0x110cd,
    0x13430..=0x1343f,
    0x1bca0..=0x1bca3,
    0x1d173..=0x1d17a,
    0xe0000..=0xe0fff,
    0xf0000..=0x10_ffff,
];

/// Arabic script, after which joiners are spelling.
const ARABIC: &[RangeInclusive<u32>] = &[
    0x620..=0x65f,
    0x66e..=0x6d5,
    0x6ee..=0x6ef,
    0x6fa..=0x77f,
    0x860..=0x8ff,
    0xfb50..=0xfdcf,
    0xfe70..=0xfefc,
];

/// The combining class of the signs of Indic scripts after which they are too.
const VIRAMA: u8 = 9;

fn within(ranges: &[RangeInclusive<u32>], character: char) -> bool {
    ranges.iter().any(|range| range.contains(&u32::from(character)))
}

/// What is wrong with a text in which only these controls may stand, once each.
pub(crate) fn forbidden(text: &str, controls: &[char]) -> Vec<String> {
    let mut found = Vec::new();
    let mut before = ' ';
    let mut marks = 0;
    for character in text.chars() {
        let bad = match character {
            '\u{200c}' | '\u{200d}' => {
                !within(ARABIC, before) && canonical_combining_class(before) != VIRAMA
            }
            _ if controls.contains(&character) => false,
            _ => within(NEVER, character) || u32::from(character) & 0xfffe == 0xfffe,
        };
        if bad {
            found.push(format!("U+{:04X}", u32::from(character)));
        }
        marks = if is_combining_mark(character) { marks + 1 } else { 0 };
        if marks == MARKS + 1 {
            found.push(format!("more than {MARKS} marks"));
        }
        before = character;
    }
    found.dedup();
    found
}

#[test]
fn the_list_sees_what_it_is_for_and_spares_spelling() {
    for bad in [
        "\u{1b}",
        "\u{9b}",
        "\r",
        "\u{7f}",
        "\u{202e}",
        "\u{2066}",
        "\u{200b}",
        "a\u{200d}",
        "\u{e0041}",
        "\u{feff}",
        "\u{fffe}",
        "\u{1ffff}",
        "\u{e000}",
        "\u{3164}",
        "\u{a0}",
    ] {
        assert!(!forbidden(bad, &['\n']).is_empty(), "{bad:?}");
    }
    assert!(!forbidden(&format!("a{}", "\u{301}".repeat(9)), &[]).is_empty());
    for good in ["ශ්\u{200d}රී", "می\u{200c}خواهم", "שָׁלוֹם", "Tiranë — “ë” ≠ é", "a\nb"]
    {
        assert_eq!(forbidden(good, &['\n']), [""; 0], "{good:?}");
    }
}
