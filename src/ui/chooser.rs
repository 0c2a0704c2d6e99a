//! A list to choose from: what narrows it down, its rows, and the chosen one in full.

use super::View;
use super::paint::{self, Canvas};
use super::{field, footer, header, panes};
use crate::action::Context;
use crate::app::{Attention, Chooser, ChooserLine, ChooserPlaces, Entry, Listing};
use crate::config::Role;
use crate::text::{DisplayText, Fit, at_word};
use ratatui::layout::{Position, Rect};

/// Columns before the text of a row.
const GUTTER: u16 = 2;
/// Columns of the names in the palette, at the most.
const NAMES: usize = 20;
/// Columns that are left to the text beside what stands at the right end.
const TEXT: u16 = 24;
/// What is said in an empty field.
const PLACEHOLDER: &str = "type to narrow";

/// Draws it and returns where the cursor of the terminal stands: in the field, or on the chosen row
/// once the arrows were used.
pub(super) fn draw(
    view: &View<'_>,
    chooser: &Chooser,
    canvas: &mut Canvas<'_>,
) -> Option<Position> {
    let places = view.app.chooser_places()?;
    let (heading, body) = (places.title, places.rows);
    let title = view.app.chooser_title(chooser.listing);
    panes::title(canvas, heading, &title, &chooser.position(), true);
    let chosen = rows(chooser, &places, canvas);
    if let Some(words) = view.app.nothing_to_choose(chooser) {
        nothing(&words, canvas, body);
    }
    if let Some(area) = places.page {
        canvas.rule(places.separator, "│");
        panes::page(canvas, area, chooser.page());
    }
    preview(view, canvas, places.preview);
    footer::draw(view, canvas);
    let room = header::marking(view, canvas, view.app.layout().header)?;
    if chooser.listing.context() == Context::Briefs {
        header::briefs(view, canvas, room);
        return chosen.or(Some(Position::new(body.x, body.y)));
    }
    let prompt = DisplayText::literal(chooser.listing.prompt());
    let typed = field::draw(canvas, room, &prompt, &chooser.field);
    if let Some(note) = view.app.chooser_note(chooser, room_beside(room, chooser)) {
        let width = u16::try_from(note.columns()).unwrap_or(u16::MAX);
        canvas.text(Position::new(room.right() - width - 1, room.y), width, &note, Role::Quiet);
    }
    if chooser.field.is_empty() {
        let at = Position::new(typed.x + 1, typed.y);
        let width = room.right().saturating_sub(at.x);
        canvas.literal(at, width, PLACEHOLDER, Role::Quiet);
    }
    match chooser.attention {
        Attention::Field => Some(typed),
        Attention::Row => chosen.or(Some(typed)),
    }
}

/// Columns that are left beside what is typed.
fn room_beside(room: Rect, chooser: &Chooser) -> usize {
    let used = chooser.listing.prompt().len() + chooser.field.shown().columns() + 3;
    usize::from(room.width).saturating_sub(used)
}

/// Draws the rows and returns where the chosen one begins, if it is in sight.
fn rows(chooser: &Chooser, places: &ChooserPlaces, canvas: &mut Canvas<'_>) -> Option<Position> {
    let columns = Columns::of(chooser, places.rows.width / places.columns.max(1));
    let mut chosen = None;
    for (line, row) in chooser.lines().skip(chooser.scroll).zip(places.line_areas()) {
        let y = row.y;
        match line {
            ChooserLine::Heading(text) => {
                let room = usize::from(row.width.saturating_sub(1));
                // Of a path the end says most.
                let text = if chooser.listing == Listing::Problems {
                    text.fit_left(room, "…")
                } else {
                    text.fit(room, "…")
                };
                canvas.text(Position::new(row.x + 1, y), row.width, &text, Role::Label);
            }
            ChooserLine::Entry(number, entry, text) => {
                draw_entry(canvas, chooser.listing, &columns, (entry, text), row);
                if number == chooser.chosen {
                    canvas.literal(Position::new(row.x, y), 1, ">", Role::Text);
                    canvas.restyle(row, Role::Selection);
                    chosen = Some(Position::new(row.x, y));
                }
            }
            ChooserLine::Why(number, text) => {
                let lead = 2 * GUTTER + u16::try_from(chooser.lead()).unwrap_or(u16::MAX);
                let at = Position::new(row.x + lead, y);
                canvas.text(at, row.width.saturating_sub(lead), text, Role::Quiet);
                if number == chooser.chosen {
                    canvas.restyle(row, Role::Selection);
                }
            }
            ChooserLine::Below(number, text) => {
                let lead = GUTTER + u16::try_from(chooser.lead()).unwrap_or(u16::MAX);
                let at = Position::new(row.x + lead, y);
                canvas.text(at, row.width.saturating_sub(lead), text, Role::Text);
                if chooser.listing.wraps() && number == chooser.chosen {
                    canvas.restyle(row, Role::Selection);
                }
            }
        }
    }
    chosen
}

