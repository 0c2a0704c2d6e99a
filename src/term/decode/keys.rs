//! Keys that come as sequences.

use crate::keymap::{Chord, Key};

/// SS3 final bytes, as VT100 application cursor keys and keypad send them.
pub(super) fn function_key(byte: u8) -> Option<Key> {
    Some(match byte {
        b'A' => Key::Up,
        b'B' => Key::Down,
        b'C' => Key::Right,
        b'D' => Key::Left,
        b'F' => Key::End,
        b'H' => Key::Home,
        b'M' => Key::Enter,
        b'P'..=b'S' => Key::F(byte - b'P' + 1),
        _ => return None,
    })
}

/// The key that a finished `CSI parameters final` means, when it means one.
pub(super) fn control_key(parameters: &[u8], last: u8) -> Option<Chord> {
    // Sequences with a private prefix (`?`, `>`, `<`, `=`) are replies, never keys.
    let text = std::str::from_utf8(parameters).ok()?;
    let mut numbers = Vec::new();
    for part in text.split(';').filter(|_| !text.is_empty()) {
        numbers.push(if part.is_empty() { 1 } else { part.parse::<u32>().ok()? });
    }
    let first = numbers.first().copied().unwrap_or(1);
    let modifiers = numbers.get(1).copied().unwrap_or(1).saturating_sub(1);
    let key = match last {
        b'Z' => Key::BackTab,
        b'~' if first == 27 => letter(numbers.get(2).copied()?)?,
        b'u' if !numbers.is_empty() => letter(first)?,
        b'~' => numbered(first)?,
        // `CSI row ; column R` is a cursor position report as well as a modified F3: it stays unsaid.
        b'R' if !numbers.is_empty() => return None,
        b'A'..=b'D' | b'F' | b'H' | b'P'..=b'S' => function_key(last)?,
        _ => return None,
    };
    let is_char = matches!(key, Key::Char(_) | Key::BackTab);
    let shift = modifiers & 1 != 0 && !is_char;
    let key = if key == Key::Tab && shift { Key::BackTab } else { key };
    let shift = shift && key != Key::BackTab;
    Some(Chord { key, ctrl: modifiers & 4 != 0, alt: modifiers & 2 != 0, shift })
}

/// The key of a code point in `CSI code ; modifiers u` and `CSI 27 ; modifiers ; code ~` (xterm).
fn letter(code: u32) -> Option<Key> {
    Some(match code {
        8 | 127 => Key::Backspace,
        9 => Key::Tab,
        13 => Key::Enter,
        27 => Key::Esc,
        _ => Key::Char(char::from_u32(code).filter(|character| !character.is_control())?),
    })
}

/// The keys of `CSI number ~` (DEC VT220, rxvt, xterm).
fn numbered(number: u32) -> Option<Key> {
    Some(match number {
        1 | 7 => Key::Home,
        2 => Key::Insert,
        3 => Key::Delete,
        4 | 8 => Key::End,
        5 => Key::PageUp,
        6 => Key::PageDown,
        11..=15 => Key::F(u8::try_from(number - 10).ok()?),
        17..=21 => Key::F(u8::try_from(number - 11).ok()?),
        23..=26 => Key::F(u8::try_from(number - 12).ok()?),
        28 | 29 => Key::F(u8::try_from(number - 13).ok()?),
        31..=34 => Key::F(u8::try_from(number - 14).ok()?),
        _ => return None,
    })
}
