//! Every way into the terminal and out of it.

use std::process::Command;
use std::time::Duration;

use rustix::process::Signal;

use super::support::oracle::{Piece, pieces};
use super::support::{Start, Terminal};
use super::view::{FIRST, HINTS, SECOND, contains, event, selects, started, wait_for_event};

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
    wait_for_event(&terminal, SECOND);
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert_eq!(terminal.faults(), [""; 0]);
    assert_eq!(terminal.contents().trim(), "", "nothing is left on the ordinary screen");
    let output = String::from_utf8(terminal.shown().bytes.clone()).unwrap();
    let pieces = pieces(&output);
    let cleared = pieces.iter().rposition(|piece| *piece == Piece::Sequence("2J")).unwrap();
    let after = &pieces[cleared + 1..];
    assert!(after.contains(&Piece::Sequence("?1049l")), "cleared before it is left");
    assert!(after.iter().all(|piece| matches!(piece, Piece::Sequence(_))), "{after:?}");
}

#[test]
fn a_frame_reaches_the_terminal_as_one_change() {
    let mut terminal = started(Start::new());
    terminal.type_in("jq");
    terminal.wait_for_end();
    terminal.wait_until_restored();
    let output = String::from_utf8(terminal.shown().bytes.clone()).unwrap();
    let mut within = false;
    let mut frames = 0;
    for piece in pieces(&output) {
        match piece {
            Piece::Sequence("?2026h") => within = true,
            Piece::Sequence("?2026l") => {
                frames += usize::from(within);
                within = false;
            }
            Piece::Text(text) => assert!(within, "{text:?} outside of a frame"),
            Piece::Sequence(_) => {}
        }
    }
    assert!(frames > 0);
}

#[test]
fn the_interrupt_key_ends_the_program_as_the_signal_does() {
    for before in ["", "/lap", "?"] {
        let mut terminal = started(Start::new());
        terminal.type_in(format!("{before}\x03"));
        assert_eq!(terminal.wait_for_end(), 130, "after {before:?}");
        terminal.wait_until_restored();
    }
}

/// Whatever would end the process and can be caught: who sends it does not want a broken terminal.
#[test]
fn signals_end_the_program_and_give_the_terminal_back() {
    for (signal, code) in [
        (Signal::HUP, 129),
        (Signal::INT, 130),
        (Signal::QUIT, 131),
        (Signal::TRAP, 133),
        (Signal::ABORT, 134),
        (Signal::BUS, 135),
        (Signal::USR1, 138),
        (Signal::USR2, 140),
        (Signal::ALARM, 142),
        (Signal::TERM, 143),
        (Signal::STKFLT, 144),
        (Signal::XCPU, 152),
        (Signal::XFSZ, 153),
        (Signal::VTALARM, 154),
        (Signal::PROF, 155),
        (Signal::IO, 157),
        (Signal::POWER, 158),
        (Signal::SYS, 159),
    ] {
        let mut terminal = started(Start::new());
        terminal.signal(signal);
        assert_eq!(terminal.wait_for_end(), code, "{signal:?}");
        assert_eq!(terminal.faults(), [""; 0], "{signal:?}");
    }
}

