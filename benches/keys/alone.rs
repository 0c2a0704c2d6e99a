//! The reader without a terminal: from an input to the bytes that a terminal would get.

use super::script::Typed;
use attache::app::App;
use attache::config::Theme;
use attache::library::Library;
use attache::reader::Reader;
use attache::runtime::{Application, Flow};
use attache::search::Index;
use attache::term::Input;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use std::io::Sink;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A reader and what it draws on.
pub(crate) struct Screen {
    pub(crate) reader: Reader,
    terminal: Terminal<CrosstermBackend<Sink>>,
}

impl Screen {
    /// One of so many columns and rows, with its first frame.
    pub(crate) fn new(
        library: &Arc<Library>,
        index: &Arc<Index>,
        (columns, rows): (u16, u16),
    ) -> Self {
        let theme = Theme::built_in("terminal").unwrap();
        let app = App::new(Arc::clone(library), Arc::clone(index), columns, rows);
        let viewport = Viewport::Fixed(Rect::new(0, 0, columns, rows));
        let backend = CrosstermBackend::new(std::io::sink());
        let terminal = Terminal::with_options(backend, TerminalOptions { viewport }).unwrap();
        let mut screen = Self { reader: Reader::of(app, theme, false), terminal };
        screen.draw();
        screen
    }

    /// Draws a frame.
    pub(crate) fn draw(&mut self) {
        self.terminal.draw(|frame| self.reader.draw(frame)).unwrap();
    }

    /// From a key to its complete frame.
    fn press(&mut self, key: &Typed) -> Duration {
        let started = Instant::now();
        let flow = self.reader.input(Input::Key(key.chord));
        self.draw();
        let took = started.elapsed();
        assert!(!matches!(flow, Flow::Quit | Flow::Interrupt), "the script never quits");
        took
    }
}

/// The shortest time of each key in so many rounds, each of which begins with another screen.
pub(crate) fn shortest(
    rounds: usize,
    typed: &[Typed],
    screen: impl Fn() -> Screen,
) -> Vec<Duration> {
    let mut shortest = vec![Duration::MAX; typed.len()];
    for _ in 0..rounds {
        let mut screen = screen();
        for (key, shortest) in typed.iter().zip(&mut shortest) {
            *shortest = screen.press(key).min(*shortest);
        }
    }
    shortest
}
