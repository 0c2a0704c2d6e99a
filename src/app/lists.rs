//! The rows of the lists.

use super::{App, Order, Pane, rows};
use crate::library::ItemId;
use crate::text::DisplayText;
use std::collections::BTreeSet;
use std::sync::Arc;

/// One row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A heading, as a year.
    Heading(DisplayText),
    /// An item.
    Item(ItemId),
    /// A file that did not open; its place in the library's list.
    Refused(usize),
    /// The time that passes between the rows above and below, as `46 days later`.
    Passage(DisplayText),
}

impl Row {
    /// The item, if the row is one.
    #[must_use]
    pub fn item(&self) -> Option<ItemId> {
        match self {
            Self::Item(item) => Some(*item),
            Self::Heading(_) | Self::Refused(_) | Self::Passage(_) => None,
        }
    }
}

/// What is chosen in a list: where one is in it, and how it is sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListState {
    /// The selected item.
    pub cursor: Option<ItemId>,
    /// The first row shown.
    pub scroll: usize,
    /// How it is sorted.
    pub order: Order,
    /// The first row shown while the wheel of the mouse holds the list there: until the subject is
    /// another one, the list has the keys, or the screen another size.
    pub held: Option<usize>,
    /// The item whose own stand first in the usual order of the sources: the subject, or the last one
    /// that was no source, so that no row moves while one goes through them.
    pub heads: Option<ItemId>,
}

/// The rows of a list, which follow from the state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListRows {
    /// The rows in force.
    pub rows: Arc<[Row]>,
    /// Whether only what belongs to the subject is shown, for want of room.
    pub linked_only: bool,
    /// Items that brief and lenses leave, shown or not.
    pub items: usize,
    /// Those of them that belong to the subject.
    pub linked: usize,
    /// The place of the subject among them, from 0, where the list has it.
    pub at: Option<usize>,
    /// Whether there are no headings that tell the years.
    pub undated: bool,
}

impl ListState {
    /// Scrolls the least that shows a row; the heading above the first item comes with it.
    fn reveal(&mut self, rows: &[Row], row: usize, height: usize) {
        let first =
            if rows.get(..row).is_some_and(|above| above.iter().all(|row| row.item().is_none())) {
                0
            } else {
                row
            };
        if first < self.scroll {
            self.scroll = first;
        }
        if row >= self.scroll + height {
            self.scroll = row + 1 - height.max(1);
        }
    }
}

/// Rows under which a list shows only what belongs to the subject.
const SHORT: usize = 4;

impl App {
    /// Takes a size. Lists that only follow the subject are laid out anew, so that a screen does not
    /// depend on the sizes it had before.
    pub(super) fn resize(&mut self, width: u16, height: u16) {
        self.size = (width, height);
        self.let_lists_go();
        for pane in Pane::LISTS.into_iter().filter(|pane| *pane != self.here.focus) {
            if let Some(list) = self.here.lists.get_mut(pane.index()) {
                list.scroll = 0;
            }
        }
    }

    /// Rows a list has on the screen; as many as there are when it is not shown.
    pub(super) fn list_height(&self, pane: Pane) -> usize {
        self.layout.area(pane).map_or(usize::MAX / 2, |area| usize::from(area.body.height))
    }

    /// Scrolls the timeline so that the year of its cursor stands on top.
    pub(super) fn begin_at_year(&mut self) {
        let [timeline, ..] = &mut self.here.lists;
        let [shown, ..] = &self.shown;
        let at = shown.rows.iter().position(|row| row.item() == timeline.cursor);
        timeline.scroll = at.unwrap_or(0).saturating_sub(1);
    }

    /// The year of the first event in sight, where its heading is not.
    #[must_use]
    pub fn year_above(&self) -> Option<DisplayText> {
        let ([timeline, ..], [shown, ..]) = (&self.here.lists, &self.shown);
        let in_sight = shown.rows.get(timeline.scroll..)?;
        let first = in_sight.iter().find(|row| !matches!(row, Row::Passage(_)))?.item()?;
        if shown.undated {
            return None;
        }
        rows::year_of(&self.library, first).map(|year| crate::text![year])
    }

