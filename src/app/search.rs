//! A search in progress: a preview that moves nothing until a result is opened.

use super::history::Recalled;
use super::hits::{Hits, WayBack};
use super::memo::Memo;
use super::place::home;
use super::reloading::Moving;
use super::{App, ItemRow, Mode, Searches, TextField};
use crate::action::Action;
use crate::choice::Pane;
use crate::library::{ItemId, Library};
use crate::page::{Page, PageSize};
use crate::search::{Found, Hit, Index, Searcher};
use crate::text::DisplayText;

/// Hits kept of a search; nobody steps through more.
const KEPT: usize = 200;

/// A search in progress.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchSession {
    /// What is typed.
    pub field: TextField,
    /// What was found for it.
    found: Memo<String, Found>,
    /// The chosen hit, from 0.
    pub chosen: usize,
    /// The first hit shown.
    pub scroll: usize,
    /// The page of the chosen hit.
    preview: Memo<(ItemId, PageSize), Page>,
    /// The query from before that stands in the field.
    pub(super) recalled: Option<Recalled>,
    /// What the screen was used for before, and is again when the search is left.
    pub(super) under: Box<Mode>,
}

/// Searching: the engine, what was found last, and what was searched for before.
#[derive(Debug, Default)]
pub(super) struct Searching {
    /// The engine, which keeps what it worked out for the query before.
    pub(super) engine: Searcher,
    /// The hits of the last search.
    pub(super) hits: Option<Hits>,
    /// The way back from the hit that was opened last.
    pub(super) way_back: Option<WayBack>,
    /// What was searched for.
    pub(super) searches: Searches,
}

impl Searching {
    /// Takes hits and places as they are in another library.
    pub(super) fn move_to(&mut self, moving: &mut Moving) {
        self.engine = Searcher::default();
        self.hits = self.hits.take().and_then(|hits| hits.moved(|item| moving.item(item)));
        self.way_back = self.way_back.take().and_then(|way| way.moved(moving));
    }
}

impl SearchSession {
    /// A search over what the screen is used for.
    fn over(under: Mode) -> Self {
        Self { under: Box::new(under), ..Self::default() }
    }

    /// Where the chosen result is among those found; nothing where there are none.
    #[must_use]
    pub fn position(&self) -> DisplayText {
        super::place_of(self.chosen, self.found().hits.len())
    }

    /// Chooses the next result, or recalls the query after the one that was recalled.
    pub(super) fn next(&mut self, searches: &Searches) {
        if !self.recall(searches, false) {
            self.choose(1);
        }
    }

    /// Chooses the result before; from the first one, or with nothing typed, recalls the query before.
    pub(super) fn previous(&mut self, searches: &Searches) {
        if !self.recall(searches, true) {
            self.choose(-1);
        }
    }

    /// Chooses the result that many rows on.
    pub(super) fn choose(&mut self, by: isize) {
        let last = self.found().hits.len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
    }

    /// Answers the query as it stands, where it is another than the one that was answered.
    fn answer(&mut self, engine: &mut Searcher, index: &Index, library: &Library) {
        let query = self.field.text();
        if self.found.follow(Some(query), |query| engine.search(index, library, query, KEPT)) {
            self.chosen = 0;
            self.scroll = 0;
        }
    }

    /// Scrolls so that the chosen hit is among the rows.
    fn keep_in_sight(&mut self, rows: usize) {
        let least = (self.chosen + 1).saturating_sub(rows);
        self.scroll = self.scroll.min(self.chosen).max(least);
    }

    /// Lets query and preview be worked out anew.
    pub(super) fn forget_all(&mut self) {
        self.found.forget();
        self.preview.forget();
    }

    /// Chooses a hit by its item, if it is there.
    pub(super) fn choose_item(&mut self, item: Option<ItemId>) {
        let at = self.found().hits.iter().position(|hit| Some(hit.item) == item);
        self.chosen = at.unwrap_or(self.chosen);
    }

    /// Lets the query be answered anew.
    pub(super) fn forget_answer(&mut self) {
        self.found.forget();
    }

    /// The chosen item.
    #[must_use]
    pub fn item(&self) -> Option<ItemId> {
        self.found().hits.get(self.chosen).map(|hit| hit.item)
    }

    /// What was found for what is typed.
    #[must_use]
    pub fn found(&self) -> &Found {
        self.found.get()
    }

    /// The page of the chosen hit.
    #[must_use]
    pub fn preview(&self) -> &Page {
        self.preview.get()
    }

    /// How much was found, in words.
    #[must_use]
    pub fn counted(&self) -> DisplayText {
        match self.found().total {
            0 => "nothing found".into(),
            total if self.found().scope.little => crate::text!["nothing found, ", total, " near"],
            1 => "1 hit".into(),
            total => crate::text![total, " hits"],
        }
    }

    /// That nothing was found for what is typed.
    pub(super) fn found_nothing(&self) -> DisplayText {
        crate::text!["nothing found for `", self.field.shown(), "`"]
    }

    /// What was found, to be stepped through from the chosen hit on.
    fn hits(&self) -> Hits {
        let items = self.found().hits.iter().map(|hit| hit.item).collect();
        Hits::new(self.field.shown(), items, self.chosen)
    }
}

