//! The state of the reader: changed by messages only, with no terminal, file, clock or thread.

mod act;
mod axis;
mod blank;
mod bookmarks;
mod briefs;
mod chooser;
mod copying;
mod cursor;
mod dates;
mod direct;
mod draft;
mod echo;
mod field;
mod footer;
mod header;
mod history;
mod hits;
mod keys;
mod layout;
mod lens;
mod lists;
mod memo;
mod memory;
mod mode;
mod navigate;
mod observe;
mod place;
mod places;
mod pointer;
mod preferences;
mod prompt;
mod reading;
mod reloading;
mod row_view;
mod rows;
mod search;
mod search_places;
mod search_words;
mod starting;
mod targets;
mod timeline;
mod titles;
mod trail;

pub use act::Rung;
pub use axis::{Axis, AxisCell, AxisMark};
pub use bookmarks::Bookmark;
pub use chooser::{
    Attention, Choice, Chooser, ChooserLine, ChooserPlaces, Entry, IN_A_SEARCH, Listing, SIGNS,
};
pub use copying::CopyView;
pub use draft::DRAFT;
pub use field::TextField;
pub use footer::{FooterLook, FooterPart};
pub use header::{HeaderLook, HeaderPart};
pub use history::Searches;
pub use keys::NextKey;
pub use layout::{Area, Arrangement, Form, Layout, Thresholds, Tier};
pub use lens::{Lens, LensOf, short_name};
pub use lists::{ListRows, ListState, Row};
pub use memory::{BookmarkMemory, Landmark, LensMemory, ListMemory, Memory, PlaceMemory};
pub use mode::Mode;
pub use place::Place;
pub use preferences::{Preferences, Setting};
pub use prompt::{Prompt, Question};
pub use reading::Scroll;
pub use row_view::{ItemRow, RowView};
pub use search::SearchSession;
pub use search_places::SearchPlaces;
pub use titles::Bar;

use crate::action::Action;
use crate::choice::{Face, Pane};
use crate::keymap::Keymap;
use crate::library::{ItemId, Kind, Library, Marking};
use crate::page::Page;
use crate::pointer::Pointer;
use crate::search::Index;
use crate::text::DisplayText;
use std::sync::Arc;
use trail::Trail;

/// What happens to the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The user asks for an action.
    Act(Action),
    /// The user types a character into a text field.
    Type(char),
    /// The user pastes text.
    Paste(String),
    /// The user uses the mouse.
    Pointer(Pointer),
    /// The screen has another size, in cells.
    Resize(u16, u16),
    /// A key was pressed that means nothing here; its name.
    Unbound(DisplayText),
    /// Something to tell the user in the footer.
    Notice(DisplayText),
}

/// What the reader wishes of the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Draw everything again.
    Redraw,
    /// Show nothing but the marking.
    Blank,
    /// Go to the background.
    Suspend,
    /// Take the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Read the files again.
    Reload,
    /// Put a text on the clipboard.
    Copy(DisplayText),
    /// End.
    Quit,
}

/// The reader.
#[derive(Debug)]
pub struct App {
    library: Arc<Library>,
    index: Arc<Index>,
    starting: starting::Starting,
    size: (u16, u16),
    layout: Layout,
    mode: Mode,
    here: Place,
    lists: lists::Lists,
    reading: reading::Reading,
    trail: Trail,
    searching: search::Searching,
    copying: copying::Copying,
    /// The files behind the library: whether there are any, and whether they changed.
    reloading: reloading::Reloading,
    notice: Option<DisplayText>,
    /// The marking of what it names that is not there any more.
    told: Option<Marking>,
    /// The keys in force, for what is said of them.
    keymap: Keymap,
    preferences: Preferences,
    bookmarks: bookmarks::Bookmarks,
    axis: axis::TimeAxis,
}

impl App {
    /// A reader of a library on a screen of this size in cells, at the first event.
    #[must_use]
    pub fn new(library: Arc<Library>, index: Arc<Index>, width: u16, height: u16) -> Self {
        let mut app = Self {
            library,
            index,
            starting: starting::Starting::default(),
            size: (width, height),
            layout: Layout::new(width, height, &Arrangement::usual()),
            mode: Mode::Panes,
            here: Place::start(),
            lists: lists::Lists::default(),
            reading: reading::Reading::default(),
            trail: Trail::default(),
            searching: search::Searching::default(),
            copying: copying::Copying::default(),
            reloading: reloading::Reloading::default(),
            notice: None,
            told: None,
            keymap: Keymap::default(),
            preferences: Preferences::default(),
            bookmarks: bookmarks::Bookmarks::default(),
            axis: axis::TimeAxis::default(),
        };
        app.here.subject = app.library.listed(Kind::Event).first().copied();
        let [timeline, ..] = &mut app.here.lists;
        timeline.cursor = app.here.subject;
        app.refresh();
        app
    }

    /// A reader that waits for its library.
    #[must_use]
    pub fn loading(width: u16, height: u16) -> Self {
        let mut app = Self::new(Arc::default(), Arc::default(), width, height);
        app.starting.loading = true;
        app.refresh();
        app
    }

    /// Opens the reader at an item.
    pub fn open_at(&mut self, item: ItemId) {
        self.go(item);
        self.refresh();
    }

    /// Shows what was typed ahead of what can answer it.
    pub fn set_typed_ahead(&mut self, typed: DisplayText) {
        self.starting.typed_ahead = typed;
    }

