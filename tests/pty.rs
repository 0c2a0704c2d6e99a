//! The program in a real terminal: taken, given back on every way out, and never left hanging.
//!
//! Nothing here depends on how fast the machine is: every step waits for what it needs.

#![cfg(target_os = "linux")]

#[cfg(test)]
mod support;

use std::time::Duration;

use rustix::process::Signal;
use support::{Start, Terminal, sets_colour};

/// What the first screen shows once it is complete, and how the selected row begins.
const FIRST: &str = "> line 0";
/// What the screen shows after one step down.
const SECOND: &str = "> line 1";
/// What stands in the last rows of the first screen.
const LAST: &str = "line 4";
/// What the panic message of the faults holds, which nobody may see.
const SECRET: &[u8] = b"CONTENT-OF-A-BRIEF";

fn started(start: Start) -> Terminal {
    let terminal = start.run();
    terminal.wait_for(FIRST);
    terminal
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// The last place of a sequence in the bytes.
fn last(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).rposition(|window| window == part)
}

#[test]
fn the_terminal_is_taken_and_given_back() {
    let mut terminal = started(Start::new());
    {
        let shown = terminal.shown();
        let screen = shown.screen.screen();
        assert!(screen.alternate_screen());
        assert!(screen.bracketed_paste());
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    }
    terminal.type_in("j");
    terminal.wait_for(SECOND);
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.wait_until_restored();
    assert_eq!(terminal.contents().trim(), "", "nothing is left on the ordinary screen");
    let shown = terminal.shown();
    let cleared = last(&shown.bytes, b"\x1b[2J");
    assert!(last(&shown.bytes, b"line") < cleared, "content stays in the alternate screen");
    assert!(cleared < last(&shown.bytes, b"\x1b[?1049l"));
}

#[test]
fn a_frame_reaches_the_terminal_as_one_change() {
    let terminal = started(Start::new());
    let shown = terminal.shown();
    let begin = last(&shown.bytes, b"\x1b[?2026h").unwrap();
    let end = last(&shown.bytes, b"\x1b[?2026l").unwrap();
    assert!(begin < end && contains(&shown.bytes[begin..end], b"line 0"));
}

#[test]
fn the_terminal_is_never_asked_anything() {
    let mut terminal = started(Start::new());
    terminal.type_in("\x0c");
    terminal.resize(60, 20);
    terminal.type_in("q");
    terminal.wait_for_end();
    let shown = terminal.shown();
    for question in ["\x1b[6n", "\x1b[c", "\x1b[>c", "\x1b[0c", "\x1b]1", "\x1b[?u", "$p", "\x1bP"]
    {
        assert!(!contains(&shown.bytes, question.as_bytes()), "{question:?}");
    }
}

#[test]
fn signals_end_the_program_and_give_the_terminal_back() {
    for (signal, code) in
        [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)]
    {
        let mut terminal = started(Start::new());
        terminal.signal(signal);
        assert_eq!(terminal.wait_for_end(), code, "{signal:?}");
        terminal.wait_until_restored();
    }
}

#[test]
fn a_stop_signal_gives_the_terminal_back_and_going_on_draws_everything() {
    let mut terminal = started(Start::new());
    terminal.signal(Signal::TSTP);
    terminal.wait_until_stopped();
    terminal.wait_until_restored();
    terminal.shown().screen.process(b"\x1b[2J\x1b[H$ fg");
    terminal.signal(Signal::CONT);
    terminal.wait_for(FIRST);
    terminal.wait_for(LAST);
    terminal.type_in("j");
    terminal.wait_for(SECOND);
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.wait_until_restored();
}

#[test]
fn the_suspend_key_gives_the_terminal_to_the_shell_and_fg_takes_it_again() {
    let shell = "set -m; \"$0\" --no-state; echo at the shell; read line; fg; echo left";
    let mut terminal = started(Start::by_shell(shell));
    terminal.type_in("j");
    terminal.wait_for(SECOND);
    terminal.type_in("\x1a");
    terminal.wait_for("at the shell");
    terminal.wait_until_restored();
    terminal.type_in("\n");
    terminal.wait_for(SECOND);
    terminal.wait_for(LAST);
    terminal.type_in("k");
    terminal.wait_for(FIRST);
    terminal.type_in("q");
    terminal.wait_for("left");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.wait_until_restored();
}

#[test]
fn the_suspend_key_does_nothing_where_no_shell_could_continue() {
    let mut terminal = started(Start::new());
    terminal.type_in("\x1aj");
    terminal.wait_for(SECOND);
}

#[test]
fn a_stop_from_outside_is_survived() {
    let mut terminal = started(Start::new());
    terminal.signal(Signal::STOP);
    terminal.wait_until_stopped();
    terminal.shown().screen.process(b"\x1b[2J\x1b[?1049l\x1b[?2004l\x1b[?25h");
    terminal.signal(Signal::CONT);
    terminal.wait_for(FIRST);
    terminal.wait_until("paste on again", |t| t.shown().screen.screen().bracketed_paste());
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.wait_until_restored();
}

#[test]
fn late_replies_of_the_terminal_do_nothing_and_block_nothing() {
    let mut terminal = started(Start::new());
    for reply in [
        "\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\",
        "\x1b]10;rgb:ffff/ffff/ffff\x07",
        "\x1b[?997;1n",
        "\x1b[?62;22c",
        "\x1b[12;40R",
        "\x1b[?2026;2$y",
        "\x1bP>|xterm(390)\x1b\\",
    ] {
        terminal.type_in(reply);
        terminal.type_in("j");
        terminal.wait_for(SECOND);
        assert!(!terminal.contents().contains("another key"), "{reply:?}");
        terminal.type_in("k");
        terminal.wait_for(FIRST);
    }
}

