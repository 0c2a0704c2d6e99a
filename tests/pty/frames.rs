//! What a key sends: the cells that it changes, and no others.

use super::support::oracle::{Piece, pieces};
use super::support::{Random, Start, Terminal};
use super::view::{is_on_selected_row, started};

/// Types a key and waits for the end of its frame.
fn key(terminal: &mut Terminal, key: &str) {
    let before = terminal.shown().bytes.len();
    terminal.type_in(key);
    terminal.wait_until(key, |terminal| {
        let shown = terminal.shown();
        shown.bytes.len() > before && shown.bytes.ends_with(b"\x1b[?2026l")
    });
}

/// Cells that the frame after this key changed, and cells that were sent for it.
fn changed_and_sent(terminal: &mut Terminal, typed: &str) -> (usize, usize) {
    let (before, length) = {
        let shown = terminal.shown();
        (shown.screen.screen().clone(), shown.bytes.len())
    };
    key(terminal, typed);
    let shown = terminal.shown();
    let after = shown.screen.screen();
    let (rows, columns) = after.size();
    let cells = (0..rows.get()).flat_map(|row| (0..columns.get()).map(move |at| (row, at)));
    let changed = cells.filter(|(row, at)| before.cell(*row, *at) != after.cell(*row, *at)).count();
    let sent = String::from_utf8(shown.bytes[length..].to_vec()).unwrap();
    let sent = pieces(&sent).into_iter().map(|piece| match piece {
        Piece::Text(text) => attache::text::columns(text),
        Piece::Sequence(_) => 0,
    });
    (changed, sent.sum())
}

/// A screen reader says again whatever is sent again.
#[test]
fn a_key_sends_what_it_changes() {
    let mut terminal = started(Start::new());
    for key in ["j", "k", "J", "2", "j", "4", "\t", "j", "k", "1", "\x18", "/", "a", "\x1b[D"] {
        let (changed, sent) = changed_and_sent(&mut terminal, key);
        assert_eq!(sent, changed, "{key:?}");
        // Blanks around the text stay as they are whatever the subject is.
        assert!(sent < 80 * 24, "{key:?} draws everything");
    }
}

/// Screen readers and magnifiers follow it.
#[test]
fn the_cursor_of_the_terminal_is_on_the_selected_row_after_every_key() {
    const KEYS: &[&str] = &[
        "j", "j", "k", "J", "K", "G", "\x1b[H", "\x1b[6~", "\x1b[5~", "1", "2", "3", "H", "L", "n",
    ];
    let mut terminal = started(Start::new());
    let mut random = Random::new(15);
    for _ in 0..200 {
        let typed = KEYS[random.below(KEYS.len())];
        key(&mut terminal, typed);
        assert!(is_on_selected_row(&terminal), "{typed:?}\n{}", terminal.contents());
    }
}
