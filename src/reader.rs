//! The reader in a terminal: keys become actions, worker results become state, state becomes frames.

mod blank;
mod early;
mod keep;
mod obey;
mod reload;

pub(crate) use obey::obey;
pub use reload::{Again, Due};

use crate::action::{Action, Context};
use crate::app::{App, Effect, Message, Preferences};
use crate::choice::{Depth, Times};
use crate::config::{Settings, Theme, theme_on};
use crate::keymap::{Chord, Keymap, Resolution};
use crate::library::load::{Glance, LateFindings, Loaded};
use crate::runtime::{Application, Flow, LastWork, Workers};
use crate::search::Index;
use crate::state::{Saving, Store};
use crate::term::Input;
use crate::text::{DisplayText, clean};
use crate::ui::{self, View};
use ratatui::Frame;
use std::sync::Arc;

/// What workers find.
#[derive(Debug)]
pub enum Ready {
    /// Everything was read.
    Library(Box<Loaded>),
    /// The same can be searched: what was read at the time with this number. It comes after the first
    /// frame, which needs no search.
    Index(u64, Box<Index>),
    /// Everything was read again.
    Again(Box<Again>),
    /// What the disk looks like since the time with this number.
    Disk(u64, Glance),
    /// What is wrong with the archived copies of what was read at the time with this number.
    Copies(u64, LateFindings),
    /// What is to be known again was written, or could not be.
    Kept(Saving),
    /// Which sealed sets were read was written; what to tell, if it could not be.
    KeptSets(Option<DisplayText>),
}

/// How much of what workers find is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Has {
    Nothing,
    Library,
    Everything,
}

/// The theme that the one for the told background takes the place of.
const UNTIL_TOLD: &str = "terminal";

/// Finds a theme by its name, for a background if the terminal told one; none when it cannot be had any
/// more.
pub type Wardrobe = Box<dyn Fn(&str, Option<[u8; 3]>) -> Option<Theme>>;

/// The reader, from before anything is loaded to its end.
pub struct Reader {
    app: App,
    /// Who makes the index; none where it was made before.
    workers: Option<Workers<Ready>>,
    theme: Theme,
    /// Makes another theme, by its name.
    wardrobe: Option<Wardrobe>,
    /// The background that the terminal told.
    background: Option<[u8; 3]>,
    pending: Vec<Chord>,
    /// Whether everything but the marking is hidden.
    is_blank: bool,
    /// What is still to be put on the clipboard.
    copied: Option<DisplayText>,
    /// Answered by the app as it stands; before that an empty library would answer.
    has: Has,
    /// What was typed ahead of what can answer it, in order.
    held: Vec<Input>,
    /// The item to open at, as it was given.
    open_at: Option<String>,
    /// What to say once there is something to read.
    notice: Option<DisplayText>,
    /// Depth and times as the options say; what the user changed is what is worth keeping.
    asked: (Depth, Times),
    keeping: Keeping,
    watch: reload::Watch,
}

