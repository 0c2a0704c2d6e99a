//! What was typed, as a note repeats it.

use crate::text;
use crate::text::{DisplayText, clean};

/// Characters of the query that a note repeats.
const LONGEST: usize = 32;

/// The beginning of what was typed, safe to show.
pub(in crate::search) fn quote(typed: &str) -> DisplayText {
    let mut characters = typed.trim().chars();
    let short: String = characters.by_ref().take(LONGEST).collect();
    let shown = clean(&short, |_| {});
    if characters.next().is_some() { text![shown, "…"] } else { shown }
}
