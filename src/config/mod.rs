//! What the user chooses: options, keys, themes and folders.

mod environment;
mod file;
mod keys;
mod options;
mod paths;
mod print;
mod reading;
mod settings;
mod theme;
mod trusted;

pub use environment::{Advice, Environment, Questions};
pub use keys::KeyOrigins;
pub use paths::{briefs_folder, config_folder, data_folder, state_folder, themes_folder};
pub use print::{keys_toml, settings_toml};
pub use settings::{Allowed, OptionInfo, Settings};
pub use theme::{
    ATTRIBUTES, Because, Choice, ColorTier, HIGH_CONTRAST, LEAST_CONTRAST, LINE_CONTRAST,
    LoadedTheme, Pair, Role, Theme, ThemeError, Themes, choose, color_names, contrast, luminance,
    pairs, shade, theme_on,
};

pub use trusted::{is_key_name, keep_key, key_text, remove_key, trusted_folder, trusted_keys};

use crate::choice::Ascii;
use crate::diag::{Code, Diagnostic, Sources, Span};
use crate::keymap::Keymap;
use crate::text;
use crate::text::{DisplayText, Fit, clean, clean_path};
pub(crate) use file::{Unreadable, read_file, read_text};
use reading::{LARGEST, Reading};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Columns of the notice; the footer has as many on the narrowest usual terminal.
const NOTICE_COLUMNS: usize = 78;

/// The file of options.
pub const CONFIG_FILE: &str = "config.toml";
/// The file of keys, beside it.
pub const KEYS_FILE: &str = "keys.toml";

/// The files of the configuration, whether they exist or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// The options.
    pub config: PathBuf,
    /// The keys.
    pub keys: PathBuf,
}

impl Files {
    /// The file named, with `keys.toml` beside it; else those of the user's folder. None without a
    /// home folder.
    #[must_use]
    pub fn find(environment: &Environment, named: Option<&Path>) -> Option<Self> {
        if let Some(config) = named {
            let keys = config.with_file_name(KEYS_FILE);
            return Some(Self { config: config.to_path_buf(), keys });
        }
        let folder = config_folder(environment)?;
        Some(Self { config: folder.join(CONFIG_FILE), keys: folder.join(KEYS_FILE) })
    }
}

/// The configuration in force, and what was found on the way.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The options.
    pub settings: Settings,
    /// The keys.
    pub keymap: Keymap,
    /// What is wrong in the files, by file and place. Whatever it is, the rest is in force.
    pub findings: Vec<Diagnostic>,
    /// The files that were read, for the places of findings.
    pub sources: Sources,
    /// Where they stand; none without a home folder.
    pub files: Option<Files>,
    /// Where options come from that a file sets.
    pub option_origins: BTreeMap<&'static str, Span>,
    /// Where keys come from.
    pub key_origins: KeyOrigins,
}

/// Reads the configuration: the file named and `keys.toml` beside it, or those of the user's folder.
/// A file that is not there says nothing, unless it was named.
#[must_use]
pub fn load(environment: &Environment, named: Option<&Path>) -> Loaded {
    let mut sources = Sources::default();
    let mut findings = Vec::new();
    let mut add = |path: &Path, must_exist: bool| {
        let why = match read_text(path, LARGEST) {
            Ok(Some(text)) => return Some(sources.add(clean_path(path), text)),
            Ok(None) if !must_exist => return None,
            Ok(None) => "no such file".into(),
            Err(why) => why,
        };
        let source = sources.add(clean_path(path), "");
        findings.push(Diagnostic::new(Code::E303, Span::new(source, 0..0), why));
        None
    };
    let files = Files::find(environment, named);
    let config = files.as_ref().and_then(|files| add(&files.config, named.is_some()));
    let keys = files.as_ref().and_then(|files| add(&files.keys, false));
    let chosen = config.map(|source| {
        let mut reading = Reading::new(&sources, source);
        let themes = Themes::with_folder(themes_folder(environment));
        let chosen = options::read(&mut reading, &themes);
        findings.append(&mut reading.found);
        chosen
    });
    // Without a file everything is as usual.
    let chosen = chosen.unwrap_or_default();
    let bound = keys.map(|source| {
        let mut reading = Reading::new(&sources, source);
        let bound = keys::read(&mut reading);
        findings.append(&mut reading.found);
        bound
    });
    let (keymap, key_origins) = bound.unwrap_or_else(keys::defaults);
    let keyboard = chosen.settings.keyboard.keyboard(&environment.locale);
    crate::diag::render::sort(&mut findings);
    Loaded {
        keymap: keymap.on(keyboard),
        settings: chosen.settings,
        findings,
        files,
        option_origins: chosen.origins,
        key_origins,
        sources,
    }
}

impl Loaded {
    /// Whether only ASCII signs are drawn.
    #[must_use]
    pub fn ascii(&self, environment: &Environment) -> bool {
        match self.settings.ascii {
            Ascii::Auto => environment.ascii,
            Ascii::Always => true,
            Ascii::Never => false,
        }
    }

    /// The findings about `keys.toml`.
    pub fn key_findings(&self) -> impl Iterator<Item = &Diagnostic> {
        let keys = self.files.as_ref().map(|files| clean_path(&files.keys));
        let of_keys =
            move |found: &&Diagnostic| Some(self.sources.name(found.primary.source)) == keys;
        self.findings.iter().filter(of_keys)
    }

    /// What is wrong, in one line of 78 columns for the start of the reader: the gravest finding and
    /// where all are told.
    #[must_use]
    pub fn notice(&self) -> Option<DisplayText> {
        let gravest = |found: &&Diagnostic| Reverse(found.severity);
        let first = self.findings.iter().min_by_key(gravest)?;
        let name = self.sources.name(first.primary.source);
        let file = name.as_str().rsplit_once('/').map_or(name.as_str(), |(_, file)| file);
        let place = self.sources.place(first.primary.source, first.primary.start());
        let more = match self.findings.len() {
            1 => DisplayText::default(),
            count => text![" and ", count - 1, " more"],
        };
        let (line, column) = (place.line, place.column);
        let place = text![clean(file, |_| {}), ":", line, ":", column, ": "];
        let rest = text![more, " (attache config check)"];
        let room = NOTICE_COLUMNS.saturating_sub(place.columns() + rest.columns());
        Some(text![place, first.message.fit(room, "…"), rest])
    }
}
