//! A program in a pseudo-terminal of 80x24, with a clock.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

const COLUMNS: u16 = 80;
const ROWS: u16 = 24;
/// Something is wrong when nothing comes for so long.
const LIMIT: Duration = Duration::from_secs(20);

/// What a program asks a terminal and what one answers: its kind, its colours, where the cursor is,
/// which keys it can tell.
const ANSWERS: &[(&[u8], &[u8])] = &[
    (b"\x1b[c", b"\x1b[?62;22c"),
    (b"\x1b[0c", b"\x1b[?62;22c"),
    (b"\x1b[>c", b"\x1b[>0;0;0c"),
    (b"\x1b]11;?", b"\x1b]11;rgb:0000/0000/0000\x1b\\"),
    (b"\x1b]10;?", b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\"),
    (b"\x1b[6n", b"\x1b[1;1R"),
    (b"\x1b[?u", b"\x1b[?0u"),
];

/// Whether the terminal answers what it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    Answers,
    Silent,
}

/// A program in a terminal.
pub(crate) struct Session {
    started: Instant,
    manner: Manner,
    output: Receiver<Vec<u8>>,
    input: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    screen: vt100::Parser,
    _master: Box<dyn MasterPty + Send>,
}

impl Session {
    /// Starts a program; the clock runs from right before.
    pub(crate) fn start(command: CommandBuilder, manner: Manner) -> Self {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (send, output) = channel();
        thread::spawn(move || {
            let mut buffer = vec![0; 65_536];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if send.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let input = pair.master.take_writer().unwrap();
        let cells = |count: u16| NonZero::new(count).unwrap();
        let screen = vt100::Parser::new(cells(ROWS), cells(COLUMNS), 0);
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        Self { started, manner, output, input, child, screen, _master: pair.master }
    }

    /// Waits until a text stands on the screen; how long that is after the start.
    pub(crate) fn until(&mut self, mark: &str) -> Duration {
        self.until_screen(mark, |screen| screen.contains(mark))
    }

    /// Waits until a text stands on the screen no more.
    pub(crate) fn until_gone(&mut self, mark: &str) {
        self.until_screen(mark, |screen| !screen.contains(mark));
    }

    fn until_screen(&mut self, mark: &str, is_there: impl Fn(&str) -> bool) -> Duration {
        while !is_there(&self.contents()) {
            let more = self.output.recv_timeout(LIMIT);
            let more = more.unwrap_or_else(|_| panic!("no {mark:?} in:\n{}", self.contents()));
            self.take(&more);
        }
        self.started.elapsed()
    }

    fn take(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        if self.manner == Manner::Silent {
            return;
        }
        for (question, answer) in ANSWERS {
            for _ in bytes.windows(question.len()).filter(|part| part == question) {
                self.input.write_all(answer).unwrap();
            }
        }
    }

    /// Waits until nothing has come for so long.
    pub(crate) fn settle(&mut self, silence: Duration) {
        while let Ok(more) = self.output.recv_timeout(silence) {
            self.take(&more);
        }
    }

    /// Types something.
    pub(crate) fn type_in(&mut self, typed: &[u8]) {
        self.input.write_all(typed).unwrap();
    }

    /// Types something; how long until a text stands on the screen.
    pub(crate) fn type_until(&mut self, typed: &[u8], mark: &str) -> Duration {
        let typed_at = Instant::now();
        self.type_in(typed);
        self.until(mark);
        typed_at.elapsed()
    }

    /// What stands on the screen.
    pub(crate) fn contents(&self) -> String {
        self.screen.screen().contents()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // It may have gone by itself.
        let _gone = self.child.kill();
        let _status = self.child.wait();
    }
}
