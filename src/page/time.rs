//! What came before an event and what after it, in words.

use super::compose::Composer;
use super::words::{padded, status_words};
use super::{CardSize, PageLine, Piece, Tone};
use crate::library::{Distance, EventStatus, ItemId, Library, Neighbour, Neighbours};
use crate::text::{DisplayText, Fit};

/// The rows BEFORE and AFTER of a card, one line each; both are there whatever is known.
pub(super) fn card_rows(
    composer: &mut Composer<'_>,
    neighbours: &Neighbours,
    width: usize,
    size: CardSize,
) -> Vec<PageLine> {
    let mut rows = Vec::new();
    for (label, neighbour, is_before, comparative) in [
        ("BEFORE", neighbours.before, true, "earlier"),
        ("AFTER", neighbours.after, false, "later"),
    ] {
        let label = padded(&DisplayText::literal(label), size.label_width());
        let room = width.saturating_sub(label.columns());
        let mut line = vec![Piece::new(label, Tone::Label)];
        if let Some(neighbour) = neighbour {
            let number = composer.number(neighbour.event);
            line.extend(one_line(composer.library, neighbour, is_before, room, number));
        } else {
            let words = crate::text!["nothing known to be ", comparative];
            line.push(Piece::new(words.fit(room, "…"), Tone::Dim));
        }
        rows.push(line);
    }
    rows
}

/// The same in the text of a page; what is not known is left out.
pub(super) fn body_rows(composer: &mut Composer<'_>, neighbours: &Neighbours) {
    for (label, neighbour, is_before) in
        [("BEFORE", neighbours.before, true), ("AFTER", neighbours.after, false)]
    {
        let Some(neighbour) = neighbour else { continue };
        let number = composer.number(neighbour.event);
        let room = composer.room();
        let pieces = one_line(composer.library, neighbour, is_before, room, number);
        composer.labelled(label, &pieces);
    }
}

/// The words cut to one line, the number after them.
fn one_line(
    library: &Library,
    neighbour: Neighbour,
    is_before: bool,
    room: usize,
    number: Piece,
) -> Vec<Piece> {
    let room = room.saturating_sub(number.text.columns() + 1);
    let mut words = neighbour_words(library, neighbour, is_before, &neighbour.distance.words());
    if words.columns() > room {
        let short = neighbour.distance.short_words();
        words = neighbour_words(library, neighbour, is_before, &short).fit(room, "…");
    }
    vec![Piece::new(words, Tone::Text), Piece::new(" ", Tone::Text), number]
}

/// The events of the same day, of which nobody knows the order.
pub(super) fn same_day(composer: &mut Composer<'_>, same_day: &[ItemId]) {
    let (named, more) = same_day.split_at(same_day.len().min(MOST_OF_ONE_DAY));
    composer.linked_field("SAME DAY", named);
    if !more.is_empty() {
        composer.field("", &crate::text!["and ", more.len(), " more"]);
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
