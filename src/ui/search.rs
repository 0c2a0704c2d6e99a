//! The search screen: query, results, and the card of the chosen one.

use super::View;
use super::paint::Canvas;
use super::{field, footer, header, panes, reader};
use crate::app::{RESULT_ROWS as ROWS, SearchSession, Tier};
use crate::config::Role;
use crate::library::When;
use crate::search::Hit;
use crate::text::{DisplayText, Fit, wrap};
use ratatui::layout::{Position, Rect};

/// What is said before anything can be found or not found.
const NOT_YET: &str = "the briefs are being indexed";

/// Columns before the text of a result.
const GUTTER: u16 = 2;

/// Columns below which a cut note says nothing.
const SHORTEST_NOTE: usize = 14;

/// Draws it and returns where the cursor of the terminal stands: in the query.
pub(super) fn draw(
    view: &View<'_>,
    session: &SearchSession,
    canvas: &mut Canvas<'_>,
) -> Option<Position> {
    let screen = canvas.area();
    let content = Rect::new(0, 1, screen.width, screen.height.saturating_sub(2));
    let upper = view.app.results_area();
    if view.app.layout().tier == Tier::Single {
        results(view, session, canvas, upper);
        let below = content.height - upper.height;
        if below > 0 {
            let lower = Rect { y: upper.bottom(), height: below, ..content };
            canvas.rule(Rect { height: 1, ..lower }, "─");
            let lower = Rect { y: lower.y + 1, height: below - 1, ..lower };
            reader::page(canvas, lower, &session.preview, 0, None);
        }
    } else {
        let left = upper.width;
        let body = Rect { y: content.y + 1, height: content.height.saturating_sub(1), ..content };
        let column = Rect { x: left, width: 1, ..content };
        canvas.rule(column, "│");
        let heading = Rect { width: left, height: 1, ..content };
        let count = session.found.hits.len();
        let at = crate::text![(session.chosen + 1).min(count), "/", count];
        panes::title(canvas, heading, &DisplayText::literal("results"), &at, true);
        results(view, session, canvas, upper);
        let right = Rect { x: left + 1, width: screen.width - left - 1, ..body };
        let heading = Rect { y: content.y, height: 1, ..right };
        let kind = session.item().and_then(|item| view.app.library().get(item));
        let names = match kind.map(|item| item.kind.name()) {
            Some(kind) => vec![
                crate::text!["preview ", session.preview.title],
                crate::text!["preview ", kind],
                "preview".into(),
            ],
            None => vec!["no result".into()],
        };
        panes::name(canvas, heading, &names, Role::Title);
        reader::page(canvas, right, &session.preview, 0, None);
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
    if let Some(found) = found_words(view, session, usize::from(left)) {
        let width = u16::try_from(found.columns()).unwrap_or(u16::MAX);
        let at = Position::new(room.right() - width - 1, room.y);
        canvas.text(at, width, &found, Role::Quiet);
    }
    Some(cursor)
}

/// How much was found, where and how strictly it was looked for, and what to know of it, as far as
/// there is room.
fn found_words(view: &View<'_>, session: &SearchSession, room: usize) -> Option<DisplayText> {
    if !view.app.is_indexed() {
        let words = [NOT_YET.into(), "not yet".into()];
        return words.into_iter().find(|text: &DisplayText| text.columns() <= room);
    }
    let found = &session.found;
    let count = match found.total {
        0 => DisplayText::literal("nothing found"),
        total if session.field.is_empty() => crate::text![total, " events"],
        1 => DisplayText::literal("1 hit"),
        total => crate::text![total, " hits"],
    };
    let scope = found
        .scope
        .words()
        .into_iter()
        .fold(count.clone(), |line, word| crate::text![line, " · ", word]);
    let noted = found.note.as_ref().and_then(|note| match found.total {
        // The note stands in full where the hits would.
        0 => Some(note.clone()),
        _ => noted(&count, note, room),
    });
    [noted, Some(scope), Some(count)].into_iter().flatten().find(|text| text.columns() <= room)
}

/// The number of hits and the note to them, which matters more than where was looked. Of a note too
/// long what is nearest stays, since what was typed stands beside it.
fn noted(count: &DisplayText, note: &DisplayText, room: usize) -> Option<DisplayText> {
    let left = room.checked_sub(count.columns() + 3)?;
    let whole = note.as_str();
    let (missing, nearest) = match whole.find("; ") {
        Some(end) => (note.slice(0..end), note.slice(end + 2..whole.len())),
        None => (note.clone(), note.clone()),
    };
    let cut = if missing.columns() < left { note } else { &nearest }.fit(left, "…");
    let cut = (left >= SHORTEST_NOTE).then_some(cut);
    let mut notes = [Some(note.clone()), Some(nearest), cut].into_iter().flatten();
    let note = notes.find(|note| note.columns() <= left)?;
    Some(crate::text![count, " · ", note])
}

/// What was not found, what is near to it, and what to do.
fn nothing(view: &View<'_>, session: &SearchSession, canvas: &mut Canvas<'_>, area: Rect) {
    if !view.app.is_indexed() {
        let at = Position::new(area.x + GUTTER.min(area.width), area.y);
        canvas.literal(at, area.width.saturating_sub(GUTTER), NOT_YET, Role::Quiet);
        return;
    }
    let asked = crate::text!["nothing found for `", session.field.shown(), "`"];
    let note = session.found.note.clone().unwrap_or(asked);
    let width = area.width.saturating_sub(GUTTER);
    let mut y = area.y;
    for (text, role) in [(note, Role::Text), ("fewer words find more".into(), Role::Quiet)] {
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
    if session.found.hits.is_empty() && !session.field.is_empty() {
        nothing(view, session, canvas, area);
        return;
    }
    let hits = session.found.hits.iter().enumerate().skip(session.scroll);
    let mut y = area.y;
    for (index, hit) in hits {
        if y + ROWS > area.bottom() {
            break;
        }
        let rows = Rect { y, height: ROWS, ..area };
        result(view, canvas, hit, rows);
        if index == session.chosen {
            canvas.literal(Position::new(rows.x, rows.y), 1, ">", Role::Text);
            canvas.restyle(Rect { height: 1, ..rows }, Role::Selection);
        }
        y += ROWS;
    }
}

fn result(view: &View<'_>, canvas: &mut Canvas<'_>, hit: &Hit, rows: Rect) {
    let library = view.app.library();
    let Some(item) = library.get(hit.item) else { return };
    let width = rows.width.saturating_sub(2);
    let title = item.title.fit(usize::from(width), "…");
    let at = Position::new(rows.x + 2, rows.y);
    canvas.text(at, width, &title, Role::Text);
    for mark in &hit.marks {
        let lead = item.title.slice(0..mark.start).columns();
        let text = item.title.slice(mark.clone());
        if lead + text.columns() > usize::from(width) || mark.end > title.as_str().len() {
            continue;
        }
        let at = Position::new(at.x + u16::try_from(lead).unwrap_or(0), at.y);
        canvas.text(at, width, &text, Role::Match);
    }
    let mut under = DisplayText::literal(item.kind.name());
    let role = || library.actor(hit.item)?.role.clone();
    let date_or_role = item.record.when().map(When::text).or_else(role);
    if let Some(why) = &hit.why {
        under = crate::text![under, " · ", why];
    }
    // A day that was looked for is the reason already.
    if let Some(date_or_role) = date_or_role.filter(|date| hit.why.as_ref() != Some(date)) {
        under = crate::text![under, " · ", date_or_role];
    }
    if let Some(brief) = item.brief.and_then(|brief| library.get(brief)) {
        under = crate::text![under, " · ", brief.slug.shown()];
    }
    let at = Position::new(rows.x + 5.min(rows.width), rows.y + 1);
    let width = rows.width.saturating_sub(5);
    canvas.text(at, width, &under.fit(usize::from(width), "…"), Role::Quiet);
}
