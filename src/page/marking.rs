//! The marking of a page.

use super::content::Content;
use crate::library::{Library, Marking};

impl Content {
    /// The marking of the page: the highest of its item, of all that it leads to and of all that it
    /// names. Every form of a row counts, since the width decides which of them is shown. A page of no item,
    /// as that of all briefs, says something of everything.
    #[must_use]
    pub fn marking(&self, library: &Library) -> Marking {
        match self.subject {
            Some(about) => library.marking_of_text(about, self.links(), &self.words()),
            None => library.marking(),
        }
    }
}
