//! E116: records that derive from, belong to or supersede themselves by way of others, and events that
//! answer, continue or contain themselves so.

use super::scope::ScopeId;
use super::{Edge, EventLinkWord, Item, ItemId, Library, Record, Relation, circles};
use crate::diag::{Code, Diagnostic, Span};
use crate::text;
use crate::text::DisplayText;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// So many records of a circle are named.
const NAMED: usize = 8;

/// One finding for each group of records that reach one another, however many circles it holds:
/// dense groups have more circles than there are atoms.
pub(super) fn check(library: &Library) -> impl Iterator<Item = Diagnostic> {
    let ways = [
        Way::Of(Relation::DerivesFrom, " derives from "),
        Way::Of(Relation::PartOf, " is part of "),
        Way::Of(Relation::Supersedes, " supersedes "),
        Way::Of(Relation::ReplacedBy, " is replaced by "),
    ];
    let of_events =
        EventLinkWord::ALL.iter().filter_map(|word| Some(Way::OfEvents(*word, of_event(*word)?)));
    ways.into_iter().chain(of_events).flat_map(move |way| {
        let nodes = library.items().map(|(id, _)| id);
        let groups = circles::of(nodes, |id| way.ends(library, id));
        let own = circles_of_files(library, way, &groups);
        let all = groups.into_iter().map(|group| (library.clone(), group)).chain(own);
        all.filter_map(move |(library, group)| finding(&library, &group, way))
    })
}

/// Circles that only single files see, by what they say of shared records themselves. They lie within
/// those that all files make together, so that nothing else has to be looked through for each file.
fn circles_of_files(
    library: &Library,
    way: Way,
    known: &[BTreeSet<ItemId>],
) -> Vec<(Library, BTreeSet<ItemId>)> {
    let mut said: BTreeMap<ItemId, Vec<ItemId>> = BTreeMap::new();
    let mut begins: BTreeMap<ScopeId, BTreeSet<ItemId>> = BTreeMap::new();
    for ((id, scope), view) in &library.views.items {
        let edges = view.edges.iter().filter(|edge| way.has(edge));
        for edge in edges {
            said.entry(*id).or_default().push(edge.to);
            begins.entry(*scope).or_default().insert(*id);
        }
    }
    let of_all = |id: ItemId| {
        let said = said.get(&id).into_iter().flatten().copied();
        way.ends(library, id).chain(said)
    };
    let joined: BTreeSet<ItemId> =
        circles::of(said.keys().copied(), of_all).into_iter().flatten().collect();
    let mut found = Vec::new();
    for (scope, begins) in begins {
        let seen = library.within_file(scope);
        let begins = begins.into_iter().filter(|id| joined.contains(id));
        let ends = |id| way.ends(&seen, id).filter(|end| joined.contains(end));
        let groups = circles::of(begins, ends);
        found.extend(groups.into_iter().map(|group| (seen.clone(), group)));
    }
    let known: BTreeSet<&BTreeSet<ItemId>> = known.iter().collect();
    found.retain(|(_, group)| !known.contains(group));
    found
}

/// What is followed from record to record, and how that is said.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// References of one kind.
    Of(Relation, &'static str),
    /// Links of events with one word.
    OfEvents(EventLinkWord, &'static str),
}

impl Way {
    fn ends(self, library: &Library, id: ItemId) -> impl Iterator<Item = ItemId> {
        library.outgoing(id).filter(move |edge| self.has(edge)).map(|edge| edge.to)
    }

    fn has(self, edge: &Edge) -> bool {
        match self {
            Self::Of(relation, _) => edge.relation == relation,
            Self::OfEvents(word, _) => {
                let label = edge.label.as_deref().map(DisplayText::as_str);
                edge.relation == Relation::RelatesTo && label == Some(word.word())
            }
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Of(_, words) | Self::OfEvents(_, words) => words,
        }
    }
}

/// How a relation of events is said that leads from one to the next and never back to where it began.
fn of_event(word: EventLinkWord) -> Option<&'static str> {
    match word {
        EventLinkWord::Announces => Some(" announces "),
        EventLinkWord::Answers => Some(" answers "),
        EventLinkWord::CausedBy => Some(" is caused by "),
        EventLinkWord::Continues => Some(" continues "),
        EventLinkWord::Ends => Some(" ends "),
        EventLinkWord::Investigates => Some(" investigates "),
        EventLinkWord::PartOf => Some(" is part of "),
        EventLinkWord::PostponedTo => Some(" is postponed to "),
        EventLinkWord::Prepares => Some(" prepares "),
        EventLinkWord::Repeats => Some(" repeats "),
        // The first is kept as `answers`, from the other end; the second has no direction.
        EventLinkWord::AnsweredBy | EventLinkWord::RelatedTo => None,
    }
}

/// The shortest way from the first record of a group back to itself.
fn circle(library: &Library, group: &BTreeSet<ItemId>, way: Way) -> Vec<ItemId> {
    let Some(first) = group.first().copied() else { return Vec::new() };
    let mut from: BTreeMap<ItemId, ItemId> = BTreeMap::new();
    let mut open = VecDeque::from([first]);
    while let Some(id) = open.pop_front() {
        for next in way.ends(library, id).filter(|next| group.contains(next)) {
            if next == first {
                let mut back = vec![id];
                while let Some(before) = back.last().and_then(|id| from.get(id)) {
                    back.push(*before);
                }
                back.reverse();
                return back;
            }
            from.entry(next).or_insert_with(|| {
                open.push_back(next);
                id
            });
        }
    }
    vec![first]
}

fn finding(library: &Library, group: &BTreeSet<ItemId>, way: Way) -> Option<Diagnostic> {
    let circle = circle(library, group, way);
    let named = circle.iter().take(NAMED).filter_map(|id| library.get(*id));
    let named: Vec<&Item> = named.collect();
    let first = named.first()?;
    let mut message = DisplayText::default();
    for item in &named {
        message = text![message, "`", item.slug.shown(), "`", way.words()];
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
        Record::Event(event) => event.id.span.clone(),
        Record::Claim(_) | Record::Judgement(_) | Record::Gap(_) | Record::Question(_) => {
            item.span.clone()
        }
    }
}
