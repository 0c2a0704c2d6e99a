//! Rows of a card: the form that fits, and whole things side by side.

use super::flow::{Indent, flow, wrapped};
use super::write::{Writer, blanks, columns, joined, padded};
use super::{Medium, PageLine, Piece};
use crate::page::content::{Items, Line, Room, Row, Run, Tone};
use crate::text::{DisplayText, Fit};

/// Columns that a text which gives way keeps at least.
const SHORTEST: usize = 14;

/// A title in so many lines, and where nothing is cut in those that it needs.
pub(super) fn title(
    text: &DisplayText,
    rows: usize,
    width: usize,
    medium: Medium,
) -> Vec<PageLine> {
    let ranges = wrapped(text, width.max(1), medium);
    let rows = if medium.cuts() { rows } else { rows.max(ranges.len()) };
    let mut lines: Vec<PageLine> = Vec::new();
    for (index, range) in ranges.iter().take(rows).enumerate() {
        let is_cut = index + 1 == rows && ranges.len() > rows;
        let line = if is_cut {
            text.slice(range.start..text.as_str().len()).fit(width, "…")
        } else {
            text.slice(range.clone())
        };
        lines.push(vec![Piece::new(line, Tone::Strong)]);
    }
    lines.resize(rows, Vec::new());
    lines
}

/// A row: its label in so many columns, and beside it what fits in the rest of the width.
pub(super) fn row(writer: &Writer, row: &Row, labels: usize, width: usize) -> Vec<PageLine> {
    let end = writer.pieces(&row.end);
    let taken = if end.is_empty() { 0 } else { columns(&end) + 1 };
    let room = width.saturating_sub(labels).saturating_sub(taken);
    let mut beside: Vec<PageLine> = Vec::new();
    for line in &row.lines {
        match line {
            Line::Fitting(forms) => beside.extend(fitting(writer, forms, room)),
            Line::Flowing(forms) => beside.extend(flowing(writer, forms, room)),
            Line::Items(items) => beside.extend(set(writer, items, room)),
        }
    }
    let height = beside.len().max(row.height);
    beside.resize(height, Vec::new());
    let mut lines = Vec::new();
    for (index, line) in beside.into_iter().enumerate() {
        let label = if index == 0 { row.label } else { "" };
        let mut pieces =
            vec![Piece::new(padded(&DisplayText::literal(label), labels), Tone::Label)];
        pieces.extend(line);
        if index == 0 && !end.is_empty() {
            let missing = width.saturating_sub(columns(&pieces) + columns(&end));
            pieces.push(Piece::new(blanks(missing), Tone::Text));
            pieces.extend(end.iter().cloned());
        }
        lines.push(pieces);
    }
    lines
}

/// The first form that fits. Where none does the last one is cut; where nothing is cut the first
/// goes on in the next line.
fn fitting(writer: &Writer, forms: &[Vec<Run>], room: usize) -> Vec<PageLine> {
    let mut whole = forms.iter().map(|form| writer.pieces(form));
    if let Some(line) = whole.find(|line| columns(line) <= room) {
        return vec![line];
    }
    if !writer.medium.cuts() {
        let pieces = forms.first().map_or_else(Vec::new, |form| writer.pieces(form));
        return flow(Vec::new(), Indent::default(), pieces, (room, writer.medium));
    }
    vec![forms.last().map_or_else(PageLine::new, |form| shortened(writer, form, room))]
}

/// The first form that fits into the lines it may take; where none does the last in all that it needs.
fn flowing(writer: &Writer, forms: &[(Vec<Run>, usize)], room: usize) -> Vec<PageLine> {
    let mut lines = Vec::new();
    for (form, rows) in forms {
        let pieces = writer.pieces(form);
        lines = flow(Vec::new(), Indent::default(), pieces, (room, writer.medium));
        if lines.len() <= *rows {
            break;
        }
    }
    lines
}

