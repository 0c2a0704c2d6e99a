//! Lines of pieces, wrapped to a width, with numbered links.

use super::{Link, PageLine, Piece, Tone};
use crate::library::{ItemId, Kind, Library, Prose, ProseTarget};
use crate::text::{DisplayText, Fit, Shown, join, wrap};
use std::collections::BTreeSet;

/// Builds the lines of a page.
pub(super) struct Composer<'a> {
    /// The library, for names of what is linked.
    pub(super) library: &'a Library,
    /// The item that the page is about.
    pub(super) item: ItemId,
    width: usize,
    /// Whether an address stays on one line however long it is.
    unbroken: bool,
    first_line: usize,
    /// Whether the first line stands at the top of a column.
    at_top: bool,
    lines: Vec<PageLine>,
    links: Vec<Link>,
    /// Targets that an entry of a list has named.
    listed: BTreeSet<ItemId>,
}

impl<'a> Composer<'a> {
    pub(super) fn new(library: &'a Library, item: ItemId, width: usize) -> Self {
        Self {
            library,
            item,
            width,
            unbroken: false,
            first_line: 0,
            at_top: true,
            lines: Vec::new(),
            links: Vec::new(),
            listed: BTreeSet::new(),
        }
    }

    /// Leaves addresses whole, for output that is not cut to a width.
    pub(super) fn leave_addresses_whole(&mut self) {
        self.unbroken = true;
    }

    /// Goes on after so many lines, below them or at the top of a column of another width.
    pub(super) fn go_on(&mut self, first_line: usize, column: Option<usize>) {
        self.first_line = first_line;
        self.at_top = column.is_some() || first_line == 0;
        self.width = column.unwrap_or(self.width);
    }

    pub(super) fn take_lines(&mut self) -> Vec<PageLine> {
        std::mem::take(&mut self.lines)
    }

    pub(super) fn links(&mut self) -> Vec<Link> {
        std::mem::take(&mut self.links)
    }

    /// An empty line, unless nothing or an empty line stands before.
    pub(super) fn gap(&mut self) {
        let started = !self.at_top || !self.lines.is_empty();
        if started && self.lines.last().is_none_or(|line| !line.is_empty()) {
            self.lines.push(Vec::new());
        }
    }

    /// The heading of a section.
    pub(super) fn heading(&mut self, name: impl Into<DisplayText>) {
        self.gap();
        self.lines.push(vec![Piece::new(name, Tone::Label)]);
    }

    /// Pieces as one paragraph, every line beginning with so many blanks.
    pub(super) fn paragraph(&mut self, pieces: &[Piece], indent: usize) {
        self.hanging(Vec::new(), indent, pieces);
    }

    /// Pieces as one paragraph set off by `indent` columns, in which the lead of the first line stands.
    pub(super) fn hanging(&mut self, lead: Vec<Piece>, indent: usize, pieces: &[Piece]) {
        self.lines.extend(flow(lead, indent, pieces, self.width));
    }

    /// A label in its own column and text beside it.
    pub(super) fn field(&mut self, label: &'static str, text: &DisplayText) {
        self.labelled(label, &[Piece::new(text.clone(), Tone::Text)]);
    }

    /// An address: beside its label, or, where it is too long for that, on lines of its own that begin
    /// in the first column, so that it can be copied.
    pub(super) fn address(&mut self, url: &DisplayText) {
        if LABEL + url.columns() <= self.width {
            self.field("ADDRESS", url);
            return;
        }
        self.lines.push(vec![Piece::new("ADDRESS", Tone::Label)]);
        if self.unbroken {
            self.lines.push(vec![Piece::new(url.clone(), Tone::Text)]);
        } else {
            self.paragraph(&[Piece::new(url.clone(), Tone::Text)], 0);
        }
    }