    /// Brings rows, cursor and scroll of a list up to date.
    ///
    /// The list that has the keys keeps its cursor in sight, and the list in which the subject lives
    /// the subject. Another list shows as much as it can of what belongs to the subject; it moves the
    /// least that does so, and not at all where it shows that much already. A short list begins at
    /// the first row that belongs to the subject, unless its cursor is one of them further down, and so do
    /// the sources, of which those stand first.
    pub(super) fn arrange_list(&mut self, pane: Pane) {
        // A list that is not shown waits as it is, as before the size of the screen is known.
        let hidden = self.layout.area(pane).is_none();
        let height = self.list_height(pane);
        let short = height < SHORT && pane != self.here.focus;
        let linked = self.linked_in(pane);
        let Some(all) = self.rows.get(pane.index()) else { return };
        let subject = self.here.subject;
        let at_home = |item: ItemId| Some(item) == subject && self.lives_in(pane, Some(item));
        let rows: Arc<[Row]> = if short {
            let kept = |item| linked.contains(&item) || at_home(item);
            all.iter().filter(|row| row.item().is_some_and(kept)).cloned().collect()
        } else {
            Arc::clone(all)
        };
        let Some(state) = self.here.lists.get(pane.index()) else { return };
        let last = if hidden { rows.len() } else { rows.len().saturating_sub(height) };
        let scroll = if short { 0 } else { state.scroll.min(last) };
        let lives_here = self.lives_in(pane, subject);
        let sought = if pane != self.here.focus && lives_here { subject } else { state.cursor };
        let held = state.held.filter(|_| pane != self.here.focus).map(|held| held.min(last));
        let pointed = self.pointed_at().filter(|_| pane != self.here.focus);
        let pointed = pointed.and_then(|to| rows.iter().position(|row| row.item() == Some(to)));
        let (scroll, reveal) = if let Some(held) = held {
            (held, None)
        } else if let Some(row) = pointed {
            (scroll, Some(row))
        } else if pane == self.here.focus || lives_here || short {
            let at = |sought| rows.iter().position(|row| row.item() == Some(sought));
            (scroll, sought.and_then(at))
        } else if hidden {
            (scroll, None)
        } else if state.heads.is_some() && state.order == Order::Usual {
            (0, None)
        } else {
            let marks =
                rows.iter().map(|row| row.item().is_some_and(|item| linked.contains(&item)));
            (fullest(&marks.collect::<Vec<bool>>(), height, scroll), None)
        };
        let counted = self.counted(pane, rows, short, &linked);
        let Some(state) = self.here.lists.get_mut(pane.index()) else { return };
        state.scroll = scroll;
        state.held = held;
        if let Some(row) = reveal {
            state.reveal(&counted.rows, row, height);
        }
        if let Some(shown) = self.shown.get_mut(pane.index()) {
            *shown = counted;
        }
    }

    /// Rows with what there is to count in them.
    fn counted(
        &self,
        pane: Pane,
        rows: Arc<[Row]>,
        linked_only: bool,
        linked: &BTreeSet<ItemId>,
    ) -> ListRows {
        let all = self.rows.get(pane.index()).map(|rows| &**rows).unwrap_or_default();
        let items = || all.iter().filter_map(Row::item);
        let order = self.here.lists.get(pane.index()).map(|list| list.order);
        let by_time = matches!(order, Some(Order::Usual | Order::Time));
        ListRows {
            items: items().count(),
            linked: items().filter(|item| linked.contains(item)).count(),
            at: items().position(|item| Some(item) == self.here.subject),
            undated: linked_only || !by_time,
            rows,
            linked_only,
        }
    }

    /// Lets lists that the wheel holds follow the subject again.
    pub(super) fn let_lists_go(&mut self) {
        for list in &mut self.here.lists {
            list.held = None;
        }
    }

    /// What belongs to the subject in a list.
    fn linked_in(&self, pane: Pane) -> BTreeSet<ItemId> {
        let linked = self
            .here
            .subject
            .zip(pane.kind())
            .map(|(subject, kind)| self.library.linked(subject, kind));
        linked.unwrap_or_default().iter().copied().collect()
    }

    fn lives_in(&self, pane: Pane, item: Option<ItemId>) -> bool {
        let item = item.and_then(|item| self.library.get(item));
        item.is_some_and(|item| Some(item.kind) == pane.kind())
    }
}

/// The first row, nearest to `scroll`, from which so many rows hold the most marks.
fn fullest(marks: &[bool], height: usize, scroll: usize) -> usize {
    let mut sums = vec![0_usize];
    sums.extend(marks.iter().scan(0, |sum, marked| {
        *sum += usize::from(*marked);
        Some(*sum)
    }));
    let sum = |row: usize| sums.get(row.min(marks.len())).copied().unwrap_or(0);
    let held = |first: usize| sum(first.saturating_add(height)) - sum(first);
    let last = marks.len().saturating_sub(height);
    let best =
        (0..=last).max_by_key(|first| (held(*first), std::cmp::Reverse(first.abs_diff(scroll))));
    best.unwrap_or(scroll)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fullest_window_is_the_nearest_one() {
        let marks = |text: &str| text.chars().map(|sign| sign == '*').collect::<Vec<bool>>();
        let scattered = marks("*----**-----**---");
        assert_eq!(fullest(&scattered, 3, 0), 4);
        assert_eq!(fullest(&scattered, 3, 5), 5);
        assert_eq!(fullest(&scattered, 3, 10), 11);
        assert_eq!(fullest(&scattered, 3, 14), 12);
        assert_eq!(fullest(&marks("-----"), 2, 2), 2);
        assert_eq!(fullest(&[], 4, 0), 0);
        assert_eq!(fullest(&scattered, usize::MAX / 2, 0), 0);
    }
}
