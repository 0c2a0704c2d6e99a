//! All themes: those inside the program and those of the user's folder, and what each inherits.

use super::file::{self, File, Look, Paint, meant, quoted};
use super::pairs::{Pair, pairs};
use super::{ROLES, Role, Theme, color, contrast, least_contrast, shade};
use crate::config::file::read_text;
use crate::diag::{Code, Diagnostic, Located, SourceId, Sources, Span};
use crate::text;
use crate::text::{DisplayText, clean_line, clean_path, nearest};
use ratatui::style::{Color, Modifier, Style};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// The themes inside the program, in the order they are listed: name and text.
const BUILT_IN: [(&str, &str); 7] = [
    ("terminal", include_str!("../../../themes/terminal.toml")),
    ("dark", include_str!("../../../themes/dark.toml")),
    ("light", include_str!("../../../themes/light.toml")),
    ("contrast-dark", include_str!("../../../themes/contrast-dark.toml")),
    ("contrast-light", include_str!("../../../themes/contrast-light.toml")),
    ("projector", include_str!("../../../themes/projector.toml")),
    ("mono", include_str!("../../../themes/mono.toml")),
];

/// The theme that all others begin from unless they say otherwise.
const ROOT: &str = "terminal";
/// The theme whose attributes tell roles apart where colours do not.
const PLAIN: &str = "mono";
/// Bytes of a theme file that are read.
const MOST_BYTES: u64 = 64 * 1024;
/// Themes that one may stand on.
const MOST_PARENTS: usize = 16;
/// Characters of a name.
const LONGEST_NAME: usize = 64;
/// Files of the folder that are looked at.
const MOST_FILES: usize = 1000;

/// Why a theme could not be had.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct ThemeError {
    /// What is wrong, in words.
    pub message: DisplayText,
}

/// Where themes come from.
#[derive(Clone, Debug, Default)]
pub struct Themes {
    folder: Option<PathBuf>,
}

/// A theme with what was found on the way to it.
#[derive(Clone, Debug)]
pub struct LoadedTheme {
    /// The look of every role, whatever was found.
    pub theme: Theme,
    /// What it is for, in its own words.
    pub about: DisplayText,
    /// The user's file; none for a theme inside the program.
    pub file: Option<DisplayText>,
    /// Its own text, as it was read.
    pub source: SourceId,
    /// The files that it was made of.
    pub sources: Sources,
    /// What is wrong in them.
    pub findings: Vec<Diagnostic>,
}

/// A file in the line of those that inherit from one another, the heir first.
struct Ancestor {
    file: File,
    user: bool,
}

/// What a name stands for.
enum Found {
    BuiltIn(&'static str),
    User { text: Result<String, DisplayText>, path: PathBuf },
}

impl Themes {
    /// Those inside the program only.
    #[must_use]
    pub fn built_in() -> Self {
        Self::default()
    }

    /// Those inside the program, and before them those of a folder, as `NAME.toml`.
    #[must_use]
    pub fn with_folder(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }

    /// Every name: first those of the program in their order, then those of the folder by name.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let mut own = self.folder.as_deref().map_or_else(Vec::new, files_in);
        own.retain(|name| is_name(name) && BUILT_IN.iter().all(|(known, _)| known != name));
        own.sort();
        BUILT_IN.iter().map(|(name, _)| (*name).to_owned()).chain(own).collect()
    }

    /// The theme with a name. A file of the user comes before a theme of the program.
    ///
    /// # Errors
    /// When there is none, with a near name or all there are.
    pub fn load(&self, name: &str) -> Result<LoadedTheme, ThemeError> {
        let found = self.find(name).ok_or_else(|| self.unknown(name))?;
        let mut line = Line { themes: self, sources: Sources::default(), findings: Vec::new() };
        let file = match &found {
            Found::BuiltIn(_) => None,
            Found::User { path, .. } => Some(clean_path(path)),
        };
        let (source, ancestors) = line.from(name, found);
        let Line { sources, mut findings, .. } = line;
        let theme = inherit(&ancestors, source, &mut findings);
        let about =
            ancestors.first().map_or_else(DisplayText::default, |own| own.file.about.clone());
        Ok(LoadedTheme { theme, about, file, source, sources, findings })
    }

