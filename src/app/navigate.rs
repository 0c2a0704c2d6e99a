//! Moving about: rows, panes, links, places.

use super::cursor::end_words;
use super::lists::Row;
use super::place::home;
use super::{App, Effect, Mode, Place};
use crate::choice::{Face, Pane};
use crate::library::{ItemId, Kind};

impl App {
    /// Rows by which a page is turned in the pane that has the keys.
    pub(super) fn page_rows(&self) -> isize {
        let rows = match self.mode {
            Mode::Search(_) => self.search_places().rows(),
            Mode::Chooser(_) => self.chooser_places().map_or(0, |places| places.lines()),
            Mode::Copy(_) => self.copy_rows(),
            Mode::Panes | Mode::Prompt(_) if self.here.focus == Pane::Reader => {
                self.reading.rows(&self.layout)
            }
            Mode::Panes | Mode::Prompt(_) => self.layout.rows_of(self.here.focus),
        };
        turned_by(rows)
    }

    /// Moves by rows: the cursor of a list, the text of the reader, the briefs.
    pub(super) fn step(&mut self, by: isize) {
        if let Mode::Copy(view) = &mut self.mode {
            view.step(by);
        } else if matches!(self.mode, Mode::Chooser(_)) {
            self.step_choice(by);
        } else if self.here.focus == Pane::Reader {
            self.reading.scroll_by(by, &mut self.here, &self.layout);
        } else {
            self.move_cursor(by);
        }
    }

    /// Reads on: what is left of the page, and after its end the next event.
    pub(super) fn read_on(&mut self) {
        let of_timeline = matches!(self.here.focus, Pane::Timeline | Pane::Reader)
            && matches!(self.mode, Mode::Panes);
        if !of_timeline {
            self.turn_page(true);
        } else if self.reading.has_more(&self.here, &self.layout) {
            // Where the reader has more room for it that is taken first: the text is not passed over.
            if self.here.focus == Pane::Timeline && !self.has_columns() && !self.layout.side_by_side
            {
                self.here.focus = Pane::Reader;
            } else {
                self.reading.scroll_by(
                    turned_by(self.reading.rows(&self.layout)),
                    &mut self.here,
                    &self.layout,
                );
            }
        } else if self.here.face == Face::Item
            && self.here.subject_lives_in(Pane::Timeline, &self.library)
        {
            self.read_next_event();
        } else {
            self.notice = Some("this is the end".into());
        }
    }

    /// Shows the event after the subject, wherever the keys are.
    fn read_next_event(&mut self) {
        let rows = self.lists.all(Pane::Timeline).map_or(&[][..], |all| &*all.rows);
        let mut items = rows.iter().filter_map(Row::item);
        let at = items.find(|item| Some(*item) == self.here.subject);
        let Some(next) = at.and_then(|_| items.next()) else {
            self.notice = Some("this was the last event".into());
            return;
        };
        let [timeline, ..] = &mut self.here.lists;
        timeline.cursor = Some(next);
        self.make_subject(next);
        self.here.reader_scroll = super::Scroll::default();
    }

    /// Moves by a page. Where the reader shows another face of the subject that face is read on: who
    /// asked who says so wants the rest of it, not another subject.
    pub(super) fn turn_page(&mut self, onward: bool) {
        let reads = self.here.face != Face::Item && self.mode == Mode::Panes;
        let by = if reads { turned_by(self.reading.rows(&self.layout)) } else { self.page_rows() };
        let by = if onward { by } else { -by };
        if reads {
            self.reading.scroll_by(by, &mut self.here, &self.layout);
        } else {
            self.step(by);
        }
    }

    /// Goes to the first or last row.
    pub(super) fn jump(&mut self, to_last: bool) {
        let far = isize::MAX / 4;
        self.step(if to_last { far } else { -far });
    }

    fn move_cursor(&mut self, by: isize) {
        let Some((to, stays)) = self.lists.row_on(&self.here, by) else { return };
        if stays {
            self.notice = Some(end_words(by));
        }
        self.choose_row(to);
    }

    /// Makes a row of the focused list the subject; where that was in another list, the place is kept to
    /// come back to.
    fn choose_row(&mut self, item: Option<ItemId>) {
        let leaves = !self.here.subject_lives_in(self.here.focus, &self.library);
        let before = leaves.then(|| self.here.clone());
        self.select(item);
        if let Some(before) = before.filter(|before| before.subject != self.here.subject) {
            self.trail.stroll(before);
        }
    }

    /// Moves to the first row of the next or previous group: a day in the timeline, or what its step
    /// is, a first letter elsewhere, a page of text in the reader.
    pub(super) fn step_group(&mut self, onward: bool) {
        if self.here.focus == Pane::Reader {
            self.turn_page(onward);
        } else if !self.lists.has_cursor(&self.here) {
            self.move_cursor(if onward { 1 } else { -1 });
        } else {
            self.choose_row(self.lists.group_on(&self.here, &self.library, onward));
        }
    }

    /// Gives the keys to a list with an item of it as cursor and subject.
    pub(super) fn select_in(&mut self, pane: Pane, item: ItemId) {
        let left = pane != self.here.focus && self.here.subject != Some(item);
        let before = left.then(|| self.here.clone());
        self.here.focus = pane;
        self.here.large = pane;
        self.here.from = pane;
        self.select(Some(item));
        if let Some(before) = before {
            self.trail.stroll(before);
        }
    }

