//! Places: the subject, what the reader shows of it, what is held beside it, and coming back.

use super::place::home;
use super::{App, Place, Preferences, Row};
use crate::action::Action;
use crate::choice::{Depth, Face, Order, Pane, Times};
use crate::library::ItemId;
use crate::text::DisplayText;
use std::sync::Arc;

impl App {
    /// Makes an item the subject; the reader is where it was when it last showed it.
    pub(super) fn make_subject(&mut self, item: ItemId) {
        if self.here.subject == Some(item) {
            return;
        }
        let face = self.here.face;
        let no_event = self.library.event(item).is_none();
        let face = if face == Face::WhoSays && no_event { Face::Item } else { face };
        self.here.let_lists_go();
        self.show(|here, _| (here.subject, here.face) = (Some(item), face));
    }

    /// Turns the reader to another face of the subject, or back to its page and the pane from which it
    /// was turned.
    pub(super) fn turn_face(&mut self, face: Face) {
        let face = if self.here.face == face { Face::Item } else { face };
        let (was, now) = (self.here.face == Face::Item, face == Face::Item);
        self.show(|here, _| here.face = face);
        match (was, now) {
            (true, false) => {
                self.here.from = self.here.focus;
                // A table wants the whole width; of the rest a few rows would be no answer.
                if face == Face::WhoSays || !self.has_columns() {
                    self.here.focus = Pane::Reader;
                }
            }
            // Who went to another pane since is where they went.
            // The list takes up the subject: another one may have been chosen in the page, or a lens may
            // have hidden what was chosen there.
            (false, true) if self.here.focus == Pane::Reader => self.focus(self.here.from),
            (_, true) | (false, false) => {}
        }
    }

    /// Leaves a page over the panes: that of a brief for the page of all briefs, any other for the place
    /// before it.
    pub(super) fn leave_page(&mut self) {
        let brief = self.here.subject.filter(|_| self.here.is_at_brief(&self.library));
        if self.trail.leads(&self.here, false) {
            self.travel(false);
        } else {
            self.focus(Pane::Timeline);
        }
        if brief.is_some() {
            self.show_briefs(brief);
        }
    }

    /// Shows something else: its scroll is where it was when it was left.
    fn show(&mut self, change: impl FnOnce(&mut Place, &mut Preferences)) {
        self.reading.remember_scroll(&self.here, self.preferences.depth);
        self.here.link = None;
        change(&mut self.here, &mut self.preferences);
        self.reading.recall_scroll(&mut self.here, self.preferences.depth);
    }

    /// Holds the subject for comparison, or lets go what is held.
    pub(super) fn pin(&mut self) {
        if self.here.pinned.is_some() {
            self.unpin();
            return;
        }
        self.show(|here, _| here.pinned = here.subject);
        let keys = [(Action::SwapPin, "changes places"), (Action::Pin, "lets go")];
        self.tell("pinned", keys);
    }

    /// Lets go what is held.
    pub(super) fn unpin(&mut self) {
        self.show(|here, _| here.pinned = None);
        self.notice = Some(DisplayText::literal("nothing is pinned any more"));
    }

    /// Makes what is held the subject, and holds the subject. Facts stay in the rows they were in, and
    /// the keys in the reader, if they were there.
    pub(super) fn swap_pin(&mut self) {
        let Some((pinned, subject)) = self.here.pinned.zip(self.here.subject) else { return };
        let (focus, scroll) = (self.here.focus, self.here.reader_scroll);
        self.here.pinned = Some(subject);
        self.go(pinned);
        if focus == Pane::Reader {
            self.here.focus = focus;
        }
        self.here.reader_scroll = scroll;
    }

    /// Sorts the list that has the keys, or the one that had them before the reader.
    pub(super) fn sort_by(&mut self, order: Order) {
        let pane = if self.here.focus == Pane::Reader { self.here.large } else { self.here.focus };
        if (pane, order) == (Pane::Actors, Order::Grade) {
            self.notice = Some(DisplayText::literal("actors have no grade"));
            return;
        }
        let usual = if pane == Pane::Timeline { Order::Time } else { Order::Name };
        let Some(list) = self.here.list_mut(pane) else { return };
        list.order = if order == usual { Order::Usual } else { order };
        list.scroll = 0;
        list.held = None;
        let words = match order {
            Order::Usual | Order::Time => "time",
            Order::Name => "name",
            Order::Grade => "grade, best first",
            Order::Links => "links, most first",
        };
        self.notice = Some(crate::text![pane.name(), " by ", words]);
    }

