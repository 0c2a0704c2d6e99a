//! The program in a pseudo-terminal, with a clock.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// What ends a frame.
const END: &[u8] = b"\x1b[?2026l";
/// What the shell says once the program has gone.
const PROMPT: &[u8] = b"<prompt>";
/// Something is wrong when nothing comes for so long.
const LIMIT: Duration = Duration::from_mins(1);

pub(crate) struct Terminal {
    output: Receiver<Vec<u8>>,
    input: Box<dyn Write + Send>,
    shell: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    /// Starts the program by a shell, with a folder or its own briefs, and returns once it can answer a search.
    pub(crate) fn start(folder: Option<&Path>, (columns, rows): (u16, u16)) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new("/bin/bash");
        let line = "\"$0\" --no-state \"$@\"; printf '<%s>' prompt; read line";
        command.args(["-c", line, env!("CARGO_BIN_EXE_attache")]);
        command.args(folder);
        command.env_clear();
        command.env("PATH", "/usr/bin:/bin");
        command.env("TERM", "xterm-256color");
        let shell = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (send, output) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 4_096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if send.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let input = pair.master.take_writer().unwrap();
        let mut terminal = Self { output, input, shell, _master: pair.master };
        terminal.wait_until_ready(columns, rows);
        terminal
    }

    /// A result of a search is there only once everything is loaded.
    fn wait_until_ready(&mut self, columns: u16, rows: u16) {
        let cells = |count: u16| std::num::NonZero::new(count).unwrap();
        let mut screen = vt100::Parser::new(cells(rows), cells(columns), 0);
        let has = |screen: &vt100::Parser, column: u16, sign: &str| {
            (0..rows).any(|row| {
                screen.screen().cell(row, column).is_some_and(|cell| cell.contents() == sign)
            })
        };
        while !has(&screen, 0, ">") {
            screen.process(&self.output.recv_timeout(LIMIT).unwrap());
        }
        self.input.write_all(b"/a").unwrap();
        while !(screen.screen().contents().contains(" hits ") && has(&screen, 0, ">")) {
            screen.process(&self.output.recv_timeout(LIMIT).unwrap());
        }
        self.input.write_all(b"\x1b[27u").unwrap();
        while self.output.recv_timeout(Duration::from_millis(500)) != Err(RecvTimeoutError::Timeout)
        {
        }
    }

    /// From a key to the end of the frame.
    pub(crate) fn key(&mut self, bytes: &[u8]) -> Duration {
        self.time(bytes, |output| output.ends_with(END))
    }

    /// From `q` to the prompt of the shell.
    pub(crate) fn leave(mut self) -> Duration {
        let time = self.time(b"q", |output| output.ends_with(PROMPT));
        self.input.write_all(b"\n").unwrap();
        self.shell.wait().unwrap();
        time
    }

    fn time(&mut self, bytes: &[u8], mut done: impl FnMut(&[u8]) -> bool) -> Duration {
        let mut output = Vec::new();
        let started = Instant::now();
        self.input.write_all(bytes).unwrap();
        while !done(&output) {
            let more = self.output.recv_timeout(LIMIT);
            output.extend(more.expect("a key is answered"));
        }
        started.elapsed()
    }
}
