//! A search in progress: a preview that moves nothing until a result is opened.

use super::history::Recalled;
use super::hits::{Hits, WayBack};
use super::memo::Memo;
use super::place::home;
use super::reloading::Moving;
use super::{App, ItemRow, Mode, Searches, TextField, Tier};
use crate::action::Action;
use crate::choice::Pane;
use crate::library::ItemId;
use crate::page::{CardSize, Page, PageSize};
use crate::search::{Found, Hit, Searcher};
use crate::text::DisplayText;

/// Hits kept of a search; nobody steps through more.
const KEPT: usize = 200;

/// A search in progress.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchSession {
    /// What is typed.
    pub field: TextField,
    /// What was found for it.
    pub found: Found,
    /// The chosen hit, from 0.
    pub chosen: usize,
    /// The first hit shown.
    pub scroll: usize,
    /// The page of the chosen hit.
    preview: Memo<(ItemId, PageSize), Page>,
    /// The query that `found` answers.
    answered: Option<String>,
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
    /// Lets query and preview be worked out anew.
    pub(super) fn forget_all(&mut self) {
        self.answered = None;
        self.preview.forget();
    }

    /// Chooses a hit by its item, if it is there.
    pub(super) fn choose_item(&mut self, item: Option<ItemId>) {
        let at = self.found.hits.iter().position(|hit| Some(hit.item) == item);
        self.chosen = at.unwrap_or(self.chosen);
    }

    /// Lets the query be answered anew.
    pub(super) fn forget_answer(&mut self) {
        self.answered = None;
    }

    /// The chosen item.
    #[must_use]
    pub fn item(&self) -> Option<ItemId> {
        self.found.hits.get(self.chosen).map(|hit| hit.item)
    }

    /// The page of the chosen hit.
    #[must_use]
    pub fn preview(&self) -> &Page {
        self.preview.get()
    }

    /// How much was found, in words.
    #[must_use]
    pub fn counted(&self) -> DisplayText {
        match self.found.total {
            0 => "nothing found".into(),
            1 => "1 hit".into(),
            total => crate::text![total, " hits"],
        }
    }

    /// What was found, to be stepped through from the chosen hit on.
    fn hits(&self) -> Hits {
        let items = self.found.hits.iter().map(|hit| hit.item).collect();
        Hits::new(self.field.shown(), items, self.chosen)
    }
}

impl App {
    /// Opens a search; the panes stay as they are, and so does the page of all briefs.
    pub(super) fn begin_search(&mut self) {
        let before = std::mem::take(&mut self.mode);
        let under = if matches!(before, Mode::Chooser(_)) { before } else { Mode::Panes };
        let session = SearchSession { under: Box::new(under), ..SearchSession::default() };
        self.mode = Mode::Search(Box::new(session));
    }

    /// Chooses the next result, or recalls the query after the one that was recalled.
    pub(super) fn next_result(&mut self) {
        if !self.recall(false) {
            self.choose_result(1);
        }
    }

    /// Chooses the result before; from the first one, or with nothing typed, recalls the query before.
    pub(super) fn previous_result(&mut self) {
        if !self.recall(true) {
            self.choose_result(-1);
        }
    }

    /// Chooses the result that many rows on.
    pub(super) fn choose_result(&mut self, by: isize) {
        if let Mode::Search(session) = &mut self.mode {
            let last = session.found.hits.len().saturating_sub(1);
            session.chosen = session.chosen.saturating_add_signed(by).min(last);
        }
    }

    /// Goes to the chosen result.
    pub(super) fn open_result(&mut self) {
        let Mode::Search(session) = &self.mode else { return };
        let Some(item) = session.item() else {
            let query = session.field.shown();
            self.notice = Some(crate::text!["nothing found for `", query, "`"]);
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
        let Mode::Search(session) = &self.mode else { return };
        if session.field.is_empty() || session.found.hits.is_empty() {
            self.notice = Some(DisplayText::literal("nothing was found that could be kept"));
            return;
        }
        let typed = session.field.text();
        let mut hits = session.hits();
        let before = self.place();
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
        let shown = self.library.event_of(hit).unwrap_or(hit);
        home(&self.library, shown).is_none_or(|pane| self.lists.has(pane, shown))
    }

    /// Answers the query as it stands and shows the chosen result.
    pub(super) fn refresh_search(&mut self) {
        let rows = self.result_rows();
        let size = self.preview_size();
        let indexed = self.is_indexed();
        let Mode::Search(session) = &mut self.mode else { return };
        let query = session.field.text();
        if indexed && session.answered.as_deref() != Some(query.as_str()) {
            session.found = self.searching.engine.search(&self.index, &self.library, &query, KEPT);
            session.chosen = 0;
            session.scroll = 0;
            session.answered = Some(query);
        }
        session.scroll = session
            .scroll
            .min(session.chosen)
            .max((session.chosen + 1).saturating_sub(rows.max(1)));
        let end = (session.scroll + rows.max(1)).min(session.found.hits.len());
        if let Some(shown) = session.found.hits.get_mut(session.scroll..end) {
            self.searching.engine.explain(&self.index, &self.library, shown);
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

    /// The title above the results.
    #[must_use]
    pub fn results_title(&self) -> DisplayText {
        let Mode::Search(session) = &self.mode else { return DisplayText::default() };
        if !self.is_indexed() {
            "reading the briefs".into()
        } else if session.found.total == 0 && session.field.is_empty() {
            "type to search".into()
        } else {
            session.counted()
        }
    }

    /// Results that fit on the screen.
    pub(super) fn result_rows(&self) -> usize {
        usize::from(self.search_places().hits.height).max(1)
    }

    fn preview_size(&self) -> PageSize {
        let preview = self.search_places().preview;
        let card = match self.layout.tier {
            Tier::Card | Tier::Single => CardSize::Abbreviated,
            Tier::Stacked | Tier::Wide | Tier::Columns => CardSize::Compact,
        };
        PageSize {
            width: preview.map_or(usize::from(self.size.0), |area| usize::from(area.body.width)),
            bar: self.layout.tier > Tier::Single,
            ask: self.one_key(Action::Questions),
            card,
            times: self.preferences.times,
            ..PageSize::default()
        }
    }
}
