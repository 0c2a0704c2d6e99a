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

/// Cells that a frame changed, and cells that were sent for it.
fn changed_and_sent(screen: &mut vt100::Parser, frame: &[u8]) -> (usize, usize) {
    let before = screen.screen().clone();
    screen.process(frame);
    let after = screen.screen();
    let (rows, columns) = after.size();
    let cells = (0..rows.get()).flat_map(|row| (0..columns.get()).map(move |at| (row, at)));
    let changed = cells.filter(|(row, at)| before.cell(*row, *at) != after.cell(*row, *at)).count();
    let sent = pieces(std::str::from_utf8(frame).unwrap()).into_iter().map(|piece| match piece {
        Piece::Text(text) => attache::text::columns(text),
        Piece::Sequence(_) => 0,
    });
    (changed, sent.sum())
}

/// A screen reader says again whatever is sent again.
#[test]
fn a_key_sends_what_it_changes() {
    const END: &[u8] = b"\x1b[?2026l";
    let mut terminal = started(Start::new());
    let started = terminal.shown().bytes.len();
    for typed in ["j", "k", "J", "2", "j", "4", "\t", "j", "k", "1", "\x14", "/", "a", "\x1b[D"] {
        key(&mut terminal, typed);
    }
    // Frame by frame: one may follow a key late, as when a worker is done.
    let bytes = terminal.shown().bytes.clone();
    let mut screen = vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0);
    let mut at = 0;
    let mut frames = 0;
    while let Some(end) = bytes[at..].windows(END.len()).position(|part| part == END) {
        let end = at + end + END.len();
        let (changed, sent) = changed_and_sent(&mut screen, &bytes[at..end]);
        if at >= started {
            frames += 1;
            assert_eq!(sent, changed, "{:?}", String::from_utf8_lossy(&bytes[at..end]));
            // Blanks around the text stay as they are whatever the subject is.
            assert!(sent < 80 * 24, "everything is drawn");
        }
        at = end;
    }
    assert!(frames >= 14, "{frames} frames for 14 keys");
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
