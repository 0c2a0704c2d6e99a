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
        Self {
            text: library.plain_text(id, &claim.text).to_string(),
            value: text(claim.value.as_ref()),
            about: claim.about.map(library::Aspect::word),
            event: library.event_of(id).map(|event| reference(library, event)),
            when: claim.when.as_ref().map(When::new),
            by: ends(library, id, Relation::AssertedBy),
            attribution: claim.attribution.map(library::Attribution::word),
            to: ends(library, id, Relation::AscribesTo),
            cite: ends(library, id, Relation::Cites),
            credibility: claim.credibility.as_ref().map(|number| number.value.number()),
            disputes: ends(library, id, Relation::Disputes),
        }
    }
}
