use proptest::prelude::*;

mod answers;

use super::*;
use crate::pointer::PointerKind;

/// Decodes bytes that all arrive at once, and then nothing more.
fn decode(bytes: &[u8]) -> Vec<Input> {
    let mut decoder = Decoder::default();
    let mut inputs = Vec::new();
    decoder.advance(bytes, &mut inputs);
    silence(&mut decoder, &mut inputs);
    inputs
}

/// Nothing comes any more; returns for how long the decoder waited.
fn silence(decoder: &mut Decoder, inputs: &mut Vec<Input>) -> Duration {
    let mut waited = Duration::ZERO;
    while let Some(patience) = decoder.patience() {
        waited += patience;
        assert!(waited <= Duration::from_secs(6), "silence leaves nothing unfinished");
        decoder.pause(inputs);
    }
    waited
}

/// What is typed, pasted or waited for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Doing<'a> {
    Bytes(&'a [u8]),
    /// Silence for as long as the decoder has patience.
    Pause,
}

/// The inputs after all of this.
pub(super) fn after_all(doings: &[Doing<'_>]) -> Vec<Input> {
    after(doings).1
}

fn after(doings: &[Doing<'_>]) -> (Decoder, Vec<Input>) {
    let mut decoder = Decoder::default();
    let mut inputs = Vec::new();
    for doing in doings {
        match doing {
            Doing::Bytes(bytes) => decoder.advance(bytes, &mut inputs),
            Doing::Pause => decoder.pause(&mut inputs),
        }
    }
    (decoder, inputs)
}

/// What the user did, without what the terminal answered.
fn done(inputs: Vec<Input>) -> Vec<Input> {
    let answer = |input: &Input| matches!(input, Input::Background(_) | Input::Answered);
    inputs.into_iter().filter(|input| !answer(input)).collect()
}

pub(super) fn key(key: Key) -> Input {
    plain(key)
}

pub(super) fn char(character: char) -> Input {
    plain(Key::Char(character))
}

fn ctrl(character: char) -> Input {
    Input::Key(Chord { key: Key::Char(character), ctrl: true, alt: false, shift: false })
}

#[test]
fn keys_of_the_common_terminals() {
    let table: &[(&[u8], Key)] = &[
        (b"a", Key::Char('a')),
        (b"J", Key::Char('J')),
        ("ش".as_bytes(), Key::Char('ش')),
        ("𝛼".as_bytes(), Key::Char('𝛼')),
        (b"\r", Key::Enter),
        (b"\t", Key::Tab),
        (b"\x1b[Z", Key::BackTab),
        (b"\x08", Key::Backspace),
        (b"\x7f", Key::Backspace),
        (b"\x1b", Key::Esc),
        (b"\x1b[A", Key::Up),
        (b"\x1bOA", Key::Up),
        (b"\x1b[H", Key::Home),
        (b"\x1b[1~", Key::Home),
        (b"\x1b[7~", Key::Home),
        (b"\x1bOF", Key::End),
        (b"\x1b[2~", Key::Insert),
        (b"\x1b[3~", Key::Delete),
        (b"\x1b[5~", Key::PageUp),
        (b"\x1b[6~", Key::PageDown),
        (b"\x1bOP", Key::F(1)),
        (b"\x1b[[A", Key::F(1)),
        (b"\x1b[[E", Key::F(5)),
        (b"\x1b[15~", Key::F(5)),
        (b"\x1b[17~", Key::F(6)),
        (b"\x1b[24~", Key::F(12)),
        (b"\x1b[34~", Key::F(20)),
    ];
    for (bytes, expected) in table {
        assert_eq!(decode(bytes), [key(*expected)], "{bytes:?}");
    }
}

#[test]
fn modifiers() {
    let chord = |key, ctrl, alt, shift| [Input::Key(Chord { key, ctrl, alt, shift })];
    assert_eq!(decode(b"\x03"), [ctrl('c')]);
    assert_eq!(decode(b"\n"), [ctrl('j')]);
    assert_eq!(decode(b"\0"), [ctrl(' ')]);
    assert_eq!(decode(b"\x1f"), [ctrl('_')]);
    assert_eq!(decode(b"\x1bj"), chord(Key::Char('j'), false, true, false));
    assert_eq!(decode("\x1bش".as_bytes()), chord(Key::Char('ش'), false, true, false));
    assert_eq!(decode(b"\x1b[1;2B"), chord(Key::Down, false, false, true));
    assert_eq!(decode(b"\x1b[1;5D"), chord(Key::Left, true, false, false));
    assert_eq!(decode(b"\x1b[3;3~"), chord(Key::Delete, false, true, false));
    assert_eq!(decode(b"\x1b[9;2u"), chord(Key::BackTab, false, false, false));
    assert_eq!(decode(b"\x1b[27;5;106~"), chord(Key::Char('j'), true, false, false));
}

#[test]
fn escape_and_a_bracket_typed_slowly_are_keys() {
    assert_eq!(decode(b"\x1b["), [alt('[')]);
    assert_eq!(decode(b"\x1bO"), [alt('O')]);
    assert_eq!(decode(b"\x1b]"), [alt(']')]);
    assert_eq!(decode(b"\x1b\x1b"), [key(Key::Esc), key(Key::Esc)]);
}

const REPLIES: &[&[u8]] = &[
    b"\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\",
    b"\x1b]10;rgb:ffff/ffff/ffff\x07",
    b"\x1b]52;c;aGVsbG8=\x07",
    b"\x1b[?62;22c",
    b"\x1b[>41;354;0c",
    b"\x1b[?997;1n",
    b"\x1b[0n",
    b"\x1b[12;40R",
    b"\x1b[?2026;2$y",
    b"\x1b[?1u",
    b"\x1b[8;24;80t",
    b"\x1b[4;480;640t",
    b"\x1bP>|xterm(390)\x1b\\",
    b"\x1bP1$r0m\x1b\\",
    b"\x1b_Gi=31;OK\x1b\\",
    b"\x1b[I",
    b"\x1b[O",
    b"\x1b[<0;10;10m",
    b"\x1b[M !!",
    b"\x1b[32;10;10M",
];

fn mouse(kind: PointerKind, column: u16, row: u16) -> Input {
    Input::Mouse(Pointer { kind, column, row })
}

#[test]
fn the_left_button_and_the_wheel_are_the_mouse() {
    for (bytes, expected) in [
        (&b"\x1b[<0;1;1M"[..], mouse(PointerKind::Press, 0, 0)),
        (b"\x1b[<0;80;24M", mouse(PointerKind::Press, 79, 23)),
        (b"\x1b[<64;12;7M", mouse(PointerKind::WheelUp, 11, 6)),
        (b"\x1b[<65;300;200M", mouse(PointerKind::WheelDown, 299, 199)),
        (b"\x1b[<65;65535;65535M", mouse(PointerKind::WheelDown, 65_534, 65_534)),
    ] {
        assert_eq!(decode(bytes), [expected], "{:?}", String::from_utf8_lossy(bytes));
    }
}

/// Release, movement, other buttons, modifiers, other encodings, and what no terminal sends.
#[test]
fn other_reports_of_a_mouse_mean_nothing() {
    let long = format!("\x1b[<0;{};1M", "1".repeat(10_000));
    for report in [
        "\x1b[<0;10;10m",
        "\x1b[<64;10;10m",
        "\x1b[<1;10;10M",
        "\x1b[<2;10;10M",
        "\x1b[<3;10;10M",
        "\x1b[<4;10;10M",
        "\x1b[<8;10;10M",
        "\x1b[<16;10;10M",
        "\x1b[<32;10;10M",
        "\x1b[<35;10;10M",
        "\x1b[<66;10;10M",
        "\x1b[<80;10;10M",
        "\x1b[<128;10;10M",
        "\x1b[M !!",
        "\x1b[M\x1b[A",
        "\x1b[32;10;10M",
        "\x1b[<0;0;1M",
        "\x1b[<0;1;0M",
        "\x1b[<0;65536;1M",
        "\x1b[<0;99999999999999999999;1M",
        "\x1b[<-1;1;1M",
        "\x1b[<+0;+1;+1M",
        "\x1b[<0;1;1;1M",
        "\x1b[<0;1M",
        "\x1b[<0M",
        "\x1b[<M",
        "\x1b[<;;M",
        "\x1b[<0;;1M",
        "\x1b[<0:1:1M",
        "\x1b[<<0;1;1M",
        "\x1b[?0;1;1M",
        "\x1b[< 0;1;1M",
        &long,
    ] {
        assert_eq!(decode(format!("{report}j").as_bytes()), [char('j')], "{report:?}");
    }
}

#[test]
fn late_replies_of_the_terminal_are_no_keys_and_do_not_block_the_next_one() {
    for reply in REPLIES {
        let mut bytes = reply.to_vec();
        bytes.push(b'j');
        assert_eq!(done(decode(&bytes)), [char('j')], "{:?}", String::from_utf8_lossy(reply));
    }
}

#[test]
fn an_unfinished_reply_is_given_up_after_a_pause() {
    for reply in [&b"\x1b]11;rgb:1e1e/"[..], b"\x1b[?997;", b"\x1bP1$r", b"\x1b[M!", b"\xe2\x82"] {
        let mut decoder = Decoder::default();
        let mut inputs = Vec::new();
        decoder.advance(reply, &mut inputs);
        assert!(decoder.patience().is_some());
        decoder.pause(&mut inputs);
        decoder.advance(b"j", &mut inputs);
        assert_eq!(inputs, [char('j')], "{:?}", String::from_utf8_lossy(reply));
    }
}

#[test]
fn ctrl_c_gets_through_an_unfinished_reply() {
    assert_eq!(decode(b"\x1b]11;rgb\x03"), [ctrl('c')]);
    assert_eq!(decode(b"\x1b[?997\x03"), [ctrl('c')]);
    assert_eq!(decode(b"\xe2\x03"), [ctrl('c')]);
}

#[test]
fn a_paste_is_one_input_without_keys() {
    assert_eq!(
        decode(b"\x1b[200~q\nj\x1b[Ax\x1b[201~k"),
        [Input::Paste("q\nj\x1b[Ax".to_owned()), char('k')]
    );
}

#[test]
fn a_paste_is_cut_and_its_rest_is_no_keys() {
    for character in ["a", "ش", "𝛼"] {
        let text = character.repeat(10_000);
        let inputs = decode(format!("\x1b[200~{text}\x1b[201~k").as_bytes());
        assert_eq!(inputs, [Input::Paste(character.repeat(PASTE_LIMIT)), char('k')]);
    }
}

#[test]
fn a_paste_without_an_end_is_delivered_after_a_pause() {
    assert_eq!(decode(b"\x1b[200~abc"), [Input::Paste("abc".to_owned())]);
}

#[test]
fn the_interrupt_key_gets_through_a_paste_without_an_end() {
    use Doing::{Bytes, Pause};
    let expected = [Input::Paste("abc".to_owned()), ctrl('c')];
    for doings in [
        &[Bytes(b"\x1b[200~abc"), Pause, Bytes(b"\x03"), Pause][..],
        &[Bytes(b"\x1b[200~a"), Pause, Bytes(b"bc"), Pause, Pause, Bytes(b"\x03"), Pause],
        &[Bytes(b"\x1b[200~abc"), Pause, Bytes(b"\x03\x03")],
        &[Bytes(b"\x1b[200~abc"), Pause, Bytes(b"\x03"), Bytes(b"\x03")],
    ] {
        let (decoder, inputs) = after(doings);
        assert_eq!(inputs, expected, "{doings:?}");
        assert_eq!(decoder.patience(), None, "{doings:?}");
    }
    let (decoder, _) = after(&[Bytes(b"\x1b[200~abc")]);
    assert_eq!(decoder.patience(), Some(PAUSE_IN_PASTE));
    let (decoder, _) = after(&[Bytes(b"\x1b[200~abc"), Pause, Bytes(b"\x03")]);
    assert_eq!(decoder.patience(), Some(PAUSE_AFTER_INTERRUPT));
    assert!(PAUSE_IN_PASTE < Duration::from_millis(200));
}

#[test]
fn an_interrupt_character_within_a_paste_is_text() {
    use Doing::{Bytes, Pause};
    for (doings, text) in [
        (&[Bytes(b"\x1b[200~a\x03b\x1b[201~")][..], "a\x03b"),
        (&[Bytes(b"\x1b[200~\x03\x03\x1b[201~")], "\x03\x03"),
        // A burst ends or begins with it, after a line that stalled.
        (&[Bytes(b"\x1b[200~a\x03"), Pause, Bytes(b"b\x1b[201~")], "a\x03b"),
        (&[Bytes(b"\x1b[200~a"), Pause, Bytes(b"\x03b\x1b[201~")], "a\x03b"),
        (&[Bytes(b"\x1b[200~a"), Pause, Bytes(b"b\x03"), Pause, Bytes(b"\x1b[201~")], "ab\x03"),
        (&[Bytes(b"\x1b[200~a"), Pause, Bytes(b"b\x03\x03\x1b[201~")], "ab\x03\x03"),
        (&[Bytes(b"\x1b[200~a"), Pause, Bytes(b"\x03"), Bytes(b"\x1b[201~")], "a\x03"),
    ] {
        let (decoder, inputs) = after(doings);
        assert_eq!(inputs, [Input::Paste(text.to_owned())], "{doings:?}");
        assert_eq!(decoder.patience(), None, "{doings:?}");
    }
}

#[test]
fn typing_does_not_keep_a_paste_without_an_end_open() {
    let mut decoder = Decoder::default();
    let mut inputs = Vec::new();
    decoder.advance(b"\x1b[200~abc", &mut inputs);
    for typed in [&b"q"[..], b"\x1b[A", b"\x1b", "ش".as_bytes(), b"\x1b[1;5D"]
        .iter()
        .cycle()
        .take(PAUSES_IN_PASTE as usize - 1)
    {
        decoder.pause(&mut inputs);
        decoder.advance(typed, &mut inputs);
    }
    assert_eq!(inputs, [], "a pause less is still a paste");
    decoder.pause(&mut inputs);
    assert!(matches!(inputs.as_slice(), [Input::Paste(text)] if text.starts_with("abcq")));
    assert_eq!(decoder.patience(), None);
    decoder.advance(b"q", &mut inputs);
    assert_eq!(inputs.last(), Some(&char('q')));
}

#[test]
fn a_paste_over_a_slow_line_stays_one() {
    let mut decoder = Decoder::default();
    let mut inputs = Vec::new();
    let burst = "jkq?/\x03abcdefghij";
    assert_eq!(burst.len(), 16);
    decoder.advance(b"\x1b[200~", &mut inputs);
    for _ in 0..60 {
        // Nearly five seconds of nothing, again and again.
        (1..PAUSES_IN_PASTE).for_each(|_| decoder.pause(&mut inputs));
        decoder.advance(burst.as_bytes(), &mut inputs);
    }
    decoder.advance(b"\x1b[201~k", &mut inputs);
    assert_eq!(inputs, [Input::Paste(burst.repeat(60)), char('k')]);
}

#[test]
fn a_paste_is_given_up_after_five_seconds_and_its_late_end_is_no_key() {
    let mut decoder = Decoder::default();
    let mut inputs = Vec::new();
    decoder.advance(b"\x1b[200~abc", &mut inputs);
    assert_eq!(silence(&mut decoder, &mut inputs), Duration::from_secs(5));
    decoder.advance(b"\x1b[201~j", &mut inputs);
    assert_eq!(inputs, [Input::Paste("abc".to_owned()), char('j')]);
}

#[test]
fn a_reply_of_any_length_is_no_key() {
    for size in [64 * 1_024 - 1, 64 * 1_024, 64 * 1_024 + 1, 1_000_000] {
        for (begin, end) in [("\x1b]52;c;", "\x07"), ("\x1b]52;c;", "\x1b\\"), ("\x1bP", "\x1b\\")]
        {
            let reply = format!("{begin}{}{end}j", "q".repeat(size));
            assert_eq!(decode(reply.as_bytes()), [char('j')], "{size} {begin:?} {end:?}");
        }
    }
    let mut decoder = Decoder::default();
    let mut inputs = Vec::new();
    decoder.advance(format!("\x1b]52;c;{}", "q".repeat(100_000)).as_bytes(), &mut inputs);
    assert_eq!(decoder.patience(), Some(PAUSE_IN_SEQUENCE));
    decoder.pause(&mut inputs);
    decoder.advance(b"j", &mut inputs);
    assert_eq!(inputs, [char('j')], "a pause ends it");
}

#[test]
fn a_control_character_in_two_bytes_is_no_key() {
    assert_eq!(decode("\u{9b}31m".as_bytes()), [char('3'), char('1'), char('m')]);
    assert_eq!(decode(b"\xff\xfe\x80j"), [char('j')]);
}

proptest! {
    /// Wherever a reply is split, and whatever comes between two replies, only the keys are seen.
    #[test]
    fn replies_split_anywhere_between_keys(
        parts in prop::collection::vec((0..REPLIES.len(), prop::char::range('a', 'z')), 1..8),
        pieces in prop::collection::vec(1usize..7, 1..20),
    ) {
        let mut bytes = Vec::new();
        for (reply, letter) in &parts {
            bytes.extend_from_slice(REPLIES[*reply]);
            bytes.push(u8::try_from(*letter).unwrap());
        }
        let mut decoder = Decoder::default();
        let mut inputs = Vec::new();
        let mut rest = bytes.as_slice();
        for size in pieces.iter().cycle() {
            let (now, later) = rest.split_at((*size).min(rest.len()));
            decoder.advance(now, &mut inputs);
            rest = later;
            if rest.is_empty() {
                break;
            }
        }
        let keys: Vec<Input> = parts.iter().map(|(_, letter)| char(*letter)).collect();
        prop_assert_eq!(done(inputs), keys);
    }

    /// Whatever stands in a report, it is no key, and the mouse at the most where it is one.
    #[test]
    fn any_report_of_a_mouse_is_the_mouse_or_nothing(
        parameters in "[0-9;:<=>? !+*-]{0,90}",
        last in "[Mm]",
    ) {
        let inputs = decode(format!("\x1b[<{parameters}{last}j").as_bytes());
        let (key, mouse) = inputs.split_last().unwrap();
        prop_assert_eq!(key, &char('j'));
        prop_assert!(matches!(mouse, [] | [Input::Mouse(_)]), "{mouse:?}");
    }

    /// Any cell, wherever the report is split.
    #[test]
    fn a_report_of_a_mouse_says_its_cell(
        (column, row) in (1..=u16::MAX, 1..=u16::MAX),
        (button, kind) in prop::sample::select(&[
            (0, PointerKind::Press),
            (64, PointerKind::WheelUp),
            (65, PointerKind::WheelDown),
        ][..]),
        split in 1usize..12,
    ) {
        let report = format!("\x1b[<{button};{column};{row}Mj");
        let (now, later) = report.as_bytes().split_at(split.min(report.len()));
        let (_, inputs) = after(&[Doing::Bytes(now), Doing::Bytes(later)]);
        prop_assert_eq!(inputs, vec![mouse(kind, column - 1, row - 1), char('j')]);
    }

    /// Whatever was received, after some silence the keyboard works.
    #[test]
    fn any_bytes_leave_a_working_keyboard(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let mut decoder = Decoder::default();
        let mut inputs = Vec::new();
        decoder.advance(&bytes, &mut inputs);
        silence(&mut decoder, &mut inputs);
        inputs.clear();
        decoder.advance(b"j", &mut inputs);
        prop_assert_eq!(inputs, vec![char('j')]);
    }
}
