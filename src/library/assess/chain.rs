//! What a source repeats, step by step to the originals.

use super::Assessor;
use crate::library::{ItemId, Relation};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Roots that are kept of one source.
const ROOTS: usize = 16;

/// A source and what it repeats.
#[derive(Debug)]
pub(super) struct Chain {
    pub(super) reached: BTreeSet<ItemId>,
    pub(super) roots: Vec<ItemId>,
}

impl Assessor {
    pub(super) fn chain(&mut self, source: ItemId) -> Rc<Chain> {
        if let Some(chain) = self.chains.get(&source) {
            return Rc::clone(chain);
        }
        let reached = self.library.repeated(source);
        let roots = self.find_roots(&reached);
        let chain = Rc::new(Chain { reached, roots });
        self.chains.insert(source, Rc::clone(&chain));
        chain
    }

    /// The sources at the end of `derived-from`; in a cycle, which is a fault found elsewhere, its
    /// first source stands for all.
    fn find_roots(&self, chain: &BTreeSet<ItemId>) -> Vec<ItemId> {
        let underived =
            |id: &ItemId| self.library.ends(*id, Relation::DerivesFrom).next().is_none();
        let mut roots: Vec<ItemId> = chain.iter().copied().filter(underived).collect();
        // By their ids: what else is loaded may not turn them round.
        let slug = |id: &ItemId| self.library.get(*id).map(|item| item.slug.clone());
        if roots.is_empty() {
            return chain.iter().copied().min_by_key(slug).into_iter().collect();
        }
        roots.sort_by_cached_key(slug);
        roots.truncate(ROOTS);
        roots
    }

    /// Whether a source repeats itself by way of others, which is a fault found elsewhere.
    pub(super) fn goes_round(&self, source: ItemId, chain: &Chain) -> bool {
        let reached = chain.reached.iter();
        let mut ends = reached.flat_map(|id| self.library.ends(*id, Relation::DerivesFrom));
        ends.any(|end| end == source)
    }
}
