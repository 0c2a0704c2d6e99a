//! A slip with its place and what was meant, and how to look for one.

use super::slip::Slip;
use crate::text::part;
use std::ops::Range;
use toml::de::DeTable;

/// A slip in a statement.
pub(super) struct Named {
    pub(super) slip: Slip,
    /// Where it is, in the statement.
    pub(super) at: Range<usize>,
    /// The statement as it was meant; none where that is not plain.
    pub(super) meant: Option<String>,
}

/// Whether a text is TOML by itself.
pub(super) fn is_toml(text: &str) -> bool {
    DeTable::parse(text).is_ok()
}

/// A statement without the blanks around it.
pub(super) fn body(statement: &str) -> Range<usize> {
    trimmed(statement, 0..statement.len())
}

/// A part of a text without the blanks around it.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let written = part(text, range.clone());
    let start = range.start + written.len() - written.trim_start().len();
    start..start.max(range.start + written.trim_end().len())
}

/// A slip with the statement as it was meant, or nearer to it.
pub(super) fn mended(slip: Slip, at: Range<usize>, meant: String) -> Named {
    Named { slip, at, meant: Some(meant) }
}

/// A slip with blanks in place of what is too much.
pub(super) fn without(slip: Slip, statement: &str, at: Range<usize>) -> Named {
    let mut meant = statement.to_owned();
    meant.replace_range(at.clone(), &" ".repeat(at.len()));
    mended(slip, at, meant)
}

/// Places of a text that stand in no quotes, with their signs.
pub(super) fn outside_quotes(text: &str) -> impl Iterator<Item = (usize, char)> {
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
