//! Bytes from the terminal to [`Input`].
//!
//! crossterm 0.29's own reader is not used: it waits for ever on `CSI ? … n`, turns a late OSC 11 reply
//! into 23 keys, and never returns once the terminal is gone. This decoder knows keys, bracketed paste,
//! mouse reports, the two answers that are asked for, whenever they come, and the *shape* of everything
//! else (ECMA-48), and drops what is none of these.
//!
//! What does not hold: a reply that is cut in two by a pause longer than [`PAUSE_IN_SEQUENCE`] (while an
//! answer is owed, [`PAUSE_IN_ANSWER`]), or whose first bytes another program has read, is text like any
//! other.

mod cut;
mod keys;
mod mouse;
mod paste;
mod reply;

use std::time::Duration;

use crate::keymap::{Chord, Key};
use crate::pointer::Pointer;
use cut::{Cut, Next};
use keys::{control_key, function_key};
use paste::{Left, Paste};

pub use paste::{PAUSE_AFTER_INTERRUPT, PAUSE_IN_PASTE, PAUSES_IN_PASTE};

/// How long a lone Esc waits for a sequence to follow before it is the Esc key.
pub const PAUSE_AFTER_ESC: Duration = Duration::from_millis(40);
/// How long an unfinished sequence may pause before it is given up.
pub const PAUSE_IN_SEQUENCE: Duration = Duration::from_millis(500);
/// How long a lone Esc waits while an answer is owed: it may be the first byte of it.
pub const PAUSE_BEFORE_ANSWER: Duration = Duration::from_millis(200);
/// How long an unfinished sequence may pause while an answer is owed.
pub const PAUSE_IN_ANSWER: Duration = Duration::from_secs(2);
/// The most characters of a paste that are delivered.
pub const PASTE_LIMIT: usize = 1_024;

const CSI_LIMIT: usize = 64;

/// What the terminal reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed or repeats.
    Key(Chord),
    /// Pasted text, as it came, at most [`PASTE_LIMIT`] characters; it is not clean.
    Paste(String),
    /// The mouse was used.
    Mouse(Pointer),
    /// The terminal now has this many columns and rows.
    Resize(u16, u16),
    /// The terminal told its background, in red, green and blue.
    Background([u8; 3]),
    /// The terminal told what it is: it has answered all that it was asked before.
    Answered,
    /// The terminal is gone; nothing more will come.
    Lost,
}

#[derive(Debug, Default)]
enum State {
    #[default]
    Ground,
    /// The bytes of a character so far and its length; Alt was held.
    Character { bytes: Vec<u8>, length: usize, alt: bool },
    /// Esc came.
    Escape,
    /// `ESC O` came.
    Function,
    /// `ESC [` and these bytes came.
    Control(Vec<u8>),
    /// This many bytes of an old mouse report are still to come.
    Skip(usize),
    /// An OSC, DCS, SOS, PM or APC string: its opening byte, what followed, as far as it can be an
    /// answer, whether Esc came last. It may be of any length.
    String { opener: u8, bytes: Vec<u8>, escape: bool },
    /// A paste.
    Paste(Paste),
    /// What began a sequence was told as keys; it may have been of a reply.
    Cut(Cut),
}

/// The state between bytes; feed it with [`Decoder::advance`].
#[derive(Debug, Default)]
pub struct Decoder {
    state: State,
    /// Whether the terminal owes an answer, which a slow line may bring in parts.
    owed: bool,
}

impl Decoder {
    /// A decoder of a terminal that was asked something.
    #[must_use]
    pub fn expecting() -> Self {
        Self { owed: true, ..Self::default() }
    }

    /// Takes bytes as they came and appends what they mean.
    pub fn advance(&mut self, bytes: &[u8], inputs: &mut Vec<Input>) {
        for &byte in bytes {
            self.step(byte, inputs);
        }
    }

    /// How long to wait for more before [`Decoder::pause`]; `None` is for ever.
    #[must_use]
    pub fn patience(&self) -> Option<Duration> {
        match &self.state {
            State::Ground => None,
            State::Paste(paste) => Some(paste.patience()),
            State::Cut(cut) => Some(cut.patience()),
            State::Escape
            | State::Function
            | State::Character { .. }
            | State::Control(_)
            | State::Skip(_)
            | State::String { .. } => Some(match (self.may_be_keys(), self.owed) {
                (true, false) => PAUSE_AFTER_ESC,
                (true, true) => PAUSE_BEFORE_ANSWER,
                (false, false) => PAUSE_IN_SEQUENCE,
                (false, true) => PAUSE_IN_ANSWER,
            }),
        }
    }

