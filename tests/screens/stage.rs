//! A reader on a stage: briefs, keys, screens.

use attache::action::Action;
use attache::app::{App, ListState, Preferences};
use attache::choice::Pane;
use attache::config::{Settings, Theme};
use attache::keymap::{Chord, Keymap, Resolution, Sequence};
use attache::library::load::{LoadRequest, load};
use attache::library::{ItemId, Library};
use attache::reader::Reader;
use attache::runtime::{Application, Flow};
use attache::search::Index;
use attache::term::Input;
use attache::text::clean;
use attache::ui::{self, View};
use ratatui::Terminal;
use ratatui::backend::{Backend, TestBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::path::Path;
use std::sync::{Arc, LazyLock};

/// Briefs that are read and ready for searching.
pub(crate) struct Loaded {
    pub(crate) library: Arc<Library>,
    pub(crate) index: Arc<Index>,
}

/// The briefs inside the program, read once.
pub(crate) static BUILT_IN: LazyLock<Loaded> =
    LazyLock::new(|| loaded(&LoadRequest { builtin: true, ..LoadRequest::default() }));

/// Two small briefs and one that is refused; they change only when a screen is to change.
pub(crate) static SMALL: LazyLock<Loaded> = LazyLock::new(|| {
    // Tests run in the folder of the package; what the screens show depends on no machine.
    let folder = Path::new("tests/screens/briefs");
    let path = |name| folder.join(name);
    let paths = vec![path("harbour.toml"), path("pilots.toml"), path("broken.toml")];
    loaded(&LoadRequest { paths, ..LoadRequest::default() })
});

/// One brief, which is refused: there is nothing to read.
pub(crate) static NOTHING: LazyLock<Loaded> = LazyLock::new(|| {
    let path = Path::new("tests/screens/briefs/broken.toml").to_path_buf();
    loaded(&LoadRequest { paths: vec![path], ..LoadRequest::default() })
});

/// What a request loads, ready for a reader.
pub(crate) fn loaded(request: &LoadRequest) -> Loaded {
    let library = Arc::new(load(request));
    let index = Arc::new(Index::new(&library));
    Loaded { library, index }
}

/// One brief of this text, ready for a reader.
pub(crate) fn loaded_text(text: &str) -> Loaded {
    let folder = tempfile::tempdir().expect("a folder for a while");
    std::fs::write(folder.path().join("brief.toml"), text).expect("it can be written");
    let paths = vec![folder.path().to_path_buf()];
    loaded(&LoadRequest { paths, ..LoadRequest::default() })
}

/// A reader at work.
pub(crate) struct Stage {
    reader: Reader,
}

/// What a user would miss if it were not as before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Situation {
    subject: Option<ItemId>,
    focus: Pane,
    lists: [ListState; 3],
    reader_scroll: usize,
    link: Option<usize>,
    panes: Vec<(Pane, Rect)>,
}

impl Situation {
    /// What everything else relates to.
    pub(crate) fn subject(&self) -> Option<ItemId> {
        self.subject
    }
}

impl Stage {
    /// A reader of these briefs on a screen of this size, with a theme, for ASCII only or not.
    pub(crate) fn with(briefs: &Loaded, (width, height): (u16, u16), ascii: bool) -> Self {
        let theme = Theme::built_in("terminal").expect("the theme is built in");
        let (library, index) = (Arc::clone(&briefs.library), Arc::clone(&briefs.index));
        Self { reader: Reader::of(App::new(library, index, width, height), theme, ascii) }
    }

    /// A reader of these briefs on a screen of this size, with options.
    pub(crate) fn configured(briefs: &Loaded, size: (u16, u16), settings: &Settings) -> Self {
        let Self { reader } = Self::new(briefs, size);
        Self { reader: reader.configured(settings, Keymap::default()) }
    }

    /// A reader of these briefs on a screen of this size.
    pub(crate) fn new(briefs: &Loaded, size: (u16, u16)) -> Self {
        Self::with(briefs, size, false)
    }

