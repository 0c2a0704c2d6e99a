//! The trail: places to come back to.

use super::{Pane, PaneState};
use crate::library::ItemId;

/// Everything that coming back restores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The subject.
    pub subject: Option<ItemId>,
    /// The pane that had the keys.
    pub focus: Pane,
    /// The list that had the room.
    pub large: Pane,
    /// Cursor and scroll of each list.
    pub lists: [PaneState; 3],
    /// First line of the reader.
    pub reader_scroll: usize,
    /// The link chosen in the reader.
    pub link: Option<usize>,
    /// Whether one pane was shown alone.
    pub alone: bool,
}

/// Places left by opening something, and those gone back from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Trail {
    back: Vec<Place>,
    forward: Vec<Place>,
}

impl Trail {
    /// Records the place that is being left. Places ahead are kept as places behind: a new opening
    /// never loses one.
    pub(super) fn record(&mut self, place: Place) {
        self.back.extend(self.forward.drain(..).rev());
        if self.back.last() != Some(&place) {
            self.back.push(place);
        }
    }

    /// Goes back; `here` becomes the next place forward. A place like `here` is passed over: opening
    /// what is open already left no other place behind.
    pub(super) fn back(&mut self, here: Place) -> Option<Place> {
        while self.back.last() == Some(&here) {
            self.back.pop();
        }
        let place = self.back.pop()?;
        self.forward.push(here);
        Some(place)
    }

    /// Goes forward; `here` becomes the next place back.
    pub(super) fn forward(&mut self, here: Place) -> Option<Place> {
        let place = self.forward.pop()?;
        self.back.push(here);
        Some(place)
    }
}
