//! The terminal: entered, left, read and drawn to here and nowhere else.
//!
//! The terminal is asked one question, once, for its background; nothing waits for the answer, which
//! arrives as input, if it does: a mute terminal never answers at all. Answers to questions of *other*
//! programs may still be on their way, so [`decode`] knows their shapes and drops them.

mod backend;
mod clipboard;
pub mod decode;
mod input;
pub mod lines;
pub mod output;
mod panics;
mod question;
mod session;
mod signals;

pub use decode::Input;
pub use input::read;
pub use panics::{Panics, quiet};
pub use session::{Screen, Session, is_gone};
pub use signals::{Signal, Watch, watch};
