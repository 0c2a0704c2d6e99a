//! The trail: places to come back to.

use super::{Face, Lens, ListState, Pane};
use crate::library::ItemId;

/// Everything that coming back restores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What everything else relates to.
    pub subject: Option<ItemId>,
    /// The pane that has the keys.
    pub focus: Pane,
    /// The list that has the room where there is little.
    pub large: Pane,
    /// Whether one pane is shown alone.
    pub alone: bool,
    /// Cursor, scroll and order of each list.
    pub lists: [ListState; 3],
    /// What the reader shows of the subject.
    pub face: Face,
    /// First line of the reader.
    pub reader_scroll: usize,
    /// The link chosen in the reader.
    pub link: Option<usize>,
    /// The filters in force, the newest last.
    pub lenses: Vec<Lens>,
    /// The one brief that is read; none for all together.
    pub brief: Option<ItemId>,
    /// What is held for comparison.
    pub pinned: Option<ItemId>,
}

impl Place {
    /// The place before anything is chosen.
    pub(super) fn start() -> Self {
        Self {
            subject: None,
            focus: Pane::Timeline,
            large: Pane::Timeline,
            alone: false,
            lists: Default::default(),
            face: Face::Item,
            reader_scroll: 0,
            link: None,
            lenses: Vec::new(),
            brief: None,
            pinned: None,
        }
    }
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

    /// Whether going back or forward from a place leads anywhere.
    pub(super) fn leads(&self, here: &Place, onward: bool) -> bool {
        if onward { !self.forward.is_empty() } else { self.back.iter().any(|place| place != here) }
    }

    /// Every place, the newest first, with its number for [`Trail::get`].
    pub(super) fn newest_first(&self) -> impl Iterator<Item = (usize, &Place)> {
        self.forward.iter().chain(self.back.iter().rev()).enumerate()
    }

    /// A place by its number.
    pub(super) fn get(&self, number: usize) -> Option<&Place> {
        self.newest_first().nth(number).map(|(_, place)| place)
    }
}
