//! Shared records as single files describe them, where that is not as everybody sees them.

use super::pool::{Account, Seen, Shared, Table};
use super::scope::{ScopeId, Scopes};
use super::{Edge, Item, ItemId, Publisher, Relation, Slug};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// An actor, source or place as a file describes it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct View {
    pub(super) item: Item,
    /// Whether no registry's entry lies under it.
    pub(super) alone: bool,
    /// What the file's own record refers to.
    pub(super) edges: Vec<Edge>,
    /// The houses that it names, as places in the list of publishers.
    pub(super) houses: Vec<usize>,
    pub(super) account: Account,
}

/// A publisher as a file describes it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct HouseView {
    pub(super) record: Publisher,
    pub(super) alone: bool,
    /// The actor that it is.
    pub(super) actor: Option<ItemId>,
    pub(super) account: Account,
}

/// All views, by what is described and by the file.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Views {
    pub(super) items: BTreeMap<(ItemId, ScopeId), View>,
    pub(super) houses: BTreeMap<(usize, ScopeId), HouseView>,
    /// What refers to an item in the views of a file.
    incoming: BTreeMap<(ScopeId, ItemId), Vec<Edge>>,
}

impl Views {
    /// Whether a file's description needs a view: it says something else, or means something else by the
    /// same ids.
    pub(super) fn is_needed<T: Shared>(scopes: &Scopes, base: ScopeId, seen: &Seen<T>) -> bool {
        let meant = |scope: ScopeId, (table, slug): (Table, &Slug)| match table {
            Table::Publisher => scopes.publisher(scope, slug),
            Table::Item(kind) => scopes.find(scope, kind, slug).map(ItemId::index),
        };
        // What names nothing is each file's own.
        let same = |reference: &(Table, &Slug)| {
            let own = meant(seen.scope, *reference);
            own.is_some() && own == meant(base, *reference)
        };
        seen.is_other || !seen.record.refers_to().iter().all(same)
    }

    /// Notes who refers to what once all edges are known, so that both ways can be gone.
    pub(super) fn close(&mut self) {
        for ((id, scope), view) in &self.items {
            for edge in &view.edges {
                let back = Edge { to: *id, ..edge.clone() };
                self.incoming.entry((*scope, edge.to)).or_default().push(back);
            }
        }
    }

    /// The views of an item, in the order in which the files were read.
    pub(super) fn of(&self, id: ItemId) -> impl Iterator<Item = (ScopeId, &View)> {
        let views = self.items.range((id, ScopeId::MIN)..=(id, ScopeId::MAX));
        views.map(|((_, scope), view)| (*scope, view))
    }

    /// The views of a publisher.
    pub(super) fn of_house(&self, at: usize) -> impl Iterator<Item = (ScopeId, &HouseView)> {
        let views = self.houses.range((at, ScopeId::MIN)..=(at, ScopeId::MAX));
        views.map(|((_, scope), view)| (*scope, view))
    }

    /// What refers to an item in the views of a file.
    pub(super) fn incoming(&self, scope: ScopeId, id: ItemId) -> &[Edge] {
        self.incoming.get(&(scope, id)).map_or(&[], Vec::as_slice)
    }

    /// The actor that a publisher is for a file: its own word, its registry's, then what counts for all.
    pub(super) fn actor_of(
        &self,
        scopes: &Scopes,
        scope: ScopeId,
        (at, usual): (usize, Option<ItemId>),
    ) -> Option<ItemId> {
        for scope in scopes.layers(scope) {
            if let Some(view) = self.houses.get(&(at, scope))
                && (view.actor.is_some() || view.alone)
            {
                return view.actor;
            }
        }
        usual
    }

    /// The files in whose views actors are described.
    pub(super) fn scopes_of_actors(&self) -> BTreeSet<ScopeId> {
        let actors = self.items.iter().filter(|(_, view)| view.item.kind == super::Kind::Actor);
        actors.map(|((_, scope), _)| *scope).collect()
    }
}

/// Whether an edge is that of the record itself: relations of briefs begin at an actor as well.
pub(super) fn is_of_record(edge: &Edge) -> bool {
    match edge.relation {
        Relation::LinksTo => false,
        // A relation's own sources bear its word.
        Relation::Cites => edge.label.is_none(),
        Relation::Involves
        | Relation::At
        | Relation::Claims
        | Relation::AssertedBy
        | Relation::AscribesTo
        | Relation::Disputes
        | Relation::DerivesFrom
        | Relation::PublishedBy
        | Relation::PartOf
        | Relation::RestsOn
        | Relation::Answers
        | Relation::Against
        | Relation::Concerns
        | Relation::Mentions
        | Relation::RelatesTo
        | Relation::ReplacedBy
        | Relation::Supersedes => true,
    }
}
