//! The program in a real terminal: taken, given back on every way out, and never left hanging.
//!
//! Nothing here depends on how fast the machine is: every step waits for what it needs.

#![cfg(all(test, target_os = "linux"))]
#![expect(clippy::string_slice, reason = "tests cut where they have just found something")]

mod exits;
mod hostile;
mod keys;
mod looks;
mod network;
mod sizes;
#[path = "../support/mod.rs"]
mod support;

use std::sync::OnceLock;

use attache::library::Kind;
use attache::library::load::{LoadRequest, load};
use support::{Start, Terminal};

/// The event that the reader opens with, by its place in the timeline.
const FIRST: usize = 0;
/// The event after one step down.
const SECOND: usize = 1;
/// What stands in the last row while the panes are shown.
const HINTS: &str = "? keys";

/// Id and title of an event of the built-in timeline.
fn event(at: usize) -> &'static (String, String) {
    static EVENTS: OnceLock<Vec<(String, String)>> = OnceLock::new();
    let events = EVENTS.get_or_init(|| {
        let library = load(&LoadRequest { builtin: true, ..LoadRequest::default() });
        let events = library.listed(Kind::Event).iter().take(2);
        events
            .map(|event| library.get(*event).unwrap())
            .map(|event| (event.slug.as_str().to_owned(), event.title.to_string()))
            .collect()
    });
    &events[at]
}

/// Whether a list's only marked row, under the cursor of the terminal, is reversed and holds this.
fn selects(terminal: &Terminal, text: &str) -> bool {
    let shown = terminal.shown();
    let screen = shown.screen.screen();
    let (rows, columns) = screen.size();
    let (rows, columns) = (rows.get(), columns.get());
    let marked: Vec<u16> =
        (0..rows).filter(|row| screen.cell(*row, 0).is_some_and(|c| c.contents() == ">")).collect();
    let line = screen.rows(0, columns).nth(usize::from(screen.cursor_position().0));
    marked.as_slice() == [screen.cursor_position().0]
        && screen.cursor_position().1 == 0
        && !screen.hide_cursor()
        && screen.cell(marked[0], 0).is_some_and(vt100::Cell::inverse)
        && line.is_some_and(|line| line.contains(text))
}

/// Whether the whole picture at 80 x 24 is about this event: marking, timeline, reader.
fn shows(terminal: &Terminal, at: usize) -> bool {
    let (id, title) = event(at);
    let beginning: String = title.chars().take(10).collect();
    terminal.row(0).contains("TLP:CLEAR")
        && terminal.row(1).contains(" 1 Timeline ")
        && terminal.row(1).contains(&format!(" 4 event {id} "))
        && selects(terminal, &beginning)
        && terminal.row(23).contains(HINTS)
}

fn wait_for_event(terminal: &Terminal, at: usize) {
    terminal.wait_until(&format!("event {at}"), |terminal| shows(terminal, at));
}

fn started(start: Start) -> Terminal {
    let terminal = start.run();
    wait_for_event(&terminal, FIRST);
    terminal
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
