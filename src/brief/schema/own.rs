//! Records that belong to one brief.

use super::instead;
use crate::brief::context::Context;
use crate::brief::form::{
    self, AttackId, Citations, Count, Field, Held, Id, Line, OneOf, Open, OwnId, Placed, RecordId,
    Records, Roles, Target,
};
use crate::brief::reading::{Reading, Record};
use crate::brief::record::{hyphenated, record};
use crate::brief::shape::{Header, Key, Table};
use crate::brief::{
    Actor, Amount, Aspect, Attribution, BriefStatus, Confidence, Credibility, EventLinkWord,
    EventStatus, EventType, Likelihood, LinkWord, Marking, PlaceRecord, Prose, Source, When,
};
use crate::diag::Span;
use std::sync::Arc;

impl Target for (Event, Claim) {
    const WORDS: &'static str = "event or claim";
}

record! {
    /// what the file is
    Brief = BRIEF {
        name: "brief",
        written: "[brief]",
        one: "a brief",
        noun: "brief",
        header: One,
        registry: false,
    }
    /// name of the brief in references
    id: RecordId,
    /// title
    title: Line => instead::title,
    /// one word for rows of the timeline, at most 7 columns
    short: Option<Placed<Line>>,
    /// title for headers and lists, at most 30 columns
    short_title: Option<Placed<Line>>,
    /// bottom line up front: the answer in a sentence or two
    bluf: Option<Prose>,
    /// marking; a missing one is read as RED
    marking as "tlp": Placed<Marking> => instead::marking,
    /// the day the content is as of
    as_of: Option<When>,
    /// revision, from 1
    revision: Option<Count>,
    /// state of the text
    status: Option<OneOf<BriefStatus>>,
    /// who wrote it
    authors: Vec<Line>,
    /// what the sources are and how good
    source_summary: Option<Prose>,
    /// national markings, as free text
    handling: Option<Line>,
    /// briefs that this one replaces
    supersedes: Vec<Id<Brief>>,
}

record! {
    /// what somebody says about the event above it, and about those in `on`
    Claim = CLAIM {
        name: "claim",
        written: "[[event.claim]]",
        one: "a claim",
        noun: "claim",
        header: Many,
        registry: false,
    }
    /// id, in one space with events and judgements
    id: OwnId => instead::id,
    /// what is said, in a sentence
    text: Prose => instead::text,
    /// other events of the brief that it is a claim about as well
    on: Vec<Id<Event>>,
    /// what it is about
    about: Option<OneOf<Aspect>>,
    /// the short form for the side-by-side view
    value: Option<Line>,
    /// who asserts it
    by: Vec<Id<Actor>>,
    /// on what ground an act is ascribed
    attribution: Option<OneOf<Attribution>>,
    /// to whom it is ascribed
    to: Vec<Id<Actor>>,
    /// the sources that say so
    cite: Citations<Source>,
    /// 1 to 6 (STANAG 2511)
    credibility: Option<Placed<Credibility>>,
    /// claims of the same event and question that cannot be true with it, or the event itself; of two claims
    /// either may say so
    disputes: Vec<Id<(Event, Claim)>>,
    /// when the claim was made
    when: Option<When>,
}

record! {
    /// how the event above it relates to another one of the brief; it is told on the pages of both
    EventLink = EVENT_LINK {
        name: "link",
        written: "[[event.link]]",
        one: "a link of an event",
        noun: "link of an event",
        header: Many,
        registry: false,
    }
    /// how the event above relates to the other
    relation as "type": Open<EventLinkWord>,
    /// the other event
    to: Id<Event>,
    /// the sources that say so
    cite: Citations<Source>,
    /// a remark
    note: Option<Prose>,
}

