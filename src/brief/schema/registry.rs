//! Records that several briefs can share: a registry file may hold them.

use super::instead;
use crate::brief::context::Context;
use crate::brief::form::{
    self, Address, AttackId, Citations, Country, Degrees, Field, Flag, Held, Id, Language, Line,
    Names, OneOf, OneOrMore, Placed, RecordId, Records, Several, Sha256, Target, Verbatim,
};
use crate::brief::reading::{Reading, Record};
use crate::brief::record::{hyphenated, record};
use crate::brief::shape::{Header, Key, Table};
use crate::brief::{
    Access, ActorKind, AkaRelation, Amount, Marking, Prose, PublisherKind, Reliability, When,
};
use crate::diag::Span;

record! {
    /// what holds for every source of the file that does not say otherwise
    Defaults = DEFAULTS {
        name: "defaults",
        written: "[defaults]",
        one: "a table of defaults",
        noun: "table of defaults",
        header: One,
        registry: true,
    }
    /// language of the documents (BCP 47)
    language as "lang": Option<Language>,
    /// how they could be reached
    access: Option<OneOf<Access>>,
}

record! {
    /// who publishes sources
    Publisher = PUBLISHER {
        name: "publisher",
        written: "[publisher.ID]",
        one: "a publisher",
        noun: "publisher",
        header: Keyed by RecordId,
        registry: true,
    }
    /// name
    name: Line => instead::title,
    /// short name for the card, at most 16 columns
    short: Option<Placed<Line>>,
    /// kind of house
    kind: Option<OneOf<PublisherKind>>,
    /// A to F (STANAG 2511); missing is F
    reliability: Option<Reliability>,
    /// the actor that the publisher itself is
    actor: Option<Id<Actor>>,
    /// other spellings; they never merge anything
    aliases: Vec<Line>,
}

record! {
    /// one document
    Source = SOURCE {
        name: "source",
        written: "[source.ID]",
        one: "a source",
        noun: "source",
        header: Keyed by RecordId,
        registry: true,
    }
    /// title
    title: Line => instead::title,
    /// who published it; of a joint document each of them
    publisher: OneOrMore<Id<Publisher>>,
    /// who wrote it
    author: Option<Line>,
    /// when it was published
    published: Option<Placed<When>>,
    /// when it was last changed
    updated: Option<When>,
    /// when it was read for the brief
    retrieved: Option<When>,
    /// address
    url: Option<Address>,
    /// address of an archived copy
    archive_url: Option<Address>,
    /// archived copy beside the brief
    file: Option<Placed<Verbatim>>,
    /// hash of that copy
    sha256: Option<Placed<Sha256>>,
    /// language of the document (BCP 47)
    language as "lang": Option<Language>,
    /// how it could be reached
    access: Option<OneOf<Access>>,
    /// the sources it repeats
    derived_from: Vec<Id<Source>>,
    /// of this document, if not its publisher's
    reliability: Option<Reliability>,
    /// why that reliability
    reliability_why: Option<Box<Prose>>,
    /// whether it was withdrawn
    withdrawn: Flag,
    /// why it was withdrawn
    withdrawn_why: Option<Box<Prose>>,
    /// why it should no longer be referred to
    deprecated: Option<Box<Prose>>,
    /// the one to refer to in its place
    replaced_by: Option<Id<Source>>,
    /// a remark
    note: Option<Box<Prose>>,
    /// marking of its own; not above the brief's
    marking as "tlp": Option<Placed<Marking>>,
    /// words for the search, not shown by default
    keywords: Vec<Line>,
}

record! {
    /// a name that somebody gives an actor: a sourced claim that merges nothing
    Aka = AKA {
        name: "aka",
        written: "[[actor.ID.aka]]",
        one: "an aka",
        noun: "aka",
        header: Many,
        registry: true,
    }
    /// the name
    name: Line,
    /// who uses it
    by: Vec<Id<Actor>>,
    /// how the name relates to the actor
    relation as "as": OneOf<AkaRelation>,
    /// whether the actor has taken the name for itself since; `by` is then who gave it first
    own: Flag,
    /// the sources that say so
    cite: Citations<Source>,
}

record! {
    /// who or what takes part
    Actor = ACTOR {
        name: "actor",
        written: "[actor.ID]",
        one: "an actor",
        noun: "actor",
        header: Keyed by RecordId,
        registry: true,
    }
    /// name
    name: Line => instead::title,
    /// short name for rows and lists, at most 20 columns
    short: Option<Placed<Line>>,
    /// kind of actor
    kind: Option<Placed<OneOf<ActorKind>>>,
    /// ISO 3166-1 alpha-2 code
    country: Option<Placed<Country>>,
    /// role at the time
    role: Option<Line>,
    /// other spellings; they never merge anything
    aliases: Vec<Line>,
    /// names in other scripts: BCP 47 tag to native script
    names: Names,
    /// how to say the name
    say: Option<Line>,
    /// what it is part of
    part_of: Vec<Id<Actor>>,
    /// ATT&CK ids
    attack: Vec<AttackId>,
    /// summary
    summary: Option<Prose>,
    /// the sources that say what the summary says
    cite: Citations<Source>,
    /// why it should no longer be referred to
    deprecated: Option<Box<Prose>>,
    /// the one to refer to in its place
    replaced_by: Option<Id<Actor>>,
    /// names that others give
    aka: Records<Aka>,
    /// words for the search, not shown by default
    keywords: Vec<Line>,
    /// marking of its own; not above the brief's
    marking as "tlp": Option<Placed<Marking>>,
}

record! {
    /// where
    PlaceRecord = PLACE {
        name: "place",
        written: "[place.ID]",
        one: "a place",
        noun: "place",
        header: Keyed by RecordId,
        registry: true,
    }
    /// name
    name: Line => instead::title,
    /// ISO 3166-1 alpha-2 code
    country: Option<Placed<Country>>,
    /// other spellings; they never merge anything
    aliases: Vec<Line>,
    /// names in other scripts: BCP 47 tag to native script
    names: Names,
    /// latitude, WGS 84, -90 to 90
    lat: Option<Placed<Degrees<90>>>,
    /// longitude, WGS 84, -180 to 180
    lon: Option<Placed<Degrees<180>>>,
    /// why it should no longer be referred to
    deprecated: Option<Box<Prose>>,
    /// the one to refer to in its place
    replaced_by: Option<Id<PlaceRecord>>,
}

impl PlaceRecord {
    /// Latitude and longitude in ten-thousandths of a degree, where both are known.
    #[must_use]
    pub fn position(&self) -> Option<(i32, i32)> {
        Some((self.lat.as_ref()?.value, self.lon.as_ref()?.value))
    }
}

record! {
    /// the name of an ATT&CK technique
    Technique = TECHNIQUE {
        name: "technique",
        written: "[technique.T1190]",
        one: "a technique",
        noun: "technique",
        header: Keyed by Placed<AttackId>,
        registry: true,
    }
    /// name
    name: Line,
}

record! {
    /// words that people use for one another when they search; nothing shows them
    Synonyms = SYNONYMS {
        name: "synonyms",
        written: "[[synonyms]]",
        one: "a group of synonyms",
        noun: "group of synonyms",
        header: Many,
        registry: true,
    }
    /// two or more; of several words, as `death toll`, what was typed counts
    words: Several<Line>,
}
