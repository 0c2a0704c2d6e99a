//! Signals: the one thread that hears them.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::session::Screen;

/// How long giving the terminal back may take: it may be blocked by flow control for ever.
const LEAVING: Duration = Duration::from_millis(100);
/// How long the loop may take to notice that it is to end.
const ENDING: Duration = Duration::from_millis(200);

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

/// While it lives the loop is taken to run; dropping it tells the signal thread that the loop ended.
#[derive(Debug)]
pub struct Watch {
    _loop_runs: Sender<()>,
}

/// Starts the thread that hears signals. To be called before the terminal is entered.
///
/// On TERM, HUP, INT and QUIT the thread gives the terminal back itself, and ends the process itself if
/// the loop does not end soon.
///
/// # Errors
///
/// The handlers cannot be installed or the thread cannot be started.
pub fn watch(
    screen: Arc<Screen>,
    mut deliver: impl FnMut(Signal) + Send + 'static,
) -> io::Result<Watch> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    let (loop_runs, ended) = mpsc::channel();
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
                    if ended.recv_timeout(ENDING) == Err(RecvTimeoutError::Timeout) {
                        // It may have entered the terminal in the meantime.
                        leave_soon(&screen);
                        exit(code);
                    }
                }
            }
        }
    })?;
    Ok(Watch { _loop_runs: loop_runs })
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

#[expect(clippy::exit, reason = "the loop hangs, and a signal must end the process all the same")]
fn exit(code: u8) -> ! {
    std::process::exit(i32::from(code))
}
