//! What a marker looks like, and what only looks like one.

use super::part;

/// What looks like a marker in the input.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Markers {
    /// It is one, of an earlier cleaning, or nobody minds.
    Genuine,
    /// Somebody wrote it.
    Imitated,
}

impl Markers {
    /// Whether a text begins with what must not be taken for a marker.
    pub(super) fn imitate(self, text: &str) -> bool {
        self == Self::Imitated
            && text.strip_prefix('<').is_some_and(|behind| marker_length_behind(behind) > 0)
    }
}

/// Bytes of a marker behind its first bracket: `U+200B>`, `U+E0041 x12>`, `+3 marks>`; 0 for what is none.
#[must_use]
pub fn marker_length_behind(text: &str) -> usize {
    let digits =
        |text: &str, is_digit: fn(&char) -> bool| text.chars().take_while(is_digit).count();
    let is_hexadecimal = |sign: &char| matches!(sign, '0'..='9' | 'A'..='F');
    let length = if let Some(code) = text.strip_prefix("U+") {
        let count = digits(code, is_hexadecimal);
        let behind = part(code, count..);
        let times = behind.strip_prefix(" x").map_or(0, |times| {
            let count = digits(times, char::is_ascii_digit);
            if count > 0 { count + 2 } else { 0 }
        });
        if (4..=6).contains(&count) { 2 + count + times } else { return 0 }
    } else if let Some(count) = text.strip_prefix('+') {
        let marks = digits(count, char::is_ascii_digit);
        if marks > 0 && part(count, marks..).starts_with(" marks") {
            1 + marks + " marks".len()
        } else {
            return 0;
        }
    } else {
        return 0;
    };
    if part(text, length..).starts_with('>') { length + 1 } else { 0 }
}
