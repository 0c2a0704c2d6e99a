//! Short lines about items, in the words that every view uses.

use super::content::{Run, Runs, Sign, Tone};
use crate::library::{
    Actor, Answer, Citation, Corroboration, DisputeLine, EventStatus, Grade, ItemId, Library,
    Record, Relation, Stance, Times, Voice, country_name,
};
use crate::text::{DisplayText, comma_separated};

/// What an event's status adds to its date; nothing for what took place.
pub(super) fn status_words(status: EventStatus) -> &'static str {
    match status {
        EventStatus::Occurred => "",
        EventStatus::Planned => "PLANNED, not confirmed",
        EventStatus::Unconfirmed => "UNCONFIRMED",
        EventStatus::Cancelled => "CANCELLED",
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

/// How much is said of a voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voicing {
    /// `B2 Arab News (repeats AP): planned`.
    Full,
    /// `(2nd hand)` stands for what is repeated, and the name gives way.
    Short,
}

/// A voice of an answer: grade, name, what it repeats, and what it says otherwise.
pub(super) fn voice_runs(voice: &Voice, form: Voicing, tone: Tone) -> Runs {
    let name = match form {
        Voicing::Full => Run::new(voice.name.clone(), tone),
        Voicing::Short => Run::Elastic { text: voice.name.clone(), tone },
    };
    let party = if voice.party { " (party)" } else { "" };
    let repeats = match form {
        Voicing::Full => repeated(&voice.repeats),
        Voicing::Short if voice.repeats.is_empty() => DisplayText::default(),
        Voicing::Short => DisplayText::literal(" (2nd hand)"),
    };
    let value = match &voice.stance {
        Stance::Supports => DisplayText::default(),
        Stance::Differs(value) => crate::text![": ", value],
    };
    let grade = Run::new(crate::text![grade_sign(voice.grade), " "], tone);
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

/// How sure the author is, how well it is supported, and the grade, in one line.
#[must_use]
pub fn sure_runs(answer: &Answer, tone: Tone) -> Runs {
    sure_line(answer, support_words(answer), tone)
}

/// How well an answer is supported, in words.
pub(super) fn support_words(answer: &Answer) -> DisplayText {
    let supporting = answer.voices.iter().filter(|voice| voice.stance == Stance::Supports);
    let parties = supporting.clone().filter(|voice| voice.party).count();
    corroboration_words(answer.corroboration, supporting.count(), parties)
}

/// The same in fewer columns.
pub(super) fn short_sure_runs(answer: &Answer, tone: Tone) -> Runs {
    let support = match answer.corroboration {
        Corroboration::Uncited => DisplayText::literal("no source"),
        Corroboration::SingleSource => DisplayText::literal("one origin"),
        Corroboration::Corroborated(count) => crate::text![count, " origins"],
        Corroboration::PartyOnly => DisplayText::literal("only parties"),
    };
    sure_line(answer, support, tone)
}

fn sure_line(answer: &Answer, support: DisplayText, tone: Tone) -> Runs {
    let confidence = match answer.confidence {
        Some(crate::library::Confidence::High) => "HIGH",
        Some(crate::library::Confidence::Moderate) => "MODERATE",
        Some(crate::library::Confidence::Low) => "LOW",
        None => "NOT RATED",
    };
    let disputed = answer.disputed || !answer.disputes.is_empty();
    let parts = std::iter::once(DisplayText::literal(confidence))
        .chain(answer.grade.map(grade_sign))
        .chain(disputed.then_some(DisplayText::literal("DISPUTED")))
        .chain(std::iter::once(support));
    let mut runs = Runs::new();
    for part in parts {
        if !runs.is_empty() {
            runs.push(Run::sign(Sign::Between, tone));
        }
        runs.push(Run::new(part, tone));
    }
    runs
}

/// `when: 19 Sep 2022 ≠ 9 Sep 2022`: what is objected, and what is told.
pub(super) fn dispute_runs(dispute: &DisputeLine, tone: Tone) -> Runs {
    let about = dispute.about.map_or("", crate::library::Aspect::word);
    let lead = if about.is_empty() { "" } else { ": " };
    vec![
        Run::new(crate::text![about, lead, dispute.objection], tone),
        Run::sign(Sign::DiffersFrom, tone),
        Run::new(dispute.told.clone(), tone),
    ]
}
