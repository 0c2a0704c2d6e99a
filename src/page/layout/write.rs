//! Runs as pieces: signs as they are written, links by their numbers.

use super::{Medium, PageLine, Piece};
use crate::library::ItemId;
use crate::page::content::{Run, Sign, Tone};
use crate::text::{DisplayText, Fit, Shown, clean, join};
use std::collections::BTreeMap;

/// How runs are written on one page.
pub(super) struct Writer {
    pub(super) medium: Medium,
    /// The number of each target's link, from 0.
    numbers: BTreeMap<ItemId, usize>,
}

impl Writer {
    /// A writer of a page with links to these items, in the order of their numbers.
    pub(super) fn new(medium: Medium, targets: &[ItemId]) -> Self {
        let numbers = targets.iter().enumerate().map(|(number, target)| (*target, number));
        Self { medium, numbers: numbers.collect() }
    }

    /// Runs as pieces.
    pub(super) fn pieces(&self, runs: &[Run]) -> Vec<Piece> {
        runs.iter().filter_map(|run| self.piece(run)).collect()
    }

    fn piece(&self, run: &Run) -> Option<Piece> {
        match run {
            Run::Text { text, tone } | Run::Elastic { text, tone } => {
                Some(Piece::new(text.clone(), *tone))
            }
            Run::Sign { sign, tone } => Some(Piece::new(self.sign(*sign), *tone)),
            Run::Number(item) => self.number(*item),
            Run::Question { item, text } => {
                Some(Piece { question: Some(*item), ..Piece::new(text.clone(), Tone::Text) })
            }
            Run::Name { item, text } => {
                let link = self.numbers.get(item).copied();
                Some(Piece { link, ..Piece::new(text.clone(), Tone::Link) })
            }
        }
    }

    /// `[3]`, where the page has a link to an item.
    pub(super) fn number(&self, item: ItemId) -> Option<Piece> {
        let link = *self.numbers.get(&item)?;
        let text = crate::text!["[", link + 1, "]"];
        Some(Piece { link: Some(link), ..Piece::new(text, Tone::Link) })
    }

    /// A sign with the blanks around it.
    pub(super) fn sign(&self, sign: Sign) -> &'static str {
        match self.medium {
            Medium::Screen | Medium::Plain => sign.glyph(),
            Medium::Spoken => sign.words(),
        }
    }

    /// How many things are left out of a row: ` +2`.
    pub(super) fn left_out(&self, count: usize, what: &'static str) -> DisplayText {
        match self.medium {
            Medium::Screen | Medium::Plain => crate::text![" +", count, what],
            Medium::Spoken => crate::text![" and ", count, " more", what],
        }
    }
}

/// Runs in one line, without links.
#[must_use]
pub fn written(runs: &[Run], medium: Medium) -> DisplayText {
    joined(&Writer::new(medium, &[]).pieces(runs))
}

/// The text of a line, without the blanks that it ends in.
#[must_use]
pub fn line_text(line: &PageLine) -> DisplayText {
    let text = joined(line);
    text.slice(0..text.as_str().trim_end().len())
}

/// The text of pieces.
pub(super) fn joined(pieces: &[Piece]) -> DisplayText {
    let parts: Vec<&dyn Shown> = pieces.iter().map(|piece| &piece.text as &dyn Shown).collect();
    join(&parts)
}

/// The columns of pieces.
pub(super) fn columns(pieces: &[Piece]) -> usize {
    pieces.iter().map(|piece| piece.text.columns()).sum()
}

/// Blanks.
pub(super) fn blanks(count: usize) -> DisplayText {
    clean(&" ".repeat(count), |_| {})
}

/// Text with blanks up to a width, and one blank at least.
pub(super) fn padded(text: &DisplayText, width: usize) -> DisplayText {
    let missing = width.saturating_sub(text.columns()).max(1);
    crate::text![text, blanks(missing)]
}
