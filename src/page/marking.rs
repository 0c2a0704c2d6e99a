//! The marking of a page.

use super::content::Content;
use crate::library::{Library, Marking};

impl Content {
    /// The marking of the page: the highest of its item, of all that it leads to and of all that it
    /// names. Every form of a row counts, since the width decides which of them is shown.
    #[must_use]
    pub fn marking(&self, library: &Library) -> Marking {
        self.subject.map_or(Marking::Clear, |about| {
            library.marking_of_text(about, self.links(), &self.words())
        })
    }
}
