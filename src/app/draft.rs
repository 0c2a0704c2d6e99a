//! That what is read is a draft.

use super::{App, Mode};
use crate::library::ItemId;
use crate::text::{DisplayText, Fit};

/// The word for it, wherever it is said.
pub const DRAFT: &str = "DRAFT";

impl App {
    /// Whether anything that is in front of the reader is of a draft: what is chosen, what it is compared
    /// with, the one brief that is read.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.in_front().into_iter().flatten().any(|item| self.library.is_draft(item))
    }

    fn in_front(&self) -> [Option<ItemId>; 3] {
        match &self.mode {
            Mode::Panes | Mode::Prompt(_) | Mode::Copy(_) => {
                [self.here.subject, self.here.pinned, self.here.brief]
            }
            Mode::Chooser(chooser) => [chooser.item(), None, None],
            Mode::Search(session) => [session.item(), None, None],
        }
    }

    /// What ends the first row before the marking, where there is room for both.
    #[must_use]
    pub fn draft_words(&self, columns: u16) -> Option<DisplayText> {
        let words = crate::text![" ", DRAFT];
        let both = words.columns() + self.marking_words().columns();
        (self.is_draft() && both <= usize::from(columns)).then_some(words)
    }
}
