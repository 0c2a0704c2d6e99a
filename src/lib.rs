//! `attache` reads curated incident briefs and answers, from the keyboard and without a network:
//! when did it happen, who says so, and how sure are we?
//!
//! # Rooms
//!
//! ```text
//! text <- diag <- brief <- library <- search        what is known
//! library <- page                                   what is shown of an item
//! choice; action <- keymap <- config               what the reader chooses
//! pointer, clipboard                                what a mouse does, where copied text goes
//! app                                               the state, changed by messages
//! ui                                                draws the state, changes nothing
//! dialogue                                          tells the state line by line
//! state                                             what is known again at the next start
//! term, runtime, cli                                the world: terminal, threads, files, arguments
//! ```
//!
//! # Data flow
//!
//! ```text
//! bytes -> diag::Sources -> brief::Document -> library::Library -> search::Index
//! key -> keymap -> action::Action -> app::Message -> App::update -> app::Effect -> runtime
//! App -> ui::draw -> frame -> sweep -> terminal
//! ```
//!
//! Every arrow is a pure function except loading and the terminal. `tests/rooms.rs` holds the walls.

pub mod action;
pub mod app;
pub mod brief;
pub mod choice;
pub mod cli;
pub mod clipboard;
pub mod config;
pub mod diag;
pub mod dialogue;
pub mod keymap;
pub mod library;
pub mod page;
pub mod pointer;
pub mod reader;
pub mod runtime;
pub mod sandbox;
pub mod search;
pub mod state;
pub mod term;
#[cfg(test)]
mod tests;
pub mod text;
pub mod ui;
