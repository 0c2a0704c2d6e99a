//! From documents to items: registry entries and what briefs add to them become one item each.

mod clashes;

use super::editions::{self, NotReplaced, SetAside};
use super::pool::{Entry, Pool, Seen, Shared};
use super::prose::plain;
use super::rows::ItemScopes;
use super::scope::{Scope, ScopeId, Scopes};
use super::seal::Seals;
use super::told::Findings;
use super::views::{HouseView, View, Views};
use super::{
    Actor, Collection, Item, ItemId, Kind, PlaceRecord, Publisher, Record, Slug, Source, Technique,
};
use crate::brief::{Defaults, Document, LeftOut};
use crate::diag::{Sources, Span};
use crate::text;
use crate::text::DisplayText;
use crate::text::beginning;
use clashes::{contradiction, kept_apart, used_twice};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Characters of a title taken from the beginning of a text.
const TITLE_LENGTH: usize = 80;

/// Items with their scopes, before any reference is resolved.
#[derive(Debug, Default)]
pub(super) struct Merged {
    pub(super) items: Vec<Item>,
    pub(super) item_scopes: ItemScopes,
    pub(super) scopes: Scopes,
    pub(super) publishers: Vec<Publisher>,
    /// The file whose record of each publisher counts for all.
    pub(super) publisher_scopes: Vec<ScopeId>,
    /// What files say of shared records otherwise.
    pub(super) views: Views,
    /// The names of ATT&CK techniques, by the id and by the file that gives them.
    pub(super) techniques: BTreeMap<(DisplayText, ScopeId), Technique>,
    /// The registry of the program.
    pub(super) builtin: Option<ScopeId>,
    /// The files, for a walk over every reference as it is written.
    pub(super) documents: Vec<(ScopeId, Document)>,
    pub(super) findings: Findings,
    /// Briefs that are not read, since others stand for them.
    pub(super) set_aside: Vec<SetAside>,
    /// Briefs that would replace others that more is known of.
    pub(super) not_replaced: BTreeMap<(Slug, Slug), NotReplaced>,
}

/// The pools of everything that files may share.
#[derive(Default)]
struct Pools {
    actors: Pool<Actor>,
    sources: Pool<Source>,
    places: Pool<PlaceRecord>,
    publishers: Pool<Publisher>,
}

/// Records of a file that could not be read, nor their ids.
fn nameless(document: &Document) -> impl Iterator<Item = LeftOut> {
    document.left_out.iter().filter(|record| record.id.is_none()).cloned()
}

/// The records of a file that could not be read, by their ids.
fn unread(document: &Document) -> impl Iterator<Item = (Slug, LeftOut)> {
    let named = document.left_out.iter().filter_map(|record| Some((record.id.clone()?, record)));
    named.map(|(id, record)| (id, record.clone()))
}

/// Merges all collections: what is read of their briefs.
pub(super) fn merge(mut collections: Vec<Collection>, files: &Sources, seals: &Seals) -> Merged {
    let mut merged = Merged::default();
    let mut pools = Pools::default();
    (merged.set_aside, merged.not_replaced) =
        editions::set_aside(&mut collections, &mut merged.findings, (files, seals));
    merged.scopes.replaced = editions::replacements(&merged.set_aside);
    for collection in collections {
        let registry =
            (!collection.registry.is_empty()).then(|| merged.scopes.add(Scope::default()));
        merged.builtin = merged.builtin.or(registry.filter(|_| collection.is_builtin));
        for document in collection.registry {
            if let Some(scope) = registry {
                if let Some(own) = merged.scopes.list.get_mut(scope) {
                    own.left_out.extend(unread(&document));
                    own.left_out_nameless.extend(nameless(&document));
                }
                share(&mut pools, scope, None, &document, &mut merged.findings, files);
                merged.documents.push((scope, document));
            }
        }
        for document in collection.briefs {
            let scope = merged.scopes.add(Scope {
                registry,
                schema: document.schema,
                left_out: unread(&document).collect(),
                left_out_nameless: nameless(&document).collect(),
                ..Scope::default()
            });
            share(&mut pools, scope, registry, &document, &mut merged.findings, files);
            merged.documents.push((scope, document));
        }
    }
    for (scope, document) in &merged.documents {
        for technique in &document.techniques {
            let key = (technique.id.value.clone(), *scope);
            merged.techniques.entry(key).or_insert_with(|| technique.clone());
        }
    }
    lay_out(&mut merged, pools);
    merged
}

/// File and line of a place, as `_registry/actors.toml:31`.
pub(super) fn written_at(files: &Sources, span: &Span) -> DisplayText {
    text![files.name(span.source), ":", files.place(span.source, span.start()).line]
}

