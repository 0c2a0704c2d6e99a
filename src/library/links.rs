//! Relations between actors, as briefs record them.

use super::{ActorLink, ItemId, Library};

impl Library {
    /// The `[[link]]` records of all briefs, in file order.
    #[must_use]
    pub fn actor_links(&self) -> &[ActorLink] {
        &self.resolved.actor_links
    }

    /// Those from an actor or to it.
    pub fn links_of(&self, actor: ItemId) -> impl Iterator<Item = &ActorLink> {
        let places = self.resolved.links_of.get(&actor).into_iter().flatten();
        places.filter_map(|place| self.resolved.actor_links.get(*place))
    }
}
