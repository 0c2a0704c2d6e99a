//! A bracketed paste that is under way, and how one whose end never comes is left.
//!
//! Only pauses tell text from typing. A paste comes in bursts, also over a slow line; a person types a
//! few bytes between two pauses. So an interrupt key with silence before and after it gets through, and
//! silence adds up over what is typed until the paste is given up.

use std::time::Duration;

use super::{Input, PASTE_LIMIT};

/// How long nothing may come in a paste before what follows may be a key: well under the 200 ms of
/// silence that are promised, as it is counted from when bytes arrive.
pub const PAUSE_IN_PASTE: Duration = Duration::from_millis(125);
/// How long the interrupt key, alone after a pause, waits for the rest of a paste to follow.
pub const PAUSE_AFTER_INTERRUPT: Duration = Duration::from_millis(40);
/// How many pauses, each of [`PAUSE_IN_PASTE`], end a paste: five seconds of silence in all.
pub const PAUSES_IN_PASTE: u32 = 40;

/// As many bytes between two pauses are the paste going on; the longest key is shorter.
const BURST: usize = 16;
const END: &[u8] = b"\x1b[201~";
const INTERRUPT: u8 = 0x03;

/// What has come of a paste.
#[derive(Debug, Default)]
pub(super) struct Paste {
    /// The text (bounded).
    text: Vec<u8>,
    /// The last bytes, to find the end.
    tail: Vec<u8>,
    /// Pauses since the last burst.
    pauses: u32,
    /// Bytes since the last pause.
    since: usize,
    /// How many of those bytes are interrupts; only counted while there is nothing else among them.
    interrupts: usize,
}

/// How a byte or a pause leaves a paste.
#[derive(Debug)]
pub(super) enum Left {
    /// It goes on.
    Open(Paste),
    /// It is over.
    Ended(Input),
    /// It is over, and the interrupt key was pressed.
    Interrupted(Input),
}

impl Paste {
    pub(super) fn patience(&self) -> Duration {
        if self.may_be_interrupt() { PAUSE_AFTER_INTERRUPT } else { PAUSE_IN_PASTE }
    }

    pub(super) fn push(mut self, byte: u8) -> Left {
        // Longest UTF-8 form of the limit, plus the end mark that is cut off again.
        if self.text.len() < PASTE_LIMIT * 4 + END.len() {
            self.text.push(byte);
        }
        if self.tail.len() == END.len() {
            self.tail.remove(0);
        }
        self.tail.push(byte);
        if self.tail == END {
            return Left::Ended(self.input(END));
        }
        if self.pauses > 0 && byte == INTERRUPT && self.interrupts == self.since {
            self.interrupts += 1;
        }
        self.since += 1;
        // The key is held down, or pressed again in anger: no pause would ever follow.
        if self.interrupts == 2 && self.since == 2 {
            return Left::Interrupted(self.input(&[INTERRUPT; 2]));
        }
        Left::Open(self)
    }

    /// Nothing came for as long as [`Paste::patience`] said.
    pub(super) fn pause(mut self) -> Left {
        if self.may_be_interrupt() {
            return Left::Interrupted(self.input(&[INTERRUPT]));
        }
        self.pauses = if self.since >= BURST { 1 } else { self.pauses + 1 };
        self.since = 0;
        self.interrupts = 0;
        if self.pauses >= PAUSES_IN_PASTE { Left::Ended(self.input(&[])) } else { Left::Open(self) }
    }

    fn may_be_interrupt(&self) -> bool {
        self.interrupts == 1 && self.since == 1
    }

    /// The text without what came after it.
    fn input(&self, after: &[u8]) -> Input {
        let text = self.text.strip_suffix(after).unwrap_or(&self.text);
        Input::Paste(String::from_utf8_lossy(text).chars().take(PASTE_LIMIT).collect())
    }
}
