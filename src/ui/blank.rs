//! The screen while everything is hidden: the marking, and which key shows it again.

use super::paint::Canvas;
use super::{View, header};
use crate::config::Role;
use crate::text::Fit;
use ratatui::layout::{Position, Rect};

/// Draws it.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>) {
    let area = canvas.area();
    canvas.fill(area, Role::Screen);
    let first = Rect { height: area.height.min(1), ..area };
    let room = header::marking_alone(view, canvas, first);
    let words = view.app.blank_words();
    // Where there is one row, before the marking.
    let row = if area.height > 1 {
        Rect { y: area.bottom() - 1, height: 1, ..area }
    } else {
        // Without room for the marking there is none for words.
        room.unwrap_or_default()
    };
    let left = usize::from(row.width.saturating_sub(1));
    if let Some(words) = words.iter().find(|words| words.columns() <= left && row.height > 0) {
        canvas.text(Position::new(row.x + 1, row.y), row.width, words, Role::Quiet);
    }
}
