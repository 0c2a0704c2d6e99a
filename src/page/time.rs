//! What came before an event and what after it, in words.

use super::builder::Builder;
use super::content::Run;
use super::words::status_words;
use crate::choice::Times;
use crate::library::{Apart, EventStatus, ItemId, Library, Neighbours};
use crate::text::DisplayText;

/// Events of one day that are named before they are only counted.
const MOST_OF_ONE_DAY: usize = 2;

/// The rows PREVIOUS and NEXT, then what was at the same time; what is not known is left out.
pub(super) fn rows(builder: &mut Builder<'_>, neighbours: &Neighbours) {
    let sides = [
        ("PREVIOUS", neighbours.before.map(|found| (found.event, Apart::Earlier(found.distance)))),
        ("NEXT", neighbours.after.map(|found| (found.event, Apart::Later(found.distance)))),
    ];
    builder.gap();
    for (label, side) in sides {
        let Some((event, apart)) = side else { continue };
        let text = neighbour_words(builder.library, (builder.item, event), apart, builder.times);
        let runs = builder.by_name(event, text);
        builder.labelled(label, runs);
    }
    for (label, events) in
        [("SAME TIME", &neighbours.same_moment), ("SAME DAY", &neighbours.same_day)]
    {
        // Those of the same brief first.
        let brief = |event: ItemId| builder.library.get(event).and_then(|item| item.brief);
        let own = brief(builder.item);
        let mut events = events.clone();
        events.sort_by_key(|event| brief(*event) != own);
        let (named, more) = events.split_at(events.len().min(MOST_OF_ONE_DAY));
        let mut runs = builder.linked(named);
        if !more.is_empty() {
            runs.push(Run::text(crate::text![" +", more.len()]));
        }
        if !runs.is_empty() {
            builder.labelled(label, runs);
        }
    }
}

/// `8 Sep, 1 day earlier: Albania cuts ties`.
fn neighbour_words(
    library: &Library,
    (subject, event): (ItemId, ItemId),
    apart: Apart,
    times: Times,
) -> DisplayText {
    let title = library.full_title(event);
    let Some(record) = library.event(event) else { return title };
    let date = library.event(subject).map_or_else(DisplayText::default, |subject| {
        record.when.value.beside(&subject.when.value, times)
    });
    let status = if record.status == EventStatus::Occurred {
        DisplayText::default()
    } else {
        crate::text![" (", status_words(record.status), ")"]
    };
    // One "about" is enough for both.
    let away = if date.as_str().starts_with("about ") {
        apart.words_beside_about()
    } else {
        apart.words()
    };
    crate::text![date, ", ", away, ": ", title, status]
}

/// `12 days later`, `2 days earlier`, `the same day`: how another event stands to one; nothing where
/// the order is not known.
pub(super) fn away(library: &Library, event: ItemId, other: ItemId) -> Option<DisplayText> {
    Some(library.apart(event, other)?.words())
}
