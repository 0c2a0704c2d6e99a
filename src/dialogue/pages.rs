//! Pages as lines, in the width of plain text, with words for their signs.

use crate::app::{App, Face};
use crate::library::ItemId;
use crate::page::content::{Agreement, Comparison, ComparisonRow, Content};
use crate::page::layout::{line_text, written};
use crate::page::{CardSize, Medium, Page, PageLine, PageSize, compare};
use crate::text::DisplayText;

/// Columns of plain text, as `attache show` has them.
pub(super) const WIDTH: usize = 80;

/// The page of an item under the marking of it and of all that it names, and where its links lead.
pub(super) fn page(app: &App, item: ItemId) -> (Vec<DisplayText>, Vec<ItemId>) {
    let library = app.library();
    let size = PageSize {
        width: WIDTH,
        bar: false,
        evidence: None,
        card: CardSize::Roomy,
        medium: Medium::Spoken,
        depth: app.depth(),
        times: app.times(),
    };
    // A claim is read by itself where its event is what is selected.
    let face = if app.subject() == Some(item) { app.face() } else { Face::Item };
    let wanted = size.wanted();
    let who = (face == Face::WhoSays).then(|| Content::who(library, item, wanted)).flatten();
    let content = match face {
        Face::Provenance => Content::provenance(library, item, wanted),
        Face::Item | Face::WhoSays => who.unwrap_or_else(|| Content::new(library, item, wanted)),
    };
    let page = Page::laid_out(&content, &size.format());
    let marking = content.marking(library).max(library.marking_of(item));
    let label = crate::text!["TLP:", marking.word(), "\n"];
    let mut text = vec![label, crate::text![library.reference(item), "\n"]];
    text.extend(page.card.iter().map(line).filter(|line| line.as_str() != "\n"));
    text.push(DisplayText::literal("\n"));
    text.extend(page.body.iter().map(line));
    (text, page.links.iter().map(|link| link.target).collect())
}

/// The marking of everything that is read, in a line.
pub(super) fn marking(app: &App) -> DisplayText {
    crate::text!["TLP:", app.library().marking().word(), "\n"]
}

/// A line without trailing blanks.
fn line(pieces: &PageLine) -> DisplayText {
    crate::text![line_text(pieces), "\n"]
}

/// What is pinned and an item, fact by fact.
pub(super) fn comparison(app: &App, pinned: ItemId, item: ItemId) -> Vec<DisplayText> {
    let library = app.library();
    if library.get(pinned).map(|item| item.kind) != library.get(item).map(|item| item.kind) {
        let title = library.full_title(pinned);
        return vec![crate::text!["of another kind than what is pinned: ", title, "\n"]];
    }
    let compared = compare(library, pinned, item);
    let Comparison { left, right, .. } = &compared;
    let (same, differing) = compared.counts();
    let mut text = vec![
        crate::text!["compared with what is pinned: ", left.title, "\n"],
        crate::text!["this one: ", right.title, "\n"],
        crate::text!["facts that are the same: ", same, "; that differ: ", differing, "\n"],
    ];
    text.extend(compared.rows.iter().flat_map(fact));
    text
}

/// A fact of both: the same, or one line for each.
fn fact(row: &ComparisonRow) -> Vec<DisplayText> {
    if row.is_heading() {
        return vec![crate::text![row.label, "\n"]];
    }
    let [left, right] = [&row.left, &row.right].map(|side| written(side, Medium::Spoken));
    match row.agreement {
        Some(Agreement::Same) => vec![crate::text![row.label, ", the same: ", right, "\n"]],
        Some(Agreement::Differs) => vec![
            crate::text![row.label, ", they differ; pinned: ", left, "\n"],
            crate::text![row.label, ", they differ; this one: ", right, "\n"],
        ],
        None => vec![
            crate::text![row.label, ", pinned: ", left, "\n"],
            crate::text![row.label, ", this one: ", right, "\n"],
        ],
    }
}
