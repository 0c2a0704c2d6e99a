//! The one table of actions. Dispatch, keys, help, footer, what is said of a key that can do nothing,
//! what waits for the index, the line dialogue and docs come out of it.
//!
//! Actions are the user's only and carry no data; what comes from outside is a message.

mod columns;
mod context;

pub use columns::{Need, Treatment, Waits};
pub use context::Context;

/// One row of the table. Its name for people is made of its id, so that both are one thing.
#[derive(Clone, Copy, Debug)]
pub struct ActionInfo {
    /// The action.
    pub action: Action,
    /// What it does.
    pub help: &'static str,
    /// Its name in the key configuration.
    pub id: &'static str,
    /// Where it can be used.
    pub contexts: &'static [Context],
    /// Default keys, in the notation of the keymap.
    pub keys: &'static [&'static str],
    /// One or two words for the footer; empty for those not hinted there.
    pub hint: &'static str,
    /// What it cannot do without; of several that are missing the first is told.
    pub needs: &'static [Need],
    /// What has to be there before it.
    pub waits: Waits,
    /// What is said when it changed nothing, as at the end of a list.
    pub unchanged: &'static str,
    /// How the line dialogue takes it.
    pub dialogue: Treatment,
}

/// Each row: the action, what it does, and the other columns in any order. No column has a value that
/// is taken for granted, so the compiler names those that a new row lacks.
macro_rules! actions {
    ($($name:ident $help:literal { $($column:ident: $value:expr),* })*) => {
        /// Something the user can do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action { $(#[doc = $help] $name,)* }

        impl Action {
            /// The whole table, in the order of the help.
            pub const ALL: &[ActionInfo] = &[$(*Self::$name.info()),*];

            /// Its row in the table.
            #[must_use]
            pub const fn info(self) -> &'static ActionInfo {
                use Context::{Briefs, Chooser, Copy, Everywhere, Panes, Prompt, Reader, Search};
                use Need::{
                    Change, ChosenLink, Clipboard, Event, Files, Hits, Lens, Links, OtherPanes, Pinned,
                    PlaceAfter, PlaceBefore, Results, Subject,
                };
                use Treatment::{Ask, Do, End, List, Move, OfList, OfSearch, Open, Refuse};
                use Waits::{Index, Library, Never, Turn};
                match self {
                    $(Self::$name => {
                        &ActionInfo { action: Self::$name, help: $help, $($column: $value),* }
                    })*
                }
            }
        }
    };
}

/// What is said when an action changed nothing and there is no more to say of it.
const NOTHING_TO_DO: &str = "nothing to do here";
const AT_THE_END: &str = "there is nothing further down";
const AT_THE_BEGINNING: &str = "there is nothing further up";
const IN_THIS_PANE: &str = "the keys are in this pane already";
const SORTED_LIKE_THIS: &str = "the list is sorted like this already";

/// Why keys that edit have no meaning in the dialogue.
const EDITED: &str = "the line is edited before Enter, where it is typed";

