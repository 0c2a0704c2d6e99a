//! Entering and leaving the terminal, on every way out.

use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{
    Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
};
use ratatui::{Frame, Terminal};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;
use rustix::process;
use rustix::termios::{self, OptionalActions, QueueSelector, Termios};

use super::backend::ScreenBackend;
use super::clipboard;
use super::decode::{Decoder, Input};
use super::question::Question;
use crate::clipboard::Clipboard;
use crate::text::DisplayText;

/// The most columns and rows that are drawn: a terminal that claims 65535 x 65535 would cost 206 GB.
const LIMIT: (u16, u16) = (1_000, 500);
/// What is assumed when the terminal does not know its size.
const FALLBACK: (u16, u16) = (80, 24);

/// Button presses and the wheel (1000), with places of any size in digits (1006). Movement is not
/// asked for: each cell on the way would wake the program up.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
/// Undoes it, the last first.
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";

/// CAN: ends a sequence without effect (ECMA-48; VT510, section 4.3.2).
const CANCEL: &[u8] = b"\x18";
/// Bytes of a long sequence that are written at once, so that leaving has not to wait for all of it.
const PIECE: usize = 4_096;

/// The terminal's state, shared by the UI, the panic hook and the signal thread.
///
/// Uses no lock of the standard streams; its own is held for single writes only.
#[derive(Debug, Default)]
pub struct Screen {
    held: Mutex<Held>,
    opened: OnceLock<OwnedFd>,
    question: Question,
}

/// What was taken of the terminal.
#[derive(Debug, Default)]
struct Held {
    /// The terminal's modes from before it was entered; `None` while it is not entered.
    before: Option<Termios>,
    /// Whether the mouse is asked for whenever the terminal is entered.
    mouse: bool,
    /// Whether a sequence of more than one write was begun and is not yet ended.
    amid_sequence: bool,
}

impl Held {
    /// What undoes what was asked of the terminal since it was entered; a sequence that was begun ends.
    fn undoing(&mut self) -> Vec<u8> {
        let cancel = if std::mem::take(&mut self.amid_sequence) { CANCEL } else { &[] };
        [cancel, if self.mouse { MOUSE_OFF } else { &[] }].concat()
    }
}

impl Screen {
    /// A screen that asks the terminal for its background when it is first entered, and when it is left
    /// waits so long for an answer that is owed.
    #[must_use]
    pub fn asking(patience: Duration) -> Self {
        Self { question: Question::wanted(patience), ..Self::default() }
    }

    /// What makes inputs of the bytes that the terminal sends.
    #[must_use]
    pub fn decoder(&self) -> Decoder {
        if self.question.is_owed() { Decoder::expecting() } else { Decoder::default() }
    }

    /// Takes note of what was read: the answer, or that none will come.
    pub fn hear(&self, input: &Input) {
        if matches!(input, Input::Answered | Input::Lost) {
            self.question.settle();
        }
    }

