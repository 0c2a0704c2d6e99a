//! Lists: timeline, actors, sources.

use super::View;
use super::paint::Canvas;
use crate::app::{Area, Face, Order, Pane, Row};
use crate::config::Role;
use crate::library::{Credibility, EventStatus, ItemId, Stance, Voice, Weight};
use crate::page::{Depth, grade_sign, publisher_name};
use crate::text::{DisplayText, Fit};
use ratatui::layout::{Position, Rect};

/// Columns before the text of a row: the sign of the selection and the sign of the item.
const GUTTER: u16 = 2;
/// Columns of a date in the timeline.
const DATE: u16 = 8;
/// Columns of it where there is room for the end of what lasted.
const LONG_DATE: u16 = 11;
/// Columns of a list from which there is.
const ROOMY: u16 = 36;
/// Columns of a list from which the brief of an event stands there as a word.
const WIDE: u16 = 56;
/// Columns that a year adds to it.
const YEAR: u16 = 5;

/// Draws a list and returns where the selected row is.
pub(super) fn draw(
    view: &View<'_>,
    canvas: &mut Canvas<'_>,
    pane: Pane,
    area: Area,
) -> Option<Position> {
    let (state, shown) = view.app.list(pane).zip(view.app.list_rows(pane))?;
    let mut cursor = None;
    let rows = shown.rows.iter().skip(state.scroll);
    for (row, y) in rows.zip(area.body.y..area.body.bottom()) {
        let line = Rect::new(area.body.x, y, area.body.width, 1);
        let selected = row.item().is_some() && row.item() == view.app.subject();
        let focused = view.app.focused() == pane;
        let look = if focused { Role::Selection } else { Role::InactiveSelection };
        draw_row(view, canvas, row, line, selected.then_some(look));
        if selected {
            cursor = Some(Position::new(line.x, line.y));
        }
    }
    if shown.rows.is_empty() {
        let at = Position::new(area.body.x + GUTTER, area.body.y);
        let words = if view.app.lenses().is_empty() { "none" } else { "none within the lens" };
        canvas.literal(at, area.body.width.saturating_sub(GUTTER), words, Role::Quiet);
    }
    cursor
}

/// Where one is in a list, or how much of it belongs to the subject; the fullest words first.
pub(super) fn position(view: &View<'_>, pane: Pane) -> Vec<DisplayText> {
    let Some((state, kind)) = view.app.list(pane).zip(pane.kind()) else {
        return vec![reader_position(view)];
    };
    let Some(shown) = view.app.list_rows(pane) else { return Vec::new() };
    let (items, linked) = (shown.items, shown.linked);
    let all = view.app.library().listed(kind).len();
    // Brief and lenses leave a part: that it is a part is said first.
    let part = items < all;
    if let Some(at) = shown.at {
        let plain = crate::text![at + 1, "/", items];
        let full = part.then(|| crate::text![at + 1, "/", items, " of ", all]);
        return full.into_iter().chain([plain]).collect();
    }
    let short = crate::text![linked, " linked"];
    let mut words = Vec::new();
    if shown.linked_only {
        let height = view.app.layout().area(pane).map_or(0, |area| usize::from(area.body.height));
        let end = (state.scroll + height).min(linked);
        if end - state.scroll.min(end) < linked {
            let range = crate::text![state.scroll + 1, "-", end];
            words.push(crate::text![range, " of ", linked, " linked"]);
            words.push(crate::text![range, "/", linked, " linked"]);
            words.push(crate::text![range, " of ", linked]);
        }
        words.push(short);
        return words;
    }
    if part {
        words.push(crate::text![linked, " linked, ", items, " of ", all]);
    }
    words.push(crate::text![linked, " of ", items, " linked"]);
    words.push(crate::text![linked, "/", items, " linked"]);
    words.push(short);
    words
}

fn reader_position(view: &View<'_>) -> DisplayText {
    let beside = view.app.layout().pinned.map_or(0, |_| view.app.pinned_page().body.len());
    let lines = view.app.page().body.len().max(beside);
    let rows = view.app.reader_rows();
    let end = (view.app.reader_scroll() + rows).min(lines);
    let place = if lines <= rows { "all".into() } else { crate::text![end, "/", lines] };
    match view.app.depth() {
        Depth::Headline | Depth::Card if view.app.face() != Face::Item => place,
        // What is left out is not all.
        depth @ (Depth::Headline | Depth::Card) if lines <= rows => depth.word().into(),
        depth @ (Depth::Headline | Depth::Card) => crate::text![depth.word(), " ", place],
        Depth::Full => place,
    }
}

