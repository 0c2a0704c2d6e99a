//! What ratatui draws through: crossterm's backend without its questions and its child process.

use std::io::{self, BufWriter, Write};
use std::sync::Arc;

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::session::Screen;

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

impl Backend for ScreenBackend {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        self.inner.draw(content)
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
