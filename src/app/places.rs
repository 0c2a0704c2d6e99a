//! Places: the subject, what the reader shows of it, what is held beside it, and coming back.

use super::{App, Face, Order, Pane, Place, Row};
use crate::library::ItemId;
use crate::text::DisplayText;

impl App {
    /// Makes an item the subject; the reader is where it was when it last showed it.
    pub(super) fn make_subject(&mut self, item: ItemId) {
        if self.here.subject == Some(item) {
            return;
        }
        self.let_lists_go();
        let face = self.here.face;
        let no_event = self.library.event(item).is_none();
        let face = if face == Face::WhoSays && no_event { Face::Item } else { face };
        self.let_lists_go();
        self.show(Some(item), face);
    }

    /// Turns the reader to another face of the subject, or back to its page.
    pub(super) fn turn_face(&mut self, face: Face) {
        let face = if self.here.face == face { Face::Item } else { face };
        self.show(self.here.subject, face);
    }

    fn show(&mut self, subject: Option<ItemId>, face: Face) {
        if let Some(before) = self.here.subject {
            self.reader_scrolls.insert((before, self.here.face), self.here.reader_scroll);
        }
        let known = subject.and_then(|item| self.reader_scrolls.get(&(item, face)));
        self.here.reader_scroll = known.copied().unwrap_or(0);
        self.here.link = None;
        self.here.subject = subject;
        self.here.face = face;
    }

    /// Holds the subject for comparison, or lets go what is held.
    pub(super) fn pin(&mut self) {
        self.here.pinned = match self.here.pinned {
            Some(_) => None,
            None => self.here.subject,
        };
    }

    /// Makes what is held the subject, and holds the subject.
    pub(super) fn swap_pin(&mut self) {
        let Some((pinned, subject)) = self.here.pinned.zip(self.here.subject) else { return };
        self.here.pinned = Some(subject);
        self.go(pinned);
    }

    /// Sorts the list that has the keys, or the one that had them before the reader.
    pub(super) fn sort_by(&mut self, order: Order) {
        let pane = if self.here.focus == Pane::Reader { self.here.large } else { self.here.focus };
        if let Some(list) = self.here.lists.get_mut(pane.index()) {
            list.order = order;
            list.scroll = 0;
        }
    }

    /// Whether a list has an item under brief and lenses in force.
    pub(super) fn lists_item(&self, pane: Pane, item: ItemId) -> bool {
        let rows = self.rows.get(pane.index());
        rows.is_some_and(|rows| rows.iter().any(|row| row.item() == Some(item)))
    }

    /// The first item of a list under brief and lenses in force.
    pub(super) fn first_listed(&self, pane: Pane) -> Option<ItemId> {
        self.rows.get(pane.index())?.iter().find_map(Row::item)
    }

    /// After a change of brief or lenses: where the focused list lost its cursor, the nearest row that
    /// is left becomes the subject, so that the keys stay where they were.
    pub(super) fn keep_subject_in_sight(&mut self) {
        let pane = self.here.focus;
        let at = pane.index();
        let before = self.rows.get(at).cloned().unwrap_or_default();
        self.arrange_rows();
        let cursor = self.here.lists.get(at).and_then(|list| list.cursor).or(self.here.subject);
        let Some(cursor) = cursor.filter(|_| pane != Pane::Reader) else { return };
        if self.lists_item(pane, cursor) {
            self.select(Some(cursor));
            return;
        }
        let items: Vec<ItemId> = before.iter().filter_map(Row::item).collect();
        let was = items.iter().position(|item| *item == cursor).unwrap_or(0);
        let (above, below) = items.split_at(was.min(items.len()));
        let left = |item: &&ItemId| self.lists_item(pane, **item);
        let next = below.iter().find(left).or_else(|| above.iter().rev().find(left)).copied();
        let next = next.or_else(|| self.first_listed(pane));
        if next.is_none() {
            self.forget_cursor(pane);
            let words = "nothing is left here; Esc takes the lens away";
            self.notice = Some(DisplayText::literal(words));
        }
        self.select(next);
    }

    /// A list without rows has no selected one.
    pub(super) fn forget_cursor(&mut self, pane: Pane) {
        if let Some(list) = self.here.lists.get_mut(pane.index()) {
            list.cursor = None;
        }
    }

    /// Takes away what hides an item that is gone to: lenses, then the choice of one brief.
    pub(super) fn lift_filters_from(&mut self, item: ItemId) {
        let Some(kind) = self.library.get(item).map(|item| item.kind) else { return };
        let Some(pane) = Pane::LISTS.into_iter().find(|pane| pane.kind() == Some(kind)) else {
            return;
        };
        if self.lists_item(pane, item) {
            return;
        }
        let had = !self.here.lenses.is_empty();
        self.here.lenses.clear();
        self.arrange_rows();
        let mut words = "lenses taken away: they hid this";
        if !self.lists_item(pane, item) {
            self.here.brief = None;
            self.arrange_rows();
            words = if had {
                "all briefs again, without lenses"
            } else {
                "all briefs again: this is in another"
            };
        }
        self.notice = Some(DisplayText::literal(words));
    }

    /// Everything that coming back restores.
    pub(super) fn place(&self) -> Place {
        self.here.clone()
    }

    /// Restores a place.
    pub(super) fn return_to(&mut self, place: Place) {
        if let Some(before) = self.here.subject {
            self.reader_scrolls.insert((before, self.here.face), self.here.reader_scroll);
        }
        self.here = place;
    }

    /// Goes back or forward.
    pub(super) fn travel(&mut self, onward: bool) {
        let here = self.place();
        let place = if onward { self.trail.forward(here) } else { self.trail.back(here) };
        if let Some(place) = place {
            self.return_to(place);
        } else {
            let text = if onward { "nothing ahead" } else { "nothing to go back to" };
            self.notice = Some(DisplayText::literal(text));
        }
    }
}
