//! The reader: a card that stays, a rule, and the text that scrolls.

use super::View;
use super::paint::Canvas;
use crate::page::{Page, PageLine};
use ratatui::layout::{Position, Rect};

/// Draws the page of the subject and returns where the cursor of the terminal stands.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) -> Option<Position> {
    page(canvas, area, view.app.page(), view.app.reader_scroll(), view.app.link())
}

/// Draws what is pinned beside the subject; both scroll together.
pub(super) fn draw_pinned(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    page(canvas, area, view.app.pinned_page(), view.app.reader_scroll(), None);
}

/// Draws the evidence in its own column; it scrolls to the chosen link.
pub(super) fn draw_evidence(
    view: &View<'_>,
    canvas: &mut Canvas<'_>,
    area: Rect,
) -> Option<Position> {
    let page = view.app.page();
    lines(canvas, area, after(&page.evidence, view.app.evidence_scroll()), view.app.link())
}

/// Draws any page into an area.
pub(super) fn page(
    canvas: &mut Canvas<'_>,
    area: Rect,
    page: &Page,
    scroll: usize,
    link: Option<usize>,
) -> Option<Position> {
    let in_card = lines(canvas, area, &page.card, link);
    let card = u16::try_from(page.card.len()).unwrap_or(u16::MAX).min(area.height);
    let mut body = Rect { y: area.y + card, height: area.height - card, ..area };
    if card > 0 && body.height > 0 {
        canvas.rule(Rect { height: 1, ..body }, "─");
        body.y += 1;
        body.height -= 1;
    }
    let found = lines(canvas, body, after(&page.body, scroll), link);
    in_card.or(found).or((body.height > 0).then_some(Position::new(body.x, body.y)))
}

/// The lines from one on.
fn after(lines: &[PageLine], first: usize) -> &[PageLine] {
    lines.get(first..).unwrap_or_default()
}

fn lines(
    canvas: &mut Canvas<'_>,
    area: Rect,
    lines: &[PageLine],
    link: Option<usize>,
) -> Option<Position> {
    let mut found = None;
    for (line, y) in lines.iter().zip(area.y..area.bottom()) {
        let at = canvas.page_line(Position::new(area.x, y), area.width, line, link);
        found = found.or(at);
    }
    found
}
