//! Names whose parts belong together: `goxml.exe`, `10.2.3.4`, `T1059.001`, `AA22-264A`, addresses.
//!
//! The parts are words like others, since texts write them with other signs between them or none; what
//! tells a file name from a text that has both words somewhere is that they are neighbours.

use crate::search::fold::{FoldedText, Gap, Word};
use std::ops::Range;

/// What stands before the host of an address, or before a hash: people quote both with it and without,
/// and write `hxxp` so that nobody follows an address.
const BEFORE: &[&str] =
    &["https://", "http://", "hxxps://", "hxxp://", "ftp://", "www.", "sha256:", "sha1:", "md5:"];
/// What divides the parts of such a name; a hyphen or a slash alone also stands between plain words.
const DIVIDERS: &[char] = &['.', '_', '@', '\\'];
/// What may stand in one beside.
const OTHERS: &[char] = &['-', '/', ':', '?', '=', '&', '#', '%', '~', '+', '[', ']'];

/// Parts that must follow each other without others between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) struct Together {
    /// Their folded letters.
    letters: String,
    /// Whether the last may go on.
    open: bool,
    /// Whether there is a digit in each, so that each by itself says nothing.
    pub(in crate::search) is_number: bool,
}

impl Together {
    /// Reads what was typed without a blank in it.
    pub(in crate::search) fn new(piece: &str, words: &[Word], open: bool) -> Option<Self> {
        let piece = piece.trim_matches(|sign: char| !sign.is_alphanumeric());
        let divides = |gap: Gap| matches!(gap, Gap::Mark | Gap::Hyphen);
        let is_one = words.len() > 1 && words.iter().skip(1).all(|word| divides(word.gap));
        let is_name = |sign: char| DIVIDERS.contains(&sign) || sign.is_ascii_digit();
        let fits = |sign: char| !sign.is_ascii() || sign.is_alphanumeric() || is_name(sign);
        let has_signs = piece.chars().all(|sign| fits(sign) || OTHERS.contains(&sign));
        if !is_one || !has_signs || !piece.contains(is_name) {
            return None;
        }
        let letters: String = words.iter().map(|word| word.folded.as_str()).collect();
        let is_number = words.iter().all(|word| word.folded.contains(char::is_numeric));
        Some(Self { letters, open, is_number })
    }

    /// Where they stand in a text, divided in whatever way.
    pub(in crate::search) fn find(&self, text: &FoldedText) -> Option<Range<usize>> {
        let spans = text.spans();
        spans.iter().enumerate().find_map(|(first, start)| {
            let mut rest = self.letters.as_str();
            for (at, end) in spans.iter().enumerate().skip(first) {
                let word = text.joined(at, 1);
                let whole = start.range.start..end.range.end;
                match rest.strip_prefix(word) {
                    Some("") => return Some(whole),
                    Some(others) => rest = others,
                    None => return Some(whole).filter(|_| self.open && word.starts_with(rest)),
                }
            }
            None
        })
    }
}

/// An address from its host on, a hash without its kind.
pub(in crate::search) fn from_host(mut piece: &str) -> &str {
    for before in BEFORE {
        let start = piece.get(..before.len()).filter(|start| start.eq_ignore_ascii_case(before));
        piece = start.and_then(|start| piece.get(start.len()..)).unwrap_or(piece);
    }
    piece
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::fold;

    fn of(piece: &str) -> Option<Together> {
        Together::new(piece, &fold::words(piece), true)
    }

    #[test]
    fn parts_of_a_name_belong_together_and_words_do_not() {
        for piece in [
            "goxml.exe",
            "10.2.3.4",
            "T1059.001",
            "AA22-264A",
            "v2.0.14",
            "a_b",
            "someone@example.org",
            "example.org/news/2022",
            "C:\\Temp\\x.exe",
            "example[.]org:8080",
        ] {
            assert!(of(piece).is_some(), "{piece}");
        }
        for piece in ["rama", "rama.", "cut-ties", "rama/lapid", "rama,lapid", "(2022)", "Kan'ani"]
        {
            assert_eq!(of(piece), None, "{piece}");
        }
        assert!(of("v2.0.14").unwrap().is_number && !of("CVE-2019-0604").unwrap().is_number);
    }

    #[test]
    fn they_stand_where_they_are_neighbours() {
        let stands = |piece: &str, text: &str| {
            let mut folded = FoldedText::default();
            folded.read(text);
            of(piece).unwrap().find(&folded).is_some()
        };
        for (piece, text, is) in [
            ("goxml.exe", "It ran GoXml.exe twice", true),
            ("goxml.exe", "goxmlexe", true),
            ("goxml.ex", "It ran goxml.exe", true),
            ("goxml.exe", "goxml and cl.exe", false),
            ("goxml.exe", "goxml.ex", false),
            ("10.2.3.4", "from 10.2.3.4 on", true),
            ("10.2.3.4", "2.10.3.4", false),
            ("T1059.001", "T1059.001 PowerShell", true),
            ("AA22-264A", "Advisory AA22 264A", true),
        ] {
            assert_eq!(stands(piece, text), is, "{piece} {text}");
        }
    }

    #[test]
    fn an_address_begins_with_its_host() {
        for piece in ["https://www.example.org/x", "HXXP://example.org/x", "www.example.org/x"] {
            assert_eq!(from_host(piece), "example.org/x", "{piece}");
        }
        assert_eq!((from_host("wwwx"), from_host("sha256:ab12")), ("wwwx", "ab12"));
    }
}
