//! What a terminal can show, and what it is never asked.

use super::support::{Start, sets_colour};
use super::view::{FIRST, HINTS, SECOND, contains, started, wait_for_event};

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

/// The same while it is moved: what the screen shows of a row changes with the selection, colours
/// apart.
#[test]
fn without_colour_a_moved_selection_changes_attributes() {
    let mut terminal = started(Start::new().env("NO_COLOR", "1").env("COLORTERM", "truecolor"));
    let mut pictures = Vec::new();
    for at in [FIRST, SECOND] {
        wait_for_event(&terminal, at);
        let shown = terminal.shown();
        let screen = shown.screen.screen();
        let attributes = |row: u16| {
            let cells = (0..20).filter_map(|column| screen.cell(row, column));
            cells.map(|cell| (cell.bold(), cell.inverse(), cell.underline())).collect::<Vec<_>>()
        };
        pictures.push((2..20).map(attributes).collect::<Vec<_>>());
        drop(shown);
        terminal.type_in("j");
    }
    assert_ne!(pictures[0], pictures[1]);
    assert!(!sets_colour(&terminal.shown().bytes));
}

/// Each tier by its own sequences: a theme that is asked for is shown in as many colours as there are.
#[test]
fn a_theme_is_drawn_in_the_colours_that_the_terminal_has() {
    for (variables, has, has_not) in [
        ([("TERM", "xterm-256color"), ("COLORTERM", "truecolor")], "8;2;", "8;5;"),
        ([("TERM", "xterm-256color"), ("COLORTERM", "")], "8;5;", "8;2;"),
    ] {
        let start = Start::new().arg("--theme").arg("dark");
        let start = variables.iter().fold(start, |start, (name, value)| start.env(name, value));
        let mut terminal = start.run();
        terminal.wait_for(HINTS);
        let bytes = terminal.shown().bytes.clone();
        assert!(contains(&bytes, has.as_bytes()), "{has}");
        assert!(!contains(&bytes, has_not.as_bytes()), "{has_not}");
        terminal.type_in("q");
        assert_eq!(terminal.wait_for_end(), 0);
    }
}

/// <https://no-color.org> lets an argument come before the variable.
#[test]
fn a_theme_on_the_command_line_comes_before_no_color() {
    let terminal = Start::new().env("NO_COLOR", "1").arg("--theme").arg("light").run();
    terminal.wait_for(HINTS);
    assert!(sets_colour(&terminal.shown().bytes));
}

#[test]
fn the_background_that_the_terminal_tells_brings_its_theme() {
    for (told, shade) in [("15;0", "48;2;21;24;29"), ("0;15", "48;2;251;250;247")] {
        let start = Start::new().env("COLORFGBG", told).env("COLORTERM", "truecolor");
        let terminal = start.run();
        terminal.wait_for(HINTS);
        assert!(contains(&terminal.shown().bytes, shade.as_bytes()), "{told}");
    }
}

/// What is wrong in a theme of the user is said in the last row, and the reader opens.
#[test]
fn a_faulty_theme_is_said_and_stops_nothing() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join(".config/attache/themes");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("own.toml"), "[roles]\nlinkd = {}\n").unwrap();
    let start = Start::new().env("HOME", home.path().to_str().unwrap());
    let mut terminal = start.arg("--theme").arg("own").run();
    terminal.wait_for("the theme has 1 error; `attache themes --check` tells them");
    terminal.type_in("j");
    terminal.wait_for(HINTS);
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
    terminal.wait_for("no theme is called `solarised`; there is `terminal`,");
    assert!(!terminal.shown().bytes.contains(&0x1b));
}

#[test]
fn a_dumb_terminal_gets_text_only() {
    let mut terminal = Start::new().env("TERM", "dumb").run();
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.wait_until("the last line", |t| t.contents().trim_end().ends_with("TLP:CLEAR"));
    let shown = terminal.shown();
    assert!(shown.bytes.starts_with(b"TLP:CLEAR\r\n"));
    assert!(!shown.bytes.contains(&0x1b));
}

#[test]
fn plain_is_a_dialogue_of_lines_without_an_escape() {
    let mut terminal = Start::new().arg("--plain").run();
    terminal.wait_until("the prompt", |t| t.contents().trim_end().ends_with('>'));
    terminal.type_in("xyzzy\r");
    terminal.wait_for("`xyzzy` is no command");
    terminal.type_in("quit\r");
    assert_eq!(terminal.wait_for_end(), 0);
    let shown = terminal.shown();
    assert!(shown.bytes.starts_with(b"TLP:CLEAR\r\n"));
    assert!(!shown.bytes.contains(&0x1b));
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
