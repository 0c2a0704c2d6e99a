//! The reader as a whole, with keys instead of hands and a buffer instead of a terminal.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails loudly where something is not as it says"
)]

mod actions;
mod answers;
mod cards;
mod configured;
mod copying;
mod draft;
mod hostile;
mod journeys;
mod keys;
mod labels;
mod lenses;
mod lists;
mod looks;
mod memory;
mod mouse;
mod officer;
mod panes;
mod properties;
mod questions;
mod reloading;
mod scripts;
mod sealed;
mod searching;
mod signs;
mod sizes;
mod snapshots;
mod stage;
mod themes;
mod time;
mod titles;
