//! What themes change, and what they must not.

use crate::hostile::HOSTILE;
use crate::snapshots::compare;
use crate::stage::{BUILT_IN, Loaded, SMALL, Stage, rows};
use attache::config::{
    ColorTier, HIGH_CONTRAST, LEAST_CONTRAST, Role, Theme, Themes, contrast, shade,
};
use attache::text::columns;
use ratatui::style::Modifier;

const SIZE: (u16, u16) = (80, 24);

/// Keys that lead to each use of the screen.
const USES: &[&str] = &["", "/rama", "/zzzz", "?", "4<tab>", "2", "3G"];

/// The themes inside the program by name.
fn themes() -> Vec<(String, Theme)> {
    let names = Themes::built_in().names().into_iter();
    let load = |name: String| (name.clone(), Theme::built_in(&name).expect("it is built in"));
    names.map(load).collect()
}

#[test]
fn attributes_alone_tell_what_matters_apart() {
    for (name, theme) in themes() {
        // Where colours are left, grounds of their own tell these apart too.
        for tier in [ColorTier::None, ColorTier::Sixteen] {
            let theme = theme.at(tier);
            let attributes = |role| -> Modifier { theme.style(role).add_modifier };
            for role in [Role::Selection, Role::Marking, Role::Focus] {
                assert_ne!(attributes(role), attributes(Role::Text), "{name}: {role:?} is text");
                assert!(!attributes(role).contains(Modifier::DIM), "{name}: {role:?} is dim");
            }
            for (one, other) in [
                (Role::Focus, Role::Title),
                (Role::Selection, Role::Linked),
                (Role::Link, Role::Text),
                (Role::Match, Role::Text),
                (Role::Marker, Role::Text),
                (Role::Marker, Role::Marking),
                (Role::Pinned, Role::Title),
                (Role::Strong, Role::Text),
                (Role::Field, Role::Text),
            ] {
                assert_ne!(
                    attributes(one),
                    attributes(other),
                    "{name} {tier:?}: {one:?} {other:?}"
                );
            }
        }
    }
}

#[test]
fn every_theme_in_every_number_of_colours_shows_the_same_signs() {
    for (briefs, which) in [(&*BUILT_IN, "built-in"), (&*SMALL, "small"), (&*HOSTILE, "hostile")] {
        for keys in USES {
            let plain = Stage::new(briefs, SIZE).keys(keys).text();
            for (name, theme) in themes() {
                for tier in ColorTier::ALL {
                    let mut stage = Stage::in_theme(briefs, SIZE, theme.at(tier));
                    let shown = stage.keys(keys).text();
                    assert!(shown == plain, "{which} `{keys}` {name} {tier:?}\n{shown}");
                }
            }
        }
    }
}

/// The contrasts of what is really drawn; what `tests/themes.rs` reckons is what may be drawn.
#[test]
fn every_cell_that_is_drawn_can_be_read() {
    for (name, theme) in themes().into_iter().filter(|(_, theme)| theme.has_colors()) {
        let high = name.starts_with("contrast-") || name == "projector";
        for tier in [ColorTier::True, ColorTier::Indexed] {
            let theme = theme.at(tier);
            let selection = theme.style(Role::Selection).bg;
            for briefs in [&*BUILT_IN, &*HOSTILE] {
                for keys in USES {
                    let mut stage = Stage::in_theme(briefs, SIZE, theme.clone());
                    let (buffer, _) = stage.keys(keys).screen();
                    let mut hidden = 0;
                    for cell in &buffer.content {
                        // The second half of a wide sign is drawn with the first.
                        let half = hidden > 0;
                        hidden = if half { hidden - 1 } else { columns(cell.symbol()) - 1 };
                        if half {
                            continue;
                        }
                        let shades = shade(cell.fg).zip(shade(cell.bg));
                        let (fg, bg) = shades.expect("no colour is left to the terminal");
                        let selected = Some(cell.bg) == selection;
                        let least = if high || selected { HIGH_CONTRAST } else { LEAST_CONTRAST };
                        let ratio = contrast(fg, bg);
                        let sign = cell.symbol();
                        assert!(ratio >= least, "{name} `{keys}` `{sign}` {ratio:.2}\n");
                    }
                }
            }
        }
    }
}

/// Bar 11, and the same with colours: a selection that moves is seen in the attributes or grounds.
#[test]
fn a_selection_that_moves_is_seen_in_the_look_of_its_row() {
    for (name, theme) in themes() {
        for tier in ColorTier::ALL {
            let mut stage = Stage::in_theme(&SMALL, SIZE, theme.at(tier));
            let looks = |stage: &mut Stage| {
                let (buffer, cursor) = stage.screen();
                let row: Vec<_> = (0..10)
                    .map(|x| &buffer[(x, cursor.y)])
                    .map(|cell| (cell.bg, cell.modifier & Modifier::REVERSED))
                    .collect();
                (cursor.y, row)
            };
            let (first, selected) = looks(&mut stage);
            stage.keys("j");
            let (second, moved) = looks(&mut stage);
            assert_ne!(first, second, "{name}");
            assert_eq!(selected, moved, "{name} {tier:?}: two selected rows look alike");
            let (buffer, _) = stage.screen();
            let left: Vec<_> = (0..10)
                .map(|x| &buffer[(x, first)])
                .map(|cell| (cell.bg, cell.modifier & Modifier::REVERSED))
                .collect();
            assert_ne!(left, moved, "{name} {tier:?}: the row that was left looks selected");
        }
    }
}

fn compare_theme(briefs: &Loaded, name: &str, keys: &str) {
    for (theme_name, theme) in themes() {
        let mut stage = Stage::in_theme(briefs, SIZE, theme);
        compare(&format!("{name}-{theme_name}"), SIZE, stage.keys(keys));
    }
}

#[test]
fn the_main_screen_in_every_theme() {
    compare_theme(&SMALL, "theme", "/wiper<space>attack<enter>");
}

#[test]
fn the_main_screen_with_16_colours() {
    for name in ["dark", "light", "contrast-light"] {
        let theme = Theme::built_in(name).expect("it is built in").at(ColorTier::Sixteen);
        let mut stage = Stage::in_theme(&SMALL, SIZE, theme);
        let stage = stage.keys("/wiper<space>attack<enter>");
        assert_eq!(rows(&stage.screen().0).len(), 24);
        compare(&format!("theme-16-{name}"), SIZE, stage);
    }
}
