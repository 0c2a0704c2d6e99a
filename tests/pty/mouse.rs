//! The mouse: the terminal's own until it is asked for, and given back on every way out.

use rustix::process::Signal;

use super::support::{Start, Terminal};
use super::view::{FIRST, SECOND, started, wait_for_event};

/// Whether the terminal reports presses and the wheel, places in digits; movement it never reports.
fn is_taken(terminal: &Terminal) -> bool {
    let shown = terminal.shown();
    let screen = shown.screen.screen();
    screen.mouse_protocol_mode() == vt100::MouseProtocolMode::PressRelease
        && screen.mouse_protocol_encoding() == vt100::MouseProtocolEncoding::Sgr
}

fn is_left(terminal: &Terminal) -> bool {
    let shown = terminal.shown();
    shown.screen.screen().mouse_protocol_mode() == vt100::MouseProtocolMode::None
}

/// A reader that took the mouse because of its key.
fn taken() -> Terminal {
    let mut terminal = started(Start::new());
    assert!(is_left(&terminal), "text can be selected until the mouse is asked for");
    terminal.type_in("%");
    terminal.wait_until("the mouse", is_taken);
    terminal
}

/// What the terminal sends for a button in the row so many below the cursor.
fn report(terminal: &Terminal, button: u8, below: u16) -> String {
    let (row, column) = terminal.shown().screen.screen().cursor_position();
    format!("\x1b[<{button};{};{}M\x1b[<{button};{};{}m", column + 3, row + below + 1, 9, 9)
}

#[test]
fn a_press_selects_and_the_wheel_moves_while_the_mouse_is_taken() {
    let mut terminal = taken();
    wait_for_row(&terminal, FIRST);
    let press = report(&terminal, 0, 1);
    terminal.type_in(&press);
    wait_for_event(&terminal, SECOND);
    let (up, down) = (report(&terminal, 64, 0), report(&terminal, 65, 0));
    terminal.type_in(up);
    wait_for_event(&terminal, FIRST);
    terminal.type_in(down);
    wait_for_event(&terminal, SECOND);
    terminal.type_in("%");
    terminal.wait_until("the mouse left to the terminal", is_left);
    // Reports that were on their way are nobody's.
    terminal.type_in(press.repeat(3));
    terminal.type_in("k");
    wait_for_event(&terminal, FIRST);
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.wait_until_restored();
}

/// The footer may still say that the mouse was taken.
fn wait_for_row(terminal: &Terminal, at: usize) {
    let (_, title) = super::view::event(at);
    terminal.wait_until("the row", |terminal| super::view::reads(terminal, title));
}

#[test]
fn every_end_gives_the_mouse_back() {
    for (key, code) in [("q", 0), ("\x03", 130), ("/lap\x03", 130)] {
        let mut terminal = taken();
        terminal.type_in(key);
        assert_eq!(terminal.wait_for_end(), code, "{key:?}");
        terminal.wait_until_restored();
    }
    for (signal, code) in
        [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)]
    {
        let mut terminal = taken();
        terminal.signal(signal);
        assert_eq!(terminal.wait_for_end(), code, "{signal:?}");
        terminal.wait_until_restored();
    }
}

#[test]
fn a_stop_gives_the_mouse_back_and_going_on_takes_it_again() {
    let mut terminal = taken();
    terminal.signal(Signal::TSTP);
    terminal.wait_until_stopped();
    terminal.wait_until_restored();
    terminal.signal(Signal::CONT);
    terminal.wait_until("the mouse again", is_taken);
    // Stopped without a chance to give anything back; a shell may have reset the terminal meanwhile.
    terminal.signal(Signal::STOP);
    terminal.wait_until_stopped();
    terminal.shown().screen.process(b"\x1b[?1006l\x1b[?1000l\x1b[?1049l\x1b[?25h");
    terminal.signal(Signal::CONT);
    terminal.wait_until("the mouse once more", is_taken);
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.wait_until_restored();
}

#[test]
fn the_configuration_takes_the_mouse_from_the_beginning() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.toml");
    std::fs::write(&file, "mouse = true\n").unwrap();
    let start = || Start::new().arg("--config").arg(file.to_str().unwrap());
    let mut terminal = started(start());
    terminal.wait_until("the mouse", is_taken);
    terminal.type_in("%");
    terminal.wait_until("the mouse left to the terminal", is_left);
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    #[cfg(debug_assertions)]
    for (fault, code) in [("panic-ui", 101), ("hang", 143)] {
        let mut terminal = start().env("ATTACHE_FAULT", fault).run();
        terminal.wait_for("─ Briefs ─");
        terminal.wait_until("the mouse", is_taken);
        terminal.type_in("j");
        if fault == "hang" {
            terminal.signal(Signal::TERM);
        }
        assert_eq!(terminal.wait_for_end(), code, "{fault}");
        terminal.wait_until_restored();
    }
}
