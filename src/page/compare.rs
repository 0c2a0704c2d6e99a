//! Two items side by side: their facts in rows, and where they agree or differ.

mod facts;
mod shared;

use super::content::{Agreement, Compared, Comparison, ComparisonRow, Run, Runs, Tone};
use crate::library::{ItemId, Kind, Library, Statement, When};
use crate::text::DisplayText;
use facts::{Fact, Measure, facts};
use shared::{events_of_both, said_by_both, statements};
use std::collections::BTreeSet;

/// What one side states of nothing.
const SILENT: &str = "(silent)";

/// The facts of two items.
#[must_use]
pub fn compare(library: &Library, left: ItemId, right: ItemId) -> Comparison {
    let mut rows = aligned(facts(library, left), facts(library, right));
    match (library.get(left).map(|item| item.kind), library.get(right).map(|item| item.kind)) {
        (Some(Kind::Source), Some(Kind::Source)) => {
            rows.extend(said_by_both(library, left, right));
        }
        (Some(Kind::Actor), Some(Kind::Actor)) => {
            rows.extend(events_of_both(library, left, right));
        }
        _ => {}
    }
    let compared = |item: ItemId| Compared {
        item,
        name: super::name(library, item),
        title: library.full_title(item),
        answer: library.answer(item),
    };
    Comparison { left: compared(left), right: compared(right), rows }
}

/// Facts in the order of the first list, those of the second that it lacks where they stand there.
fn aligned(left: Vec<Fact>, right: Vec<Fact>) -> Vec<ComparisonRow> {
    let mut rows = Vec::new();
    let mut rest = right;
    for fact in left {
        let found = rest.iter().position(|other| other.label == fact.label);
        if let Some(at) = found {
            let mut before: Vec<Fact> = rest.drain(..=at).collect();
            let twin = before.pop();
            // What stands before the twin and has no twin itself is a row of its own.
            rows.extend(before.into_iter().map(|fact| row(None, Some(fact))));
            rows.push(row(Some(fact), twin));
        } else {
            rows.push(row(Some(fact), None));
        }
    }
    rows.extend(rest.into_iter().map(|fact| row(None, Some(fact))));
    rows
}

fn row(left: Option<Fact>, right: Option<Fact>) -> ComparisonRow {
    let label = left.as_ref().or(right.as_ref()).map(|fact| fact.label.clone());
    let agreement = match (&left, &right) {
        (Some(left), Some(right)) => agreement(&left.measure, &right.measure)
            .filter(|found| left.exclusive || *found == Agreement::Same),
        (None, _) | (_, None) => None,
    };
    let side = |fact: Option<Fact>| cell(fact.map(|fact| fact.shown));
    ComparisonRow {
        // Of two sides one has a fact, and a fact has a label.
        label: label.unwrap_or_default(),
        left: side(left),
        right: side(right),
        agreement,
    }
}

/// What a side states, or that it states nothing.
fn cell(stated: Option<Runs>) -> Runs {
    let stated = stated.filter(|runs| !is_empty(runs));
    stated.unwrap_or_else(|| vec![Run::new(SILENT, Tone::Quiet)])
}

/// The same of a text.
fn text_cell(text: Option<DisplayText>) -> Runs {
    cell(text.map(|text| vec![Run::text(text)]))
}

/// Whether runs have no text.
fn is_empty(runs: &[Run]) -> bool {
    runs.iter().all(|run| match run {
        Run::Text { text, .. } | Run::Elastic { text, .. } => text.is_empty(),
        Run::Sign { .. } | Run::Number(_) | Run::Name { .. } | Run::Question { .. } => false,
    })
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
