//! The first row. It always holds the marking; without room for it nothing is shown at all.

use super::View;
use super::paint::{Canvas, marking_role};
use crate::app::{Pane, Rung, Tier, short_name};
use crate::config::Role;
use crate::library::Kind;
use crate::page::Times;
use crate::text::{DisplayText, Fit, wrap};
use ratatui::layout::{Position, Rect};

/// Draws the marking at the right end of a row and returns the room before it; none if the marking
/// does not fit.
pub(super) fn marking(view: &View<'_>, canvas: &mut Canvas<'_>, row: Rect) -> Option<Rect> {
    let text = view.app.marking_words();
    let width = u16::try_from(text.columns()).unwrap_or(u16::MAX);
    if row.width < width || row.height == 0 {
        return None;
    }
    let at = Position::new(row.right() - width, row.y);
    canvas.text(at, width, &text, marking_role(view.app.marking()));
    Some(Rect { width: row.width - width, ..row })
}

/// The header of the linked panes.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>) {
    let Some(room) = marking(view, canvas, view.app.layout().header) else { return };
    if view.app.layout().tier == Tier::Single {
        tabs(view, canvas, room);
    } else {
        segments(view, canvas, room);
    }
}

/// What is read and what is in force. The lenses and the brief come before everything else: who does
/// not see that rows are left out takes a part for all.
fn segments(view: &View<'_>, canvas: &mut Canvas<'_>, room: Rect) {
    let between = if view.app.rules() { " │ " } else { "   " };
    let mut x = room.x + 1;
    // A segment is shown whole or not at all, so that nothing reads as something else.
    let left = |x: u16| usize::from(room.right()).saturating_sub(usize::from(x) + 1);
    let (stacks, counts) = lens_words(view);
    let editions = editions(view);
    let beside = |lens: &DisplayText, edition: &DisplayText| {
        lens.columns() + edition.columns() + between.chars().count() <= left(x)
    };
    let pair = |lenses: &[DisplayText]| {
        let pairs =
            lenses.iter().flat_map(|lens| editions.iter().map(move |edition| (lens, edition)));
        let pair = pairs.into_iter().find(|(lens, edition)| beside(lens, edition));
        pair.map(|(lens, edition)| (Some(lens.clone()), Some(edition.clone())))
    };
    let alone = |lenses: &[DisplayText]| {
        let lens = lenses.iter().find(|lens| lens.columns() <= left(x));
        lens.map(|lens| (Some(lens.clone()), None))
    };
    let first = || editions.iter().find(|edition| edition.columns() <= left(x)).cloned();
    let (lens, edition) = if stacks.is_empty() {
        (None, first())
    } else {
        // Which lenses they are is worth more than the edition, and how many there are is not.
        let found = pair(&stacks).or_else(|| alone(&stacks));
        found.or_else(|| pair(&counts)).or_else(|| alone(&counts)).unwrap_or_default()
    };
    let mut segments: Vec<(Vec<DisplayText>, Role)> = Vec::new();
    segments.extend(edition.map(|edition| (vec![edition], Role::Text)));
    segments.extend(lens.map(|lens| (vec![lens], Role::Strong)));
    segments.extend(rest(view));
    for (words, role) in segments {
        let lead = DisplayText::literal(if x == room.x + 1 { "" } else { between });
        let fits = |text: &&DisplayText| lead.columns() + text.columns() <= left(x);
        if let Some(text) = words.iter().find(fits) {
            x += canvas.text(Position::new(x, room.y), room.width, &lead, Role::Text);
            x += canvas.text(Position::new(x, room.y), room.width, text, role);
        }
    }
}

