//! Windows of every size.

use super::support::Start;
use super::view::{FIRST, contains, event, leave_briefs, selects, started, wait_for_event};

#[test]
fn a_new_size_is_drawn() {
    let mut terminal = started(Start::new());
    terminal.resize(40, 10);
    let title: String = event(FIRST).1.chars().take(10).collect();
    terminal.wait_until("40 x 10", |terminal| {
        terminal.row(0).starts_with("[1 Time]")
            && terminal.row(0).contains("TLP:CLEAR")
            && selects(terminal, &title)
    });
    terminal.resize(80, 24);
    wait_for_event(&terminal, FIRST);
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert_eq!(terminal.faults(), [""; 0]);
}

#[test]
fn a_small_window_has_the_marking_and_the_selected_event() {
    let mut terminal = Start::new().size(20, 6).run();
    leave_briefs(&mut terminal);
    let title: String = event(FIRST).1.chars().take(10).collect();
    terminal
        .wait_until("20 x 6", |t| t.row(0).contains("TLP:CLEAR") && t.row(1).starts_with(&title));
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert_eq!(terminal.faults(), [""; 0]);
}

/// What cannot be marked is not shown.
#[test]
fn a_window_without_room_for_the_marking_shows_nothing() {
    let mut terminal = Start::new().size(1, 1).run();
    terminal.wait_until("a frame", |t| contains(&t.shown().bytes, b"\x1b[?2026l"));
    terminal.type_in("j");
    terminal.resize(8, 3);
    terminal.resize(80, 24);
    terminal.wait_for("TLP:CLEAR");
    terminal.resize(8, 3);
    terminal.wait_until("nothing", |terminal| terminal.contents().trim().is_empty());
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert_eq!(terminal.faults(), [""; 0]);
}

#[test]
fn absurd_sizes_are_survived() {
    for (columns, rows) in [(65_535, 65_535), (1, 65_535), (65_535, 1), (1, 1), (0, 0)] {
        let mut terminal = Start::new().size(columns, rows).run();
        terminal.wait_until("a frame", |t| contains(&t.shown().bytes, b"\x1b[?2026l"));
        terminal.type_in("jq");
        assert_eq!(terminal.wait_for_end(), 0, "{columns}x{rows}");
        assert_eq!(terminal.faults(), [""; 0], "{columns}x{rows}");
    }
}

#[test]
fn an_unset_size_is_taken_as_80_by_24() {
    started(Start::new().size(0, 0));
}
