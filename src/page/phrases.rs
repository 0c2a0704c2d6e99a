//! What the program says of an event in its own words: every generated phrase of the card and of who
//! says what stands here, so that all of them can be read aloud one after the other.

use super::content::{Run, Runs, Sign, Tone};
use super::words::{grade_sign, status_words};
use crate::library::{
    Answer, Aspect, Confidence, EventStatus, EventType, Held, Inquiry, ItemId, Judgement, Library,
    Precision, Relation, Schema, Weight, When,
};
use crate::text::{DisplayText, clean, comma_separated};

/// What a question is called in a row: `it happened`, `day`, `who did it`.
pub(super) fn question_name(
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
pub(super) fn aspect_words(about: Option<Aspect>) -> &'static str {
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
pub(super) fn aspect_label(about: Option<Aspect>) -> &'static str {
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
pub(super) fn aspect_heading(about: Option<Aspect>) -> DisplayText {
    clean(&aspect_words(about).to_uppercase(), |_| {})
}

/// On what ground an answer is held, in words.
pub(super) fn held_words(library: &Library, event: ItemId, inquiry: &Inquiry) -> DisplayText {
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
pub(super) fn likelihood_words(judgement: &Judgement) -> DisplayText {
    judgement.likelihood.map_or_else(DisplayText::default, |likelihood| {
        crate::text![likelihood.word(), " (", likelihood.meaning(), ")"]
    })
}

/// `HIGH`.
pub(super) fn confidence_word(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "HIGH",
        Confidence::Moderate => "MODERATE",
        Confidence::Low => "LOW",
    }
}

/// How well it is supported: `3 origins, 1 of them a party`, `own text`.
pub(super) fn origins_words(answer: &Answer) -> DisplayText {
    super::words::origins_words(answer.own_text, answer.origins, answer.party_origins)
}

/// How sure the author is, question by question: `it happened HIGH (3 origins)`, `day uncertain`.
pub(super) fn sureness(library: &Library, event: ItemId, answer: &Answer) -> Vec<Runs> {
    let mut parts = vec![occurrence(library, event, answer)];
    let mut others: Vec<(u8, &'static str, Runs)> = Vec::new();
    for inquiry in library.inquiries(event) {
        let Some(rank) = rank(library, event, inquiry) else { continue };
        let name = question_name(library, event, inquiry.about);
        if others.iter().all(|(_, known, _)| *known != name) {
            others.push((rank, name, sureness_of(library, event, inquiry)));
        }
    }
    others.sort_by_key(|(rank, ..)| *rank);
    parts.extend(others.into_iter().map(|(_, _, runs)| runs));
    parts
}

/// Where a question stands in the row, if it is told there: the day if it is in doubt or anybody gives
/// another, what is judged, and what is disputed.
fn rank(library: &Library, event: ItemId, inquiry: &Inquiry) -> Option<u8> {
    let record = library.event(event)?;
    let judged = inquiry.judgement().is_some();
    match inquiry.about {
        Some(Aspect::Occurrence) => None,
        Some(Aspect::When) => {
            let own = record.confidence.as_ref().map(|confidence| confidence.value);
            let of_date = record.when_confidence.as_ref().map(|confidence| confidence.value);
            let in_doubt =
                record.when.value.is_doubtful() || of_date.is_some_and(|c| Some(c) != own);
            (in_doubt || judged || !inquiry.objections.is_empty()).then_some(0)
        }
        Some(Aspect::Attribution) if judged => Some(1),
        Some(_) if judged => Some(2),
        Some(_) | None => inquiry.is_disputed().then_some(3),
    }
}

/// `day HIGH`, `who did it MODERATE, DISPUTED`, `day uncertain`.
fn sureness_of(library: &Library, event: ItemId, inquiry: &Inquiry) -> Runs {
    let name = question_name(library, event, inquiry.about);
    let mut runs = vec![Run::text(crate::text![name, " "])];
    let confidence = library.confidence_in(event, inquiry);
    // The event's own word counts for its date only where nobody contests it.
    let own = inquiry.judgement().is_some()
        || library.event(event).is_some_and(|record| record.when_confidence.is_some());
    match confidence {
        Some(confidence) if own || !inquiry.is_disputed() => {
            runs.push(Run::new(confidence_word(confidence), Tone::Strong));
            if inquiry.is_disputed() {
                runs.push(Run::text(", "));
            }
        }
        Some(_) | None if inquiry.is_disputed() => {}
        Some(_) | None if inquiry.about == Some(Aspect::When) => runs.push(Run::text("uncertain")),
        Some(_) | None => runs.push(Run::text("not stated")),
    }
    if inquiry.is_disputed() {
        runs.push(Run::new("DISPUTED", Tone::Differs));
    }
    runs
}

/// Whether it happened, or what is known instead: a plan, a claim that nobody confirmed.
fn occurrence(library: &Library, event: ItemId, answer: &Answer) -> Runs {
    let unsure = |text: DisplayText| vec![Run::new(text, Tone::Warning)];
    match answer.status {
        EventStatus::Planned => return unsure(planned(library, event)),
        EventStatus::Unconfirmed => return unsure(unconfirmed(library, event, answer)),
        EventStatus::Cancelled => return unsure("called off".into()),
        EventStatus::Occurred => {}
    }
    let disputed = library
        .inquiries(event)
        .iter()
        .any(|inquiry| inquiry.about == Some(Aspect::Occurrence) && inquiry.is_disputed());
    let name = match answer.schema {
        Schema::One => "confidence",
        Schema::Two => question_name(library, event, Some(Aspect::Occurrence)),
    };
    let mut runs = vec![Run::text(crate::text![name, " "])];
    match answer.confidence {
        Some(confidence) => runs.push(Run::new(confidence_word(confidence), Tone::Strong)),
        None if answer.schema == Schema::One => runs.push(Run::text("not stated")),
        None => runs.push(Run::text("(confidence not stated)")),
    }
    if disputed {
        runs.extend([Run::text(", "), Run::new("DISPUTED", Tone::Differs)]);
    }
    runs.push(Run::text(crate::text![" (", origins_words(answer), ")"]));
    runs
}

fn planned(library: &Library, event: ItemId) -> DisplayText {
    let said = library.inquiries(event).iter();
    let claims = said.filter(|inquiry| inquiry.about == Some(Aspect::Occurrence));
    let mut values = claims.flat_map(Inquiry::all_claims).map(|claim| library.value(claim));
    if values.any(|value| value.as_str() != "planned") {
        return "planned".into();
    }
    "planned; no source here says that it took place".into()
}

fn unconfirmed(library: &Library, event: ItemId, answer: &Answer) -> DisplayText {
    let claims = library.ends(event, Relation::Claims);
    let own = claims.filter(|claim| {
        let ground = library.claim(*claim).and_then(|claim| claim.attribution);
        ground == Some(crate::library::Attribution::Itself)
    });
    let mut claimants: Vec<ItemId> = own
        .filter_map(|claim| {
            let mut by = library.ends(claim, Relation::AssertedBy);
            by.next().or_else(|| library.ends(claim, Relation::AscribesTo).next())
        })
        .collect();
    // Or their own words are cited for it.
    let houses = answer.voices.iter().filter(|voice| voice.weight.is_none());
    let houses = houses.flat_map(|voice| library.ends(voice.source, Relation::PublishedBy));
    let claims_it = |actor: &ItemId| {
        library.roles(event, *actor).iter().any(|role| role.as_str() == "claimant")
    };
    claimants.extend(houses.filter(claims_it));
    if !claimants.is_empty() {
        let names = short_names(library, &claimants);
        return crate::text!["not confirmed here; claimed by ", names];
    }
    match answer.voices.iter().find(|voice| voice.weight.is_none() && voice.counts) {
        Some(voice) if answer.origins == 1 => {
            crate::text!["not confirmed here; reported by ", voice.short, " alone"]
        }
        Some(_) | None => "not confirmed here".into(),
    }
}

/// Short names of actors, `and` before the last.
pub(super) fn short_names(library: &Library, actors: &[ItemId]) -> DisplayText {
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
fn without_bodies(library: &Library, actors: &[ItemId]) -> Vec<ItemId> {
    let is_body = |actor: &ItemId| actors.iter().any(|other| library.is_body_of(*actor, *other));
    let mut kept: Vec<ItemId> = actors.iter().copied().filter(|actor| !is_body(actor)).collect();
    kept.sort_unstable();
    kept.dedup();
    kept
}

/// ` Iran denies it.`; nothing where nobody does. Of a state and its bodies the state is named.
pub(super) fn denial(library: &Library, inquiry: &Inquiry) -> DisplayText {
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

/// The judgements of an event's questions: who did it first, then outcome, number, cause, the rest.
pub(super) fn judgements(library: &Library, event: ItemId) -> Vec<Runs> {
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

/// Who is blamed or claims it, where the question is asked and not judged: the label and the words.
pub(super) fn accusation(library: &Library, event: ItemId) -> Option<(&'static str, DisplayText)> {
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

/// Who says a claim: who asserts it, else the house of its best source.
pub(super) fn speaker(library: &Library, claim: ItemId) -> DisplayText {
    let by: Vec<ItemId> = library.ends(claim, Relation::AssertedBy).collect();
    if !by.is_empty() {
        return short_names(library, &by);
    }
    library
        .best_source(claim)
        .map_or_else(|| "nobody named".into(), |source| library.short_speaker(source))
}

/// What is disputed of one question: what is held, and the others, whole ones only.
pub(super) struct Dispute {
    /// `114 on first flight; others: `.
    pub(super) lead: DisplayText,
    /// `112 (C3)`.
    pub(super) others: Vec<DisplayText>,
    /// What stands between two of them.
    pub(super) between: &'static str,
}

/// What is disputed, question by question, first whether it happened, when and who did it.
pub(super) fn disputes(library: &Library, event: ItemId) -> Vec<Dispute> {
    let mut disputed: Vec<&Inquiry> =
        library.inquiries(event).iter().filter(|inquiry| inquiry.is_disputed()).collect();
    disputed.sort_by_key(|inquiry| !inquiry.is_of_the_event());
    disputed.into_iter().filter_map(|inquiry| dispute(library, event, inquiry)).collect()
}

fn dispute(library: &Library, event: ItemId, inquiry: &Inquiry) -> Option<Dispute> {
    let name = match inquiry.about {
        // What these say is understood by itself.
        Some(Aspect::Number | Aspect::Outcome | Aspect::Cause | Aspect::How) | None => {
            DisplayText::default()
        }
        Some(Aspect::Occurrence) => "whether it happened: ".into(),
        Some(Aspect::When | Aspect::Where | Aspect::Who | Aspect::Target | Aspect::Attribution) => {
            crate::text![question_name(library, event, inquiry.about), ": "]
        }
    };
    if let Held::Open(claims) = &inquiry.held {
        let (others, between) = open(library, claims);
        return Some(Dispute { lead: name, others, between });
    }
    let contested = inquiry.objections.iter().filter(|found| found.weight == Weight::Contested);
    let others = contested.map(|found| graded(library, found.claim)).collect();
    let held = library.held_value(event, inquiry)?;
    Some(Dispute { lead: crate::text![name, held, "; others: "], others, between: ", " })
}

/// `Tel Aviv (C3) or Jerusalem (C3)`; of parties `data taken, says Black Reward; data safe, says Fars`.
fn open(library: &Library, claims: &[ItemId]) -> (Vec<DisplayText>, &'static str) {
    let words: Vec<Vec<ItemId>> = claims.iter().map(|claim| library.word_of(*claim)).collect();
    let parties = words.iter().all(|word| !word.is_empty());
    if !parties {
        return (claims.iter().map(|claim| graded(library, *claim)).collect(), " or ");
    }
    let said = claims.iter().zip(&words).map(|(claim, word)| {
        crate::text![library.value(*claim), ", says ", short_names(library, word)]
    });
    (said.collect(), "; ")
}

/// `112 (C3)`.
fn graded(library: &Library, claim: ItemId) -> DisplayText {
    crate::text![library.value(claim), " (", grade_sign(library.grade_of_claim(claim)), ")"]
}

/// What else is said, none of it a reason to doubt the answers: the words of parties, then what is in
/// print; each in full and without its grade.
pub(super) fn also(library: &Library, event: ItemId) -> Vec<Vec<Runs>> {
    let mut said: Vec<Vec<Runs>> = Vec::new();
    let mut printed: Vec<Vec<Runs>> = Vec::new();
    for inquiry in library.inquiries(event) {
        let judged = inquiry.judgement().is_some();
        for objection in &inquiry.objections {
            let value = library.value(objection.claim);
            match objection.weight {
                Weight::Contested => {}
                // The rows of judgements and of accusations end with the denial.
                Weight::Denied if judged || library.asks_who_did_it(event) => {}
                Weight::Denied => {
                    let mut others = objection.word_of.iter();
                    if others.all(|actor| !library.is_act_of(event, *actor)) {
                        let deniers = without_bodies(library, &objection.word_of);
                        let who = short_names(library, &deniers);
                        let verb = if deniers.len() == 1 { " denies" } else { " deny" };
                        said.insert(0, vec![quiet(crate::text![who, verb, " what was said"])]);
                    }
                }
                Weight::SaysOtherwise => {
                    let who = short_names(library, &objection.word_of);
                    said.push(vec![quiet(crate::text![who, " says: ", value])]);
                }
                Weight::AlsoInPrint => {
                    let lead = if printed.is_empty() { "in print: " } else { "" };
                    let name = question_name(library, event, inquiry.about);
                    let colon = if inquiry.about == Some(Aspect::When) { " " } else { ": " };
                    let what = crate::text![lead, name, colon, value];
                    let grade = grade_sign(library.grade_of_claim(objection.claim));
                    let by = speaker(library, objection.claim);
                    let full = crate::text![what, " (", grade, " ", by, ")"];
                    printed.push(vec![quiet(full), quiet(what)]);
                }
            }
        }
    }
    said.into_iter().chain(printed).collect()
}

fn quiet(text: DisplayText) -> Runs {
    vec![Run::new(text, Tone::Dim)]
}

/// Sources of an event, each house once: `A1 White House`.
pub(super) fn voices(answer: &Answer) -> Vec<Vec<Runs>> {
    let mut houses: Vec<&DisplayText> = Vec::new();
    let mut voices = Vec::new();
    for voice in answer.voices.iter().filter(|voice| voice.weight.is_none()) {
        if houses.contains(&&voice.short) {
            continue;
        }
        houses.push(&voice.short);
        let grade = grade_sign(voice.grade);
        let kind = match (voice.party, voice.counts) {
            (true, _) => " (party)",
            (false, false) => " (copy)",
            (false, true) => "",
        };
        let name = Run::text(crate::text![" ", voice.short, kind]);
        voices.push(vec![vec![Run::new(grade, Tone::Strong), name]]);
    }
    voices
}

/// How sure the author is of an event, question by question, in one line; of a claim, how it stands.
#[must_use]
pub fn sure_runs(library: &Library, id: ItemId, answer: &Answer) -> Runs {
    if library.event(id).is_none() {
        return standing(library, id);
    }
    let mut line = Runs::new();
    for part in sureness(library, id, answer) {
        if !line.is_empty() {
            line.push(dot());
        }
        line.extend(part);
    }
    line
}

/// The sign of a separator between whole things.
pub(super) fn dot() -> Run {
    Run::sign(Sign::Between, Tone::Text)
}

/// How a claim stands to the answer of its question: `carries the answer: 15 Jul 2022`.
pub(super) fn standing(library: &Library, claim: ItemId) -> Runs {
    let Some((event, inquiry)) = library.inquiry_of(claim) else { return Runs::new() };
    let name = question_name(library, event, inquiry.about);
    let held = library.held_value(event, inquiry);
    if let Some(objection) = inquiry.objections.iter().find(|found| found.claim == claim) {
        let tone = if objection.weight == Weight::Contested { Tone::Differs } else { Tone::Dim };
        let against = held.map_or_else(DisplayText::default, |held| crate::text!["; held: ", held]);
        return vec![
            Run::text(crate::text![name, ": "]),
            Run::new(objection.weight.word(), tone),
            Run::text(against),
        ];
    }
    let words = match &inquiry.held {
        Held::Open(claims) if claims.contains(&claim) => "one side of an open question",
        Held::Listed if inquiry.objections.is_empty() => "nobody here contradicts it",
        Held::Listed => "not judged here",
        Held::Event | Held::Date | Held::Judgement(_) | Held::Grade(_)
            if inquiry.claims.contains(&claim) =>
        {
            "carries what is held"
        }
        Held::Event | Held::Date | Held::Judgement(_) | Held::Grade(_) | Held::Open(_) => {
            "beside the question"
        }
    };
    let disputed = inquiry.is_disputed();
    let mut runs = vec![Run::text(crate::text![name, ": ", words])];
    if disputed {
        runs.extend([Run::text(", "), Run::new("DISPUTED", Tone::Differs)]);
    }
    runs
}

/// How sure the author is of the answer to one question, in words that stand by themselves; nothing
/// where nobody asks.
pub(super) fn sureness_in(library: &Library, event: ItemId, inquiry: &Inquiry) -> Option<Runs> {
    let is_occurrence = inquiry.about == Some(Aspect::Occurrence);
    match &inquiry.held {
        Held::Event | Held::Grade(_) if is_occurrence => {
            Some(occurrence(library, event, &library.answer(event)?))
        }
        Held::Listed
            if inquiry.about != Some(Aspect::Attribution) || !library.asks_who_did_it(event) =>
        {
            None
        }
        Held::Listed | Held::Grade(_) if !inquiry.is_disputed() => {
            let name = question_name(library, event, inquiry.about);
            Some(vec![Run::text(crate::text![name, " not judged here"])])
        }
        Held::Event
        | Held::Date
        | Held::Judgement(_)
        | Held::Grade(_)
        | Held::Open(_)
        | Held::Listed => Some(sureness_of(library, event, inquiry)),
    }
}

/// The judgement that answers a question, with who denies it.
pub(super) fn judged_in(library: &Library, event: ItemId, inquiry: &Inquiry) -> Option<Runs> {
    let judgement = library.judgement(inquiry.judgement()?)?;
    Some(judged_words(library, event, inquiry, judgement))
}