/// What follows lenses and edition as far as there is room, each with its fullest words first.
fn rest(view: &View<'_>) -> Vec<(Vec<DisplayText>, Role)> {
    let library = view.app.library();
    let mut segments = Vec::new();
    if !library.refused().is_empty() {
        // Before the others: what is missing has to be known first.
        let refused = crate::text!["! ", library.refused().len(), " refused"];
        segments.push((vec![refused], Role::Text));
    }
    let errors = view.app.faults();
    if errors > 0 {
        let count = crate::text!["! ", errors, plural(errors, " error", " errors")];
        segments.push((vec![crate::text![count, ", g p lists"], count], Role::Warning));
    }
    segments.push((pin_words(view), Role::Text));
    match view.app.times() {
        Times::Reported => {}
        Times::Utc => segments.push((vec!["times UTC".into()], Role::Text)),
        Times::Local => segments.push((vec!["times local".into()], Role::Text)),
    }
    if view.app.is_stateless() {
        segments.push((vec!["no-state".into()], Role::Text));
    }
    let briefs = library.listed(Kind::Brief).len();
    let events = library.listed(Kind::Event).len();
    let counts = crate::text![
        briefs,
        plural(briefs, " brief", " briefs"),
        ", ",
        events,
        plural(events, " event", " events")
    ];
    if view.app.brief().is_none() {
        segments.push((vec![counts], Role::Text));
    }
    segments.push((vec!["offline".into()], Role::Text));
    segments
}

/// The lenses in force, the newest last, in shorter words for less room; and how many there are, for
/// where they have none. How to take the newest away stands beside it while that is what Esc does.
fn lens_words(view: &View<'_>) -> (Vec<DisplayText>, Vec<DisplayText>) {
    let lenses = view.app.lenses();
    let words: Vec<DisplayText> =
        lenses.iter().map(|lens| lens.words(view.app.library())).collect();
    let Some(newest) = words.last() else { return (Vec::new(), Vec::new()) };
    let esc = if view.app.rung() == Rung::Lens { "  [Esc]" } else { "" };
    let stack = |columns: usize, esc: &'static str| {
        let mut stack = DisplayText::literal("lens: ");
        for (at, words) in words.iter().enumerate() {
            let lead = if at == 0 { "" } else { " › " };
            stack = crate::text![stack, lead, shortened(words, columns)];
        }
        crate::text![stack, esc]
    };
    let mut stacks: Vec<DisplayText> =
        [usize::MAX, 40, 28, 20].into_iter().map(|columns| stack(columns, esc)).collect();
    stacks.push(stack(20, ""));
    let count = words.len();
    let lens = plural(count, " lens", " lenses");
    let mut counts = Vec::new();
    if count > 1 {
        counts.push(crate::text![count, lens, ", newest: ", newest, esc]);
        counts.push(crate::text![count, lens, ", newest: ", shortened(newest, 24), esc]);
    }
    counts.push(crate::text![count, lens, esc]);
    counts.push(crate::text![count, lens]);
    (stacks, counts)
}

/// What is pinned, where no pane has it as its title.
fn pin_words(view: &View<'_>) -> Vec<DisplayText> {
    let library = view.app.library();
    let shown = view.app.layout().pinned.is_some();
    let Some(pinned) = view.app.pinned().filter(|_| !shown) else { return Vec::new() };
    let name = short_name(library, pinned);
    let named = |columns| crate::text!["pinned: ", shortened(&name, columns)];
    vec![named(usize::MAX), named(40), named(24), "pinned".into()]
}

/// Lenses and pin in one line, the fullest words first.
pub(super) fn in_force(view: &View<'_>) -> Vec<DisplayText> {
    let ((stacks, counts), pins) = (lens_words(view), pin_words(view));
    let lenses = [stacks, counts].concat();
    if lenses.is_empty() || pins.is_empty() {
        return [lenses, pins].concat();
    }
    let both = |(pin, lens): (&DisplayText, &DisplayText)| crate::text![pin, " · ", lens];
    let last = pins.last().cloned().unwrap_or_default();
    let short = lenses.iter().map(|lens| both((&last, lens)));
    pins.iter().zip(&lenses).map(both).chain(short).collect()
}

/// Text cut between words, with a sign where it is cut; a first word that is too long goes whole.
fn shortened(text: &DisplayText, columns: usize) -> DisplayText {
    if text.columns() <= columns {
        return text.clone();
    }
    match wrap(text, columns.saturating_sub(1)).into_iter().next() {
        Some(first) => {
            let whole = text.slice(first);
            let end = whole.as_str().trim_end_matches([',', ';', ':', ' ']).len();
            crate::text![whole.slice(0..end), "…"]
        }
        None => text.clone(),
    }
}

