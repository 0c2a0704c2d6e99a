//! The first row. It always holds the marking; without room for it nothing is shown at all.

use super::View;
use super::paint::Canvas;
use crate::app::{Pane, Tier};
use crate::config::Role;
use crate::text::{DisplayText, Fit};
use ratatui::layout::{Position, Rect};

/// Draws the marking at the right end of a row and returns the room before it; none if the marking
/// does not fit.
pub(super) fn marking(view: &View<'_>, canvas: &mut Canvas<'_>, row: Rect) -> Option<Rect> {
    let text = view.app.marking_words();
    let width = u16::try_from(text.columns()).unwrap_or(u16::MAX);
    if row.width < width || row.height == 0 {
        return None;
    }
    let at = Position::new(row.right() - width, row.y);
    canvas.text(at, width, &text, Role::Marking);
    Some(Rect { width: row.width - width, ..row })
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

/// What is read: the brief of the subject with its edition, and how much is loaded.
fn segments(view: &View<'_>, canvas: &mut Canvas<'_>, room: Rect) {
    let library = view.app.library();
    let briefs = library.listed(crate::library::Kind::Brief).len();
    let events = library.listed(crate::library::Kind::Event).len();
    let counts = crate::text![
        briefs,
        plural(briefs, " brief", " briefs"),
        ", ",
        events,
        plural(events, " event", " events")
    ];
    let mut segments = vec![counts, DisplayText::literal("offline")];
    if !library.refused().is_empty() {
        // Before the others: what is missing has to be known first.
        segments.insert(0, crate::text!["! ", library.refused().len(), " refused"]);
    }
    let mut x = room.x + 1;
    // A segment is shown whole or not at all, so that nothing reads as something else.
    let fits =
        |x: u16, text: &DisplayText| usize::from(x) + text.columns() < usize::from(room.right());
    if let Some(edition) = editions(view).into_iter().find(|edition| fits(x, edition)) {
        x += canvas.text(Position::new(x, room.y), room.width, &edition, Role::Text);
    }
    for segment in segments {
        let lead = if x == room.x + 1 { "" } else { " │ " };
        let text = crate::text![lead, segment];
        if fits(x, &text) {
            x += canvas.text(Position::new(x, room.y), room.width, &text, Role::Text);
        }
    }
}

/// The brief of the subject and which edition it is, the fullest first.
fn editions(view: &View<'_>) -> Vec<DisplayText> {
    let library = view.app.library();
    let subject = view.app.subject().and_then(|subject| library.get(subject));
    let Some(brief) = subject.and_then(|item| item.brief).and_then(|id| library.get(id)) else {
        return vec![DisplayText::literal("attache")];
    };
    let mut editions = vec![brief.slug.shown()];
    if let crate::library::Record::Brief(record) = &brief.record {
        let revised =
            record.revision.map(|revision| crate::text![brief.slug.shown(), " r", revision]);
        let dated = record.as_of.as_ref().map(|as_of| {
            let revised = revised.clone().unwrap_or_else(|| brief.slug.shown());
            crate::text![revised, ", as of ", as_of.text()]
        });
        editions.extend(revised);
        editions.extend(dated);
    }
    editions.reverse();
    editions
}

fn plural(count: usize, one: &'static str, many: &'static str) -> &'static str {
    if count == 1 { one } else { many }
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
            at.x += canvas.literal(at, 1, "│", Role::Rule);
        }
    }
    let left = usize::from(room.right().saturating_sub(at.x));
    let positions = super::list::position(view, view.app.focused()).into_iter();
    let mut infos = positions.map(|info| crate::text![" ", info]);
    if let Some(info) = infos.find(|info| info.columns() < left) {
        canvas.text(at, room.right() - at.x, &info, Role::Text);
    }
}

/// The whole screen where there is room for one line: marking, date, title.
pub(super) fn line(view: &View<'_>, canvas: &mut Canvas<'_>) -> Option<Position> {
    let row = view.app.layout().header;
    let library = view.app.library();
    let marking = crate::text!["TLP:", library.marking().word()];
    let width = u16::try_from(marking.columns()).unwrap_or(u16::MAX);
    if row.height == 0 || row.width < width {
        return None;
    }
    let mut at = Position::new(row.x, row.y);
    at.x += canvas.text(at, width, &marking, Role::Marking);
    let room = usize::from(row.right().saturating_sub(at.x + 1));
    let text = view.app.subject().map(|id| crate::app::page::date_and_title(library, id));
    if let Some(text) = text.filter(|_| room > 0) {
        let start = Position::new(at.x + 1, at.y);
        canvas.text(start, row.right() - start.x, &text.fit(room, "…"), Role::Text);
    }
    Some(Position::new(row.x, row.y))
}
