//! What can be chosen while reading: the look, the signs, the air between lines, the mouse.

use super::page::Page;
use super::{App, Effect};
use crate::text::DisplayText;

/// How much air there is on a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Density {
    /// A blank line between the parts of a page.
    #[default]
    Roomy,
    /// No blank lines.
    Compact,
}

/// What is chosen; the reader draws and listens by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// The name of the theme.
    pub theme: DisplayText,
    /// Whether only ASCII signs are drawn.
    pub ascii: bool,
    /// The air on a page.
    pub density: Density,
    /// Whether the mouse is taken; else it is the terminal's, which selects text with it.
    pub mouse: bool,
}

impl Default for Preferences {
    /// The terminal's own look, all signs, roomy, no mouse.
    fn default() -> Self {
        Self {
            theme: DisplayText::literal("terminal"),
            ascii: false,
            density: Density::default(),
            mouse: false,
        }
    }
}

/// Something that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Setting {
    /// The theme.
    Theme,
    /// All signs, or ASCII only.
    Signs,
    /// The air on a page.
    Density,
    /// The mouse.
    Mouse,
}

impl Setting {
    /// Every setting, in the order of the list.
    pub const ALL: &[Self] = &[Self::Theme, Self::Signs, Self::Density, Self::Mouse];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Theme => "Theme",
            Self::Signs => "Signs",
            Self::Density => "Density",
            Self::Mouse => "Mouse",
        }
    }

    /// What it decides.
    #[must_use]
    pub fn help(self) -> &'static str {
        match self {
            Self::Theme => "colours and attributes",
            Self::Signs => "ASCII where others are missing",
            Self::Density => "blank lines between the parts of a page",
            Self::Mouse => "a press chooses; Shift selects text",
        }
    }
}

impl Preferences {
    /// The value of a setting, in words.
    #[must_use]
    pub fn value(&self, setting: Setting) -> DisplayText {
        match setting {
            Setting::Theme => self.theme.clone(),
            Setting::Signs if self.ascii => "ASCII only".into(),
            Setting::Signs => "all".into(),
            Setting::Density => match self.density {
                Density::Roomy => "roomy".into(),
                Density::Compact => "compact".into(),
            },
            Setting::Mouse if self.mouse => "taken".into(),
            Setting::Mouse => "left to the terminal".into(),
        }
    }
}

impl App {
    /// What is chosen.
    #[must_use]
    pub fn preferences(&self) -> &Preferences {
        &self.preferences
    }

    /// The names of the themes there are.
    #[must_use]
    pub fn themes(&self) -> &[DisplayText] {
        &self.themes
    }

    /// Begins with these preferences and the names of the themes there are.
    pub fn prefer(&mut self, preferences: Preferences, themes: Vec<DisplayText>) {
        self.preferences = preferences;
        self.themes = themes;
        self.refresh();
    }

    /// Goes on with what the user chose in a reader before this one.
    pub fn succeed(&mut self, before: &Self) {
        self.keymap = before.keymap.clone();
        self.searches = before.searches.clone();
        self.set_bookmarks(before.bookmarks().to_vec());
        self.prefer(before.preferences.clone(), before.themes.clone());
    }

    /// Changes a setting to its next value, or to the one before.
    pub(super) fn change(&mut self, setting: Setting, onward: bool) -> Option<Effect> {
        let chosen = &mut self.preferences;
        let mut effect = None;
        match setting {
            Setting::Theme => {
                let count = self.themes.len();
                let at = self.themes.iter().position(|name| *name == chosen.theme);
                let to = match at {
                    None => 0,
                    Some(at) if onward => at + 1,
                    Some(at) => at + count.max(1) - 1,
                };
                let next = self.themes.get(to % count.max(1)).filter(|_| count > 1 || at.is_none());
                let Some(next) = next else {
                    self.notice = Some("there is no other theme".into());
                    return None;
                };
                chosen.theme = next.clone();
            }
            Setting::Signs => chosen.ascii = !chosen.ascii,
            Setting::Density => {
                chosen.density = match chosen.density {
                    Density::Roomy => Density::Compact,
                    Density::Compact => Density::Roomy,
                };
            }
            Setting::Mouse => {
                chosen.mouse = !chosen.mouse;
                effect = Some(Effect::Mouse(chosen.mouse));
            }
        }
        let value = self.preferences.value(setting);
        let kept = "; for this session, config.toml keeps it";
        self.notice = Some(crate::text![setting.name(), ": ", value, kept]);
        effect
    }
}

/// A page without blank lines; its links stand where their words do.
pub(super) fn compact(mut page: Page) -> Page {
    let is_blank = |line: &super::page::PageLine| line.iter().all(|piece| piece.text.is_empty());
    let lines = || page.body.iter().chain(&page.evidence);
    let mut above = 0;
    let places: Vec<usize> = lines()
        .map(|line| {
            let place = above;
            above += usize::from(!is_blank(line));
            place
        })
        .collect();
    for link in &mut page.links {
        link.line = places.get(link.line).copied().unwrap_or(link.line);
    }
    page.body.retain(|line| !is_blank(line));
    page.evidence.retain(|line| !is_blank(line));
    page
}
