//! The records of a brief. Texts are clean, dates are read, references are names with their places.

use super::{
    Access, ActorKind, AkaRelation, Aspect, Attribution, BriefStatus, Confidence, Credibility,
    EventStatus, EventType, Likelihood, Marking, Prose, PublisherKind, Reliability, Slug, When,
};
use crate::diag::{Located, Span};
use crate::text::DisplayText;

/// A reference to another record by id.
pub type Reference = Located<Slug>;

/// `[brief]`: what the file is.
#[derive(Clone, Debug)]
pub struct Brief {
    /// Id.
    pub id: Reference,
    /// Title.
    pub title: DisplayText,
    /// One word for rows of the timeline.
    pub short: Option<Located<DisplayText>>,
    /// Title for headers and lists.
    pub short_title: Option<Located<DisplayText>>,
    /// Bottom line up front.
    pub bluf: Option<Prose>,
    /// Marking; a missing or unknown one is RED here and an error in the check.
    pub marking: Marking,
    /// Where the marking stands, or the table if it is missing.
    pub marking_span: Span,
    /// The day the content is as of.
    pub as_of: Option<When>,
    /// Revision, from 1.
    pub revision: Option<u32>,
    /// State of the text.
    pub status: Option<BriefStatus>,
    /// Authors.
    pub authors: Vec<DisplayText>,
    /// What the sources are, in a sentence or two.
    pub source_summary: Option<Prose>,
    /// National markings, as free text.
    pub handling: Option<DisplayText>,
    /// Briefs that this one replaces.
    pub supersedes: Vec<Reference>,
    /// The whole header.
    pub span: Span,
}

/// `[publisher.ID]`: who publishes sources.
#[derive(Clone, Debug)]
pub struct Publisher {
    /// Id.
    pub id: Reference,
    /// Name.
    pub name: DisplayText,
    /// Short name for the card.
    pub short: Option<Located<DisplayText>>,
    /// Kind of house.
    pub kind: Option<PublisherKind>,
    /// Reliability; missing is F.
    pub reliability: Option<Reliability>,
    /// The actor that the publisher itself is.
    pub actor: Option<Reference>,
    /// Other spellings.
    pub aliases: Vec<DisplayText>,
    /// The whole record.
    pub span: Span,
}

/// `[source.ID]`: one document.
#[derive(Clone, Debug)]
pub struct Source {
    /// Id.
    pub id: Reference,
    /// Title.
    pub title: DisplayText,
    /// Publisher.
    pub publisher: Option<Reference>,
    /// Author.
    pub author: Option<DisplayText>,
    /// When it was published.
    pub published: Option<Located<When>>,
    /// When it was last changed.
    pub updated: Option<When>,
    /// When somebody read it for the brief.
    pub retrieved: Option<When>,
    /// Address.
    pub url: Option<DisplayText>,
    /// Address of an archived copy.
    pub archive_url: Option<DisplayText>,
    /// Archived copy beside the brief, as written.
    pub file: Option<Located<String>>,
    /// SHA-256 of that copy, 64 hexadecimal digits.
    pub sha256: Option<Located<String>>,
    /// BCP 47 language tag.
    pub language: Option<DisplayText>,
    /// How it could be reached.
    pub access: Option<Access>,
    /// The sources it repeats.
    pub derived_from: Vec<Reference>,
    /// Reliability of this document, if not its publisher's.
    pub reliability: Option<Reliability>,
    /// Why that reliability.
    pub reliability_why: Option<Prose>,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
    /// Why it was withdrawn.
    pub withdrawn_why: Option<Prose>,
    /// A remark.
    pub note: Option<Prose>,
    /// Marking of its own.
    pub marking: Option<Located<Marking>>,
    /// Words for the search, not shown by default.
    pub keywords: Vec<DisplayText>,
    /// The whole record.
    pub span: Span,
}

