//! The time axis: one row under the header.

use super::View;
use super::paint::Canvas;
use crate::app::{Axis, AxisCell, AxisMark};
use crate::config::Role;
use crate::text::Fit;
use ratatui::layout::{Position, Rect};

/// Heights of the columns, the lowest first.
const HEIGHTS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// Draws it, if there is room for it.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>) {
    let Some(row) = view.app.layout().axis else { return };
    let columns = Axis::columns_in(row);
    // A column on each side of the axis is for what lies outside it.
    let room = Rect::new(row.x + 1, row.y, u16::try_from(columns).unwrap_or(row.width), 1);
    // Without rules a screen reader has the row: it is told what the axis shows, not its signs.
    if view.app.preferences().rules {
        cells(view, canvas, room);
        mark(view, canvas, room);
    }
    words(
        view,
        canvas,
        Rect { x: room.right(), width: row.right().saturating_sub(room.right()), ..row },
    );
}

fn cells(view: &View<'_>, canvas: &mut Canvas<'_>, room: Rect) {
    let axis = view.app.axis();
    for (column, cell) in axis.cells().iter().enumerate() {
        let at = place(room, column);
        match cell {
            AxisCell::Word => {}
            AxisCell::Nothing => {
                canvas.literal(at, 1, "·", Role::Axis);
            }
            AxisCell::Break => {
                canvas.literal(at, 1, "…", Role::Axis);
            }
            AxisCell::Events(height) => {
                let height = usize::from(*height).saturating_sub(1);
                canvas.literal(at, 1, HEIGHTS.get(height).copied().unwrap_or("█"), Role::Axis);
            }
        }
    }
    for (column, label) in axis.labels() {
        let at = place(room, column);
        canvas.text(at, room.right().saturating_sub(at.x), label, Role::Axis);
        if column > 0 {
            canvas.literal(place(room, column - 1), 1, "│", Role::Frame);
        }
    }
}

/// Where the subject is. What is known in part is drawn through all cells in which it can have been.
fn mark(view: &View<'_>, canvas: &mut Canvas<'_>, room: Rect) {
    let cell = |column: usize| Rect { x: place(room, column).x, width: 1, ..room };
    let time = |column: &usize| {
        view.app.axis().cells().get(*column).is_some_and(|cell| *cell != AxisCell::Word)
    };
    match view.app.axis_mark() {
        AxisMark::None => {}
        AxisMark::At(column) => {
            canvas.literal(place(room, column), 1, "▲", Role::Selection);
        }
        AxisMark::Through(columns) => {
            for column in columns.filter(time) {
                canvas.literal(place(room, column), 1, "═", Role::Interval);
            }
        }
        AxisMark::Active(columns) => {
            for column in columns.into_iter().filter(time) {
                canvas.restyle(cell(column), Role::Interval);
            }
        }
        AxisMark::Before => {
            canvas.literal(Position::new(room.x - 1, room.y), 1, "<", Role::Selection);
        }
        AxisMark::After => {
            canvas.literal(Position::new(room.right(), room.y), 1, ">", Role::Selection);
        }
    }
}

fn words(view: &View<'_>, canvas: &mut Canvas<'_>, room: Rect) {
    let width = usize::from(room.width.saturating_sub(2));
    let candidates = view.app.axis_words();
    let Some(text) = candidates.iter().find(|text| text.columns() <= width) else { return };
    let columns = u16::try_from(text.columns()).unwrap_or(room.width);
    canvas.text(Position::new(room.right() - columns - 1, room.y), columns, text, Role::Axis);
}

fn place(room: Rect, column: usize) -> Position {
    let column = u16::try_from(column).unwrap_or(u16::MAX);
    Position::new(room.x.saturating_add(column), room.y)
}
