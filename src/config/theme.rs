//! Themes: a closed set of roles, each drawn in one style.

mod choose;
mod color;
mod contrast;
mod file;
mod pairs;
mod role;
mod shelf;
mod sixteen;

pub use choose::{Because, Choice, choose, theme_on};
pub use color::{ColorTier, color_names, shade};
pub use contrast::{HIGH_CONTRAST, LEAST_CONTRAST, LINE_CONTRAST, contrast, luminance};
pub use file::ATTRIBUTES;
pub use pairs::{Pair, pairs};
pub use role::Role;
pub use shelf::{LoadedTheme, ThemeError, Themes};

use contrast::Rgb;
use ratatui::style::{Color, Modifier, Style};
use sixteen::Ground;

/// How many roles there are.
const ROLES: usize = Role::ALL.len();

/// What other roles are drawn on.
const GROUNDS: [Role; 3] = [Role::Screen, Role::Popup, Role::Field];

/// The look of every role: a list looked up by role, made before anything is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    styles: Box<[Style; ROLES]>,
    /// What tells each role where colours do not.
    plain: [Modifier; ROLES],
    /// The terminal's own backgrounds that it is made for, where it sets none.
    grounds: Vec<Rgb>,
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
    fn new(mut looks: Box<[Style; ROLES]>, plain: [Modifier; ROLES], grounds: Vec<Rgb>) -> Self {
        // There is a look for each role.
        let screen = looks.get(Role::Screen as usize).copied().unwrap_or_default();
        let fallback = screen.fg.unwrap_or(Color::Reset);
        for (look, role) in looks.iter_mut().zip(Role::ALL) {
            // It is only laid over rows, whose colours stay.
            if *role != Role::InactiveSelection {
                look.fg = look.fg.or(Some(fallback));
            }
        }
        Self {
            styles: looks,
            plain,
            grounds: if screen.bg.is_some() { Vec::new() } else { grounds },
        }
    }

    /// The look of a role.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        // There is a style for each role.
        self.styles.get(role as usize).copied().unwrap_or_default()
    }

    /// The terminal's own backgrounds on which its colours stand; none where it sets its own or has no
    /// colours that are meant for one.
    #[must_use]
    pub fn grounds(&self) -> &[[u8; 3]] {
        &self.grounds
    }

    /// Whether it sets any colour.
    #[must_use]
    pub fn has_colors(&self) -> bool {
        let set = |color: Option<Color>| color.is_some_and(|color| color != Color::Reset);
        self.styles.iter().any(|style| set(style.fg) || set(style.bg))
    }

    /// The theme on the background that a terminal has: what is too near to it is moved away, towards
    /// white or black. A theme with a ground of its own stays as it is.
    #[must_use]
    pub fn on(&self, ground: [u8; 3]) -> Self {
        let mut theme = self.clone();
        if self.style(Role::Screen).bg.is_some() {
            return theme;
        }
        for (style, role) in theme.styles.iter_mut().zip(Role::ALL) {
            if style.bg.is_none() {
                let away = |fg| color::away_from(fg, ground, least_contrast(*role));
                style.fg = style.fg.map(|fg| shade(fg).map_or(fg, away));
            }
        }
        theme.grounds = vec![ground];
        theme
    }

    /// The theme as a terminal with so many colours can show it.
    ///
    /// A colour becomes the nearest one that can still be read on its ground. Among 16, which every
    /// terminal mixes as it likes, grounds are black or white, what has a ground of its own is
    /// reversed instead, and attributes are added: nothing is told by colour alone there.
    #[must_use]
    pub fn at(&self, tier: ColorTier) -> Self {
        let mut theme = self.clone();
        for ((style, role), plain) in theme.styles.iter_mut().zip(Role::ALL).zip(&self.plain) {
            *style = match tier {
                ColorTier::True => continue,
                ColorTier::Indexed => self.in_256(*role),
                ColorTier::Sixteen => self.in_16(*role).add_modifier(*plain),
                ColorTier::None => {
                    let fg = style.fg.map(|_| Color::Reset);
                    let look = Style { fg, bg: None, ..*style }.add_modifier(*plain);
                    if self.stands_out(*role) { reversed(look) } else { look }
                }
            };
        }
        theme
    }

    /// Whether a role is told from others by a ground of its own, as markings are on any.
    fn stands_out(&self, role: Role) -> bool {
        if Role::MARKINGS.contains(&role) {
            return self.style(role).bg.is_some();
        }
        let own = self.style(role).bg.filter(|bg| *bg != Color::Reset);
        !GROUNDS.contains(&role) && own.is_some() && own != self.style(Role::Screen).bg
    }

    fn in_256(&self, role: Role) -> Style {
        let style = self.style(role);
        let ground = |bg: Color| shade(bg).map_or(bg, |bg| color::of_256(bg, &[], 0.0));
        let bg = style.bg.map(ground);
        let grounds: Vec<Rgb> = match bg {
            Some(own) => shade(own).into_iter().collect(),
            None if self.style(Role::Screen).bg.is_none() => self.grounds.clone(),
            None => {
                let below = GROUNDS.iter().filter_map(|below| self.style(*below).bg);
                below.map(ground).filter_map(shade).collect()
            }
        };
        let fg = |fg: Color| {
            shade(fg).map_or(fg, |wanted| color::of_256(wanted, &grounds, self.least(role)))
        };
        Style { fg: style.fg.map(fg), bg, ..style }
    }

    fn in_16(&self, role: Role) -> Style {
        let style = self.style(role);
        let screen = self.style(Role::Screen);
        let ground = |bg: Color| shade(bg).map_or(bg, sixteen::ground_of_16);
        if self.stands_out(role) && style.bg.and_then(shade).is_some() {
            let fg = self.in_16(Role::Screen).fg;
            return reversed(Style { fg, bg: None, ..style });
        }
        let bg =
            if GROUNDS.contains(&role) { style.bg.and(screen.bg) } else { style.bg }.map(ground);
        let own = bg.or(screen.bg.map(ground));
        let of_terminal = || self.grounds.first().map(|told| Ground::of_terminal(*told));
        let below = own.map(Ground::Own).or_else(of_terminal);
        // Where palettes are as unlike as backgrounds are, more than that leaves no colour.
        let least = if own.is_some() { self.least(role) } else { LINE_CONTRAST };
        let fg = |fg: Color| shade(fg).map_or(fg, |wanted| sixteen::of_16(wanted, below, least));
        Style { fg: style.fg.map(fg), bg, ..style }
    }

    /// The contrast that a role has a right to with fewer colours: the level that it has with all.
    fn least(&self, role: Role) -> f64 {
        let style = self.style(role);
        let below = style.bg.or(self.style(Role::Screen).bg).and_then(shade);
        let Some(fg) = style.fg.and_then(shade) else { return 0.0 };
        let grounds = below.as_ref().map_or(&*self.grounds, std::slice::from_ref);
        let has = grounds.iter().map(|ground| contrast(fg, *ground)).min_by(f64::total_cmp);
        let levels = [HIGH_CONTRAST, LEAST_CONTRAST, LINE_CONTRAST];
        let reached = levels.into_iter().find(|level| has.is_some_and(|has| has >= *level));
        reached.unwrap_or(0.0)
    }
}

/// The least contrast that a role is to have.
pub(super) fn least_contrast(role: Role) -> f64 {
    if role.is_line() { LINE_CONTRAST } else { LEAST_CONTRAST }
}

fn reversed(style: Style) -> Style {
    style.add_modifier(Modifier::REVERSED)
}
