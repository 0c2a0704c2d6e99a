//! The time axis: when how much was, in one row, and where the subject is in it.
//!
//! Months, years or decades stand side by side, each with the same number of cells. What lies between
//! them with little or nothing in it is drawn together under a label that says how long it is, so that
//! no distance is ever drawn shorter without a word.

mod draft;
#[cfg(test)]
mod tests;

use super::lists::Lists;
use super::memo::Memo;
use super::timeline::Period;
use super::{App, Layout, Row};
use crate::choice::Pane;
use crate::library::{Day, ItemId, Kind, Library, Precision, RowDate, When};
use crate::text::DisplayText;
use draft::Draft;
use ratatui::layout::Rect;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// What one cell of the axis shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AxisCell {
    /// No time: a label or a line between two stretches.
    Word,
    /// No event.
    Nothing,
    /// Events: how many beside the cell with the most, 1 to 8.
    Events(u8),
    /// A stretch in which nothing was, drawn shorter than the others.
    Break,
}

/// How the subject stands in the axis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum AxisMark {
    /// It has no time.
    #[default]
    None,
    /// It was at one time as finely as the axis shows; the cell.
    At(usize),
    /// It was some time in these cells, or went on through them.
    Through(Range<usize>),
    /// It was before everything on the axis.
    Before,
    /// It was after everything on the axis.
    After,
    /// It has to do with what was in these cells.
    Active(Vec<usize>),
}

/// The time axis, cell by cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Axis {
    stretches: Vec<Stretch>,
    cells: Vec<AxisCell>,
}

/// A stretch of time with a label and cells of equal duration.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stretch {
    /// The column of the label.
    start: usize,
    label: DisplayText,
    period: Period,
    /// The columns of the cells.
    cells: Range<usize>,
}

/// Fewest columns that anything can be drawn in.
const LEAST: usize = 12;

impl Axis {
    /// The axis of events in so many columns.
    #[must_use]
    pub fn new(whens: &[&When], columns: usize) -> Self {
        let days: Vec<(Day, Day)> = whens.iter().filter_map(|when| spread(when)).collect();
        let ends = days.iter().map(|days| days.0).min().zip(days.iter().map(|days| days.1).max());
        let Some((first, last)) = ends.filter(|_| columns >= LEAST) else { return Self::default() };
        let mut axis = Draft::new(&days, Period { first, last }, columns).axis(columns);
        axis.fill(whens);
        axis
    }

    /// Columns of an axis in this row: the words at its right end have a part of the row to
    /// themselves, so that the axis stands still while they change.
    #[must_use]
    pub fn columns_in(row: Rect) -> usize {
        let words = if row.width >= WIDE { row.width * 3 / 10 } else { row.width / 4 };
        usize::from(row.width.saturating_sub(words + 2))
    }

    /// What each column shows; fewer than there are columns where the axis is shorter.
    #[must_use]
    pub fn cells(&self) -> &[AxisCell] {
        &self.cells
    }

    /// The labels and the columns that they begin at.
    pub fn labels(&self) -> impl Iterator<Item = (usize, &DisplayText)> {
        self.stretches.iter().map(|stretch| (stretch.start, &stretch.label))
    }

    /// The column of a day; none outside the axis.
    #[must_use]
    pub fn column(&self, day: Day) -> Option<usize> {
        let holds = |stretch: &&Stretch| stretch.period.first <= day && day <= stretch.period.last;
        let stretch = self.stretches.iter().find(holds)?;
        let cells = i64::try_from(stretch.cells.len()).ok()?;
        let days = stretch.period.last.days_since(stretch.period.first) + 1;
        let cell = day.days_since(stretch.period.first) * cells / days;
        Some(stretch.cells.start + usize::try_from(cell).ok()?)
    }

    /// Where something is that was at a time.
    #[must_use]
    pub fn mark(&self, when: &When) -> AxisMark {
        let ends = self.stretches.first().zip(self.stretches.last());
        let Some((first, last)) = ends.map(|(first, last)| (first.period.first, last.period.last))
        else {
            return AxisMark::None;
        };
        let (from, to) = (when.earliest().unwrap_or(first), when.latest().unwrap_or(last));
        if to < first {
            return AxisMark::Before;
        }
        if from > last {
            return AxisMark::After;
        }
        match (self.column(from.max(first)), self.column(to.min(last))) {
            (Some(from), Some(to)) if from == to => AxisMark::At(from),
            (Some(from), Some(to)) => AxisMark::Through(from..to + 1),
            _ => AxisMark::None,
        }
    }
}

/// First and last day on which an event counts: what is open counts where it is listed.
fn spread(when: &When) -> Option<(Day, Day)> {
    when.earliest().zip(when.latest()).or_else(|| when.listed_days())
}

/// What an event weighs: the cells that it can have been in share it.
const WEIGHT: usize = 5_040;
/// How many heights there are.
const HEIGHTS: usize = 8;

