//! One record of the corpus: an item of the library with its texts, field by field.

use crate::library::{Kind, When};
use crate::search::index::field::Field;
use crate::text::DisplayText;

/// A record of the corpus.
pub(in crate::search) type RecordId = u32;

/// The texts of one record.
#[derive(Clone, Debug)]
pub(in crate::search) struct RecordText {
    /// What it is.
    pub(in crate::search) kind: Kind,
    /// How often other records refer to it.
    pub(in crate::search) references: usize,
    /// Whether it should no longer be referred to, so that it stands behind others.
    pub(in crate::search) out_of_use: bool,
    /// Its whole titles, where they are more than names and what happened.
    pub(in crate::search) called: Vec<DisplayText>,
    /// Its texts.
    pub(in crate::search) fields: Vec<(Field, DisplayText)>,
    /// The days it belongs to.
    pub(in crate::search) when: Option<When>,
    /// The days on which it became known, where they are others.
    pub(in crate::search) reported: Option<When>,
}

impl RecordText {
    /// Whether its title is a name: of a person, an organisation, a system, a place.
    pub(in crate::search) fn is_named(&self) -> bool {
        is_named(self.kind)
    }
}

/// Whether the titles of a kind are names.
pub(in crate::search) fn is_named(kind: Kind) -> bool {
    matches!(kind, Kind::Actor | Kind::Place)
}
