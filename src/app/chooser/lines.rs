//! The lines of a list as they are drawn: headings, rows, and what follows in or below a row.

use super::sought::Narrowed;
use super::{Chooser, Entry, Listing};
use crate::text::{DisplayText, at_word};

/// Lines that are said below a row at the most.
const BELOW: usize = 2;
/// Columns of the keys before what they do, at the most.
const KEYS: usize = 22;
/// Columns before why a row was found, beyond those before its text.
const INDENT: usize = 2;
/// Lines of a row that is a sentence at the most.
const LINES: usize = 4;

/// A line of a list as it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChooserLine<'a> {
    /// The heading of a group.
    Heading(&'a DisplayText),
    /// A row, its number among those that match, and its text or the first line of it.
    Entry(usize, &'a Entry, &'a DisplayText),
    /// A line of what follows in or below a row, and the number of that row.
    Below(usize, &'a DisplayText),
    /// Why a row was found, and the number of that row.
    Why(usize, &'a DisplayText),
}

/// A line with the number of its row among those that match; what it says of itself, if it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// The heading of the group that the row begins.
    Heading(usize),
    /// The row; its text where that is not in the row as it stands.
    Row(usize, Option<DisplayText>),
    /// What follows in or below it.
    Below(usize, DisplayText),
    /// Why it was found.
    Why(usize, DisplayText),
}

impl Line {
    /// Whether it is the first line of a row.
    pub(super) fn is_row(&self, number: usize) -> bool {
        matches!(self, Self::Row(of, _) if *of == number)
    }
}

impl Chooser {
    /// Headings and rows as they are drawn.
    pub fn lines(&self) -> impl Iterator<Item = ChooserLine<'_>> {
        let entry = |number: usize| self.matching_at(number);
        self.lines.get().iter().filter_map(move |line| match line {
            Line::Heading(number) => Some(ChooserLine::Heading(&entry(*number)?.group)),
            Line::Row(number, text) => {
                let entry = entry(*number)?;
                Some(ChooserLine::Entry(*number, entry, text.as_ref().unwrap_or(&entry.text)))
            }
            Line::Below(number, text) => Some(ChooserLine::Below(*number, text)),
            Line::Why(number, text) => Some(ChooserLine::Why(*number, text)),
        })
    }

    /// Lines of all rows in so many columns, counted as far as this; they do not change while one types.
    pub(super) fn lines_up_to(&self, most: u16, width: usize) -> u16 {
        // Each row has a line at least, so no more of them have to be set.
        let rows = Narrowed::to((0..self.len().min(usize::from(most))).collect());
        let lines = lines_of(self.listing, &self.entries, &rows, width).len();
        u16::try_from(lines).unwrap_or(most).min(most)
    }

    /// Columns before the text of every line of a row, for the keys in the list of them.
    #[must_use]
    pub fn lead(&self) -> usize {
        lead(self.listing, self.width)
    }
}

/// The lines of the rows that match, in so many columns.
pub(super) fn lines_of(
    listing: Listing,
    entries: &[Entry],
    matching: &Narrowed,
    width: usize,
) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut group: Option<&DisplayText> = None;
    let rows = matching.rows.iter().filter_map(|at| Some((at, entries.get(*at)?)));
    for (number, (at, entry)) in rows.enumerate() {
        if group != Some(&entry.group) {
            group = Some(&entry.group);
            lines.extend((!entry.group.is_empty()).then_some(Line::Heading(number)));
        }
        // What is judged, not known or explained is a sentence, and half of one misleads.
        let (first, more) = if listing.wraps() {
            let room = width.saturating_sub(lead(listing, width));
            let mut whole = cut_to(LINES, &entry.text, room).into_iter();
            (whole.next(), whole.collect())
        } else {
            (None, cut_to(BELOW, &entry.below, width))
        };
        lines.push(Line::Row(number, first));
        lines.extend(more.into_iter().map(|line| Line::Below(number, line)));
        let room = width.saturating_sub(INDENT);
        lines.extend(matching.why.get(at).map(|why| Line::Why(number, at_word(why, room))));
    }
    lines
}

fn lead(listing: Listing, width: usize) -> usize {
    if listing == Listing::Help { (width / 3).min(KEYS) } else { 0 }
}

/// A text in so many lines and columns at the most, cut between words where it is longer than that.
fn cut_to(lines: usize, text: &DisplayText, width: usize) -> Vec<DisplayText> {
    if text.is_empty() {
        return Vec::new();
    }
    let ranges = crate::text::wrap(text, width.max(1));
    let cut = ranges.len() > lines;
    let shown = ranges.into_iter().take(lines).enumerate();
    let line = |(at, range): (usize, std::ops::Range<usize>)| {
        if cut && at + 1 == lines {
            at_word(&text.slice(range.start..text.as_str().len()), width)
        } else {
            text.slice(range)
        }
    };
    shown.map(line).collect()
}
