//! References become edges; what names nothing is found once per place and keeps a stand-in.

mod records;
mod ties;

use super::dangling::{self, Wanted};
use super::merge::Merged;
use super::rows::{ItemScopes, Rows};
use super::scope::{ScopeId, Scopes};
use super::target::{Target, prose_target};
use super::told::Findings;
use super::views::Views;
use super::{ActorLink, Edge, EventTie, Item, ItemId, Kind, Prose, Relation, Slug, standin};
use crate::brief::Reference;
use crate::diag::Span;
use crate::text::DisplayText;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Stand-ins of one file. A brief whose registry is not at hand has some dozens; a reference beyond
/// them is found like the others and leads nowhere.
const MOST_STAND_INS: usize = 1_000;

/// So many findings get a "did you mean"; each looks at every id.
const HINTS: usize = 100;

/// Edges and what else follows from references.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Resolved {
    pub(super) outgoing: Rows<Edge>,
    pub(super) incoming: Rows<Edge>,
    pub(super) actor_links: Vec<ActorLink>,
    /// The places in that list of the links of each actor, from it and to it.
    pub(super) links_of: BTreeMap<ItemId, Vec<usize>>,
    /// How events relate, each relation of two once, in file order.
    pub(super) event_ties: Vec<EventTie>,
    /// The places in that list of the ties of each event, from it and to it.
    pub(super) ties_of: BTreeMap<ItemId, Vec<usize>>,
    /// Where an event is linked to itself.
    pub(super) ties_to_itself: Vec<Span>,
    /// Where a relation of two events is written once more.
    pub(super) ties_again: Vec<Span>,
    /// Publishers of each source that has any, as places in the list of publishers, the first named first.
    pub(super) publishers_of: BTreeMap<ItemId, Vec<usize>>,
    /// The actor that each publisher is.
    pub(super) publisher_actor: Vec<Option<ItemId>>,
}

impl Resolved {
    /// The events that a claim is about, the one that it stands under first.
    pub(super) fn events_of(&self, claim: ItemId) -> impl Iterator<Item = ItemId> + use<'_> {
        let edges = self.incoming.of(claim).iter();
        edges.take_while(|edge| edge.relation == Relation::Claims).map(|edge| edge.to)
    }

    /// Publishers of a source, as places in the list of publishers.
    pub(super) fn publishers_of(&self, source: ItemId) -> &[usize] {
        self.publishers_of.get(&source).map_or(&[], Vec::as_slice)
    }

    /// The actor that a publisher is for everybody whose registry or brief says nothing else.
    pub(super) fn actor_of(&self, at: usize) -> Option<ItemId> {
        self.publisher_actor.get(at).copied().flatten()
    }
}

/// Walks every reference of every document.
pub(super) fn resolve(merged: &mut Merged) -> Resolved {
    let documents = std::mem::take(&mut merged.documents);
    let mut walk = Walk {
        scopes: &merged.scopes,
        items: &mut merged.items,
        item_scopes: &mut merged.item_scopes,
        findings: &mut merged.findings,
        publisher_scopes: &merged.publisher_scopes,
        views: &mut merged.views,
        describing: None,
        stand_ins: BTreeMap::new(),
        stand_ins_of: BTreeMap::new(),
        edges: Vec::new(),
        seen: BTreeSet::new(),
        resolved: Resolved::default(),
        hints: 0,
    };
    walk.resolved.publisher_actor.resize(merged.publishers.len(), None);
    for (scope, document) in &documents {
        for publisher in &document.publishers {
            walk.publisher(*scope, publisher);
        }
    }
    for (scope, document) in &documents {
        walk.document(*scope, document);
    }
    let Walk { mut edges, mut resolved, seen, .. } = walk;
    drop(seen);
    edges.shrink_to_fit();
    merged.views.close();
    let items = merged.items.len();
    resolved.incoming = Rows::new(items, incoming(&edges));
    resolved.outgoing = Rows::new(items, edges);
    merged.documents = documents;
    resolved
}

