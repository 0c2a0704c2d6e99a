//! The 16 colours that every terminal mixes as it likes.

use super::color::distance;
use super::contrast::{Rgb, contrast, is_dark};
use ratatui::style::Color;

/// What five widely met terminals make of a colour.
type Mixed = [Rgb; 5];

/// The palettes that the 16 colours have in [`SIXTEEN`]: xterm's defaults (`XTerm-col.ad`), the text mode
/// of VGA, which the Linux console has, Tango of GNOME, Solarized, and Campbell of Windows; for each its
/// dark and its light background.
const BACKGROUNDS: [(Rgb, Rgb); 5] = [
    ([0x00, 0x00, 0x00], [0xff, 0xff, 0xff]),
    ([0x00, 0x00, 0x00], [0xff, 0xff, 0xff]),
    ([0x2e, 0x34, 0x36], [0xee, 0xee, 0xec]),
    ([0x00, 0x2b, 0x36], [0xfd, 0xf6, 0xe3]),
    ([0x0c, 0x0c, 0x0c], [0xf2, 0xf2, 0xf2]),
];

/// The 16 colours: name in a theme file, the terminal's own number, and what they look like.
#[expect(clippy::unreadable_literal, reason = "a colour is written with six digits everywhere")]
const SIXTEEN: [(&str, Color, Mixed); 16] = [
    ("black", Color::Black, mixed([0x000000, 0x000000, 0x2e3436, 0x073642, 0x0c0c0c])),
    ("red", Color::Red, mixed([0xcd0000, 0xaa0000, 0xcc0000, 0xdc322f, 0xc50f1f])),
    ("green", Color::Green, mixed([0x00cd00, 0x00aa00, 0x4e9a06, 0x859900, 0x13a10e])),
    ("yellow", Color::Yellow, mixed([0xcdcd00, 0xaa5500, 0xc4a000, 0xb58900, 0xc19c00])),
    ("blue", Color::Blue, mixed([0x0000ee, 0x0000aa, 0x3465a4, 0x268bd2, 0x0037da])),
    ("magenta", Color::Magenta, mixed([0xcd00cd, 0xaa00aa, 0x75507b, 0xd33682, 0x881798])),
    ("cyan", Color::Cyan, mixed([0x00cdcd, 0x00aaaa, 0x06989a, 0x2aa198, 0x3a96dd])),
    ("white", Color::Gray, mixed([0xe5e5e5, 0xaaaaaa, 0xd3d7cf, 0xeee8d5, 0xcccccc])),
    ("bright-black", Color::DarkGray, mixed([0x7f7f7f, 0x555555, 0x555753, 0x002b36, 0x767676])),
    ("bright-red", Color::LightRed, mixed([0xff0000, 0xff5555, 0xef2929, 0xcb4b16, 0xe74856])),
    ("bright-green", Color::LightGreen, mixed([0x00ff00, 0x55ff55, 0x8ae234, 0x586e75, 0x16c60c])),
    (
        "bright-yellow",
        Color::LightYellow,
        mixed([0xffff00, 0xffff55, 0xfce94f, 0x657b83, 0xf9f1a5]),
    ),
    ("bright-blue", Color::LightBlue, mixed([0x5c5cff, 0x5555ff, 0x729fcf, 0x839496, 0x3b78ff])),
    (
        "bright-magenta",
        Color::LightMagenta,
        mixed([0xff00ff, 0xff55ff, 0xad7fa8, 0x6c71c4, 0xb4009e]),
    ),
    ("bright-cyan", Color::LightCyan, mixed([0x00ffff, 0x55ffff, 0x34e2e2, 0x93a1a1, 0x61d6d6])),
    ("bright-white", Color::White, mixed([0xffffff, 0xffffff, 0xeeeeec, 0xfdf6e3, 0xf2f2f2])),
];

/// Shades from the numbers that they are written with.
const fn mixed(numbers: [u32; 5]) -> Mixed {
    let [one, two, three, four, five] = numbers;
    [rgb(one), rgb(two), rgb(three), rgb(four), rgb(five)]
}

const fn rgb(number: u32) -> Rgb {
    let [_, red, green, blue] = number.to_be_bytes();
    [red, green, blue]
}

/// The names of the 16.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    SIXTEEN.iter().map(|(name, ..)| *name)
}

/// The one with a name.
pub(super) fn named(name: &str) -> Option<Color> {
    SIXTEEN.iter().find(|(known, ..)| *known == name).map(|(_, color, _)| *color)
}

/// Whether a shade has next to no hue.
fn is_grey([red, green, blue]: Rgb) -> bool {
    red.max(green).max(blue) - red.min(green).min(blue) < 32
}

/// The hue of a shade in degrees from red; none of black, white and the greys between them.
fn hue([red, green, blue]: Rgb) -> Option<u16> {
    let channels = [red, green, blue].map(i32::from);
    let [red, green, blue] = channels;
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    let span = most - least;
    let (from, above) = if most == red {
        (360, green - blue)
    } else if most == green {
        (120, blue - red)
    } else {
        (240, red - green)
    };
    let degrees = from + (60 * above).checked_div(span)?;
    u16::try_from(degrees % 360).ok()
}

/// Whether a shade can stand for another: it has about the same hue, or as little of one.
fn stands_for(shade: Rgb, wanted: Rgb) -> bool {
    const NEAR: u16 = 60;
    if is_grey(shade) || is_grey(wanted) {
        return is_grey(shade) && is_grey(wanted);
    }
    let apart = hue(shade).zip(hue(wanted)).map(|(one, other)| one.abs_diff(other));
    apart.is_some_and(|apart| apart.min(360 - apart) <= NEAR)
}

