//! Short lines about items, in the words that every view uses.

use super::carrier;
use super::content::{Run, Runs, Tone};
use super::phrases::{confidence_run, likelihood_words, question_name};
use crate::choice::Times;
use crate::library::{
    Actor, ActorKind, Aspect, Assessment, Attribution, Brief, Confidence, EventStatus, Grade,
    Inquiry, ItemId, Judgement, Library, Marking, Record, Relation, Stance, Voice, Weight,
    country_name, language_name,
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

/// How well it is supported by its sources: `sole source`, `3 origins, 1 of them a party`.
pub(super) fn supported(assessment: &Assessment) -> DisplayText {
    let Assessment { own_text, origins, party_origins, citations, .. } = assessment;
    if !own_text && *party_origins == 0 && citations.len() == 1 && *origins == 1 {
        return DisplayText::literal("sole source");
    }
    origins_words(*own_text, *origins, *party_origins)
}

/// `3 origins, 1 of them a party`, `own text`.
pub(super) fn origins_words(own_text: bool, origins: usize, parties: usize) -> DisplayText {
    if own_text {
        return DisplayText::literal("own text");
    }
    match (origins, parties) {
        (0, _) => DisplayText::literal("no source"),
        (1, 1) => DisplayText::literal("one party alone"),
        (all, parties) if all == parties => DisplayText::literal("parties alone"),
        (1, _) => DisplayText::literal("1 origin"),
        (all, 0) => crate::text![all, " origins"],
        (all, 1) => crate::text![all, " origins, 1 of them a party"],
        (all, parties) => crate::text![all, " origins, ", parties, " of them parties"],
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

/// `usually reliable; credibility 2, probably true`.
pub(super) fn grade_words(grade: Grade) -> DisplayText {
    let letter = grade.reliability.meaning();
    match grade.credibility {
        Some(number) => {
            crate::text![letter, "; credibility ", number.number(), ", ", number.meaning()]
        }
        None => DisplayText::literal(letter),
    }
}

/// `Arab News, 23 Oct 2022`.
#[must_use]
pub fn source_line(library: &Library, source: ItemId) -> DisplayText {
    source_line_in(library, source, Times::Reported)
}

/// The same with times of day shown in one way.
pub(super) fn source_line_in(library: &Library, source: ItemId, times: Times) -> DisplayText {
    let name = library.speaker(source);
    match library.source(source).and_then(|source| source.published.as_ref()) {
        Some(published) => crate::text![name, ", ", published.value.text_in(times)],
        None => name,
    }
}

/// A marking in its own look.
pub(super) fn marking_run(marking: Marking) -> Run {
    Run::new(marking.label(), Tone::Marking(marking))
}

/// `1 event`, `2 events`.
pub(super) fn counted(count: usize, one: &'static str, more: &'static str) -> DisplayText {
    crate::text![count, " ", if count == 1 { one } else { more }]
}

/// A voice of an answer: grade, name, what it repeats, and what it says otherwise.
pub(super) fn voice_runs(library: &Library, of: ItemId, voice: &Voice, tone: Tone) -> Runs {
    // What it repeats tells by itself whose word it is.
    let itself = carrier::is_party_itself(library, of, (voice.source, voice.party));
    let party = if voice.party && itself { " (party)" } else { "" };
    let repeats = repeated(&voice.repeats, voice.party && !itself);
    let value = match &voice.stance {
        Stance::Supports => DisplayText::default(),
        Stance::Differs(value) => crate::text![": ", value],
    };
    let grade = Run::new(crate::text![grade_sign(voice.grade), " "], tone);
    let name = Run::new(voice.short.clone(), tone);
    vec![grade, name, Run::new(crate::text![party, repeats, value], tone)]
}

/// ` (repeats AP, Reuters)`, ` (repeats Mehr, a party)`.
fn repeated(names: &[DisplayText], parties: bool) -> DisplayText {
    let party = match (parties, names) {
        (_, []) => return DisplayText::default(),
        (false, _) => "",
        (true, [_]) => ", a party",
        (true, _) => ", parties",
    };
    crate::text![" (repeats ", comma_separated(names), party, ")"]
}

/// `computer system, Albania`.
pub(super) fn actor_words(actor: &Actor) -> DisplayText {
    let kind = actor.kind.as_ref().map(|kind| DisplayText::literal(kind_words(kind.value)));
    let country = actor.country.as_ref().map(|country| country_words(&country.value));
    comma_separated(&kind.into_iter().chain(country).collect::<Vec<_>>())
}

/// What kind of actor, in a word or two that a person would use.
pub(super) fn kind_words(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "person",
        ActorKind::Group => "group",
        ActorKind::Persona => "persona, a front somebody acts behind",
        ActorKind::IntrusionSet => "group of intruders, as a vendor sees it",
        ActorKind::State => "state",
        ActorKind::Agency => "public body",
        ActorKind::Organisation => "organisation",
        ActorKind::Vendor => "security company",
        ActorKind::Media => "news medium",
        ActorKind::System => "computer system",
        ActorKind::Malware => "malicious program",
        ActorKind::Tool => "software tool",
        ActorKind::Facility => "building or site",
    }
}

/// On what ground a claim says who did it, as it follows the name of its source.
pub(super) fn ground_words(ground: Attribution) -> &'static str {
    match ground {
        Attribution::Itself => "its own claim",
        Attribution::Technical => "from technical traces",
        Attribution::Official => "officially",
        Attribution::Unofficial => "unofficially",
        // A charge is no verdict.
        Attribution::Legal => "in a legal case",
        Attribution::Media => "in the press",
    }
}

/// A language by its English name, or its tag as it is written.
pub(super) fn language_words(tag: &DisplayText) -> DisplayText {
    language_name(tag.as_str()).map_or_else(|| tag.clone(), DisplayText::literal)
}

/// `revision 3, as of 25 Oct 2022, reviewed, by A. Author`.
pub(super) fn edition_words(brief: &Brief, times: Times) -> DisplayText {
    let revision = brief.revision.map(|revision| crate::text!["revision ", revision]);
    let as_of = brief.as_of.as_ref().map(|as_of| crate::text!["as of ", as_of.text_in(times)]);
    let status = brief.status.map(|status| DisplayText::literal(status.word()));
    let authors =
        (!brief.authors.is_empty()).then(|| crate::text!["by ", and_separated(&brief.authors)]);
    let parts = revision.into_iter().chain(as_of).chain(status).chain(authors);
    comma_separated(&parts.collect::<Vec<_>>())
}

/// Texts as they stand in a sentence: `one, two and three`.
pub(super) fn and_separated(texts: &[DisplayText]) -> DisplayText {
    match texts.split_last() {
        None => DisplayText::default(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => crate::text![comma_separated(others), " and ", last],
    }
}

/// Texts of which none is meant: `CISA, the FBI or the NSA`.
pub(super) fn or_separated(texts: &[DisplayText]) -> DisplayText {
    match texts.split_last() {
        None => DisplayText::default(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => crate::text![comma_separated(others), " or ", last],
    }
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
#[must_use]
pub fn date_and_title_in(library: &Library, id: ItemId, times: Times) -> DisplayText {
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
    let title = |id| library.title(id);
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

/// A text as a sentence: with a full stop, where it does not end as one already.
pub(super) fn as_sentence(text: DisplayText) -> DisplayText {
    let words = text.as_str().trim_end_matches(['”', '"', '’', ')']);
    if words.ends_with(['.', '!', '?', '…']) { text } else { crate::text![text, "."] }
}

/// Items of one kind at the other end of an item's references.
pub(super) fn targets(library: &Library, id: ItemId, relation: Relation) -> Vec<ItemId> {
    library.ends(id, relation).collect()
}

/// Items that refer to an item in one way.
pub(super) fn referrers(library: &Library, id: ItemId, relation: Relation) -> Vec<ItemId> {
    let edges = library.incoming(id);
    edges.filter(|edge| edge.relation == relation).map(|edge| edge.to).collect()
}

/// `This is very likely (80-95%).`
pub(super) fn likelihood_sentence(judgement: &Judgement) -> Option<DisplayText> {
    let words = likelihood_words(judgement);
    (!words.is_empty()).then(|| crate::text!["This is ", words, "."])
}

/// `The author's confidence in this is moderate.`
pub(super) fn confidence_sentence(of: &'static str, confidence: Confidence) -> DisplayText {
    crate::text!["The author's confidence ", of, " is ", confidence.word(), "."]
}

/// What an objection is, behind whose it is: `Mehr: not Iran (party)`.
pub(super) fn weight_words(library: &Library, claim: ItemId, weight: Weight) -> &'static str {
    match weight {
        Weight::Contested => "contested",
        Weight::Denied | Weight::SaysOtherwise if carrier::is_of_a_copy(library, claim) => {
            "repeats a party"
        }
        Weight::Denied | Weight::SaysOtherwise => "party",
        Weight::AlsoInPrint if carrier::is_in_print(library, claim) => "in print",
        Weight::AlsoInPrint => "says otherwise",
    }
}

/// What of an event is disputed of whether it happened, when and who did it: `day`.
pub(super) fn disputed_names(library: &Library, event: ItemId) -> Vec<&'static str> {
    let disputed = library.inquiries(event).iter();
    let disputed = disputed.filter(|one| one.is_of_the_event() && one.is_disputed());
    let mut names: Vec<&'static str> = Vec::new();
    for inquiry in disputed {
        let name = match inquiry.about {
            Some(Aspect::Occurrence) => "whether it happened",
            about => question_name(library, event, about),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Whether it happened, in a word or two at the end of a row: `HIGH`, `planned`, `not confirmed`.
pub(super) fn sure_word(library: &Library, event: ItemId) -> Run {
    let Some(record) = library.event(event) else { return Run::text("") };
    let tone = match record.status {
        EventStatus::Unconfirmed => Tone::Against,
        EventStatus::Occurred | EventStatus::Planned | EventStatus::Cancelled => Tone::Strong,
    };
    let unsure = status_words(record.status);
    if !unsure.is_empty() {
        return Run::new(unsure, tone);
    }
    let asked = library.inquiries(event).iter();
    let occurrence = { asked }.find(|inquiry| inquiry.about == Some(Aspect::Occurrence));
    if occurrence.is_some_and(Inquiry::is_disputed) {
        return Run::new("DISPUTED", Tone::Against);
    }
    // A judgement of whether it happened is the author's last word on it.
    match occurrence.and_then(|inquiry| library.confidence_in(event, inquiry)) {
        Some(confidence) => confidence_run(confidence),
        None => Run::new("not stated", Tone::Quiet),
    }
}
