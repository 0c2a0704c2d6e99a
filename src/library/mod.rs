//! All briefs together: items, the links between them in both directions, and what follows from
//! them (grade, party, corroboration, dispute, marking). Immutable once made.

mod answer;
mod assess;
mod item;

pub use answer::{Answer, Stance, Voice};
pub use assess::{Assessment, Citation, Corroboration, Grade};
pub use item::{Edge, Item, ItemId, Kind, Record, Relation};

pub use crate::brief::{
    Access, Actor, ActorKind, Aka, Aspect, Attribution, Brief, BriefStatus, Change, Claim,
    Confidence, Credibility, Day, Event, EventStatus, EventType, Gap, Judgement, Likelihood, Link,
    Marking, NativeName, PlaceRecord, Prose, ProseReference, ProseTarget, Publisher, PublisherKind,
    Question, Reliability, Role, Slug, Source, Technique, When,
};

use crate::brief::Document;
use crate::diag::{Diagnostic, Sources};
use crate::text::DisplayText;

/// A folder of briefs that share one registry, as it was read.
#[derive(Clone, Debug, Default)]
pub struct Collection {
    /// Files of `_registry/`.
    pub registry: Vec<Document>,
    /// Briefs.
    pub briefs: Vec<Document>,
}

/// A file that could not be opened as a brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The file's name.
    pub name: DisplayText,
    /// Why, in a few words.
    pub why: DisplayText,
}

/// Everything loaded, resolved once.
#[derive(Debug, Default)]
pub struct Library {
    items: Vec<Item>,
}

/// Why a reference as `event:july-15-attack` names nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownReference {
    /// In words, with the nearest ids where there are near ones.
    pub message: DisplayText,
}

impl Library {
    /// Resolves all references of all collections; later collections replace briefs with the same
    /// id of earlier ones. The findings are those of single files and those across records.
    #[must_use]
    pub fn new(
        collections: Vec<Collection>,
        sources: Sources,
        findings: Vec<Diagnostic>,
        refused: Vec<Refused>,
    ) -> Self {
        let _ = (collections, sources, findings, refused);
        Self::default()
    }

    /// The item, if this library made the id.
    #[must_use]
    pub fn get(&self, id: ItemId) -> Option<&Item> {
        self.items.get(id.index())
    }

    /// Every item with its id, in a stable order.
    pub fn items(&self) -> impl Iterator<Item = (ItemId, &Item)> {
        self.items.iter().enumerate().map(|(index, item)| (ItemId::new(index), item))
    }

    /// The event behind an id.
    #[must_use]
    pub fn event(&self, id: ItemId) -> Option<&Event> {
        match &self.get(id)?.record {
            Record::Event(event) => Some(event),
            _ => None,
        }
    }

    /// The claim behind an id.
    #[must_use]
    pub fn claim(&self, id: ItemId) -> Option<&Claim> {
        match &self.get(id)?.record {
            Record::Claim(claim) => Some(claim),
            _ => None,
        }
    }

    /// The actor behind an id, registry entry and additions of briefs together.
    #[must_use]
    pub fn actor(&self, id: ItemId) -> Option<&Actor> {
        match &self.get(id)?.record {
            Record::Actor(actor) => Some(actor),
            _ => None,
        }
    }

    /// The source behind an id.
    #[must_use]
    pub fn source(&self, id: ItemId) -> Option<&Source> {
        match &self.get(id)?.record {
            Record::Source(source) => Some(source),
            _ => None,
        }
    }

    /// The publisher of a source, where it is known.
    #[must_use]
    pub fn publisher(&self, source: ItemId) -> Option<&Publisher> {
        let _ = source;
        None
    }

    /// Name of an ATT&CK technique, where a brief or the registry gives it.
    #[must_use]
    pub fn technique(&self, attack_id: &str) -> Option<&Technique> {
        let _ = attack_id;
        None
    }

    /// All items of a kind in the order in which a list shows them: events in timeline order,
    /// actors and places by name, sources by publication day, the rest in file order.
    #[must_use]
    pub fn listed(&self, kind: Kind) -> &[ItemId] {
        let _ = kind;
        &[]
    }

    /// Events, actors or sources that belong to an event, an actor, a source or a claim, in the
    /// order of [`listed`](Self::listed). Symmetric: if a lists b then b lists a.
    #[must_use]
    pub fn linked(&self, id: ItemId, kind: Kind) -> &[ItemId] {
        let _ = (id, kind);
        &[]
    }

    /// What an item refers to, in file order.
    #[must_use]
    pub fn outgoing(&self, id: ItemId) -> &[Edge] {
        let _ = id;
        &[]
    }

    /// What refers to an item.
    #[must_use]
    pub fn incoming(&self, id: ItemId) -> &[Edge] {
        let _ = id;
        &[]
    }

    /// The words for the roles that an actor has in an event: `target`, `claimant`.
    #[must_use]
    pub fn roles(&self, event: ItemId, actor: ItemId) -> Vec<DisplayText> {
        let _ = (event, actor);
        Vec::new()
    }

    /// What follows for an event, a claim, a link or a judgement from its sources.
    #[must_use]
    pub fn assessment(&self, id: ItemId) -> Option<&Assessment> {
        let _ = id;
        None
    }

    /// When, who says so, how sure: the answer card of an event or a claim.
    #[must_use]
    pub fn answer(&self, id: ItemId) -> Option<Answer> {
        let _ = id;
        None
    }

    /// The target of a citation or link in the prose of an item.
    #[must_use]
    pub fn prose_target(&self, item: ItemId, target: &ProseTarget) -> Option<ItemId> {
        let _ = (item, target);
        None
    }

    /// The highest marking of everything loaded; RED when a brief has none, CLEAR when nothing is loaded.
    #[must_use]
    pub fn marking(&self) -> Marking {
        Marking::Clear
    }

    /// The marking in force for one item: its own or its brief's, whichever is higher.
    #[must_use]
    pub fn marking_of(&self, id: ItemId) -> Marking {
        let _ = id;
        Marking::Red
    }

    /// Files that did not open.
    #[must_use]
    pub fn refused(&self) -> &[Refused] {
        &[]
    }

    /// All findings, sorted by file and place.
    #[must_use]
    pub fn findings(&self) -> &[Diagnostic] {
        &[]
    }

    /// The files behind everything, for places.
    #[must_use]
    pub fn sources(&self) -> &Sources {
        static NONE: std::sync::LazyLock<Sources> = std::sync::LazyLock::new(Sources::default);
        &NONE
    }

    /// The item that a reference names: `event:july-15-attack`, a unique bare id, or `brief-id#id`.
    ///
    /// # Errors
    /// When it names nothing or more than one thing.
    pub fn find_reference(&self, reference: &str) -> Result<ItemId, UnknownReference> {
        let _ = reference;
        Err(UnknownReference { message: DisplayText::literal("nothing is loaded") })
    }

    /// How an item is written as a reference: `event:july-15-attack`.
    #[must_use]
    pub fn reference(&self, id: ItemId) -> DisplayText {
        let _ = id;
        DisplayText::default()
    }
}
