//! What was typed, read: words, phrases, exclusions, dates and operators.

mod boolean;
pub(in crate::search) mod dates;
pub(in crate::search) mod filter;
mod reading;
mod wanted;

pub(in crate::search) use reading::{Phrase, Query, Term};
pub(in crate::search) use wanted::Wanted;
