//! Draws the state of the reader and changes nothing.

mod apart;
mod axis;
mod blank;
mod chooser;
mod copy;
mod field;
mod footer;
mod header;
mod list;
mod paint;
mod panes;
mod popup;
mod reader;
mod search;
mod small;
mod sweep;

pub use sweep::{ascii_twin, sweep};

use crate::app::{App, Mode, Tier};
use crate::config::{Role, Theme};
use crate::keymap::Chord;
use paint::Canvas;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

/// Everything that a frame is drawn from.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The state.
    pub app: &'a App,
    /// The look.
    pub theme: &'a Theme,
    /// Keys typed of a longer sequence.
    pub pending: &'a [Chord],
    /// Whether only ASCII may be drawn.
    pub ascii: bool,
}

/// Draws a frame and returns where the terminal's cursor stands: on the selected row or in the
/// field being typed in. Screen readers follow it.
pub fn render(view: &View<'_>, buffer: &mut Buffer) -> Option<Position> {
    let cursor = draw(view, buffer);
    sweep(buffer, view.ascii);
    cursor
}

/// Draws a frame of which everything but the marking is hidden.
pub fn blank(view: &View<'_>, buffer: &mut Buffer) {
    let mut canvas = Canvas::new(buffer, view.theme, view.app.preferences().rules);
    blank::draw(view, &mut canvas);
    canvas.finish();
    sweep(buffer, view.ascii);
}

/// Draws a frame that nobody has swept; [`sweep()`] then tells whether it was fit to be shown.
pub fn draw(view: &View<'_>, buffer: &mut Buffer) -> Option<Position> {
    let mut canvas = Canvas::new(buffer, view.theme, view.app.preferences().rules);
    canvas.fill(canvas.area(), Role::Screen);
    let cursor = if view.app.has_one_line() {
        small::line(view, &mut canvas)
    } else {
        let cursor = match view.app.mode() {
            Mode::Panes | Mode::Prompt(_) if view.app.layout().tier == Tier::Card => {
                small::draw(view, &mut canvas)
            }
            Mode::Panes | Mode::Prompt(_) => panes::draw(view, &mut canvas),
            Mode::Search(session) => search::draw(view, session, &mut canvas),
            Mode::Chooser(chooser) => chooser::draw(view, chooser, &mut canvas),
            Mode::Copy(copied) => copy::draw(view, copied, &mut canvas),
        };
        popup::draw(view, &mut canvas).or(cursor)
    };
    // A window of a few cells may have no row for what the cursor stands on.
    let cursor = cursor.filter(|at| canvas.area().contains(*at));
    // What is selected by hand goes along with every cell, and no border stands in its way.
    if !matches!(view.app.mode(), Mode::Copy(_)) {
        canvas.finish();
    }
    cursor
}
