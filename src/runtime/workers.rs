//! Work in other threads, the findings of which the loop takes.

use super::Event;
use crate::term::Panics;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// Starts work in other threads and sends what they find to the loop.
pub struct Workers<M> {
    pub(super) inbox: Sender<Event<M>>,
    pub(super) panics: Panics,
}

impl<M> Clone for Workers<M> {
    fn clone(&self) -> Self {
        Self { inbox: self.inbox.clone(), panics: self.panics.clone() }
    }
}

impl<M: Send + 'static> Workers<M> {
    /// Sends what needs no thread, as if a worker had found it.
    pub fn send(&self, message: M) {
        // The loop may have ended already; then nobody asks.
        drop(self.inbox.send(Event::Worker(message)));
    }

    /// Runs the work in a thread and sends its answer; a panic is sent as a failure.
    ///
    /// When no thread can be started the work is done at once in the calling thread.
    pub fn spawn(&self, name: &str, work: impl FnOnce() -> M + Send + 'static) {
        let work = Arc::new(Mutex::new(Some(work)));
        let workers = self.clone();
        let task = {
            let work = Arc::clone(&work);
            move || workers.run(&work)
        };
        if thread::Builder::new().name(name.to_owned()).spawn(task).is_err() {
            self.run(&work);
        }
    }

    fn run(&self, work: &Mutex<Option<impl FnOnce() -> M>>) {
        let Some(work) = work.lock().unwrap_or_else(PoisonError::into_inner).take() else {
            return;
        };
        // Unwind-safe: the work is consumed, and what it shares with others it shares behind locks.
        let event = match catch_unwind(AssertUnwindSafe(work)) {
            Ok(message) => Event::Worker(message),
            Err(_) => Event::WorkerFailed(self.panics.take_place()),
        };
        // The loop may have ended already; then nobody asks.
        drop(self.inbox.send(event));
    }
}
