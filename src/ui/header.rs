//! The first row. It always holds the marking; without room for it nothing is shown at all.

use super::View;
use super::paint::{Canvas, marking_role};
use crate::action::Action;
use crate::app::{Rung, Tier, short_name};
use crate::choice::{Pane, Times};
use crate::config::Role;
use crate::library::Kind;
use crate::text::{DisplayText, Fit, at_word};
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

/// The header of the page of all briefs.
pub(super) fn briefs(view: &View<'_>, canvas: &mut Canvas<'_>, room: Rect) {
    let width = usize::from(room.width.saturating_sub(1));
    let mut words: Vec<DisplayText> = Vec::new();
    if let Some(shortest) = editions(view).into_iter().next_back() {
        let whole = editions(view).into_iter().nth(1).unwrap_or_else(|| shortest.clone());
        if let Some(told) = view.app.refused_and_stale_words_in_short() {
            words.extend(told.iter().map(|told| crate::text![whole, " · ", told]));
            words.extend(told);
        } else {
            words.push(crate::text![whole, " · read on this machine only"]);
        }
        words.extend([whole, shortest]);
    }
    if let Some(words) = words.iter().find(|words| words.columns() <= width) {
        canvas.text(Position::new(room.x + 1, room.y), room.width, words, Role::Text);
    }
}

/// What is read and what is in force. The lenses and the brief come before everything else: who does
/// not see that rows are left out takes a part for all.
fn segments(view: &View<'_>, canvas: &mut Canvas<'_>, room: Rect) {
    let between = " · ";
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
    let mut segments = Vec::new();
    // Before the others: what is missing or not as it stands has to be known first.
    segments.extend(view.app.refused_words_in_short().map(|words| (words, Role::Text)));
    segments.extend(view.app.stale_words_in_short().map(|words| (words, Role::Warning)));
    segments.extend(view.app.disk_words_in_short().map(|words| (words, Role::Strong)));
    let errors = view.app.faults();
    if errors > 0 {
        let count = crate::text!["! ", errors, plural(errors, " error", " errors")];
        let key = view.app.key_in_panes(Action::Problems);
        let listed = key.map(|key| crate::text![count, ", ", key, " lists"]);
        segments.push((listed.into_iter().chain([count]).collect(), Role::Warning));
    }
    segments.push((pin_words(view), Role::Text));
    match view.app.preferences().times {
        Times::Reported => {}
        Times::Utc => segments.push((vec!["times UTC".into()], Role::Text)),
        Times::Local => segments.push((vec!["times local".into()], Role::Text)),
    }
    if view.app.is_secure() {
        segments.push((vec!["secure".into()], Role::Text));
    } else if view.app.preferences().stateless {
        segments.push((vec!["no-state".into()], Role::Text));
    }
    segments
}

/// The lenses in force, the newest last, in shorter words for less room; and how many there are, for
/// where they have none. How to take the newest away stands beside it while that is what Esc does.
fn lens_words(view: &View<'_>) -> (Vec<DisplayText>, Vec<DisplayText>) {
    let lenses = view.app.lenses();
    let words: Vec<DisplayText> =
        lenses.iter().map(|lens| lens.words(view.app.library())).collect();
    let Some(newest) = words.last() else { return (Vec::new(), Vec::new()) };
    let key = view.app.key_of(Action::Cancel).filter(|_| view.app.rung() == Rung::Lens);
    let esc = key.map_or_else(DisplayText::default, |key| crate::text!["  [", key, "]"]);
    let none = DisplayText::default();
    let stack = |columns: usize, esc: &DisplayText| {
        let mut stack = DisplayText::literal("lens: ");
        for (at, words) in words.iter().enumerate() {
            let lead = if at == 0 { "" } else { " › " };
            stack = crate::text![stack, lead, at_word(words, columns)];
        }
        crate::text![stack, esc]
    };
    let mut stacks: Vec<DisplayText> =
        [usize::MAX, 40, 28, 20].into_iter().map(|columns| stack(columns, &esc)).collect();
    stacks.push(stack(20, &none));
    let count = words.len();
    let lens = plural(count, " lens", " lenses");
    let mut counts = Vec::new();
    if count > 1 {
        counts.push(crate::text![count, lens, ", newest: ", newest, esc]);
        counts.push(crate::text![count, lens, ", newest: ", at_word(newest, 24), esc]);
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
    let named = |columns| crate::text!["pinned: ", at_word(&name, columns)];
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

/// What is read: all briefs together or one of them, the fullest words first.
fn editions(view: &View<'_>) -> Vec<DisplayText> {
    let library = view.app.library();
    if view.app.is_loading() {
        return vec!["attache is reading the briefs".into(), "attache".into()];
    }
    let briefs = library.listed(Kind::Brief);
    let only = view.app.brief().or(briefs.first().copied().filter(|_| briefs.len() == 1));
    let (name, events) = match only {
        Some(brief) => (library.short_title(brief), library.linked(brief, Kind::Event).len()),
        None if briefs.is_empty() => ("attache".into(), library.listed(Kind::Event).len()),
        None => {
            let count = library.listed(Kind::Event).len();
            (crate::text!["All ", briefs.len(), " briefs"], count)
        }
    };
    let counted = crate::text![name, " · ", events, plural(events, " event", " events")];
    let dated = view.app.as_of(only).map(|day| crate::text![counted, " · as of ", day]);
    dated.into_iter().chain([counted, name]).collect()
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
    let focused = view.app.focused();
    let positions = view.app.bar(focused).infos;
    let order = view.app.order_word(focused);
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
