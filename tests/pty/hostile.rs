//! Briefs that attack the terminal: whatever is looked at, nothing but the program speaks to it.

use super::support::forbidden::forbidden;
use super::support::hostile::Hostile;
use super::support::{Start, Terminal};
use super::view::leave_briefs;

/// What is typed into the search: text that comes as keys, then a paste with a sequence in it.
const TYPED: &str = "/first\x1b[200~\x1b]52;c;cm0=\x07\u{202e}\x1b[201~";

/// Walks through every pane, the help and the search, in several sizes, and leaves.
fn walk(mut terminal: Terminal) -> Terminal {
    for (columns, rows) in [(80, 24), (40, 10), (120, 40), (200, 60), (20, 6), (60, 3)] {
        let is_open = |sign: &'static str| {
            // A window of three rows has no row for what is typed.
            move |terminal: &Terminal| rows < 4 || terminal.row(0).starts_with(sign)
        };
        terminal.resize(columns, rows);
        terminal.type_in("1jj\r2jj3jj4jj\t\t\r1Gggz\x1bz?");
        terminal.wait_until("the help", is_open(" ? "));
        terminal.type_in("\x1b[6~\x1b");
        // The Esc key is alone: what follows at once would belong to it.
        terminal.wait_until("the panes", |terminal| rows < 4 || !is_open(" ? ")(terminal));
        terminal.type_in(TYPED);
        terminal.wait_until("the search", is_open(" / "));
        terminal.type_in("\x15\x0c\r");
        terminal.wait_until("the hit", |terminal| rows < 4 || !is_open(" / ")(terminal));
        terminal.type_in("/first\tL");
    }
    terminal.resize(80, 24);
    terminal.type_in("\x03");
    assert_eq!(terminal.wait_for_end(), 130);
    terminal
}

#[test]
fn a_hostile_brief_has_no_voice() {
    let hostile = Hostile::new();
    let path = hostile.readable();
    let mut terminal = Start::new().arg(path.to_str().unwrap()).run();
    terminal.wait_for("<U+001B>");
    leave_briefs(&mut terminal);
    let terminal = walk(terminal);
    assert_eq!(terminal.faults(), [""; 0]);
}

#[test]
fn a_hostile_brief_is_text_without_a_screen() {
    let hostile = Hostile::new();
    let path = hostile.readable();
    let mut terminal = Start::new().env("TERM", "dumb").arg(path.to_str().unwrap()).run();
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.wait_for("<U+001B>");
    terminal.wait_until("the last line", |t| t.contents().trim_end().ends_with("TLP:CLEAR"));
    let output = String::from_utf8(terminal.shown().bytes.clone()).unwrap();
    assert_eq!(forbidden(&output, &['\r', '\n']), [""; 0]);
}

#[test]
fn a_folder_opens_with_its_good_briefs_and_says_what_it_refused() {
    let hostile = Hostile::new();
    let mut terminal = Start::new().arg(hostile.folder().to_str().unwrap()).size(120, 40).run();
    terminal.wait_for("! 2 refused");
    leave_briefs(&mut terminal);
    terminal.wait_until("refused rows and the sound event", |terminal| {
        let contents = terminal.contents();
        let refused = |name: &str| contents.lines().any(|line| line.starts_with(name));
        refused("! evil<U+001B>]0;x<U+0007><U+202E>")
            && refused("! noise.toml: ")
            && contents.contains("All is calm")
            && contents.contains("! 2 refused")
    });
    let terminal = walk(terminal);
    assert_eq!(terminal.faults(), [""; 0]);
}
