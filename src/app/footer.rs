//! The last row: what happened, or which keys help here, and where each of them stands. Drawing and the
//! mouse both read it.

use super::{App, Mode, Tier};
use crate::action::{Action, ActionInfo, Context};
use crate::choice::Face;
use crate::text::{DisplayText, Fit};
use ratatui::layout::Rect;

/// Columns between hints.
const BETWEEN: u16 = 2;

/// What a part of the last row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FooterLook {
    /// What happened.
    Notice,
    /// A key.
    Key,
    /// What a key does.
    Does,
    /// Why the chosen row can do nothing.
    Reason,
}

/// A part of the last row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FooterPart {
    /// Where it stands.
    pub area: Rect,
    /// What it says.
    pub text: DisplayText,
    /// What it is.
    pub look: FooterLook,
    /// What a press on it does.
    pub action: Option<Action>,
}

/// A key and what it does, in a word or two.
struct Hint {
    action: Action,
    key: DisplayText,
    does: DisplayText,
}

impl Hint {
    fn columns(&self) -> u16 {
        narrow(self.key.columns() + 1 + self.does.columns())
    }

    /// Whether it reads like another.
    fn reads_as(&self, other: &Self) -> bool {
        (&self.key, &self.does) == (&other.key, &other.does)
    }
}

/// The parts of a row, from its left end on.
struct Row {
    parts: Vec<FooterPart>,
    left: Rect,
}

impl Row {
    fn put(&mut self, text: DisplayText, look: FooterLook, action: Option<Action>) {
        // The blank behind a key belongs to it.
        let columns = narrow(text.columns()) + u16::from(look == FooterLook::Key);
        let area = Rect { width: columns.min(self.left.width), ..self.left };
        self.skip(area.width);
        self.parts.push(FooterPart { area, text, look, action });
    }

    fn skip(&mut self, columns: u16) {
        let columns = columns.min(self.left.width);
        self.left.x += columns;
        self.left.width -= columns;
    }

    /// Puts a hint where it fits whole.
    fn hint(&mut self, hint: Hint) {
        if hint.columns() <= self.left.width {
            self.put(hint.key, FooterLook::Key, Some(hint.action));
            self.put(hint.does, FooterLook::Does, Some(hint.action));
            self.skip(BETWEEN);
        }
    }
}

impl App {
    /// The last row; empty where something else stands there.
    #[must_use]
    pub fn footer(&self) -> Vec<FooterPart> {
        let row = self.layout.footer;
        if row.height == 0 || matches!(self.mode, Mode::Prompt(_)) {
            return Vec::new();
        }
        let mut row = Row { parts: Vec::new(), left: row };
        row.skip(1);
        let width = usize::from(row.left.width);
        if let Some(words) = self.notice.clone().or_else(|| self.starting.words(width)) {
            row.put(words.fit(width, "…"), FooterLook::Notice, None);
            return row.parts;
        }
        let way = self.way_out();
        let reserved = way.as_ref().map_or(0, Hint::columns);
        if let Some(why) = self.why_not_chosen() {
            // Why the chosen row can do nothing, before anybody tries.
            let room = usize::from(row.left.width.saturating_sub(reserved + BETWEEN));
            row.put(why.fit(room, "…"), FooterLook::Reason, None);
            row.skip(BETWEEN);
        } else {
            if self.layout.tier == Tier::Card && matches!(self.mode, Mode::Panes) {
                let room = usize::from(row.left.width.saturating_sub(reserved + BETWEEN));
                if let Some(words) = self.room_wanted().iter().find(|words| words.columns() <= room)
                {
                    row.put(words.clone(), FooterLook::Reason, None);
                    row.skip(BETWEEN);
                }
            }
            let is_way = |hint: &Hint| way.as_ref().is_some_and(|way| way.reads_as(hint));
            for hint in self.hints().into_iter().filter(|hint| !is_way(hint)) {
                if row.left.width >= hint.columns() + BETWEEN + reserved {
                    row.hint(hint);
                }
            }
        }
        if let Some(way) = way {
            row.hint(way);
        }
        row.parts
    }

    fn why_not_chosen(&self) -> Option<DisplayText> {
        self.mode.chooser()?.entry()?.unavailable.clone()
    }

