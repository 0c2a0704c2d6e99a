//! The last row: what happened, or which keys help here.

use super::View;
use super::paint::Canvas;
use crate::action::{Action, ActionInfo};
use crate::app::Mode;
use crate::config::Role;
use crate::text::{DisplayText, Fit};
use ratatui::layout::Position;

/// A key and what it does, in a word or two.
type Hint = (DisplayText, DisplayText);

/// Draws it.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>) {
    let row = view.app.layout().footer;
    if row.height == 0 {
        return;
    }
    let at = Position::new(row.x + 1, row.y);
    let width = row.width.saturating_sub(1);
    if let Some(notice) = view.app.notice() {
        canvas.text(at, width, &notice.fit(usize::from(width), "…"), Role::Strong);
        return;
    }
    let way = way_out(view);
    let reserved = way.as_ref().map_or(0, columns);
    let end = at.x + width;
    if let Mode::Chooser(chooser) = view.app.mode()
        && let Some(why) = chooser.entry().and_then(|entry| entry.unavailable.as_ref())
    {
        // Why the chosen row can do nothing, before anybody tries.
        let room = usize::from(width).saturating_sub(reserved + 2);
        let used = canvas.text(at, width, &why.fit(room, "…"), Role::Quiet);
        let at = Position::new(at.x + used + 2, at.y);
        put_whole(canvas, at, end, way.as_ref());
        return;
    }
    let mut at = at;
    for hint in hints(view).iter().filter(|hint| Some(*hint) != way.as_ref()) {
        if usize::from(end.saturating_sub(at.x)) >= columns(hint) + 2 + reserved {
            at.x += put(canvas, at, hint) + 2;
        }
    }
    put_whole(canvas, at, end, way.as_ref());
}

/// The way to all keys, or out of what is open: shown whenever anything is.
fn way_out(view: &View<'_>) -> Option<Hint> {
    match view.app.mode() {
        Mode::Panes => hint(view, Action::Help, None),
        Mode::Search(_) | Mode::Chooser(_) | Mode::Prompt(_) => {
            hint(view, Action::Cancel, view.app.cancels())
        }
    }
}

/// Hints in the order in which they are of use: what the state asks for, then the keys of the
/// context, then those of the contexts around it.
fn hints(view: &View<'_>) -> Vec<Hint> {
    let app = view.app;
    let mut hints = Vec::new();
    if let Some(words) = app.cancels() {
        hints.extend(hint(view, Action::Cancel, Some(words)));
    }
    if app.pinned().is_some() {
        hints.extend(hint(view, Action::SwapPin, Some("swap")));
    }
    if app.is_at_hit() {
        hints.extend(hint(view, Action::NextHit, None));
    }
    let contexts = std::iter::successors(Some(app.context()), |context| context.outer());
    for context in contexts {
        let here = |info: &&ActionInfo| {
            !info.hint.is_empty()
                && info.contexts.contains(&context)
                && app.missing_for(info.action).is_none()
        };
        for info in Action::ALL.iter().filter(here) {
            let found = hint(view, info.action, words_for(view, info.action));
            hints.extend(found.filter(|found| !hints.contains(found)));
        }
    }
    hints
}

/// Words that depend on the state; else those of the table are shown.
fn words_for(view: &View<'_>, action: Action) -> Option<&'static str> {
    if action == Action::Pin && view.app.pinned().is_some() {
        return Some("unpin");
    }
    match view.app.mode() {
        Mode::Chooser(chooser) if action == Action::Choose => Some(chooser.listing.verb()),
        Mode::Chooser(_) | Mode::Panes | Mode::Search(_) | Mode::Prompt(_) => None,
    }
}

/// The first key that leads to an action from here, and the words for it.
fn hint(view: &View<'_>, action: Action, words: Option<&'static str>) -> Option<Hint> {
    let words = words.or_else(|| action.info().map(|info| info.hint))?;
    Some((view.app.key_of(action)?, DisplayText::literal(words)))
}

fn columns((key, words): &Hint) -> usize {
    key.columns() + 1 + words.columns()
}

fn put(canvas: &mut Canvas<'_>, at: Position, (key, words): &Hint) -> u16 {
    let used = canvas.text(at, u16::MAX, key, Role::Key);
    let at = Position::new(at.x + used + 1, at.y);
    used + 1 + canvas.text(at, u16::MAX, words, Role::Quiet)
}

/// Draws a hint where it fits whole before the end.
fn put_whole(canvas: &mut Canvas<'_>, at: Position, end: u16, hint: Option<&Hint>) {
    if let Some(hint) = hint
        && usize::from(end.saturating_sub(at.x)) >= columns(hint)
    {
        put(canvas, at, hint);
    }
}
