//! Who says that it was he, and who only says that it was not.

use super::{ActorKind, Attribution, ItemId, Library, Relation};

impl Library {
    /// Whether somebody says in a claim that it was he.
    #[must_use]
    pub fn claims_it_himself(&self, claim: ItemId) -> bool {
        let ground = self.claim(claim).and_then(|claim| claim.attribution);
        let by: Vec<ItemId> = self.ends(claim, Relation::AssertedBy).collect();
        let names_himself =
            || !by.is_empty() && self.ends(claim, Relation::AscribesTo).eq(by.clone());
        (ground == Some(Attribution::Itself) || names_himself()) && !self.rejects_blame(claim)
    }

    /// Whether a claim on the ground of one's own word is a denial: it contradicts another one that blames the
    /// same. Disputes have no direction.
    #[must_use]
    pub fn rejects_blame(&self, claim: ItemId) -> bool {
        let ground = self.claim(claim).and_then(|claim| claim.attribution);
        if ground != Some(Attribution::Itself) {
            return false;
        }
        let named: Vec<ItemId> = self.ends(claim, Relation::AscribesTo).collect();
        let by: Vec<ItemId> = self.ends(claim, Relation::AssertedBy).collect();
        let is_blamed = |to: ItemId| {
            if !named.is_empty() {
                return named.contains(&to);
            }
            // A front says of itself what it does not say of those behind it.
            let speaks_for = |by: ItemId| self.speaks_for_a_state(by) && self.are_one(by, to);
            by.iter().any(|by| *by == to || speaks_for(*by))
        };
        let others = self.ends(claim, Relation::Disputes).chain(self.disputing(claim));
        others.flat_map(|other| self.ends(other, Relation::AscribesTo)).any(is_blamed)
    }

    fn speaks_for_a_state(&self, actor: ItemId) -> bool {
        let kind = self.actor(actor).and_then(|actor| actor.kind.as_ref());
        kind.is_some_and(|kind| matches!(kind.value, ActorKind::State | ActorKind::Agency))
    }
}