    /// Whether what came so far are keys unless more follows.
    fn may_be_keys(&self) -> bool {
        match &self.state {
            State::Escape | State::Function => true,
            State::Control(bytes) | State::String { bytes, escape: false, .. } => bytes.is_empty(),
            State::Ground
            | State::Character { .. }
            | State::Skip(_)
            | State::String { escape: true, .. }
            | State::Paste(_)
            | State::Cut(_) => false,
        }
    }

    /// Nothing came for as long as [`Decoder::patience`] said: decides what is unfinished.
    ///
    /// A paste may outlast many pauses, and then has patience still.
    pub fn pause(&mut self, inputs: &mut Vec<Input>) {
        if !matches!(self.state, State::Ground | State::Paste(_)) {
            // Who pauses so long is a user, or a line on which nothing can be told apart.
            self.owed = false;
        }
        match std::mem::take(&mut self.state) {
            State::Escape => {
                inputs.push(plain(Key::Esc));
                self.state = State::Cut(Cut::after_escape());
            }
            State::Function => inputs.push(alt('O')),
            State::Control(bytes) if bytes.is_empty() => {
                inputs.push(alt('['));
                self.state = State::Cut(Cut::after(b'['));
            }
            State::String { opener, bytes, escape: false } if bytes.is_empty() => {
                inputs.push(alt(char::from(opener)));
                self.state = State::Cut(Cut::after(opener));
            }
            State::Cut(cut) => self.advance(&cut.keys(), inputs),
            State::Paste(paste) => self.state = left(paste.pause(), inputs),
            State::Ground
            | State::Character { .. }
            | State::Control(_)
            | State::Skip(_)
            | State::String { .. } => {}
        }
    }

    fn step(&mut self, byte: u8, inputs: &mut Vec<Input>) {
        self.state = match std::mem::take(&mut self.state) {
            State::Ground => ground(byte, false, inputs),
            State::Character { bytes, length, alt } => character(bytes, length, alt, byte, inputs),
            State::Escape => escape(byte, inputs),
            State::Function => {
                if let Some(key) = function_key(byte) {
                    inputs.push(plain(key));
                    State::Ground
                } else if (0x20..0x7f).contains(&byte) {
                    State::Ground
                } else {
                    ground(byte, false, inputs)
                }
            }
            State::Control(bytes) => {
                if reply::is_attributes(&bytes, byte) {
                    self.owed = false;
                }
                control(bytes, byte, inputs)
            }
            State::Skip(left) if left > 1 => State::Skip(left - 1),
            State::Skip(_) => State::Ground,
            State::String { opener, bytes, escape } => string(opener, bytes, escape, byte, inputs),
            State::Paste(paste) => left(paste.push(byte), inputs),
            State::Cut(cut) => match cut.push(byte) {
                Next::Open(cut) => State::Cut(cut),
                Next::Reply(bytes) => {
                    return self.advance(&[&[0x1b], bytes.as_slice()].concat(), inputs);
                }
                Next::Keys(bytes) => return self.advance(&bytes, inputs),
            },
        };
    }
}

fn plain(key: Key) -> Input {
    Input::Key(Chord { key, ctrl: false, alt: false, shift: false })
}

fn alt(character: char) -> Input {
    Input::Key(Chord { key: Key::Char(character), ctrl: false, alt: true, shift: false })
}

fn ground(byte: u8, alt: bool, inputs: &mut Vec<Input>) -> State {
    let (key, ctrl) = match byte {
        0x1b => return State::Escape,
        b'\r' => (Key::Enter, false),
        b'\t' => (Key::Tab, false),
        0x08 | 0x7f => (Key::Backspace, false),
        0x00 => (Key::Char(' '), true),
        0x01..=0x1a => (Key::Char(char::from(byte - 1 + b'a')), true),
        0x1c..=0x1f => (Key::Char(char::from(byte + 0x40)), true),
        0x20..=0x7e => (Key::Char(char::from(byte)), false),
        0xc2..=0xdf => return State::Character { bytes: vec![byte], length: 2, alt },
        0xe0..=0xef => return State::Character { bytes: vec![byte], length: 3, alt },
        0xf0..=0xf4 => return State::Character { bytes: vec![byte], length: 4, alt },
        0x80..=0xc1 | 0xf5..=0xff => return State::Ground,
    };
    inputs.push(Input::Key(Chord { key, ctrl, alt, shift: false }));
    State::Ground
}

