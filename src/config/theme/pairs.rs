//! Which colours meet on the screen.

use super::{GROUNDS, Role, Theme};
use ratatui::style::{Color, Modifier, Style};

/// What stands on what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The role that is drawn.
    pub role: Role,
    /// What it is drawn on, the lowest first: a ground, then perhaps the selection.
    pub on: [Option<Role>; 2],
    /// The background of the terminal that it stands on, where the theme sets none.
    pub ground: Option<[u8; 3]>,
    /// The colour of the text.
    pub fg: Color,
    /// The colour behind it.
    pub bg: Color,
}

impl Pair {
    /// Whether it stands in a selected row.
    #[must_use]
    pub fn is_selected(&self) -> bool {
        self.role == Role::Selection || self.on.contains(&Some(Role::Selection))
    }
}

/// Every pair of colours that a theme can bring on the screen: each role on each ground, the selected
/// row, and on it what a search matched and the signs for hidden characters. What sets no ground stands
/// on the backgrounds that the theme is made for. Without pairs where a colour is the terminal's own.
#[must_use]
pub fn pairs(theme: &Theme) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut add = |role: Role, on: [Option<Role>; 2]| {
        let layers = on.into_iter().flatten().chain([role]);
        let drawn = layers.fold(Style::default(), |drawn, layer| drawn.patch(theme.style(layer)));
        let Some(fg) = drawn.fg.filter(|fg| *fg != Color::Reset) else { return };
        if let Some(bg) = drawn.bg {
            pairs.push(Pair { role, on, ground: None, fg, bg });
        } else if !drawn.add_modifier.contains(Modifier::REVERSED) {
            for ground in theme.grounds() {
                let [red, green, blue] = *ground;
                let bg = Color::Rgb(red, green, blue);
                pairs.push(Pair { role, on, ground: Some(*ground), fg, bg });
            }
        }
    };
    let screen = theme.style(Role::Screen).bg;
    for ground in GROUNDS {
        // A window without a ground of its own stands on that of the screen.
        if ground != Role::Screen && theme.style(ground).bg.is_none_or(|bg| Some(bg) == screen) {
            continue;
        }
        for role in Role::ALL.iter().copied() {
            add(role, [Some(ground), None]);
            // A marking is a word of the program: nothing in it is hidden.
            if !Role::MARKINGS.contains(&role) {
                add(Role::Marker, [Some(ground), Some(role)]);
            }
        }
        add(Role::Match, [Some(ground), Some(Role::Selection)]);
    }
    pairs
}