fn share(
    pools: &mut Pools,
    scope: ScopeId,
    registry: Option<ScopeId>,
    document: &Document,
    findings: &mut Findings,
    files: &Sources,
) {
    let Document {
        schema: _, // of its scope
        brief: _,  // laid out with what belongs to it
        defaults,
        publishers,
        sources,
        actors,
        places,
        techniques: _, // gathered from all files
        events: _,     // of the brief
        links: _,      // the same
        judgements: _, // the same
        gaps: _,       // the same
        questions: _,  // the same
        changes: _,    // the same
        synonyms: _,   // gathered from all files
        left_out: _,   // of its scope
        marked: _,     // a matter of markings
        is_damaged: _, // a matter of findings
    } = document;
    let mut settling = Settling { scope, registry, defaults: defaults.as_ref(), findings, files };
    for record in publishers {
        settling.settle(&mut pools.publishers, record);
    }
    for record in actors {
        settling.settle(&mut pools.actors, record);
    }
    for record in sources {
        settling.settle(&mut pools.sources, record);
    }
    for record in places {
        settling.settle(&mut pools.places, record);
    }
}

/// A file whose records find their entries.
struct Settling<'s> {
    scope: ScopeId,
    registry: Option<ScopeId>,
    defaults: Option<&'s Defaults>,
    findings: &'s mut Findings,
    files: &'s Sources,
}

impl Settling<'_> {
    /// Finds or makes the entry that a record belongs to.
    fn settle<T: Shared>(&mut self, pool: &mut Pool<T>, record: &Arc<T>) {
        let Self { scope, registry, defaults, ref mut findings, files } = *self;
        let id = record.id();
        if let Some(first) = pool.seats.get(&(scope, id.value.clone())) {
            if let Some(entry) = pool.entries.get(*first) {
                findings.push(used_twice(T::WORD, id, &entry.record.id().span, files));
            }
            return;
        }
        let seat = |registry| pool.seats.get(&(registry, id.value.clone())).copied();
        let at = if let Some(at) = registry.and_then(seat) {
            let contradicted = pool.describe(at, record, (scope, registry), defaults);
            findings.extend(contradicted.iter().map(|found| contradiction(found, files)));
            at
        } else if let Some(at) = pool.agreeing(record) {
            pool.describe(at, record, (scope, None), defaults);
            at
        } else {
            let other = pool.first_of_id(record);
            findings.extend(other.and_then(|other| kept_apart(other, record, files)));
            pool.push(record, scope, defaults)
        };
        pool.seats.insert((scope, id.value.clone()), at);
    }
}

/// Gives every record its item: actors, sources, places, then brief by brief.
fn lay_out(merged: &mut Merged, pools: Pools) {
    let Pools { actors, sources, places, publishers } = pools;
    for ((scope, slug), at) in &publishers.seats {
        if let Some(scope) = merged.scopes.list.get_mut(*scope) {
            scope.publishers.insert(slug.clone(), *at);
        }
    }
    // A list that doubles would take as much again as it holds.
    let shared = actors.entries.len() + sources.entries.len() + places.entries.len();
    let briefs: usize = merged.documents.iter().map(|(_, document)| items_of(document)).sum();
    merged.items.reserve_exact(shared + briefs);
    merged.item_scopes.reserve(shared + briefs);
    let of_actors = lay_pool(merged, actors, Kind::Actor);
    let of_sources = lay_pool(merged, sources, Kind::Source);
    let of_places = lay_pool(merged, places, Kind::Place);
    // What an id means to each file is known only now.
    lay_views(merged, of_actors, Kind::Actor);
    lay_views(merged, of_sources, Kind::Source);
    lay_views(merged, of_places, Kind::Place);
    lay_publishers(merged, publishers);

    let documents = std::mem::take(&mut merged.documents);
    for (scope, document) in &documents {
        lay_brief(merged, *scope, document);
    }
    merged.documents = documents;
    merged.scopes.by_slug.extend(&merged.items, |_| true);
    for (at, item) in merged.items.iter_mut().enumerate() {
        let first = merged.item_scopes.first(ItemId::new(at));
        let first = first.and_then(|scope| merged.scopes.list.get(scope));
        item.brief = first.and_then(|scope| scope.brief);
    }
    for ((id, _), view) in &mut merged.views.items {
        view.item.brief = merged.items.get(id.index()).and_then(|item| item.brief);
    }
}

/// Views with the file that describes each thing for all, and its item.
type Descriptions<T> = Vec<(ItemId, ScopeId, Seen<T>)>;

