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
        let library::Brief {
            id: _,    // with every item's
            title: _, // the same
            short,
            short_title,
            bluf,
            marking: _, // with every item's
            as_of,
            revision,
            status,
            authors,
            source_summary,
            handling,
            supersedes,
            span: _,
            is_damaged: _,
        } = brief;
        let change = |change: &library::Change| {
            let library::Change { revision, date, text, span: _, is_damaged: _ } = change;
            let text = library.plain_text(id, text).to_string();
            Change { revision: *revision, date: When::new(date), text }
        };
        let older = supersedes.iter().map(|older| format!("brief:{}", older.value));
        Self {
            short: short.as_ref().map(|short| short.value.to_string()),
            short_title: short_title.as_ref().map(|short| short.value.to_string()),
            bluf: prose(library, id, bluf.as_ref()),
            as_of: as_of.as_ref().map(When::new),
            revision: *revision,
            status: status.map(library::BriefStatus::word),
            authors: texts(authors),
            source_summary: prose(library, id, source_summary.as_ref()),
            handling: text(handling.as_ref()),
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
