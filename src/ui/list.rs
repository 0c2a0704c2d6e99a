//! Lists: timeline, actors, sources. Where the parts of a row stand.

use super::View;
use super::paint::{Canvas, role};
use crate::app::{Area, ItemRow, RowView};
use crate::choice::Pane;
use crate::config::Role;
use crate::library::{ROW_DATE, TIMED_ROW_DATE};
use crate::page::PageLine;
use crate::text::{DisplayText, Fit, at_word};
use ratatui::layout::{Position, Rect};

/// Columns of a timeline from which a date has room for its year, and those below which it is short.
const NARROW: u16 = 48;
/// Columns of a timeline from which the brief of an event has room beside a title of 56 columns.
const WITH_TAG: u16 = 80;
/// Columns of a timeline from which the answer of an event stands in its row.
const WITH_ANSWER: u16 = 110;
/// Columns of a title before the answer.
const TITLE: u16 = 57;
/// Columns of the answer that whether it happened takes.
const HAPPENED: u16 = 9;
/// Columns of the shortest answer that says anything.
const SHORTEST_ANSWER: u16 = 12;

/// The columns at which the parts of a row of the timeline begin.
struct Columns {
    date: u16,
    sign: u16,
    title: u16,
    /// Where the answer begins, where it has room.
    answer: Option<u16>,
    /// Whether the brief has room at the right end.
    tag: bool,
    /// Whether dates are short.
    short: bool,
}

impl Columns {
    /// Of a row of so many columns, where dates are `timed` or not.
    fn of(width: u16, timed: bool) -> Self {
        if width < NARROW {
            let title = if timed { 17 } else { 11 };
            return Self { date: 2, sign: 1, title, answer: None, tag: false, short: true };
        }
        let date = u16::try_from(if timed { TIMED_ROW_DATE } else { ROW_DATE }).unwrap_or(0);
        // A time may fill the column, and no sign may touch it.
        let sign = 2 + date + u16::from(timed);
        Self {
            date: 2,
            sign,
            title: sign + 2,
            answer: (width >= WITH_ANSWER).then_some(sign + 2 + TITLE),
            tag: width >= WITH_TAG,
            short: false,
        }
    }
}

/// Draws a list and returns where the selected row is.
pub(super) fn draw(
    view: &View<'_>,
    canvas: &mut Canvas<'_>,
    pane: Pane,
    area: Area,
) -> Option<Position> {
    let mut cursor = None;
    let rows = view.app.rows_in_sight(pane);
    for (row, y) in rows.iter().zip(area.body.y..area.body.bottom()) {
        let line = Rect::new(area.body.x, y, area.body.width, 1);
        draw_row(view, canvas, pane, row, line);
        if matches!(row, RowView::Item(row) if row.selected) {
            cursor = Some(Position::new(line.x, line.y));
        }
    }
    if rows.is_empty() {
        let at = Position::new(area.body.x + 1, area.body.y);
        let words = view.app.nothing_listed(pane);
        let width = area.body.width.saturating_sub(1);
        canvas.text(at, width, &words.fit(usize::from(width), "…"), Role::Quiet);
    }
    cursor
}

fn draw_row(view: &View<'_>, canvas: &mut Canvas<'_>, pane: Pane, row: &RowView, line: Rect) {
    let at = Position::new(line.x + 2.min(line.width), line.y);
    let width = line.width.saturating_sub(2);
    match row {
        RowView::Heading(text) => {
            canvas.text(at, width, &text.fit(usize::from(width), "…"), Role::Quiet);
        }
        RowView::Refused(text) => {
            canvas.literal(Position::new(line.x, line.y), 1, "!", Role::Warning);
            canvas.text(at, width, &text.fit(usize::from(width), "…"), Role::Warning);
        }
        RowView::Item(row) => {
            let focused = pane == view.app.focused();
            let usual = if row.mark == "*" { Role::Linked } else { Role::Text };
            canvas.literal(Position::new(line.x, line.y), 1, row.mark, usual);
            if pane == Pane::Timeline {
                event(canvas, row, (line, view.app.tells_times()), usual);
            } else {
                named(canvas, row, line, usual);
            }
            match (row.selected, focused) {
                (true, true) => canvas.restyle(line, Role::Selection),
                (true, false) => canvas.restyle(line, Role::InactiveSelection),
                (false, _) => {}
            }
        }
    }
}

/// The column at which the title of an event begins in a row of so many columns.
pub(super) fn title_column(width: u16, timed: bool) -> u16 {
    Columns::of(width, timed).title
}

/// A row in the form of the timeline: date, sign, title, answer, brief.
fn event(canvas: &mut Canvas<'_>, row: &ItemRow, (line, timed): (Rect, bool), usual: Role) {
    in_columns(canvas, row, (line, &Columns::of(line.width, timed)), usual);
}

