//! Colours: how a theme file names them, and what becomes of them on a terminal with fewer.

use super::contrast::{Rgb, contrast, luminance};
use ratatui::style::Color;

/// How many colours a terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ColorTier {
    /// None: attributes only.
    None,
    /// The 16 that every terminal gives its own shade.
    #[default]
    Sixteen,
    /// The 256 of xterm.
    Indexed,
    /// 24 bits.
    True,
}

impl ColorTier {
    /// Every tier, the poorest first.
    pub const ALL: [Self; 4] = [Self::None, Self::Sixteen, Self::Indexed, Self::True];

    /// Its name for people.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "no colours",
            Self::Sixteen => "16 colours",
            Self::Indexed => "256 colours",
            Self::True => "24-bit colours",
        }
    }
}

/// The 16 colours: name in a theme file, the terminal's own number, and the two shades that are most
/// widely met: xterm's defaults (`XTerm-col.ad`) and the text mode of VGA, which the Linux console has.
const SIXTEEN: [(&str, Color, Rgb, Rgb); 16] = [
    ("black", Color::Black, [0x00, 0x00, 0x00], [0x00, 0x00, 0x00]),
    ("red", Color::Red, [0xcd, 0x00, 0x00], [0xaa, 0x00, 0x00]),
    ("green", Color::Green, [0x00, 0xcd, 0x00], [0x00, 0xaa, 0x00]),
    ("yellow", Color::Yellow, [0xcd, 0xcd, 0x00], [0xaa, 0x55, 0x00]),
    ("blue", Color::Blue, [0x00, 0x00, 0xee], [0x00, 0x00, 0xaa]),
    ("magenta", Color::Magenta, [0xcd, 0x00, 0xcd], [0xaa, 0x00, 0xaa]),
    ("cyan", Color::Cyan, [0x00, 0xcd, 0xcd], [0x00, 0xaa, 0xaa]),
    ("white", Color::Gray, [0xe5, 0xe5, 0xe5], [0xaa, 0xaa, 0xaa]),
    ("bright-black", Color::DarkGray, [0x7f, 0x7f, 0x7f], [0x55, 0x55, 0x55]),
    ("bright-red", Color::LightRed, [0xff, 0x00, 0x00], [0xff, 0x55, 0x55]),
    ("bright-green", Color::LightGreen, [0x00, 0xff, 0x00], [0x55, 0xff, 0x55]),
    ("bright-yellow", Color::LightYellow, [0xff, 0xff, 0x00], [0xff, 0xff, 0x55]),
    ("bright-blue", Color::LightBlue, [0x5c, 0x5c, 0xff], [0x55, 0x55, 0xff]),
    ("bright-magenta", Color::LightMagenta, [0xff, 0x00, 0xff], [0xff, 0x55, 0xff]),
    ("bright-cyan", Color::LightCyan, [0x00, 0xff, 0xff], [0x55, 0xff, 0xff]),
    ("bright-white", Color::White, [0xff, 0xff, 0xff], [0xff, 0xff, 0xff]),
];

/// The name for the terminal's own colour.
const OWN: &str = "default";

/// Every colour name of a theme file: the 16 and the terminal's own.
pub fn color_names() -> impl Iterator<Item = &'static str> {
    SIXTEEN.iter().map(|(name, ..)| *name).chain([OWN])
}

/// The colour with a name.
pub(super) fn named(name: &str) -> Option<Color> {
    if name == OWN {
        return Some(Color::Reset);
    }
    SIXTEEN.iter().find(|(known, ..)| *known == name).map(|(_, color, ..)| *color)
}

/// The colour written `#rrggbb`.
pub(super) fn hex(text: &str) -> Option<Color> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let number = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let number = number.then(|| u32::from_str_radix(digits, 16).ok()).flatten()?;
    Some(Color::from_u32(number))
}

/// The shade of a colour, where the terminal has no say in it.
#[must_use]
pub fn shade(color: Color) -> Option<[u8; 3]> {
    match color {
        Color::Rgb(red, green, blue) => Some([red, green, blue]),
        Color::Indexed(index) => indexed(index),
        Color::Reset
        | Color::Black
        | Color::Red
        | Color::Green
        | Color::Yellow
        | Color::Blue
        | Color::Magenta
        | Color::Cyan
        | Color::Gray
        | Color::DarkGray
        | Color::LightRed
        | Color::LightGreen
        | Color::LightYellow
        | Color::LightBlue
        | Color::LightMagenta
        | Color::LightCyan
        | Color::White => None,
    }
}

/// The shade of one of xterm's 256 colours: a cube of 6 x 6 x 6 from 16 on, 24 greys from 232 on.
/// The first 16 are the terminal's own.
fn indexed(index: u8) -> Option<Rgb> {
    let step = |at: u8| if at == 0 { 0 } else { 55 + 40 * at };
    match index {
        0..=15 => None,
        16..=231 => {
            let at = index - 16;
            Some([step(at / 36), step(at / 6 % 6), step(at % 6)])
        }
        232..=255 => Some([8 + 10 * (index - 232); 3]),
    }
}

/// How unlike two shades look: the "redmean" distance of Thiadmer Riemersma, without its root.
fn distance([r1, g1, b1]: Rgb, [r2, g2, b2]: Rgb) -> u32 {
    let square = |one: u8, other: u8| u32::from(one.abs_diff(other)).pow(2);
    let mean = u32::midpoint(u32::from(r1), u32::from(r2));
    (512 + mean) * square(r1, r2) + 1024 * square(g1, g2) + (767 - mean) * square(b1, b2)
}

