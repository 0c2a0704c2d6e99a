//! Which stretches an axis has: the finest units that fit, the rest drawn together.

use super::super::timeline::Period;
use super::{Axis, AxisCell, Stretch};
use crate::choice::TimeStep;
use crate::library::Day;
use crate::text::{DisplayText, Fit};
use std::ops::Range;

/// Cells of a month, a year or a decade at the least and at the most.
const CELLS: Range<usize> = 3..16;
/// Fewest cells of several that are drawn together.
const TOGETHER: usize = 3;
/// Most units that are looked at, two centuries of months.
const MOST_UNITS: usize = 2_400;
/// A unit is left out that has fewer events than the busiest divided by this.
const SPARSE: usize = 10;

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
pub(super) struct Draft {
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
    /// Everything as one stretch of whole years, for want of room.
    fn one(period: Period, columns: usize) -> Self {
        let year = |day: Day| Period::of(day, TimeStep::Year);
        let years = year(period.first).zip(year(period.last));
        let period =
            years.map_or(period, |(first, last)| Period { first: first.first, last: last.last });
        let label = label(period, None);
        let cells = columns.saturating_sub(label.columns() + 1).min(CELLS.start);
        Self { stretches: vec![(label, period, Size::Unit)], cells }
    }

    /// The finest draft that fits in the columns.
    pub(super) fn new(days: &[(Day, Day)], period: Period, columns: usize) -> Self {
        let scales = Scale::ALL.into_iter().flat_map(|scale| [(scale, true), (scale, false)]);
        let mut drafts =
            scales.filter_map(|(scale, whole)| Self::at_scale(scale, whole, days, period, columns));
        drafts.next().unwrap_or_else(|| Self::one(period, columns))
    }

    /// A draft that fits in the columns: of all units (`whole`), or of those with the most events,
    /// if they hold more than half of all.
    fn at_scale(
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
        // A unit with next to nothing beside the busiest is not worth its label.
        let busiest = counts.iter().copied().max().unwrap_or(0);
        let worth = |at: &usize| count_at(&counts, *at) * SPARSE >= busiest.max(1);
        let mut ranked: Vec<usize> = (0..units.len()).filter(worth).collect();
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
                [_] => Size::Unit,
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
            Size::Together => (self.cells / 2).max(TOGETHER),
            Size::Empty => 1,
        }
    }

    /// Places the cells.
    pub(super) fn axis(self, columns: usize) -> Axis {
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
        axis
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
            let month = |day: Day, skipped: u32| match day.month() {
                month if month == skipped => DisplayText::default(),
                _ => crate::text![day.month_name(), " "],
            };
            crate::text![month(first, 1), year, "-", month(last, 12), to]
        }
    }
}
