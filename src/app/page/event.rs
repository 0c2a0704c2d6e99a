//! Pages of events and claims.

use super::compose::Composer;
use super::who::aspect_words;
use super::words::{
    citation_words, date_and_title, grade_sign, names, referrers, source_line, supported, targets,
};
use super::{Piece, Tone};
use crate::library::{Claim, Event, Grade, ItemId, Kind, Library, Relation, Reliability};
use crate::text::DisplayText;

/// Summary, why that sure, who took part, where it leads.
pub(super) fn body(composer: &mut Composer<'_>, event: &Event) {
    if let Some(summary) = &event.summary {
        composer.prose(summary, 0);
    }
    if let Some(why) = &event.confidence_why {
        composer.heading("WHY THAT SURE");
        composer.prose(why, 0);
    }
    let id = composer.item;
    let actors = targets(composer.library, id, Relation::Involves);
    if !actors.is_empty() {
        composer.heading("WHO TOOK PART");
        composer.list(&actors, |library, actor| {
            let mut line = library.get(actor).map(|item| item.title.clone()).unwrap_or_default();
            for role in library.roles(id, actor) {
                line = crate::text![line, ", ", role];
            }
            line
        });
    }
    let events = composer.library.linked(id, Kind::Event).to_vec();
    if !events.is_empty() {
        composer.heading("SEE ALSO");
        composer.list(&events, date_and_title);
    }
    about(composer, id);
}

/// The text of a claim, and the event it belongs to.
pub(super) fn claim_body(composer: &mut Composer<'_>, claim: &Claim) {
    composer.prose(&claim.text, 0);
    composer.heading("ABOUT");
    let event = composer.library.event_of(composer.item);
    composer.list(event.as_slice(), date_and_title);
}

/// Judgements, cards and gaps that rest on an event or concern it.
fn about(composer: &mut Composer<'_>, id: ItemId) {
    let library = composer.library;
    let resting = referrers(library, id, Relation::RestsOn);
    for (kind, heading) in [(Kind::Judgement, "JUDGEMENTS"), (Kind::Question, "IF ASKED")] {
        let of_kind: Vec<ItemId> = resting
            .iter()
            .copied()
            .filter(|item| library.get(*item).is_some_and(|item| item.kind == kind))
            .collect();
        section(composer, heading, &of_kind);
    }
    section(composer, "NOT KNOWN", &referrers(library, id, Relation::Concerns));
}

fn section(composer: &mut Composer<'_>, heading: &'static str, items: &[ItemId]) {
    if items.is_empty() {
        return;
    }
    composer.heading(heading);
    composer.list(items, date_and_title);
}

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
        let line =
            crate::text![citation.reliability.word(), " ", source_line(library, citation.source)];
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
        pieces.push(Piece::new(crate::text![source_line(library, source), " "], Tone::Dim));
        pieces.push(composer.number(source));
        pieces.push(Piece::new("; ", Tone::Dim));
    }
    pieces.push(Piece::new(support(library, id, claim), Tone::Dim));
    composer.paragraph(&pieces, 5);
    for disputed in targets(library, id, Relation::Disputes) {
        let pieces = [
            Piece::new("≠ speaks against ", Tone::Differs),
            composer.number(disputed),
            Piece::new(" ", Tone::Text),
            Piece::new(short(library, disputed), Tone::Differs),
        ];
        composer.paragraph(&pieces, 5);
    }
}

fn support(library: &Library, id: ItemId, claim: &Claim) -> DisplayText {
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
fn short(library: &Library, id: ItemId) -> DisplayText {
    let value = library.claim(id).and_then(|claim| claim.value.clone());
    value.unwrap_or_else(|| library.full_title(id))
}
