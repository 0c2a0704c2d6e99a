//! Text that is safe to show, and joining it.

use hipstr::HipStr;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;
use unicode_segmentation::GraphemeCursor;

/// Text that is safe to show: it passed [`clean`](crate::text::clean()), or is a literal of the
/// program, or is joined of both.
///
/// A literal, and what is cut out of a longer text, takes no memory of its own, nor does a word: there is
/// one of these for everything that is written in a brief and for every cell of a line.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct DisplayText {
    text: HipStr<'static>,
    /// Byte ranges of the `<U+XXXX>` markers that stand for hidden characters; `None` is none. Few texts
    /// have any, so that they take a single word of memory.
    markers: Option<Arc<Vec<Range<usize>>>>,
}

impl DisplayText {
    /// The text of a program literal.
    #[must_use]
    pub const fn literal(text: &'static str) -> Self {
        Self { text: HipStr::borrowed(text), markers: None }
    }

    /// Text that has been cleaned, with the places of its markers.
    pub(super) fn cleaned(text: impl Into<HipStr<'static>>, markers: Vec<Range<usize>>) -> Self {
        Self { text: text.into(), markers: (!markers.is_empty()).then(|| Arc::new(markers)) }
    }

    /// The same as a part of the text that it was read from, so that it takes no memory of its own; itself
    /// where that has another text there.
    #[must_use]
    pub fn held_in(self, whole: &HipStr<'static>, start: usize) -> Self {
        match whole.try_slice(start..start.saturating_add(self.text.len())) {
            Ok(part) if part == self.text => Self { text: part, ..self },
            Ok(_) | Err(_) => self,
        }
    }

    /// The text as a string slice.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Byte ranges of the markers that stand for hidden characters, in order.
    #[must_use]
    pub fn markers(&self) -> &[Range<usize>] {
        self.markers.as_deref().map_or(&[], Vec::as_slice)
    }

    /// The same with a blank for each line end, so that all places in it stay.
    #[must_use]
    pub fn unlined(&self) -> Self {
        Self { text: self.text.replace('\n', " ").into(), markers: self.markers.clone() }
    }

    /// The part in a byte range, moved outwards to grapheme boundaries and into the text.
    ///
    /// A reversed range is empty.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Self {
        if range.start >= range.end || range.start >= self.text.len() {
            return Self::default();
        }
        let start = boundary_before(&self.text, range.start);
        let end = boundary_after(&self.text, range.end);
        self.part(start..end)
    }

    /// The part in a byte range that is known to lie on grapheme boundaries.
    pub(super) fn part(&self, range: Range<usize>) -> Self {
        let Ok(part) = self.text.try_slice(range.clone()) else { return Self::default() };
        if part.len() == self.text.len() {
            return self.clone();
        }
        let all = self.markers();
        let first = all.partition_point(|marker| marker.end <= range.start);
        let inside = all.iter().skip(first).take_while(|marker| marker.start < range.end);
        let moved = inside.map(|marker| {
            let start = marker.start.max(range.start) - range.start;
            start..marker.end.min(range.end) - range.start
        });
        Self::cleaned(part, moved.collect())
    }

    /// The lines without their newlines; a newline at the end does not begin another line.
    pub fn lines(&self) -> impl Iterator<Item = Self> + '_ {
        let mut start = 0;
        self.text.split_inclusive('\n').map(move |line| {
            let from = start;
            start += line.len();
            self.part(from..from + line.trim_end_matches('\n').len())
        })
    }
}

/// The grapheme boundary at or before a byte offset.
fn boundary_before(text: &str, offset: usize) -> usize {
    let offset = text.floor_char_boundary(offset);
    if is_boundary(text, offset) {
        return offset;
    }
    GraphemeCursor::new(offset, text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// The grapheme boundary at or after a byte offset.
fn boundary_after(text: &str, offset: usize) -> usize {
    let offset = text.ceil_char_boundary(offset);
    if is_boundary(text, offset) {
        return offset;
    }
    let mut cursor = GraphemeCursor::new(offset, text.len(), true);
    cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

/// Whether two clusters meet at a character boundary.
fn is_boundary(text: &str, offset: usize) -> bool {
    let (before, after) = text.split_at_checked(offset).unwrap_or((text, ""));
    match (before.as_bytes().last(), after.as_bytes().first()) {
        (None, _) | (_, None) => true,
        // Two ASCII characters never share a cluster, as cleaned text has no carriage return.
        (Some(last), Some(first)) if last.is_ascii() && first.is_ascii() => true,
        (Some(_), Some(_)) => {
            let mut cursor = GraphemeCursor::new(offset, text.len(), true);
            cursor.is_boundary(text, 0).unwrap_or(true)
        }
    }
}

impl Serialize for DisplayText {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        (self.as_str(), &self.markers).serialize(to)
    }
}

/// Reads none but what lives as long as the program: no file and no line typed does, so that nothing gets
/// round the border.
impl<'de: 'static> Deserialize<'de> for DisplayText {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let (text, markers) = <(&'static str, Option<Arc<Vec<Range<usize>>>>)>::deserialize(from)?;
        Ok(Self { text: HipStr::borrowed(text), markers })
    }
}

impl PartialOrd for DisplayText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for DisplayText {
    fn cmp(&self, other: &Self) -> Ordering {
        fn places(text: &DisplayText) -> impl Iterator<Item = (usize, usize)> + '_ {
            text.markers().iter().map(|marker| (marker.start, marker.end))
        }
        self.text.cmp(&other.text).then_with(|| places(self).cmp(places(other)))
    }
}