record! {
    /// what happened; of one day `order` decides where times do not, and then the file
    Event = EVENT {
        name: "event",
        written: "[[event]]",
        one: "an event",
        noun: "event",
        header: Many,
        registry: false,
    }
    /// id, in one space with claims and judgements
    id: OwnId => instead::id,
    /// title
    title: Line => instead::title,
    /// when
    when: Placed<When> => instead::date,
    /// its place among the events of its day, from 1; missing is 1
    order: Option<Placed<Count>>,
    /// type
    kind as "type": OneOf<EventType> => |_, _, _| EventType::Other,
    /// whether it took place
    status: OneOf<EventStatus> = EventStatus::Occurred,
    /// when the public or the victim learnt of it
    reported: Option<When>,
    /// summary
    summary: Option<Prose>,
    /// who took part as what
    roles: Roles,
    /// where
    places: Vec<Id<PlaceRecord>>,
    /// the sources that say so
    cite: Citations<Source>,
    // In a file of schema 1 it is of the event as a whole.
    /// how sure the author is that it happened as the title says: low, moderate, high
    confidence: Option<Placed<Confidence>>,
    /// how sure the author is of the date as written; missing is the same as `confidence`
    when_confidence: Option<Placed<Confidence>>,
    /// why; the first sentence stands by itself below the card
    confidence_why: Option<Prose>,
    /// tags
    tags: Vec<Placed<Line>>,
    /// ATT&CK ids
    attack: Vec<AttackId>,
    /// claims about it
    claims as "claim": Records<Arc<Claim>>,
    /// how it relates to other events
    links as "link": Records<EventLink>,
    /// words for the search, not shown by default
    keywords: Vec<Line>,
    /// marking of its own; not above the brief's
    marking as "tlp": Option<Placed<Marking>>,
}

record! {
    /// a relation between two actors
    Link = LINK {
        name: "link",
        written: "[[link]]",
        one: "a link",
        noun: "link",
        header: Many,
        registry: false,
    }
    /// from which actor
    from: Id<Actor>,
    /// how the first relates to the second
    relation as "type": Open<LinkWord>,
    /// to which actor
    to: Id<Actor>,
    /// the sources that say so
    cite: Citations<Source>,
    /// how sure the author is that the relation holds: low, moderate, high
    confidence: Option<Placed<Confidence>>,
    /// why
    confidence_why: Option<Prose>,
    /// when it held
    when: Option<When>,
}

record! {
    /// what the author concludes
    Judgement = JUDGEMENT {
        name: "judgement",
        written: "[[judgement]]",
        one: "a judgement",
        noun: "judgement",
        header: Many,
        registry: false,
    }
    /// id, in one space with events and claims
    id: OwnId => instead::id,
    /// the judgement, in a sentence without likelihood words
    text: Prose => instead::text,
    /// the event whose question it answers
    on: Option<Id<Event>>,
    /// the question that it answers
    about: Option<Placed<OneOf<Aspect>>>,
    /// the answer in a few words, read after a colon
    value: Option<Line>,
    /// one of the seven ICD 203 terms
    likelihood: Option<Likelihood>,
    /// how sure the author is: low, moderate, high
    confidence: Option<Placed<Confidence>>,
    /// what it rests on
    basis: Vec<Id<(Event, Claim)>>,
    /// claims that speak against it
    against: Vec<Id<Claim>>,
}

record! {
    /// what is not known
    Gap = GAP {
        name: "gap",
        written: "[[gap]]",
        one: "a gap",
        noun: "gap",
        header: Many,
        registry: false,
    }
    /// what is not known
    text: Prose,
    /// what it concerns
    on: Vec<Id<(Event, Claim)>>,
}

record! {
    /// an "if asked" card for the meeting
    Question = QUESTION {
        name: "qa",
        written: "[[qa]]",
        one: "a qa card",
        noun: "qa card",
        header: Many,
        registry: false,
    }
    /// the question
    question: Line,
    /// the answer
    answer: Prose,
    /// what it rests on
    basis: Vec<Id<(Event, Claim)>>,
}

record! {
    /// history of the content
    Change = CHANGE {
        name: "change",
        written: "[[change]]",
        one: "a change",
        noun: "change",
        header: Many,
        registry: false,
    }
    /// revision, from 1
    revision: Count,
    /// day of the change
    date: When,
    /// what changed
    text: Prose,
}
