//! The mouse: a press does what it is on, the wheel scrolls what it is over.

use super::lists::Row;
use super::targets::{Target, Turned};
use super::{App, Effect, Listing, Mode};
use crate::choice::Pane;
use crate::library::ItemId;
use crate::pointer::{Pointer, PointerKind};
use ratatui::layout::Position;

/// Rows that a notch of the wheel scrolls a text or a list without the keys.
const NOTCH: isize = 3;

/// What the mouse means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pointed {
    /// A press on something.
    Press(Target),
    /// The wheel over something, by so many notches down.
    Wheel(Turned, isize),
}

impl App {
    /// What the mouse means by what it did, as the screen is.
    pub(super) fn pointed(&self, pointer: Pointer) -> Option<Pointed> {
        let at = Position::new(pointer.column, pointer.row);
        match pointer.kind {
            PointerKind::Press => self.target(at).map(Pointed::Press),
            PointerKind::WheelUp => self.turned(at).map(|turned| Pointed::Wheel(turned, -1)),
            PointerKind::WheelDown => self.turned(at).map(|turned| Pointed::Wheel(turned, 1)),
        }
    }

    /// Does it.
    pub(super) fn point(&mut self, pointed: Pointed) -> Option<Effect> {
        match pointed {
            Pointed::Press(target) => return self.press(target),
            Pointed::Wheel(turned, notches) => self.wheel(turned, notches),
        }
        None
    }

    fn press(&mut self, target: Target) -> Option<Effect> {
        match target {
            Target::Title(pane) if pane.follows_subject() => self.focus_list(pane),
            Target::Title(pane) | Target::Pane(pane) => self.focus(pane),
            Target::Row(pane, row) => self.press_row(pane, row),
            Target::Link(item) => self.press_link(item),
            Target::Question(item) => self.show_question(item),
            Target::Result(result) => self.press_result(result),
            Target::Choice(choice) => return self.press_choice(choice),
            Target::Act(action) => return self.act_and_answer(action),
        }
        None
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

    /// Goes where a link leads, from whatever page it stands on.
    fn press_link(&mut self, item: ItemId) {
        if matches!(self.mode, Mode::Prompt(_)) {
            self.leave_prompt();
        }
        self.follow(item);
    }

    /// Opens the questions at one of them.
    fn show_question(&mut self, item: ItemId) {
        self.list_choices(Listing::Questions);
        if let Some(chooser) = self.mode.chooser_mut() {
            chooser.choose_item(item);
        }
    }

    /// Chooses a result; the one that is chosen already is opened.
    fn press_result(&mut self, result: usize) {
        let Some(session) = self.mode.search_mut() else { return };
        if session.chosen == result {
            self.open_result();
        } else {
            session.chosen = result;
        }
    }

    /// Chooses a row of a list to choose from; that of the one that is chosen already is taken.
    fn press_choice(&mut self, choice: usize) -> Option<Effect> {
        let chooser = self.mode.chooser_mut()?;
        if chooser.chosen == choice {
            return self.choose();
        }
        chooser.choose(choice);
        None
    }

    fn wheel(&mut self, turned: Turned, notches: isize) {
        match turned {
            Turned::Choices => self.step_choice(notches),
            Turned::Results => self.in_search(|session, _| session.choose(notches)),
            Turned::Pane(Pane::Reader) => {
                self.reading.scroll_by(notches * NOTCH, &mut self.here, &self.layout);
            }
            Turned::Pane(pane) if pane == self.here.focus => self.step(notches),
            Turned::Pane(pane) => self.scroll_list(pane, notches * NOTCH),
        }
    }

    /// Scrolls a list that does not have the keys, until the subject is another one.
    fn scroll_list(&mut self, pane: Pane, by: isize) {
        let Some(scroll) = self.lists.shown(pane).map(|shown| shown.scroll) else { return };
        if let Some(list) = self.here.list_mut(pane) {
            list.held = Some(scroll.saturating_add_signed(by));
        }
    }
}
