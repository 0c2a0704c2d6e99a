//! Which items have an id, whatever brief they are in.

use super::{Item, ItemId, Slug};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Items by their ids. The ids stand in the items, and are looked at there: another list of them would take as much
/// memory as all else that is known of most items.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct BySlug(Vec<(u32, ItemId)>);

impl BySlug {
    /// Adds items.
    pub(super) fn extend(&mut self, items: &[Item], adds: impl Fn(&Item) -> bool) {
        let items = items.iter().enumerate().filter(|(_, item)| adds(item));
        self.0.extend(items.map(|(at, item)| (key(&item.slug), ItemId::new(at))));
        self.0.sort_unstable();
    }

    /// The items with an id, in their order.
    pub(super) fn of<'i>(
        &self,
        slug: &Slug,
        item: impl Fn(ItemId) -> Option<&'i Item>,
    ) -> impl Iterator<Item = ItemId> {
        let key = key(slug);
        let first = self.0.partition_point(|(of, _)| *of < key);
        let alike = self.0.iter().skip(first).take_while(move |(of, _)| *of == key);
        alike.map(|(_, id)| *id).filter(move |id| item(*id).is_some_and(|item| item.slug == *slug))
    }
}

/// Few ids have the same, and nobody can write many that do. It is packed into the program, so it must be the same
/// on every machine.
fn key(slug: &Slug) -> u32 {
    let hash: [u8; 32] = Sha256::digest(slug.as_str()).into();
    let [a, b, c, d, ..] = hash;
    u32::from_be_bytes([a, b, c, d])
}
