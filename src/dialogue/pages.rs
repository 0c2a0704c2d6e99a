//! Pages as lines, in the width of plain text, with words for their signs.

use crate::app::{App, DRAFT};
use crate::choice::Face;
use crate::library::ItemId;
use crate::page::content::Content;
use crate::page::copy::compared;
use crate::page::layout::line_text;
use crate::page::{Around, CardSize, Medium, Page, PageLine, PageSize};
use crate::text::DisplayText;

/// Columns of plain text, as `attache show` has them.
pub(super) const WIDTH: usize = 80;

/// The page of an item under the marking of it and of all that it names, and where its links lead.
pub(super) fn page(app: &App, item: ItemId) -> (Vec<DisplayText>, Vec<ItemId>) {
    let library = app.library();
    let size = PageSize {
        width: WIDTH,
        bar: false,
        around: Around::Nothing,
        ask: None,
        card: CardSize::Roomy,
        medium: Medium::Spoken,
        depth: app.preferences().depth,
        times: app.preferences().times,
    };
    // A claim is read by itself where its event is what is selected.
    let face = if app.subject() == Some(item) { app.face() } else { Face::Item };
    let content = Content::of_face(library, item, face, size.wanted());
    let page = Page::laid_out(&content, &size.format());
    let marking = content.marking(library);
    let label = crate::text![marking.label(), "\n"];
    let mut text = vec![label];
    text.extend(library.is_draft(item).then(|| crate::text![DRAFT, "\n"]));
    text.push(crate::text![library.reference(item), "\n"]);
    text.extend(page.card.iter().map(line).filter(|line| line.as_str() != "\n"));
    text.push(DisplayText::literal("\n"));
    text.extend(page.body.iter().map(line));
    (text, page.links.iter().map(|link| link.target).collect())
}

/// The marking of everything that may be said, in a line.
pub(super) fn marking(app: &App) -> DisplayText {
    crate::text![app.marking_label(), "\n"]
}

/// A line without trailing blanks.
fn line(pieces: &PageLine) -> DisplayText {
    crate::text![line_text(pieces), "\n"]
}

/// What is pinned and an item, fact by fact, under the marking of both.
pub(super) fn comparison(app: &App, pinned: ItemId, item: ItemId) -> Vec<DisplayText> {
    let (marking, lines) = compared(app.library(), pinned, item);
    let label = crate::text![marking.label(), "\n"];
    let lines = lines.into_iter().map(|line| crate::text![line, "\n"]);
    let is_draft = [pinned, item].into_iter().any(|item| app.library().is_draft(item));
    let draft = is_draft.then(|| crate::text![DRAFT, "\n"]);
    std::iter::once(label).chain(draft).chain(lines).collect()
}
