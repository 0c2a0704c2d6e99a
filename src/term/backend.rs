//! What ratatui draws through: crossterm's backend without its questions and its child process.

use std::io::{self, BufWriter, Write};
use std::sync::Arc;

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::terminal::{self, BeginSynchronizedUpdate, Clear, EndSynchronizedUpdate};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::session::Screen;
use crate::text::columns;

/// A whole frame of a usual window fits, so that it leaves in one write.
const FRAME_BYTES: usize = 64 * 1_024;

/// Draws on a [`Screen`]; never asks the terminal anything.
pub(super) struct ScreenBackend {
    inner: CrosstermBackend<BufWriter<ScreenWriter>>,
    screen: Arc<Screen>,
    cursor: Position,
    in_frame: bool,
}

struct ScreenWriter(Arc<Screen>);

impl ScreenBackend {
    pub(super) fn new(screen: Arc<Screen>) -> Self {
        let writer = BufWriter::with_capacity(FRAME_BYTES, ScreenWriter(Arc::clone(&screen)));
        let inner = CrosstermBackend::new(writer);
        Self { inner, screen, cursor: Position::ORIGIN, in_frame: false }
    }

    /// Clears the lines above the screen that the terminal keeps (`CSI 3 J`, xterm).
    pub(super) fn clear_saved_lines(&mut self) -> io::Result<()> {
        queue!(self.inner, Clear(terminal::ClearType::Purge))
    }

    /// Opens a frame; the next flush closes it, and the terminal shows it as one change.
    pub(super) fn begin_frame(&mut self) -> io::Result<()> {
        self.in_frame = true;
        queue!(self.inner, BeginSynchronizedUpdate)
    }
}

impl Write for ScreenWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A blank in the look of a cluster of several characters and columns.
///
/// Terminals disagree how many columns it takes. So blanks are drawn over all of them first, and nothing
/// that was there before stays beside a cluster that came out narrower; ratatui then moves the cursor to
/// whatever stands after it.
fn blank_under(cell: &Cell) -> Option<Cell> {
    let symbol = cell.symbol();
    let is_cluster = !symbol.is_ascii() && symbol.chars().nth(1).is_some();
    (is_cluster && columns(symbol) > 1).then(|| {
        let mut blank = Cell::EMPTY;
        blank.set_style(cell.style());
        blank
    })
}

/// The cells with the blanks that stand under clusters, in the same order.
fn with_blanks<'a>(
    cells: &[(u16, u16, &'a Cell)],
    blanks: &'a [Cell],
) -> Vec<(u16, u16, &'a Cell)> {
    let mut all = Vec::with_capacity(cells.len() + 2 * blanks.len());
    let mut blanks = blanks.iter();
    for (x, y, cell) in cells.iter().copied() {
        if blank_under(cell).is_some()
            && let Some(blank) = blanks.next()
        {
            let width = u16::try_from(columns(cell.symbol())).unwrap_or(u16::MAX);
            all.extend((1..width).map(|offset| (x.saturating_add(offset), y, blank)));
        }
        all.push((x, y, cell));
    }
    all
}

impl Backend for ScreenBackend {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let cells: Vec<_> = content.collect();
        let blanks: Vec<Cell> = cells.iter().filter_map(|(_, _, cell)| blank_under(cell)).collect();
        if blanks.is_empty() {
            return self.inner.draw(cells.into_iter());
        }
        self.inner.draw(with_blanks(&cells, &blanks).into_iter())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        queue!(self.inner, Hide)
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        queue!(self.inner, Show)
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.cursor = position.into();
        queue!(self.inner, MoveTo(self.cursor.x, self.cursor.y))
    }

    fn clear(&mut self) -> io::Result<()> {
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.inner.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        let (width, height) = self.screen.size();
        Ok(Size { width, height })
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.in_frame) {
            queue!(self.inner, EndSynchronizedUpdate)?;
        }
        Backend::flush(&mut self.inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    /// Rows as a terminal shows them: by the width of each character, or a cluster in a single column.
    #[derive(Clone, Copy, Debug)]
    enum Draws {
        ByCharacter,
        InOneColumn,
    }

    struct Shown {
        draws: Draws,
        rows: Vec<Vec<String>>,
    }

    impl Shown {
        fn new(draws: Draws, buffer: &Buffer) -> Self {
            let row = vec![" ".to_owned(); usize::from(buffer.area.width)];
            Self { draws, rows: vec![row; usize::from(buffer.area.height)] }
        }

        /// Draws what changed, as `CrosstermBackend` moves the cursor.
        fn take(&mut self, before: &Buffer, after: &Buffer) {
            let changed = before.diff(after);
            let blanks: Vec<Cell> = changed.iter().filter_map(|c| blank_under(c.2)).collect();
            let (mut cursor, mut last) = ((0, 0), None);
            for (x, y, cell) in with_blanks(&changed, &blanks) {
                if last != Some((x.wrapping_sub(1), y)) {
                    cursor = (usize::from(x), usize::from(y));
                }
                last = Some((x, y));
                cursor.0 += self.print(cursor, cell.symbol());
            }
        }

        /// Columns that the symbol took.
        fn print(&mut self, (x, y): (usize, usize), symbol: &str) -> usize {
            let row = &mut self.rows[y];
            let mut used = 0;
            for character in symbol.chars() {
                let width = columns(character.encode_utf8(&mut [0; 4]));
                let joins = match self.draws {
                    Draws::ByCharacter => width == 0,
                    Draws::InOneColumn => used > 0,
                };
                if joins {
                    row[x + used - 1].push(character);
                    continue;
                }
                row[x + used] = character.to_string();
                used += 1;
            }
            used
        }
    }

    fn buffer(row: &[&str]) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        let mut x = 0;
        for symbol in row {
            let width = u16::try_from(columns(symbol)).expect("small");
            for offset in 0..width {
                let cell = &mut buffer[(x + offset, 0)];
                #[expect(clippy::disallowed_methods, reason = "the test draws without a canvas")]
                cell.set_symbol(if offset == 0 { symbol } else { "" });
            }
            x += width;
        }
        buffer
    }

    #[test]
    fn nothing_shifts_or_stays_behind_beside_a_cluster() {
        let rows = [
            buffer(&["a", "b", "c", "d", "e", "f", "│", "z"]),
            buffer(&["a", "ल्ली", "x", "y", "│", "z"]),
            buffer(&["दि", "ल्ली", "x", "│", "z"]),
            buffer(&["क्षि", "ल्ली", "│", "z"]),
            buffer(&["a", "b", " ", " ", " ", " ", "│", "z"]),
            buffer(&["ल्ली", " ", " ", " ", "│", "z"]),
            buffer(&[]),
        ];
        for draws in [Draws::ByCharacter, Draws::InOneColumn] {
            for (one, two) in rows.iter().flat_map(|one| rows.iter().map(move |two| (one, two))) {
                let empty = buffer(&[]);
                let mut after_another = Shown::new(draws, &empty);
                after_another.take(&empty, one);
                after_another.take(one, two);
                let mut alone = Shown::new(draws, &empty);
                alone.take(&empty, two);
                assert_eq!(after_another.rows, alone.rows, "{draws:?} {one:?} {two:?}");
                let edge = if *two == empty { " " } else { "│" };
                assert_eq!(alone.rows[0][6], edge, "{draws:?} {two:?}");
            }
        }
    }
}
