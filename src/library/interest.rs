//! Who has an interest in how an event is told, and which bodies belong to whom.

use super::merge::Merged;
use super::resolve::Resolved;
use super::scope::ScopeId;
use super::{ActorKind, Item, ItemId, Library, LinkWord, Record, Relation, RoleWord};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What somebody in a role has to do with how the event is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// An interest in how it is told.
    Interested,
    /// The event is its own act: of what it said, published or signed, its own text is the best
    /// evidence that it did.
    Doer,
    Neither,
}

fn part(role: RoleWord) -> Part {
    match role {
        RoleWord::Accused
        | RoleWord::Accuser
        | RoleWord::Attacker
        | RoleWord::Belligerent
        | RoleWord::Claimant
        | RoleWord::Denier
        | RoleWord::Operator
        | RoleWord::Opponent
        | RoleWord::Owner
        | RoleWord::Sponsor
        | RoleWord::Suspect
        | RoleWord::Target
        | RoleWord::Victim => Part::Interested,
        RoleWord::Announcer
        | RoleWord::Author
        | RoleWord::Decider
        | RoleWord::Guest
        | RoleWord::Host
        | RoleWord::Issuer
        | RoleWord::Negotiator
        | RoleWord::Participant
        | RoleWord::Prosecutor
        | RoleWord::Publisher
        | RoleWord::Sender
        | RoleWord::Signatory
        | RoleWord::Speaker
        | RoleWord::Spokesperson => Part::Doer,
        RoleWord::Addressee
        | RoleWord::Affiliation
        | RoleWord::Authority
        | RoleWord::Beneficiary
        | RoleWord::Detainee
        | RoleWord::Expelled
        | RoleWord::Investigator
        | RoleWord::Mediator
        | RoleWord::Observer
        | RoleWord::Organiser
        | RoleWord::Origin
        | RoleWord::Proposer
        | RoleWord::Protester
        | RoleWord::Responder
        | RoleWord::Subject
        | RoleWord::Supplier
        | RoleWord::Supported
        | RoleWord::Supporter
        | RoleWord::Tool
        | RoleWord::Witness => Part::Neither,
    }
}

/// Whether who holds a role has an interest in how the event is told.
pub(super) fn is_interested(role: &str) -> bool {
    RoleWord::from_word(role).map(part) == Some(Part::Interested)
}

/// Bodies above one that are followed; a person in an agency of a ministry of a state has three.
const FAR: usize = 64;

/// What each actor is a body of, up to its state. A state is no body of an alliance: the members of
/// one are not one origin.
///
/// What one file says of it counts in that file alone.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Bodies {
    /// What counts for all, step by step and to the end.
    direct: BTreeMap<ItemId, Vec<ItemId>>,
    above: BTreeMap<ItemId, BTreeSet<ItemId>>,
    /// What relations of a brief say.
    linked: BTreeMap<(ScopeId, ItemId), Vec<ItemId>>,
    /// Files that say anything of actors otherwise.
    apart: BTreeSet<ScopeId>,
}

impl Bodies {
    pub(super) fn new(merged: &Merged, resolved: &Resolved) -> Self {
        let mut bodies = Self { apart: merged.views.scopes_of_actors(), ..Self::default() };
        for (id, edges) in resolved.outgoing.iter() {
            for edge in edges.iter().filter(|edge| edge.relation == Relation::PartOf) {
                bodies.direct.entry(id).or_default().push(edge.to);
            }
        }
        for link in &resolved.actor_links {
            let brief = link.brief.and_then(|brief| merged.item_scopes.first(brief));
            let is_part = LinkWord::from_word(link.record.relation.as_str());
            if let Some(scope) = brief.filter(|_| is_part == Some(LinkWord::PartOf)) {
                bodies.linked.entry((scope, link.from)).or_default().push(link.to);
                bodies.apart.insert(scope);
            }
        }
        let is_state = |id| merged.items.get(ItemId::index(id)).is_some_and(is_state);
        let ends = |id: ItemId| bodies.direct.get(&id).into_iter().flatten().copied();
        let actors = bodies.direct.keys();
        bodies.above = actors.map(|actor| (*actor, reached(*actor, ends, is_state))).collect();
        bodies
    }
}

fn is_state(item: &Item) -> bool {
    let Record::Actor(actor) = &item.record else { return false };
    actor.kind.as_ref().is_some_and(|kind| kind.value == ActorKind::State)
}

