//! Wrapping pieces: tones and links stay with their text.

use super::write::{blanks, columns, joined};
use super::{Medium, PageLine, Piece};
use crate::page::content::Tone;
use crate::text::{DisplayText, WrappedLine, wrap, wrap_whole};

/// Where the lines of a paragraph begin.
#[derive(Clone, Copy, Default)]
pub(super) struct Indent {
    /// Columns before the first line, and before what stands in front of the paragraph.
    pub(super) first: usize,
    /// Columns before the others, and before the text of the first where a lead fits in front of it.
    pub(super) rest: usize,
}

/// A text in lines of so many columns; only on a screen a word is broken.
pub(super) fn wrapped(text: &DisplayText, width: usize, medium: Medium) -> Vec<WrappedLine> {
    match medium {
        Medium::Screen => wrap(text, width),
        Medium::Plain | Medium::Spoken => wrap_whole(text, width),
    }
}

/// Wraps pieces to a width, with a lead in front of the first line.
pub(super) fn flow(
    lead: Vec<Piece>,
    indent: Indent,
    pieces: Vec<Piece>,
    (width, medium): (usize, Medium),
) -> Vec<PageLine> {
    let hang = indent.rest.saturating_sub(indent.first);
    let mut opening = Vec::new();
    if indent.first > 0 {
        opening.push(Piece::new(blanks(indent.first), Tone::Text));
    }
    let ends_blank = lead.last().is_some_and(|piece| piece.text.as_str().ends_with(' '));
    let used = columns(&lead);
    let pieces = if lead.is_empty() {
        pieces
    } else if used < hang || (used == hang && ends_blank) {
        opening.extend(lead);
        if used < hang {
            opening.push(Piece::new(blanks(hang - used), Tone::Text));
        }
        pieces
    } else {
        // A lead without room in front of the paragraph is its beginning.
        let gap = (!ends_blank).then(|| Piece::new(" ", Tone::Text));
        lead.into_iter().chain(gap).chain(pieces).collect()
    };
    let whole = joined(&pieces);
    let room = width.saturating_sub(indent.rest).max(1);
    let mut first = Some(opening);
    let mut lines = Vec::new();
    for range in wrapped(&whole, room, medium) {
        let mut line = first.take().unwrap_or_else(|| match indent.rest {
            0 => Vec::new(),
            columns => vec![Piece::new(blanks(columns), Tone::Text)],
        });
        let mut start = 0;
        for piece in &pieces {
            let end = start + piece.text.as_str().len();
            let (from, to) = (range.start.max(start), range.end.min(end));
            if from < to {
                line.push(Piece { text: whole.slice(from..to), ..piece.clone() });
            }
            start = end;
        }
        lines.push(line);
    }
    lines
}
