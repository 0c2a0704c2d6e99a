//! The trail: places to come back to.

use super::Place;

/// Places that are kept at the most; the oldest are let go.
const MOST: usize = 1_000;

/// Places left by opening something, and those gone back from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Trail {
    back: Vec<Place>,
    forward: Vec<Place>,
    /// Whether the keys went from pane to pane since something was opened.
    strolling: bool,
    /// How many were recorded.
    recorded: u64,
}

impl Trail {
    /// Records the place that is being left. Places ahead are kept as places behind: a new opening
    /// never loses one.
    pub(super) fn record(&mut self, place: Place) {
        self.strolling = false;
        self.recorded += 1;
        self.back.extend(self.forward.drain(..).rev());
        if self.back.last() != Some(&place) {
            self.back.push(place);
        }
        let beyond = self.back.len().saturating_sub(MOST);
        self.back.drain(..beyond);
    }

    /// Takes each place as it is in another library, and lets those go that are not in it.
    pub(super) fn move_to(&mut self, mut moved: impl FnMut(&Place) -> Option<Place>) {
        for places in [&mut self.back, &mut self.forward] {
            *places = places.iter().filter_map(&mut moved).collect();
        }
    }

    /// How many places were recorded so far.
    pub(super) fn recorded(&self) -> u64 {
        self.recorded
    }

    /// Records the place from which the keys begin to go from pane to pane; where they come by on the
    /// way is no place of its own.
    pub(super) fn stroll(&mut self, place: Place) {
        if !self.strolling {
            self.record(place);
            self.strolling = true;
        }
    }

    /// Goes back; `here` becomes the next place forward. A place like `here` is passed over: opening
    /// what is open already left no other place behind.
    pub(super) fn back(&mut self, here: Place) -> Option<Place> {
        self.strolling = false;
        while self.back.last() == Some(&here) {
            self.back.pop();
        }
        let place = self.back.pop()?;
        self.forward.push(here);
        Some(place)
    }

    /// Goes forward; `here` becomes the next place back.
    pub(super) fn forward(&mut self, here: Place) -> Option<Place> {
        self.strolling = false;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Scroll;

    fn place(number: usize) -> Place {
        Place { reader_scroll: Scroll { line: number, of: 0 }, ..Place::start() }
    }

    fn numbers(trail: &Trail) -> Vec<usize> {
        trail.newest_first().map(|(_, place)| place.reader_scroll.line).collect()
    }

    #[test]
    fn a_new_opening_loses_no_place_ahead() {
        let mut trail = Trail::default();
        trail.record(place(1));
        trail.record(place(2));
        assert_eq!(trail.back(place(3)), Some(place(2)));
        assert_eq!(trail.back(place(2)), Some(place(1)));
        assert_eq!(numbers(&trail), [3, 2]);
        trail.record(place(1));
        assert_eq!(numbers(&trail), [1, 3, 2]);
        assert_eq!(trail.back(place(4)), Some(place(1)));
        assert_eq!(trail.forward(place(1)), Some(place(4)));
    }

    #[test]
    fn a_stroll_from_pane_to_pane_is_one_place() {
        let mut trail = Trail::default();
        for number in 1..=5 {
            trail.stroll(place(number));
        }
        assert_eq!(numbers(&trail), [1]);
        trail.record(place(6));
        trail.stroll(place(7));
        assert_eq!(numbers(&trail), [7, 6, 1]);
    }

    #[test]
    fn the_oldest_places_are_let_go() {
        let mut trail = Trail::default();
        for number in 0..3 * MOST {
            trail.record(place(number));
        }
        assert_eq!(numbers(&trail).len(), MOST);
        assert_eq!(numbers(&trail).last(), Some(&(2 * MOST)));
    }
}
