//! What is said while everything is hidden.

use super::App;
use crate::action::Action;
use crate::text::DisplayText;

impl App {
    /// The action whose key shows everything again: the one that hid it, or that of every way out where no
    /// key has it here.
    #[must_use]
    pub fn unblanks(&self) -> Action {
        let context = self.context();
        let has_key = self.keymap.key_in(context, Action::Blank).is_some();
        if has_key { Action::Blank } else { Action::Cancel }
    }

    /// How everything is shown again, the fullest words first.
    #[must_use]
    pub fn blank_words(&self) -> Vec<DisplayText> {
        let Some(key) = self.keymap.key_in(self.context(), self.unblanks()) else {
            return Vec::new();
        };
        vec![crate::text!["hidden; ", key, " shows it again"], crate::text![key]]
    }
}
