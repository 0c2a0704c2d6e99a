//! What is asked for without a cursor that has to be brought there first: the line dialogue names rows
//! by their numbers.

use super::{App, Effect};
use crate::library::ItemId;
use crate::search::Hit;

impl App {
    /// Goes to an item; the place that was left is recorded.
    pub fn go_to(&mut self, item: ItemId) {
        self.fall_silent();
        self.go_and_record(item);
        self.refresh();
    }

    /// Does what a row of the open list is for, by its place among those that match, from 0.
    pub fn take_row(&mut self, row: usize) -> Option<Effect> {
        self.fall_silent();
        if let Some(chooser) = self.mode.chooser_mut() {
            chooser.chosen = row;
        }
        let effect = self.choose();
        self.refresh();
        effect
    }

    /// Goes to a result of the search in progress, by its place, from 0.
    pub fn take_result(&mut self, result: usize) {
        self.fall_silent();
        if let Some(session) = self.mode.search_mut() {
            session.chosen = result;
        }
        self.open_result();
        self.refresh();
    }

    /// All hits of the search in progress, each with why it was found.
    pub fn explained_results(&mut self) -> Vec<Hit> {
        let Some(session) = self.mode.search() else { return Vec::new() };
        let mut hits = session.found().hits.clone();
        self.searching.engine.explain(&self.index, &self.library, &mut hits);
        hits
    }
}
