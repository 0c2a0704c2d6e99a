//! Every table with its keys.

use super::{Header, Key, Shape, Table};
use crate::brief::{
    Access, ActorKind, AkaRelation, Aspect, Attribution, BriefStatus, EventStatus, EventType,
    PublisherKind, Word,
};

const fn must(name: &'static str, shape: Shape, meaning: &'static str) -> Key {
    Key { name, shape, required: true, meaning }
}

const fn may(name: &'static str, shape: Shape, meaning: &'static str) -> Key {
    Key { name, shape, required: false, meaning }
}

const TLP: Key = may("tlp", Shape::Marking, "marking of its own; not above the brief's");
const SHORT_PUBLISHER: Key =
    may("short", Shape::Text, "short name for the card, at most 16 columns");
const SHORT_ACTOR: Key =
    may("short", Shape::Text, "short name for rows and lists, at most 20 columns");
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
        may("short", Shape::Text, "one word for rows of the timeline, at most 7 columns"),
        may("short-title", Shape::Text, "title for headers and lists, at most 30 columns"),
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
        SHORT_PUBLISHER,
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
        SHORT_ACTOR,
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
        may(
            "disputes",
            Shape::Ids("claim"),
            "claims of the same event and question that cannot be true with it; either may say so",
        ),
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
        may(
            "confidence",
            Shape::Confidence,
            "how sure the author is that it happened as the title says: low, moderate, high",
        ),
        may(
            "when-confidence",
            Shape::Confidence,
            "how sure the author is of the date as written; missing is the same as `confidence`",
        ),
        may(
            "confidence-why",
            Shape::Prose,
            "why; the first sentence stands by itself below the card",
        ),
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
        may("on", Shape::Id("event"), "the event whose question it answers"),
        may("about", Shape::Word(Aspect::ENTRIES), "the question that it answers"),
        may("value", Shape::Text, "the answer in a few words, read after a colon"),
        may("likelihood", Shape::Likelihood, "one of the seven ICD 203 terms"),
        CONFIDENCE,
        may("basis", Shape::Ids("event or claim"), "what it rests on"),
        may("against", Shape::Ids("claim"), "claims that speak against it"),
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

pub(crate) const SYNONYMS: Table = Table {
    name: "synonyms",
    written: "[[synonyms]]",
    one: "a group of synonyms",
    noun: "group of synonyms",
    header: Header::Many,
    registry: true,
    meaning: "words that people use for one another when they search; nothing shows them",
    keys: &[must(
        "words",
        Shape::Texts,
        "two or more; of several words, as `death toll`, what was typed counts",
    )],
};

/// Every table at the top of a file, in the order in which they are described.
pub(crate) const TABLES: &[&Table] = &[
    &BRIEF, &PUBLISHER, &SOURCE, &ACTOR, &PLACE, &EVENT, &LINK, &JUDGEMENT, &GAP, &QUESTION,
    &CHANGE, &TECHNIQUE, &SYNONYMS,
];