/// A name in its own script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NativeName {
    /// BCP 47 language tag.
    pub language: DisplayText,
    /// The name.
    pub name: DisplayText,
}

/// `[actor.ID]`: who or what takes part.
#[derive(Clone, Debug)]
pub struct Actor {
    /// Id.
    pub id: Reference,
    /// Name.
    pub name: DisplayText,
    /// Short name for rows and lists.
    pub short: Option<Located<DisplayText>>,
    /// Kind; an entry that adds to the registry may leave it out.
    pub kind: Option<Located<ActorKind>>,
    /// ISO 3166-1 alpha-2 country.
    pub country: Option<Located<DisplayText>>,
    /// Role at the time.
    pub role: Option<DisplayText>,
    /// Other spellings.
    pub aliases: Vec<DisplayText>,
    /// Names in other scripts.
    pub names: Vec<NativeName>,
    /// How to say the name.
    pub say: Option<DisplayText>,
    /// What it is part of.
    pub part_of: Vec<Reference>,
    /// ATT&CK ids.
    pub attack: Vec<DisplayText>,
    /// Summary.
    pub summary: Option<Prose>,
    /// Names that others give.
    pub aka: Vec<Aka>,
    /// Words for the search, not shown by default.
    pub keywords: Vec<DisplayText>,
    /// Marking of its own.
    pub marking: Option<Located<Marking>>,
    /// The whole record.
    pub span: Span,
}

/// `[[actor.ID.aka]]`: a name that somebody gives an actor; a sourced claim that merges nothing.
#[derive(Clone, Debug)]
pub struct Aka {
    /// The name.
    pub name: DisplayText,
    /// Who uses it: an actor, where it is one.
    pub by: Vec<Reference>,
    /// How it relates.
    pub relation: AkaRelation,
    /// Sources.
    pub cite: Vec<Reference>,
    /// The whole record.
    pub span: Span,
}

/// `[place.ID]`.
#[derive(Clone, Debug)]
pub struct PlaceRecord {
    /// Id.
    pub id: Reference,
    /// Name.
    pub name: DisplayText,
    /// ISO 3166-1 alpha-2 country.
    pub country: Option<Located<DisplayText>>,
    /// Other spellings.
    pub aliases: Vec<DisplayText>,
    /// Names in other scripts.
    pub names: Vec<NativeName>,
    /// Latitude and longitude in degrees, WGS 84, in ten-thousandths of a degree.
    pub position: Option<(i32, i32)>,
    /// The whole record.
    pub span: Span,
}

/// `[technique.ID]`: the name of an ATT&CK technique.
#[derive(Clone, Debug)]
pub struct Technique {
    /// ATT&CK id, as `T1190`.
    pub id: Located<DisplayText>,
    /// Name.
    pub name: DisplayText,
}

/// `roles = { target = [...] }`: the actors in one role.
#[derive(Clone, Debug)]
pub struct Role {
    /// The word for the role.
    pub name: DisplayText,
    /// Who has it.
    pub actors: Vec<Reference>,
}

/// `[[event]]`.
#[derive(Clone, Debug)]
pub struct Event {
    /// Id.
    pub id: Reference,
    /// Title.
    pub title: DisplayText,
    /// When.
    pub when: Located<When>,
    /// When the public or the victim learnt of it.
    pub reported: Option<When>,
    /// Type.
    pub kind: EventType,
    /// Whether it took place.
    pub status: EventStatus,
    /// Summary.
    pub summary: Option<Prose>,
    /// Who took part as what, in file order.
    pub roles: Vec<Role>,
    /// Places.
    pub places: Vec<Reference>,
    /// Sources.
    pub cite: Vec<Reference>,
    /// How sure the author is that it happened as the title says; in a file of schema 1, of the
    /// event as a whole.
    pub confidence: Option<Located<Confidence>>,
    /// How sure the author is of the date as written; missing is the same.
    pub when_confidence: Option<Located<Confidence>>,
    /// Why.
    pub confidence_why: Option<Prose>,
    /// Tags.
    pub tags: Vec<Located<DisplayText>>,
    /// ATT&CK ids.
    pub attack: Vec<DisplayText>,
    /// Words for the search, not shown by default.
    pub keywords: Vec<DisplayText>,
    /// Marking of its own.
    pub marking: Option<Located<Marking>>,
    /// Claims about it, in file order.
    pub claims: Vec<Claim>,
    /// The whole record.
    pub span: Span,
    /// Whether a key of it could not be read, so that what it seems to lack may stand there.
    pub is_damaged: bool,
}

