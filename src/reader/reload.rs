//! The files behind the library: taken over, read again, and looked at for changes.

use super::{Has, Reader, Ready};
use crate::app::{App, Message};
use crate::library::Library;
use crate::library::load::{Archives, Changes, Files, Glance, LateFindings, Loaded};
use crate::runtime::Flow;
use crate::search::Index;
use std::sync::Arc;

/// Whether it is time for another look at the disk. Asking begins to count anew where it is.
pub type Due = Box<dyn FnMut() -> bool>;

/// What came of reading the files again.
#[derive(Debug)]
pub struct Again {
    loaded: Loaded,
    index: Index,
    changes: Changes,
}

/// The files, and what is known of them since.
#[derive(Default)]
pub(super) struct Watch {
    files: Arc<Files>,
    /// How many times they were read: what a worker saw before the last time is nothing to tell.
    readings: u64,
    /// Whether a worker looks at the disk.
    looking: bool,
    /// None where nobody looks.
    due: Option<Due>,
    /// What was told last.
    told: Option<Glance>,
}

impl Watch {
    pub(super) fn readings(&self) -> u64 {
        self.readings
    }

    /// Learns that a worker failed; it may have been the one that looked.
    pub(super) fn fail(&mut self) {
        self.looking = false;
    }

    fn take(&mut self, files: Files) {
        self.files = Arc::new(files);
        self.readings += 1;
        self.told = None;
    }
}

impl Reader {
    /// Looks for changes of the files whenever something is typed and it is time to.
    #[must_use]
    pub fn watching(mut self, due: Due) -> Self {
        self.watch.due = Some(due);
        self
    }

    /// Begins with what was read first.
    pub(super) fn begin(&mut self, loaded: Loaded) -> Flow {
        let library: Arc<Library> = Arc::new(loaded.library);
        self.watch.take(loaded.files);
        self.compare_copies(loaded.archives, &library);
        let (indexed, of) = (Arc::clone(&library), self.watch.readings);
        if let Some(workers) = &self.workers {
            workers.spawn("index", move || Ready::Index(of, Box::new(Index::new(&indexed))));
        }
        let (width, height) = self.app.size();
        let app = App::new(library, Arc::default(), width, height);
        let before = std::mem::replace(&mut self.app, app);
        self.app.succeed(&before);
        self.app.set_files(self.watch.files.can_change());
        self.remember();
        if let Some(notice) = self.notice.take() {
            self.app.update(Message::Notice(notice));
        }
        if let Some(reference) = self.open_at.take() {
            match self.app.library().find_reference(&reference) {
                Ok(item) => self.app.open_at(item),
                Err(unknown) => {
                    self.app.update(Message::Notice(unknown.message));
                }
            }
        }
        // What the user typed meanwhile has the last word.
        let flow = self.release(Has::Library);
        let quiet = matches!(flow, Flow::Continue | Flow::Unchanged);
        if quiet && self.app.preferences().mouse { Flow::Mouse(true) } else { flow }
    }

    /// Has a worker compare the archived copies with their hashes, which may be a gigabyte to read.
    fn compare_copies(&self, archives: Archives, library: &Arc<Library>) {
        let Some(workers) = self.workers.as_ref().filter(|_| !archives.is_empty()) else { return };
        let (library, of) = (Arc::clone(library), self.watch.readings);
        workers.spawn("copies", move || Ready::Copies(of, archives.compare(library.sources())));
    }

    /// Tells what is wrong with the copies, if they are those of what is shown.
    pub(super) fn see_copies(&mut self, of: u64, found: LateFindings) -> Flow {
        if of != self.watch.readings || found.is_empty() {
            return Flow::Unchanged;
        }
        self.app.library().add_late(found);
        Flow::Continue
    }

    /// Has a worker read the files again and make an index of them; what is shown stays until then.
    pub(super) fn read_again(&mut self) -> Flow {
        let Some(workers) = &self.workers else {
            self.app.give_up_reloading();
            return Flow::Continue;
        };
        let files = Arc::clone(&self.watch.files);
        workers.spawn("reload", move || {
            let (loaded, changes) = files.again();
            let index = Index::new(&loaded.library);
            Ready::Again(Box::new(Again { loaded, index, changes }))
        });
        Flow::Continue
    }

    /// Goes on in what was read again.
    pub(super) fn take_again(&mut self, again: Again) -> Flow {
        let Again { loaded, index, changes } = again;
        self.watch.take(loaded.files);
        let briefs = self.app.loaded_briefs();
        let library = Arc::new(loaded.library);
        self.compare_copies(loaded.archives, &library);
        self.app.reload(library, Arc::new(index), changes);
        if let Some(store) =
            self.keeping.store.as_ref().filter(|_| briefs != self.app.loaded_briefs())
        {
            store.forget_place();
        }
        self.keep_soon();
        self.release(Has::Everything)
    }

    /// Has a worker look whether the files are as they were, if it is time to.
    pub(super) fn look_soon(&mut self) {
        let watch = &mut self.watch;
        if watch.looking || !watch.files.can_change() {
            return;
        }
        let Some(workers) = &self.workers else { return };
        if watch.due.as_mut().is_some_and(|due| due()) {
            watch.looking = true;
            let (files, of) = (Arc::clone(&watch.files), watch.readings);
            workers.spawn("look", move || Ready::Disk(of, files.look()));
        }
    }

    /// Tells of files that changed, once for each change.
    pub(super) fn see_disk(&mut self, of: u64, glance: Glance) -> Flow {
        let watch = &mut self.watch;
        watch.looking = false;
        if of != watch.readings || watch.told.as_ref() == Some(&glance) {
            return Flow::Unchanged;
        }
        let changed = !watch.files.are_as(&glance);
        watch.told = Some(glance);
        if self.app.see_disk(changed) { Flow::Continue } else { Flow::Unchanged }
    }
}
