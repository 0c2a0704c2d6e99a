//! What belongs together, ready for the panes: one slice per item and kind.

use super::merge::Merged;
use super::resolve::Resolved;
use super::{ActorLink, Edge, Item, ItemId, Kind, Record, Relation, timeline};
use crate::diag::{Code, Diagnostic};
use crate::text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Pairs made of whole lists, and references that are looked at for them once more, where one item makes
/// more than [`FEW`]: some fifty megabytes while the pairs are sorted.
const MOST_PAIRS: usize = 2_000_000;

/// Pairs that every item makes, however many there are in all.
const FEW: usize = 64;

/// Lists per kind, and for each item and kind what belongs to it in the order of those lists.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Tables {
    listed: Vec<Vec<ItemId>>,
    targets: Vec<ItemId>,
    /// Start of each item's and kind's slice in `targets`, and the end of the last.
    starts: Vec<u32>,
    /// Events of which the time of day puts in order, sorted.
    timed: Vec<ItemId>,
    /// Items of which not everything is linked, as there is too much of it.
    cut: BTreeSet<ItemId>,
}

impl Tables {
    pub(super) fn listed(&self, kind: Kind) -> &[ItemId] {
        self.listed.get(kind as usize).map_or(&[], Vec::as_slice)
    }

    /// W271 for each item of which not everything is linked.
    pub(super) fn findings(&self, items: &[Item]) -> impl Iterator<Item = Diagnostic> {
        let cut = self.cut.iter().filter_map(|id| items.get(id.index()));
        cut.map(|item| {
            let message = "it has to do with so many actors and sources that not each of these is linked \
                           with each other";
            Diagnostic::new(Code::W271, item.span.clone(), message.into())
                .help(text!["all such lists together make up to ", MOST_PAIRS, " pairs"])
        })
    }

    pub(super) fn linked(&self, id: ItemId, kind: Kind) -> &[ItemId] {
        let at = id.index() * Kind::ALL.len() + kind as usize;
        let range = self.starts.get(at).zip(self.starts.get(at + 1));
        let slice = |(start, end): (&u32, &u32)| self.targets.get(*start as usize..*end as usize);
        // An item of another library has nothing that belongs to it.
        range.and_then(slice).unwrap_or_default()
    }

    /// Panes stay linked across briefs: what any file says of a shared record belongs to it.
    pub(super) fn new(merged: &Merged, resolved: &Resolved) -> Self {
        let items = &merged.items;
        let listed: Vec<Vec<ItemId>> = Kind::ALL.iter().map(|kind| list(items, *kind)).collect();
        let mut rank = vec![0; items.len()];
        for list in &listed {
            for (place, id) in list.iter().enumerate() {
                if let Some(rank) = rank.get_mut(id.index()) {
                    *rank = small(place);
                }
            }
        }
        let mut pairs = Pairs {
            items,
            resolved,
            merged,
            rank,
            made: Vec::new(),
            at: None,
            many: 0,
            looked_at: 0,
            cut: BTreeSet::new(),
        };
        pairs.collect(&resolved.actor_links);
        let cut = std::mem::take(&mut pairs.cut);
        let mut rows = pairs.made;
        rows.sort_unstable();
        rows.dedup();
        let mut starts = Vec::with_capacity(items.len() * Kind::ALL.len() + 1);
        let mut at = 0;
        for slot in 0..=items.len() * Kind::ALL.len() {
            while rows.get(at).is_some_and(|row| row.0 < small(slot)) {
                at += 1;
            }
            starts.push(small(at));
        }
        let target = |(slot, rank): &(u32, u32)| {
            let list = listed.get(*slot as usize % Kind::ALL.len());
            list.and_then(|list| list.get(*rank as usize)).copied()
        };
        // Collected they would keep the room of the rows.
        let mut targets = Vec::with_capacity(rows.len());
        targets.extend(rows.iter().filter_map(target));
        let events = listed.get(Kind::Event as usize).map_or(&[][..], Vec::as_slice);
        let timed = timeline::timed(items, events);
        Self { listed, targets, starts, timed, cut }
    }

