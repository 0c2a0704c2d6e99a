//! What is held, judged, claimed and denied.

use super::names::{short_names, speaker, without_bodies};
use crate::library::{
    Aspect, EventStatus, Held, Inquiry, ItemId, Judgement, Library, Relation, Weight,
};
use crate::page::content::{Run, Runs, Tone};
use crate::page::words::status_words;
use crate::text::{DisplayText, comma_separated};

/// On what ground an answer is held, in words.
pub(in crate::page) fn held_words(
    library: &Library,
    event: ItemId,
    inquiry: &Inquiry,
) -> DisplayText {
    let answer = library.held_value(event, inquiry).unwrap_or_default();
    match &inquiry.held {
        Held::Event => match library.event(event).map(|event| event.status) {
            Some(EventStatus::Occurred) | None => "held: it is told here as a fact".into(),
            Some(status) => status_words(status).into(),
        },
        Held::Date => crate::text!["held: ", answer, " (the date of the event)"],
        Held::Judgement(judgement) => {
            let likelihood = library.judgement(*judgement).map(likelihood_words);
            let likelihood = likelihood.filter(|words| !words.is_empty());
            let lead =
                likelihood.map_or_else(DisplayText::default, |words| crate::text![words, ": "]);
            crate::text!["judged: ", lead, answer]
        }
        Held::Grade(_) => crate::text!["held: ", answer, " (the best grade)"],
        Held::Open(_) => DisplayText::literal("open: nothing is held"),
        Held::Listed => DisplayText::literal("not judged here"),
    }
}

/// `very likely (80-95%)`; nothing without a likelihood.
pub(in crate::page) fn likelihood_words(judgement: &Judgement) -> DisplayText {
    judgement.likelihood.map_or_else(DisplayText::default, |likelihood| {
        crate::text![likelihood.word(), " (", likelihood.meaning(), ")"]
    })
}

/// The judgements of an event's questions: who did it first, then outcome, number, cause, the rest.
pub(in crate::page) fn judgements(library: &Library, event: ItemId) -> Vec<Runs> {
    let mut judged: Vec<(&Inquiry, &Judgement)> = library
        .inquiries(event)
        .iter()
        .filter_map(|inquiry| Some((inquiry, library.judgement(inquiry.judgement()?)?)))
        .collect();
    judged.sort_by_key(|(inquiry, _)| match inquiry.about {
        Some(Aspect::Attribution) => 0,
        Some(Aspect::Outcome) => 1,
        Some(Aspect::Number) => 2,
        Some(Aspect::Cause) => 3,
        Some(
            Aspect::Occurrence
            | Aspect::When
            | Aspect::Where
            | Aspect::Who
            | Aspect::Target
            | Aspect::How,
        )
        | None => 4,
    });
    judged
        .iter()
        .map(|(inquiry, judgement)| judged_words(library, event, inquiry, judgement))
        .collect()
}

/// `very likely (80-95%): Iran's state. Iran denies it.`
fn judged_words(
    library: &Library,
    event: ItemId,
    inquiry: &Inquiry,
    judgement: &Judgement,
) -> Runs {
    let value = library.held_value(event, inquiry).unwrap_or_default();
    let likelihood = likelihood_words(judgement);
    let stop = if value.as_str().ends_with(['.', '…']) { "" } else { "." };
    let rest = crate::text![": ", value, stop, denial(library, inquiry)];
    if likelihood.is_empty() {
        return vec![Run::text(crate::text!["judged", rest])];
    }
    vec![Run::new(likelihood, Tone::Strong), Run::text(rest)]
}

/// The judgement that answers a question, with who denies it.
pub(in crate::page) fn judged_in(
    library: &Library,
    event: ItemId,
    inquiry: &Inquiry,
) -> Option<Runs> {
    let judgement = library.judgement(inquiry.judgement()?)?;
    Some(judged_words(library, event, inquiry, judgement))
}

/// ` Iran denies it.`; nothing where nobody does. Of a state and its bodies the state is named.
pub(in crate::page) fn denial(library: &Library, inquiry: &Inquiry) -> DisplayText {
    let mut deniers: Vec<ItemId> = Vec::new();
    for objection in inquiry.objections.iter().filter(|found| found.weight == Weight::Denied) {
        deniers.extend(&objection.word_of);
    }
    if deniers.is_empty() {
        return DisplayText::default();
    }
    let deniers = without_bodies(library, &deniers);
    let verb = if deniers.len() == 1 { " denies it." } else { " deny it." };
    crate::text![" ", short_names(library, &deniers), verb]
}

/// Who is blamed or claims it, where the question is asked and not judged: the label and the words.
pub(in crate::page) fn accusation(
    library: &Library,
    event: ItemId,
) -> Option<(&'static str, DisplayText)> {
    if !library.asks_who_did_it(event) {
        return None;
    }
    let unjudged = |inquiry: &&Inquiry| {
        inquiry.about == Some(Aspect::Attribution) && inquiry.judgement().is_none()
    };
    let inquiry = library.inquiries(event).iter().find(unjudged)?;
    let claims: Vec<ItemId> = inquiry.claims.iter().chain(&inquiry.beside).copied().collect();
    let is_own = |claim: &ItemId| {
        let ground = library.claim(*claim).and_then(|claim| claim.attribution);
        ground == Some(crate::library::Attribution::Itself)
    };
    let claimants: Vec<ItemId> = claims
        .iter()
        .filter(|claim| is_own(claim))
        .flat_map(|claim| library.ends(*claim, Relation::AscribesTo))
        .collect();
    let claimed = with_kind(library, &claimants);
    let denial = denial(library, inquiry);
    let stop = if denial.is_empty() { "" } else { "." };
    let Some(blaming) = claims.iter().find(|claim| !is_own(claim)) else {
        let words = crate::text!["by ", claimed, "; not judged here", stop, denial];
        return (!claimed.is_empty()).then_some(("CLAIMED", words));
    };
    let to: Vec<ItemId> = library.ends(*blaming, Relation::AscribesTo).collect();
    let whom = if to.is_empty() { library.value(*blaming) } else { short_names(library, &to) };
    let also = if claimed.is_empty() { claimed } else { crate::text!["; claimed by ", claimed] };
    let by = speaker(library, *blaming);
    Some(("BLAMED", crate::text![whom, ", by ", by, also, "; not judged here", stop, denial]))
}

/// `HomeLand Justice (persona)`.
fn with_kind(library: &Library, actors: &[ItemId]) -> DisplayText {
    let mut names: Vec<DisplayText> = Vec::new();
    for actor in actors {
        let kind = library.actor(*actor).and_then(|actor| actor.kind.as_ref());
        let name = library.short_name(*actor);
        let is_front = kind.is_some_and(|kind| kind.value == crate::library::ActorKind::Persona);
        let name = if is_front { crate::text![name, " (persona)"] } else { name };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    comma_separated(&names)
}
