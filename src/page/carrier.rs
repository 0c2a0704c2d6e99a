//! Who carries a claim, beside its grade: the letter of a grade is never one source's and the name beside
//! it another's.

use super::phrases::short_names;
use super::words::{and_separated, grade_sign, targets};
use crate::library::{Citation, ItemId, Library, Publisher, PublisherKind, Relation};
use crate::text::DisplayText;

/// Grade and house of a claim: `A1 White House`, `A2 AP +1` where others carry it too.
pub(super) fn carried_by(library: &Library, claim: ItemId) -> DisplayText {
    match houses(library, claim) {
        Some(houses) => crate::text![grade_sign(library.grade_of_claim(claim)), " ", houses],
        None => DisplayText::literal("no source"),
    }
}

/// The houses of a claim, first that of which its grade is: `White House +2`.
pub(super) fn houses(library: &Library, claim: ItemId) -> Option<DisplayText> {
    let own = library.short_speaker(library.best_source(claim)?);
    let citations = library.assessment(claim).map(|found| found.citations.as_slice());
    let houses = citations.into_iter().flatten().map(|found| library.short_speaker(found.source));
    let mut others: Vec<DisplayText> = houses.filter(|house| *house != own).collect();
    others.sort();
    others.dedup();
    Some(match others.len() {
        0 => own,
        count => crate::text![own, " +", count],
    })
}

/// Who asserts a claim that the house of its grade only carries; nobody where it speaks for itself, for
/// its body or for what it is a body of.
pub(super) fn reported_speakers(library: &Library, claim: ItemId) -> Vec<ItemId> {
    match library.best_source(claim) {
        Some(best) => speakers_in(library, claim, best),
        None => targets(library, claim, Relation::AssertedBy),
    }
}

/// Who asserts a claim that a source only carries.
pub(super) fn speakers_in(library: &Library, claim: ItemId, source: ItemId) -> Vec<ItemId> {
    let by = targets(library, claim, Relation::AssertedBy);
    let is_own = |house: ItemId| by.iter().any(|actor| library.are_one(house, *actor));
    if library.ends(source, Relation::PublishedBy).any(is_own) { Vec::new() } else { by }
}

/// `, citing iSIGHT Partners`, behind the house that carries what they say; nothing where it speaks for
/// itself.
pub(super) fn citing(library: &Library, speakers: &[ItemId]) -> DisplayText {
    if speakers.is_empty() {
        return DisplayText::default();
    }
    crate::text![", citing ", short_names(library, speakers)]
}

/// What a claim says, behind who says it where the house of its grade does not:
/// `HomeLand Justice: revenge for the MEK`.
pub(super) fn said(library: &Library, claim: ItemId, value: &DisplayText) -> DisplayText {
    let speakers = reported_speakers(library, claim);
    if speakers.is_empty() {
        return value.clone();
    }
    let who = short_names(library, &speakers);
    if is_own_claim(library, claim) && *value == who {
        return crate::text!["claimed by ", who];
    }
    crate::text![who, ": ", value]
}

/// Whether somebody says in a claim that it was he.
pub(super) fn is_own_claim(library: &Library, claim: ItemId) -> bool {
    library.claims_it_himself(claim)
}

/// Who says in a claim that it was he: whom it names, else who asserts it.
pub(super) fn claimants(library: &Library, claim: ItemId) -> Vec<ItemId> {
    let named = targets(library, claim, Relation::AscribesTo);
    if named.is_empty() { targets(library, claim, Relation::AssertedBy) } else { named }
}

/// Whose interest a source has that counts as a party: ` (party)` where its house is one itself, and
/// ` (repeats a party)` of a paper that has no interest of its own.
pub(super) fn party_sign(library: &Library, of: ItemId, source: ItemId) -> &'static str {
    if is_party_itself(library, of, (source, true)) { " (party)" } else { " (repeats a party)" }
}

/// Whether the house of a source is itself a party to an event, or to one of those that a claim is about. One that
/// counts as a party and repeats nobody can be nothing else; one that only carries the word of a party does not
/// count as one.
pub(super) fn is_party_itself(
    library: &Library,
    of: ItemId,
    (source, counts_as_party): (ItemId, bool),
) -> bool {
    let repeats_nobody = || library.ends(source, Relation::DerivesFrom).next().is_none();
    takes_part(library, of, source) || counts_as_party && repeats_nobody()
}

/// Whether the house of a source has an interest in an event, or in one of those that a claim is about.
fn takes_part(library: &Library, of: ItemId, source: ItemId) -> bool {
    library.with_events_of(of).any(|event| library.party_by(event, source).is_some())
}

/// Whether a claim is the word of a party in a paper that only repeats it and names no speaker.
pub(super) fn is_of_a_copy(library: &Library, claim: ItemId) -> bool {
    let Some(best) = library.best_source(claim) else { return false };
    let names_nobody = library.ends(claim, Relation::AssertedBy).next().is_none();
    names_nobody && !is_party_itself(library, claim, (best, true))
}

/// Whether all houses of a claim are such as print news.
pub(super) fn is_in_print(library: &Library, claim: ItemId) -> bool {
    let citations = library.assessment(claim).map(|found| found.citations.as_slice());
    let mut cited = citations.into_iter().flatten().peekable();
    let prints = |house: &Publisher| match house.kind {
        Some(PublisherKind::Media | PublisherKind::Wire) => true,
        Some(
            PublisherKind::Government
            | PublisherKind::Agency
            | PublisherKind::Vendor
            | PublisherKind::Ngo
            | PublisherKind::Party
            | PublisherKind::Academic,
        )
        | None => false,
    };
    let is_printed = |source: ItemId| {
        let mut houses = library.publishers(source).peekable();
        houses.peek().is_some() && houses.all(prints)
    };
    cited.peek().is_some() && cited.all(|citation| is_printed(citation.source))
}

/// How a citation stands to an item: `usually reliable; repeats Mehr, a party to the events`.
pub(super) fn citation_words(library: &Library, of: ItemId, citation: &Citation) -> DisplayText {
    let mut words = DisplayText::literal(citation.reliability.meaning());
    if library.is_withdrawn(citation.source) {
        words = crate::text!["withdrawn; ", words];
    }
    let itself = is_party_itself(library, of, (citation.source, citation.party));
    if citation.party && itself {
        words = crate::text![words, "; party to the events"];
    }
    let originals = targets(library, citation.source, Relation::DerivesFrom);
    let mut houses: Vec<DisplayText> = Vec::new();
    for source in &originals {
        let name = library.speaker(*source);
        if !houses.contains(&name) {
            houses.push(name);
        }
    }
    if houses.is_empty() {
        return words;
    }
    let parties = || originals.iter().all(|source| takes_part(library, of, *source));
    if !citation.party || itself {
        return crate::text![words, "; repeats ", crate::text::comma_separated(&houses)];
    }
    let what = match (parties(), houses.len()) {
        (true, 1) => ", a party to the events",
        (true, _) => ", parties to the events",
        // What it repeats is a copy too.
        (false, _) => "; that goes back to a party to the events",
    };
    crate::text![words, "; repeats ", and_separated(&houses), what]
}
