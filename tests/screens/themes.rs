//! What themes change, and what they must not.

use crate::hostile::HOSTILE;
use crate::snapshots::compare_screen;
use crate::stage::{BUILT_IN, SMALL, Stage, rows};
use attache::config::{
    ColorTier, HIGH_CONTRAST, LEAST_CONTRAST, LINE_CONTRAST, Role, Theme, Themes, contrast, shade,
};
use attache::text::columns;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;
use std::sync::LazyLock;

const SIZE: (u16, u16) = (80, 24);

/// Keys that lead to each use of the screen.
const USES: &[&str] = &["", "/rama", "/zzzz", "?", "4<tab>", "2", "3G"];

/// Each of them in each number of colours.
static DRAWN: LazyLock<Vec<(String, ColorTier, Theme)>> = LazyLock::new(|| {
    let tiers = |(name, theme): (String, Theme)| {
        ColorTier::ALL.map(|tier| (name.clone(), tier, theme.at(tier)))
    };
    themes().into_iter().flat_map(tiers).collect()
});

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
            for role in [Role::Selection, Role::TlpRed, Role::Focus] {
                assert_ne!(attributes(role), attributes(Role::Text), "{name}: {role:?} is text");
                assert!(!attributes(role).contains(Modifier::DIM), "{name}: {role:?} is dim");
            }
            for (one, other) in [
                (Role::Focus, Role::Title),
                (Role::Selection, Role::Linked),
                (Role::Link, Role::Text),
                (Role::Match, Role::Text),
                (Role::Marker, Role::Text),
                (Role::Marker, Role::TlpRed),
                (Role::Selection, Role::InactiveSelection),
                (Role::InactiveSelection, Role::Text),
                (Role::Answer, Role::Text),
                (Role::Against, Role::Text),
                (Role::Grade, Role::Text),
                (Role::Key, Role::Text),
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
            let mut stage = Stage::new(briefs, SIZE);
            let plain = stage.keys(keys).screen();
            for (name, tier, theme) in &*DRAWN {
                let shown = stage.screen_in(theme);
                assert!(rows(&shown.0) == rows(&plain.0), "{which} `{keys}` {name} {tier:?}");
                assert_eq!(shown.1, plain.1, "{which} `{keys}` {name} {tier:?}: the cursor");
            }
        }
    }
}

/// The contrasts of what is really drawn; `tests/themes` reckons what may be drawn.
#[test]
fn every_cell_that_is_drawn_can_be_read() {
    for briefs in [&*BUILT_IN, &*HOSTILE] {
        for keys in USES {
            let mut stage = Stage::new(briefs, SIZE);
            stage.keys(keys);
            let shades = DRAWN.iter().filter(|(_, tier, theme)| {
                theme.has_colors() && matches!(tier, ColorTier::True | ColorTier::Indexed)
            });
            for (name, tier, theme) in shades {
                let high = name.starts_with("contrast-") || name == "projector";
                let wrong = unreadable(&stage.screen_in(theme).0, theme, high);
                assert_eq!(wrong, "", "{name} `{keys}` {tier:?}");
            }
        }
    }
}

/// The signs of a screen that are too near to what they stand on, as far as the terminal has no say in
/// it.
fn unreadable(buffer: &Buffer, theme: &Theme, high: bool) -> String {
    let selection = theme.style(Role::Selection).bg;
    let is_marking = |cell: &Cell| {
        let mut markings = Role::MARKINGS.iter().map(|role| theme.style(*role));
        markings.any(|style| style.fg == Some(cell.fg) && style.bg == Some(cell.bg))
    };
    let mut wrong = String::new();
    let mut hidden = 0;
    for cell in &buffer.content {
        // The second half of a wide sign is drawn with the first.
        if hidden > 0 {
            hidden -= 1;
            continue;
        }
        hidden = columns(cell.symbol()) - 1;
        let least = match () {
            () if is_marking(cell) => LEAST_CONTRAST,
            () if high || selection.is_some_and(|bg| bg == cell.bg) => HIGH_CONTRAST,
            () if matches!(cell.symbol(), "─" | "│") => LINE_CONTRAST,
            () => LEAST_CONTRAST,
        };
        let own = shade(cell.bg);
        let grounds = own.as_ref().map_or(theme.grounds(), std::slice::from_ref);
        let Some(fg) = shade(cell.fg) else {
            assert!(!high, "no colour is left to the terminal");
            continue;
        };
        if grounds.iter().any(|ground| contrast(fg, *ground) < least) {
            wrong.push_str(cell.symbol());
        }
    }
    wrong
}

/// Bar 11, and the same with colours: a selection that moves is seen in attributes or grounds.
#[test]
fn a_selection_that_moves_is_seen_in_the_look_of_its_row() {
    let mut before = Stage::new(&SMALL, SIZE);
    let mut after = Stage::new(&SMALL, SIZE);
    let first = before.screen().1.y;
    let second = after.keys("j").screen().1.y;
    assert_ne!(first, second);
    for (name, tier, theme) in &*DRAWN {
        let look = |stage: &Stage, y: u16| -> Vec<_> {
            let (buffer, _) = stage.screen_in(theme);
            let cells = (0..10).map(|x| &buffer[(x, y)]);
            cells.map(|cell| (cell.bg, cell.modifier & Modifier::REVERSED)).collect()
        };
        assert_eq!(look(&before, first), look(&after, second), "{name} {tier:?}");
        assert_ne!(look(&before, first), look(&after, first), "{name} {tier:?}: the row left");
    }
}

#[test]
fn the_main_screen_in_every_theme() {
    let mut stage = Stage::new(&SMALL, SIZE);
    stage.keys("/wiper<space>attack<enter>");
    for (name, theme) in themes() {
        compare_screen(&format!("theme-{name}"), SIZE, &stage.screen_in(&theme));
    }
    for name in ["dark", "light", "contrast-light"] {
        let theme = Theme::built_in(name).expect("it is built in").at(ColorTier::Sixteen);
        compare_screen(&format!("theme-16-{name}"), SIZE, &stage.screen_in(&theme));
    }
}
