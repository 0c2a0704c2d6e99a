//! Lines of pieces, wrapped to a width, with numbered links.

use super::{Link, PageLine, Piece, Tone};
use crate::library::{ItemId, Library, Prose};
use crate::text::{DisplayText, Fit, join, wrap};

/// Builds the lines of a page.
pub(super) struct Composer<'a> {
    /// The library, for names of what is linked.
    pub(super) library: &'a Library,
    /// The item that the page is about.
    pub(super) item: ItemId,
    width: usize,
    first_line: usize,
    lines: Vec<PageLine>,
    links: Vec<Link>,
}

impl<'a> Composer<'a> {
    pub(super) fn new(library: &'a Library, item: ItemId, width: usize) -> Self {
        Self { library, item, width, first_line: 0, lines: Vec::new(), links: Vec::new() }
    }

    /// Goes on with another width; `first_line` lines stand before.
    pub(super) fn set_width(&mut self, width: usize, first_line: usize) {
        self.width = width;
        self.first_line = first_line;
    }

    pub(super) fn take_lines(&mut self) -> Vec<PageLine> {
        std::mem::take(&mut self.lines)
    }

    pub(super) fn links(&mut self) -> Vec<Link> {
        std::mem::take(&mut self.links)
    }

    /// An empty line, unless nothing or an empty line stands before.
    pub(super) fn gap(&mut self) {
        let started = self.first_line > 0 || !self.lines.is_empty();
        if started && self.lines.last().is_none_or(|line| !line.is_empty()) {
            self.lines.push(Vec::new());
        }
    }

    /// The heading of a section.
    pub(super) fn heading(&mut self, name: &'static str) {
        self.gap();
        self.lines.push(vec![Piece::new(name, Tone::Label)]);
    }

    /// Pieces as one paragraph: the first line begins with `first` blanks, the others with `rest`.
    pub(super) fn paragraph(&mut self, pieces: &[Piece], first: usize, rest: usize) {
        self.lines.extend(flow(pieces, self.width, first, rest));
    }

    /// A label in its own column and text beside it.
    pub(super) fn field(&mut self, label: &'static str, text: &DisplayText) {
        let label = super::words::padded(&DisplayText::literal(label), LABEL);
        let pieces = [Piece::new(label, Tone::Label), Piece::new(text.clone(), Tone::Text)];
        self.paragraph(&pieces, 0, LABEL);
    }

    /// The number of the link to an item; the same item has the same number.
    pub(super) fn link(&mut self, target: ItemId) -> usize {
        if let Some(known) = self.links.iter().position(|link| link.target == target) {
            return known;
        }
        self.links.push(Link { target, line: self.first_line + self.lines.len() });
        self.links.len() - 1
    }

    /// `[3]` for a link to an item.
    pub(super) fn number(&mut self, target: ItemId) -> Piece {
        let link = self.link(target);
        Piece { text: crate::text!["[", link + 1, "]"], tone: Tone::Link, link: Some(link) }
    }

    /// Prose with its citations and links as numbers.
    pub(super) fn prose(&mut self, prose: &Prose, indent: usize) {
        let pieces = self.prose_pieces(prose, Tone::Text);
        self.paragraph(&pieces, indent, indent);
    }

    /// The pieces of prose; a reference that leads nowhere stays as it is written.
    pub(super) fn prose_pieces(&mut self, prose: &Prose, tone: Tone) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut at = 0;
        for reference in &prose.references {
            pieces.push(Piece::new(prose.text.slice(at..reference.range.start), tone));
            let target = self.library.prose_target(self.item, &reference.target);
            pieces.push(match target {
                Some(target) => self.number(target),
                None => Piece::new(prose.text.slice(reference.range.clone()), Tone::Dim),
            });
            at = reference.range.end;
        }
        pieces.push(Piece::new(prose.text.slice(at..prose.text.as_str().len()), tone));
        pieces
    }

    /// One line per linked item: its number and a text.
    pub(super) fn list(
        &mut self,
        items: &[ItemId],
        text: impl Fn(&Library, ItemId) -> DisplayText,
    ) {
        for item in items {
            let number = self.number(*item);
            let text = text(self.library, *item);
            let indent = number.text.columns() + 1;
            self.paragraph(
                &[number, Piece::new(" ", Tone::Text), Piece::new(text, Tone::Text)],
                0,
                indent,
            );
        }
    }
}

/// Columns of the labels of fields.
const LABEL: usize = 10;

/// Wraps pieces to a width; tones and links stay with their text.
pub(super) fn flow(pieces: &[Piece], width: usize, first: usize, rest: usize) -> Vec<PageLine> {
    let parts: Vec<&dyn crate::text::Shown> =
        pieces.iter().map(|piece| &piece.text as &dyn crate::text::Shown).collect();
    let indent = first.max(rest).min(width.saturating_sub(1));
    let whole = join(&parts);
    let ranges = wrap(&whole, width.saturating_sub(indent).max(1));
    let mut lines = Vec::with_capacity(ranges.len());
    for (index, range) in ranges.into_iter().enumerate() {
        let blanks = if index == 0 { first } else { rest };
        let mut line: PageLine = Vec::new();
        if blanks > 0 {
            line.push(Piece::new(super::words::blanks(blanks), Tone::Text));
        }
        let mut start = 0;
        for piece in pieces {
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
