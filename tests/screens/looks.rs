//! What is coloured, and that nothing is told by colour alone.

use crate::stage::{BUILT_IN, SMALL, Stage, rows};
use attache::config::{ColorTier, Role, Theme};
use attache::runtime::Flow;
use attache::term::Input;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier, Style};

const DARK: [u8; 3] = [0x1e; 3];
const LIGHT: [u8; 3] = [0xff; 3];

fn theme(name: &str) -> Theme {
    Theme::built_in(name).expect("it is built in")
}

/// The looks in which a text stands on a screen, one for each place, by the first sign of it.
fn looks(buffer: &Buffer, text: &str) -> Vec<Style> {
    let mut found = Vec::new();
    for (row, y) in rows(buffer).iter().zip(0..) {
        for (start, _) in row.match_indices(text) {
            let x = u16::try_from(attache::text::columns(row.get(..start).expect("a boundary")))
                .expect("a column");
            found.push(buffer[(x, y)].style());
        }
    }
    found
}

/// Whether a text is on the screen, and everywhere in the look of a role.
fn assert_look(buffer: &Buffer, theme: &Theme, text: &str, role: Role) {
    let look = theme.style(role);
    let found = looks(buffer, text);
    assert!(!found.is_empty(), "{text} is not there:\n{}", rows(buffer).join("\n"));
    for style in found {
        assert_eq!(style.fg, look.fg, "{text} as {role:?}");
        assert_eq!(style.add_modifier, look.add_modifier, "{text} as {role:?}");
    }
}

/// The card by its words, in a window that shows all of it.
#[test]
fn the_words_of_the_card_have_their_colours() {
    let mut stage = Stage::new(&BUILT_IN, (100, 60));
    let item = stage.app().library().find_reference("event:july-15-attack").expect("it is there");
    stage.app_mut().open_at(item);
    stage.keys("4z");
    for name in ["dark", "light", "terminal", "mono"] {
        let theme = theme(name);
        let (buffer, _) = stage.screen_in(&theme);
        for (text, role) in [
            ("WHEN      ", Role::Label),
            ("HIGH (3 origins)", Role::Answer),
            ("MODERATE", Role::Strong),
            ("A1 White House · ", Role::Grade),
            ("very likely (80-95%): the Iranian", Role::Answer),
            ("(80-95%): the Iranian", Role::Text),
            ("Iran denies it.", Role::Quiet),
            ("Edi Rama says little damage", Role::Quiet),
            ("? keys", Role::Key),
            ("[1]", Role::Link),
        ] {
            assert_look(&buffer, &theme, text, role);
        }
    }
}

#[test]
fn what_speaks_against_it_is_red_and_what_is_held_is_not() {
    let mut stage = Stage::new(&BUILT_IN, (200, 60));
    let library = stage.app().library();
    let disputed = library.find_reference("event:albania-recognises-israel-1949").expect("there");
    stage.app_mut().open_at(disputed);
    let theme = theme("dark");
    let (buffer, _) = stage.screen_in(&theme);
    assert_look(&buffer, &theme, "DISPUTED  day: 16 Apr 1949", Role::Label);
    assert_look(&buffer, &theme, "day: 16 Apr 1949 (C2 Izraeli Sot); others", Role::Text);
    assert_look(&buffer, &theme, "19 Apr 1949 (C3)", Role::Against);
    // Where no row of the timeline says so too.
    let mut stage = Stage::new(&SMALL, (80, 24));
    stage.keys("/orlov<space>is<space>to<space>visit<enter>");
    let (buffer, _) = stage.screen_in(&theme);
    assert_look(&buffer, &theme, "planned", Role::Strong);
}

/// On black in its colour by TLP 2.0, with its blanks, whatever the background is.
#[test]
fn the_marking_stands_on_black_in_its_own_colour() {
    for (briefs, label, color) in [
        (&BUILT_IN, " TLP:CLEAR ", Color::Rgb(0xff, 0xff, 0xff)),
        (&SMALL, " TLP:AMBER ", Color::Rgb(0xff, 0xc0, 0x00)),
    ] {
        for (name, background) in [("dark", DARK), ("light", LIGHT), ("terminal", LIGHT)] {
            let stage = Stage::new(briefs, (80, 24));
            let (buffer, _) = stage.screen_in(&theme(name).on(background));
            let end = u16::try_from(label.len()).expect("short");
            for x in 80 - end..80 {
                let cell = &buffer[(x, 0)];
                assert_eq!((cell.fg, cell.bg), (color, Color::Rgb(0, 0, 0)), "{name} {label}");
            }
            assert!(rows(&buffer)[0].ends_with(label));
        }
    }
}

