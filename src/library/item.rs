//! Items and the edges between them.

use super::{
    Actor, Assessment, Brief, Claim, Event, Gap, Judgement, Link, PlaceRecord, Prose, Question,
    Slug, Source, When,
};
use crate::diag::Span;
use crate::text::DisplayText;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// An item of the library; only the library makes ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ItemId(u32);

impl ItemId {
    pub(super) fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// Place in the library's own order, for tables beside it.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// A brief.
    Brief,
    /// An event.
    Event,
    /// A claim about an event.
    Claim,
    /// An actor.
    Actor,
    /// A source.
    Source,
    /// A place.
    Place,
    /// A judgement of an author.
    Judgement,
    /// What is not known.
    Gap,
    /// An "if asked" card.
    Question,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: &[Self] = &[
        Self::Brief,
        Self::Event,
        Self::Claim,
        Self::Actor,
        Self::Source,
        Self::Place,
        Self::Judgement,
        Self::Gap,
        Self::Question,
    ];

    /// The word for it in references and JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Brief => "brief",
            Self::Event => "event",
            Self::Claim => "claim",
            Self::Actor => "actor",
            Self::Source => "source",
            Self::Place => "place",
            Self::Judgement => "judgement",
            Self::Gap => "gap",
            Self::Question => "qa",
        }
    }

    /// What people call it, on pages and in lists: a gap is what is `not known`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Gap => "not known",
            Self::Question => "if asked",
            Self::Brief
            | Self::Event
            | Self::Claim
            | Self::Actor
            | Self::Source
            | Self::Place
            | Self::Judgement => self.word(),
        }
    }

    /// The name at the beginning of a title.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Brief => "Brief",
            Self::Event => "Event",
            Self::Claim => "Claim",
            Self::Actor => "Actor",
            Self::Source => "Source",
            Self::Place => "Place",
            Self::Judgement => "Judgement",
            Self::Gap => "Not known",
            Self::Question => "If asked",
        }
    }

    /// The kind with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.word() == word)
    }

    /// The word with its article, for sentences: `an event`.
    pub(super) fn with_article(self) -> &'static str {
        match self {
            Self::Brief => "a brief",
            Self::Event => "an event",
            Self::Claim => "a claim",
            Self::Actor => "an actor",
            Self::Source => "a source",
            Self::Place => "a place",
            Self::Judgement => "a judgement",
            Self::Gap => "a gap",
            Self::Question => "a question",
        }
    }
}

/// The record behind an item, shared with its document: the claims of an event with the event.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub enum Record {
    /// A brief's header.
    Brief(Arc<Brief>),
    /// An event; its claims are items of their own as well.
    Event(Arc<Event>),
    /// A claim.
    Claim(Arc<Claim>),
    /// An actor.
    Actor(Arc<Actor>),
    /// A source.
    Source(Arc<Source>),
    /// A place.
    Place(Arc<PlaceRecord>),
    /// A judgement.
    Judgement(Arc<Judgement>),
    /// A gap.
    Gap(Arc<Gap>),
    /// A question.
    Question(Arc<Question>),
}

