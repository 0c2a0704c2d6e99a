//! The state of the reader: changed by messages only, with no terminal, file, clock or thread.

mod field;
mod help;
mod layout;
mod lists;
mod navigate;
mod observe;
pub mod page;
mod search;
mod trail;

pub use field::TextField;
pub use help::SIGNS;
pub use layout::{Area, Layout, Pane, Tier};
pub use lists::{PaneState, Row};
pub use search::SearchSession;
pub use trail::Place;

use crate::action::{Action, Context};
use crate::library::{ItemId, Library};
use crate::search::{Index, Searcher};
use crate::text::DisplayText;
use page::{CardSize, Page, PageSize};
use std::collections::BTreeMap;
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
    /// The screen has another size, in cells.
    Resize(u16, u16),
    /// A key was pressed that means nothing here; its name.
    Unbound(DisplayText),
    /// Something to tell the user in the footer.
    Notice(DisplayText),
}

/// What the reader wishes of the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Draw everything again.
    Redraw,
    /// Go to the background.
    Suspend,
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
    /// The help, from a line on.
    Help {
        /// First line shown.
        scroll: usize,
    },
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
    focus: Pane,
    /// The list that has the room where there is little.
    large: Pane,
    alone: bool,
    subject: Option<ItemId>,
    lists: [PaneState; 3],
    rows: [Vec<Row>; 3],
    page: Page,
    /// What the page was made for.
    page_made_for: Option<(Option<ItemId>, PageSize)>,
    /// First line of the reader per subject.
    reader_scrolls: BTreeMap<ItemId, usize>,
    link: Option<usize>,
    trail: Trail,
    hits: Option<Hits>,
    notice: Option<DisplayText>,
}