/// Says why there are no rows.
fn nothing(words: &DisplayText, canvas: &mut Canvas<'_>, body: Rect) {
    let width = body.width.saturating_sub(GUTTER);
    let lines = crate::text::wrap(words, usize::from(width)).into_iter();
    for (range, y) in lines.zip(body.y..body.bottom()) {
        canvas.text(Position::new(GUTTER, y), width, &words.slice(range), Role::Quiet);
    }
}

/// The chosen row in full, below a rule.
fn preview(view: &View<'_>, canvas: &mut Canvas<'_>, area: Option<Rect>) {
    let Some(area) = area else { return };
    canvas.rule(Rect { y: area.y.saturating_sub(1), height: 1, ..area }, "─");
    let width = area.width.saturating_sub(2 * GUTTER);
    for (piece, y) in view.app.preview().iter().zip(area.y..area.bottom()) {
        let text = piece.text.fit(usize::from(width), "…");
        canvas.text(Position::new(GUTTER, y), width, &text, paint::role(piece.tone));
    }
}

/// Where the parts of a row stand; the same in all rows of a list.
struct Columns {
    /// Columns of what stands first.
    lead: u16,
    /// Columns of what stands at the right end; none where there is no room for it in every row.
    detail: u16,
}

impl Columns {
    fn of(chooser: &Chooser, width: u16) -> Self {
        let widest = |part: fn(&Entry) -> &DisplayText| {
            chooser.all().map(|entry| part(entry).columns()).max().unwrap_or(0)
        };
        let narrow = |columns: usize| u16::try_from(columns).unwrap_or(u16::MAX);
        let third = width / 3;
        match chooser.listing {
            Listing::Help => Self { lead: narrow(chooser.lead()), detail: 0 },
            Listing::Palette => {
                let keys = chooser.all().map(|entry| first_key(entry).columns()).max();
                Self {
                    lead: narrow(NAMES).min(width.saturating_sub(12)),
                    detail: narrow(keys.unwrap_or(0)),
                }
            }
            Listing::Briefs
            | Listing::Trail
            | Listing::Judgements
            | Listing::Gaps
            | Listing::Questions
            | Listing::Problems
            | Listing::Bookmarks
            | Listing::Settings => {
                let lead = match widest(|entry| &entry.lead) {
                    0 => 0,
                    columns => narrow(columns + 2).min(third),
                };
                let left = width.saturating_sub(GUTTER + lead + 2);
                let text = narrow(widest(|entry| &entry.text)).max(TEXT);
                // Long texts are cut for it, as far as it takes a third of the row.
                let room = left.saturating_sub(text).max(third);
                let detail = narrow(widest(|entry| &entry.detail)).min(room);
                Self { lead, detail: if left >= TEXT + detail { detail } else { 0 } }
            }
        }
    }
}

/// The first of the keys of an action.
fn first_key(entry: &Entry) -> DisplayText {
    let end = entry.lead.as_str().find("  ").unwrap_or(entry.lead.as_str().len());
    entry.lead.slice(0..end)
}

fn draw_entry(
    canvas: &mut Canvas<'_>,
    listing: Listing,
    columns: &Columns,
    (entry, text): (&Entry, &DisplayText),
    row: Rect,
) {
    let dim = entry.unavailable.is_some();
    let role = |usual| if dim { Role::Quiet } else { usual };
    let (lead, text, detail, roles) = match listing {
        Listing::Palette => {
            (&entry.detail, text, &first_key(entry), [Role::Text, Role::Quiet, Role::Key])
        }
        Listing::Help => {
            (&entry.lead, text, &DisplayText::default(), [Role::Key, Role::Text, Role::Quiet])
        }
        Listing::Briefs => {
            (&entry.lead, text, &entry.detail, [Role::Quiet, Role::Strong, Role::Quiet])
        }
        Listing::Trail
        | Listing::Judgements
        | Listing::Gaps
        | Listing::Questions
        | Listing::Problems
        | Listing::Bookmarks
        | Listing::Settings => {
            (&entry.lead, text, &entry.detail, [Role::Quiet, Role::Text, Role::Quiet])
        }
    };
    let [lead_role, text_role, detail_role] = roles.map(role);
    let mut at = Position::new(row.x + GUTTER.min(row.width), row.y);
    let lead = lead.fit(usize::from(columns.lead.saturating_sub(1)), "…");
    canvas.text(at, columns.lead, &lead, lead_role);
    at.x += columns.lead;
    // A blank column ends the row.
    let row = Rect { width: row.width.saturating_sub(1), ..row };
    let end = row.right() - columns.detail.min(row.width);
    let between = if columns.detail > 0 { 2 } else { 0 };
    let room = end.saturating_sub(at.x + between);
    canvas.text(at, room, &at_word(text, usize::from(room)), text_role);
    let width = u16::try_from(detail.columns()).unwrap_or(u16::MAX);
    let width = width.min(columns.detail).min(row.width);
    let at = Position::new(row.right() - width, row.y);
    canvas.text(at, width, &detail.fit(usize::from(width), "…"), detail_role);
}