    /// Searches with another index of the same library; a search in progress is answered anew.
    pub fn search_with(&mut self, index: Arc<Index>) {
        self.index = index;
        if self.is_indexed() {
            self.take_up_lenses();
        }
        match &mut self.mode {
            Mode::Search(session) => session.forget_answer(),
            Mode::Prompt(prompt) => prompt.forget_preview(),
            Mode::Panes | Mode::Chooser(_) | Mode::Copy(_) => {}
        }
        self.refresh();
    }

    /// Takes a message.
    pub fn update(&mut self, message: Message) -> Option<Effect> {
        // What was said stands where it was pressed, until it is taken away.
        let pointed =
            if let Message::Pointer(pointer) = message { self.pointed(pointer) } else { None };
        // A new size, the first one too, is no answer of the user to what was said.
        if !matches!(message, Message::Resize(..)) {
            self.fall_silent();
        }
        let effect = match message {
            // In a storm of sizes the last one is told many times.
            Message::Resize(width, height) if self.size == (width, height) => return None,
            Message::Act(action) => {
                let effect = self.act_and_answer(action);
                self.tell_of_disk();
                return effect;
            }
            Message::Type(character) => {
                self.type_text(character.encode_utf8(&mut [0; 4]));
                None
            }
            Message::Paste(text) => {
                self.type_text(&text);
                None
            }
            Message::Pointer(_) => pointed.and_then(|pointed| self.point(pointed)),
            Message::Resize(width, height) => {
                self.size = (width, height);
                self.here.lay_lists_out_anew();
                None
            }
            Message::Unbound(key) => {
                self.notice = Some(self.unbound(&key));
                None
            }
            Message::Notice(text) => {
                self.notice = Some(text);
                None
            }
        };
        self.refresh();
        self.tell_of_disk();
        effect
    }

    /// Brings everything that follows from the state up to date: geometry, rows, scroll, page.
    fn refresh(&mut self) {
        let (width, height) = self.size;
        self.refresh_prompt();
        self.lists.arrange_rows(&self.library, &self.here);
        let mut arrangement = self.arrangement();
        self.layout = Layout::new(width, height, &arrangement);
        // Before the lists: the chosen link of the page is pointed to in them.
        let wanted = (self.page_size(), self.preferences.density);
        let pages_for =
            reading::PagesFor::of(&self.here, &self.layout, wanted, self.starting.loading);
        self.reading.arrange(&self.library, pages_for);
        let links = self.page().links.len();
        self.here.link = self.here.link.filter(|link| *link < links);
        // What belongs to the subject and its card take the rows that they need.
        let rows = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        arrangement.card = rows(self.page().card.len());
        arrangement.listed = Pane::LISTS.map(|pane| {
            rows(self.lists.rows_to_show(pane, &self.library, &mut self.here).rows.len())
        });
        self.layout = Layout::new(width, height, &arrangement);
        self.axis.arrange(&self.library, &self.lists, &self.layout);
        self.reading.arrange_said(&self.library, self.here.subject, &self.layout);
        let pointed_at = self.pointed_at();
        for pane in Pane::LISTS {
            self.lists.arrange(pane, &self.library, &mut self.here, &self.layout, pointed_at);
        }
        self.refresh_search();
        let is_indexed = self.is_indexed();
        if let Some(places) = self.chooser_places()
            && let Some(chooser) = self.mode.chooser_mut()
        {
            let (library, index) = (&self.library, &self.index);
            let engine = &mut self.searching.engine;
            let finder = is_indexed.then_some(chooser::Finder { engine, index, library });
            chooser.arrange(&places, self.preferences.times, (library, finder));
        }
        let height = self.copy_rows();
        if let Mode::Copy(view) = &mut self.mode {
            view.refresh(usize::from(width), height);
        }
    }

    fn arrangement(&self) -> Arrangement {
        let Place { large, focus, alone, .. } = self.here;
        let pinned = self.here.pinned.is_some();
        Arrangement {
            thresholds: self.preferences.thresholds,
            large,
            focus,
            form: match (alone || self.is_second_page(), self.preferences.side_by_side) {
                (true, _) => Form::Alone,
                (false, true) => Form::SideBySide,
                (false, false) => Form::Usual,
            },
            pinned,
            said: self.here.has_claims(&self.library),
            noted: pinned || !self.here.lenses.is_empty(),
            ..Arrangement::usual()
        }
    }

    /// Whether what the reader shows is a page of its own, which has the width of the screen for want of
    /// room beside the lists: who says what, which is a table, or what stands in no list, as a brief.
    #[must_use]
    pub fn is_second_page(&self) -> bool {
        let in_reader = self.here.focus == Pane::Reader && self.here.pinned.is_none();
        match self.here.face {
            Face::WhoSays => in_reader && self.size.0 < TABLE_BESIDE,
            Face::Provenance => in_reader && !self.has_columns(),
            Face::Item => self.here.is_at_homeless_page(&self.library) && !self.has_columns(),
        }
    }

    /// Whether the screen has room for panes beside each other.
    pub(super) fn has_columns(&self) -> bool {
        let (width, height) = self.preferences.thresholds.wide;
        self.size.0 >= width && self.size.1 >= height
    }
}

/// Columns of a terminal from which a table fits into the reader beside the lists.
const TABLE_BESIDE: u16 = 190;

/// `3 of 14`: a row from 0 and how many there are; nothing where there are none.
fn place_of(row: usize, count: usize) -> DisplayText {
    if count == 0 { DisplayText::default() } else { crate::text![row + 1, " of ", count] }
}
