//! What a line is made of: texts, signs and links.

use crate::library::{ItemId, Marking};
use crate::text::DisplayText;

/// How a text is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Ordinary.
    Text,
    /// Less important: a tag, who denies it, what is said otherwise.
    Quiet,
    /// More important.
    Strong,
    /// The name of a row or of a part.
    Label,
    /// A link.
    Link,
    /// A key.
    Key,
    /// A strong answer: HIGH, very likely, almost certain.
    Answer,
    /// What speaks against it: DISPUTED and its sign, not confirmed.
    Against,
    /// A grade.
    Grade,
    /// A marking.
    Marking(Marking),
    /// Something to be careful about.
    Warning,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// Text, shown as it is.
    Text {
        /// The text.
        text: DisplayText,
        /// How it is meant.
        tone: Tone,
    },
    /// Text that gives way first in a row that has no room for all; elsewhere as any other.
    Elastic {
        /// The text.
        text: DisplayText,
        /// How it is meant.
        tone: Tone,
    },
    /// A sign of the program.
    Sign {
        /// Which one.
        sign: Sign,
        /// How it is meant.
        tone: Tone,
    },
    /// The number of the link to an item.
    Number(ItemId),
    /// A name that is itself the link to an item.
    Name {
        /// The item.
        item: ItemId,
        /// Its name.
        text: DisplayText,
    },
    /// A question, which is answered among the questions; it is no link of the page.
    Question {
        /// The question.
        item: ItemId,
        /// Its words.
        text: DisplayText,
    },
}

/// The parts of a line or a paragraph, one after the other.
pub type Runs = Vec<Run>;

impl Run {
    /// Text in a tone.
    #[must_use]
    pub fn new(text: impl Into<DisplayText>, tone: Tone) -> Self {
        Self::Text { text: text.into(), tone }
    }

    /// Ordinary text.
    #[must_use]
    pub fn text(text: impl Into<DisplayText>) -> Self {
        Self::new(text, Tone::Text)
    }

    /// A sign in a tone.
    #[must_use]
    pub fn sign(sign: Sign, tone: Tone) -> Self {
        Self::Sign { sign, tone }
    }

    /// The item that it is the number of.
    #[must_use]
    pub fn number(&self) -> Option<ItemId> {
        match self {
            Self::Number(item) => Some(*item),
            Self::Text { .. }
            | Self::Elastic { .. }
            | Self::Sign { .. }
            | Self::Name { .. }
            | Self::Question { .. } => None,
        }
    }

    /// The same in another tone where it is ordinary text; a link stays a link.
    #[must_use]
    pub fn toned(self, new: Tone) -> Self {
        match self {
            Self::Text { text, tone: Tone::Text } => Self::Text { text, tone: new },
            Self::Elastic { text, tone: Tone::Text } => Self::Elastic { text, tone: new },
            Self::Sign { sign, tone: Tone::Text } => Self::Sign { sign, tone: new },
            other @ (Self::Text { .. }
            | Self::Elastic { .. }
            | Self::Sign { .. }
            | Self::Number(_)
            | Self::Name { .. }
            | Self::Question { .. }) => other,
        }
    }
}

/// A sign that the program itself writes, by what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sign {
    /// Between parts of a row.
    Between,
    /// Before what says otherwise.
    Differs,
    /// Between what is objected and what is told.
    DiffersFrom,
    /// Before a statement that others speak against.
    InDispute,
    /// Before a statement that several origins carry.
    Carried,
    /// Before what two items state alike.
    Same,
}

impl Sign {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Between,
        Self::Differs,
        Self::DiffersFrom,
        Self::InDispute,
        Self::Carried,
        Self::Same,
    ];

    /// For the eye, with the blanks around it.
    #[must_use]
    pub fn glyph(self) -> &'static str {
        match self {
            Self::Between => " · ",
            Self::Differs | Self::InDispute => "≠ ",
            Self::DiffersFrom => " ≠ ",
            Self::Carried | Self::Same => "= ",
        }
    }

    /// For the ear, with the blanks around it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Between => "; ",
            Self::Differs => "differs: ",
            Self::DiffersFrom => " differs from ",
            Self::InDispute => "in dispute: ",
            Self::Carried => "several carry it: ",
            Self::Same => "the same: ",
        }
    }
}
