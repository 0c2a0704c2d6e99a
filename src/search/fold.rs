//! Folding: the form of a text in which spellings that differ only on the surface are equal.
//!
//! Case, accents, curly quotes, possessives, apostrophes inside words, Persian, Arabic and Hebrew
//! variants, digits and zero-width characters fall away; a hyphen ends a word but is remembered,
//! so that the joined form can be indexed as well.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// The folded form.
    pub(super) folded: String,
    /// Bytes of the original text.
    pub(super) range: Range<usize>,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
    /// Whether it is written in capitals throughout: an abbreviation.
    pub(super) capitals: bool,
    /// What stands before it.
    pub(super) gap: Gap,
}

/// What stands between a word and the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Gap {
    /// Blanks, an ampersand, or nothing.
    #[default]
    Blank,
    /// A hyphen alone.
    Hyphen,
    /// More: a comma, a bracket.
    Mark,
}

/// Bytes of most words.
const USUAL_WORD: usize = 8;

/// The words of a text in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut splitter = Splitter::default();
    splitter.words.reserve(text.len() / USUAL_WORD + 1);
    let mut characters = text.char_indices().peekable();
    while let Some((start, character)) = characters.next() {
        let end = start + character.len_utf8();
        match class(character) {
            Class::Letter => splitter.letter(character, start..end),
            Class::Ignored => {}
            Class::Apostrophe => {
                let rest = text.get(end..).unwrap_or_default();
                if splitter.inside && is_possessive(rest) {
                    splitter.end(Gap::Blank);
                    characters.next();
                } else if character == '"' && !(splitter.inside && begins_with_hebrew(rest)) {
                    splitter.end(Gap::Mark);
                }
            }
            Class::Hyphen => splitter.end(Gap::Hyphen),
            Class::Separator if character.is_whitespace() || character == '&' => {
                splitter.end(Gap::Blank);
            }
            Class::Separator => splitter.end(Gap::Mark),
        }
    }
    splitter.words
}

/// The words of a text, folded and joined with single blanks.
pub(super) fn sentence(text: &str) -> String {
    let words: Vec<String> = words(text).into_iter().map(|word| word.folded).collect();
    words.join(" ")
}

/// Where the first `count` folded characters of a word end in the original, at a grapheme boundary.
pub(super) fn prefix_end(text: &str, range: &Range<usize>, count: usize) -> usize {
    let mut seen = 0;
    let mut folded = String::new();
    for (offset, grapheme) in text.get(range.clone()).unwrap_or_default().grapheme_indices(true) {
        folded.clear();
        grapheme.chars().for_each(|character| fold_into(character, &mut folded));
        seen += folded.chars().count();
        if seen >= count {
            return range.start + offset + grapheme.len();
        }
    }
    range.end
}

#[derive(Default)]
struct Splitter {
    words: Vec<Word>,
    inside: bool,
    gap: Gap,
}

impl Splitter {
    fn letter(&mut self, character: char, range: Range<usize>) {
        if !self.inside {
            self.words.push(Word {
                folded: String::with_capacity(USUAL_WORD),
                range: range.clone(),
                capital: character.is_uppercase(),
                capitals: true,
                gap: self.gap,
            });
            self.inside = true;
        }
        self.gap = Gap::Blank;
        if let Some(word) = self.words.last_mut() {
            fold_into(character, &mut word.folded);
            word.range.end = range.end;
            word.capitals &= character.is_uppercase();
        }
    }

    fn end(&mut self, gap: Gap) {
        // A hyphen joins only where it touches both words.
        self.gap = match (self.gap, gap) {
            (Gap::Mark, _) | (_, Gap::Mark) => Gap::Mark,
            (_, Gap::Hyphen) if self.inside => Gap::Hyphen,
            (_, Gap::Hyphen | Gap::Blank) => Gap::Blank,
        };
        self.inside = false;
    }
}

enum Class {
    Letter,
    Ignored,
    Apostrophe,
    Hyphen,
    Separator,
}

