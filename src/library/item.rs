//! Items and the edges between them.

use super::{Actor, Brief, Claim, Event, Gap, Judgement, PlaceRecord, Question, Slug, Source};
use crate::diag::Span;
use crate::text::DisplayText;

/// An item of the library; only the library makes ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
}

/// The record behind an item.
#[derive(Clone, Debug)]
pub enum Record {
    /// A brief's header.
    Brief(Brief),
    /// An event; its claims are items of their own as well.
    Event(Event),
    /// A claim.
    Claim(Claim),
    /// An actor.
    Actor(Actor),
    /// A source.
    Source(Source),
    /// A place.
    Place(PlaceRecord),
    /// A judgement.
    Judgement(Judgement),
    /// A gap.
    Gap(Gap),
    /// A question.
    Question(Question),
}

/// One thing that can be selected, linked and found.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// Its id; gaps and questions are numbered: `gap-1`, `qa-2`.
    pub slug: Slug,
    /// The brief that holds it; none for entries of the registry.
    pub brief: Option<ItemId>,
    /// Title, name, or the beginning of the text.
    pub title: DisplayText,
    /// Where it is written.
    pub span: Span,
    /// The record.
    pub record: Record,
}

/// How one item refers to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// Event, claim, aka or link cites a source.
    Cites,
    /// Event has an actor in a role.
    Involves,
    /// Event at a place.
    At,
    /// Event has a claim.
    Claims,
    /// Claim asserted by an actor.
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
    /// Gap concerns an event or claim.
    Concerns,
    /// Prose cites or links.
    Mentions,
    /// A brief replaces a brief.
    Supersedes,
}

/// One reference from an item to an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// How.
    pub relation: Relation,
    /// The other end.
    pub to: ItemId,
    /// The word that goes with it: the role, the link's relation.
    pub label: Option<DisplayText>,
}
