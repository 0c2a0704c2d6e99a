//! What may reach the terminal: the sequences of the program's own backend, and text.

use super::forbidden::forbidden;

/// Alternate screen, bracketed paste, cursor, one frame as one change.
const MODES: &[&str] = &["?1049", "?2004", "?25", "?2026"];
/// Attributes of the built-in theme: on, off, and colours back to the terminal's.
const ATTRIBUTES: &[&str] =
    &["0", "1", "2", "3", "4", "7", "22", "23", "24", "27", "39", "49", "59"];
/// Its colours on a terminal with 256: the red that can be read on any background, and markings on black.
const COLOURS: &[&str] =
    &["38;5;9", "38;5;196", "38;5;214", "38;5;82", "38;5;231", "48;5;16", "39", "49"];
/// What the terminal is asked, at most once: its background, and what it is.
pub(crate) const QUESTION: &str = "\x1b]11;?\x1b\\\x1b[c";

/// A part of what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// Characters to be shown.
    Text(&'a str),
    /// A control sequence without its `ESC [`.
    Sequence(&'a str),
}

/// Takes the output apart. Everything that is not `ESC [ … letter` or the question is text.
pub(crate) fn pieces(output: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut parts = output.split("\x1b[");
    pieces.extend(parts.next().map(Piece::Text));
    for part in parts {
        let is_parameter = |c: char| matches!(c, '0'..='9' | ';' | ':' | '<'..='?');
        let letter = part.chars().find(|c| !is_parameter(*c)).map_or(0, char::len_utf8);
        let parameters = part.find(|c| !is_parameter(c)).unwrap_or(part.len());
        let (sequence, text) = part.split_at(parameters + letter);
        let asks = QUESTION.strip_suffix("\x1b[c") == Some(text);
        let rest = if asks { Piece::Sequence(text) } else { Piece::Text(text) };
        pieces.extend([Piece::Sequence(sequence), rest]);
    }
    pieces.retain(|piece| *piece != Piece::Text(""));
    pieces
}

fn is_known(sequence: &str) -> bool {
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if matches!(sequence, "2J" | "3J") {
        return true;
    }
    let Some((last, _)) = sequence.char_indices().next_back() else { return false };
    let (parameters, letter) = sequence.split_at(last);
    match letter {
        "h" | "l" => MODES.contains(&parameters),
        "H" => {
            parameters.split_once(';').is_some_and(|(row, column)| number(row) && number(column))
        }
        "m" => ATTRIBUTES.contains(&parameters) || are_colours(parameters),
        _ => false,
    }
}

/// Whether the parameters of an SGR are colours of the built-in theme, one or two.
fn are_colours(parameters: &str) -> bool {
    let one = |text: &str| COLOURS.contains(&text);
    let numbers: Vec<&str> = parameters.split(';').collect();
    let pair =
        |(first, second): (&[&str], &[&str])| one(&first.join(";")) && one(&second.join(";"));
    one(parameters) || (1..numbers.len()).any(|cut| pair(numbers.split_at(cut)))
}

/// What of the output must not be; nothing is right.
pub(crate) fn faults(output: &[u8]) -> Vec<String> {
    let Ok(output) = std::str::from_utf8(output) else { return vec!["not UTF-8".to_owned()] };
    let output = output.replacen(QUESTION, "", 1);
    let mut faults: Vec<String> = pieces(&output)
        .into_iter()
        .flat_map(|piece| match piece {
            // The program itself puts this one between texts that run from right to left.
            Piece::Text(text) => forbidden(text, &['\u{2800}']),
            Piece::Sequence(sequence) if is_known(sequence) => Vec::new(),
            Piece::Sequence(sequence) => vec![format!("ESC [ {}", sequence.escape_debug())],
        })
        .collect();
    faults.sort();
    faults.dedup();
    faults
}

#[test]
fn the_oracle_lets_through_what_the_backend_sends_and_nothing_else() {
    let good = "\x1b[?1049h\x1b]11;?\x1b\\\x1b[c\x1b[2J\x1b[?2026h\x1b[3;14H\x1b[7mAlbania\x1b[27m\
                \x1b[38;5;9;49m≠\x1b[38;5;231;48;5;16mTLP:CLEAR\x1b[39;49m\x1b[?2026l";
    assert_eq!(faults(good.as_bytes()), [""; 0]);
    let twice = format!("{QUESTION}{QUESTION}");
    assert_ne!(faults(twice.as_bytes()), [""; 0]);
    for bad in [
        "\x1b]52;c;cm0=\x07",
        "\x1b[31m",
        "\x1b[38;5;10m",
        "\x1b[38;5;9;48;5;9m",
        "\x1b]11;?\x1b\\",
        "\x1b[6n",
        "\x1b[c",
        "\x1b[?1000h",
        "\x1bc",
        "\x1b[",
        "\x1b[1;1",
        "a\nb",
        "\u{9b}2J",
        "\u{202e}",
    ] {
        assert!(!faults(bad.as_bytes()).is_empty(), "{bad:?}");
    }
    assert!(!faults(b"\x9b2J").is_empty());
}
