//! How sure the author is, question by question.

use super::dot;
use super::names::{of_event, question_colon, question_name, short_names};
use crate::library::{
    Answer, Aspect, Confidence, EventStatus, Held, Inquiry, ItemId, Library, Relation, RoleWord,
    Schema, Weight,
};
use crate::page::content::{Run, Runs, Tone};
use crate::page::words::counted;
use crate::text::DisplayText;

/// How well it is supported: `3 origins, 1 of them a party`, `own text`.
pub(in crate::page) fn origins_words(answer: &Answer) -> DisplayText {
    crate::page::words::origins_words(answer.own_text, answer.origins, answer.party_origins)
}

/// `HIGH`.
pub(in crate::page) fn confidence_word(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "HIGH",
        Confidence::Moderate => "MODERATE",
        Confidence::Low => "LOW",
    }
}

/// The word in its tone: only the highest is a strong answer. In green the others would look like approval.
pub(in crate::page) fn confidence_run(confidence: Confidence) -> Run {
    Run::new(confidence_word(confidence), confidence_tone(confidence))
}

/// How a confidence is meant.
pub(in crate::page) fn confidence_tone(confidence: Confidence) -> Tone {
    match confidence {
        Confidence::High => Tone::Answer,
        Confidence::Moderate | Confidence::Low => Tone::Strong,
    }
}

/// How sure the author is, question by question: `it happened HIGH (3 origins)`, `day uncertain`.
pub(in crate::page) fn sureness(library: &Library, event: ItemId, answer: &Answer) -> Vec<Runs> {
    let mut parts = vec![occurrence(library, event, (answer, false))];
    let mut others: Vec<(u8, &'static str, Runs)> = Vec::new();
    for inquiry in library.inquiries(event) {
        let Some(rank) = rank(library, event, inquiry) else { continue };
        let name = question_name(library, event, inquiry.about);
        match others.iter_mut().find(|(_, known, _)| *known == name) {
            // Of two questions of one name the disputed one is told: one word for both would hide it.
            Some((_, _, runs)) if inquiry.is_disputed() && !tells_dispute(runs) => {
                *runs = sureness_of(library, event, inquiry);
            }
            Some(_) => {}
            None => others.push((rank, name, sureness_of(library, event, inquiry))),
        }
    }
    others.sort_by_key(|(rank, ..)| *rank);
    parts.extend(others.into_iter().map(|(_, _, runs)| runs));
    parts
}

fn tells_dispute(runs: &Runs) -> bool {
    runs.iter().any(|run| matches!(run, Run::Text { tone: Tone::Against, .. }))
}

/// Whether it happened where there is little room: the parties counted in a word.
pub(in crate::page) fn occurrence_in_short(
    library: &Library,
    event: ItemId,
    answer: &Answer,
) -> Runs {
    occurrence(library, event, (answer, true))
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
            runs.push(confidence_run(confidence));
            if inquiry.is_disputed() {
                runs.push(Run::text(", "));
            }
        }
        Some(_) | None if inquiry.is_disputed() => {}
        Some(_) | None if inquiry.about == Some(Aspect::When) => runs.push(Run::text("uncertain")),
        Some(_) | None => runs.push(Run::text("not stated")),
    }
    if inquiry.is_disputed() {
        runs.push(Run::new("DISPUTED", Tone::Against));
    }
    runs
}

