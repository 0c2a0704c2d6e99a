//! The kinds of texts that are searched: their word, what a reason says before one, and what each is worth.

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
    pub(in crate::search) fn label(self) -> &'static str {
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
}

/// What a word is worth in a field, in per cent, weightiest first; of fields that share a place one stands
/// for all.
pub(in crate::search) const WEIGHTS: [(Field, u32); 14] = [
    (Field::Title, 100),
    (Field::Alias, 97),
    (Field::Native, 97),
    (Field::Acronym, 97),
    (Field::Publisher, 90),
    (Field::Role, 88),
    (Field::Id, 88),
    (Field::Keyword, 62),
    (Field::Date, 60),
    (Field::Tag, 56),
    (Field::Summary, 50),
    (Field::Claim, 44),
    (Field::Linked, 40),
    (Field::Address, 15),
];

/// Whether a field tells what a record is called.
pub(in crate::search) const fn is_strong(field: Field) -> bool {
    place(field) <= place(Field::Id)
}

/// The place of a field in the order of the weights. Several fields of one weight share a place, since a
/// place has four bits wherever one is kept.
pub(in crate::search) const fn place(field: Field) -> u8 {
    match field {
        Field::Title => 0,
        Field::Alias => 1,
        Field::Native => 2,
        Field::Acronym => 3,
        Field::Publisher | Field::Author => 4,
        // A role is often a sentence, of which a word says less than one of a name.
        Field::Role => 5,
        Field::Id => 6,
        Field::Keyword => 7,
        Field::Date => 8,
        Field::Tag | Field::Technique => 9,
        Field::Summary | Field::Note | Field::Why | Field::Change | Field::Handling => 10,
        Field::Claim => 11,
        Field::Linked
        | Field::Relation
        | Field::Say
        | Field::Country
        | Field::Language
        | Field::Type
        | Field::Status => 12,
        Field::Part | Field::Address | Field::Copy | Field::Hash => 13,
    }
}

/// The field at a place in the order of the weights.
pub(in crate::search) fn field_at(at: u8) -> Field {
    WEIGHTS.get(usize::from(at)).map_or(Field::Address, |(field, _)| *field)
}

/// What a word is worth in the field at a place, in per cent.
#[inline]
pub(in crate::search) fn weight(place: u8) -> u32 {
    WEIGHTS.get(usize::from(place)).map_or(0, |(_, weight)| *weight)
}

/// The most that a word of this worth is worth in running text.
pub(in crate::search) fn best_in_text(worth: u32) -> u32 {
    let weak = WEIGHTS.iter().filter(|(field, _)| !is_strong(*field)).map(|(_, weight)| *weight);
    worth * weak.max().unwrap_or_default() / 100
}