/// How what is to be known again is kept.
#[derive(Default)]
struct Keeping {
    /// Where; none where nothing is kept.
    store: Option<Store>,
    /// How many times it was to be written.
    number: u64,
    /// Whether a worker is writing.
    busy: bool,
    /// Whether more happened since that worker began.
    again: bool,
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
        Self { workers: Some(workers), has: Has::Nothing, open_at, ..Self::of(app, theme, ascii) }
    }

    /// A reader of what is loaded already; it starts no work.
    #[must_use]
    pub fn of(mut app: App, theme: Theme, ascii: bool) -> Self {
        app.prefer(Preferences { ascii, ..app.preferences().clone() });
        Self {
            app,
            workers: None,
            theme,
            wardrobe: None,
            background: None,
            pending: Vec::new(),
            is_blank: false,
            copied: None,
            has: Has::Everything,
            held: Vec::new(),
            open_at: None,
            notice: None,
            asked: (Depth::default(), Times::default()),
            keeping: Keeping::default(),
            watch: reload::Watch::default(),
        }
    }

    /// Knows again what was kept here, and keeps it here.
    #[must_use]
    pub fn remembering(mut self, store: Option<Store>) -> Self {
        self.keeping.store = store;
        self
    }

    /// Says something in the last row once there is something to read.
    #[must_use]
    pub fn saying(self, notice: Option<DisplayText>) -> Self {
        Self { notice, ..self }
    }

    /// Offers these themes in the settings; `used` is the one in use.
    #[must_use]
    pub fn offering(mut self, used: DisplayText, names: Vec<DisplayText>, by: Wardrobe) -> Self {
        let preferences = self.app.preferences().clone();
        self.app.prefer(Preferences { theme: used, themes: names, ..preferences });
        Self { wardrobe: Some(by), ..self }
    }

    /// With the options and keys of the user.
    #[must_use]
    pub fn configured(mut self, settings: &Settings, keymap: Keymap) -> Self {
        obey(&mut self.app, settings);
        self.app.use_keys(keymap);
        let asked = (self.app.preferences().depth, self.app.preferences().times);
        Self { asked, ..self }
    }

    /// The state.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.app
    }

    /// The state, to be set as a configuration sets it.
    pub fn app_mut(&mut self) -> &mut App {
        &mut self.app
    }

    /// What the next frame is drawn from.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        View {
            app: &self.app,
            theme: &self.theme,
            pending: &self.pending,
            ascii: self.app.preferences().ascii,
        }
    }

    fn key(&mut self, chord: Chord) -> Flow {
        let context = self.app.context();
        let chord = self.app.keymap().meant(context, &self.pending, chord);
        self.pending.push(chord);
        match self.app.keymap().resolve(context, &self.pending) {
            Resolution::Pending => Flow::Continue,
            Resolution::Action(Action::QuitNow) => Flow::Interrupt,
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
        if let (true, [chord]) = (context.takes_text(), typed)
            && let Some(character) = chord.typed()
        {
            return self.send(Message::Type(character));
        }
        if let [_, .., last] = typed {
            match self.app.keymap().resolve(context, &[*last]) {
                // From anywhere means from within a sequence too.
                Resolution::Action(Action::QuitNow) => return Flow::Interrupt,
                Resolution::Action(Action::Blank) => return self.send(Message::Act(Action::Blank)),
                // Leaving a sequence that was begun is nothing to talk about.
                Resolution::Action(Action::Cancel) => return Flow::Continue,
                Resolution::Action(_) | Resolution::Pending | Resolution::Unbound => {}
            }
        }
        let mut names = DisplayText::default();
        for chord in typed {
            let lead = if names.is_empty() { "" } else { " " };
            names = crate::text![names, lead, clean(&chord.to_string(), |_| {})];
        }
        self.send(Message::Unbound(names))
    }

    /// Takes the theme for the background that the terminal told, unless another was chosen meanwhile.
    fn backed(&mut self, background: [u8; 3]) -> Flow {
        self.background = Some(background);
        let before = self.app.preferences().clone();
        if before.theme.as_str() != UNTIL_TOLD {
            return Flow::Unchanged;
        }
        let theme = DisplayText::literal(theme_on(background));
        self.app.prefer(Preferences { theme, ..before.clone() });
        self.dress(&before.theme);
        Flow::Continue
    }

    /// Draws in another theme, if another one was chosen.
    fn dress(&mut self, before: &DisplayText) {
        let chosen = self.app.preferences().theme.clone();
        if chosen == *before {
            return;
        }
        let made = self.wardrobe.as_ref().and_then(|by| by(chosen.as_str(), self.background));
        if let Some(theme) = made {
            self.theme = theme;
        } else {
            let words = crate::text!["the theme ", chosen, " cannot be read any more"];
            self.app.update(Message::Notice(words));
        }
    }

    fn send(&mut self, message: Message) -> Flow {
        let before = self.app.preferences().theme.clone();
        let landmark = self.keeping.store.as_ref().map(|_| self.app.landmark());
        let effect = self.app.update(message);
        self.dress(&before);
        if landmark.is_some_and(|before| before != self.app.landmark()) {
            self.keep_soon();
        }
        match effect {
            None => Flow::Continue,
            Some(Effect::Mouse(taken)) => Flow::Mouse(taken),
            Some(Effect::Copy(text)) => {
                self.copied = Some(text);
                Flow::Continue
            }
            Some(Effect::Reload) => self.read_again(),
            Some(Effect::Redraw) => Flow::Repaint,
            Some(Effect::Blank) => self.hide(),
            Some(Effect::Suspend) => Flow::Suspend,
            Some(Effect::Quit) => Flow::Quit,
        }
    }
}

