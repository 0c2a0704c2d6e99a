//! The page of the subject, and beside it that of what is pinned.

use super::{App, Density, Face, preferences};
use crate::library::{ItemId, Library};
use crate::page::content::{Block, Content, Run, Section, Tone};
use crate::page::layout::{Page, sides};
use crate::page::{PageSize, compare};

/// What the pages of the reader were made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PagesFor {
    subject: Option<ItemId>,
    pinned: Option<ItemId>,
    face: Face,
    size: PageSize,
    /// Columns of what is pinned, where it is shown.
    beside: Option<usize>,
    density: Density,
}

impl App {
    /// Brings the pages of the reader up to date.
    pub(super) fn arrange_page(&mut self) {
        let made_for = PagesFor {
            subject: self.here.subject,
            pinned: self.here.pinned,
            face: self.here.face,
            size: self.page_size(),
            beside: self.layout.pinned.map(|area| usize::from(area.body.width)),
            density: self.preferences.density,
        };
        // A page is a good part of a frame's work; most keys leave it as it is.
        if self.page_made_for != Some(made_for) {
            let (page, pinned) = self.pages(made_for);
            // Facts that are compared keep their rows.
            let compared = made_for.pinned.is_some();
            self.page = match made_for.density {
                Density::Compact if !compared => preferences::compact(page),
                Density::Compact | Density::Roomy => page,
            };
            self.pinned_page = pinned;
            self.page_made_for = (!self.loading).then_some(made_for);
        }
        let links = self.page.links.len();
        self.here.link = self.here.link.filter(|link| *link < links);
        let beside = self.layout.pinned.map_or(0, |_| self.pinned_page.body.len());
        let last = self.page.body.len().max(beside).saturating_sub(self.reader_rows());
        self.here.reader_scroll = self.here.reader_scroll.min(last);
    }

    /// The page of the subject and that of what is pinned.
    fn pages(&self, made_for: PagesFor) -> (Page, Page) {
        let PagesFor { subject, pinned, face, size, beside, density: _ } = made_for;
        let library = &*self.library;
        let Some(subject) = subject else {
            let content = if self.loading { Content::loading() } else { Content::empty(library) };
            return (Page::laid_out(&content, &size.format()), Page::default());
        };
        let Some(pinned) = pinned else {
            return (page_of(library, subject, face, size), Page::default());
        };
        if face != Face::Item {
            let held = PageSize { width: beside.unwrap_or(size.width), ..size };
            return (page_of(library, subject, face, size), page_of(library, pinned, face, held));
        }
        let width = size.width.min(beside.unwrap_or(size.width));
        let compared = || sides(&compare(library, pinned, subject), width);
        match beside {
            // Alone and compared with itself it is read as ever.
            None if pinned == subject => {
                (page_of(library, subject, face, size), page_of(library, pinned, face, size))
            }
            Some(_) if pinned == subject => {
                let (held, page) = compared();
                (nothing_beside(page, size), held)
            }
            None | Some(_) => {
                let (held, page) = compared();
                (page, held)
            }
        }
    }
}

/// A face of an item; its page where it has no such face.
fn page_of(library: &Library, item: ItemId, face: Face, size: PageSize) -> Page {
    let turned = match face {
        Face::Item => None,
        Face::WhoSays => Page::who(library, item, size),
        Face::Provenance => Some(Page::provenance(library, item, size)),
    };
    turned.unwrap_or_else(|| Page::new(library, item, size))
}

/// What stands beside the pinned item while it is the subject itself.
fn nothing_beside(subject: Page, size: PageSize) -> Page {
    let words = "This is what is pinned. Choose another row to compare it with: facts that both \
                 state stand in the same row, with = where they agree and ≠ where they differ.";
    let blocks = vec![Block::Paragraph(vec![Run::new(words, Tone::Quiet)])];
    let body = vec![Section { blocks, ..Section::default() }];
    let Page { subject, title, answer, .. } = subject;
    let content = Content { subject, title, answer, body, ..Content::default() };
    Page::laid_out(&content, &size.format())
}
