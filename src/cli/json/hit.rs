//! Hits of a search as JSON.

use super::marked::marking;
use crate::library::Library;
use crate::search;
use crate::text::DisplayText;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(in crate::cli) struct Hit {
    /// From 1.
    rank: usize,
    score: u32,
    #[serde(rename = "ref")]
    reference: String,
    kind: Option<&'static str>,
    id: Option<String>,
    brief: Option<String>,
    title: Option<String>,
    marking: &'static str,
    /// EDTF.
    when: Option<String>,
    field: &'static str,
    matched: String,
    /// What its sealed set says of its file; null where it is of none.
    seal: Option<String>,
    note: Option<String>,
}

impl Hit {
    pub(in crate::cli) fn new(
        library: &Library,
        rank: usize,
        hit: &search::Hit,
        note: Option<&DisplayText>,
    ) -> Self {
        let item = library.get(hit.item);
        let brief = item.and_then(|item| item.brief).and_then(|brief| library.get(brief));
        let claimed = || library.claim(hit.item)?.when.as_ref();
        let when = item.and_then(|item| item.record.when()).or_else(claimed);
        let shown = Self {
            rank,
            score: hit.score,
            reference: library.reference(hit.item).to_string(),
            kind: item.map(|item| item.kind.word()),
            id: item.map(|item| item.slug.to_string()),
            brief: brief.map(|brief| brief.slug.to_string()),
            title: item.map(|item| item.title.to_string()),
            marking: library.marking_of(hit.item).word(),
            when: when.filter(|when| when.is_readable()).map(|when| when.edtf().to_string()),
            field: hit.field.word(),
            matched: hit.matched.to_string(),
            seal: super::seal(library, hit.item),
            note: note.map(ToString::to_string),
        };
        let marking = marking(library, hit.item, [], &shown).word();
        Self { marking, ..shown }
    }
}
