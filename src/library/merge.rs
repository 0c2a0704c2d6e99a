//! From documents to items: registry entries and what briefs add to them become one item each.

use super::editions::{self, SetAside};
use super::pool::{Difference, Entry, Pool, Shared};
use super::prose::plain;
use super::scope::{Scope, ScopeId, Scopes};
use super::told::Findings;
use super::{
    Actor, Collection, Item, ItemId, Kind, PlaceRecord, Publisher, Record, Slug, Source, Technique,
};
use crate::brief::{Defaults, Document, LeftOut, Reference};
use crate::diag::{Code, Diagnostic, Sources, Span};
use crate::text;
use crate::text::DisplayText;
use crate::text::beginning;
use std::collections::BTreeMap;

/// Characters of a title taken from the beginning of a text.
const TITLE_LENGTH: usize = 80;

/// Items with their scopes, before any reference is resolved.
#[derive(Debug, Default)]
pub(super) struct Merged {
    pub(super) items: Vec<Item>,
    /// The files that define each item.
    pub(super) item_scopes: Vec<Vec<ScopeId>>,
    pub(super) scopes: Scopes,
    pub(super) publishers: Vec<Entry<Publisher>>,
    pub(super) techniques: BTreeMap<DisplayText, Technique>,
    /// The files, for a walk over every reference as it is written.
    pub(super) documents: Vec<(ScopeId, Document)>,
    pub(super) findings: Findings,
    /// Briefs that are not read, since others stand for them.
    pub(super) set_aside: Vec<SetAside>,
}

