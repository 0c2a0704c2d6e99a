//! The copy view: plain lines from edge to edge, so that the mouse selects nothing else.

use super::View;
use super::paint::Canvas;
use super::{footer, header};
use crate::app::CopyView;
use crate::config::Role;
use crate::text::Fit;
use ratatui::layout::Position;

/// Draws it and returns where the cursor of the terminal stands: at the first line.
pub(super) fn draw(
    view: &View<'_>,
    copied: &CopyView,
    canvas: &mut Canvas<'_>,
) -> Option<Position> {
    footer::draw(view, canvas);
    let room = header::marking(view, canvas, view.app.layout().header)?;
    let columns = usize::from(room.width.saturating_sub(1));
    let titles = copied.titles(view.app.copy_rows());
    if let Some(title) = titles.iter().find(|title| title.columns() <= columns).or(titles.last()) {
        let at = Position::new(room.x + 1, room.y);
        canvas.text(at, room.width, &title.fit(columns, "…"), Role::Title);
    }
    let screen = canvas.area();
    for (row, y) in copied.shown().take(view.app.copy_rows()).zip(room.y + 1..screen.height) {
        canvas.text(Position::new(0, y), screen.width, row, Role::Text);
    }
    Some(Position::new(0, room.y + 1))
}
