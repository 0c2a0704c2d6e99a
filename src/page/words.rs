//! Short lines about items, in the words that every view uses.

use super::content::{Run, Runs, Tone};
use crate::library::{
    Actor, Citation, Corroboration, EventStatus, Grade, ItemId, Library, Record, Relation, Stance,
    Times, Voice, country_name,
};
use crate::text::{DisplayText, comma_separated};

/// What an event's status adds to its date; nothing for what took place.
pub(super) fn status_words(status: EventStatus) -> &'static str {
    match status {
        EventStatus::Occurred => "",
        EventStatus::Planned => "planned",
        EventStatus::Unconfirmed => "not confirmed",
        EventStatus::Cancelled => "called off",
    }
}

/// How well something is supported by its citations, in words.
pub(super) fn supported(corroboration: Corroboration, citations: &[Citation]) -> DisplayText {
    let parties = citations.iter().filter(|citation| citation.party).count();
    corroboration_words(corroboration, citations.len(), parties)
}

/// How well something is supported by so many sources, of which so many are parties, in words.
fn corroboration_words(
    corroboration: Corroboration,
    sources: usize,
    parties: usize,
) -> DisplayText {
    match corroboration {
        Corroboration::Uncited => DisplayText::literal("no source"),
        Corroboration::SingleSource if sources > 1 => {
            crate::text![sources, " sources, one origin"]
        }
        Corroboration::SingleSource => DisplayText::literal("one source"),
        Corroboration::Corroborated(count) => crate::text![count, " independent sources"],
        Corroboration::PartyOnly if parties < sources => DisplayText::literal("all repeat parties"),
        Corroboration::PartyOnly => DisplayText::literal("only parties say so"),
    }
}

/// `B2`.
#[must_use]
pub fn grade_sign(grade: Grade) -> DisplayText {
    match grade.credibility {
        Some(credibility) => crate::text![grade.reliability.word(), credibility.number()],
        None => DisplayText::literal(grade.reliability.word()),
    }
}

/// `usually reliable, probably true`.
pub(super) fn grade_words(grade: Grade) -> DisplayText {
    match grade.credibility {
        Some(credibility) => {
            crate::text![grade.reliability.meaning(), ", ", credibility.meaning()]
        }
        None => DisplayText::literal(grade.reliability.meaning()),
    }
}

/// Name of the house behind a source, or its title where none is known.
#[must_use]
pub fn publisher_name(library: &Library, source: ItemId) -> DisplayText {
    if let Some(publisher) = library.publisher(source) {
        return publisher.name.clone();
    }
    library.get(source).map(|item| item.title.clone()).unwrap_or_default()
}

/// `Arab News, 23 Oct 2022`.
#[must_use]
pub fn source_line(library: &Library, source: ItemId) -> DisplayText {
    source_line_in(library, source, Times::Reported)
}

/// The same with times of day shown in one way.
pub(super) fn source_line_in(library: &Library, source: ItemId, times: Times) -> DisplayText {
    let name = publisher_name(library, source);
    match library.source(source).and_then(|source| source.published.as_ref()) {
        Some(published) => crate::text![name, ", ", published.value.text_in(times)],
        None => name,
    }
}

/// `1 event`, `2 events`.
pub(super) fn counted(count: usize, one: &'static str, more: &'static str) -> DisplayText {
    crate::text![count, " ", if count == 1 { one } else { more }]
}

/// A voice of an answer: grade, name, what it repeats, and what it says otherwise.
pub(super) fn voice_runs(voice: &Voice, tone: Tone) -> Runs {
    let party = if voice.party { " (party)" } else { "" };
    let repeats = repeated(&voice.repeats);
    let value = match &voice.stance {
        Stance::Supports => DisplayText::default(),
        Stance::Differs(value) => crate::text![": ", value],
    };
    let grade = Run::new(crate::text![grade_sign(voice.grade), " "], tone);
    let name = Run::new(voice.name.clone(), tone);
    vec![grade, name, Run::new(crate::text![party, repeats, value], tone)]
}

