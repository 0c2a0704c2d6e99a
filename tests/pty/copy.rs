//! What is put on the clipboard, as the terminal gets it; and that with `--secure` nothing is.

use std::fs;

use super::support::{Start, Terminal, oracle};
use super::view::{FIRST, contains, event, reads, started};
use attache::choice::Times;
use attache::library::load::{LoadRequest, load};
use attache::page::copy::{Excerpt, excerpt};

/// The answer of the event that the reader opens with.
fn expected(part: Excerpt) -> String {
    let library = load(&LoadRequest { builtin: true, ..LoadRequest::default() });
    let item = library.find_reference(&format!("event:{}", event(FIRST).0)).unwrap();
    excerpt(&library, item, part, Times::Reported).to_string()
}

fn decoded(digits: &str) -> String {
    const ALL: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    for digit in digits.trim_end_matches('=').chars() {
        let value = ALL.find(digit).unwrap_or_else(|| panic!("`{digit}` is no digit of base64"));
        held = (held << 6 | u32::try_from(value).unwrap()) & 0xffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).unwrap());
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// The texts that were put on the clipboard, and the output without them.
fn copies(output: &[u8]) -> (Vec<String>, String) {
    let output = String::from_utf8(output.to_vec()).unwrap();
    let mut parts = output.split("\x1b]52;c;");
    let mut rest = parts.next().unwrap().to_owned();
    let mut texts = Vec::new();
    for part in parts {
        let frames = |sign| rest.matches(sign).count();
        assert_eq!(frames("\x1b[?2026h"), frames("\x1b[?2026l"), "copied in the midst of a frame");
        let (digits, after) = part.split_once('\x07').unwrap();
        texts.push(decoded(digits));
        rest.push_str(after);
    }
    (texts, rest)
}

fn output(terminal: &Terminal) -> Vec<u8> {
    terminal.shown().bytes.clone()
}

/// Copies in a terminal of this environment, and gives what came out.
fn copied_in(environment: &[(&str, &str)], keys: &str) -> Vec<u8> {
    let start =
        environment.iter().fold(Start::new(), |start, (name, value)| start.env(name, value));
    let mut terminal = started(start);
    terminal.type_in(keys);
    terminal.wait_for("copied ");
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.wait_until_restored();
    output(&terminal)
}

#[test]
fn the_terminal_gets_what_is_copied_and_nothing_else_besides() {
    for (keys, part) in [("ya", Excerpt::Answer), ("yc", Excerpt::Citation), ("yi", Excerpt::Id)] {
        let (texts, rest) = copies(&copied_in(&[], keys));
        assert_eq!(texts, [expected(part)], "{keys}");
        assert_eq!(oracle::faults(rest.as_bytes()), [""; 0], "{keys}");
    }
}

#[test]
fn keys_typed_ahead_of_the_briefs_copy_too() {
    let mut terminal = Start::new().run();
    terminal.wait_until("taken", |t| t.shown().screen.screen().alternate_screen());
    terminal.type_in("\tya%%");
    terminal.wait_until("the copy", |terminal| !copies(&output(terminal)).0.is_empty());
    assert_eq!(copies(&output(&terminal)).0, [expected(Excerpt::Answer)]);
}

#[test]
fn it_passes_through_tmux_in_both_ways_that_tmux_can_let_it() {
    let out = copied_in(&[("TMUX", "/tmp/tmux-0/default,1,0"), ("TERM", "tmux-256color")], "ya");
    let out = String::from_utf8(out).unwrap();
    let (before, passed) = out.split_once("\x1bPtmux;").unwrap();
    assert_eq!(copies(before.as_bytes()).0, [expected(Excerpt::Answer)]);
    let (inside, _) = passed.split_once("\x1b\\").unwrap();
    let inside = inside.replace("\x1b\x1b", "\x1b");
    let digits = inside.strip_prefix("\x1b]52;c;").and_then(|rest| rest.strip_suffix('\x07'));
    assert_eq!(decoded(digits.unwrap()), expected(Excerpt::Answer));
}

#[test]
fn it_passes_through_screen_in_short_strings() {
    let out = copied_in(&[("STY", "1.tty"), ("TERM", "screen-256color")], "yc");
    let out = String::from_utf8(out).unwrap();
    let strings: Vec<&str> =
        out.split("\x1bP").skip(1).map(|string| string.split_once("\x1b\\").unwrap().0).collect();
    assert!(strings.len() > 1 && strings.iter().all(|string| string.len() < 256));
    let (texts, rest) = copies(strings.concat().as_bytes());
    assert_eq!((texts, rest.as_str()), (vec![expected(Excerpt::Citation)], ""));
}

#[test]
fn a_terminal_without_a_clipboard_shows_the_text() {
    let mut terminal = started(Start::new().env("TERM", "linux"));
    terminal.type_in("yi");
    terminal.wait_for("no clipboard here");
    let id = expected(Excerpt::Id);
    terminal.wait_until("the id", |terminal| terminal.row(1).trim_end() == id);
    terminal.type_in("q");
    terminal.wait_until("the panes", |terminal| terminal.row(1).contains("1 Timeline"));
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert!(!contains(&output(&terminal), b"\x1b]"));
}

#[test]
fn secure_copies_nothing_writes_nothing_and_asks_nothing() {
    for (line, value) in [("exec \"$0\" --secure", ""), ("exec \"$0\"", "1")] {
        let home = tempfile::tempdir().unwrap();
        let start = Start::by_shell(line).env("HOME", home.path().to_str().unwrap());
        let mut terminal = started(start.env("ATTACHE_SECURE", value));
        assert!(terminal.row(0).contains("secure"), "{}", terminal.row(0));
        for keys in ["ya", "yc", "ys", "yi"] {
            terminal.type_in(keys);
            terminal.wait_for("no clipboard with --secure");
            terminal.type_in("m");
            terminal.wait_until("another notice", |terminal| {
                !terminal.contents().contains("no clipboard with --secure")
            });
        }
        terminal.type_in("yy");
        terminal.wait_for("Copy view");
        terminal.type_in("\x1b");
        terminal.wait_until("the page", |terminal| reads(terminal, &event(FIRST).1));
        terminal.type_in("/lapid\r");
        terminal.wait_until("a hit", |terminal| reads(terminal, "Yair Lapid"));
        terminal.type_in("q");
        assert_eq!(terminal.wait_for_end(), 0);
        assert_eq!(terminal.faults(), [""; 0]);
        let output = output(&terminal);
        assert!(!contains(&output, b"\x1b]52"), "something was copied");
        let asks = [b"\x1b]".as_slice(), b"\x1bP", b"\x1b[c", b"\x1b[6n"];
        assert!(
            !asks.iter().any(|asks| contains(&output, asks)),
            "the terminal was asked something"
        );
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0, "something was written");
    }
}
