//! Pages of claims.

use super::builder::Builder;
use super::content::{Run, Sign, Tone};
use super::phrases::aspect_words;
use super::words::{referrers, targets};
use crate::library::{Claim, Kind, Relation};

/// The text of a claim, who asserts it on what ground, and the event it belongs to.
pub(super) fn body(builder: &mut Builder<'_>, claim: &Claim) {
    builder.summary(&claim.text);
    if !builder.is_full() {
        return;
    }
    let (library, id) = (builder.library, builder.item);
    builder.gap();
    if let Some(about) = claim.about {
        let value = claim.value.clone().unwrap_or_default();
        let parts = if value.is_empty() { "" } else { ": " };
        builder.field("MATTER", &crate::text![aspect_words(Some(about)), parts, value]);
    }
    builder.linked_field("SAYS", &targets(library, id, Relation::AssertedBy));
    builder.linked_field("BLAMES", &targets(library, id, Relation::AscribesTo));
    if let Some(ground) = claim.attribution {
        let words = crate::text![ground.word(), ": ", ground.meaning()];
        builder.field("GROUND", &words);
    }
    if let Some(when) = &claim.when {
        builder.field("SAID", &when.text_with_weekday_in(builder.times));
    }
    if let Some(credibility) = &claim.credibility {
        let number = credibility.value;
        builder.field("CREDIBLE", &crate::text![number.number(), ": ", number.meaning()]);
    }
    let support = super::evidence::support(library, id, claim);
    builder.field("SUPPORT", &support);
    for (heading, others) in [
        ("SPEAKS AGAINST", targets(library, id, Relation::Disputes)),
        ("SPOKEN AGAINST BY", referrers(library, id, Relation::Disputes)),
    ] {
        if others.is_empty() {
            continue;
        }
        builder.heading(heading);
        for other in others {
            let value = library.value(other);
            let text = library.full_title(other);
            let mut runs = vec![
                Run::sign(Sign::Differs, Tone::Differs),
                Run::new(value.clone(), Tone::Differs),
            ];
            if text != value && library.claim(other).is_some() {
                runs.push(Run::text(crate::text!["  ", text]));
            }
            builder.entry(other, runs);
        }
    }
    builder.section("ABOUT", library.event_of(id).as_slice());
    super::event::resting(builder, id, &[Kind::Judgement, Kind::Question, Kind::Gap]);
}
