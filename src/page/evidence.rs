//! Who says what: claims and sources, in a column of their own or at the end of a page.

use super::compose::Composer;
use super::who::aspect_words;
use super::words::{citation_words, grade_sign, names, referrers, supported, targets};
use super::{Piece, Tone};
use crate::library::{Claim, Grade, ItemId, Library, Relation, Reliability};
use crate::text::DisplayText;

/// Who says what: the claims about an event, and its sources with grade, party and origin.
pub(super) fn evidence(composer: &mut Composer<'_>, id: ItemId) {
    let library = composer.library;
    let claims = targets(library, id, Relation::Claims);
    if !claims.is_empty() {
        composer.heading("WHO SAYS WHAT");
        for claim_id in claims {
            if let Some(claim) = library.claim(claim_id) {
                one_claim(composer, claim_id, claim);
            }
        }
    }
    let Some(assessment) = library.assessment(id) else { return };
    if assessment.citations.is_empty() {
        return;
    }
    composer.heading("SOURCES");
    for citation in &assessment.citations {
        let line = composer.source_line(citation.source);
        let line = crate::text![citation.reliability.word(), " ", line];
        let words = crate::text![" (", citation_words(library, citation), ")"];
        let pieces = [Piece::new(line, Tone::Text), Piece::new(words, Tone::Dim)];
        composer.entry(citation.source, &pieces);
    }
}

fn one_claim(composer: &mut Composer<'_>, id: ItemId, claim: &Claim) {
    let library = composer.library;
    let mut pieces = Vec::new();
    if let Some(about) = claim.about {
        pieces.push(Piece::new(crate::text![aspect_words(about), ": "], Tone::Label));
    }
    pieces.extend(composer.prose_pieces(&claim.text, Tone::Text));
    composer.entry(id, &pieces);
    let mut said = DisplayText::default();
    let by = targets(library, id, Relation::AssertedBy);
    if !by.is_empty() {
        said = crate::text!["says ", names(library, by), "; "];
    }
    let mut pieces = vec![Piece::new(said, Tone::Dim)];
    for source in targets(library, id, Relation::Cites) {
        pieces.push(Piece::new(crate::text![composer.source_line(source), " "], Tone::Dim));
        pieces.push(composer.number(source));
        pieces.push(Piece::new("; ", Tone::Dim));
    }
    pieces.push(Piece::new(support(library, id, claim), Tone::Dim));
    composer.paragraph(&pieces, 5);
    for disputed in targets(library, id, Relation::Disputes) {
        against(composer, "≠ speaks against ", disputed);
    }
    for disputing in referrers(library, id, Relation::Disputes) {
        against(composer, "≠ spoken against by ", disputing);
    }
}

fn against(composer: &mut Composer<'_>, words: &'static str, other: ItemId) {
    let pieces = [
        Piece::new(words, Tone::Differs),
        composer.number(other),
        Piece::new(" ", Tone::Text),
        Piece::new(short(composer.library, other), Tone::Differs),
    ];
    composer.paragraph(&pieces, 5);
}

/// How well a claim is supported, and its grade.
pub(super) fn support(library: &Library, id: ItemId, claim: &Claim) -> DisplayText {
    let Some(assessment) = library.assessment(id) else { return DisplayText::default() };
    let grade = assessment.grade.unwrap_or(Grade {
        reliability: Reliability::F,
        credibility: claim.credibility.as_ref().map(|credibility| credibility.value),
    });
    crate::text![
        supported(assessment.corroboration, &assessment.citations),
        ", ",
        grade_sign(grade)
    ]
}

/// The short form of a claim, or the title of an event.
pub(super) fn short(library: &Library, id: ItemId) -> DisplayText {
    let value = library.claim(id).and_then(|claim| claim.value.clone());
    value.unwrap_or_else(|| library.full_title(id))
}