    /// The folder of the user's themes, whether it exists or not.
    #[must_use]
    pub fn folder(&self) -> Option<DisplayText> {
        self.folder.as_deref().map(clean_path)
    }

    /// Files of the folder that are no themes for their names.
    #[must_use]
    pub fn misnamed(&self) -> Vec<DisplayText> {
        let mut files = self.folder.as_deref().map_or_else(Vec::new, files_in);
        files.retain(|name| !is_name(name));
        files.sort();
        files.iter().map(|name| text![clean_line(name, |_| {}), ".toml"]).collect()
    }

    fn find(&self, name: &str) -> Option<Found> {
        self.find_own(name).or_else(|| find_built_in(name))
    }

    fn find_own(&self, name: &str) -> Option<Found> {
        let path = self.folder.as_ref().filter(|_| is_name(name))?.join(format!("{name}.toml"));
        let text = read_text(&path, MOST_BYTES).transpose()?;
        Some(Found::User { text, path })
    }

    fn unknown(&self, name: &str) -> ThemeError {
        let names = self.names();
        let message = text!["no theme is called ", quoted(name)];
        let help = match nearest(name, names.iter().map(String::as_str)) {
            Some(near) => text!["; did you mean ", quoted(near), "?"],
            None => names.iter().enumerate().fold("; there is".into(), |list, (at, name)| {
                text![list, if at == 0 { " " } else { ", " }, quoted(name)]
            }),
        };
        ThemeError { message: text![message, help] }
    }
}

impl LoadedTheme {
    /// Findings in its own file; those of its parents are told with them.
    pub fn own_findings(&self) -> impl Iterator<Item = &Diagnostic> {
        self.findings.iter().filter(|found| found.primary.source == self.source)
    }
}

/// Reads a theme and its parents, one after another.
struct Line<'t> {
    themes: &'t Themes,
    sources: Sources,
    findings: Vec<Diagnostic>,
}

impl Line<'_> {
    fn from(&mut self, name: &str, found: Found) -> (SourceId, Vec<Ancestor>) {
        let mut names = vec![name.to_owned()];
        let mut name = name.to_owned();
        let (first, mut ancestor) = self.read(&name, found);
        let mut ancestors = Vec::new();
        loop {
            let user = ancestor.user;
            let inherits = ancestor.file.inherits.clone();
            ancestors.push(ancestor);
            let parent = match inherits {
                Some(parent) => self.parent(&names, user, &parent),
                // The root stands on nothing.
                None if name == ROOT && !user => return (first, ancestors),
                None => None,
            };
            let (parent, found) = match parent {
                Some(found) => found,
                None => match find_built_in(ROOT) {
                    Some(root) => (ROOT.to_owned(), root),
                    None => return (first, ancestors),
                },
            };
            (_, ancestor) = self.read(&parent, found);
            names.push(parent.clone());
            name = parent;
        }
    }

    /// The theme that another inherits; none, with a finding, where there is no such one.
    fn parent(
        &mut self,
        names: &[String],
        user: bool,
        inherits: &Located<String>,
    ) -> Option<(String, Found)> {
        let Located { value: name, span } = inherits;
        // A theme of the user may stand on the one of the program with the same name.
        let own = (user && !names.contains(name)).then(|| self.themes.find_own(name)).flatten();
        let found = own.or_else(|| find_built_in(name));
        let deep = names.len() >= MOST_PARENTS;
        if let Some(found) = found.filter(|_| !deep) {
            return Some((name.clone(), found));
        }
        let known = self.themes.names();
        let (message, help) = if deep {
            let message = text!["more than ", MOST_PARENTS, " themes inherit from one another"];
            (message, "inherit from a theme nearer to the first".into())
        } else if names.contains(name) {
            let way = names
                .iter()
                .fold(DisplayText::default(), |way, name| text![way, quoted(name), " inherits "]);
            let message = text!["a theme inherits itself: ", way, quoted(name)];
            (message, text!["inherit from a theme of the program, as `terminal`"])
        } else {
            let message = text!["no theme is called ", quoted(name)];
            (message, meant(name, &known.iter().map(String::as_str).collect::<Vec<_>>()))
        };
        self.findings.push(Diagnostic::new(Code::E413, span.clone(), message).help(help));
        None
    }

    fn read(&mut self, name: &str, found: Found) -> (SourceId, Ancestor) {
        let (shown, text, user) = match found {
            Found::BuiltIn(text) => {
                (text!["themes/", clean_line(name, |_| {}), ".toml"], Ok(text.to_owned()), false)
            }
            Found::User { text, path } => (clean_path(&path), text, true),
        };
        let (text, why) = match text {
            Ok(text) => (text, None),
            Err(why) => (String::new(), Some(why)),
        };
        let source = self.sources.add(shown, text);
        if let Some(why) = why {
            let span = Span::new(source, 0..0);
            self.findings.push(Diagnostic::new(Code::E007, span, why));
        }
        let read = file::read(&self.sources, source);
        self.findings.extend(read.diagnostics);
        (source, Ancestor { file: read.value, user })
    }
}

