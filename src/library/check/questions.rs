//! Findings about the questions of an event: high confidence on too little, disputes that join
//! nothing, judgements that answer nothing.

use crate::brief::{Claim, Event, Reference};
use crate::diag::{Code, Diagnostic, Located};
use crate::library::told::Findings;
use crate::library::{
    Aspect, Assessment, Confidence, Corroboration, EventStatus, Held, Inquiry, ItemId, Judgement,
    Library, Relation, Slug, Weight,
};
use crate::text;
use crate::text::DisplayText;

/// All findings about one event.
pub(super) fn event(library: &Library, id: ItemId, event: &Event, found: &mut Findings) {
    // What could not be read of it may be what it rests on.
    if let Some(basis) = occurrence_basis(library, id, event).filter(|_| !event.is_damaged) {
        found.extend(thin(event.confidence.as_ref(), &text!["that this happened"], &basis));
    }
    if let Some(basis) = date_basis(library, id) {
        let high = event.when_confidence.as_ref().or(event.confidence.as_ref());
        found.extend(thin(high, &text!["in the date of this event"], &basis));
    }
    for claim in library.ends(id, Relation::Claims) {
        let Some(record) = library.claim(claim) else { continue };
        // One that stands under another event is told of there.
        if library.event_of(claim) == Some(id) {
            disputes(library, event, (claim, record), found);
        }
        found.extend(date_beside(library, (id, event), (claim, record)));
        found.extend(unreadable_date(library, (id, event), (claim, record)));
    }
    for inquiry in library.inquiries(id) {
        found.extend(better_objection(library, id, inquiry));
    }
    judgements(library, id, found);
}

/// W203.
fn thin(
    confidence: Option<&Located<Confidence>>,
    in_what: &DisplayText,
    basis: &DisplayText,
) -> Option<Diagnostic> {
    let high = confidence.filter(|confidence| confidence.value == Confidence::High)?;
    let message = text!["high confidence ", in_what, " rests on ", basis];
    let found = Diagnostic::new(Code::W203, high.span.clone(), message);
    Some(found.help("lower the confidence, or cite an independent source"))
}

/// W203 for a judgement or a link: on what its high confidence rests that is too little.
pub(super) fn thin_basis(
    word: &'static str,
    confidence: Option<&Located<Confidence>>,
    assessment: Option<&Assessment>,
) -> Option<Diagnostic> {
    let basis = match assessment?.corroboration {
        Corroboration::Uncited => text!["no source"],
        Corroboration::SingleSource => text!["a single source"],
        Corroboration::PartyOnly => text!["nobody but parties to it"],
        Corroboration::Corroborated(_) if assessment?.disputed => text!["a disputed basis"],
        Corroboration::Corroborated(_) => return None,
    };
    thin(confidence, &text!["in this ", word], &basis)
}

/// What is too little for high confidence that an event happened.
fn occurrence_basis(library: &Library, id: ItemId, event: &Event) -> Option<DisplayText> {
    let assessment = library.assessment(id)?;
    match event.status {
        EventStatus::Planned => return Some(text!["a plan: its status is `planned`"]),
        EventStatus::Unconfirmed => {
            return Some(text!["what nobody confirmed: its status is `unconfirmed`"]);
        }
        EventStatus::Occurred | EventStatus::Cancelled => {}
    }
    match assessment.corroboration {
        Corroboration::Uncited => return Some(text!["no source"]),
        Corroboration::SingleSource if !assessment.own_text => {
            return Some(text!["a single origin, ", origin(library, assessment)]);
        }
        Corroboration::PartyOnly if !assessment.own_text => {
            return Some(text!["nobody but parties to it"]);
        }
        Corroboration::SingleSource | Corroboration::PartyOnly | Corroboration::Corroborated(_) => {
        }
    }
    contested(library, question(library, id, Aspect::Occurrence)?)
}

fn origin(library: &Library, assessment: &Assessment) -> DisplayText {
    let counted = assessment.citations.iter().find(|citation| citation.counts);
    counted.map_or_else(DisplayText::default, |citation| quoted(library, citation.source))
}

/// What is too little for high confidence in a date.
fn date_basis(library: &Library, id: ItemId) -> Option<DisplayText> {
    contested(library, question(library, id, Aspect::When)?)
}

fn question(library: &Library, event: ItemId, about: Aspect) -> Option<&Inquiry> {
    library.inquiries(event).iter().find(|inquiry| inquiry.about == Some(about))
}

/// The claim that contests a question, in words.
fn contested(library: &Library, inquiry: &Inquiry) -> Option<DisplayText> {
    if let Held::Open(claims) = &inquiry.held {
        return Some(text!["an open question, see ", quoted(library, *claims.first()?)]);
    }
    let contested = |objection: &&crate::library::Objection| objection.weight == Weight::Contested;
    let objection = inquiry.objections.iter().find(contested)?;
    Some(text!["what the claim ", quoted(library, objection.claim), " contests"])
}

