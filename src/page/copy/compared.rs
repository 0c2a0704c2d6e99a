//! Two items fact by fact, one fact of each in a line.

use crate::library::{ItemId, Library, Marking};
use crate::page::content::{Agreement, Comparison, ComparisonRow};
use crate::page::layout::written;
use crate::page::{Medium, compare};
use crate::text::DisplayText;

/// What is pinned and an item, and the marking of both as they are told here.
#[must_use]
pub fn compared(library: &Library, pinned: ItemId, item: ItemId) -> (Marking, Vec<DisplayText>) {
    let lines = lines(library, pinned, item);
    let text = super::joined(&lines);
    let marking = |about, other| library.marking_of_text(about, [other], text.as_str());
    (marking(pinned, item).max(marking(item, pinned)), lines)
}

fn lines(library: &Library, pinned: ItemId, item: ItemId) -> Vec<DisplayText> {
    if library.get(pinned).map(|item| item.kind) != library.get(item).map(|item| item.kind) {
        let title = library.full_title(pinned);
        return vec![crate::text!["of another kind than what is pinned: ", title]];
    }
    let compared = compare(library, pinned, item);
    let Comparison { left, right, .. } = &compared;
    let (same, differing) = compared.counts();
    let mut text = vec![
        crate::text!["compared with what is pinned: ", left.title],
        crate::text!["this one: ", right.title],
        crate::text!["facts that are the same: ", same, "; that differ: ", differing],
    ];
    text.extend(compared.rows.iter().flat_map(fact));
    text
}

/// A fact of both: the same, or one line for each.
fn fact(row: &ComparisonRow) -> Vec<DisplayText> {
    if row.is_heading() {
        return vec![row.label.clone()];
    }
    let [left, right] = [&row.left, &row.right].map(|side| written(side, Medium::Spoken));
    match row.agreement {
        Some(Agreement::Same) => vec![crate::text![row.label, ", the same: ", right]],
        Some(Agreement::Differs) => vec![
            crate::text![row.label, ", they differ; pinned: ", left],
            crate::text![row.label, ", they differ; this one: ", right],
        ],
        None => vec![
            crate::text![row.label, ", pinned: ", left],
            crate::text![row.label, ", this one: ", right],
        ],
    }
}
