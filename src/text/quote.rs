//! The beginning of a text, where all of it would be too much.

use super::{DisplayText, part};

/// Characters of a title, a name, a value or a role that stand where it is quoted: in lists, on the pages of
/// others, in findings. So what a page costs is in proportion to the references on it, however long the
/// names are that they lead to.
pub const QUOTED: usize = 300;

/// The beginning of a text, cut between words at about so many characters.
#[must_use]
pub fn beginning(text: &DisplayText, limit: usize) -> DisplayText {
    let whole = text.as_str();
    // No text has more characters than bytes.
    if whole.len() <= limit {
        return text.clone();
    }
    let Some((end, _)) = whole.char_indices().nth(limit) else { return text.clone() };
    let head = part(whole, ..end);
    // What ends with a word is cut between two.
    let is_whole = part(whole, end..).starts_with(' ');
    let cut = head.rfind(' ').filter(|at| *at > end / 2 && !is_whole).unwrap_or(end);
    crate::text![text.slice(0..cut), "…"]
}

impl DisplayText {
    /// The text as it is quoted away from its own page: all of it, or its first [`QUOTED`] characters.
    #[must_use]
    pub fn quoted(&self) -> Self {
        beginning(self, QUOTED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::clean;

    #[test]
    fn beginning_cuts_between_words() {
        assert_eq!(beginning(&"one two three".into(), 9).as_str(), "one two…");
        assert_eq!(beginning(&"one two three".into(), 7).as_str(), "one two…");
        assert_eq!(beginning(&"one two".into(), 9).as_str(), "one two");
        assert_eq!(beginning(&"ëëëë".into(), 4).as_str(), "ëëëë");
    }

    #[test]
    fn what_is_quoted_has_an_end_and_what_is_of_some_length_is_whole() {
        let of = |length: usize| clean(&"x".repeat(length), |_| {});
        assert_eq!(of(QUOTED).quoted(), of(QUOTED));
        assert_eq!(of(QUOTED + 1).quoted().as_str(), format!("{}…", "x".repeat(QUOTED)));
        assert_eq!(of(200_000).quoted().as_str().chars().count(), QUOTED + 1);
    }
}
