//! Relations between actors, as briefs record them.

use super::refused::without_folder;
use super::{ActorLink, ItemId, Kind, Library};
use crate::text::DisplayText;

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

    /// The file and the brief that hold a relation, where several briefs say something of an actor at one of its
    /// ends: a relation is the word of its brief alone. Those of the program are of one hand.
    #[must_use]
    pub fn teller_of(&self, link: &ActorLink) -> Option<(DisplayText, ItemId)> {
        let is_own = |brief: &ItemId| {
            let scope = self.item_scopes.first(*brief);
            self.builtin.is_none()
                || scope.and_then(|scope| *self.registries.get(scope)?) != self.builtin
        };
        let is_of_several = |actor| {
            let briefs = self.linked(actor, Kind::Brief);
            briefs.len() > 1 && briefs.iter().any(is_own)
        };
        let brief = link.brief.filter(|_| [link.from, link.to].into_iter().any(is_of_several))?;
        let file = without_folder(&self.sources.name(self.get(brief)?.span.source));
        Some((file, brief))
    }
}