    /// Types keys: each character is one, except blanks; `<enter>` and the like are named.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        for chord in chords(keys) {
            self.input(Input::Key(chord));
        }
        self
    }

    /// With themes to choose from, the first of which is in use.
    pub(crate) fn wearing(self, names: &[&str]) -> Self {
        let names: Vec<_> = names.iter().map(|name| clean(name, |_| {})).collect();
        let by = |name: &str, background: Option<[u8; 3]>| {
            let theme = Theme::built_in(name).ok()?;
            Some(background.map_or_else(|| theme.clone(), |background| theme.on(background)))
        };
        Self { reader: self.reader.offering(names[0].clone(), names, Box::new(by)) }
    }

    /// Does an action, whatever its key; whether it wishes anything of the world.
    pub(crate) fn act(&mut self, action: Action) -> bool {
        let keymap = Keymap::default();
        let context = self.app().context();
        let leads = |keys: &&&Sequence| {
            keymap.resolve(context, keys.chords()) == Resolution::Action(action)
        };
        let keys = keymap.keys(action);
        let Some(keys) = keys.iter().find(leads) else { return true };
        let flows = keys.chords().iter().map(|chord| self.input(Input::Key(*chord)));
        flows.last().is_some_and(|flow| flow != Flow::Continue)
    }

    /// Takes any input.
    pub(crate) fn input(&mut self, input: Input) -> Flow {
        self.reader.input(input)
    }

    /// Whether the keys typed last begin a longer sequence.
    pub(crate) fn is_pending(&self) -> bool {
        !self.reader.view().pending.is_empty()
    }

    /// The state.
    pub(crate) fn app(&self) -> &App {
        self.reader.app()
    }

    /// The state, to be set as a configuration sets it.
    pub(crate) fn app_mut(&mut self) -> &mut App {
        self.reader.app_mut()
    }

    /// Chooses otherwise, as the options can.
    pub(crate) fn prefer(&mut self, choose: impl FnOnce(&mut Preferences)) {
        let mut preferences = self.app().preferences().clone();
        choose(&mut preferences);
        self.app_mut().prefer(preferences);
    }

    /// What is to be put on the clipboard, once.
    pub(crate) fn copied(&mut self) -> Option<String> {
        self.reader.take_copied().map(|text| text.to_string())
    }

    /// The id of the subject, as `event:rebuild`.
    pub(crate) fn subject(&self) -> String {
        let item = self.app().subject().and_then(|subject| self.app().library().get(subject));
        item.map(|item| format!("{}:{}", item.kind.word(), item.slug)).unwrap_or_default()
    }

    /// What coming back is to restore.
    pub(crate) fn situation(&self) -> Situation {
        let app = self.app();
        Situation {
            subject: app.subject(),
            focus: app.focused(),
            lists: Pane::LISTS.map(|pane| app.list(pane).cloned().expect("a list")),
            reader_scroll: app.reader_scroll(),
            link: app.link(),
            panes: app.layout().panes.iter().map(|(pane, area)| (*pane, area.body)).collect(),
        }
    }

    /// The frame before anything is swept off it, and where the cursor stands.
    pub(crate) fn frame(&self) -> (Buffer, Option<Position>) {
        let (width, height) = self.app().size();
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let cursor = ui::draw(&self.reader.view(), &mut buffer);
        (buffer, cursor)
    }

    /// The same screen in another theme.
    pub(crate) fn screen_in(&self, theme: &Theme) -> (Buffer, Position) {
        let (width, height) = self.app().size();
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let view = View { theme, ..self.reader.view() };
        let cursor = ui::render(&view, &mut buffer).expect("a cursor");
        (buffer, cursor)
    }

    /// The screen as the terminal gets it, and where the cursor stands.
    pub(crate) fn screen(&mut self) -> (Buffer, Position) {
        let (width, height) = self.app().size();
        let mut terminal =
            Terminal::new(TestBackend::new(width, height)).expect("a test backend opens");
        terminal.draw(|frame| self.reader.draw(frame)).expect("a test backend draws");
        let cursor = terminal.backend_mut().get_cursor_position().expect("it has a cursor");
        (terminal.backend().buffer().clone(), cursor)
    }

    /// The rows of the screen as text.
    pub(crate) fn rows(&mut self) -> Vec<String> {
        let (buffer, _) = self.screen();
        rows(&buffer)
    }

    /// The screen as one text.
    pub(crate) fn text(&mut self) -> String {
        self.rows().join("\n")
    }
}

/// The chords of a script.
pub(crate) fn chords(script: &str) -> Vec<Chord> {
    let mut chords = Vec::new();
    let mut rest = script.chars();
    while let Some(character) = rest.next() {
        let named = (character == '<').then(|| rest.as_str().split_once('>')).flatten();
        let name = match named {
            Some((name, after)) => {
                rest = after.chars();
                name.to_owned()
            }
            None if character == ' ' => continue,
            None => character.to_string(),
        };
        chords.push(Chord::parse(&name).expect("the notation names a key"));
    }
    chords
}

/// The rows of a buffer as text; the second half of a wide sign is left out.
pub(crate) fn rows(buffer: &Buffer) -> Vec<String> {
    let area = buffer.area;
    (area.top()..area.bottom())
        .map(|y| {
            let mut row = String::new();
            let mut x = area.left();
            while x < area.right() {
                let symbol = buffer[(x, y)].symbol();
                row.push_str(symbol);
                x += u16::try_from(attache::text::columns(symbol)).expect("narrow").max(1);
            }
            row
        })
        .collect()
}
