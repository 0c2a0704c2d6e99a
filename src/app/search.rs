//! A search in progress: a preview that moves nothing until a result is opened.

use super::history::Recalled;
use super::{App, Hits, Mode, TextField, Tier};
use crate::library::ItemId;
use crate::page::{CardSize, Page, PageSize};
use crate::search::Found;
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
    pub preview: Page,
    /// What the preview was made for.
    previewed: Option<(ItemId, PageSize)>,
    /// The query that `found` answers.
    answered: Option<String>,
    /// The query from before that stands in the field.
    pub(super) recalled: Option<Recalled>,
}

impl SearchSession {
    /// Lets the query be answered anew.
    pub(super) fn forget_answer(&mut self) {
        self.answered = None;
    }

    /// The chosen item.
    #[must_use]
    pub fn item(&self) -> Option<ItemId> {
        self.found.hits.get(self.chosen).map(|hit| hit.item)
    }

    /// What was found, to be stepped through from the chosen hit on.
    fn hits(&self) -> Hits {
        let items = self.found.hits.iter().map(|hit| hit.item).collect();
        Hits { query: self.field.shown(), items, at: self.chosen }
    }
}

impl App {
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
        self.searches.add(session.field.text());
        self.hits = Some(hits);
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
        let chosen = hits.items.get(hits.at).copied();
        let left = chosen
            .filter(|item| self.leaves(*item))
            .or_else(|| hits.items.iter().copied().find(|item| self.leaves(*item)));
        hits.at = hits.items.iter().position(|item| Some(*item) == left).unwrap_or(hits.at);
        self.hits = Some(hits);
        self.mode = Mode::Panes;
        if let Some(item) = left {
            self.go(item);
        }
        if left != chosen {
            self.notice = Some(DisplayText::literal("the chosen hit is hidden by another filter"));
        }
        let lens = self.lens_on(&typed);
        self.searches.add(typed);
        self.add_lens(lens);
        self.trail.record(before);
    }

    /// Whether brief and lenses in force leave what a hit leads to; what is in no list is hidden by
    /// none.
    fn leaves(&self, hit: ItemId) -> bool {
        let shown = self.library.event_of(hit).unwrap_or(hit);
        self.home(shown).is_none_or(|pane| self.lists_item(pane, shown))
    }

    /// Answers the query as it stands and shows the chosen result.
    pub(super) fn refresh_search(&mut self) {
        let rows = self.result_rows();
        let size = self.preview_size();
        let indexed = self.is_indexed();
        let Mode::Search(session) = &mut self.mode else { return };
        let query = session.field.text();
        if indexed && session.answered.as_deref() != Some(query.as_str()) {
            session.found = self.searcher.search(&self.index, &self.library, &query, KEPT);
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
            self.searcher.explain(&self.index, &self.library, shown);
        }
        let previewed = session.item().map(|item| (item, size));
        if session.previewed != previewed {
            let page = previewed.map(|(item, size)| Page::new(&self.library, item, size));
            session.preview = page.unwrap_or_default();
            session.previewed = previewed;
        }
    }

    /// Results that fit on the screen: each has two rows, or one where there is little room.
    pub(super) fn result_rows(&self) -> usize {
        let rows = usize::from(self.size.1).saturating_sub(3);
        if self.layout.tier == Tier::Line { 1 } else { (rows / 2).max(1) }
    }

    fn preview_size(&self) -> PageSize {
        let width = usize::from(self.size.0);
        match self.layout.tier {
            Tier::Line | Tier::Single => PageSize {
                width,
                evidence: None,
                card: CardSize::Abbreviated,
                ..PageSize::default()
            },
            Tier::Double | Tier::Triple | Tier::Quadruple => {
                let width = width - SearchSession::results_width(width) - 1;
                PageSize { width, evidence: None, card: CardSize::Compact, ..PageSize::default() }
            }
        }
    }
}

impl SearchSession {
    /// Columns of the results beside the preview.
    #[must_use]
    pub fn results_width(width: usize) -> usize {
        (width * 39 / 80).min(72)
    }
}
