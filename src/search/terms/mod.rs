//! What a typed word may mean: the words of the vocabulary that match it, each with how and how well.

pub(in crate::search) mod fuzzy;
mod likeness;
pub(in crate::search) mod matches;
pub(in crate::search) mod runs;
pub(in crate::search) mod tiers;
pub(in crate::search) mod typed;
