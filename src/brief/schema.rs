//! The keys of every table of the format. One table serves the unknown-key check, the missing-key
//! check, the words of type faults and the format page.

use super::{
    Access, ActorKind, AkaRelation, Aspect, Attribution, BriefStatus, EventStatus, EventType,
    PublisherKind, Word,
};

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
    /// A number of degrees.
    Degrees,
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
    /// One of a closed list.
    Word(&'static [(&'static str, &'static str)]),
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
    /// ATT&CK ids.
    AttackIds,
    /// http or https.
    Address,
    /// 64 hexadecimal digits.
    Sha256,
    /// Language tag to name.
    Names,
    /// Role word to actor ids.
    Roles,
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
    TableOfTexts,
    TableOfLists,
    Tables,
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
            | Self::Marking
            | Self::Reliability
            | Self::Likelihood
            | Self::Confidence
            | Self::Country
            | Self::Language
            | Self::Address
            | Self::Sha256 => Syntax::Text,
            Self::Texts | Self::Ids(_) | Self::AttackIds => Syntax::List,
            Self::Integer | Self::Credibility => Syntax::Integer,
            Self::Degrees => Syntax::Number,
            Self::Flag => Syntax::Flag,
            Self::Date => Syntax::Date,
            Self::Names => Syntax::TableOfTexts,
            Self::Roles => Syntax::TableOfLists,
            Self::Records(_) => Syntax::Tables,
        }
    }

    /// What it is, with its article: `a list of source ids`.
    pub(crate) fn phrase(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Text | Self::Prose => ("a text", "", ""),
            Self::Texts => ("a list of texts", "", ""),
            Self::Integer => ("a whole number", "", ""),
            Self::Degrees => ("a number of degrees", "", ""),
            Self::Flag => ("true or false", "", ""),
            Self::Date => ("a date in quotes", "", ""),
            Self::OwnId => ("an id", "", ""),
            Self::Id(kind) => ("the id of one ", kind, ""),
            Self::Ids(kind) => ("a list of ", kind, " ids"),
            Self::Word(_) => ("one word of a list", "", ""),
            Self::Marking => ("a TLP 2.0 label", "", ""),
            Self::Reliability => ("a letter A to F", "", ""),
            Self::Credibility => ("a number 1 to 6", "", ""),
            Self::Likelihood => ("a likelihood term of ICD 203", "", ""),
            Self::Confidence => ("low, moderate or high", "", ""),
            Self::Country => ("a country code of two letters (ISO 3166-1)", "", ""),
            Self::Language => ("a language tag (BCP 47)", "", ""),
            Self::AttackIds => ("a list of ATT&CK ids", "", ""),
            Self::Address => ("an http or https address", "", ""),
            Self::Sha256 => ("64 hexadecimal digits", "", ""),
            Self::Names => ("a table of names by language", "", ""),
            Self::Roles => ("a table of lists of actor ids by role", "", ""),
            Self::Records(_) => ("a list of tables", "", ""),
        }
    }

    /// What to write behind `key = `.
    pub(crate) fn pattern(self) -> &'static str {
        match self.syntax() {
            Syntax::Text => "\"…\"",
            Syntax::Integer => "1",
            Syntax::Number => "41.33",
            Syntax::Flag => "true",
            Syntax::Date => "\"2022-07-15\"",
            Syntax::List => "[\"…\"]",
            Syntax::TableOfTexts => "{ he = \"…\" }",
            Syntax::TableOfLists => "{ target = [\"…\"] }",
            Syntax::Tables => "[{ … }]",
        }
    }
}

/// One key of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) shape: Shape,
    pub(crate) required: bool,
    pub(crate) meaning: &'static str,
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

const fn must(name: &'static str, shape: Shape, meaning: &'static str) -> Key {
    Key { name, shape, required: true, meaning }
}

const fn may(name: &'static str, shape: Shape, meaning: &'static str) -> Key {
    Key { name, shape, required: false, meaning }
}

const TLP: Key = may("tlp", Shape::Marking, "marking of its own; not above the brief's");
const KEYWORDS: Key = may("keywords", Shape::Texts, "words for the search, not shown by default");
const CITE: Key = may("cite", Shape::Ids("source"), "the sources that say so");
const ALIASES: Key = may("aliases", Shape::Texts, "other spellings; they never merge anything");
const NAMES: Key =
    may("names", Shape::Names, "names in other scripts: BCP 47 tag to native script");
const CONFIDENCE: Key =
    may("confidence", Shape::Confidence, "how sure the author is: low, moderate, high");

