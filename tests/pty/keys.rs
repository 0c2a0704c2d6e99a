//! What is typed, pasted, and what the terminal says of its own accord.

use super::support::{Random, Start};
use super::view::{FIRST, SECOND, selects, started, wait_for_event};

/// What terminals answer, to whomever asked: colours, attributes, cursor, theme, modes, name, size, and
/// reports of a mouse that another program left switched on.
const REPLIES: &[&str] = &[
    "\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\",
    "\x1b]10;rgb:ffff/ffff/ffff\x07",
    "\x1b[?997;1n",
    "\x1b[?62;22c",
    "\x1b[12;40R",
    "\x1b[?2026;2$y",
    "\x1bP>|xterm(390)\x1b\\",
    "\x1b[>41;390;0c",
    "\x1bP1$r0m\x1b\\",
    "\x1b]52;c;aGVsbG8=\x07",
    "\x1b[8;24;80t",
    "\x1b[?1u",
    "\x1b[I",
    "\x1b[O",
    "\x1b[<0;5;5M",
    "\x1b[<0;5;5m",
    "\x1b[<65;5;5M",
    "\x1b[<35;9;9M",
    "\x1b[M !!",
    "\x1b[32;5;5M",
];

#[test]
fn a_search_finds_and_opens() {
    let mut terminal = started(Start::new());
    terminal.type_in("/lapid");
    terminal.wait_until("results", |terminal| {
        let contents = terminal.contents();
        terminal.row(0).starts_with(" / lapid ")
            && terminal.row(2).starts_with("> actor         Yair Lapid")
            && contents.contains("Rama and Lapid meet in")
    });
    terminal.type_in("\r");
    terminal.wait_until("the actor", |terminal| {
        super::view::reads(terminal, "Yair Lapid") && terminal.row(0).contains("TLP:CLEAR")
    });
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert_eq!(terminal.faults(), [""; 0]);
}

/// The whole line comes before anything is loaded; each key means what it means later.
#[test]
fn keys_typed_ahead_wait_for_what_answers_them() {
    let mut terminal = Start::new().run();
    // Earlier input belongs to another program and is forgotten.
    terminal.wait_until("taken", |t| t.shown().screen.screen().alternate_screen());
    terminal.type_in("\tj/lapid\r");
    terminal.wait_until("the actor", |terminal| super::view::reads(terminal, "Yair Lapid"));
    terminal.type_in("\x1b");
    wait_for_event(&terminal, SECOND);
}

#[test]
fn a_cancelled_search_moves_nothing() {
    let mut terminal = started(Start::new());
    terminal.type_in("j/lapid");
    terminal.wait_for("Yair Lapid");
    terminal.type_in("\x1b");
    wait_for_event(&terminal, SECOND);
}

#[test]
fn the_help_opens_and_closes_and_the_screen_can_be_drawn_again() {
    let mut terminal = started(Start::new());
    terminal.type_in("?");
    terminal.wait_for("Read the subject, or follow the link");
    terminal.type_in("\x1b");
    wait_for_event(&terminal, FIRST);
    terminal.shown().screen.process(b"\x1b[2J\x1b[5;5Hwall message");
    terminal.type_in("\x0c");
    wait_for_event(&terminal, FIRST);
    assert!(!terminal.contents().contains("wall message"));
}

#[test]
fn opening_goes_to_the_reader_and_back() {
    let mut terminal = started(Start::new());
    terminal.type_in("\r");
    terminal.wait_until("the reader has the keys", |terminal| {
        terminal.shown().screen.screen().cursor_position().1 > 0
    });
    terminal.type_in("1j");
    wait_for_event(&terminal, SECOND);
}

#[test]
fn a_key_without_a_meaning_says_so() {
    let mut terminal = started(Start::new());
    terminal.type_in("\x14");
    terminal.wait_for("nothing is bound to Ctrl-T");
    terminal.type_in("j");
    wait_for_event(&terminal, SECOND);
}

#[test]
fn late_replies_of_the_terminal_trigger_nothing_and_block_nothing() {
    let mut terminal = started(Start::new());
    for reply in REPLIES {
        terminal.type_in(reply);
        terminal.type_in("j");
        wait_for_event(&terminal, SECOND);
        let (now, later) = reply.split_at(reply.len() / 2);
        terminal.type_in(now);
        terminal.type_in(later);
        terminal.type_in("k");
        wait_for_event(&terminal, FIRST);
    }
}

