//! One search, from the typed text to ranked records, with what is kept from key to key.

mod attempt;
pub(in crate::search) mod cache;
pub(in crate::search) mod engine;
pub(in crate::search) mod layout;
mod little;
mod search;
mod wording;
