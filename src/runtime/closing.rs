//! What is done after the terminal was given back.

use super::LastWork;
use crate::term::output;
use crate::text::DisplayText;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// How long nobody wonders what is waited for.
const UNNOTICED: Duration = Duration::from_secs(1);
/// How long it is waited for after that.
const PATIENCE: Duration = Duration::from_secs(9);

const WAITING: &str =
    "attache: waiting for the disk, to keep what is to be kept; Ctrl-C ends without\n";

/// Does it, and returns what to tell. A disk that does not answer is told, and given up after a while.
pub(super) fn finish(work: LastWork) -> Option<DisplayText> {
    within(work, (UNNOTICED, PATIENCE), || output::write_stderr(&[WAITING.into()]))
}

/// Work that never ends, as where a disk does not answer.
#[cfg(debug_assertions)]
pub(super) fn endless() -> LastWork {
    Box::new(|| {
        loop {
            thread::park();
        }
    })
}

fn within(
    work: LastWork,
    (unnoticed, patience): (Duration, Duration),
    tell: impl FnOnce(),
) -> Option<DisplayText> {
    let (done, waiting) = mpsc::channel();
    let started = thread::Builder::new().name("last work".to_owned()).spawn(move || {
        // Nobody waits any more for what comes too late.
        drop(done.send(work()));
    });
    if started.is_err() {
        return Some("nothing was kept: the system gives no thread".into());
    }
    let came = waiting.recv_timeout(unnoticed).or_else(|_late| {
        tell();
        waiting.recv_timeout(patience)
    });
    came.unwrap_or_else(|error| match error {
        RecvTimeoutError::Timeout => {
            Some("the disk does not answer; not everything was kept".into())
        }
        RecvTimeoutError::Disconnected => Some("keeping what was to be kept failed".into()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_says_what_it_has_to_say() {
        let hour = Duration::from_hours(1);
        let told = within(Box::new(|| Some("a fault".into())), (hour, hour), || panic!("no wait"));
        assert_eq!(told, Some("a fault".into()));
        assert_eq!(within(Box::new(|| None), (hour, hour), || panic!("no wait")), None);
    }

    /// It never ends: the test ends because nobody waits for it.
    #[test]
    fn what_does_not_end_is_told_and_given_up() {
        let (_stays, never) = mpsc::channel::<()>();
        let work: LastWork = Box::new(move || never.recv().ok().and(None));
        let mut waited = false;
        let told = within(work, (Duration::ZERO, Duration::ZERO), || waited = true);
        assert!(waited && told.is_some_and(|words| words.as_str().contains("does not answer")));
    }
}