/// Runs cut to a width: first what gives way, then the end.
fn shortened(writer: &Writer, runs: &[Run], room: usize) -> PageLine {
    let missing = columns(&writer.pieces(runs)).saturating_sub(room);
    let less = |run: &Run| match run {
        Run::Elastic { text, tone } if missing > 0 => {
            let left = text.columns().saturating_sub(missing).max(SHORTEST);
            Run::Text { text: text.fit(left, "…"), tone: *tone }
        }
        Run::Elastic { .. }
        | Run::Text { .. }
        | Run::Sign { .. }
        | Run::Number(_)
        | Run::Name { .. }
        | Run::Question { .. } => run.clone(),
    };
    cut(writer.pieces(&runs.iter().map(less).collect::<Vec<_>>()), room)
}

/// Pieces cut to a width, the sign for what is missing in the last column.
fn cut(pieces: Vec<Piece>, room: usize) -> PageLine {
    if columns(&pieces) <= room {
        return pieces;
    }
    let mut used = 0;
    let mut line = Vec::new();
    for piece in pieces {
        let more = piece.text.columns();
        if used + more < room {
            used += more;
            line.push(piece);
            continue;
        }
        // Whatever follows, the text goes on: with the sign it is too long, and so it is cut.
        let text = crate::text![piece.text, "…"].fit(room - used, "…");
        line.push(Piece { text, ..piece });
        break;
    }
    line
}

/// Things in rows: in the longest form in which all fit, else the shortest, and how many are left out.
fn set(writer: &Writer, items: &Items, room: usize) -> Vec<PageLine> {
    let forms = items.items.iter().map(Vec::len).fold(1, usize::max);
    let setting = || Setting::new(writer, items, room);
    let whole = (0..forms).find_map(|form| {
        let (lines, is_whole) = setting().all(form);
        is_whole.then_some(lines)
    });
    whole.unwrap_or_else(|| Setting { counts: true, ..setting() }.all(forms - 1).0)
}

/// Things that are being set, one after the other.
struct Setting<'a> {
    writer: &'a Writer,
    items: &'a Items,
    room: usize,
    separator: Vec<Piece>,
    tail: Vec<Piece>,
    done: Vec<PageLine>,
    line: PageLine,
    /// Whether room is kept for the number of those left out.
    counts: bool,
    /// Whether a thing stands in the line.
    begun: bool,
    /// Things that stand in some line.
    placed: usize,
    left_out: usize,
}

impl<'a> Setting<'a> {
    fn new(writer: &'a Writer, items: &'a Items, room: usize) -> Self {
        Self {
            writer,
            items,
            room,
            separator: writer.pieces(std::slice::from_ref(&items.separator)),
            tail: writer.pieces(&items.tail),
            done: Vec::new(),
            line: writer.pieces(&items.lead),
            counts: false,
            begun: false,
            placed: 0,
            left_out: 0,
        }
    }

    /// All things in one length of form; whether all of them stand there whole.
    fn all(mut self, form: usize) -> (Vec<PageLine>, bool) {
        let mut is_whole = true;
        let count = self.items.items.len();
        let counted = self.writer.left_out(count, self.items.left_out);
        if columns(&self.line) + counted.columns() > self.room {
            // Not even what stands before them fits.
            let room = self.room.saturating_sub(counted.columns());
            self.line = cut(std::mem::take(&mut self.line), room);
            let tone = self.separator.first().map_or(Tone::Text, |piece| piece.tone);
            self.line.push(Piece::new(counted, tone));
            return (vec![self.line], false);
        }
        for (index, forms) in self.items.items.iter().enumerate() {
            let Some(runs) = forms.get(form).or(forms.last()) else { continue };
            let after = count - index - 1;
            if self.place(runs, after) {
                continue;
            }
            is_whole = false;
            if self.items.room == Room::AsNeeded {
                // It begins a row of its own and goes on in the next one.
                self.cut_first(runs, 0);
                continue;
            }
            if self.items.passes {
                self.left_out += 1;
                continue;
            }
            if self.placed == 0 {
                self.cut_first(runs, after);
            } else {
                self.left_out += 1;
            }
            self.left_out += after;
            break;
        }
        if self.placed == 0 && self.left_out > 0 {
            // Nothing fits whole: the beginning of the first says more than a number.
            let first = self.items.items.first().and_then(|forms| forms.get(form).or(forms.last()));
            if let Some(runs) = first {
                self.left_out -= 1;
                self.cut_first(runs, self.left_out);
            }
        }
        if self.left_out > 0 {
            let text = self.writer.left_out(self.left_out, self.items.left_out);
            let tone = self.separator.first().map_or(Tone::Text, |piece| piece.tone);
            self.line.push(Piece::new(text, tone));
        }
        self.line.extend(self.tail);
        self.done.push(self.line);
        (self.done, is_whole)
    }

