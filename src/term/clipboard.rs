//! Text for the clipboard: OSC 52, and how it gets through tmux and GNU screen.
//!
//! It is only ever written. Nothing is read from the clipboard, and no program is started for it.

use crate::clipboard::{Clipboard, LONGEST};

/// Bytes that GNU screen takes in one string: 256 with the one that ends it in 4.0, which macOS still
/// has. It shows the rest of a longer one on the screen.
const SCREEN_STRING: usize = 250;

/// The digits of base64 (RFC 4648, section 4).
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The bytes that ask for text to be put on the clipboard; none where there is no way to one or the text
/// is longer than [`LONGEST`].
pub(super) fn sequence(text: &str, way: Clipboard) -> Option<Vec<u8>> {
    if text.len() > LONGEST {
        return None;
    }
    match way {
        Clipboard::Terminal => Some(osc_52(text)),
        Clipboard::Tmux => {
            // One of the two arrives: with `set-clipboard on` tmux takes the first and hands it on, with
            // `allow-passthrough on` it lets the second through.
            let plain = osc_52(text);
            let passed = through_tmux(&plain);
            Some([plain, passed].concat())
        }
        Clipboard::Screen => Some(through_screen(&osc_52(text))),
        Clipboard::Absent | Clipboard::Forbidden | Clipboard::Printed => None,
    }
}

/// The bytes that clear the clipboard; none where there is no way to one. A blank takes the place of what
/// stands there wherever text could be put; what is no base64 then clears it, where the terminal knows that
/// (xterm).
pub(super) fn clearing(way: Clipboard) -> Option<Vec<u8>> {
    let clear: &[u8] = b"\x1b]52;c;!\x07";
    let (blank, rest) = (sequence(" ", way)?, clear);
    let rest = match way {
        Clipboard::Terminal => rest.to_vec(),
        Clipboard::Tmux => through_tmux(rest),
        Clipboard::Screen => through_screen(rest),
        Clipboard::Absent | Clipboard::Forbidden | Clipboard::Printed => return None,
    };
    Some([blank, rest].concat())
}

/// `c` is the clipboard, as opposed to what is selected. BEL ends it, since ST would end the string
/// around it too.
fn osc_52(text: &str) -> Vec<u8> {
    [b"\x1b]52;c;".as_slice(), &base64(text.as_bytes()), b"\x07"].concat()
}

/// In a string for tmux each ESC is doubled.
fn through_tmux(sequence: &[u8]) -> Vec<u8> {
    let mut wrapped = b"\x1bPtmux;".to_vec();
    for byte in sequence {
        wrapped.extend((*byte == 0x1b).then_some(0x1b));
        wrapped.push(*byte);
    }
    wrapped.extend_from_slice(b"\x1b\\");
    wrapped
}

/// GNU screen hands on what stands in its strings, one after the other.
fn through_screen(sequence: &[u8]) -> Vec<u8> {
    let wrap = |piece: &[u8]| [b"\x1bP".as_slice(), piece, b"\x1b\\"].concat();
    sequence.chunks(SCREEN_STRING).flat_map(wrap).collect()
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    let mut digits = Vec::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |at: usize| three.get(at).copied().map_or(0, u32::from);
        let number = byte(0) << 16 | byte(1) << 8 | byte(2);
        for (place, shift) in [18, 12, 6, 0].into_iter().enumerate() {
            let digit = usize::try_from(number >> shift & 63).ok();
            let digit = digit.filter(|_| place <= three.len()).and_then(|at| DIGITS.get(at));
            digits.push(digit.copied().unwrap_or(b'='));
        }
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, way: Clipboard) -> String {
        String::from_utf8(sequence(text, way).expect("a way")).expect("ASCII")
    }

    /// The test vectors of RFC 4648, section 10, and what is no ASCII.
    #[test]
    fn base64_is_that_of_the_standard() {
        for (text, digits) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
            ("Tiran\u{eb} \u{2260}", "VGlyYW7DqyDiiaA="),
        ] {
            assert_eq!(base64(text.as_bytes()), digits.as_bytes(), "{text}");
        }
        let all: Vec<u8> = (0..=u8::MAX).collect();
        assert_eq!(base64(&all).len(), 344);
        assert!(base64(&[0xfb, 0xff]).starts_with(b"+/"));
    }

    #[test]
    fn text_is_written_as_the_terminal_or_what_stands_around_it_takes_it() {
        assert_eq!(written("foo", Clipboard::Terminal), "\x1b]52;c;Zm9v\x07");
        let tmux = "\x1b]52;c;Zm9v\x07\x1bPtmux;\x1b\x1b]52;c;Zm9v\x07\x1b\\";
        assert_eq!(written("foo", Clipboard::Tmux), tmux);
        assert_eq!(written("foo", Clipboard::Screen), "\x1bP\x1b]52;c;Zm9v\x07\x1b\\");
        for way in [Clipboard::Absent, Clipboard::Forbidden, Clipboard::Printed] {
            assert_eq!(sequence("foo", way), None);
        }
    }

    #[test]
    fn a_long_text_goes_through_screen_in_strings_that_it_can_hold() {
        let text = "long ".repeat(1_000);
        let wrapped = written(&text, Clipboard::Screen);
        let strings: Vec<&str> = wrapped.split_terminator("\x1b\\").collect();
        let inside: Vec<&str> =
            strings.iter().map(|string| string.strip_prefix("\x1bP").expect("a string")).collect();
        assert!(inside.len() > 1 && inside.iter().all(|string| string.len() < 256));
        assert_eq!(inside.concat(), written(&text, Clipboard::Terminal));
    }

    #[test]
    fn the_clipboard_is_cleared_by_a_blank_and_by_what_is_no_text() {
        let clear = clearing(Clipboard::Terminal).expect("a way");
        assert_eq!(clear, b"\x1b]52;c;IA==\x07\x1b]52;c;!\x07");
        for way in [Clipboard::Tmux, Clipboard::Screen] {
            assert!(clearing(way).expect("a way").ends_with(b"\x1b]52;c;!\x07\x1b\\"));
        }
        assert_eq!(clearing(Clipboard::Forbidden), None);
    }

    #[test]
    fn what_is_too_long_is_not_sent() {
        let longest = "a".repeat(LONGEST);
        let sent = sequence(&longest, Clipboard::Terminal).expect("not too long");
        assert_eq!(sent.len(), 100_000);
        assert_eq!(sequence(&format!("{longest}a"), Clipboard::Terminal), None);
    }
}
