//! The linked panes.

use super::View;
use super::paint::Canvas;
use super::{axis, field, footer, header, list, reader};
use crate::app::{Mode, Pane};
use crate::config::Role;
use crate::text::{DisplayText, Fit};
use ratatui::layout::{Position, Rect};

/// Draws all panes and returns where the cursor of the terminal stands.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>) -> Option<Position> {
    let layout = view.app.layout();
    let mut cursor = None;
    for separator in &layout.separators {
        canvas.repeat(*separator, "│", Role::Rule);
    }
    for (pane, area) in &layout.panes {
        let focused = *pane == view.app.focused();
        let infos = list::position(view, *pane);
        title_of(canvas, area.title, &names(view, *pane), &infos, focused);
        let at = match pane {
            Pane::Reader => reader::draw(view, canvas, area.body),
            Pane::Timeline | Pane::Actors | Pane::Sources => list::draw(view, canvas, *pane, *area),
        };
        if focused {
            cursor = at.or(Some(Position::new(area.body.x, area.body.y)));
        }
    }
    if let Some(area) = layout.evidence {
        let name = DisplayText::literal("Evidence");
        title(canvas, area.title, &name, &DisplayText::default(), false);
        let at = reader::draw_evidence(view, canvas, area.body);
        // A link stays chosen while a list has the keys; the cursor stands where the keys are.
        cursor = at.filter(|_| view.app.focused() == Pane::Reader).or(cursor);
    }
    header::draw(view, canvas);
    axis::draw(view, canvas);
    if let Mode::Prompt(prompt) = view.app.mode() {
        let words = crate::text![" ", prompt.question.words()];
        let typed = words.columns() + prompt.field.shown().columns();
        let mut row = layout.footer;
        // Beside what is typed, with room to type on.
        let room = usize::from(row.width).saturating_sub(typed + 4);
        if let Some(told) = prompt.told(room) {
            let columns = u16::try_from(told.columns()).unwrap_or(row.width);
            let at = Position::new(row.right().saturating_sub(columns + 1), row.y);
            canvas.text(at, columns, told, Role::Strong);
            row.width = row.width.saturating_sub(columns + 2);
        }
        return Some(field::draw(canvas, row, &words, &prompt.field));
    }
    footer::draw(view, canvas);
    cursor
}

/// What a pane is called, the fullest name first: the timeline with the year in sight.
fn names(view: &View<'_>, pane: Pane) -> Vec<DisplayText> {
    let name = match pane {
        Pane::Reader => crate::text!["4 ", view.app.page().title],
        Pane::Timeline | Pane::Actors | Pane::Sources => {
            crate::text![pane.index() + 1, " ", pane.name()]
        }
    };
    let year = view.app.year_above().filter(|_| pane == Pane::Timeline);
    let dated = year.map(|year| crate::text![name, " ", year]);
    dated.into_iter().chain([name]).collect()
}

/// A title of the fullest words that fit whole beside each other; the name comes first.
fn title_of(
    canvas: &mut Canvas<'_>,
    row: Rect,
    names: &[DisplayText],
    infos: &[DisplayText],
    focused: bool,
) {
    let fits = |name: &DisplayText, info: &DisplayText| {
        name.columns() + info.columns() + BESIDE <= usize::from(row.width)
    };
    let pairs = names.iter().flat_map(|name| infos.iter().map(move |info| (name, info)));
    let fitting = pairs.into_iter().find(|(name, info)| fits(name, info));
    if let Some((name, info)) = fitting.or(names.last().zip(infos.last())) {
        title(canvas, row, name, info, focused);
    }
}

/// Columns of a title that are neither name nor information: blanks around both, and the rule.
const BESIDE: usize = 7;

/// A title rule: `─ 1 Timeline ────── 9/41 ─`. What does not fit whole is left out, but for the
/// name, which is cut with a sign.
pub(super) fn title(
    canvas: &mut Canvas<'_>,
    row: Rect,
    name: &DisplayText,
    info: &DisplayText,
    focused: bool,
) {
    if row.height == 0 || row.width < 4 {
        return;
    }
    canvas.repeat(row, "─", Role::Rule);
    let room = usize::from(row.width) - 4;
    let name = crate::text![" ", name.fit(room, "…"), " "];
    let role = if focused { Role::Focus } else { Role::Title };
    let used = canvas.text(Position::new(row.x + 1, row.y), row.width - 1, &name, role);
    let info = crate::text![" ", info, " "];
    let width = u16::try_from(info.columns()).unwrap_or(u16::MAX);
    if width > 2 && used.saturating_add(width).saturating_add(3) <= row.width {
        canvas.text(Position::new(row.right() - width - 1, row.y), width, &info, Role::Title);
    }
}
