//! Pages of places, judgements, gaps and questions.

use super::compose::Composer;
use super::words::{country_words, date_and_title_in, supported, sure_words, targets};
use super::{PageLine, Piece, Tone};
use crate::library::{
    Claim, Gap, ItemId, Judgement, Kind, Library, PlaceRecord, Question, Relation,
};
use crate::text::{DisplayText, clean, comma_separated};

/// A place and what happened there.
pub(super) fn place_body(composer: &mut Composer<'_>, place: &PlaceRecord) {
    if let Some(country) = &place.country {
        composer.field("COUNTRY", &country_words(&country.value));
    }
    if !place.aliases.is_empty() {
        composer.field("ALSO", &comma_separated(&place.aliases));
    }
    for native in &place.names {
        composer.field("NATIVE", &crate::text![native.name, "  (", native.language, ")"]);
    }
    if let Some((latitude, longitude)) = place.position {
        let position =
            crate::text![degrees(latitude, "N", "S"), "  ", degrees(longitude, "E", "W")];
        composer.field("POSITION", &position);
    }
    if !composer.is_full() {
        return;
    }
    for (kind, heading) in [(Kind::Event, "EVENTS"), (Kind::Actor, "WHO IS NAMED THERE")] {
        let items = composer.library.linked(composer.item, kind).to_vec();
        composer.section(heading, &items);
    }
    let sources = composer.library.linked(composer.item, Kind::Source).to_vec();
    composer.sources(&sources);
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
pub(super) fn judgement_body(composer: &mut Composer<'_>, judgement: &Judgement) {
    composer.summary(&judgement.text);
    composer.gap();
    if let Some(likelihood) = judgement.likelihood {
        let text = crate::text!["This is ", likelihood.word(), " (", likelihood.meaning(), ")."];
        composer.paragraph(&[Piece::new(text, Tone::Strong)], 0);
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
        composer.paragraph(&[Piece::new(text, Tone::Strong)], 0);
    }
    if !composer.is_full() {
        return;
    }
    if let Some(found) = composer.library.assessment(composer.item) {
        let support = supported(found.corroboration, &found.citations);
        let disputed = if found.disputed { "; part of what it rests on is disputed" } else { "" };
        composer.gap();
        composer.field("SUPPORT", &crate::text![support, disputed]);
    }
    basis(composer, Relation::RestsOn, "RESTS ON");
}

/// The card of what has no title but its text, which the body shows: what it is.
pub(super) fn head(kind: Kind) -> Vec<PageLine> {
    let name = clean(&kind.name().to_uppercase(), |_| {});
    vec![vec![Piece::new(name, Tone::Strong)]]
}

/// What is not known, and of what.
pub(super) fn gap_body(composer: &mut Composer<'_>, gap: &Gap) {
    composer.summary(&gap.text);
    basis(composer, Relation::Concerns, "CONCERNS");
}

/// A question that may be asked, with its answer.
pub(super) fn question_body(composer: &mut Composer<'_>, question: &Question) {
    composer.summary(&question.answer);
    basis(composer, Relation::RestsOn, "RESTS ON");
}

/// `one source, A2; disputed`.
fn claim_support(library: &Library, id: ItemId, claim: &Claim) -> DisplayText {
    let support = super::evidence::support(library, id, claim);
    let disputed = library.assessment(id).is_some_and(|found| found.disputed);
    crate::text![support, if disputed { "; disputed" } else { "" }]
}

/// What it rests on or concerns, each with how sure that is, and the brief that holds it.
fn basis(composer: &mut Composer<'_>, relation: Relation, heading: &'static str) {
    if !composer.is_full() {
        return;
    }
    let library = composer.library;
    let items = targets(library, composer.item, relation);
    if !items.is_empty() {
        composer.heading(heading);
    }
    for item in items {
        let line = date_and_title_in(library, item, composer.times);
        let mut pieces = vec![Piece::new(line, Tone::Text)];
        // An event has a confidence; a claim has only what supports it.
        let sure = match (library.claim(item), library.answer(item)) {
            (Some(claim), _) => claim_support(library, item, claim),
            (None, Some(answer)) => sure_words(&answer),
            (None, None) => DisplayText::default(),
        };
        pieces.push(Piece::new(crate::text!["  (", sure, ")"], Tone::Dim));
        composer.entry(item, &pieces);
    }
    if let Some(brief) = library.get(composer.item).and_then(|item| item.brief) {
        composer.section("IN THE BRIEF", &[brief]);
    }
}