fn find_built_in(name: &str) -> Option<Found> {
    let (_, text) = BUILT_IN.iter().find(|(known, _)| *known == name)?;
    Some(Found::BuiltIn(text))
}

/// Makes the theme: each role from the first in the line that gives it a look that can be made.
fn inherit(ancestors: &[Ancestor], source: SourceId, findings: &mut Vec<Diagnostic>) -> Theme {
    let mut palette: BTreeMap<&str, Color> = BTreeMap::new();
    for ancestor in ancestors.iter().rev() {
        let named = ancestor.file.palette.iter();
        palette.extend(named.map(|(name, color)| (name.as_str(), color.value)));
    }
    let grounds = ancestors.iter().find_map(|ancestor| ancestor.file.grounds.clone());
    let mut made = Box::new([Style::default(); ROLES]);
    let mut places: [Option<Span>; ROLES] = std::array::from_fn(|_| None);
    for ((style, place), role) in made.iter_mut().zip(&mut places).zip(Role::ALL) {
        let looks = ancestors.iter().filter_map(|ancestor| ancestor.file.looks.get(role));
        for look in looks {
            match styled(&look.value, &palette) {
                Ok(look_made) => {
                    *style = look_made;
                    *place = Some(look.span.clone());
                    break;
                }
                Err(wrong) => findings.extend(wrong),
            }
        }
    }
    // A theme that names no grounds is made for none.
    let theme = Theme::new(made, plain_attributes(), grounds.unwrap_or_default());
    if ancestors.first().is_some_and(|own| own.user) {
        findings.extend(too_near(&theme, &places, source));
    }
    theme
}

/// The attributes of each role in the theme without colours, and in the root where it gives none.
fn plain_attributes() -> [Modifier; ROLES] {
    let mut attributes = [Modifier::empty(); ROLES];
    for name in [ROOT, PLAIN] {
        let Some(Found::BuiltIn(text)) = find_built_in(name) else { continue };
        let mut sources = Sources::default();
        let source = sources.add(DisplayText::default(), text);
        let looks = file::read(&sources, source).value.looks;
        for (all, role) in attributes.iter_mut().zip(Role::ALL) {
            *all = looks.get(role).map_or(*all, |look| look.value.add);
        }
    }
    attributes
}

