//! Blocks as lines.

use super::flow::{Indent, flow, wrapped};
use super::write::{Writer, blanks, columns};
use super::{Medium, PageLine, Piece, row, table};
use crate::page::content::{Block, Entry, Marker, Run, Section, Sign, Tone};
use crate::text;
use crate::text::{DisplayText, Fit};
use std::collections::BTreeMap;

/// Columns of the labels of fields.
pub(super) const LABEL: usize = 10;

/// Columns of the numbers of entries.
const NUMBER: usize = 5;

/// Columns before the sign of an entry.
const BEFORE_SIGN: usize = 2;

/// Columns by which one level of a list, or what is said of an entry, is set off.
const STEP: usize = 2;

/// Columns by which an entry without a marker is set off.
const INSET: usize = 3;

/// Levels of a list of lists that are set off from each other; far down there would be no room left.
const DEEPEST: usize = 6;

/// Lines of a page on the screen: fifty of the tallest screens. What is said thousands of times of one thing
/// is looked for, not read to the end, and each key would wait for all of it.
const MOST: usize = 3_000;

/// Sets blocks below each other.
pub(super) struct Typesetter<'a> {
    pub(super) writer: &'a Writer,
    pub(super) width: usize,
    /// Columns of the labels of rows.
    pub(super) labels: usize,
    /// The widest cells at each place in the tables of the page.
    pub(super) cells: BTreeMap<usize, usize>,
    /// Columns by which all lines are set off.
    inset: usize,
    pub(super) lines: Vec<PageLine>,
    /// Lines after which nothing more is set.
    most: usize,
}

impl<'a> Typesetter<'a> {
    pub(super) fn new(writer: &'a Writer, width: usize) -> Self {
        let (cells, lines) = (BTreeMap::new(), Vec::new());
        let most = if writer.medium == Medium::Screen { MOST } else { usize::MAX };
        Self { writer, width, labels: LABEL, cells, inset: 0, lines, most }
    }

    /// The lines, no more than a page may have; where one has more the last line says so.
    pub(super) fn close(mut self) -> Vec<PageLine> {
        if self.lines.len() > self.most {
            self.lines.truncate(self.most);
            self.inset = 0;
            let words = text![
                "This page ends here, after ",
                self.most,
                " lines; `attache show` prints all of it."
            ];
            self.flow(Vec::new(), 0, vec![Piece::new(words, Tone::Warning)]);
        }
        self.lines
    }

    fn is_full(&self) -> bool {
        self.lines.len() > self.most
    }

    /// As much of some pieces as there can be lines for.
    fn fitting(&self, mut pieces: Vec<Piece>) -> Vec<Piece> {
        let mut left = self.most.saturating_sub(self.lines.len()).saturating_mul(self.width);
        let mut fits = |piece: &Piece| {
            let before = left;
            left = left.saturating_sub(piece.text.as_str().chars().count());
            before > 0
        };
        let count = pieces.iter().take_while(|piece| fits(piece)).count();
        // One more, so that it is seen that there is more.
        pieces.truncate(count + 1);
        pieces
    }

