//! Sources as JSON.

use super::shared::{When, ends, prose, strings, text, texts};
use crate::diag::Located;
use crate::library::{self, ItemId, Library, Relation, Step};
use crate::text::clean_line;
use serde::Serialize;

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Source {
    /// The publisher's name.
    publisher: Option<String>,
    publisher_record: Option<Publisher>,
    author: Option<String>,
    published: Option<When>,
    updated: Option<When>,
    retrieved: Option<When>,
    /// Its own, else its publisher's, else F.
    reliability: &'static str,
    own_reliability: Option<&'static str>,
    reliability_why: Option<String>,
    withdrawn: bool,
    withdrawn_why: Option<String>,
    lang: Option<String>,
    access: Option<&'static str>,
    url: Option<String>,
    archive_url: Option<String>,
    file: Option<String>,
    sha256: Option<String>,
    note: Option<String>,
    keywords: Vec<String>,
    derived_from: Vec<String>,
    chain: Vec<String>,
    repeated_by: Vec<String>,
    rests_on_it: Reliance,
}

/// Who published it.
#[derive(Debug, Serialize)]
struct Publisher {
    id: String,
    name: String,
    short: Option<String>,
    kind: Option<&'static str>,
    reliability: Option<&'static str>,
    /// The actor that the publisher itself is.
    actor: Option<String>,
    aliases: Vec<String>,
}

/// What cites it, and what of that would have nothing else.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Reliance {
    events: Vec<String>,
    claims: Vec<String>,
    names: usize,
    relations: usize,
    uncited_without_it: Vec<String>,
    copies_only_without_it: Vec<String>,
}

impl Source {
    pub(super) fn new(library: &Library, id: ItemId, source: &library::Source) -> Self {
        let publisher = library.publisher(id);
        let steps = |steps: Vec<Step>| strings(library, steps.iter().map(|step| step.source));
        // Of the file only what was written is known, not that it is clean.
        let written = |written: &Option<Located<String>>| {
            written.as_ref().map(|written| clean_line(&written.value, |_| {}).to_string())
        };
        Self {
            publisher: publisher.map(|publisher| publisher.name.to_string()),
            publisher_record: publisher.map(|publisher| Publisher::new(library, id, publisher)),
            author: text(source.author.as_ref()),
            published: source.published.as_ref().map(|published| When::new(&published.value)),
            updated: source.updated.as_ref().map(When::new),
            retrieved: source.retrieved.as_ref().map(When::new),
            reliability: library.reliability(id).word(),
            own_reliability: source.reliability.map(library::Reliability::word),
            reliability_why: prose(library, id, source.reliability_why.as_ref()),
            withdrawn: source.withdrawn,
            withdrawn_why: prose(library, id, source.withdrawn_why.as_ref()),
            lang: text(source.language.as_ref()),
            access: source.access.map(library::Access::word),
            url: text(source.url.as_ref()),
            archive_url: text(source.archive_url.as_ref()),
            file: written(&source.file),
            sha256: written(&source.sha256),
            note: prose(library, id, source.note.as_ref()),
            keywords: texts(&source.keywords),
            derived_from: ends(library, id, Relation::DerivesFrom),
            chain: steps(library.repeats(id)),
            repeated_by: steps(library.repeated_by(id)),
            rests_on_it: Reliance::new(library, id),
        }
    }
}

impl Publisher {
    fn new(library: &Library, source: ItemId, publisher: &library::Publisher) -> Self {
        Self {
            id: publisher.id.value.to_string(),
            name: publisher.name.to_string(),
            short: publisher.short.as_ref().map(|short| short.value.to_string()),
            kind: publisher.kind.map(library::PublisherKind::word),
            reliability: publisher.reliability.map(library::Reliability::word),
            actor: ends(library, source, Relation::PublishedBy).into_iter().next(),
            aliases: texts(&publisher.aliases),
        }
    }
}

impl Reliance {
    fn new(library: &Library, id: ItemId) -> Self {
        let found = library.reliance(id);
        Self {
            events: strings(library, found.events),
            claims: strings(library, found.claims),
            names: found.names,
            relations: found.relations,
            uncited_without_it: strings(library, found.uncited),
            copies_only_without_it: strings(library, found.copies_only),
        }
    }
}
