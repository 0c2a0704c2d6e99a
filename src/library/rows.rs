//! Lists of items in one list: a million of them would cost more than what stands in them.

use super::ItemId;
use super::scope::ScopeId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A list for each item.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Rows<T> {
    /// Start of each item's row, and the end of the last.
    starts: Vec<u32>,
    all: Vec<T>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { starts: Vec::new(), all: Vec::new() }
    }
}

impl<T> Rows<T> {
    /// So many rows; entries of one item keep their order.
    pub(super) fn new(items: usize, mut entries: Vec<(ItemId, T)>) -> Self {
        // Sorting takes memory, and most are made item by item.
        if !entries.is_sorted_by_key(|(item, _)| *item) {
            entries.sort_by_key(|(item, _)| *item);
        }
        let mut starts = Vec::with_capacity(items + 1);
        let mut at = 0;
        for item in 0..=items {
            while entries.get(at).is_some_and(|(of, _)| of.index() < item) {
                at += 1;
            }
            starts.push(u32::try_from(at).unwrap_or(u32::MAX));
        }
        // Collected they would keep the room of the items beside them.
        let mut all = Vec::with_capacity(entries.len());
        all.extend(entries.into_iter().map(|(_, entry)| entry));
        Self { starts, all }
    }

    /// The row of an item.
    pub(super) fn of(&self, item: ItemId) -> &[T] {
        let at = item.index();
        let range = self.starts.get(at).zip(self.starts.get(at + 1));
        let row = |(start, end): (&u32, &u32)| self.all.get(*start as usize..*end as usize);
        // Nothing is known here of an item of another library.
        range.and_then(row).unwrap_or_default()
    }

    /// Every row with its item.
    pub(super) fn iter(&self) -> impl Iterator<Item = (ItemId, &[T])> {
        let items = (0..self.starts.len().saturating_sub(1)).map(ItemId::new);
        items.map(|item| (item, self.of(item)))
    }
}

/// The files that define each item, the first one first. Most items have one.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct ItemScopes {
    first: Vec<ScopeId>,
    later: BTreeMap<ItemId, Vec<ScopeId>>,
}

impl ItemScopes {
    /// Makes room for so many items more.
    pub(super) fn reserve(&mut self, items: usize) {
        self.first.reserve_exact(items);
    }

    /// The files of the next item.
    pub(super) fn push(&mut self, first: ScopeId, later: &[ScopeId]) {
        if !later.is_empty() {
            self.later.insert(ItemId::new(self.first.len()), later.to_vec());
        }
        self.first.push(first);
    }

    /// Adds a file to those of an item, unless it is the last of them.
    pub(super) fn add(&mut self, item: ItemId, scope: ScopeId) {
        let later = self.later.get(&item).and_then(|later| later.last().copied());
        if later.or(self.first(item)) != Some(scope) {
            self.later.entry(item).or_default().push(scope);
        }
    }

    /// The first of them.
    pub(super) fn first(&self, item: ItemId) -> Option<ScopeId> {
        self.first.get(item.index()).copied()
    }

    /// All of them.
    pub(super) fn of(&self, item: ItemId) -> impl Iterator<Item = ScopeId> + Clone {
        self.first(item).into_iter().chain(self.later.get(&item).into_iter().flatten().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_stand_with_their_items_in_their_order() {
        let at = ItemId::new;
        let rows = Rows::new(4, vec![(at(2), 'b'), (at(0), 'a'), (at(2), 'a'), (at(2), 'c')]);
        let all: Vec<(usize, &[char])> =
            rows.iter().map(|(item, row)| (item.index(), row)).collect();
        assert_eq!(all, [(0, &['a'][..]), (1, &[]), (2, &['b', 'a', 'c']), (3, &[])]);
        assert!(rows.of(at(4)).is_empty());
    }

    #[test]
    fn an_item_has_its_first_file_and_those_added_later() {
        let (one, other) = (ItemId::new(0), ItemId::new(1));
        let mut scopes = ItemScopes::default();
        scopes.push(7, &[]);
        scopes.push(3, &[5]);
        for scope in [7, 8, 8] {
            scopes.add(one, scope);
        }
        assert_eq!(scopes.of(one).collect::<Vec<_>>(), [7, 8]);
        assert_eq!(scopes.of(other).collect::<Vec<_>>(), [3, 5]);
        assert_eq!((scopes.first(other), scopes.first(ItemId::new(2))), (Some(3), None));
    }
}
