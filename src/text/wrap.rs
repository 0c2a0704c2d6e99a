//! Wrapping shown text to a width.

use super::DisplayText;
use super::cluster::{cell_width, clusters};
use std::ops::Range;

/// One wrapped line: its byte range in the text it came from.
pub type WrappedLine = Range<usize>;

/// Breaks text into lines of at most `width` columns, at blanks where it can.
///
/// The ranges leave out newlines, the blanks at a break and those at the end of a line; the blanks
/// at the start of a paragraph stay if its first word fits behind them. A word that is longer than
/// the width breaks between graphemes. Width 0 is treated as 1, and a character of two columns
/// stands alone where it does not fit. A newline at the end begins no further line; the empty text
/// is one empty line. The time is linear in the text.
#[must_use]
pub fn wrap(text: &DisplayText, width: usize) -> Vec<WrappedLine> {
    wrapped(text, width, LongWords::Broken)
}

/// The same, but a word that is longer than the width stays whole on a line of its own, so that
/// addresses and hashes can be copied. Words with characters of two columns still break: their
/// scripts set no blanks.
#[must_use]
pub fn wrap_whole(text: &DisplayText, width: usize) -> Vec<WrappedLine> {
    wrapped(text, width, LongWords::Whole)
}

/// What becomes of a word that is longer than a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LongWords {
    /// It goes on in the next line.
    Broken,
    /// It stays whole.
    Whole,
}

fn wrapped(text: &DisplayText, width: usize, long_words: LongWords) -> Vec<WrappedLine> {
    let mut lines = Vec::new();
    let mut start = 0;
    for paragraph in text.as_str().split_inclusive('\n') {
        let end = start + paragraph.trim_end_matches('\n').len();
        let mut wrapper = Wrapper::new(&mut lines, width.max(1), long_words, start);
        wrapper.paragraph(text, start..end);
        start += paragraph.len();
    }
    if lines.is_empty() {
        lines.push(0..0);
    }
    lines
}

/// The greedy filling of the lines of one paragraph.
struct Wrapper<'a> {
    lines: &'a mut Vec<WrappedLine>,
    width: usize,
    long_words: LongWords,
    /// The line so far; without its last word, which may still grow.
    line: Range<usize>,
    line_columns: usize,
    /// The last word so far.
    word: Range<usize>,
    word_columns: usize,
    /// Columns of the blanks between the line and the last word.
    gap_columns: usize,
    /// Whether this is the first line of the paragraph and holds no word yet.
    at_indent: bool,
}

impl<'a> Wrapper<'a> {
    fn new(
        lines: &'a mut Vec<WrappedLine>,
        width: usize,
        long_words: LongWords,
        start: usize,
    ) -> Self {
        Self {
            lines,
            width,
            long_words,
            line: start..start,
            line_columns: 0,
            word: start..start,
            word_columns: 0,
            gap_columns: 0,
            at_indent: true,
        }
    }

    fn paragraph(&mut self, text: &DisplayText, range: Range<usize>) {
        let content = super::part(text.as_str(), range.clone());
        let mut markers = text.markers().iter().peekable();
        for (offset, cluster) in clusters(content) {
            let at = range.start + offset;
            while markers.next_if(|marker| marker.end <= at).is_some() {}
            let in_marker = markers.peek().is_some_and(|marker| marker.start <= at);
            if cluster == " " && !in_marker {
                self.blank(at);
            } else {
                self.grow(at, cluster);
            }
        }
        self.end_word();
        self.lines.push(self.line.clone());
    }

    fn blank(&mut self, at: usize) {
        self.end_word();
        self.gap_columns += 1;
        self.word = at + 1..at + 1;
    }

    /// Adds a cluster to the last word, breaking the word where it fills a line by itself.
    fn grow(&mut self, at: usize, cluster: &str) {
        let more = cell_width(cluster);
        let breaks = self.long_words == LongWords::Broken || more > 1;
        if breaks && self.word_columns > 0 && self.word_columns + more > self.width {
            self.end_word();
            self.lines.push(self.line.clone());
            self.line = at..at;
            self.line_columns = 0;
            self.gap_columns = 0;
            self.word = at..at;
        }
        self.word.end = at + cluster.len();
        self.word_columns += more;
    }