/// The brief of the subject and which edition it is, the fullest first.
fn editions(view: &View<'_>) -> Vec<DisplayText> {
    let library = view.app.library();
    let subject = view.app.subject().and_then(|subject| library.get(subject));
    let only = view.app.brief();
    let brief = only.or(subject.and_then(|item| item.brief)).and_then(|id| library.get(id));
    let Some(brief) = brief else {
        return vec![DisplayText::literal("attache")];
    };
    let slug = match only {
        Some(_) => crate::text!["only ", brief.slug.shown()],
        None => brief.slug.shown(),
    };
    let mut editions = vec![slug.clone()];
    if let crate::library::Record::Brief(record) = &brief.record {
        let revised = record.revision.map(|revision| crate::text![slug, " r", revision]);
        let dated = record.as_of.as_ref().map(|as_of| {
            let revised = revised.clone().unwrap_or_else(|| slug.clone());
            crate::text![revised, ", as of ", as_of.text()]
        });
        editions.extend(revised);
        editions.extend(dated);
    }
    editions.reverse();
    editions
}

fn plural(count: usize, one: &'static str, many: &'static str) -> &'static str {
    if count == 1 { one } else { many }
}

/// The panes as tabs; where they do not fit, the one that is shown.
fn tabs(view: &View<'_>, canvas: &mut Canvas<'_>, room: Rect) {
    let mut at = Position::new(room.x, room.y);
    let tabs = view.app.tabs(room.width);
    let whole = tabs.len() > 1;
    for (pane, text) in tabs {
        if usize::from(room.right() - at.x) < text.columns() {
            return;
        }
        let role = if pane == view.app.focused() { Role::Focus } else { Role::Title };
        at.x += canvas.text(at, room.right() - at.x, &text, role);
        if whole && pane != Pane::Reader {
            canvas.rule(Rect::new(at.x, at.y, 1, 1), "│");
            at.x += 1;
        }
    }
    let left = usize::from(room.right().saturating_sub(at.x));
    let positions = super::list::position(view, view.app.focused());
    let order = super::panes::order_word(view, view.app.focused());
    let sorted = order.iter().flat_map(|order| {
        let with = positions.iter().map(move |info| crate::text![info, " by ", *order]);
        with.chain([crate::text!["by ", *order]])
    });
    let infos: Vec<DisplayText> = sorted.chain(positions.iter().cloned()).collect();
    let mut infos = infos.into_iter().map(|info| crate::text![" ", info]);
    if let Some(info) = infos.find(|info| info.columns() < left) {
        at.x += canvas.text(at, room.right() - at.x, &info, Role::Text);
    }
    // Else it stands above the pane.
    if view.app.layout().pinned.is_some() {
        let left = usize::from(room.right().saturating_sub(at.x));
        let mut words = in_force(view).into_iter().map(|words| crate::text!["  ", words]);
        if let Some(words) = words.find(|words| words.columns() < left) {
            canvas.text(at, room.right() - at.x, &words, Role::Strong);
        }
    }
}

/// The whole screen where there is room for one line: marking, date, title.
pub(super) fn line(view: &View<'_>, canvas: &mut Canvas<'_>) -> Option<Position> {
    let row = view.app.layout().header;
    let library = view.app.library();
    let marking = view.app.marking_label();
    let width = u16::try_from(marking.columns()).unwrap_or(u16::MAX);
    if row.height == 0 || row.width < width {
        return None;
    }
    let mut at = Position::new(row.x, row.y);
    at.x += canvas.text(at, width, &marking, marking_role(view.app.marking()));
    let room = usize::from(row.right().saturating_sub(at.x + 1));
    let text = view.app.subject().map(|id| crate::page::date_and_title(library, id));
    // That rows are left out is said even here.
    let lens = if view.app.lenses().is_empty() { "" } else { "(lens) " };
    let text = text.map(|text| crate::text![lens, text]);
    if let Some(text) = text.filter(|_| room > 0) {
        let start = Position::new(at.x + 1, at.y);
        canvas.text(start, row.right() - start.x, &text.fit(room, "…"), Role::Text);
    }
    Some(Position::new(row.x, row.y))
}