fn draw_row(
    view: &View<'_>,
    canvas: &mut Canvas<'_>,
    row: &Row,
    line: Rect,
    selected: Option<Role>,
) {
    let at = Position::new(line.x + GUTTER, line.y);
    let width = line.width.saturating_sub(GUTTER);
    match row {
        Row::Heading(text) => {
            canvas.text(at, width, &text.fit(usize::from(width), "…"), Role::Quiet);
        }
        Row::Passage(text) => {
            let text = crate::text!["↓ ", text];
            canvas.text(at, width, &text.fit(usize::from(width), "…"), Role::Gap);
        }
        Row::Refused(index) => {
            if let Some(refused) = view.app.library().refused().get(*index) {
                let text = crate::text![file_name(&refused.name), ": ", refused.why];
                canvas.literal(Position::new(line.x, line.y), 1, "!", Role::Warning);
                canvas.text(at, width, &text.fit(usize::from(width), "…"), Role::Warning);
            }
        }
        Row::Item(item) => {
            let linked = view.app.is_linked(*item);
            let role = if linked { Role::Linked } else { Role::Text };
            let sign = match (selected.is_some(), linked) {
                (true, _) => ">",
                _ if view.app.pointed_at() == Some(*item) => "»",
                (false, true) => "*",
                (false, false) => " ",
            };
            canvas.literal(Position::new(line.x, line.y), 1, sign, role);
            let left = bookmark(view, canvas, *item, line);
            draw_item(view, canvas, *item, left, role);
            if let Some(look) = selected {
                canvas.restyle(line, look);
            }
        }
    }
}

/// Marks a bookmarked row at its end, where the row leaves room; returns what is left of it.
fn bookmark(view: &View<'_>, canvas: &mut Canvas<'_>, item: ItemId, line: Rect) -> Rect {
    if !view.app.is_bookmarked(item) || line.width < GUTTER + DATE + YEAR {
        return line;
    }
    canvas.literal(Position::new(line.right() - 1, line.y), 1, "#", Role::Bookmark);
    Rect { width: line.width - 2, ..line }
}

fn draw_item(view: &View<'_>, canvas: &mut Canvas<'_>, item: ItemId, line: Rect, role: Role) {
    let library = view.app.library();
    if library.event(item).is_some() {
        event(view, canvas, item, line, role);
    } else if library.source(item).is_some() {
        source(view, canvas, item, line, role);
    } else {
        actor(view, canvas, item, line, role);
    }
}

fn event(view: &View<'_>, canvas: &mut Canvas<'_>, item: ItemId, line: Rect, role: Role) {
    let library = view.app.library();
    let Some(event) = library.event(item) else { return };
    let disputed = library.assessment(item).is_some_and(|assessment| assessment.disputed);
    // What a source says otherwise is no sign of the event, unless the event is disputed.
    let sign = match (event.status, stance_of_subject(view, item)) {
        (EventStatus::Planned | EventStatus::Unconfirmed, _) => "?",
        (EventStatus::Cancelled, _) => "x",
        (EventStatus::Occurred, Some(Stance::Supports)) => "+",
        (EventStatus::Occurred, Some(Stance::Differs(_)) | None) if disputed => "≠",
        (EventStatus::Occurred, Some(Stance::Differs(_)) | None) => " ",
    };
    canvas.literal(Position::new(line.x + 1, line.y), 1, sign, Role::Against);
    let at = Position::new(line.x + GUTTER, line.y);
    let undated = view.app.list_rows(Pane::Timeline).is_some_and(|shown| shown.undated);
    let (mut date, mut columns) = if line.width >= ROOMY && !undated {
        (event.when.value.medium(), LONG_DATE)
    } else {
        (event.when.value.short(), DATE)
    };
    // Without headings the year stands in the row.
    if undated {
        let day = event.when.value.listed_day();
        date = day.map_or(date.clone(), |day| crate::text![date, " ", day.year()]);
        columns += YEAR;
    }
    canvas.text(at, columns.min(line.width.saturating_sub(GUTTER)), &date, role);
    let line = brief_tag(view, canvas, item, line);
    let line = measure(view, canvas, Pane::Timeline, item, line);
    rest(canvas, line, GUTTER + columns, &event.title, role);
}

/// Names the brief of an event at the right end, while several are read; returns what is left.
fn brief_tag(view: &View<'_>, canvas: &mut Canvas<'_>, item: ItemId, line: Rect) -> Rect {
    let Some(tag) = view.app.tag_of(item).filter(|_| line.width >= GUTTER + DATE + YEAR) else {
        return line;
    };
    let text = if line.width >= WIDE { tag.word.fit(12, "…") } else { tag.letter.clone() };
    let width = u16::try_from(text.columns()).unwrap_or(1);
    canvas.text(Position::new(line.right() - width, line.y), width, &text, Role::Quiet);
    Rect { width: line.width - width - 1, ..line }
}

/// Whether the subject, where it is a source, supports an event or differs.
fn stance_of_subject(view: &View<'_>, event: ItemId) -> Option<Stance> {
    let library = view.app.library();
    let source = view.app.subject().filter(|subject| library.source(*subject).is_some())?;
    let voices = library.answer(event).filter(|_| view.app.is_linked(event))?.voices;
    voices.into_iter().find(|voice| voice.source == source).map(|voice| voice.stance)
}

