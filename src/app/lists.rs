//! The rows of the lists.

use super::memo::Memo;
use super::{Layout, Place, rows};
use crate::choice::{Order, Pane};
use crate::library::{ItemId, Library};
use crate::text::DisplayText;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A heading, as a month.
    Heading(DisplayText),
    /// An item.
    Item(ItemId),
    /// A file that did not open; its place in the library's list.
    Refused(usize),
}

impl Row {
    /// The item, if the row is one.
    #[must_use]
    pub fn item(&self) -> Option<ItemId> {
        match self {
            Self::Item(item) => Some(*item),
            Self::Heading(_) | Self::Refused(_) => None,
        }
    }
}

/// What is chosen in a list: where one is in it, and how it is sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListState {
    /// The selected item.
    pub cursor: Option<ItemId>,
    /// The first row shown, where the list has more than a few rows.
    pub scroll: usize,
    /// How it is sorted.
    pub order: Order,
    /// The first row shown while the wheel of the mouse holds the list there: until the subject is
    /// another one, the list has the keys, or the screen another size.
    pub held: Option<usize>,
    /// The item whose own the list shows: the subject, or the last one that does not live in the list,
    /// so that no row moves while one goes through them.
    pub heads: Option<ItemId>,
    /// Whether it shows all there is and not only what belongs to the subject.
    pub whole: bool,
}

/// The rows of a list, which follow from the state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListRows {
    /// The rows in force.
    pub rows: Arc<[Row]>,
    /// The first row shown.
    pub scroll: usize,
    /// Whether only what belongs to the subject is shown.
    pub linked_only: bool,
    /// Items that brief and lenses leave, shown or not.
    pub items: usize,
    /// Those of them that belong to the subject.
    pub linked: usize,
    /// The place of the subject among them, from 0, where the list has it.
    pub at: Option<usize>,
    /// Whether the rows do not follow each other in time, so that each has to tell its year.
    pub undated: bool,
}

/// The lists: what they have, and what they show of it.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// All rows of each list, as brief, lenses and order leave them, and their items.
    all: Memo<rows::RowsFor, [Arc<Listed>; Pane::LISTS.len()]>,
    /// What of it belongs to the head of the list; the timeline has no such rows.
    own: [Memo<rows::OwnFor, Arc<Listed>>; Pane::LISTS.len()],
    /// The rows of each list as they are shown.
    shown: [ListRows; Pane::LISTS.len()],
}

/// Rows with the items in them.
#[derive(Debug, Default)]
pub(super) struct Listed {
    pub(super) rows: Arc<[Row]>,
    /// The clock of most times of day that a timeline tells; none where it tells none, as other lists.
    pub(super) clock: Option<i32>,
    /// The place of each item among them, from 0.
    places: BTreeMap<ItemId, usize>,
}

impl Listed {
    pub(super) fn new(rows: Vec<Row>) -> Self {
        let items = rows.iter().filter_map(Row::item).enumerate();
        let places = items.map(|(place, item)| (item, place)).collect();
        Self { rows: Arc::from(rows), clock: None, places }
    }

    /// The same with times of day, most of them of a clock.
    pub(super) fn telling(self, clock: Option<i32>) -> Self {
        Self { clock, ..self }
    }

    /// Whether an item is among them.
    pub(super) fn has(&self, item: ItemId) -> bool {
        self.places.contains_key(&item)
    }

    /// How many items there are.
    fn count(&self) -> usize {
        self.places.len()
    }

    /// The place of an item among them, from 0.
    fn place(&self, item: ItemId) -> Option<usize> {
        self.places.get(&item).copied()
    }
}

impl Lists {
    /// All rows of a list; none of the reader.
    pub(super) fn all(&self, pane: Pane) -> Option<&Arc<Listed>> {
        self.all.get().get(pane.index())
    }

    /// The rows of a list as they are shown; none of the reader.
    pub(super) fn shown(&self, pane: Pane) -> Option<&ListRows> {
        self.shown.get(pane.index())
    }

    /// What all rows were made for.
    pub(super) fn are_for(&self, made_for: &rows::RowsFor) -> bool {
        self.all.is_for(made_for)
    }

    /// Takes all rows of all lists.
    pub(super) fn take(&mut self, made_for: rows::RowsFor, all: [Listed; Pane::LISTS.len()]) {
        self.all.set(made_for, all.map(Arc::new));
        self.own.iter_mut().for_each(Memo::forget);
    }

    /// The rows that belong to the head of a list, worked out if they are of something else.
    pub(super) fn own(
        &mut self,
        pane: Pane,
        made_for: rows::OwnFor,
        make: impl FnOnce(&Listed) -> Vec<Row>,
    ) -> Arc<Listed> {
        let (Some(memo), Some(all)) =
            (self.own.get_mut(pane.index()), self.all.get().get(pane.index()))
        else {
            return Arc::default();
        };
        memo.follow(Some(made_for), |_| Arc::new(Listed::new(make(all))));
        Arc::clone(memo.get())
    }

    fn show(&mut self, pane: Pane, rows: ListRows) {
        if let Some(shown) = self.shown.get_mut(pane.index()) {
            *shown = rows;
        }
    }
}

