//! What the format says of a table and of its keys: the words of findings, the format page and the JSON
//! Schema come out of it. The tables themselves are declared in `schema`.

use super::{Confidence, Likelihood, Marking, Reliability, Word};

/// What may stand behind a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// One line of text.
    Text,
    /// Running text with citations and links.
    Prose,
    /// Several texts.
    Texts,
    /// A whole number.
    Integer,
    /// A number of degrees, at most so many on both sides of zero.
    Degrees(u8),
    /// `true` or `false`.
    Flag,
    /// EDTF.
    Date,
    /// The record's own id.
    OwnId,
    /// The id of one record of a kind.
    Id(&'static str),
    /// Ids of records of a kind.
    Ids(&'static str),
    /// The id of one record of a kind, or a list of them.
    OneOrMoreIds(&'static str),
    /// One of a closed list.
    Word(&'static [(&'static str, &'static str)]),
    /// One of a list that authors may add to.
    OpenWord(&'static [(&'static str, &'static str)]),
    /// TLP 2.0 label.
    Marking,
    /// Letter A to F.
    Reliability,
    /// Number 1 to 6.
    Credibility,
    /// ICD 203 term.
    Likelihood,
    /// ICD 203 confidence.
    Confidence,
    /// ISO 3166-1 alpha-2.
    Country,
    /// BCP 47.
    Language,
    /// ATT&CK id.
    AttackId,
    /// ATT&CK ids.
    AttackIds,
    /// http or https.
    Address,
    /// 64 hexadecimal digits.
    Sha256,
    /// Language tag to name.
    Names,
    /// Role word to actor ids.
    Roles(&'static [(&'static str, &'static str)]),
    /// Tables of their own, as `[[event.claim]]`.
    Records(&'static Table),
}

/// How TOML writes a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Syntax {
    Text,
    Integer,
    Number,
    Flag,
    Date,
    List,
    TextOrList,
    TableOfTexts,
    TableOfLists,
    Tables,
}

impl Syntax {
    /// What to write behind `key = `.
    pub(crate) fn pattern(self) -> &'static str {
        match self {
            Self::Text | Self::TextOrList => "\"…\"",
            Self::Integer => "1",
            Self::Number => "41.33",
            Self::Flag => "true",
            Self::Date => "\"2022-07-15\"",
            Self::List => "[\"…\"]",
            Self::TableOfTexts => "{ he = \"…\" }",
            Self::TableOfLists => "{ target = [\"…\"] }",
            Self::Tables => "[{ … }]",
        }
    }
}

impl Shape {
    /// How TOML writes it.
    pub(crate) fn syntax(self) -> Syntax {
        match self {
            Self::Text
            | Self::Prose
            | Self::OwnId
            | Self::Id(_)
            | Self::Word(_)
            | Self::OpenWord(_)
            | Self::Marking
            | Self::Reliability
            | Self::Likelihood
            | Self::Confidence
            | Self::Country
            | Self::Language
            | Self::AttackId
            | Self::Address
            | Self::Sha256 => Syntax::Text,
            Self::Texts | Self::Ids(_) | Self::AttackIds => Syntax::List,
            Self::OneOrMoreIds(_) => Syntax::TextOrList,
            Self::Integer | Self::Credibility => Syntax::Integer,
            Self::Degrees(_) => Syntax::Number,
            Self::Flag => Syntax::Flag,
            Self::Date => Syntax::Date,
            Self::Names => Syntax::TableOfTexts,
            Self::Roles(_) => Syntax::TableOfLists,
            Self::Records(_) => Syntax::Tables,
        }
    }

    /// The words of the format that it has, and whether authors may add to them.
    pub(crate) fn words(self) -> Option<(&'static [(&'static str, &'static str)], bool)> {
        match self {
            Self::Word(entries) => Some((entries, false)),
            Self::OpenWord(entries) | Self::Roles(entries) => Some((entries, true)),
            Self::Text
            | Self::Prose
            | Self::Texts
            | Self::Integer
            | Self::Degrees(_)
            | Self::Flag
            | Self::Date
            | Self::OwnId
            | Self::Id(_)
            | Self::Ids(_)
            | Self::OneOrMoreIds(_)
            | Self::Marking
            | Self::Reliability
            | Self::Credibility
            | Self::Likelihood
            | Self::Confidence
            | Self::Country
            | Self::Language
            | Self::AttackId
            | Self::AttackIds
            | Self::Address
            | Self::Sha256
            | Self::Names
            | Self::Records(_) => None,
        }
    }

    /// The words that may stand there, of the format or of a standard, with their meanings.
    pub(crate) fn entries(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Word(entries) | Self::OpenWord(entries) | Self::Roles(entries) => entries,
            Self::Marking => Marking::ENTRIES,
            Self::Reliability => Reliability::ENTRIES,
            Self::Likelihood => Likelihood::ENTRIES,
            Self::Confidence => Confidence::ENTRIES,
            Self::Text
            | Self::Prose
            | Self::Texts
            | Self::Integer
            | Self::Degrees(_)
            | Self::Flag
            | Self::Date
            | Self::OwnId
            | Self::Id(_)
            | Self::Ids(_)
            | Self::OneOrMoreIds(_)
            | Self::Credibility
            | Self::Country
            | Self::Language
            | Self::AttackId
            | Self::AttackIds
            | Self::Address
            | Self::Sha256
            | Self::Names
            | Self::Records(_) => &[],
        }
    }

    /// What it is, with its article: `a list of source ids`.
    pub(crate) fn phrase(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Text => ("a text", "", ""),
            Self::Prose => ("a text with citations and links", "", ""),
            Self::Texts => ("a list of texts", "", ""),
            Self::Integer => ("a whole number", "", ""),
            Self::Degrees(_) => ("a number of degrees", "", ""),
            Self::Flag => ("true or false", "", ""),
            Self::Date => ("a date in quotes", "", ""),
            Self::OwnId => ("an id", "", ""),
            Self::Id(kind) => ("the id of one ", kind, ""),
            Self::Ids(kind) => ("a list of ", kind, " ids"),
            Self::OneOrMoreIds(kind) => ("the id of one ", kind, ", or a list of them"),
            Self::Word(_) => ("one word of a list", "", ""),
            Self::OpenWord(_) => ("a word of a list or one of your own with `x-`", "", ""),
            Self::Marking => ("a TLP 2.0 label", "", ""),
            Self::Reliability => ("a letter A to F", "", ""),
            Self::Credibility => ("a number 1 to 6", "", ""),
            Self::Likelihood => ("a likelihood term of ICD 203", "", ""),
            Self::Confidence => ("low, moderate or high", "", ""),
            Self::Country => ("a country code of two letters (ISO 3166-1)", "", ""),
            Self::Language => ("a language tag (BCP 47)", "", ""),
            Self::AttackId => ("an ATT&CK id", "", ""),
            Self::AttackIds => ("a list of ATT&CK ids", "", ""),
            Self::Address => ("an http or https address", "", ""),
            Self::Sha256 => ("64 hexadecimal digits", "", ""),
            Self::Names => ("a table of names by language", "", ""),
            Self::Roles(_) => ("a table of lists of actor ids by role", "", ""),
            Self::Records(_) => ("a list of tables", "", ""),
        }
    }

    /// What to write behind `key = `.
    pub(crate) fn pattern(self) -> &'static str {
        self.syntax().pattern()
    }
}

/// One key of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) shape: Shape,
    pub(crate) required: bool,
    /// Whether nothing can be made of a record without it.
    pub(crate) essential: bool,
    pub(crate) meaning: &'static str,
}

impl Key {
    /// The table whose records stand behind it.
    pub(crate) fn records(&self) -> Option<&'static Table> {
        let Shape::Records(inner) = self.shape else { return None };
        Some(inner)
    }
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Header {
    /// `[brief]`
    One,
    /// `[actor.ID]`
    Keyed,
    /// `[[event]]`
    Many,
}

/// One kind of table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Table {
    /// The word in the header.
    pub(crate) name: &'static str,
    /// The header as it is written.
    pub(crate) written: &'static str,
    /// With its article: `an event`.
    pub(crate) one: &'static str,
    /// For people: `event`.
    pub(crate) noun: &'static str,
    pub(crate) header: Header,
    /// What the id in the header is, where one stands there.
    pub(crate) header_id: Option<Shape>,
    /// Whether a registry file may hold it.
    pub(crate) registry: bool,
    pub(crate) meaning: &'static str,
    pub(crate) keys: &'static [Key],
}

impl Table {
    pub(crate) fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}
