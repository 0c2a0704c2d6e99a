//! The records that have what was typed, and which of them come first.

pub(in crate::search) mod answer;
pub(in crate::search) mod cards;
pub(in crate::search) mod column;
pub(in crate::search) mod conjunction;
mod exclusions;
pub(in crate::search) mod partial;
pub(in crate::search) mod ranked;
pub(in crate::search) mod scored;
pub(in crate::search) mod scoring;
pub(in crate::search) mod top;
pub(in crate::search) mod weighed;
