//! What a key sends: the cells that changed, and no others.

use super::support::{Start, Terminal};
use super::view::{FIRST, SECOND, started, wait_for_event};

/// Bytes that the frame after this key took.
fn sent_for(terminal: &mut Terminal, key: &str) -> usize {
    let before = terminal.shown().bytes.len();
    terminal.type_in(key);
    terminal.wait_until(key, |terminal| {
        let shown = terminal.shown();
        shown.bytes.len() > before && shown.bytes.ends_with(b"\x1b[?2026l")
    });
    terminal.shown().bytes.len() - before
}

#[test]
fn a_key_sends_what_it_changes() {
    let mut terminal = started(Start::new().size(200, 60));
    let whole = sent_for(&mut terminal, "\x0c");
    for key in ["j", "j", "k", "4", "\t", "j", "k", "1", "/", "a", "\x1b[D", "\x1b[C"] {
        let n = sent_for(&mut terminal, key);
        println!("{key:?} {n} of {whole}");
    }
    panic!();
}