/// Whether it happened, or what is known instead: a plan, a claim that nobody confirmed.
fn occurrence(library: &Library, event: ItemId, (answer, in_short): (&Answer, bool)) -> Runs {
    match answer.status {
        EventStatus::Planned => return vec![Run::new(planned(library, event), Tone::Strong)],
        EventStatus::Unconfirmed => {
            let why = unconfirmed(library, event, answer);
            return vec![Run::new("not confirmed here", Tone::Against), Run::text(why)];
        }
        EventStatus::Cancelled => return vec![Run::new("called off", Tone::Strong)],
        EventStatus::Occurred => {}
    }
    let mut inquiries = library.inquiries(event).iter();
    let inquiry = inquiries.find(|inquiry| inquiry.about == Some(Aspect::Occurrence));
    let disputed = inquiry.is_some_and(Inquiry::is_disputed);
    // A judgement of whether it happened is the author's last word on it.
    let confidence = inquiry.and_then(|inquiry| library.confidence_in(event, inquiry));
    let name = match answer.schema {
        Schema::One => "confidence",
        Schema::Two => question_name(library, event, Some(Aspect::Occurrence)),
    };
    let mut runs = vec![Run::text(crate::text![name, " "])];
    match confidence {
        Some(confidence) => runs.push(confidence_run(confidence)),
        None if answer.schema == Schema::One => runs.push(Run::text("not stated")),
        None => runs.push(Run::text("(confidence not stated)")),
    }
    if disputed {
        runs.extend([Run::text(", "), Run::new("DISPUTED", Tone::Against)]);
    }
    let origins = match (in_short, answer.origins, answer.party_origins) {
        (true, all, parties @ 1..) if !answer.own_text && all > parties => {
            crate::text![all, " origins incl. ", counted(parties, "party", "parties")]
        }
        _ => origins_words(answer),
    };
    runs.push(Run::text(crate::text![" (", origins, ")"]));
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

/// What there is instead of a confirmation: `; claimed by Black Reward`.
fn unconfirmed(library: &Library, event: ItemId, answer: &Answer) -> DisplayText {
    let claims = library.ends(event, Relation::Claims);
    let is_own = |claim: &ItemId| {
        let ground = library.claim(*claim).and_then(|claim| claim.attribution);
        ground == Some(crate::library::Attribution::Itself) && !library.rejects_blame(*claim)
    };
    let own = claims.filter(is_own);
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
        library.roles(event, *actor).iter().any(|role| role.as_str() == RoleWord::Claimant.word())
    };
    claimants.extend(houses.filter(claims_it));
    if !claimants.is_empty() {
        let names = short_names(library, &claimants);
        return crate::text!["; claimed by ", names];
    }
    match answer.voices.iter().find(|voice| voice.weight.is_none() && voice.counts) {
        Some(voice) if answer.origins == 1 => {
            crate::text!["; reported by ", voice.short, " alone"]
        }
        Some(_) | None => DisplayText::default(),
    }
}

/// How sure the author is of an event, question by question, in one line; of a claim, how it stands.
#[must_use]
pub fn sure_runs(library: &Library, id: ItemId, answer: &Answer) -> Runs {
    let library = &library.within(id);
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

/// How sure the author is of the answer to one question, in words that stand by themselves; nothing
/// where nobody asks.
pub(in crate::page) fn sureness_in(
    library: &Library,
    event: ItemId,
    inquiry: &Inquiry,
) -> Option<Runs> {
    let is_occurrence = inquiry.about == Some(Aspect::Occurrence);
    match &inquiry.held {
        Held::Event | Held::Grade(_) if is_occurrence => {
            Some(occurrence(library, event, (&library.answer(event)?, false)))
        }
        Held::Listed
            if inquiry.about != Some(Aspect::Attribution) || !library.asks_who_did_it(event) =>
        {
            None
        }
        Held::Listed | Held::Grade(_) if !inquiry.is_disputed() => {
            let lead = question_colon(library, event, inquiry.about);
            Some(vec![Run::text(crate::text![lead, "not judged here"])])
        }
        Held::Event
        | Held::Date
        | Held::Judgement(_)
        | Held::Grade(_)
        | Held::Open(_)
        | Held::Listed => Some(sureness_of(library, event, inquiry)),
    }
}

/// How a claim stands to the answer of its question: `carries the answer: 15 Jul 2022`.
/// Of several events that it is about it is the first of which this is disputed, else that where it stands.
pub(in crate::page) fn standing(library: &Library, claim: ItemId) -> Runs {
    let mut disputed =
        library.inquiries_of(claim).filter(|(_, inquiry)| inquiry.has_in_dispute(claim));
    let found = disputed.next().or_else(|| library.inquiries_of(claim).next());
    let Some((event, inquiry)) = found else { return Runs::new() };
    let mut runs = standing_in(library, event, inquiry, claim);
    if library.event_of(claim) != Some(event) {
        runs.push(of_event(library, event));
    }
    runs
}

fn standing_in(library: &Library, event: ItemId, inquiry: &Inquiry, claim: ItemId) -> Runs {
    let name = question_name(library, event, inquiry.about);
    let held = library.held_value(event, inquiry);
    if let Some(objection) = inquiry.objections.iter().find(|found| found.claim == claim) {
        let tone = if objection.weight == Weight::Contested { Tone::Against } else { Tone::Quiet };
        let against = held.map_or_else(DisplayText::default, |held| crate::text!["; held: ", held]);
        return vec![
            Run::text(crate::text![name, ": "]),
            Run::new(objection.weight.word(), tone),
            Run::text(against),
        ];
    }
    let words = match &inquiry.held {
        Held::Open(claims) if claims.contains(&claim) => "one side of an open question",
        Held::Listed if inquiry.objections.is_empty() => "no contradiction is recorded",
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
        runs.extend([Run::text(", "), Run::new("DISPUTED", Tone::Against)]);
    }
    runs
}