/// A hit in the same form; what stands at its right end has room beside the title.
pub(super) fn hit(canvas: &mut Canvas<'_>, row: &ItemRow, (line, timed): (Rect, bool)) {
    let columns = Columns { tag: true, ..Columns::of(line.width, timed) };
    in_columns(canvas, row, (line, &columns), Role::Text);
}

fn in_columns(
    canvas: &mut Canvas<'_>,
    row: &ItemRow,
    (line, columns): (Rect, &Columns),
    usual: Role,
) {
    let at = |column: u16| Position::new(line.x + column.min(line.width), line.y);
    let room = |from: u16, to: u16| to.min(line.width).saturating_sub(from);
    let date = if columns.short { &row.short_lead } else { &row.lead };
    canvas.text(at(columns.date), room(columns.date, columns.title), date, Role::Quiet);
    if row.bookmarked {
        let column = if columns.short { columns.title - 1 } else { 1 };
        canvas.literal(at(column), room(column, columns.title), "#", Role::Bookmark);
    }
    let (sign, tone) = row.sign;
    canvas.literal(at(columns.sign), room(columns.sign, columns.title), sign, role(tone));
    let end = if columns.tag { end_of(canvas, row, line) } else { line.width };
    let until = columns.answer.map_or(end, |answer| answer.min(end));
    let width = room(columns.title, until);
    if let Some(title) = row.titles.first() {
        canvas.text(at(columns.title), width, &at_word(title, usize::from(width)), usual);
    }
    if let Some(column) = columns.answer {
        answer(canvas, row, Rect { x: line.x + column, width: end.saturating_sub(column), ..line });
    }
}

/// What stands at the right end of a row; returns the column at which the rest of the row ends.
fn end_of(canvas: &mut Canvas<'_>, row: &ItemRow, line: Rect) -> u16 {
    let width = u16::try_from(row.end.columns()).unwrap_or(u16::MAX);
    if width == 0 || width >= line.width {
        return line.width;
    }
    canvas.text(Position::new(line.right() - width, line.y), width, &row.end, Role::Quiet);
    line.width - width - 1
}

/// Whether it happened, and what is judged, cut at a word.
fn answer(canvas: &mut Canvas<'_>, row: &ItemRow, room: Rect) {
    let used = runs(canvas, &row.answer.happened, room);
    let from = HAPPENED.max(used + 1);
    if room.width >= from + SHORTEST_ANSWER && !row.answer.judged.is_empty() {
        let rest = Rect { x: room.x + from, width: room.width - from, ..room };
        runs(canvas, &row.answer.judged, rest);
    }
}

/// Runs in one line; what does not fit whole is cut at a word. Returns the columns used.
fn runs(canvas: &mut Canvas<'_>, line: &PageLine, room: Rect) -> u16 {
    let mut used = 0;
    for piece in line {
        let left = room.width.saturating_sub(used);
        let text = at_word(&piece.text, usize::from(left));
        let at = Position::new(room.x + used, room.y);
        used += canvas.text(at, left, &text, role(piece.tone));
        if text != piece.text {
            break;
        }
    }
    used
}

/// A row of actors or sources: grade and sign, name, and at the right end the part or the day.
fn named(canvas: &mut Canvas<'_>, row: &ItemRow, line: Rect, usual: Role) {
    // A blank column on each side of the text: nothing of it may touch the sign before the row, which
    // a terminal that reorders would take with it.
    let line = Rect { width: line.width.saturating_sub(1), ..line };
    let mut at = Position::new(line.x + 2.min(line.width), line.y);
    if !row.lead.is_empty() {
        canvas.text(at, line.right().saturating_sub(at.x), &row.lead, Role::Grade);
        let (sign, tone) = row.sign;
        let place = Position::new(at.x + 2, at.y);
        canvas.literal(place, line.right().saturating_sub(place.x), sign, role(tone));
        at.x += 3;
    }
    if row.bookmarked {
        canvas.literal(Position::new(line.right(), line.y), 1, "#", Role::Bookmark);
    }
    let room = usize::from(line.right().saturating_sub(at.x));
    let beside = row.end.columns() + 2;
    let fits = |room: usize| move |title: &&DisplayText| title.columns() <= room;
    let whole = |room: usize| row.titles.iter().find(fits(room));
    let with_end = room.checked_sub(beside).and_then(whole).filter(|_| !row.end.is_empty());
    let title = with_end.or_else(|| whole(room)).or(row.titles.last());
    let Some(title) = title else { return };
    canvas.text(at, line.right().saturating_sub(at.x), &at_word(title, room), usual);
    if title.columns() + beside <= room {
        let width = u16::try_from(row.end.columns()).unwrap_or(u16::MAX);
        canvas.text(Position::new(line.right() - width, line.y), width, &row.end, Role::Quiet);
    }
}
