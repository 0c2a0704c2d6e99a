//! Pages as lines, in the width of plain text, with words for their signs.

use crate::app::{App, Face};
use crate::library::ItemId;
use crate::page::{
    Agreement, CardSize, Comparison, ComparisonRow, Page, PageLine, PageSize, compare,
};
use crate::text::DisplayText;

/// Columns of plain text, as `attache show` has them.
pub(super) const WIDTH: usize = 80;

/// What stands in the legend of the page of voices; its signs are words here.
const LEGEND: &str = "no sign: one voice";

/// Signs at the beginning of a piece and the words for them: of a page, and of who says what.
const SIGNS: &[(&str, &str, &str)] =
    &[("\u{2260}", "differs:", "in dispute:"), ("=", "the same:", "several carry it:")];

/// Signs between two things and the words for them.
const BETWEEN: &[(&str, &str)] = &[(" \u{2260} ", " differs from "), (" \u{b7} ", "; ")];

/// The page of an item under the marking of it and of all that it names, and where its links lead.
pub(super) fn page(app: &App, item: ItemId) -> (Vec<DisplayText>, Vec<ItemId>) {
    let library = app.library();
    let size = PageSize {
        width: WIDTH,
        evidence: None,
        card: CardSize::Roomy,
        whole_addresses: true,
        depth: app.depth(),
        times: app.times(),
    };
    // A claim is read by itself where its event is what is selected.
    let face = if app.subject() == Some(item) { app.face() } else { Face::Item };
    let who = (face == Face::WhoSays).then(|| Page::who(library, item, size)).flatten();
    let voices = who.is_some();
    let page = match face {
        Face::Provenance => Page::provenance(library, item, size),
        Face::Item | Face::WhoSays => who.unwrap_or_else(|| Page::new(library, item, size)),
    };
    let named = page.links.iter().map(|link| link.target);
    let label = crate::text!["TLP:", library.marking_of_page(item, named).word(), "\n"];
    let mut text = vec![label, crate::text![library.reference(item), "\n"]];
    let line = |pieces: &PageLine| line(pieces, voices);
    text.extend(page.card.iter().filter_map(line).filter(|line| line.as_str() != "\n"));
    text.push(DisplayText::literal("\n"));
    text.extend(page.body.iter().filter_map(line));
    // A legend that is left out leaves two blank lines.
    text.dedup_by(|next, before| before.as_str() == "\n" && next == before);
    (text, page.links.iter().map(|link| link.target).collect())
}

/// The marking of everything that is read, in a line.
pub(super) fn marking(app: &App) -> DisplayText {
    crate::text!["TLP:", app.library().marking().word(), "\n"]
}

/// A line without trailing blanks; none for what only explains signs.
fn line(pieces: &PageLine, voices: bool) -> Option<DisplayText> {
    let mut text = DisplayText::default();
    for piece in pieces {
        // A link begins with its number, and its text with whatever the brief has there.
        let words = if piece.link.is_none() { signed(&piece.text, voices) } else { None };
        text = crate::text![text, words.unwrap_or_else(|| piece.text.clone())];
    }
    if voices && text.as_str().contains(LEGEND) {
        return None;
    }
    let text = spelt(text);
    let end = text.as_str().trim_end().len();
    Some(crate::text![text.slice(0..end), "\n"])
}

/// A piece that begins with a sign, with words for it.
fn signed(piece: &DisplayText, voices: bool) -> Option<DisplayText> {
    let text = piece.as_str();
    let rest = text.trim_start();
    let (sign, plain, voice) = SIGNS.iter().find(|(sign, ..)| {
        rest.strip_prefix(sign).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })?;
    let blanks = text.len() - rest.len();
    let after = blanks + sign.len();
    let words = if voices { *voice } else { *plain };
    let rest = piece.slice(after..text.len());
    Some(crate::text![piece.slice(0..blanks), words, rest])
}

/// Words for the signs between two things.
fn spelt(text: DisplayText) -> DisplayText {
    let mut spelt = text;
    for (sign, words) in BETWEEN {
        let mut done = DisplayText::default();
        while let Some(at) = spelt.as_str().find(sign) {
            done = crate::text![done, spelt.slice(0..at), *words];
            spelt = spelt.slice(at + sign.len()..spelt.as_str().len());
        }
        spelt = crate::text![done, spelt];
    }
    spelt
}

/// What is pinned and an item, fact by fact.
pub(super) fn comparison(app: &App, pinned: ItemId, item: ItemId) -> Vec<DisplayText> {
    let library = app.library();
    if library.get(pinned).map(|item| item.kind) != library.get(item).map(|item| item.kind) {
        let title = library.full_title(pinned);
        return vec![crate::text!["of another kind than what is pinned: ", title, "\n"]];
    }
    let compared = compare(library, pinned, item, usize::MAX / 2);
    let Comparison { left_title, right_title, .. } = &compared;
    let (same, differing) = compared.counts();
    let both = library.highest_marking([pinned, item]).word();
    let mut text = vec![
        crate::text!["TLP:", both, "\n"],
        crate::text!["compared with what is pinned: ", left_title, "\n"],
        crate::text!["this one: ", right_title, "\n"],
        crate::text!["facts that are the same: ", same, "; that differ: ", differing, "\n"],
    ];
    text.extend(compared.rows.iter().flat_map(fact));
    text
}

/// A fact of both: the same, or one line for each.
fn fact(row: &ComparisonRow) -> Vec<DisplayText> {
    if row.is_heading() {
        return vec![crate::text![row.label, "\n"]];
    }
    let joined = |side: &[DisplayText]| {
        let mut all = DisplayText::default();
        for line in side {
            let between = if all.is_empty() { "" } else { " " };
            all = crate::text![all, between, line];
        }
        let end = all.as_str().trim_end().len();
        spelt(all.slice(0..end))
    };
    let (left, right) = (joined(&row.left), joined(&row.right));
    match row.agreement {
        Some(Agreement::Same) => vec![crate::text![row.label, ", the same: ", right, "\n"]],
        Some(Agreement::Differs) => vec![
            crate::text![row.label, ", they differ; pinned: ", left, "\n"],
            crate::text![row.label, ", they differ; this one: ", right, "\n"],
        ],
        None => vec![
            crate::text![row.label, ", pinned: ", left, "\n"],
            crate::text![row.label, ", this one: ", right, "\n"],
        ],
    }
}
