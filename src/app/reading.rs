//! The reader: the page of the subject, beside it that of what is pinned, and how far each was read.

use super::memo::Memo;
use super::{App, Layout, Place, Tier, preferences};
use crate::action::Action;
use crate::choice::{Density, Depth, Face, Pane};
use crate::library::{ItemId, Library};
use crate::page::content::{Block, Content, Run, Section, Tone};
use crate::page::layout::{Link, Page, sides};
use crate::page::{Around, CardSize, Medium, PageSize, compare, of_face};
use std::collections::BTreeMap;

/// Rows of one pane from which its page has all rows of the card.
const HIGH: u16 = 14;

/// Rows of text that a card has to leave where the text is read.
const LEAST_TEXT: usize = 3;

/// Rows of text from which the card is set off from it.
const ROOMY: usize = 14;

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
    loading: bool,
    /// Rows of the reader where its text is read; none where it shows little more than the card.
    rows: Option<u16>,
}

impl PagesFor {
    /// What the pages of a place are made for, as the screen is laid out.
    pub(super) fn of(
        here: &Place,
        layout: &Layout,
        (size, density): (PageSize, Density),
        loading: bool,
    ) -> Self {
        Self {
            subject: here.subject,
            pinned: here.pinned,
            face: here.face,
            size,
            beside: layout.pinned.map(|area| usize::from(area.body.width)),
            density,
            loading,
            rows: layout.rows_to_read(here.focus),
        }
    }
}

/// How far a text is scrolled, by the length that it had then: in another width it is shorter or longer,
/// and the same part of it is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scroll {
    /// The first line shown.
    pub line: usize,
    /// Lines of the whole text; 0 where that is not known.
    pub of: usize,
}

impl Scroll {
    /// The first line of a text of so many lines.
    #[must_use]
    pub fn in_text(self, lines: usize) -> usize {
        match self.of {
            0 => self.line,
            of if of == lines => self.line,
            of => self.line.saturating_mul(lines) / of,
        }
    }
}

/// What a scroll belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct ShownPage {
    item: ItemId,
    face: Face,
    depth: Depth,
    compared: bool,
}

impl ShownPage {
    /// What the reader shows, as far as its scroll depends on it.
    fn of(here: &Place, depth: Depth) -> Option<Self> {
        let compared = here.pinned.is_some();
        Some(Self { item: here.subject?, face: here.face, depth, compared })
    }
}

/// Who says what in short, and how many claims that are.
pub(super) type Said = (Page, usize);

/// The reader's pages and what was scrolled in them.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// The page of the subject and that of what is pinned.
    pages: Memo<PagesFor, (Page, Page)>,
    /// Who says what of the subject, in the columns of its place, and how many claims that are.
    said: Memo<(Option<ItemId>, usize), Option<Said>>,
    /// How far what was shown before is scrolled.
    scrolls: BTreeMap<ShownPage, Scroll>,
}

impl Reading {
    /// Takes what was scrolled as it is in another library; pages are made anew.
    pub(super) fn move_to(&mut self, moved: impl Fn(ItemId) -> Option<ItemId>) {
        let scrolls = std::mem::take(&mut self.scrolls).into_iter();
        let scrolls = scrolls.filter_map(|(page, scroll)| {
            Some((ShownPage { item: moved(page.item)?, ..page }, scroll))
        });
        *self = Self { scrolls: scrolls.collect(), ..Self::default() };
    }

    /// The page of the subject.
    pub(super) fn page(&self) -> &Page {
        &self.pages.get().0
    }

    /// The page of what is pinned; nothing unless something is.
    pub(super) fn pinned(&self) -> &Page {
        &self.pages.get().1
    }

    /// Who says what in short, and how many claims that are, where there is a place for it.
    pub(super) fn said(&self) -> Option<&Said> {
        self.said.get().as_ref()
    }
}