fn quoted(library: &Library, id: ItemId) -> DisplayText {
    library.get(id).map_or_else(DisplayText::default, |item| text!["`", item.slug.shown(), "`"])
}

/// W240 and W242: disputes that join nothing, and plans that dispute what came later.
fn disputes(
    library: &Library,
    event: &Event,
    (claim, record): (ItemId, &Claim),
    found: &mut Findings,
) {
    let scope = library.item_scopes.first(claim);
    for reference in &record.disputes {
        let end = scope.and_then(|scope| library.scopes.event_or_claim(scope, &reference.value));
        let Some(end) = end else { continue };
        found.extend(joins_nothing(library, (claim, record), (end, reference)));
    }
    let made_before = record.when.as_ref().and_then(crate::brief::When::latest);
    let before =
        made_before.zip(event.when.value.earliest()).is_some_and(|(made, day)| made <= day);
    if before
        && let (Some(Aspect::Occurrence), Some(first)) = (record.about, record.disputes.first())
    {
        let message = text![
            "the claim was made before the event (",
            record.when.as_ref().map_or_else(DisplayText::default, crate::brief::When::text),
            "): a plan does not dispute what came of it"
        ];
        let finding = Diagnostic::new(Code::W242, first.span.clone(), message);
        found.push(finding.help("leave `disputes` out; `value = \"planned\"` says what it is"));
    }
}

fn joins_nothing(
    library: &Library,
    (claim, record): (ItemId, &Claim),
    (end, reference): (ItemId, &Reference),
) -> Option<Diagnostic> {
    let is_one_of = |event: ItemId| library.events_of(claim).any(|own| own == event);
    if is_one_of(end) {
        return None;
    }
    let slug = reference.value.shown();
    let (message, help) = if end == claim {
        (text!["the claim disputes itself"], text!["name the claim that it contradicts"])
    } else if !library.events_of(end).any(is_one_of) {
        let message = match library.event_of(end) {
            Some(home) => {
                text!["`", slug, "` stands under another event, ", quoted(library, home)]
            }
            None => text!["`", slug, "` is another event"],
        };
        (message, text!["put both under the event whose question they answer, or name it in `on`"])
    } else {
        let other = library.claim(end)?;
        // One that could not be read has a finding of its own.
        let is_unread = |claim: &Claim| claim.about.is_none() && claim.is_damaged;
        if other.about == record.about || is_unread(other) || is_unread(record) {
            return None;
        }
        let word = |about: Option<Aspect>| about.map_or("nothing", Aspect::word);
        let message = text![
            "`",
            slug,
            "` is about ",
            word(other.about),
            " and this claim about ",
            word(record.about),
            ": they answer different questions"
        ];
        (message, text!["give both the same `about`, or leave `disputes` out"])
    };
    Some(Diagnostic::new(Code::W240, reference.span.clone(), message).help(help))
}

/// What a claim says of the date of an event, and the question that it answers.
fn claimed_date<'l>(
    library: &'l Library,
    event: ItemId,
    record: &'l Claim,
) -> Option<(&'l DisplayText, &'l Inquiry)> {
    let value = record.value.as_ref().filter(|_| record.about == Some(Aspect::When))?;
    Some((value, question(library, event, Aspect::When)?))
}

/// W243: a claim gives another date than its event and disputes nothing.
fn date_beside(
    library: &Library,
    (id, event): (ItemId, &Event),
    (claim, record): (ItemId, &Claim),
) -> Option<Diagnostic> {
    let (value, inquiry) = claimed_date(library, id, record)?;
    if event.when.value.touches(value.as_str()) != Some(false)
        || !inquiry.beside.contains(&claim)
        || joins_astray(event)
    {
        return None;
    }
    let message =
        text!["`", value, "` is another date than the event's, ", event.when.value.text()];
    let found = Diagnostic::new(Code::W243, record.id.span.clone(), message);
    let help = text!["add `disputes` with the claim that gives the event's date"];
    Some(found.help(help).related(event.when.span.clone(), "the event"))
}

/// Whether all disputes of a claim about the date go astray: mended, one of them may name this one.
fn joins_astray(event: &Event) -> bool {
    let joins = |claim: &Claim, end: &Slug| {
        let here =
            *end == event.id.value || event.claims.iter().any(|claim| claim.id.value == *end);
        here && *end != claim.id.value
    };
    let about_date = event.claims.iter().filter(|claim| claim.about == Some(Aspect::When));
    let mut disputing = about_date.filter(|claim| !claim.disputes.is_empty());
    disputing.any(|claim| !claim.disputes.iter().any(|end| joins(claim, &end.value)))
}

