//! What came before an event and what after it, in words.

use super::builder::Builder;
use super::content::{Block, Line, Row, Run, Runs, Tone};
use super::words::status_words;
use crate::library::{Distance, EventStatus, ItemId, Library, Neighbour, Neighbours};
use crate::text::DisplayText;

/// The rows BEFORE and AFTER of a card, one line each; both are there whatever is known.
pub(super) fn card_rows(library: &Library, neighbours: &Neighbours) -> Vec<Block> {
    let row = |label, neighbour: Option<Neighbour>, is_before, comparative| {
        let line = if let Some(neighbour) = neighbour {
            one_line(library, neighbour, is_before)
        } else {
            let words = crate::text!["nothing known to be ", comparative];
            Line::one(vec![Run::new(words, Tone::Dim)])
        };
        Block::Row(Row::new(label, vec![line]))
    };
    vec![
        row("BEFORE", neighbours.before, true, "earlier"),
        row("AFTER", neighbours.after, false, "later"),
    ]
}

/// The same in the text of a page; what is not known is left out.
pub(super) fn body_rows(builder: &mut Builder<'_>, neighbours: &Neighbours) {
    for (label, neighbour, is_before) in
        [("BEFORE", neighbours.before, true), ("AFTER", neighbours.after, false)]
    {
        if let Some(neighbour) = neighbour {
            let line = one_line(builder.library, neighbour, is_before);
            builder.push(Block::Row(Row::new(label, vec![line])));
        }
    }
}

/// The words and the number of the link, in full and shorter.
fn one_line(library: &Library, neighbour: Neighbour, is_before: bool) -> Line {
    let form = |distance: DisplayText| -> Runs {
        let text = neighbour_words(library, neighbour, is_before, &distance);
        let words = Run::Elastic { text, tone: Tone::Text };
        vec![words, Run::text(" "), Run::Number(neighbour.event)]
    };
    let Neighbour { distance, .. } = neighbour;
    Line::Fitting(vec![form(distance.words()), form(distance.short_words())])
}

/// The events of the same day, of which nobody knows the order.
pub(super) fn same_day(builder: &mut Builder<'_>, same_day: &[ItemId]) {
    let (named, more) = same_day.split_at(same_day.len().min(MOST_OF_ONE_DAY));
    builder.linked_field("SAME DAY", named);
    if !more.is_empty() {
        builder.field("", &crate::text!["and ", more.len(), " more"]);
    }
}

/// `2 days after Albania cuts ties`, `began 12 days before the end of the strikes`.
fn neighbour_words(
    library: &Library,
    neighbour: Neighbour,
    is_before: bool,
    words: &DisplayText,
) -> DisplayText {
    let Neighbour { event, distance } = neighbour;
    let Some(item) = library.get(event) else { return DisplayText::default() };
    let status = library.event(event).map_or(EventStatus::Occurred, |event| event.status);
    let status = status_words(status);
    let (open, close) = if status.is_empty() { ("", "") } else { (" (", ")") };
    let own = own_end(distance, is_before);
    let (preposition, theirs) = if is_before {
        (" after ", end_of(distance))
    } else {
        (" before ", if distance.to_beginning() { "the beginning of " } else { "" })
    };
    crate::text![own, words, preposition, theirs, item.title, open, status, close]
}

/// Which end of the event itself the time is counted to.
fn own_end(distance: Distance, is_before: bool) -> &'static str {
    if is_before {
        if distance.to_beginning() { "began " } else { "" }
    } else if distance.from_ending() {
        "ended "
    } else if distance.from_beginning() {
        "began "
    } else {
        ""
    }
}

fn end_of(distance: Distance) -> &'static str {
    if distance.from_ending() {
        "the end of "
    } else if distance.from_beginning() {
        "the beginning of "
    } else {
        ""
    }
}

/// `12 days later`, `2 days before`, `the same day`: how another event stands to one; nothing where
/// the order is not known.
pub(super) fn away(library: &Library, event: ItemId, other: ItemId) -> Option<DisplayText> {
    let (distance, is_later) = library.distance(event, other)?;
    if distance.is_same_day() {
        return Some(distance.words());
    }
    let words = distance.words();
    Some(crate::text![words, if is_later { " later" } else { " before" }])
}

/// Events of one day that are named before they are only counted.
const MOST_OF_ONE_DAY: usize = 8;
