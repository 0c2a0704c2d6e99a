//! The terminal: entered, left, read and drawn to here and nowhere else.
//!
//! Nothing in this room ever asks the terminal a question (no OSC 10/11, DA, DSR): an answer arrives
//! as input, and a mute terminal never answers at all. Answers to questions of *other* programs may
//! still be on their way, so [`decode`] knows their shapes and drops them.

mod backend;
mod clipboard;
pub mod decode;
mod input;
pub mod lines;
pub mod output;
mod panics;
mod session;
mod signals;

pub use decode::Input;
pub use input::read;
pub use panics::{Panics, quiet};
pub use session::{Screen, Session, is_gone};
pub use signals::{Signal, Watch, watch};
