//! The help: every action of the table with the keys in force, the context asked from first.

use super::View;
use super::paint::Canvas;
use super::{footer, header, panes};
use crate::action::{Action, Context};
use crate::app::SIGNS;
use crate::config::Role;
use crate::text::{DisplayText, Fit, clean};
use ratatui::layout::{Position, Rect};

/// Columns of the keys.
const KEYS: u16 = 24;

enum Line {
    Heading(DisplayText),
    Entry(DisplayText, DisplayText),
    Blank,
}

/// Draws it from a line on; the cursor stands on the first line shown.
pub(super) fn draw(view: &View<'_>, scroll: usize, canvas: &mut Canvas<'_>) -> Position {
    let screen = canvas.area();
    let heading = Rect::new(0, 1, screen.width, 1);
    let body = Rect::new(0, 2, screen.width, screen.height.saturating_sub(3));
    let lines = lines(view);
    let scroll = scroll.min(lines.len().saturating_sub(usize::from(body.height)));
    let end = (scroll + usize::from(body.height)).min(lines.len());
    let position = crate::text![end, "/", lines.len()];
    panes::title(canvas, heading, &DisplayText::literal("Keys and signs"), &position, true);
    for (line, y) in lines.iter().skip(scroll).zip(body.y..body.bottom()) {
        let at = Position::new(1, y);
        let width = screen.width.saturating_sub(1);
        match line {
            Line::Blank => {}
            Line::Heading(name) => {
                canvas.text(at, width, name, Role::Label);
            }
            Line::Entry(keys, help) => {
                let keys_width = KEYS.min(width / 3);
                let keys = keys.fit(usize::from(keys_width.saturating_sub(1)), "…");
                canvas.text(at, keys_width, &keys, Role::Key);
                let at = Position::new(at.x + keys_width, y);
                let room = width.saturating_sub(keys_width);
                canvas.text(at, room, &help.fit(usize::from(room), "…"), Role::Text);
            }
        }
    }
    header::marking(view, canvas, view.app.layout().header);
    footer::draw(view, canvas);
    Position::new(0, body.y)
}

fn lines(view: &View<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for context in
        [Context::Panes, Context::Reader, Context::Search, Context::Help, Context::Everywhere]
    {
        lines.push(Line::Heading(DisplayText::literal(context.name())));
        let here = |info: &&crate::action::ActionInfo| info.contexts.contains(&context);
        for info in Action::ALL.iter().filter(here) {
            let mut keys = DisplayText::default();
            for sequence in view.keymap.keys(info.action) {
                let lead = if keys.is_empty() { "" } else { "  " };
                keys = crate::text![keys, lead, clean(&sequence.to_string(), |_| {})];
            }
            lines.push(Line::Entry(keys, DisplayText::literal(info.help)));
        }
        lines.push(Line::Blank);
    }
    lines.push(Line::Heading(DisplayText::literal("Signs")));
    for (sign, meaning) in SIGNS {
        lines.push(Line::Entry(DisplayText::literal(sign), DisplayText::literal(meaning)));
    }
    lines
}
