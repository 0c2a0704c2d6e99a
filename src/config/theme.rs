//! Themes: a closed set of roles, each drawn in one style.

mod role;

pub use role::Role;

use crate::text::{DisplayText, clean, nearest};
use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;
use std::collections::BTreeMap;
use thiserror::Error;

/// The look of every role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    styles: Vec<Style>,
}

/// Why a theme could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct ThemeError {
    /// What is wrong, in words.
    pub message: DisplayText,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    roles: BTreeMap<String, Look>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Look {
    fg: Option<String>,
    bg: Option<String>,
    #[serde(default)]
    add: Vec<String>,
}

const ATTRIBUTES: &[(&str, Modifier)] = &[
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underline", Modifier::UNDERLINED),
    ("reverse", Modifier::REVERSED),
];

/// The themes inside the program: name and text.
const BUILT_IN: &[(&str, &str)] = &[("terminal", include_str!("../../themes/terminal.toml"))];

impl Theme {
    /// The built-in theme with this name.
    ///
    /// # Errors
    /// When there is none, with the names there are.
    pub fn built_in(name: &str) -> Result<Self, ThemeError> {
        if let Some((_, text)) = BUILT_IN.iter().find(|(known, _)| *known == name) {
            return Self::parse(text);
        }
        let mut message = crate::text!["no theme is called `", clean(name, |_| {}), "`; there is"];
        for (known, _) in BUILT_IN {
            message = crate::text![message, " `", *known, "`"];
        }
        Err(ThemeError { message })
    }

    /// Reads a theme file. Roles that it leaves out look like `text`.
    ///
    /// # Errors
    /// For what is not TOML, and for unknown roles, colours and attributes.
    pub fn parse(text: &str) -> Result<Self, ThemeError> {
        let wrong = |message: String| ThemeError { message: clean(&message, |_| {}) };
        let file: File = toml::from_str(text).map_err(|error| wrong(error.message().to_owned()))?;
        if let Some(name) = file.roles.keys().find(|id| Role::ALL.iter().all(|r| r.id() != *id)) {
            return Err(wrong(unknown("role", name, Role::ALL.iter().map(|role| role.id()))));
        }
        let look = |role: &Role| file.roles.get(role.id()).or_else(|| file.roles.get("text"));
        let styles: Result<Vec<Style>, String> =
            Role::ALL.iter().map(|role| look(role).map_or(Ok(Style::default()), style)).collect();
        Ok(Self { styles: styles.map_err(wrong)? })
    }

    /// The look of a role.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(role as usize).copied().unwrap_or_default()
    }
}

/// `no role is called x; did you mean y?`
fn unknown(kind: &str, name: &str, known: impl Iterator<Item = &'static str>) -> String {
    match nearest(name, known) {
        Some(near) => format!("no {kind} is called `{name}`; did you mean `{near}`?"),
        None => format!("no {kind} is called `{name}`"),
    }
}

fn style(look: &Look) -> Result<Style, String> {
    let mut style = Style::default();
    if let Some(name) = &look.fg {
        style = style.fg(color(name)?);
    }
    if let Some(name) = &look.bg {
        style = style.bg(color(name)?);
    }
    for name in &look.add {
        let Some((_, modifier)) = ATTRIBUTES.iter().find(|(known, _)| known == name) else {
            return Err(unknown("attribute", name, ATTRIBUTES.iter().map(|(known, _)| *known)));
        };
        style = style.add_modifier(*modifier);
    }
    Ok(style)
}

fn color(name: &str) -> Result<Color, String> {
    name.parse().map_err(|_unreadable: ratatui::style::ParseColorError| {
        format!("`{name}` is no colour; write a name as `red` or `#rrggbb`")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_in_themes_read_and_cover_every_role() {
        for (name, text) in BUILT_IN {
            assert!(Theme::built_in(name).is_ok(), "{name}");
            let file: File = toml::from_str(text).expect(name);
            for role in Role::ALL {
                assert!(file.roles.contains_key(role.id()), "{name} lacks {}", role.id());
            }
        }
    }

    #[test]
    fn selection_and_marking_stand_out_without_colour() {
        let theme = Theme::built_in("terminal").expect("terminal");
        for role in [Role::Selection, Role::Focus, Role::Marking, Role::Marker] {
            assert!(theme.style(role).add_modifier.contains(Modifier::REVERSED), "{role:?}");
        }
        for role in Role::ALL {
            let style = theme.style(*role);
            assert_eq!((style.fg, style.bg), (None, None), "{role:?} sets a colour");
        }
    }

    #[test]
    fn wrong_themes_say_what_to_write() {
        let message = |text: &str| Theme::parse(text).expect_err(text).to_string();
        assert!(message("[roles]\nlinkd = {}").contains("did you mean `linked`"));
        assert!(message("[roles]\ntext = { add = [\"bolt\"] }").contains("did you mean `bold`"));
        assert!(message("[roles]\ntext = { fg = \"blurple\" }").contains("no colour"));
        assert!(Theme::built_in("solarised").is_err());
    }
}
