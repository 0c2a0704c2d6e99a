//! Why an action can do nothing here and now: help, palette, footer and the keys themselves answer from
//! here. What an action needs stands in the table of actions.

use super::Listing;
use crate::action::{Action, Context, Need};
use crate::app::{App, Mode};
use crate::choice::Pane;
use crate::text::DisplayText;

impl App {
    /// Why an action can do nothing here and now; none when it can.
    #[must_use]
    pub fn why_not(&self, action: Action) -> Option<DisplayText> {
        let info = action.info();
        let asked = self.context_under_lists();
        let mut here = std::iter::successors(Some(asked), |context| context.outer());
        if !here.any(|context| info.contexts.contains(&context)) {
            let place = info.contexts.first().map_or("", |context| context.name());
            return Some(crate::text![info.id, " works elsewhere: ", place]);
        }
        self.missing_for(action).map(|need| self.want_of(need))
    }

    /// What the state lacks for an action, whatever the context.
    #[must_use]
    pub fn missing_for(&self, action: Action) -> Option<Need> {
        action.info().needs.iter().copied().find(|need| !self.has(*need))
    }

    fn has(&self, need: Need) -> bool {
        match need {
            Need::Subject => self.here.subject.is_some(),
            Need::Event => self.here.subject.is_some_and(|id| self.library.event(id).is_some()),
            Need::Lens => !self.here.lenses.is_empty(),
            Need::OtherPanes => !self.is_second_page(),
            Need::Pinned => self.here.pinned.is_some(),
            Need::Hits => self.searching.hits.is_some(),
            Need::Links => !self.page().links.is_empty(),
            Need::ChosenLink => {
                let in_page = self.here.focus == Pane::Reader && matches!(self.mode, Mode::Panes);
                !in_page || self.here.link.is_some() || self.here.is_at_brief(&self.library)
            }
            Need::PlaceBefore => self.trail.leads(&self.here, false),
            Need::PlaceAfter => self.trail.leads(&self.here, true),
            Need::Change => self.bookmarks.can_undo(),
            Need::Files => self.reloading.has_files,
            Need::Clipboard => !self.is_secure(),
            // While earlier queries are gone through, the arrows are for those.
            Need::Results => match &self.mode {
                Mode::Search(session) => !session.found().hits.is_empty() || session.recalls(),
                Mode::Panes | Mode::Chooser(_) | Mode::Prompt(_) | Mode::Copy(_) => true,
            },
        }
    }

    /// What is said of a need that is not met, and which keys help.
    pub(in crate::app) fn want_of(&self, need: Need) -> DisplayText {
        let (words, keys): (&'static str, &[(Action, &'static str)]) = match need {
            Need::Subject => ("nothing is selected", &[]),
            Need::Event => (
                "who says: choose an event first",
                &[(Action::FocusTimeline, "goes to the timeline")],
            ),
            Need::Lens => (
                "no lens is in force",
                &[
                    (Action::OnlyLinked, "keeps what is linked"),
                    (Action::Filter, "keeps what is found"),
                ],
            ),
            Need::OtherPanes => {
                ("this page has the whole screen already", &[(Action::Cancel, "leaves it")])
            }
            Need::Pinned => ("nothing is pinned", &[(Action::Pin, "pins")]),
            Need::Hits => ("no search yet", &[(Action::Search, "searches")]),
            Need::Links => ("no links here", &[(Action::NextPane, "goes to the next pane")]),
            Need::ChosenLink => ("no link chosen", &[(Action::NextLink, "chooses the next one")]),
            Need::PlaceBefore => ("nothing to go back to", &[]),
            Need::PlaceAfter => ("nothing ahead", &[]),
            Need::Change => ("no change of a bookmark to undo", &[(Action::Bookmark, "sets one")]),
            Need::Clipboard => {
                ("no clipboard with --secure", &[(Action::CopyView, "shows the page")])
            }
            Need::Files => ("only the built-in briefs are read, and they do not change", &[]),
            Need::Results => ("nothing is found", &[]),
        };
        self.keymap.with_keys(self.context_under_lists(), words, keys.iter().copied())
    }

    /// The context that a list is left for; the page of all briefs is asked for itself.
    fn context_under_lists(&self) -> Context {
        match &self.mode {
            Mode::Chooser(chooser) if chooser.listing != Listing::Briefs => {
                self.context_of(&chooser.under)
            }
            Mode::Panes | Mode::Search(_) | Mode::Chooser(_) | Mode::Prompt(_) | Mode::Copy(_) => {
                self.context()
            }
        }
    }
}