fn lay_pool<T>(merged: &mut Merged, pool: Pool<T>, kind: Kind) -> Descriptions<T>
where
    T: Shared,
    Arc<T>: Into<Record>,
{
    let base = merged.items.len();
    for ((scope, slug), at) in &pool.seats {
        if let Some(scope) = merged.scopes.list.get_mut(*scope) {
            scope.names.insert((kind, slug.clone()), ItemId::new(base + at));
        }
    }
    let mut descriptions = Vec::new();
    for Entry { record, first, later, views, .. } in pool.entries {
        let id = ItemId::new(merged.items.len());
        descriptions.extend(views.into_iter().map(|seen| (id, first, seen)));
        merged.items.push(shared_item(kind, record));
        merged.item_scopes.push(first, &later);
    }
    descriptions
}

fn shared_item<T: Shared>(kind: Kind, record: Arc<T>) -> Item
where
    Arc<T>: Into<Record>,
{
    let (title, span) = (record.name().quoted(), record.span().clone());
    let slug = record.id().value.clone();
    Item { kind, slug, brief: None, title, span, known: true, record: record.into() }
}

fn lay_views<T: Shared>(merged: &mut Merged, all: Descriptions<T>, kind: Kind)
where
    Arc<T>: Into<Record>,
{
    for (id, first, seen) in all {
        if Views::is_needed(&merged.scopes, first, &seen) {
            let Seen { scope, record, alone, is_other: _, account } = seen;
            let (edges, houses) = (Vec::new(), Vec::new());
            let item = shared_item(kind, record);
            merged.views.items.insert((id, scope), View { item, alone, edges, houses, account });
        }
    }
}

fn lay_publishers(merged: &mut Merged, pool: Pool<Publisher>) {
    for (at, entry) in pool.entries.into_iter().enumerate() {
        let Entry { record, first, views, .. } = entry;
        for seen in views {
            if Views::is_needed(&merged.scopes, first, &seen) {
                let Seen { scope, record, alone, is_other: _, account } = seen;
                let record = quoted_house(&record);
                let view = HouseView { record, alone, actor: None, account };
                merged.views.houses.insert((at, scope), view);
            }
        }
        merged.publishers.push(quoted_house(&record));
        merged.publisher_scopes.push(first);
    }
}

/// A publisher as it is quoted: it has no page of its own, and each of its sources names it.
fn quoted_house(house: &Publisher) -> Publisher {
    Publisher { name: house.name.quoted(), ..house.clone() }
}

/// How many items [`lay_brief`] makes.
fn items_of(document: &Document) -> usize {
    let claims: usize = document.events.iter().map(|event| event.claims.len()).sum();
    let own = document.judgements.len() + document.gaps.len() + document.questions.len();
    usize::from(document.brief.is_some()) + document.events.len() + claims + own
}

fn lay_brief(merged: &mut Merged, scope: ScopeId, document: &Document) {
    let Some(brief) = &document.brief else { return };
    let header = lay(merged, scope, &brief.id.value, &brief.title, &brief.span, brief);
    merged.scopes.briefs.insert(brief.id.value.clone(), header);
    if let Some(scope) = merged.scopes.list.get_mut(scope) {
        scope.brief = Some(header);
    }
    for event in &document.events {
        lay(merged, scope, &event.id.value, &event.title, &event.span, event);
        for claim in &event.claims {
            let title = beginning(&plain(&claim.text), TITLE_LENGTH);
            lay(merged, scope, &claim.id.value, &title, &claim.span, claim);
        }
    }
    for judgement in &document.judgements {
        let title = beginning(&plain(&judgement.text), TITLE_LENGTH);
        lay(merged, scope, &judgement.id.value, &title, &judgement.span, judgement);
    }
    for (number, gap) in document.gaps.iter().enumerate() {
        let title = beginning(&plain(&gap.text), TITLE_LENGTH);
        if let Some(slug) = numbered("gap", number) {
            lay(merged, scope, &slug, &title, &gap.span, gap);
        }
    }
    for (number, question) in document.questions.iter().enumerate() {
        if let Some(slug) = numbered("qa", number) {
            lay(merged, scope, &slug, &question.question, &question.span, question);
        }
    }
}

/// The id of the nth gap or question of a brief, from 0: `gap-1`.
pub(super) fn numbered(word: &str, number: usize) -> Option<Slug> {
    Slug::new(&format!("{word}-{}", number + 1))
}

fn lay<T>(
    merged: &mut Merged,
    scope: ScopeId,
    slug: &Slug,
    title: &DisplayText,
    span: &Span,
    record: &Arc<T>,
) -> ItemId
where
    Arc<T>: Into<Record>,
{
    let id = ItemId::new(merged.items.len());
    let record: Record = Arc::clone(record).into();
    let kind = record.kind();
    if let Some(scope) = merged.scopes.list.get_mut(scope) {
        scope.names.insert((kind, slug.clone()), id);
    }
    let (slug, span, title) = (slug.clone(), span.clone(), title.quoted());
    merged.items.push(Item { kind, slug, brief: None, title, span, known: true, record });
    merged.item_scopes.push(scope, &[]);
    id
}