/// Whole, in parts and doubled between the keys, and none of them waited for.
#[test]
fn replies_at_any_moment_are_no_keys_and_take_none() {
    let mut terminal = started(Start::new());
    let mut random = Random::new(14);
    let mut at = FIRST;
    for _ in 0..400 {
        let reply = REPLIES[random.below(REPLIES.len())];
        let (now, later) = reply.split_at(random.below(reply.len()));
        terminal.type_in(now);
        terminal.type_in(later);
        if random.below(3) == 0 {
            terminal.type_in(reply.repeat(2));
        }
        if random.below(2) == 0 {
            at = FIRST + SECOND - at;
            terminal.type_in(if at == SECOND { "j" } else { "k" });
        }
    }
    wait_for_event(&terminal, at);
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
}

/// Where text is typed, a single stray character of a reply would be seen.
#[test]
fn late_replies_of_the_terminal_are_no_text() {
    let mut terminal = started(Start::new());
    terminal.type_in("/");
    for (reply, letter) in REPLIES.iter().zip('a'..) {
        let (now, later) = reply.split_at(reply.len() / 2);
        terminal.type_in(reply);
        terminal.type_in(now);
        terminal.type_in(later);
        terminal.type_in(letter.to_string());
    }
    let letters: String = ('a'..).take(REPLIES.len()).collect();
    let expected = format!(" / {letters} ");
    terminal.wait_until("the letters only", |t| t.row(0).starts_with(&expected));
}

#[test]
fn a_paste_is_no_command() {
    let mut terminal = started(Start::new());
    terminal.type_in("\x1b[200~q\x1b[201~");
    terminal.wait_for("text goes into the search only");
    terminal.type_in("j");
    wait_for_event(&terminal, SECOND);
}

/// Wherever a line is typed, and nowhere does what is pasted act.
#[test]
fn a_paste_goes_into_the_line_that_is_typed_in() {
    for (open, row, prompt) in [("/", 0, " / "), (":", 0, " : "), ("f", 23, "filter: ")] {
        let mut terminal = started(Start::new());
        terminal.type_in(open);
        terminal.wait_until(prompt, |t| t.row(row).contains(prompt));
        terminal.type_in("\x1b[200~zq\r\x1bq\x1b[201~");
        let expected = format!("{prompt}zq q");
        terminal.wait_until(&expected, |t| t.row(row).contains(&expected));
        terminal.type_in("\x03");
        assert_eq!(terminal.wait_for_end(), 130);
    }
}

#[test]
fn a_paste_into_the_search_is_cleaned() {
    let mut terminal = started(Start::new());
    terminal.type_in("/");
    terminal.wait_until("the search", |terminal| terminal.row(0).starts_with(" / "));
    let hostile = "TIMS\x1b]52;c;cm0=\x07\u{202e}\u{9b}2J\x1b[31m\r\x03q";
    terminal.type_in(format!("\x1b[200~{hostile}\x1b[201~"));
    terminal.wait_until("the pasted text", |terminal| terminal.row(0).starts_with(" / TIMS"));
    terminal.type_in("\x1b");
    wait_for_event(&terminal, FIRST);
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert_eq!(terminal.faults(), [""; 0]);
}

#[test]
fn a_paste_without_an_end_does_not_take_the_keys_for_ever() {
    let mut terminal = started(Start::new());
    terminal.type_in("/\x1b[200~tims");
    terminal.wait_until("what was pasted", |terminal| terminal.row(0).starts_with(" / tims"));
    terminal.type_in("\x1b");
    wait_for_event(&terminal, FIRST);
}

/// The silence before the key is what tells it from text; the test waits for longer than it needs.
#[test]
fn the_interrupt_key_ends_the_program_in_a_paste_without_an_end() {
    let mut terminal = started(Start::new());
    terminal.type_in("\x1b[200~abc");
    let mut quiet = 0;
    terminal.wait_until("half a second of silence", |_| {
        quiet += 1;
        quiet > 100
    });
    terminal.type_in("\x03");
    assert_eq!(terminal.wait_for_end(), 130);
    assert_eq!(terminal.faults(), [""; 0]);
}

#[test]
fn a_reply_longer_than_any_buffer_is_no_text() {
    let mut terminal = started(Start::new());
    terminal.type_in("/");
    terminal.type_in(format!("\x1b]52;c;{}\x1b\\tims", "q".repeat(200_000)));
    terminal.wait_until("the letters only", |t| t.row(0).starts_with(" / tims "));
}

#[test]
fn a_reference_opens_the_reader_there() {
    let brief = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/briefs/good/smallest.toml");
    let title = "Something";
    for reference in ["one", "event:one"] {
        let mut terminal = Start::new().arg(&format!("{brief}#{reference}")).run();
        terminal.wait_until("the item", |terminal| {
            super::view::reads(terminal, title) && selects(terminal, title)
        });
        terminal.type_in("q");
        assert_eq!(terminal.wait_for_end(), 0);
    }
    let terminal = Start::new().arg(&format!("{brief}#oen")).run();
    terminal.wait_for("did you mean `event:one`?");
    assert!(super::view::reads(&terminal, title), "the reader opens all the same");
}
