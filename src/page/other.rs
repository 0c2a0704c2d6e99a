//! Pages of places, judgements, gaps and questions.

use super::builder::Builder;
use super::content::{Block, Run, Runs, Tone};
use super::phrases::sure_runs;
use super::words::{country_words, date_and_title_in, supported, targets};
use crate::library::{
    Claim, Gap, ItemId, Judgement, Kind, Library, PlaceRecord, Question, Relation,
};
use crate::text::{DisplayText, clean, comma_separated};

/// A place and what happened there.
pub(super) fn place_body(builder: &mut Builder<'_>, place: &PlaceRecord) {
    if let Some(country) = &place.country {
        builder.field("COUNTRY", &country_words(&country.value));
    }
    if !place.aliases.is_empty() {
        builder.field("ALSO", &comma_separated(&place.aliases));
    }
    for native in &place.names {
        builder.field("NATIVE", &crate::text![native.name, "  (", native.language, ")"]);
    }
    if let Some((latitude, longitude)) = place.position {
        let position =
            crate::text![degrees(latitude, "N", "S"), "  ", degrees(longitude, "E", "W")];
        builder.field("POSITION", &position);
    }
    if !builder.is_full() {
        return;
    }
    for (kind, heading) in [(Kind::Event, "EVENTS"), (Kind::Actor, "WHO IS NAMED THERE")] {
        let items = builder.library.linked(builder.item, kind).to_vec();
        builder.section(heading, &items);
    }
    let sources = builder.library.linked(builder.item, Kind::Source).to_vec();
    builder.sources(&sources);
}

/// Ten-thousandths of a degree as `41.3275° N`.
fn degrees(value: i32, positive: &'static str, negative: &'static str) -> DisplayText {
    let side = if value < 0 { negative } else { positive };
    let value = value.unsigned_abs();
    let (whole, part) = (value / 10_000, value % 10_000);
    let zeros = match part {
        0..=9 => "000",
        10..=99 => "00",
        100..=999 => "0",
        _ => "",
    };
    crate::text![whole, ".", zeros, part, "° ", side]
}

/// A judgement: likelihood and confidence each in a sentence of its own (ICD 203).
pub(super) fn judgement_body(builder: &mut Builder<'_>, judgement: &Judgement) {
    builder.summary(&judgement.text);
    builder.gap();
    if let Some(likelihood) = judgement.likelihood {
        let text = crate::text!["This is ", likelihood.word(), " (", likelihood.meaning(), ")."];
        builder.sentence(text, Tone::Strong);
    }
    if let Some(confidence) = &judgement.confidence {
        let confidence = confidence.value;
        let text = crate::text![
            "Confidence in the judgement is ",
            confidence.word(),
            ": ",
            confidence.meaning(),
            "."
        ];
        builder.sentence(text, Tone::Strong);
    }
    if !builder.is_full() {
        return;
    }
    if let Some(found) = builder.library.assessment(builder.item) {
        let support = supported(found.corroboration, &found.citations);
        let disputed = if found.disputed { "; part of what it rests on is disputed" } else { "" };
        builder.gap();
        builder.field("SUPPORT", &crate::text![support, disputed]);
    }
    basis(builder, Relation::RestsOn, "RESTS ON");
}

/// The card of what has no title but its text, which the body shows: what it is.
pub(super) fn head(kind: Kind) -> Vec<Block> {
    let name = clean(&kind.name().to_uppercase(), |_| {});
    vec![Block::Paragraph(vec![Run::new(name, Tone::Strong)])]
}

/// What is not known, and of what.
pub(super) fn gap_body(builder: &mut Builder<'_>, gap: &Gap) {
    builder.summary(&gap.text);
    basis(builder, Relation::Concerns, "CONCERNS");
}

/// A question that may be asked, with its answer.
pub(super) fn question_body(builder: &mut Builder<'_>, question: &Question) {
    builder.summary(&question.answer);
    basis(builder, Relation::RestsOn, "RESTS ON");
}

/// `one source, A2; disputed`.
fn claim_support(library: &Library, id: ItemId, claim: &Claim) -> DisplayText {
    let support = super::evidence::support(library, id, claim);
    let disputed = library.assessment(id).is_some_and(|found| found.disputed);
    crate::text![support, if disputed { "; disputed" } else { "" }]
}

/// What it rests on or concerns, each with how sure that is, and the brief that holds it.
fn basis(builder: &mut Builder<'_>, relation: Relation, heading: &'static str) {
    if !builder.is_full() {
        return;
    }
    let library = builder.library;
    let items = targets(library, builder.item, relation);
    if !items.is_empty() {
        builder.heading(heading);
    }
    for item in items {
        let line = date_and_title_in(library, item, builder.times);
        let mut runs = vec![Run::text(line)];
        // An event has a confidence; a claim has only what supports it.
        let sure = match (library.claim(item), library.answer(item)) {
            (Some(claim), _) => vec![Run::new(claim_support(library, item, claim), Tone::Dim)],
            (None, Some(answer)) => sure_runs(library, item, &answer),
            (None, None) => Runs::new(),
        };
        runs.push(Run::new("  (", Tone::Dim));
        runs.extend(sure);
        runs.push(Run::new(")", Tone::Dim));
        builder.entry(item, runs);
    }
    if let Some(brief) = library.get(builder.item).and_then(|item| item.brief) {
        builder.section("IN THE BRIEF", &[brief]);
    }
}