/// Black or white, whichever of the 16 is nearer to a ground.
pub(super) fn ground_of_16(wanted: Rgb) -> Color {
    if is_dark(wanted) { Color::Black } else { Color::White }
}

/// What one of the 16 stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// One of the 16, which the program sets.
    Own(Color),
    /// The dark background of a terminal, whatever that is.
    Dark,
    /// The light background of a terminal.
    Light,
}

impl Ground {
    /// That of a terminal with this background.
    pub(super) fn of_terminal(background: Rgb) -> Self {
        if is_dark(background) { Self::Dark } else { Self::Light }
    }

    /// How many of the palettes count: on what the program sets those of xterm and VGA, which have to
    /// keep a high level; on a background of the terminal all.
    fn palettes(self) -> usize {
        match self {
            Self::Own(_) => 2,
            Self::Dark | Self::Light => BACKGROUNDS.len(),
        }
    }

    /// What it looks like in each palette.
    fn shades(self) -> Mixed {
        match self {
            Self::Own(color) => {
                let own = SIXTEEN.iter().find(|(_, known, _)| *known == color);
                own.map_or([[0; 3]; 5], |(_, _, shades)| *shades)
            }
            Self::Dark => BACKGROUNDS.map(|(dark, _)| dark),
            Self::Light => BACKGROUNDS.map(|(_, light)| light),
        }
    }
}

/// The nearest of the 16 that is at least so far from its ground and has about the hue that is wanted; else
/// black or white, or on a background of the terminal its own colour of text.
pub(super) fn of_16(wanted: Rgb, ground: Option<Ground>, least: f64) -> Color {
    let palettes = ground.map_or(BACKGROUNDS.len(), Ground::palettes);
    // Among so few, the nearest to a grey may be a blue, which would say something. Solarized alone has
    // greys for bright colours.
    let alike = |shades: &Mixed| {
        let alike =
            shades.iter().take(palettes).filter(|shade| stands_for(**shade, wanted)).count();
        alike >= palettes.min(BACKGROUNDS.len() - 1)
    };
    let far = |shades: &Mixed| {
        let Some(ground) = ground.map(Ground::shades) else { return true };
        let mut pairs = shades.iter().zip(ground).take(palettes);
        pairs.all(|(shade, below)| contrast(*shade, below) >= least)
    };
    let near = |shades: &Mixed| -> u32 {
        shades.iter().take(palettes).map(|shade| distance(*shade, wanted)).sum()
    };
    let fitting = SIXTEEN.iter().filter(|(_, _, shades)| alike(shades) && far(shades));
    let nearest = fitting.min_by_key(|(_, _, shades)| near(shades));
    // On a ground that the program sets, black or white can be read always.
    let plain = matches!(ground, Some(Ground::Own(_))).then(|| {
        let all = SIXTEEN.iter().filter(|(_, _, shades)| far(shades));
        all.filter(|(_, color, _)| matches!(color, Color::Black | Color::Gray | Color::White))
            .min_by_key(|(_, _, shades)| near(shades))
    });
    nearest.or(plain.flatten()).map_or(Color::Reset, |(_, color, _)| *color)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_that_cannot_be_read_is_not_taken() {
        let (black, white) = (Some(Ground::Own(Color::Black)), Some(Ground::Own(Color::White)));
        assert_eq!(of_16([0, 0, 0xff], None, 0.0), Color::Blue);
        assert_eq!(of_16([0, 0, 0xff], white, 4.5), Color::Blue);
        let on_black = of_16([0, 0, 0xff], black, 4.5);
        assert!(!matches!(on_black, Color::Blue | Color::LightBlue), "{on_black}");
        assert_eq!(of_16([0xff, 0xff, 0], white, 7.0), Color::Black);
        assert_eq!(of_16([0x66, 0x6a, 0x70], white, 4.5), Color::Black);
        assert_eq!(of_16([0x86, 0x8e, 0x9a], black, 4.5), Color::Gray);
    }

    #[test]
    fn a_background_of_the_terminal_asks_for_a_colour_that_all_palettes_show() {
        let green = [0x5f, 0xd7, 0xaf];
        assert_eq!(of_16(green, Some(Ground::Dark), 3.0), Color::LightCyan);
        // Cyan and green are too pale on white, and red would say the opposite.
        assert_eq!(of_16(green, Some(Ground::Light), 3.0), Color::Reset);
        assert_eq!(of_16([0xb3, 0x26, 0x1e], Some(Ground::Light), 3.0), Color::Red);
    }

    #[test]
    fn hues_are_told_in_degrees() {
        for (shade, degrees) in [
            ([255, 0, 0], Some(0)),
            ([255, 255, 0], Some(60)),
            ([0, 255, 0], Some(120)),
            ([0, 255, 255], Some(180)),
            ([0, 0, 255], Some(240)),
            ([255, 0, 255], Some(300)),
            ([7, 7, 7], None),
        ] {
            assert!(hue(shade).zip(degrees).is_none_or(|(a, b)| a.abs_diff(b) <= 1), "{shade:?}");
            assert_eq!(hue(shade).is_some(), degrees.is_some(), "{shade:?}");
        }
    }

    #[test]
    fn grounds_become_black_or_white() {
        assert_eq!(ground_of_16([0x15, 0x17, 0x1c]), Color::Black);
        assert_eq!(ground_of_16([0xf6, 0xf4, 0xee]), Color::White);
    }
}