/// The nearest of the 256 that is at least so far from some grounds; the nearest of all where none is.
pub(super) fn of_256(wanted: Rgb, grounds: &[Rgb], least: f64) -> Color {
    let all = || (16..=255_u8).filter_map(|index| Some((index, indexed(index)?)));
    let near = |(_, shade): &(u8, Rgb)| distance(*shade, wanted);
    let far = |(_, shade): &(u8, Rgb)| grounds.iter().all(|on| contrast(*shade, *on) >= least);
    let nearest = all().min_by_key(near);
    // Contrasts are dear, and seldom is the nearest not far enough.
    let best = nearest.filter(far).or_else(|| all().filter(far).min_by_key(near)).or(nearest);
    Color::Indexed(best.map_or(7, |(index, _)| index))
}

/// Whether a shade has next to no hue.
fn is_grey([red, green, blue]: Rgb) -> bool {
    red.max(green).max(blue) - red.min(green).min(blue) < 32
}

/// Black or white, whichever of the 16 is nearer to a ground.
pub(super) fn ground_of_16(wanted: Rgb) -> Color {
    // As far from black as from white.
    if luminance(wanted) > 0.179 { Color::White } else { Color::Black }
}

/// The nearest of the 16 that in both of their usual palettes is at least so far from its ground. A
/// ground of black or white has one always.
pub(super) fn of_16(wanted: Rgb, ground: Option<Color>, least: f64) -> Color {
    let ground = ground.and_then(|ground| SIXTEEN.iter().find(|(_, color, ..)| *color == ground));
    let far = |xterm: Rgb, vga: Rgb| {
        ground.is_none_or(|(_, _, on_xterm, on_vga)| {
            contrast(xterm, *on_xterm) >= least && contrast(vga, *on_vga) >= least
        })
    };
    // Among so few, the nearest to a grey may be a blue, which would say something.
    let other = |shade: Rgb| is_grey(wanted) && !is_grey(shade);
    let nearest = SIXTEEN.iter().min_by_key(|(_, _, xterm, vga)| {
        let near = distance(*xterm, wanted) + distance(*vga, wanted);
        (other(*xterm), !far(*xterm, *vga), near)
    });
    nearest.map_or(Color::Reset, |(_, color, ..)| *color)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_written_in_hex_or_by_name() {
        assert_eq!(hex("#0a0B0c"), Some(Color::Rgb(10, 11, 12)));
        for wrong in ["0a0b0c", "#0a0b0", "#0a0b0c0", "#0a0b0g", "#+a0b0c", "#\u{e9}\u{e9}\u{e9}"] {
            assert_eq!(hex(wrong), None, "{wrong}");
        }
        assert_eq!(named("bright-white"), Some(Color::White));
        assert_eq!(named("default"), Some(Color::Reset));
        assert_eq!(named("blurple"), None);
        assert_eq!(color_names().count(), 17);
    }

    #[test]
    fn the_256_are_those_of_xterm() {
        assert_eq!(indexed(16), Some([0, 0, 0]));
        assert_eq!(indexed(231), Some([255, 255, 255]));
        assert_eq!(indexed(208), Some([0xff, 0x87, 0x00]));
        assert_eq!(indexed(232), Some([8, 8, 8]));
        assert_eq!(indexed(255), Some([0xee, 0xee, 0xee]));
        assert_eq!(indexed(15), None);
    }

    #[test]
    fn a_colour_of_the_256_stays_what_it_is() {
        for index in 16..=255 {
            let wanted = indexed(index).expect("a shade");
            let Color::Indexed(found) = of_256(wanted, &[], 0.0) else { panic!("no index") };
            assert_eq!(indexed(found), Some(wanted), "{index}");
        }
    }

    #[test]
    fn the_nearest_that_cannot_be_read_is_not_taken() {
        let grey = [0x60, 0x60, 0x60];
        assert_eq!(of_256(grey, &[], 0.0), Color::Indexed(59));
        let read = of_256(grey, &[[0, 0, 0]], 4.5);
        assert!(contrast(shade(read).expect("a shade"), [0, 0, 0]) >= 4.5);
        assert_eq!(of_16([0, 0, 0xff], None, 0.0), Color::Blue);
        assert_eq!(of_16([0, 0, 0xff], Some(Color::White), 4.5), Color::Blue);
        let on_black = of_16([0, 0, 0xff], Some(Color::Black), 4.5);
        assert!(!matches!(on_black, Color::Blue | Color::LightBlue), "{on_black}");
        assert_eq!(of_16([0xff, 0xff, 0], Some(Color::White), 7.0), Color::Black);
        assert_eq!(of_16([0x66, 0x6a, 0x70], Some(Color::White), 4.5), Color::Black);
        assert_eq!(of_16([0x86, 0x8e, 0x9a], Some(Color::Black), 4.5), Color::Gray);
    }

    #[test]
    fn grounds_become_black_or_white() {
        assert_eq!(ground_of_16([0x15, 0x17, 0x1c]), Color::Black);
        assert_eq!(ground_of_16([0xf6, 0xf4, 0xee]), Color::White);
    }
}
