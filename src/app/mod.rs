//! The state of the reader: changed by messages only, with no terminal, file, clock or thread.

mod act;
mod axis;
mod bookmarks;
mod briefs;
mod chooser;
mod compare;
mod copying;
mod dates;
mod direct;
mod echo;
mod field;
mod history;
mod layout;
mod lens;
mod lists;
mod memory;
mod navigate;
mod observe;
mod places;
mod pointer;
mod preferences;
mod prompt;
mod rows;
mod search;
mod targets;
mod timeline;
mod trail;

pub use act::Rung;
pub use axis::{Axis, AxisCell, AxisMark};
pub use bookmarks::Bookmark;
pub use briefs::BriefTag;
pub use chooser::{Attention, Choice, Chooser, ChooserLine, Entry, Listing, SIGNS};
pub use copying::CopyView;
pub use field::TextField;
pub use history::Searches;
pub use layout::{Area, Arrangement, Beside, Layout, Thresholds, Tier};
pub use lens::{Lens, LensOf, short_name};
pub use lists::{ListRows, ListState, Row};
pub use memory::{BookmarkMemory, Landmark, LensMemory, ListMemory, Memory, PlaceMemory};
pub use preferences::{Preferences, Setting};
pub use prompt::{Prompt, Question};
pub use search::SearchSession;
pub use targets::{CHOICES_FROM, RESULT_ROWS};
pub use trail::Place;

pub use crate::choice::{Density, Face, Order, Pane, TimeStep};

use crate::action::{Action, Context};
use crate::clipboard::Clipboard;
use crate::keymap::Keymap;
use crate::library::{ItemId, Kind, Library};
use crate::page::{CardSize, Depth, Medium, Page, PageSize, Times};
use crate::pointer::Pointer;
use crate::search::{Index, Searcher};
use crate::text::DisplayText;
use std::collections::{BTreeMap, BTreeSet};
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
    /// Go to the background.
    Suspend,
    /// Take the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Put a text on the clipboard.
    Copy(DisplayText),
    /// End.
    Quit,
}

/// What the screen is used for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The linked panes.
    Panes,
    /// A search in progress; the panes stay as they were.
    Search(Box<SearchSession>),
    /// A list to choose from.
    Chooser(Box<Chooser>),
    /// A line to fill in, over the panes.
    Prompt(Box<Prompt>),
    /// Plain lines to select by hand.
    Copy(Box<CopyView>),
}

/// The hits of the last search, to step through.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Hits {
    query: DisplayText,
    items: Vec<ItemId>,
    at: usize,
}

/// The reader.
#[derive(Debug)]
pub struct App {
    library: Arc<Library>,
    index: Arc<Index>,
    searcher: Searcher,
    loading: bool,
    size: (u16, u16),
    layout: Layout,
    mode: Mode,
    here: Place,
    /// All rows of each list, as brief, lenses and order leave them.
    rows: [Arc<[Row]>; 3],
    /// What they were made for.
    rows_made_for: Option<rows::RowsFor>,
    /// The rows of the sources before any are put first, and whose sources were.
    sources: (Arc<[Row]>, Option<ItemId>),
    /// The rows of each list as they are shown.
    shown: [ListRows; 3],
    page: Page,
    /// The page of what is pinned; nothing unless something is.
    pinned_page: Page,
    /// What the pages were made for.
    page_made_for: Option<compare::PagesFor>,
    /// First line of the reader for what was shown in it before.
    reader_scrolls: BTreeMap<places::ShownPage, usize>,
    /// How much is shown of every item.
    depth: Depth,
    times: Times,
    thresholds: Thresholds,
    /// Whether rules and separators are drawn.
    rules: bool,
    trail: Trail,
    hits: Option<Hits>,
    searches: Searches,
    /// A place whose lenses wait for the index.
    awaited: Option<Box<memory::Awaited>>,
    /// Whether nothing is kept for the next start, as was asked for.
    stateless: bool,
    /// Where copied text goes.
    clipboard: Clipboard,
    /// What was copied last, and of which item.
    copied: Option<(ItemId, DisplayText)>,
    notice: Option<DisplayText>,
    /// The keys in force, for what is said of them.
    keymap: Keymap,
    preferences: Preferences,
    /// The names of the themes there are.
    themes: Vec<DisplayText>,
    bookmarks: bookmarks::Bookmarks,
    /// How each brief is named in the rows of its events.
    brief_tags: BTreeMap<ItemId, BriefTag>,
    axis: Axis,
    /// The events on it.
    axis_events: BTreeSet<ItemId>,
    /// What the axis was made for: the rows of the timeline, and columns.
    axis_made_for: Option<(Arc<[Row]>, usize)>,
}

