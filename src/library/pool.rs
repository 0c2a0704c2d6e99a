//! Records that several files may define together: a registry entry and what briefs add to it.

use super::scope::ScopeId;
use super::{Actor, PlaceRecord, Publisher, Slug, Source};
use crate::brief::Reference;
use crate::diag::{Located, Span};
use crate::text::DisplayText;
use std::collections::{BTreeMap, btree_map};

/// A field that two definitions of one id fill differently.
pub(super) struct Difference {
    pub(super) field: &'static str,
    pub(super) first: (DisplayText, Span),
    pub(super) second: (DisplayText, Span),
}

/// A record that several files may define together.
pub(super) trait Shared {
    /// The word for it.
    const WORD: &'static str;
    /// The id and its place.
    fn id(&self) -> &Reference;
    /// Its name or title: two of another name never agree.
    fn name(&self) -> &DisplayText;
    /// Name, kind and country, where two definitions disagree.
    fn differences(&self, later: &Self) -> Vec<Difference>;
    /// Takes from a later definition what this one lacks.
    fn add(&mut self, later: &Self);

    /// Whether two definitions without a registry mean one thing: name and kind agree.
    fn agrees(&self, later: &Self) -> bool {
        self.differences(later).iter().all(|difference| difference.field == "country")
    }
}

/// One record with everything that files add to it.
#[derive(Debug)]
pub(super) struct Entry<T> {
    pub(super) record: T,
    /// The files that define it, first the one that counts.
    pub(super) scopes: Vec<ScopeId>,
}

/// All records of one table.
#[derive(Debug)]
pub(super) struct Pool<T> {
    pub(super) entries: Vec<Entry<T>>,
    /// Which entry an id means in a file.
    pub(super) seats: BTreeMap<(ScopeId, Slug), usize>,
    by_slug: BTreeMap<Slug, Namesakes>,
}

/// Entries of one id: thousands of briefs may have a source `s1` of their own.
#[derive(Debug)]
struct Namesakes {
    first: usize,
    /// The others by their names.
    later: BTreeMap<DisplayText, Vec<usize>>,
}

impl<T> Default for Pool<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), seats: BTreeMap::new(), by_slug: BTreeMap::new() }
    }
}

impl<T: Shared> Pool<T> {
    /// Adds to an entry and gives what the addition contradicts.
    pub(super) fn add_to(&mut self, at: usize, record: &T, scope: ScopeId) -> Vec<Difference> {
        let Some(entry) = self.entries.get_mut(at) else { return Vec::new() };
        let differences = entry.record.differences(record);
        entry.record.add(record);
        entry.scopes.push(scope);
        differences
    }

    /// An entry of the same id that means the same thing.
    pub(super) fn agreeing(&self, record: &T) -> Option<usize> {
        let Namesakes { first, later } = self.by_slug.get(&record.id().value)?;
        let mut named = [first].into_iter().chain(later.get(record.name()).into_iter().flatten());
        let agrees =
            |at: &&usize| self.entries.get(**at).is_some_and(|entry| entry.record.agrees(record));
        named.find(agrees).copied()
    }

    /// The first entry of the same id.
    pub(super) fn first_of_id(&self, record: &T) -> Option<&T> {
        let namesakes = self.by_slug.get(&record.id().value)?;
        self.entries.get(namesakes.first).map(|entry| &entry.record)
    }

    pub(super) fn push(&mut self, record: T, scope: ScopeId) -> usize {
        let at = self.entries.len();
        match self.by_slug.entry(record.id().value.clone()) {
            btree_map::Entry::Vacant(free) => {
                free.insert(Namesakes { first: at, later: BTreeMap::new() });
            }
            btree_map::Entry::Occupied(mut known) => {
                known.get_mut().later.entry(record.name().clone()).or_default().push(at);
            }
        }
        self.entries.push(Entry { record, scopes: vec![scope] });
        at
    }
}

