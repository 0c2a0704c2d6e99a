//! What of an item is copied: plain lines in words that can be pasted, with their marking.
//!
//! A text that leaves the program by itself says how it may be shared: several lines in the first of
//! them, a single line at its end. A page, which may be long, says it in the last line too.

mod answer;
mod cite;
mod compared;

pub use compared::compared;

use super::content::Content;
use super::layout::{line_text, quoted};
use super::phrases::likelihood_words;
use super::words::{names, semicolons};
use super::{Around, CardSize, Medium, Page, PageSize};
use crate::choice::Times;
use crate::library::{ItemId, Library, Marking, Record, Relation};
use crate::text::{DisplayText, Shown, join};

/// A part of an item that is copied by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excerpt {
    /// When, who says so, how sure; of what is no event what it is, in as few lines.
    Answer,
    /// What it is, where it stands, and how good that is.
    Citation,
    /// The same in one line.
    ShortCitation,
    /// The reference that means it, whatever else is loaded.
    Id,
}

impl Excerpt {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Answer, Self::Citation, Self::ShortCitation, Self::Id];

    /// What it is called: `the answer`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Answer => "the answer",
            Self::Citation => "the citation",
            Self::ShortCitation => "the short citation",
            Self::Id => "the id",
        }
    }
}

/// The part of an item as a text without a line end at its end.
#[must_use]
pub fn excerpt(library: &Library, id: ItemId, part: Excerpt, times: Times) -> DisplayText {
    let library = &library.within(id);
    let said = match part {
        Excerpt::Answer => answer::answer(library, id, times),
        Excerpt::Citation => cite::full(library, id, times),
        Excerpt::ShortCitation => Said::line(cite::short(library, id, times)),
        Excerpt::Id => Said::line(library.lasting_reference(id)),
    };
    let text = joined(&said.lines);
    let marking = library.marking_of_text(id, said.names, text.as_str()).label();
    match part {
        Excerpt::Answer | Excerpt::Citation => crate::text![marking, "\n", text],
        Excerpt::ShortCitation | Excerpt::Id => crate::text![text, "  ", marking],
    }
}

/// Lines, and the items that they name for certain.
#[derive(Default)]
struct Said {
    lines: Vec<DisplayText>,
    names: Vec<ItemId>,
}

impl Said {
    fn line(line: DisplayText) -> Self {
        Self { lines: vec![line], names: Vec::new() }
    }

    /// Adds a line, if it says anything.
    fn say(&mut self, line: DisplayText) {
        if !line.is_empty() {
            self.lines.push(line);
        }
    }
}

/// A page of an item as plain lines, those of its card first, and how it compares with what is pinned,
/// where something is; between two lines with the marking of all of it.
#[must_use]
pub fn page_lines(
    library: &Library,
    (content, page): (&Content, &Page),
    pinned: Option<ItemId>,
) -> Vec<DisplayText> {
    let beside = pinned.zip(content.subject);
    let beside = beside.map(|(pinned, item)| compared(library, pinned, item));
    let beside_marking = beside.as_ref().map_or(Marking::Clear, |(marking, _)| *marking);
    let marking = content.marking(library).max(beside_marking).label();
    let mut lines = vec![marking.clone()];
    let card = page.card.iter().map(line_text);
    lines.extend(card.filter(|line| !line.is_empty()));
    if !page.body.is_empty() {
        lines.push(DisplayText::default());
    }
    lines.extend(page.body.iter().map(line_text));
    if let Some((_, facts)) = beside {
        lines.push(DisplayText::default());
        lines.extend(facts);
    }
    lines.push(marking);
    lines
}

/// How a page is made of which the lines are copied.
#[must_use]
pub fn page_size(columns: usize, like: PageSize) -> PageSize {
    PageSize {
        width: columns.min(COLUMNS),
        bar: false,
        around: Around::Nothing,
        ask: None,
        card: CardSize::Roomy,
        medium: Medium::Spoken,
        ..like
    }
}

/// Columns of plain text, as `attache show` has them.
const COLUMNS: usize = 80;

/// An item by its title; of what has none but its text, what it is as well, since the text by itself would
/// read as a fact.
fn named(library: &Library, id: ItemId) -> DisplayText {
    let Some(item) = library.get(id) else { return DisplayText::default() };
    let text = library.full_title(id);
    let worded = |what: DisplayText| crate::text![what, ": “", text, "”"];
    match &item.record {
        Record::Claim(_) => worded("Claim".into()),
        Record::Judgement(judgement) => {
            let likelihood = likelihood_words(judgement);
            let between = if likelihood.is_empty() { "" } else { ", " };
            worded(crate::text!["Judgement of the author", between, likelihood])
        }
        Record::Gap(_) => worded("Not known".into()),
        Record::Question(_) => worded("Question".into()),
        Record::Event(_)
        | Record::Actor(_)
        | Record::Source(_)
        | Record::Brief(_)
        | Record::Place(_) => text,
    }
}

/// A finished line about an item, with the mark before it where it begins with words of the brief that pass for
/// the program's own; all others begin with their kind, `Claim: “…”`.
fn told_apart(record: &Record, line: &DisplayText) -> DisplayText {
    match record {
        Record::Source(_)
        | Record::Event(_)
        | Record::Actor(_)
        | Record::Brief(_)
        | Record::Place(_) => quoted(line),
        Record::Claim(_) | Record::Judgement(_) | Record::Gap(_) | Record::Question(_) => {
            line.clone()
        }
    }
}

/// Who says a claim, in a line; nothing where nobody is named.
fn said_by(library: &Library, claim: ItemId) -> DisplayText {
    let by = names(library, library.ends(claim, Relation::AssertedBy));
    if by.is_empty() { by } else { crate::text!["Said by: ", by] }
}

/// The events that a claim is about, in a line; nothing where there is none.
fn about(library: &Library, claim: ItemId) -> DisplayText {
    let events: Vec<DisplayText> =
        library.events_of(claim).map(|event| library.full_title(event)).collect();
    if events.is_empty() {
        DisplayText::default()
    } else {
        crate::text!["About: ", semicolons(&events)]
    }
}

/// Lines as one text.
#[must_use]
pub fn joined(lines: &[DisplayText]) -> DisplayText {
    let end = DisplayText::literal("\n");
    let mut pieces: Vec<&dyn Shown> = Vec::new();
    for line in lines {
        if !pieces.is_empty() {
            pieces.push(&end);
        }
        pieces.push(line);
    }
    join(&pieces)
}
