//! Contrasts as WCAG 2.2 reckons them, in every number of colours.

use attache::config::{
    ColorTier, HIGH_CONTRAST, LEAST_CONTRAST, Pair, Role, Theme, Themes, contrast, pairs, shade,
};
use ratatui::style::{Color, Modifier};

/// The themes inside the program by name.
fn built_in() -> Vec<(String, Theme)> {
    let themes = Themes::built_in();
    themes.names().into_iter().map(|name| (name.clone(), Theme::built_in(&name).unwrap())).collect()
}

/// Whether a theme promises the higher contrast.
fn is_high(name: &str) -> bool {
    name.starts_with("contrast-") || name == "projector"
}

fn told(theme: &str, pair: &Pair, ratio: f64, least: f64) -> String {
    let on: Vec<&str> = pair.on.into_iter().flatten().map(Role::id).collect();
    format!("{theme}: {} on {}: {ratio:.2} < {least}", pair.role.id(), on.join(", "))
}

#[test]
fn every_pair_of_colours_can_be_read_in_24_bits_and_in_256() {
    let mut wrong = Vec::new();
    for (name, theme) in built_in() {
        for tier in [ColorTier::True, ColorTier::Indexed] {
            for pair in pairs(&theme.at(tier)) {
                let (fg, bg) = (shade(pair.fg).expect("a shade"), shade(pair.bg).expect("a shade"));
                let high = is_high(&name) || pair.is_selected();
                let least = if high { HIGH_CONTRAST } else { LEAST_CONTRAST };
                let ratio = contrast(fg, bg);
                if ratio < least {
                    wrong.push(format!("{tier:?} {}", told(&name, &pair, ratio, least)));
                }
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn coloured_themes_leave_no_ground_to_the_terminal() {
    for (name, theme) in built_in().into_iter().filter(|(_, theme)| theme.has_colors()) {
        let screen = theme.style(Role::Screen);
        assert!(screen.fg.and_then(shade).and(screen.bg.and_then(shade)).is_some(), "{name}");
        let pairs = pairs(&theme);
        assert!(pairs.len() >= 2 * Role::ALL.len(), "{name}: only {} pairs", pairs.len());
        for role in Role::ALL {
            // How dim is dim, only the terminal knows; then no contrast could be promised.
            assert!(!theme.style(*role).add_modifier.contains(Modifier::DIM), "{name}: {role:?}");
        }
    }
}

#[test]
fn terminal_and_mono_set_no_colour_at_all() {
    for name in ["terminal", "mono"] {
        let theme = Theme::built_in(name).unwrap();
        assert!(!theme.has_colors(), "{name}");
        assert_eq!(pairs(&theme), [], "{name}");
        for role in Role::ALL {
            let style = theme.style(*role);
            assert!(matches!(style.fg, None | Some(Color::Reset)), "{name}: {role:?}");
            assert_eq!(style.bg, None, "{name}: {role:?}");
        }
    }
}

/// Dim and italic are not shown by every terminal without colours.
#[test]
fn mono_needs_three_attributes_only() {
    let theme = Theme::built_in("mono").unwrap();
    let shown = Modifier::BOLD | Modifier::UNDERLINED | Modifier::REVERSED;
    for role in Role::ALL {
        assert!(shown.contains(theme.style(*role).add_modifier), "{role:?}");
    }
}

#[test]
fn without_colours_what_has_a_ground_of_its_own_is_reversed() {
    for (name, theme) in built_in() {
        let poor = theme.at(ColorTier::None);
        assert!(!poor.has_colors(), "{name}");
        for tier in [ColorTier::None, ColorTier::Sixteen] {
            let poor = theme.at(tier);
            for role in [Role::Selection, Role::Focus, Role::Marking, Role::Marker] {
                let style = poor.style(role);
                assert!(
                    style.add_modifier.contains(Modifier::REVERSED),
                    "{name} {tier:?} {role:?}"
                );
                assert_eq!(style.bg, None, "{name} {tier:?} {role:?}");
            }
        }
    }
}

/// In both of the palettes that the 16 colours usually have.
#[test]
fn with_16_colours_the_ground_is_black_or_white_and_all_text_is_far_from_it() {
    for (name, theme) in built_in().into_iter().filter(|(_, theme)| theme.has_colors()) {
        let poor = theme.at(ColorTier::Sixteen);
        let ground = poor.style(Role::Screen).bg.expect("a ground");
        assert!(matches!(ground, Color::Black | Color::White), "{name}: {ground}");
        for role in Role::ALL {
            let style = poor.style(*role);
            let below = style.bg.unwrap_or(ground);
            assert_eq!(below, ground, "{name}: {role:?}");
            let fg = style.fg.expect("a colour");
            let least = if is_high(&name) { HIGH_CONTRAST } else { LEAST_CONTRAST };
            for palette in [XTERM, VGA] {
                let ratio = contrast(sixteen(palette, fg), sixteen(palette, ground));
                assert!(ratio >= least, "{name}: {role:?} {fg} on {ground}: {ratio:.2}");
            }
        }
    }
}

/// The 16 in order, from XTerm-col.ad of xterm.
pub(crate) const XTERM: &str = "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 \
                     7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff";

/// The same of the Linux console, from drivers/tty/vt/vt.c.
pub(crate) const VGA: &str = "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa \
                   555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff";

/// The shade of one of the 16 in a palette.
pub(crate) fn sixteen(palette: &str, color: Color) -> [u8; 3] {
    let all = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    let at = all.iter().position(|known| *known == color).expect("one of the 16");
    let shade = palette.split_whitespace().nth(at).expect("a shade");
    let [_, red, green, blue] = u32::from_str_radix(shade, 16).expect("hex").to_be_bytes();
    [red, green, blue]
}
