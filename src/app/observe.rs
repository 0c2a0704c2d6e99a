//! What drawing may know of the state.

use super::{App, Layout, ListRows, ListState, Page, rows};
use crate::choice::{Face, Pane, TimeStep};
use crate::library::{Answer, ItemId, Library};
use crate::text::DisplayText;

impl App {
    /// The size of the screen in cells: columns, rows.
    #[must_use]
    pub fn size(&self) -> (u16, u16) {
        self.size
    }

    /// The library that is read.
    #[must_use]
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// The geometry of the screen.
    #[must_use]
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The pane that has the keys.
    #[must_use]
    pub fn focused(&self) -> Pane {
        self.here.focus
    }

    /// What everything else relates to.
    #[must_use]
    pub fn subject(&self) -> Option<ItemId> {
        self.here.subject
    }

    /// Cursor, scroll and order of a list; none for the reader.
    #[must_use]
    pub fn list(&self, pane: Pane) -> Option<&ListState> {
        self.here.list(pane)
    }

    /// The rows of a list; none for the reader.
    #[must_use]
    pub fn list_rows(&self, pane: Pane) -> Option<&ListRows> {
        self.lists.shown(pane)
    }

    /// What the reader shows of the subject.
    #[must_use]
    pub fn face(&self) -> Face {
        self.here.face
    }

    /// The page of what is held for comparison; an empty one where nothing is.
    #[must_use]
    pub fn pinned_page(&self) -> &Page {
        self.reading.pinned()
    }

    /// Where the chosen link leads: an item that has a row, the event of a claim.
    #[must_use]
    pub fn pointed_at(&self) -> Option<ItemId> {
        let target = self.page().links.get(self.here.link?)?.target;
        Some(self.shown_for(target))
    }

    /// Whether the briefs are still being read.
    #[must_use]
    pub fn is_loading(&self) -> bool {
        self.starting.loading
    }

    /// Whether a search can be answered; the index is made behind the first frame.
    #[must_use]
    pub fn is_indexed(&self) -> bool {
        !self.starting.loading && self.index.is_of(&self.library)
    }

    /// What is held for comparison.
    #[must_use]
    pub fn pinned(&self) -> Option<ItemId> {
        self.here.pinned
    }

    /// The one brief that is read; none for all together.
    #[must_use]
    pub fn brief(&self) -> Option<ItemId> {
        self.here.brief
    }

    /// The step in which the timeline is read.
    #[must_use]
    pub fn step_of_time(&self) -> TimeStep {
        self.here.step
    }

    /// The page in the reader.
    #[must_use]
    pub fn page(&self) -> &Page {
        self.reading.page()
    }

    /// The answer for the subject, where it is an event or a claim.
    #[must_use]
    pub fn answer(&self) -> Option<&Answer> {
        self.page().answer.as_ref()
    }

    /// First line of the text shown in the reader.
    #[must_use]
    pub fn reader_scroll(&self) -> usize {
        self.reading.scroll(&self.here, &self.layout)
    }

    /// Blank rows between the card and the text: one where the text has room enough.
    #[must_use]
    pub fn card_gap(&self) -> usize {
        self.reading.card_gap(&self.layout)
    }

    /// Who says what of the subject in the columns beside the reader, and how many claims that are.
    #[must_use]
    pub fn said(&self) -> Option<&(Page, usize)> {
        self.reading.said()
    }

    /// The chosen link of the page, from 0.
    #[must_use]
    pub fn link(&self) -> Option<usize> {
        self.here.link
    }

    /// Says nothing any more.
    pub(super) fn fall_silent(&mut self) {
        (self.notice, self.told) = (None, None);
    }

    /// What to tell the user.
    #[must_use]
    pub fn notice(&self) -> Option<&DisplayText> {
        self.notice.as_ref()
    }

    /// Events, actors and sources that belong to an item: what lists are sorted by the number of.
    #[must_use]
    pub fn links_of(&self, item: ItemId) -> usize {
        rows::links(&self.library, item)
    }

    /// Whether an item of a list belongs to the subject.
    #[must_use]
    pub fn is_linked(&self, item: ItemId) -> bool {
        self.here.is_linked(item, &self.library)
    }
}
