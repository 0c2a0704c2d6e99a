//! The reader as a dialogue of lines: for screen readers, Braille, serial lines and scripts.
//!
//! It drives the same state as the screen does, by the same actions, and says in words what the screen
//! shows. A line comes in, text goes out; it knows neither terminal nor file.

mod act;
pub mod command;
mod pages;
mod reload;
mod rows;
mod tell;

use crate::app::{App, Mode, Preferences};
use crate::choice::Pane;
use crate::clipboard::Clipboard;
use crate::keymap::Keymap;
use crate::library::{ItemId, Kind, Library};
use crate::search::Index;
use crate::text::DisplayText;
use command::{Command, Own};
use rows::Lines;
use std::sync::Arc;

/// Rows of the screen that is imagined: a page of rows is what they show.
const ROWS: u16 = 24;

/// What the numbers stand for that were printed last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Numbered {
    /// Nothing yet.
    #[default]
    Nothing,
    /// Rows of a list, links of a page, hits of a search that is over.
    Items(Vec<ItemId>),
    /// Results of the search in progress.
    Results(Vec<ItemId>),
    /// Rows of the open list to choose from.
    Choices,
}

/// What the dialogue says to a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Whole lines, in pieces.
    pub text: Vec<DisplayText>,
    /// Whether it was the last one.
    pub ends: bool,
    /// Whether the files are to be read again, and what comes of it to be said next.
    pub reads_again: bool,
}

/// The dialogue.
#[derive(Debug)]
pub struct Dialogue {
    app: App,
    numbered: Numbered,
    /// What is left of a long list.
    rest: Lines,
    /// The list that was read last.
    list: Pane,
    /// What was said so far to the present line.
    said: Vec<DisplayText>,
    /// Whether what was said so far begins with the marking of its own.
    labelled: bool,
    /// Whether the present line asks for the files to be read again.
    reads_again: bool,
}

impl Dialogue {
    /// A dialogue about a library.
    #[must_use]
    pub fn new(library: Arc<Library>, keymap: Keymap, ascii: bool) -> Self {
        let index = Arc::new(Index::new(&library));
        let width = u16::try_from(pages::WIDTH).unwrap_or(u16::MAX);
        let mut app = App::new(library, index, width, ROWS);
        app.use_keys(keymap);
        app.set_clipboard(Clipboard::Printed);
        app.prefer(Preferences { ascii, ..app.preferences().clone() });
        Self {
            app,
            numbered: Numbered::Nothing,
            rest: Vec::new(),
            list: Pane::Timeline,
            said: Vec::new(),
            labelled: false,
            reads_again: false,
        }
    }

    /// The state, to be set as a configuration sets it.
    pub fn app_mut(&mut self) -> &mut App {
        &mut self.app
    }

    /// Whether only ASCII signs are wanted.
    #[must_use]
    pub fn ascii(&self) -> bool {
        self.app.preferences().ascii
    }

    /// What is said first: the marking, what there is to read, the first rows; or the page of the item
    /// to begin with.
    pub fn greet(&mut self, open_at: Option<&str>) -> Vec<DisplayText> {
        let library = self.app.library();
        let count = |kind: Kind, one: &'static str, more: &'static str| {
            let count = library.listed(kind).len();
            crate::text![count, if count == 1 { one } else { more }]
        };
        let counts = [
            count(Kind::Brief, " brief", " briefs"),
            count(Kind::Event, " event", " events"),
            count(Kind::Actor, " actor", " actors"),
            count(Kind::Source, " source", " sources"),
        ];
        let counts = crate::text::comma_separated(&counts);
        self.said.push(crate::text!["attache, line dialogue: ", counts, "\n"]);
        let briefs: Vec<ItemId> = self.app.library().listed(Kind::Brief).to_vec();
        for brief in briefs {
            let draft = if self.app.library().is_draft(brief) { "; draft" } else { "" };
            let place = self.app.library().in_place_of_builtin(brief);
            let place = place.map_or_else(Default::default, |place| crate::text!["; ", place]);
            let seal = self.app.library().seal(brief).filter(|seal| !seal.is_whole());
            let seal = seal.map_or_else(Default::default, |seal| crate::text!["; ", seal.words()]);
            self.said.push(crate::text![rows::name(&self.app, brief), draft, place, seal, "\n"]);
        }
        for brief in self.app.library().set_aside() {
            self.said.push(crate::text![brief.words(), "\n"]);
        }
        for brief in self.app.library().not_replaced() {
            self.said.push(crate::text![brief.words(), "\n"]);
        }
        for set in self.app.library().sealed_sets() {
            self.said.push(crate::text![set.name(), ": ", set.summary(), "\n"]);
        }
        self.say("a number reads its row; help lists the commands; quit ends".into());
        if let Some(reference) = open_at {
            self.open_reference(reference);
        } else {
            self.tell_list();
        }
        self.told()
    }