impl App {
    /// A reader of a library on a screen of this size in cells, at the first event of the
    /// year with the most events.
    #[must_use]
    pub fn new(library: Arc<Library>, index: Arc<Index>, width: u16, height: u16) -> Self {
        let mut app = Self {
            library,
            index,
            searcher: Searcher::default(),
            loading: false,
            size: (width, height),
            layout: Layout::new(width, height, Pane::Timeline, Pane::Timeline, false),
            mode: Mode::Panes,
            focus: Pane::Timeline,
            large: Pane::Timeline,
            alone: false,
            subject: None,
            lists: Default::default(),
            rows: Default::default(),
            page: Page::default(),
            page_made_for: None,
            reader_scrolls: BTreeMap::new(),
            link: None,
            trail: Trail::default(),
            hits: None,
            notice: None,
        };
        app.subject = lists::start(&app.library);
        let [timeline, ..] = &mut app.lists;
        timeline.cursor = app.subject;
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
        if let Mode::Search(session) = &mut self.mode {
            session.forget_answer();
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
            Message::Act(action) => self.act(action),
            Message::Type(character) => {
                self.type_text(character.encode_utf8(&mut [0; 4]));
                None
            }
            Message::Paste(text) => {
                self.type_text(&text);
                None
            }
            Message::Resize(width, height) => {
                self.resize(width, height);
                None
            }
            Message::Unbound(key) => {
                self.notice = Some(crate::text!["nothing is bound to ", key, "; ? shows all keys"]);
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
            Mode::Help { .. } => Context::Help,
            Mode::Panes if self.focus == Pane::Reader => Context::Reader,
            Mode::Panes => Context::Panes,
        }
    }

    fn act(&mut self, action: Action) -> Option<Effect> {
        match action {
            Action::Quit | Action::QuitNow => return Some(Effect::Quit),
            Action::Suspend => return Some(Effect::Suspend),
            Action::Redraw => return Some(Effect::Redraw),
            Action::Next => self.step(1),
            Action::Previous => self.step(-1),
            Action::NextGroup => self.step_group(true),
            Action::PreviousGroup => self.step_group(false),
            Action::First => self.jump(false),
            Action::Last => self.jump(true),
            Action::PageDown => self.step(self.page_rows()),
            Action::PageUp => self.step(-self.page_rows()),
            Action::FocusTimeline => self.focus(Pane::Timeline),
            Action::FocusActors => self.focus(Pane::Actors),
            Action::FocusSources => self.focus(Pane::Sources),
            Action::FocusReader => self.focus(Pane::Reader),
            Action::NextPane => self.focus_next(1),
            Action::PreviousPane => self.focus_next(3),
            Action::NextLink => self.choose_link(true),
            Action::PreviousLink => self.choose_link(false),
            Action::Zoom => self.alone = !self.alone,
            Action::Open => self.open(),
            Action::Back => self.travel(false),
            Action::Forward => self.travel(true),
            Action::NextHit => self.step_hit(true),
            Action::PreviousHit => self.step_hit(false),
            Action::Search => self.mode = Mode::Search(Box::default()),
            Action::Help => self.mode = Mode::Help { scroll: 0 },
            Action::CloseHelp => self.mode = Mode::Panes,
            Action::Cancel => self.cancel(),
            Action::OpenResult => self.open_result(),
            Action::NextResult => self.choose_result(1),
            Action::PreviousResult => self.choose_result(-1),
            Action::ResultsDown => self.choose_result(self.page_rows()),
            Action::ResultsUp => self.choose_result(-self.page_rows()),
            Action::EraseBack => self.edit(TextField::erase_back),
            Action::EraseForward => self.edit(TextField::erase_forward),
            Action::EraseWord => self.edit(TextField::erase_word),
            Action::EraseLine => self.edit(TextField::erase_line),
            Action::CursorLeft => self.edit(TextField::left),
            Action::CursorRight => self.edit(TextField::right),
            Action::CursorStart => self.edit(TextField::start),
            Action::CursorEnd => self.edit(TextField::end),
        }
        None
    }

    fn cancel(&mut self) {
        match self.mode {
            Mode::Search(_) | Mode::Help { .. } => self.mode = Mode::Panes,
            Mode::Panes if self.link.is_some() => self.link = None,
            Mode::Panes if self.alone => self.alone = false,
            Mode::Panes => {
                self.notice = Some(DisplayText::literal("nothing to cancel; q quits"));
            }
        }
    }

    /// Brings everything that follows from the state up to date: geometry, rows, scroll, page.
    fn refresh(&mut self) {
        let (width, height) = self.size;
        self.layout = Layout::new(width, height, self.large, self.focus, self.alone);
        if self.rows.iter().all(Vec::is_empty) {
            self.rows = Pane::LISTS.map(|pane| lists::rows(&self.library, pane));
        }
        for pane in Pane::LISTS {
            self.arrange_list(pane);
        }
        self.arrange_page();
        self.refresh_search();
    }

    fn arrange_page(&mut self) {
        let made_for = (self.subject, self.page_size());
        // A page is a good part of a frame's work; most keys leave it as it is.
        if self.page_made_for != Some(made_for) {
            let (subject, size) = made_for;
            self.page = match subject {
                Some(subject) => Page::new(&self.library, subject, size),
                None if self.loading => Page::loading(),
                None => Page::empty(&self.library, size.width),
            };
            self.page_made_for = (!self.loading).then_some(made_for);
        }
        self.link = self.link.filter(|link| *link < self.page.links.len());
        let last = self.page.body.len().saturating_sub(self.reader_rows());
        if let Some(subject) = self.subject {
            let scroll = self.reader_scrolls.entry(subject).or_default();
            *scroll = (*scroll).min(last);
        }
    }

    fn page_size(&self) -> PageSize {
        let reader = self.layout.area(Pane::Reader).unwrap_or_default();
        let card = match (self.layout.tier, reader.body.height) {
            (Tier::Line | Tier::Single, _) => CardSize::Abbreviated,
            (_, 30..) => CardSize::Roomy,
            (Tier::Double | Tier::Triple | Tier::Quadruple, _) => CardSize::Compact,
        };
        PageSize {
            width: usize::from(reader.body.width),
            evidence: self.layout.evidence.map(|area| usize::from(area.body.width)),
            card,
            whole_addresses: false,
            ..PageSize::default()
        }
    }
}