impl Axis {
    /// Heights. What lasted counts where it began, or a single long event would fill every gap.
    fn fill(&mut self, whens: &[&When]) {
        let mut weights = vec![0_usize; self.cells.len()];
        for (from, to) in whens.iter().filter_map(|when| when.listed_days()) {
            let Some((from, to)) = self.column(from).zip(self.column(to)) else { continue };
            let time = |at: &usize| self.cells.get(*at).is_some_and(|cell| *cell != AxisCell::Word);
            let cells: Vec<usize> = (from..=to).filter(time).collect();
            for cell in &cells {
                if let Some(weight) = weights.get_mut(*cell) {
                    *weight += (WEIGHT / cells.len()).max(1);
                }
            }
        }
        let most = weights.iter().copied().max().unwrap_or(0).max(1);
        for (cell, weight) in self.cells.iter_mut().zip(weights).filter(|(_, weight)| *weight > 0) {
            let height = (weight * HEIGHTS).div_ceil(most).clamp(1, HEIGHTS);
            *cell = AxisCell::Events(u8::try_from(height).unwrap_or(1));
        }
    }
}

impl App {
    /// The axis in force.
    #[must_use]
    pub fn axis(&self) -> &Axis {
        self.axis.axis()
    }

    /// Where the subject is on it.
    #[must_use]
    pub fn axis_mark(&self) -> AxisMark {
        let subject = self.here.subject;
        subject.map_or(AxisMark::None, |subject| self.axis.mark(&self.library, subject))
    }

    /// What stands at the right end of the axis, the fullest words first.
    #[must_use]
    pub fn axis_words(&self) -> Vec<DisplayText> {
        if self.starting.loading {
            return Vec::new();
        }
        let shown = self.lists.shown(Pane::Timeline);
        let (listed, linked) = shown.map_or((0, 0), |shown| (shown.items, shown.linked));
        let all = super::rows::unfiltered(&self.library, self.here.brief, Pane::Timeline);
        let events = if all == 1 { " event" } else { " events" };
        let mut counts = crate::text![all, events];
        if !self.here.lenses.is_empty() {
            counts = crate::text![counts, ", ", listed, " in lens"];
        }
        let short = counts.clone();
        // An event is not linked to others: then nothing is worth counting.
        if linked > 0 {
            counts = crate::text![counts, ", ", linked, " linked"];
        }
        let Some(when) = self.here.subject.and_then(|subject| when_of(&self.library, subject))
        else {
            return vec![counts, short];
        };
        let date = self.date_here(when);
        vec![
            crate::text!["you are here: ", date, "   ", counts],
            crate::text!["▲ ", date, "   ", counts],
            crate::text!["▲ ", date, "   ", short],
            crate::text!["▲ ", date],
            crate::text!["▲ ", when.short()],
        ]
    }
}

impl App {
    /// The day or the time of the subject; else its date in full.
    fn date_here(&self, when: &When) -> DisplayText {
        let times = self.preferences.times;
        if when.clock().is_some() {
            return when.in_row(RowDate { year: true, time: true, clock: true, times });
        }
        let is_day = when.precision() == Precision::Day;
        let day = when.listed_day().filter(|_| is_day).map(Day::text);
        day.unwrap_or_else(|| when.text())
    }
}

/// What an axis is made for: the rows of the timeline, by which of them they are, and columns.
#[derive(Clone, Debug)]
struct AxisFor {
    rows: Arc<[Row]>,
    columns: usize,
}

impl PartialEq for AxisFor {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.rows, &other.rows) && self.columns == other.columns
    }
}

/// The axis of the timeline, and the events on it.
#[derive(Debug, Default)]
pub(super) struct TimeAxis {
    made: Memo<AxisFor, (Axis, BTreeSet<ItemId>)>,
}

impl TimeAxis {
    fn axis(&self) -> &Axis {
        &self.made.get().0
    }

    /// Whether an event is on it.
    fn has(&self, event: ItemId) -> bool {
        self.made.get().1.contains(&event)
    }

    /// Where an item is on it.
    fn mark(&self, library: &Library, item: ItemId) -> AxisMark {
        let axis = self.axis();
        if let Some(when) = when_of(library, item) {
            return axis.mark(when);
        }
        let events = library.linked(item, Kind::Event).iter().filter(|event| self.has(**event));
        let days = events.filter_map(|event| spread(&library.event(*event)?.when.value));
        let mut cells: Vec<usize> = days
            .filter_map(|(from, to)| Some(axis.column(from)?..axis.column(to)? + 1))
            .flatten()
            .collect();
        cells.sort_unstable();
        cells.dedup();
        if cells.is_empty() { AxisMark::None } else { AxisMark::Active(cells) }
    }

    /// Makes the axis anew where the events that are listed or its room changed.
    pub(super) fn arrange(&mut self, library: &Library, lists: &Lists, layout: &Layout) {
        let Some(row) = layout.axis else { return };
        let rows = lists.all(Pane::Timeline).map_or_else(Arc::default, |all| Arc::clone(&all.rows));
        let made_for = AxisFor { rows, columns: Axis::columns_in(row) };
        self.made.follow(Some(made_for), |made_for| {
            let events = || made_for.rows.iter().filter_map(Row::item);
            let whens = events().filter_map(|event| Some(&library.event(event)?.when.value));
            let axis = Axis::new(&whens.collect::<Vec<_>>(), made_for.columns);
            (axis, events().collect())
        });
    }
}

/// When something was, or was published.
pub(super) fn when_of(library: &Library, item: ItemId) -> Option<&When> {
    library.get(item)?.record.when()
}

/// Columns of a row from which the words at its end have more room.
const WIDE: u16 = 170;