/// `[[event.claim]]`: what somebody says about an event.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Id.
    pub id: Reference,
    /// What is said, in a sentence.
    pub text: Prose,
    /// What it is about.
    pub about: Option<Aspect>,
    /// The short form for the side-by-side view.
    pub value: Option<DisplayText>,
    /// Who asserts it.
    pub by: Vec<Reference>,
    /// On what ground an act is ascribed.
    pub attribution: Option<Attribution>,
    /// To whom it is ascribed.
    pub to: Vec<Reference>,
    /// Sources.
    pub cite: Vec<Reference>,
    /// Credibility of this information.
    pub credibility: Option<Located<Credibility>>,
    /// Claims of the same event and question that cannot be true with it; either side may say so.
    pub disputes: Vec<Reference>,
    /// When it was made.
    pub when: Option<When>,
    /// The whole record.
    pub span: Span,
    /// Whether a key of it could not be read, so that what it seems to lack may stand there.
    pub is_damaged: bool,
}

/// `[[link]]`: a relation between two actors.
#[derive(Clone, Debug)]
pub struct Link {
    /// From.
    pub from: Reference,
    /// The word for the relation, as `attributed-to`.
    pub relation: DisplayText,
    /// To.
    pub to: Reference,
    /// Sources.
    pub cite: Vec<Reference>,
    /// How sure the author is.
    pub confidence: Option<Located<Confidence>>,
    /// When it held.
    pub when: Option<When>,
    /// The whole record.
    pub span: Span,
}

/// `[[judgement]]`: the author's own.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// Id.
    pub id: Reference,
    /// Text.
    pub text: Prose,
    /// The event whose question it answers.
    pub on: Option<Reference>,
    /// The question that it answers.
    pub about: Option<Located<Aspect>>,
    /// The answer in a few words, read after a colon.
    pub value: Option<DisplayText>,
    /// How likely.
    pub likelihood: Option<Likelihood>,
    /// How sure.
    pub confidence: Option<Located<Confidence>>,
    /// Events and claims it rests on.
    pub basis: Vec<Reference>,
    /// Claims that speak against it.
    pub against: Vec<Reference>,
    /// The whole record.
    pub span: Span,
}

/// `[[synonyms]]`: words that people use for one another when they search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Synonyms {
    /// The words, each in itself one or several.
    pub words: Vec<DisplayText>,
    /// The whole record.
    pub span: Span,
}

/// `[[gap]]`: what is not known.
#[derive(Clone, Debug)]
pub struct Gap {
    /// Text.
    pub text: Prose,
    /// Events and claims it concerns.
    pub on: Vec<Reference>,
    /// The whole record.
    pub span: Span,
}

/// `[[qa]]`: an "if asked" card.
#[derive(Clone, Debug)]
pub struct Question {
    /// The question.
    pub question: DisplayText,
    /// The answer.
    pub answer: Prose,
    /// Events and claims it rests on.
    pub basis: Vec<Reference>,
    /// The whole record.
    pub span: Span,
}

/// `[[change]]`: history of the content.
#[derive(Clone, Debug)]
pub struct Change {
    /// Revision, from 1.
    pub revision: u32,
    /// Day.
    pub date: When,
    /// What changed.
    pub text: Prose,
}
