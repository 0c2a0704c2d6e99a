//! Folding: the form of a text in which spellings that differ only on the surface are equal.
//!
//! Case, accents, curly quotes, possessives, apostrophes inside words, Persian, Arabic and Hebrew
//! variants, digits, kana and hidden characters fall away, the latter as they are shown too (`<U+200B>`);
//! a hyphen ends a word but is remembered, so that the joined form can be indexed as well.

use crate::search::fold::letters::fold_into;
use crate::search::fold::scripts;
use crate::text::{self, Action};
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) struct Word {
    /// The folded form.
    pub(in crate::search) folded: String,
    /// Bytes of the original text.
    pub(in crate::search) range: Range<usize>,
    /// Whether it begins with a capital.
    pub(in crate::search) capital: bool,
    /// Whether it is written in capitals throughout: an abbreviation.
    pub(in crate::search) capitals: bool,
    /// What stands before it.
    pub(in crate::search) gap: Gap,
}

/// What stands between a word and the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::search) enum Gap {
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
pub(in crate::search) fn words(text: &str) -> Vec<Word> {
    let mut folded = FoldedText::default();
    folded.read(text);
    let word = |(at, span): (usize, &Span)| Word {
        folded: folded.joined(at, 1).to_owned(),
        range: span.range.clone(),
        capital: span.capital,
        capitals: span.capitals,
        gap: span.gap,
    };
    folded.spans.iter().enumerate().map(word).collect()
}

/// The words of a text, folded and joined with single blanks.
pub(in crate::search) fn sentence(text: &str) -> String {
    let mut folded = FoldedText::default();
    folded.read(text);
    let words: Vec<&str> = (0..folded.spans.len()).map(|at| folded.joined(at, 1)).collect();
    words.join(" ")
}

/// Where the first `count` folded characters of a word end in the original, at a grapheme boundary.
pub(in crate::search) fn prefix_end(text: &str, range: &Range<usize>, count: usize) -> usize {
    let word = text.get(range.clone()).unwrap_or_default();
    if word.is_ascii() && count > 0 && word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return range.start + count.min(word.len());
    }
    let mut seen = 0;
    let mut folded = String::new();
    let mut marker = 0;
    for (offset, grapheme) in word.grapheme_indices(true) {
        if offset < marker {
            continue;
        }
        if grapheme == "<" {
            marker =
                offset + 1 + text::marker_length_behind(word.get(offset + 1..).unwrap_or_default());
        }
        folded.clear();
        grapheme.chars().for_each(|character| fold_into(character, &mut folded));
        seen += folded.chars().count();
        if seen >= count {
            return range.start + offset + grapheme.len();
        }
    }
    range.end
}

/// The words of a text, folded into one string; texts are read one after the other into the same
/// memory.
#[derive(Debug, Default)]
pub(in crate::search) struct FoldedText {
    letters: String,
    spans: Vec<Span>,
}

/// Where a word stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) struct Span {
    /// Bytes of the folded letters.
    folded: Range<usize>,
    /// Bytes of the original text.
    pub(in crate::search) range: Range<usize>,
    /// Whether it begins with a capital.
    pub(in crate::search) capital: bool,
    capitals: bool,
    /// What stands before it.
    pub(in crate::search) gap: Gap,
}

impl FoldedText {
    /// Reads a text in place of the one before.
    pub(in crate::search) fn read(&mut self, text: &str) {
        self.letters.clear();
        self.spans.clear();
        self.letters.reserve(text.len());
        self.spans.reserve(text.len() / USUAL_WORD + 1);
        let mut splitter = Splitter { text: self, inside: false, gap: Gap::Blank };
        let mut start = 0;
        while let Some(rest) = text.get(start..) {
            let run = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
            if let Some(letters) = rest.get(..run).filter(|letters| !letters.is_empty()) {
                splitter.plain(letters, start);
                start += run;
                continue;
            }
            let Some(character) = rest.chars().next() else { break };
            let end = start + character.len_utf8();
            start = splitter.other(character, start..end, text.get(end..).unwrap_or_default());
        }
    }

    /// Where the words stand, in order.
    pub(in crate::search) fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// The folded letters of so many words from a place on, as one word; nothing where there are fewer.
    pub(in crate::search) fn joined(&self, at: usize, count: usize) -> &str {
        let letters = || {
            let (first, last) = (self.spans.get(at)?, self.spans.get(at + count - 1)?);
            self.letters.get(first.folded.start..last.folded.end)
        };
        letters().unwrap_or_default()
    }
}

struct Splitter<'a> {
    text: &'a mut FoldedText,
    inside: bool,
    gap: Gap,
}

