//! What a page says, worked out once from the library: no width, no column, no wrapping.
//!
//! Text of a record is carried as it is. What the program itself writes between such texts is a
//! [`Sign`], so that a layout can write it for the eye or for the ear and never takes a part of a
//! quotation for a sign.

mod comparison;
mod row;
mod run;
mod table;
mod words;

pub use comparison::{Agreement, Compared, Comparison, ComparisonRow};
pub use row::{Items, Line, Room, Row};
pub use run::{Run, Runs, Sign, Tone};
pub use table::{Column, ColumnWidth, Table, TableRow};

use crate::library::{Answer, ItemId};
use crate::text::DisplayText;
use std::collections::BTreeSet;

/// What a page says of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// What it is about.
    pub subject: Option<ItemId>,
    /// For the title of the pane: kind and id.
    pub title: DisplayText,
    /// When, who says so, how sure, where it is an event or a claim.
    pub answer: Option<Answer>,
    /// What stands above the text and never scrolls.
    pub card: Vec<Block>,
    /// The text.
    pub body: Vec<Section>,
}

/// A part of a page, set off from the part before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// What it is called.
    pub heading: Option<DisplayText>,
    /// What is said beside its name.
    pub remark: Runs,
    /// Whether it follows the part before it at once.
    pub close: bool,
    /// What it says.
    pub blocks: Vec<Block>,
}

impl Section {
    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.heading.is_none() && self.blocks.is_empty()
    }
}

/// A piece of a page that begins a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The title of a card.
    Title {
        /// The title.
        text: DisplayText,
        /// Its rows at the most.
        rows: usize,
    },
    /// A row of a card: a label, and beside it what fits.
    Row(Row),
    /// A label, and beside it all of a text.
    Field {
        /// The label; empty where the text goes on with the field above.
        label: &'static str,
        /// The text.
        runs: Runs,
    },
    /// A label and an address, hash or path, which is to be copied.
    Address {
        /// The label.
        label: &'static str,
        /// What is copied.
        text: DisplayText,
    },
    /// Running text.
    Paragraph(Runs),
    /// One of a list.
    Entry(Entry),
    /// Texts under each other in columns.
    Table(Table),
    /// What signs mean; of no use where they are written as words.
    Legend(Vec<(Option<Sign>, &'static str)>),
}

impl Block {
    /// Whether it is the title.
    #[must_use]
    pub fn is_title(&self) -> bool {
        matches!(self, Self::Title { .. })
    }
}

/// One of a list, and what belongs to it alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What stands before it.
    pub marker: Marker,
    /// How deep it stands in a list of lists, from 1.
    pub depth: usize,
    /// Its text.
    pub runs: Runs,
    /// What is said of it, set off below it.
    pub under: Vec<Block>,
}

impl Entry {
    /// An entry of a plain list.
    #[must_use]
    pub fn new(marker: Marker, runs: Runs) -> Self {
        Self { marker, depth: 1, runs, under: Vec::new() }
    }
}

/// What stands before an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// The number of the link to what the entry names.
    Number(ItemId),
    /// A sign, or the room for one.
    Sign(Option<Sign>, Tone),
    /// A dash.
    Dash,
    /// Its place in the list, from 1.
    Ordinal(usize),
    /// Nothing, and it is set off.
    Inset,
    /// Nothing, and its lines after the first are set off.
    Hanging,
    /// Nothing.
    Plain,
}

impl Content {
    /// The items that its links lead to, each once, in the order in which the page is read.
    #[must_use]
    pub fn links(&self) -> Vec<ItemId> {
        links_of(&self.card, &self.body).0
    }
}

/// The targets of the links of a card and of sections, each once, and those that an entry of a list
/// names.
pub(super) fn links_of(card: &[Block], sections: &[Section]) -> (Vec<ItemId>, BTreeSet<ItemId>) {
    let mut links = Links::default();
    links.blocks(card);
    for section in sections {
        links.blocks(&section.blocks);
    }
    (links.found, links.listed)
}

/// A walk through the links of a page.
#[derive(Default)]
struct Links {
    found: Vec<ItemId>,
    known: BTreeSet<ItemId>,
    listed: BTreeSet<ItemId>,
}

impl Links {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Title { .. } | Block::Address { .. } | Block::Legend(_) => {}
                Block::Paragraph(runs) | Block::Field { runs, .. } => self.runs(runs),
                Block::Row(row) => row.each(&mut |runs| self.runs(runs)),
                Block::Entry(entry) => {
                    if let Marker::Number(item) = entry.marker {
                        self.listed.insert(item);
                        self.add(item);
                    }
                    self.runs(&entry.runs);
                    self.blocks(&entry.under);
                }
                Block::Table(table) => {
                    for row in &table.rows {
                        row.cells.iter().for_each(|cell| self.runs(cell));
                        self.listed.extend(row.cells.iter().flatten().filter_map(Run::number));
                        self.blocks(&row.under);
                    }
                }
            }
        }
    }

    fn runs(&mut self, runs: &[Run]) {
        for run in runs {
            match run {
                Run::Number(item) | Run::Name { item, .. } => self.add(*item),
                Run::Text { .. }
                | Run::Elastic { .. }
                | Run::Sign { .. }
                | Run::Question { .. } => {}
            }
        }
    }

    fn add(&mut self, item: ItemId) {
        if self.known.insert(item) {
            self.found.push(item);
        }
    }
}