fn character(
    mut bytes: Vec<u8>,
    length: usize,
    alt: bool,
    byte: u8,
    inputs: &mut Vec<Input>,
) -> State {
    if !(0x80..=0xbf).contains(&byte) {
        return ground(byte, false, inputs);
    }
    bytes.push(byte);
    if bytes.len() < length {
        return State::Character { bytes, length, alt };
    }
    let character = std::str::from_utf8(&bytes).ok().and_then(|text| text.chars().next());
    if let Some(character) = character.filter(|character| !character.is_control()) {
        let key = Key::Char(character);
        inputs.push(Input::Key(Chord { key, ctrl: false, alt, shift: false }));
    }
    State::Ground
}

fn escape(byte: u8, inputs: &mut Vec<Input>) -> State {
    match byte {
        b'[' => State::Control(Vec::new()),
        b'O' => State::Function,
        b']' | b'P' | b'X' | b'^' | b'_' => {
            State::String { opener: byte, bytes: Vec::new(), escape: false }
        }
        0x1b => {
            inputs.push(plain(Key::Esc));
            State::Escape
        }
        _ => ground(byte, true, inputs),
    }
}

fn control(mut bytes: Vec<u8>, byte: u8, inputs: &mut Vec<Input>) -> State {
    match byte {
        // The Linux console sends F1 to F5 as `CSI [ A` to `CSI [ E`.
        b'[' if bytes.is_empty() => State::Control(vec![b'[']),
        b'A'..=b'E' if bytes == *b"[" => {
            inputs.push(plain(Key::F(byte - b'A' + 1)));
            State::Ground
        }
        b'M' if bytes.is_empty() => State::Skip(3),
        0x20..=0x3f if bytes.len() < CSI_LIMIT => {
            bytes.push(byte);
            State::Control(bytes)
        }
        // Too long for any key: read on to its end, and mean nothing.
        0x20..=0x3f => State::Control(vec![b'=']),
        b'~' if bytes == *b"200" => State::Paste(Paste::default()),
        b'M' if bytes.first() == Some(&b'<') => {
            inputs.extend(mouse::report(&bytes).map(Input::Mouse));
            State::Ground
        }
        _ if reply::is_attributes(&bytes, byte) => {
            inputs.push(Input::Answered);
            State::Ground
        }
        0x40..=0x7e => {
            inputs.extend(control_key(&bytes, byte).map(Input::Key));
            State::Ground
        }
        0x00..=0x1f | 0x7f..=0xff => ground(byte, false, inputs),
    }
}

fn string(
    opener: u8,
    mut bytes: Vec<u8>,
    escape: bool,
    byte: u8,
    inputs: &mut Vec<Input>,
) -> State {
    let mut end = |bytes: &[u8]| {
        let told = Some(bytes).filter(|bytes| opener == b']' && bytes.len() <= reply::LIMIT);
        inputs.extend(told.and_then(reply::background).map(Input::Background));
        State::Ground
    };
    match byte {
        b'\\' if escape => end(&bytes),
        // Another sequence begins before this one ended.
        _ if escape => self::escape(byte, inputs),
        0x1b => State::String { opener, bytes, escape: true },
        0x07 => end(&bytes),
        // A control character stands in no reply; it is a key, and those of the interrupt and of the
        // curtain must always work.
        0x00..=0x1f => ground(byte, false, inputs),
        _ => {
            if bytes.len() <= reply::LIMIT {
                bytes.push(byte);
            }
            State::String { opener, bytes, escape: false }
        }
    }
}

fn left(left: Left, inputs: &mut Vec<Input>) -> State {
    match left {
        Left::Open(paste) => return State::Paste(paste),
        Left::Ended(paste) => inputs.push(paste),
        Left::Interrupted(paste) => {
            inputs.push(paste);
            ground(0x03, false, inputs);
        }
    }
    State::Ground
}

#[cfg(test)]
mod tests;