/// W248: a claim has a side in what is disputed of the date, and no date that can be read.
fn unreadable_date(
    library: &Library,
    (id, event): (ItemId, &Event),
    (claim, record): (ItemId, &Claim),
) -> Option<Diagnostic> {
    let (value, inquiry) = claimed_date(library, id, record)?;
    if event.when.value.touches(value.as_str()).is_some() || inquiry.beside.contains(&claim) {
        return None;
    }
    let message = text!["`", value, "` is no date that can be read, and the date is disputed"];
    let found = Diagnostic::new(Code::W248, record.id.span.clone(), message);
    Some(found.help("write the date like `15 Jul 2022`, and the rest in the text"))
}

/// W241: what contests an answer is better graded than what carries it.
fn better_objection(library: &Library, event: ItemId, inquiry: &Inquiry) -> Option<Diagnostic> {
    let order = |claim: ItemId| library.grade_of_claim(claim).order();
    let best = inquiry.claims.iter().map(|claim| order(*claim)).min()?;
    let objection = inquiry
        .objections
        .iter()
        .find(|objection| objection.weight == Weight::Contested && order(objection.claim) < best)?;
    let record = library.claim(objection.claim)?;
    let held = library.held_value(event, inquiry)?;
    let says_the_same = record.value.as_ref() == Some(&held);
    if says_the_same {
        let message = text!["this claim says what is held (", held, ") and stands against it"];
        let found = Diagnostic::new(Code::W241, record.id.span.clone(), message);
        return Some(found.help("are `basis` and `against` of the judgement exchanged?"));
    }
    let message = text![
        "this claim contradicts what is held (",
        held,
        ") and is better graded than what carries it"
    ];
    let found = Diagnostic::new(Code::W241, record.id.span.clone(), message);
    Some(found.help("hold what it says, or look at the grades again"))
}

/// W244, W245, W246: judgements on an event that answer none of its questions, one already answered, or
/// rest on both sides.
fn judgements(library: &Library, event: ItemId, found: &mut Findings) {
    let edges = library.incoming(event);
    let answering = edges.filter(|edge| edge.relation == Relation::Answers).map(|edge| edge.to);
    for id in answering {
        let Some(judgement) = library.judgement(id) else { continue };
        let own: Vec<ItemId> = library
            .ends(id, Relation::RestsOn)
            .chain(library.ends(id, Relation::Against))
            .filter(|claim| library.events_of(*claim).any(|own| own == event))
            .collect();
        if own.is_empty() {
            found.push(answers_nothing(judgement));
            continue;
        }
        let question = library.inquiries(event).iter().find(|one| one.judgement() == Some(id));
        if let Some(inquiry) = question {
            found.extend(both_sides(library, id, judgement, inquiry));
        } else {
            let answered = own.iter().flat_map(|claim| library.inquiries_of(*claim));
            let mut here = answered.filter(|(own, _)| *own == event);
            let first = here.next().and_then(|(_, inquiry)| inquiry.judgement());
            found.push(second(library, judgement, first));
        }
    }
}

fn answers_nothing(judgement: &Judgement) -> Diagnostic {
    let message = text!["neither `basis` nor `against` has a claim of the event named in `on`"];
    let span = judgement.on.as_ref().map_or(&judgement.id.span, |on| &on.span);
    Diagnostic::new(Code::W244, span.clone(), message)
        .help("add the claim that it rests on, or name the event that its claims stand under")
}

fn second(library: &Library, judgement: &Judgement, first: Option<ItemId>) -> Diagnostic {
    let message = match first {
        Some(first) => text![quoted(library, first), " already answers this question"],
        None => text!["another judgement already answers this question"],
    };
    Diagnostic::new(Code::W245, judgement.id.span.clone(), message)
        .help("one judgement a question: leave `on` out here, or put the two together")
}

/// The basis holds both ends of a dispute.
fn both_sides(
    library: &Library,
    id: ItemId,
    judgement: &Judgement,
    inquiry: &Inquiry,
) -> Option<Diagnostic> {
    let basis: Vec<ItemId> = library.ends(id, Relation::RestsOn).collect();
    let objection = inquiry.objections.iter().find(|found| basis.contains(&found.claim))?;
    let slug = &library.get(objection.claim)?.slug;
    let reference = judgement.basis.iter().find(|reference| reference.value == *slug)?;
    let message = text!["`", slug.shown(), "` contradicts the rest of the basis"];
    let found = Diagnostic::new(Code::W246, reference.span.clone(), message);
    Some(found.help("write it under `against`"))
}