    /// A label in its own column and pieces beside it.
    pub(super) fn labelled(&mut self, label: &'static str, pieces: &[Piece]) {
        self.hanging(vec![Piece::new(label, Tone::Label)], LABEL, pieces);
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
        self.paragraph(&pieces, indent);
    }

    /// The pieces of prose: a citation is a number, a link the name of its target; a reference that
    /// leads nowhere stays as it is written.
    pub(super) fn prose_pieces(&mut self, prose: &Prose, tone: Tone) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut at = 0;
        for reference in &prose.references {
            pieces.push(Piece::new(prose.text.slice(at..reference.range.start), tone));
            let target = self.library.prose_target(self.item, &reference.target);
            match (target, &reference.target) {
                (None, _) => {
                    let written = prose.text.slice(reference.range.clone());
                    pieces.push(Piece::new(written, Tone::Dim));
                }
                (Some(target), ProseTarget::Cite(_, locator)) => {
                    pieces.push(self.number(target));
                    if let Some(locator) = locator {
                        pieces.push(Piece::new(crate::text![" ", locator], Tone::Dim));
                    }
                }
                (Some(target), ProseTarget::Link(..)) => pieces.extend(self.named_link(target)),
            }
            at = reference.range.end;
        }
        pieces.push(Piece::new(prose.text.slice(at..prose.text.as_str().len()), tone));
        pieces
    }

    /// The name of an actor or place, or the title of anything else in quotes, with its number.
    fn named_link(&mut self, target: ItemId) -> Vec<Piece> {
        let link = self.link(target);
        let Some(item) = self.library.get(target) else { return Vec::new() };
        let is_name = matches!(item.kind, Kind::Actor | Kind::Place);
        let name = if is_name {
            item.title.clone()
        } else {
            crate::text!["“", self.library.full_title(target), "”"]
        };
        let name = Piece { text: name, tone: Tone::Link, link: Some(link) };
        if is_name {
            return vec![name];
        }
        vec![name, Piece::new(" ", Tone::Text), self.number(target)]
    }

    /// One entry per linked item: its number and a text.
    pub(super) fn list(
        &mut self,
        items: &[ItemId],
        text: impl Fn(&Library, ItemId) -> DisplayText,
    ) {
        for item in items {
            let text = text(self.library, *item);
            self.entry(*item, &[Piece::new(text, Tone::Text)]);
        }
    }

    /// An entry of a list: the number of its item and pieces.
    pub(super) fn entry(&mut self, item: ItemId, pieces: &[Piece]) {
        let number = self.number(item);
        self.listed.insert(item);
        self.hanging(vec![number], ENTRY, pieces);
    }

    /// Lists the targets that the text points to and no list has named yet.
    pub(super) fn remaining_links(&mut self) {
        let targets: Vec<ItemId> = self.links.iter().map(|link| link.target).collect();
        let missing: Vec<ItemId> =
            targets.into_iter().filter(|target| !self.listed.contains(target)).collect();
        if !missing.is_empty() {
            self.heading("LINKS");
            self.list(&missing, super::words::date_and_title);
        }
    }
}

/// Columns of the numbers of entries.
const ENTRY: usize = 5;

/// Columns of the labels of fields.
const LABEL: usize = 10;

/// Wraps pieces to a width; tones and links stay with their text. The lead stands in the indent of
/// the first line.
pub(super) fn flow(
    lead: Vec<Piece>,
    indent: usize,
    pieces: &[Piece],
    width: usize,
) -> Vec<PageLine> {
    let parts: Vec<&dyn Shown> = pieces.iter().map(|piece| &piece.text as &dyn Shown).collect();
    let whole = join(&parts);
    let room = width.saturating_sub(indent).max(1);
    let mut first = Some(lead);
    let mut lines = Vec::new();
    for range in wrap(&whole, room) {
        let mut line = first.take().unwrap_or_default();
        let used: usize = line.iter().map(|piece| piece.text.columns()).sum();
        if indent > used {
            line.push(Piece::new(super::words::blanks(indent - used), Tone::Text));
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
