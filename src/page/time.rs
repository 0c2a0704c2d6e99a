//! What came before an event and what after it, in words.

use super::compose::Composer;
use super::words::{padded, status_words};
use super::{CardSize, PageLine, Piece, Tone};
use crate::library::{Apart, EventStatus, ItemId, Library, Neighbour, Neighbours};
use crate::text::{DisplayText, Fit};

/// The label and the neighbour, earlier and later.
fn sides(neighbours: &Neighbours) -> [(&'static str, Option<(Neighbour, Apart)>); 2] {
    let with = |neighbour: Neighbour, apart: fn(_) -> Apart| (neighbour, apart(neighbour.distance));
    [
        ("PREVIOUS", neighbours.before.map(|before| with(before, Apart::Earlier))),
        ("NEXT", neighbours.after.map(|after| with(after, Apart::Later))),
    ]
}

/// The rows PREVIOUS and NEXT of a card, one line each; both are there whatever is known.
pub(super) fn card_rows(
    composer: &mut Composer<'_>,
    neighbours: &Neighbours,
    width: usize,
    size: CardSize,
) -> Vec<PageLine> {
    let mut rows = Vec::new();
    let comparatives = ["earlier", "later"];
    for ((label, side), comparative) in sides(neighbours).into_iter().zip(comparatives) {
        let label = padded(&DisplayText::literal(label), size.label_width());
        let room = width.saturating_sub(label.columns());
        let mut line = vec![Piece::new(label, Tone::Label)];
        if let Some((neighbour, apart)) = side {
            line.extend(one_line(composer, neighbour.event, apart, room));
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
    for (label, side) in sides(neighbours) {
        let Some((neighbour, apart)) = side else { continue };
        let room = composer.room();
        let pieces = one_line(composer, neighbour.event, apart, room);
        composer.labelled(label, &pieces);
    }
}

/// `8 Sep, 1 day earlier: Albania cuts ties [1]`, the words cut to one line with the number.
fn one_line(composer: &mut Composer<'_>, event: ItemId, apart: Apart, room: usize) -> Vec<Piece> {
    let number = composer.number(event);
    let room = room.saturating_sub(number.text.columns() + 1);
    let words = neighbour_words(composer, event, apart).fit(room, "…");
    vec![Piece::new(words, Tone::Text), Piece::new(" ", Tone::Text), number]
}

/// The events of the same moment and of the same day, of which nobody knows the order.
pub(super) fn same_time(composer: &mut Composer<'_>, neighbours: &Neighbours) {
    for (label, events) in
        [("SAME TIME", &neighbours.same_moment), ("SAME DAY", &neighbours.same_day)]
    {
        let (named, more) = events.split_at(events.len().min(MOST_OF_ONE_DAY));
        composer.linked_field(label, named);
        if !more.is_empty() {
            composer.field("", &crate::text!["and ", more.len(), " more"]);
        }
    }
}

/// `8 Sep, 1 day earlier: Albania cuts ties`.
fn neighbour_words(composer: &Composer<'_>, event: ItemId, apart: Apart) -> DisplayText {
    let library = composer.library;
    let title = library.full_title(event);
    let Some(record) = library.event(event) else { return title };
    let date = library.event(composer.item).map_or_else(DisplayText::default, |subject| {
        record.when.value.beside(&subject.when.value, composer.times)
    });
    let status = if record.status == EventStatus::Occurred {
        DisplayText::default()
    } else {
        crate::text![" (", status_words(record.status), ")"]
    };
    crate::text![date, ", ", apart.words(), ": ", title, status]
}

/// `12 days later`, `2 days earlier`, `the same day`: how another event stands to one; nothing where
/// the order is not known.
pub(super) fn away(library: &Library, event: ItemId, other: ItemId) -> Option<DisplayText> {
    Some(library.apart(event, other)?.words())
}

/// Events of one day that are named before they are only counted.
const MOST_OF_ONE_DAY: usize = 8;
