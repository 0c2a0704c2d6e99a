//! Lines of pieces, wrapped to a width, with numbered links.

use super::words::{date_and_title_in, source_line_in};
use super::{Depth, Link, PageLine, PageSize, Piece, Times, Tone};
use crate::library::{ItemId, Kind, Library, Prose, ProseTarget};
use crate::text::{DisplayText, Fit, Shown, join, wrap};
use std::collections::{BTreeMap, BTreeSet};

/// Builds the lines of a page.
pub(super) struct Composer<'a> {
    /// The library, for names of what is linked.
    pub(super) library: &'a Library,
    /// The item that the page is about.
    pub(super) item: ItemId,
    /// How times of day are shown.
    pub(super) times: Times,
    depth: Depth,
    width: usize,
    /// Whether an address stays on one line however long it is.
    unbroken: bool,
    first_line: usize,
    /// Whether the first line stands at the top of a column.
    at_top: bool,
    lines: Vec<PageLine>,
    links: Vec<Link>,
    /// The number of each target's link.
    numbers: BTreeMap<ItemId, usize>,
    /// Targets that an entry of a list has named.
    listed: BTreeSet<ItemId>,
}

impl<'a> Composer<'a> {
    pub(super) fn new(library: &'a Library, item: ItemId, size: &PageSize) -> Self {
        Self {
            library,
            item,
            times: size.times,
            depth: size.depth,
            width: size.width.min(MEASURE),
            unbroken: size.whole_addresses,
            first_line: 0,
            at_top: true,
            lines: Vec::new(),
            links: Vec::new(),
            numbers: BTreeMap::new(),
            listed: BTreeSet::new(),
        }
    }

    /// Whether more than the card and the first paragraph is wanted.
    pub(super) fn is_full(&self) -> bool {
        self.depth == Depth::Full
    }

    /// Goes on after so many lines, below them or at the top of a column of another width.
    pub(super) fn go_on(&mut self, first_line: usize, column: Option<usize>) {
        self.first_line = first_line;
        self.at_top = column.is_some() || first_line == 0;
        self.width = column.map_or(self.width, |width| width.min(MEASURE));
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
        self.paragraph(&[Piece::new(name, Tone::Label)], 0);
    }

    /// Pieces as one paragraph, every line beginning with so many blanks.
    pub(super) fn paragraph(&mut self, pieces: &[Piece], indent: usize) {
        self.hanging(Vec::new(), indent, pieces);
    }

    /// Pieces as one paragraph set off by `indent` columns, in which the lead of the first line stands.
    pub(super) fn hanging(&mut self, lead: Vec<Piece>, indent: usize, pieces: &[Piece]) {
        self.lines.extend(flow(lead, indent, pieces, self.width));
    }

    /// A label in its own column and names beside it, each with its number.
    pub(super) fn linked_field(&mut self, label: &'static str, items: &[ItemId]) {
        if items.is_empty() {
            return;
        }
        let mut pieces = Vec::new();
        for item in items {
            if !pieces.is_empty() {
                pieces.push(Piece::new(", ", Tone::Text));
            }
            pieces.push(Piece::new(self.library.full_title(*item), Tone::Text));
            pieces.push(Piece::new(" ", Tone::Text));
            pieces.push(self.number(*item));
        }
        self.labelled(label, &pieces);
    }

    /// A label in its own column and text beside it.
    pub(super) fn field(&mut self, label: &'static str, text: &DisplayText) {
        self.labelled(label, &[Piece::new(text.clone(), Tone::Text)]);
    }

    /// An address: beside its label, or, where it is too long for that, on lines of its own that begin
    /// in the first column, so that it can be copied.
    pub(super) fn address(&mut self, label: &'static str, url: &DisplayText) {
        if LABEL + url.columns() <= self.width {
            self.field(label, url);
            return;
        }
        self.lines.push(vec![Piece::new(label, Tone::Label)]);
        if self.unbroken {
            self.lines.push(vec![Piece::new(url.clone(), Tone::Text)]);
        } else {
            self.paragraph(&[Piece::new(url.clone(), Tone::Text)], 0);
        }
    }

    /// Columns beside a label.
    pub(super) fn room(&self) -> usize {
        self.width.saturating_sub(LABEL)
    }

    /// A label in its own column and pieces beside it.
    pub(super) fn labelled(&mut self, label: &'static str, pieces: &[Piece]) {
        self.hanging(vec![Piece::new(label, Tone::Label)], LABEL, pieces);
    }

    /// The number of the link to an item; the same item has the same number.
    pub(super) fn link(&mut self, target: ItemId) -> usize {
        if let Some(known) = self.numbers.get(&target) {
            return *known;
        }
        self.numbers.insert(target, self.links.len());
        self.links.push(Link { target, line: self.first_line + self.lines.len() });
        self.links.len() - 1
    }

    /// `[3]` for a link to an item.
    pub(super) fn number(&mut self, target: ItemId) -> Piece {
        let link = self.link(target);
        Piece { text: crate::text!["[", link + 1, "]"], tone: Tone::Link, link: Some(link) }
    }

    /// The beginning of a page: all of a text, or where little is wanted its first paragraph.
    pub(super) fn summary(&mut self, prose: &Prose) {
        if self.is_full() {
            return self.prose(prose, 0);
        }
        let end = prose.text.as_str().find("\n\n").unwrap_or(prose.text.as_str().len());
        let references = prose.references.iter().filter(|reference| reference.range.end <= end);
        let first =
            Prose { text: prose.text.slice(0..end), references: references.cloned().collect() };
        self.prose(&first, 0);
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

    /// A heading and one entry per item with its date and title; nothing without items.
    pub(super) fn section(&mut self, heading: &'static str, items: &[ItemId]) {
        if items.is_empty() {
            return;
        }
        self.heading(heading);
        let times = self.times;
        self.list(items, |library, item| date_and_title_in(library, item, times));
    }

    /// Sources by house and date, under their heading; nothing without any.
    pub(super) fn sources(&mut self, sources: &[ItemId]) {
        if sources.is_empty() {
            return;
        }
        self.heading("SOURCES");
        let times = self.times;
        self.list(sources, |library, source| source_line_in(library, source, times));
    }

    /// House and date of a source.
    pub(super) fn source_line(&self, source: ItemId) -> DisplayText {
        source_line_in(self.library, source, self.times)
    }

    /// An entry so many levels deep, from 1, in a list of lists.
    pub(super) fn nested(&mut self, item: ItemId, depth: usize, pieces: &[Piece]) {
        let number = self.number(item);
        self.listed.insert(item);
        // Far down there would be no room left.
        let indent = ENTRY + 2 * depth.saturating_sub(1).min(DEEPEST);
        self.hanging(vec![number], indent, pieces);
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
            self.section("LINKS", &missing);
        }
    }
}

/// The longest line that is comfortable to read, in columns.
pub(super) const MEASURE: usize = 76;

/// Levels of a list of lists that are set off from each other.
const DEEPEST: usize = 6;

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
