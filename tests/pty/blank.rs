//! Everything but the marking is hidden by one key, and what the terminal keeps is cleared.

use rustix::process::Signal;

use super::support::oracle::{Piece, pieces};
use super::support::{Start, Terminal};
use super::view::{FIRST, SECOND, contains, started, wait_for_event};

const BLANK: &str = "\x18";
const WORDS: &str = "hidden; Ctrl-X shows it again";

/// What stands on the screen that is not shown while the other is.
fn other_screen(terminal: &Terminal) -> String {
    let mut shown = terminal.shown();
    // Changes the screen without clearing either (xterm).
    let switch: &[u8] =
        if shown.screen.screen().alternate_screen() { b"\x1b[?47l" } else { b"\x1b[?47h" };
    shown.screen.process(switch);
    shown.screen.screen().contents()
}

#[test]
fn one_frame_hides_everything_and_clears_what_the_terminal_keeps() {
    for before in ["", "/lapid", "?", "yy", ":"] {
        let mut terminal = started(Start::new());
        terminal.type_in(before);
        terminal.wait_until("a frame", |t| t.shown().bytes.ends_with(b"\x1b[?2026l"));
        terminal.type_in("j");
        let seen = terminal.shown().bytes.len();
        terminal.type_in(BLANK);
        terminal.wait_for(WORDS);
        terminal.type_in("jq\r\x1b[27u/x");
        let contents = terminal.contents();
        let rows: Vec<&str> =
            contents.lines().map(str::trim).filter(|row| !row.is_empty()).collect();
        assert_eq!(rows, ["TLP:CLEAR", WORDS], "{before}");
        let bytes = terminal.shown().bytes[seen..].to_vec();
        let output = String::from_utf8(bytes).unwrap();
        let sequences: Vec<&str> = pieces(&output)
            .into_iter()
            .filter_map(|piece| if let Piece::Sequence(text) = piece { Some(text) } else { None })
            .collect();
        let at = |sought: &str| sequences.iter().position(|sequence| *sequence == sought).unwrap();
        assert!(at("2J") < at("3J"), "what is cleared may move above the screen: {output:?}");
        let (_, after) = output.rsplit_once("\x1b[3J").unwrap();
        assert!(after.contains(WORDS) && !after.contains("Albania"), "{after:?}");
        assert!(!contains(after.as_bytes(), b"\x1b]52"), "nothing was copied, nothing is cleared");
        terminal.type_in(BLANK);
        terminal.wait_until("all of it", |terminal| !terminal.contents().contains(WORDS));
        terminal.type_in("\x03");
        assert_eq!(terminal.wait_for_end(), 130);
        assert_eq!(terminal.faults(), [""; 0]);
    }
}

#[test]
fn what_was_put_on_the_clipboard_is_taken_from_it_once() {
    let mut terminal = started(Start::new());
    terminal.type_in("yi");
    terminal.wait_until("a copy", |t| contains(&t.shown().bytes, b"\x1b]52;c;"));
    terminal.type_in(BLANK);
    let clear = b"\x1b]52;c;IA==\x07\x1b]52;c;!\x07";
    terminal.wait_until("clearing", |t| contains(&t.shown().bytes, clear));
    let seen = terminal.shown().bytes.len();
    terminal.type_in(format!("{BLANK}j{BLANK}"));
    terminal.wait_until("hidden again", |t| contains(&t.shown().bytes[seen..], b"\x1b[3J"));
    terminal.type_in("\x03");
    assert_eq!(terminal.wait_for_end(), 130);
    assert!(!contains(&terminal.shown().bytes[seen..], b"]52"));
}

#[test]
fn a_stopped_program_leaves_nothing_on_either_screen_and_comes_back_as_it_was() {
    for blank in [false, true] {
        let mut terminal = started(Start::new());
        terminal.type_in("j");
        wait_for_event(&terminal, SECOND);
        if blank {
            terminal.type_in(BLANK);
            terminal.wait_for(WORDS);
        }
        terminal.signal(Signal::TSTP);
        terminal.wait_until_stopped();
        terminal.wait_until_restored();
        assert_eq!(terminal.contents().trim(), "");
        assert_eq!(other_screen(&terminal).trim(), "", "the alternate screen was cleared");
        terminal.signal(Signal::CONT);
        if blank {
            terminal.wait_for(WORDS);
            assert_eq!(
                terminal.contents().split_whitespace().count(),
                6,
                "{}",
                terminal.contents()
            );
            terminal.type_in(BLANK);
        }
        wait_for_event(&terminal, SECOND);
        terminal.type_in("k");
        wait_for_event(&terminal, FIRST);
    }
}