impl App {
    /// A reader of a library on a screen of this size in cells, at the first event of the
    /// year with the most events.
    #[must_use]
    pub fn new(library: Arc<Library>, index: Arc<Index>, width: u16, height: u16) -> Self {
        let brief_tags = briefs::tags(&library);
        let mut app = Self {
            brief_tags,
            library,
            index,
            searcher: Searcher::default(),
            loading: false,
            size: (width, height),
            layout: Layout::new(width, height, &Arrangement::usual()),
            mode: Mode::Panes,
            here: Place::start(),
            rows: Default::default(),
            rows_made_for: None,
            sources: Default::default(),
            shown: Default::default(),
            page: Page::default(),
            pinned_page: Page::default(),
            page_made_for: None,
            reader_scrolls: BTreeMap::new(),
            depth: Depth::Full,
            times: Times::Reported,
            thresholds: Thresholds::default(),
            rules: true,
            trail: Trail::default(),
            hits: None,
            searches: Searches::default(),
            awaited: None,
            stateless: false,
            clipboard: Clipboard::default(),
            copied: None,
            notice: None,
            keymap: Keymap::default(),
            preferences: Preferences::default(),
            themes: Vec::new(),
            bookmarks: bookmarks::Bookmarks::default(),
            axis: Axis::default(),
            axis_events: BTreeSet::new(),
            axis_made_for: None,
        };
        app.here.subject = rows::start(&app.library, app.library.listed(Kind::Event));
        let [timeline, ..] = &mut app.here.lists;
        timeline.cursor = app.here.subject;
        app.refresh();
        app.begin_at_year();
        app.refresh();
        app
    }

    /// A reader that waits for its library.
    #[must_use]
    pub fn loading(width: u16, height: u16) -> Self {
        let mut app = Self::new(Arc::default(), Arc::default(), width, height);
        app.loading = true;
        app.page_made_for = None;
        app.refresh();
        app
    }

    /// Opens the reader at an item.
    pub fn open_at(&mut self, item: ItemId) {
        self.go(item);
        self.refresh();
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
        // A new size, the first one too, is no answer of the user to what was said.
        if !matches!(message, Message::Resize(..)) {
            self.notice = None;
        }
        let effect = match message {
            Message::Act(action) => return self.act_and_answer(action),
            Message::Type(character) => {
                self.type_text(character.encode_utf8(&mut [0; 4]));
                None
            }
            Message::Paste(text) => {
                self.type_text(&text);
                None
            }
            Message::Pointer(pointer) => {
                self.point(pointer);
                None
            }
            Message::Resize(width, height) => {
                self.resize(width, height);
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
        effect
    }

    /// The context in which keys are read.
    #[must_use]
    pub fn context(&self) -> Context {
        match self.mode {
            Mode::Search(_) => Context::Search,
            Mode::Chooser(_) => Context::Chooser,
            Mode::Prompt(_) => Context::Prompt,
            Mode::Copy(_) => Context::Copy,
            Mode::Panes if self.here.focus == Pane::Reader => Context::Reader,
            Mode::Panes => Context::Panes,
        }
    }

    /// Brings everything that follows from the state up to date: geometry, rows, scroll, page.
    fn refresh(&mut self) {
        let (width, height) = self.size;
        self.refresh_prompt();
        self.layout = Layout::new(width, height, &self.arrangement());
        self.arrange_rows();
        self.arrange_axis();
        // Before the lists: the chosen link of the page is pointed to in them.
        self.arrange_page();
        for pane in Pane::LISTS {
            self.arrange_list(pane);
        }
        self.refresh_search();
        self.refresh_chooser();
        self.refresh_copy_view();
    }

    fn arrangement(&self) -> Arrangement {
        let Place { large, focus, alone, .. } = self.here;
        let pinned = self.here.pinned.is_some();
        // Only the whole page has evidence.
        let whole = self.here.face == Face::Item && self.depth == Depth::Full;
        let beside = match (pinned, whole) {
            (true, _) => Beside::Pinned,
            (false, true) => Beside::Evidence,
            (false, false) => Beside::Nothing,
        };
        let alone = alone || self.table_has_the_screen();
        Arrangement {
            thresholds: self.thresholds,
            large,
            focus,
            alone,
            beside,
            noted: pinned || !self.here.lenses.is_empty(),
        }
    }

    /// Whether who says what, which is a table, has the width of the screen, for want of room beside
    /// the lists.
    fn table_has_the_screen(&self) -> bool {
        self.here.face == Face::WhoSays
            && self.here.focus == Pane::Reader
            && self.here.pinned.is_none()
            && self.size.0 < TABLE_BESIDE
    }

    fn page_size(&self) -> PageSize {
        // A reader that is not shown has the size that it would have alone.
        let (columns, rows) = self.size;
        let alone = (columns, rows.saturating_sub(3));
        let reader = self.layout.area(Pane::Reader).map(|area| area.body);
        let (width, height) = reader.map_or(alone, |body| (body.width, body.height));
        let card = match (self.layout.tier, height) {
            (Tier::Line | Tier::Single, _) => CardSize::Abbreviated,
            (_, 30..) => CardSize::Roomy,
            (Tier::Double | Tier::Triple | Tier::Quadruple, _) => CardSize::Compact,
        };
        PageSize {
            width: usize::from(width),
            bar: true,
            evidence: self.layout.evidence.map(|area| usize::from(area.body.width)),
            card,
            medium: Medium::Screen,
            depth: self.depth,
            times: self.times,
        }
    }
}

/// Columns of a terminal from which a table fits into the reader beside the lists.
const TABLE_BESIDE: u16 = 190;
