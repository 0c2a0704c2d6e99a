//! `OR`, `NOT` and `AND` as people know them, in capital letters; in small ones they are words like
//! others.

use crate::search::query::dates::{self, Dotted};

/// Counts for nothing: all that is typed is looked for anyway.
pub(in crate::search) const AND: &str = "AND";
/// Between words of which one will do.
pub(in crate::search) const OR: &str = "OR";
/// Before what must not be there.
const NOT: &str = "NOT";
/// What `OR` takes.
pub(in crate::search) const BETWEEN_WORDS: &str = "`OR` stands between two words, as in lapid OR netanyahu: neither can be a date, an operator or in quotes";

/// What to write for a little word between others that may have been meant as an operator.
pub(in crate::search) fn hint(words: &[&str]) -> Option<&'static str> {
    let between = words.get(1..words.len().saturating_sub(1)).unwrap_or_default();
    between.iter().find_map(|word| match *word {
        "or" => Some("for one of the two write OR in capitals, as in lapid OR netanyahu"),
        "not" => Some("to leave a word out write NOT in capitals, as in rama NOT lapid"),
        _ => None,
    })
}

/// The operator that a piece would have been, were there one of that name; none in an address or behind a
/// heading.
pub(in crate::search) fn unknown_operator(piece: &str) -> Option<&str> {
    let (name, value) = piece.split_once(':')?;
    let is_word = !name.is_empty() && name.bytes().all(|letter| letter.is_ascii_alphabetic());
    (is_word && !value.is_empty() && !value.starts_with("//")).then_some(name)
}

/// What must not be there, after `!`, `NOT` or a hyphen; none where nothing is excluded. A hyphen alone,
/// before a number or before another one is what it was.
pub(in crate::search) fn excluded(text: &str) -> Option<&str> {
    if let Some(after) = text.strip_prefix('!') {
        return Some(after);
    }
    if let Some(after) = text.strip_prefix('-') {
        let is_word = |first: char| first.is_alphabetic() || matches!(first, '"' | '\'');
        return after.starts_with(is_word).then_some(after);
    }
    let after = text.strip_prefix(NOT)?;
    let body = after.trim_start();
    (body.len() < after.len() || after.is_empty()).then_some(body)
}

/// How many of the typed pieces are words with `OR` between them, those counted; one where there are none.
pub(in crate::search) fn alternatives(pieces: &[&str]) -> usize {
    let mut taken = 1;
    while pieces.get(taken) == Some(&OR) && pieces.len() > taken + 1 {
        taken += 2;
    }
    taken
}

/// Whether one of so many pieces with `OR` between them is a date, or begins one.
pub(in crate::search) fn has_date(pieces: &[&str], taken: usize, dotted: Dotted) -> bool {
    let from = |at: usize| pieces.get(at..).unwrap_or_default();
    let is_date = |at: usize| {
        let up_to_next = from(at).split(|piece| *piece == OR).next().unwrap_or_default();
        dates::read_open(up_to_next, false, dotted).is_some()
    };
    (0..taken).step_by(2).any(is_date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_excluded_begins_with_a_sign_or_a_word_in_capitals() {
        for (typed, body) in [
            ("!rama", Some("rama")),
            ("-rama x", Some("rama x")),
            ("-\"black reward\"", Some("\"black reward\"")),
            ("-'tims", Some("'tims")),
            ("NOT  rama", Some("rama")),
            ("NOT", Some("")),
            ("- rama", None),
            ("-", None),
            ("-7", None),
            ("--json", None),
            ("e-mail", None),
            ("NOTE", None),
            ("not rama", None),
        ] {
            assert_eq!(excluded(typed), body, "{typed}");
        }
    }

    #[test]
    fn what_may_have_been_meant_is_said() {
        for typed in ["rama not lapid", "rama or lapid meeting"] {
            assert!(hint(&typed.split(' ').collect::<Vec<_>>()).is_some(), "{typed}");
        }
        for typed in ["", "or", "not rama", "rama or", "rama OR lapid", "rama and lapid"] {
            assert_eq!(hint(&typed.split(' ').collect::<Vec<_>>()), None, "{typed}");
        }
        assert_eq!(unknown_operator("from:rama"), Some("from"));
        for piece in ["https://a.example", "14:20", ":x", "rama", "a-b:c", "Albania:"] {
            assert_eq!(unknown_operator(piece), None, "{piece}");
        }
    }

    #[test]
    fn words_with_or_between_them_are_one() {
        for (typed, taken) in [
            ("a OR b", 3),
            ("a OR b OR c d", 5),
            ("a OR", 1),
            ("a b OR c", 1),
            ("a or b", 1),
            ("a OR b OR", 3),
        ] {
            let pieces: Vec<&str> = typed.split(' ').collect();
            assert_eq!(alternatives(&pieces), taken, "{typed}");
        }
    }
}
