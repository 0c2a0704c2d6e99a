//! Claims as JSON.

use super::shared::{When, ends, reference, text};
use crate::library::{self, ItemId, Library, Relation};
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct Claim {
    text: String,
    value: Option<String>,
    about: Option<&'static str>,
    event: Option<String>,
    /// Other events that it is about as well.
    on: Vec<String>,
    /// When it was made.
    when: Option<When>,
    by: Vec<String>,
    attribution: Option<&'static str>,
    to: Vec<String>,
    cite: Vec<String>,
    /// 1 to 6 (STANAG 2511).
    credibility: Option<u8>,
    disputes: Vec<String>,
}

impl Claim {
    pub(super) fn new(library: &Library, id: ItemId, claim: &library::Claim) -> Self {
        let library::Claim {
            id: _, // with every item's
            text: said,
            on: _, // resolved, below
            about,
            value,
            by: _, // resolved, below
            attribution,
            to: _,   // the same
            cite: _, // the same
            credibility,
            disputes: _, // the same
            when,
            span: _,
            is_damaged: _,
        } = claim;
        Self {
            text: library.plain_text(id, said).to_string(),
            value: text(value.as_ref()),
            about: about.map(library::Aspect::word),
            event: library.event_of(id).map(|event| reference(library, event)),
            on: library.events_of(id).skip(1).map(|event| reference(library, event)).collect(),
            when: when.as_ref().map(When::new),
            by: ends(library, id, Relation::AssertedBy),
            attribution: attribution.map(library::Attribution::word),
            to: ends(library, id, Relation::AscribesTo),
            cite: ends(library, id, Relation::Cites),
            credibility: credibility.as_ref().map(|number| number.value.number()),
            disputes: ends(library, id, Relation::Disputes),
        }
    }
}
