//! Contents as lines of a width: what is wrapped, numbered, cut or left out, and how signs are written.

mod flow;
mod own;
mod row;
mod sides;
mod table;
mod typesetter;
mod write;

pub use own::{QUOTED, quoted, quoted_lines};
pub use sides::sides;
pub use write::{line_text, written};

use super::CardSize;
use super::card::IF_ASKED;
use super::content::{Block, Content, Section, Tone};
use crate::library::{Answer, ItemId};
use crate::text::{DisplayText, Fit};
use own::told_apart;
use std::collections::BTreeMap;
use typesetter::Typesetter;
use write::Writer;

/// What a page is written for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Medium {
    /// A screen: signs are signs, and a word that is wider than a line is broken.
    #[default]
    Screen,
    /// Plain text that may be copied or read by a program: no word is broken.
    Plain,
    /// Text that is read out: as plain text, with words for the signs of the program.
    Spoken,
}

/// How a content is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// Columns of card and body.
    pub width: usize,
    /// Whether a bar above it shows the title, as far as it fits there.
    pub bar: bool,
    /// How much room the card has.
    pub card: CardSize,
    /// What it is written for.
    pub medium: Medium,
}

/// A run of text in one tone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: DisplayText,
    /// How it is meant.
    pub tone: Tone,
    /// The number of the link it belongs to, from 0.
    pub link: Option<usize>,
    /// The question that it is.
    pub question: Option<ItemId>,
}

impl Piece {
    /// A piece without a link.
    #[must_use]
    pub fn new(text: impl Into<DisplayText>, tone: Tone) -> Self {
        Self { text: text.into(), tone, link: None, question: None }
    }
}

/// One line of a page; on a screen it fits the width the page was made for.
pub type PageLine = Vec<Piece>;

/// A link of a page, in the order in which the page is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub target: ItemId,
    /// The line of the body that it first stands in.
    pub line: usize,
}

/// What the reader shows of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// What it is about.
    pub subject: Option<ItemId>,
    /// For the title of the pane: kind and id.
    pub title: DisplayText,
    /// When, who says so, how sure, where it is an event or a claim.
    pub answer: Option<Answer>,
    /// The lines that never scroll.
    pub card: Vec<PageLine>,
    /// The line of the card that has the questions.
    pub asked: Option<usize>,
    /// The text.
    pub body: Vec<PageLine>,
    /// The links, numbered from 0.
    pub links: Vec<Link>,
}

impl Medium {
    /// Whether what is too long for its room is cut, as text is that cannot be scrolled sideways and
    /// stands beside the whole of it; plain text is all there is, and goes on in the next line.
    fn cuts(self) -> bool {
        match self {
            Self::Screen => true,
            Self::Plain | Self::Spoken => false,
        }
    }
}

impl Page {
    /// A content in lines.
    #[must_use]
    pub fn laid_out(content: &Content, format: &Format) -> Self {
        Self::set(content, format, MEASURE)
    }

    /// A content that is a table for the most part, in lines.
    pub(super) fn tabulated(content: &Content, format: &Format) -> Self {
        Self::set(content, format, TABLE)
    }

    fn set(content: &Content, format: &Format, measure: usize) -> Self {
        let targets = content.links();
        let writer = Writer::new(format.medium, &targets);
        let mut card = Typesetter::new(&writer, format.width);
        card.labels = label_columns(format.card);
        let titled = format.bar && content.title.columns() + BESIDE_TITLE <= format.width;
        let shown = content.card.iter().filter(|block| !titled || !block.is_title());
        let mut asked = None;
        for block in shown {
            if matches!(block, Block::Row(row) if row.label == IF_ASKED) {
                asked = Some(card.lines.len());
            }
            card.block(block);
        }
        let width = format.width.min(measure);
        let body = lines(&writer, width, &content.body);
        let (card, body) = match format.medium {
            Medium::Screen => (card.lines, body),
            Medium::Plain | Medium::Spoken => {
                let apart = |lines: Vec<PageLine>| lines.into_iter().map(told_apart).collect();
                (apart(card.lines), apart(body))
            }
        };
        let links = links(&targets, &card, &body);
        let (subject, title, answer) =
            (content.subject, content.title.clone(), content.answer.clone());
        Self { subject, title, answer, card, asked, body, links }
    }
}

/// Columns of a bar that are not its title: number and blanks, and the rule on both sides.
const BESIDE_TITLE: usize = 9;

/// The longest line that is comfortable to read, in columns.
const MEASURE: usize = 76;

/// The widest table that is easily read across, in columns: as wide as a usual terminal.
const TABLE: usize = 80;

/// Columns of the labels of a card.
fn label_columns(card: CardSize) -> usize {
    match card {
        CardSize::Abbreviated => 6,
        CardSize::Compact | CardSize::Roomy => typesetter::LABEL,
    }
}

/// Parts of a page below each other.
fn lines(writer: &Writer, width: usize, parts: &[Section]) -> Vec<PageLine> {
    let mut typesetter = Typesetter::new(writer, width);
    typesetter.cells = table::widest_cells(writer, parts);
    for section in parts {
        typesetter.section(section);
    }
    typesetter.close()
}

/// The links and where each first stands. The card is always in sight, as the first line is.
fn links(targets: &[ItemId], card: &[PageLine], body: &[PageLine]) -> Vec<Link> {
    let mut lines: BTreeMap<usize, usize> = BTreeMap::new();
    let in_line = |line: &PageLine| line.iter().filter_map(|piece| piece.link).collect::<Vec<_>>();
    for link in card.iter().flat_map(in_line) {
        lines.insert(link, 0);
    }
    for (at, line) in body.iter().enumerate() {
        for link in in_line(line) {
            lines.entry(link).or_insert(at);
        }
    }
    let link = |(number, target): (usize, &ItemId)| Link {
        target: *target,
        // A link that is cut off leads to the top.
        line: lines.get(&number).copied().unwrap_or_default(),
    };
    targets.iter().enumerate().map(link).collect()
}
