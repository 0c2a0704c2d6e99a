//! The rows of the lists.

use super::{App, Pane};
use crate::library::{Day, ItemId, Kind, Library};
use crate::text::DisplayText;
use std::collections::{BTreeMap, BTreeSet};

/// One row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A heading, as a year.
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

/// Cursor, scroll and visible rows of one list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaneState {
    /// The selected item.
    pub cursor: Option<ItemId>,
    /// The first row shown.
    pub scroll: usize,
    /// The rows in force.
    pub rows: Vec<Row>,
    /// Whether only what belongs to the subject is shown, for want of room.
    pub linked_only: bool,
    /// The first row shown while the wheel of the mouse holds the list there: until the subject is
    /// another one, the list has the keys, or the screen another size.
    pub held: Option<usize>,
}

impl PaneState {
    /// Scrolls the least that shows a row; the heading above the first item comes with it.
    fn reveal(&mut self, row: usize, height: usize) {
        let first = if self
            .rows
            .get(..row)
            .is_some_and(|above| above.iter().all(|row| row.item().is_none()))
        {
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

/// All rows of a list.
pub(super) fn rows(library: &Library, pane: Pane) -> Vec<Row> {
    let Some(kind) = pane.kind() else { return Vec::new() };
    let items = library.listed(kind).iter().copied();
    if pane != Pane::Timeline {
        return items.map(Row::Item).collect();
    }
    let mut rows: Vec<Row> = (0..library.refused().len()).map(Row::Refused).collect();
    let mut year = None;
    for item in items {
        let this = year_of(library, item);
        if this != year {
            rows.extend(this.map(|year| Row::Heading(crate::text![year])));
            year = this;
        }
        rows.push(Row::Item(item));
    }
    rows
}

/// The year under which an event is listed.
fn year_of(library: &Library, event: ItemId) -> Option<i32> {
    library.event(event)?.when.value.listed_day().map(Day::year)
}

/// The event to begin with: the first of the year with the most events, the later of two such years.
/// Background that reaches far back stands above it.
pub(super) fn start(library: &Library) -> Option<ItemId> {
    let events = library.listed(Kind::Event);
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for year in events.iter().filter_map(|event| year_of(library, *event)) {
        *counts.entry(year).or_default() += 1;
    }
    let busiest = counts.into_iter().max_by_key(|(year, count)| (*count, *year));
    let first = busiest.and_then(|(busiest, _)| {
        events.iter().find(|event| year_of(library, **event) == Some(busiest))
    });
    first.or(events.first()).copied()
}

/// Rows under which a list shows only what belongs to the subject.
const SHORT: usize = 4;

impl App {
    /// Takes a size. Lists that only follow the subject are laid out anew, so that a screen does not
    /// depend on the sizes it had before.
    pub(super) fn resize(&mut self, width: u16, height: u16) {
        self.size = (width, height);
        self.let_lists_go();
        for pane in Pane::LISTS.into_iter().filter(|pane| *pane != self.focus) {
            if let Some(list) = self.lists.get_mut(pane.index()) {
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
        let [timeline, ..] = &mut self.lists;
        let cursor = timeline.cursor;
        let at = timeline.rows.iter().position(|row| row.item() == cursor);
        timeline.scroll = at.unwrap_or(0).saturating_sub(1);
    }

    /// The year of the first event in sight, where its heading is not.
    #[must_use]
    pub fn year_above(&self) -> Option<DisplayText> {
        let [timeline, ..] = &self.lists;
        let first = timeline.rows.get(timeline.scroll).and_then(Row::item)?;
        if timeline.linked_only {
            return None;
        }
        year_of(&self.library, first).map(|year| crate::text![year])
    }

    /// Brings rows, cursor and scroll of a list up to date.
    ///
    /// The list that has the keys keeps its cursor in sight, and the list in which the subject lives
    /// the subject. Another list shows as much as it can of what belongs to the subject; it moves the
    /// least that does so, and not at all where it shows that much already. A short list begins at
    /// the first row that belongs to the subject, unless its cursor is one of them further down.
    pub(super) fn arrange_list(&mut self, pane: Pane) {
        // A list that is not shown waits as it is, as before the size of the screen is known.
        let hidden = self.layout.area(pane).is_none();
        let height = self.list_height(pane);
        let short = height < SHORT && pane != self.focus;
        let linked = self.linked_in(pane);
        let all = self.rows.get(pane.index()).map(Vec::as_slice).unwrap_or_default();
        let at_home = |item: ItemId| Some(item) == self.subject && self.lives_in(pane, Some(item));
        let rows: Vec<Row> = if short {
            let kept = |item| linked.contains(&item) || at_home(item);
            all.iter().filter(|row| row.item().is_some_and(kept)).cloned().collect()
        } else {
            all.to_vec()
        };
        let Some(state) = self.lists.get(pane.index()) else { return };
        let last = if hidden { rows.len() } else { rows.len().saturating_sub(height) };
        let scroll = if short { 0 } else { state.scroll.min(last) };
        let lives_here = self.lives_in(pane, self.subject);
        let shown = if pane != self.focus && lives_here { self.subject } else { state.cursor };
        let held = state.held.filter(|_| pane != self.focus).map(|held| held.min(last));
        let (scroll, reveal) = if let Some(held) = held {
            (held, None)
        } else if pane == self.focus || lives_here || short {
            let row = shown.and_then(|shown| rows.iter().position(|row| row.item() == Some(shown)));
            (scroll, row)
        } else if hidden {
            (scroll, None)
        } else {
            let marks =
                rows.iter().map(|row| row.item().is_some_and(|item| linked.contains(&item)));
            (fullest(&marks.collect::<Vec<bool>>(), height, scroll), None)
        };
        let Some(state) = self.lists.get_mut(pane.index()) else { return };
        state.rows = rows;
        state.scroll = scroll;
        state.held = held;
        state.linked_only = short;
        if let Some(row) = reveal {
            state.reveal(row, height);
        }
    }

    /// Lets lists that the wheel holds follow the subject again.
    pub(super) fn let_lists_go(&mut self) {
        for list in &mut self.lists {
            list.held = None;
        }
    }

    /// What belongs to the subject in a list.
    fn linked_in(&self, pane: Pane) -> BTreeSet<ItemId> {
        let linked =
            self.subject.zip(pane.kind()).map(|(subject, kind)| self.library.linked(subject, kind));
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
