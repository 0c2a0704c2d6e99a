//! The code-point policy: one table, from which both the cleaning and its documentation come.

use unicode_normalization::char::canonical_combining_class;

/// A group of characters that are treated alike, and why they are not shown as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// The line feed.
    Newline,
    /// The horizontal tab.
    Tab,
    /// C0, DEL and C1: they drive the terminal.
    Control,
    /// Bidirectional overrides, embeddings and isolates: they reorder the line (CVE-2021-42574).
    BidiControl,
    /// Bidirectional marks: invisible, and harmless once the others are gone.
    BidiMark,
    /// The line and the paragraph separator: some terminals break the line there, others do not.
    Separator,
    /// The zero-width joiner and non-joiner: spelling in Arabic and Indic scripts, hiding places elsewhere.
    Joiner,
    /// Fillers, tags and format characters that take no ink: they hide text from the eye.
    Invisible,
    /// The soft hyphen, the byte-order mark and the variation selectors.
    Harmless,
    /// Blanks other than U+0020.
    OddSpace,
    /// Private use and noncharacters: no agreed look.
    PrivateUse,
}

/// What cleaning does with a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// It stays, if its grapheme cluster is sound.
    Keep,
    /// It ends the line.
    Newline,
    /// It becomes blanks up to the next tab stop.
    Tab,
    /// It becomes one blank.
    Space,
    /// It is left out and counted.
    Drop,
    /// It stays after a character of Arabic script or a virama and becomes a marker elsewhere.
    Joiner,
    /// It becomes a marker, as `<U+202E>`.
    Mark,
}

/// One row of the table: an inclusive range of code points and their class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The first code point.
    pub first: u32,
    /// The last code point, included.
    pub last: u32,
    /// The class of all of them.
    pub class: Class,
}

impl Class {
    /// What cleaning does with the characters of this class.
    #[must_use]
    pub const fn action(self) -> Action {
        match self {
            Self::Newline => Action::Newline,
            Self::Tab => Action::Tab,
            Self::OddSpace => Action::Space,
            Self::BidiMark | Self::Harmless => Action::Drop,
            Self::Joiner => Action::Joiner,
            Self::Control
            | Self::BidiControl
            | Self::Separator
            | Self::Invisible
            | Self::PrivateUse => Action::Mark,
        }
    }

    /// The name of the class for the documentation.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Newline => "line feed",
            Self::Tab => "tab",
            Self::Control => "control",
            Self::BidiControl => "bidirectional control",
            Self::BidiMark => "bidirectional mark",
            Self::Separator => "line or paragraph separator",
            Self::Joiner => "zero-width joiner or non-joiner",
            Self::Invisible => "invisible",
            Self::Harmless => "harmless invisible",
            Self::OddSpace => "odd blank",
            Self::PrivateUse => "private use or noncharacter",
        }
    }
}

impl Action {
    /// What is done, in words for the documentation.
    #[must_use]
    pub const fn description(self) -> &'static str {
        match self {
            Self::Keep => "shown",
            Self::Newline => "ends the line",
            Self::Tab => "blanks to the next multiple of 4 columns",
            Self::Space => "one blank",
            Self::Drop => "left out and counted",
            Self::Joiner => "shown after a character of Arabic script or a virama, else a marker",
            Self::Mark => "a marker such as <U+202E>",
        }
    }
}

const fn rule(first: u32, last: u32, class: Class) -> Rule {
    Rule { first, last, class }
}

/// Every character that is not simply shown, in code-point order without overlaps.
pub const TABLE: [Rule; 55] = [
    rule(0x0000, 0x0008, Class::Control),
    rule(0x0009, 0x0009, Class::Tab),
    rule(0x000A, 0x000A, Class::Newline),
    rule(0x000B, 0x001F, Class::Control),
    rule(0x007F, 0x009F, Class::Control),
    rule(0x00A0, 0x00A0, Class::OddSpace),
    rule(0x00AD, 0x00AD, Class::Harmless),
    rule(0x034F, 0x034F, Class::Invisible),
    rule(0x061C, 0x061C, Class::BidiMark),
    rule(0x115F, 0x1160, Class::Invisible),
    rule(0x1680, 0x1680, Class::OddSpace),
    rule(0x17B4, 0x17B5, Class::Invisible),
    rule(0x180B, 0x180F, Class::Invisible),
    rule(0x2000, 0x200A, Class::OddSpace),
    rule(0x200B, 0x200B, Class::Invisible),
    rule(0x200C, 0x200D, Class::Joiner),
    rule(0x200E, 0x200F, Class::BidiMark),
    rule(0x2028, 0x2029, Class::Separator),
    rule(0x202A, 0x202E, Class::BidiControl),
    rule(0x202F, 0x202F, Class::OddSpace),
    rule(0x205F, 0x205F, Class::OddSpace),
    rule(0x2060, 0x2065, Class::Invisible),
    rule(0x2066, 0x2069, Class::BidiControl),
    rule(0x206A, 0x206F, Class::Invisible),
    rule(0x2800, 0x2800, Class::Invisible),
    rule(0x3000, 0x3000, Class::OddSpace),
    rule(0x3164, 0x3164, Class::Invisible),
    rule(0xE000, 0xF8FF, Class::PrivateUse),
    rule(0xFDD0, 0xFDEF, Class::PrivateUse),
    rule(0xFE00, 0xFE0F, Class::Harmless),
    rule(0xFEFF, 0xFEFF, Class::Harmless),
    rule(0xFFA0, 0xFFA0, Class::Invisible),
    rule(0xFFF0, 0xFFFC, Class::Invisible),
    rule(0xFFFE, 0xFFFF, Class::PrivateUse),
    rule(0x110BD, 0x110BD, Class::Invisible),
    rule(0x110CD, 0x110CD, Class::Invisible),
    rule(0x13430, 0x1343F, Class::Invisible),
    rule(0x1BCA0, 0x1BCA3, Class::Invisible),
    rule(0x1D173, 0x1D17A, Class::Invisible),
    rule(0x1FFFE, 0x1FFFF, Class::PrivateUse),
    rule(0x2FFFE, 0x2FFFF, Class::PrivateUse),
    rule(0x3FFFE, 0x3FFFF, Class::PrivateUse),
    rule(0x4FFFE, 0x4FFFF, Class::PrivateUse),
    rule(0x5FFFE, 0x5FFFF, Class::PrivateUse),
    rule(0x6FFFE, 0x6FFFF, Class::PrivateUse),
    rule(0x7FFFE, 0x7FFFF, Class::PrivateUse),
    rule(0x8FFFE, 0x8FFFF, Class::PrivateUse),
    rule(0x9FFFE, 0x9FFFF, Class::PrivateUse),
    rule(0xAFFFE, 0xAFFFF, Class::PrivateUse),
    rule(0xBFFFE, 0xBFFFF, Class::PrivateUse),
    rule(0xCFFFE, 0xCFFFF, Class::PrivateUse),
    rule(0xDFFFE, 0xDFFFF, Class::PrivateUse),
    rule(0xE0000, 0xE0FFF, Class::Invisible),
    rule(0xEFFFE, 0xEFFFF, Class::PrivateUse),
    rule(0xF0000, 0x10_FFFF, Class::PrivateUse),
];

