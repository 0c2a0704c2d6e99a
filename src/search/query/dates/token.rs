//! What was typed, cut into numbers, words and the marks between them.

use super::words::{Word, word};

/// A part of what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is.
    pub(super) kind: Kind,
    /// The number of the piece it stands in.
    pub(super) piece: usize,
    /// Whether nothing stands between it and the one before.
    pub(super) tight: bool,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Number(Number),
    Word(Word),
    /// `-`, `/` or `.`; all dashes are one.
    Mark(char),
    /// A piece that has no place in a date.
    Other,
}

/// A number as it is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Number {
    /// Its value.
    pub(super) value: i32,
    /// How many digits it has.
    pub(super) digits: usize,
    /// Whether it counts: `1st`.
    pub(super) is_ordinal: bool,
    /// Whether a dot ends it: `23.10.`
    pub(super) has_dot: bool,
    /// Whether it is a year without its century: `'22`.
    pub(super) is_short: bool,
}

/// Most digits of a number: those of `20220715`.
const MOST_DIGITS: usize = 8;

/// Cuts pieces into tokens. "The" is said for the ear alone, so it is none.
pub(super) fn tokens(pieces: &[&str]) -> Vec<Token> {
    let mut tokens = Vec::new();
    for (piece, text) in pieces.iter().enumerate() {
        let text = folded(text);
        match scan(&text) {
            Some(found) => {
                tokens.extend(found.into_iter().map(|(kind, tight)| Token { kind, piece, tight }));
            }
            None => tokens.push(Token { kind: Kind::Other, piece, tight: false }),
        }
    }
    tokens
}

/// Whether a date can begin with a piece: most words say nothing of one, and need no grammar.
pub(super) fn may_begin(piece: &str) -> bool {
    scan(&folded(piece)).is_some()
}

/// In small letters, with the digits, dashes and apostrophes of ASCII.
pub(super) fn folded(piece: &str) -> String {
    if piece.is_ascii() {
        return piece.to_ascii_lowercase();
    }
    piece
        .chars()
        .flat_map(|letter| match letter.to_digit(10).or_else(|| eastern_digit(letter)) {
            Some(digit) => char::from_digit(digit, 10).into_iter().collect::<Vec<_>>(),
            None => match letter {
                '\u{2010}'..='\u{2015}' | '\u{2212}' => vec!['-'],
                '\u{2018}' | '\u{2019}' | '\u{2bc}' => vec!['\''],
                letter => letter.to_lowercase().collect(),
            },
        })
        .collect()
}

fn eastern_digit(letter: char) -> Option<u32> {
    let code = u32::from(letter);
    match code {
        0x660..=0x669 => Some(code - 0x660),
        0x6f0..=0x6f9 => Some(code - 0x6f0),
        _ => None,
    }
}

/// The tokens of one piece, each with whether it touches the one before; `None` where something stands
/// in it that no date has.
fn scan(text: &str) -> Option<Vec<(Kind, bool)>> {
    let plain =
        text.trim_start_matches(['(', '[']).trim_end_matches([')', ']', '?', '!', '~', ',', ';']);
    if is_time(plain) {
        return Some(vec![(Kind::Word(Word::Time), false)]);
    }
    let plain = without_times(plain.trim_end_matches(':'));
    let mut scanner = Scanner { rest: &plain, found: Vec::new(), tight: false };
    while !scanner.rest.is_empty() {
        scanner.next()?;
    }
    let mut found = scanner.found;
    // A dash or stroke at the end leads nowhere; by itself it stands between two dates.
    while found.len() > 1 && matches!(found.last(), Some((Kind::Mark(_), _))) {
        found.pop();
    }
    let begins_with_mark = found.len() > 1 && matches!(found.first(), Some((Kind::Mark(_), _)));
    let is_nothing = found.is_empty() && !matches!(plain.as_str(), "" | "the");
    (!begins_with_mark && !is_nothing).then_some(found)
}

struct Scanner<'t> {
    rest: &'t str,
    found: Vec<(Kind, bool)>,
    /// Whether the next token touches the last one.
    tight: bool,
}

