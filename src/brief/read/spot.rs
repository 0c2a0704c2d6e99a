//! Which slip makes a statement no TOML, and where the meaning is plain, how to read it.

use super::named::{Named, body, is_toml};
use super::slip::Slip;
use super::{lists, signs, values};
use std::ops::Range;
use toml::de::DeTable;

/// Most slips in one statement that are read as meant.
const MOST_SLIPS: usize = 4;

/// Names the first slip in a statement that is no TOML.
pub(super) fn name(statement: &str) -> Named {
    let mut named = first(statement);
    // One line may hold several.
    for _ in 0..MOST_SLIPS {
        match named.meant.take() {
            Some(meant) if is_toml(&meant) => {
                named.meant = Some(meant);
                break;
            }
            Some(meant) if named.slip == Slip::TwoKeys => named.meant = last_line(&meant),
            Some(meant) => named.meant = first(&meant).meant,
            None => break,
        }
    }
    named.meant = named.meant.filter(|meant| is_toml(meant));
    named
}

/// A text of several statements with the last one as it was meant.
fn last_line(text: &str) -> Option<String> {
    let (above, last) = text.rsplit_once('\n')?;
    Some([above, "\n", &first(last).meant?].concat())
}

fn first(statement: &str) -> Named {
    const LOOKS: &[fn(&str) -> Option<Named>] = &[
        signs::comment,
        signs::foreign_blank,
        signs::typographic,
        signs::colon,
        signs::look_alike,
        values::key,
        signs::behind,
        values::quotes,
        values::brackets,
        lists::lists,
        values::value,
        values::alone,
    ];
    let found = LOOKS.iter().find_map(|look| look(statement));
    found.unwrap_or_else(|| {
        let error = DeTable::parse(statement).err().and_then(|error| error.span());
        Named { slip: Slip::Other, at: error.unwrap_or_else(|| body(statement)), meant: None }
    })
}

/// What is wrong with a header that is none, and where in it.
pub(super) fn named_header(header: &str, is_toml: bool) -> (Range<usize>, Slip) {
    if header.starts_with('\u{feff}') {
        return (0..'\u{feff}'.len_utf8(), Slip::Hidden('\u{feff}'));
    }
    match signs::look_alike_in(header) {
        Some((at, letter)) => (at..at + letter.len_utf8(), Slip::LookAlike(letter)),
        None if is_toml => (0..header.len(), Slip::Header),
        None => (0..header.len(), Slip::HeaderBroken),
    }
}
