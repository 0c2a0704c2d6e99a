//! Signs that make a statement no TOML wherever they stand: comments, blanks, quotes, letters of others.

use super::named::{Named, body, is_toml, mended, outside_quotes, without};
use super::slip::Slip;
use super::statement::is_bare;
use crate::text::latin_for;

/// Opening and closing quotes of text processors.
const TYPOGRAPHIC: &[char] = &['“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '‹', '›', '`', '´'];

pub(super) fn comment(statement: &str) -> Option<Named> {
    // Behind a colon they are those of an address.
    let slashes = |at: &usize| {
        let is_address = statement.get(..*at).is_some_and(|before| before.ends_with(':'));
        !is_address && statement.get(*at..).is_some_and(|rest| rest.starts_with("//"))
    };
    let body = body(statement);
    let text = statement.get(body.clone())?;
    let at = if ["//", "--", "/*", ";"].iter().any(|sign| text.starts_with(sign)) {
        Some(body.start).filter(|_| !text.starts_with("---"))
    } else {
        outside_quotes(statement).map(|(at, _)| at).find(slashes)
    }?;
    let length = if statement.get(at..)?.starts_with(';') { 1 } else { 2 };
    let mut meant = statement.to_owned();
    meant.replace_range(at..at + length, if length == 1 { "#" } else { "# " });
    Some(mended(Slip::Comment, at..at + length, meant))
}

pub(super) fn foreign_blank(statement: &str) -> Option<Named> {
    let is_blank = |sign: char| sign.is_whitespace() && !matches!(sign, ' ' | '\t' | '\n' | '\r');
    let is_hidden = |sign: char| {
        matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
            || (sign.is_control() && !matches!(sign, '\t' | '\n' | '\r'))
    };
    let is_one = |sign: char| is_blank(sign) || is_hidden(sign);
    let mut foreign: Vec<(usize, char)> =
        outside_quotes(statement).filter(|(_, sign)| is_one(*sign)).collect();
    if foreign.is_empty() {
        // TOML lets no control character stand in a text either.
        let control = |(_, sign): &(usize, char)| is_hidden(*sign) && sign.is_control();
        foreign.extend(statement.char_indices().filter(control));
    }
    let (at, sign) = *foreign.first()?;
    let mut meant = statement.to_owned();
    for (at, sign) in &foreign {
        // What Unicode calls the end of a line or paragraph was meant as one.
        let ends_line = matches!(sign, '\u{2028}' | '\u{2029}' | '\u{85}');
        let blanks = " ".repeat(sign.len_utf8() - 1);
        let meant_as = [if ends_line { "\n" } else { " " }, &blanks].concat();
        meant.replace_range(*at..at + sign.len_utf8(), &meant_as);
    }
    let slip = if is_blank(sign) { Slip::Blank(sign) } else { Slip::Hidden(sign) };
    Some(mended(slip, at..at + sign.len_utf8(), meant))
}

pub(super) fn typographic(statement: &str) -> Option<Named> {
    let (at, first) = outside_quotes(statement).find(|(_, sign)| TYPOGRAPHIC.contains(sign))?;
    // A line of backquotes alone fences off code.
    if first == '`' && !statement.get(..at)?.contains('=') {
        return None;
    }
    // A comma behind them is a slip of its own.
    let end = statement.trim_end().trim_end_matches([',', ';', ' ']).len();
    let last = statement.get(..end)?.chars().next_back()?;
    let slip = Slip::TypographicQuotes(first);
    let named = Named { slip, at: at..at + first.len_utf8(), meant: None };
    let start = end - last.len_utf8();
    let inner = statement.get(at + first.len_utf8()..start);
    if statement.get(..at).is_some_and(|before| before.contains(['[', '{'])) {
        let quotes: Vec<(usize, char)> =
            outside_quotes(statement).filter(|(_, sign)| TYPOGRAPHIC.contains(sign)).collect();
        // A single one may be an apostrophe.
        let mut meant = statement.to_owned();
        for (at, sign) in quotes.iter().rev() {
            let blanks = " ".repeat(sign.len_utf8() - 1);
            let is_first =
                |sign: char| sign.is_whitespace() || matches!(sign, '[' | '{' | ',' | '=');
            let opens = statement.get(..*at)?.trim_end().ends_with(is_first);
            let quote = if opens { [&blanks, "\""].concat() } else { ["\"", &blanks].concat() };
            meant.replace_range(*at..*at + sign.len_utf8(), &quote);
        }
        let meant = Some(meant).filter(|meant| is_toml(meant));
        return Some(Named { meant, ..named });
    }
    let is_plain = |inner: &&str| !inner.contains(['"', '\\', '\n']);
    let Some(inner) = inner.filter(|_| TYPOGRAPHIC.contains(&last)).filter(is_plain) else {
        return Some(named);
    };
    // A quote of one byte, and blanks outside of it.
    let blanks = |sign: char| " ".repeat(sign.len_utf8() - 1);
    let meant = [
        statement.get(..at)?,
        &blanks(first),
        "\"",
        inner,
        "\"",
        &blanks(last),
        statement.get(end..)?,
    ];
    Some(mended(slip, named.at, meant.concat()))
}

pub(super) fn colon(statement: &str) -> Option<Named> {
    let colon = statement.find(':')?;
    let key = statement.get(..colon)?.trim();
    let dash = key.starts_with("- ").then(|| statement.find("- ")).flatten();
    let key = key.trim_start_matches("- ").trim().trim_matches(['"', '\'']);
    let after = statement.get(colon + 1..)?;
    if key.is_empty() || !key.chars().all(is_bare) {
        return None;
    }
    if after.starts_with('=') {
        let mut meant = statement.to_owned();
        meant.replace_range(colon..colon + 2, " =");
        return Some(mended(Slip::ColonEquals, colon..colon + 2, meant));
    }
    if !after.starts_with(char::is_whitespace) {
        return None;
    }
    let mut meant = statement.to_owned();
    meant.replace_range(colon..=colon, "=");
    if let Some(dash) = dash {
        meant.replace_range(dash..=dash, " ");
    }
    let end = meant.trim_end().len();
    if meant.get(..end)?.ends_with(',') {
        meant.replace_range(end - 1..end, " ");
    }
    Some(mended(Slip::Colon, colon..colon + 1, meant))
}

/// A letter in the key that looks like one of Latin.
pub(super) fn look_alike(statement: &str) -> Option<Named> {
    let (at, letter) = look_alike_in(statement.get(..statement.find('=')?)?)?;
    Some(Named { slip: Slip::LookAlike(letter), at: at..at + letter.len_utf8(), meant: None })
}

/// The first letter of another script that looks like one of Latin, with its place.
pub(super) fn look_alike_in(text: &str) -> Option<(usize, char)> {
    text.char_indices().find(|(_, letter)| latin_for(*letter).is_some())
}

/// What stands behind a value and is too much.
pub(super) fn behind(statement: &str) -> Option<Named> {
    let end = statement.trim_end().len();
    let last = statement.get(..end)?.chars().next_back()?;
    let slip = match last {
        ',' | ';' => Slip::Comma,
        ']' | '}' | ')' => Slip::Closing(last),
        _ => return None,
    };
    let named = without(slip, statement, end - 1..end);
    named.meant.as_deref().is_some_and(is_toml).then_some(named)
}