    /// Answers a line.
    pub fn answer(&mut self, line: &str) -> Answer {
        let context = self.app.context();
        let ends = match command::read(line, self.app.keymap(), context) {
            Command::Nothing => false,
            Command::Number(number) => {
                self.take(number);
                false
            }
            Command::Own(own, text) => {
                self.own(own, &text);
                false
            }
            Command::Act(action, text) => self.act(action, &text),
            Command::Unknown(words) => {
                self.say(words);
                false
            }
        };
        let reads_again = std::mem::take(&mut self.reads_again);
        Answer { text: self.told(), ends, reads_again }
    }

    /// What was said, under a marking: its own, or that of everything.
    fn told(&mut self) -> Vec<DisplayText> {
        let mut said = std::mem::take(&mut self.said);
        if !std::mem::take(&mut self.labelled) && !said.is_empty() {
            said.insert(0, pages::marking(&self.app));
        }
        said
    }

    /// Says a line.
    fn say(&mut self, words: DisplayText) {
        self.said.extend([words, DisplayText::literal("\n")]);
    }

    fn own(&mut self, own: Own, text: &str) {
        match own {
            Own::Read | Own::List if text.chars().any(|sign| !sign.is_ascii_digit()) => {
                self.open_reference(text);
            }
            Own::Read | Own::List if !text.is_empty() => {
                self.take(text.parse().unwrap_or(usize::MAX));
            }
            Own::Read => self.tell_page(),
            Own::List => self.tell_what_is_open(),
            Own::More if self.rest.is_empty() => self.say("there is no more".into()),
            Own::More => {
                let rest = std::mem::take(&mut self.rest);
                self.tell_rows(rest);
            }
        }
    }

    /// Chooses a row by its number.
    fn take(&mut self, number: usize) {
        let at = number.checked_sub(1);
        match (&self.numbered, at) {
            (Numbered::Items(items), Some(at)) => match items.get(at).copied() {
                Some(item) => self.go_to(item),
                None => self.no_row(number, items.len()),
            },
            (Numbered::Results(items), Some(at)) => {
                let in_search = matches!(self.app.mode(), Mode::Search(_));
                match items.get(at).copied() {
                    Some(item) if in_search => {
                        self.app.take_result(at);
                        self.note();
                        self.tell_page_of(item);
                    }
                    Some(item) => self.go_to(item),
                    None => self.no_row(number, items.len()),
                }
            }
            (Numbered::Choices, Some(at)) => self.choose(at),
            (Numbered::Nothing, _) => self.say("nothing is numbered yet; list numbers rows".into()),
            (Numbered::Items(_) | Numbered::Results(_) | Numbered::Choices, None) => {
                self.say("rows are numbered from 1".into());
            }
        }
    }

    fn no_row(&mut self, number: usize, rows: usize) {
        let words = match rows {
            0 => DisplayText::literal("nothing is numbered; list numbers the rows"),
            rows => crate::text!["there is no row ", number, "; the last is ", rows],
        };
        self.say(words);
    }

    /// Goes to an item and reads it.
    fn go_to(&mut self, item: ItemId) {
        self.app.go_to(item);
        self.note();
        self.tell_page_of(item);
    }

    /// Goes to an item that is named, as `event:tims-attack`.
    fn open_reference(&mut self, reference: &str) {
        match self.app.library().find_reference(reference) {
            Ok(item) => self.go_to(item),
            Err(unknown) => self.say(unknown.message),
        }
    }

    /// What the state has to say.
    fn note(&mut self) {
        if let Some(notice) = self.app.notice().cloned() {
            self.say(notice);
        }
    }
}
