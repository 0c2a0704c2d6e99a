//! The rest of a reply that a slow line cut off from its beginning.
//!
//! A pause after `ESC`, `ESC [` and the like makes keys of them, since a user may have typed them. Where a
//! reply was cut there, its rest comes later, and would be typed: `?62;22c` opens the help. So for a while
//! what follows is held as long as it can be such a rest, which comes in one burst; what is none is keys
//! after all, in order and none lost.

use super::{CSI_LIMIT, PAUSE_AFTER_ESC, PAUSE_IN_SEQUENCE, reply};
use std::time::Duration;

/// A beginning that became keys, and what came after it.
#[derive(Debug)]
pub(super) struct Cut {
    /// What follows the Esc.
    bytes: Vec<u8>,
    /// How many of these were told as keys already.
    told: usize,
}

/// What came of a byte.
pub(super) enum Next {
    /// It may be a reply still.
    Open(Cut),
    /// A whole reply, without its Esc.
    Reply(Vec<u8>),
    /// Keys.
    Keys(Vec<u8>),
}

impl Cut {
    /// After an Esc that was told as a key.
    pub(super) fn after_escape() -> Self {
        Self { bytes: Vec::new(), told: 0 }
    }

    /// After an Esc and an opening byte that were told as one key.
    pub(super) fn after(opener: u8) -> Self {
        Self { bytes: vec![opener], told: 1 }
    }

    /// How long the rest may take: to begin, or from one byte to the next.
    pub(super) fn patience(&self) -> Duration {
        if self.bytes.len() > self.told { PAUSE_AFTER_ESC } else { PAUSE_IN_SEQUENCE }
    }

    /// Takes a byte.
    pub(super) fn push(mut self, byte: u8) -> Next {
        self.bytes.push(byte);
        let whole = match self.bytes.as_slice() {
            [b'[', rest @ ..] => control(rest),
            [b']' | b'P', rest @ ..] => string(rest),
            _ => None,
        };
        match whole {
            Some(true) => Next::Reply(self.bytes),
            Some(false) => Next::Open(self),
            None => Next::Keys(self.keys()),
        }
    }

    /// What is to be typed of it.
    pub(super) fn keys(mut self) -> Vec<u8> {
        self.bytes.split_off(self.told)
    }
}

/// Whether this is all that follows the `ESC [` of a reply; none where it is of no reply. Replies have a
/// private prefix or several numbers, which no key has that is worth guessing.
fn control(rest: &[u8]) -> Option<bool> {
    let Some((last, parameters)) = rest.split_last() else { return Some(false) };
    let first = *rest.first()?;
    let private = matches!(first, b'<'..=b'?');
    let begins = private || first.is_ascii_digit();
    let numbers = |bytes: &[u8]| bytes.iter().all(|byte| matches!(byte, b'0'..=b'9' | b';' | b':'));
    // A prefix that is the last byte itself leaves nothing.
    let inner = parameters.get(usize::from(private)..).unwrap_or_default();
    let fits = begins && rest.len() <= CSI_LIMIT;
    match last {
        b'0'..=b'?' if fits => Some(false),
        b' '..=b'/' if fits && parameters.len() > 1 => Some(false),
        b'@'..=b'~' if fits => {
            // `?1$y` has a byte between its number and its end.
            let inner = inner.strip_suffix(b"$").unwrap_or(inner);
            let reply = if private {
                inner.first().is_some_and(u8::is_ascii_digit)
            } else {
                // Where the cursor is, and how large the window.
                matches!(last, b'R' | b't') && inner.contains(&b';')
            };
            (reply && numbers(inner)).then_some(true)
        }
        _ => None,
    }
}

/// The same of a string, as OSC and DCS are.
fn string(rest: &[u8]) -> Option<bool> {
    let Some(first) = rest.first() else { return Some(false) };
    let (text, whole) = match rest {
        [text @ .., 0x07] | [text @ .., 0x1b, b'\\'] => (text, true),
        // The first byte of the end may be there already.
        text => (text.strip_suffix(b"\x1b").unwrap_or(text), false),
    };
    let begins = matches!(first, b'0'..=b'9' | b'>' | b'!');
    let printable = text.iter().all(|byte| (0x20..0x7f).contains(byte));
    (begins && printable && rest.len() <= 2 * reply::LIMIT).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Doing, after_all, char, key};
    use super::super::{Input, alt};
    use crate::keymap::Key;

    const REPLIES: [&[u8]; 8] = [
        b"\x1b[?62;22c",
        b"\x1b[>0;276;0c",
        b"\x1b[24;80R",
        b"\x1b[?2026;2$y",
        b"\x1b[<0;10;5M",
        b"\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\",
        b"\x1b]10;rgb:ff/ff/ff\x07",
        b"\x1bP>|term(1)\x1b\\",
    ];

    fn keys(inputs: Vec<Input>) -> Vec<Input> {
        inputs.into_iter().filter(|input| matches!(input, Input::Key(_))).collect()
    }

    #[test]
    fn the_rest_of_a_reply_that_was_cut_is_not_typed_and_the_next_key_is() {
        for reply in REPLIES {
            for (cut, told) in [(1, key(Key::Esc)), (2, alt(char::from(reply[1])))] {
                let doings = [
                    Doing::Bytes(&reply[..cut]),
                    Doing::Pause,
                    Doing::Bytes(&reply[cut..]),
                    Doing::Bytes(b"j"),
                ];
                let inputs = keys(after_all(&doings));
                assert_eq!(inputs, [told, char('j')], "{} {cut}", reply.escape_ascii());
            }
        }
    }

    #[test]
    fn what_is_typed_after_such_a_beginning_is_keys_none_lost() {
        for typed in
            ["j", "?", "?j", "2j", "22", "2022;", "]", "[", "[[", "[?x", "?;x", "P1", "11;x"]
        {
            for begin in ["\x1b", "\x1b[", "\x1b]", "\x1bP"] {
                let before = after_all(&[Doing::Bytes(begin.as_bytes()), Doing::Pause]);
                let mut doings = vec![Doing::Bytes(begin.as_bytes()), Doing::Pause];
                let letters: Vec<String> = typed.chars().map(String::from).collect();
                for letter in &letters {
                    doings.push(Doing::Bytes(letter.as_bytes()));
                }
                doings.extend([Doing::Pause, Doing::Pause]);
                let expected: Vec<Input> =
                    before.into_iter().chain(typed.chars().map(char)).collect();
                assert_eq!(after_all(&doings), expected, "{begin:?} {typed}");
            }
        }
    }
}
