//! Who says what: claims and sources, in a column of their own or at the end of a page.

use super::builder::Builder;
use super::carrier::citation_words;
use super::content::{Block, Entry, Marker, Run, Runs, Sign, Tone};
use super::phrases::aspect_words;
use super::statements::also_about;
use super::words::{grade_sign, names, referrers, supported, targets};
use crate::library::{Claim, ItemId, Library, Relation};
use crate::text::DisplayText;

/// Claims that stand beside one which contradicts them, under its event: of hundreds that all contradict each
/// other nobody reads every pair there.
const FEW: usize = 32;

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
        let letter = Run::new(citation.reliability.word(), Tone::Grade);
        let words = crate::text![" (", citation_words(library, id, citation), ")"];
        let line = Run::text(crate::text![" ", line]);
        let runs = vec![letter, line, Run::new(words, Tone::Quiet)];
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
    let mut under = vec![Block::Paragraph(told_by(builder, id))];
    under.extend(also_about(builder, id, builder.item));
    for (words, others) in [
        ("contradicts ", targets(library, id, Relation::Disputes)),
        ("contradicted by ", referrers(library, id, Relation::Disputes)),
    ] {
        under.extend(others.iter().take(FEW).map(|other| against(builder, id, (words, *other))));
        if others.len() > FEW {
            let more = crate::text![words, others.len() - FEW, " more, all on its own page"];
            under.push(Block::Paragraph(vec![Run::new(more, Tone::Quiet)]));
        }
    }
    let entry = Entry { under, ..Entry::new(Marker::Number(id), runs) };
    builder.push(Block::Entry(entry));
}

/// Who says so, in which sources, and how well it is supported.
fn told_by(builder: &Builder<'_>, id: ItemId) -> Runs {
    let library = builder.library;
    let by = targets(library, id, Relation::AssertedBy);
    let (own, others): (Vec<ItemId>, Vec<ItemId>) =
        targets(library, id, Relation::Cites).into_iter().partition(|source| {
            // By another name it would be another speaker.
            matches!(by.as_slice(), [one] if library.full_title(*one) == library.speaker(*source))
        });
    // Of whose own text it is the name stands there already.
    let said = match (by.is_empty(), own.is_empty()) {
        (true, _) => DisplayText::default(),
        (false, true) => crate::text!["said by ", names(library, by), "; "],
        (false, false) => "said by ".into(),
    };
    let mut runs = vec![Run::new(said, Tone::Quiet)];
    for (place, source) in own.iter().chain(&others).copied().enumerate() {
        let lead = if place > 0 && place == own.len() { "also in " } else { "" };
        runs.extend(builder.numbered_source(lead, source, Tone::Quiet));
        runs.push(Run::new("; ", Tone::Quiet));
    }
    runs.push(Run::new(support(library, id), Tone::Quiet));
    runs
}

/// What contradicts a claim; loud only where its question about this event is disputed by it.
fn against(builder: &Builder<'_>, claim: ItemId, (words, other): (&'static str, ItemId)) -> Block {
    let (library, event) = (builder.library, builder.item);
    let disputed =
        |id: ItemId| library.assessment(id).is_some_and(|assessment| assessment.disputed);
    let is_here = library.with_events_of(other).any(|of| of == event);
    let loud = is_here && disputed(claim) && disputed(other);
    let tone = if loud { Tone::Against } else { Tone::Quiet };
    let sign = loud.then(|| Run::sign(Sign::Differs, tone));
    let runs = [
        Run::new(words, tone),
        Run::Number(other),
        Run::text(" "),
        Run::new(short(library, other), tone),
    ];
    Block::Paragraph(sign.into_iter().chain(runs).collect())
}

/// The grade of a claim and how well it is supported: `A2, sole source`.
pub(super) fn support(library: &Library, id: ItemId) -> DisplayText {
    let Some(assessment) = library.assessment(id) else { return DisplayText::default() };
    crate::text![grade_sign(library.grade_of_claim(id)), ", ", supported(assessment)]
}

/// The short form of a claim, or the title of an event.
pub(super) fn short(library: &Library, id: ItemId) -> DisplayText {
    let value = library.claim(id).and_then(|claim| claim.value.clone());
    value.unwrap_or_else(|| library.full_title(id))
}
