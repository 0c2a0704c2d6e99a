//! Actions in a dialogue.

use super::{Dialogue, Numbered, rows};
use crate::action::{Action, Treatment};
use crate::app::{Choice, Effect, Message, Mode};
use crate::choice::Pane;
use crate::text::{DisplayText, clean_line};

impl Dialogue {
    /// Does what an action says, with the text after it; true when that is the end.
    pub(super) fn act(&mut self, action: Action, text: &str) -> bool {
        let id = action.info().id;
        match action.info().dialogue {
            Treatment::End => return true,
            Treatment::Refuse(why) => self.say(crate::text![id, ": ", why]),
            Treatment::Ask(example) if text.is_empty() => {
                self.say(crate::text![id, ": write what for on the same line, as `", example, "`"]);
            }
            Treatment::Ask(_) => self.ask(action, text),
            Treatment::List => self.open_list(action, text),
            Treatment::Open if !text.is_empty() => self.open(text),
            Treatment::OfSearch if !matches!(self.app.mode(), Mode::Search(_)) => {
                let words = "no search is in progress; search first, as `search rama lapid`";
                self.say(crate::text![id, ": ", words]);
            }
            Treatment::OfList if !matches!(self.app.mode(), Mode::Chooser(_)) => {
                let words = "no list to choose from is open; trail, gaps, help open one";
                self.say(crate::text![id, ": ", words]);
            }
            Treatment::Do | Treatment::Move | Treatment::OfSearch | Treatment::OfList
                if !text.is_empty() =>
            {
                let begins: String = text.chars().take(60).collect();
                let begins = clean_line(&begins, |_| {});
                self.say(crate::text![id, " takes no text, so not done: `", begins, "`"]);
            }
            Treatment::OfList if action == Action::Choose => self.choose_chosen(),
            Treatment::Move => {
                self.leave_what_is_open();
                self.reach_list();
                self.perform(action);
            }
            Treatment::Do | Treatment::Open => {
                if action != Action::Cancel {
                    self.leave_what_is_open();
                }
                self.perform(action);
            }
            Treatment::OfSearch | Treatment::OfList => self.perform(action),
        }
        false
    }

    /// Does it and tells what came of it.
    fn perform(&mut self, action: Action) {
        let before = self.seen();
        let effect = self.app.update(Message::Act(action));
        if effect == Some(Effect::Reload) {
            // What comes of it is told at once.
            self.reads_again = true;
            return;
        }
        self.tell_after(&before, effect);
    }

    /// Goes back to the panes; what was open is left as Esc leaves it.
    fn leave_what_is_open(&mut self) {
        // A list may be open over a search: each is left by itself.
        for _ in 0..8 {
            if *self.app.mode() == Mode::Panes {
                return;
            }
            self.app.update(Message::Act(Action::Cancel));
        }
    }

    /// Rows are gone through in a list, not on the page.
    fn reach_list(&mut self) {
        if self.app.focused() == Pane::Reader {
            let list = Some(self.list).filter(|list| *list != Pane::Reader);
            // The usual pane is a list.
            self.app.update(Message::Act(list.unwrap_or_default().action()));
        }
    }

    /// What takes a text: types it as on a screen.
    fn ask(&mut self, action: Action, text: &str) {
        self.leave_what_is_open();
        let before = self.seen();
        self.app.update(Message::Act(action));
        self.app.update(Message::Paste(text.to_owned()));
        let told = match self.app.mode() {
            Mode::Search(_) => return self.tell_results(),
            Mode::Prompt(prompt) => prompt.told(usize::MAX).cloned(),
            Mode::Panes | Mode::Chooser(_) | Mode::Copy(_) => None,
        };
        if let Some(told) = told {
            // The arrow is for the eye.
            let arrow = told.as_str().len() - told.as_str().trim_start_matches("\u{2192} ").len();
            self.say(told.slice(arrow..told.as_str().len()));
        }
        let effect = self.app.update(Message::Act(Action::Accept));
        self.leave_what_is_open();
        self.tell_after(&before, effect);
    }

    /// Opens a list to choose from; a text narrows it down.
    fn open_list(&mut self, action: Action, text: &str) {
        self.leave_what_is_open();
        if matches!(action, Action::Help | Action::HelpHere) {
            self.tell_help();
        }
        self.app.update(Message::Act(action));
        if !text.is_empty() {
            self.app.update(Message::Paste(text.to_owned()));
        }
        self.note();
        self.tell_choices();
    }

    /// Opens a row by its number, or an item by its reference.
    fn open(&mut self, text: &str) {
        if text.chars().all(|digit| digit.is_ascii_digit()) {
            self.take(text.parse().unwrap_or(usize::MAX));
        } else {
            self.open_reference(text);
        }
    }

    fn choose_chosen(&mut self) {
        if let Mode::Chooser(chooser) = self.app.mode() {
            self.choose(chooser.chosen);
        }
    }

    /// Does what a row of the open list is for.
    pub(super) fn choose(&mut self, row: usize) {
        let Mode::Chooser(chooser) = self.app.mode() else {
            self.say("that list was left; list numbers the rows again".into());
            return;
        };
        let (listing, count) = (chooser.listing, chooser.matching().count());
        let Some(entry) = chooser.matching().nth(row).cloned() else {
            return self.no_row(row.saturating_add(1), count);
        };
        match entry.choice {
            // What is missing here is told in the words of the dialogue, not of the screen.
            Choice::Act(action) => {
                self.leave_what_is_open();
                self.numbered = Numbered::Nothing;
                let id = action.info().id;
                if action.info().dialogue == Treatment::End {
                    self.say(crate::text!["write ", id, " to end"]);
                } else {
                    self.act(action, "");
                }
            }
            Choice::Go(item) if entry.unavailable.is_none() => {
                self.app.take_row(row);
                self.note();
                self.tell_page_of(item);
            }
            Choice::Set(_) => {
                self.app.take_row(row);
                self.note();
                let Mode::Chooser(chooser) = self.app.mode() else { return };
                if let Some(entry) = chooser.matching().nth(row) {
                    self.said.push(rows::of_entry(listing, row + 1, entry));
                }
            }
            Choice::Nothing
            | Choice::Go(_)
            | Choice::Brief(_)
            | Choice::Visit(_)
            | Choice::Finding => {
                let before = self.seen();
                let effect = self.app.take_row(row);
                self.tell_after(&before, effect);
            }
        }
    }

    /// What an effect that has no meaning here says.
    pub(super) fn tell_effect(&mut self, effect: Option<Effect>) {
        match effect {
            Some(Effect::Copy(text)) => {
                // What is copied carries its own.
                self.labelled |= self.said.is_empty();
                text.lines().for_each(|line| self.say(line));
            }
            Some(
                Effect::Mouse(_)
                | Effect::Redraw
                | Effect::Blank
                | Effect::Reload
                | Effect::Suspend
                | Effect::Quit,
            ) => {
                self.say(DisplayText::literal("this is for a screen only"));
            }
            None => {}
        }
    }
}
