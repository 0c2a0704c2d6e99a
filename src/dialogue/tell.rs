//! What is said of the state.

use super::command::OWN;
use super::rows::{self, Lines, PAGE};
use super::{Dialogue, Numbered, pages};
use crate::app::{Effect, Listing, Mode};
use crate::choice::{Density, Depth, Face, Order, Pane, TimeStep, Times, Worded};
use crate::library::ItemId;
use crate::text::DisplayText;

/// What the user can notice, to tell what changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    subject: Option<ItemId>,
    pinned: Option<ItemId>,
    link: Option<usize>,
    focus: Pane,
    page: (Face, Depth, Times),
    /// What decides which rows there are.
    rows: (usize, Option<ItemId>, TimeStep, Vec<Option<Order>>, Density),
    /// The open list or the query, and the chosen row of it.
    open: Option<(Option<Listing>, usize)>,
}

impl Dialogue {
    pub(super) fn seen(&self) -> Seen {
        let app = &self.app;
        let orders = Pane::LISTS.map(|pane| app.list(pane).map(|list| list.order));
        let (lenses, density) = (app.lenses().len(), app.preferences().density);
        Seen {
            subject: app.subject(),
            pinned: app.pinned(),
            link: app.link(),
            focus: app.focused(),
            page: (app.face(), app.preferences().depth, app.preferences().times),
            rows: (lenses, app.brief(), app.step_of_time(), orders.to_vec(), density),
            open: match app.mode() {
                Mode::Search(session) => Some((None, session.chosen)),
                Mode::Chooser(chooser) => Some((Some(chooser.listing), chooser.chosen)),
                Mode::Panes | Mode::Prompt(_) | Mode::Copy(_) => None,
            },
        }
    }

    /// Tells what an action changed.
    pub(super) fn tell_after(&mut self, before: &Seen, effect: Option<Effect>) {
        self.note();
        self.tell_effect(effect);
        let after = self.seen();
        if after.focus != Pane::Reader {
            self.list = after.focus;
        }
        if after.open.is_some() {
            return self.tell_chosen();
        }
        if after.rows != before.rows {
            return self.tell_list();
        }
        if after.page != before.page || (after.focus == Pane::Reader && after.focus != before.focus)
        {
            return self.tell_page();
        }
        if after.focus != before.focus {
            return self.tell_list();
        }
        if after.subject != before.subject {
            return if after.focus == Pane::Reader { self.tell_page() } else { self.tell_row() };
        }
        if after.pinned != before.pinned {
            let words = match after.pinned {
                Some(item) => crate::text!["pinned: ", rows::name(&self.app, item)],
                None => DisplayText::literal("nothing is pinned any more"),
            };
            return self.say(words);
        }
        if after.link != before.link
            && let Some(item) = self.app.link().and_then(|link| self.app.page().links.get(link))
        {
            let words = crate::text!["link to ", rows::name(&self.app, item.target)];
            return self.say(words);
        }
        if self.said.is_empty() {
            self.tell_row();
        }
    }

    /// The row of what is selected.
    pub(super) fn tell_row(&mut self) {
        let (_, items) = rows::of_list(&self.app, self.list);
        let subject = self.app.subject();
        let at = items.iter().position(|item| Some(*item) == subject);
        match (at, subject) {
            (Some(at), Some(item)) => {
                self.said.push(rows::of_item(&self.app, at + 1, item));
                self.numbered = Numbered::Items(items);
                self.rest.clear();
            }
            (None, Some(item)) => self.say(rows::name(&self.app, item)),
            (_, None) => self.say("nothing is selected".into()),
        }
    }

    /// The chosen row of what is open.
    fn tell_chosen(&mut self) {
        let line = match self.app.mode() {
            Mode::Search(session) => {
                let chosen = session.chosen;
                let lines = rows::of_hits(&self.app, &session.found().hits);
                lines.into_iter().nth(chosen)
            }
            Mode::Chooser(chooser) => {
                let entry = chooser.entry();
                entry.map(|entry| vec![rows::of_entry(chooser.listing, chooser.chosen + 1, entry)])
            }
            Mode::Panes | Mode::Prompt(_) | Mode::Copy(_) => None,
        };
        self.said.extend(line.into_iter().flatten());
    }

    /// What is open, or the list that is read.
    pub(super) fn tell_what_is_open(&mut self) {
        match self.app.mode() {
            Mode::Search(_) => self.tell_results(),
            Mode::Chooser(_) => self.tell_choices(),
            Mode::Panes | Mode::Prompt(_) | Mode::Copy(_) => self.tell_list(),
        }
    }

    /// The rows of the list that is read, from the one that is selected.
    pub(super) fn tell_list(&mut self) {
        let pane = self.list;
        let (mut lines, items) = rows::of_list(&self.app, pane);
        let subject = self.app.subject();
        let from = items.iter().position(|item| Some(*item) == subject).unwrap_or(0);
        self.tell_conditions(items.len());
        if items.is_empty() {
            self.say("no rows; clear-lenses takes all lenses away".into());
        }
        let last = lines.len().min(from + PAGE);
        if from > 0 || last < items.len() {
            self.say(crate::text!["rows ", from + 1, " to ", last, ":"]);
        }
        lines.drain(..from.min(lines.len()));
        self.numbered = Numbered::Items(items);
        self.tell_rows(lines);
    }

