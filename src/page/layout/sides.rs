//! A comparison as two pages with the same facts in the same lines.

use super::flow::{Indent, flow};
use super::row::title;
use super::write::{Writer, blanks, padded};
use super::{Medium, Page, PageLine, Piece};
use crate::page::content::{Agreement, Compared, Comparison, ComparisonRow, Run, Runs, Tone};
use crate::text::{Fit, wrap};

/// Columns of the sign before a fact.
const SIGN: usize = 2;
/// Columns of the sign and the name of a fact.
const LABEL: usize = SIGN + 13;
/// Columns under which the name of a fact stands in a line of its own.
const NARROW: usize = 34;

/// Columns of a bar that are not its title: number, what is compared, that there is more, and the rule.
const BESIDE_TITLE: usize = 20;

/// Two items as two pages of so many columns; a fact that both state stands in the same lines. Their
/// titles are left out where a bar above each has room for it.
#[must_use]
pub fn sides(comparison: &Comparison, width: usize, bar: bool) -> (Page, Page) {
    let Comparison { left, right, rows } = comparison;
    let in_bar = |compared: &Compared| {
        compared.name == compared.title && compared.title.columns() + BESIDE_TITLE <= width
    };
    let needed = |compared: &Compared| wrap(&compared.title, width.max(1)).len();
    let title_rows = if bar && in_bar(left) && in_bar(right) {
        0
    } else {
        needed(left).max(needed(right)).min(2)
    };
    // An item compared with itself agrees with itself.
    let signed = left.item != right.item;
    let (mut left_lines, mut right_lines) = (Vec::new(), Vec::new());
    for row in rows {
        let [mine, theirs] = fact(row, signed, width);
        left_lines.extend(mine);
        right_lines.extend(theirs);
    }
    let page = |compared: &Compared, body: Vec<PageLine>| Page {
        subject: Some(compared.item),
        title: compared.name.clone(),
        answer: compared.answer.clone(),
        card: title(&compared.title, title_rows, width, Medium::Screen),
        body,
        ..Page::default()
    };
    (page(left, left_lines), page(right, right_lines))
}

/// The lines of both sides of a row, as many on either.
fn fact(row: &ComparisonRow, signed: bool, width: usize) -> [Vec<PageLine>; 2] {
    if row.is_heading() {
        let text = row.label.fit(width, "…");
        let lines = vec![Vec::new(), vec![Piece::new(text, Tone::Label)]];
        return [lines.clone(), lines];
    }
    let is_narrow = width < NARROW;
    let room = if is_narrow { width.saturating_sub(SIGN) } else { width - LABEL };
    let agreement = row.agreement.filter(|_| signed);
    let tone = match agreement {
        Some(Agreement::Differs) => Tone::Against,
        Some(Agreement::Same) | None => Tone::Text,
    };
    let writer = Writer::new(Medium::Screen, &[]);
    let value = |runs: &Runs| {
        let runs: Runs = runs.iter().cloned().map(|run: Run| run.toned(tone)).collect();
        flow(Vec::new(), Indent::default(), writer.pieces(&runs), (room, Medium::Screen))
    };
    let (left, right) = (value(&row.left), value(&row.right));
    let height = left.len().max(right.len());
    let sign = agreement.map_or("  ", |agreement| writer.sign(agreement.sign()));
    let lead = |columns: usize| {
        let label = padded(&row.label, columns.saturating_sub(SIGN));
        vec![Piece::new(sign, tone), Piece::new(label, Tone::Label)]
    };
    let side = |mut lines: Vec<PageLine>| {
        lines.resize(height, Vec::new());
        let mut set: Vec<PageLine> = Vec::new();
        if is_narrow {
            set.push(lead(width));
        }
        for (at, line) in lines.into_iter().enumerate() {
            let mut pieces = match (is_narrow, at) {
                (false, 0) => lead(LABEL),
                (false, _) => vec![Piece::new(blanks(LABEL), Tone::Text)],
                (true, _) => vec![Piece::new(blanks(SIGN), Tone::Text)],
            };
            pieces.extend(line);
            set.push(pieces);
        }
        set
    };
    [side(left), side(right)]
}
