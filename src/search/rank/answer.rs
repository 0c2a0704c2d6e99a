//! What a search came to.

use crate::search::index::record::RecordId;
use crate::search::query::Query;
use crate::search::rank::ranked::Ranked;
use crate::search::rank::scored::ScoredTerm;
use crate::text::DisplayText;
use std::sync::Arc;

/// How much of the query stands in each hit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Coverage {
    /// Everything that was typed.
    #[default]
    Whole,
    /// Most of the words: nothing has all of them.
    Partial,
}

/// What a search found.
#[derive(Clone, Debug, Default)]
pub(in crate::search) struct Answer {
    /// The query as it was read.
    pub(in crate::search) query: Query,
    /// What each of its words may mean.
    pub(in crate::search) terms: Vec<Arc<ScoredTerm>>,
    /// What each of its dates meets.
    pub(in crate::search) dates: Vec<Arc<ScoredTerm>>,
    /// The records, best first.
    pub(in crate::search) ranked: Vec<Ranked>,
    /// How many matched in all.
    pub(in crate::search) total: usize,
    /// What the reader should know.
    pub(in crate::search) note: Option<DisplayText>,
    /// Whether the best hit has every word as it was typed.
    pub(in crate::search) literal: bool,
    /// Whether the records have the whole query.
    pub(in crate::search) coverage: Coverage,
    /// Whether every word is one that stands everywhere, so that the records are no more than near.
    pub(in crate::search) little: bool,
    /// Prepared questions among them that need not have all of the words.
    pub(in crate::search) asked: Vec<RecordId>,
    /// The keyboard layout through which the query was read.
    pub(in crate::search) layout: Option<&'static str>,
}
