//! What a terminal can show, what it is asked, and what becomes of its answer.

use super::support::oracle::QUESTION;
use super::support::{Start, Terminal, sets_colour};
use super::view::{FIRST, HINTS, SECOND, contains, started, wait_for_event};

/// A terminal that says of itself that it shows 24 bits.
const TRUE: (&str, &str) = ("COLORTERM", "truecolor");
/// The quiet grey of the set for dark backgrounds, and of the one for light ones.
const DARK: &str = "38;2;154;154;154";
const LIGHT: &str = "38;2;98;98;98";

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
        ([("TERM", "xterm-256color"), TRUE], "8;2;", "8;5;"),
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

/// In the first frame that has anything to colour, and on the terminal's own background: only the
/// marking has one of its own.
#[test]
fn the_background_that_the_environment_tells_brings_its_set() {
    for (told, shade) in [("15;0", DARK), ("0;15", LIGHT)] {
        let start = Start::new().env("COLORFGBG", told).env(TRUE.0, TRUE.1);
        let terminal = start.run();
        terminal.wait_for(HINTS);
        let bytes = terminal.shown().bytes.clone();
        assert!(contains(&bytes, shade.as_bytes()), "{told}");
        let grounds = String::from_utf8_lossy(&bytes).replace("48;2;0;0;0", "");
        assert!(!grounds.contains("48;2;"), "{told}");
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

/// Of all colours only the red that can be read on any background, and the marking on its own black.
#[test]
fn without_an_answer_the_colours_are_left_to_the_terminal() {
    let mut terminal = started(Start::new().env(TRUE.0, TRUE.1));
    terminal.type_in("/lapid");
    terminal.wait_for("Yair Lapid");
    let shown = String::from_utf8(terminal.shown().bytes.clone()).unwrap();
    let marking = "38;2;255;255;255;48;2;0;0;0";
    assert!(shown.contains(marking));
    let rest = shown.replace(marking, "").replace("38;5;9;49", "").replace("38;5;9m", "m");
    for colour in ["38;", "48;"] {
        assert!(!rest.contains(colour), "{colour}");
    }
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

/// Everything that would ask a terminal, with the one question taken out once.
fn asked(terminal: &Terminal) -> Vec<&'static str> {
    let shown = String::from_utf8(terminal.shown().bytes.clone()).unwrap();
    let shown = shown.replacen(QUESTION, "", 1);
    let questions = ["\x1b[6n", "\x1b[c", "\x1b[>c", "\x1b[0c", "\x1b]1", "\x1b[?u", "$p", "\x1bP"];
    questions.into_iter().filter(|question| shown.contains(question)).collect()
}

/// Not after a stop, a new size or a redraw either.
#[test]
fn the_terminal_is_asked_one_question_once() {
    let mut terminal = started(Start::new());
    terminal.type_in("\x0c");
    terminal.resize(60, 20);
    terminal.signal(rustix::process::Signal::TSTP);
    terminal.wait_until_stopped();
    terminal.signal(rustix::process::Signal::CONT);
    terminal.wait_until("entered again", |t| t.shown().screen.screen().alternate_screen());
    terminal.type_in("q");
    terminal.wait_for_end();
    terminal.wait_until_restored();
    assert!(contains(&terminal.shown().bytes, QUESTION.as_bytes()));
    assert_eq!(asked(&terminal), [""; 0]);
}

#[test]
fn the_terminal_is_not_asked_where_the_answer_is_known_not_wanted_or_not_to_be_had() {
    let home = tempfile::tempdir().unwrap();
    let config = home.path().join("config.toml");
    std::fs::write(&config, "ask-terminal = false\n").unwrap();
    for start in [
        Start::new().arg("--theme").arg("terminal"),
        Start::new().arg("--config").arg(config.to_str().unwrap()),
        Start::new().env("NO_COLOR", "1"),
        Start::new().env("COLORFGBG", "0;15"),
        Start::new().env("TERM", "linux"),
        Start::new().env("TERM", "vt220"),
    ] {
        let mut terminal = start.env(TRUE.0, TRUE.1).run();
        terminal.wait_for(HINTS);
        // An answer that nobody asked for changes nothing.
        terminal.type_in(answer("1e1e/1e1e/1e1e"));
        terminal.type_in("jq");
        assert_eq!(terminal.wait_for_end(), 0);
        assert_eq!(asked(&terminal), [""; 0]);
        let shown = terminal.shown();
        assert!(!contains(&shown.bytes, QUESTION.as_bytes()));
        assert!(!contains(&shown.bytes, DARK.as_bytes()));
    }
}

/// What a terminal with this background answers to both questions.
fn answer(shade: &str) -> String {
    format!("\x1b]11;rgb:{shade}\x1b\\\x1b[?62;22c")
}

/// A reader that was asked for everything it has, so that no worker draws it anew, on a terminal that has
/// not answered yet.
fn waiting(start: Start) -> Terminal {
    let mut terminal = started(start.env(TRUE.0, TRUE.1));
    terminal.type_in("/lapid");
    terminal.wait_for("Yair Lapid");
    terminal.type_in("\x1b");
    wait_for_event(&terminal, FIRST);
    terminal
}

fn frames(terminal: &Terminal) -> usize {
    let shown = String::from_utf8_lossy(&terminal.shown().bytes).into_owned();
    shown.matches("\x1b[?2026h").count()
}

fn wait_for_shade(terminal: &Terminal, shade: &str) {
    terminal.wait_until(shade, |t| contains(&t.shown().bytes, shade.as_bytes()));
}

/// Late, with keys before it: one frame in the right set, and the keys mean what they mean.
#[test]
fn a_late_answer_brings_the_set_for_the_background_in_one_frame() {
    for (background, shade) in [("1e1e/1e1e/1e1e", DARK), ("ffff/ffff/ffff", LIGHT)] {
        let mut terminal = waiting(Start::new());
        let text = terminal.contents();
        let before = frames(&terminal);
        terminal.type_in(answer(background));
        wait_for_shade(&terminal, shade);
        assert_eq!(terminal.contents(), text, "nothing but the look changes");
        terminal.type_in("j");
        wait_for_event(&terminal, SECOND);
        assert_eq!(frames(&terminal), before + 2, "one for the answer, one for the key");
        terminal.type_in("q");
        assert_eq!(terminal.wait_for_end(), 0);
    }
}

/// Before anything is loaded: what is drawn then has the right look.
#[test]
fn an_early_answer_is_taken_while_loading() {
    let mut terminal = Start::new().env(TRUE.0, TRUE.1).run();
    terminal.wait_until("asked", |t| contains(&t.shown().bytes, QUESTION.as_bytes()));
    terminal.type_in(answer("1e1e/1e1e/1e1e"));
    terminal.wait_for("─ Briefs ─");
    wait_for_shade(&terminal, DARK);
}

/// Split at any byte, in every form, doubled, and while text is typed, of which a single stray character
/// would be seen.
#[test]
fn an_answer_in_parts_or_twice_is_one_answer_and_no_text() {
    let forms = [
        "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\\x1b[?62;22c",
        "\x1b]11;rgb:1e/1e/1e\x07\x1b[?1;2c",
        "\x1b]11;rgba:1e1e/1e1e/1e1e/ffff\x1b\\\x1b[?6c",
    ];
    for form in forms {
        let mut terminal = waiting(Start::new());
        terminal.type_in("/");
        terminal.wait_until("the search", |t| t.row(0).starts_with(" / "));
        form.bytes().for_each(|byte| terminal.type_in([byte]));
        terminal.type_in(form);
        terminal.type_in(answer("ffff/ffff/ffff"));
        terminal.type_in("tims");
        terminal.wait_until("the letters only", |t| t.row(0).starts_with(" / tims "));
        wait_for_shade(&terminal, DARK);
        assert!(!contains(&terminal.shown().bytes, LIGHT.as_bytes()), "the first answer stands");
    }
}

#[test]
fn a_hostile_answer_changes_nothing_and_blocks_nothing() {
    let endless = format!("\x1b]11;rgb:{}\x1b\\", "f".repeat(100_000));
    for hostile in [
        endless.as_str(),
        "\x1b]11;rgb:zz/zz/zz\x1b\\",
        "\x1b]11;rgb:1e/1e\x07",
        "\x1b]11;?\x1b\\",
        "\x1b]11;\x1b]11;\x1b]11;\x07",
        "\x1bP11;rgb:1e/1e/1e\x1b\\",
    ] {
        let mut terminal = waiting(Start::new());
        terminal.type_in(hostile);
        terminal.type_in("j");
        wait_for_event(&terminal, SECOND);
        assert!(!contains(&terminal.shown().bytes, DARK.as_bytes()), "{hostile:.30?}");
        // The right one is still taken.
        terminal.type_in(answer("1e1e/1e1e/1e1e"));
        wait_for_shade(&terminal, DARK);
    }
}

#[test]
fn a_mute_terminal_is_read_and_left_like_any_other() {
    let mut terminal = waiting(Start::new());
    terminal.type_in("j");
    wait_for_event(&terminal, SECOND);
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert_eq!(terminal.contents().trim(), "", "nothing is left on the ordinary screen");
    terminal.wait_until_restored();
}

/// The terminal answers when the program has given it back already; the end waits for that, so that
/// the shell is typed nothing into.
#[cfg(debug_assertions)]
#[test]
fn nothing_of_an_answer_is_left_for_the_shell() {
    for way_out in ["q", "\x03"] {
        let line = "\"$0\" --no-state; IFS= read -r line; printf 'left: %q.\n' \"$line\"";
        let start = Start::by_shell(line).env("ATTACHE_FAULT", "slow-terminal");
        let mut terminal = started(start);
        terminal.type_in(way_out);
        terminal.wait_until("the screen is left", |t| contains(&t.shown().bytes, b"\x1b[?1049l"));
        terminal.type_in(answer("1e1e/1e1e/1e1e"));
        terminal.wait_until_restored();
        terminal.type_in("\n");
        // In quotes: a terminal would show nothing of an answer.
        terminal.wait_for("left: ''.");
        assert_eq!(terminal.wait_for_end(), 0);
    }
}
