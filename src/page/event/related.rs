//! How an event relates to others, told from both ends.

use crate::library::{EventLinkWord, EventTie, ItemId};
use crate::page::builder::Builder;
use crate::page::content::{Block, Entry, Marker, Run, Runs, Tone};
use crate::page::roles::spaced;
use crate::page::time;
use crate::page::words::date_and_title_in;
use crate::text::{DisplayText, capitalised, clean};
use std::collections::BTreeSet;

/// Each event that it is linked to, with how they relate, how far away it is, who says so and the
/// remark; the events that are told here.
pub(super) fn ties(builder: &mut Builder<'_>) -> BTreeSet<ItemId> {
    let (library, event) = (builder.library, builder.item);
    let mut told = BTreeSet::new();
    let ties = library.event_ties(event);
    if !ties.is_empty() {
        builder.heading("RELATED EVENTS");
    }
    for tie in ties {
        let other = if tie.from == event { tie.to } else { tie.from };
        told.insert(other);
        let line = date_and_title_in(library, other, builder.times);
        let lead = crate::text![tie_words(&tie.relation, tie.from == event), ": "];
        let mut runs = vec![Run::new(lead, Tone::Strong), Run::text(line)];
        runs.extend(support(builder, tie, other));
        let note = tie.record.note.as_ref();
        let note = note.map(|note| builder.runs_of(tie.written_at, note, Tone::Text));
        let under = note.map(Block::Paragraph).into_iter().collect();
        builder.push(Block::Entry(Entry { under, ..Entry::new(Marker::Number(other), runs) }));
    }
    told
}

/// `  (3 days later; The White House, 7 Sep 2022 [3])`.
fn support(builder: &Builder<'_>, tie: &EventTie, other: ItemId) -> Runs {
    let mut parts: Vec<Runs> = Vec::new();
    if let Some(away) = time::away(builder.library, builder.item, other) {
        parts.push(vec![Run::new(away, Tone::Quiet)]);
    }
    for source in &tie.cite {
        parts.push(builder.numbered_source("", *source, Tone::Quiet).into());
    }
    let mut runs = Runs::new();
    for (number, part) in parts.into_iter().enumerate() {
        runs.push(Run::new(if number == 0 { "  (" } else { "; " }, Tone::Quiet));
        runs.extend(part);
    }
    if !runs.is_empty() {
        runs.push(Run::new(")", Tone::Quiet));
    }
    runs
}

/// The words for a relation from the one end and from the other.
fn both_ways(relation: EventLinkWord) -> (&'static str, &'static str) {
    match relation {
        EventLinkWord::Announces => ("Announces", "Announced by"),
        EventLinkWord::AnsweredBy => ("Answered by", "Answers"),
        EventLinkWord::Answers => ("Answers", "Answered by"),
        EventLinkWord::CausedBy => ("Caused by", "Led to"),
        EventLinkWord::Continues => ("Continues", "Continued by"),
        EventLinkWord::Ends => ("Ends", "Ended by"),
        EventLinkWord::Investigates => ("Looks into", "Looked into by"),
        EventLinkWord::PartOf => ("Part of", "Includes"),
        EventLinkWord::PostponedTo => ("Postponed to", "Postponed from"),
        EventLinkWord::Prepares => ("Prepares", "Prepared by"),
        EventLinkWord::RelatedTo => ("Related to", "Related to"),
        EventLinkWord::Repeats => ("Repeats", "Repeated by"),
    }
}

/// `Part of`, and from the other end `Includes`; of an author's own word only one end is known, so the
/// other says it of the event that is named.
fn tie_words(relation: &DisplayText, outgoing: bool) -> DisplayText {
    match (EventLinkWord::from_word(relation.as_str()).map(both_ways), outgoing) {
        (Some((words, _)), true) | (Some((_, words)), false) => DisplayText::literal(words),
        (None, true) => clean(&capitalised(spaced(relation).as_str()), |_| {}),
        (None, false) => crate::text!["“", spaced(relation), "” is said of this event by"],
    }
}
