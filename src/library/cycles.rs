//! E116: records that derive from, belong to or supersede themselves by way of others.

use super::{Item, ItemId, Library, Record, Relation};
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
    ];
    relations.into_iter().flat_map(move |(relation, words)| {
        let groups = Groups::of(library, relation);
        groups.into_iter().filter_map(move |group| finding(library, &group, (relation, words)))
    })
}

/// How far the search for groups has come with a record.
#[derive(Clone, Copy, Debug)]
struct Visit {
    order: usize,
    /// The earliest record that is known to be reached from it.
    low: usize,
    /// Whether its group is not yet known.
    open: bool,
}

/// Tarjan's search for strongly connected groups, without recursion: each reference is followed once.
struct Groups<'l> {
    library: &'l Library,
    relation: Relation,
    visits: BTreeMap<ItemId, Visit>,
    open: Vec<ItemId>,
    found: Vec<BTreeSet<ItemId>>,
}

impl<'l> Groups<'l> {
    fn of(library: &'l Library, relation: Relation) -> Vec<BTreeSet<ItemId>> {
        let visits = BTreeMap::new();
        let mut groups = Self { library, relation, visits, open: Vec::new(), found: Vec::new() };
        for (id, _) in library.items() {
            if !groups.visits.contains_key(&id) && library.ends(id, relation).next().is_some() {
                groups.walk(id);
            }
        }
        groups.found
    }

    fn walk(&mut self, start: ItemId) {
        // The way from the start, each step with what is still to be followed from it.
        let mut way = vec![self.enter(start)];
        while let Some((id, ends)) = way.last_mut() {
            let id = *id;
            if let Some(next) = ends.next() {
                match self.visits.get(&next).copied() {
                    None => way.push(self.enter(next)),
                    Some(visit) if visit.open => self.lower(id, visit.order),
                    Some(_) => {}
                }
                continue;
            }
            way.pop();
            let Some(visit) = self.visits.get(&id).copied() else { continue };
            if visit.low == visit.order {
                self.close(id);
            }
            if let Some((before, _)) = way.last() {
                self.lower(*before, visit.low);
            }
        }
    }

    fn enter(&mut self, id: ItemId) -> (ItemId, impl Iterator<Item = ItemId> + use<'l>) {
        let order = self.visits.len();
        self.visits.insert(id, Visit { order, low: order, open: true });
        self.open.push(id);
        (id, self.library.ends(id, self.relation))
    }

    fn lower(&mut self, id: ItemId, to: usize) {
        if let Some(visit) = self.visits.get_mut(&id) {
            visit.low = visit.low.min(to);
        }
    }

    /// Takes the group whose first record was `first` off the open ones.
    fn close(&mut self, first: ItemId) {
        let mut group = BTreeSet::new();
        while let Some(id) = self.open.pop() {
            if let Some(visit) = self.visits.get_mut(&id) {
                visit.open = false;
            }
            group.insert(id);
            if id == first {
                break;
            }
        }
        let alone = group.len() == 1;
        if !alone || self.library.ends(first, self.relation).any(|end| end == first) {
            self.found.push(group);
        }
    }
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
        Record::Event(_)
        | Record::Claim(_)
        | Record::Place(_)
        | Record::Judgement(_)
        | Record::Gap(_)
        | Record::Question(_) => item.span.clone(),
    }
}
