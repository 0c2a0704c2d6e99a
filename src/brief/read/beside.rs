//! Markings that stand beside the keys for them: as a text under another key, and in a comment.

use super::statement::{closing, line_end, several_lines};
use crate::brief::Marking;
use crate::brief::value::{is_behind_tlp, label, label_word, marking_words};
use crate::text::part;
use std::ops::Range;

/// Bytes of the longest text or comment that may be a marking and nothing else.
const LONGEST: usize = 64;

/// Keys of lists of words, of which a label in capitals is one.
const WORDS: &[&str] = &["tags", "keywords"];

/// Keys that say how things are and not how the record is marked: a claim may be about a marking.
const OF_THE_WORLD: &[&str] = &["value"];

/// What stands behind a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// What stands in quotes.
    Text(Range<usize>),
    /// What stands behind `#`.
    Comment(Range<usize>),
}

/// The texts and comments behind a key, in order.
pub(super) fn pieces(behind: &str) -> impl Iterator<Item = Piece> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            at += part(behind, at..).find(['"', '\'', '#'])?;
            let rest = part(behind, at..);
            let quote = rest.chars().next()?;
            let line = at + part(rest, ..line_end(rest, 0)).trim_end().len();
            if quote == '#' {
                let comment = at + 1..line;
                at = line;
                return Some(Piece::Comment(comment));
            }
            let three = if quote == '"' { "\"\"\"" } else { "'''" };
            let (signs, length) = if rest.starts_with(three) {
                (three.len(), several_lines(rest, three, quote))
            } else {
                (1, closing(part(rest, 1..), quote).map(|length| length + 1))
            };
            // What no quote ends is no text; to look for one from each sign of it would take long.
            let Some(length) = length else {
                at = line.max(at + 1);
                continue;
            };
            let text = at + signs..(at + length).saturating_sub(signs);
            at += length;
            return Some(Piece::Text(text));
        }
    })
}

/// The label that a text under a key is, whatever the key is for.
pub(super) fn in_text(key: &str, heading: &[&str], text: &str) -> Option<Marking> {
    if OF_THE_WORLD.contains(&key) {
        return None;
    }
    if key == "title" && matches!(heading, ["brief" | "event"]) {
        // As reports are headed: `[TLP:RED] Report`. In the middle of a title one may be spoken of.
        let (first, last) = (text.split_whitespace().next(), text.split_whitespace().next_back());
        return [first, last].into_iter().flatten().filter_map(behind_tlp).max();
    }
    let in_capitals = || WORDS.contains(&key) && text == text.to_uppercase();
    behind_tlp(text).or_else(|| in_capitals().then(|| label(text)).flatten())
}

/// What a comment behind a marking is by its words, where all of them are words of markings: `# SECRET`. One that
/// names the marking itself says which there are.
pub(super) fn in_comment_of_marking(comment: &str, beside: Marking) -> Option<Marking> {
    let words = marking_words(comment.trim()).filter(|_| comment.len() < LONGEST)?;
    let is_choice = words.labels.contains(&beside);
    let closed = (words.is_closed && beside <= Marking::Green).then_some(Marking::Red);
    words.labels.into_iter().max().max(closed).filter(|found| !is_choice && *found > beside)
}

/// The label that a text or a comment is and nothing more.
pub(super) fn behind_tlp(text: &str) -> Option<Marking> {
    let text = text.trim_matches(|sign: char| !sign.is_alphanumeric());
    // `# tlp = "RED"` is a statement that was taken out, or is spoken of.
    let is_one = text.len() < LONGEST && !text.contains('=') && is_behind_tlp(text);
    is_one.then(|| label_word(text).unwrap_or(Marking::Red))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_comments_are_found_however_a_value_is_written() {
        let value = "[\"a\", 'b#', # \"c\"\n  \"d\\\"\"] # e\n\"\"\"f \"g\"\n# h\"\"\" \"open\n'i'";
        let found: Vec<String> = pieces(value)
            .map(|piece| match piece {
                Piece::Text(at) => part(value, at).to_owned(),
                Piece::Comment(at) => format!("#{}", part(value, at)),
            })
            .collect();
        assert_eq!(
            found,
            ["a", "b#", "# \"c\"", "d\\\"", "# e", "f \"g\"\n# h", "i"].map(str::to_owned)
        );
    }

    #[test]
    fn a_comment_behind_a_marking_counts_where_it_is_one_and_nothing_else() {
        use Marking::{Amber, Clear, Green, Red};
        for (comment, beside, wanted) in [
            (" SECRET", Clear, Some(Red)),
            (" secret // noforn", Green, Some(Red)),
            ("RED", Amber, Some(Red)),
            (" TLP:GREEN", Clear, Some(Green)),
            (" SECRET", Amber, None),
            (" UNCLASSIFIED", Clear, None),
            (" was SECRET", Clear, None),
            (" CLEAR, GREEN, AMBER, RED", Clear, None),
            (" as agreed with the press office", Clear, None),
            ("", Clear, None),
        ] {
            assert_eq!(in_comment_of_marking(comment, beside), wanted, "{comment}");
        }
    }
}