impl Record {
    /// What kind of item it is the record of.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Brief(_) => Kind::Brief,
            Self::Event(_) => Kind::Event,
            Self::Claim(_) => Kind::Claim,
            Self::Actor(_) => Kind::Actor,
            Self::Source(_) => Kind::Source,
            Self::Place(_) => Kind::Place,
            Self::Judgement(_) => Kind::Judgement,
            Self::Gap(_) => Kind::Gap,
            Self::Question(_) => Kind::Question,
        }
    }

    /// Why it should no longer be referred to, and what to refer to in its place.
    #[must_use]
    pub fn out_of_use(&self) -> (Option<&Prose>, Option<&Slug>) {
        let (why, by) = match self {
            Self::Actor(actor) => (&actor.deprecated, &actor.replaced_by),
            Self::Source(source) => (&source.deprecated, &source.replaced_by),
            Self::Place(place) => (&place.deprecated, &place.replaced_by),
            Self::Brief(_)
            | Self::Event(_)
            | Self::Claim(_)
            | Self::Judgement(_)
            | Self::Gap(_)
            | Self::Question(_) => (&None, &None),
        };
        (why.as_deref(), by.as_ref().map(|by| &by.value))
    }

    /// Whether it should no longer be referred to.
    #[must_use]
    pub fn is_out_of_use(&self) -> bool {
        self.out_of_use() != (None, None)
    }

    /// When an event was, or a source was published; other records have no date of this kind.
    #[must_use]
    pub fn when(&self) -> Option<&When> {
        match self {
            Self::Event(event) => Some(&event.when.value),
            Self::Source(source) => source.published.as_ref().map(|published| &published.value),
            Self::Brief(_)
            | Self::Claim(_)
            | Self::Actor(_)
            | Self::Place(_)
            | Self::Judgement(_)
            | Self::Gap(_)
            | Self::Question(_) => None,
        }
    }
}

macro_rules! records {
    ($($variant:ident $record:ty),*) => {$(
        impl From<Arc<$record>> for Record {
            fn from(record: Arc<$record>) -> Self {
                Self::$variant(record)
            }
        }
    )*};
}
records!(
    Brief Brief, Event Event, Claim Claim, Actor Actor, Source Source, Place PlaceRecord,
    Judgement Judgement, Gap Gap, Question Question
);

/// One thing that can be selected, linked and found.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// Its id; gaps and questions are numbered: `gap-1`, `qa-2`.
    pub slug: Slug,
    /// The brief that holds it; none for entries of the registry.
    pub brief: Option<ItemId>,
    /// Title, name, or the beginning of the text, as it is quoted; all of a title or name is
    /// [`super::Library::whole_title`].
    pub title: DisplayText,
    /// Where it is written.
    pub span: Span,
    /// Whether a record was found; `false` is a stand-in for an id that names nothing, so that the
    /// reference stays visible.
    pub known: bool,
    /// The record.
    pub record: Record,
}

/// How one item refers to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Relation {
    /// Event, claim, aka or link cites a source.
    Cites,
    /// Event has an actor in a role.
    Involves,
    /// Event relates to an event, as `[[event.link]]` says.
    RelatesTo,
    /// Event at a place.
    At,
    /// Event has a claim.
    Claims,
    /// Claim, or another name of an actor, asserted by an actor.
    AssertedBy,
    /// Claim ascribes the act to an actor.
    AscribesTo,
    /// Claim disputes a claim or event.
    Disputes,
    /// Source derives from a source.
    DerivesFrom,
    /// Source's publisher is an actor.
    PublishedBy,
    /// Actor is part of an actor.
    PartOf,
    /// `[[link]]` from an actor to an actor.
    LinksTo,
    /// Judgement or question rests on an event or claim.
    RestsOn,
    /// Judgement answers a question of an event.
    Answers,
    /// Judgement names a claim that speaks against it.
    Against,
    /// Gap concerns an event or claim.
    Concerns,
    /// Prose cites or links.
    Mentions,
    /// An actor, source or place is replaced by another one.
    ReplacedBy,
    /// A brief replaces a brief.
    Supersedes,
}

/// One reference from an item to an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Edge {
    /// How.
    pub relation: Relation,
    /// The other end.
    pub to: ItemId,
    /// The word that goes with it: the role, the link's relation. Few have one, so it has no room in each.
    pub label: Option<Arc<DisplayText>>,
}

/// A `[[link]]` between two actors.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct ActorLink {
    /// The brief that holds it.
    pub brief: Option<ItemId>,
    /// From.
    pub from: ItemId,
    /// To.
    pub to: ItemId,
    /// Its sources.
    pub cite: Vec<ItemId>,
    /// The record.
    pub record: Arc<Link>,
    /// What follows from its sources; always there once the library is made.
    pub assessment: Option<Assessment>,
}
