//! Display width in terminal columns.

use super::cluster::{cell_width, clusters};
use super::{DisplayText, join};
use unicode_segmentation::UnicodeSegmentation;

/// Columns that a string of shown text takes on the terminal; a newline takes none.
///
/// This is the sum over the grapheme clusters, as ratatui lays them into cells. The width that
/// `unicode-width` gives for a whole string is smaller where it counts an Arabic ligature as one.
#[must_use]
pub fn columns(text: &str) -> usize {
    if text.is_ascii() {
        return text.bytes().filter(|byte| !byte.is_ascii_control()).count();
    }
    clusters(text).map(|(_, cluster)| cell_width(cluster)).sum()
}

/// Fitting shown text into a number of columns, on one line.
///
/// Only the text up to the first newline is used; what follows it counts as what did not fit. If
/// not even the ellipsis sign fits, the text is cut without it.
pub trait Fit {
    /// The text itself if it fits, else its beginning with an ellipsis sign in the last column.
    #[must_use]
    fn fit(&self, width: usize, ellipsis: &'static str) -> DisplayText;
    /// The text itself if it fits, else its end after an ellipsis sign.
    #[must_use]
    fn fit_left(&self, width: usize, ellipsis: &'static str) -> DisplayText;
    /// Exactly `width` columns: the fitted text and blanks after it.
    #[must_use]
    fn padded(&self, width: usize, ellipsis: &'static str) -> DisplayText;
    /// The columns it takes.
    fn columns(&self) -> usize;
}

impl Fit for DisplayText {
    fn fit(&self, width: usize, ellipsis: &'static str) -> DisplayText {
        let (sign, room) = room_beside(ellipsis, width);
        let mut used = 0;
        let mut cut = 0;
        for (start, cluster) in clusters(self.as_str()) {
            used += cell_width(cluster);
            if cluster == "\n" || used > width {
                return join(&[&self.part(0..cut), &sign]);
            }
            if used <= room {
                cut = start + cluster.len();
            }
        }
        self.clone()
    }

    fn fit_left(&self, width: usize, ellipsis: &'static str) -> DisplayText {
        let line = self.as_str().split_once('\n').map_or(self.as_str(), |(line, _)| line);
        let (sign, room) = room_beside(ellipsis, width);
        let mut used = 0;
        let mut cut = line.len();
        for (start, cluster) in line.grapheme_indices(true).rev() {
            used += cell_width(cluster);
            if used > width {
                return join(&[&sign, &self.part(cut..line.len())]);
            }
            if used <= room {
                cut = start;
            }
        }
        self.part(0..line.len())
    }

    fn padded(&self, width: usize, ellipsis: &'static str) -> DisplayText {
        let fitted = self.fit(width, ellipsis);
        let blanks = " ".repeat(width.saturating_sub(Fit::columns(&fitted)));
        if blanks.is_empty() {
            return fitted;
        }
        join(&[&fitted, &Self::cleaned(blanks, Vec::new())])
    }

    fn columns(&self) -> usize {
        columns(self.as_str())
    }
}

/// The ellipsis sign, if it fits, and the columns that it leaves.
fn room_beside(ellipsis: &'static str, width: usize) -> (&'static str, usize) {
    width.checked_sub(columns(ellipsis)).map_or(("", width), |room| (ellipsis, room))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::clean;

    fn fitted(input: &str, width: usize) -> String {
        clean(input, |_| {}).fit(width, "…").to_string()
    }

    #[test]
    fn columns_count_cells() {
        for (text, expected) in
            [("", 0), ("abc", 3), ("a\nb", 2), ("中文", 4), ("e\u{301}", 1), ("لا", 2), ("🇦🇱", 2)]
        {
            assert_eq!(columns(text), expected, "{text:?}");
        }
    }

    #[test]
    fn fit_cuts_with_the_sign_in_the_last_column() {
        assert_eq!(fitted("abcdef", 6), "abcdef");
        assert_eq!(fitted("abcdef", 5), "abcd…");
        assert_eq!(fitted("中文字", 5), "中文…");
        assert_eq!(fitted("中文字", 4), "中…");
        assert_eq!(fitted("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
        assert_eq!(fitted("abc", 1), "…");
        assert_eq!(fitted("abc", 0), "");
        assert_eq!(fitted("one\ntwo", 10), "one…");
    }

    #[test]
    fn sign_that_does_not_fit_is_left_out() {
        assert_eq!(clean("abcdef", |_| {}).fit(2, "...").as_str(), "ab");
    }

    #[test]
    fn fit_left_keeps_the_end() {
        let text = clean("/briefs/2022-07-albania.toml", |_| {});
        assert_eq!(text.fit_left(13, "…").as_str(), "…albania.toml");
        assert_eq!(text.fit_left(40, "…"), text);
        assert_eq!(text.fit_left(0, "…").as_str(), "");
    }

    #[test]
    fn padded_takes_exactly_the_width() {
        for (input, width, expected) in
            [("ab", 4, "ab  "), ("中文字", 4, "中… "), ("abcdef", 3, "ab…"), ("ab", 0, "")]
        {
            assert_eq!(clean(input, |_| {}).padded(width, "…").as_str(), expected);
        }
    }
}
