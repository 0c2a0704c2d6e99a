//! What the table says of an action besides its name, its keys and its words.

/// Something that an action cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Need {
    /// A subject: something is selected.
    Subject,
    /// A subject that is an event.
    Event,
    /// A lens in force.
    Lens,
    /// Other panes on the screen besides the one in use.
    OtherPanes,
    /// Something pinned.
    Pinned,
    /// Hits of a search that is over.
    Hits,
    /// Links in the page.
    Links,
    /// A chosen link, where the page has the keys and is no brief's.
    ChosenLink,
    /// A place before this one.
    PlaceBefore,
    /// A place that was gone back from.
    PlaceAfter,
    /// A change of a bookmark.
    Change,
    /// Files that can be read again.
    Files,
    /// Leave to put something on the clipboard.
    Clipboard,
    /// Results of the search in progress, or earlier queries that are gone through.
    Results,
}

/// What has to be there before an action means what it says; keys that come earlier are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Waits {
    /// Nothing, not even what was typed before it.
    Never,
    /// What was typed before it, and nothing else.
    Turn,
    /// The library.
    Library,
    /// The index: before it nothing would be found.
    Index,
}

/// How the line dialogue takes an action.
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