/// All bodies above an actor, [`FAR`] at the most.
fn reached<I: Iterator<Item = ItemId>>(
    actor: ItemId,
    ends: impl Fn(ItemId) -> I,
    is_state: impl Fn(ItemId) -> bool,
) -> BTreeSet<ItemId> {
    let mut reached = BTreeSet::new();
    let mut open = vec![actor];
    while let Some(id) = open.pop() {
        if is_state(id) {
            continue;
        }
        for end in ends(id).filter(|end| *end != actor) {
            if reached.len() >= FAR {
                return reached;
            }
            if reached.insert(end) {
                open.push(end);
            }
        }
    }
    reached
}

impl Library {
    /// What an actor is a body of.
    pub(super) fn above(&self, actor: ItemId) -> impl Iterator<Item = ItemId> {
        let apart = self.layers().any(|scope| self.bodies.apart.contains(&scope));
        let usual = (!apart).then(|| self.bodies.above.get(&actor)).flatten();
        let own = apart.then(|| {
            let is_state = |id| self.get(id).is_some_and(is_state);
            reached(actor, |id| self.directly_above(id), is_state)
        });
        usual.into_iter().flatten().copied().chain(own.into_iter().flatten())
    }

    /// What an actor is a body of without a step between.
    fn directly_above(&self, actor: ItemId) -> impl Iterator<Item = ItemId> {
        let views = self.views_of(actor);
        let alone = views.iter().flatten().any(|view| view.alone);
        let own = views.into_iter().flatten().flat_map(|view| &view.edges);
        let own = own.filter(|edge| edge.relation == Relation::PartOf).map(|edge| edge.to);
        let usual = (!alone).then(|| self.bodies.direct.get(&actor)).flatten();
        let linked = self.layers().filter_map(move |scope| self.bodies.linked.get(&(scope, actor)));
        let linked = linked.flatten().chain(usual.into_iter().flatten()).copied();
        own.chain(linked)
    }

    /// An actor and what it is a body of.
    pub(super) fn with_above(&self, actor: ItemId) -> impl Iterator<Item = ItemId> {
        std::iter::once(actor).chain(self.above(actor))
    }

    /// Whether an actor is part of another, in any depth up to its state.
    #[must_use]
    pub fn is_body_of(&self, actor: ItemId, other: ItemId) -> bool {
        self.above(actor).any(|body| body == other)
    }

    /// Whether two actors are the same, or one of them is a body of the other.
    #[must_use]
    pub fn are_one(&self, actor: ItemId, other: ItemId) -> bool {
        self.with_above(actor).any(|body| body == other) || self.is_body_of(other, actor)
    }
}

/// Those with an interest in one event, and those whose act it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Interest {
    holders: BTreeSet<ItemId>,
    above_holders: BTreeSet<ItemId>,
    doers: BTreeSet<ItemId>,
    above_doers: BTreeSet<ItemId>,
}

impl Interest {
    /// Adds an actor in a role.
    pub(super) fn add(&mut self, actor: ItemId, role: &str, library: &Library) {
        match RoleWord::from_word(role).map(part) {
            Some(Part::Interested) => self.add_interested(actor, library),
            Some(Part::Doer) => {
                self.doers.insert(actor);
                self.above_doers.extend(library.above(actor));
            }
            Some(Part::Neither) | None => {}
        }
    }

    /// Adds an actor that has an interest, whatever its role.
    pub(super) fn add_interested(&mut self, actor: ItemId, library: &Library) {
        self.holders.insert(actor);
        self.above_holders.extend(library.above(actor));
    }

    /// Adds all that another event's interest has.
    pub(super) fn extend(&mut self, other: &Self) {
        self.holders.extend(&other.holders);
        self.above_holders.extend(&other.above_holders);
        self.doers.extend(&other.doers);
        self.above_doers.extend(&other.above_doers);
    }

    /// Whether an actor has an interest: it holds such a role, or is a body of a holder, or a holder is
    /// a body of it.
    pub(super) fn has(&self, actor: ItemId, library: &Library) -> bool {
        self.above_holders.contains(&actor)
            || library.with_above(actor).any(|body| self.holders.contains(&body))
    }

    /// Whether the event is an act of an actor, of one of its bodies or of what it is a body of.
    pub(super) fn is_act_of(&self, actor: ItemId, library: &Library) -> bool {
        self.above_doers.contains(&actor)
            || library.with_above(actor).any(|body| self.doers.contains(&body))
    }
}
