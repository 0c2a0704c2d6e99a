//! All briefs together: items, the links between them in both directions, and what follows from
//! them (grade, party, corroboration, dispute, marking). Immutable once made.

mod answer;
mod assess;
mod assessment;
mod builtin;
mod by_slug;
mod check;
mod circles;
mod collection;
mod cycles;
mod dangling;
mod differences;
mod editions;
mod houses;
mod inquiry;
mod interest;
mod item;
mod items;
mod late;
mod lazy;
mod linked;
mod links;
pub mod load;
mod making;
mod marking;
mod merge;
mod naming;
mod neighbours;
mod own_claim;
mod packed;
mod past_plan;
mod pool;
mod prose;
mod provenance;
mod reading;
mod reference;
mod refused;
mod reliance;
mod resolve;
mod rows;
mod scope;
pub mod seal;
mod short;
mod standin;
mod target;
mod testimony;
#[cfg(test)]
mod tests;
mod ties;
mod timeline;
mod told;
mod views;
mod voices;
mod whole;

pub use answer::{Answer, Stance, Voice};
pub use assessment::{Assessment, Citation, Corroboration, Grade};
pub use collection::Collection;
pub use differences::Difference;
pub use editions::{NotReplaced, SetAside};
pub use inquiry::{Held, Inquiry, Objection, OnOneSide, Weight};
pub use item::{ActorLink, Edge, Item, ItemId, Kind, Record, Relation};
pub use neighbours::{Neighbour, Neighbours};
#[cfg(test)]
pub(crate) use packed::read_builtin;
pub(crate) use packed::unpacked;
pub use prose::{plain, within_sentence};
pub use provenance::{Definition, Headers};
pub use reading::Reading;
pub use reference::{UnknownReference, named};
pub use refused::Refused;
pub use reliance::{Reliance, Step};
pub use short::{SHORT_ACTOR, SHORT_BRIEF, SHORT_PUBLISHER, SHORT_TITLE};
pub use testimony::{Account, Standing, Statement, Testimony};
pub use ties::EventTie;
pub use whole::Library;

pub use crate::brief::{
    Access, Actor, ActorKind, Aka, AkaRelation, Apart, Aspect, Attribution, Brief, BriefStatus,
    Change, Claim, Confidence, Credibility, Day, Distance, Event, EventLink, EventLinkWord,
    EventStatus, EventType, FreshBrief, FreshEvent, Gap, Hours, Judgement, Likelihood, Link,
    LinkWord, Marking, NativeName, PlaceRecord, Precision, Prose, ProseReference, ProseTarget,
    Publisher, PublisherKind, Question, ROW_DATE, Reliability, Role, RoleWord, RowDate, Schema,
    Slug, Source, Synonyms, TIMED_ROW_DATE, Technique, When, country_name, json_schema,
    language_name, registry_json_schema, suggested_id,
};

use crate::diag::Sources;
use crate::text::DisplayText;
use scope::ScopeId;
use target::Target;

impl Library {
    /// Every item with its id, in a stable order: actors, sources and places, then brief by brief its
    /// header, events (each before its claims), judgements, gaps and questions, then stand-ins.
    pub fn items(&self) -> impl Iterator<Item = (ItemId, &Item)> {
        self.items.iter()
    }

    /// Their ids, in the same order.
    pub fn ids(&self) -> impl Iterator<Item = ItemId> + use<> {
        self.items.ids()
    }

    /// How many there are.
    #[must_use]
    pub fn item_count(&self) -> usize {
        self.items.len()
    }

    /// The event behind an id.
    #[must_use]
    pub fn event(&self, id: ItemId) -> Option<&Event> {
        let Record::Event(event) = &self.get(id)?.record else { return None };
        Some(event)
    }

    /// The claim behind an id.
    #[must_use]
    pub fn claim(&self, id: ItemId) -> Option<&Claim> {
        let Record::Claim(claim) = &self.get(id)?.record else { return None };
        Some(claim)
    }

    /// The event that a claim stands under, the first of those that it is about.
    #[must_use]
    pub fn event_of(&self, claim: ItemId) -> Option<ItemId> {
        self.events_of(claim).next()
    }

    /// The events that a claim is about: the one that it stands under, then those in its `on`.
    pub fn events_of(&self, claim: ItemId) -> impl Iterator<Item = ItemId> {
        self.resolved.events_of(claim)
    }

    /// The events that a claim is about, and the claim; of anything else it alone.
    pub fn with_events_of(&self, id: ItemId) -> impl Iterator<Item = ItemId> {
        self.events_of(id).chain([id])
    }

    /// The actor behind an id, registry entry and additions of briefs together.
    #[must_use]
    pub fn actor(&self, id: ItemId) -> Option<&Actor> {
        let Record::Actor(actor) = &self.get(id)?.record else { return None };
        Some(actor)
    }

    /// The source behind an id.
    #[must_use]
    pub fn source(&self, id: ItemId) -> Option<&Source> {
        let Record::Source(source) = &self.get(id)?.record else { return None };
        Some(source)
    }

    /// Whether a source has been withdrawn, so that it counts for nothing.
    #[must_use]
    pub fn is_withdrawn(&self, source: ItemId) -> bool {
        self.source(source).is_some_and(|source| source.withdrawn)
    }

    /// Name of an ATT&CK technique, where a brief, its registry or that of the program gives it; of what
    /// belongs to nobody the first that is given.
    #[must_use]
    pub fn technique(&self, attack_id: &DisplayText) -> Option<&Technique> {
        let named = |scope| self.techniques.get(&(attack_id.clone(), scope));
        if self.viewpoint().is_some() {
            return self.layers().chain(self.builtin).find_map(named);
        }
        let first = (attack_id.clone(), ScopeId::MIN)..=(attack_id.clone(), ScopeId::MAX);
        self.techniques.range(first).next().map(|(_, found)| found)
    }

