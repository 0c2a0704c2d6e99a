//! Two items side by side: their facts in rows, and where they agree or differ.

mod facts;
mod shared;

use crate::library::{ItemId, Kind, Library, Statement, When};
use crate::text::{DisplayText, wrap};
use facts::{Fact, Measure, facts};
use shared::{events_of_both, said_by_both, statements};
use std::collections::BTreeSet;

/// How the two sides of a row stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Agreement {
    /// Both state it, and the same.
    Same,
    /// Both state it, and it cannot be the same.
    Differs,
}

impl Agreement {
    /// `=` or `≠`.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Same => "=",
            Self::Differs => "≠",
        }
    }
}

/// One fact of two items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparisonRow {
    /// What it is about: `WHEN`. Of a heading, which has no sides, the whole text.
    pub label: DisplayText,
    /// What the first item states, in lines of the width asked for; none in a heading.
    pub left: Vec<DisplayText>,
    /// What the second item states.
    pub right: Vec<DisplayText>,
    /// Whether they agree; none where one is silent, or where the two are compatible and not the
    /// same: "Sep 2022" and "9 Sep 2022", lists of names, claims of which none disputes another.
    pub agreement: Option<Agreement>,
}

impl ComparisonRow {
    /// Whether it only names what the rows below it are about.
    #[must_use]
    pub fn is_heading(&self) -> bool {
        self.left.is_empty() && self.right.is_empty()
    }

    /// The lines it takes side by side; a heading takes one.
    #[must_use]
    pub fn height(&self) -> usize {
        self.left.len().max(self.right.len()).max(1)
    }
}

/// The facts of two items in aligned rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The first item.
    pub left: ItemId,
    /// The second item.
    pub right: ItemId,
    /// Its title.
    pub left_title: DisplayText,
    /// The title of the second.
    pub right_title: DisplayText,
    /// The rows, in an order that does not depend on what the items state.
    pub rows: Vec<ComparisonRow>,
}

impl Comparison {
    /// How many rows say the same, and how many differ.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let count =
            |agreement| self.rows.iter().filter(|row| row.agreement == Some(agreement)).count();
        (count(Agreement::Same), count(Agreement::Differs))
    }
}

/// What one side states of nothing.
pub(crate) const SILENT: &str = "(silent)";

/// The facts of two items, each side wrapped to so many columns.
#[must_use]
pub fn compare(library: &Library, left: ItemId, right: ItemId, width: usize) -> Comparison {
    let mut rows = aligned(facts(library, left), facts(library, right), width);
    match (library.get(left).map(|item| item.kind), library.get(right).map(|item| item.kind)) {
        (Some(Kind::Source), Some(Kind::Source)) => {
            rows.extend(said_by_both(library, left, right, width));
        }
        (Some(Kind::Actor), Some(Kind::Actor)) => {
            rows.extend(events_of_both(library, left, right, width));
        }
        _ => {}
    }
    Comparison {
        left,
        right,
        left_title: library.full_title(left),
        right_title: library.full_title(right),
        rows,
    }
}

/// Facts in the order of the first list, those of the second that it lacks where they stand there.
fn aligned(left: Vec<Fact>, right: Vec<Fact>, width: usize) -> Vec<ComparisonRow> {
    let mut rows = Vec::new();
    let mut rest = right;
    for fact in left {
        let found = rest.iter().position(|other| other.label == fact.label);
        if let Some(at) = found {
            let mut before: Vec<Fact> = rest.drain(..=at).collect();
            let twin = before.pop();
            // What stands before the twin and has no twin itself is a row of its own.
            rows.extend(before.into_iter().map(|fact| row(None, Some(fact), width)));
            rows.push(row(Some(fact), twin, width));
        } else {
            rows.push(row(Some(fact), None, width));
        }
    }
    rows.extend(rest.into_iter().map(|fact| row(None, Some(fact), width)));
    rows
}

fn row(left: Option<Fact>, right: Option<Fact>, width: usize) -> ComparisonRow {
    let label = left.as_ref().or(right.as_ref()).map(|fact| fact.label.clone());
    let agreement = match (&left, &right) {
        (Some(left), Some(right)) => agreement(&left.measure, &right.measure)
            .filter(|found| left.exclusive || *found == Agreement::Same),
        (None, _) | (_, None) => None,
    };
    let side = |fact: Option<Fact>| cell(fact.map(|fact| fact.shown), width);
    ComparisonRow {
        label: label.unwrap_or_default(),
        left: side(left),
        right: side(right),
        agreement,
    }
}

/// The lines of a side.
fn cell(text: Option<DisplayText>, width: usize) -> Vec<DisplayText> {
    let text = text.filter(|text| !text.is_empty()).unwrap_or(DisplayText::literal(SILENT));
    wrap(&text, width.max(1)).into_iter().map(|range| text.slice(range)).collect()
}

fn agreement(left: &Measure, right: &Measure) -> Option<Agreement> {
    match (left, right) {
        (Measure::When(left), Measure::When(right)) => whens(left, right),
        (Measure::Items(left), Measure::Items(right)) => sets(left, right),
        (Measure::Texts(left), Measure::Texts(right)) => {
            let folded = |texts: &[DisplayText]| -> Vec<String> {
                texts.iter().map(|text| text.as_str().to_lowercase()).collect()
            };
            sets(&folded(left), &folded(right))
        }
        (Measure::Said(left), Measure::Said(right)) => {
            let all = |said: &[Statement]| -> Vec<ItemId> {
                said.iter().map(|statement| statement.claim).collect()
            };
            if all(left) == all(right) {
                return Some(Agreement::Same);
            }
            statements(&left.iter().collect::<Vec<_>>(), &right.iter().collect::<Vec<_>>())
        }
        (
            Measure::When(_)
            | Measure::Items(_)
            | Measure::Texts(_)
            | Measure::Said(_)
            | Measure::Nothing,
            Measure::When(_)
            | Measure::Items(_)
            | Measure::Texts(_)
            | Measure::Said(_)
            | Measure::Nothing,
        ) => None,
    }
}

/// One date is the other, or cannot be: what overlaps may be the same and may not.
fn whens(left: &When, right: &When) -> Option<Agreement> {
    let before = |one: &When, other: &When| {
        one.latest().zip(other.earliest()).is_some_and(|(last, first)| last < first)
    };
    if left.edtf() == right.edtf() {
        Some(Agreement::Same)
    } else if before(left, right) || before(right, left) {
        Some(Agreement::Differs)
    } else {
        None
    }
}

fn sets<T: Ord>(left: &[T], right: &[T]) -> Option<Agreement> {
    let (left, right): (BTreeSet<&T>, BTreeSet<&T>) =
        (left.iter().collect(), right.iter().collect());
    if left == right {
        Some(Agreement::Same)
    } else if left.is_disjoint(&right) {
        Some(Agreement::Differs)
    } else {
        None
    }
}

fn heading(label: impl Into<DisplayText>) -> ComparisonRow {
    let label = label.into();
    ComparisonRow { label, left: Vec::new(), right: Vec::new(), agreement: None }
}
