//! Pages of places and gaps.

use super::builder::Builder;
use super::content::{Block, Run, Tone};
use super::statements;
use super::words::{country_words, language_words, targets};
use crate::library::{Gap, Kind, PlaceRecord, Relation};
use crate::text::{DisplayText, clean, comma_separated};

/// A place and what happened there.
pub(super) fn place_body(builder: &mut Builder<'_>, place: &PlaceRecord) {
    builder.use_of_it(place.deprecated.as_deref());
    if let Some(country) = &place.country {
        builder.field("COUNTRY", &country_words(&country.value));
    }
    if !place.aliases.is_empty() {
        builder.field("ALSO", &comma_separated(&place.aliases));
    }
    for native in &place.names {
        let language = language_words(&native.language);
        builder.field("NATIVE", &crate::text![native.name, "  (", language, ")"]);
    }
    if let Some((latitude, longitude)) = place.position() {
        let position =
            crate::text![degrees(latitude, "N", "S"), "  ", degrees(longitude, "E", "W")];
        builder.field("POSITION", &position);
    }
    if !builder.is_full() {
        return;
    }
    let events = builder.library.linked(builder.item, Kind::Event).to_vec();
    builder.section("EVENTS", &events);
    let actors = builder.library.taking_part_at(builder.item);
    builder.section("WHO TAKES PART IN EVENTS THERE", &actors);
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

/// The card of what has no title but its text, which the body shows: what it is.
pub(super) fn head(kind: Kind) -> Vec<Block> {
    let name = clean(&kind.name().to_uppercase(), |_| {});
    vec![Block::Paragraph(vec![Run::new(name, Tone::Strong)])]
}

/// What is not known, and of what.
pub(super) fn gap_body(builder: &mut Builder<'_>, gap: &Gap) {
    builder.summary(&gap.text);
    if !builder.is_full() {
        return;
    }
    let concerned = targets(builder.library, builder.item, Relation::Concerns);
    statements::section(builder, "CONCERNS", &concerned);
    in_the_brief(builder);
}

/// The brief that holds it.
pub(super) fn in_the_brief(builder: &mut Builder<'_>) {
    let brief = builder.library.get(builder.item).and_then(|item| item.brief);
    builder.section("IN THE BRIEF", brief.as_slice());
}
