//! A list to choose from: what narrows it down, its rows, and the keys where rows are actions.

use super::View;
use super::paint::Canvas;
use super::{field, footer, header, panes};
use crate::app::{Choice, Chooser, ChooserLine, Entry, Listing};
use crate::config::Role;
use crate::text::{DisplayText, Fit, clean};
use ratatui::layout::{Position, Rect};

/// Columns before the text of a row.
const GUTTER: u16 = 2;
/// Columns of the keys before the actions.
const KEYS: u16 = 22;

/// Draws it and returns where the cursor of the terminal stands: in the field.
pub(super) fn draw(
    view: &View<'_>,
    chooser: &Chooser,
    canvas: &mut Canvas<'_>,
) -> Option<Position> {
    let screen = canvas.area();
    let heading = Rect::new(0, 1, screen.width, 1);
    let body = Rect::new(0, 2, screen.width, screen.height.saturating_sub(3));
    let count = chooser.matching().count();
    let position = crate::text![(chooser.chosen + 1).min(count), "/", count];
    let title = DisplayText::literal(chooser.listing.title());
    panes::title(canvas, heading, &title, &position, true);
    let lines = chooser.lines();
    for (line, y) in lines.iter().skip(chooser.scroll).zip(body.y..body.bottom()) {
        let row = Rect::new(0, y, screen.width, 1);
        match line {
            ChooserLine::Heading(text) => {
                let text = text.fit(usize::from(row.width.saturating_sub(1)), "…");
                canvas.text(Position::new(1, y), row.width, &text, Role::Label);
            }
            ChooserLine::Entry(number, entry) => {
                draw_entry(view, canvas, chooser.listing, entry, row);
                if *number == chooser.chosen {
                    canvas.literal(Position::new(0, y), 1, ">", Role::Text);
                    canvas.restyle(row, Role::Selection);
                }
            }
        }
    }
    if count == 0 {
        let at = Position::new(GUTTER, body.y);
        let words = if chooser.is_empty() { "nothing here" } else { "nothing matches" };
        canvas.literal(at, screen.width.saturating_sub(GUTTER), words, Role::Dim);
    }
    footer::draw(view, canvas);
    let room = header::marking(view, canvas, view.app.layout().header)?;
    Some(field::draw(canvas, room, &DisplayText::literal(" : "), &chooser.field))
}

fn draw_entry(
    view: &View<'_>,
    canvas: &mut Canvas<'_>,
    listing: Listing,
    entry: &Entry,
    row: Rect,
) {
    let role = if entry.unavailable.is_some() { Role::Dim } else { Role::Text };
    let actions = matches!(listing, Listing::Help | Listing::Palette);
    let mut at = Position::new(GUTTER.min(row.width), row.y);
    if actions {
        let width = KEYS.min(row.width / 3);
        let keys = keys_of(view, entry).fit(usize::from(width.saturating_sub(1)), "…");
        canvas.text(at, width, &keys, Role::Key);
        at.x += width;
    }
    let room = row.right().saturating_sub(at.x);
    let text = entry.text.fit(usize::from(room), "…");
    let used = canvas.text(at, room, &text, role);
    let detail =
        if actions && listing == Listing::Help { &DisplayText::default() } else { &entry.detail };
    let width = u16::try_from(detail.columns()).unwrap_or(u16::MAX);
    if width > 0 && used.saturating_add(width).saturating_add(2) <= room {
        canvas.text(Position::new(row.right() - width, row.y), width, detail, Role::Dim);
    }
}

/// The keys in force of an action, or the sign that a row explains.
fn keys_of(view: &View<'_>, entry: &Entry) -> DisplayText {
    let Choice::Act(action) = entry.choice else { return entry.detail.clone() };
    let mut keys = DisplayText::default();
    for sequence in view.keymap.keys(action) {
        let lead = if keys.is_empty() { "" } else { "  " };
        keys = crate::text![keys, lead, clean(&sequence.to_string(), |_| {})];
    }
    keys
}
