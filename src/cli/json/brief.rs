//! Briefs as JSON.

use super::linked;
use super::shared::{When, prose, text, texts};
use crate::library::{self, ItemId, Kind, Library};
use serde::Serialize;

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Brief {
    short: Option<String>,
    short_title: Option<String>,
    bluf: Option<String>,
    as_of: Option<When>,
    revision: Option<u32>,
    status: Option<&'static str>,
    authors: Vec<String>,
    source_summary: Option<String>,
    handling: Option<String>,
    /// Whether they are loaded or not.
    supersedes: Vec<String>,
    changes: Vec<Change>,
    events: Vec<String>,
    claims: Vec<String>,
    judgements: Vec<String>,
    gaps: Vec<String>,
    qas: Vec<String>,
    actors: Vec<String>,
    sources: Vec<String>,
    places: Vec<String>,
}

/// A step in the history of the content.
#[derive(Debug, Serialize)]
struct Change {
    revision: u32,
    date: When,
    text: String,
}

impl Brief {
    pub(super) fn new(library: &Library, id: ItemId, brief: &library::Brief) -> Self {
        let change = |change: &library::Change| Change {
            revision: change.revision,
            date: When::new(&change.date),
            text: library.plain_text(id, &change.text).to_string(),
        };
        let older = brief.supersedes.iter().map(|older| format!("brief:{}", older.value));
        Self {
            short: brief.short.as_ref().map(|short| short.value.to_string()),
            short_title: brief.short_title.as_ref().map(|short| short.value.to_string()),
            bluf: prose(library, id, brief.bluf.as_ref()),
            as_of: brief.as_of.as_ref().map(When::new),
            revision: brief.revision,
            status: brief.status.map(library::BriefStatus::word),
            authors: texts(&brief.authors),
            source_summary: prose(library, id, brief.source_summary.as_ref()),
            handling: text(brief.handling.as_ref()),
            supersedes: older.collect(),
            changes: library.changes(id).iter().map(change).collect(),
            events: linked(library, id, Kind::Event),
            claims: linked(library, id, Kind::Claim),
            judgements: linked(library, id, Kind::Judgement),
            gaps: linked(library, id, Kind::Gap),
            qas: linked(library, id, Kind::Question),
            actors: linked(library, id, Kind::Actor),
            sources: linked(library, id, Kind::Source),
            places: linked(library, id, Kind::Place),
        }
    }
}
