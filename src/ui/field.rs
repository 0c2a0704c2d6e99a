//! A field that text is typed into.

use super::paint::Canvas;
use crate::app::TextField;
use crate::config::Role;
use crate::text::{DisplayText, Fit};
use ratatui::layout::{Position, Rect};

/// Draws what stands before the field and the field in a row; returns where the cursor stands.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    row: Rect,
    words: &DisplayText,
    field: &TextField,
) -> Position {
    let prompt = canvas.text(Position::new(row.x, row.y), row.width, words, Role::Key);
    let left = row.width.saturating_sub(prompt + 1);
    let before = field.before_cursor();
    // The end of what stands before the cursor is always in sight.
    let mut start = 0;
    let limit = usize::from(left);
    let mut shown = before.clone();
    while shown.columns() > limit {
        start += shown.as_str().chars().next().map_or(1, char::len_utf8);
        shown = before.slice(start..before.as_str().len());
    }
    let all = field.shown();
    let rest = all.slice(start.min(all.as_str().len())..all.as_str().len());
    let at = Position::new(row.x + prompt, row.y);
    canvas.text(at, left, &rest.fit(limit, "…"), Role::Text);
    let cursor = u16::try_from(shown.columns()).unwrap_or(u16::MAX).min(left);
    Position::new(at.x + cursor, at.y)
}