fn name_difference(
    field: &'static str,
    first: (&DisplayText, &Span),
    second: (&DisplayText, &Span),
) -> Option<Difference> {
    (first.0 != second.0).then(|| Difference {
        field,
        first: (first.0.clone(), first.1.clone()),
        second: (second.0.clone(), second.1.clone()),
    })
}

fn located_difference<T: PartialEq>(
    field: &'static str,
    first: Option<&Located<T>>,
    second: Option<&Located<T>>,
    word: impl Fn(&T) -> DisplayText,
) -> Option<Difference> {
    let (first, second) = (first?, second?);
    (first.value != second.value).then(|| Difference {
        field,
        first: (word(&first.value), first.span.clone()),
        second: (word(&second.value), second.span.clone()),
    })
}

fn extend<T: Clone + PartialEq>(list: &mut Vec<T>, more: &[T]) {
    for entry in more {
        if !list.contains(entry) {
            list.push(entry.clone());
        }
    }
}

fn extend_references(list: &mut Vec<Reference>, more: &[Reference]) {
    for entry in more {
        if list.iter().all(|known| known.value != entry.value) {
            list.push(entry.clone());
        }
    }
}

fn fill<T: Clone>(place: &mut Option<T>, from: Option<&T>) {
    if place.is_none() {
        *place = from.cloned();
    }
}

impl Shared for Actor {
    const WORD: &'static str = "actor";

    fn id(&self) -> &Reference {
        &self.id
    }

    fn name(&self) -> &DisplayText {
        &self.name
    }