#[test]
fn a_real_time_signal_ends_the_program_as_the_others_do() {
    for number in [36_u32, 64] {
        let mut terminal = started(Start::new());
        let kill = format!("kill -{number} {}", terminal.pid());
        assert!(Command::new("/bin/bash").args(["-c", &kill]).status().unwrap().success());
        assert_eq!(terminal.wait_for_end(), 128 + number, "{number}");
        assert_eq!(terminal.faults(), [""; 0], "{number}");
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
    wait_for_event(&terminal, FIRST);
    terminal.type_in("j");
    wait_for_event(&terminal, SECOND);
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.wait_until_restored();
}

#[test]
fn the_suspend_key_gives_the_terminal_to_the_shell_and_fg_takes_it_again() {
    let shell = "set -m; \"$0\" --no-state; echo at the shell; read line; fg; echo left";
    let mut terminal = started(Start::by_shell(shell));
    terminal.type_in("j");
    wait_for_event(&terminal, SECOND);
    terminal.type_in("\x1a");
    terminal.wait_for("at the shell");
    terminal.wait_until_restored();
    terminal.type_in("\n");
    wait_for_event(&terminal, SECOND);
    terminal.type_in("k");
    wait_for_event(&terminal, FIRST);
    terminal.type_in("q");
    terminal.wait_for("left");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.wait_until_restored();
}

#[test]
fn the_suspend_key_does_nothing_where_no_shell_could_continue() {
    let mut terminal = started(Start::new());
    terminal.type_in("\x1aj");
    wait_for_event(&terminal, SECOND);
}

/// Standard output is a terminal and there is none to read keys from.
#[test]
fn a_terminal_that_cannot_be_read_is_left_as_it_was() {
    let mut terminal = Start::by_shell("setsid -w \"$0\" </dev/null").run();
    assert_eq!(terminal.wait_for_end(), 2);
    terminal.wait_for("the terminal cannot be used: ");
    terminal.wait_until_restored();
    assert!(!terminal.shown().bytes.contains(&0x1b), "nothing was taken, nothing is given back");
}

#[test]
fn a_stop_from_outside_is_survived() {
    let mut terminal = started(Start::new());
    terminal.signal(Signal::STOP);
    terminal.wait_until_stopped();
    terminal.shown().screen.process(b"\x1b[2J\x1b[?1049l\x1b[?2004l\x1b[?25h");
    terminal.signal(Signal::CONT);
    wait_for_event(&terminal, FIRST);
    terminal.wait_until("paste on again", |t| t.shown().screen.screen().bracketed_paste());
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.wait_until_restored();
}

#[test]
fn keys_come_from_the_terminal_when_standard_input_is_none() {
    let mut terminal = started(Start::by_shell("exec \"$0\" </dev/null"));
    terminal.type_in("j");
    wait_for_event(&terminal, SECOND);
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

/// The signals before it, the terminal after it: a search is open, keys were typed, the size changed.
#[test]
fn a_program_that_was_used_sleeps_again() {
    let mut terminal = started(Start::new());
    terminal.type_in("jk/rama");
    terminal.resize(100, 30);
    terminal.wait_for("Edi Rama");
    assert_asleep(&terminal);
}

/// Five seconds without any thread going to sleep again: none of them woke up.
fn assert_asleep(terminal: &Terminal) {
    let mut before = None;
    terminal.wait_until("five seconds of sleep", |terminal| {
        let sleeps = terminal.sleeps();
        let asleep = before.replace(sleeps) == Some(sleeps);
        std::thread::sleep(Duration::from_secs(if asleep { 0 } else { 5 }));
        asleep
    });
}

#[test]
fn an_idle_program_sleeps() {
    let terminal = started(Start::new());
    assert_asleep(&terminal);
}

#[cfg(debug_assertions)]
mod faults {
    use super::*;

    /// What the panic message of the faults holds, which nobody may see.
    const SECRET: &[u8] = b"CONTENT-OF-A-BRIEF";

    /// The first key brings the fault; it is pressed on the page of all briefs.
    fn faulty(fault: &str) -> Terminal {
        let terminal = Start::new().env("ATTACHE_FAULT", fault).run();
        terminal.wait_for("─ Briefs ─");
        terminal.wait_for(HINTS);
        terminal
    }

    #[test]
    fn a_panic_of_the_ui_gives_the_terminal_back_and_tells_no_content() {
        let mut terminal = faulty("panic-ui");
        terminal.type_in("j");
        assert_eq!(terminal.wait_for_end(), 101);
        terminal.wait_until_restored();
        terminal.wait_for("; please report this line");
        let contents = terminal.contents();
        assert!(contents.trim().starts_with("attache: the program failed at src/"), "{contents}");
        assert_eq!(contents.trim().lines().count(), 1, "{contents}");
        assert!(!contents.contains(&event(FIRST).0));
        assert!(!contains(&terminal.shown().bytes, SECRET));
    }

    #[test]
    fn a_panic_of_a_worker_is_a_message_and_the_ui_goes_on() {
        let mut terminal = faulty("panic-worker");
        terminal.type_in("j");
        terminal.wait_until("the message in the footer, the next brief above", |terminal| {
            let footer = terminal.row(23);
            footer.starts_with(" a part of the program failed at src/")
                && !footer.contains(HINTS)
                && selects(terminal, "Albania breaks with Iran")
        });
        assert!(terminal.shown().screen.screen().alternate_screen());
        terminal.type_in("q");
        assert_eq!(terminal.wait_for_end(), 0);
        assert_eq!(terminal.faults(), [""; 0]);
        assert!(!contains(&terminal.shown().bytes, SECRET));
    }

    /// What is kept at the end waits for a disk that never answers.
    #[test]
    fn a_signal_ends_the_wait_for_a_disk() {
        let mut terminal = faulty("slow-disk");
        terminal.type_in("q");
        terminal.wait_for("waiting for the disk");
        terminal.wait_until_restored();
        terminal.type_in("\x03");
        assert_eq!(terminal.wait_for_end(), 130);
        terminal.wait_for("not everything was kept");
        let mut terminal = faulty("slow-disk");
        terminal.signal(Signal::TERM);
        assert_eq!(terminal.wait_for_end(), 143);
        terminal.wait_until_restored();
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
