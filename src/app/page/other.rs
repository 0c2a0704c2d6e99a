//! Pages of briefs, places, judgements, gaps and questions.

use super::compose::Composer;
use super::words::{country_words, date_and_title, targets};
use super::{PageLine, Piece, Tone};
use crate::library::{Brief, Gap, Judgement, Kind, PlaceRecord, Question, Relation};
use crate::text::{DisplayText, clean};

/// The header of a brief.
pub(super) fn brief_body(composer: &mut Composer<'_>, brief: &Brief) {
    if let Some(bluf) = &brief.bluf {
        composer.prose(bluf, 0);
        composer.gap();
    }
    composer.field("MARKING", &crate::text!["TLP:", brief.marking.word()]);
    if let Some(handling) = &brief.handling {
        composer.field("HANDLING", handling);
    }
    if let Some(as_of) = &brief.as_of {
        composer.field("AS OF", &as_of.text());
    }
    if let Some(revision) = brief.revision {
        composer.field("REVISION", &crate::text![revision]);
    }
    if let Some(status) = brief.status {
        composer.field("STATUS", &DisplayText::literal(status.meaning()));
    }
    if let Some(summary) = &brief.source_summary {
        composer.heading("SOURCES IN SHORT");
        composer.prose(summary, 0);
    }
    for (kind, heading) in [
        (Kind::Judgement, "JUDGEMENTS"),
        (Kind::Question, "IF ASKED"),
        (Kind::Gap, "NOT KNOWN"),
        (Kind::Event, "EVENTS"),
    ] {
        let items = composer.library.linked(composer.item, kind).to_vec();
        if !items.is_empty() {
            composer.heading(heading);
            composer.list(&items, date_and_title);
        }
    }
}

/// A place and what happened there.
pub(super) fn place_body(composer: &mut Composer<'_>, place: &PlaceRecord) {
    if let Some(country) = &place.country {
        composer.field("COUNTRY", &country_words(&country.value));
    }
    for alias in &place.aliases {
        composer.field("ALSO", alias);
    }
    for native in &place.names {
        composer.field("NATIVE", &crate::text![native.name, "  (", native.language, ")"]);
    }
    if let Some((latitude, longitude)) = place.position {
        let position =
            crate::text![degrees(latitude, "N", "S"), "  ", degrees(longitude, "E", "W")];
        composer.field("POSITION", &position);
    }
    let events = composer.library.linked(composer.item, Kind::Event).to_vec();
    if !events.is_empty() {
        composer.heading("EVENTS");
        composer.list(&events, date_and_title);
    }
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
    composer.prose(&judgement.text, 0);
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
    basis(composer, Relation::RestsOn, "RESTS ON");
}

/// The card of what has no title but its text, which the body shows: what it is.
pub(super) fn head(kind: Kind) -> Vec<PageLine> {
    let name = clean(&kind.name().to_uppercase(), |_| {});
    vec![vec![Piece::new(name, Tone::Strong)]]
}

/// What is not known, and of what.
pub(super) fn gap_body(composer: &mut Composer<'_>, gap: &Gap) {
    composer.prose(&gap.text, 0);
    basis(composer, Relation::Concerns, "CONCERNS");
}

/// A question that may be asked, with its answer.
pub(super) fn question_body(composer: &mut Composer<'_>, question: &Question) {
    composer.prose(&question.answer, 0);
    basis(composer, Relation::RestsOn, "RESTS ON");
}

fn basis(composer: &mut Composer<'_>, relation: Relation, heading: &'static str) {
    let items = targets(composer.library, composer.item, relation);
    if !items.is_empty() {
        composer.heading(heading);
        composer.list(&items, date_and_title);
    }
}