/// The edges as their other ends see them. The events of a claim stand first, so that they are found without a
/// look at all that refers to it.
fn incoming(edges: &[(ItemId, Edge)]) -> Vec<(ItemId, Edge)> {
    let mut incoming = Vec::with_capacity(edges.len());
    for is_first in [true, false] {
        let of_claims = |edge: &Edge| edge.relation == Relation::Claims;
        let own = edges.iter().filter(|(_, edge)| of_claims(edge) == is_first);
        incoming.extend(own.map(|(from, edge)| (edge.to, Edge { to: *from, ..edge.clone() })));
    }
    incoming
}

/// What makes an edge of an item one of its kind.
type EdgeOnce = (Relation, ItemId, Option<Arc<DisplayText>>);

struct Walk<'m> {
    scopes: &'m Scopes,
    items: &'m mut Vec<Item>,
    item_scopes: &'m mut ItemScopes,
    findings: &'m mut Findings,
    publisher_scopes: &'m [ScopeId],
    views: &'m mut Views,
    /// The file whose view of an item is walked; of what counts for all there is none.
    describing: Option<ScopeId>,
    /// One per folder, kind and id.
    stand_ins: BTreeMap<(ScopeId, Kind, Slug), ItemId>,
    /// How many each file has.
    stand_ins_of: BTreeMap<ScopeId, usize>,
    edges: Vec<(ItemId, Edge)>,
    seen: BTreeSet<(Option<ScopeId>, ItemId, EdgeOnce)>,
    resolved: Resolved,
    /// Hints given so far.
    hints: usize,
}

