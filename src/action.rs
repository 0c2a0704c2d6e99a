//! The one table of actions. Dispatch, keys, help, footer and docs come out of it.
//!
//! Actions are the user's only and carry no data; what comes from outside is a message.

/// Where an action can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// Everywhere.
    Everywhere,
    /// The linked panes.
    Panes,
    /// The reader pane, before the linked panes.
    Reader,
    /// The search screen: printable keys go to the query.
    Search,
    /// The help screen.
    Help,
}

impl Context {
    /// Every context, outermost first.
    pub const ALL: &[Self] =
        &[Self::Everywhere, Self::Panes, Self::Reader, Self::Search, Self::Help];

    /// The context that is asked when this one has no use for a key.
    #[must_use]
    pub fn outer(self) -> Option<Self> {
        match self {
            Self::Everywhere => None,
            Self::Reader => Some(Self::Panes),
            Self::Panes | Self::Search | Self::Help => Some(Self::Everywhere),
        }
    }

    /// Whether keys without a binding are text here.
    #[must_use]
    pub fn takes_text(self) -> bool {
        match self {
            Self::Search => true,
            Self::Everywhere | Self::Panes | Self::Reader | Self::Help => false,
        }
    }

    /// Whether it is asked where text is typed: a printable key that is bound in it could not be typed.
    #[must_use]
    pub fn is_around_text(self) -> bool {
        let is_around = |inner: &Self| {
            let mut contexts = std::iter::successors(Some(*inner), |context| context.outer());
            contexts.any(|context| context == self)
        };
        Self::ALL.iter().filter(|inner| inner.takes_text()).any(is_around)
    }

    /// Its name in the help.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Everywhere => "Everywhere",
            Self::Panes => "Panes",
            Self::Reader => "Reader",
            Self::Search => "Search",
            Self::Help => "Help",
        }
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct ActionInfo {
    /// The action.
    pub action: Action,
    /// Its name in the key configuration.
    pub id: &'static str,
    /// Where it can be used.
    pub contexts: &'static [Context],
    /// Default keys, in the notation of the keymap.
    pub keys: &'static [&'static str],
    /// One or two words for the footer; empty for those not hinted there.
    pub hint: &'static str,
    /// What it does.
    pub help: &'static str,
}

macro_rules! actions {
    ($($name:ident $id:literal [$($context:ident),*] [$($key:literal),*] $hint:literal $help:literal;)*) => {
        /// Something the user can do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action { $(#[doc = $help] $name,)* }

        impl Action {
            /// The whole table, in the order of the help.
            pub const ALL: &[ActionInfo] = &[$(ActionInfo {
                action: Self::$name,
                id: $id,
                contexts: &[$(Context::$context),*],
                keys: &[$($key),*],
                hint: $hint,
                help: $help,
            }),*];
        }
    };
}

actions! {
    Next "next" [Panes, Help] ["j", "down"] "" "Next row, or scroll down in the reader";
    Previous "previous" [Panes, Help] ["k", "up"] "" "Previous row, or scroll up in the reader";
    Open "open" [Panes] ["enter"] "open" "Read the subject, or follow the link";
    Search "search" [Panes] ["/", "ctrl-f"] "search" "Search everything";
    NextGroup "next-group" [Panes] ["J", "shift-down", "}"] "" "Next day or group of rows";
    PreviousGroup "previous-group" [Panes] ["K", "shift-up", "{"] "" "Previous day or group of rows";
    First "first" [Panes, Help] ["g g", "home"] "" "First row";
    Last "last" [Panes, Help] ["G", "end"] "" "Last row";
    PageDown "page-down" [Panes, Help] ["pagedown", "space", "ctrl-d"] "" "One page down";
    PageUp "page-up" [Panes, Help] ["pageup", "ctrl-u"] "" "One page up";
    FocusTimeline "focus-timeline" [Panes] ["1"] "" "Go to the timeline";
    FocusActors "focus-actors" [Panes] ["2"] "" "Go to the actors";
    FocusSources "focus-sources" [Panes] ["3"] "" "Go to the sources";
    FocusReader "focus-reader" [Panes] ["4"] "" "Go to the reader";
    NextLink "next-link" [Reader] ["tab"] "next link" "Next link in the text";
    PreviousLink "previous-link" [Reader] ["backtab"] "" "Previous link in the text";
    NextPane "next-pane" [Panes] ["tab", "l", "right"] "pane" "Next pane";
    PreviousPane "previous-pane" [Panes] ["backtab", "h", "left"] "" "Previous pane";
    Zoom "zoom" [Panes] ["z"] "zoom" "Show one pane alone, or all again";
    Back "back" [Panes] ["H", "backspace", "[", "ctrl-o"] "back" "Back to the place before the last opening";
    Forward "forward" [Panes] ["L", "]"] "" "Forward again";
    NextHit "next-hit" [Panes] ["n"] "next hit" "Next hit of the last search";
    PreviousHit "previous-hit" [Panes] ["N"] "" "Previous hit of the last search";
    NextResult "next-result" [Search] ["down", "tab"] "choose" "Next result";
    PreviousResult "previous-result" [Search] ["up", "backtab"] "" "Previous result";
    ResultsDown "results-down" [Search] ["pagedown"] "" "One page of results down";
    ResultsUp "results-up" [Search] ["pageup"] "" "One page of results up";
    OpenResult "open-result" [Search] ["enter"] "open" "Go to the chosen result";
    EraseBack "erase-back" [Search] ["backspace"] "" "Erase the character before the cursor";
    EraseForward "erase-forward" [Search] ["delete"] "" "Erase the character under the cursor";
    EraseWord "erase-word" [Search] ["ctrl-w"] "" "Erase the word before the cursor";
    EraseLine "erase-line" [Search] ["ctrl-u"] "" "Erase the line up to the cursor";
    CursorLeft "cursor-left" [Search] ["left"] "" "One character left";
    CursorRight "cursor-right" [Search] ["right"] "" "One character right";
    CursorStart "cursor-start" [Search] ["home", "ctrl-a"] "" "Start of the line";
    CursorEnd "cursor-end" [Search] ["end", "ctrl-e"] "" "End of the line";
    Cancel "cancel" [Everywhere] ["esc"] "" "Leave the search or the help, stop choosing links; never quits";
    Help "help" [Panes, Help] ["?", "f1"] "keys" "All keys";
    Redraw "redraw" [Everywhere] ["ctrl-l"] "" "Draw the whole screen again";
    Suspend "suspend" [Everywhere] ["ctrl-z"] "" "Suspend to the shell";
    CloseHelp "close-help" [Help] ["q"] "close" "Close the help";
    Quit "quit" [Panes] ["q", "Q"] "quit" "Quit";
    QuitNow "quit-now" [Everywhere] ["ctrl-c"] "" "Quit from anywhere";
}

impl Action {
    /// Its row in the table.
    #[must_use]
    pub fn info(self) -> Option<&'static ActionInfo> {
        Self::ALL.iter().find(|info| info.action == self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn ids_are_unique_and_every_action_can_be_reached() {
        let ids: BTreeSet<_> = Action::ALL.iter().map(|info| info.id).collect();
        assert_eq!(ids.len(), Action::ALL.len());
        for info in Action::ALL {
            assert!(!info.keys.is_empty() && !info.contexts.is_empty(), "{}", info.id);
            assert!(!info.help.is_empty() && !info.help.ends_with('.'), "{}", info.id);
        }
    }
}
