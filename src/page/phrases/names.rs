//! What questions and people are called.

use crate::library::{Aspect, EventType, ItemId, Library, Precision, Relation, When};
use crate::page::content::{Run, Tone};
use crate::text::{DisplayText, clean, comma_separated};

/// What a question is called in a row: `it happened`, `day`, `who did it`.
pub(in crate::page) fn question_name(
    library: &Library,
    event: ItemId,
    about: Option<Aspect>,
) -> &'static str {
    let record = library.event(event);
    match about {
        Some(Aspect::Occurrence) => {
            record.map_or("it happened", |event| occurrence_name(event.kind))
        }
        Some(Aspect::When) => record.map_or("day", |event| date_name(&event.when.value)),
        Some(Aspect::Where) => "where",
        Some(Aspect::Who) => "who took part",
        Some(Aspect::Target) => "what was hit",
        Some(Aspect::How) => "how",
        Some(Aspect::Cause) => "cause",
        Some(Aspect::Number) => "number",
        Some(Aspect::Outcome) => "outcome",
        Some(Aspect::Attribution) => "who did it",
        None => "also said",
    }
}

/// The same before a colon and an answer: `who did it`, `how many`; nothing where it is not said what a
/// claim is about.
pub(in crate::page) fn question_lead(
    library: &Library,
    event: ItemId,
    about: Option<Aspect>,
) -> Option<&'static str> {
    Some(match about? {
        Aspect::Occurrence => "whether it happened",
        Aspect::Number => "how many",
        Aspect::When
        | Aspect::Where
        | Aspect::Who
        | Aspect::Target
        | Aspect::How
        | Aspect::Cause
        | Aspect::Outcome
        | Aspect::Attribution => question_name(library, event, about),
    })
}

/// The same with its colon, `who did it: `; nothing where it is not said what a claim is about.
pub(super) fn question_colon(
    library: &Library,
    event: ItemId,
    about: Option<Aspect>,
) -> DisplayText {
    let name = question_lead(library, event, about);
    name.map_or_else(DisplayText::default, |name| crate::text![name, ": "])
}

/// Of which event something is said, behind it: ` (of “The second attack”)`.
pub(in crate::page) fn of_event(library: &Library, event: ItemId) -> Run {
    Run::new(crate::text![" (of “", library.full_title(event), "”)"], Tone::Quiet)
}

fn occurrence_name(kind: EventType) -> &'static str {
    match kind {
        EventType::Statement => "it was said",
        EventType::Publication => "it was published",
        EventType::Cyber
        | EventType::Diplomatic
        | EventType::Legal
        | EventType::Military
        | EventType::Protest
        | EventType::Disaster
        | EventType::Other => "it happened",
    }
}

/// What of a date can be in doubt.
fn date_name(when: &When) -> &'static str {
    match when.precision() {
        Precision::Year => "year",
        Precision::Month => "month",
        Precision::Day => "day",
        Precision::Minute => "time",
        Precision::Interval | Precision::Range => "dates",
    }
}

/// What a claim is about: `when`, `who did it`.
pub(in crate::page) fn aspect_words(about: Option<Aspect>) -> &'static str {
    match about {
        Some(Aspect::Occurrence) => "whether it happened",
        Some(Aspect::When) => "when",
        Some(Aspect::Where) => "where",
        Some(Aspect::Who) => "who took part",
        Some(Aspect::Target) => "what was hit",
        Some(Aspect::How) => "how",
        Some(Aspect::Cause) => "why",
        Some(Aspect::Number) => "how many",
        Some(Aspect::Outcome) => "what came of it",
        Some(Aspect::Attribution) => "who did it",
        None => "also said",
    }
}

/// What a claim is about as the label of a narrow row: `OUTCOME`.
pub(in crate::page) fn aspect_label(about: Option<Aspect>) -> &'static str {
    match about {
        Some(Aspect::Occurrence) => "HAPPENED",
        Some(Aspect::When) => "WHEN",
        Some(Aspect::Where) => "WHERE",
        Some(Aspect::Who) => "WHO",
        Some(Aspect::Target) => "TARGET",
        Some(Aspect::How) => "HOW",
        Some(Aspect::Cause) => "WHY",
        Some(Aspect::Number) => "HOW MANY",
        Some(Aspect::Outcome) => "OUTCOME",
        Some(Aspect::Attribution) => "WHO DID IT",
        None => "ALSO SAID",
    }
}

/// The same as a heading or a label: `WHO DID IT`.
pub(in crate::page) fn aspect_heading(about: Option<Aspect>) -> DisplayText {
    clean(&aspect_words(about).to_uppercase(), |_| {})
}

/// Short names of actors, `and` before the last.
pub(in crate::page) fn short_names(library: &Library, actors: &[ItemId]) -> DisplayText {
    let mut names: Vec<DisplayText> = Vec::new();
    for name in actors.iter().map(|actor| library.short_name(*actor)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => crate::text![comma_separated(others), " and ", last],
        None => DisplayText::default(),
    }
}

/// Actors, each once, without the bodies of others among them.
pub(super) fn without_bodies(library: &Library, actors: &[ItemId]) -> Vec<ItemId> {
    let is_body = |actor: &ItemId| actors.iter().any(|other| library.is_body_of(*actor, *other));
    let mut kept: Vec<ItemId> = actors.iter().copied().filter(|actor| !is_body(actor)).collect();
    kept.sort_unstable();
    kept.dedup();
    kept
}

/// Who says a claim: who asserts it, else the house of its best source.
pub(in crate::page) fn speaker(library: &Library, claim: ItemId) -> DisplayText {
    let by: Vec<ItemId> = library.ends(claim, Relation::AssertedBy).collect();
    if !by.is_empty() {
        return short_names(library, &by);
    }
    library
        .best_source(claim)
        .map_or_else(|| "nobody named".into(), |source| library.short_speaker(source))
}
