//! What the program says of an event in its own words: every generated phrase of the card and of who
//! says what stands here, so that all of them can be read aloud one after the other.

mod blamed;
mod judged;
mod names;
mod sides;
mod sure;

pub(in crate::page) use blamed::accusation;
pub(in crate::page) use judged::*;
pub(in crate::page) use names::*;
pub(in crate::page) use sides::*;
pub use sure::sure_runs;
pub(in crate::page) use sure::*;

use crate::library::{Inquiry, ItemId, Library};
use crate::page::content::{Run, Sign, Tone};
use crate::text::{DisplayText, beginning};

/// Characters of a value that are quoted on a card: with several of them it still shows the rest of its rows.
const ON_CARD: usize = 100;

/// What a claim says, as a card quotes it; all of it stands on the claim's own page.
fn value_on_card(library: &Library, claim: ItemId) -> DisplayText {
    beginning(&library.value(claim), ON_CARD)
}

/// What is held in a question, as a card quotes it.
fn held_on_card(library: &Library, event: ItemId, inquiry: &Inquiry) -> Option<DisplayText> {
    library.held_value(event, inquiry).map(|value| beginning(&value, ON_CARD))
}

/// The sign of a separator between whole things.
pub(in crate::page) fn dot() -> Run {
    Run::sign(Sign::Between, Tone::Quiet)
}
