//! What the screen is used for: the panes, or what lies over them.

use super::{App, Chooser, CopyView, Listing, Prompt, SearchSession};
use crate::action::Context;
use crate::choice::Pane;

/// What the screen is used for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The linked panes.
    #[default]
    Panes,
    /// A search in progress; the panes stay as they were.
    Search(Box<SearchSession>),
    /// A list to choose from.
    Chooser(Box<Chooser>),
    /// A line to fill in, over the panes.
    Prompt(Box<Prompt>),
    /// Plain lines to select by hand.
    Copy(Box<CopyView>),
}

impl Mode {
    /// The search in progress, if there is one.
    pub(super) fn search(&self) -> Option<&SearchSession> {
        if let Self::Search(session) = self { Some(session) } else { None }
    }

    /// The same, to be changed.
    pub(super) fn search_mut(&mut self) -> Option<&mut SearchSession> {
        if let Self::Search(session) = self { Some(session) } else { None }
    }

    /// The list to choose from that is open, if one is.
    pub(super) fn chooser(&self) -> Option<&Chooser> {
        if let Self::Chooser(chooser) = self { Some(chooser) } else { None }
    }

    /// The same, to be changed.
    pub(super) fn chooser_mut(&mut self) -> Option<&mut Chooser> {
        if let Self::Chooser(chooser) = self { Some(chooser) } else { None }
    }

    /// The page of all briefs, where it is shown or lies under what is.
    pub(super) fn briefs(&self) -> Option<&Chooser> {
        match self {
            Self::Panes => None,
            Self::Chooser(chooser) if chooser.listing == Listing::Briefs => Some(chooser),
            Self::Chooser(chooser) => chooser.under.briefs(),
            Self::Search(session) => session.under.briefs(),
            Self::Prompt(prompt) => prompt.under.briefs(),
            Self::Copy(view) => view.under.briefs(),
        }
    }

    /// What the screen was used for before, and is again when this is left; none of the panes.
    pub(super) fn under_mut(&mut self) -> Option<&mut Self> {
        match self {
            Self::Panes => None,
            Self::Prompt(prompt) => Some(&mut prompt.under),
            Self::Search(session) => Some(&mut session.under),
            Self::Chooser(chooser) => Some(&mut chooser.under),
            Self::Copy(view) => Some(&mut view.under),
        }
    }
}

impl App {
    /// What the screen is used for.
    #[must_use]
    pub fn mode(&self) -> &Mode {
        &self.mode
    }

    /// Whether the screen is what a first start shows.
    pub(super) fn is_greeting(&self) -> bool {
        let briefs = |chooser: &Chooser| chooser.listing == Listing::Briefs;
        self.starting.greets && self.mode.chooser().is_some_and(briefs)
    }

    /// Takes away what lies over the panes, for what lies under it.
    pub(super) fn close(&mut self) {
        // Under most there are only the panes.
        self.mode = self.mode.under_mut().map(std::mem::take).unwrap_or_default();
    }

    /// The context in which keys are read.
    #[must_use]
    pub fn context(&self) -> Context {
        self.context_of(&self.mode)
    }

    /// The context in which keys are read where the screen is used so.
    pub(super) fn context_of(&self, mode: &Mode) -> Context {
        match mode {
            Mode::Search(_) => Context::Search,
            Mode::Chooser(chooser) => chooser.listing.context(),
            Mode::Prompt(_) => Context::Prompt,
            Mode::Copy(_) => Context::Copy,
            Mode::Panes if self.here.focus == Pane::Reader => Context::Reader,
            Mode::Panes => Context::Panes,
        }
    }
}