    fn differences(&self, later: &Self) -> Vec<Difference> {
        let names = ((&self.name, &self.id.span), (&later.name, &later.id.span));
        [
            name_difference("name", names.0, names.1),
            located_difference("kind", self.kind.as_ref(), later.kind.as_ref(), |kind| {
                kind.word().into()
            }),
            located_difference(
                "country",
                self.country.as_ref(),
                later.country.as_ref(),
                Clone::clone,
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn add(&mut self, later: &Self) {
        let Self {
            id: _,   // the same
            name: _, // the first one counts
            short,
            kind,
            country,
            role,
            aliases,
            names,
            say,
            part_of,
            attack,
            summary,
            cite,
            deprecated,
            replaced_by,
            aka,
            keywords,
            marking,
            span: _, // the first one counts
            is_damaged,
        } = later;
        fill(&mut self.short, short.as_ref());
        fill(&mut self.kind, kind.as_ref());
        fill(&mut self.country, country.as_ref());
        fill(&mut self.role, role.as_ref());
        fill(&mut self.say, say.as_ref());
        fill(&mut self.summary, summary.as_ref());
        fill(&mut self.deprecated, deprecated.as_ref());
        fill(&mut self.replaced_by, replaced_by.as_ref());
        fill(&mut self.marking, marking.as_ref());
        extend(&mut self.aliases, aliases);
        extend(&mut self.attack, attack);
        extend(&mut self.keywords, keywords);
        extend(&mut self.names, names);
        extend_references(&mut self.part_of, part_of);
        extend_references(&mut self.cite, cite);
        self.aka.extend(aka.iter().cloned());
        self.is_damaged |= is_damaged;
    }
}

impl Shared for Source {
    const WORD: &'static str = "source";

    fn id(&self) -> &Reference {
        &self.id
    }

    fn name(&self) -> &DisplayText {
        &self.title
    }

    fn differences(&self, later: &Self) -> Vec<Difference> {
        name_difference("title", (&self.title, &self.id.span), (&later.title, &later.id.span))
            .into_iter()
            .collect()
    }

    fn add(&mut self, later: &Self) {
        let Self {
            id: _,    // the same
            title: _, // the first one counts
            publisher,
            author,
            published,
            updated,
            retrieved,
            url,
            archive_url,
            file,
            sha256,
            language,
            access,
            derived_from,
            reliability,
            reliability_why,
            withdrawn,
            withdrawn_why,
            deprecated,
            replaced_by,
            note,
            marking,
            keywords,
            span: _, // the first one counts
            is_damaged,
        } = later;
        // Of one document two lists of houses do not add up: the first one counts.
        if self.publisher.is_empty() {
            self.publisher.clone_from(publisher);
        }
        fill(&mut self.author, author.as_ref());
        fill(&mut self.published, published.as_ref());
        fill(&mut self.updated, updated.as_ref());
        fill(&mut self.retrieved, retrieved.as_ref());
        fill(&mut self.url, url.as_ref());
        fill(&mut self.archive_url, archive_url.as_ref());
        if self.file.is_none() {
            self.file.clone_from(file);
            self.sha256.clone_from(sha256);
        }
        fill(&mut self.language, language.as_ref());
        fill(&mut self.access, access.as_ref());
        fill(&mut self.reliability, reliability.as_ref());
        fill(&mut self.reliability_why, reliability_why.as_ref());
        self.withdrawn |= withdrawn;
        fill(&mut self.withdrawn_why, withdrawn_why.as_ref());
        fill(&mut self.deprecated, deprecated.as_ref());
        fill(&mut self.replaced_by, replaced_by.as_ref());
        fill(&mut self.note, note.as_ref());
        fill(&mut self.marking, marking.as_ref());
        extend(&mut self.keywords, keywords);
        extend_references(&mut self.derived_from, derived_from);
        self.is_damaged |= is_damaged;
    }
}

impl Shared for PlaceRecord {
    const WORD: &'static str = "place";

    fn id(&self) -> &Reference {
        &self.id
    }

    fn name(&self) -> &DisplayText {
        &self.name
    }

    fn differences(&self, later: &Self) -> Vec<Difference> {
        let names = ((&self.name, &self.id.span), (&later.name, &later.id.span));
        let countries = (self.country.as_ref(), later.country.as_ref());
        [
            name_difference("name", names.0, names.1),
            located_difference("country", countries.0, countries.1, Clone::clone),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn add(&mut self, later: &Self) {
        let Self {
            id: _,   // the same
            name: _, // the first one counts
            country,
            aliases,
            names,
            lat,
            lon,
            deprecated,
            replaced_by,
            span: _, // the first one counts
            is_damaged,
        } = later;
        fill(&mut self.country, country.as_ref());
        if self.position().is_none() {
            (self.lat, self.lon) = (lat.clone(), lon.clone());
        }
        fill(&mut self.deprecated, deprecated.as_ref());
        fill(&mut self.replaced_by, replaced_by.as_ref());
        extend(&mut self.aliases, aliases);
        extend(&mut self.names, names);
        self.is_damaged |= is_damaged;
    }
}

impl Shared for Publisher {
    const WORD: &'static str = "publisher";

    fn id(&self) -> &Reference {
        &self.id
    }

    fn name(&self) -> &DisplayText {
        &self.name
    }

    fn differences(&self, later: &Self) -> Vec<Difference> {
        let names = ((&self.name, &self.id.span), (&later.name, &later.id.span));
        let kinds = self.kind.zip(later.kind).filter(|(first, second)| first != second);
        let kind = kinds.map(|(first, second)| Difference {
            field: "kind",
            first: (first.word().into(), self.id.span.clone()),
            second: (second.word().into(), later.id.span.clone()),
        });
        name_difference("name", names.0, names.1).into_iter().chain(kind).collect()
    }

    fn add(&mut self, later: &Self) {
        let Self {
            id: _,   // the same
            name: _, // the first one counts
            short,
            kind,
            reliability,
            actor,
            aliases,
            span: _, // the first one counts
            is_damaged,
        } = later;
        fill(&mut self.short, short.as_ref());
        fill(&mut self.kind, kind.as_ref());
        fill(&mut self.reliability, reliability.as_ref());
        fill(&mut self.actor, actor.as_ref());
        extend(&mut self.aliases, aliases);
        self.is_damaged |= is_damaged;
    }
}
