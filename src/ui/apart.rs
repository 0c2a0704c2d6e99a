//! Keeps text that runs from right to left in its own columns.
//!
//! Some terminals put each row through the bidirectional algorithm (UAX #9) as if it were one sentence.
//! Two Persian texts with a rule, blanks or figures between them are then one run, and change sides. A
//! letter that runs from left to right between them ends the run, and the blank pattern of braille is
//! such a letter that nobody sees. No mark of direction is written: whether a terminal heeds one cannot be
//! known, and it would be copied with the text.

use ratatui::buffer::Buffer;
use std::ops::Range;

/// A blank that runs from left to right.
pub(super) const APART: &str = "\u{2800}";
/// What stands for a rule between two texts that leave no blank beside it: dots of braille.
pub(super) const APART_RULE: &str = "\u{2847}";

/// Columns of a row that hold one text of which a part runs from right to left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) row: u16,
    pub(super) columns: Range<u16>,
}

impl Field {
    /// What is left of it beside an area that was drawn over it.
    pub(super) fn beside(self, rows: &Range<u16>, columns: &Range<u16>) -> [Option<Self>; 2] {
        if !rows.contains(&self.row) {
            return [Some(self), None];
        }
        let Range { start, end } = self.columns;
        let part =
            |columns: Range<u16>| (!columns.is_empty()).then_some(Self { row: self.row, columns });
        [part(start..end.min(columns.start)), part(start.max(columns.end)..end)]
    }
}

/// Puts a blank that runs from left to right on both sides of each field, and between its own columns.
pub(super) fn set_apart(buffer: &mut Buffer, fields: &[Field]) {
    for Field { row, columns } in fields {
        let inked = |x: &u16| !is_blank(buffer, *x, *row);
        let Some(first) = columns.clone().find(inked) else { continue };
        let last = columns.clone().rfind(inked).unwrap_or(first);
        let before = beyond(buffer, *row, (buffer.area.left()..first).rev());
        let after = beyond(buffer, *row, last + 1..buffer.area.right());
        // Two blanks are a gap between columns; a single one stands between words.
        let gap_ends = (first + 2..last).filter(|x| {
            is_blank(buffer, x - 1, *row) && is_blank(buffer, *x, *row) && inked(&(x + 1))
        });
        let places: Vec<u16> = before.into_iter().chain(gap_ends).chain(after).collect();
        for x in places {
            let sign = if is_blank(buffer, x, *row) { APART } else { APART_RULE };
            if let Some(cell) = buffer.cell_mut((x, *row)) {
                #[expect(
                    clippy::disallowed_methods,
                    reason = "a sign takes the place of its like"
                )]
                cell.set_symbol(sign);
            }
        }
    }
}

/// The first blank on one side of a field, behind nothing but rules; where there is none, the rule.
fn beyond(buffer: &Buffer, row: u16, columns: impl Iterator<Item = u16>) -> Option<u16> {
    let mut rule = None;
    for x in columns {
        match buffer.cell((x, row))?.symbol() {
            "─" => {}
            "│" | APART_RULE => rule = Some(x),
            _ if is_blank(buffer, x, row) => return Some(x),
            _ => break,
        }
    }
    rule
}

fn is_blank(buffer: &Buffer, x: u16, row: u16) -> bool {
    buffer.cell((x, row)).is_some_and(|cell| matches!(cell.symbol(), " " | APART))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;
    use unicode_bidi::{BidiInfo, Level};

    /// Where each column of a row stands in a terminal that reorders it, by UAX #9.
    fn reordered(row: &str, base: Option<Level>) -> Vec<usize> {
        let info = BidiInfo::new(row, base);
        let paragraph = &info.paragraphs[0];
        let levels = info.reordered_levels_per_char(paragraph, 0..row.len());
        let order = BidiInfo::reorder_visual(&levels);
        let mut places = vec![0; order.len()];
        for (place, column) in order.into_iter().enumerate() {
            places[column] = place;
        }
        places
    }

    /// A row of texts at columns, set apart or not; the row and the fields of all texts.
    #[expect(clippy::disallowed_methods, reason = "the test draws without a canvas")]
    fn row(texts: &[(u16, &str)], apart: bool) -> (String, Vec<Range<usize>>) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 1));
        let mut fields = Vec::new();
        for (x, text) in texts {
            let (end, _) = buffer.set_stringn(*x, 0, text, 40, Style::new());
            fields.push(Field { row: 0, columns: *x..end });
        }
        if apart {
            set_apart(&mut buffer, &fields);
        }
        let shown = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        let columns =
            |field: &Field| usize::from(field.columns.start)..usize::from(field.columns.end);
        (shown, fields.iter().map(columns).collect())
    }

    /// The texts that leave their columns.
    fn moved(texts: &[(u16, &str)], apart: bool, base: Option<Level>) -> Vec<String> {
        let (shown, fields) = row(texts, apart);
        let places = reordered(&shown, base);
        let leaves =
            |field: &&Range<usize>| (*field).clone().any(|column| !field.contains(&places[column]));
        let text =
            |field: Range<usize>| shown.chars().skip(field.start).take(field.len()).collect();
        fields.iter().filter(leaves).cloned().map(text).collect()
    }

    const ROWS: &[&[(u16, &str)]] = &[
        &[(2, "خبر بندر"), (20, "│"), (22, "در این خبر")],
        &[(2, "خبر بندر"), (14, "7 Sep 2022"), (30, "۱۵")],
        &[(1, "15"), (4, "خبر"), (9, "3 of 71"), (20, "│"), (22, "7")],
        &[(2, "خبر"), (20, "│"), (21, "│"), (23, "(خبر)")],
        &[(1, "a"), (3, "خبر  بندر"), (20, "12"), (30, "שלום")],
        &[(1, " خبر "), (6, "──────"), (12, " 13 ")],
        &[(2, "خبر"), (5, "│"), (6, "در این خبر"), (16, "│"), (17, "15")],
    ];

    #[test]
    fn texts_change_sides_without_it() {
        for texts in ROWS {
            assert_ne!(moved(texts, false, Some(Level::ltr())), [""; 0], "{texts:?}");
        }
    }

    #[test]
    fn texts_stay_in_their_columns() {
        for texts in ROWS {
            for base in [Some(Level::ltr()), None] {
                assert_eq!(moved(texts, true, base), [""; 0], "{texts:?} {base:?}");
            }
        }
    }

    #[test]
    fn a_rule_without_a_blank_beside_it_is_dotted() {
        let (shown, _) = row(&[(2, "خبر"), (5, "│"), (6, "خبر")], true);
        assert!(shown.contains("خبر⡇خبر"), "{shown}");
    }

    #[test]
    fn words_of_one_text_stay_one_sentence() {
        let (shown, _) = row(&[(2, "خبر [1] بندر")], true);
        assert_eq!(shown.trim(), "\u{2800}خبر [1] بندر\u{2800}");
    }

    #[test]
    fn what_is_drawn_over_a_field_cuts_it() {
        let field = Field { row: 3, columns: 5..20 };
        let part = |columns: Range<u16>| Some(Field { row: 3, columns });
        assert_eq!(field.clone().beside(&(0..3), &(0..40)), [part(5..20), None]);
        assert_eq!(field.clone().beside(&(0..4), &(0..40)), [None, None]);
        assert_eq!(field.clone().beside(&(0..4), &(8..10)), [part(5..8), part(10..20)]);
        assert_eq!(field.beside(&(0..4), &(30..40)), [part(5..20), None]);
    }
}
