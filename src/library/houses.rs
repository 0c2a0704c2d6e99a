//! The houses behind a source: a joint document has several.

use super::{ItemId, Library, Publisher, Reliability};
use crate::text;
use crate::text::DisplayText;

impl Library {
    /// The publishers of a source that are known, the first named first; a joint document has several.
    pub fn publishers(&self, source: ItemId) -> impl Iterator<Item = &Publisher> {
        self.houses_of(source).iter().filter_map(|at| self.house(*at))
    }

    /// The same with the actor that each of them is.
    pub fn houses(&self, source: ItemId) -> impl Iterator<Item = (&Publisher, Option<ItemId>)> {
        let houses = self.houses_of(source).iter();
        houses.filter_map(|at| Some((self.house(*at)?, self.actor_of(*at))))
    }

    /// The publishers of a source as places in the list of publishers: those that a file names, else those
    /// of its registry's entry.
    pub(super) fn houses_of(&self, source: ItemId) -> &[usize] {
        let views = self.views_of(source);
        let mut views = views.into_iter().flatten();
        let own = views.find(|view| view.alone || !view.houses.is_empty());
        own.map_or_else(|| self.resolved.publishers_of(source), |view| &view.houses)
    }

    fn house(&self, at: usize) -> Option<&Publisher> {
        let view = self.layers().find_map(|scope| self.views.houses.get(&(at, scope)));
        view.map(|view| &view.record).or_else(|| self.publishers.get(at))
    }

    /// The actor that a publisher is.
    pub(super) fn actor_of(&self, at: usize) -> Option<ItemId> {
        let usual = self.resolved.actor_of(at);
        let scope = self.viewpoint();
        scope.map_or(usual, |scope| self.views.actor_of(&self.scopes, scope, (at, usual)))
    }

    /// The reliability of a source: its own, else the best of its publishers', since each of them answers
    /// for the whole of a joint document; else F.
    #[must_use]
    pub fn reliability(&self, source: ItemId) -> Reliability {
        self.letter(source).unwrap_or(Reliability::F)
    }

    /// The same of a source that somebody gave a letter.
    #[must_use]
    pub fn letter(&self, source: ItemId) -> Option<Reliability> {
        let own = self.source(source).and_then(|source| source.reliability);
        own.or_else(|| self.best_letter(source).map(|(_, letter)| letter))
    }

    /// The best letter of a source's publishers, and the first that has it.
    #[must_use]
    pub fn best_letter(&self, source: ItemId) -> Option<(&Publisher, Reliability)> {
        let letters = self.publishers(source).filter_map(|house| Some((house, house.reliability?)));
        letters.min_by_key(|(_, letter)| *letter)
    }

    /// Publishers of a source, or its title without one: `CISA, FBI`.
    #[must_use]
    pub fn speaker(&self, source: ItemId) -> DisplayText {
        let houses: Vec<DisplayText> =
            self.publishers(source).map(|house| house.name.clone()).collect();
        if houses.is_empty() { self.title(source) } else { text::comma_separated(&houses) }
    }
}