    /// Whether the row that is being filled is the last one.
    fn in_last_row(&self) -> bool {
        match self.items.room {
            Room::Rows(rows) => self.done.len() + 1 >= rows,
            Room::AsNeeded => false,
        }
    }

    /// Columns that have to stay free behind a thing with so many after it.
    fn reserve(&self, after: usize) -> usize {
        let last = self.in_last_row() || after == 0;
        let tail = if last { columns(&self.tail) } else { 0 };
        let left = self.left_out + after;
        let counted = if self.counts && self.in_last_row() && left > 0 {
            self.writer.left_out(left, self.items.left_out).columns()
        } else {
            0
        };
        tail + counted
    }

    /// Puts a thing in the line, or in the next one; false where it does not fit.
    fn place(&mut self, runs: &[Run], after: usize) -> bool {
        let pieces = self.writer.pieces(runs);
        loop {
            let separator = if self.begun { columns(&self.separator) } else { 0 };
            let needed = columns(&self.line) + separator + columns(&pieces) + self.reserve(after);
            if needed <= self.room {
                if self.begun {
                    self.line.extend(self.separator.iter().cloned());
                }
                self.line.extend(pieces);
                self.begun = true;
                self.placed += 1;
                return true;
            }
            if self.begins_with_dot() {
                // A thing that has the line to itself needs no dot before it.
                self.line.clear();
                continue;
            }
            let is_wider = columns(&pieces) + self.reserve(after) > self.room;
            let has_rows = self.items.room != Room::AsNeeded;
            if !self.begun || self.in_last_row() || is_wider && has_rows {
                return false;
            }
            self.break_line();
        }
    }

    /// Whether nothing stands in the line but what stands between two things: only the first has a lead.
    fn begins_with_dot(&self) -> bool {
        !self.begun && !self.done.is_empty() && !self.line.is_empty()
    }

    /// Ends the line with what stands between two things, as far as it is no blank; a dot without room
    /// there begins the next line, since two things without it would read as one.
    fn break_line(&mut self) {
        let separator = joined(&self.separator);
        let words = separator.as_str();
        let end = separator.slice(0..words.trim_end().len());
        let tone = self.separator.first().map_or(Tone::Text, |piece| piece.tone);
        let fits = columns(&self.line) + end.columns() <= self.room;
        self.line.extend(fits.then(|| Piece::new(end, tone)));
        self.done.push(std::mem::take(&mut self.line));
        if !fits && words.starts_with(' ') {
            let start = words.len() - words.trim_start().len();
            self.line.push(Piece::new(separator.slice(start..words.len()), tone));
        }
        self.begun = false;
    }

    /// Puts the beginning of a thing in the line; where nothing is cut or there are rows enough, all of it
    /// in several.
    fn cut_first(&mut self, runs: &[Run], after: usize) {
        let room = self.room.saturating_sub(self.reserve(after));
        let medium = self.writer.medium;
        if medium.cuts() && self.items.room != Room::AsNeeded {
            let left = room.saturating_sub(columns(&self.line));
            self.line.extend(shortened(self.writer, runs, left));
        } else {
            let mut pieces = std::mem::take(&mut self.line);
            pieces.extend(self.writer.pieces(runs));
            self.done.extend(flow(Vec::new(), Indent::default(), pieces, (room, medium)));
            // Text that flows into no line leaves an empty one.
            self.line = self.done.pop().unwrap_or_default();
        }
        self.begun = true;
        self.placed += 1;
    }
}
