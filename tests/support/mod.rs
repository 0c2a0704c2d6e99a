//! A terminal for tests: a pseudo-terminal with the program in it and a screen model behind it.

#[path = "forbidden.rs"]
pub(crate) mod forbidden;
#[path = "hostile.rs"]
pub(crate) mod hostile;
#[path = "oracle.rs"]
pub(crate) mod oracle;

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{
    Child, CommandBuilder, ExitStatus, MasterPty, PtySize, SlavePty, native_pty_system,
};
use rustix::process::{Pid, Signal, kill_process};

/// Generous: a condition that comes true ends the wait at once.
const LIMIT: Duration = Duration::from_secs(20);

/// What the terminal has shown so far.
pub(crate) struct Shown {
    pub(crate) screen: vt100::Parser,
    pub(crate) bytes: Vec<u8>,
}

/// The program in a pseudo-terminal.
pub(crate) struct Terminal {
    shown: Arc<Mutex<Shown>>,
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    slave: Box<dyn SlavePty + Send>,
    modes: String,
    reader: JoinHandle<()>,
    reading: Arc<AtomicBool>,
}

/// How to start the program.
pub(crate) struct Start {
    command: CommandBuilder,
    size: PtySize,
}

impl Start {
    /// The program without arguments on 80 x 24, with nothing of the tester's environment.
    pub(crate) fn new() -> Self {
        Self::of(CommandBuilder::new(env!("CARGO_BIN_EXE_attache"))).arg("--no-state")
    }

    /// The program started by a shell line, in which `$0` is the program.
    pub(crate) fn by_shell(line: &str) -> Self {
        let mut command = CommandBuilder::new("/bin/bash");
        command.args(["-c", line, env!("CARGO_BIN_EXE_attache")]);
        Self::of(command)
    }

    fn of(mut command: CommandBuilder) -> Self {
        command.env_clear();
        command.env("PATH", "/usr/bin:/bin");
        command.env("TERM", "xterm-256color");
        Self { command, size: size(80, 24) }
    }

    /// Adds an argument.
    pub(crate) fn arg(mut self, argument: &str) -> Self {
        self.command.arg(argument);
        self
    }

    /// Sets an environment variable.
    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// Sets what the terminal says of its size; where that is absurd the screen model stays 80 x 24.
    pub(crate) fn size(mut self, columns: u16, rows: u16) -> Self {
        self.size = size(columns, rows);
        self
    }

    /// Starts the program.
    pub(crate) fn run(self) -> Terminal {
        let pair = native_pty_system().openpty(self.size).unwrap();
        let modes = modes(&*pair.master);
        let mut output = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let usual = (1..=300).contains(&self.size.rows) && (1..=300).contains(&self.size.cols);
        let (rows, columns) = if usual { (self.size.rows, self.size.cols) } else { (24, 80) };
        let screen = vt100::Parser::new(cells(rows), cells(columns), 0);
        let shown = Arc::new(Mutex::new(Shown { screen, bytes: Vec::new() }));
        let reading = Arc::new(AtomicBool::new(true));
        let reader = {
            let (shown, reading) = (Arc::clone(&shown), Arc::clone(&reading));
            thread::spawn(move || {
                let mut buffer = [0; 4_096];
                while let Ok(count @ 1..) = output.read(&mut buffer) {
                    let mut shown = shown.lock().unwrap();
                    shown.screen.process(&buffer[..count]);
                    shown.bytes.extend_from_slice(&buffer[..count]);
                    if !reading.load(Ordering::SeqCst) {
                        break;
                    }
                }
            })
        };
        let child = pair.slave.spawn_command(self.command).unwrap();
        let (master, slave) = (pair.master, pair.slave);
        Terminal { shown, child, writer, master, slave, modes, reader, reading }
    }
}

impl Terminal {
    pub(crate) fn shown(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().unwrap()
    }

    /// Types these bytes.
    pub(crate) fn type_in(&mut self, bytes: impl AsRef<[u8]>) {
        self.writer.write_all(bytes.as_ref()).unwrap();
        self.writer.flush().unwrap();
    }

    /// Changes the size as the user would by dragging the window.
    pub(crate) fn resize(&self, columns: u16, rows: u16) {
        self.shown().screen.screen_mut().set_size(cells(rows), cells(columns));
        self.master.resize(size(columns, rows)).unwrap();
    }

    /// A row of the screen as text, from 0.
    pub(crate) fn row(&self, row: usize) -> String {
        let shown = self.shown();
        let screen = shown.screen.screen();
        screen.rows(0, screen.size().1.get()).nth(row).unwrap_or_default()
    }

