//! What is said of the chosen finding, below the rows.

use super::Chooser;
use crate::app::App;
use crate::diag::render::human;
use crate::page::{Piece, Tone};
use crate::text::DisplayText;

impl App {
    /// What the preview says.
    #[must_use]
    pub fn preview(&self) -> Vec<Piece> {
        let Some(entry) = self.mode.chooser().and_then(Chooser::entry) else { return Vec::new() };
        let finding = entry.finding.and_then(|at| self.library.findings().get(at));
        // The snippet is not wrapped: its mark stands below what it marks.
        let text = finding.map(|finding| human(self.library.sources(), finding));
        let lines = text.iter().flat_map(DisplayText::lines);
        lines.map(|line| Piece::new(line, Tone::Text)).collect()
    }
}
