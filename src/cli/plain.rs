//! Pages and briefs as plain text.

use crate::library::{ItemId, Kind, Library, Record, Testimony};
use crate::page::content::Content;
use crate::page::layout::{line_text, written};
use crate::page::{CardSize, Depth, Medium, Page, PageLine, PageSize, Times, Tone, sure_runs};
use crate::text::{DisplayText, clean};
use crate::ui::ascii_twin;
use unicode_segmentation::UnicodeSegmentation;

/// Columns of plain text.
const WIDTH: usize = 80;

/// The marking of everything shown, as the first and last line.
fn marking_line(library: &Library) -> DisplayText {
    crate::text!["TLP:", library.marking().word(), "\n"]
}

/// What plain text shows of an item.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Showing {
    /// Where it comes from instead of what it says.
    pub(super) provenance: bool,
    /// How much of it.
    pub(super) depth: Depth,
    /// How times of day are shown.
    pub(super) times: Times,
}

/// A page between two lines with the marking.
pub(super) fn page(library: &Library, id: ItemId, showing: Showing) -> Vec<DisplayText> {
    let Showing { provenance, depth, times } = showing;
    let (card, medium) = (CardSize::Roomy, Medium::Plain);
    let size = PageSize { width: WIDTH, evidence: None, card, medium, depth, times };
    let page =
        if provenance { Page::provenance(library, id, size) } else { Page::new(library, id, size) };
    let mut text = vec![marking_line(library), crate::text![library.reference(id), "\n"]];
    text.extend(page.card.iter().map(line).filter(|line| line.as_str() != "\n"));
    if !page.body.is_empty() {
        text.push(DisplayText::literal("\n"));
    }
    text.extend(page.body.iter().map(line));
    text.push(marking_line(library));
    text
}

/// Who says what about an event, between two lines with the marking.
pub(super) fn who(library: &Library, testimony: &Testimony) -> Vec<DisplayText> {
    let mut text =
        vec![marking_line(library), crate::text![library.reference(testimony.event), "\n"]];
    let size = PageSize { width: WIDTH, medium: Medium::Plain, ..PageSize::default() };
    let content = Content::who_by_reference(library, testimony);
    text.extend(Page::laid_out(&content, &size.format()).body.iter().map(line));
    text.push(marking_line(library));
    text
}

fn line(pieces: &PageLine) -> DisplayText {
    crate::text![line_text(pieces), "\n"]
}

/// All briefs: header, bottom line, timeline.
pub(super) fn briefs(library: &Library) -> Vec<DisplayText> {
    let mut text = vec![marking_line(library)];
    for refused in library.refused() {
        text.push(crate::text!["refused: ", refused.name, ": ", refused.why, "\n"]);
    }
    for id in library.listed(Kind::Brief) {
        text.push(DisplayText::literal("\n"));
        text.extend(brief(library, *id));
    }
    text.push(marking_line(library));
    text
}

fn brief(library: &Library, id: ItemId) -> Vec<DisplayText> {
    let Some(item) = library.get(id) else { return Vec::new() };
    let mut text = vec![crate::text![item.title, "  (", library.reference(id), ")\n"]];
    if let Record::Brief(brief) = &item.record
        && let Some(bluf) = &brief.bluf
    {
        text.push(crate::text![library.plain_text(id, bluf), "\n"]);
    }
    for event in library.linked(id, Kind::Event) {
        let Some(answer) = library.answer(*event) else { continue };
        let title = library.get(*event).map(|item| item.title.clone()).unwrap_or_default();
        let sure = written(&sure_runs(&answer, Tone::Text), Medium::Plain);
        let line = crate::text!["  ", answer.when, "  ", title, "  [", sure, "]  "];
        text.push(crate::text![line, library.reference(*event), "\n"]);
    }
    text
}

/// The same text with ASCII twins for the signs of the program.
pub(super) fn ascii(text: &[DisplayText]) -> Vec<DisplayText> {
    let twin = |piece: &DisplayText| {
        // A line has room for three stops; a cell has not.
        let twin = |sign| if sign == "…" { "..." } else { ascii_twin(sign) };
        let twins: String = piece.as_str().graphemes(true).map(twin).collect();
        clean(&twins, |_| {})
    };
    text.iter().map(twin).collect()
}
