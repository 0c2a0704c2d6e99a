//! Texts under each other in columns.

use super::{Block, Runs};

/// Rows of texts in columns, whose widths the layout finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with a cell for every column; one that is missing is empty.
    pub rows: Vec<TableRow>,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it is called; nothing where that needs no saying.
    pub heading: &'static str,
    /// How wide it is.
    pub width: ColumnWidth,
}

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnWidth {
    /// As wide as the widest of its cells, within reason; of all tables of a page one stands under the other.
    Cells,
    /// So many columns, if a third of the line has them: what is longer is wrapped.
    Columns(usize),
    /// What the others leave; several share it.
    Rest,
}

/// A row of a table, and what belongs to it alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableRow {
    /// Its cells.
    pub cells: Vec<Runs>,
    /// What is said of it, set off below it.
    pub under: Vec<Block>,
}
