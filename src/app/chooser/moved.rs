//! A list to choose from in another library.

use super::{Choice, Chooser, Entry};
use crate::library::ItemId;

impl Chooser {
    /// Takes its rows as they are in another library; the chosen one is the same as far as it is there.
    pub(in crate::app) fn relist(
        &mut self,
        entries: Vec<Entry>,
        moved: impl Fn(ItemId) -> Option<ItemId>,
    ) {
        let chosen = self.entry().cloned();
        let choice = chosen.as_ref().and_then(|chosen| match chosen.choice {
            Choice::Go(item) => Some(Choice::Go(moved(item)?)),
            Choice::Brief(Some(brief)) => Some(Choice::Brief(Some(moved(brief)?))),
            Choice::Brief(None) | Choice::Act(_) | Choice::Set(_) => Some(chosen.choice.clone()),
            Choice::Nothing | Choice::Visit(_) | Choice::Finding => None,
        });
        self.take_entries(entries);
        self.match_typed(None);
        let same_choice = |entry: &Entry| Some(&entry.choice) == choice.as_ref();
        let same_text = |entry: &Entry| Some(&entry.text) == chosen.as_ref().map(|was| &was.text);
        let at = self.matching().position(same_choice);
        self.chosen = at.or_else(|| self.matching().position(same_text)).unwrap_or(self.chosen);
    }
}