pub(crate) const BRIEF: Table = Table {
    name: "brief",
    written: "[brief]",
    one: "a brief",
    noun: "brief",
    header: Header::One,
    registry: false,
    meaning: "what the file is",
    keys: &[
        must("id", Shape::OwnId, "name of the brief in references"),
        must("title", Shape::Text, "title"),
        may("bluf", Shape::Prose, "bottom line up front: the answer in a sentence or two"),
        must("tlp", Shape::Marking, "marking; a missing one is read as RED"),
        may("as-of", Shape::Date, "the day the content is as of"),
        may("revision", Shape::Integer, "revision, from 1"),
        may("status", Shape::Word(BriefStatus::ENTRIES), "state of the text"),
        may("authors", Shape::Texts, "who wrote it"),
        may("source-summary", Shape::Prose, "what the sources are and how good"),
        may("handling", Shape::Text, "national markings, as free text"),
        may("supersedes", Shape::Ids("brief"), "briefs that this one replaces"),
    ],
};

pub(crate) const PUBLISHER: Table = Table {
    name: "publisher",
    written: "[publisher.ID]",
    one: "a publisher",
    noun: "publisher",
    header: Header::Keyed,
    registry: true,
    meaning: "who publishes sources",
    keys: &[
        must("name", Shape::Text, "name"),
        may("kind", Shape::Word(PublisherKind::ENTRIES), "kind of house"),
        may("reliability", Shape::Reliability, "A to F (STANAG 2511); missing is F"),
        may("actor", Shape::Id("actor"), "the actor that the publisher itself is"),
        ALIASES,
    ],
};

pub(crate) const SOURCE: Table = Table {
    name: "source",
    written: "[source.ID]",
    one: "a source",
    noun: "source",
    header: Header::Keyed,
    registry: true,
    meaning: "one document",
    keys: &[
        must("title", Shape::Text, "title"),
        may("publisher", Shape::Id("publisher"), "who published it"),
        may("author", Shape::Text, "who wrote it"),
        may("published", Shape::Date, "when it was published"),
        may("updated", Shape::Date, "when it was last changed"),
        may("retrieved", Shape::Date, "when it was read for the brief"),
        may("url", Shape::Address, "address"),
        may("archive-url", Shape::Address, "address of an archived copy"),
        may("file", Shape::Text, "archived copy beside the brief"),
        may("sha256", Shape::Sha256, "hash of that copy"),
        may("lang", Shape::Language, "language of the document (BCP 47)"),
        may("access", Shape::Word(Access::ENTRIES), "how it could be reached"),
        may("derived-from", Shape::Ids("source"), "the sources it repeats"),
        may("reliability", Shape::Reliability, "of this document, if not its publisher's"),
        may("reliability-why", Shape::Prose, "why that reliability"),
        may("withdrawn", Shape::Flag, "whether it was withdrawn"),
        may("withdrawn-why", Shape::Prose, "why it was withdrawn"),
        may("note", Shape::Prose, "a remark"),
        TLP,
        KEYWORDS,
    ],
};

pub(crate) const AKA: Table = Table {
    name: "aka",
    written: "[[actor.ID.aka]]",
    one: "an aka",
    noun: "aka",
    header: Header::Many,
    registry: true,
    meaning: "a name that somebody gives an actor: a sourced claim that merges nothing",
    keys: &[
        must("name", Shape::Text, "the name"),
        may("by", Shape::Ids("actor"), "who uses it"),
        must("as", Shape::Word(AkaRelation::ENTRIES), "how the name relates to the actor"),
        CITE,
    ],
};

pub(crate) const ACTOR: Table = Table {
    name: "actor",
    written: "[actor.ID]",
    one: "an actor",
    noun: "actor",
    header: Header::Keyed,
    registry: true,
    meaning: "who or what takes part",
    keys: &[
        must("name", Shape::Text, "name"),
        may("kind", Shape::Word(ActorKind::ENTRIES), "kind of actor"),
        may("country", Shape::Country, "ISO 3166-1 alpha-2 code"),
        may("role", Shape::Text, "role at the time"),
        ALIASES,
        NAMES,
        may("say", Shape::Text, "how to say the name"),
        may("part-of", Shape::Ids("actor"), "what it is part of"),
        may("attack", Shape::AttackIds, "ATT&CK ids"),
        may("summary", Shape::Prose, "summary"),
        may("aka", Shape::Records(&AKA), "names that others give"),
        KEYWORDS,
        TLP,
    ],
};

pub(crate) const PLACE: Table = Table {
    name: "place",
    written: "[place.ID]",
    one: "a place",
    noun: "place",
    header: Header::Keyed,
    registry: true,
    meaning: "where",
    keys: &[
        must("name", Shape::Text, "name"),
        may("country", Shape::Country, "ISO 3166-1 alpha-2 code"),
        ALIASES,
        NAMES,
        may("lat", Shape::Degrees, "latitude, WGS 84, -90 to 90"),
        may("lon", Shape::Degrees, "longitude, WGS 84, -180 to 180"),
    ],
};

pub(crate) const TECHNIQUE: Table = Table {
    name: "technique",
    written: "[technique.T1190]",
    one: "a technique",
    noun: "technique",
    header: Header::Keyed,
    registry: true,
    meaning: "the name of an ATT&CK technique",
    keys: &[must("name", Shape::Text, "name")],
};

