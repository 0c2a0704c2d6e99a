//! The last row: what happened, or which keys help here.

use super::View;
use super::paint::Canvas;
use crate::action::{Action, ActionInfo, Context};
use crate::app::Mode;
use crate::config::Role;
use crate::keymap::{Resolution, Sequence};
use crate::text::{DisplayText, Fit, clean};
use ratatui::layout::Position;

/// Draws it.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>) {
    let row = view.app.layout().footer;
    if row.height == 0 {
        return;
    }
    let at = Position::new(row.x + 1, row.y);
    let width = row.width.saturating_sub(1);
    if !view.pending.is_empty() {
        canvas.text(at, width, &continuations(view).fit(usize::from(width), "…"), Role::Strong);
        return;
    }
    if let Some(notice) = view.app.notice() {
        canvas.text(at, width, &notice.fit(usize::from(width), "…"), Role::Strong);
        return;
    }
    hints(view, canvas, at, width);
}

/// What may follow the keys typed so far.
fn continuations(view: &View<'_>) -> DisplayText {
    let mut text = DisplayText::default();
    for chord in view.pending {
        text = crate::text![text, clean(&chord.to_string(), |_| {}), " "];
    }
    for (next, action) in view.keymap.continuations(view.app.context(), view.pending) {
        let help = action.info().map_or("", |info| info.help);
        text = crate::text![text, " ", clean(&next.to_string(), |_| {}), " ", help];
    }
    text
}

/// Hints in the order of the table; the way to all keys is shown whenever anything is.
fn hints(view: &View<'_>, canvas: &mut Canvas<'_>, mut at: Position, width: u16) {
    let end = at.x + width;
    let context = view.app.context();
    let last = match view.app.mode() {
        Mode::Panes => hint_for(view, Action::Help),
        Mode::Search(_) => {
            hint_for(view, Action::Cancel).map(|(key, _)| (key, "cancel, no move".into()))
        }
        Mode::Chooser(_) | Mode::Prompt(_) => {
            hint_for(view, Action::Cancel).map(|(key, _)| (key, "leave".into()))
        }
    };
    let reserved = last.as_ref().map_or(0, |(key, words)| key.columns() + words.columns() + 1);
    let shown = |info: &&ActionInfo| {
        !info.hint.is_empty()
            && acts(view, info.action)
            && info.contexts.iter().any(|c| reaches(context, *c))
    };
    for info in Action::ALL.iter().filter(shown) {
        let Some(hint) = hint_for(view, info.action).filter(|hint| Some(hint) != last.as_ref())
        else {
            continue;
        };
        let needed = hint.0.columns() + hint.1.columns() + 3;
        if usize::from(end.saturating_sub(at.x)) >= needed + reserved {
            at.x += put(canvas, at, &hint) + 2;
        }
    }
    if let Some(hint) = last.filter(|_| usize::from(end.saturating_sub(at.x)) >= reserved) {
        put(canvas, at, &hint);
    }
}

fn put(canvas: &mut Canvas<'_>, at: Position, (key, words): &(DisplayText, DisplayText)) -> u16 {
    let used = canvas.text(at, u16::MAX, key, Role::Key);
    let at = Position::new(at.x + used + 1, at.y);
    used + 1 + canvas.text(at, u16::MAX, words, Role::Dim)
}

/// Whether an action can do anything: without results there is none to choose or open.
fn acts(view: &View<'_>, action: Action) -> bool {
    let of_results = matches!(
        action,
        Action::OpenResult
            | Action::NextResult
            | Action::PreviousResult
            | Action::ResultsDown
            | Action::ResultsUp
    );
    match view.app.mode() {
        Mode::Search(session) => !of_results || !session.found.hits.is_empty(),
        Mode::Panes | Mode::Chooser(_) | Mode::Prompt(_) => true,
    }
}

/// Whether keys of one context are asked from another.
fn reaches(from: Context, context: Context) -> bool {
    let mut current = Some(from);
    while let Some(asked) = current {
        if asked == context {
            return true;
        }
        current = asked.outer();
    }
    false
}

/// The first key that leads to an action from here, and the words for it.
fn hint_for(view: &View<'_>, action: Action) -> Option<(DisplayText, DisplayText)> {
    let info = action.info()?;
    let leads_here = |keys: &&&Sequence| {
        view.keymap.resolve(view.app.context(), keys.chords()) == Resolution::Action(action)
    };
    let keys = view.keymap.keys(action);
    let key = keys.iter().find(leads_here)?;
    Some((clean(&key.to_string(), |_| {}), DisplayText::literal(info.hint)))
}
