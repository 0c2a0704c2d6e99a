//! What the screen says of the reader, and what it is to say.

use std::sync::{Arc, OnceLock};

use super::support::{Start, Terminal};
use attache::app::App;
use attache::library::Kind;
use attache::library::load::{LoadRequest, load};

/// The event that the reader opens with, counted from there on in the timeline.
pub(crate) const FIRST: usize = 0;
/// The event after one step down.
pub(crate) const SECOND: usize = 1;
/// What stands in the last row while the panes are shown.
pub(crate) const HINTS: &str = "? keys";
/// What stands there instead where a start comes back to the place of the one before.
pub(crate) const RESUMED: &str = "b shows all briefs";

/// Id and title of an event of the built-in timeline, from the one that the reader opens with.
pub(crate) fn event(at: usize) -> &'static (String, String) {
    static EVENTS: OnceLock<Vec<(String, String)>> = OnceLock::new();
    let events = EVENTS.get_or_init(|| {
        let library = load(&LoadRequest { builtin: true, ..LoadRequest::default() });
        let library = Arc::new(library);
        let first = App::new(Arc::clone(&library), Arc::default(), 80, 24).subject();
        let events = library.listed(Kind::Event).iter();
        let events = events.skip_while(|event| Some(**event) != first).take(2);
        events
            .map(|event| library.get(*event).unwrap())
            .map(|event| (event.slug.as_str().to_owned(), event.title.to_string()))
            .collect()
    });
    &events[at]
}

/// Whether a list's only marked row, under the cursor of the terminal, is reversed and holds this.
pub(crate) fn selects(terminal: &Terminal, text: &str) -> bool {
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

/// Whether the cursor of the terminal is on the row that is selected; anywhere, where none is.
pub(crate) fn is_on_selected_row(terminal: &Terminal) -> bool {
    let shown = terminal.shown();
    let screen = shown.screen.screen();
    let (rows, columns) = screen.size();
    let (rows, columns) = (rows.get(), columns.get());
    let marked = |row, column| {
        let cell = screen.cell(row, column);
        cell.is_some_and(|cell| cell.contents() == ">" && cell.inverse())
    };
    let (row, column) = screen.cursor_position();
    let none = || (0..rows).all(|row| (0..columns).all(|column| !marked(row, column)));
    !screen.hide_cursor() && (marked(row, column) || none())
}

/// Whether the reader has a page with this title in the bar above it.
pub(crate) fn reads(terminal: &Terminal, title: &str) -> bool {
    let beginning: String = title.chars().take(16).collect();
    let bar = format!(" 4 {}", beginning.trim_end());
    // In ASCII the rule is of hyphens.
    terminal.contents().lines().any(|row| row.trim_start_matches(['─', '-']).starts_with(&bar))
}

/// Whether the whole picture at 80 x 24 is about this event: marking, timeline, reader.
pub(crate) fn shows(terminal: &Terminal, at: usize) -> bool {
    let (_, title) = event(at);
    let beginning: String = title.chars().take(10).collect();
    terminal.row(0).contains("TLP:CLEAR")
        && terminal.row(1).contains(" 1 Timeline ")
        && reads(terminal, title)
        && selects(terminal, &beginning)
        && [HINTS, RESUMED].iter().any(|words| terminal.row(23).contains(words))
}

pub(crate) fn wait_for_event(terminal: &Terminal, at: usize) {
    terminal.wait_until(&format!("event {at}"), |terminal| shows(terminal, at));
}

/// A reader of the timeline. A first start shows all briefs; Tab there all events.
pub(crate) fn started(start: Start) -> Terminal {
    let mut terminal = start.run();
    leave_briefs(&mut terminal);
    wait_for_event(&terminal, FIRST);
    terminal
}

/// Leaves the briefs of a first start for all events.
pub(crate) fn leave_briefs(terminal: &mut Terminal) {
    terminal.wait_for(" Briefs ");
    terminal.type_in("\t");
}

pub(crate) fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