impl App {
    /// Opens a search; the panes stay as they are, and so does the page of all briefs.
    pub(super) fn begin_search(&mut self) {
        let before = std::mem::take(&mut self.mode);
        let under = if matches!(before, Mode::Chooser(_)) { before } else { Mode::Panes };
        self.mode = Mode::Search(Box::new(SearchSession::over(under)));
    }

    /// Goes to the chosen result.
    pub(super) fn open_result(&mut self) {
        let Some(session) = self.mode.search() else { return };
        let Some(item) = session.item() else {
            self.notice = Some(self.nothing_found().0);
            return;
        };
        let hits = session.hits();
        self.searching.searches.add(session.field.text());
        self.searching.hits = Some(hits);
        self.open_hit(item);
    }

    /// Keeps what was found as a lens, and goes to the chosen result in its list. The lens stands on
    /// those before it and takes none away: of what they hide the first result that they leave is
    /// gone to.
    pub(super) fn keep_results(&mut self) {
        let Some(session) = self.mode.search() else { return };
        // Of blanks alone nothing is asked, and no lens could be told by them.
        if session.field.text().trim().is_empty() || session.found().hits.is_empty() {
            self.notice = Some(DisplayText::literal("nothing was found that could be kept"));
            return;
        }
        let typed = session.field.text();
        let mut hits = session.hits();
        let before = self.here.clone();
        let chosen = hits.item();
        let left = chosen
            .filter(|item| self.leaves(*item))
            .or_else(|| hits.items().find(|item| self.leaves(*item)));
        hits.go_on_from(left);
        self.searching.hits = Some(hits);
        self.mode = Mode::Panes;
        if let Some(item) = left {
            self.go(item);
        }
        if left != chosen {
            self.notice = Some(DisplayText::literal("the chosen hit is hidden by another filter"));
        }
        let lens = self.lens_on(&typed);
        self.searching.searches.add(typed);
        self.add_lens(lens);
        self.trail.record(before);
    }

    /// Whether brief and lenses in force leave what a hit leads to; what is in no list is hidden by
    /// none.
    fn leaves(&self, hit: ItemId) -> bool {
        self.has_row(self.shown_for(hit))
    }

    /// Whether an item has a row in the list where it lives, or lives in none.
    pub(super) fn has_row(&self, item: ItemId) -> bool {
        home(&self.library, item).is_none_or(|pane| self.lists.has(pane, item))
    }

    /// Changes the search in progress, where there is one.
    pub(super) fn in_search(&mut self, change: impl FnOnce(&mut SearchSession, &Searches)) {
        if let Some(session) = self.mode.search_mut() {
            change(session, &self.searching.searches);
        }
    }

    /// Answers the query as it stands and shows the chosen result.
    pub(super) fn refresh_search(&mut self) {
        let places = self.search_places();
        let size = PageSize {
            ask: self.keymap.one_key(Action::Questions),
            times: self.preferences.times,
            ..places.page_size(self.layout.tier, self.size.0)
        };
        let is_indexed = self.is_indexed();
        let Some(session) = self.mode.search_mut() else { return };
        let engine = &mut self.searching.engine;
        if is_indexed {
            session.answer(engine, &self.index, &self.library);
        }
        let rows = places.rows();
        session.keep_in_sight(rows);
        let end = (session.scroll + rows).min(session.found().hits.len());
        if let Some(shown) = session.found.get_mut().hits.get_mut(session.scroll..end) {
            engine.explain(&self.index, &self.library, shown);
        }
        let previewed = session.item().map(|item| (item, size));
        session.preview.follow(previewed, |(item, size)| Page::new(&self.library, *item, *size));
    }

    /// A hit as a row of the results: an event as in the timeline, anything else with its kind in place
    /// of a date.
    #[must_use]
    pub fn hit_row(&self, item: ItemId) -> ItemRow {
        let row = self.item_row(Pane::Timeline, item, true);
        let kind = self.library.get(item).map_or("", |item| item.kind.word());
        let is_event = self.library.event(item).is_some();
        let (lead, short_lead) =
            if is_event { (row.lead, row.short_lead) } else { (kind.into(), kind.into()) };
        let titles = vec![self.library.full_title(item)];
        let (sign, end) = (row.sign, DisplayText::default());
        ItemRow {
            lead,
            short_lead,
            titles,
            sign,
            end,
            mark: " ",
            selected: false,
            linked: false,
            ..row
        }
    }

    /// Why a hit was found and in which brief, the fullest words first.
    #[must_use]
    pub fn reasons(&self, hit: &Hit) -> Vec<DisplayText> {
        // The day of an event stands in its row anyway.
        let day = self.library.event(hit.item).map(|event| event.when.value.text());
        let why = hit.why.clone().filter(|why| Some(why) != day.as_ref());
        let tag = self.tag_of(hit.item);
        let both = why.clone().zip(tag.clone());
        let both = both.map(|(why, tag)| crate::text![why, "  ", tag]);
        both.into_iter().chain(why).chain(tag).collect()
    }
}
