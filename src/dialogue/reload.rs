//! The files read again, and told.

use super::{Dialogue, Numbered};
use crate::library::Library;
use crate::library::load::Changes;
use crate::search::Index;
use crate::text::DisplayText;
use std::sync::Arc;

impl Dialogue {
    /// Goes on in what was read again, and says what came of it; the numbers said before are over.
    pub fn reload(&mut self, library: Library, changes: Changes) -> Vec<DisplayText> {
        let subject = self.subject_reference();
        let index = Index::new(&library);
        self.app.reload(Arc::new(library), Arc::new(index), changes);
        self.numbered = Numbered::Nothing;
        self.rest.clear();
        self.note();
        if self.subject_reference() != subject {
            self.tell_row();
        }
        self.told()
    }

    /// Says that files changed on the disk since they were read.
    pub fn tell_of_disk(&mut self) -> Vec<DisplayText> {
        self.say(self.app.disk_words());
        std::mem::take(&mut self.said)
    }

    fn subject_reference(&self) -> Option<DisplayText> {
        self.app.subject().map(|subject| self.app.library().lasting_reference(subject))
    }
}