impl Splitter<'_> {
    /// Letters and digits that fold to small ones.
    fn plain(&mut self, letters: &str, start: usize) {
        let is_capital = letters.starts_with(|letter: char| letter.is_ascii_uppercase());
        let folded = self.text.letters.len();
        self.text.letters.push_str(letters);
        if let Some(folded) = self.text.letters.get_mut(folded..) {
            folded.make_ascii_lowercase();
        }
        let capitals = is_capital && letters.bytes().all(|byte| byte.is_ascii_uppercase());
        self.extend(folded, start..start + letters.len(), is_capital, capitals);
    }

    /// Any other character; where to go on.
    fn other(&mut self, character: char, range: Range<usize>, rest: &str) -> usize {
        if character == '<' {
            // What is hidden stands in no word, and parts none.
            let marker = text::marker_length_behind(rest);
            if marker > 0 {
                return range.end + marker;
            }
        }
        match class(character) {
            Class::Letter => {
                let folded = self.text.letters.len();
                fold_into(character, &mut self.text.letters);
                let is_capital = character.is_uppercase();
                self.extend(folded, range.clone(), is_capital, is_capital);
            }
            Class::Ignored => {}
            Class::Apostrophe => {
                if self.inside && is_possessive(rest) {
                    self.end(Gap::Blank);
                    return range.end + 1;
                } else if character == '"' && !(self.inside && begins_with_hebrew(rest)) {
                    self.end(Gap::Mark);
                }
            }
            Class::Hyphen => self.end(Gap::Hyphen),
            Class::Separator if character.is_whitespace() || character == '&' => {
                self.end(Gap::Blank);
            }
            Class::Separator => self.end(Gap::Mark),
        }
        range.end
    }

    /// Adds to the word at hand, or begins one, what was folded from a place on.
    fn extend(&mut self, folded: usize, range: Range<usize>, capital: bool, capitals: bool) {
        let folded = folded..self.text.letters.len();
        match self.text.spans.last_mut() {
            Some(span) if self.inside => {
                span.folded.end = folded.end;
                span.range.end = range.end;
                span.capitals &= capitals;
            }
            Some(_) | None => {
                self.text.spans.push(Span { folded, range, capital, capitals, gap: self.gap });
                self.inside = true;
            }
        }
        self.gap = Gap::Blank;
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
        // The line of Arabic that only draws a word out.
        '\u{640}' => Class::Ignored,
        _ if is_hidden(character) => Class::Ignored,
        _ if character.is_ascii() => Class::Separator,
        _ if character.is_alphanumeric() => Class::Letter,
        // Some vowels are no letters to Unicode, and neither is what leaves one out.
        _ if scripts::is_sounding(character) && is_combining_mark(character) => Class::Letter,
        _ if is_combining_mark(character) => Class::Ignored,
        _ => Class::Separator,
    }
}

/// Whether a character is not seen where it stands, and so cannot part a word for whoever looks for it.
fn is_hidden(character: char) -> bool {
    match text::policy(character) {
        Action::Mark => text::class(character) != Some(text::Class::Separator),
        Action::Drop | Action::Joiner => true,
        Action::Keep | Action::Newline | Action::Tab | Action::Space => false,
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
            ("ﾄｳｷｮｳ ＡＢＣ", "とうきょう abc"),
            ("क़िला किला", "किला किला"),
            ("दिल्ली", "दिल्ली"),
            ("नहीं नहीँ १५", "नहीं नहीं 15"),
            ("ไซเบอร์", "ไซเบอร์"),
            ("\u{1100}\u{1161}\u{11a8} 각", "각 각"),
            ("  * \\ \u{202e} 👍 \u{301}", ""),
            ("Al\u{200b}ba\u{2060}nia and I\u{200c}ran", "albania and iran"),
            ("Al<U+200B>ba<U+E0041 x12>nia <U+202E>Iran<+3 marks>s", "albania irans"),
            ("\u{e0041}Al\u{34f}ba\u{3164}ni\u{e000}a\u{7}", "albania"),
            ("see <U+> and <b>", "see u and b"),
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

    proptest::proptest! {
        #[test]
        fn runs_of_plain_letters_fold_as_letter_by_letter(
            text in "([a-zA-Z0-9]{1,4}|['’\"&, .-]|\\PC|[\u{300}-\u{304}\u{200b}-\u{200f}א-תء-ي]){0,24}",
        ) {
            let (mut read, mut slow) = (FoldedText::default(), FoldedText::default());
            read.read("what stood there before");
            read.read(&text);
            let mut splitter = Splitter { text: &mut slow, inside: false, gap: Gap::Blank };
            let mut start = 0;
            while let Some(character) = text.get(start..).unwrap().chars().next() {
                let end = start + character.len_utf8();
                start = splitter.other(character, start..end, text.get(end..).unwrap());
            }
            proptest::prop_assert_eq!(&read.letters, &slow.letters);
            proptest::prop_assert_eq!(&read.spans, &slow.spans);
            for (at, word) in words(&text).iter().enumerate() {
                proptest::prop_assert_eq!(read.joined(at, 1), &word.folded);
                proptest::prop_assert!(text.get(word.range.clone()).is_some());
            }
        }
    }
}