    /// What of all that was sent must not be, once the terminal was given back.
    pub(crate) fn faults(&self) -> Vec<String> {
        self.wait_until_restored();
        oracle::faults(&self.shown().bytes)
    }

    /// Waits until the screen holds this text.
    pub(crate) fn wait_for(&self, text: &str) {
        self.wait_until(text, |terminal| terminal.contents().contains(text));
    }

    /// Waits until a condition holds.
    pub(crate) fn wait_until(&self, what: &str, mut holds: impl FnMut(&Self) -> bool) {
        let until = Instant::now() + LIMIT;
        while !holds(self) {
            assert!(
                Instant::now() < until,
                "{what}: not in time; the screen:\n{}",
                self.contents()
            );
            thread::sleep(Duration::from_millis(5));
        }
    }

    pub(crate) fn contents(&self) -> String {
        self.shown().screen.screen().contents()
    }

    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    pub(crate) fn pid(&self) -> Pid {
        let pid = self.child.process_id().and_then(|pid| i32::try_from(pid).ok());
        Pid::from_raw(pid.unwrap()).unwrap()
    }

    /// Waits until the process is stopped by job control.
    pub(crate) fn wait_until_stopped(&self) {
        let stat = PathBuf::from(format!("/proc/{}/stat", self.pid()));
        self.wait_until("stopped", |_| {
            std::fs::read_to_string(&stat).is_ok_and(|stat| stat.contains(") T "))
        });
    }

    /// Waits until the process was killed.
    pub(crate) fn wait_until_dead(&mut self) {
        let until = Instant::now() + LIMIT;
        while self.child.try_wait().unwrap().is_none() {
            assert!(Instant::now() < until, "the process lives on");
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// How often the threads of the process have gone to sleep of their own accord.
    pub(crate) fn sleeps(&self) -> u64 {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.pid())).unwrap();
        tasks
            .filter_map(|task| std::fs::read_to_string(task.ok()?.path().join("status")).ok())
            .filter_map(|status| {
                let line = status.lines().find(|line| line.starts_with("voluntary_ctxt"))?;
                line.split_whitespace().nth(1)?.parse::<u64>().ok()
            })
            .sum()
    }

    /// Waits for the end of the process and returns its exit code.
    pub(crate) fn wait_for_end(&mut self) -> u32 {
        let status = self.wait_for_status();
        assert!(status.signal().is_none(), "killed: {status:?}");
        status.exit_code()
    }

    /// Waits for the end of the process, whatever it came to.
    pub(crate) fn wait_for_status(&mut self) -> ExitStatus {
        let until = Instant::now() + LIMIT;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            if Instant::now() >= until {
                let screen = self.contents();
                self.child.kill().unwrap();
                panic!("the process did not end; the screen:\n{screen}");
            }
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the terminal is as it was before the program started.
    pub(crate) fn wait_until_restored(&self) {
        self.wait_until("terminal given back", |terminal| terminal.held().is_empty());
    }

    /// What of the terminal is still not as it was.
    fn held(&self) -> String {
        let mut held = String::new();
        let shown = self.shown();
        let screen = shown.screen.screen();
        if screen.alternate_screen() {
            held.push_str(" alternate-screen");
        }
        if screen.bracketed_paste() {
            held.push_str(" paste");
        }
        if screen.hide_cursor() {
            held.push_str(" cursor");
        }
        if screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None {
            held.push_str(" mouse");
        }
        let modes = modes(&*self.master);
        if modes != self.modes {
            let _ = write!(held, " modes: {modes}");
        }
        held
    }

    /// Closes the terminal, as closing its window does, and returns the process.
    pub(crate) fn close(mut self, poke: &[u8]) -> Box<dyn Child + Send + Sync> {
        // The reader holds the terminal open too; one more picture makes it look at the flag.
        self.reading.store(false, Ordering::SeqCst);
        self.type_in(poke);
        self.reader.join().unwrap();
        drop(self.slave);
        drop(self.writer);
        drop(self.master);
        self.child
    }
}

/// A small generator of numbers (xorshift64, Marsaglia 2003): the same seed gives the same test.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below the bound.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

/// Whether the bytes set any colour: SGR 30-38, 40-48, 90-97 or 100-107.
pub(crate) fn sets_colour(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    text.split("\x1b[").skip(1).any(|sequence| {
        let end = sequence.find(|c: char| !matches!(c, '0'..='9' | ';' | ':'));
        let (parameters, rest) = sequence.split_at(end.unwrap_or(sequence.len()));
        rest.starts_with('m')
            && parameters
                .split([';', ':'])
                .filter_map(|number| number.parse::<u16>().ok())
                .any(|number| matches!(number, 30..=38 | 40..=48 | 90..=97 | 100..=107))
    })
}
