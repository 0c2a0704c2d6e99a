//! One theme file: what it says, and where.

use super::role::Role;
use super::{color, shade};
use crate::diag::{Code, Diagnostic, Located, MOST_FINDINGS, Reported, SourceId, Sources, Span};
use crate::diag::{left_out, render};
use crate::text;
use crate::text::{DisplayText, clean_line, nearest};
use ratatui::style::{Color, Modifier};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The attributes of text in a theme file.
pub const ATTRIBUTES: [(&str, Modifier); 5] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underline", Modifier::UNDERLINED),
    ("reverse", Modifier::REVERSED),
];

/// Keys of a file.
const KEYS: [&str; 5] = ["about", "inherits", "grounds", "palette", "roles"];
/// Keys of a role.
const LOOK_KEYS: [&str; 3] = ["fg", "bg", "add"];
/// Characters of a word that a message quotes.
const QUOTED: usize = 60;
/// Backgrounds that a theme can be made for.
const MOST_GROUNDS: usize = 8;
/// Characters of the line about a theme that are shown.
const ABOUT: usize = 100;

/// What a file says. Colours by name are looked up later: a theme that inherits may mix them anew.
#[derive(Clone, Debug, Default)]
pub(super) struct File {
    /// What the theme is for.
    pub(super) about: DisplayText,
    /// The theme that it begins from.
    pub(super) inherits: Option<Located<String>>,
    /// The backgrounds of a terminal that it is made for; none where it does not say.
    pub(super) grounds: Option<Vec<[u8; 3]>>,
    /// Names of its own for colours.
    pub(super) palette: BTreeMap<String, Located<Color>>,
    /// A look for some roles.
    pub(super) looks: BTreeMap<Role, Located<Look>>,
}

/// How a role is to look.
#[derive(Clone, Debug, Default)]
pub(super) struct Look {
    pub(super) fg: Option<Located<Paint>>,
    pub(super) bg: Option<Located<Paint>>,
    pub(super) add: Modifier,
}

/// A colour as it is written.
#[derive(Clone, Debug)]
pub(super) enum Paint {
    /// `#rrggbb`.
    Shade(Color),
    /// A name of the palette or of the 16.
    Name(String),
}

type Value<'i> = Spanned<DeValue<'i>>;

/// Reads a file. What is wrong is left out and found.
pub(super) fn read(sources: &Sources, source: SourceId) -> Reported<File> {
    let mut reading = Reading { source, found: Vec::new() };
    let (root, errors) = DeTable::parse_recoverable(sources.raw(source));
    for error in &errors {
        let message = clean_line(error.message(), |_| {});
        let end = sources.raw(source).len();
        reading.find(Code::E001, error.span().unwrap_or(end..end), message);
    }
    let file = reading.file(root.get_ref());
    let mut found = reading.found;
    render::sort(&mut found);
    let rest = found.len().saturating_sub(MOST_FINDINGS);
    found.truncate(MOST_FINDINGS);
    found.extend(left_out(sources, source, rest, Code::E007.severity()));
    Reported { value: file, diagnostics: found }
}

/// A word from a file as messages quote it.
pub(super) fn quoted(word: &str) -> DisplayText {
    let short: String = word.chars().take(QUOTED).collect();
    let more = if word.chars().nth(QUOTED).is_some() { "..." } else { "" };
    text!["`", clean_line(&short, |_| {}), more, "`"]
}

/// `did you mean …`, or the words that may stand there.
pub(super) fn meant(word: &str, known: &[&str]) -> DisplayText {
    match nearest(word, known.iter().copied()) {
        Some(near) => text!["did you mean ", quoted(near), "?"],
        None => known.iter().enumerate().fold("one of".into(), |list, (at, word)| {
            text![list, if at == 0 { " " } else { ", " }, quoted(word)]
        }),
    }
}

struct Reading {
    source: SourceId,
    found: Vec<Diagnostic>,
}

