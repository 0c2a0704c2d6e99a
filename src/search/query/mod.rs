//! What was typed, read: words, phrases, exclusions, dates and operators.

mod boolean;
pub(in crate::search) mod dates;
pub(in crate::search) mod figure;
pub(in crate::search) mod filter;
mod phrase;
mod reading;
mod term;
mod together;
mod wanted;

pub(in crate::search) use phrase::Phrase;
pub(in crate::search) use reading::Query;
pub(in crate::search) use term::Term;
pub(in crate::search) use wanted::{Wanted, asks_for_a_record};
