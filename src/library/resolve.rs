//! References become edges; what names nothing is found once per place and keeps a stand-in.

use super::dangling::{self, Wanted};
use super::merge::{Merged, numbered};
use super::scope::{ScopeId, Scopes};
use super::target::{Target, prose_target};
use super::told::Findings;
use super::{ActorLink, Edge, Item, ItemId, Kind, Prose, Relation, Slug, standin};
use crate::brief::{Claim, Document, Event, Reference};
use crate::text::DisplayText;
use std::collections::{BTreeMap, BTreeSet};

/// Stand-ins of one file. A brief whose registry is not at hand has some dozens; a reference beyond
/// them is found like the others and leads nowhere.
const MOST_STAND_INS: usize = 1_000;

/// So many findings get a "did you mean"; each looks at every id.
const HINTS: usize = 100;

/// Edges and what else follows from references.
#[derive(Debug, Default)]
pub(super) struct Resolved {
    pub(super) outgoing: Vec<Vec<Edge>>,
    pub(super) incoming: Vec<Vec<Edge>>,
    pub(super) actor_links: Vec<ActorLink>,
    /// Publisher of each source, as a place in the list of publishers.
    pub(super) publisher_of: BTreeMap<ItemId, usize>,
    /// The actor that each publisher is.
    pub(super) publisher_actor: Vec<Option<ItemId>>,
}

/// Walks every reference of every document.
pub(super) fn resolve(merged: &mut Merged) -> Resolved {
    let documents = std::mem::take(&mut merged.documents);
    let mut walk = Walk {
        scopes: &merged.scopes,
        items: &mut merged.items,
        item_scopes: &mut merged.item_scopes,
        findings: &mut merged.findings,
        stand_ins: BTreeMap::new(),
        stand_ins_of: BTreeMap::new(),
        edges: Vec::new(),
        seen: BTreeSet::new(),
        resolved: Resolved::default(),
        hints: 0,
    };
    walk.resolved.publisher_actor.resize(merged.publishers.len(), None);
    for (scope, document) in &documents {
        walk.publishers(*scope, document);
    }
    for (scope, document) in &documents {
        walk.document(*scope, document);
    }
    let Walk { edges, mut resolved, .. } = walk;
    resolved.outgoing.resize_with(merged.items.len(), Vec::new);
    resolved.incoming.resize_with(merged.items.len(), Vec::new);
    for (from, edge) in edges {
        let back = Edge { to: from, ..edge.clone() };
        if let Some(incoming) = resolved.incoming.get_mut(edge.to.index()) {
            incoming.push(back);
        }
        if let Some(outgoing) = resolved.outgoing.get_mut(from.index()) {
            outgoing.push(edge);
        }
    }
    merged.documents = documents;
    resolved
}

struct Walk<'m> {
    scopes: &'m Scopes,
    items: &'m mut Vec<Item>,
    item_scopes: &'m mut Vec<Vec<ScopeId>>,
    findings: &'m mut Findings,
    /// One per folder, kind and id.
    stand_ins: BTreeMap<(ScopeId, Kind, Slug), ItemId>,
    /// How many each file has.
    stand_ins_of: BTreeMap<ScopeId, usize>,
    edges: Vec<(ItemId, Edge)>,
    seen: BTreeSet<(ItemId, Relation, ItemId, Option<DisplayText>)>,
    resolved: Resolved,
    /// Hints given so far.
    hints: usize,
}

