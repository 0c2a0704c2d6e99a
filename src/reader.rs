//! The reader in a terminal: keys become actions, worker results become state, state becomes frames.

use crate::action::Context;
use crate::app::{App, Effect, Message};
use crate::config::Theme;
use crate::keymap::{Chord, Keymap, Resolution};
use crate::library::Library;
use crate::runtime::{Application, Flow, Workers};
use crate::search::Index;
use crate::term::Input;
use crate::text::{DisplayText, clean};
use crate::ui::{self, View};
use ratatui::Frame;
use std::sync::Arc;

/// What workers find.
#[derive(Debug)]
pub enum Ready {
    /// Everything was read.
    Library(Box<Library>),
    /// The same can be searched. It comes after the first frame, which needs no search.
    Index(Box<Index>),
}

/// The reader, from before anything is loaded to its end.
pub struct Reader {
    app: App,
    workers: Workers<Ready>,
    keymap: Keymap,
    theme: Theme,
    ascii: bool,
    pending: Vec<Chord>,
    /// The item to open at, as it was given.
    open_at: Option<String>,
}

impl Reader {
    /// A reader that has nothing yet.
    #[must_use]
    pub fn new(
        workers: Workers<Ready>,
        theme: Theme,
        ascii: bool,
        open_at: Option<String>,
    ) -> Self {
        let app = App::loading(0, 0);
        let keymap = Keymap::default();
        Self { app, workers, keymap, theme, ascii, pending: Vec::new(), open_at }
    }

    fn key(&mut self, chord: Chord) -> Flow {
        self.pending.push(chord);
        let context = self.app.context();
        match self.keymap.resolve(context, &self.pending) {
            Resolution::Pending => Flow::Continue,
            Resolution::Action(action) => {
                self.pending.clear();
                self.send(Message::Act(action))
            }
            Resolution::Unbound => {
                let typed: Vec<Chord> = self.pending.drain(..).collect();
                self.unbound(context, &typed)
            }
        }
    }

    /// Keys without a binding are text where text is typed; elsewhere they say so.
    fn unbound(&mut self, context: Context, typed: &[Chord]) -> Flow {
        if let (Context::Search, [chord]) = (context, typed) {
            return chord
                .typed()
                .map_or(Flow::Unchanged, |character| self.send(Message::Type(character)));
        }
        let mut names = DisplayText::default();
        for chord in typed {
            names = crate::text![names, clean(&chord.to_string(), |_| {}), " "];
        }
        self.send(Message::Unbound(names))
    }

    fn send(&mut self, message: Message) -> Flow {
        match self.app.update(message) {
            None => Flow::Continue,
            Some(Effect::Redraw) => Flow::Repaint,
            Some(Effect::Suspend) => Flow::Suspend,
            Some(Effect::Quit) => Flow::Quit,
        }
    }
}

impl Application for Reader {
    type Message = Ready;

    fn input(&mut self, input: Input) -> Flow {
        match input {
            Input::Key(chord) => self.key(chord),
            Input::Paste(text) => self.send(Message::Paste(text)),
            Input::Resize(width, height) => self.send(Message::Resize(width, height)),
            Input::Lost => Flow::Quit,
        }
    }

    fn message(&mut self, ready: Ready) -> Flow {
        let library = match ready {
            Ready::Library(library) => Arc::<Library>::from(library),
            Ready::Index(index) => {
                self.app.search_with(Arc::from(index));
                return Flow::Continue;
            }
        };
        let indexed = Arc::clone(&library);
        self.workers.spawn("index", move || Ready::Index(Box::new(Index::new(&indexed))));
        let (width, height) = self.app.size();
        self.app = App::new(library, Arc::default(), width, height);
        if let Some(reference) = self.open_at.take() {
            match self.app.library().find_reference(&reference) {
                Ok(item) => self.app.open_at(item),
                Err(unknown) => return self.send(Message::Notice(unknown.message)),
            }
        }
        Flow::Continue
    }

    fn worker_failed(&mut self, place: DisplayText) -> Flow {
        self.send(Message::Notice(crate::text!["a part of the program failed at ", place]))
    }

    fn draw(&mut self, frame: &mut Frame<'_>) {
        let area = frame.area();
        if self.app.size() != (area.width, area.height) {
            self.app.update(Message::Resize(area.width, area.height));
        }
        let view = View {
            app: &self.app,
            keymap: &self.keymap,
            theme: &self.theme,
            pending: &self.pending,
            ascii: self.ascii,
        };
        if let Some(cursor) = ui::render(&view, frame.buffer_mut()) {
            frame.set_cursor_position(cursor);
        }
    }
}