impl fmt::Display for DisplayText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl fmt::Debug for DisplayText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, formatter)
    }
}

impl From<&'static str> for DisplayText {
    fn from(text: &'static str) -> Self {
        Self::literal(text)
    }
}

mod sealed {
    #[expect(unnameable_types, reason = "no other crate may decide what is safe to show")]
    pub trait Sealed {}
    impl Sealed for super::DisplayText {}
    impl Sealed for &'static str {}
    impl<T: Sealed> Sealed for &T {}
    impl Sealed for usize {}
    impl Sealed for u64 {}
    impl Sealed for u32 {}
    impl Sealed for u16 {}
    impl Sealed for u8 {}
    impl Sealed for i32 {}
    impl Sealed for i64 {}
}

/// What may be joined into shown text: cleaned text, program literals and integers.
pub trait Shown: sealed::Sealed {
    /// Appends to the text, keeping the places of markers.
    fn show(&self, text: &mut String, markers: &mut Vec<Range<usize>>);
}

impl Shown for DisplayText {
    fn show(&self, text: &mut String, markers: &mut Vec<Range<usize>>) {
        let start = text.len();
        markers.extend(self.markers().iter().map(|m| start + m.start..start + m.end));
        text.push_str(&self.text);
    }
}

impl Shown for &'static str {
    fn show(&self, text: &mut String, _: &mut Vec<Range<usize>>) {
        text.push_str(self);
    }
}

impl<T: Shown> Shown for &T {
    fn show(&self, text: &mut String, markers: &mut Vec<Range<usize>>) {
        (**self).show(text, markers);
    }
}

macro_rules! shown_integers {
    ($($integer:ty),*) => {$(
        impl Shown for $integer {
            fn show(&self, text: &mut String, _: &mut Vec<Range<usize>>) {
                text.push_str(&self.to_string());
            }
        }
    )*};
}
shown_integers!(usize, u64, u32, u16, u8, i32, i64);

/// Bytes of most joined texts, so that the memory need not grow piece by piece.
const USUAL_LENGTH: usize = 80;

/// Joins pieces; the [`text!`](crate::text!) macro reads better.
///
/// Where the end of one piece and the start of the next would grow together into one cluster (two
/// halves of a flag, Hangul jamo), a blank keeps them apart, so that no unchecked cluster arises.
#[must_use]
pub fn join(pieces: &[&dyn Shown]) -> DisplayText {
    let mut text = String::with_capacity(USUAL_LENGTH);
    let mut markers = Vec::new();
    for piece in pieces {
        let seam = text.len();
        let markers_before = markers.len();
        piece.show(&mut text, &mut markers);
        if !is_boundary(&text, seam) {
            text.insert(seam, ' ');
            for marker in markers.iter_mut().skip(markers_before) {
                *marker = marker.start + 1..marker.end + 1;
            }
        }
    }
    DisplayText::cleaned(text.as_str(), markers)
}

/// Texts set apart by commas.
#[must_use]
pub fn comma_separated(texts: &[DisplayText]) -> DisplayText {
    let mut pieces: Vec<&dyn Shown> = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        if index > 0 {
            pieces.push(&", ");
        }
        pieces.push(text);
    }
    join(&pieces)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::clean;

    fn cleaned(input: &str) -> DisplayText {
        clean(input, |_| {})
    }

    #[test]
    fn slice_moves_outwards_to_grapheme_boundaries() {
        let text = cleaned("xe\u{301}y🇦🇱z");
        assert_eq!(text.slice(2..3).as_str(), "e\u{301}");
        assert_eq!(text.slice(7..8).as_str(), "🇦🇱");
        assert_eq!(text.slice(9..14).as_str(), "🇦🇱z");
        assert_eq!(text.slice(0..1).as_str(), "x");
        assert_eq!(text.slice(4..4).as_str(), "");
        assert_eq!(text.slice(50..60).as_str(), "");
        assert_eq!(text.slice(0..usize::MAX), text);
    }

    #[test]
    fn slice_keeps_the_places_of_markers() {
        let text = cleaned("ab\u{202E}cd\u{200B}e");
        assert_eq!(text.as_str(), "ab<U+202E>cd<U+200B>e");
        let part = text.slice(5..14);
        assert_eq!(part.as_str(), "202E>cd<U");
        assert_eq!(part.markers(), [0..5, 7..9]);
    }

    #[test]
    fn join_keeps_clusters_apart_and_markers_in_place() {
        let half = cleaned("\u{1F1E6}");
        let marked = cleaned("\u{1F1F1}\u{202E}");
        let joined = join(&[&"x", &half, &marked]);
        assert_eq!(joined.as_str(), "x\u{1F1E6} \u{1F1F1}<U+202E>");
        assert_eq!(joined.as_str().get(joined.markers()[0].clone()), Some("<U+202E>"));
    }

    #[test]
    fn lines_are_split_at_newlines() {
        let text = cleaned("one\n\n\u{1}two\n");
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(
            lines.iter().map(DisplayText::as_str).collect::<Vec<_>>(),
            ["one", "", "<U+0001>two"]
        );
        assert_eq!(lines[2].markers().first(), Some(&(0..8)));
    }

    #[test]
    fn order_agrees_with_equality() {
        let genuine = cleaned("\u{202E}");
        let typed = cleaned("<U+202E>");
        assert_eq!(genuine.as_str(), typed.as_str());
        assert_ne!(genuine, typed);
        assert_ne!(genuine.cmp(&typed), Ordering::Equal);
    }
}
