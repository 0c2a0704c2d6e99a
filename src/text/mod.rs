//! The border: everything that came from outside becomes [`DisplayText`] here or never reaches the
//! screen.

mod at_word;
mod capitalised;
mod clean;
mod cluster;
mod codepoints;
mod direction;
mod display;
pub mod keyboard;
pub mod layouts;
mod lookalike;
mod marker;
mod near;
mod part;
mod path;
mod quote;
mod segment;
mod width;
mod wrap;

pub use at_word::at_word;
pub use capitalised::capitalised;
pub use clean::{Alteration, Change, clean, clean_line, clean_written, clean_written_line};
pub use cluster::{allowed_cell, clusters};
pub use codepoints::{Action, Class, Rule, TABLE, class, policy};
pub use direction::runs_right_to_left;
pub use display::{DisplayText, Shown, comma_separated, join};
pub use lookalike::{in_latin_letters, latin_for, mixed_scripts, skeleton};
pub use marker::marker_length_behind;
pub use near::nearest;
pub use part::part;
pub use path::{clean_path, unwritten};
pub use quote::{QUOTED, beginning};
pub use width::{Fit, columns};
pub use wrap::{WrappedLine, wrap, wrap_whole};

/// Joins shown pieces into one [`DisplayText`]: `text!["at ", count, " of ", name]`.
///
/// A piece is anything that implements [`Shown`]: cleaned text, a literal or a number.
#[macro_export]
macro_rules! text {
    ($($piece:expr),* $(,)?) => {
        $crate::text::join(&[$(&$piece as &dyn $crate::text::Shown),*])
    };
}
