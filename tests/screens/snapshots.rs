//! Screens as they are: text, and below it the attributes of every run that is not plain.

use crate::stage::{BUILT_IN, SMALL, Stage, loaded, rows};
use attache::library::load::LoadRequest;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use std::fmt::Write as _;

/// A screen for a person to read: its rows, the cursor, and what is not plain in each row.
fn picture((buffer, cursor): &(Buffer, Position)) -> String {
    // What the screen begins with is plain: the last cell of the last row holds nothing.
    let plain = buffer.content.last().expect("a cell");
    let plain = (plain.fg, plain.bg);
    let mut picture = String::new();
    for (y, row) in rows(buffer).iter().enumerate() {
        writeln!(picture, "{y:>2} {}", row.trim_end()).expect("text takes text");
    }
    writeln!(picture, "cursor {} {}", cursor.x, cursor.y).expect("text takes text");
    for y in 0..buffer.area.height {
        let mut runs = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let look = look(&buffer[(x, y)], plain);
            let start = x;
            while x < buffer.area.width && self::look(&buffer[(x, y)], plain) == look {
                x += 1;
            }
            if !look.is_empty() {
                write!(runs, " {start}-{}{look}", x - 1).expect("text takes text");
            }
        }
        if !runs.is_empty() {
            writeln!(picture, "{y:>2}{runs}").expect("text takes text");
        }
    }
    picture
}

/// Attributes as letters, colours by name; nothing for a plain cell.
fn look(cell: &Cell, (fg, bg): (Color, Color)) -> String {
    let mut look = String::new();
    for (modifier, letter) in [
        (Modifier::BOLD, 'b'),
        (Modifier::DIM, 'd'),
        (Modifier::ITALIC, 'i'),
        (Modifier::UNDERLINED, 'u'),
        (Modifier::REVERSED, 'r'),
    ] {
        if cell.modifier.contains(modifier) {
            look.push(letter);
        }
    }
    for (color, plain, ground) in [(cell.fg, fg, "fg"), (cell.bg, bg, "bg")] {
        if color != plain {
            write!(look, ":{ground}={color}").expect("text takes text");
        }
    }
    look
}

/// Compares a screen of the small briefs with the one that was read and found right.
fn shown(name: &str, size: (u16, u16), keys: &str) {
    let mut stage = Stage::new(&SMALL, size);
    compare(name, size, stage.keys(keys));
}

pub(crate) fn compare(name: &str, size: (u16, u16), stage: &mut Stage) {
    compare_screen(name, size, &stage.screen());
}

/// Compares a screen with the one of this name that was read and found right.
pub(crate) fn compare_screen(name: &str, (width, height): (u16, u16), screen: &(Buffer, Position)) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let picture = picture(screen);
    settings.bind(|| insta::assert_snapshot!(format!("{name}-{width}x{height}"), picture));
}

#[test]
fn start() {
    for size in [(80, 24), (120, 40), (200, 60), (40, 12), (20, 6), (30, 1)] {
        shown("start", size, "");
    }
}

#[test]
fn disputed_event() {
    for size in [(80, 24), (120, 40), (170, 40), (40, 12)] {
        shown("disputed", size, "/wiper<space>attack<enter>");
    }
}

#[test]
fn search() {
    for size in [(80, 24), (120, 40), (40, 12)] {
        shown("search", size, "/heron");
        shown("search-near", size, "/herron");
    }
    shown("search-nothing", (80, 24), "/qqqq");
}

#[test]
fn help() {
    for size in [(80, 24), (120, 40)] {
        shown("help", size, "?");
    }
}

#[test]
fn actor() {
    for size in [(80, 24), (120, 40)] {
        shown("actor", size, "/grey<space>heron<enter>2");
    }
}

#[test]
fn source() {
    for size in [(80, 24), (120, 40)] {
        shown("source", size, "3gg");
    }
}

#[test]
fn reader_alone_with_a_link_chosen() {
    for size in [(80, 24), (120, 40)] {
        shown("alone", size, "/wiper<space>attack<enter>4zvv");
    }
}

const WIPER: &str = "/wiper<space>attack<enter>";

#[test]
fn lenses() {
    for size in [(80, 24), (120, 40), (40, 12), (20, 6)] {
        shown("lens", size, &format!("{WIPER}1o"));
    }
    for size in [(80, 24), (120, 40)] {
        shown("lenses", size, &format!("{WIPER}1ofharbour<enter>"));
    }
    shown("filter", (80, 24), "fheron");
}

#[test]
fn pinned() {
    for size in [(80, 24), (120, 40)] {
        shown("pinned", size, &format!("{WIPER}1p"));
    }
}

#[test]
fn compared() {
    for size in [(80, 24), (120, 40), (200, 60)] {
        shown("compared", size, &format!("{WIPER}1pj"));
    }
    shown("compared", (40, 12), &format!("{WIPER}1pj4"));
}

#[test]
fn who_says() {
    for size in [(80, 24), (120, 40), (40, 12)] {
        shown("who", size, &format!("{WIPER}1w"));
    }
}

#[test]
fn provenance() {
    for size in [(80, 24), (120, 40)] {
        shown("provenance", size, &format!("{WIPER}1i"));
    }
}

#[test]
fn sorted() {
    for size in [(80, 24), (120, 40)] {
        shown("sorted", size, "sl3sg");
    }
}

#[test]
fn depth() {
    for size in [(80, 24), (120, 40)] {
        shown("headline", size, &format!("{WIPER}1--"));
        shown("card", size, &format!("{WIPER}1-"));
    }
}

#[test]
fn ascii_only() {
    let size = (80, 24);
    let mut stage = Stage::with(&SMALL, size, true);
    let screen = stage.keys("/wiper<space>attack<enter>").rows().concat();
    assert!(screen.is_ascii(), "{screen}");
    compare("ascii", size, &mut stage);
}

#[test]
fn the_meeting_of_the_built_in_briefs() {
    let size = (80, 24);
    let mut stage = Stage::new(&BUILT_IN, size);
    compare("built-in-meeting", size, stage.keys("/lapid<enter>1"));
}

/// Lists to choose from, with the keys that open them.
const LISTS: &[(&str, &str)] = &[
    ("list-palette", ":sort"),
    ("list-settings", ",<down>"),
    ("list-judgements", "gj"),
    ("list-gaps", "gu<down>"),
    ("list-questions", "gq"),
    ("list-problems", "gp<down>"),
    ("list-bookmarks", "mjmB"),
    ("list-briefs", "b"),
    ("list-trail", "<enter>1j<enter>gh"),
    ("list-reason", "?swap"),
];

#[test]
fn lists_to_choose_from() {
    // Names of files as they are given, so that no folder of this machine is in a picture.
    let names = ["broken", "harbour", "pilots"];
    let paths = names.map(|name| format!("tests/screens/briefs/{name}.toml").into()).to_vec();
    let briefs = loaded(&LoadRequest { paths, ..LoadRequest::default() });
    for (name, keys) in LISTS {
        for size in [(80, 24), (120, 40)] {
            let mut stage = Stage::new(&briefs, size).wearing(&["terminal", "dark"]);
            compare(name, size, stage.keys(keys));
        }
    }
}

#[test]
fn windows_and_bookmarks() {
    for size in [(80, 24), (120, 40), (40, 12)] {
        shown("what-may-follow", size, "mjjmg");
    }
}