impl Walk<'_> {
    fn edge(&mut self, from: ItemId, relation: Relation, to: ItemId, label: Option<DisplayText>) {
        if self.seen.insert((from, relation, to, label.clone())) {
            self.edges.push((from, Edge { relation, to, label }));
        }
    }

    /// An actor, source or place; a stand-in for it if there is none, up to [`MOST_STAND_INS`].
    fn shared(&mut self, scope: ScopeId, kind: Kind, reference: &Reference) -> Option<ItemId> {
        let slug = &reference.value;
        if let Some(id) = self.scopes.find(scope, kind, slug) {
            return Some(id);
        }
        self.dangling(scope, Wanted::Item(kind), reference);
        let folder = self.scopes.list.get(scope).and_then(|own| own.registry).unwrap_or(scope);
        if let Some(id) = self.stand_ins.get(&(folder, kind, slug.clone())) {
            return Some(*id);
        }
        let stand_ins = self.stand_ins_of.entry(scope).or_default();
        if *stand_ins >= MOST_STAND_INS {
            return None;
        }
        *stand_ins += 1;
        let id = ItemId::new(self.items.len());
        let brief = self.scopes.list.get(scope).and_then(|own| own.brief);
        self.items.push(standin::item(kind, reference, brief));
        self.item_scopes.push(vec![scope]);
        self.stand_ins.insert((folder, kind, slug.clone()), id);
        Some(id)
    }

    fn dangling(&mut self, scope: ScopeId, wanted: Wanted, reference: &Reference) {
        let hint = self.hint();
        self.findings.push(dangling::reference(self.scopes, scope, wanted, reference, hint));
    }

    /// Whether there is still a hint to give; each one looks at every id.
    fn hint(&mut self) -> bool {
        self.hints += 1;
        self.hints <= HINTS
    }

    fn event_or_claim(&mut self, scope: ScopeId, reference: &Reference) -> Option<ItemId> {
        let found = self.scopes.event_or_claim(scope, &reference.value);
        if found.is_none() {
            self.dangling(scope, Wanted::EventOrClaim, reference);
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
        for reference in references {
            let Some(to) = self.shared(scope, kind, reference) else { continue };
            self.edge(from, relation, to, label.cloned());
            ends.push(to);
        }
        ends
    }

    fn cites(&mut self, scope: ScopeId, from: ItemId, references: &[Reference]) {
        self.shared_edges(scope, from, (Relation::Cites, Kind::Source), references, None);
    }

    fn rests(&mut self, scope: ScopeId, from: ItemId, relation: Relation, on: &[Reference]) {
        for reference in on {
            if let Some(to) = self.event_or_claim(scope, reference) {
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
            match self.scopes.find(scope, kind, &reference.value) {
                Some(to) => self.edge(from, relation, to, None),
                None => self.dangling(scope, Wanted::Item(kind), reference),
            }
        }
    }

    fn prose(&mut self, scope: ScopeId, from: ItemId, prose: Option<&Prose>) {
        for reference in prose.into_iter().flat_map(|prose| &prose.references) {
            match prose_target(self.scopes, self.items, &self.resolved, scope, &reference.target) {
                Target::Item(to) if to != from => self.edge(from, Relation::Mentions, to, None),
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

    fn document(&mut self, scope: ScopeId, document: &Document) {
        self.sources(scope, document);
        self.actors(scope, document);
        self.header(scope, document);
        for event in &document.events {
            self.event(scope, event);
        }
        self.links(scope, document);
        self.author_records(scope, document);
    }

    fn publishers(&mut self, scope: ScopeId, document: &Document) {
        for publisher in &document.publishers {
            let Some(actor) = &publisher.actor else { continue };
            let Some(actor) = self.shared(scope, Kind::Actor, actor) else { continue };
            let at = self.scopes.publisher(scope, &publisher.id.value);
            if let Some(place) = at.and_then(|at| self.resolved.publisher_actor.get_mut(at)) {
                place.get_or_insert(actor);
            }
        }
    }

    fn header(&mut self, scope: ScopeId, document: &Document) {
        let Some(brief) = &document.brief else { return };
        let Some(id) = self.scopes.find(scope, Kind::Brief, &brief.id.value) else { return };
        self.prose(scope, id, brief.bluf.as_ref());
        self.prose(scope, id, brief.source_summary.as_ref());
        for older in &brief.supersedes {
            // An older brief need not be at hand.
            if let Some(to) = self.scopes.find(scope, Kind::Brief, &older.value) {
                self.edge(id, Relation::Supersedes, to, None);
            }
        }
    }

    fn sources(&mut self, scope: ScopeId, document: &Document) {
        for source in &document.sources {
            let Some(id) = self.scopes.find(scope, Kind::Source, &source.id.value) else {
                continue;
            };
            if let Some(reference) = &source.publisher {
                match self.scopes.publisher(scope, &reference.value) {
                    Some(at) => {
                        self.resolved.publisher_of.entry(id).or_insert(at);
                        if let Some(Some(actor)) = self.resolved.publisher_actor.get(at).copied() {
                            self.edge(id, Relation::PublishedBy, actor, None);
                        }
                    }
                    None => self.dangling(scope, Wanted::Publisher, reference),
                }
            }
            let derives = (Relation::DerivesFrom, Kind::Source);
            self.shared_edges(scope, id, derives, &source.derived_from, None);
            for prose in [&source.reliability_why, &source.withdrawn_why, &source.note] {
                self.prose(scope, id, prose.as_ref());
            }
        }
    }

    fn actors(&mut self, scope: ScopeId, document: &Document) {
        for actor in &document.actors {
            let Some(id) = self.scopes.find(scope, Kind::Actor, &actor.id.value) else { continue };
            let part_of = (Relation::PartOf, Kind::Actor);
            self.shared_edges(scope, id, part_of, &actor.part_of, None);
            for aka in &actor.aka {
                let by = (Relation::AssertedBy, Kind::Actor);
                self.shared_edges(scope, id, by, &aka.by, Some(&aka.name));
                self.cites(scope, id, &aka.cite);
            }
            self.prose(scope, id, actor.summary.as_ref());
        }
    }

    fn event(&mut self, scope: ScopeId, event: &Event) {
        let Some(id) = self.scopes.find(scope, Kind::Event, &event.id.value) else { return };
        for role in &event.roles {
            let involves = (Relation::Involves, Kind::Actor);
            self.shared_edges(scope, id, involves, &role.actors, Some(&role.name));
        }
        self.shared_edges(scope, id, (Relation::At, Kind::Place), &event.places, None);
        self.cites(scope, id, &event.cite);
        self.prose(scope, id, event.summary.as_ref());
        self.prose(scope, id, event.confidence_why.as_ref());
        for claim in &event.claims {
            self.claim(scope, id, claim);
        }
    }

    fn claim(&mut self, scope: ScopeId, event: ItemId, claim: &Claim) {
        let Some(id) = self.scopes.find(scope, Kind::Claim, &claim.id.value) else { return };
        self.edge(event, Relation::Claims, id, None);
        self.shared_edges(scope, id, (Relation::AssertedBy, Kind::Actor), &claim.by, None);
        self.shared_edges(scope, id, (Relation::AscribesTo, Kind::Actor), &claim.to, None);
        self.cites(scope, id, &claim.cite);
        self.rests(scope, id, Relation::Disputes, &claim.disputes);
        self.prose(scope, id, Some(&claim.text));
    }

    fn links(&mut self, scope: ScopeId, document: &Document) {
        for link in &document.links {
            let from = self.shared(scope, Kind::Actor, &link.from);
            let to = self.shared(scope, Kind::Actor, &link.to);
            let (Some(from), Some(to)) = (from, to) else { continue };
            self.edge(from, Relation::LinksTo, to, Some(link.relation.clone()));
            let cites = (Relation::Cites, Kind::Source);
            let cite = self.shared_edges(scope, from, cites, &link.cite, Some(&link.relation));
            let brief = self.scopes.list.get(scope).and_then(|own| own.brief);
            self.resolved.actor_links.push(ActorLink {
                brief,
                from,
                to,
                cite,
                record: link.clone(),
                assessment: None,
            });
        }
    }

    fn author_records(&mut self, scope: ScopeId, document: &Document) {
        for judgement in &document.judgements {
            let id = self.scopes.find(scope, Kind::Judgement, &judgement.id.value);
            let Some(id) = id else { continue };
            self.rests(scope, id, Relation::RestsOn, &judgement.basis);
            self.one_kind(scope, id, (Relation::Answers, Kind::Event), judgement.on.as_slice());
            self.one_kind(scope, id, (Relation::Against, Kind::Claim), &judgement.against);
            self.prose(scope, id, Some(&judgement.text));
        }
        let of_number = |kind: Kind, number: usize| {
            numbered(kind.word(), number).and_then(|slug| self.scopes.find(scope, kind, &slug))
        };
        let gaps: Vec<_> = (0..document.gaps.len()).map(|at| of_number(Kind::Gap, at)).collect();
        let questions: Vec<_> =
            (0..document.questions.len()).map(|at| of_number(Kind::Question, at)).collect();
        for (gap, id) in document.gaps.iter().zip(gaps) {
            let Some(id) = id else { continue };
            self.rests(scope, id, Relation::Concerns, &gap.on);
            self.prose(scope, id, Some(&gap.text));
        }
        for (question, id) in document.questions.iter().zip(questions) {
            let Some(id) = id else { continue };
            self.rests(scope, id, Relation::RestsOn, &question.basis);
            self.prose(scope, id, Some(&question.answer));
        }
    }
}