impl Reading {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, range)
    }

    fn find(&mut self, code: Code, range: Range<usize>, message: DisplayText) {
        self.found.push(Diagnostic::new(code, self.span(range), message));
    }

    fn find_with(
        &mut self,
        code: Code,
        range: Range<usize>,
        message: DisplayText,
        help: DisplayText,
    ) {
        self.found.push(Diagnostic::new(code, self.span(range), message).help(help));
    }

    fn file(&mut self, root: &DeTable<'_>) -> File {
        let mut file = File::default();
        for (key, value) in root {
            match key.get_ref().as_ref() {
                "about" => {
                    if let Some(about) = self.text(value, "about") {
                        let about: String = about.chars().take(ABOUT).collect();
                        file.about = clean_line(&about, |_| {});
                    }
                }
                "inherits" => {
                    let name = self.text(value, "inherits");
                    let span = self.span(value.span());
                    file.inherits = name.map(|name| Located { value: name, span });
                }
                "grounds" => file.grounds = self.grounds(value),
                "palette" => file.palette = self.palette(value),
                "roles" => self.looks(value, &mut file.looks),
                other => {
                    let message = text!["a theme has no key ", quoted(other)];
                    let help = meant(other, &KEYS);
                    self.find_with(Code::E002, key.span(), message, help);
                }
            }
        }
        file
    }

    fn text(&mut self, value: &Value<'_>, key: &'static str) -> Option<String> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            let message = text!["`", key, "` is a text, as `", key, " = \"dark\"`"];
            self.find(Code::E004, value.span(), message);
        }
        text.map(str::to_owned)
    }

    fn grounds(&mut self, value: &Value<'_>) -> Option<Vec<[u8; 3]>> {
        let DeValue::Array(array) = value.get_ref() else {
            let message = text!["`grounds` is a list, as `grounds = [\"#000000\"]`"];
            self.find(Code::E004, value.span(), message);
            return None;
        };
        let mut grounds = Vec::new();
        for value in array.iter().take(MOST_GROUNDS) {
            let shade = value.get_ref().as_str().and_then(color::hex).and_then(shade);
            if shade.is_none() {
                let message = text!["a background is a colour, as `\"#1e1e1e\"`"];
                self.find(Code::E004, value.span(), message);
            }
            grounds.extend(shade);
        }
        Some(grounds)
    }

    fn palette(&mut self, value: &Value<'_>) -> BTreeMap<String, Located<Color>> {
        let DeValue::Table(table) = value.get_ref() else {
            let message = text!["`palette` is a table, as `[palette]`"];
            self.find(Code::E004, value.span(), message);
            return BTreeMap::new();
        };
        let mut palette = BTreeMap::new();
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let Some(written) = value.get_ref().as_str() else {
                let message = text![quoted(name), " is a colour, as `\"#rrggbb\"`"];
                self.find(Code::E004, value.span(), message);
                continue;
            };
            if let Some(color) = color::hex(written).or_else(|| color::named(written)) {
                let color = Located { value: color, span: self.span(value.span()) };
                palette.insert(name.to_owned(), color);
            } else {
                self.no_color(written, value.span(), &[]);
            }
        }
        palette
    }

    /// A word that is no colour, with the nearest name.
    fn no_color(&mut self, written: &str, range: Range<usize>, palette: &[&str]) {
        let found = no_color(written, self.span(range), palette);
        self.found.push(found);
    }

    fn looks(&mut self, value: &Value<'_>, looks: &mut BTreeMap<Role, Located<Look>>) {
        let DeValue::Table(table) = value.get_ref() else {
            self.find(Code::E004, value.span(), text!["`roles` is a table, as `[roles]`"]);
            return;
        };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let Some(role) = Role::ALL.iter().find(|role| role.id() == name) else {
                let message = text!["no role is called ", quoted(name)];
                let help = meant(name, &Role::ALL.iter().map(|role| role.id()).collect::<Vec<_>>());
                self.find_with(Code::E410, key.span(), message, help);
                continue;
            };
            let look = self.look(value, role.id());
            let span = self.span(value.span());
            looks.extend(look.map(|look| (*role, Located { value: look, span })));
        }
    }

    /// A look, or none where a part of it is wrong: half of a look may be one that cannot be read.
    fn look(&mut self, value: &Value<'_>, role: &'static str) -> Option<Look> {
        let DeValue::Table(table) = value.get_ref() else {
            let message = text!["a role is a table, as `", role, " = { fg = \"red\" }`"];
            self.find(Code::E004, value.span(), message);
            return None;
        };
        let before = self.found.len();
        let mut look = Look::default();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "fg" => look.fg = self.paint(value),
                "bg" => look.bg = self.paint(value),
                "add" => look.add = self.attributes(value),
                other => {
                    let message = text!["a role has no key ", quoted(other)];
                    let help = meant(other, &LOOK_KEYS);
                    self.find_with(Code::E002, key.span(), message, help);
                }
            }
        }
        (self.found.len() == before).then_some(look)
    }

    fn paint(&mut self, value: &Value<'_>) -> Option<Located<Paint>> {
        let Some(written) = value.get_ref().as_str() else {
            let message = text!["a colour is a text, as `\"#rrggbb\"` or `\"red\"`"];
            self.find(Code::E004, value.span(), message);
            return None;
        };
        let shade = color::hex(written);
        if shade.is_none() && written.starts_with('#') {
            self.no_color(written, value.span(), &[]);
            return None;
        }
        let paint = shade.map_or_else(|| Paint::Name(written.to_owned()), Paint::Shade);
        Some(Located { value: paint, span: self.span(value.span()) })
    }

    fn attributes(&mut self, value: &Value<'_>) -> Modifier {
        let DeValue::Array(array) = value.get_ref() else {
            self.find(Code::E004, value.span(), text!["`add` is a list, as `add = [\"bold\"]`"]);
            return Modifier::empty();
        };
        let mut all = Modifier::empty();
        for value in array {
            let name = value.get_ref().as_str();
            let known = ATTRIBUTES.iter().find(|(known, _)| Some(*known) == name);
            match (known, name) {
                (Some((_, attribute)), _) => all |= *attribute,
                (None, Some(name)) => {
                    let message = text!["no attribute is called ", quoted(name)];
                    let help = meant(name, &ATTRIBUTES.map(|(known, _)| known));
                    self.find_with(Code::E412, value.span(), message, help);
                }
                (None, None) => {
                    let message = text!["an attribute is a text, as `\"bold\"`"];
                    self.find(Code::E004, value.span(), message);
                }
            }
        }
        all
    }
}

/// That a word names no colour.
pub(super) fn no_color(written: &str, span: Span, palette: &[&str]) -> Diagnostic {
    let message = text![quoted(written), " is no colour"];
    let mut known = palette.to_vec();
    known.extend(color::color_names().map(|name| name as &str));
    let help = match nearest(written, known) {
        Some(near) if !written.starts_with('#') => text!["did you mean ", quoted(near), "?"],
        Some(_) | None => {
            text!["write `#rrggbb`, one of the 16 names as `red`, or a name of `[palette]`"]
        }
    };
    Diagnostic::new(Code::E411, span, message).help(help)
}
