//! The start: what is not read yet, and what waits for it.

use super::memory::Awaited;
use crate::text::{DisplayText, Fit};

/// What is not there yet since the start.
#[derive(Debug, Default)]
pub(super) struct Starting {
    /// Whether the briefs are still being read.
    pub(super) loading: bool,
    /// A place whose lenses wait for the index.
    pub(super) awaited: Option<Box<Awaited>>,
    /// What was typed ahead of what can answer it.
    pub(super) typed_ahead: DisplayText,
    /// Whether the page of all briefs is what a first start shows, until another reading is chosen.
    pub(super) greets: bool,
}

impl Starting {
    /// What is said while the briefs are read: what was typed by then is not lost.
    pub(super) fn words(&self, width: usize) -> Option<DisplayText> {
        let lead = match (self.loading, self.typed_ahead.is_empty()) {
            (true, true) => return Some("reading the briefs…".into()),
            (true, false) => "reading the briefs… typed: ",
            (false, false) => "indexing the briefs… typed: ",
            (false, true) => return None,
        };
        let lead = DisplayText::literal(lead);
        // What was typed last says most.
        let typed = self.typed_ahead.fit_left(width.saturating_sub(lead.columns()), "…");
        Some(crate::text![lead, typed])
    }
}
