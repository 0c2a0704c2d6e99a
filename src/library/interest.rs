//! Who has an interest in how an event is told, and which bodies belong to whom.

use super::resolve::Resolved;
use super::{ActorKind, Item, ItemId, LinkWord, Record, Relation, RoleWord};
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
#[derive(Clone, Debug, Default)]
pub(super) struct Bodies {
    above: BTreeMap<ItemId, BTreeSet<ItemId>>,
}

impl Bodies {
    pub(super) fn new(items: &[Item], resolved: &Resolved) -> Self {
        let mut direct: BTreeMap<ItemId, Vec<ItemId>> = BTreeMap::new();
        for (at, edges) in resolved.outgoing.iter().enumerate() {
            for edge in edges.iter().filter(|edge| edge.relation == Relation::PartOf) {
                direct.entry(ItemId::new(at)).or_default().push(edge.to);
            }
        }
        for link in &resolved.actor_links {
            if LinkWord::from_word(link.record.relation.as_str()) == Some(LinkWord::PartOf) {
                direct.entry(link.from).or_default().push(link.to);
            }
        }
        let is_state = |id: &ItemId| {
            let record = items.get(id.index()).map(|item| &item.record);
            let Some(Record::Actor(actor)) = record else { return false };
            actor.kind.as_ref().is_some_and(|kind| kind.value == ActorKind::State)
        };
        let mut above = BTreeMap::new();
        for actor in direct.keys() {
            let mut reached = BTreeSet::new();
            let mut open = vec![*actor];
            while let Some(id) = open.pop().filter(|_| reached.len() < FAR) {
                let ends = direct.get(&id).filter(|_| !is_state(&id)).into_iter().flatten();
                open.extend(ends.filter(|end| **end != *actor && reached.insert(**end)));
            }
            above.insert(*actor, reached);
        }
        Self { above }
    }

    /// What an actor is a body of.
    pub(super) fn above(&self, actor: ItemId) -> impl Iterator<Item = ItemId> {
        self.above.get(&actor).into_iter().flatten().copied()
    }

    /// An actor and what it is a body of.
    pub(super) fn with_above(&self, actor: ItemId) -> impl Iterator<Item = ItemId> {
        std::iter::once(actor).chain(self.above(actor))
    }

    /// Whether two actors are the same, or one of them is a body of the other.
    pub(super) fn are_one(&self, actor: ItemId, other: ItemId) -> bool {
        self.with_above(actor).any(|body| body == other)
            || self.above(other).any(|body| body == actor)
    }
}

/// Those with an interest in one event, and those whose act it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Interest {
    holders: BTreeSet<ItemId>,
    above_holders: BTreeSet<ItemId>,
    doers: BTreeSet<ItemId>,
}

impl Interest {
    /// Adds an actor in a role.
    pub(super) fn add(&mut self, actor: ItemId, role: &str, bodies: &Bodies) {
        match RoleWord::from_word(role).map(part) {
            Some(Part::Interested) => self.add_interested(actor, bodies),
            Some(Part::Doer) => {
                self.doers.insert(actor);
            }
            Some(Part::Neither) | None => {}
        }
    }

    /// Adds an actor that has an interest, whatever its role.
    pub(super) fn add_interested(&mut self, actor: ItemId, bodies: &Bodies) {
        self.holders.insert(actor);
        self.above_holders.extend(bodies.above(actor));
    }

    /// Adds all that another event's interest has.
    pub(super) fn extend(&mut self, other: &Self) {
        self.holders.extend(&other.holders);
        self.above_holders.extend(&other.above_holders);
        self.doers.extend(&other.doers);
    }

    /// Whether an actor has an interest: it holds such a role, or is a body of a holder, or a holder is
    /// a body of it.
    pub(super) fn has(&self, actor: ItemId, bodies: &Bodies) -> bool {
        self.above_holders.contains(&actor)
            || bodies.with_above(actor).any(|body| self.holders.contains(&body))
    }

    /// Whether the event is an act of an actor, of one of its bodies or of what it is a body of.
    pub(super) fn is_act_of(&self, actor: ItemId, bodies: &Bodies) -> bool {
        bodies.with_above(actor).any(|body| self.doers.contains(&body))
            || self.doers.iter().any(|doer| bodies.above(*doer).any(|body| body == actor))
    }
}
