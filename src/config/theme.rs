//! Themes: a closed set of roles, each drawn in one style.

mod choose;
mod color;
mod contrast;
mod file;
mod pairs;
mod role;
mod shelf;

pub use choose::{Because, Choice, choose};
pub use color::{ColorTier, color_names, shade};
pub use contrast::{HIGH_CONTRAST, LEAST_CONTRAST, contrast, luminance};
pub use file::ATTRIBUTES;
pub use pairs::{Pair, pairs};
pub use role::Role;
pub use shelf::{LoadedTheme, ThemeError, Themes};

use ratatui::style::{Color, Modifier, Style};

/// How many roles there are.
const ROLES: usize = Role::ALL.len();

/// What other roles are drawn on.
const GROUNDS: [Role; 3] = [Role::Screen, Role::Popup, Role::Field];

/// The look of every role: a list looked up by role, made before anything is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    styles: Box<[Style; ROLES]>,
}

impl Theme {
    /// The built-in theme with this name, in all its colours.
    ///
    /// # Errors
    /// When there is none, with the names there are.
    pub fn built_in(name: &str) -> Result<Self, ThemeError> {
        Themes::built_in().load(name).map(|loaded| loaded.theme)
    }

    /// A theme of looks, one for each role. A look without a foreground takes that of the screen, so
    /// that none is left over from what was drawn before.
    fn new(mut looks: Box<[Style; ROLES]>) -> Self {
        let screen = looks.get(Role::Screen as usize).copied().unwrap_or_default();
        let fallback = screen.fg.unwrap_or(Color::Reset);
        for look in looks.iter_mut() {
            look.fg = look.fg.or(Some(fallback));
        }
        Self { styles: looks }
    }

    /// The look of a role.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(role as usize).copied().unwrap_or_default()
    }

    /// Whether it sets any colour.
    #[must_use]
    pub fn has_colors(&self) -> bool {
        let set = |color: Option<Color>| color.is_some_and(|color| color != Color::Reset);
        self.styles.iter().any(|style| set(style.fg) || set(style.bg))
    }

    /// The theme as a terminal with so many colours can show it.
    ///
    /// A colour becomes the nearest one that can still be read on its ground. Among 16, which every
    /// terminal mixes as it likes, grounds are black or white, and what has a ground of its own is
    /// reversed instead: nothing is told by colour there.
    #[must_use]
    pub fn at(&self, tier: ColorTier) -> Self {
        let mut theme = self.clone();
        for (style, role) in theme.styles.iter_mut().zip(Role::ALL) {
            *style = match tier {
                ColorTier::True => continue,
                ColorTier::Indexed => self.in_256(*role),
                ColorTier::Sixteen => self.in_16(*role),
                ColorTier::None => {
                    let plain = Style { fg: Some(Color::Reset), bg: None, ..*style };
                    if self.stands_out(*role) { reversed(plain) } else { plain }
                }
            };
        }
        theme
    }

    /// Whether a role is told from others by a ground of its own.
    fn stands_out(&self, role: Role) -> bool {
        let own = self.style(role).bg.filter(|bg| *bg != Color::Reset);
        !GROUNDS.contains(&role) && own.is_some() && own != self.style(Role::Screen).bg
    }

    fn in_256(&self, role: Role) -> Style {
        let style = self.style(role);
        let ground = |bg: Color| shade(bg).map_or(bg, |bg| color::of_256(bg, &[], 0.0));
        let bg = style.bg.map(ground);
        let grounds = match bg {
            Some(own) => vec![own],
            None => GROUNDS.iter().filter_map(|below| self.style(*below).bg.map(ground)).collect(),
        };
        let grounds: Vec<_> = grounds.into_iter().filter_map(shade).collect();
        let fg = |fg: Color| {
            shade(fg).map_or(fg, |wanted| color::of_256(wanted, &grounds, self.least(role)))
        };
        Style { fg: style.fg.map(fg), bg, ..style }
    }

    fn in_16(&self, role: Role) -> Style {
        let style = self.style(role);
        let screen = self.style(Role::Screen);
        let ground = |bg: Color| shade(bg).map_or(bg, color::ground_of_16);
        if self.stands_out(role) && style.bg.and_then(shade).is_some() {
            let fg = self.in_16(Role::Screen).fg;
            return reversed(Style { fg, bg: None, ..style });
        }
        let bg =
            if GROUNDS.contains(&role) { style.bg.and(screen.bg) } else { style.bg }.map(ground);
        let below = bg.or(screen.bg.map(ground));
        let fg = |fg: Color| {
            shade(fg).map_or(fg, |wanted| color::of_16(wanted, below, self.least(role)))
        };
        Style { fg: style.fg.map(fg), bg, ..style }
    }

    /// The contrast that a role has a right to with fewer colours: the level that it has with all.
    fn least(&self, role: Role) -> f64 {
        let style = self.style(role);
        let below = style.bg.or(self.style(Role::Screen).bg);
        let (Some(fg), Some(bg)) = (style.fg.and_then(shade), below.and_then(shade)) else {
            return 0.0;
        };
        let has = contrast(fg, bg);
        [HIGH_CONTRAST, LEAST_CONTRAST].into_iter().find(|level| has >= *level).unwrap_or(0.0)
    }
}

fn reversed(style: Style) -> Style {
    style.add_modifier(Modifier::REVERSED)
}
