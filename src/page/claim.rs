//! Pages of claims.

use super::builder::Builder;
use super::carrier::reported_speakers;
use super::content::{Run, Runs, Tone};
use super::phrases::{aspect_words, held_runs, of_event};
use super::statements;
use super::words::{grade_sign, grade_words, supported, targets};
use crate::library::{Attribution, Claim, Held, Inquiry, ItemId, Kind, Relation};
use crate::text::DisplayText;
use std::collections::BTreeSet;

/// What is said, who says it and how good that is; the question it answers and what is held there; what
/// contradicts it; then its event and what rests on it.
pub(super) fn body(builder: &mut Builder<'_>, claim: &Claim) {
    builder.summary(&claim.text);
    if !builder.is_full() {
        return;
    }
    let (library, id) = (builder.library, builder.item);
    builder.gap();
    said_by(builder);
    if let Some(when) = &claim.when {
        builder.field("SAID ON", &when.text_with_weekday_in(builder.times));
    }
    if !targets(library, id, Relation::Cites).is_empty() || claim.credibility.is_some() {
        let grade = library.grade_of_claim(id);
        // Who asserts it stands above; the letter is that of the house which carries it.
        let house = library.best_source(id).filter(|_| !reported_speakers(library, id).is_empty());
        let house = house.map_or_else(DisplayText::default, |source| {
            crate::text![" ", library.short_speaker(source)]
        });
        let words = crate::text![grade_sign(grade), house, ": ", grade_words(grade)];
        builder.field("GRADE", &words);
    }
    if let Some(assessment) = library.assessment(id) {
        let words = supported(assessment);
        builder.field("SUPPORT", &words);
    }
    ground(builder, claim);
    question(builder, claim);
    other_side(builder);
    let events: Vec<ItemId> = library.events_of(id).collect();
    builder.section(if events.len() > 1 { "EVENTS" } else { "EVENT" }, &events);
    super::event::resting(builder, id, &[Kind::Judgement, Kind::Question, Kind::Gap]);
}

/// Who asserts it, else the sources that speak for themselves.
fn said_by(builder: &mut Builder<'_>) {
    let (library, id) = (builder.library, builder.item);
    let by = targets(library, id, Relation::AssertedBy);
    if !by.is_empty() {
        return builder.linked_field("SAID BY", &by);
    }
    let mut runs = Runs::new();
    for source in targets(library, id, Relation::Cites) {
        if !runs.is_empty() {
            runs.push(Run::text("; "));
        }
        runs.extend(builder.by_name(source, builder.source_line(source)));
    }
    if runs.is_empty() {
        runs.push(Run::new("nobody: no source is given", Tone::Warning));
    }
    builder.labelled("SAID BY", runs);
}

/// Whom it names as those who did it, and on what ground.
fn ground(builder: &mut Builder<'_>, claim: &Claim) {
    let accused = targets(builder.library, builder.item, Relation::AscribesTo);
    let denies = builder.library.rejects_blame(builder.item);
    let label = match claim.attribution {
        Some(Attribution::Itself) if denies => "DENIES",
        Some(Attribution::Itself) => "CLAIMANT",
        Some(
            Attribution::Technical
            | Attribution::Official
            | Attribution::Unofficial
            | Attribution::Legal
            | Attribution::Media,
        )
        | None => "BLAMES",
    };
    builder.linked_field(label, &accused);
    if let Some(ground) = claim.attribution {
        let meaning = if denies { "the actor denies it" } else { ground.meaning() };
        builder.field("GROUND", &meaning.into());
    }
}

/// What is asked, what it says, and what is held.
fn question(builder: &mut Builder<'_>, claim: &Claim) {
    let (library, id) = (builder.library, builder.item);
    let inquiries: Vec<(ItemId, &Inquiry)> = library.inquiries_of(id).collect();
    let first = inquiries.first();
    let about = claim.about.or_else(|| first.and_then(|(_, inquiry)| inquiry.about));
    if about.is_some() {
        builder.field("QUESTION", &aspect_words(about).into());
    }
    if let Some(value) = &claim.value {
        builder.field("IT SAYS", value);
    }
    for (event, inquiry) in inquiries.iter().filter(|(_, inquiry)| inquiry.is_asked()) {
        let mut answer = held_runs(library, *event, inquiry);
        if inquiries.len() > 1 {
            answer.push(of_event(library, *event));
        }
        builder.labelled("ANSWER", answer);
    }
}

/// The claims that cannot be true with it.
pub(super) fn other_side(builder: &mut Builder<'_>) {
    let (library, id) = (builder.library, builder.item);
    let mut told = BTreeSet::new();
    for side in library.sides_of([id]) {
        let mut others = library.opposite(&side);
        others.retain(|(other, _)| told.insert(*other));
        if others.is_empty() {
            continue;
        }
        let objects = side.objects;
        let is_open = matches!(&side.inquiry.held, Held::Open(claims) if claims.contains(&id));
        builder.heading(if objects || is_open { "CONTRADICTS" } else { "CONTRADICTED BY" });
        for (other, weight) in others {
            // The weight is that of an objection, and what is held is none.
            let weight = Some(weight).filter(|_| !objects);
            statements::entry(builder, other, weight);
        }
    }
}
