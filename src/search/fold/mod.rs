//! Levelling: the forms in which words are compared, whatever their case, accents, script, spelling or
//! ending.

pub(in crate::search) mod distance;
pub(in crate::search) mod latin;
mod letters;
pub(in crate::search) mod scripts;
mod sounds;
pub(in crate::search) mod spelling;
pub(in crate::search) mod stem;
pub(in crate::search) mod stop_words;
mod text;

pub(in crate::search) use text::{FoldedText, Gap, Span, Word, prefix_end, sentence, words};
