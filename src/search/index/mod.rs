//! The corpus made ready: every word with the records in which it stands, the days, and what a record is
//! worth before anything is typed.

pub(in crate::search) mod bits;
mod collect;
pub(in crate::search) mod corpus;
mod days;
pub(in crate::search) mod field;
pub(in crate::search) mod hash;
pub(in crate::search) mod initials;
pub(in crate::search) mod name_fit;
pub(in crate::search) mod occurrence;
mod postings;
pub(in crate::search) mod questions;
pub(in crate::search) mod record;
pub(in crate::search) mod shown;
pub(in crate::search) mod static_score;
pub(in crate::search) mod texts;
pub(in crate::search) mod thesaurus;
pub(in crate::search) mod titles;
pub(in crate::search) mod vocabulary;
pub(in crate::search) mod weight;
