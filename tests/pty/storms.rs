//! Many sizes at once, as when a window is dragged: what stands at the end is whole, and stays so.

use super::support::{Random, Start, Terminal};
use super::view::{FIRST, contains, event, leave_briefs, selects, started, wait_for_event};

/// Changes the size 200 times without waiting, and then to this one.
fn storm(terminal: &Terminal, columns: u16, rows: u16) {
    for step in 0..200_u16 {
        terminal.resize(1 + step * 37 % 160, 1 + step * 17 % 60);
    }
    terminal.resize(columns, rows);
}

/// The rows without blanks at their ends: one that was drawn and one that never was look alike.
fn trimmed(screen: &vt100::Screen, columns: u16) -> Vec<String> {
    screen.rows(0, columns).map(|row| row.trim_end().to_owned()).collect()
}

/// Everything on the screen, once its last frame has come whole; nothing before.
fn picture(terminal: &Terminal) -> Option<String> {
    let title: String = event(FIRST).1.chars().take(10).collect();
    let shown = terminal.shown();
    let whole = shown.bytes.ends_with(b"\x1b[?2026l");
    let (_, columns) = shown.screen.screen().size();
    let contents = trimmed(shown.screen.screen(), columns.get()).join("\n");
    drop(shown);
    (whole && contents.contains("TLP:CLEAR") && selects(terminal, &title)).then_some(contents)
}

/// What the program shows at this size when it never had another.
fn undisturbed(columns: u16, rows: u16) -> String {
    let mut terminal = Start::new().size(columns, rows).run();
    leave_briefs(&mut terminal);
    let mut found = None;
    terminal.wait_until("a picture", |terminal| {
        found = picture(terminal);
        found.is_some()
    });
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    found.unwrap()
}

fn wait_for_picture(terminal: &Terminal, expected: &str, what: &str) {
    terminal.wait_until(what, |terminal| picture(terminal).as_deref() == Some(expected));
}

/// Draws anew, moves and moves back: each frame builds on the one before.
#[test]
fn a_storm_of_sizes_leaves_a_whole_screen_that_stays_whole() {
    let mut terminal = started(Start::new());
    for (columns, rows) in [(80, 24), (120, 40), (40, 10), (80, 24)] {
        let expected = undisturbed(columns, rows);
        storm(&terminal, columns, rows);
        wait_for_picture(&terminal, &expected, &format!("{columns} x {rows} after the storm"));
        for frame in ["\x0c", "j", "k"] {
            let before = terminal.shown().bytes.len();
            terminal.type_in(frame);
            terminal.wait_until("a frame", |terminal| {
                let shown = terminal.shown();
                shown.bytes.len() > before && shown.bytes.ends_with(b"\x1b[?2026l")
            });
            // A step and back may leave the lists that only follow elsewhere, by the least movement.
            if frame == "\x0c" {
                wait_for_picture(&terminal, &expected, &format!("{columns} x {rows}, {frame:?}"));
            }
        }
    }
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert_eq!(terminal.faults(), [""; 0]);
}

/// The terminal cuts what it shows while it is small; the program may never see that size.
#[test]
fn a_size_that_comes_back_at_once_is_drawn_whole() {
    let mut terminal = started(Start::new());
    let expected = undisturbed(80, 24);
    for _ in 0..50 {
        terminal.resize(9, 4);
        terminal.resize(80, 24);
        wait_for_picture(&terminal, &expected, "the whole screen");
    }
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
}

#[test]
fn the_interrupt_key_in_a_storm_ends_the_program_as_ever() {
    let mut terminal = started(Start::new());
    for step in 0..200_u16 {
        terminal.resize(20 + step % 100, 6 + step % 40);
        if step == 100 {
            terminal.type_in("\x03");
        }
    }
    assert_eq!(terminal.wait_for_end(), 130);
    assert_eq!(terminal.faults(), [""; 0]);
}

/// What is typed in the storm; none of it ends the program.
const KEYS: &[&str] = &[
    "j",
    "k",
    "J",
    "K",
    "gg",
    "G",
    "\x1b[6~",
    "\x1b[5~",
    "1",
    "2",
    "3",
    "4",
    "h",
    "l",
    "\t",
    "\x1b[Z",
    "\r",
    "H",
    "L",
    "z",
    "/",
    "a",
    "m",
    "n",
    "N",
    "?",
    ":",
    "f",
    "o",
    "O",
    "p",
    "x",
    "w",
    "i",
    "b",
    "\x1b[A",
    "\x1b[B",
    "\x17",
    "\x15",
    "\x0c",
    "\x1b[27u",
    "\x1b[27u",
    "\x1b[200~rama\x1b[201~",
];

/// The rows of the screen at the end of a frame that has the marking.
fn settled(terminal: &Terminal) -> Option<Vec<String>> {
    let shown = terminal.shown();
    let rows = trimmed(shown.screen.screen(), 80);
    (shown.bytes.ends_with(b"\x1b[?2026l") && rows[0].contains("TLP:")).then_some(rows)
}

/// A thousand steps, each a size or a key; what stands at the end is what drawing it anew shows.
#[test]
fn a_thousand_random_sizes_and_keys_leave_a_whole_screen() {
    let mut terminal = started(Start::new());
    let mut random = Random::new(8);
    for _ in 0..1_000 {
        if random.below(2) == 0 {
            let mut side = |most| u16::try_from(1 + random.below(most)).unwrap();
            terminal.resize(side(250), side(80));
        } else {
            terminal.type_in(KEYS[random.below(KEYS.len())]);
        }
    }
    terminal.resize(80, 24);
    // Out of whatever is open, and without the lenses.
    terminal.type_in("\x1b[27u".repeat(100));
    let mut before = None;
    terminal.wait_until("the panes", |terminal| {
        before = settled(terminal);
        before.as_ref().is_some_and(|rows| rows[23].contains("nothing to cancel"))
    });
    // The last of the sizes may be told later than the keys: what stands is what has come to rest.
    let mut stands = 0;
    terminal.wait_until("rest", |terminal| {
        let now = settled(terminal);
        stands = if now.is_some() && now == before { stands + 1 } else { 0 };
        before = now;
        stands > 100
    });
    let seen = terminal.shown().bytes.len();
    terminal.type_in("\x0c\x1b[27u");
    terminal.wait_until("the same drawn anew", |terminal| {
        contains(&terminal.shown().bytes[seen..], b"\x1b[2J") && settled(terminal) == before
    });
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert_eq!(terminal.faults(), [""; 0]);
}

#[test]
fn keys_typed_in_a_storm_are_not_lost() {
    let mut terminal = started(Start::new());
    for step in 0..200_u16 {
        terminal.resize(20 + step % 100, 6 + step % 40);
        terminal.type_in(if step % 2 == 0 { "j" } else { "k" });
    }
    terminal.resize(80, 24);
    wait_for_event(&terminal, FIRST);
}
