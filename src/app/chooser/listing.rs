//! Which lists there are, and what a row of one is.

use crate::action::{Action, Context};
use crate::app::Setting;
use crate::library::ItemId;
use crate::text::DisplayText;

/// Which list it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Listing {
    /// Keys and signs.
    Help,
    /// Actions by name.
    Palette,
    /// Briefs to read.
    Briefs,
    /// Places that were opened.
    Trail,
    /// Judgements.
    Judgements,
    /// What is not known.
    Gaps,
    /// Answers to have ready.
    Questions,
    /// Findings of the checker.
    Problems,
    /// Bookmarks.
    Bookmarks,
    /// What can be set.
    Settings,
}

impl Listing {
    /// Its title.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Help => "Keys and signs",
            Self::Palette => "Actions",
            Self::Briefs => "Briefs",
            Self::Trail => "Trail",
            Self::Judgements => "Judgements",
            Self::Gaps => "Not known",
            Self::Questions => "Questions",
            Self::Problems => "Problems",
            Self::Bookmarks => "Bookmarks",
            Self::Settings => "Settings",
        }
    }

    /// What stands before the field in which it is narrowed down.
    #[must_use]
    pub fn prompt(self) -> &'static str {
        match self {
            Self::Help => " ? ",
            Self::Palette => " : ",
            Self::Briefs
            | Self::Trail
            | Self::Judgements
            | Self::Gaps
            | Self::Questions
            | Self::Problems
            | Self::Bookmarks
            | Self::Settings => " ",
        }
    }

    /// The context that its keys are read in: nothing is typed where the briefs are chosen.
    #[must_use]
    pub fn context(self) -> Context {
        match self {
            Self::Briefs => Context::Briefs,
            Self::Help
            | Self::Palette
            | Self::Trail
            | Self::Judgements
            | Self::Gaps
            | Self::Questions
            | Self::Problems
            | Self::Bookmarks
            | Self::Settings => Context::Chooser,
        }
    }

    /// The word for what Enter does with a row.
    #[must_use]
    pub fn verb(self) -> &'static str {
        match self {
            Self::Help | Self::Palette => "run",
            Self::Briefs => "read",
            Self::Trail | Self::Bookmarks => "go there",
            Self::Judgements | Self::Gaps | Self::Questions | Self::Problems => "open",
            Self::Settings => "change",
        }
    }

    /// What is said where it has no rows.
    #[must_use]
    pub fn nothing(self) -> &'static str {
        match self {
            Self::Help | Self::Palette | Self::Settings => "nothing here",
            Self::Briefs => "no brief is loaded",
            Self::Trail => "nothing was opened yet; what is opened or found will stand here",
            Self::Judgements => "no brief here holds a judgement",
            Self::Gaps => "no gap is named, and none was found",
            Self::Questions => "no brief here holds an answer to have ready",
            Self::Problems => "no findings",
            Self::Bookmarks => "no bookmark yet",
        }
    }

    /// Whether rows are actions, with their keys.
    #[must_use]
    pub fn is_of_actions(self) -> bool {
        matches!(self, Self::Help | Self::Palette)
    }

    /// Whether rows are records: those of the one brief that is read, where one is, with the page of
    /// the chosen one beside or below them.
    #[must_use]
    pub fn is_of_records(self) -> bool {
        matches!(self, Self::Judgements | Self::Gaps | Self::Questions)
    }

    /// Whether a row is a sentence, which stands in as many lines as it takes.
    #[must_use]
    pub fn wraps(self) -> bool {
        self.is_of_records() || self == Self::Help
    }

    /// Whether rows say less than there is to say, so that the chosen one stands in full below.
    #[must_use]
    pub fn has_preview(self) -> bool {
        self == Self::Problems
    }
}

/// What choosing a row does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Nothing: the row only tells.
    Nothing,
    /// An action.
    Act(Action),
    /// Going to an item.
    Go(ItemId),
    /// Reading one brief, or all together.
    Brief(Option<ItemId>),
    /// Going to a place of the trail, by its number there.
    Visit(usize),
    /// Changing a setting to its next value; the list stays.
    Set(Setting),
    /// Nothing that the reader could open: a finding outside all records.
    Finding,
}

impl Choice {
    /// The item that it goes to.
    #[must_use]
    pub fn item(&self) -> Option<ItemId> {
        match self {
            Self::Go(item) => Some(*item),
            Self::Nothing
            | Self::Act(_)
            | Self::Brief(_)
            | Self::Visit(_)
            | Self::Set(_)
            | Self::Finding => None,
        }
    }
}

/// A row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is; typing narrows down by this.
    pub text: DisplayText,
    /// What is said of it in rows of its own below it.
    pub below: DisplayText,
    /// What stands before it in a column of its own: a sign that is explained, a place in a file.
    pub lead: DisplayText,
    /// What is said of it at the right end.
    pub detail: DisplayText,
    /// More words that it is found by, where they are not drawn or not in full.
    pub words: DisplayText,
    /// The heading it stands under; the same in a row are one group.
    pub group: DisplayText,
    /// What choosing it does.
    pub choice: Choice,
    /// Why it cannot be chosen now.
    pub unavailable: Option<DisplayText>,
    /// Of a finding: its number, whatever choosing does.
    pub finding: Option<usize>,
}

impl Entry {
    /// A row of a text and nothing else.
    #[must_use]
    pub fn new(text: impl Into<DisplayText>, choice: Choice) -> Self {
        Self {
            text: text.into(),
            below: DisplayText::default(),
            lead: DisplayText::default(),
            detail: DisplayText::default(),
            words: DisplayText::default(),
            group: DisplayText::default(),
            choice,
            unavailable: None,
            finding: None,
        }
    }

    /// The same under a heading.
    #[must_use]
    pub fn under(self, group: impl Into<DisplayText>) -> Self {
        Self { group: group.into(), ..self }
    }

    /// The same with something at the right end.
    #[must_use]
    pub fn with_detail(self, detail: impl Into<DisplayText>) -> Self {
        Self { detail: detail.into(), ..self }
    }
}
