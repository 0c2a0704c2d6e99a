//! Moving about: rows, panes, links, places, hits.

use super::lists::Row;
use super::{App, Face, Mode, Pane};
use crate::action::Need;
use crate::library::ItemId;
use crate::text::DisplayText;

impl App {
    /// Rows of a page in the pane that has the keys, less one for orientation.
    pub(super) fn page_rows(&self) -> isize {
        let rows = match self.mode {
            Mode::Search(_) => self.result_rows(),
            Mode::Chooser(_) => self.chooser_rows(),
            Mode::Copy(_) => self.copy_rows(),
            Mode::Panes | Mode::Prompt(_) if self.here.focus == Pane::Reader => self.reader_rows(),
            Mode::Panes | Mode::Prompt(_) => self.list_height(self.here.focus),
        };
        isize::try_from(rows.saturating_sub(1).max(1)).unwrap_or(1)
    }

    /// Moves by rows: the cursor of a list, the text of the reader, the help.
    pub(super) fn step(&mut self, by: isize) {
        if let Mode::Copy(view) = &mut self.mode {
            view.step(by);
        } else if self.here.focus == Pane::Reader {
            self.scroll_reader(by);
        } else {
            self.move_cursor(by);
        }
    }

    /// Moves by a page. Where the reader shows another face of the subject that face is read on: who
    /// asked who says so wants the rest of it, not another subject.
    pub(super) fn turn_page(&mut self, onward: bool) {
        let reads = self.here.face != Face::Item && self.mode == Mode::Panes;
        let rows = if reads { self.reader_rows().saturating_sub(1).max(1) } else { 0 };
        let by = if reads { isize::try_from(rows).unwrap_or(1) } else { self.page_rows() };
        let by = if onward { by } else { -by };
        if reads {
            self.scroll_reader(by);
        } else {
            self.step(by);
        }
    }

    /// Goes to the first or last row.
    pub(super) fn jump(&mut self, to_last: bool) {
        let far = isize::MAX / 4;
        self.step(if to_last { far } else { -far });
    }

    pub(super) fn scroll_reader(&mut self, by: isize) {
        self.here.reader_scroll = self.here.reader_scroll.saturating_add_signed(by);
    }

    fn move_cursor(&mut self, by: isize) {
        let at = self.here.focus.index();
        let Some((state, shown)) = self.here.lists.get(at).zip(self.shown.get(at)) else { return };
        let items: Vec<ItemId> = shown.rows.iter().filter_map(Row::item).collect();
        let last = items.len().saturating_sub(1);
        let at = state.cursor.and_then(|cursor| items.iter().position(|item| *item == cursor));
        let to = at.map_or(0, |at| at.saturating_add_signed(by).min(last));
        if at == Some(to) && by != 0 {
            let end = if by > 0 { "last row" } else { "first row" };
            self.notice = Some(DisplayText::literal(end));
        }
        self.select(items.get(to).copied());
    }

    /// Moves to the first row of the next or previous group: a day in the timeline, or what its step
    /// is, a first letter elsewhere, a link in the reader.
    pub(super) fn step_group(&mut self, onward: bool) {
        if self.here.focus == Pane::Reader {
            self.choose_link(onward);
            return;
        }
        let at = self.here.focus.index();
        let Some((list, shown)) = self.here.lists.get(at).zip(self.shown.get(at)) else { return };
        let items: Vec<ItemId> = shown.rows.iter().filter_map(Row::item).collect();
        let Some(at) = list.cursor.and_then(|c| items.iter().position(|item| *item == c)) else {
            return;
        };
        let group = |index: usize| items.get(index).map(|item| self.group_of(*item));
        let to = if onward {
            (at + 1..items.len()).find(|index| group(*index) != group(at))
        } else {
            let start =
                |index: usize| (0..=index).rev().take_while(|i| group(*i) == group(index)).last();
            start(at).filter(|first| *first < at).or_else(|| at.checked_sub(1).and_then(start))
        };
        if let Some(to) = to {
            self.select(items.get(to).copied());
        }
    }

    fn group_of(&self, item: ItemId) -> Option<String> {
        if self.library.event(item).is_some() {
            return Some(format!("{:?}", self.period_of(item)));
        }
        let title = &self.library.get(item)?.title;
        title.as_str().chars().next().map(|first| first.to_lowercase().collect())
    }

    /// Gives the keys to a list with an item of it as cursor and subject.
    pub(super) fn select_in(&mut self, pane: Pane, item: ItemId) {
        let left = pane != self.here.focus && self.here.subject != Some(item);
        let before = left.then(|| self.place());
        self.here.focus = pane;
        self.here.large = pane;
        self.select(Some(item));
        if let Some(before) = before {
            self.trail.stroll(before);
        }
    }

    /// Makes an item of the focused list the cursor and the subject.
    pub(super) fn select(&mut self, item: Option<ItemId>) {
        let Some(item) = item else { return };
        if let Some(list) = self.here.lists.get_mut(self.here.focus.index()) {
            list.cursor = Some(item);
        }
        self.make_subject(item);
    }