    /// Puts the last word on the line, or on a new one if it does not fit.
    fn end_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        let is_first = self.line.is_empty();
        if self.line_columns + self.gap_columns + self.word_columns <= self.width
            && (!is_first || self.at_indent)
        {
            self.line.end = self.word.end;
            self.line_columns += self.gap_columns + self.word_columns;
        } else {
            if !is_first {
                self.lines.push(self.line.clone());
            }
            self.line = self.word.clone();
            self.line_columns = self.word_columns;
        }
        self.at_indent = false;
        self.gap_columns = 0;
        self.word = self.word.end..self.word.end;
        self.word_columns = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::clean;

    fn wrapped(input: &str, width: usize) -> Vec<String> {
        let text = clean(input, |_| {});
        wrap(&text, width).into_iter().map(|line| text.slice(line).to_string()).collect()
    }

    #[test]
    fn words_break_at_blanks() {
        assert_eq!(wrapped("the quick brown fox", 9), ["the quick", "brown fox"]);
        assert_eq!(wrapped("the quick brown fox", 8), ["the", "quick", "brown", "fox"]);
        assert_eq!(wrapped("a  b", 3), ["a", "b"]);
        assert_eq!(wrapped("a  b", 4), ["a  b"]);
        assert_eq!(wrapped("ab   ", 2), ["ab"]);
    }

    #[test]
    fn newlines_and_indents_stay() {
        assert_eq!(wrapped("one\n\ntwo\n", 10), ["one", "", "two"]);
        assert_eq!(wrapped("  indented text", 10), ["  indented", "text"]);
        assert_eq!(wrapped("    wide", 6), ["wide"]);
        assert_eq!(wrapped("   ", 2), [""]);
        assert_eq!(wrapped("", 5), [""]);
        assert_eq!(wrapped("\n", 5), [""]);
    }

    #[test]
    fn long_words_break_between_graphemes() {
        assert_eq!(wrapped("x abcdefgh y", 3), ["x", "abc", "def", "gh", "y"]);
        assert_eq!(wrapped("e\u{301}e\u{301}e\u{301}", 2), ["e\u{301}e\u{301}", "e\u{301}"]);
        assert_eq!(wrapped("中文字", 5), ["中文", "字"]);
        assert_eq!(wrapped("中文", 1), ["中", "文"]);
        assert_eq!(wrapped("ab", 0), ["a", "b"]);
    }

    #[test]
    fn long_words_stay_whole_where_they_are_to_be_copied() {
        let wrapped = |input: &str, width: usize| -> Vec<String> {
            let text = clean(input, |_| {});
            wrap_whole(&text, width).into_iter().map(|line| text.slice(line).to_string()).collect()
        };
        assert_eq!(wrapped("x abcdefgh y z", 3), ["x", "abcdefgh", "y z"]);
        assert_eq!(wrapped("abcdefgh", 3), ["abcdefgh"]);
        assert_eq!(wrapped("  abcdefgh y", 3), ["abcdefgh", "y"]);
        assert_eq!(wrapped("the quick fox", 9), ["the quick", "fox"]);
        assert_eq!(wrapped("中文字", 5), ["中文", "字"]);
    }

    #[test]
    fn markers_stay_whole() {
        assert_eq!(wrapped("ab \u{200B}\u{200B} c", 14), ["ab <U+200B x2>", "c"]);
        assert_eq!(wrapped("abc \u{200B}\u{200B} c", 14), ["abc", "<U+200B x2> c"]);
    }

    #[test]
    fn very_long_line_is_wrapped() {
        let input = "word and more ".repeat(30_000);
        let lines = wrapped(&input, 40);
        assert_eq!(lines.join(" "), input.trim_end());
    }
}
