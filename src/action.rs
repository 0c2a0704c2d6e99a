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
    /// A list to choose from, as the help or the trail: printable keys narrow it down.
    Chooser,
    /// One line to fill in, as a date to go to: printable keys go into it.
    Prompt,
}

impl Context {
    /// Whether keys that type a character go into a field here.
    #[must_use]
    pub fn takes_text(self) -> bool {
        match self {
            Self::Search | Self::Chooser | Self::Prompt => true,
            Self::Everywhere | Self::Panes | Self::Reader => false,
        }
    }

    /// Every context, outermost first.
    pub const ALL: &[Self] =
        &[Self::Everywhere, Self::Panes, Self::Reader, Self::Search, Self::Chooser, Self::Prompt];

    /// The context that is asked when this one has no use for a key.
    #[must_use]
    pub fn outer(self) -> Option<Self> {
        match self {
            Self::Everywhere => None,
            Self::Reader => Some(Self::Panes),
            Self::Panes | Self::Search | Self::Chooser | Self::Prompt => Some(Self::Everywhere),
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

    /// Its name in the key configuration.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::Panes => "panes",
            Self::Reader => "reader",
            Self::Search => "search",
            Self::Chooser => "chooser",
            Self::Prompt => "prompt",
        }
    }

    /// Its name in the help.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Everywhere => "Everywhere",
            Self::Panes => "Panes",
            Self::Reader => "Reader",
            Self::Search => "Search",
            Self::Chooser => "Lists to choose from",
            Self::Prompt => "Line to fill in",
        }
    }
}

