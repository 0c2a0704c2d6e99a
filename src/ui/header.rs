//! The first row. It always holds the marking; without room for it nothing is shown at all.

use super::View;
use super::paint::{Canvas, marking_role};
use crate::app::{HeaderLook, Tier};
use crate::choice::Pane;
use crate::config::Role;
use crate::text::{DisplayText, Fit};
use ratatui::layout::{Position, Rect};

/// Draws the marking at the right end of a row, before it that what is read is a draft, and returns the room
/// before both; none if the marking does not fit.
pub(super) fn marking(view: &View<'_>, canvas: &mut Canvas<'_>, row: Rect) -> Option<Rect> {
    let role = marking_role(view.app.marking());
    let room = at_right(canvas, row, &view.app.marking_words(), role)?;
    let Some(draft) = view.app.draft_words(row.width) else { return Some(room) };
    let width = u16::try_from(draft.columns()).unwrap_or(u16::MAX).min(room.width);
    canvas.text(Position::new(room.right() - width, row.y), width, &draft, Role::Warning);
    Some(Rect { width: room.width - width, ..room })
}

/// Draws the marking alone, in its fewest words where there is little room, and returns the room before it.
pub(super) fn marking_alone(view: &View<'_>, canvas: &mut Canvas<'_>, row: Rect) -> Option<Rect> {
    let words = [view.app.marking_words(), view.app.marking_label()];
    let role = marking_role(view.app.marking());
    words.iter().find_map(|text| at_right(canvas, row, text, role))
}

/// Draws a text at the right end of a row and returns the room before it; none if it does not fit.
fn at_right(canvas: &mut Canvas<'_>, row: Rect, text: &DisplayText, role: Role) -> Option<Rect> {
    let width = u16::try_from(text.columns()).unwrap_or(u16::MAX);
    if row.width < width || row.height == 0 {
        return None;
    }
    let room = Rect { width: row.width - width, ..row };
    canvas.text(Position::new(room.right(), row.y), width, text, role);
    Some(room)
}

/// The header of the linked panes.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>) {
    let Some(room) = marking(view, canvas, view.app.layout().header) else { return };
    if view.app.layout().tier == Tier::Single {
        tabs(view, canvas, room);
    } else {
        segments(view, canvas, room);
    }
}

/// The header of the page of all briefs.
pub(super) fn briefs(view: &View<'_>, canvas: &mut Canvas<'_>, room: Rect) {
    let width = usize::from(room.width.saturating_sub(1));
    if let Some(words) = view.app.briefs_header(width) {
        canvas.text(Position::new(room.x + 1, room.y), room.width, &words, Role::Text);
    }
}

/// What is read and what is in force, with a blank column on both sides.
fn segments(view: &View<'_>, canvas: &mut Canvas<'_>, room: Rect) {
    let mut x = room.x + 1;
    for part in view.app.header(usize::from(room.width.saturating_sub(2))) {
        let role = match part.look {
            HeaderLook::Plain => Role::Text,
            HeaderLook::Strong => Role::Strong,
            HeaderLook::Warning => Role::Warning,
        };
        x += canvas.text(Position::new(x, room.y), room.width, &part.text, role);
    }
}

/// The panes as tabs; where they do not fit, the one that is shown.
fn tabs(view: &View<'_>, canvas: &mut Canvas<'_>, room: Rect) {
    let mut at = Position::new(room.x, room.y);
    let tabs = view.app.tabs(room.width);
    let whole = tabs.len() > 1;
    for (pane, text) in tabs {
        if usize::from(room.right() - at.x) < text.columns() {
            return;
        }
        let role = if pane == view.app.focused() { Role::Focus } else { Role::Title };
        at.x += canvas.text(at, room.right() - at.x, &text, role);
        if whole && pane != Pane::Reader {
            canvas.rule(Rect::new(at.x, at.y, 1, 1), "│");
            at.x += 1;
        }
    }
    let left = usize::from(room.right().saturating_sub(at.x));
    if let Some(info) = view.app.tab_infos().iter().find(|info| info.columns() + 1 < left) {
        at.x += 1;
        at.x += canvas.text(at, room.right() - at.x, info, Role::Text);
    }
    // Else it stands above the pane.
    if view.app.layout().pinned.is_some() {
        let left = usize::from(room.right().saturating_sub(at.x));
        if let Some(words) = view.app.in_force().iter().find(|words| words.columns() + 2 < left) {
            at.x += 2;
            canvas.text(at, room.right() - at.x, words, Role::Strong);
        }
    }
}
