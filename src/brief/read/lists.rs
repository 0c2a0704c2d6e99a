//! Slips in the lists of a statement.

use super::named::{Named, is_toml, mended, outside_quotes};
use super::slip::Slip;
use super::statement::is_key;
use super::values::{takes, value_of, with};
use crate::brief::schema::Syntax;
use crate::brief::toml_text::quoted_words;

/// A list in which quotes or a comma are missing.
pub(super) fn lists(statement: &str) -> Option<Named> {
    let (place, value) = value_of(statement)?;
    let inner = value.strip_prefix('[')?.strip_suffix(']')?;
    if let Some(named) = no_comma(statement) {
        return Some(named);
    }
    if let Some((first, _)) = outside_quotes(statement).find(|(_, sign)| *sign == ';') {
        let mut meant = statement.to_owned();
        for (at, _) in outside_quotes(statement).filter(|(_, sign)| *sign == ';') {
            meant.replace_range(at..=at, ",");
        }
        return Some(mended(Slip::NoComma, first..first + 1, meant))
            .filter(|named| named.meant.as_deref().is_some_and(is_toml));
    }
    let parts = inner.split(',').map(str::trim).filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.collect();
    let quotes = |part: &str| part.matches('"').count();
    let bare = parts.iter().find(|part| quotes(part) < 2 && !part.contains(['\'', '{', '=']))?;
    let at = place.start + (bare.as_ptr().addr() - value.as_ptr().addr());
    let at = at..at + bare.len();
    let words: Vec<&str> = parts.iter().map(|part| part.trim_matches('"')).collect();
    let is_plain = words.iter().all(|word| word.chars().all(is_key));
    let meant = is_plain && takes(statement, &[Syntax::List, Syntax::TextOrList]);
    let meant = meant.then(|| with(statement, place, &format!("[{}]", quoted_words(&words))));
    Some(Named { slip: Slip::ListQuotes, at, meant })
}

/// A list in which a comma is missing between two texts.
fn no_comma(statement: &str) -> Option<Named> {
    let outside: Vec<(usize, char)> = outside_quotes(statement).collect();
    // Between two texts nothing but blanks: an outer closing quote is not among these places.
    let mut texts = outside.iter().enumerate().filter(|(_, (_, sign))| *sign == '"');
    let (blank, at) = texts.find_map(|(number, (at, _))| {
        let before = outside.get(..number)?;
        let blanks = before.iter().rev().take_while(|(_, sign)| sign.is_whitespace()).count();
        let (before, _) = before.get(before.len().checked_sub(blanks + 1)?)?;
        let follows_text = statement.get(*before..*at)?.contains('"');
        (blanks > 0 && follows_text).then_some((number - blanks, *at))
    })?;
    let (blank, _) = outside.get(blank)?;
    Some(mended(Slip::NoComma, at..at + 1, with(statement, *blank..*blank, ",")))
}
