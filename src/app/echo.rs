//! No key is silent: what changes nothing says why.

use super::preferences::Preferences;
use super::{App, Attention, Bookmark, Effect, Mode, Place};
use crate::action::Action;
use crate::keymap::Keymap;
use crate::text::DisplayText;

/// What a user could see changing.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    place: Place,
    mode: SeenMode,
    hit: Option<usize>,
    preferences: Preferences,
    bookmarks: Vec<Bookmark>,
}

/// The same of what the screen is used for, without what follows from it.
#[derive(Debug, PartialEq, Eq)]
enum SeenMode {
    Panes,
    Search(super::TextField, usize),
    Chooser(super::Listing, super::TextField, usize, Attention),
    Prompt(super::TextField),
    Copy(usize),
}

impl App {
    fn seen(&self) -> Seen {
        let mode = match &self.mode {
            Mode::Panes => SeenMode::Panes,
            Mode::Search(session) => SeenMode::Search(session.field.clone(), session.chosen),
            Mode::Chooser(chooser) => SeenMode::Chooser(
                chooser.listing,
                chooser.field.clone(),
                chooser.chosen,
                chooser.attention,
            ),
            Mode::Prompt(prompt) => SeenMode::Prompt(prompt.field.clone()),
            Mode::Copy(view) => SeenMode::Copy(view.position().0),
        };
        Seen {
            place: self.here.clone(),
            mode,
            hit: self.searching.hits.as_ref().map(super::hits::Hits::at),
            preferences: self.preferences.clone(),
            bookmarks: self.bookmarks().to_vec(),
        }
    }

    /// Does what an action says; where nothing comes of it, says so.
    pub(super) fn act_and_answer(&mut self, action: Action) -> Option<Effect> {
        let before = self.seen();
        let effect = self.act(action);
        self.refresh();
        if effect.is_none() && self.notice.is_none() && self.seen() == before {
            self.notice = Some(DisplayText::literal(action.info().unchanged));
        }
        effect
    }

    /// What is said of a key that means nothing here.
    pub(super) fn unbound(&self, key: &DisplayText) -> DisplayText {
        let said = crate::text!["nothing is bound to ", key];
        let help = if self.context().takes_text() { Action::HelpHere } else { Action::Help };
        self.with_keys(said, [(help, "shows all keys")])
    }

    /// Tells something, and what keys in force do about it: `nothing is pinned; p pins`.
    pub(super) fn tell<D: Into<DisplayText>>(
        &mut self,
        said: impl Into<DisplayText>,
        keys: impl IntoIterator<Item = (Action, D)>,
    ) {
        self.notice = Some(self.with_keys(said, keys));
    }

    /// What is said, and what keys in force do about it.
    pub(super) fn with_keys<D: Into<DisplayText>>(
        &self,
        said: impl Into<DisplayText>,
        keys: impl IntoIterator<Item = (Action, D)>,
    ) -> DisplayText {
        self.keymap.with_keys(self.context(), said, keys)
    }

    /// The first key in force of an action that leads to it from here.
    #[must_use]
    pub fn key_of(&self, action: Action) -> Option<DisplayText> {
        self.keymap.key_in(self.context(), action)
    }

    /// The keys in force: what typed keys come to, and what is said of keys.
    #[must_use]
    pub fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// Puts other keys in force.
    pub fn use_keys(&mut self, keymap: Keymap) {
        self.keymap = keymap;
    }
}
