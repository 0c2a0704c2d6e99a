//! Sources as JSON.

use super::shared::{Use, When, ends, prose, strings, text, texts};
use crate::diag::Located;
use crate::library::{self, ItemId, Library, Relation, Step};
use crate::text::clean_line;
use serde::Serialize;

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Source {
    /// The publishers' names.
    publisher: Option<String>,
    publishers: Vec<Publisher>,
    author: Option<String>,
    published: Option<When>,
    updated: Option<When>,
    retrieved: Option<When>,
    /// Its own, else the best of its publishers', else F.
    reliability: &'static str,
    own_reliability: Option<&'static str>,
    reliability_why: Option<String>,
    withdrawn: bool,
    withdrawn_why: Option<String>,
    #[serde(flatten)]
    use_of: Use,
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
    summaries: usize,
    names: usize,
    relations: usize,
    uncited_without_it: Vec<String>,
    copies_only_without_it: Vec<String>,
}

impl Source {
    pub(super) fn new(library: &Library, id: ItemId, source: &library::Source) -> Self {
        let library::Source {
            id: _,        // with every item's
            title: _,     // the same
            publisher: _, // resolved, below
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
            derived_from: _, // resolved, below
            reliability,
            reliability_why,
            withdrawn,
            withdrawn_why,
            deprecated,
            replaced_by: _, // resolved, below
            note,
            marking: _, // with every item's
            keywords,
            span: _,
            is_damaged: _,
        } = source;
        let steps = |steps: Vec<Step>| strings(library, steps.iter().map(|step| step.source));
        // Of the file only what was written is known, not that it is clean.
        let written = |written: &Option<Located<String>>| {
            written.as_ref().map(|written| clean_line(&written.value, |_| {}).to_string())
        };
        Self {
            publisher: library.publishers(id).next().map(|_| library.speaker(id).to_string()),
            publishers: library.houses(id).map(|house| Publisher::new(library, house)).collect(),
            author: text(author.as_ref()),
            published: published.as_ref().map(|published| When::new(&published.value)),
            updated: updated.as_ref().map(When::new),
            retrieved: retrieved.as_ref().map(When::new),
            reliability: library.reliability(id).word(),
            own_reliability: reliability.map(library::Reliability::word),
            reliability_why: prose(library, id, reliability_why.as_deref()),
            withdrawn: *withdrawn,
            withdrawn_why: prose(library, id, withdrawn_why.as_deref()),
            use_of: Use::new(library, id, deprecated.as_deref()),
            lang: text(language.as_ref()),
            access: access.map(library::Access::word),
            url: text(url.as_ref()),
            archive_url: text(archive_url.as_ref()),
            file: written(file),
            sha256: written(sha256),
            note: prose(library, id, note.as_deref()),
            keywords: texts(keywords),
            derived_from: ends(library, id, Relation::DerivesFrom),
            chain: steps(library.repeats(id)),
            repeated_by: steps(library.repeated_by(id)),
            rests_on_it: Reliance::new(library, id),
        }
    }
}

impl Publisher {
    fn new(library: &Library, (publisher, actor): (&library::Publisher, Option<ItemId>)) -> Self {
        let library::Publisher {
            id,
            name,
            short,
            kind,
            reliability,
            actor: _, // resolved, below
            aliases,
            span: _,
            is_damaged: _,
        } = publisher;
        Self {
            id: id.value.to_string(),
            name: name.to_string(),
            short: short.as_ref().map(|short| short.value.to_string()),
            kind: kind.map(library::PublisherKind::word),
            reliability: reliability.map(library::Reliability::word),
            actor: strings(library, actor).into_iter().next(),
            aliases: texts(aliases),
        }
    }
}

impl Reliance {
    fn new(library: &Library, id: ItemId) -> Self {
        let found = library.reliance(id);
        Self {
            events: strings(library, found.events),
            claims: strings(library, found.claims),
            summaries: found.summaries,
            names: found.names,
            relations: found.relations,
            uncited_without_it: strings(library, found.uncited),
            copies_only_without_it: strings(library, found.copies_only),
        }
    }
}