pub(crate) const CLAIM: Table = Table {
    name: "claim",
    written: "[[event.claim]]",
    one: "a claim",
    noun: "claim",
    header: Header::Many,
    registry: false,
    meaning: "what somebody says about the event above it",
    keys: &[
        must("id", Shape::OwnId, "id, in one space with events and judgements"),
        must("text", Shape::Prose, "what is said, in a sentence"),
        may("about", Shape::Word(Aspect::ENTRIES), "what it is about"),
        may("value", Shape::Text, "the short form for the side-by-side view"),
        may("by", Shape::Ids("actor"), "who asserts it"),
        may("attribution", Shape::Word(Attribution::ENTRIES), "on what ground an act is ascribed"),
        may("to", Shape::Ids("actor"), "to whom it is ascribed"),
        CITE,
        may("credibility", Shape::Credibility, "1 to 6 (STANAG 2511)"),
        may("disputes", Shape::Ids("claim"), "claims that it contradicts"),
        may("when", Shape::Date, "when the claim was made"),
    ],
};

pub(crate) const EVENT: Table = Table {
    name: "event",
    written: "[[event]]",
    one: "an event",
    noun: "event",
    header: Header::Many,
    registry: false,
    meaning: "what happened; file order breaks ties on one day",
    keys: &[
        must("id", Shape::OwnId, "id, in one space with claims and judgements"),
        must("title", Shape::Text, "title"),
        must("when", Shape::Date, "when"),
        must("type", Shape::Word(EventType::ENTRIES), "type"),
        may("status", Shape::Word(EventStatus::ENTRIES), "whether it took place"),
        may("reported", Shape::Date, "when the public or the victim learnt of it"),
        may("summary", Shape::Prose, "summary"),
        may("roles", Shape::Roles, "who took part as what"),
        may("places", Shape::Ids("place"), "where"),
        CITE,
        CONFIDENCE,
        may("confidence-why", Shape::Prose, "why"),
        may("tags", Shape::Texts, "tags"),
        may("attack", Shape::AttackIds, "ATT&CK ids"),
        may("claim", Shape::Records(&CLAIM), "claims about it"),
        KEYWORDS,
        TLP,
    ],
};

pub(crate) const LINK: Table = Table {
    name: "link",
    written: "[[link]]",
    one: "a link",
    noun: "link",
    header: Header::Many,
    registry: false,
    meaning: "a relation between two actors",
    keys: &[
        must("from", Shape::Id("actor"), "from which actor"),
        must("type", Shape::Text, "the word for the relation, as `attributed-to`"),
        must("to", Shape::Id("actor"), "to which actor"),
        CITE,
        CONFIDENCE,
        may("when", Shape::Date, "when it held"),
    ],
};

pub(crate) const JUDGEMENT: Table = Table {
    name: "judgement",
    written: "[[judgement]]",
    one: "a judgement",
    noun: "judgement",
    header: Header::Many,
    registry: false,
    meaning: "what the author concludes",
    keys: &[
        must("id", Shape::OwnId, "id, in one space with events and claims"),
        must("text", Shape::Prose, "the judgement, in a sentence without likelihood words"),
        may("likelihood", Shape::Likelihood, "one of the seven ICD 203 terms"),
        CONFIDENCE,
        may("basis", Shape::Ids("event or claim"), "what it rests on"),
    ],
};

pub(crate) const GAP: Table = Table {
    name: "gap",
    written: "[[gap]]",
    one: "a gap",
    noun: "gap",
    header: Header::Many,
    registry: false,
    meaning: "what is not known",
    keys: &[
        must("text", Shape::Prose, "what is not known"),
        may("on", Shape::Ids("event or claim"), "what it concerns"),
    ],
};

pub(crate) const QUESTION: Table = Table {
    name: "qa",
    written: "[[qa]]",
    one: "a qa card",
    noun: "qa card",
    header: Header::Many,
    registry: false,
    meaning: "an \"if asked\" card for the meeting",
    keys: &[
        must("question", Shape::Text, "the question"),
        must("answer", Shape::Prose, "the answer"),
        may("basis", Shape::Ids("event or claim"), "what it rests on"),
    ],
};

pub(crate) const CHANGE: Table = Table {
    name: "change",
    written: "[[change]]",
    one: "a change",
    noun: "change",
    header: Header::Many,
    registry: false,
    meaning: "history of the content",
    keys: &[
        must("revision", Shape::Integer, "revision, from 1"),
        must("date", Shape::Date, "day of the change"),
        must("text", Shape::Prose, "what changed"),
    ],
};

/// Every table at the top of a file, in the order in which they are described.
pub(crate) const TABLES: &[&Table] = &[
    &BRIEF, &PUBLISHER, &SOURCE, &ACTOR, &PLACE, &EVENT, &LINK, &JUDGEMENT, &GAP, &QUESTION,
    &CHANGE, &TECHNIQUE,
];

/// The table with this word in its header.
pub(crate) fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().copied().find(|table| table.name == name)
}