impl Scanner<'_> {
    fn push(&mut self, kind: Kind) {
        self.found.push((kind, self.tight));
        self.tight = true;
    }

    fn take(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }

    /// Takes the next token, or what is none; `None` where no date can have it.
    fn next(&mut self) -> Option<()> {
        let first = self.rest.chars().next()?;
        if first.is_ascii_digit() {
            return self.number(false);
        }
        if first.is_alphabetic() {
            return self.letters();
        }
        if self.rest.starts_with("..") {
            self.take(2);
            self.push(Kind::Mark('-'));
            return Some(());
        }
        let after = self.rest.get(first.len_utf8()..)?;
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        self.rest = after;
        match first {
            '\'' if digits == 2 => self.number(true),
            '-' | '/' => {
                self.push(Kind::Mark(first));
                Some(())
            }
            // It ends an abbreviation, or a number in German.
            '.' if !after.starts_with(char::is_alphanumeric) => {
                if let Some((Kind::Number(number), _)) = self.found.last_mut() {
                    number.has_dot = true;
                }
                Some(())
            }
            '.' => {
                self.push(Kind::Mark('.'));
                Some(())
            }
            '&' => {
                self.push(Kind::Word(Word::And));
                Some(())
            }
            // `3,5` is a number.
            ',' | ';' if digits == 0 => {
                self.tight = false;
                Some(())
            }
            _ if first.is_whitespace() => {
                self.tight = false;
                Some(())
            }
            _ => None,
        }
    }

    fn number(&mut self, is_short: bool) -> Option<()> {
        let digits = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let value = self.rest.get(..digits).filter(|_| digits <= MOST_DIGITS)?.parse().ok()?;
        self.take(digits);
        let rest = self.rest;
        let ends = |ending: &&'static str| {
            let after = rest.strip_prefix(*ending);
            after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
        };
        let ordinal = ["st", "nd", "rd", "th"].into_iter().find(ends);
        let decade = ["s", "'s"].into_iter().find(ends);
        let is_ordinal = ordinal.is_some();
        self.push(Kind::Number(Number { value, digits, is_ordinal, has_dot: false, is_short }));
        self.take(ordinal.map_or(0, str::len));
        if let Some(ending) = decade {
            self.take(ending.len());
            self.push(Kind::Word(Word::Decade));
        }
        Some(())
    }

    fn letters(&mut self) -> Option<()> {
        let is_letter = |letter: char| letter.is_alphabetic() || is_accent(letter);
        let length = self.rest.find(|letter| !is_letter(letter)).unwrap_or(self.rest.len());
        let letters = self.rest.get(..length)?;
        self.take(length);
        // The possessive: `new year's day`.
        if let Some(after) = self.rest.strip_prefix("'s") {
            self.rest = after;
        }
        let before_digit = self.rest.starts_with(|next: char| next.is_ascii_digit());
        let found = match letters {
            "the" => return Some(()),
            "q" if before_digit => Word::Quarter,
            "h" if before_digit => Word::Half,
            "w" | "cw" | "kw" if before_digit => Word::Week,
            _ => word(letters)?,
        };
        // A little word is written apart: `in20` is part of a name.
        let is_little = matches!(found, Word::Beside | Word::Of | Word::From | Word::Between);
        if before_digit && is_little {
            return None;
        }
        self.push(Kind::Word(found));
        Some(())
    }
}

fn is_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// Whether a piece is a time of day, also where it is being typed: `14:`, `14:20Z`, `14:20+02:00`.
fn is_time(piece: &str) -> bool {
    let Some((hours, rest)) = piece.split_once(':') else { return false };
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_of_time = |letter: char| letter.is_ascii_digit() || ":.+-z".contains(letter);
    matches!(hours.len(), 1 | 2) && is_number(hours) && rest.chars().all(is_of_time)
}

/// A piece without the times of day that ISO 8601 writes after a day: `2022-10-22t14:00z`.
fn without_times(piece: &str) -> String {
    let is_of_time = |letter: char| letter.is_ascii_digit() || ":.,+-z".contains(letter);
    let day = |part: &str| -> usize {
        match part.split_once('t') {
            Some((day, time)) => {
                let form: String =
                    day.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
                let is_day = matches!(form.as_str(), "0000-00-00" | "00000000");
                if is_day && time.chars().all(is_of_time) { day.len() } else { part.len() }
            }
            None => part.len(),
        }
    };
    let days = piece.split('/').map(|part| part.get(..day(part)).unwrap_or(part));
    days.collect::<Vec<_>>().join("/")
}
