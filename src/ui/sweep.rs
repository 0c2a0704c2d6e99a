//! The last look at a finished frame: whatever may not be shown is replaced, whoever wrote it.

use super::apart::APART;
use crate::text::{allowed_cell, columns};
use ratatui::buffer::{Buffer, Cell, CellDiffOption};

/// Signs that the program draws and what stands for them where only ASCII can be trusted.
const TWINS: &[(&str, &str)] = &[
    ("─", "-"),
    ("│", "|"),
    // Not a stop, which reads as complete, and not `>`, which is the subject.
    ("…", "_"),
    ("·", "-"),
    // Not `!`: that is a brief which was refused.
    ("≠", "#"),
    ("≈", "~"),
    ("×", "x"),
    ("▁", "."),
    ("▂", ":"),
    ("▃", "i"),
    ("▄", "l"),
    ("▅", "o"),
    ("▆", "O"),
    ("▇", "8"),
    ("█", "@"),
    ("▲", "^"),
    ("═", "="),
    ("→", ">"),
    ("←", "<"),
    ("\u{2800}", " "),
    ("\u{2847}", "|"),
    // Between lenses: not `>`, which is the subject.
    ("›", "/"),
    ("»", "@"),
    ("↑", "^"),
    ("↓", "v"),
    ("°", " "),
    ("–", "-"),
    ("—", "-"),
    ("‘", "'"),
    ("’", "'"),
    ("“", "\""),
    ("”", "\""),
    ("\u{fffd}", "?"),
];

/// The ASCII sign for a sign, or the sign itself.
#[must_use]
pub fn ascii_twin(sign: &str) -> &str {
    TWINS.iter().find(|(known, _)| *known == sign).map_or(sign, |(_, twin)| twin)
}

/// Replaces every cell that may not be shown by U+FFFD and, for `ascii`, signs by their twins.
/// Returns how many cells were not allowed; 0 unless there is a fault elsewhere.
///
/// What is left of a wide cluster that something else was drawn over is blank. The blank that sets text
/// apart is allowed in a cell of its own: a brief cannot write it, since cleaning marks it.
#[expect(clippy::disallowed_methods, reason = "the sweep replaces what may not be shown")]
pub fn sweep(buffer: &mut Buffer, ascii: bool) -> usize {
    let mut replaced = 0;
    for cell in &mut buffer.content {
        if !allowed_cell(cell.symbol()) && cell.symbol() != APART {
            cell.set_symbol("\u{fffd}").diff_option = CellDiffOption::None;
            replaced += 1;
        }
        if ascii && !cell.symbol().is_ascii() {
            let twin = ascii_twin(cell.symbol()).to_owned();
            cell.set_symbol(&twin);
        }
    }
    let width = usize::from(buffer.area.width).max(1);
    buffer.content.chunks_mut(width).for_each(blank_the_cut);
    replaced
}

/// Blanks a cluster whose further cells are not all empty, and empty cells without a cluster.
#[expect(clippy::disallowed_methods, reason = "a part of a cluster cannot be shown")]
fn blank_the_cut(row: &mut [Cell]) {
    let mut rest = row;
    while let Some((head, after)) = rest.split_first_mut() {
        let more = columns(head.symbol()).saturating_sub(1);
        let is_whole =
            after.get(..more).is_some_and(|tail| tail.iter().all(|c| c.symbol().is_empty()));
        if head.symbol().is_empty() || !is_whole {
            head.set_symbol(" ").diff_option = CellDiffOption::None;
            rest = after;
        } else {
            // A cluster as wide as the row ends it.
            rest = after.get_mut(more..).unwrap_or_default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;

    #[test]
    fn twins_are_ascii_and_take_one_column_each() {
        for (sign, twin) in TWINS {
            assert_eq!((columns(sign), columns(twin)), (1, 1), "{sign}");
            assert!(twin.is_ascii(), "{sign}");
        }
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test writes without a canvas")]
    fn cut_clusters_are_blank() {
        for (cells, expected) in [
            (["中", "", "b", "c"], ["中", "", "b", "c"]),
            (["中", "│", "b", "c"], [" ", "│", "b", "c"]),
            (["│", "", "", "c"], ["│", " ", " ", "c"]),
            (["क्षी", "", "", "c"], ["क्षी", "", "", "c"]),
            (["क्षी", "", "b", "c"], [" ", " ", "b", "c"]),
            (["a", "b", "c", "中"], ["a", "b", "c", " "]),
        ] {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
            for (cell, symbol) in buffer.content.iter_mut().zip(cells) {
                cell.set_symbol(symbol);
            }
            assert_eq!(sweep(&mut buffer, false), 0);
            let symbols: Vec<&str> = buffer.content.iter().map(Cell::symbol).collect();
            assert_eq!(symbols, expected);
        }
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test writes what may not be written")]
    fn forbidden_cells_are_replaced_and_counted() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
        for (x, symbol) in ["a", "\u{202e}", "م\u{200c}", "\u{1b}"].into_iter().enumerate() {
            buffer[(u16::try_from(x).expect("small"), 0)].set_symbol(symbol);
        }
        assert_eq!(sweep(&mut buffer, false), 2);
        assert_eq!(sweep(&mut buffer, true), 0);
        let symbols: Vec<&str> = buffer.content.iter().map(Cell::symbol).collect();
        assert_eq!(symbols, ["a", "?", "م\u{200c}", "?"]);
    }
}
