//! Which theme is used, and in how many colours.

use super::ColorTier;
use super::contrast::is_dark;
use crate::config::{Advice, Environment, Questions};

/// What decided on a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// `--theme`.
    Argument,
    /// The settings of the user.
    Settings,
    /// `NO_COLOR`.
    NoColor,
    /// `TERM` is `linux` or `dumb`.
    PlainTerminal,
    /// `COLORFGBG` tells the background.
    Background,
    /// Nothing said anything.
    Nothing,
}

impl Because {
    /// In words for people.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Argument => "by --theme",
            Self::Settings => "by the settings",
            Self::NoColor => "by NO_COLOR",
            Self::PlainTerminal => "by TERM",
            Self::Background => "by COLORFGBG",
            Self::Nothing => "by default",
        }
    }
}

/// A theme by name, and the colours that it may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice<'a> {
    /// Its name.
    pub theme: &'a str,
    /// What decided on it.
    pub because: Because,
    /// How many colours.
    pub tier: ColorTier,
}

/// The theme: the first that says something of the argument, the settings, `NO_COLOR`, a terminal
/// without own colours, the background that the environment tells; else the one for any background,
/// until the terminal tells its own.
///
/// Who names a theme means it, `NO_COLOR` or not: <https://no-color.org> lets arguments and settings
/// come before it.
#[must_use]
pub fn choose<'a>(
    argument: Option<&'a str>,
    settings: Option<&'a str>,
    environment: &Environment,
) -> Choice<'a> {
    let (theme, because) = match (argument, settings, environment.advice) {
        (Some(name), _, _) => (name, Because::Argument),
        (None, Some(name), _) => (name, Because::Settings),
        (None, None, Advice::NoColor) => ("mono", Because::NoColor),
        (None, None, Advice::PlainTerminal) => ("mono", Because::PlainTerminal),
        (None, None, Advice::Dark) => (DARK, Because::Background),
        (None, None, Advice::Light) => (LIGHT, Because::Background),
        (None, None, Advice::Nothing) => ("terminal", Because::Nothing),
    };
    let tier = match because {
        Because::NoColor | Because::PlainTerminal => ColorTier::None,
        Because::Argument | Because::Settings | Because::Background | Because::Nothing => {
            environment.colors
        }
    };
    Choice { theme, because, tier }
}

impl Choice<'_> {
    /// Whether the terminal is to be asked for its background: nothing else said anything, it has
    /// colours to fit to it, and it is of a kind that understands the question.
    #[must_use]
    pub fn asks(&self, environment: &Environment) -> bool {
        self.because == Because::Nothing
            && self.tier != ColorTier::None
            && environment.questions == Questions::Understood
    }
}

/// The theme for a dark background.
const DARK: &str = "dark";
/// The theme for a light one.
const LIGHT: &str = "light";

/// The theme for a background that the terminal told.
#[must_use]
pub fn theme_on(background: [u8; 3]) -> &'static str {
    if is_dark(background) { DARK } else { LIGHT }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsString;

    fn environment(pairs: &[(&str, &str)]) -> Environment {
        Environment::from_lookup(|name| {
            pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| OsString::from(value))
        })
    }

    #[test]
    fn the_first_that_says_something_decides() {
        let all = [("NO_COLOR", "1"), ("TERM", "linux"), ("COLORFGBG", "15;0")];
        let from = |first: usize| environment(all.get(first..).unwrap_or_default());
        let chosen = |argument, settings, first| {
            let choice = choose(argument, settings, &from(first));
            (choice.theme.to_owned(), choice.because)
        };
        let told = |theme: &str, because| (theme.to_owned(), because);
        let (light, dark) = (Some("light"), Some("dark"));
        assert_eq!(chosen(light, dark, 0), told("light", Because::Argument));
        assert_eq!(chosen(None, dark, 0), told("dark", Because::Settings));
        assert_eq!(chosen(None, None, 0), told("mono", Because::NoColor));
        assert_eq!(chosen(None, None, 1), told("mono", Because::PlainTerminal));
        assert_eq!(chosen(None, None, 2), told("dark", Because::Background));
        assert_eq!(chosen(None, None, 3), told("terminal", Because::Nothing));
    }

    #[test]
    fn a_light_background_brings_the_light_theme() {
        let light = environment(&[("COLORFGBG", "0;15"), ("COLORTERM", "truecolor")]);
        let choice = choose(None, None, &light);
        assert_eq!((choice.theme, choice.tier), ("light", ColorTier::True));
    }

    #[test]
    fn no_color_takes_every_colour_unless_a_theme_is_named() {
        let no_color = environment(&[("NO_COLOR", "1"), ("COLORTERM", "truecolor")]);
        assert_eq!(choose(None, None, &no_color).tier, ColorTier::None);
        assert_eq!(choose(Some("dark"), None, &no_color).tier, ColorTier::True);
        let empty = environment(&[("NO_COLOR", ""), ("COLORTERM", "truecolor")]);
        assert_eq!(choose(None, None, &empty).because, Because::Nothing);
    }

    #[test]
    fn the_terminal_is_asked_only_where_nothing_else_decides() {
        let asks = |pairs: &[(&str, &str)], named: Option<&str>| {
            let environment = environment(pairs);
            choose(None, named, &environment).asks(&environment)
        };
        let term = ("TERM", "xterm-256color");
        assert!(asks(&[term], None));
        assert!(!asks(&[term], Some("terminal")), "a theme that is named is meant");
        assert!(!asks(&[term, ("NO_COLOR", "1")], None));
        assert!(!asks(&[term, ("COLORFGBG", "15;0")], None));
        for mute in ["", "dumb", "linux", "vt220", "ansi"] {
            assert!(!asks(&[("TERM", mute)], None), "{mute}");
        }
    }

    #[test]
    fn a_background_brings_the_theme_that_is_further_from_it() {
        for (background, theme) in [
            ([0x1e, 0x1e, 0x1e], "dark"),
            ([0x00, 0x2b, 0x36], "dark"),
            ([0x70, 0x70, 0x70], "dark"),
            ([0x80, 0x80, 0x80], "light"),
            ([0xfd, 0xf6, 0xe3], "light"),
        ] {
            assert_eq!(theme_on(background), theme, "{background:?}");
        }
    }
}
