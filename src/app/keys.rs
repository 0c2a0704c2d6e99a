//! What is said of the keys in force.

use super::App;
use crate::action::{Action, Context};
use crate::choice::Pane;
use crate::keymap::{Chord, Keymap, Resolution, Sequence};
use crate::text::{DisplayText, clean};

/// What may follow the keys typed so far: the key, and the name and the help of what it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextKey {
    /// The key.
    pub key: DisplayText,
    /// The name of what it does.
    pub name: DisplayText,
    /// What that is.
    pub help: &'static str,
}

impl App {
    /// What may follow the keys typed so far.
    #[must_use]
    pub fn next_keys(&self, typed: &[Chord]) -> Vec<NextKey> {
        let mut found: Vec<NextKey> = Vec::new();
        for (chord, action) in self.keymap.continuations(self.context(), typed) {
            let key = clean(&chord.to_string(), |_| {});
            // What an inner context binds hides the same key of an outer one.
            let hidden = found.iter().any(|known| known.key == key);
            if !hidden {
                let info = action.info();
                found.push(NextKey { key, name: clean(&info.name(), |_| {}), help: info.help });
            }
        }
        found
    }
}

impl Keymap {
    /// The first key of an action that leads to it from a context.
    pub(super) fn key_in(&self, context: Context, action: Action) -> Option<DisplayText> {
        let leads =
            |keys: &&&Sequence| self.resolve(context, keys.chords()) == Resolution::Action(action);
        let keys = self.keys(action);
        keys.iter().find(leads).map(|keys| clean(&keys.to_string(), |_| {}))
    }

    /// All keys of an action, the first one first.
    pub(super) fn all_keys(&self, action: Action) -> DisplayText {
        let mut keys = DisplayText::default();
        for sequence in self.keys(action) {
            let between = if keys.is_empty() { "" } else { "  " };
            keys = crate::text![keys, between, clean(&sequence.to_string(), |_| {})];
        }
        keys
    }

    /// The key of an action in the panes, where it is one character.
    pub(super) fn one_key(&self, action: Action) -> Option<char> {
        let key = self.key_in(Context::Panes, action)?;
        let mut characters = key.as_str().chars();
        let first = characters.next()?;
        characters.next().is_none().then_some(first)
    }

    /// The key of an action in the panes as it stands before a name; nothing where it has none.
    pub(super) fn lead(&self, action: Action) -> DisplayText {
        let key = self.key_in(Context::Panes, action);
        key.map_or_else(DisplayText::default, |key| crate::text![key, " "])
    }

    /// The key that a pane is gone to with, and a blank, as it stands before its name.
    pub(super) fn pane_lead(&self, pane: Pane) -> DisplayText {
        self.lead(pane.action())
    }

    /// What is said, and what keys do about it in a context. What has no key from there is left out.
    pub(super) fn with_keys<D: Into<DisplayText>>(
        &self,
        context: Context,
        said: impl Into<DisplayText>,
        keys: impl IntoIterator<Item = (Action, D)>,
    ) -> DisplayText {
        let mut words: DisplayText = said.into();
        let mut lead = "; ";
        for (action, does) in keys {
            if let Some(key) = self.key_in(context, action) {
                words = crate::text![words, lead, key, " ", does.into()];
                lead = ", ";
            }
        }
        words
    }
}
