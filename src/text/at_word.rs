//! Text cut between words.

use super::{DisplayText, Fit, wrap};

/// A text in so many columns: whole, or cut between two words with a sign for what is missing. A first
/// word that is longer than the room is cut within.
#[must_use]
pub fn at_word(text: &DisplayText, width: usize) -> DisplayText {
    if text.columns() <= width {
        return text.clone();
    }
    let first = wrap(text, width.saturating_sub(1)).into_iter().next();
    let whole = first.map(|first| {
        let whole = text.slice(first);
        let end = whole.as_str().trim_end_matches([',', ';', ':', ' ']).len();
        crate::text![whole.slice(0..end), "…"]
    });
    whole.filter(|cut| cut.columns() <= width).unwrap_or_else(|| text.fit(width, "…"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_cut_that_has_room() {
        let text = DisplayText::literal("Albania cuts ties, at once");
        let cut = |width| at_word(&text, width).to_string();
        assert_eq!(cut(26), "Albania cuts ties, at once");
        assert_eq!(cut(25), "Albania cuts ties, at…");
        assert_eq!(cut(20), "Albania cuts ties…");
        assert_eq!(cut(5), "Alba…");
        assert_eq!(cut(0), "");
    }
}
