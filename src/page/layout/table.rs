//! Tables: the widths of columns, and rows as text where there is no room for columns.

use super::flow::{Indent, flow};
use super::typesetter::Typesetter;
use super::write::{Writer, blanks, columns};
use super::{Medium, PageLine, Piece};
use crate::page::content::{Block, ColumnWidth, Section, Sign, Table, TableRow, Tone};
use std::collections::BTreeMap;

/// Columns between two columns of a table.
const GUTTER: usize = 2;

/// The narrowest column of running text; under that a row is text.
const NARROW: usize = 20;

/// Columns by which what belongs to a row, and its lines after the first as text, are set off.
const SET_OFF: usize = 2;

/// Sets a table.
pub(super) fn table(typesetter: &mut Typesetter<'_>, table: &Table) {
    let widths = match typesetter.writer.medium {
        // What is heard has no columns.
        Medium::Spoken => None,
        Medium::Screen | Medium::Plain => widths(typesetter, table),
    };
    if let Some(widths) = &widths
        && table.columns.iter().any(|column| !column.heading.is_empty())
    {
        let heading =
            |column: &crate::page::content::Column| vec![Piece::new(column.heading, Tone::Label)];
        let cells = table.columns.iter().map(heading).collect();
        typesetter.set(beside(cells, widths, Medium::Screen));
    }
    for row in &table.rows {
        match &widths {
            Some(widths) => {
                let cells = row.cells.iter().map(|cell| typesetter.writer.pieces(cell)).collect();
                typesetter.set(beside(cells, widths, typesetter.writer.medium));
            }
            None => as_text(typesetter, table, row),
        }
        typesetter.under(&row.under, SET_OFF);
    }
}

/// The widest cells at each place in the tables of a page, so that the columns of one table can stand
/// under those of another.
pub(super) fn widest_cells(writer: &Writer, parts: &[Section]) -> BTreeMap<usize, usize> {
    let mut widest: BTreeMap<usize, usize> = BTreeMap::new();
    for block in parts.iter().flat_map(|part| &part.blocks) {
        let Block::Table(table) = block else { continue };
        for (place, column) in table.columns.iter().enumerate() {
            if column.width == ColumnWidth::Cells {
                let cells = table.rows.iter().filter_map(|row| row.cells.get(place));
                let cells = cells.map(|cell| columns(&writer.pieces(cell)));
                let own = cells.fold(crate::text::columns(column.heading), usize::max);
                let known = widest.entry(place).or_default();
                *known = own.max(*known);
            }
        }
    }
    widest
}

/// The width of each column; none where there is no room for them.
fn widths(typesetter: &Typesetter<'_>, table: &Table) -> Option<Vec<usize>> {
    let room = typesetter.room();
    let natural = table.columns.iter().enumerate().map(|(index, column)| {
        let wanted = match column.width {
            // One that nobody has measured takes the most that it may.
            ColumnWidth::Cells => typesetter.cells.get(&index).copied().unwrap_or(room),
            ColumnWidth::Columns(columns) => columns,
            ColumnWidth::Rest => return None,
        };
        Some(wanted.min(room / 3))
    });
    let natural: Vec<Option<usize>> = natural.collect();
    let taken: usize = natural.iter().flatten().sum();
    let gutters = GUTTER * natural.len().saturating_sub(1);
    let sharing = natural.iter().filter(|width| width.is_none()).count();
    let rest = room.checked_sub(taken + gutters)?;
    // Where no column takes what is left, none has a share.
    let share = rest.checked_div(sharing).unwrap_or_default();
    if sharing > 0 && share < NARROW {
        return None;
    }
    Some(natural.into_iter().map(|width| width.unwrap_or(share)).collect())
}

/// Cells beside each other, each wrapped in its column.
fn beside(cells: Vec<Vec<Piece>>, widths: &[usize], medium: Medium) -> Vec<PageLine> {
    let wrapped = cells.into_iter().zip(widths).map(|(cell, width)| {
        flow(Vec::new(), Indent::default(), cell, (*width, medium)).into_iter()
    });
    let mut wrapped: Vec<_> = wrapped.collect();
    let mut lines = Vec::new();
    loop {
        let next: Vec<Option<PageLine>> = wrapped.iter_mut().map(Iterator::next).collect();
        if next.iter().all(Option::is_none) {
            return lines;
        }
        let mut line = PageLine::new();
        let mut edge: usize = 0;
        for (cell, width) in next.into_iter().zip(widths) {
            // A row of more lines than this cell has.
            let cell = cell.unwrap_or_default();
            // The blanks before a cell are written with it, so that no line ends in blanks.
            if !cell.is_empty() {
                // A word that is wider than its column is set off from the next one all the same.
                let least = usize::from(!line.is_empty());
                let missing = edge.saturating_sub(columns(&line)).max(least);
                if missing > 0 {
                    line.push(Piece::new(blanks(missing), Tone::Text));
                }
                line.extend(cell);
            }
            edge += width + GUTTER;
        }
        lines.push(line);
    }
}

/// A row as text, its cells one after the other with their headings.
fn as_text(typesetter: &mut Typesetter<'_>, table: &Table, row: &TableRow) {
    let mut pieces = Vec::new();
    for (column, cell) in table.columns.iter().zip(&row.cells) {
        let cell = typesetter.writer.pieces(cell);
        if columns(&cell) == 0 {
            continue;
        }
        if !pieces.is_empty() {
            pieces.push(Piece::new(typesetter.writer.sign(Sign::Between), Tone::Text));
        }
        if !column.heading.is_empty() {
            pieces.push(Piece::new(crate::text![column.heading, ": "], Tone::Label));
        }
        pieces.extend(cell);
    }
    // The first line begins where those of columns do.
    typesetter.flow(Vec::new(), SET_OFF, pieces);
}
