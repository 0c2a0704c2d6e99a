//! What a terminal can show, and what it is never asked.

use super::support::{Start, sets_colour};
use super::view::{FIRST, SECOND, contains, started, wait_for_event};

/// The selected row is reversed, as `selects` requires of every picture; its neighbours are not.
#[test]
fn without_colour_the_selection_is_still_marked() {
    let mut terminal = started(Start::new().env("NO_COLOR", "1"));
    for at in [FIRST, SECOND] {
        wait_for_event(&terminal, at);
        let shown = terminal.shown();
        let screen = shown.screen.screen();
        let (selected, _) = screen.cursor_position();
        assert!(screen.cell(selected, 3).unwrap().inverse());
        assert!(!screen.cell(selected + 1, 0).unwrap().inverse());
        drop(shown);
        if at == FIRST {
            terminal.type_in("j");
        }
    }
    assert!(!sets_colour(&terminal.shown().bytes));
}

#[test]
fn the_built_in_theme_leaves_the_colours_to_the_terminal() {
    let mut terminal = started(Start::new().env("COLORTERM", "truecolor"));
    terminal.type_in("/lapid");
    terminal.wait_for("Yair Lapid");
    assert!(!sets_colour(&terminal.shown().bytes));
}

#[test]
fn an_unknown_theme_is_said_before_the_terminal_is_touched() {
    let mut terminal = Start::new().arg("--theme").arg("solarised").run();
    assert_eq!(terminal.wait_for_end(), 2);
    terminal.wait_for("no theme is called `solarised`; there is `terminal`");
    assert!(!terminal.shown().bytes.contains(&0x1b));
}

#[test]
fn a_dumb_terminal_and_plain_get_text_only() {
    for start in [Start::new().env("TERM", "dumb"), Start::new().arg("--plain")] {
        let mut terminal = start.run();
        assert_eq!(terminal.wait_for_end(), 0);
        terminal.wait_until("the last line", |t| t.contents().trim_end().ends_with("TLP:CLEAR"));
        let shown = terminal.shown();
        assert!(shown.bytes.starts_with(b"TLP:CLEAR\r\n"));
        assert!(!shown.bytes.contains(&0x1b));
    }
}

#[test]
fn the_terminal_is_never_asked_anything() {
    let mut terminal = started(Start::new());
    terminal.type_in("\x0c");
    terminal.resize(60, 20);
    terminal.type_in("q");
    terminal.wait_for_end();
    terminal.wait_until_restored();
    let shown = terminal.shown();
    for question in ["\x1b[6n", "\x1b[c", "\x1b[>c", "\x1b[0c", "\x1b]1", "\x1b[?u", "$p", "\x1bP"]
    {
        assert!(!contains(&shown.bytes, question.as_bytes()), "{question:?}");
    }
}
