//! Everything but the marking is hidden: a curtain for who comes in, no lock.

use super::Reader;
use crate::action::Action;
use crate::keymap::{Chord, Resolution};
use crate::runtime::Flow;
use crate::term::Input;

impl Reader {
    /// Hides everything but the marking; what is shown goes on behind it.
    pub(super) fn hide(&mut self) -> Flow {
        self.pending.clear();
        self.is_blank = true;
        Flow::Blank
    }

    /// What an input comes to while everything is hidden; none where it is to be taken as ever.
    pub(super) fn while_blank(&mut self, input: &Input) -> Option<Flow> {
        if !self.is_blank {
            return None;
        }
        match input {
            Input::Key(chord) => Some(self.key_while_blank(*chord)),
            Input::Paste(_) | Input::Mouse(_) => Some(Flow::Unchanged),
            Input::Resize(..) | Input::Background(_) | Input::Answered | Input::Lost => None,
        }
    }

    /// The key that shows everything again, and the one that ends from anywhere; every other does nothing.
    fn key_while_blank(&mut self, chord: Chord) -> Flow {
        let context = self.app.context();
        let chord = self.app.keymap().meant(context, &self.pending, chord);
        self.pending.push(chord);
        match self.app.keymap().resolve(context, &self.pending) {
            Resolution::Pending => Flow::Unchanged,
            Resolution::Action(action) if action == self.app.unblanks() => {
                self.pending.clear();
                self.is_blank = false;
                Flow::Repaint
            }
            Resolution::Action(Action::QuitNow) => Flow::Interrupt,
            // What came before it was no beginning.
            Resolution::Unbound if self.pending.len() > 1 => {
                self.pending.clear();
                self.key_while_blank(chord)
            }
            Resolution::Action(_) | Resolution::Unbound => {
                self.pending.clear();
                Flow::Unchanged
            }
        }
    }
}
