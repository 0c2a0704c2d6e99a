//! What two sources or two actors have in common, event by event.

use super::{heading, text_cell};
use crate::library::{ItemId, Kind, Library, Statement};
use crate::page::actor::relation_words;
use crate::page::content::{Agreement, ComparisonRow};
use crate::page::date_and_title;
use crate::page::phrases::aspect_label;
use crate::page::words::semicolons;
use crate::text::{DisplayText, comma_separated};
use std::collections::BTreeSet;

/// What each of two sources says of the events that both are cited for, matter by matter.
pub(super) fn said_by_both(library: &Library, left: ItemId, right: ItemId) -> Vec<ComparisonRow> {
    let of_right: BTreeSet<ItemId> = library.linked(right, Kind::Event).iter().copied().collect();
    let mut rows = Vec::new();
    for event in library.linked(left, Kind::Event).iter().filter(|id| of_right.contains(id)) {
        let Some(testimony) = library.testimony(*event) else { continue };
        let mut of_event = Vec::new();
        for matter in &testimony.questions {
            let name = aspect_label(matter.about);
            let says = |source: ItemId| -> Vec<&Statement> {
                let cites = |said: &&Statement| {
                    said.citations.iter().any(|citation| citation.source == source)
                };
                matter.statements.iter().filter(cites).collect()
            };
            let (mine, theirs) = (says(left), says(right));
            if mine.is_empty() && theirs.is_empty() {
                continue;
            }
            let side = |said: &[&Statement]| {
                let values: Vec<DisplayText> = said.iter().map(|said| said.value.clone()).collect();
                text_cell(Some(semicolons(&values)))
            };
            of_event.push(ComparisonRow {
                label: name.into(),
                left: side(&mine),
                right: side(&theirs),
                agreement: statements(&mine, &theirs),
            });
        }
        rows.push(heading(date_and_title(library, *event)));
        if of_event.is_empty() {
            let words = || text_cell(Some(DisplayText::literal("cited for the event")));
            let (left, right) = (words(), words());
            rows.push(ComparisonRow { label: "SAYS".into(), left, right, agreement: None });
        }
        rows.extend(of_event);
    }
    if rows.is_empty() {
        rows.push(heading("no event in common"));
    }
    rows
}

/// Statements of two sources about one matter: one disputes another, or they share one.
pub(super) fn statements(left: &[&Statement], right: &[&Statement]) -> Option<Agreement> {
    let against = |one: &Statement, other: &Statement| {
        one.disputes.contains(&other.claim) || other.disputes.contains(&one.claim)
    };
    let same =
        |one: &Statement, other: &Statement| one.claim == other.claim || one.value == other.value;
    if !left.is_empty()
        && left.iter().map(|said| said.claim).eq(right.iter().map(|said| said.claim))
    {
        return Some(Agreement::Same);
    }
    let any = |test: &dyn Fn(&Statement, &Statement) -> bool| {
        left.iter().any(|one| right.iter().any(|other| test(one, other)))
    };
    if any(&against) {
        Some(Agreement::Differs)
    } else if any(&same) {
        Some(Agreement::Same)
    } else {
        None
    }
}

/// The relations of two actors, their roles in the events of both, and the events of one alone.
pub(super) fn events_of_both(library: &Library, left: ItemId, right: ItemId) -> Vec<ComparisonRow> {
    let mut rows = Vec::new();
    for link in library.links_of(left) {
        if (link.from, link.to) != (left, right) && (link.from, link.to) != (right, left) {
            continue;
        }
        let words = |other: ItemId, outgoing: bool| {
            let name = library.title(other);
            let words = relation_words(&link.record.relation, &name, outgoing);
            text_cell(Some(match library.teller_of(link) {
                Some((file, _)) => crate::text![words, ", says ", file],
                None => words,
            }))
        };
        let (label, agreement) = ("RELATION".into(), None);
        let (to_right, to_left) = (words(right, link.from == left), words(left, link.from != left));
        rows.push(ComparisonRow { label, left: to_right, right: to_left, agreement });
    }
    let (mine, theirs) = (library.linked(left, Kind::Event), library.linked(right, Kind::Event));
    let of_right: BTreeSet<&ItemId> = theirs.iter().collect();
    let of_left: BTreeSet<&ItemId> = mine.iter().collect();
    for event in mine.iter().filter(|event| of_right.contains(event)) {
        rows.push(heading(date_and_title(library, *event)));
        let roles = |actor: ItemId| {
            let roles = library.roles(*event, actor);
            let named = DisplayText::literal("named there");
            text_cell(Some(if roles.is_empty() { named } else { comma_separated(&roles) }))
        };
        let (left, right) = (roles(left), roles(right));
        rows.push(ComparisonRow { label: "AS".into(), left, right, agreement: None });
    }
    let alone = |events: &[ItemId], others: &BTreeSet<&ItemId>| {
        let titles = events.iter().filter(|event| !others.contains(event));
        let titles: Vec<DisplayText> = titles.map(|id| library.full_title(*id)).collect();
        let (shown, more) = titles.split_at(titles.len().min(MOST_TITLES));
        let shown = semicolons(shown);
        match (titles.len(), more.len()) {
            (0, _) => None,
            (_, 0) => Some(shown),
            (_, more) => Some(crate::text![shown, "; and ", more, " more"]),
        }
    };
    let (mine, theirs) = (alone(mine, &of_right), alone(theirs, &of_left));
    if mine.is_some() || theirs.is_some() {
        rows.push(ComparisonRow {
            label: "ALONE IN".into(),
            left: text_cell(mine),
            right: text_cell(theirs),
            agreement: None,
        });
    }
    rows
}

/// Titles that a cell names before it only counts.
const MOST_TITLES: usize = 6;
