//! The mouse: a press selects what it is on, the wheel scrolls what it is over.

use super::lists::Row;
use super::targets::Target;
use super::{App, Mode, Pane};
use crate::pointer::{Pointer, PointerKind};
use ratatui::layout::Position;

/// Rows that a notch of the wheel scrolls a text or a list without the keys.
const NOTCH: isize = 3;

impl App {
    /// Takes what the mouse did.
    pub(super) fn point(&mut self, pointer: Pointer) {
        let Some(target) = self.target(Position::new(pointer.column, pointer.row)) else { return };
        match pointer.kind {
            PointerKind::Press => self.press(target),
            PointerKind::WheelUp => self.wheel(target, -1),
            PointerKind::WheelDown => self.wheel(target, 1),
        }
    }

    fn press(&mut self, target: Target) {
        match target {
            Target::Pane(pane) => self.focus(pane),
            Target::Row(pane, row) => self.press_row(pane, row),
            Target::Link(link) => {
                self.focus(Pane::Reader);
                self.here.link = Some(link);
            }
            Target::Result(result) => {
                if let Mode::Search(session) = &mut self.mode {
                    session.chosen = result;
                }
            }
            Target::Choice(choice) => self.choose_at(choice),
        }
    }

    /// Gives the keys to a list and makes its row the subject; as with the keys, leaving the subject
    /// for one in another list is a step that can be gone back from.
    fn press_row(&mut self, pane: Pane, row: usize) {
        let item = self.list_rows(pane).and_then(|shown| shown.rows.get(row)).and_then(Row::item);
        match item {
            Some(item) => self.select_in(pane, item),
            None => self.focus(pane),
        }
    }

    fn wheel(&mut self, target: Target, notches: isize) {
        match target {
            Target::Choice(_) => self.step_choice(notches),
            Target::Result(_) => self.choose_result(notches),
            Target::Link(_) | Target::Pane(Pane::Reader) => self.scroll_reader(notches * NOTCH),
            Target::Pane(pane) | Target::Row(pane, _) if pane == self.here.focus => {
                self.step(notches);
            }
            Target::Pane(pane) | Target::Row(pane, _) => self.scroll_list(pane, notches * NOTCH),
        }
    }

    /// Scrolls a list that does not have the keys, until the subject is another one.
    fn scroll_list(&mut self, pane: Pane, by: isize) {
        if let Some(list) = self.here.lists.get_mut(pane.index()) {
            list.held = Some(list.scroll.saturating_add_signed(by));
        }
    }
}