/// Rows up to which a list is only a glimpse: the subject stands in the middle of it, and where one was
/// in the list is kept for when it has room again.
const GLIMPSE: usize = 3;

impl Lists {
    /// Brings rows, cursor and scroll of a list up to date; the chosen link points at an item.
    ///
    /// The list that has the keys keeps its cursor in sight, and the list in which the subject lives
    /// the subject. Another list shows as much as it can of what belongs to the subject; it moves the
    /// least that does so, and not at all where it shows that much already.
    pub(super) fn arrange(
        &mut self,
        pane: Pane,
        library: &Library,
        here: &mut Place,
        layout: &Layout,
        pointed_at: Option<ItemId>,
    ) {
        let listed = self.rows_to_show(pane, library, here);
        let rows = &listed.rows;
        // A list that is not shown waits as it is, as before the size of the screen is known.
        let hidden = layout.area(pane).is_none();
        let height = layout.rows_of(pane);
        let linked = here.linked_in(pane, library);
        let to = row_to_show(pane, library, here, pointed_at, rows);
        let has_keys = pane == here.focus;
        let Some(state) = here.list_mut(pane) else { return };
        let last = if hidden { rows.len() } else { rows.len().saturating_sub(height) };
        let held = state.held.filter(|_| !has_keys).map(|held| held.min(last));
        let scroll = state.scroll.min(last);
        let own = pane.follows_subject() && !state.whole;
        let is_linked = |row: &Row| row.item().is_some_and(|item| linked.contains(&item));
        let shown = match (held, to) {
            (Some(held), _) => held,
            (None, Some(row)) if height <= GLIMPSE => row.saturating_sub(1).min(last),
            (None, Some(row)) => revealed(rows, row, (scroll, height)),
            (None, None) if hidden => scroll,
            (None, None) if own => 0,
            (None, None) if has_keys => scroll,
            (None, None) => {
                fullest(&rows.iter().map(is_linked).collect::<Vec<bool>>(), height, scroll)
            }
        };
        state.held = held;
        if height > GLIMPSE {
            state.scroll = shown;
        }
        let counted = self.counted((pane, here), (&listed, shown), own, &linked);
        self.show(pane, counted);
    }

    /// Rows with what there is to count in them.
    fn counted(
        &self,
        (pane, here): (Pane, &Place),
        (shown, scroll): (&Arc<Listed>, usize),
        linked_only: bool,
        linked: &BTreeSet<ItemId>,
    ) -> ListRows {
        let all = self.all(pane).unwrap_or(shown);
        let order = here.list(pane).map(|list| list.order);
        let by_time = matches!(order, Some(Order::Usual | Order::Time));
        let counted = if linked_only { shown } else { all };
        ListRows {
            items: all.count(),
            linked: if linked_only {
                shown.count()
            } else {
                linked.iter().filter(|item| all.has(**item)).count()
            },
            at: here.subject.and_then(|subject| counted.place(subject)),
            undated: !by_time,
            rows: Arc::clone(&shown.rows),
            scroll,
            linked_only,
        }
    }

    /// Whether a list has an item under brief and lenses in force.
    pub(super) fn has(&self, pane: Pane, item: ItemId) -> bool {
        self.all(pane).is_some_and(|all| all.has(item))
    }

    /// The first item of a list under brief and lenses in force.
    pub(super) fn first(&self, pane: Pane) -> Option<ItemId> {
        self.all(pane)?.rows.iter().find_map(Row::item)
    }
}

/// The row that a list keeps in sight: its cursor while it has the keys, else where the chosen link
/// leads, else the subject.
fn row_to_show(
    pane: Pane,
    library: &Library,
    here: &Place,
    pointed_at: Option<ItemId>,
    rows: &[Row],
) -> Option<usize> {
    let at = |sought: ItemId| rows.iter().position(|row| row.item() == Some(sought));
    let cursor = here.list(pane).and_then(|list| list.cursor);
    if pane == here.focus {
        return cursor.and_then(at);
    }
    let subject = here.subject.filter(|_| here.subject_lives_in(pane, library));
    // An actor was come to from an event, which is where one goes back to.
    let is_before = |cursor: &ItemId| pane == Pane::Timeline && here.is_linked(*cursor, library);
    let from = cursor.filter(is_before);
    pointed_at.and_then(at).or_else(|| subject.or(from).and_then(at))
}

/// The scroll that moves the least to show a row, and where it was come to from afar shows what is around
/// it; the heading above the first item comes with it.
fn revealed(rows: &[Row], row: usize, (scroll, height): (usize, usize)) -> usize {
    let mut above = rows.iter().take(row);
    let first = if above.all(|row| row.item().is_none()) { 0 } else { row };
    let last = (row + 1).saturating_sub(height.max(1));
    let is_near = row + 1 >= scroll && row <= scroll.saturating_add(height);
    if is_near {
        return scroll.min(first).max(last);
    }
    // Nothing is scrolled out above while there is room below.
    let end = rows.len().saturating_sub(height);
    first.saturating_sub(height / 3).max(last).min(end)
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