/// The characters of Arabic script after which a joiner or non-joiner is spelling.
///
/// Wider than UAX #31 A1, which would break a final non-joiner and the Persian abbreviation `ه‍.ش`.
const ARABIC: [(u32, u32); 7] = [
    (0x0620, 0x065F),
    (0x066E, 0x06D5),
    (0x06EE, 0x06EF),
    (0x06FA, 0x077F),
    (0x0860, 0x08FF),
    (0xFB50, 0xFDCF),
    (0xFE70, 0xFEFC),
];

/// What cleaning does with a character by itself.
#[must_use]
pub fn policy(character: char) -> Action {
    class(character).map_or(Action::Keep, Class::action)
}

/// The class of a character that is not simply shown.
#[must_use]
pub fn class(character: char) -> Option<Class> {
    // Printable ASCII and the letters up to the first combining marks make up most of every text.
    if matches!(character, ' '..='~' | '\u{AE}'..='\u{34E}' | '\u{61D}'..='\u{115E}') {
        return None;
    }
    let code = u32::from(character);
    let row = TABLE.partition_point(|rule| rule.last < code);
    TABLE.get(row).filter(|rule| rule.first <= code).map(|rule| rule.class)
}

/// The combining class of the signs that take the vowel from a letter, in all Indic scripts.
const VIRAMA: u8 = 9;

/// Whether a joiner or non-joiner after this character is spelling: after a letter of Arabic script, and
/// after a virama (RFC 5892 A.1 and A.2; the name of Sri Lanka needs it).
pub(super) fn takes_joiner(character: char) -> bool {
    let code = u32::from(character);
    let is_arabic = || ARABIC.iter().any(|&(first, last)| (first..=last).contains(&code));
    code >= 0x0620 && (is_arabic() || canonical_combining_class(character) == VIRAMA)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn table_is_ordered_without_overlaps() {
        for pair in TABLE.windows(2) {
            assert!(pair[0].first <= pair[0].last && pair[0].last < pair[1].first, "{pair:X?}");
        }
    }

    #[test]
    fn quick_ranges_agree_with_the_table() {
        for character in '\0'..=char::MAX {
            let code = u32::from(character);
            let by_table = TABLE.iter().find(|rule| (rule.first..=rule.last).contains(&code));
            assert_eq!(class(character), by_table.map(|rule| rule.class), "U+{code:04X}");
        }
    }

    #[test]
    fn every_scalar_is_counted() {
        let mut counts = HashMap::new();
        for character in '\0'..=char::MAX {
            *counts.entry(policy(character)).or_insert(0_u32) += 1;
        }
        assert_eq!(counts[&Action::Mark], 141_773);
        assert_eq!(counts[&Action::Drop], 21);
        assert_eq!(counts[&Action::Space] + counts[&Action::Tab], 17);
        assert_eq!(counts[&Action::Joiner], 2);
        assert_eq!(counts[&Action::Keep] + counts[&Action::Newline], 970_251);
    }

    #[test]
    fn whole_bidi_control_property_is_covered() {
        // UCD PropList: the twelve characters of Bidi_Control (bat#3862 missed three of them).
        let property = ['\u{61C}', '\u{200E}', '\u{200F}']
            .into_iter()
            .chain('\u{202A}'..='\u{202E}')
            .chain('\u{2066}'..='\u{2069}');
        for character in property {
            assert!(matches!(policy(character), Action::Mark | Action::Drop), "{character:?}");
        }
    }
}
