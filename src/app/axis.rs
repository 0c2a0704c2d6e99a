//! The time axis: when how much was, in one row, and where the subject is in it.
//!
//! Months, years or decades stand side by side, each with the same number of cells. What lies between
//! them with little or nothing in it is drawn together under a label that says how long it is, so that
//! no distance is ever drawn shorter without a word.

use super::timeline::Period;
use super::{App, Pane, Row, TimeStep};
use crate::library::{Day, ItemId, Kind, Precision, Record, When};
use crate::text::{DisplayText, Fit};
use ratatui::layout::Rect;
use std::ops::Range;

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

/// Cells of a month, a year or a decade at the least and at the most.
const CELLS: Range<usize> = 3..16;
/// Cells of several that are drawn together.
const TOGETHER: usize = 3;
/// Most units that are looked at, two centuries of months.
const MOST_UNITS: usize = 2_400;
/// Fewest columns that anything can be drawn in.
const LEAST: usize = 12;

impl Axis {
    /// The axis of events in so many columns.
    #[must_use]
    pub fn new(whens: &[&When], columns: usize) -> Self {
        let days: Vec<(Day, Day)> = whens.iter().filter_map(|when| spread(when)).collect();
        let ends = days.iter().map(|days| days.0).min().zip(days.iter().map(|days| days.1).max());
        let Some((first, last)) = ends.filter(|_| columns >= LEAST) else { return Self::default() };
        let scales = Scale::ALL.into_iter().flat_map(|scale| [(scale, true), (scale, false)]);
        let drafts = scales.filter_map(|(scale, whole)| {
            Draft::new(scale, whole, &days, Period { first, last }, columns)
        });
        let draft = { drafts }.next().unwrap_or_else(|| Draft::one(Period { first, last }));
        draft.axis(&days, columns)
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

/// What stands side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scale {
    Months,
    Years,
    Decades,
}

impl Scale {
    const ALL: [Self; 3] = [Self::Months, Self::Years, Self::Decades];

    fn unit(self, day: Day) -> Option<Period> {
        match self {
            Self::Months => Period::of(day, TimeStep::Month),
            Self::Years => Period::of(day, TimeStep::Year),
            Self::Decades => {
                let year = day.year() - day.year().rem_euclid(10);
                Some(Period { first: Day::new(year, 1, 1)?, last: Day::new(year + 9, 12, 31)? })
            }
        }
    }

    /// Units from the first to the last of a period; nobody draws more than there are columns.
    fn units(self, period: Period) -> Vec<Period> {
        let next = |unit: &Period| self.unit(unit.last.plus_days(1)?);
        let units = std::iter::successors(self.unit(period.first), next);
        units.take_while(|unit| unit.first <= period.last).collect()
    }
}

/// An axis of which the cells are not placed yet.
struct Draft {
    /// What is drawn, and whether it is several units drawn together, with nothing in them.
    stretches: Vec<(DisplayText, Period, Size)>,
    /// Cells of a unit.
    cells: usize,
}

/// How many cells a stretch has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Size {
    Unit,
    Together,
    Empty,
}

impl Draft {
    /// Everything as one stretch, for want of room.
    fn one(period: Period) -> Self {
        let label = label(period, None);
        Self { stretches: vec![(label, period, Size::Unit)], cells: CELLS.start }
    }

    /// A draft that fits in the columns: of all units (`whole`), or of those with the most events,
    /// if they hold more than half of all.
    fn new(
        scale: Scale,
        whole: bool,
        days: &[(Day, Day)],
        period: Period,
        columns: usize,
    ) -> Option<Self> {
        let units = scale.units(period);
        if units.is_empty() || units.len() > MOST_UNITS {
            return None;
        }
        if whole {
            let all: Vec<bool> = units.iter().map(|_| true).collect();
            return Self::of(&units, &all, &all, columns);
        }
        // An event counts in the unit that it begins in.
        let mut counts = vec![0_usize; units.len()];
        for (from, _) in days {
            let at = units.partition_point(|unit| unit.last < *from);
            if let Some(count) = counts.get_mut(at) {
                *count += 1;
            }
        }
        let taken: Vec<bool> = counts.iter().map(|count| *count > 0).collect();
        let mut ranked: Vec<usize> =
            (0..units.len()).filter(|at| count_at(&counts, *at) > 0).collect();
        ranked.sort_by_key(|at| std::cmp::Reverse((count_at(&counts, *at), *at)));
        // More than this never fits.
        let most = ranked.len().min(columns / CELLS.start);
        (1..=most).rev().find_map(|chosen| {
            let chosen = ranked.get(..chosen)?;
            let held: usize = chosen.iter().map(|at| count_at(&counts, *at)).sum();
            let mut open = vec![false; units.len()];
            for at in chosen {
                if let Some(open) = open.get_mut(*at) {
                    *open = true;
                }
            }
            let enough = 2 * held > days.len() || scale == Scale::Decades;
            enough.then(|| Self::of(&units, &open, &taken, columns)).flatten()
        })
    }

