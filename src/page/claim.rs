//! Pages of claims.

use super::compose::Composer;
use super::who::aspect_words;
use super::words::{referrers, targets};
use super::{Piece, Tone};
use crate::library::{Claim, Relation};

/// The text of a claim, who asserts it on what ground, and the event it belongs to.
pub(super) fn body(composer: &mut Composer<'_>, claim: &Claim) {
    composer.summary(&claim.text);
    if !composer.is_full() {
        return;
    }
    let (library, id) = (composer.library, composer.item);
    composer.gap();
    if let Some(about) = claim.about {
        let value = claim.value.clone().unwrap_or_default();
        let parts = if value.is_empty() { "" } else { ": " };
        composer.field("MATTER", &crate::text![aspect_words(about), parts, value]);
    }
    composer.linked_field("SAYS", &targets(library, id, Relation::AssertedBy));
    composer.linked_field("BLAMES", &targets(library, id, Relation::AscribesTo));
    if let Some(ground) = claim.attribution {
        let words = crate::text![ground.word(), ": ", ground.meaning()];
        composer.field("GROUND", &words);
    }
    if let Some(when) = &claim.when {
        composer.field("SAID", &when.text_with_weekday_in(composer.times));
    }
    if let Some(credibility) = &claim.credibility {
        let number = credibility.value;
        composer.field("CREDIBLE", &crate::text![number.number(), ": ", number.meaning()]);
    }
    let support = super::evidence::support(library, id, claim);
    composer.field("SUPPORT", &support);
    for (heading, others) in [
        ("SPEAKS AGAINST", targets(library, id, Relation::Disputes)),
        ("SPOKEN AGAINST BY", referrers(library, id, Relation::Disputes)),
    ] {
        if others.is_empty() {
            continue;
        }
        composer.heading(heading);
        for other in others {
            let value = library.value(other);
            let text = library.full_title(other);
            let mut pieces = vec![Piece::new(crate::text!["≠ ", value], Tone::Differs)];
            if text != value && library.claim(other).is_some() {
                pieces.push(Piece::new(crate::text!["  ", text], Tone::Text));
            }
            composer.entry(other, &pieces);
        }
    }
    composer.section("ABOUT", library.event_of(id).as_slice());
    super::event::resting(composer, id);
}
