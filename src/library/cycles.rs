//! E116: records that derive from, belong to or supersede themselves by way of others.

use super::{Item, ItemId, Library, Record, Relation, circles};
use crate::diag::{Code, Diagnostic, Span};
use crate::text;
use crate::text::DisplayText;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// So many records of a circle are named.
const NAMED: usize = 8;

/// One finding for each group of records that reach one another, however many circles it holds:
/// dense groups have more circles than there are atoms.
pub(super) fn check(library: &Library) -> impl Iterator<Item = Diagnostic> {
    let relations = [
        (Relation::DerivesFrom, " derives from "),
        (Relation::PartOf, " is part of "),
        (Relation::Supersedes, " supersedes "),
        (Relation::ReplacedBy, " is replaced by "),
    ];
    relations.into_iter().flat_map(move |(relation, words)| {
        let nodes = library.items().map(|(id, _)| id);
        let groups = circles::of(nodes, |id| library.ends(id, relation));
        groups.into_iter().filter_map(move |group| finding(library, &group, (relation, words)))
    })
}

/// The shortest way from the first record of a group back to itself.
fn circle(library: &Library, group: &BTreeSet<ItemId>, relation: Relation) -> Vec<ItemId> {
    let Some(first) = group.first().copied() else { return Vec::new() };
    let mut from: BTreeMap<ItemId, ItemId> = BTreeMap::new();
    let mut open = VecDeque::from([first]);
    while let Some(id) = open.pop_front() {
        for next in library.ends(id, relation).filter(|next| group.contains(next)) {
            if next == first {
                let mut way = vec![id];
                while let Some(before) = way.last().and_then(|id| from.get(id)) {
                    way.push(*before);
                }
                way.reverse();
                return way;
            }
            from.entry(next).or_insert_with(|| {
                open.push_back(next);
                id
            });
        }
    }
    vec![first]
}

fn finding(
    library: &Library,
    group: &BTreeSet<ItemId>,
    (relation, words): (Relation, &'static str),
) -> Option<Diagnostic> {
    let circle = circle(library, group, relation);
    let named = circle.iter().take(NAMED).filter_map(|id| library.get(*id));
    let named: Vec<&Item> = named.collect();
    let first = named.first()?;
    let mut message = DisplayText::default();
    for item in &named {
        message = text![message, "`", item.slug.shown(), "`", words];
    }
    let between = if circle.len() > named.len() { "… and so on back to `" } else { "`" };
    let message = text![message, between, first.slug.shown(), "`"];
    let message = match group.len() - named.len() {
        0 => message,
        1 => text![message, "; 1 more is in a circle with them"],
        more => text![message, "; ", more, " more are in a circle with them"],
    };
    let found = Diagnostic::new(Code::E116, id_span(first), message);
    Some(named.iter().skip(1).fold(found, |found, other| {
        found.related(id_span(other), text!["`", other.slug.shown(), "`"])
    }))
}

/// Where the id of an item is written.
fn id_span(item: &Item) -> Span {
    match &item.record {
        Record::Brief(brief) => brief.id.span.clone(),
        Record::Actor(actor) => actor.id.span.clone(),
        Record::Source(source) => source.id.span.clone(),
        Record::Place(place) => place.id.span.clone(),
        Record::Event(_)
        | Record::Claim(_)
        | Record::Judgement(_)
        | Record::Gap(_)
        | Record::Question(_) => item.span.clone(),
    }
}
