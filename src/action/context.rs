//! Where keys are read, and where actions can be used.

/// Where an action can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// Everywhere.
    Everywhere,
    /// The linked panes.
    Panes,
    /// The reader pane, before the linked panes.
    Reader,
    /// The page of all briefs: keys act, nothing is typed.
    Briefs,
    /// The search screen: printable keys go to the query.
    Search,
    /// A list to choose from, as the help or the trail: printable keys narrow it down.
    Chooser,
    /// One line to fill in, as a date to go to: printable keys go into it.
    Prompt,
    /// The copy view: plain lines to select by hand.
    Copy,
}

impl Context {
    /// Whether keys that type a character go into a field here.
    #[must_use]
    pub fn takes_text(self) -> bool {
        match self {
            Self::Search | Self::Chooser | Self::Prompt => true,
            Self::Everywhere | Self::Panes | Self::Reader | Self::Briefs | Self::Copy => false,
        }
    }

    /// Every context, outermost first.
    pub const ALL: &[Self] = &[
        Self::Everywhere,
        Self::Panes,
        Self::Reader,
        Self::Briefs,
        Self::Search,
        Self::Chooser,
        Self::Prompt,
        Self::Copy,
    ];

    /// The context that is asked when this one has no use for a key.
    #[must_use]
    pub fn outer(self) -> Option<Self> {
        match self {
            Self::Everywhere => None,
            Self::Reader => Some(Self::Panes),
            Self::Panes
            | Self::Briefs
            | Self::Search
            | Self::Chooser
            | Self::Prompt
            | Self::Copy => Some(Self::Everywhere),
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
            Self::Briefs => "briefs",
            Self::Search => "search",
            Self::Chooser => "chooser",
            Self::Prompt => "prompt",
            Self::Copy => "copy",
        }
    }

    /// Its name in the help.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Everywhere => "Everywhere",
            Self::Panes => "Panes",
            Self::Reader => "Reader",
            Self::Briefs => "Briefs page",
            Self::Search => "Search",
            Self::Chooser => "Lists to choose from",
            Self::Prompt => "Line to fill in",
            Self::Copy => "Copy view",
        }
    }
}
