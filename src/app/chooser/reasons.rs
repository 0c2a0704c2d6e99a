//! Why an action can do nothing here and now: the one table that help, palette, footer and the keys
//! themselves answer from.

use crate::action::{Action, Context};
use crate::app::{App, Mode, Pane};
use crate::text::DisplayText;

/// What the state lacks for some actions.
struct Lack {
    actions: &'static [Action],
    lacks: fn(&App) -> bool,
    why: &'static str,
}

/// The first that fits is told.
const LACKS: &[Lack] = &[
    Lack {
        actions: &[
            Action::OnlyLinked,
            Action::Pin,
            Action::Provenance,
            Action::Bookmark,
            Action::WhoSays,
        ],
        lacks: |app| app.here.subject.is_none(),
        why: "nothing is selected",
    },
    Lack {
        actions: &[Action::WhoSays],
        lacks: |app| app.here.subject.is_none_or(|id| app.library.event(id).is_none()),
        why: "who says: choose an event first (1)",
    },
    Lack {
        actions: &[Action::ClearLenses],
        lacks: |app| app.here.lenses.is_empty(),
        why: "no lens is in force; o and f make one",
    },
    Lack {
        actions: &[Action::Zoom],
        lacks: App::table_has_the_screen,
        why: "the table has the whole screen already; w leaves it",
    },
    Lack {
        actions: &[Action::SwapPin],
        lacks: |app| app.here.pinned.is_none(),
        why: "nothing is pinned; p pins",
    },
    Lack {
        actions: &[Action::NextHit, Action::PreviousHit],
        lacks: |app| app.hits.is_none(),
        why: "no search yet; / searches",
    },
    Lack {
        actions: &[Action::NextLink, Action::PreviousLink],
        lacks: |app| app.page.links.is_empty(),
        why: "no links here; l goes to the next pane",
    },
    Lack {
        actions: &[Action::Open],
        lacks: |app| app.here.focus == Pane::Reader && app.here.link.is_none(),
        why: "no link chosen; Tab chooses the next one",
    },
    Lack {
        actions: &[Action::Back],
        lacks: |app| !app.trail.leads(&app.here, false),
        why: "nothing to go back to",
    },
    Lack {
        actions: &[Action::Forward],
        lacks: |app| !app.trail.leads(&app.here, true),
        why: "nothing ahead",
    },
    Lack {
        actions: &[Action::Undo],
        lacks: |app| !app.can_undo(),
        why: "no change of a bookmark to undo; m sets one",
    },
    Lack {
        actions: &[
            Action::OpenResult,
            Action::KeepResults,
            Action::NextResult,
            Action::ResultsDown,
            Action::ResultsUp,
        ],
        // While earlier queries are gone through, the arrows are for those.
        lacks: |app| match &app.mode {
            Mode::Search(session) => session.found.hits.is_empty() && !app.recalls(),
            Mode::Panes | Mode::Chooser(_) | Mode::Prompt(_) => false,
        },
        why: "nothing is found; fewer words find more",
    },
];

/// What is said when an action changed nothing, as at the end of a list.
const CHANGED_NOTHING: &[(&[Action], &str)] = &[
    (
        &[Action::Next, Action::NextGroup, Action::Last, Action::PageDown],
        "there is nothing further down",
    ),
    (
        &[Action::Previous, Action::PreviousGroup, Action::First, Action::PageUp],
        "there is nothing further up",
    ),
    (
        &[
            Action::FocusTimeline,
            Action::FocusActors,
            Action::FocusSources,
            Action::FocusReader,
            Action::NextPane,
            Action::PreviousPane,
        ],
        "the keys are in this pane already",
    ),
    (
        &[Action::SortByTime, Action::SortByName, Action::SortByGrade, Action::SortByLinks],
        "the list is sorted like this already",
    ),
    (&[Action::NextResult, Action::ResultsDown], "last result"),
    (&[Action::PreviousResult, Action::ResultsUp], "first result"),
    (&[Action::EraseBack, Action::EraseWord, Action::EraseLine], "nothing to erase"),
    (&[Action::EraseForward], "nothing to erase here"),
    (&[Action::CursorLeft, Action::CursorStart], "the line begins here"),
    (&[Action::CursorRight, Action::CursorEnd], "the line ends here"),
    (&[Action::Open], "nothing to open"),
];

impl App {
    /// Why an action can do nothing here and now; none when it can.
    #[must_use]
    pub fn why_not(&self, action: Action) -> Option<DisplayText> {
        let info = action.info()?;
        let asked = self.context_under_lists();
        let mut here = std::iter::successors(Some(asked), |context| context.outer());
        if !here.any(|context| info.contexts.contains(&context)) {
            let place = info.contexts.first().map_or("", |context| context.name());
            return Some(crate::text![info.id, " works elsewhere: ", place]);
        }
        self.missing_for(action).map(DisplayText::literal)
    }

    /// What the state lacks for an action, whatever the context.
    #[must_use]
    pub fn missing_for(&self, action: Action) -> Option<&'static str> {
        let mut lacks = LACKS.iter().filter(|lack| lack.actions.contains(&action));
        lacks.find(|lack| (lack.lacks)(self)).map(|lack| lack.why)
    }

    /// What to say when an action changed nothing.
    pub(in crate::app) fn nothing_came_of(action: Action) -> &'static str {
        let said = CHANGED_NOTHING.iter().find(|(actions, _)| actions.contains(&action));
        said.map_or("nothing to do here", |(_, words)| words)
    }

    fn context_under_lists(&self) -> Context {
        match &self.mode {
            Mode::Chooser(chooser) => {
                let panes =
                    if self.here.focus == Pane::Reader { Context::Reader } else { Context::Panes };
                chooser.context_under(panes)
            }
            Mode::Panes | Mode::Search(_) | Mode::Prompt(_) => self.context(),
        }
    }
}
