//! Who says what: claims and sources, in a column of their own or at the end of a page.

use super::builder::Builder;
use super::content::{Block, Entry, Marker, Run, Runs, Sign, Tone};
use super::phrases::aspect_words;
use super::words::{citation_words, grade_sign, names, referrers, supported, targets};
use crate::library::{Claim, Grade, ItemId, Library, Relation, Reliability};
use crate::text::DisplayText;

/// Who says what: the claims about an event, and its sources with grade, party and origin.
pub(super) fn evidence(builder: &mut Builder<'_>, id: ItemId) {
    let library = builder.library;
    let claims = targets(library, id, Relation::Claims);
    if !claims.is_empty() {
        builder.heading("WHO SAYS WHAT");
        for claim_id in claims {
            if let Some(claim) = library.claim(claim_id) {
                one_claim(builder, claim_id, claim);
            }
        }
    }
    let Some(assessment) = library.assessment(id) else { return };
    if assessment.citations.is_empty() {
        return;
    }
    builder.heading("SOURCES");
    for citation in &assessment.citations {
        let line = builder.source_line(citation.source);
        let line = crate::text![citation.reliability.word(), " ", line];
        let words = crate::text![" (", citation_words(library, citation), ")"];
        let runs = vec![Run::text(line), Run::new(words, Tone::Dim)];
        builder.entry(citation.source, runs);
    }
}

fn one_claim(builder: &mut Builder<'_>, id: ItemId, claim: &Claim) {
    let library = builder.library;
    let mut runs = Vec::new();
    if let Some(about) = claim.about {
        runs.push(Run::new(crate::text![aspect_words(Some(about)), ": "], Tone::Label));
    }
    runs.extend(builder.prose_runs(&claim.text, Tone::Text));
    let mut under = vec![Block::Paragraph(told_by(builder, id, claim))];
    for disputed in targets(library, id, Relation::Disputes) {
        under.push(against(library, "contradicts ", disputed));
    }
    for disputing in referrers(library, id, Relation::Disputes) {
        under.push(against(library, "contradicted by ", disputing));
    }
    let entry = Entry { under, ..Entry::new(Marker::Number(id), runs) };
    builder.push(Block::Entry(entry));
}

/// Who says so, in which sources, and how well it is supported.
fn told_by(builder: &Builder<'_>, id: ItemId, claim: &Claim) -> Runs {
    let library = builder.library;
    let mut said = DisplayText::default();
    let by = targets(library, id, Relation::AssertedBy);
    if !by.is_empty() {
        said = crate::text!["says ", names(library, by), "; "];
    }
    let mut runs = vec![Run::new(said, Tone::Dim)];
    for source in targets(library, id, Relation::Cites) {
        runs.push(Run::new(crate::text![builder.source_line(source), " "], Tone::Dim));
        runs.push(Run::Number(source));
        runs.push(Run::new("; ", Tone::Dim));
    }
    runs.push(Run::new(support(library, id, claim), Tone::Dim));
    runs
}

fn against(library: &Library, words: &'static str, other: ItemId) -> Block {
    Block::Paragraph(vec![
        Run::sign(Sign::Differs, Tone::Differs),
        Run::new(words, Tone::Differs),
        Run::Number(other),
        Run::text(" "),
        Run::new(short(library, other), Tone::Differs),
    ])
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
