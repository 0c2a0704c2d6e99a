//! What may follow the keys typed so far, at once: a window above the last row, or that row.

use super::View;
use super::paint::Canvas;
use crate::action::Action;
use crate::app::{NextKey, Tier};
use crate::config::Role;
use crate::text::{DisplayText, Fit, clean};
use ratatui::layout::{Position, Rect};

/// Rows of the screen that a window leaves free.
const FREE: u16 = 6;

/// Draws it over the screen; returns where the cursor of the terminal stands then.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>) -> Option<Position> {
    let footer = view.app.layout().footer;
    if view.pending.is_empty() || footer.height == 0 {
        return None;
    }
    let next = view.app.next_keys(view.pending);
    let mut typed = DisplayText::literal(" ");
    for chord in view.pending {
        typed = crate::text![typed, clean(&chord.to_string(), |_| {}), " "];
    }
    canvas.fill(footer, Role::Screen);
    let rows = u16::try_from(next.len() + 1).unwrap_or(u16::MAX);
    let at = Position::new(footer.x, footer.y);
    if view.app.layout().tier <= Tier::Single || rows.saturating_add(FREE) > canvas.area().height {
        row(canvas, footer, &typed, &next);
        return Some(at);
    }
    let used = canvas.text(at, footer.width, &crate::text![typed, "…"], Role::Strong);
    // Only a key by itself breaks off what was begun.
    if let Some(key) = view.app.key_of(Action::Cancel).filter(|key| !key.as_str().contains(' ')) {
        let leave = crate::text!["   ", key, " leaves"];
        canvas.text(Position::new(at.x + used, at.y), footer.width - used, &leave, Role::Quiet);
    }
    Some(window(canvas, footer, rows, &next))
}

/// A window of one row for each above the last row, as wide as the screen: beside it would stand the ends
/// of rows that it covers. Returns its first row.
fn window(canvas: &mut Canvas<'_>, footer: Rect, rows: u16, next: &[NextKey]) -> Position {
    let keys = next.iter().map(|next| next.key.columns()).max().unwrap_or(0);
    let area = Rect::new(footer.x, footer.y - rows, footer.width, rows);
    canvas.fill(area, Role::Popup);
    canvas.rule(Rect { height: 1, ..area }, "─");
    for (next, y) in next.iter().zip(area.y + 1..area.bottom()) {
        let at = Position::new(area.x + 1, y);
        canvas.text(at, area.width, &next.key, Role::Key);
        let at = Position::new(at.x + u16::try_from(keys).unwrap_or(0) + 2, y);
        let room = area.right().saturating_sub(at.x + 1);
        let help = DisplayText::literal(next.help).fit(usize::from(room), "…");
        canvas.text(at, room, &help, Role::Text);
    }
    Position::new(area.x + 1, area.y + 1)
}

/// The names in the last row, as many as fit whole.
fn row(canvas: &mut Canvas<'_>, footer: Rect, typed: &DisplayText, next: &[NextKey]) {
    let start = Position::new(footer.x, footer.y);
    let mut x = start.x + canvas.text(start, footer.width, typed, Role::Strong);
    for (number, one) in next.iter().enumerate() {
        // Room for the sign that more would follow.
        let more = if number + 1 == next.len() { 0 } else { 2 };
        let needed = one.key.columns() + one.name.columns() + 1 + more;
        if usize::from(footer.right().saturating_sub(x)) < needed {
            canvas.literal(Position::new(x, footer.y), footer.right() - x, "…", Role::Quiet);
            return;
        }
        x += canvas.text(Position::new(x, footer.y), footer.width, &one.key, Role::Key) + 1;
        x += canvas.text(Position::new(x, footer.y), footer.width, &one.name, Role::Text) + 2;
    }
}