    /// The open units by themselves, the others together; the cells as many as fit.
    fn of(units: &[Period], open: &[bool], taken: &[bool], columns: usize) -> Option<Self> {
        let mut stretches: Vec<(DisplayText, Period, Size)> = Vec::new();
        let mut before = None;
        let flags = open.iter().zip(taken);
        let flagged: Vec<(&Period, bool, bool)> =
            units.iter().zip(flags).map(|(unit, (open, taken))| (unit, *open, *taken)).collect();
        for run in flagged.chunk_by(|one, other| !one.1 && !other.1) {
            let ends = run.first().zip(run.last());
            let Some((first, last)) = ends.map(|(first, last)| (first.0.first, last.0.last)) else {
                continue;
            };
            let size = match run {
                [(_, true, _)] => Size::Unit,
                _ if run.iter().any(|(.., taken)| *taken) => Size::Together,
                _ => Size::Empty,
            };
            let period = Period { first, last };
            stretches.push((label(period, before), period, size));
            before = Some(last.year());
        }
        let fits = |cells: &usize| {
            let draft = Self { stretches: Vec::new(), cells: *cells };
            draft.width(&stretches) <= columns
        };
        let cells = { CELLS }.rev().find(fits)?;
        Some(Self { stretches, cells })
    }

    fn width(&self, stretches: &[(DisplayText, Period, Size)]) -> usize {
        let of =
            |(label, _, size): &(DisplayText, Period, Size)| label.columns() + 1 + self.size(*size);
        // A line between each two.
        stretches.iter().map(of).sum::<usize>() + stretches.len().saturating_sub(1)
    }

    fn size(&self, size: Size) -> usize {
        match size {
            Size::Unit => self.cells,
            Size::Together => TOGETHER,
            Size::Empty => 1,
        }
    }

    /// Places the cells and fills them.
    fn axis(self, days: &[(Day, Day)], columns: usize) -> Axis {
        let mut axis = Axis::default();
        for (label, period, size) in &self.stretches {
            if !axis.cells.is_empty() {
                axis.cells.push(AxisCell::Word);
            }
            let start = axis.cells.len();
            axis.cells.extend(std::iter::repeat_n(AxisCell::Word, label.columns() + 1));
            let first = axis.cells.len();
            let fill = if *size == Size::Empty { AxisCell::Break } else { AxisCell::Nothing };
            axis.cells.extend(std::iter::repeat_n(fill, self.size(*size)));
            let cells = first..axis.cells.len();
            axis.stretches.push(Stretch { start, label: label.clone(), period: *period, cells });
        }
        axis.cells.truncate(columns);
        axis.fill(days);
        axis
    }
}

/// What an event weighs: the cells that it can have been in share it.
const WEIGHT: usize = 5_040;
/// How many heights there are.
const HEIGHTS: usize = 8;

