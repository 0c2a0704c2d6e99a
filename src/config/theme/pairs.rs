//! Which colours meet on the screen.

use super::{GROUNDS, Role, Theme};
use ratatui::style::{Color, Style};

/// What stands on what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The role that is drawn.
    pub role: Role,
    /// What it is drawn on, the lowest first: a ground, then perhaps the selection.
    pub on: [Option<Role>; 2],
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
/// row, and on it what a search matched and the signs for hidden characters. Without pairs where a
/// colour is the terminal's own.
#[must_use]
pub fn pairs(theme: &Theme) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut add = |role: Role, on: [Option<Role>; 2]| {
        let layers = on.into_iter().flatten().chain([role]);
        let drawn = layers.fold(Style::default(), |drawn, layer| drawn.patch(theme.style(layer)));
        if let (Some(fg), Some(bg)) = (drawn.fg, drawn.bg) {
            pairs.push(Pair { role, on, fg, bg });
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
            add(Role::Marker, [Some(ground), Some(role)]);
        }
        add(Role::Match, [Some(ground), Some(Role::Selection)]);
    }
    pairs
}