    /// Shows less or more of every item.
    pub(super) fn change_depth(&mut self, more: bool) {
        let next = if more { self.preferences.depth.more() } else { self.preferences.depth.less() };
        let less = (Action::LessDepth, "shows less");
        let more_of_it = (Action::MoreDepth, "shows more");
        let Some(depth) = next else {
            return if more {
                self.tell("this is all there is", [less]);
            } else {
                self.tell("headlines are the least", [more_of_it]);
            };
        };
        self.set_depth(depth);
        match depth {
            Depth::Headline => self.tell("headlines only", [more_of_it]),
            Depth::Card => self.tell("the card", [less, more_of_it]),
            Depth::Full => self.tell("everything", [less]),
        }
    }

    /// Shows so much of every item.
    pub fn set_depth(&mut self, depth: Depth) {
        self.show(|_, preferences| preferences.depth = depth);
        self.refresh();
    }

    /// Turns to the next way to show times of day, and says which.
    pub(super) fn turn_times(&mut self) {
        self.set_times(self.preferences.times.next());
        self.notice = Some(DisplayText::literal(match self.preferences.times {
            Times::Reported => "times as they were reported",
            Times::Utc => "times in UTC",
            Times::Local => "times by the clock where it happened",
        }));
    }

    /// The clock in which times of day are shown.
    #[must_use]
    pub fn times(&self) -> Times {
        self.preferences.times
    }

    /// Shows times of day in one way.
    pub fn set_times(&mut self, times: Times) {
        self.preferences.times = times;
        self.refresh();
    }

    /// After a change of brief or lenses: where the focused list lost its cursor, the nearest row that
    /// is left becomes the subject, so that the keys stay where they were.
    pub(super) fn keep_subject_in_sight(&mut self) {
        let pane = self.here.focus;
        let at = pane.index();
        let before = self.lists.all(pane).map_or_else(Arc::default, |all| Arc::clone(&all.rows));
        self.lists.arrange_rows(&self.library, &self.here);
        let cursor = self.here.lists.get(at).and_then(|list| list.cursor);
        // A list that only follows the subject has nothing to keep in sight, unless the subject is in it.
        let is_kept = |item: &ItemId| pane == Pane::Timeline || self.lists.has(pane, *item);
        let cursor = cursor.or(self.here.subject.filter(is_kept));
        let Some(cursor) = cursor.filter(|_| pane != Pane::Reader) else { return };
        if self.lists.has(pane, cursor) {
            self.select(Some(cursor));
            return;
        }
        let items: Vec<ItemId> = before.iter().filter_map(Row::item).collect();
        let was = items.iter().position(|item| *item == cursor).unwrap_or(0);
        let (above, below) = items.split_at(was.min(items.len()));
        let left = |item: &&ItemId| self.lists.has(pane, **item);
        let next = below.iter().find(left).or_else(|| above.iter().rev().find(left)).copied();
        let next = next.or_else(|| self.lists.first(pane));
        if next.is_none() {
            self.here.forget_cursor(pane);
            self.tell("nothing left", [(Action::Cancel, "takes the lens away")]);
        }
        self.select(next);
    }

    /// Takes away what hides an item that is gone to: lenses, then the choice of one brief.
    pub(super) fn lift_filters_from(&mut self, item: ItemId) {
        let Some(pane) = home(&self.library, item) else { return };
        if self.lists.has(pane, item) {
            return;
        }
        let had = !self.here.lenses.is_empty();
        self.here.lenses.clear();
        self.lists.arrange_rows(&self.library, &self.here);
        let mut words = "lenses taken away: they hid this";
        if !self.lists.has(pane, item) {
            self.here.brief = None;
            self.lists.arrange_rows(&self.library, &self.here);
            words = if had {
                "all briefs again, without lenses"
            } else {
                "this is in another brief, so all are shown again"
            };
        }
        self.notice = Some(DisplayText::literal(words));
    }

    /// Restores a place.
    pub(super) fn return_to(&mut self, place: Place) {
        self.reading.remember_scroll(&self.here, self.preferences.depth);
        self.here = place;
    }

    /// Goes back or forward.
    pub(super) fn travel(&mut self, onward: bool) {
        let here = self.here.clone();
        let place = if onward { self.trail.forward(here) } else { self.trail.back(here) };
        if let Some(place) = place {
            self.return_to(place);
        } else {
            let text = if onward { "nothing ahead" } else { "nothing to go back to" };
            self.notice = Some(DisplayText::literal(text));
        }
    }
}
