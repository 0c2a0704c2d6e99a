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
    let (first, all) = copied.position();
    let last = all.min(first + view.app.copy_rows());
    let title = crate::text![" Copy view: lines ", first + 1, "-", last, " of ", all];
    let whole = crate::text![title, ", to be selected with the mouse"];
    let columns = usize::from(room.width);
    let title = if whole.columns() <= columns { whole } else { title.fit(columns, "…") };
    canvas.text(Position::new(room.x, room.y), room.width, &title, Role::Title);
    let screen = canvas.area();
    for (row, y) in copied.shown().take(view.app.copy_rows()).zip(room.y + 1..screen.height) {
        canvas.text(Position::new(0, y), screen.width, row, Role::Text);
    }
    Some(Position::new(0, room.y + 1))
}
