//! The hits of the last search: going to them one by one, and back to before the search.

use super::reloading::Moving;
use super::{App, Mode, Place};
use crate::choice::Pane;
use crate::library::ItemId;
use crate::text::DisplayText;

/// The hits of the last search, to step through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hits {
    query: DisplayText,
    items: Vec<ItemId>,
    at: usize,
}

impl Hits {
    /// The hits for a query, from the one at this place on.
    pub(super) fn new(query: DisplayText, items: Vec<ItemId>, at: usize) -> Self {
        Self { query, items, at }
    }

    /// The items that were found, the best first.
    pub(super) fn items(&self) -> impl Iterator<Item = ItemId> {
        self.items.iter().copied()
    }

    /// Goes on from an item, if it is among them.
    pub(super) fn go_on_from(&mut self, item: Option<ItemId>) {
        let at = self.items.iter().position(|hit| Some(*hit) == item);
        self.at = at.unwrap_or(self.at);
    }

    /// The place of the hit that was stepped to last, from 0.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The hits as they are in another library, if any of them is there.
    pub(super) fn moved(&self, moved: impl Fn(ItemId) -> Option<ItemId>) -> Option<Self> {
        let before = self.items.iter().take(self.at);
        let at = before.filter(|item| moved(**item).is_some()).count();
        let items: Vec<ItemId> = self.items.iter().copied().filter_map(moved).collect();
        let at = at.min(items.len().saturating_sub(1));
        (!items.is_empty()).then(|| Self { query: self.query.clone(), items, at })
    }

    /// The hit that was stepped to last.
    pub(super) fn item(&self) -> Option<ItemId> {
        self.items.get(self.at).copied()
    }

    /// Steps to the next or previous hit, round the end; returns it and what is said of it.
    fn step(&mut self, onward: bool) -> Option<(ItemId, DisplayText)> {
        let count = self.items.len();
        let (to, wrapped) = if onward {
            ((self.at + 1) % count.max(1), self.at + 1 >= count)
        } else {
            ((self.at + count.max(1) - 1) % count.max(1), self.at == 0)
        };
        self.at = to;
        let round = if wrapped { ", round the end" } else { "" };
        let told = if count == 1 {
            crate::text!["the only hit for ", self.query]
        } else {
            crate::text!["hit ", to + 1, " of ", count, " for ", self.query, round]
        };
        Some((self.item()?, told))
    }
}

/// The way back from a hit to before the search.
#[derive(Clone, Debug)]
pub(super) struct WayBack {
    /// How many places were recorded when the hit was opened: once another is, this way is over.
    recorded: u64,
    /// The place before the search.
    before: Place,
    /// The place of the hit.
    opened: Place,
    /// What it was opened from.
    origin: Origin,
    /// The way back from the page that it was opened from.
    outer: Option<Box<Self>>,
}

/// What a hit was opened from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    /// The panes.
    Panes,
    /// A link of a page that stands in no list, as a brief: nothing else leads back to it.
    Page,
    /// The page of all briefs, with the brief that was chosen there, if one was.
    Briefs(Option<ItemId>),
}

impl WayBack {
    /// Whether the hit is as it was opened.
    pub(super) fn is_at_hit(&self, here: &Place) -> bool {
        self.opened == *here
    }

    /// Whether a lens was put on since the hit was opened, which going back would take away as well.
    pub(super) fn has_lens_since(&self, here: &Place) -> bool {
        here.lenses.iter().any(|lens| !self.opened.lenses.contains(lens))
    }

    /// The same in another library, if both places are there.
    pub(super) fn moved(self, moving: &mut Moving) -> Option<Self> {
        let (before, opened) = (moving.place(&self.before)?, moving.place(&self.opened)?);
        let origin = match self.origin {
            Origin::Panes | Origin::Page => self.origin,
            Origin::Briefs(chosen) => Origin::Briefs(chosen.and_then(|brief| moving.item(brief))),
        };
        let outer = self.outer.and_then(|outer| outer.moved(moving)).map(Box::new);
        Some(Self { before, opened, origin, outer, ..self })
    }
}

impl App {
    /// Goes to a hit. Where one pane is shown at a time that is the reader, and also where a list leaves it
    /// only a few rows: what was looked for is the answer, not its row.
    pub(super) fn go_to_hit(&mut self, item: ItemId) {
        self.go(item);
        let has_row = self.here.subject_lives_in(Pane::Timeline, &self.library);
        if self.layout.panes.len() <= 1 || !(has_row || self.has_columns()) {
            self.here.focus = Pane::Reader;
        }
    }

    /// Goes to a hit and records the place that was left, if it was left.
    pub(super) fn open_hit(&mut self, item: ItemId) {
        let briefs = self.mode.briefs();
        let origin = briefs.map_or(Origin::Panes, |briefs| Origin::Briefs(briefs.item()));
        self.open_from(origin, None, item);
    }

    /// Goes where a link leads. From a page that stands in no list there is a way back to it.
    pub(super) fn follow(&mut self, item: ItemId) {
        if self.mode.briefs().is_some() {
            self.open_hit(item);
        } else if self.mode == Mode::Panes && self.here.is_at_homeless_page(&self.library) {
            let outer = self.way_back().cloned().map(Box::new);
            self.open_from(Origin::Page, outer, item);
        } else {
            self.go_and_record(item);
        }
    }

    fn open_from(&mut self, origin: Origin, outer: Option<Box<WayBack>>, item: ItemId) {
        let before = self.here.clone();
        self.go_to_hit(item);
        if self.here != before {
            self.trail.record(before.clone());
        } else if origin == Origin::Panes {
            return;
        }
        self.refresh();
        let (recorded, opened) = (self.trail.recorded(), self.here.clone());
        self.searching.way_back = Some(WayBack { recorded, before, opened, origin, outer });
    }

    /// The way back to before the search, until something else is opened.
    pub(super) fn way_back(&self) -> Option<&WayBack> {
        let way = self.searching.way_back.as_ref()?;
        // Who went back from the hit is there already.
        let is_elsewhere = way.origin != Origin::Panes || way.before != self.here;
        (way.recorded == self.trail.recorded() && is_elsewhere).then_some(way)
    }

    /// Goes back to before the search.
    pub(super) fn return_before_hit(&mut self) {
        if self.way_back().is_none() {
            return;
        }
        let Some(WayBack { before, origin, outer, .. }) = self.searching.way_back.take() else {
            return;
        };
        if origin == Origin::Page {
            self.travel(false);
            let recorded = self.trail.recorded();
            self.searching.way_back = outer.map(|outer| WayBack { recorded, ..*outer });
            return;
        }
        self.trail.record(self.here.clone());
        self.return_to(before);
        if let Origin::Briefs(chosen) = origin {
            self.show_briefs(chosen);
        }
    }

    /// Goes to the next or previous hit of the last search.
    pub(super) fn step_hit(&mut self, onward: bool) {
        let step = self.searching.hits.as_mut().and_then(|hits| hits.step(onward));
        if let Some((item, told)) = step {
            self.go_to_hit(item);
            self.notice = Some(told);
        }
    }

    /// Whether the subject is the hit that was stepped to last.
    #[must_use]
    pub fn is_at_hit(&self) -> bool {
        let hit = self.searching.hits.as_ref().and_then(Hits::item);
        let shown = hit.map(|hit| self.shown_for(hit));
        shown.is_some() && shown == self.here.subject
    }
}
