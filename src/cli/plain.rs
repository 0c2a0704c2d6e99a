//! Pages and briefs as plain text.

use crate::app::DRAFT;
use crate::choice::{Depth, Times};
use crate::library::{ItemId, Kind, Library, Marking, Record, Testimony};
use crate::page::content::Content;
use crate::page::layout::{line_text, quoted, quoted_lines, written};
use crate::page::{CardSize, Medium, Page, PageLine, PageSize, sure_runs};
use crate::text::{DisplayText, clean};
use crate::ui::ascii_twin;
use unicode_segmentation::UnicodeSegmentation;

/// Columns of plain text.
const WIDTH: usize = 80;

/// A label as the first and last line.
fn marking_line(marking: Marking) -> DisplayText {
    crate::text![marking.label(), "\n"]
}

/// What is said between two lines with its marking.
pub(super) fn between(marking: Marking, mut said: Vec<DisplayText>) -> Vec<DisplayText> {
    said.insert(0, marking_line(marking));
    said.push(marking_line(marking));
    said
}

/// A line that says so where an item is of a draft.
fn draft_line(library: &Library, id: ItemId) -> Option<DisplayText> {
    library.is_draft(id).then(|| crate::text![DRAFT, "\n"])
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

/// The pages of items, each between two lines with its marking; the first and the last line of all
/// have the highest.
pub(super) fn pages(library: &Library, items: &[ItemId], showing: Showing) -> Vec<DisplayText> {
    let pages: Vec<_> = items.iter().map(|id| page(library, *id, showing)).collect();
    let highest = pages.iter().map(|(marking, _)| *marking).max().unwrap_or(Marking::Clear);
    let differs = |page: Option<&(Marking, Vec<DisplayText>)>| {
        page.is_some_and(|(marking, _)| *marking != highest)
    };
    let (before, after) = (differs(pages.first()), differs(pages.last()));
    let blank = || vec![DisplayText::literal("\n")];
    let mut text = if before { vec![marking_line(highest)] } else { Vec::new() };
    for (_, page) in pages {
        if !text.is_empty() {
            text.extend(blank());
        }
        text.extend(page);
    }
    if after {
        text.extend(blank().into_iter().chain([marking_line(highest)]));
    }
    text
}

/// A page between two lines with its marking: the highest of the item and of all that it names.
fn page(library: &Library, id: ItemId, showing: Showing) -> (Marking, Vec<DisplayText>) {
    let Showing { provenance, depth, times } = showing;
    let (card, medium) = (CardSize::Roomy, Medium::Plain);
    let size = PageSize { width: WIDTH, card, medium, depth, times, ..PageSize::default() };
    let content = if provenance {
        Content::provenance(library, id, size.wanted())
    } else {
        Content::new(library, id, size.wanted())
    };
    let page = Page::laid_out(&content, &size.format());
    let marking = content.marking(library);
    let mut text = vec![marking_line(marking)];
    text.extend(draft_line(library, id));
    text.push(crate::text![library.reference(id), "\n"]);
    text.extend(page.card.iter().map(line).filter(|line| line.as_str() != "\n"));
    if !page.body.is_empty() {
        text.push(DisplayText::literal("\n"));
    }
    text.extend(page.body.iter().map(line));
    text.push(marking_line(marking));
    (marking, text)
}

/// Who says what about an event, between two lines with the highest marking of all that is said.
pub(super) fn who(library: &Library, testimony: &Testimony) -> Vec<DisplayText> {
    let size = PageSize { width: WIDTH, medium: Medium::Plain, ..PageSize::default() };
    let content = Content::who_by_reference(library, testimony);
    // Claims are named by their references, which are no links.
    let marking = content.marking(library).max(library.highest_marking(testimony.items()));
    let mut text = vec![marking_line(marking)];
    text.extend(draft_line(library, testimony.event));
    text.push(crate::text![library.reference(testimony.event), "\n"]);
    let page = Page::laid_out(&content, &size.format());
    text.extend(page.card.iter().chain(&page.body).map(line));
    text.push(marking_line(marking));
    text
}

fn line(pieces: &PageLine) -> DisplayText {
    crate::text![line_text(pieces), "\n"]
}

/// All briefs: header with its marking, bottom line, timeline; an event whose marking is another one
/// than its brief's has it at the end of its line.
pub(super) fn briefs(library: &Library) -> Vec<DisplayText> {
    let mut text = vec![marking_line(library.marking())];
    for refused in library.refused() {
        text.push(crate::text![refused.words(), "\n"]);
    }
    for brief in library.set_aside() {
        text.push(crate::text![brief.words(), "\n"]);
    }
    for brief in library.not_replaced() {
        text.push(crate::text![brief.words(), "\n"]);
    }
    for set in library.sealed_sets() {
        text.push(crate::text![set.name(), ": ", set.summary(), "\n"]);
    }
    for id in library.listed(Kind::Brief) {
        text.push(DisplayText::literal("\n"));
        text.extend(brief(library, *id));
    }
    text.push(marking_line(library.marking()));
    text
}

fn brief(library: &Library, id: ItemId) -> Vec<DisplayText> {
    let Some(item) = library.get(id) else { return Vec::new() };
    let own = library.marking_of(id);
    let bluf = if let Record::Brief(brief) = &item.record { brief.bluf.as_ref() } else { None };
    let bluf = bluf.map(|bluf| library.plain_text(id, bluf));
    let said = bluf.as_ref().map_or("", DisplayText::as_str);
    let marking = library.marking_of_text(id, [], said).label();
    let draft =
        if library.is_draft(id) { crate::text![DRAFT, "  "] } else { DisplayText::default() };
    let mut text = vec![crate::text![
        quoted(&item.title),
        "  (",
        library.reference(id),
        ")  ",
        draft,
        marking,
        "\n"
    ]];
    text.extend(library.in_place_of_builtin(id).map(|place| crate::text![place, "\n"]));
    let seal = library.seal(id).filter(|seal| !seal.is_whole());
    text.extend(seal.map(|seal| crate::text![seal.words(), "\n"]));
    text.extend(bluf.map(|bluf| crate::text![quoted_lines(&bluf), "\n"]));
    for event in library.linked(id, Kind::Event) {
        let Some(answer) = library.answer(*event) else { continue };
        let title = library.title(*event);
        let sure = written(&sure_runs(library, *event, &answer), Medium::Plain);
        let line = crate::text!["  ", answer.when, "  ", title, "  [", sure, "]  "];
        let marking = library.marking_of_text(*event, [], line.as_str());
        let other = if marking == own {
            DisplayText::default()
        } else {
            crate::text!["  ", marking.label()]
        };
        text.push(crate::text![line, library.reference(*event), other, "\n"]);
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
