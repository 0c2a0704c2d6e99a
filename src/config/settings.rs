//! The one table of options of `config.toml`. Reading, checking, printing and `docs/config.md` come
//! out of it.

mod value;

pub(super) use value::{Refused, quoted};

use crate::choice::{Ascii, Density, Depth, KeyLayout, Times, Worded};
use value::{Given, Setting};

/// What an option takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// One of these words, each with its meaning.
    Words(&'static [(&'static str, &'static str)]),
    /// `true` or `false`.
    Switch,
    /// A whole number of cells from the first to the second.
    Cells(u16, u16),
    /// A whole number of minutes up to this, 0 for never.
    Minutes(u16),
    /// The name of a theme; without one the environment chooses.
    Theme,
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OptionInfo {
    /// Its key in `config.toml`; `layout.wide-width` is `wide-width` in the table `[layout]`.
    pub id: &'static str,
    /// What it takes.
    pub allowed: Allowed,
    /// What it decides.
    pub help: &'static str,
}

macro_rules! options {
    ($($field:ident: $type:ty = $default:expr, $id:literal $allowed:expr, $help:literal;)*) => {
        /// What the reader chooses in `config.toml`; plain data, looked up by field.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Settings { $(#[doc = $help] pub $field: $type,)* }

        impl Default for Settings {
            fn default() -> Self {
                Self { $($field: $default,)* }
            }
        }

        impl Settings {
            /// The whole table, in the order of the page.
            pub const OPTIONS: &[OptionInfo] =
                &[$(OptionInfo { id: $id, allowed: $allowed, help: $help }),*];

            /// Takes a value for an option; the setting stays as it was when the value is refused.
            pub(super) fn take(&mut self, id: &str, value: &Given<'_>) -> Result<(), Refused> {
                match id {
                    $($id => self.$field = Setting::read(value, &$allowed)?,)*
                    _ => return Err(Refused::NoSuchOption),
                }
                Ok(())
            }

            /// The value of an option as TOML; `None` for one that is not set or not known.
            #[must_use]
            pub fn written(&self, id: &str) -> Option<String> {
                match id {
                    $($id => self.$field.written(),)*
                    _ => None,
                }
            }
        }
    };
}

options! {
    theme: Option<String> = None, "theme" Allowed::Theme,
        "The look of the reader; without one the environment chooses";
    ask_terminal: bool = true, "ask-terminal" Allowed::Switch,
        "Whether the terminal is asked for its background at the start, so that colours fit it";
    ascii: Ascii = Ascii::Auto, "ascii" Allowed::Words(Ascii::WORDS),
        "Whether only ASCII signs are drawn";
    density: Density = Density::Roomy, "density" Allowed::Words(Density::WORDS),
        "How much air there is between the parts of a page";
    depth: Depth = Depth::Full, "depth" Allowed::Words(Depth::WORDS),
        "How much of the subject the reader shows at first";
    times: Times = Times::Reported, "times" Allowed::Words(Times::WORDS),
        "The clock that times are shown in at first";
    keyboard: KeyLayout = KeyLayout::Auto, "keyboard" Allowed::Words(KeyLayout::WORDS),
        "The layout that keys of another script are understood by where several have them";
    mouse: bool = false, "mouse" Allowed::Switch,
        "Whether the mouse chooses rows and scrolls; the terminal then selects text with Shift only";
    a11y: bool = false, "a11y" Allowed::Switch,
        "Whether rules and separators are left out, which screen readers would read aloud";
    state: bool = true, "state" Allowed::Switch,
        "Whether place and bookmarks are kept on disk from one start to the next";
    searches: bool = false, "searches" Allowed::Switch,
        "Whether searches are kept there too, and filters by them; they tell what was looked for";
    blank_after: u16 = 0, "blank-after" Allowed::Minutes(600),
        "Minutes without a key after which everything but the marking is hidden; 0 for never";
    single_width: u16 = 40, "layout.single-width" Allowed::Cells(10, 1000),
        "Fewest columns for one pane at a time; below there is as much of the card as fits";
    single_height: u16 = 10, "layout.single-height" Allowed::Cells(4, 500),
        "Fewest rows for one pane at a time";
    stacked_width: u16 = 60, "layout.stacked-width" Allowed::Cells(40, 1000),
        "Fewest columns for timeline, reader and lists above each other";
    stacked_height: u16 = 16, "layout.stacked-height" Allowed::Cells(12, 500),
        "Fewest rows for timeline, reader and lists above each other";
    wide_width: u16 = 110, "layout.wide-width" Allowed::Cells(100, 1000),
        "Fewest columns for the timeline over reader and lists beside each other";
    wide_height: u16 = 30, "layout.wide-height" Allowed::Cells(12, 500),
        "Fewest rows for the timeline over reader and lists";
    columns_width: u16 = 190, "layout.columns-width" Allowed::Cells(190, 1000),
        "Fewest columns for three columns: timeline, reader, lists";
    columns_height: u16 = 30, "layout.columns-height" Allowed::Cells(12, 500),
        "Fewest rows for three columns";
}

impl Settings {
    /// The row of an option.
    #[must_use]
    pub fn option(id: &str) -> Option<&'static OptionInfo> {
        Self::OPTIONS.iter().find(|option| option.id == id)
    }

    /// Fewest columns and rows of the layouts, from one pane to three columns.
    #[must_use]
    pub fn thresholds(&self) -> [(u16, u16); 4] {
        [
            (self.single_width, self.single_height),
            (self.stacked_width, self.stacked_height),
            (self.wide_width, self.wide_height),
            (self.columns_width, self.columns_height),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use toml::de::DeTable;

    fn take(settings: &mut Settings, id: &str, value: &str) -> Result<(), Refused> {
        let text = format!("value = {value}");
        let table = DeTable::parse(&text).expect(value).into_inner();
        settings.take(id, table.get("value").expect("value").get_ref())
    }

    #[test]
    fn ids_are_unique_and_every_default_is_allowed() {
        let ids: BTreeSet<_> = Settings::OPTIONS.iter().map(|option| option.id).collect();
        assert_eq!(ids.len(), Settings::OPTIONS.len());
        let mut settings = Settings::default();
        for option in Settings::OPTIONS {
            assert!(!option.help.is_empty() && !option.help.ends_with('.'), "{}", option.id);
            let Some(written) = settings.written(option.id) else {
                assert_eq!(option.id, "theme", "only the theme may have no default");
                continue;
            };
            take(&mut settings, option.id, &written).expect(option.id);
        }
        assert_eq!(settings, Settings::default());
    }

    #[test]
    fn every_option_takes_what_it_allows_and_nothing_else() {
        for option in Settings::OPTIONS {
            let (good, bad): (Vec<String>, Vec<String>) = match option.allowed {
                Allowed::Words(words) => (
                    words.iter().map(|(word, _)| format!("\"{word}\"")).collect(),
                    vec!["\"\"".into(), "\"no such word\"".into(), "true".into(), "1".into()],
                ),
                Allowed::Switch => (
                    vec!["true".into(), "false".into()],
                    vec!["\"true\"".into(), "1".into(), "[true]".into()],
                ),
                Allowed::Cells(least, most) => (
                    vec![least.to_string(), most.to_string()],
                    vec![
                        (least - 1).to_string(),
                        (most + 1).to_string(),
                        "-1".into(),
                        "99999999999999999999".into(),
                        "20.0".into(),
                        "\"20\"".into(),
                    ],
                ),
                Allowed::Minutes(most) => (
                    vec!["0".into(), most.to_string()],
                    vec![(most + 1).to_string(), "-1".into(), "1.5".into(), "\"5\"".into()],
                ),
                Allowed::Theme => {
                    (vec!["\"light\"".into()], vec!["1".into(), "\"\"".into(), "[]".into()])
                }
            };
            for value in good {
                let mut settings = Settings::default();
                assert_eq!(take(&mut settings, option.id, &value), Ok(()), "{} {value}", option.id);
                assert_eq!(settings.written(option.id), Some(value), "{}", option.id);
            }
            for value in bad {
                let mut settings = Settings::default();
                assert!(take(&mut settings, option.id, &value).is_err(), "{} {value}", option.id);
                assert_eq!(settings, Settings::default(), "{} {value}", option.id);
            }
        }
        assert_eq!(take(&mut Settings::default(), "colour", "1"), Err(Refused::NoSuchOption));
    }
}