/// A look with its colours, or every name in it that is no colour.
fn styled(look: &Look, palette: &BTreeMap<&str, Color>) -> Result<Style, Vec<Diagnostic>> {
    let mut wrong = Vec::new();
    let mut color = |paint: &Option<Located<Paint>>| {
        let paint = paint.as_ref()?;
        let name = match &paint.value {
            Paint::Shade(color) => return Some(*color),
            Paint::Name(name) => name,
        };
        let color = palette.get(name.as_str()).copied().or_else(|| color::named(name));
        if color.is_none() {
            let names: Vec<&str> = palette.keys().copied().collect();
            wrong.push(file::no_color(name, paint.span.clone(), &names));
        }
        color
    };
    let (fg, bg) = (color(&look.fg), color(&look.bg));
    if wrong.is_empty() {
        // Behind everything stands the terminal's own colour unless another is set.
        let bg = bg.filter(|bg| *bg != Color::Reset);
        Ok(Style { fg, bg, add_modifier: look.add, ..Style::default() })
    } else {
        Err(wrong)
    }
}

/// Roles whose colours are too near to be read, each once with its worst pair. Where the look comes
/// from a parent, the finding stands at the beginning of the heir, whose palette made it so.
fn too_near(theme: &Theme, places: &[Option<Span>; ROLES], source: SourceId) -> Vec<Diagnostic> {
    let mut worst: BTreeMap<Role, (f64, Pair)> = BTreeMap::new();
    for pair in pairs(theme) {
        let (Some(fg), Some(bg)) = (shade(pair.fg), shade(pair.bg)) else { continue };
        let ratio = contrast(fg, bg);
        if ratio < least_contrast(pair.role)
            && worst.get(&pair.role).is_none_or(|(least, _)| ratio < *least)
        {
            worst.insert(pair.role, (ratio, pair));
        }
    }
    let span = |role: Role| {
        let place = places.get(role as usize).cloned().flatten();
        let place = place.filter(|place| place.source == source);
        place.unwrap_or(Span::new(source, 0..0))
    };
    let found = worst.into_iter().map(|(role, (ratio, pair))| {
        let on = pair.on.into_iter().flatten().filter(|below| *below != role);
        let on = match pair.ground {
            Some(ground) => text![" on the background ", written(ground)],
            None => on.fold("".into(), |on, below| text![on, " on `", below.id(), "`"]),
        };
        let ratio = clean_line(&format!("{ratio:.1}"), |_| {});
        let least = clean_line(&format!("{:.1}", least_contrast(role)), |_| {});
        let message = text!["`", role.id(), "`", on, " has a contrast of ", ratio, " to 1"];
        Diagnostic::new(Code::W410, span(role), message).help(text![
            "take colours further apart: ",
            least,
            " to 1 is the least"
        ])
    });
    let half = Role::ALL.iter().copied().filter(|role| {
        let style = theme.style(*role);
        style.bg.is_some() && style.fg == Some(Color::Reset)
    });
    let half = half.map(|role| {
        let message = text!["`", role.id(), "` has a ground and the terminal's own colour of text"];
        Diagnostic::new(Code::W410, span(role), message)
            .help("give it `fg` too: one may be as dark as the other")
    });
    found.chain(half).collect()
}

/// A colour as a theme file has it.
fn written([red, green, blue]: [u8; 3]) -> DisplayText {
    clean_line(&format!("#{red:02x}{green:02x}{blue:02x}"), |_| {})
}

/// Whether a word may be the name of a theme: it becomes a part of a path.
fn is_name(name: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    !name.is_empty() && name.len() <= LONGEST_NAME && name.bytes().all(allowed)
}

/// Files of a folder that end in `.toml`, without that ending; without a folder there are none.
fn files_in(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let names = entries.take(MOST_FILES).filter_map(Result::ok);
    let names = names.map(|file| file.file_name().to_string_lossy().into_owned());
    let names = names.filter_map(|name| name.strip_suffix(".toml").map(str::to_owned));
    names.filter(|name| !name.starts_with('.')).collect()
}
