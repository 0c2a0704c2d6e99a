//! From bytes to text: UTF-8 or a refusal in words.

use crate::text;
use crate::text::DisplayText;

/// Why a file is no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError {
    /// In words, with what to do about it.
    pub message: DisplayText,
    /// Byte offset of the first byte that is wrong.
    pub offset: usize,
    /// Line of that byte, from 1.
    pub line: usize,
}

const BYTE_ORDER_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

/// Reads a file's bytes as UTF-8; one byte order mark at the start is left out.
///
/// # Errors
/// For UTF-16, for a second byte order mark, for NUL and for what is not UTF-8; nothing is guessed.
pub fn decode(bytes: &[u8]) -> Result<&str, DecodeError> {
    if let Some(kind) = utf_16(bytes) {
        return Err(fault(
            bytes,
            0,
            text!["looks like UTF-16 ", kind, "; save it as UTF-8 (`iconv -f utf-16 -t utf-8`)"],
        ));
    }
    let (body, skipped) = match bytes.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => (rest, BYTE_ORDER_MARK.len()),
        None => (bytes, 0),
    };
    if body.starts_with(BYTE_ORDER_MARK) {
        return Err(fault(bytes, skipped, text!["begins with two byte order marks; keep none"]));
    }
    if let Some(at) = body.iter().position(|byte| *byte == 0) {
        let at = at + skipped;
        let line = line_of(bytes, at);
        return Err(fault(bytes, at, text!["a NUL byte at line ", line, "; this is no text file"]));
    }
    std::str::from_utf8(body).map_err(|error| {
        let at = error.valid_up_to() + skipped;
        not_utf_8(bytes, at)
    })
}

fn utf_16(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, ..] => Some("(little-endian)"),
        [0xFE, 0xFF, ..] => Some("(big-endian)"),
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => Some("without a mark"),
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => Some("without a mark"),
        _ => None,
    }
}

fn not_utf_8(bytes: &[u8], at: usize) -> DecodeError {
    // `at` is a byte that was found to be wrong, so it is there.
    let byte = bytes.get(at).copied().unwrap_or_default();
    let line = line_of(bytes, at);
    let digits = hexadecimal(byte);
    let cause = match bytes.get(at..at + 2) {
        // Surrogates written as three bytes: CESU-8, as some databases export it.
        Some([0xED, 0xA0..=0xBF]) => "; it looks like CESU-8; save it as UTF-8",
        // A byte of one of them is one of all: which it is only its author knows.
        _ if byte >= 0x80 => {
            "; save it as UTF-8, or `iconv -f cp1252 -t utf8` (cp1251 for Cyrillic, cp1255 for Hebrew)"
        }
        _ => "",
    };
    fault(bytes, at, text!["byte 0x", digits, " at line ", line, " is not UTF-8", cause])
}

fn hexadecimal(byte: u8) -> DisplayText {
    text::clean(&format!("{byte:02X}"), |_| {})
}

fn line_of(bytes: &[u8], at: usize) -> usize {
    bytes.iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}

fn fault(bytes: &[u8], offset: usize, message: DisplayText) -> DecodeError {
    DecodeError { message, offset, line: line_of(bytes, offset) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(bytes: &[u8]) -> String {
        decode(bytes).unwrap_err().message.to_string()
    }

    #[test]
    fn one_byte_order_mark_is_left_out() {
        assert_eq!(decode(b"\xEF\xBB\xBFschema = 1"), Ok("schema = 1"));
        assert!(message(b"\xEF\xBB\xBF\xEF\xBB\xBFx").contains("two byte order marks"));
    }

    #[test]
    fn utf_16_is_named_with_and_without_a_mark() {
        for bytes in [&b"\xFF\xFEs\0"[..], b"\xFE\xFF\0s", b"s\0c\0h\0", b"\0s\0c\0h"] {
            assert!(message(bytes).contains("UTF-16"), "{bytes:?}");
        }
    }

    #[test]
    fn latin_1_is_named_with_its_byte_and_line() {
        let error = decode(b"a\nb\nR\xE9pondre").unwrap_err();
        assert_eq!((error.offset, error.line), (5, 3));
        assert_eq!(
            error.message.as_str(),
            "byte 0xE9 at line 3 is not UTF-8; save it as UTF-8, or `iconv -f cp1252 -t utf8` \
             (cp1251 for Cyrillic, cp1255 for Hebrew)"
        );
    }

    #[test]
    fn nul_and_cesu_8_are_refused() {
        assert!(message(b"abcdef\nx\0y").contains("NUL byte at line 2"));
        assert!(message(b"a\xED\xA0\x80\xED\xB0\x80").contains("CESU-8"));
    }
}
