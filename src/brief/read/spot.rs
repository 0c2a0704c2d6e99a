//! Which slip makes a statement no TOML, and where the meaning is plain, how to read it.

use super::slip::Slip;
use crate::text::skeleton;
use std::ops::Range;
use toml::de::DeTable;

/// A slip in a statement.
pub(super) struct Named {
    pub(super) slip: Slip,
    /// Where it is, in the statement.
    pub(super) at: Range<usize>,
    /// The statement as it was meant, of the same length; none where that is not plain.
    pub(super) meant: Option<String>,
}

/// Opening and closing quotes of text processors.
const TYPOGRAPHIC: &[char] = &['“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '‹', '›'];

/// Names the slip in a statement that is no TOML.
pub(super) fn name(statement: &str) -> Named {
    const LOOKS: &[fn(&str) -> Option<Named>] = &[
        comment,
        foreign_blank,
        typographic,
        colon,
        look_alike,
        behind,
        quotes,
        lists,
        value,
        alone,
    ];
    let found = LOOKS.iter().find_map(|look| look(statement));
    found.unwrap_or_else(|| {
        let error = DeTable::parse(statement).err().and_then(|error| error.span());
        Named { slip: Slip::Other, at: error.unwrap_or_else(|| body(statement)), meant: None }
    })
}

/// Whether a text is TOML by itself.
pub(super) fn is_toml(text: &str) -> bool {
    DeTable::parse(text).is_ok()
}

/// A statement without the blanks around it.
fn body(statement: &str) -> Range<usize> {
    let start = statement.len() - statement.trim_start().len();
    start..start.max(statement.trim_end().len())
}

/// A slip with the statement as it was meant, if that can be read.
fn mended(slip: Slip, at: Range<usize>, meant: String) -> Named {
    Named { slip, at, meant: Some(meant).filter(|meant| is_toml(meant)) }
}

/// A slip with blanks in place of what is too much.
fn without(slip: Slip, statement: &str, at: Range<usize>) -> Named {
    let mut meant = statement.to_owned();
    meant.replace_range(at.clone(), &" ".repeat(at.len()));
    mended(slip, at, meant)
}

/// Places of a text that stand in no quotes, with their signs.
fn outside_quotes(text: &str) -> impl Iterator<Item = (usize, char)> {
    let (mut quote, mut escaped) = (None, false);
    text.char_indices().filter(move |(_, sign)| {
        let is_outside = quote.is_none();
        match quote {
            Some(open) if *sign == open && !escaped => quote = None,
            None if matches!(sign, '"' | '\'') => quote = Some(*sign),
            _ => {}
        }
        escaped = quote == Some('"') && *sign == '\\' && !escaped;
        is_outside
    })
}

fn comment(statement: &str) -> Option<Named> {
    let slashes = |at: &usize| statement.get(*at..).is_some_and(|rest| rest.starts_with("//"));
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

fn foreign_blank(statement: &str) -> Option<Named> {
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
        meant.replace_range(*at..at + sign.len_utf8(), &" ".repeat(sign.len_utf8()));
    }
    let slip = if is_blank(sign) { Slip::Blank(sign) } else { Slip::Hidden(sign) };
    Some(mended(slip, at..at + sign.len_utf8(), meant))
}

fn typographic(statement: &str) -> Option<Named> {
    let (at, first) = outside_quotes(statement).find(|(_, sign)| TYPOGRAPHIC.contains(sign))?;
    let end = statement.trim_end().len();
    let last = statement.get(..end)?.chars().next_back()?;
    let named = Named { slip: Slip::TypographicQuotes, at: at..at + first.len_utf8(), meant: None };
    let start = end - last.len_utf8();
    let inner = statement.get(at + first.len_utf8()..start);
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
    Some(mended(Slip::TypographicQuotes, named.at, meant.concat()))
}

fn colon(statement: &str) -> Option<Named> {
    let colon = statement.find(':')?;
    let key = statement.get(..colon)?.trim();
    let key = key.trim_matches(['"', '\'']).trim_start_matches("- ");
    let is_key = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    let after = statement.get(colon + 1..)?;
    if key.is_empty() || !key.chars().all(is_key) {
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
    let end = meant.trim_end().len();
    if meant.get(..end)?.ends_with(',') {
        meant.replace_range(end - 1..end, " ");
    }
    Some(mended(Slip::Colon, colon..colon + 1, meant))
}

/// A letter in the key that looks like one of Latin.
fn look_alike(statement: &str) -> Option<Named> {
    let (at, letter) = look_alike_in(statement.get(..statement.find('=')?)?)?;
    Some(Named { slip: Slip::LookAlike(letter), at: at..at + letter.len_utf8(), meant: None })
}

/// The first letter of another script that looks like one of Latin, with its place.
pub(super) fn look_alike_in(text: &str) -> Option<(usize, char)> {
    text.char_indices().find(|(_, letter)| latin_for(*letter).is_some())
}

/// A text with Latin letters for those that look like them.
pub(super) fn in_latin_letters(text: &str) -> String {
    let latin = |letter: char| latin_for(letter).unwrap_or_else(|| letter.to_string());
    text.chars().map(latin).collect()
}

fn latin_for(letter: char) -> Option<String> {
    let latin = skeleton(letter.encode_utf8(&mut [0; 4]));
    (letter.is_alphabetic() && !letter.is_ascii() && latin.is_ascii()).then_some(latin)
}

/// What stands behind a value and is too much.
fn behind(statement: &str) -> Option<Named> {
    let end = statement.trim_end().len();
    let last = statement.get(..end)?.chars().next_back()?;
    let slip = match last {
        ',' | ';' => Slip::Comma,
        ']' | '}' | ')' => Slip::Closing(last),
        _ => return None,
    };
    let named = without(slip, statement, end - 1..end);
    named.meant.is_some().then_some(named)
}

/// Quotes that stand where a text does not end.
fn quotes(statement: &str) -> Option<Named> {
    let equals = statement.find('=')?;
    let value = statement.get(equals + 1..)?;
    let start = equals + 1 + value.len() - value.trim_start().len();
    let value = value.trim();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    if value.starts_with("\"\"\"") || value.starts_with("'''") {
        return None;
    }
    let inner = value.get(1..)?;
    let closed = inner.find(quote);
    let (slip, at) = match closed {
        None => (Slip::UnclosedText, start..start + value.len()),
        Some(_) if quote == '"' && has_stray_backslash(inner) => {
            let at = start + 1 + inner.find('\\')?;
            (Slip::Backslash, at..at + 1)
        }
        Some(at) if !inner.get(at + 1..)?.trim_start().starts_with('#') => {
            let at = start + 1 + at;
            (Slip::InnerQuotes(quote), at..at + 1)
        }
        Some(_) => return None,
    };
    Some(Named { slip, at, meant: None })
}

/// Whether a backslash stands before what it cannot escape, or before fewer digits than it needs.
fn has_stray_backslash(text: &str) -> bool {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('\\') {
        let digits = |count: usize| {
            let digits = after.get(1..=count);
            digits.is_some_and(|digits| digits.chars().all(|digit| digit.is_ascii_hexdigit()))
        };
        let is_escape = match after.chars().next() {
            Some('b' | 't' | 'n' | 'f' | 'r' | 'e' | '"' | '\\') => true,
            Some('x') => digits(2),
            Some('u') => digits(4),
            Some('U') => digits(8),
            _ => false,
        };
        if !is_escape {
            return true;
        }
        rest = after.get(1..).unwrap_or_default();
    }
    false
}

/// A list in which a comma is missing.
fn lists(statement: &str) -> Option<Named> {
    let equals = statement.find('=')?;
    if !statement.get(equals + 1..)?.trim_start().starts_with('[') {
        return None;
    }
    let outside: Vec<(usize, char)> = outside_quotes(statement).collect();
    // Between two texts nothing but blanks: an outer closing quote is not among these places.
    let mut texts = outside.iter().enumerate().filter(|(_, (_, sign))| *sign == '"');
    let (number, at) = texts.find_map(|(number, (at, _))| {
        let before = outside.get(..number)?;
        let blanks = before.iter().rev().take_while(|(_, sign)| sign.is_whitespace()).count();
        let (before, _) = before.get(before.len().checked_sub(blanks + 1)?)?;
        let follows_text = statement.get(*before..*at)?.contains('"');
        (blanks > 0 && follows_text).then_some((number, *at))
    })?;
    let (blank, _) = outside.get(number - 1)?;
    let mut meant = statement.to_owned();
    let is_blank = meant.get(*blank..=*blank) == Some(" ");
    if !is_blank {
        return Some(Named { slip: Slip::NoComma, at: at..at + 1, meant: None });
    }
    meant.replace_range(*blank..=*blank, ",");
    Some(mended(Slip::NoComma, at..at + 1, meant))
}

/// A value that is missing or has no quotes.
fn value(statement: &str) -> Option<Named> {
    let equals = statement.find('=')?;
    let value = statement.get(equals + 1..)?.trim();
    let at = body(statement);
    if value.is_empty() || value.starts_with('#') {
        return Some(Named { slip: Slip::NoValue, at: equals..equals + 1, meant: None });
    }
    // Of a number or a bare date the parser knows better what is wrong.
    let is_text = value.starts_with(|first: char| first.is_alphabetic());
    let start = at.end - statement.get(equals + 1..at.end)?.trim_start().len();
    is_text.then_some(Named { slip: Slip::NoQuotes, at: start..at.end, meant: None })
}

/// A line without `=`.
fn alone(statement: &str) -> Option<Named> {
    let at = body(statement);
    let text = statement.get(at.clone())?;
    if text.contains('=') {
        return None;
    }
    let is_key = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    if let Some((key, value)) = text.split_once([' ', '\t'])
        && key.chars().all(is_key)
        && value.trim_start().starts_with(['"', '\'', '[', '{'])
    {
        let blank = at.start + key.len();
        let mut meant = statement.to_owned();
        meant.replace_range(blank..=blank, "=");
        return Some(mended(Slip::NoEquals, at.start..blank, meant));
    }
    let slip = if text.chars().all(is_key) && text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        Slip::KeyAlone
    } else {
        Slip::NoToml
    };
    Some(Named { slip, at, meant: None })
}