    /// A section, set off by an empty line unless nothing or an empty line stands before it.
    pub(super) fn section(&mut self, section: &Section) {
        if section.is_empty() {
            return;
        }
        if !section.close && self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(Vec::new());
        }
        if let Some(heading) = &section.heading {
            let mut pieces = vec![Piece::new(heading.clone(), Tone::Label)];
            if !section.remark.is_empty() {
                pieces.push(Piece::new("  ", Tone::Text));
                pieces.extend(self.writer.pieces(&section.remark));
            }
            self.flow(Vec::new(), 0, pieces);
        }
        self.blocks(&section.blocks);
    }

    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            if self.is_full() {
                break;
            }
            self.block(block);
        }
    }

    pub(super) fn block(&mut self, block: &Block) {
        match block {
            Block::Title { text, rows } => {
                let needed = wrapped(text, self.width.max(1), self.writer.medium).len();
                let rows = needed.min(*rows);
                let lines = row::title(text, rows, self.width, self.writer.medium);
                self.lines.extend(lines);
            }
            Block::Row(row) => {
                let lines = row::row(self.writer, row, self.labels, self.width);
                self.lines.extend(lines);
            }
            Block::Field { label, runs } => {
                let pieces = self.writer.pieces(runs);
                self.flow(vec![Piece::new(*label, Tone::Label)], LABEL, pieces);
            }
            Block::Address { label, text } => self.address(label, text),
            Block::Paragraph(runs) => self.paragraph(runs),
            Block::Entry(entry) => self.entry(entry),
            Block::Table(table) => table::table(self, table),
            Block::Legend(signs) => self.legend(signs),
        }
    }

    /// Runs as a paragraph.
    pub(super) fn paragraph(&mut self, runs: &[Run]) {
        let pieces = self.writer.pieces(runs);
        self.flow(Vec::new(), 0, pieces);
    }

    /// Blocks that are set off by so many columns more.
    pub(super) fn under(&mut self, blocks: &[Block], columns: usize) {
        self.inset += columns;
        self.blocks(blocks);
        self.inset -= columns;
    }

    /// Columns between the inset and the right edge.
    pub(super) fn room(&self) -> usize {
        self.width.saturating_sub(self.inset)
    }

    /// Pieces as a paragraph whose lines hang by so many columns, in which the lead stands.
    pub(super) fn flow(&mut self, lead: Vec<Piece>, hang: usize, pieces: Vec<Piece>) {
        let indent = Indent { first: self.inset, rest: self.inset + hang };
        let pieces = self.fitting(pieces);
        self.lines.extend(flow(lead, indent, pieces, (self.width, self.writer.medium)));
    }

    /// Lines as they are, behind the inset.
    pub(super) fn set(&mut self, lines: Vec<PageLine>) {
        let inset = self.inset;
        self.lines.extend(lines.into_iter().map(|line| match inset {
            0 => line,
            columns => {
                std::iter::once(Piece::new(blanks(columns), Tone::Text)).chain(line).collect()
            }
        }));
    }

    /// An address: beside its label, or, where it is too long for that, on lines of its own that begin
    /// in the first column, so that it can be copied.
    fn address(&mut self, label: &'static str, text: &DisplayText) {
        let (label, text) =
            (Piece::new(label, Tone::Label), vec![Piece::new(text.clone(), Tone::Text)]);
        if LABEL + columns(&text) <= self.room() {
            self.flow(vec![label], LABEL, text);
            return;
        }
        self.lines.push(vec![label]);
        let inset = std::mem::take(&mut self.inset);
        self.flow(Vec::new(), 0, text);
        self.inset = inset;
    }

    fn entry(&mut self, entry: &Entry) {
        let level = STEP * entry.depth.saturating_sub(1).min(DEEPEST);
        let (lead, hang, below) = self.lead(entry.marker);
        // A number stays in the first column whatever the level: it is looked for there.
        let (before, within) = match entry.marker {
            Marker::Number(_) => (0, level),
            Marker::Sign(..)
            | Marker::Dash
            | Marker::Ordinal(_)
            | Marker::Inset
            | Marker::Hanging
            | Marker::Plain => (level, 0),
        };
        self.inset += before;
        self.flow(lead, hang + within, self.writer.pieces(&entry.runs));
        self.under(&entry.under, below + within);
        self.inset -= before;
    }

    /// What stands in front of an entry, and the columns by which its lines hang and by which what is
    /// said of it is set off.
    fn lead(&self, marker: Marker) -> (Vec<Piece>, usize, usize) {
        match marker {
            Marker::Number(item) => {
                (self.writer.number(item).into_iter().collect(), NUMBER, NUMBER)
            }
            Marker::Sign(sign, tone) => {
                let sign = sign.map_or("", |sign| self.writer.sign(sign));
                let lead = Piece::new(crate::text![blanks(BEFORE_SIGN), sign], tone);
                (vec![lead], BEFORE_SIGN + STEP, BEFORE_SIGN + 2 * STEP)
            }
            Marker::Dash => (vec![Piece::new("- ", Tone::Quiet)], STEP, STEP),
            Marker::Ordinal(place) => {
                let lead = Piece::new(crate::text![place, ". "], Tone::Text);
                let hang = lead.text.columns();
                (vec![lead], hang, hang)
            }
            Marker::Inset => (vec![Piece::new("", Tone::Text)], INSET, INSET),
            Marker::Hanging => (Vec::new(), STEP, STEP),
            Marker::Plain => (Vec::new(), 0, STEP),
        }
    }

    /// What signs mean, in one line; nothing where they are words.
    fn legend(&mut self, signs: &[(Option<Sign>, &'static str)]) {
        match self.writer.medium {
            Medium::Spoken => return,
            Medium::Screen | Medium::Plain => {}
        }
        let mut pieces = Vec::new();
        for (sign, meaning) in signs {
            let between = if pieces.is_empty() { "" } else { "   " };
            let sign = sign.map_or("", Sign::glyph);
            pieces.push(Piece::new(crate::text![between, sign, *meaning], Tone::Quiet));
        }
        self.flow(Vec::new(), 0, pieces);
    }
}
