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

use crate::page::content::{Run, Sign, Tone};

/// The sign of a separator between whole things.
pub(in crate::page) fn dot() -> Run {
    Run::sign(Sign::Between, Tone::Quiet)
}
