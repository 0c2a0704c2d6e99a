//! Colours: how a theme file names them, and what becomes of them on a terminal with fewer.

use super::contrast::{LEAST_CONTRAST, LINE_CONTRAST, Rgb, contrast, is_dark};
use super::sixteen;
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

/// The name for the terminal's own colour.
const OWN: &str = "default";

/// Every colour name of a theme file: the 16 and the terminal's own.
pub fn color_names() -> impl Iterator<Item = &'static str> {
    sixteen::names().chain([OWN])
}

/// The colour with a name.
pub(super) fn named(name: &str) -> Option<Color> {
    if name == OWN {
        return Some(Color::Reset);
    }
    sixteen::named(name)
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
pub(super) fn distance([r1, g1, b1]: Rgb, [r2, g2, b2]: Rgb) -> u32 {
    let square = |one: u8, other: u8| u32::from(one.abs_diff(other)).pow(2);
    let mean = u32::midpoint(u32::from(r1), u32::from(r2));
    (512 + mean) * square(r1, r2) + 1024 * square(g1, g2) + (767 - mean) * square(b1, b2)
}

/// The nearest of the 256 that is at least so far from some grounds. Where none is, as on a ground that few
/// are far from, it is one that can be read all the same; the nearest of all where none can.
pub(super) fn of_256(wanted: Rgb, grounds: &[Rgb], least: f64) -> Color {
    let all = || (16..=255_u8).filter_map(|index| Some((index, indexed(index)?)));
    let near = |(_, shade): &(u8, Rgb)| distance(*shade, wanted);
    let far = |least: f64| {
        move |(_, shade): &(u8, Rgb)| grounds.iter().all(|on| contrast(*shade, *on) >= least)
    };
    let nearest = all().min_by_key(near);
    let levels = [least, LEAST_CONTRAST, LINE_CONTRAST];
    let mut levels = levels.into_iter().filter(|level| *level <= least);
    let nearest_from = |least: f64| all().filter(far(least)).min_by_key(near);
    // Contrasts are dear, and seldom is the nearest not far enough.
    let best = nearest.filter(far(least)).or_else(|| levels.find_map(nearest_from)).or(nearest);
    Color::Indexed(best.map_or(7, |(index, _)| index))
}

/// A shade moved towards white or black until it is so far from a ground.
pub(super) fn away_from(wanted: Rgb, ground: Rgb, least: f64) -> Color {
    const STEPS: u16 = 32;
    let end: u16 = if is_dark(ground) { 255 } else { 0 };
    let mut moved = (0..=STEPS).map(|step| {
        wanted.map(|channel| {
            let mixed = (u16::from(channel) * (STEPS - step) + end * step) / STEPS;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        })
    });
    let far = moved.clone().find(|shade| contrast(*shade, ground) >= least).or(moved.next_back());
    let [red, green, blue] = far.unwrap_or(wanted);
    Color::Rgb(red, green, blue)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::theme::contrast::HIGH_CONTRAST;

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
    }

    /// White itself is only 6.3 from this blue.
    #[test]
    fn where_nothing_is_far_enough_it_can_be_read_all_the_same() {
        let blue = [0, 95, 175];
        let read = of_256([222, 232, 123], &[blue], HIGH_CONTRAST);
        assert!(contrast(shade(read).expect("a shade"), blue) >= LEAST_CONTRAST);
    }

    #[test]
    fn a_shade_is_moved_no_further_than_it_has_to() {
        let (black, white) = ([0; 3], [255; 3]);
        assert_eq!(away_from([0x9a; 3], black, 4.5), Color::Rgb(0x9a, 0x9a, 0x9a));
        let lighter = shade(away_from([0x40; 3], black, 4.5)).expect("a shade");
        assert!((4.5..5.5).contains(&contrast(lighter, black)), "{lighter:?}");
        let darker = shade(away_from([0xc0; 3], white, 4.5)).expect("a shade");
        assert!((4.5..5.5).contains(&contrast(darker, white)), "{darker:?}");
    }
}