#[test]
fn a_paste_is_no_command() {
    let mut terminal = started(Start::new());
    terminal.type_in("\x1b[200~q\x1b[201~");
    terminal.wait_for("pasted q");
    terminal.type_in("j");
    terminal.wait_for(SECOND);
}

#[test]
fn a_new_size_is_drawn() {
    let terminal = started(Start::new());
    terminal.resize(40, 10);
    terminal.wait_for("size 40x10");
    terminal.wait_for(FIRST);
}

#[test]
fn absurd_sizes_are_survived() {
    for (columns, rows) in [(65_535, 65_535), (1, 65_535), (65_535, 1), (1, 1), (0, 0)] {
        let mut terminal = Start::new().size(columns, rows).run();
        terminal.wait_until("a frame", |t| contains(&t.shown().bytes, b"\x1b[?2026l"));
        terminal.type_in("jq");
        assert_eq!(terminal.wait_for_end(), 0, "{columns}x{rows}");
        terminal.wait_until_restored();
    }
}

#[test]
fn an_unset_size_is_taken_as_80_by_24() {
    let terminal = Start::new().size(0, 0).run();
    terminal.wait_for(FIRST);
}

#[test]
fn without_colour_the_selection_is_still_marked() {
    let terminal = started(Start::new().env("NO_COLOR", "1"));
    let shown = terminal.shown();
    assert!(!sets_colour(&shown.bytes));
    let screen = shown.screen.screen();
    assert!(screen.cell(0, 0).unwrap().inverse());
    assert!(screen.cell(0, 0).unwrap().bold());
    assert!(!screen.cell(1, 0).unwrap().inverse());
}

/// crossterm alone would answer each colour with a reset, and take reverse and bold away with it.
#[test]
fn a_theme_asked_for_keeps_its_colours_and_the_mark_of_the_selection() {
    let terminal = started(Start::new().env("NO_COLOR", "1").arg("--theme").arg("dark"));
    let shown = terminal.shown();
    assert!(sets_colour(&shown.bytes));
    let screen = shown.screen.screen();
    assert!(screen.cell(0, 0).unwrap().inverse());
    assert!(screen.cell(0, 0).unwrap().bold());
}

#[test]
fn a_dumb_terminal_gets_text_only() {
    let mut terminal = Start::new().env("TERM", "dumb").run();
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.wait_for("line 1");
    assert!(!terminal.shown().bytes.contains(&0x1b));
}

#[test]
fn keys_come_from_the_terminal_when_standard_input_is_none() {
    let mut terminal = started(Start::by_shell("exec \"$0\" </dev/null"));
    terminal.type_in("j");
    terminal.wait_for(SECOND);
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.wait_until_restored();
}

#[test]
fn a_closed_terminal_ends_the_program() {
    let mut process = started(Start::new()).close(b"j");
    let code = (0..4_000).find_map(|_| {
        std::thread::sleep(Duration::from_millis(5));
        process.try_wait().unwrap()
    });
    let status = code.unwrap_or_else(|| {
        process.kill().unwrap();
        panic!("the process outlives its terminal")
    });
    assert_eq!((status.signal(), status.exit_code()), (None, 129));
}

#[test]
fn an_idle_program_sleeps() {
    let terminal = started(Start::new());
    // A whole second without any thread going to sleep again: none of them woke up.
    let mut before = None;
    terminal.wait_until("a second of sleep", |terminal| {
        let sleeps = terminal.sleeps();
        let asleep = before.replace(sleeps) == Some(sleeps);
        std::thread::sleep(Duration::from_secs(u64::from(!asleep)));
        asleep
    });
}

#[cfg(debug_assertions)]
mod faults {
    use super::*;

    fn faulty(fault: &str) -> Terminal {
        started(Start::new().env("ATTACHE_FAULT", fault))
    }

    #[test]
    fn a_panic_of_the_ui_gives_the_terminal_back_and_tells_no_content() {
        let mut terminal = faulty("panic-ui");
        terminal.type_in("j");
        assert_eq!(terminal.wait_for_end(), 101);
        terminal.wait_until_restored();
        terminal.wait_for("the program failed at src/");
        assert!(!contains(&terminal.shown().bytes, SECRET));
        assert!(!terminal.contents().contains("line 0"));
    }

    #[test]
    fn a_panic_of_a_worker_is_a_message_and_the_ui_goes_on() {
        let mut terminal = faulty("panic-worker");
        terminal.type_in("j");
        terminal.wait_for("worker failed at src/");
        terminal.wait_for(SECOND);
        assert!(terminal.shown().screen.screen().alternate_screen());
        terminal.type_in("q");
        assert_eq!(terminal.wait_for_end(), 0);
        terminal.wait_until_restored();
        assert!(!contains(&terminal.shown().bytes, SECRET));
    }

    #[test]
    fn a_signal_ends_a_program_that_hangs() {
        let mut terminal = faulty("hang");
        terminal.type_in("j");
        terminal.signal(Signal::TERM);
        assert_eq!(terminal.wait_for_end(), 143);
        terminal.wait_until_restored();
    }
}
