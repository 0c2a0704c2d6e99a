//! Parts of plain texts.

use std::ops::{Bound, RangeBounds};

/// The part of a text in a byte range, moved into the text and back to the letters that its ends stand in.
/// A reversed range is empty.
#[must_use]
pub fn part(text: &str, range: impl RangeBounds<usize>) -> &str {
    let start = match range.start_bound() {
        Bound::Included(start) => *start,
        Bound::Excluded(before) => before.saturating_add(1),
        Bound::Unbounded => 0,
    };
    let end = match range.end_bound() {
        Bound::Included(last) => last.saturating_add(1),
        Bound::Excluded(end) => *end,
        Bound::Unbounded => text.len(),
    };
    let (start, end) = (text.floor_char_boundary(start), text.floor_char_boundary(end));
    // Of two boundaries within the text only reversed ones have nothing between them.
    text.get(start..end).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_moved_into_the_text_and_to_its_letters() {
        let text = "aéb";
        assert_eq!(part(text, 1..3), "é");
        assert_eq!(part(text, ..), text);
        assert_eq!(part(text, 2..), "éb");
        assert_eq!(part(text, ..2), "a");
        assert_eq!(part(text, ..=0), "a");
        assert_eq!(part(text, 3..900), "b");
        assert_eq!(part(text, 900..), "");
        let (start, end) = (3, 1);
        assert_eq!(part(text, start..end), "");
    }
}
