//! The linked panes.

use super::View;
use super::paint::Canvas;
use super::{axis, field, footer, header, list, reader};
use crate::app::{Area, Bar, Mode, Prompt, Tier};
use crate::choice::Pane;
use crate::config::Role;
use crate::page::Page;
use crate::text::{DisplayText, Fit};
use ratatui::layout::{Position, Rect};

/// Draws all panes and returns where the cursor of the terminal stands.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>) -> Option<Position> {
    let layout = view.app.layout();
    let mut cursor = None;
    for separator in &layout.separators {
        canvas.rule(*separator, "│");
    }
    for (pane, area) in &layout.panes {
        let focused = *pane == view.app.focused();
        if layout.tier == Tier::Single && layout.pinned.is_none() {
            noted(view, canvas, area.title);
        } else {
            bar(canvas, area.title, &view.app.bar(*pane), focused);
        }
        let at = if *pane == Pane::Reader {
            reader::draw(view, canvas, area.body)
        } else {
            list::draw(view, canvas, *pane, *area)
        };
        if focused {
            cursor = at.or(Some(Position::new(area.body.x, area.body.y)));
        }
    }
    if let Some(area) = layout.who {
        bar(canvas, area.title, &view.app.said_bar(), false);
        reader::draw_said(view, canvas, area.body);
    }
    if let Some(row) = layout.summary {
        bar(canvas, row, &view.app.summary_bar(), false);
    }
    if let Some(area) = layout.pinned {
        name(canvas, area.title, &view.app.pinned_names(), Role::Pinned);
        reader::draw_pinned(view, canvas, area.body);
    }
    header::draw(view, canvas);
    axis::draw(view, canvas);
    if let Mode::Prompt(prompt) = view.app.mode() {
        return Some(draw_prompt(view, prompt, canvas));
    }
    footer::draw(view, canvas);
    cursor
}

/// The line to fill in, and what it leaves as it stands, where there is room.
pub(super) fn draw_prompt(view: &View<'_>, prompt: &Prompt, canvas: &mut Canvas<'_>) -> Position {
    let mut row = view.app.layout().footer;
    let words = crate::text![" ", prompt.question.words()];
    let used = words.columns() + prompt.field.shown().columns() + 2;
    // Beside what is typed, with room to type on.
    if let Some(told) = prompt.told(usize::from(row.width).saturating_sub(used + 2)) {
        let columns = u16::try_from(told.columns()).unwrap_or(row.width);
        let at = Position::new(row.right().saturating_sub(columns + 1), row.y);
        canvas.text(at, columns, told, Role::Strong);
        row.width = row.width.saturating_sub(columns + 2);
    }
    let cursor = field::draw(canvas, row, &words, &prompt.field);
    if let Some(left) = view.app.left_by(prompt) {
        let width = u16::try_from(left.columns()).unwrap_or(u16::MAX);
        if used + left.columns() < usize::from(row.width) {
            canvas.text(Position::new(row.right() - width - 1, row.y), width, &left, Role::Quiet);
        }
    }
    cursor
}

/// Above the one pane that is shown: what is in force, and has no room beside the tabs.
fn noted(view: &View<'_>, canvas: &mut Canvas<'_>, row: Rect) {
    let room = usize::from(row.width.saturating_sub(5));
    let words = view.app.in_force();
    if let Some(words) = words.iter().find(|words| words.columns() <= room).or(words.last()) {
        title(canvas, row, words, &DisplayText::default(), false);
    }
}

/// A title bar with the first words that fit whole beside each other, the fullest name before the fullest
/// information.
pub(super) fn bar(canvas: &mut Canvas<'_>, row: Rect, words: &Bar, focused: bool) {
    let none = DisplayText::default();
    let alone = (!words.needs_info || words.infos.is_empty()).then_some(&none);
    let infos = || words.infos.iter().chain(alone);
    let pairs = words.names.iter().flat_map(|name| infos().map(move |info| (name, info)));
    let fits = |(name, info): &(&DisplayText, &DisplayText)| {
        let beside = if info.is_empty() { BESIDE_NAME } else { BESIDE };
        name.columns() + info.columns() + beside <= usize::from(row.width)
    };
    let last = words.names.last().map(|name| (name, &none));
    if let Some((name, info)) = { pairs }.find(fits).or(last) {
        title(canvas, row, name, info, focused);
    }
}

/// A page under its title, from its beginning.
pub(super) fn page(canvas: &mut Canvas<'_>, area: Area, page: &Page) {
    name(canvas, area.title, std::slice::from_ref(&page.title), Role::Title);
    reader::page(canvas, area.body, page, (0, 0), None);
}

/// A title of the first name that fits whole; a rule where there is nothing to name.
pub(super) fn name(canvas: &mut Canvas<'_>, row: Rect, names: &[DisplayText], role: Role) {
    if names.iter().all(DisplayText::is_empty) {
        return canvas.rule(row, "─");
    }
    let fits = |name: &&DisplayText| name.columns() + BESIDE_NAME <= usize::from(row.width);
    if let Some(name) = names.iter().find(fits).or(names.last()) {
        title_in(canvas, row, name, &DisplayText::default(), role);
    }
}

/// Columns of a title bar that are neither name nor information: blanks around both, and the rule.
const BESIDE: usize = 7;
/// The same with a name alone.
const BESIDE_NAME: usize = 4;

/// A title rule: `─ 1 Timeline ────── 9/41 ─`. What does not fit whole is left out, but for the
/// name, which is cut with a sign.
pub(super) fn title(
    canvas: &mut Canvas<'_>,
    row: Rect,
    name: &DisplayText,
    info: &DisplayText,
    focused: bool,
) {
    title_in(canvas, row, name, info, if focused { Role::Focus } else { Role::Title });
}

/// A title rule with its name in the look of a role.
fn title_in(
    canvas: &mut Canvas<'_>,
    row: Rect,
    name: &DisplayText,
    info: &DisplayText,
    role: Role,
) {
    if row.height == 0 || row.width < 4 {
        return;
    }
    let line = if role == Role::Focus { Role::FocusFrame } else { Role::Frame };
    canvas.rule_in(row, "─", line);
    let room = usize::from(row.width) - 4;
    let name = crate::text![" ", name.fit(room, "…"), " "];
    let used = canvas.text(Position::new(row.x + 1, row.y), row.width - 1, &name, role);
    let info = crate::text![" ", info, " "];
    let width = u16::try_from(info.columns()).unwrap_or(u16::MAX);
    if width > 2 && used.saturating_add(width).saturating_add(2) <= row.width {
        canvas.text(Position::new(row.right() - width - 1, row.y), width, &info, Role::Quiet);
    }
}
