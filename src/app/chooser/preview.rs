//! What is said of the chosen finding, below the rows.

use crate::app::{App, Mode};
use crate::diag::render::human;
use crate::page::{Piece, Tone};
use crate::text::DisplayText;

impl App {
    /// What the preview says.
    #[must_use]
    pub fn preview(&self) -> Vec<Piece> {
        let Mode::Chooser(chooser) = &self.mode else { return Vec::new() };
        let Some(entry) = chooser.entry() else { return Vec::new() };
        let finding = entry.finding.and_then(|at| self.library.findings().get(at));
        // The snippet is not wrapped: its mark stands below what it marks.
        let text = finding.map(|finding| human(self.library.sources(), finding));
        let lines = text.iter().flat_map(DisplayText::lines);
        lines.map(|line| Piece::new(line, Tone::Text)).collect()
    }
}
