//! Panics: the screen is given back when the UI fails, and no content is ever printed.

use std::panic::{self, PanicHookInfo};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, ThreadId};

use crate::text::{DisplayText, clean};
use crate::{term::output, text};

use super::session::Screen;

/// Where panics of worker threads happened, until somebody reports them.
#[derive(Clone, Debug, Default)]
pub struct Panics {
    places: Arc<Mutex<Vec<(ThreadId, DisplayText)>>>,
}

impl Panics {
    /// Installs the hook; the calling thread is the UI thread.
    ///
    /// A panic of the UI thread gives the screen back and prints `file:line` only, for the message may
    /// quote a brief. A panic of any other thread prints nothing: the UI is still drawing.
    #[must_use]
    pub fn install(screen: Arc<Screen>) -> Self {
        let panics = Self::default();
        let places = Arc::clone(&panics.places);
        let ui = thread::current().id();
        panic::set_hook(Box::new(move |info| {
            let thread = thread::current().id();
            if thread == ui {
                screen.leave();
                report(info);
            } else {
                let mut places = places.lock().unwrap_or_else(PoisonError::into_inner);
                places.push((thread, place(info)));
            }
        }));
        panics
    }

    /// Where the calling thread last panicked, as `file:line`.
    #[must_use]
    pub fn take_place(&self) -> DisplayText {
        let thread = thread::current().id();
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        let index = places.iter().rposition(|(of, _)| *of == thread);
        index.map_or_else(|| "an unknown place".into(), |index| places.swap_remove(index).1)
    }
}

/// Installs a hook that prints where any thread panicked, and nothing of the message: it may quote a
/// brief. For the commands without a screen.
pub fn quiet() {
    panic::set_hook(Box::new(report));
}

fn report(info: &PanicHookInfo<'_>) {
    let line = text!["attache: the program failed at ", place(info), "; please report this line\n"];
    output::write_stderr(&[line]);
}

fn place(info: &PanicHookInfo<'_>) -> DisplayText {
    info.location().map_or_else(
        || "an unknown place".into(),
        |location| text![clean(location.file(), |_| {}), ":", location.line()],
    )
}
