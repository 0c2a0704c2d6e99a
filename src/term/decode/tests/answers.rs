//! The answers to what the terminal is asked at the start.

use super::*;

const DARK: Input = Input::Background([0x1e, 0x1e, 0x2e]);

/// The answer to both questions, as terminals give it.
const ANSWERS: &[&str] = &[
    "\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\\x1b[?62;22c",
    "\x1b]11;rgb:1e1e/1e1e/2e2e\x07\x1b[?62;22c",
    "\x1b]11;rgb:1e/1e/2e\x1b\\\x1b[?1;2c",
    "\x1b]11;rgba:1e1e/1e1e/2e2e/ffff\x1b\\\x1b[?6c",
];

/// Everything that a decoder which waits for an answer makes of doings.
fn expecting(doings: &[Doing<'_>]) -> (Decoder, Vec<Input>) {
    let (mut decoder, mut inputs) = (Decoder::expecting(), Vec::new());
    for doing in doings {
        match doing {
            Doing::Bytes(bytes) => decoder.advance(bytes, &mut inputs),
            Doing::Pause => decoder.pause(&mut inputs),
        }
    }
    (decoder, inputs)
}

#[test]
fn an_answer_is_taken_whole_and_split_at_any_byte() {
    for answer in ANSWERS {
        for at in 0..=answer.len() {
            let (now, later) = answer.as_bytes().split_at(at);
            let (_, inputs) = expecting(&[Doing::Bytes(now), Doing::Bytes(later)]);
            assert_eq!(inputs, [DARK, Input::Answered], "{answer:?} at {at}");
        }
        let mut decoder = Decoder::expecting();
        let mut inputs = Vec::new();
        answer.bytes().for_each(|byte| decoder.advance(&[byte], &mut inputs));
        assert_eq!(inputs, [DARK, Input::Answered], "{answer:?} byte by byte");
        assert_eq!(decoder.patience(), None);
    }
}

/// Late, doubled, between keys, and by a decoder that waits for nothing any more.
#[test]
fn an_answer_is_taken_whenever_it_comes_and_takes_no_key() {
    for answer in ANSWERS {
        let all = format!("j{answer}k{answer}q");
        let told = [DARK, Input::Answered];
        let mut expected = vec![char('j')];
        expected.extend(told.clone());
        expected.push(char('k'));
        expected.extend(told);
        expected.push(char('q'));
        assert_eq!(decode(all.as_bytes()), expected, "{answer:?}");
    }
}

/// A slow line is waited for, as long as an answer is owed and no longer.
#[test]
fn the_first_byte_of_an_answer_has_more_time_than_the_esc_key() {
    let (decoder, _) = expecting(&[Doing::Bytes(b"\x1b")]);
    assert_eq!(decoder.patience(), Some(PAUSE_BEFORE_ANSWER));
    let (decoder, _) = expecting(&[Doing::Bytes(b"\x1b]11;rgb:1e1e")]);
    assert_eq!(decoder.patience(), Some(PAUSE_IN_ANSWER));
    let (decoder, _) = expecting(&[Doing::Bytes(b"\x1b[?62;22c\x1b")]);
    assert_eq!(decoder.patience(), Some(PAUSE_AFTER_ESC), "it was answered");
    let (decoder, inputs) =
        expecting(&[Doing::Bytes(b"\x1b"), Doing::Pause, Doing::Bytes(b"\x1b")]);
    assert_eq!(inputs, [key(Key::Esc)]);
    assert_eq!(decoder.patience(), Some(PAUSE_AFTER_ESC), "the first Esc of a user ends the wait");
    let (decoder, _) =
        expecting(&[Doing::Bytes(b"\x1b]11;rgb"), Doing::Pause, Doing::Bytes(b"\x1b]11;rgb")]);
    assert_eq!(decoder.patience(), Some(PAUSE_IN_SEQUENCE));
}

#[test]
fn a_hostile_answer_is_no_key_and_no_background() {
    let endless = "f".repeat(200_000);
    let (long, longer) = (format!("\x1b]11;rgb:{endless}\x07"), format!("\x1b]11;{endless}\x1b\\"));
    let barely = format!("\x1b]11;rgb:1e/1e/2e{}\x07", " ".repeat(64));
    let answers = format!("\x1b[?{}c", "6;".repeat(10_000));
    for hostile in [
        &*long,
        &*longer,
        &*barely,
        &*answers,
        "\x1b]11;?\x07",
        "\x1b]11;rgb:1e1e/1e1e\x07",
        "\x1b]11;rgb:zz/zz/zz\x1b\\",
        "\x1b]11;red\x07",
        "\x1bP11;rgb:1e/1e/2e\x1b\\",
        "\x1b_11;rgb:1e/1e/2e\x1b\\",
        "\x1b]11;rgb:1e/1e/\u{202e}2e\x1b\\",
        "\x1b[>41;354;0c",
        "\x1b[=41c",
    ] {
        assert_eq!(decode(format!("{hostile}j").as_bytes()), [char('j')], "{hostile:.40?}");
    }
    // An answer that another one interrupts is none; the other is one.
    assert_eq!(decode(b"\x1b]11;rgb:00/00\x1b]11;rgb:1e/1e/2e\x07"), [DARK]);
    assert_eq!(decode(b"\x1b]11;rgb:1e/1e/\x03"), [ctrl('c')], "the interrupt key always works");
    assert_eq!(decode(b"\x1b]11;rgb:1e/1e/\x18"), [ctrl('x')], "and the one that hides everything");
}

#[test]
fn an_answer_that_never_ends_keeps_no_memory() {
    let mut decoder = Decoder::expecting();
    decoder.advance(b"\x1b]11;rgb:", &mut Vec::new());
    decoder.advance(&vec![b'f'; 1_000_000], &mut Vec::new());
    let State::String { bytes, .. } = &decoder.state else { panic!("it goes on") };
    assert!(bytes.len() <= reply::LIMIT + 1, "{}", bytes.len());
}