    /// Makes an item of the focused list the cursor and the subject.
    pub(super) fn select(&mut self, item: Option<ItemId>) {
        let Some(item) = item else { return };
        if let Some(list) = self.here.list_mut(self.here.focus) {
            list.cursor = Some(item);
        }
        self.make_subject(item);
    }

    /// Gives the keys to a pane. The lists of actors and sources show what belongs to the subject, so it
    /// stays what it is until a row of them is chosen; the timeline takes up an event of it.
    pub(super) fn focus(&mut self, pane: Pane) {
        if pane == self.here.focus {
            return;
        }
        let before = self.here.clone();
        self.here.focus = pane;
        // From another face of the subject one comes back to the list where one was last.
        self.here.from = if pane == Pane::Reader { self.here.from } else { pane };
        if pane == Pane::Reader {
            return;
        }
        self.here.large = pane;
        if !pane.follows_subject() {
            self.take_up_event(before);
            return;
        }
        match self.here.subject.filter(|subject| self.lists.has(pane, *subject)) {
            Some(subject) => self.select(Some(subject)),
            None => self.here.forget_cursor(pane),
        }
    }

    /// Makes an event of the subject the subject: the one that was, if it belongs to it, else the first
    /// that does.
    fn take_up_event(&mut self, before: Place) {
        let pane = Pane::Timeline;
        let [timeline, ..] = &self.here.lists;
        let (subject, cursor) = (self.here.subject, timeline.cursor);
        let linked = subject.map_or(&[][..], |subject| self.library.linked(subject, Kind::Event));
        let listed = |item: &ItemId| self.lists.has(pane, *item);
        let target = subject
            .filter(listed)
            .or_else(|| cursor.filter(|cursor| linked.contains(cursor)).filter(listed))
            .or_else(|| linked.iter().copied().find(listed))
            .or_else(|| cursor.filter(listed))
            .or_else(|| self.lists.first(pane));
        if target.is_none() {
            self.here.forget_cursor(pane);
        } else if target != self.here.subject {
            self.trail.stroll(before);
        }
        self.select(target);
    }

    /// Gives the keys to a list; where it has them already, it shows all there is, or again only what
    /// belongs to the subject.
    pub(super) fn focus_list(&mut self, pane: Pane) {
        if self.here.focus == pane {
            self.here.show_whole(pane);
        } else {
            self.focus(pane);
        }
    }

    /// Gives the keys to the next pane; from the page of all briefs, shows all events on one timeline.
    pub(super) fn next_pane(&mut self) {
        if matches!(self.mode, Mode::Chooser(_)) {
            self.read_all_briefs();
        } else {
            self.focus_next(1);
        }
    }

    /// Leaves the page of all briefs for the panes with all of them.
    pub(super) fn read_all_briefs(&mut self) {
        self.close();
        self.read_brief(None);
    }

    /// Gives the keys to the pane that many numbers on.
    pub(super) fn focus_next(&mut self, by: usize) {
        let next = (self.here.focus.index() + by) % Pane::ALL.len();
        if let Some(pane) = Pane::ALL.get(next) {
            self.focus(*pane);
        }
    }

    /// Reads the subject, or follows the chosen link; from the page of a brief without one, reads its
    /// timeline.
    pub(super) fn open(&mut self) -> Option<Effect> {
        if matches!(self.mode, Mode::Chooser(_)) {
            return self.choose();
        }
        if self.here.focus != Pane::Reader {
            self.trail.record(self.here.clone());
            self.here.focus = Pane::Reader;
            return None;
        }
        let link = self.here.link.and_then(|link| self.page().links.get(link)).copied();
        if let Some(link) = link {
            self.follow(link.target);
        } else {
            let is_brief = self.here.is_at_brief(&self.library);
            self.read_brief(self.here.subject.filter(|_| is_brief));
        }
        None
    }

    /// Goes to an item and records the place that was left, if it was left.
    pub(super) fn go_and_record(&mut self, item: ItemId) {
        let before = self.here.clone();
        self.go_to_hit(item);
        if self.here != before {
            self.trail.record(before);
        }
    }

    /// What is shown for an item: of a claim its event. Of several it stays at the one that is shown, else it
    /// is the first that no filter hides.
    pub(super) fn shown_for(&self, item: ItemId) -> ItemId {
        let events = || self.library.events_of(item);
        let read = events().find(|event| self.here.subject == Some(*event));
        read.or_else(|| events().find(|event| self.has_row(*event)))
            .or_else(|| events().next())
            .unwrap_or(item)
    }

    /// Makes an item the subject and gives the keys to the list that it lives in; a claim leads to
    /// its event.
    pub(super) fn go(&mut self, item: ItemId) {
        let shown = self.shown_for(item);
        let is_claim = shown != item;
        let home = home(&self.library, shown);
        self.mode = Mode::Panes;
        self.lift_filters_from(shown);
        self.make_subject(shown);
        match home {
            Some(pane) => {
                self.here.focus = pane;
                self.here.large = pane;
                self.select(Some(shown));
            }
            None => self.here.focus = Pane::Reader,
        }
        // What was come to on the way is not gone back to by turning the page.
        self.here.from = self.here.focus;
        if is_claim {
            self.refresh();
            self.reading.show_link_to(item, &mut self.here, &self.layout);
        }
    }
}

/// Rows by which a page of so many is turned: one stays for orientation.
fn turned_by(rows: usize) -> isize {
    isize::try_from(rows.saturating_sub(1).max(1)).unwrap_or(1)
}
