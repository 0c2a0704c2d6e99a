//! What is known again at the next start: when it is written, and when not.

use super::{Reader, Ready};
use crate::app::{Memory, Message, Preferences};
use crate::runtime::{Flow, LastWork};
use crate::state::{Durability, Saving, Store};
use crate::text::DisplayText;

impl Reader {
    /// What is to be known again. What is as the options say is left to them.
    pub(super) fn memory(&self) -> Memory {
        let mut memory = self.app.memory();
        if let Some(place) = &mut memory.place {
            if self.app.preferences().depth == self.asked.0 {
                place.depth = None;
            }
            if self.app.preferences().times == self.asked.1 {
                place.times = None;
            }
        }
        memory
    }

    /// Goes on where the reader before this one was, unless an item was asked for.
    pub(super) fn remember(&mut self) {
        let Some(store) = &self.keeping.store else { return self.greet() };
        self.keep_sets(store);
        let briefs = self.app.loaded_briefs();
        let mut memory = store.memory(&briefs);
        if self.open_at.is_some() {
            memory.place = None;
        }
        self.app.restore(&memory);
        store.begin(&briefs, &self.memory());
        if memory.place.is_none() {
            return self.greet();
        }
        let resumed = self.app.resumed();
        self.notice = self.notice.take().or(resumed);
    }

    /// Has a worker write which sealed sets were read, where one of them is new.
    fn keep_sets(&self, store: &Store) {
        let read = self.app.library().versions_of_sets();
        let Some(workers) = self.workers.as_ref().filter(|_| !store.knows_sets(&read)) else {
            return;
        };
        let store = store.clone();
        workers.spawn("sets", move || Ready::KeptSets(store.keep_sets(&read)));
    }

    /// Learns that a worker has written them.
    pub(super) fn kept_sets(&mut self, failure: Option<DisplayText>) -> Flow {
        let Some(failure) = failure else { return Flow::Unchanged };
        self.app.update(Message::Notice(failure));
        Flow::Continue
    }

    /// Shows all briefs, as a first start does, unless something else was asked for.
    fn greet(&mut self) {
        if self.open_at.is_none() {
            self.app.greet();
        }
    }

    /// Has a worker write what is to be known again; one at a time.
    pub(super) fn keep_soon(&mut self) {
        let Some((store, workers)) = self.keeping.store.clone().zip(self.workers.clone()) else {
            return;
        };
        if self.keeping.busy {
            self.keeping.again = true;
            return;
        }
        self.keeping.busy = true;
        self.keeping.number += 1;
        let number = self.keeping.number;
        let (briefs, memory) = (self.app.loaded_briefs(), self.memory());
        workers.spawn("state", move || {
            Ready::Kept(store.write(number, &briefs, &memory, Durability::Disk))
        });
    }

    /// Learns that a worker has written.
    pub(super) fn kept(&mut self, saving: Saving) -> Flow {
        self.keeping.busy = false;
        if std::mem::take(&mut self.keeping.again) {
            self.keep_soon();
        }
        let before = self.app.preferences().clone();
        let refused = saving.failure.clone();
        let changed = before.refused != refused;
        let told = match (saving.failure, before.refused.is_some()) {
            (Some(failure), false) => Some(failure),
            // Once, at the start or later: it would be the same with each thing that is opened, and would stand
            // over what is said of the thing that was to be kept.
            (Some(_), true) => None,
            (None, true) => Some("what could not be kept is kept now".into()),
            (None, false) => saving.notice,
        };
        self.app.prefer(Preferences { refused, ..before });
        match told {
            Some(words) => {
                self.app.update(Message::Notice(words));
                Flow::Continue
            }
            None if changed => Flow::Continue,
            None => Flow::Unchanged,
        }
    }

    /// What writes what is to be known again, at the end.
    pub(super) fn keep_at_last(&mut self) -> Option<LastWork> {
        let store = self.keeping.store.clone()?;
        self.keeping.number += 1;
        let number = self.keeping.number;
        let (briefs, memory) = (self.app.loaded_briefs(), self.memory());
        Some(Box::new(move || {
            let Saving { failure, notice } =
                store.write(number, &briefs, &memory, Durability::Memory);
            failure.or(notice)
        }))
    }
}
