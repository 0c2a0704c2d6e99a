//! The screen where there is no room for a pane: the marking, as much of the card as fits, and what to do.

use super::View;
use super::paint::{Canvas, marking_role};
use super::{footer, header, panes, reader};
use crate::app::Mode;
use crate::choice::Pane;
use crate::config::Role;
use crate::text::Fit;
use ratatui::layout::Position;

/// Draws it and returns where the cursor of the terminal stands.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>) -> Option<Position> {
    let room = header::marking(view, canvas, view.app.layout().header)?;
    let left = usize::from(room.width.saturating_sub(1));
    if let Some(words) = view.app.in_force().iter().find(|words| words.columns() <= left) {
        canvas.text(Position::new(room.x + 1, room.y), room.width, words, Role::Strong);
    }
    let area = view.app.layout().area(Pane::Reader)?;
    reader::page(canvas, area.body, view.app.page(), (0, 0), None);
    if let Mode::Prompt(prompt) = view.app.mode() {
        return Some(panes::draw_prompt(view, prompt, canvas));
    }
    footer::draw(view, canvas);
    Some(Position::new(area.body.x, area.body.y))
}

/// One line: marking, date, title.
pub(super) fn line(view: &View<'_>, canvas: &mut Canvas<'_>) -> Option<Position> {
    let row = view.app.layout().header;
    let marking = view.app.marking_label();
    let width = u16::try_from(marking.columns()).unwrap_or(u16::MAX);
    if row.height == 0 || row.width < width {
        return None;
    }
    let mut at = Position::new(row.x, row.y);
    at.x += canvas.text(at, width, &marking, marking_role(view.app.marking()));
    let room = usize::from(row.right().saturating_sub(at.x + 1));
    if let Some(text) = view.app.subject_line().filter(|_| room > 0) {
        let start = Position::new(at.x + 1, row.y);
        canvas.text(start, row.right() - start.x, &text.fit(room, "…"), Role::Text);
    }
    Some(Position::new(row.x, row.y))
}