impl Reading {
    /// Makes the pages anew where what they were made for is another.
    pub(super) fn arrange(&mut self, library: &Library, made_for: PagesFor) {
        // A page is a good part of a frame's work; most keys leave it as it is.
        self.pages.follow(Some(made_for), |made_for| {
            let (page, pinned) = pages_of(library, *made_for);
            // Facts that are compared keep their rows.
            let compared = made_for.pinned.is_some();
            let page = match made_for.density {
                Density::Compact if !compared => preferences::compact(page),
                Density::Compact | Density::Roomy => page,
            };
            let room = made_for.rows.map(usize::from);
            let leaves = |page: &Page| page.card.len() + LEAST_TEXT;
            // Nothing could be read below a card that has all the rows: it scrolls away with the text.
            if room.is_some_and(|rows| rows < leaves(&page)) {
                (scrolling(page), scrolling(pinned))
            } else {
                (page, pinned)
            }
        });
    }

    /// Brings who says what beside the reader up to date.
    pub(super) fn arrange_said(
        &mut self,
        library: &Library,
        subject: Option<ItemId>,
        layout: &Layout,
    ) {
        let Some(area) = layout.who else { return };
        let made_for = (subject, usize::from(area.body.width));
        self.said.follow(Some(made_for), |(subject, width)| {
            subject.and_then(|subject| Page::said(library, subject, *width))
        });
    }

    /// Blank rows between the card and the text: one where the text has room enough.
    pub(super) fn card_gap(&self, layout: &Layout) -> usize {
        let card = self.page().card.len();
        usize::from(card > 0 && layout.reader_height().saturating_sub(card) >= ROOMY)
    }

    /// Rows under the card.
    pub(super) fn rows(&self, layout: &Layout) -> usize {
        layout.reader_height().saturating_sub(self.page().card.len() + self.card_gap(layout))
    }

    /// Lines of the text under the card, of the subject or of what is pinned beside it.
    fn text_lines(&self, layout: &Layout) -> usize {
        let beside = layout.pinned.map_or(0, |_| self.pinned().body.len());
        self.page().body.len().max(beside)
    }

    /// The last line that the text can begin with.
    fn last_scroll(&self, layout: &Layout) -> usize {
        // What is pinned may have fewer rows, and its end is to be seen too.
        let pinned = layout.pinned.map_or(usize::MAX, |area| {
            let card = self.pinned().card.len() + self.card_gap(layout);
            usize::from(area.body.height).saturating_sub(card)
        });
        self.text_lines(layout).saturating_sub(self.rows(layout).min(pinned))
    }

    /// First line of the text that is shown.
    pub(super) fn scroll(&self, here: &Place, layout: &Layout) -> usize {
        here.reader_scroll.in_text(self.text_lines(layout)).min(self.last_scroll(layout))
    }

    /// Whether text is left below what is shown of it.
    pub(super) fn has_more(&self, here: &Place, layout: &Layout) -> bool {
        self.scroll(here, layout) < self.last_scroll(layout)
    }

    /// Scrolls the text to a line.
    pub(super) fn scroll_to(&self, line: usize, here: &mut Place, layout: &Layout) {
        let line = line.min(self.last_scroll(layout));
        if line != self.scroll(here, layout) {
            here.reader_scroll = Scroll { line, of: self.text_lines(layout) };
        }
    }

    /// Scrolls the text by so many lines.
    pub(super) fn scroll_by(&self, by: isize, here: &mut Place, layout: &Layout) {
        self.scroll_to(self.scroll(here, layout).saturating_add_signed(by), here, layout);
    }

    /// Chooses the next or previous link of the page and shows it.
    pub(super) fn choose_link(&self, onward: bool, here: &mut Place, layout: &Layout) {
        let count = self.page().links.len();
        if count == 0 {
            return;
        }
        let next = match here.link {
            None if onward => 0,
            None => count - 1,
            Some(link) if onward => (link + 1) % count,
            Some(link) => (link + count - 1) % count,
        };
        here.focus = Pane::Reader;
        here.link = Some(next);
        let Some(line) = self.page().links.get(next).map(|link| link.line) else { return };
        let (rows, scroll) = (self.rows(layout), self.scroll(here, layout));
        self.scroll_to(scroll.min(line).max((line + 1).saturating_sub(rows)), here, layout);
    }

