//! No key is silent: what changes nothing says why.

use super::preferences::Preferences;
use super::{App, Attention, Bookmark, Effect, Mode, Place};
use crate::action::{Action, Context};
use crate::choice::Pane;
use crate::keymap::{Keymap, Resolution, Sequence};
use crate::text::{DisplayText, clean};

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
            place: self.place(),
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
        self.with_keys_in(self.context(), said, keys)
    }

    /// The same as it is in a context. What has no key from there is left out.
    pub(super) fn with_keys_in<D: Into<DisplayText>>(
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

    /// The first key in force of an action that leads to it from here.
    #[must_use]
    pub fn key_of(&self, action: Action) -> Option<DisplayText> {
        self.key_in(self.context(), action)
    }

    /// The first key in force of an action that leads to it from the panes, whatever is open over them.
    #[must_use]
    pub fn key_in_panes(&self, action: Action) -> Option<DisplayText> {
        self.key_in(Context::Panes, action)
    }

    /// The key of an action in the panes, where it is one character.
    #[must_use]
    pub fn one_key(&self, action: Action) -> Option<char> {
        let key = self.key_in_panes(action)?;
        let mut characters = key.as_str().chars();
        let first = characters.next()?;
        characters.next().is_none().then_some(first)
    }

    /// The key that a pane is gone to with, and a blank, as it stands before its name.
    #[must_use]
    pub fn pane_lead(&self, pane: Pane) -> DisplayText {
        let action = match pane {
            Pane::Timeline => Action::FocusTimeline,
            Pane::Actors => Action::FocusActors,
            Pane::Sources => Action::FocusSources,
            Pane::Reader => Action::FocusReader,
        };
        self.key_lead(action)
    }

    /// The key of an action in the panes as it stands before a name; nothing where it has none.
    pub(super) fn key_lead(&self, action: Action) -> DisplayText {
        self.key_in_panes(action).map_or_else(DisplayText::default, |key| crate::text![key, " "])
    }

    fn key_in(&self, context: Context, action: Action) -> Option<DisplayText> {
        let leads = |keys: &&&Sequence| {
            self.keymap.resolve(context, keys.chords()) == Resolution::Action(action)
        };
        let keys = self.keymap.keys(action);
        keys.iter().find(leads).map(|keys| clean(&keys.to_string(), |_| {}))
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