/// One row of the table. Its name for people is made of its id, so that both are one thing.
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
    Next "next" [Panes] ["j", "down"] "" "Next row, or scroll down in the reader";
    Previous "previous" [Panes] ["k", "up"] "" "Previous row, or scroll up in the reader";
    Open "open" [Panes] ["enter"] "open" "Read the subject, or follow the link";
    Search "search" [Panes] ["/", "ctrl-f"] "search" "Search everything";
    Filter "filter" [Panes] ["f"] "filter" "Show only what a text finds: a text lens";
    OnlyLinked "only-linked" [Panes] ["o"] "only linked" "Show only what belongs to the subject: a lens on it";
    ClearLenses "clear-lenses" [Panes] ["O"] "" "Take all lenses away";
    WhoSays "who-says" [Panes] ["w", "'"] "who says" "Who says what about the event, or its page again";
    Provenance "provenance" [Panes] ["i"] "" "Provenance of the subject: file, line, why this grade";
    Pin "pin" [Panes] ["p"] "pin" "Hold the subject to compare others with it, or let it go";
    SwapPin "swap-pin" [Panes] ["x"] "" "Change places with what is pinned";
    LessDepth "less-depth" [Panes] ["-"] "" "Less to read: the card, the headline";
    MoreDepth "more-depth" [Panes] ["+", "="] "" "More to read: the card, the whole text";
    Times "times" [Panes] ["T"] "" "Times of day as reported, in UTC, or local";
    NextGroup "next-group" [Panes] ["J", "shift-down", "}"] "" "Next day or group of rows";
    PreviousGroup "previous-group" [Panes] ["K", "shift-up", "{"] "" "Previous day or group of rows";
    First "first" [Panes] ["g g", "home"] "" "First row";
    Last "last" [Panes] ["G", "end"] "" "Last row";
    PageDown "page-down" [Panes] ["pagedown", "space", "ctrl-d"] "" "One page down";
    PageUp "page-up" [Panes] ["pageup", "ctrl-u"] "" "One page up";
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
    Trail "trail" [Panes] ["g h"] "" "All places that were opened, the newest first";
    SwitchBrief "switch-brief" [Panes] ["b"] "brief" "Read one brief, or all together";
    GoToDate "go-to-date" [Panes] ["t"] "date" "Go to a date, as 10 sep, 2022-09 or +2d";
    Coarser "coarser" [Panes] ["<"] "" "The timeline in longer steps: day, week, month, year";
    Finer "finer" [Panes] [">"] "" "The timeline in shorter steps";
    SortByTime "sort-by-time" [Panes] ["s t"] "" "Sort the list by time";
    SortByName "sort-by-name" [Panes] ["s n"] "" "Sort the list by name";
    SortByGrade "sort-by-grade" [Panes] ["s g"] "" "Sort the list by grade, the best first";
    SortByLinks "sort-by-links" [Panes] ["s l"] "" "Sort the list by the number of links, the most first";
    NextHit "next-hit" [Panes] ["n"] "next hit" "Next hit of the last search";
    PreviousHit "previous-hit" [Panes] ["N"] "" "Previous hit of the last search";
    Judgements "judgements" [Panes] ["g j"] "" "What is judged, how likely and how surely";
    Gaps "gaps" [Panes] ["g u"] "" "What is not known: gaps that are named or found";
    Questions "questions" [Panes] ["g q"] "" "Answers to have ready if asked";
    Problems "problems" [Panes] ["g p"] "" "What the checker finds in the briefs";
    Bookmark "toggle-bookmark" [Panes] ["m"] "bookmark" "Set a bookmark on the subject, or take it away";
    Bookmarks "bookmarks" [Panes] ["B"] "" "All bookmarks";
    Undo "undo" [Panes] ["u"] "" "Undo the last change of a bookmark";
    Palette "palette" [Panes] [":", "ctrl-p"] "" "Every action by name, with its key";
    Settings "settings" [Panes] [","] "" "Theme, signs, density, mouse; changes are seen at once";
    Mouse "mouse" [Panes] ["%"] "" "Take the mouse, or leave it to the terminal";
    NextResult "next-result" [Search] ["down"] "choose" "Next result";
    PreviousResult "previous-result" [Search] ["up"] "" "Previous result; from the first one the query before";
    ResultsDown "results-down" [Search] ["pagedown"] "" "One page of results down";
    ResultsUp "results-up" [Search] ["pageup"] "" "One page of results up";
    OpenResult "open-result" [Search] ["enter"] "open" "Go to the chosen result";
    KeepResults "keep-results" [Search] ["tab"] "keep as filter" "Keep what was found as a lens";
    NextChoice "next-choice" [Chooser] ["down", "tab"] "choose" "Next row";
    PreviousChoice "previous-choice" [Chooser] ["up", "backtab"] "" "Previous row";
    ChoicesDown "choices-down" [Chooser] ["pagedown"] "" "One page down";
    ChoicesUp "choices-up" [Chooser] ["pageup"] "" "One page up";
    Choose "choose" [Chooser] ["enter"] "take" "Take the chosen row: go there, run it, change it";
    Accept "accept" [Prompt] ["enter"] "accept" "Take what is typed";
    EraseBack "erase-back" [Search, Chooser, Prompt] ["backspace"] "" "Erase the character before the cursor";
    EraseForward "erase-forward" [Search, Chooser, Prompt] ["delete"] "" "Erase the character under the cursor";
    EraseWord "erase-word" [Search, Chooser, Prompt] ["ctrl-w"] "" "Erase the word before the cursor";
    EraseLine "erase-line" [Search, Chooser, Prompt] ["ctrl-u"] "" "Erase the line up to the cursor";
    CursorLeft "cursor-left" [Search, Chooser, Prompt] ["left"] "" "One character left";
    CursorRight "cursor-right" [Search, Chooser, Prompt] ["right"] "" "One character right";
    CursorStart "cursor-start" [Search, Chooser, Prompt] ["home", "ctrl-a"] "" "Start of the line";
    CursorEnd "cursor-end" [Search, Chooser, Prompt] ["end", "ctrl-e"] "" "End of the line";
    Cancel "cancel" [Everywhere] ["esc"] "" "One step out: what is open, a lens, the pin; never quits";
    Help "help" [Panes] ["?", "f1"] "keys" "All keys and signs; type to narrow down, Enter runs one";
    HelpHere "help-here" [Search, Chooser, Prompt] ["f1"] "" "All keys, those for typing first";
    Redraw "redraw" [Everywhere] ["ctrl-l"] "" "Draw the whole screen again";
    Suspend "suspend" [Everywhere] ["ctrl-z"] "" "Suspend to the shell";
    Quit "quit" [Panes] ["q", "Q"] "quit" "Quit";
    QuitNow "quit-now" [Everywhere] ["ctrl-c"] "" "Quit from anywhere";
}

impl ActionInfo {
    /// Its name: `Only linked`.
    #[must_use]
    pub fn name(&self) -> String {
        let mut name = self.id.replace('-', " ");
        if let Some(first) = name.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        name
    }

    /// The words of its id.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.id.split('-')
    }
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
            assert!(info.help.len() <= 56, "{}: the help is cut at 80 columns", info.id);
            let plain = |letter: char| letter.is_ascii_lowercase() || letter == '-';
            assert!(info.id.chars().all(plain), "{}: letters that any keyboard has", info.id);
            assert!(info.name().starts_with(|c: char| c.is_ascii_uppercase()), "{}", info.id);
        }
    }
}