    /// Which list it is and what leaves rows out of it.
    fn tell_conditions(&mut self, rows: usize) {
        let pane = self.list;
        let name = if pane == Pane::Reader { Pane::Timeline } else { pane }.word();
        let all = pane.kind().map_or(0, |kind| self.app.library().listed(kind).len());
        let mut line = crate::text![name, ": ", rows];
        if rows < all {
            line = crate::text![line, " of ", all];
        }
        line = crate::text![line, if rows == 1 { " row" } else { " rows" }];
        if let Some(order) = self.app.order_word(pane) {
            line = crate::text![line, ", sorted by ", order];
        }
        if let Some(brief) = self.app.brief() {
            line = crate::text![line, ", only ", rows::name(&self.app, brief)];
        }
        for lens in self.app.lenses() {
            line = crate::text![line, ", only what is ", lens.words(self.app.library())];
        }
        self.say(line);
    }

    /// The first of many rows; the others wait for `more`.
    pub(super) fn tell_rows(&mut self, mut lines: Lines) {
        let rest = lines.split_off(lines.len().min(PAGE));
        self.said.extend(lines.into_iter().flatten());
        if !rest.is_empty() {
            let words = if rest.len() == 1 { " row follows" } else { " rows follow" };
            self.say(crate::text![rest.len(), words, "; more goes on"]);
        }
        self.rest = rest;
    }

    /// The page of the subject.
    pub(super) fn tell_page(&mut self) {
        match self.app.subject() {
            Some(subject) => self.tell_page_of(subject),
            None => self.say("nothing is selected".into()),
        }
    }

    /// The page of an item, and how it compares with what is pinned.
    pub(super) fn tell_page_of(&mut self, item: ItemId) {
        if self.app.focused() != Pane::Reader {
            self.list = self.app.focused();
        }
        let pinned = self.app.pinned().filter(|pinned| *pinned != item);
        // A page has the marking of all that it names above it; with another one beside it, all have theirs.
        self.labelled |= self.said.is_empty() && pinned.is_none();
        let (text, links) = pages::page(&self.app, item);
        self.said.extend(text);
        if let Some(pinned) = pinned {
            self.said.push(DisplayText::literal("\n"));
            self.said.extend(pages::comparison(&self.app, pinned, item));
        }
        if !links.is_empty() {
            self.numbered = Numbered::Items(links);
            self.rest.clear();
        }
    }

    /// What the search in progress finds.
    pub(super) fn tell_results(&mut self) {
        let Mode::Search(session) = self.app.mode() else { return };
        let (query, found) = (session.field.shown(), session.found());
        let (total, note) = (found.total, found.note.clone());
        let scope = found.scope.words();
        let advice = self.app.advice(session);
        let is_near = found.scope.little;
        let hits = self.app.explained_results();
        let words = match total {
            0 => {
                let between = if advice.is_empty() { "" } else { "; " };
                crate::text!["nothing found for `", query, "`", between, advice]
            }
            total if is_near => {
                crate::text!["nothing found for `", query, "`; ", total, " near"]
            }
            1 => crate::text!["1 hit for `", query, "`"],
            total => crate::text![total, " hits for `", query, "`"],
        };
        let words = scope.into_iter().fold(words, |line, word| crate::text![line, "; ", word]);
        self.say(words);
        // Where nothing was found it was said already.
        let unread = self.app.unread().filter(|_| total > 0);
        for told in note.into_iter().chain(unread) {
            self.say(told);
        }
        self.numbered = Numbered::Results(hits.iter().map(|hit| hit.item).collect());
        let lines = rows::of_hits(&self.app, &hits);
        self.tell_rows(lines);
    }

    /// The rows of the open list.
    pub(super) fn tell_choices(&mut self) {
        let Mode::Chooser(chooser) = self.app.mode() else { return };
        let listing = chooser.listing;
        let lines = rows::of_choices(chooser);
        let (all, typed) = (chooser.len(), chooser.field.shown());
        let note = chooser.note().cloned();
        let title = self.app.chooser_title(listing);
        let count = lines.len();
        let mut words = crate::text![title, ": ", count];
        if !typed.is_empty() {
            words = crate::text![words, " of ", all, " with `", typed, "`"];
        }
        self.say(crate::text![words, if count == 1 { " row" } else { " rows" }]);
        if all == 0 {
            self.say(listing.nothing().into());
        }
        if let Some(note) = note {
            self.say(note);
        }
        self.numbered = Numbered::Choices;
        self.tell_rows(lines);
    }

    /// How the dialogue works, before the list of all actions.
    pub(super) fn tell_help(&mut self) {
        for line in [
            "a number chooses that row, hit or link of what was numbered last, and reads it",
            "an action is written by its id, the beginning of it, a word of it, or its key",
            "some take a text: search rama lapid; filter iran; go-to-date 10 sep; open event:ID",
            "a text after a list narrows it down: help sort; bookmarks iran",
        ] {
            self.say(line.into());
        }
        for (word, _, help) in OWN {
            self.say(crate::text![*word, ": ", *help]);
        }
    }
}