impl Walk<'_> {
    fn edge(
        &mut self,
        from: ItemId,
        relation: Relation,
        to: ItemId,
        label: Option<Arc<DisplayText>>,
    ) {
        if !self.seen.insert((self.describing, from, (relation, to, label.clone()))) {
            return;
        }
        let edge = Edge { relation, to, label };
        match self.describing {
            None => self.edges.push((from, edge)),
            // A description that needs no view says what is said already.
            Some(scope) => {
                if let Some(view) = self.views.items.get_mut(&(from, scope)) {
                    view.edges.push(edge);
                }
            }
        }
    }

    /// A shared record of a file: what it refers to is the word of that file.
    fn describe(&mut self, scope: ScopeId, id: ItemId, walk: impl FnOnce(&mut Self)) {
        self.describing = (self.item_scopes.first(id) != Some(scope)).then_some(scope);
        walk(self);
        self.describing = None;
    }

    /// An actor, source or place; a stand-in for it if there is none, up to [`MOST_STAND_INS`].
    fn shared(
        &mut self,
        scope: ScopeId,
        (key, kind): (&'static str, Kind),
        reference: &Reference,
    ) -> Option<ItemId> {
        let slug = &reference.value;
        if let Some(id) = self.scopes.find(scope, kind, slug) {
            if key != dangling::key(Relation::ReplacedBy) {
                self.out_of_use(scope, id, &reference.span);
            }
            return Some(id);
        }
        self.dangling(scope, (key, Wanted::Item(kind)), reference);
        let folder = self.scopes.list.get(scope).and_then(|own| own.registry).unwrap_or(scope);
        if let Some(id) = self.stand_ins.get(&(folder, kind, slug.clone())).copied() {
            self.item_scopes.add(id, scope);
            return Some(id);
        }
        let stand_ins = self.stand_ins_of.entry(scope).or_default();
        if *stand_ins >= MOST_STAND_INS {
            return None;
        }
        *stand_ins += 1;
        let id = ItemId::new(self.items.len());
        let brief = self.scopes.list.get(scope).and_then(|own| own.brief);
        self.items.push(standin::item(kind, reference, brief));
        self.item_scopes.push(scope, &[]);
        self.stand_ins.insert((folder, kind, slug.clone()), id);
        Some(id)
    }

    /// I224: a reference to what should no longer be referred to.
    fn out_of_use(&mut self, scope: ScopeId, to: ItemId, span: &Span) {
        let mut layers = self.scopes.layers(scope);
        let view = layers.find_map(|scope| self.views.items.get(&(to, scope)));
        let usual = self.items.get(to.index());
        let Some(item) = view.map(|view| &view.item).or(usual) else { return };
        // One that names nothing is found where it stands.
        let is_there = |by: &Slug| {
            let mut scopes = self.item_scopes.of(to);
            scopes.any(|scope| self.scopes.find(scope, item.kind, by).is_some())
        };
        let found = dangling::out_of_use(item, is_there, span);
        self.findings.extend(found);
    }

    fn dangling(&mut self, scope: ScopeId, field: (&'static str, Wanted), reference: &Reference) {
        let hint = self.hint();
        self.findings.push(dangling::reference(self.scopes, scope, field, reference, hint));
    }

    /// Whether there is still a hint to give; each one looks at every id.
    fn hint(&mut self) -> bool {
        self.hints += 1;
        self.hints <= HINTS
    }

    fn event_or_claim(
        &mut self,
        scope: ScopeId,
        relation: Relation,
        reference: &Reference,
    ) -> Option<ItemId> {
        let found = self.scopes.event_or_claim(scope, &reference.value);
        if found.is_none() {
            self.dangling(scope, (dangling::key(relation), Wanted::EventOrClaim), reference);
        }
        found
    }

    fn shared_edges(
        &mut self,
        scope: ScopeId,
        from: ItemId,
        (relation, kind): (Relation, Kind),
        references: &[Reference],
        label: Option<&DisplayText>,
    ) -> Vec<ItemId> {
        let mut ends = Vec::with_capacity(references.len());
        let label = label.filter(|_| !references.is_empty()).cloned().map(Arc::new);
        for reference in references {
            let field = (dangling::key(relation), kind);
            let Some(to) = self.shared(scope, field, reference) else { continue };
            self.edge(from, relation, to, label.clone());
            ends.push(to);
        }
        ends
    }

    fn cites(&mut self, scope: ScopeId, from: ItemId, references: &[Reference]) {
        self.shared_edges(scope, from, (Relation::Cites, Kind::Source), references, None);
    }

    fn rests(&mut self, scope: ScopeId, from: ItemId, relation: Relation, on: &[Reference]) {
        for reference in on {
            if let Some(to) = self.event_or_claim(scope, relation, reference) {
                self.edge(from, relation, to, None);
            }
        }
    }

    /// References that only records of one kind answer to.
    fn one_kind(
        &mut self,
        scope: ScopeId,
        from: ItemId,
        (relation, kind): (Relation, Kind),
        references: &[Reference],
    ) {
        for reference in references {
            if let Some(to) = self.scopes.find(scope, kind, &reference.value) {
                self.edge(from, relation, to, None);
            } else {
                let field = (dangling::key(relation), Wanted::Item(kind));
                self.dangling(scope, field, reference);
            }
        }
    }

    /// The actor that a publisher is, as a file has it.
    fn actor_of(&self, scope: ScopeId, at: usize) -> Option<ItemId> {
        self.views.actor_of(self.scopes, scope, (at, self.resolved.actor_of(at)))
    }

    fn texts<'p, T>(&mut self, scope: ScopeId, from: ItemId, texts: T)
    where
        T: Iterator<Item = &'p Prose>,
    {
        for reference in texts.flat_map(|prose| &prose.references) {
            let house = |at| self.actor_of(scope, at);
            let item = |id: ItemId| self.items.get(id.index());
            match prose_target(self.scopes, item, house, scope, &reference.target) {
                Target::Item(to) if to != from => {
                    self.edge(from, Relation::Mentions, to, None);
                    self.out_of_use(scope, to, &reference.span);
                }
                Target::Item(_) | Target::Publisher => {}
                Target::None => {
                    let hint = self.hint();
                    self.findings.push(dangling::prose(self.scopes, scope, reference, hint));
                }
                Target::Ambiguous(tables) => {
                    self.findings.push(dangling::ambiguous(&tables, reference));
                }
            }
        }
    }
}