/// The pools of everything that files may share.
#[derive(Default)]
struct Pools {
    actors: Pool<Actor>,
    sources: Pool<Source>,
    places: Pool<PlaceRecord>,
    publishers: Pool<Publisher>,
    /// Sources by their place in the pool, with the defaults of each file that defines them.
    defaults: Vec<(usize, Defaults)>,
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
pub(super) fn merge(mut collections: Vec<Collection>, files: &Sources) -> Merged {
    let mut merged = Merged::default();
    let mut pools = Pools::default();
    merged.set_aside = editions::set_aside(&mut collections, &mut merged.findings, files);
    merged.scopes.replaced = editions::replacements(&merged.set_aside);
    for collection in collections {
        let registry =
            (!collection.registry.is_empty()).then(|| merged.scopes.add(Scope::default()));
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
    for technique in merged.documents.iter().flat_map(|(_, document)| &document.techniques) {
        let id = technique.id.value.clone();
        merged.techniques.entry(id).or_insert_with(|| technique.clone());
    }
    lay_out(&mut merged, pools);
    merged
}

fn used_twice(word: &'static str, id: &Reference, first: &Span, files: &Sources) -> Diagnostic {
    let place = written_at(files, first);
    let message = text!["`", id.value.shown(), "` is already the id of the ", word, " in ", place];
    Diagnostic::new(Code::E011, id.span.clone(), message)
        .help(text!["give one of the two another id"])
        .related(first.clone(), "the first one")
}

/// File and line of a place, as `_registry/actors.toml:31`.
pub(super) fn written_at(files: &Sources, span: &Span) -> DisplayText {
    text![files.name(span.source), ":", files.place(span.source, span.range.start).line]
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
    let seats = (scope, registry);
    for record in publishers {
        settle(&mut pools.publishers, seats, record, findings, files);
    }
    for record in actors {
        settle(&mut pools.actors, seats, record, findings, files);
    }
    for record in sources {
        settle(&mut pools.sources, seats, record, findings, files);
        let at = pools.sources.seats.get(&(scope, record.id.value.clone()));
        pools.defaults.extend(at.copied().zip(defaults.clone()));
    }
    for record in places {
        settle(&mut pools.places, seats, record, findings, files);
    }
}

/// Finds or makes the entry that a record belongs to.
fn settle<T: Shared + Clone>(
    pool: &mut Pool<T>,
    (scope, registry): (ScopeId, Option<ScopeId>),
    record: &T,
    findings: &mut Findings,
    files: &Sources,
) {
    let id = record.id();
    if let Some(first) = pool.seats.get(&(scope, id.value.clone())) {
        if let Some(entry) = pool.entries.get(*first) {
            findings.push(used_twice(T::WORD, id, &entry.record.id().span, files));
        }
        return;
    }
    let in_registry =
        registry.and_then(|registry| pool.seats.get(&(registry, id.value.clone())).copied());
    let at = if let Some(at) = in_registry {
        let contradicted = pool.add_to(at, record, scope);
        findings.extend(contradicted.iter().map(|difference| contradiction(difference, files)));
        at
    } else if let Some(at) = pool.agreeing(record) {
        pool.add_to(at, record, scope);
        at
    } else {
        let other = pool.first_of_id(record);
        findings.extend(other.and_then(|other| kept_apart(other, record, files)));
        pool.push(record.clone(), scope)
    };
    pool.seats.insert((scope, id.value.clone()), at);
}

fn contradiction(difference: &Difference, files: &Sources) -> Diagnostic {
    let Difference { field, first, second } = difference;
    let message = text![
        "here ",
        *field,
        " = \"",
        second.0,
        "\", in ",
        written_at(files, &first.1),
        " ",
        *field,
        " = \"",
        first.0,
        "\""
    ];
    Diagnostic::new(Code::E134, second.1.clone(), message)
        .help(text!["take the registry's ", *field, ", or give this entry an id of its own"])
        .related(first.1.clone(), "the registry's entry")
}

fn kept_apart<T: Shared>(first: &T, second: &T, files: &Sources) -> Option<Diagnostic> {
    let differences = first.differences(second);
    let difference = differences.iter().find(|difference| difference.field != "country")?;
    let id = second.id();
    let message = text![
        "the ",
        T::WORD,
        " `",
        id.value.shown(),
        "` has ",
        difference.field,
        " \"",
        difference.second.0,
        "\" here and \"",
        difference.first.0,
        "\" in ",
        written_at(files, &difference.first.1),
        "; they are kept apart"
    ];
    let found = Diagnostic::new(Code::W222, difference.second.1.clone(), message)
        .help("give two things two ids, or one thing the same name and kind")
        .related(difference.first.1.clone(), "the other one");
    Some(found)
}

/// Gives every record its item: actors, sources, places, then brief by brief.
fn lay_out(merged: &mut Merged, pools: Pools) {
    let Pools { actors, mut sources, places, publishers, defaults } = pools;
    in_default(&mut sources, defaults);
    for ((scope, slug), at) in &publishers.seats {
        if let Some(scope) = merged.scopes.list.get_mut(*scope) {
            scope.publishers.insert(slug.clone(), *at);
        }
    }
    merged.publishers = publishers.entries;
    // A list that doubles would take as much again as it holds.
    let shared = actors.entries.len() + sources.entries.len() + places.entries.len();
    let briefs: usize = merged.documents.iter().map(|(_, document)| items_of(document)).sum();
    merged.items.reserve_exact(shared + briefs);
    merged.item_scopes.reserve_exact(shared + briefs);
    lay_pool(merged, actors, Kind::Actor, |actor| (actor.name.clone(), actor.span.clone()));
    lay_pool(merged, sources, Kind::Source, |source| (source.title.clone(), source.span.clone()));
    lay_pool(merged, places, Kind::Place, |place| (place.name.clone(), place.span.clone()));

    let documents = std::mem::take(&mut merged.documents);
    for (scope, document) in &documents {
        lay_brief(merged, *scope, document);
    }
    merged.documents = documents;
    for (at, item) in merged.items.iter().enumerate() {
        merged.scopes.by_slug.entry(item.slug.clone()).or_default().push(ItemId::new(at));
    }
    for (item, scopes) in merged.items.iter_mut().zip(&merged.item_scopes) {
        let first = scopes.first().and_then(|scope| merged.scopes.list.get(*scope));
        item.brief = first.and_then(|scope| scope.brief);
    }
}

/// What no file says of a source is as the first of its files has it by default.
fn in_default(sources: &mut Pool<Source>, defaults: Vec<(usize, Defaults)>) {
    for (at, defaults) in defaults {
        let Defaults { language, access, span: _, is_damaged: _ } = defaults;
        if let Some(Entry { record, .. }) = sources.entries.get_mut(at) {
            record.language = record.language.take().or(language);
            record.access = record.access.or(access);
        }
    }
}

fn lay_pool<T>(
    merged: &mut Merged,
    pool: Pool<T>,
    kind: Kind,
    title_and_span: impl Fn(&T) -> (DisplayText, Span),
) where
    T: Shared + Into<Record>,
{
    let base = merged.items.len();
    for ((scope, slug), at) in &pool.seats {
        if let Some(scope) = merged.scopes.list.get_mut(*scope) {
            scope.names.insert((kind, slug.clone()), ItemId::new(base + at));
        }
    }
    for Entry { record, scopes } in pool.entries {
        let (title, span) = title_and_span(&record);
        let slug = record.id().value.clone();
        let record = record.into();
        let title = title.quoted();
        merged.items.push(Item { kind, slug, brief: None, title, span, known: true, record });
        merged.item_scopes.push(scopes);
    }
}

/// A publisher as it is quoted: it has no page of its own, and each of its sources names it.
pub(super) fn quoted_house(house: &Publisher) -> Publisher {
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

fn lay<T: Clone + Into<Record>>(
    merged: &mut Merged,
    scope: ScopeId,
    slug: &Slug,
    title: &DisplayText,
    span: &Span,
    record: &T,
) -> ItemId {
    let id = ItemId::new(merged.items.len());
    let record: Record = record.clone().into();
    let kind = record.kind();
    if let Some(scope) = merged.scopes.list.get_mut(scope) {
        scope.names.insert((kind, slug.clone()), id);
    }
    let (slug, span, title) = (slug.clone(), span.clone(), title.quoted());
    merged.items.push(Item { kind, slug, brief: None, title, span, known: true, record });
    merged.item_scopes.push(vec![scope]);
    id
}
