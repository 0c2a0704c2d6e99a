//! Signals: the one thread that hears them.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use rustix::process;
use signal_hook::consts::{SIGCONT, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::output;
use super::session::Screen;

/// How long giving the terminal back may take: it may be blocked by flow control for ever.
const LEAVING: Duration = Duration::from_millis(100);
/// How long the loop may take to notice that it is to end.
const ENDING: Duration = Duration::from_millis(200);
/// How long what follows the loop may take after a signal: a disk may not answer for ever.
const CLOSING: Duration = Duration::from_millis(700);

/// Signals that would end the process, as whoever started it may send them or the kernel does, and that a
/// handler can be left with. Not among them: KILL and STOP, which nobody can catch; SEGV, ILL and FPE, which
/// tell of a fault at the instruction that would be done again; PIPE, which the standard library ignores.
const DEADLY: &[process::Signal] = &[
    process::Signal::TERM,
    process::Signal::HUP,
    process::Signal::INT,
    process::Signal::QUIT,
    process::Signal::USR1,
    process::Signal::USR2,
    process::Signal::ALARM,
    process::Signal::VTALARM,
    process::Signal::PROF,
    process::Signal::XCPU,
    process::Signal::XFSZ,
    process::Signal::SYS,
    process::Signal::IO,
    process::Signal::TRAP,
    process::Signal::ABORT,
    process::Signal::BUS,
    #[cfg(target_os = "linux")]
    process::Signal::POWER,
    #[cfg(target_os = "linux")]
    process::Signal::STKFLT,
];
/// The real-time signals of Linux, which end a process as well. C libraries keep the first few to
/// themselves and refuse them.
const REAL_TIME: std::ops::RangeInclusive<i32> = 34..=64;

/// What a signal asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// End with this exit code (128 + signal number); the terminal was given back already.
    End(u8),
    /// Stop until continued.
    Stop,
    /// The process goes on after a stop; the terminal may show anything.
    Continue,
    /// The terminal has a new size.
    Resize,
}

/// How far the main thread is, for the one that hears signals.
#[derive(Debug, PartialEq, Eq)]
struct LoopEnded;

/// While it lives the main thread is taken to run; dropping it tells the signal thread that all is done.
#[derive(Debug)]
pub struct Watch {
    main_runs: Sender<LoopEnded>,
}

impl Watch {
    /// Tells that the loop ended and the terminal was given back; what is still done may wait for a disk.
    pub fn loop_ended(&self) {
        // A thread that hears nothing any more has nothing to learn.
        drop(self.main_runs.send(LoopEnded));
    }
}

/// Starts the thread that hears signals. To be called before the terminal is entered.
///
/// On those that would end the process the thread gives the terminal back itself, and ends the process
/// itself if the loop, or what follows it, does not end soon.
///
/// # Errors
///
/// The handlers cannot be installed or the thread cannot be started.
pub fn watch(
    screen: Arc<Screen>,
    mut deliver: impl FnMut(Signal) + Send + 'static,
) -> io::Result<Watch> {
    let deadly = DEADLY.iter().map(|signal| signal.as_raw());
    let mut signals = Signals::new(deadly.chain([SIGTSTP, SIGCONT, SIGWINCH]))?;
    if cfg!(target_os = "linux") {
        for number in REAL_TIME {
            // One that the C library keeps to itself is not sent by others.
            drop(signals.add_signal(number));
        }
    }
    let (main_runs, main) = mpsc::channel();
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for number in signals.forever() {
            match number {
                SIGTSTP => deliver(Signal::Stop),
                SIGCONT => deliver(Signal::Continue),
                SIGWINCH => deliver(Signal::Resize),
                _ => {
                    let code = u8::try_from(128 + number).unwrap_or(u8::MAX);
                    leave_soon(&screen);
                    deliver(Signal::End(code));
                    end_unless_done(&main, &screen, code);
                }
            }
        }
    })?;
    Ok(Watch { main_runs })
}

/// Ends the process if the main thread does not do so soon.
fn end_unless_done(main: &Receiver<LoopEnded>, screen: &Arc<Screen>, code: u8) {
    match main.recv_timeout(ENDING) {
        Ok(LoopEnded) => {
            if main.recv_timeout(CLOSING) == Err(RecvTimeoutError::Timeout) {
                let words = "attache: the disk does not answer; not everything was kept\n";
                output::write_stderr(&[words.into()]);
                exit(code);
            }
        }
        Err(RecvTimeoutError::Timeout) => {
            // It may have entered the terminal in the meantime.
            leave_soon(screen);
            exit(code);
        }
        Err(RecvTimeoutError::Disconnected) => {}
    }
}

/// Leaves in a thread of its own, so that a blocked terminal cannot keep the process alive.
fn leave_soon(screen: &Arc<Screen>) {
    let (done, left) = mpsc::channel::<()>();
    let leaving = Arc::clone(screen);
    let started = thread::Builder::new().name("leave".to_owned()).spawn(move || {
        leaving.leave();
        drop(done);
    });
    match started {
        Ok(_) => drop(left.recv_timeout(LEAVING)),
        Err(_) => screen.leave(),
    }
}

#[expect(
    clippy::exit,
    reason = "the main thread hangs, and a signal must end the process all the same"
)]
fn exit(code: u8) -> ! {
    std::process::exit(i32::from(code))
}
