//! The linked panes.

use super::View;
use super::paint::Canvas;
use super::{axis, field, footer, header, list, reader};
use crate::app::{Face, Mode, Order, Pane, Prompt, Question, Tier, TimeStep};
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
            let infos = list::position(view, *pane);
            let pairs = match pane {
                Pane::Reader => pairs(&reader_names(view), &infos),
                Pane::Timeline | Pane::Actors | Pane::Sources => list_titles(view, *pane, &infos),
            };
            title_of(canvas, area.title, &pairs, focused);
        }
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
    if let Some(area) = layout.pinned {
        name(
            canvas,
            area.title,
            &page_names(view, "PINNED ", view.app.pinned_page()),
            Role::Pinned,
        );
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
fn draw_prompt(view: &View<'_>, prompt: &Prompt, canvas: &mut Canvas<'_>) -> Position {
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
    if prompt.question == Question::Filter && !prompt.field.is_empty() {
        let count = |pane: Pane, one, many| {
            let count = view.app.list_rows(pane).map_or(0, |shown| shown.items);
            crate::text![count, if count == 1 { one } else { many }]
        };
        let left = crate::text![
            count(Pane::Timeline, " event, ", " events, "),
            count(Pane::Actors, " actor, ", " actors, "),
            count(Pane::Sources, " source", " sources")
        ];
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
    let words = header::in_force(view);
    if let Some(words) = words.iter().find(|words| words.columns() <= room).or(words.last()) {
        title(canvas, row, words, &DisplayText::default(), false);
    }
}

/// The titles of a list, the best first: its name with what it is sorted by or the year in sight, and
/// where one is in it. What it leaves out is worth more than the year.
fn list_titles(
    view: &View<'_>,
    pane: Pane,
    infos: &[DisplayText],
) -> Vec<(DisplayText, DisplayText)> {
    let name = crate::text![pane.index() + 1, " ", pane.name()];
    let by_info = |names: &[DisplayText]| -> Vec<(DisplayText, DisplayText)> {
        let with = |info: &DisplayText| {
            let info = info.clone();
            names.iter().map(move |name| (name.clone(), info.clone())).collect::<Vec<_>>()
        };
        infos.iter().flat_map(with).collect()
    };
    if let Some(order) = order_word(view, pane) {
        let sorted = [crate::text![name, " by ", order], crate::text![name, ": ", order]];
        let alone = sorted.clone().map(|name| (name, DisplayText::default()));
        return by_info(&sorted).into_iter().chain(alone).chain(by_info(&[name])).collect();
    }
    let timeline = pane == Pane::Timeline;
    let year = view.app.year_above().filter(|_| timeline);
    let step = view.app.step_of_time();
    let by = (timeline && step != TimeStep::Day).then(|| crate::text![name, " by ", step.name()]);
    let dated = year.map(|year| crate::text![name, " ", year]);
    let names: Vec<DisplayText> = by.into_iter().chain(dated).chain([name]).collect();
    let all = pane.kind().map_or(0, |kind| view.app.library().listed(kind).len());
    let part = view.app.list_rows(pane).is_some_and(|shown| shown.items < all);
    if part { by_info(&names) } else { pairs(&names, infos) }
}

/// Every name with every information and without one, the name being worth more.
fn pairs(names: &[DisplayText], infos: &[DisplayText]) -> Vec<(DisplayText, DisplayText)> {
    let none = DisplayText::default();
    let with = |name: &DisplayText| {
        let name = name.clone();
        let infos = infos.iter().chain([&none]);
        infos.map(move |info| (name.clone(), info.clone())).collect::<Vec<_>>()
    };
    names.iter().flat_map(with).collect()
}

/// What a list is sorted by, unless it is as usual.
pub(super) fn order_word(view: &View<'_>, pane: Pane) -> Option<&'static str> {
    match view.app.list(pane)?.order {
        Order::Usual => None,
        Order::Time => Some("time"),
        Order::Name => Some("name"),
        Order::Grade => Some("grade"),
        Order::Links => Some("links"),
    }
}

fn reader_names(view: &View<'_>) -> Vec<DisplayText> {
    let pinned = view.app.pinned();
    let apart = view.app.layout().pinned.is_none() && pinned == view.app.subject();
    let lead = match pinned {
        None => "4 ",
        Some(_) if apart => "4 PINNED ",
        Some(_) => "4 COMPARE ",
    };
    page_names(view, lead, view.app.page())
}

/// A page with its id, then its kind or face, then what stands before them.
fn page_names(view: &View<'_>, lead: &'static str, page: &Page) -> Vec<DisplayText> {
    let item = page.subject.and_then(|subject| view.app.library().get(subject));
    let kind = match view.app.face() {
        Face::WhoSays => "Who says what",
        Face::Provenance => "Where it comes from",
        Face::Item => item.map_or("", |item| item.kind.heading()),
    };
    let mut names = vec![crate::text![lead, page.title]];
    if !kind.is_empty() {
        names.push(crate::text![lead, kind]);
    }
    if lead.len() > 2 {
        names.push(DisplayText::literal(lead.trim_end()));
    }
    names
}

/// The first title whose words fit whole beside each other, or the last name.
fn title_of(
    canvas: &mut Canvas<'_>,
    row: Rect,
    titles: &[(DisplayText, DisplayText)],
    focused: bool,
) {
    let fits = |(name, info): &&(DisplayText, DisplayText)| {
        name.columns() + info.columns() + BESIDE <= usize::from(row.width)
    };
    if let Some((name, info)) = titles.iter().find(fits).or(titles.last()) {
        title(canvas, row, name, info, focused);
    }
}

/// A title of the first name that fits whole.
pub(super) fn name(canvas: &mut Canvas<'_>, row: Rect, names: &[DisplayText], role: Role) {
    let fits = |name: &&DisplayText| name.columns() + BESIDE <= usize::from(row.width);
    if let Some(name) = names.iter().find(fits).or(names.last()) {
        title_in(canvas, row, name, &DisplayText::default(), role);
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
    if width > 2 && used.saturating_add(width).saturating_add(3) <= row.width {
        canvas.text(Position::new(row.right() - width - 1, row.y), width, &info, Role::Quiet);
    }
}