/// Reversed in the pane that has the keys, bold elsewhere; there the colours of the row stay.
#[test]
fn the_selected_row_is_reversed_in_the_focused_pane_and_bold_elsewhere() {
    let theme = theme("dark");
    let mut stage = Stage::new(&SMALL, (80, 24));
    stage.keys("G");
    let marked = |stage: &Stage| -> Vec<Cell> {
        let (buffer, _) = stage.screen_in(&theme);
        let y = (0..24).find(|y| buffer[(0, *y)].symbol() == ">").expect("a selected row");
        (0..20).map(|x| buffer[(x, y)].clone()).collect()
    };
    let all = |cells: &[Cell], is: fn(&Cell) -> bool| cells.iter().all(is);
    let focused = marked(&stage);
    assert!(all(&focused, |cell| cell.modifier.contains(Modifier::REVERSED)));
    assert!(all(&focused, |cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
    let elsewhere = marked(stage.keys("4"));
    assert!(all(&elsewhere, |cell| !cell.modifier.contains(Modifier::REVERSED)));
    assert!(all(&elsewhere, |cell| cell.modifier.contains(Modifier::BOLD)));
    assert!(all(&elsewhere, |cell| !cell.modifier.contains(Modifier::DIM)));
}

/// Title and line of the pane that has the keys, and of no other.
#[test]
fn the_focused_pane_is_told_by_its_title_and_its_line() {
    let theme = theme("dark");
    let focus = theme.style(Role::Focus).fg;
    let mut stage = Stage::new(&SMALL, (80, 24));
    for (key, name) in [("1", "1 Timeline"), ("2", "2 Actors"), ("3", "3 Sources"), ("4", "4 ")] {
        stage.keys(key);
        let (buffer, _) = stage.screen_in(&theme);
        for (pane, area) in &stage.app().layout().panes {
            let cells = (area.title.x..area.title.right()).map(|x| &buffer[(x, area.title.y)]);
            let lit = cells.filter(|cell| cell.style().fg == focus).count();
            assert_eq!(lit > 0, *pane == stage.app().focused(), "{name}: {pane:?}");
        }
        let title = looks(&buffer, name);
        assert!(title.iter().any(|style| style.fg == focus), "{name}");
    }
}

/// Keys that lead to each use of the screen.
const USES: &[&str] = &["", "/rama", "?", "4<tab>", "2", "w", "i", ":", "g"];

/// Whatever has an accent has an attribute where there are no colours, or none that anybody can be sure
/// of; quiet text alone is like any other there.
#[test]
fn what_has_an_accent_has_an_attribute_without_colours() {
    let accents = [Role::Answer, Role::Against, Role::Link, Role::Key, Role::Focus, Role::TlpClear];
    let dark = theme("dark");
    let is_accent = |cell: &Cell| accents.iter().any(|role| dark.style(*role).fg == Some(cell.fg));
    for briefs in [&*BUILT_IN, &*SMALL] {
        for keys in USES {
            let mut stage = Stage::new(briefs, (120, 40));
            stage.keys(keys);
            let (coloured, _) = stage.screen_in(&dark);
            for theme in [theme("mono"), dark.at(ColorTier::None), dark.at(ColorTier::Sixteen)] {
                let (plain, _) = stage.screen_in(&theme);
                for (cell, plain) in coloured.content.iter().zip(&plain.content) {
                    assert_eq!(cell.symbol(), plain.symbol(), "`{keys}`");
                    // Lines show where one is beside the reversed title.
                    let told = !plain.modifier.is_empty() || cell.symbol() == "─";
                    assert!(!is_accent(cell) || told, "`{keys}`: {} has none", cell.symbol());
                }
            }
        }
    }
}

fn names(stage: &Stage) -> String {
    stage.app().preferences().theme.to_string()
}

/// The terminal tells its background: the same text in the set for it, and the settings say which it is.
#[test]
fn a_background_that_is_told_brings_its_set() {
    for (background, name) in [(DARK, "dark"), (LIGHT, "light")] {
        let mut stage = Stage::new(&SMALL, (80, 24)).wearing(&["terminal", "dark", "light"]);
        let before = stage.rows();
        assert_eq!(stage.input(Input::Background(background)), Flow::Continue);
        assert_eq!(names(&stage), name);
        let (shown, _) = stage.screen();
        assert_eq!(rows(&shown), before);
        let expected = theme(name);
        assert_look(&shown, &expected, "? keys", Role::Key);
        assert!(stage.keys(",").text().contains(name));
    }
}

/// Who chose a theme keeps it; one chosen later is fitted to the background all the same.
#[test]
fn a_theme_that_was_chosen_is_kept_and_later_ones_are_fitted() {
    let mut stage = Stage::new(&SMALL, (80, 24)).wearing(&["contrast-light", "dark"]);
    let (before, _) = stage.screen();
    let grey = [0x3f; 3];
    assert_eq!(stage.input(Input::Background(grey)), Flow::Unchanged);
    assert_eq!(stage.screen().0, before);
    stage.keys(",<enter><esc>");
    assert_eq!(names(&stage), "dark");
    let fitted = theme("dark").on(grey);
    assert_ne!(fitted.style(Role::Label), theme("dark").style(Role::Label));
    assert_look(&stage.screen().0, &fitted, "WHEN ", Role::Label);
}
