//! What can be chosen while reading: the look, the signs, the air between lines, the mouse.

use super::{App, Effect, Thresholds};
use crate::choice::{Density, Depth, Times, Worded};
use crate::page::Page;
use crate::text::DisplayText;

/// What is chosen; the reader draws and listens by it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct Preferences {
    /// The name of the theme.
    pub theme: DisplayText,
    /// The names of the themes there are.
    pub themes: Vec<DisplayText>,
    /// Whether only ASCII signs are drawn.
    pub ascii: bool,
    /// The air on a page.
    pub density: Density,
    /// How much is shown of every item.
    pub depth: Depth,
    /// How times of day are shown.
    pub times: Times,
    /// From which size of the screen on there is room for what.
    pub thresholds: Thresholds,
    /// Whether rules and separators are drawn, which screen readers would read aloud.
    pub rules: bool,
    /// Whether the mouse is taken; else it is the terminal's, which selects text with it.
    pub mouse: bool,
    /// Whether the lists stand beside the reader and not above it, where there is no room for more.
    pub side_by_side: bool,
    /// Whether nothing is to be kept for the next start.
    pub stateless: bool,
    /// Why nothing, or not everything, can be kept that should be.
    pub refused: Option<DisplayText>,
}

impl Default for Preferences {
    /// The terminal's own look, all signs and rules, roomy, everything of every item, no mouse.
    fn default() -> Self {
        Self {
            theme: DisplayText::literal("terminal"),
            themes: Vec::new(),
            ascii: false,
            density: Density::default(),
            depth: Depth::default(),
            times: Times::default(),
            thresholds: Thresholds::default(),
            rules: true,
            mouse: false,
            side_by_side: false,
            stateless: false,
            refused: None,
        }
    }
}

impl Preferences {
    /// The value of a setting, in words.
    #[must_use]
    pub fn value_of(&self, setting: Setting) -> DisplayText {
        match setting {
            Setting::Theme => self.theme.clone(),
            Setting::Signs if self.ascii => "ASCII only".into(),
            Setting::Signs => "all".into(),
            Setting::Density => self.density.word().into(),
            Setting::Depth => self.depth.word().into(),
            Setting::Times => self.times.words().into(),
            Setting::Lists if self.side_by_side => "beside the reader".into(),
            Setting::Lists => "above the reader".into(),
            Setting::Mouse if self.mouse => "taken".into(),
            Setting::Mouse => "left to the terminal".into(),
        }
    }

    /// Why what is to be known at the next start is not kept, where it is not.
    pub(super) fn unkept(&self) -> Option<DisplayText> {
        self.refused.clone().or_else(|| self.stateless.then(|| "no state".into()))
    }

    /// The theme after the one in use, or the one before; none where there is no other.
    fn next_theme(&self, onward: bool) -> Option<DisplayText> {
        let count = self.themes.len();
        let at = self.themes.iter().position(|name| *name == self.theme);
        let to = match at {
            None => 0,
            Some(at) if onward => at + 1,
            Some(at) => at + count - 1,
        };
        let next = self.themes.get(to.checked_rem(count)?)?;
        (*next != self.theme).then(|| next.clone())
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
    /// How much is shown of every item.
    Depth,
    /// The clock of times of day.
    Times,
    /// Where the lists stand on a screen without columns.
    Lists,
    /// The mouse.
    Mouse,
}

impl Setting {
    /// Every setting, in the order of the list.
    pub const ALL: &[Self] = &[
        Self::Theme,
        Self::Signs,
        Self::Density,
        Self::Depth,
        Self::Times,
        Self::Lists,
        Self::Mouse,
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Theme => "Theme",
            Self::Signs => "Signs",
            Self::Density => "Density",
            Self::Depth => "Depth",
            Self::Times => "Times",
            Self::Lists => "Lists",
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
            Self::Depth => "how much of the subject is shown",
            Self::Times => "the clock of times of day",
            Self::Lists => "where they stand below 110 columns",
            Self::Mouse => "a press chooses; Shift selects text",
        }
    }
}

impl App {
    /// What is chosen.
    #[must_use]
    pub fn preferences(&self) -> &Preferences {
        &self.preferences
    }

    /// Begins with these preferences.
    pub fn prefer(&mut self, preferences: Preferences) {
        self.preferences = preferences;
        self.refresh();
    }

    /// Goes on with what the user chose in a reader before this one.
    pub fn succeed(&mut self, before: &Self) {
        self.keymap = before.keymap.clone();
        self.searching.searches = before.searching.searches.clone();
        self.reloading = before.reloading;
        self.copying.clipboard = before.copying.clipboard;
        self.set_bookmarks(before.bookmarks().to_vec());
        self.prefer(before.preferences.clone());
    }

    /// Changes a setting to its next value, or to the one before.
    pub(super) fn change(&mut self, setting: Setting, onward: bool) -> Option<Effect> {
        let chosen = &mut self.preferences;
        let mut effect = None;
        match setting {
            Setting::Theme => {
                let Some(next) = chosen.next_theme(onward) else {
                    self.notice = Some("there is no other theme".into());
                    return None;
                };
                chosen.theme = next;
            }
            Setting::Signs => chosen.ascii = !chosen.ascii,
            Setting::Density => {
                chosen.density = match chosen.density {
                    Density::Roomy => Density::Compact,
                    Density::Compact => Density::Roomy,
                };
            }
            Setting::Depth => {
                // Round and round, from the whole to the headline.
                let next = if onward {
                    self.preferences.depth.less()
                } else {
                    self.preferences.depth.more()
                };
                let end = if onward { Depth::Full } else { Depth::Headline };
                self.set_depth(next.unwrap_or(end));
            }
            Setting::Times if onward => self.set_times(self.preferences.times.next()),
            // There are three.
            Setting::Times => self.set_times(self.preferences.times.next().next()),
            Setting::Lists => chosen.side_by_side = !chosen.side_by_side,
            Setting::Mouse => {
                chosen.mouse = !chosen.mouse;
                effect = Some(Effect::Mouse(chosen.mouse));
            }
        }
        let value = self.preferences.value_of(setting);
        let kept = match setting {
            // The place that is kept has it.
            Setting::Lists if self.has_columns() => "; seen below 110 columns",
            Setting::Lists => "",
            Setting::Theme
            | Setting::Signs
            | Setting::Density
            | Setting::Depth
            | Setting::Times
            | Setting::Mouse => "; for this session, config.toml keeps it",
        };
        self.notice = Some(crate::text![setting.name(), ": ", value, kept]);
        effect
    }
}

/// A page without blank lines; its links stand where their words do.
pub(super) fn compact(mut page: Page) -> Page {
    let is_blank = |line: &crate::page::PageLine| line.iter().all(|piece| piece.text.is_empty());
    let lines = || page.body.iter();
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
    page
}