    /// Groups of words that people use for one another when they search, of the language and of all
    /// folders.
    #[must_use]
    pub fn synonyms(&self) -> &[Synonyms] {
        &self.synonyms
    }

    /// Adds groups to them.
    fn add_synonyms(&mut self, groups: Vec<Synonyms>) {
        self.synonyms.extend(groups);
    }

    /// History of the content of a brief, in file order.
    #[must_use]
    pub fn changes(&self, brief: ItemId) -> &[Change] {
        self.changes.get(&brief).map_or(&[], Vec::as_slice)
    }

    /// All items of a kind in the order in which a list shows them: events in timeline order,
    /// actors and places by name, sources by publication day, the rest in file order.
    #[must_use]
    pub fn listed(&self, kind: Kind) -> &[ItemId] {
        self.tables.listed(kind)
    }

    /// Items of a kind that belong to an item, in the order of [`listed`](Self::listed). Symmetric:
    /// if a lists b then b lists a; no item lists itself.
    ///
    /// An event belongs to everybody in its roles, claims and text, to all sources cited there, and
    /// to events it links to, disputes or shares a judgement with. An actor belongs to the sources of
    /// the events it has a role in, of the claims and links that name it, and to what it publishes.
    #[must_use]
    pub fn linked(&self, id: ItemId, kind: Kind) -> &[ItemId] {
        self.tables.linked(id, kind)
    }

    /// The words for the roles that an actor has in an event: `target`, `claimant`.
    #[must_use]
    pub fn roles(&self, event: ItemId, actor: ItemId) -> Vec<DisplayText> {
        let labels = |edge: &Edge, other: ItemId| {
            let is_role = edge.relation == Relation::Involves && edge.to == other;
            edge.label.as_deref().filter(|_| is_role).cloned()
        };
        // An event may have thousands of actors, and an actor thousands of events: the lesser is gone through.
        if self.resolved.outgoing.of(event).len() <= self.resolved.incoming.of(actor).len() {
            self.outgoing(event).filter_map(|edge| labels(edge, actor)).collect()
        } else {
            self.incoming(actor).filter_map(|edge| labels(edge, event)).collect()
        }
    }

    /// What follows for an event, a claim or a judgement from its sources; for a link see
    /// [`ActorLink::assessment`]. An event's own sources count, not those of its claims.
    #[must_use]
    pub fn assessment(&self, id: ItemId) -> Option<&Assessment> {
        self.assessments.get(id.index())?.as_ref()
    }

    /// The target of a citation or link in the prose of an item.
    #[must_use]
    pub fn prose_target(&self, item: ItemId, target: &ProseTarget) -> Option<ItemId> {
        // What a file says of a shared record is looked up in that file.
        let own = self.views_of(item).into_iter().flatten().next().and(self.viewpoint());
        let first = || self.item_scopes.first(item);
        let scope = own.or_else(first)?;
        let here = self.within_file(scope);
        let house = |at| here.actor_of(at);
        let item = |id| self.items.get(id);
        match target::prose_target(&self.scopes, item, house, scope, target) {
            Target::Item(id) => Some(id),
            Target::Publisher | Target::None | Target::Ambiguous(_) => None,
        }
    }

    /// Prose of an item without citations, links shown as the titles they point to.
    #[must_use]
    pub fn plain_text(&self, item: ItemId, prose: &Prose) -> DisplayText {
        prose::plain_with(prose, |target| {
            Some(self.get(self.prose_target(item, target)?)?.title.clone())
        })
    }

    /// The beginning of it in one line, where it is quoted.
    fn quoted_text(&self, item: ItemId, prose: &Prose) -> DisplayText {
        prose::quoted_with(prose, |target| {
            Some(self.get(self.prose_target(item, target)?)?.title.clone())
        })
    }

    /// The title of an item, or the beginning of its text; nothing for an id of another library.
    #[must_use]
    pub fn title(&self, id: ItemId) -> DisplayText {
        self.get(id).map_or_else(DisplayText::default, |item| item.title.clone())
    }

    /// The title of an item, or its text in one line where it has no title, as it is quoted.
    #[must_use]
    pub fn full_title(&self, id: ItemId) -> DisplayText {
        let Some(item) = self.get(id) else { return DisplayText::default() };
        match &item.record {
            Record::Claim(claim) => self.quoted_text(id, &claim.text),
            Record::Judgement(judgement) => self.quoted_text(id, &judgement.text),
            Record::Gap(gap) => self.quoted_text(id, &gap.text),
            Record::Brief(_)
            | Record::Event(_)
            | Record::Actor(_)
            | Record::Source(_)
            | Record::Place(_)
            | Record::Question(_) => item.title.clone(),
        }
    }

    /// The title of an item at its full length, for its own page; none of what has nothing but its text.
    #[must_use]
    pub fn whole_title(&self, id: ItemId) -> Option<&DisplayText> {
        match &self.get(id)?.record {
            Record::Brief(brief) => Some(&brief.title),
            Record::Event(event) => Some(&event.title),
            Record::Actor(actor) => Some(&actor.name),
            Record::Source(source) => Some(&source.title),
            Record::Place(place) => Some(&place.name),
            Record::Question(question) => Some(&question.question),
            Record::Claim(_) | Record::Judgement(_) | Record::Gap(_) => None,
        }
    }

    /// The files behind everything, for places.
    #[must_use]
    pub fn sources(&self) -> &Sources {
        &self.sources
    }
}
