//! The rows of the lists.

use super::{App, Pane};
use crate::library::{Day, ItemId, Kind, Library};
use crate::text::DisplayText;

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

/// The kind of item that a list holds.
pub(super) fn kind(pane: Pane) -> Option<Kind> {
    match pane {
        Pane::Timeline => Some(Kind::Event),
        Pane::Actors => Some(Kind::Actor),
        Pane::Sources => Some(Kind::Source),
        Pane::Reader => None,
    }
}

/// All rows of a list.
pub(super) fn rows(library: &Library, pane: Pane) -> Vec<Row> {
    let Some(kind) = kind(pane) else { return Vec::new() };
    let items = library.listed(kind).iter().copied();
    if pane != Pane::Timeline {
        return items.map(Row::Item).collect();
    }
    let mut rows: Vec<Row> = (0..library.refused().len()).map(Row::Refused).collect();
    let mut year = None;
    for item in items {
        let when = library.event(item).map(|event| &event.when.value);
        let this = when.and_then(|when| when.earliest().or(when.latest())).map(Day::year);
        // An open beginning has no year of its own; it stands before the first heading.
        if this != year && when.is_some_and(|when| when.earliest().is_some()) {
            rows.extend(this.map(|year| Row::Heading(crate::text![year])));
            year = this;
        }
        rows.push(Row::Item(item));
    }
    rows
}

/// Rows under which a list shows only what belongs to the subject.
const SHORT: usize = 4;

impl App {
    /// Rows a list has on the screen; as many as there are when it is not shown.
    pub(super) fn list_height(&self, pane: Pane) -> usize {
        self.layout.area(pane).map_or(usize::MAX / 2, |area| usize::from(area.body.height))
    }

    /// Brings rows, cursor and scroll of a list up to date.
    pub(super) fn arrange_list(&mut self, pane: Pane) {
        let height = self.list_height(pane);
        let short = height < SHORT && pane != self.focus;
        let all = self.rows.get(pane.index()).map(Vec::as_slice).unwrap_or_default();
        let rows: Vec<Row> = if short {
            all.iter()
                .filter(|row| {
                    row.item()
                        .is_some_and(|item| self.is_linked(item) || Some(item) == self.subject)
                })
                .cloned()
                .collect()
        } else {
            all.to_vec()
        };
        let first_linked =
            rows.iter().position(|row| row.item().is_some_and(|item| self.is_linked(item)));
        let visible_linked = |scroll: usize| {
            let shown = rows.iter().skip(scroll).take(height);
            shown.filter_map(Row::item).any(|item| self.is_linked(item))
        };
        let Some(state) = self.lists.get(pane.index()) else { return };
        let scroll = state.scroll.min(rows.len().saturating_sub(height));
        let reveal = if pane == self.focus {
            state.cursor.and_then(|cursor| rows.iter().position(|row| row.item() == Some(cursor)))
        } else if visible_linked(scroll) {
            None
        } else {
            first_linked
        };
        let Some(state) = self.lists.get_mut(pane.index()) else { return };
        state.rows = rows;
        state.scroll = scroll;
        state.linked_only = short;
        if let Some(row) = reveal {
            state.reveal(row, height);
        }
    }
}