    /// The way to all keys, or out of what is open: shown whenever anything is.
    fn way_out(&self) -> Option<Hint> {
        match self.mode {
            Mode::Panes => self.hint(Action::Help, None),
            Mode::Chooser(_) if self.is_greeting() => self.hint(Action::Help, None),
            Mode::Search(_) | Mode::Chooser(_) | Mode::Prompt(_) | Mode::Copy(_) => {
                self.hint(Action::Cancel, self.cancels())
            }
        }
    }

    /// Hints in the order in which they are of use: what the state asks for, then the keys of the
    /// context, then those of the contexts around it.
    fn hints(&self) -> Vec<Hint> {
        let mut hints: Vec<Hint> = Vec::new();
        if let Some(words) = self.cancels() {
            hints.extend(self.hint(Action::Cancel, Some(words)));
        }
        if self.here.is_at_brief(&self.library) && self.missing_for(Action::Open).is_none() {
            // From the page of a brief to its events there is no other way in sight.
            hints.extend(self.hint(Action::Open, Some("its timeline")));
        }
        if self.has_rows_to_choose() {
            hints.extend(self.hint(Action::Next, Some("choose")));
        }
        if self.pinned().is_some() {
            hints.extend(self.hint(Action::SwapPin, Some("swap")));
        }
        if self.is_at_hit() {
            hints.extend(self.hint(Action::NextHit, None));
        }
        let contexts = std::iter::successors(Some(self.context()), |context| context.outer());
        for context in contexts {
            let here = |info: &&ActionInfo| {
                !info.hint.is_empty()
                    && info.contexts.contains(&context)
                    && self.missing_for(info.action).is_none()
                    // Whoever knows the key from the panes has it here too; nobody has to be told.
                    && !(context == Context::Briefs && info.action == Action::GoToDate)
                    // What is shown already need not be asked for.
                    && !(info.action == Action::WhoSays && self.here.face == Face::WhoSays)
            };
            for info in Action::ALL.iter().filter(here) {
                let found = self.hint(info.action, self.hint_for(info.action));
                let is_told =
                    |known: &Hint, hint: &Hint| known.action == hint.action || known.reads_as(hint);
                let known = |hint: &Hint| hints.iter().any(|known| is_told(known, hint));
                let found = found.filter(|found| !known(found));
                hints.extend(found);
            }
        }
        hints
    }

    /// Whether the list that has the keys shows what belongs to the subject, and none of it is chosen.
    fn has_rows_to_choose(&self) -> bool {
        let pane = self.here.focus;
        let list = self.here.list(pane).filter(|_| pane.follows_subject());
        let unchosen = list.is_some_and(|list| list.cursor.is_none());
        unchosen && self.list_rows(pane).is_some_and(|shown| !shown.rows.is_empty())
    }

    /// Words that depend on the state; else those of the table are shown.
    fn hint_for(&self, action: Action) -> Option<&'static str> {
        if action == Action::Pin && self.pinned().is_some() {
            return Some("unpin");
        }
        match &self.mode {
            Mode::Chooser(chooser) => {
                let words = [
                    (Action::Choose, chooser.listing.verb()),
                    (Action::Open, chooser.listing.verb()),
                    (Action::Search, "ask anything"),
                    (Action::NextPane, "all events"),
                ];
                words.into_iter().find(|(known, _)| *known == action).map(|(_, words)| words)
            }
            Mode::Panes if action == Action::Open && self.here.link.is_some() => Some("open link"),
            Mode::Panes | Mode::Search(_) | Mode::Prompt(_) | Mode::Copy(_) => None,
        }
    }

    /// The first key that leads to an action from here, and the words for it.
    fn hint(&self, action: Action, words: Option<&'static str>) -> Option<Hint> {
        let does = DisplayText::literal(words.unwrap_or(action.info().hint));
        let keys = self.key_of(action)?;
        // Behind a prefix there is more than this action, and what may follow is shown at once.
        let first = keys.as_str().find(' ').unwrap_or(keys.as_str().len());
        Some(Hint { action, key: keys.slice(0..first), does })
    }
}

fn narrow(columns: usize) -> u16 {
    u16::try_from(columns).unwrap_or(u16::MAX)
}