impl Axis {
    fn fill(&mut self, days: &[(Day, Day)]) {
        let mut weights = vec![0_usize; self.cells.len()];
        for (from, to) in days {
            let Some((from, to)) = self.column(*from).zip(self.column(*to)) else { continue };
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

fn count_at(counts: &[usize], at: usize) -> usize {
    counts.get(at).copied().unwrap_or(0)
}

/// `Sep`, `Sep 2022`, `Jan-May 2022`, `2022`, `1939-2021`; a month has no year where the label before
/// it is of the same year.
fn label(period: Period, before: Option<i32>) -> DisplayText {
    let Period { first, last } = period;
    let (year, to) = (first.year(), last.year());
    let whole = Period::of(first, TimeStep::Year).is_some_and(|year| year.first == first)
        && Period::of(last, TimeStep::Year).is_some_and(|year| year.last == last);
    match (year == to, first.month() == last.month()) {
        (true, _) if whole => crate::text![year],
        (true, true) if before == Some(year) => DisplayText::literal(first.month_name()),
        (true, true) => crate::text![first.month_name(), " ", year],
        (true, false) => crate::text![first.month_name(), "-", last.month_name(), " ", year],
        (false, _) if whole => crate::text![year, "-", to],
        (false, _) => {
            crate::text![first.month_name(), " ", year, "-", last.month_name(), " ", to]
        }
    }
}

impl App {
    /// The axis of the events that are listed, in this row; the words at its right end have a part
    /// of the row to themselves, so that the axis stands still while they change.
    #[must_use]
    pub fn axis_columns(&self, row: Rect) -> usize {
        let words = if row.width >= WIDE { row.width * 3 / 10 } else { row.width / 4 };
        usize::from(row.width.saturating_sub(words + 2))
    }

    /// The axis in force.
    #[must_use]
    pub fn axis(&self) -> &Axis {
        &self.axis
    }

    /// Where the subject is on it.
    #[must_use]
    pub fn axis_mark(&self) -> AxisMark {
        let Some(subject) = self.here.subject else { return AxisMark::None };
        if let Some(when) = self.when_of(subject) {
            return self.axis.mark(when);
        }
        let listed = |event: &&ItemId| self.lists_item(Pane::Timeline, **event);
        let events = self.library.linked(subject, Kind::Event).iter().filter(listed);
        let days = events.filter_map(|event| spread(&self.library.event(*event)?.when.value));
        let mut cells: Vec<usize> = days
            .filter_map(|(from, to)| Some(self.axis.column(from)?..self.axis.column(to)? + 1))
            .flatten()
            .collect();
        cells.sort_unstable();
        cells.dedup();
        if cells.is_empty() { AxisMark::None } else { AxisMark::Active(cells) }
    }

    /// When something was, or was published.
    pub(super) fn when_of(&self, item: ItemId) -> Option<&When> {
        match &self.library.get(item)?.record {
            Record::Event(event) => Some(&event.when.value),
            Record::Source(source) => source.published.as_ref().map(|when| &when.value),
            Record::Brief(_)
            | Record::Claim(_)
            | Record::Actor(_)
            | Record::Place(_)
            | Record::Judgement(_)
            | Record::Gap(_)
            | Record::Question(_) => None,
        }
    }

    /// What stands at the right end of the axis, the fullest words first.
    #[must_use]
    pub fn axis_words(&self) -> Vec<DisplayText> {
        let [rows, ..] = &self.rows;
        let listed = rows.iter().filter_map(Row::item).count();
        let all = self.unfiltered(Pane::Timeline);
        let events = if all == 1 { " event" } else { " events" };
        let mut counts = crate::text![all, events];
        if !self.here.lenses.is_empty() {
            counts = crate::text![counts, ", ", listed, " in lens"];
        }
        let short = counts.clone();
        if let Some(subject) = self.here.subject {
            let linked = self.library.linked(subject, Kind::Event).iter();
            let linked = linked.filter(|event| self.lists_item(Pane::Timeline, **event)).count();
            counts = crate::text![counts, ", ", linked, " linked"];
        }
        let Some(when) = self.here.subject.and_then(|subject| self.when_of(subject)) else {
            return vec![counts, short];
        };
        let exact = matches!(when.precision(), Precision::Day | Precision::Minute);
        let day = when.listed_day().filter(|_| exact).map(|day| day.text());
        let date = day.unwrap_or_else(|| when.text());
        vec![
            crate::text!["you are here: ", date, "   ", counts],
            crate::text!["▲ ", date, "   ", counts],
            crate::text!["▲ ", date, "   ", short],
            crate::text!["▲ ", date],
            crate::text!["▲ ", when.short()],
        ]
    }

    /// Makes the axis anew where the events that are listed or its room changed.
    pub(super) fn arrange_axis(&mut self) {
        let Some(row) = self.layout.axis else { return };
        let columns = self.axis_columns(row);
        let [rows, ..] = &self.rows;
        let made_for = Some((std::sync::Arc::clone(rows), columns));
        let same = self
            .axis_made_for
            .as_ref()
            .zip(made_for.as_ref())
            .is_some_and(|(old, new)| std::sync::Arc::ptr_eq(&old.0, &new.0) && old.1 == new.1);
        if same {
            return;
        }
        let events = rows.iter().filter_map(Row::item);
        let whens = events.filter_map(|event| Some(&self.library.event(event)?.when.value));
        self.axis = Axis::new(&whens.collect::<Vec<_>>(), columns);
        self.axis_made_for = made_for;
    }
}

/// Columns of a row from which the words at its end have more room.
const WIDE: u16 = 170;