fn actor(view: &View<'_>, canvas: &mut Canvas<'_>, item: ItemId, line: Rect, role: Role) {
    let library = view.app.library();
    let Some(found) = library.get(item) else { return };
    let role_words = view.app.subject().map(|subject| library.roles(subject, item));
    let role_name = role_words.and_then(|words| words.first().cloned()).unwrap_or_default();
    let line = measure(view, canvas, Pane::Actors, item, line);
    let room = usize::from(line.width.saturating_sub(GUTTER));
    let title = found.title.columns();
    rest(canvas, line, GUTTER, &found.title, role);
    // The role stands at the right end where the name leaves room for it whole.
    if !role_name.is_empty() && title + 2 + role_name.columns() <= room {
        let width = u16::try_from(role_name.columns()).unwrap_or(0);
        let at = Position::new(line.right() - width, line.y);
        canvas.text(at, width, &role_name, Role::Quiet);
    }
}

fn source(view: &View<'_>, canvas: &mut Canvas<'_>, item: ItemId, line: Rect, role: Role) {
    let library = view.app.library();
    let Some(source) = library.source(item) else { return };
    let voice = view
        .app
        .answer()
        .and_then(|answer| answer.voices.iter().find(|voice| voice.source == item));
    let letter = library.reliability(item).word();
    let number = voice.and_then(|voice| voice.grade.credibility).map(Credibility::number);
    let grade = match number {
        Some(number) => crate::text![letter, number],
        None => crate::text![letter, " "],
    };
    let (sign, stance) = match voice.map(|voice| voice.weight) {
        Some(None) => ("+", Role::Agrees),
        Some(Some(Weight::Contested)) => ("≠", Role::Against),
        // Denials and what stands in print besides are no reason to doubt.
        Some(Some(Weight::Denied | Weight::SaysOtherwise | Weight::AlsoInPrint)) | None => {
            (" ", role)
        }
    };
    let at = Position::new(line.x + GUTTER, line.y);
    canvas.text(at, 2, &grade, role);
    canvas.literal(Position::new(line.x + GUTTER + 3, line.y), 1, sign, stance);
    let name = publisher_name(library, item);
    let dated = |name: DisplayText| match &source.published {
        Some(published) => crate::text![name, ", ", published.value.text()],
        None => name,
    };
    let line = measure(view, canvas, Pane::Sources, item, line);
    let room = usize::from(line.width.saturating_sub(GUTTER + 5));
    let forms = match voice.and_then(standing) {
        Some(word) => {
            let named = crate::text![name, " (", word, ")"];
            vec![dated(named.clone()), named, dated(name)]
        }
        None => vec![dated(name)],
    };
    let fitting = forms.iter().find(|form| form.columns() <= room).or(forms.last());
    rest(canvas, line, GUTTER + 5, &fitting.cloned().unwrap_or_default(), role);
}

/// Why the word of a source is no reason to doubt, or of less weight, in a word.
fn standing(voice: &Voice) -> Option<&'static str> {
    // A paper that prints the word of a party has no part in the events itself.
    let party = if voice.repeats.is_empty() { "party" } else { "repeats a party" };
    match voice.weight {
        Some(Weight::AlsoInPrint) => Some("in print"),
        Some(Weight::Denied | Weight::SaysOtherwise) => Some(party),
        Some(Weight::Contested) | None => voice.party.then_some(party),
    }
}

/// Writes what a list is sorted by at the end of a row, where the row does not show it already; returns
/// what is left of the row.
fn measure(view: &View<'_>, canvas: &mut Canvas<'_>, pane: Pane, item: ItemId, line: Rect) -> Rect {
    let library = view.app.library();
    let text = match view.app.list(pane).map(|list| list.order) {
        Some(Order::Links) => crate::text![view.app.links_of(item)],
        Some(Order::Grade) if pane != Pane::Sources => {
            let grade = library.assessment(item).and_then(|assessment| assessment.grade);
            grade.map(grade_sign).unwrap_or_default()
        }
        None | Some(Order::Usual | Order::Time | Order::Name | Order::Grade) => return line,
    };
    let width = u16::try_from(text.columns()).unwrap_or(u16::MAX);
    if text.is_empty() || line.width < width.saturating_add(GUTTER + DATE + YEAR) {
        return line;
    }
    canvas.text(Position::new(line.right() - width, line.y), width, &text, Role::Grade);
    Rect { width: line.width - width - 1, ..line }
}

/// The last part of a path: in a list the folder would leave no room for the reason.
fn file_name(path: &DisplayText) -> DisplayText {
    let start = path.as_str().rfind('/').map_or(0, |slash| slash + 1);
    path.slice(start..path.as_str().len())
}

/// The text of a row from a column on, cut at the end of the row.
fn rest(canvas: &mut Canvas<'_>, line: Rect, column: u16, text: &DisplayText, role: Role) {
    let width = line.width.saturating_sub(column);
    let at = Position::new(line.x + column, line.y);
    canvas.text(at, width, &text.fit(usize::from(width), "…"), role);
}