actions! {
    Search "Search everything" {
        id: "search", contexts: &[Panes, Briefs], keys: &["/", "ctrl-f"], hint: "search",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Ask("search rama lapid")
    }
    Questions "Answers to have ready: of the subject, then its brief" {
        id: "questions", contexts: &[Panes, Briefs], keys: &["Q", "g q"], hint: "questions",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: List
    }
    WhoSays "Who says what about the event, or its page again" {
        id: "who-says", contexts: &[Panes], keys: &["w", "'"], hint: "who says",
        needs: &[Subject, Event], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    OnlyLinked "Show only what belongs to the subject: a lens on it" {
        id: "only-linked", contexts: &[Panes], keys: &["o"], hint: "only linked",
        needs: &[Subject], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    CopyView "The page in plain lines, to select by hand or read out" {
        id: "copy-view", contexts: &[Panes], keys: &["y y"], hint: "copy",
        needs: &[Subject], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    SwitchBrief "All briefs: read one, or all together" {
        id: "switch-brief", contexts: &[Panes], keys: &["b"], hint: "briefs",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: List
    }
    Open "Read the subject, or follow the link" {
        id: "open", contexts: &[Panes, Briefs], keys: &["enter"], hint: "open",
        needs: &[ChosenLink], waits: Library, unchanged: "nothing to open", dialogue: Open
    }
    ReadOn "Read on: the rest of the page, then the next event" {
        id: "read-on", contexts: &[Panes, Copy], keys: &["space"], hint: "read on",
        needs: &[], waits: Library, unchanged: AT_THE_END,
        dialogue: Refuse("a page is told whole here; `next` goes to the next event")
    }
    Next "Next row, or scroll down in the reader" {
        id: "next", contexts: &[Panes, Briefs, Copy], keys: &["j", "down"], hint: "",
        needs: &[], waits: Library, unchanged: AT_THE_END, dialogue: Move
    }
    Previous "Previous row, or scroll up in the reader" {
        id: "previous", contexts: &[Panes, Briefs, Copy], keys: &["k", "up"], hint: "",
        needs: &[], waits: Library, unchanged: AT_THE_BEGINNING, dialogue: Move
    }
    Filter "Show only what a text finds: a text lens" {
        id: "filter", contexts: &[Panes], keys: &["f"], hint: "filter",
        needs: &[], waits: Index, unchanged: NOTHING_TO_DO, dialogue: Ask("filter iran")
    }
    ClearLenses "Take all lenses away" {
        id: "clear-lenses", contexts: &[Panes], keys: &["O"], hint: "",
        needs: &[Lens], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    Provenance "Provenance of the subject: file, line, why this grade" {
        id: "provenance", contexts: &[Panes], keys: &["i"], hint: "",
        needs: &[Subject], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    CopyAnswer "Copy the answer: when, who says so, how sure" {
        id: "copy-answer", contexts: &[Panes], keys: &["y a"], hint: "",
        needs: &[Subject, Clipboard], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    CopyCitation "Copy the citation: edition, sources, grades, addresses" {
        id: "copy-citation", contexts: &[Panes], keys: &["y c"], hint: "",
        needs: &[Subject, Clipboard], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    CopyShortCitation "Copy the citation in one line" {
        id: "copy-short-citation", contexts: &[Panes], keys: &["y s"], hint: "",
        needs: &[Subject, Clipboard], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    CopyId "Copy the id, as event:albania-2022#second-attack" {
        id: "copy-id", contexts: &[Panes], keys: &["y i"], hint: "",
        needs: &[Subject, Clipboard], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    LeaveCopy "Leave the copy view" {
        id: "leave-copy-view", contexts: &[Copy], keys: &["q", "enter", "backspace"], hint: "",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO,
        dialogue: Refuse("the lines are printed here, so there is nothing to leave")
    }
    Pin "Hold the subject to compare others with it, or let go" {
        id: "pin", contexts: &[Panes], keys: &["p"], hint: "pin",
        needs: &[Subject], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    SwapPin "Change places with what is pinned" {
        id: "swap-pin", contexts: &[Panes], keys: &["x"], hint: "",
        needs: &[Pinned], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    LessDepth "Less to read: the card, the headline" {
        id: "less-depth", contexts: &[Panes], keys: &["-"], hint: "",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    MoreDepth "More to read: the card, the whole text" {
        id: "more-depth", contexts: &[Panes], keys: &["+", "="], hint: "",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    Times "Times of day as reported, in UTC, or local" {
        id: "times", contexts: &[Panes], keys: &["T"], hint: "",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    NextGroup "Next day or group of rows" {
        id: "next-group", contexts: &[Panes], keys: &["J", "shift-down", "}"], hint: "",
        needs: &[], waits: Library, unchanged: AT_THE_END, dialogue: Move
    }
    PreviousGroup "Previous day or group of rows" {
        id: "previous-group", contexts: &[Panes], keys: &["K", "shift-up", "{"], hint: "",
        needs: &[], waits: Library, unchanged: AT_THE_BEGINNING, dialogue: Move
    }
    First "First row" {
        id: "first", contexts: &[Panes, Briefs, Copy], keys: &["g g", "home"], hint: "",
        needs: &[], waits: Library, unchanged: AT_THE_BEGINNING, dialogue: Move
    }
    Last "Last row" {
        id: "last", contexts: &[Panes, Briefs, Copy], keys: &["G", "end"], hint: "",
        needs: &[], waits: Library, unchanged: AT_THE_END, dialogue: Move
    }
    PageDown "One page down" {
        id: "page-down", contexts: &[Panes, Briefs, Copy], keys: &["pagedown", "ctrl-d"], hint: "",
        needs: &[], waits: Library, unchanged: AT_THE_END, dialogue: Move
    }
    PageUp "One page up" {
        id: "page-up", contexts: &[Panes, Briefs, Copy], keys: &["pageup", "ctrl-u"], hint: "",
        needs: &[], waits: Library, unchanged: AT_THE_BEGINNING, dialogue: Move
    }
    FocusTimeline "Go to the timeline" {
        id: "focus-timeline", contexts: &[Panes, Briefs], keys: &["1"], hint: "",
        needs: &[], waits: Library, unchanged: IN_THIS_PANE, dialogue: Do
    }
    FocusActors "Go to the actors; there, all actors or the linked ones" {
        id: "focus-actors", contexts: &[Panes, Briefs], keys: &["2"], hint: "",
        needs: &[], waits: Library, unchanged: IN_THIS_PANE, dialogue: Do
    }
    FocusSources "Go to the sources; there, all or the linked ones" {
        id: "focus-sources", contexts: &[Panes, Briefs], keys: &["3"], hint: "",
        needs: &[], waits: Library, unchanged: IN_THIS_PANE, dialogue: Do
    }
    FocusReader "Go to the reader" {
        id: "focus-reader", contexts: &[Panes], keys: &["4"], hint: "",
        needs: &[], waits: Library, unchanged: IN_THIS_PANE, dialogue: Do
    }
    NextLink "Next link in the text" {
        id: "next-link", contexts: &[Panes, Reader], keys: &["v"], hint: "next link",
        needs: &[Links], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    PreviousLink "Previous link in the text" {
        id: "previous-link", contexts: &[Panes, Reader], keys: &["c"], hint: "",
        needs: &[Links], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    OpenLink "Open a link of the page by its number" {
        id: "open-link", contexts: &[Panes], keys: &["g l"], hint: "",
        needs: &[Links], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Ask("open-link 3")
    }
    NextPane "Next pane" {
        id: "next-pane", contexts: &[Panes, Briefs], keys: &["tab", "l", "right"], hint: "pane",
        needs: &[], waits: Library, unchanged: IN_THIS_PANE, dialogue: Do
    }
    PreviousPane "Previous pane" {
        id: "previous-pane", contexts: &[Panes], keys: &["backtab", "h", "left"], hint: "",
        needs: &[], waits: Library, unchanged: IN_THIS_PANE, dialogue: Do
    }
    Zoom "Show one pane alone, or all again" {
        id: "zoom", contexts: &[Panes], keys: &["z"], hint: "zoom",
        needs: &[OtherPanes], waits: Library, unchanged: NOTHING_TO_DO,
        dialogue: Refuse("one thing is told at a time here, so nothing is enlarged")
    }
    SideBySide "Lists beside the reader, or above it" {
        id: "side-by-side", contexts: &[Panes], keys: &["|"], hint: "",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO,
        dialogue: Refuse("one thing is told at a time here, so nothing stands beside it")
    }
    Back "Back to the place before the last opening" {
        id: "back", contexts: &[Panes], keys: &["H", "backspace", "[", "ctrl-o"], hint: "back",
        needs: &[PlaceBefore], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    Forward "Forward again" {
        id: "forward", contexts: &[Panes], keys: &["L", "]"], hint: "",
        needs: &[PlaceAfter], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    Trail "All places that were opened, the newest first" {
        id: "trail", contexts: &[Panes, Briefs], keys: &["g h"], hint: "",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: List
    }
    GoToDate "Go to a date, as 10 sep, 2022-09 or +2d" {
        id: "go-to-date", contexts: &[Panes, Briefs], keys: &["t"], hint: "date",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO,
        dialogue: Ask("go-to-date 10 sep 2022")
    }
    Coarser "The timeline in longer steps: day, week, month, year" {
        id: "coarser", contexts: &[Panes], keys: &["<"], hint: "",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    Finer "The timeline in shorter steps" {
        id: "finer", contexts: &[Panes], keys: &[">"], hint: "",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    SortByTime "Sort the list by time" {
        id: "sort-by-time", contexts: &[Panes], keys: &["s t"], hint: "",
        needs: &[], waits: Library, unchanged: SORTED_LIKE_THIS, dialogue: Move
    }
    SortByName "Sort the list by name" {
        id: "sort-by-name", contexts: &[Panes], keys: &["s n"], hint: "",
        needs: &[], waits: Library, unchanged: SORTED_LIKE_THIS, dialogue: Move
    }
    SortByGrade "Sort the list by grade, the best first" {
        id: "sort-by-grade", contexts: &[Panes], keys: &["s g"], hint: "",
        needs: &[], waits: Library, unchanged: SORTED_LIKE_THIS, dialogue: Move
    }
    SortByLinks "Sort the list by the number of links, the most first" {
        id: "sort-by-links", contexts: &[Panes], keys: &["s l"], hint: "",
        needs: &[], waits: Library, unchanged: SORTED_LIKE_THIS, dialogue: Move
    }
    NextHit "Next hit of the last search" {
        id: "next-hit", contexts: &[Panes], keys: &["n"], hint: "next hit",
        needs: &[Hits], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    PreviousHit "Previous hit of the last search" {
        id: "previous-hit", contexts: &[Panes], keys: &["N"], hint: "",
        needs: &[Hits], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    Judgements "What is judged, how likely and how surely" {
        id: "judgements", contexts: &[Panes, Briefs], keys: &["g j"], hint: "",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: List
    }
    Gaps "What is not known: gaps that are named or found" {
        id: "gaps", contexts: &[Panes, Briefs], keys: &["g u"], hint: "",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: List
    }
    Problems "What the checker finds in the briefs" {
        id: "problems", contexts: &[Panes, Briefs], keys: &["g p"], hint: "",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: List
    }
    Bookmark "Set a bookmark on the subject, or take it away" {
        id: "toggle-bookmark", contexts: &[Panes], keys: &["m"], hint: "bookmark",
        needs: &[Subject], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    Bookmarks "All bookmarks" {
        id: "bookmarks", contexts: &[Panes, Briefs], keys: &["B"], hint: "",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: List
    }
    Undo "Undo the last change of a bookmark" {
        id: "undo", contexts: &[Panes], keys: &["u"], hint: "",
        needs: &[Change], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    Reload "Read the files again; the place stays as it is" {
        id: "reload", contexts: &[Panes, Briefs], keys: &["r"], hint: "",
        needs: &[Files], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    Palette "Every action by name, with its key" {
        id: "palette", contexts: &[Panes, Briefs], keys: &[":", "ctrl-p"], hint: "",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: List
    }
    Settings "Theme, signs, density, mouse; changes are seen at once" {
        id: "settings", contexts: &[Panes, Briefs], keys: &[","], hint: "",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: List
    }
    Mouse "Take the mouse, or leave it to the terminal" {
        id: "mouse", contexts: &[Panes, Briefs], keys: &["%"], hint: "",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO,
        dialogue: Refuse("there is no mouse without a screen; numbers choose")
    }
    NextResult "Next result" {
        id: "next-result", contexts: &[Search], keys: &["down"], hint: "choose",
        needs: &[Results], waits: Index, unchanged: "last result", dialogue: OfSearch
    }
    PreviousResult "Previous result; from the first one the query before" {
        id: "previous-result", contexts: &[Search], keys: &["up"], hint: "",
        needs: &[], waits: Index, unchanged: "first result", dialogue: OfSearch
    }
    ResultsDown "One page of results down" {
        id: "results-down", contexts: &[Search], keys: &["pagedown"], hint: "",
        needs: &[Results], waits: Index, unchanged: "last result", dialogue: OfSearch
    }
    ResultsUp "One page of results up" {
        id: "results-up", contexts: &[Search], keys: &["pageup"], hint: "",
        needs: &[Results], waits: Index, unchanged: "first result", dialogue: OfSearch
    }
    OpenResult "Go to the chosen result" {
        id: "open-result", contexts: &[Search], keys: &["enter"], hint: "open",
        needs: &[Results], waits: Index, unchanged: NOTHING_TO_DO, dialogue: OfSearch
    }
    CopyResult "Copy the answer of the chosen result" {
        id: "copy-result", contexts: &[Search], keys: &["ctrl-y"], hint: "",
        needs: &[Results, Clipboard], waits: Index, unchanged: NOTHING_TO_DO, dialogue: OfSearch
    }
    KeepResults "Keep what was found as a lens" {
        id: "keep-results", contexts: &[Search], keys: &["tab"], hint: "keep as filter",
        needs: &[Results], waits: Index, unchanged: NOTHING_TO_DO, dialogue: OfSearch
    }
    NextChoice "Next row" {
        id: "next-choice", contexts: &[Chooser], keys: &["down", "tab"], hint: "choose",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: OfList
    }
    PreviousChoice "Previous row" {
        id: "previous-choice", contexts: &[Chooser], keys: &["up", "backtab"], hint: "",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: OfList
    }
    ChoicesDown "One page down" {
        id: "choices-down", contexts: &[Chooser], keys: &["pagedown"], hint: "",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: OfList
    }
    ChoicesUp "One page up" {
        id: "choices-up", contexts: &[Chooser], keys: &["pageup"], hint: "",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: OfList
    }
    FirstChoice "First row; in a line to fill in, its start" {
        id: "first-choice", contexts: &[Search, Chooser, Prompt], keys: &["home"], hint: "",
        needs: &[], waits: Library, unchanged: "first row", dialogue: OfList
    }
    LastChoice "Last row; in a line to fill in, its end" {
        id: "last-choice", contexts: &[Search, Chooser, Prompt], keys: &["end"], hint: "",
        needs: &[], waits: Library, unchanged: "last row", dialogue: OfList
    }
    Choose "Take the chosen row: go there, run it, change it" {
        id: "choose", contexts: &[Chooser], keys: &["enter"], hint: "take",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: OfList
    }
    Accept "Take what is typed" {
        id: "accept", contexts: &[Prompt], keys: &["enter"], hint: "accept",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO,
        dialogue: Refuse("what is asked for stands on the line of its command: filter iran")
    }
    EraseBack "Erase the character before the cursor" {
        id: "erase-back", contexts: &[Search, Chooser, Prompt], keys: &["backspace"], hint: "",
        needs: &[], waits: Library, unchanged: "nothing to erase", dialogue: Refuse(EDITED)
    }
    EraseForward "Erase the character under the cursor" {
        id: "erase-forward", contexts: &[Search, Chooser, Prompt], keys: &["delete"], hint: "",
        needs: &[], waits: Library, unchanged: "nothing to erase here", dialogue: Refuse(EDITED)
    }
    EraseWord "Erase the word before the cursor" {
        id: "erase-word", contexts: &[Search, Chooser, Prompt], keys: &["ctrl-w"], hint: "",
        needs: &[], waits: Library, unchanged: "nothing to erase", dialogue: Refuse(EDITED)
    }
    EraseLine "Erase the line up to the cursor" {
        id: "erase-line", contexts: &[Search, Chooser, Prompt], keys: &["ctrl-u"], hint: "",
        needs: &[], waits: Library, unchanged: "nothing to erase", dialogue: Refuse(EDITED)
    }
    CursorLeft "One character left" {
        id: "cursor-left", contexts: &[Search, Chooser, Prompt], keys: &["left"], hint: "",
        needs: &[], waits: Library, unchanged: "the line begins here", dialogue: Refuse(EDITED)
    }
    CursorRight "One character right" {
        id: "cursor-right", contexts: &[Search, Chooser, Prompt], keys: &["right"], hint: "",
        needs: &[], waits: Library, unchanged: "the line ends here", dialogue: Refuse(EDITED)
    }
    CursorStart "Start of the line" {
        id: "cursor-start", contexts: &[Search, Chooser, Prompt],
        keys: &["ctrl-a"], hint: "",
        needs: &[], waits: Library, unchanged: "the line begins here", dialogue: Refuse(EDITED)
    }
    CursorEnd "End of the line" {
        id: "cursor-end", contexts: &[Search, Chooser, Prompt], keys: &["ctrl-e"], hint: "",
        needs: &[], waits: Library, unchanged: "the line ends here", dialogue: Refuse(EDITED)
    }
    Cancel "One step out: what is open, a lens, the pin" {
        id: "cancel", contexts: &[Everywhere], keys: &["esc"], hint: "",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: Do
    }
    Help "All keys and signs; type to narrow down, then run one" {
        id: "help", contexts: &[Panes, Briefs, Copy], keys: &["?", "f1"], hint: "keys",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: List
    }
    HelpHere "All keys, those for typing first" {
        id: "help-here", contexts: &[Search, Chooser, Prompt], keys: &["f1"], hint: "",
        needs: &[], waits: Library, unchanged: NOTHING_TO_DO, dialogue: List
    }
    Redraw "Draw the whole screen again" {
        id: "redraw", contexts: &[Everywhere], keys: &["ctrl-l"], hint: "",
        needs: &[], waits: Turn, unchanged: NOTHING_TO_DO,
        dialogue: Refuse("nothing is drawn; list and read say it again")
    }
    Blank "Hide all but the marking; the same key shows it again" {
        id: "blank", contexts: &[Everywhere], keys: &["ctrl-x"], hint: "",
        needs: &[], waits: Never, unchanged: NOTHING_TO_DO,
        dialogue: Refuse("what was printed stays where it is; the terminal's own command clears it")
    }
    Suspend "Suspend to the shell" {
        id: "suspend", contexts: &[Everywhere], keys: &["ctrl-z"], hint: "",
        needs: &[], waits: Turn, unchanged: NOTHING_TO_DO,
        dialogue: Refuse("without a screen the terminal suspends by itself")
    }
    Quit "Quit; from a page over the panes, back to them" {
        id: "quit", contexts: &[Panes, Briefs], keys: &["q"], hint: "quit",
        needs: &[], waits: Turn, unchanged: NOTHING_TO_DO, dialogue: End
    }
    QuitNow "Quit from anywhere" {
        id: "quit-now", contexts: &[Everywhere], keys: &["ctrl-c"], hint: "",
        needs: &[], waits: Never, unchanged: NOTHING_TO_DO, dialogue: End
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn ids_are_unique_and_every_action_can_be_reached() {
        let ids: BTreeSet<_> = Action::ALL.iter().map(|info| info.id).collect();
        assert_eq!(ids.len(), Action::ALL.len());
        for (place, info) in Action::ALL.iter().enumerate() {
            assert_eq!(info.action as usize, place, "{}", info.id);
            assert!(!info.keys.is_empty() && !info.contexts.is_empty(), "{}", info.id);
            assert!(!info.help.is_empty() && !info.help.ends_with('.'), "{}", info.id);
            assert!(info.help.len() <= 55, "{}: the help is cut at 80 columns", info.id);
            let plain = |letter: char| letter.is_ascii_lowercase() || letter == '-';
            assert!(info.id.chars().all(plain), "{}: letters that any keyboard has", info.id);
            assert!(info.name().starts_with(|c: char| c.is_ascii_uppercase()), "{}", info.id);
            assert!(!info.unchanged.is_empty() && !info.unchanged.ends_with('.'), "{}", info.id);
        }
    }
}
