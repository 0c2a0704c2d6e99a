//! The kinds of texts that are searched: their word, what a reason says before one, and their weight's
//! place.

/// Where the best match of a hit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// Title or name.
    Title,
    /// Another spelling.
    Alias,
    /// A name in its own script.
    Native,
    /// An id.
    Id,
    /// What a person or a program is: `Prime Minister of Albania`, `Wiper`.
    Role,
    /// Initials.
    Acronym,
    /// A date.
    Date,
    /// Summary, bottom line, answer.
    Summary,
    /// A claim.
    Claim,
    /// A keyword.
    Keyword,
    /// A tag.
    Tag,
    /// A publisher.
    Publisher,
    /// A place or another linked name.
    Linked,
    /// Who wrote it.
    Author,
    /// An ATT&CK technique with its id and its name.
    Technique,
    /// A remark on a source.
    Note,
    /// Why the author is that sure, or gives that letter.
    Why,
    /// What a revision changed.
    Change,
    /// How it is to be handled.
    Handling,
    /// Somebody with the part that they have in an event: `Edi Rama, guest`.
    Part,
    /// A relation to another actor.
    Relation,
    /// How a name is said.
    Say,
    /// A country.
    Country,
    /// The language of a source.
    Language,
    /// The type of an event, the kind of an actor.
    Type,
    /// Whether an event is planned, not confirmed or called off.
    Status,
    /// An address on the web.
    Address,
    /// The name of a copy.
    Copy,
    /// The hash of a copy.
    Hash,
}

impl Field {
    /// The word for it in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Alias => "alias",
            Self::Native => "native",
            Self::Id => "id",
            Self::Role => "role",
            Self::Acronym => "acronym",
            Self::Date => "date",
            Self::Summary => "summary",
            Self::Claim => "claim",
            Self::Keyword => "keyword",
            Self::Tag => "tag",
            Self::Publisher => "publisher",
            Self::Linked => "linked",
            Self::Author => "author",
            Self::Technique => "technique",
            Self::Note => "note",
            Self::Why => "why",
            Self::Change => "change",
            Self::Handling => "handling",
            Self::Part => "part",
            Self::Relation => "relation",
            Self::Say => "say",
            Self::Country => "country",
            Self::Language => "language",
            Self::Type => "type",
            Self::Status => "status",
            Self::Address => "address",
            Self::Copy => "copy",
            Self::Hash => "hash",
        }
    }

    /// What a reason says before its text.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Title => "title: ",
            Self::Alias => "alias: ",
            Self::Native => "name: ",
            Self::Id => "id: ",
            Self::Role => "role: ",
            Self::Acronym => "initials of ",
            Self::Date => "date: ",
            Self::Summary => "summary: ",
            Self::Claim => "claim: ",
            Self::Keyword => "keyword: ",
            Self::Tag => "tag: ",
            Self::Publisher => "publisher: ",
            Self::Linked => "names ",
            Self::Author => "author: ",
            Self::Technique => "technique: ",
            Self::Note => "note: ",
            Self::Why => "why: ",
            Self::Change => "change: ",
            Self::Handling => "handling: ",
            Self::Part => "part: ",
            Self::Relation => "relation: ",
            Self::Say => "said: ",
            Self::Country => "country: ",
            Self::Language => "language: ",
            Self::Type => "type: ",
            Self::Status => "status: ",
            Self::Address => "address: ",
            Self::Copy => "copy: ",
            Self::Hash => "SHA-256: ",
        }
    }

    /// The place of its weight among the weights, weightiest first; several fields of one weight share
    /// a place, since a place has four bits wherever one is kept.
    pub(super) const fn place(self) -> u8 {
        match self {
            Self::Title => 0,
            Self::Alias => 1,
            Self::Native => 2,
            Self::Acronym => 3,
            Self::Role => 4,
            Self::Publisher | Self::Author => 5,
            Self::Id => 6,
            Self::Keyword => 7,
            Self::Date => 8,
            Self::Tag | Self::Technique => 9,
            Self::Summary | Self::Note | Self::Why | Self::Change | Self::Handling => 10,
            Self::Claim => 11,
            Self::Linked
            | Self::Relation
            | Self::Say
            | Self::Country
            | Self::Language
            | Self::Type
            | Self::Status => 12,
            Self::Part | Self::Address | Self::Copy | Self::Hash => 13,
        }
    }
}