fn class(character: char) -> Class {
    match character {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Class::Letter,
        '\''
        | '"'
        | '`'
        | '\u{b4}'
        | '\u{2018}'..='\u{201b}'
        | '\u{2bb}'
        | '\u{2bc}'
        | '\u{2bf}'
        | '\u{2032}'
        | '\u{5f3}'
        | '\u{5f4}' => Class::Apostrophe,
        '-' | '\u{2010}' | '\u{2011}' | '\u{5be}' => Class::Hyphen,
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{61c}'
        | '\u{640}'
        | '\u{ad}' => Class::Ignored,
        _ if character.is_alphanumeric() => Class::Letter,
        _ if is_combining_mark(character) => Class::Ignored,
        _ => Class::Separator,
    }
}

fn is_possessive(rest: &str) -> bool {
    let mut characters = rest.chars();
    matches!(characters.next(), Some('s' | 'S'))
        && characters.next().is_none_or(|next| !next.is_alphanumeric())
}

fn begins_with_hebrew(rest: &str) -> bool {
    rest.chars().next().is_some_and(|next| ('\u{5d0}'..='\u{5ea}').contains(&next))
}

fn fold_into(character: char, folded: &mut String) {
    if character.is_ascii() {
        folded.push(character.to_ascii_lowercase());
        return;
    }
    for part in std::iter::once(character).nfkd() {
        if is_combining_mark(part) {
            continue;
        }
        for lower in part.to_lowercase() {
            match undecomposed(lower) {
                Some(letters) => folded.push_str(letters),
                None if lower.is_alphanumeric() => folded.push(variant(lower)),
                None => {}
            }
        }
    }
}

/// Latin letters that have no decomposition.
fn undecomposed(character: char) -> Option<&'static str> {
    Some(match character {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ı' => "i",
        _ => return None,
    })
}

/// One letter for the variants of a letter: Persian and Arabic yeh, kaf and heh, Hebrew final
/// letters, Persian and Arabic digits.
fn variant(character: char) -> char {
    match character {
        'ي' | 'ى' | 'ے' => 'ی',
        'ك' => 'ک',
        'ة' | 'ہ' | 'ھ' | 'ە' => 'ه',
        'ٱ' => 'ا',
        'ך' => 'כ',
        'ם' => 'מ',
        'ן' => 'נ',
        'ף' => 'פ',
        'ץ' => 'צ',
        'ς' => 'σ',
        '\u{660}'..='\u{669}' => digit(character, '\u{660}'),
        '\u{6f0}'..='\u{6f9}' => digit(character, '\u{6f0}'),
        other => other,
    }
}

fn digit(character: char, zero: char) -> char {
    char::from_digit(u32::from(character) - u32::from(zero), 10).unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surface_differences_fall_away() {
        for (text, folded) in [
            ("Olta Xhaçka, MANËZ", "olta xhacka manez"),
            ("Xhac\u{327}ka", "xhacka"),
            ("Lapid’s office and Kan'ani", "lapid office and kanani"),
            ("teachers' union", "teachers union"),
            ("צה\"ל צה״ל", "צהל צהל"),
            ("\"quoted\" ״כן״", "quoted כנ"),
            ("مهسا أميني", "مهسا امینی"),
            ("آلبانی", "البانی"),
            ("تشکل\u{200c}های", "تشکلهای"),
            ("اشرف ۳ ٣", "اشرف 3 3"),
            ("Straße Łódź", "strasse lodz"),
            ("  * \\ \u{202e} 👍 \u{301}", ""),
        ] {
            assert_eq!(sentence(text), folded, "{text}");
        }
    }

    #[test]
    fn a_hyphen_ends_a_word_and_is_remembered() {
        let words = words("DEV-0842 e‑mail - x");
        let shown: Vec<_> =
            words.iter().map(|word| (word.folded.as_str(), word.gap == Gap::Hyphen)).collect();
        assert_eq!(
            shown,
            [("dev", false), ("0842", true), ("e", false), ("mail", true), ("x", false)]
        );
    }

    #[test]
    fn a_folded_prefix_leads_back_to_the_original() {
        let text = "ab Çuçi";
        let word = &words(text)[1];
        let marked = text.get(word.range.start..prefix_end(text, &word.range, 3));
        assert_eq!(marked, Some("Çuç"));
        let text = "Xhac\u{327}ka";
        assert_eq!(prefix_end(text, &(0..text.len()), 4), 6);
    }
}
