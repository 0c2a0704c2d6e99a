//! What drawing may know of the state.

use super::{App, Layout, Mode, Page, Pane, PaneState};
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

    /// What the screen is used for.
    #[must_use]
    pub fn mode(&self) -> &Mode {
        &self.mode
    }

    /// The pane that has the keys.
    #[must_use]
    pub fn focused(&self) -> Pane {
        self.focus
    }

    /// What everything else relates to.
    #[must_use]
    pub fn subject(&self) -> Option<ItemId> {
        self.subject
    }

    /// Cursor and scroll of a list; none for the reader.
    #[must_use]
    pub fn list(&self, pane: Pane) -> Option<&PaneState> {
        self.lists.get(pane.index())
    }

    /// The page in the reader.
    #[must_use]
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// The answer for the subject, where it is an event or a claim.
    #[must_use]
    pub fn answer(&self) -> Option<&Answer> {
        self.page.answer.as_ref()
    }

    /// Rows of the reader under its card and the line below it.
    #[must_use]
    pub fn reader_rows(&self) -> usize {
        let body = self.layout.area(Pane::Reader).map_or(0, |area| usize::from(area.body.height));
        body.saturating_sub(self.page.card.len() + 1)
    }

    /// First line of the body shown in the reader.
    #[must_use]
    pub fn reader_scroll(&self) -> usize {
        self.subject.and_then(|subject| self.reader_scrolls.get(&subject)).copied().unwrap_or(0)
    }

    /// The chosen link of the page, from 0.
    #[must_use]
    pub fn link(&self) -> Option<usize> {
        self.link
    }

    /// What to tell the user.
    #[must_use]
    pub fn notice(&self) -> Option<&DisplayText> {
        self.notice.as_ref()
    }

    /// Whether an item of a list belongs to the subject.
    #[must_use]
    pub fn is_linked(&self, item: ItemId) -> bool {
        let kind = self.library.get(item).map(|item| item.kind);
        let linked =
            self.subject.zip(kind).map(|(subject, kind)| self.library.linked(subject, kind));
        linked.is_some_and(|linked| linked.contains(&item))
    }
}
