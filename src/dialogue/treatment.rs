//! What the dialogue does with each action: carries it out, or says why it has no meaning here.

use crate::action::Action;

/// How an action is taken from a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Treatment {
    /// It is done.
    Do,
    /// It moves in a list; from the page it goes to the list first.
    Move,
    /// It takes a text on its line, and this is an example of it.
    Ask(&'static str),
    /// It opens a list to choose from; a text narrows it down.
    List,
    /// It opens what is chosen, or the row or the item named on its line.
    Open,
    /// It is of a search in progress.
    OfSearch,
    /// It is of a list to choose from.
    OfList,
    /// It ends the dialogue.
    End,
    /// It has no meaning without a screen, and this is why.
    Refuse(&'static str),
}

/// Why keys that edit have none.
const EDITED: &str = "the line is edited before Enter, where it is typed";

/// How an action is taken.
#[must_use]
#[expect(clippy::too_many_lines, reason = "a table with a row for each action")]
pub fn treatment(action: Action) -> Treatment {
    match action {
        Action::Next
        | Action::Previous
        | Action::NextGroup
        | Action::PreviousGroup
        | Action::First
        | Action::Last
        | Action::PageDown
        | Action::PageUp
        | Action::SortByTime
        | Action::SortByName
        | Action::SortByGrade
        | Action::SortByLinks => Treatment::Move,
        Action::OnlyLinked
        | Action::ClearLenses
        | Action::WhoSays
        | Action::Provenance
        | Action::Pin
        | Action::SwapPin
        | Action::LessDepth
        | Action::MoreDepth
        | Action::Times
        | Action::FocusTimeline
        | Action::FocusActors
        | Action::FocusSources
        | Action::FocusReader
        | Action::NextLink
        | Action::PreviousLink
        | Action::NextPane
        | Action::PreviousPane
        | Action::Back
        | Action::Forward
        | Action::Coarser
        | Action::Finer
        | Action::NextHit
        | Action::PreviousHit
        | Action::Bookmark
        | Action::Undo
        | Action::Cancel => Treatment::Do,
        Action::Search => Treatment::Ask("search rama lapid"),
        Action::Filter => Treatment::Ask("filter iran"),
        Action::GoToDate => Treatment::Ask("go-to-date 10 sep 2022"),
        Action::Trail
        | Action::SwitchBrief
        | Action::Judgements
        | Action::Gaps
        | Action::Questions
        | Action::Problems
        | Action::Bookmarks
        | Action::Palette
        | Action::Settings
        | Action::Help
        | Action::HelpHere => Treatment::List,
        Action::Open => Treatment::Open,
        Action::NextResult
        | Action::PreviousResult
        | Action::ResultsDown
        | Action::ResultsUp
        | Action::OpenResult
        | Action::KeepResults => Treatment::OfSearch,
        Action::NextChoice
        | Action::PreviousChoice
        | Action::ChoicesDown
        | Action::ChoicesUp
        | Action::Choose => Treatment::OfList,
        Action::Quit | Action::QuitNow => Treatment::End,
        Action::Zoom => {
            Treatment::Refuse("one thing is told at a time here, so nothing is enlarged")
        }
        Action::Mouse => Treatment::Refuse("there is no mouse without a screen; numbers choose"),
        Action::Redraw => Treatment::Refuse("nothing is drawn; list and read say it again"),
        Action::Suspend => Treatment::Refuse("without a screen the terminal suspends by itself"),
        Action::Accept => {
            Treatment::Refuse("what is asked for stands on the line of its command: filter iran")
        }
        Action::EraseBack
        | Action::EraseForward
        | Action::EraseWord
        | Action::EraseLine
        | Action::CursorLeft
        | Action::CursorRight
        | Action::CursorStart
        | Action::CursorEnd => Treatment::Refuse(EDITED),
    }
}
