//! Rows of a card: what they say in full, and what less they say where there is little room.

use super::{Run, Runs, Sign, Tone};

/// A label, and what stands beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The label.
    pub label: &'static str,
    /// The lines beside it.
    pub lines: Vec<Line>,
    /// The rows it takes whatever it says, so that what is below stays where it is.
    pub height: usize,
    /// What ends its first line at the right edge, as the key that says more.
    pub end: Runs,
}

impl Row {
    /// A row that takes the rows that it needs.
    #[must_use]
    pub fn new(label: &'static str, lines: Vec<Line>) -> Self {
        Self { label, lines, height: 0, end: Runs::new() }
    }

    /// Calls a function with every text that may be shown.
    pub(super) fn each(&self, found: &mut dyn FnMut(&[Run])) {
        for line in &self.lines {
            match line {
                Line::Fitting(forms) => forms.iter().for_each(|form| found(form)),
                Line::Flowing(forms) => forms.iter().for_each(|(form, _)| found(form)),
                Line::Items(items) => {
                    found(&items.lead);
                    items.items.iter().flatten().for_each(|form| found(form));
                    found(&items.tail);
                }
            }
        }
        found(&self.end);
    }
}

/// What stands beside a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// One line: the first of several ways to say it that fits; the last is cut.
    Fitting(Vec<Runs>),
    /// The first of several ways to say it that fits into so many lines; the last goes on in as many as
    /// it needs, and nothing of it is cut.
    Flowing(Vec<(Runs, usize)>),
    /// As many whole things as fit, and how many are left out.
    Items(Items),
}

impl Line {
    /// One line that is cut where it does not fit.
    #[must_use]
    pub fn one(runs: Runs) -> Self {
        Self::Fitting(vec![runs])
    }
}

/// Things in a row, none of them cut inside: where all do not fit the shorter forms are tried, one
/// length of form for all, and then the last ones are only counted, as `+2`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Items {
    /// What stands before the first.
    pub lead: Runs,
    /// The things, each in its forms from the longest to the shortest.
    pub items: Vec<Vec<Runs>>,
    /// What stands between two.
    pub separator: Run,
    /// The rows they may take.
    pub room: Room,
    /// Whether one that does not fit is passed over for a shorter one behind it.
    pub passes: bool,
    /// What is said of those left out: ` differ` after `+2`.
    pub left_out: &'static str,
    /// What follows the last one, and is never left out.
    pub tail: Runs,
}

impl Items {
    /// Things in one row, a dot between them.
    #[must_use]
    pub fn new(items: Vec<Vec<Runs>>) -> Self {
        Self {
            lead: Runs::new(),
            items,
            separator: Run::sign(Sign::Between, Tone::Text),
            room: Room::Rows(1),
            passes: false,
            left_out: "",
            tail: Runs::new(),
        }
    }
}

/// How many rows things may take; they break between two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// At most so many.
    Rows(usize),
    /// As many as all of them need.
    AsNeeded,
}