    /// The terminal to read keys from: standard input, or `/dev/tty` when that is not a terminal.
    ///
    /// # Errors
    ///
    /// The process has no terminal at all.
    pub fn keyboard(&self) -> io::Result<BorrowedFd<'_>> {
        let stdin = rustix::stdio::stdin();
        if termios::isatty(stdin) {
            return Ok(stdin);
        }
        if let Some(opened) = self.opened.get() {
            return Ok(opened.as_fd());
        }
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
        let opened = rustix::fs::open("/dev/tty", flags, Mode::empty())?;
        Ok(self.opened.get_or_init(|| opened).as_fd())
    }

    /// Columns and rows, at least one of each and at most 1,000 x 500.
    #[must_use]
    pub fn size(&self) -> (u16, u16) {
        // crossterm would start `tput` when the terminal does not say.
        let asked = termios::tcgetwinsize(rustix::stdio::stdout())
            .or_else(|_| termios::tcgetwinsize(rustix::stdio::stdin()));
        asked.map_or(FALLBACK, |size| usable(size.ws_col, size.ws_row))
    }

    /// Takes the terminal: raw mode, alternate screen, bracketed paste, cursor hidden, and the
    /// mouse if [`Screen::set_mouse`] asked for it. The first time it asks what there is to ask.
    ///
    /// May be called again while entered, to take the terminal anew after it was stopped from outside.
    ///
    /// # Errors
    ///
    /// Standard output is no terminal, or the terminal refuses; it is then as it was before.
    pub fn enter(&self) -> io::Result<()> {
        if !termios::isatty(rustix::stdio::stdout()) {
            let error = "standard output is no terminal";
            return Err(io::Error::new(io::ErrorKind::Unsupported, error));
        }
        // With NO_COLOR crossterm would answer each colour with a reset, and drop reverse and bold too.
        crossterm::style::force_color_output(true);
        self.make_raw()?;
        let mut opening = Vec::new();
        queue!(opening, EnterAlternateScreen)?;
        // Before the screen is cleared: a terminal that does not know the question may show it.
        opening.extend_from_slice(self.question.words());
        queue!(opening, EnableBracketedPaste, Hide, Clear(ClearType::All))?;
        if self.held().mouse {
            opening.extend_from_slice(MOUSE_ON);
        }
        let mut rest = opening.as_slice();
        while !rest.is_empty() {
            let written = self.write(rest).inspect_err(|_| self.leave())?;
            // No more is written than was given.
            rest = rest.get(written..).unwrap_or_default();
        }
        Ok(())
    }

    /// Asks the terminal for reports of the mouse, or for no more of them; while it is not entered, from
    /// the next [`Screen::enter`] on. [`Screen::leave`] ends the reports without forgetting the wish.
    ///
    /// # Errors
    ///
    /// The terminal cannot be written to.
    pub fn set_mouse(&self, wanted: bool) -> io::Result<()> {
        let mut held = self.held();
        if held.mouse == wanted {
            return Ok(());
        }
        // Noted before it is written: what was begun is undone.
        held.mouse = true;
        if held.before.is_some() {
            write_all(if wanted { MOUSE_ON } else { MOUSE_OFF })?;
        }
        held.mouse = wanted;
        Ok(())
    }

    /// Gives the terminal back as it was; a second call does nothing. Errors have nowhere to go.
    pub fn leave(&self) {
        let mut held = self.held();
        let Some(modes) = held.before.take() else {
            return;
        };
        let mut closing = held.undoing();
        // Cleared first: some terminals keep the alternate screen's last picture in their scrollback.
        let queued = queue!(
            closing,
            EndSynchronizedUpdate,
            DisableBracketedPaste,
            SetAttribute(Attribute::Reset),
            Clear(ClearType::All),
            MoveTo(0, 0),
            LeaveAlternateScreen,
            Show
        );
        if queued.is_ok() {
            drop(write_all(&closing));
        }
        // Still raw: an answer that comes now is read as one and not typed into the shell.
        let how = if self.question.wait() { OptionalActions::Now } else { OptionalActions::Flush };
        if let Ok(keyboard) = self.keyboard() {
            let _ = termios::tcsetattr(keyboard, how, &modes);
        }
    }

    /// Writes to the terminal while it is entered; drops the bytes once it was left.
    pub(super) fn write(&self, bytes: &[u8]) -> io::Result<usize> {
        let held = self.held();
        if held.before.is_some() { write_some(bytes) } else { Ok(bytes.len()) }
    }

    /// Writes a sequence of any length while the terminal is entered. Where the terminal is left in the
    /// midst of it, leaving cancels it, and the rest is dropped.
    fn write_sequence(&self, sequence: &[u8]) -> io::Result<()> {
        for piece in sequence.chunks(PIECE) {
            let mut held = self.held();
            if held.before.is_none() {
                return Ok(());
            }
            held.amid_sequence = true;
            write_all(piece)?;
        }
        self.held().amid_sequence = false;
        Ok(())
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn make_raw(&self) -> io::Result<()> {
        let keyboard = self.keyboard()?;
        let mut held = self.held();
        let current = termios::tcgetattr(keyboard)?;
        let mut raw = current.clone();
        raw.make_raw();
        termios::tcsetattr(keyboard, OptionalActions::Now, &raw)?;
        held.before.get_or_insert(current);
        // What arrived before belongs to another program: typing ahead, or replies to its questions.
        // A terminal that cannot forget it is no reason to stop.
        let _ = termios::tcflush(keyboard, QueueSelector::IFlush);
        Ok(())
    }
}

/// Whether the error says that the terminal is gone.
#[must_use]
pub fn is_gone(error: &io::Error) -> bool {
    error.raw_os_error() == Some(Errno::IO.raw_os_error())
        || error.kind() == io::ErrorKind::BrokenPipe
}

/// The entered terminal with what is drawn on it; leaves when dropped.
pub struct Session {
    screen: Arc<Screen>,
    terminal: Terminal<ScreenBackend>,
    /// Whether something was put on the clipboard since it was last cleared.
    copied: bool,
}

impl Session {
    /// Enters the screen.
    ///
    /// # Errors
    ///
    /// As [`Screen::enter`].
    pub fn enter(screen: Arc<Screen>) -> io::Result<Self> {
        screen.enter()?;
        let terminal = Terminal::new(ScreenBackend::new(Arc::clone(&screen)))
            .inspect_err(|_| screen.leave())?;
        Ok(Self { screen, terminal, copied: false })
    }