    pub(super) fn is_timed(&self, event: ItemId) -> bool {
        self.timed.binary_search(&event).is_ok()
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn list(items: &[Item], kind: Kind) -> Vec<ItemId> {
    let of_kind = items.iter().enumerate().filter(|(_, item)| item.kind == kind);
    let mut list: Vec<(ItemId, &Item)> =
        of_kind.map(|(at, item)| (ItemId::new(at), item)).collect();
    // Stable sorts: what compares equal stays in file order.
    match kind {
        Kind::Event => list = timeline::in_time_order(list),
        Kind::Actor | Kind::Place => {
            list.sort_by_cached_key(|(_, item)| item.title.as_str().to_lowercase());
        }
        Kind::Source => list.sort_by_key(|(_, item)| published(&item.record)),
        Kind::Brief | Kind::Claim | Kind::Judgement | Kind::Gap | Kind::Question => {}
    }
    list.into_iter().map(|(id, _)| id).collect()
}

/// Day of publication; the undated stand last.
fn published(record: &Record) -> (bool, Option<crate::brief::Day>) {
    let Record::Source(source) = record else { return (true, None) };
    let day = source.published.as_ref().and_then(|when| when.value.earliest());
    (day.is_none(), day)
}

/// Actors and sources that an event or a claim has to do with.
#[derive(Default)]
struct Touched {
    actors: Vec<ItemId>,
    sources: Vec<ItemId>,
}

struct Pairs<'l> {
    items: &'l [Item],
    resolved: &'l Resolved,
    merged: &'l Merged,
    /// The place of each item among those of its kind.
    rank: Vec<u32>,
    /// Each end of a pair, with the kind of the other one, and its place among those of that kind.
    made: Vec<(u32, u32)>,
    /// The item whose pairs are made.
    at: Option<ItemId>,
    /// Pairs made of long lists.
    many: usize,
    /// References of others that author records looked at.
    looked_at: usize,
    cut: BTreeSet<ItemId>,
}

impl<'l> Pairs<'l> {
    fn pair(&mut self, a: ItemId, b: ItemId) {
        if a != b {
            let [from_a, from_b] = [(a, b), (b, a)].map(|(from, to)| self.end(from, to));
            self.made.extend(from_a.into_iter().chain(from_b));
        }
    }

    fn end(&self, from: ItemId, to: ItemId) -> Option<(u32, u32)> {
        let slot = from.index() * Kind::ALL.len() + self.kind(to)? as usize;
        Some((small(slot), *self.rank.get(to.index())?))
    }

    /// Each with each. What would go over [`MOST_PAIRS`] is left out: no person writes an event with
    /// thousands of actors and of sources, and a hostile file shall not fill the memory.
    fn pair_all(&mut self, some: &[ItemId], others: &[ItemId]) {
        let many = some.len().saturating_mul(others.len());
        if some.len() > 1 && others.len() > 1 && many > FEW {
            if self.many.saturating_add(many) > MOST_PAIRS {
                self.cut.extend(self.at);
                return;
            }
            self.many += many;
        }
        for a in some {
            for b in others {
                self.pair(*a, *b);
            }
        }
    }

    fn edges(&self, id: ItemId) -> &'l [Edge] {
        self.resolved.outgoing.of(id)
    }

    fn kind(&self, id: ItemId) -> Option<Kind> {
        self.items.get(id.index()).map(|item| item.kind)
    }

    fn ends(&self, id: ItemId, wanted: impl Fn(Relation) -> bool, kind: Kind) -> Vec<ItemId> {
        self.edges(id)
            .iter()
            .filter(|edge| wanted(edge.relation) && self.kind(edge.to) == Some(kind))
            .map(|edge| edge.to)
            .collect()
    }

    /// What an event or a claim itself refers to, not counting an event's claims.
    fn own(&self, id: ItemId) -> Touched {
        let any = |_: Relation| true;
        Touched {
            actors: self.ends(id, any, Kind::Actor),
            sources: self.ends(id, any, Kind::Source),
        }
    }

