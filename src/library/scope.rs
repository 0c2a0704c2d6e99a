//! Which ids a file sees: its own, then those of the registry of its folder.

use super::by_slug::BySlug;
use super::lazy::Lazy;
use super::{ItemId, Kind, Schema, Slug};
use crate::brief::LeftOut;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Number of a scope.
pub(super) type ScopeId = usize;

/// The ids of one brief or of one registry.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Scope {
    /// The brief; a registry has none.
    pub(super) brief: Option<ItemId>,
    /// The edition of the format that it is of.
    pub(super) schema: Schema,
    /// The registry that a brief sees.
    pub(super) registry: Option<ScopeId>,
    /// Ids of items.
    pub(super) names: BTreeMap<(Kind, Slug), ItemId>,
    /// Ids of publishers, with their place in the library's list.
    pub(super) publishers: BTreeMap<Slug, usize>,
    /// Records that stand in the file and could not be read, by their ids.
    pub(super) left_out: BTreeMap<Slug, LeftOut>,
    /// Those whose id could not be read either.
    pub(super) left_out_nameless: Vec<LeftOut>,
}

/// All scopes, one per registry and brief.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Scopes {
    pub(super) list: Vec<Lazy<Scope>>,
    /// Briefs are seen from everywhere.
    pub(super) briefs: BTreeMap<Slug, ItemId>,
    /// Briefs that are not read since others replace them, with what is read in their place.
    pub(super) replaced: BTreeMap<Slug, Slug>,
    /// Every item by its id, whatever brief it is in.
    pub(super) by_slug: BySlug,
}

impl Scopes {
    pub(super) fn add(&mut self, scope: Scope) -> ScopeId {
        self.list.push(scope.into());
        self.list.len() - 1
    }

    /// The scope itself, then its registry.
    pub(super) fn seen(&self, scope: ScopeId) -> impl Iterator<Item = &Scope> {
        let of = |scope: ScopeId| self.list.get(scope).map(|found| &**found);
        let own = of(scope);
        let registry = own.and_then(|own| own.registry).and_then(of);
        own.into_iter().chain(registry)
    }

    /// The scope itself, then that of its registry.
    pub(super) fn layers(&self, scope: ScopeId) -> impl Iterator<Item = ScopeId> {
        let registry = self.list.get(scope).and_then(|own| own.registry);
        std::iter::once(scope).chain(registry)
    }

    /// The brief with an id, or the one that replaces it.
    pub(super) fn brief(&self, slug: &Slug) -> Option<ItemId> {
        let own = self.briefs.get(slug);
        own.or_else(|| self.briefs.get(self.replaced.get(slug)?)).copied()
    }

    /// The item of a kind with an id, as seen from a scope.
    pub(super) fn find(&self, scope: ScopeId, kind: Kind, slug: &Slug) -> Option<ItemId> {
        if kind == Kind::Brief {
            return self.brief(slug);
        }
        let key = (kind, slug.clone());
        self.seen(scope).find_map(|scope| scope.names.get(&key).copied())
    }

    /// The event or claim with an id; they share one space of ids.
    pub(super) fn event_or_claim(&self, scope: ScopeId, slug: &Slug) -> Option<ItemId> {
        self.find(scope, Kind::Event, slug).or_else(|| self.find(scope, Kind::Claim, slug))
    }

    /// The publisher with an id, as a place in the library's list.
    pub(super) fn publisher(&self, scope: ScopeId, slug: &Slug) -> Option<usize> {
        self.seen(scope).find_map(|scope| scope.publishers.get(slug).copied())
    }

    /// Every item with an id, whatever its kind.
    pub(super) fn any(&self, scope: ScopeId, slug: &Slug) -> Vec<(Kind, ItemId)> {
        Kind::ALL
            .iter()
            .filter_map(|kind| self.find(scope, *kind, slug).map(|id| (*kind, id)))
            .collect()
    }

    /// The record with an id that could not be read.
    pub(super) fn left_out(&self, scope: ScopeId, slug: &Slug) -> Option<&LeftOut> {
        self.seen(scope).find_map(|scope| scope.left_out.get(slug))
    }

    /// A record of a kind that could not be read, nor its id: it may be any that is missed.
    pub(super) fn left_out_nameless(&self, scope: ScopeId, words: &str) -> Option<&LeftOut> {
        let mut nameless = self.seen(scope).flat_map(|scope| &scope.left_out_nameless);
        nameless.find(|record| words.split(" or ").any(|noun| noun == record.noun))
    }

    /// All ids of some kinds that a scope sees.
    pub(super) fn ids(&self, scope: ScopeId, kinds: &[Kind]) -> Vec<Slug> {
        self.seen(scope)
            .flat_map(|scope| scope.names.keys())
            .filter(|(kind, _)| kinds.contains(kind))
            .map(|(_, slug)| slug.clone())
            .collect()
    }
}

/// The id nearest to a mistyped one, if one is near.
pub(super) fn nearest(wanted: &str, ids: impl IntoIterator<Item = Slug>) -> Option<Slug> {
    let ids: BTreeSet<Slug> = ids.into_iter().collect();
    crate::text::nearest(wanted, ids.iter().map(Slug::as_str)).and_then(Slug::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slugs(ids: &[&str]) -> Vec<Slug> {
        ids.iter().filter_map(|id| Slug::new(id)).collect()
    }

    #[test]
    fn nearest_prefers_the_closest_and_refuses_the_far() {
        let ids = slugs(&["aeoi-statement", "aeoi-statements-2", "kayhan"]);
        assert_eq!(nearest("aeoi-statment", ids.clone()), Slug::new("aeoi-statement"));
        assert_eq!(nearest("bloomberg", ids), None);
    }
}