impl Reader {
    /// Takes what is typed, or holds it where nothing can answer it yet.
    fn take_input(&mut self, input: Input) -> Flow {
        if self.is_early(&input) {
            return self.hold(input);
        }
        if !matches!(input, Input::Background(_) | Input::Answered) {
            self.look_soon();
        }
        match input {
            Input::Key(chord) => self.key(chord),
            Input::Paste(text) => self.send(Message::Paste(text)),
            // What may follow the keys typed so far stands over what would be pressed.
            Input::Mouse(_) if !self.pending.is_empty() => {
                self.pending.clear();
                Flow::Continue
            }
            Input::Mouse(pointer) => self.send(Message::Pointer(pointer)),
            Input::Resize(width, height) => self.send(Message::Resize(width, height)),
            Input::Background(background) => self.backed(background),
            Input::Answered => Flow::Unchanged,
            Input::Lost => Flow::Quit,
        }
    }
}

impl Application for Reader {
    type Message = Ready;

    fn input(&mut self, input: Input) -> Flow {
        match self.while_blank(&input) {
            Some(flow) => flow,
            None => self.take_input(input),
        }
    }

    fn idle(&mut self) -> Flow {
        if self.is_blank { Flow::Unchanged } else { self.hide() }
    }

    fn message(&mut self, ready: Ready) -> Flow {
        match ready {
            Ready::Library(loaded) => self.begin(*loaded),
            Ready::Index(of, index) if of == self.watch.readings() => {
                self.app.search_with(Arc::from(index));
                self.release(Has::Everything)
            }
            // The files were read again meanwhile.
            Ready::Index(..) => Flow::Unchanged,
            Ready::Again(again) => self.take_again(*again),
            Ready::Copies(of, found) => self.see_copies(of, found),
            Ready::Disk(of, glance) => self.see_disk(of, glance),
            Ready::Kept(saving) => self.kept(saving),
            Ready::KeptSets(failure) => self.kept_sets(failure),
        }
    }

    fn worker_failed(&mut self, place: DisplayText) -> Flow {
        // It may have been the one that was writing, looking or reading again.
        self.keeping.busy = false;
        self.watch.fail();
        self.app.give_up_reloading();
        // What failed may be what keys wait for.
        let flow = self.release(Has::Everything);
        self.app.update(Message::Notice(crate::text!["a part of the program failed at ", place]));
        flow
    }

    fn last_work(&mut self) -> Option<LastWork> {
        self.keep_at_last()
    }

    fn take_copied(&mut self) -> Option<DisplayText> {
        self.copied.take()
    }

    fn draw(&mut self, frame: &mut Frame<'_>) {
        let area = frame.area();
        if self.app.size() != (area.width, area.height) {
            self.app.update(Message::Resize(area.width, area.height));
        }
        if self.is_blank {
            ui::blank(&self.view(), frame.buffer_mut());
        } else if let Some(cursor) = ui::render(&self.view(), frame.buffer_mut()) {
            frame.set_cursor_position(cursor);
        }
    }
}

#[cfg(test)]
mod tests;