/// ` (repeats AP, Reuters)`.
fn repeated(names: &[DisplayText]) -> DisplayText {
    if names.is_empty() {
        return DisplayText::default();
    }
    crate::text![" (repeats ", comma_separated(names), ")"]
}

/// How a citation stands: `usually reliable; party to the events; repeats AP`.
pub(super) fn citation_words(library: &Library, citation: &Citation) -> DisplayText {
    let mut words = DisplayText::literal(citation.reliability.meaning());
    if citation.party {
        words = crate::text![words, "; party to the events"];
    }
    let repeats =
        names_of_houses(library, targets(library, citation.source, Relation::DerivesFrom));
    if !repeats.is_empty() {
        words = crate::text![words, "; repeats ", repeats];
    }
    words
}

/// Publishers of sources, each once, set apart by commas.
fn names_of_houses(library: &Library, sources: Vec<ItemId>) -> DisplayText {
    let mut houses: Vec<DisplayText> = Vec::new();
    for source in sources {
        let name = publisher_name(library, source);
        if !houses.contains(&name) {
            houses.push(name);
        }
    }
    comma_separated(&houses)
}

/// `intrusion-set, Iran`.
pub(super) fn actor_words(actor: &Actor) -> DisplayText {
    let kind = actor.kind.as_ref().map(|kind| DisplayText::literal(kind.value.word()));
    let country = actor.country.as_ref().map(|country| country_words(&country.value));
    comma_separated(&kind.into_iter().chain(country).collect::<Vec<_>>())
}

/// A country by its English name, or as it is written where it has none.
pub(super) fn country_words(code: &DisplayText) -> DisplayText {
    country_name(code.as_str()).map_or_else(|| code.clone(), DisplayText::literal)
}

/// An item in one line: date and title of an event, name of an actor, publisher of a source,
/// likelihood of a judgement.
#[must_use]
pub fn date_and_title(library: &Library, id: ItemId) -> DisplayText {
    date_and_title_in(library, id, Times::Reported)
}

/// The same with times of day shown in one way.
pub(super) fn date_and_title_in(library: &Library, id: ItemId, times: Times) -> DisplayText {
    let Some(item) = library.get(id) else { return DisplayText::default() };
    match &item.record {
        Record::Event(event) => crate::text![event.when.value.text_in(times), "  ", item.title],
        Record::Source(_) => crate::text![source_line_in(library, id, times), "  ", item.title],
        // A judgement without its likelihood would read as a fact.
        Record::Judgement(judgement) => match judgement.likelihood {
            Some(likelihood) => {
                crate::text![likelihood.word(), ": ", library.full_title(id)]
            }
            None => library.full_title(id),
        },
        Record::Brief(_)
        | Record::Claim(_)
        | Record::Actor(_)
        | Record::Place(_)
        | Record::Gap(_)
        | Record::Question(_) => library.full_title(id),
    }
}

/// Names of items, set apart by commas.
pub(super) fn names(library: &Library, items: impl IntoIterator<Item = ItemId>) -> DisplayText {
    let title = |id| library.get(id).map(|item| item.title.clone()).unwrap_or_default();
    comma_separated(&items.into_iter().map(title).collect::<Vec<_>>())
}

/// Texts set apart by semicolons.
pub(super) fn semicolons(texts: &[DisplayText]) -> DisplayText {
    let mut all = DisplayText::default();
    for text in texts {
        all = if all.is_empty() { text.clone() } else { crate::text![all, "; ", text] };
    }
    all
}

/// Items of one kind at the other end of an item's references.
pub(super) fn targets(library: &Library, id: ItemId, relation: Relation) -> Vec<ItemId> {
    library.ends(id, relation).collect()
}

/// Items that refer to an item in one way.
pub(super) fn referrers(library: &Library, id: ItemId, relation: Relation) -> Vec<ItemId> {
    let edges = library.incoming(id).iter();
    edges.filter(|edge| edge.relation == relation).map(|edge| edge.to).collect()
}
