//! The items of a library; those in the program are unpacked when they are asked for.

use super::lazy::Lazy;
use super::{Item, ItemId, Record};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::sync::Arc;

/// All items by their ids.
#[derive(Clone)]
pub(super) enum Items {
    /// Of briefs that were read.
    Read(Vec<Item>),
    /// Of the program: the first screen shows a few of them.
    Packed(Vec<Lazy<Option<Item>>>),
}

impl Items {
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Read(items) => items.len(),
            Self::Packed(items) => items.len(),
        }
    }

    pub(super) fn get(&self, id: ItemId) -> Option<&Item> {
        match self {
            Self::Read(items) => items.get(id.index()),
            Self::Packed(items) => items.get(id.index())?.as_ref(),
        }
    }

    /// Their ids, without a look at any.
    pub(super) fn ids(&self) -> impl Iterator<Item = ItemId> + use<> {
        (0..self.len()).map(ItemId::new)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (ItemId, &Item)> {
        self.ids().filter_map(|id| Some((id, self.get(id)?)))
    }
}

impl Default for Items {
    fn default() -> Self {
        Self::Read(Vec::new())
    }
}

/// The same for items that were read and for those that were packed.
impl fmt::Debug for Items {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_map().entries(self.iter().map(|(id, item)| (id, by_itself(item)))).finish()
    }
}

/// An item as it is packed: the claims of an event are items of their own, and would stand there twice.
fn by_itself(item: &Item) -> Item {
    let mut item = item.clone();
    if let Record::Event(event) = &mut item.record {
        Arc::make_mut(event).claims.clear();
    }
    item
}

/// Each item by itself.
impl Serialize for Items {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let each: Vec<_> = self.iter().map(|(_, item)| Lazy::from(Some(by_itself(item)))).collect();
        each.serialize(to)
    }
}

impl<'de: 'static> Deserialize<'de> for Items {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Vec::deserialize(from).map(Self::Packed)
    }
}