    /// Chooses the link that leads to an item and scrolls to it.
    pub(super) fn show_link_to(&self, item: ItemId, here: &mut Place, layout: &Layout) {
        here.link = self.page().links.iter().position(|link| link.target == item);
        let link = here.link.and_then(|link| self.page().links.get(link));
        if let Some(line) = link.map(|link| link.line) {
            self.scroll_to(line, here, layout);
        }
    }

    /// Keeps the scroll of the page that is being left.
    pub(super) fn remember_scroll(&mut self, here: &Place, depth: Depth) {
        if let Some(shown) = ShownPage::of(here, depth) {
            self.scrolls.insert(shown, here.reader_scroll);
        }
    }

    /// Scrolls the page to where it was when it was left.
    pub(super) fn recall_scroll(&self, here: &mut Place, depth: Depth) {
        let known = ShownPage::of(here, depth).and_then(|shown| self.scrolls.get(&shown));
        // A page that was not left yet begins at its top.
        here.reader_scroll = known.copied().unwrap_or_default();
    }
}

impl App {
    /// The size of the page in the reader.
    pub(super) fn page_size(&self) -> PageSize {
        // A reader that is not shown has the size that it would have alone.
        let (columns, rows) = self.size;
        let alone = (columns.saturating_sub(2), rows.saturating_sub(3));
        let reader = self.layout.area(Pane::Reader).map(|area| area.body);
        let (width, height) = reader.map_or(alone, |body| (body.width, body.height));
        let card = match self.layout.tier {
            Tier::Single if height >= HIGH => CardSize::Compact,
            Tier::Card | Tier::Single => CardSize::Abbreviated,
            Tier::Stacked => CardSize::Compact,
            Tier::Wide | Tier::Columns => CardSize::Roomy,
        };
        let lists = self.layout.who.is_some() || self.layout.area(Pane::Actors).is_some();
        PageSize {
            width: usize::from(width),
            bar: self.layout.tier > Tier::Single,
            around: match self.layout.tier {
                Tier::Wide | Tier::Columns if lists => Around::ReaderAndLists,
                Tier::Card | Tier::Single | Tier::Stacked | Tier::Wide | Tier::Columns => {
                    Around::Reader
                }
            },
            ask: self.keymap.one_key(Action::Questions),
            card,
            medium: Medium::Screen,
            depth: self.preferences.depth,
            times: self.preferences.times,
        }
    }
}

/// The page of the subject and that of what is pinned.
fn pages_of(library: &Library, made_for: PagesFor) -> (Page, Page) {
    let PagesFor { subject, pinned, face, size, beside, .. } = made_for;
    let page_of = |item, face, size| of_face(library, item, face, size).1;
    let Some(subject) = subject else {
        let content = if made_for.loading { Content::loading() } else { Content::empty(library) };
        return (Page::laid_out(&content, &size.format()), Page::default());
    };
    let Some(pinned) = pinned else {
        return (page_of(subject, face, size), Page::default());
    };
    if face != Face::Item {
        let held = PageSize { width: beside.unwrap_or(size.width), ..size };
        return (page_of(subject, face, size), page_of(pinned, face, held));
    }
    let width = size.width.min(beside.unwrap_or(size.width));
    let compared = || sides(&compare(library, pinned, subject), width, size.bar);
    match beside {
        // Alone and compared with itself it is read as ever.
        None if pinned == subject => (page_of(subject, face, size), page_of(pinned, face, size)),
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

/// A page whose card is the beginning of its text.
fn scrolling(page: Page) -> Page {
    let above = page.card.len();
    let body = page.card.into_iter().chain(page.body).collect();
    let moved = |link: Link| Link { line: link.line + above, ..link };
    let links = page.links.into_iter().map(moved).collect();
    Page { card: Vec::new(), asked: None, body, links, ..page }
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
