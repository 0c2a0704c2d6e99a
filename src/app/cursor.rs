//! Where the cursor of a list comes to: rows on, and from group to group.

use super::lists::{Lists, Row};
use super::{Place, timeline};
use crate::choice::{Pane, TimeStep};
use crate::library::{ItemId, Library};
use crate::text::DisplayText;

impl Lists {
    /// The items of a list as they are shown.
    fn items_shown(&self, pane: Pane) -> Vec<ItemId> {
        let rows = self.shown(pane).map_or(&[][..], |shown| &*shown.rows);
        rows.iter().filter_map(Row::item).collect()
    }

    /// Whether the list that has the keys has its cursor among its rows.
    pub(super) fn has_cursor(&self, here: &Place) -> bool {
        at_cursor(here, &self.items_shown(here.focus)).is_some()
    }

    /// The item that many rows on in the list that has the keys, and whether the cursor stands there
    /// already; none in the reader.
    pub(super) fn row_on(&self, here: &Place, by: isize) -> Option<(Option<ItemId>, bool)> {
        here.list(here.focus)?;
        let items = self.items_shown(here.focus);
        let at = at_cursor(here, &items);
        let last = items.len().saturating_sub(1);
        let to = match at {
            Some(at) => at.saturating_add_signed(by).min(last),
            // The first step comes to the first row, and a way back begins behind the last.
            None if by > 0 => 0_usize.saturating_add_signed(by - 1).min(last),
            None => (last + 1).saturating_add_signed(by).min(last),
        };
        Some((items.get(to).copied(), at == Some(to) && by != 0))
    }

    /// The first item of the next group in the list that has the keys, or of this one or the one before.
    pub(super) fn group_on(&self, here: &Place, library: &Library, onward: bool) -> Option<ItemId> {
        let items = self.items_shown(here.focus);
        let at = at_cursor(here, &items)?;
        let group = |at: usize| items.get(at).map(|item| group_of(library, here.step, *item));
        let to = if onward {
            let own = group(at);
            (at + 1..items.len()).find(|index| group(*index) != own)
        } else {
            let start = |index: usize| {
                let own = group(index);
                (0..=index).rev().take_while(|before| group(*before) == own).last()
            };
            start(at).filter(|first| *first < at).or_else(|| at.checked_sub(1).and_then(start))
        };
        items.get(to?).copied()
    }
}

/// The place of the cursor among the items of the list that has the keys.
fn at_cursor(here: &Place, items: &[ItemId]) -> Option<usize> {
    let cursor = here.list(here.focus)?.cursor?;
    items.iter().position(|item| *item == cursor)
}

/// What an item stands under: an event under a time, anything else under the first letter of its title.
fn group_of(library: &Library, step: TimeStep, item: ItemId) -> Option<String> {
    if library.event(item).is_some() {
        return Some(format!("{:?}", timeline::period_of(library, step, item)));
    }
    let title = &library.get(item)?.title;
    title.as_str().chars().next().map(|first| first.to_lowercase().collect())
}

/// What is said where rows end.
pub(super) fn end_words(by: isize) -> DisplayText {
    (if by > 0 { "last row" } else { "first row" }).into()
}
