//! Contrasts as WCAG 2.2 reckons them, in every number of colours.

use crate::palettes::{Palette, SIXTEEN, STOCK, VGA, XTERM, hex};
use attache::config::{
    ColorTier, HIGH_CONTRAST, LEAST_CONTRAST, LINE_CONTRAST, Pair, Role, Theme, Themes, contrast,
    pairs, shade, theme_on,
};
use proptest::prelude::*;
use ratatui::style::{Color, Modifier};

/// The themes inside the program by name.
fn built_in() -> Vec<(String, Theme)> {
    let themes = Themes::built_in();
    themes.names().into_iter().map(|name| (name.clone(), theme(&name))).collect()
}

fn theme(name: &str) -> Theme {
    Theme::built_in(name).expect("it is built in")
}

/// Whether a theme promises the higher contrast.
fn is_high(name: &str) -> bool {
    name.starts_with("contrast-") || name == "projector"
}

/// The contrast that a pair is to have at least.
fn least(theme: &str, pair: &Pair) -> f64 {
    match () {
        // Their colours are those of TLP 2.0, of which red on black has 5.6 to 1.
        () if Role::MARKINGS.contains(&pair.role) => LEAST_CONTRAST,
        () if is_high(theme) || pair.is_selected() => HIGH_CONTRAST,
        () if pair.role.is_line() => LINE_CONTRAST,
        () => LEAST_CONTRAST,
    }
}

fn ratio(pair: &Pair) -> f64 {
    contrast(shade(pair.fg).expect("a shade"), shade(pair.bg).expect("a shade"))
}

/// The pairs of a theme that are too near to be read.
fn unreadable(name: &str, theme: &Theme) -> Vec<String> {
    let pairs = pairs(theme).into_iter().filter(|pair| shade(pair.fg).is_some());
    let wrong = pairs.filter(|pair| ratio(pair) < least(name, pair));
    let told = wrong.map(|pair| {
        let on: Vec<&str> = pair.on.into_iter().flatten().map(Role::id).collect();
        let on = (on.join(", "), pair.bg);
        format!(
            "{name}: {} on {on:?}: {:.2} < {}",
            pair.role.id(),
            ratio(&pair),
            least(name, &pair)
        )
    });
    told.collect()
}