    /// Gives the keys to a pane. A list takes up what belongs to the subject: its cursor stays if it
    /// belongs to it, else goes to the first row that does.
    pub(super) fn focus(&mut self, pane: Pane) {
        if pane == self.here.focus {
            return;
        }
        let before = self.place();
        self.here.focus = pane;
        let Some(list_kind) = pane.kind() else { return };
        self.here.large = pane;
        let subject_lives_here = self.here.subject.filter(|subject| {
            self.library.get(*subject).is_some_and(|item| item.kind == list_kind)
        });
        let cursor = self.here.lists.get(pane.index()).and_then(|list| list.cursor);
        let linked = self.here.subject.map(|subject| self.library.linked(subject, list_kind));
        let linked = linked.unwrap_or_default();
        // The sources of the subject stand first there, the best of them on top.
        let top = self.first_listed(pane).filter(|_| pane == Pane::Sources);
        let top = top.filter(|top| linked.contains(top));
        let listed = |item: &ItemId| self.lists_item(pane, *item);
        let target = subject_lives_here
            .filter(listed)
            .or_else(|| cursor.filter(|cursor| linked.contains(cursor)).filter(listed))
            .or(top)
            .or_else(|| linked.iter().copied().find(listed))
            .or_else(|| cursor.filter(listed))
            .or_else(|| self.first_listed(pane));
        if target.is_none() {
            self.forget_cursor(pane);
        } else if target != self.here.subject {
            self.trail.stroll(before);
        }
        self.select(target);
    }

    /// Gives the keys to the pane that many numbers on.
    pub(super) fn focus_next(&mut self, by: usize) {
        let next = (self.here.focus.index() + by) % Pane::ALL.len();
        if let Some(pane) = Pane::ALL.get(next) {
            self.focus(*pane);
        }
    }

    /// Chooses the next or previous link of the page and shows it.
    pub(super) fn choose_link(&mut self, onward: bool) {
        let count = self.page.links.len();
        if count == 0 {
            return;
        }
        let next = match self.here.link {
            None if onward => 0,
            None => count - 1,
            Some(link) if onward => (link + 1) % count,
            Some(link) => (link + count - 1) % count,
        };
        self.here.link = Some(next);
        let Some(line) = self.page.links.get(next).map(|link| link.line) else { return };
        let rows = self.reader_rows();
        let in_body = line < self.page.body.len();
        if in_body {
            let scroll = &mut self.here.reader_scroll;
            *scroll = (*scroll).min(line).max((line + 1).saturating_sub(rows));
        }
    }

    /// Reads the subject, or follows the chosen link.
    pub(super) fn open(&mut self) {
        if self.here.focus != Pane::Reader {
            self.trail.record(self.place());
            self.here.focus = Pane::Reader;
            return;
        }
        let link = self.here.link.and_then(|link| self.page.links.get(link)).copied();
        match link {
            Some(link) => self.go_and_record(link.target),
            None => self.notice = Some(self.want_of(Need::ChosenLink)),
        }
    }

    /// Goes to a hit. Where one pane is shown at a time that is the reader: what was looked for is the
    /// answer, not its row.
    fn go_to_hit(&mut self, item: ItemId) {
        self.go(item);
        if self.layout.panes.len() <= 1 {
            self.here.focus = Pane::Reader;
        }
    }

    /// Goes to a hit and records the place that was left, if it was left.
    pub(super) fn open_hit(&mut self, item: ItemId) {
        let before = self.place();
        self.go_to_hit(item);
        if self.place() != before {
            self.trail.record(before);
        }
    }

    /// Goes to an item and records the place that was left, if it was left.
    pub(super) fn go_and_record(&mut self, item: ItemId) {
        let before = self.place();
        self.go(item);
        if self.place() != before {
            self.trail.record(before);
        }
    }

    /// Makes an item the subject and gives the keys to the list that it lives in; a claim leads to
    /// its event.
    pub(super) fn go(&mut self, item: ItemId) {
        let target = self.library.event_of(item);
        let shown = target.unwrap_or(item);
        let home = self.home(shown);
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
        if target.is_some() {
            self.refresh();
            self.show_link_to(item);
        }
    }

    /// The list that an item lives in.
    pub(super) fn home(&self, item: ItemId) -> Option<Pane> {
        Pane::listing(self.library.get(item)?.kind)
    }

    /// Turns the reader to where an item stands on the page of the subject.
    fn show_link_to(&mut self, item: ItemId) {
        self.here.link = self.page.links.iter().position(|link| link.target == item);
        let line = self.here.link.and_then(|link| self.page.links.get(link)).map(|link| link.line);
        if let Some(line) = line {
            self.here.reader_scroll = line;
        }
    }

    /// Goes to the next or previous hit of the last search.
    pub(super) fn step_hit(&mut self, onward: bool) {
        let Some(hits) = &mut self.hits else { return };
        let count = hits.items.len();
        let (to, wrapped) = if onward {
            ((hits.at + 1) % count.max(1), hits.at + 1 >= count)
        } else {
            ((hits.at + count.max(1) - 1) % count.max(1), hits.at == 0)
        };
        hits.at = to;
        let round = if wrapped { ", round the end" } else { "" };
        let notice = if count == 1 {
            crate::text!["the only hit for ", hits.query]
        } else {
            crate::text!["hit ", to + 1, " of ", count, " for ", hits.query, round]
        };
        if let Some(item) = hits.items.get(to).copied() {
            self.go_to_hit(item);
            self.notice = Some(notice);
        }
    }
}
