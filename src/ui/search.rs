//! The search screen: query, results, and the card of the chosen one.

use super::View;
use super::paint::Canvas;
use super::{field, footer, header, list, panes};
use crate::app::{ItemRow, SearchSession};
use crate::config::Role;
use crate::search::Hit;
use crate::text::{DisplayText, Fit, wrap};
use ratatui::layout::{Position, Rect};

/// Columns before the text of a result.
const GUTTER: u16 = 2;

/// Draws it and returns where the cursor of the terminal stands: in the query.
pub(super) fn draw(
    view: &View<'_>,
    session: &SearchSession,
    canvas: &mut Canvas<'_>,
) -> Option<Position> {
    let places = view.app.search_places();
    canvas.rule(places.separator, "│");
    panes::title(canvas, places.title, &view.app.results_title(), &session.position(), true);
    results(view, session, canvas, places.hits);
    if let Some(area) = places.preview {
        panes::page(canvas, area, session.preview());
    }
    footer::draw(view, canvas);
    query(view, session, canvas)
}

/// The query in the first row, with the number of hits, before the marking.
fn query(view: &View<'_>, session: &SearchSession, canvas: &mut Canvas<'_>) -> Option<Position> {
    let room = header::marking(view, canvas, view.app.layout().header)?;
    let cursor = field::draw(canvas, room, &DisplayText::literal(" / "), &session.field);
    let used = u16::try_from(session.field.shown().columns()).unwrap_or(u16::MAX);
    let left = room.width.saturating_sub(used.saturating_add(6));
    if let Some(found) = view.app.found_words(usize::from(left)) {
        let width = u16::try_from(found.columns()).unwrap_or(u16::MAX);
        let at = Position::new(room.right() - width - 1, room.y);
        canvas.text(at, width, &found, Role::Quiet);
    }
    Some(cursor)
}

/// What was not found, what is near to it, and what to do.
fn nothing(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let width = area.width.saturating_sub(GUTTER);
    let mut y = area.y;
    let (told, advice) = view.app.nothing_found();
    let Some(advice) = advice else {
        let at = Position::new(area.x + GUTTER.min(area.width), y);
        canvas.text(at, width, &told, Role::Quiet);
        return;
    };
    for (text, role) in [(told, Role::Text), (advice, Role::Quiet)] {
        for line in wrap(&text, usize::from(width)) {
            if y < area.bottom() {
                let at = Position::new(area.x + GUTTER.min(area.width), y);
                canvas.text(at, width, &text.slice(line), role);
            }
            y = y.saturating_add(1);
        }
    }
}

fn results(view: &View<'_>, session: &SearchSession, canvas: &mut Canvas<'_>, area: Rect) {
    if session.found().hits.is_empty() && !session.field.is_empty() {
        nothing(view, canvas, area);
        return;
    }
    let hits = session.found().hits.iter().enumerate().skip(session.scroll);
    for ((index, hit), y) in hits.zip(area.y..area.bottom()) {
        let row = Rect { y, height: 1, ..area };
        result(view, canvas, hit, row);
        if index == session.chosen {
            canvas.literal(Position::new(row.x, row.y), 1, ">", Role::Text);
            canvas.restyle(row, Role::Selection);
        }
    }
}

/// A hit in the form of the timeline; at its right end why it was found, as far as its title leaves room.
fn result(view: &View<'_>, canvas: &mut Canvas<'_>, hit: &Hit, line: Rect) {
    let (row, timed) = (view.app.hit_row(hit.item), view.app.tells_times());
    let Some(title) = row.titles.first().cloned() else { return };
    let from = list::title_column(line.width, timed);
    let width = usize::from(line.width.saturating_sub(from));
    let room = width.saturating_sub(title.columns() + 2);
    let why = view.app.reasons(hit).into_iter().find(|why| why.columns() <= room);
    // A row too short for any reason has none.
    list::hit(canvas, &ItemRow { end: why.unwrap_or_default(), ..row }, (line, timed));
    let shown = title.fit(width, "…");
    let at = Position::new(line.x + from, line.y);
    for mark in &hit.marks {
        let lead = title.slice(0..mark.start).columns();
        let text = title.slice(mark.clone());
        if lead + text.columns() > width || mark.end > shown.as_str().len() {
            continue;
        }
        let at = Position::new(at.x + u16::try_from(lead).unwrap_or(0), at.y);
        canvas.text(at, line.right() - at.x, &text, Role::Match);
    }
}