    /// Draws one frame; the terminal shows it as one change.
    ///
    /// # Errors
    ///
    /// The terminal cannot be written to.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.terminal.backend_mut().begin_frame()?;
        self.terminal.draw(render).map(drop)
    }

    /// Forgets what is on the screen, so that the next frame is drawn whole.
    ///
    /// # Errors
    ///
    /// The terminal cannot be written to.
    pub fn repaint(&mut self) -> io::Result<()> {
        self.terminal.backend_mut().begin_frame()?;
        self.terminal.clear()
    }

    /// Asks the terminal to put text on the clipboard, between two frames; does nothing where there is no
    /// way to one. No terminal says whether it did.
    ///
    /// # Errors
    ///
    /// The terminal cannot be written to.
    pub fn copy(&mut self, text: &DisplayText, way: Clipboard) -> io::Result<()> {
        match clipboard::sequence(text.as_str(), way) {
            Some(sequence) => {
                self.copied = true;
                self.screen.write_sequence(&sequence)
            }
            None => Ok(()),
        }
    }

    /// Clears the screen and the lines above it that the terminal keeps, as a part of the next frame: some
    /// terminals move there what is cleared.
    ///
    /// # Errors
    ///
    /// The terminal cannot be written to.
    pub fn forget_shown(&mut self) -> io::Result<()> {
        self.repaint()?;
        self.terminal.backend_mut().clear_saved_lines()
    }

    /// Takes from the clipboard what was put there, between two frames; nothing where nothing was.
    ///
    /// # Errors
    ///
    /// The terminal cannot be written to.
    pub fn forget_copied(&mut self, way: Clipboard) -> io::Result<()> {
        let sequence = clipboard::clearing(way).filter(|_| self.copied);
        self.copied = false;
        sequence.map_or(Ok(()), |sequence| self.screen.write_sequence(&sequence))
    }

    /// As [`Screen::set_mouse`].
    ///
    /// # Errors
    ///
    /// The terminal cannot be written to.
    pub fn set_mouse(&self, wanted: bool) -> io::Result<()> {
        self.screen.set_mouse(wanted)
    }

    /// Whether a shell with job control started this process, and can make it go on after a stop.
    ///
    /// A program that is alone in its window (`xterm -e attache`) would stay stopped for ever.
    #[must_use]
    pub fn can_be_continued() -> bool {
        process::getsid(None).is_ok_and(|session| session != process::getpgrp())
    }

    /// Gives the terminal back, stops the process group and returns; the process goes on when it is
    /// continued, and [`Session::resume`] is then to be called.
    ///
    /// # Errors
    ///
    /// The process group cannot be stopped.
    pub fn suspend(&self) -> io::Result<()> {
        self.screen.leave();
        // STOP, not TSTP: this process catches TSTP itself, and the rest of a pipeline must stop too.
        Ok(process::kill_current_process_group(process::Signal::STOP)?)
    }

    /// Enters again after a stop, with everything to be drawn anew.
    ///
    /// # Errors
    ///
    /// As [`Screen::enter`].
    pub fn resume(&mut self) -> io::Result<()> {
        self.screen.enter()?;
        self.terminal = Terminal::new(ScreenBackend::new(Arc::clone(&self.screen)))?;
        Ok(())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.screen.leave();
    }
}

fn usable(columns: u16, rows: u16) -> (u16, u16) {
    let or = |asked: u16, fallback: u16| if asked == 0 { fallback } else { asked };
    (or(columns, FALLBACK.0).min(LIMIT.0), or(rows, FALLBACK.1).min(LIMIT.1))
}

fn write_all(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        let written = write_some(bytes)?;
        // No more is written than was given.
        bytes = bytes.get(written..).unwrap_or_default();
    }
    Ok(())
}

/// Writes what the terminal takes, waiting while it is full even when it was set not to block.
fn write_some(bytes: &[u8]) -> io::Result<usize> {
    let terminal = rustix::stdio::stdout();
    loop {
        match rustix::io::write(terminal, bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(count) => return Ok(count),
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => {
                poll(&mut [PollFd::new(&terminal, PollFlags::OUT)], None)?;
            }
            Err(error) => return Err(error.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absurd_sizes_become_usable() {
        assert_eq!(usable(0, 0), (80, 24));
        assert_eq!(usable(1, 1), (1, 1));
        assert_eq!(usable(u16::MAX, u16::MAX), (1_000, 500));
        assert_eq!(usable(200, 0), (200, 24));
    }

    #[test]
    fn a_sequence_that_is_left_amid_is_cancelled_once() {
        let mut held = Held { mouse: true, amid_sequence: true, ..Held::default() };
        assert!(held.undoing().starts_with(b"\x18\x1b[?1006l"));
        assert_eq!(held.undoing(), MOUSE_OFF);
    }

    #[test]
    fn leaving_what_was_never_entered_does_nothing() {
        Screen::default().leave();
    }
}