#[test]
fn every_pair_of_colours_can_be_read_in_24_bits_and_in_256() {
    let tiers = [ColorTier::True, ColorTier::Indexed];
    let wrong = built_in()
        .into_iter()
        .flat_map(|(name, theme)| tiers.map(|tier| unreadable(&name, &theme.at(tier))).concat());
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The table of the design: role, dark, light.
#[test]
fn five_things_and_the_frame_have_a_colour() {
    let table = [
        (Role::Answer, 0x5f_d7_af, 0x00_69_5c),
        (Role::Against, 0xff_80_80, 0xb3_26_1e),
        (Role::Link, 0x7c_b7_ff, 0x0b_57_b0),
        (Role::Key, 0x7c_b7_ff, 0x0b_57_b0),
        (Role::Focus, 0xe6_c3_84, 0x6b_50_00),
        (Role::FocusFrame, 0xe6_c3_84, 0x6b_50_00),
        (Role::Quiet, 0x9a_9a_9a, 0x62_62_62),
        (Role::Label, 0x9a_9a_9a, 0x62_62_62),
        (Role::Frame, 0x7a_7a_7a, 0x85_85_85),
    ];
    for (role, dark, light) in table {
        assert_eq!(theme("dark").style(role).fg, Some(Color::from_u32(dark)), "{role:?}");
        assert_eq!(theme("light").style(role).fg, Some(Color::from_u32(light)), "{role:?}");
    }
    let plain = [Role::Text, Role::Strong, Role::Grade, Role::Title, Role::Linked, Role::Agrees];
    for name in ["dark", "light"] {
        let theme = theme(name);
        for role in plain {
            assert_eq!(theme.style(role).fg, Some(Color::Reset), "{name}: {role:?}");
        }
        for bold in [Role::Answer, Role::Strong, Role::Grade, Role::Key, Role::Title, Role::Focus] {
            assert!(theme.style(bold).add_modifier.contains(Modifier::BOLD), "{name}: {bold:?}");
        }
    }
}

/// Accents on the terminal's own background: the selection is reversed, and only markings have a ground.
#[test]
fn dark_light_and_terminal_fill_nothing_but_the_markings() {
    for name in ["terminal", "dark", "light"] {
        for tier in [ColorTier::True, ColorTier::Indexed] {
            let theme = theme(name).at(tier);
            for role in Role::ALL.iter().filter(|role| !Role::MARKINGS.contains(role)) {
                assert_eq!(theme.style(*role).bg, None, "{name} {tier:?}: {role:?}");
            }
            let selection = theme.style(Role::Selection);
            assert_eq!(selection.fg, Some(Color::Reset), "{name} {tier:?}");
            assert_eq!(selection.add_modifier, Modifier::REVERSED, "{name} {tier:?}");
            let inactive = theme.style(Role::InactiveSelection);
            assert_eq!(inactive.fg, None, "{name} {tier:?}: its colours stay");
            assert_eq!(inactive.add_modifier, Modifier::BOLD, "{name} {tier:?}");
        }
    }
}

/// <https://www.first.org/tlp/>: the colours of TLP 2.0, always on black, on light backgrounds too.
#[test]
fn markings_have_the_colours_of_tlp_on_black_in_every_theme_with_colours() {
    for (name, theme) in built_in().into_iter().filter(|(_, theme)| theme.has_colors()) {
        for (role, color) in [
            (Role::TlpRed, 0xff_2b_2b),
            (Role::TlpAmber, 0xff_c0_00),
            (Role::TlpGreen, 0x33_ff_00),
            (Role::TlpClear, 0xff_ff_ff),
        ] {
            let style = theme.style(role);
            assert_eq!(style.fg, Some(Color::from_u32(color)), "{name}: {role:?}");
            assert_eq!(style.bg, Some(Color::Rgb(0, 0, 0)), "{name}: {role:?}");
            let on_light = theme.on([0xff; 3]);
            assert_eq!(on_light.style(role), style, "{name}: {role:?} on white");
        }
    }
}

#[test]
fn high_contrast_leaves_no_ground_to_the_terminal() {
    for (name, theme) in built_in().into_iter().filter(|(name, _)| is_high(name)) {
        let screen = theme.style(Role::Screen);
        assert!(screen.fg.and_then(shade).and(screen.bg.and_then(shade)).is_some(), "{name}");
        let pairs = pairs(&theme);
        let drawn = Role::ALL.iter().filter(|role| pairs.iter().any(|pair| pair.role == **role));
        assert_eq!(drawn.count(), Role::ALL.len(), "{name}");
        assert_eq!(theme.on([0x80; 3]), theme, "{name}: no background matters");
    }
    for (name, theme) in built_in().into_iter().filter(|(name, _)| name != "terminal") {
        for role in Role::ALL {
            // How dim is dim, only the terminal knows; then no contrast could be promised.
            assert!(!theme.style(*role).add_modifier.contains(Modifier::DIM), "{name}: {role:?}");
        }
    }
}

#[test]
fn mono_sets_no_colour_at_all_and_needs_three_attributes_only() {
    let theme = theme("mono");
    assert!(!theme.has_colors());
    assert_eq!(pairs(&theme), []);
    // Dim and italic are not shown by every terminal without colours.
    let shown = Modifier::BOLD | Modifier::UNDERLINED | Modifier::REVERSED;
    for role in Role::ALL {
        let style = theme.style(*role);
        assert!(matches!(style.fg, None | Some(Color::Reset)), "{role:?}");
        assert_eq!(style.bg, None, "{role:?}");
        assert!(shown.contains(style.add_modifier), "{role:?}");
    }
}

/// The theme for a background that nobody knows has of the 16 those alone that can be read on both
/// backgrounds of all stock palettes; which ones these are is reckoned here.
#[test]
fn without_an_answer_only_colours_are_used_that_can_be_read_on_any_background() {
    let readable = |color: &Color| {
        STOCK.iter().all(|palette| {
            let shade = palette.shade(*color);
            let on = |ground| contrast(shade, hex(ground)) >= LINE_CONTRAST;
            on(palette.dark) && on(palette.light)
        })
    };
    let readable: Vec<Color> = SIXTEEN.into_iter().filter(readable).collect();
    assert_eq!(readable, [Color::LightRed]);
    let theme = theme("terminal");
    let mut used = Vec::new();
    for role in Role::ALL.iter().filter(|role| !Role::MARKINGS.contains(role)) {
        match theme.style(*role).fg {
            None | Some(Color::Reset) => {}
            Some(color) => {
                assert!(readable.contains(&color), "{role:?}: {color}");
                assert!(!theme.style(*role).add_modifier.is_empty(), "{role:?}: by colour alone");
                used.push(*role);
            }
        }
    }
    assert_eq!(used, [Role::Against, Role::Warning]);
}

#[test]
fn without_colours_what_has_a_ground_of_its_own_is_reversed() {
    for (name, theme) in built_in() {
        assert!(!theme.at(ColorTier::None).has_colors(), "{name}");
        for tier in [ColorTier::None, ColorTier::Sixteen] {
            let poor = theme.at(tier);
            let reversed = [Role::Selection, Role::Focus, Role::Marker];
            for role in reversed.into_iter().chain(Role::MARKINGS) {
                let style = poor.style(role);
                let place = format!("{name} {tier:?} {role:?}");
                assert!(style.add_modifier.contains(Modifier::REVERSED), "{place}");
                assert_eq!(style.bg, None, "{place}");
            }
            // Where colours tell nothing the attributes of `mono` do.
            let mono = self::theme("mono");
            for role in Role::ALL {
                let plain = mono.style(*role).add_modifier;
                assert!(poor.style(*role).add_modifier.contains(plain), "{name} {tier:?} {role:?}");
            }
        }
    }
}

/// In both of the palettes that the 16 colours usually have.
#[test]
fn with_16_colours_a_ground_is_black_or_white_and_all_text_is_far_from_it() {
    for (name, theme) in built_in().into_iter().filter(|(name, _)| is_high(name)) {
        let poor = theme.at(ColorTier::Sixteen);
        let ground = poor.style(Role::Screen).bg.expect("a ground");
        assert!(matches!(ground, Color::Black | Color::White), "{name}: {ground}");
        let laid_over = |role: &&Role| **role == Role::InactiveSelection;
        for role in Role::ALL.iter().filter(|role| !laid_over(role)) {
            let style = poor.style(*role);
            let below = style.bg.unwrap_or(ground);
            assert_eq!(below, ground, "{name}: {role:?}");
            let fg = style.fg.expect("a colour");
            for palette in [XTERM, VGA] {
                let ratio = contrast(palette.shade(fg), palette.shade(ground));
                assert!(ratio >= HIGH_CONTRAST, "{name}: {role:?} {fg} on {ground}: {ratio:.2}");
            }
        }
    }
}

/// The least contrast of the colours that a theme has among 16, and whose it is.
fn least_of_16(theme: &Theme, palette: &Palette, ground: &str) -> (f64, &'static str) {
    let poor = theme.at(ColorTier::Sixteen);
    let colours = Role::ALL.iter().filter_map(|role| {
        let fg = poor.style(*role).fg.filter(|fg| *fg != Color::Reset)?;
        Some((contrast(palette.shade(fg), hex(ground)), role.id()))
    });
    colours.min_by(|one, other| one.0.total_cmp(&other.0)).expect("a colour")
}

#[test]
fn with_16_colours_accents_can_be_seen_in_every_stock_palette() {
    for palette in &STOCK {
        for (name, ground) in [("dark", palette.dark), ("light", palette.light)] {
            let (ratio, role) = least_of_16(&theme(name), palette, ground);
            println!("16 colours, {name} in {}: {ratio:.2} ({role})", palette.name);
            assert!(ratio >= LINE_CONTRAST, "{name} in {}: {role} {ratio:.2}", palette.name);
        }
    }
}

/// The set that a stock terminal's background brings, in 24 bits and in 256 colours.
#[test]
fn on_every_stock_background_everything_can_be_read() {
    for palette in &STOCK {
        for (name, ground) in [("dark", palette.dark), ("light", palette.light)] {
            assert_eq!(theme_on(hex(ground)), name, "{}", palette.name);
            for tier in [ColorTier::True, ColorTier::Indexed] {
                let theme = theme(name).on(hex(ground)).at(tier);
                assert_eq!(unreadable(name, &theme), [""; 0], "{} {tier:?}", palette.name);
                let text = pairs(&theme).into_iter().filter(|pair| !pair.role.is_line());
                let least = text.min_by(|one, other| ratio(one).total_cmp(&ratio(other)));
                let least = least.expect("a pair");
                let (ratio, role) = (ratio(&least), least.role.id());
                println!("{tier:?}, {name} on #{ground} of {}: {ratio:.2} ({role})", palette.name);
            }
        }
    }
}

proptest! {
    /// Whatever background a terminal tells, a middle grey too.
    #[test]
    fn on_any_background_that_is_told_everything_can_be_read(ground: [u8; 3]) {
        let name = theme_on(ground);
        for tier in [ColorTier::True, ColorTier::Indexed] {
            let theme = theme(name).on(ground).at(tier);
            prop_assert_eq!(unreadable(name, &theme), vec![""; 0], "{:?} {:?}", ground, tier);
        }
    }
}
