//! The reader: a card that stays, and the text that scrolls.

use super::View;
use super::paint::Canvas;
use crate::config::Role;
use crate::page::{Page, PageLine};
use ratatui::layout::{Position, Rect};

/// Draws the page of the subject and returns where the cursor of the terminal stands.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) -> Option<Position> {
    let at = (view.app.reader_scroll(), view.app.card_gap());
    page(canvas, area, view.app.page(), at, view.app.link())
}

/// Draws what is pinned beside the subject; both scroll together.
pub(super) fn draw_pinned(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let at = (view.app.reader_scroll(), view.app.card_gap());
    page(canvas, area, view.app.pinned_page(), at, None);
}

/// Draws who says what beside the reader; what has no room is counted in the last row.
pub(super) fn draw_said(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let Some((page, _)) = view.app.said() else { return };
    let room = usize::from(area.height);
    if page.body.len() <= room {
        lines(canvas, area, &page.body, None);
        return;
    }
    let above = Rect { height: area.height.saturating_sub(1), ..area };
    lines(canvas, above, &page.body, None);
    let at = Position::new(area.x, above.bottom());
    canvas.text(at, area.width, &view.app.rest_of_said(), Role::Quiet);
}

/// Draws any page into an area: its card, so many blank rows, and its text from a line on.
pub(super) fn page(
    canvas: &mut Canvas<'_>,
    area: Rect,
    page: &Page,
    (scroll, gap): (usize, usize),
    link: Option<usize>,
) -> Option<Position> {
    let in_card = lines(canvas, area, &page.card, link);
    let above = u16::try_from(page.card.len() + gap).unwrap_or(u16::MAX).min(area.height);
    let body = Rect { y: area.y + above, height: area.height - above, ..area };
    let found = lines(canvas, body, after(&page.body, scroll), link);
    in_card.or(found).or((body.height > 0).then_some(Position::new(body.x, body.y)))
}

/// The lines from one on.
fn after(lines: &[PageLine], first: usize) -> &[PageLine] {
    // Nothing follows the last one.
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