    fn collect(&mut self, links: &[ActorLink]) {
        for (at, item) in self.items.iter().enumerate() {
            let id = ItemId::new(at);
            self.at = Some(id);
            for edge in self.edges(id) {
                self.pair(id, edge.to);
            }
            // Every brief that describes it, whichever was read first.
            for scope in self.merged.item_scopes.of(id) {
                if let Some(brief) = self.merged.scopes.list.get(scope).and_then(|own| own.brief) {
                    self.pair(brief, id);
                }
            }
            match item.kind {
                Kind::Event => self.event(id, item.brief),
                Kind::Claim => self.claim(id),
                Kind::Actor => self.actor(id),
                Kind::Judgement | Kind::Gap | Kind::Question => {
                    self.author_record(id, item.kind);
                }
                Kind::Brief | Kind::Source | Kind::Place => {}
            }
        }
        for ((id, _), view) in &self.merged.views.items {
            self.at = Some(*id);
            let mut said = Touched::default();
            for edge in &view.edges {
                self.pair(*id, edge.to);
                match (edge.relation, self.kind(edge.to)) {
                    (Relation::AssertedBy, _) => said.actors.push(edge.to),
                    (_, Some(Kind::Source)) => said.sources.push(edge.to),
                    (_, _) => {}
                }
            }
            self.pair_all(&said.actors, &said.sources);
        }
        for link in links {
            self.at = Some(link.from);
            self.pair_all(&[link.from, link.to], &link.cite);
            if let Some(brief) = link.brief {
                self.pair_all(&[brief], &[link.from, link.to]);
                self.pair_all(&[brief], &link.cite);
            }
        }
    }

    /// An actor with a role stands to every source of the event; one that only a claim names stands
    /// to that claim's sources.
    fn event(&mut self, id: ItemId, brief: Option<ItemId>) {
        let own = self.own(id);
        let places = self.ends(id, |relation| relation == Relation::At, Kind::Place);
        let claims = self.ends(id, |relation| relation == Relation::Claims, Kind::Claim);
        let mut all = Touched { actors: own.actors.clone(), sources: own.sources.clone() };
        for claim in claims {
            let said = self.own(claim);
            self.pair_all(&said.actors, &said.sources);
            all.actors.extend(said.actors);
            all.sources.extend(said.sources);
        }
        self.pair_all(&own.actors, &all.sources);
        let whole: &[ItemId] = &[id];
        for some in [whole, &places, brief.as_slice()] {
            self.pair_all(some, &all.actors);
            self.pair_all(some, &all.sources);
        }
        self.pair_all(brief.as_slice(), &places);
    }

    /// What a claim disputes or mentions belongs to its events as well, and these to each other.
    fn claim(&mut self, id: ItemId) {
        let resolved = self.resolved;
        let of = |id: ItemId| resolved.events_of(id).collect::<Vec<ItemId>>();
        let events = &of(id);
        self.pair_all(events, events);
        for edge in self.edges(id) {
            match self.kind(edge.to) {
                Some(Kind::Event) => self.pair_all(events, &[edge.to]),
                Some(Kind::Claim) => {
                    let others = &of(edge.to);
                    self.pair_all(events, &[edge.to]);
                    if !events.is_empty() {
                        self.pair_all(&[id], others);
                        self.pair_all(events, others);
                    }
                }
                Some(
                    Kind::Brief
                    | Kind::Actor
                    | Kind::Source
                    | Kind::Place
                    | Kind::Judgement
                    | Kind::Gap
                    | Kind::Question,
                )
                | None => {}
            }
        }
    }

    /// Who gives an actor another name stands to the sources of that name.
    fn actor(&mut self, id: ItemId) {
        let own = self.own(id);
        let namers = self.ends(id, |relation| relation == Relation::AssertedBy, Kind::Actor);
        self.pair_all(&namers, &own.sources);
    }

    fn author_record(&mut self, id: ItemId, kind: Kind) {
        let mut events = Vec::new();
        for edge in self.edges(id) {
            if !matches!(
                edge.relation,
                Relation::RestsOn | Relation::Concerns | Relation::Answers | Relation::Against
            ) {
                continue;
            }
            // Every judgement may rest on an event that refers to everything.
            let edges = self.edges(edge.to).len();
            self.looked_at += if edges > FEW { edges } else { 0 };
            if edges > FEW && self.looked_at > MOST_PAIRS {
                self.cut.insert(id);
            } else {
                let touched = self.own(edge.to);
                self.pair_all(&[id], &touched.actors);
                self.pair_all(&[id], &touched.sources);
            }
            if self.kind(edge.to) == Some(Kind::Event) {
                events.push(edge.to);
            } else {
                events.extend(self.resolved.events_of(edge.to));
            }
        }
        self.pair_all(&[id], &events);
        if kind == Kind::Judgement {
            let others = events.clone();
            self.pair_all(&events, &others);
        }
    }
}
