//! Every size: small, huge, and those at which something is left out.

use crate::hostile::HOSTILE;
use crate::stage::{BUILT_IN, Loaded, SMALL, Stage, rows};
use attache::term::Input;
use attache::ui;
use std::collections::BTreeSet;

/// Keys that lead to each use of the screen.
const USES: &[&str] = &["", "/rama", "?", "z", "4<tab>", "2z", "/zzzz", ":", "gu<down>", "gp", "g"];

#[test]
fn every_small_size_and_the_extremes_are_drawn() {
    let small = (0..=41).flat_map(|width| (0..=21).map(move |height| (width, height)));
    let sizes: Vec<(u16, u16)> = small.chain(EXTREMES).collect();
    for keys in USES {
        drawn(&SMALL, keys, &sizes);
    }
    // Hostile pages take their time to wrap, and what they break they break at the edges of a tier.
    let edges = [0, 1, 2, 7, 12, 17, 18, 19, 20, 21, 22, 40, 41].into_iter();
    let edges = edges.flat_map(|width| [0, 1, 2, 5, 6, 7, 16, 21].map(|height| (width, height)));
    let sizes: Vec<(u16, u16)> = edges.chain(EXTREMES).collect();
    for keys in USES {
        drawn(&HOSTILE, keys, &sizes);
    }
}

const EXTREMES: [(u16, u16); 4] = [(1, 500), (500, 1), (1000, 6), (20, 500)];

fn drawn(briefs: &Loaded, keys: &str, sizes: &[(u16, u16)]) {
    let mut stage = Stage::new(briefs, (80, 24));
    stage.keys(keys);
    for (width, height) in sizes {
        let _ = stage.input(Input::Resize(*width, *height));
        let (mut buffer, cursor) = stage.frame();
        assert_eq!(ui::sweep(&mut buffer, true), 0, "{width}x{height} {keys}");
        assert!(cursor.is_none_or(|cursor| buffer.area.contains(cursor)));
        marked_or_blank(stage.app().library().marking().word(), &rows(&buffer));
    }
}

#[test]
fn the_largest_screen_is_drawn() {
    for keys in ["", "/rama", "?"] {
        let mut stage = Stage::new(&BUILT_IN, (1000, 500));
        let rows = stage.keys(keys).rows();
        assert!(rows[0].contains("TLP:"), "{keys}");
        assert_eq!(rows.len(), 500);
    }
}

#[test]
fn what_takes_the_keys_is_seen_at_every_size() {
    for size in [(39, 9), (38, 20), (30, 8), (20, 6), (60, 4), (20, 3)] {
        for keys in ["?", "/", ":", "Q", "gu", "b"] {
            let rows = Stage::new(&BUILT_IN, size).keys(keys).rows();
            let chosen = rows.iter().filter(|row| row.starts_with('>')).count();
            assert_eq!(chosen, 1, "{size:?} {keys}\n{}", rows.join("\n"));
        }
        let rows = Stage::new(&BUILT_IN, size).keys("yy").rows();
        assert!(rows[0].contains("Copy vi"), "{size:?}\n{}", rows.join("\n"));
    }
}

/// A line that is filled in is seen wherever there is a row for it.
#[test]
fn what_is_typed_is_seen_in_small_windows() {
    for size in [(39, 9), (30, 8), (20, 6), (60, 4)] {
        for (key, typed) in [("t", "2022"), ("f", "rama")] {
            let rows = Stage::new(&BUILT_IN, size).keys(key).keys(typed).rows();
            let last = rows.last().expect("a row");
            assert!(last.contains(typed), "{size:?} {key}\n{}", rows.join("\n"));
        }
        let rows = Stage::new(&BUILT_IN, size).keys("").rows();
        assert!(rows.last().is_some_and(|row| row.contains("? keys")), "{}", rows.join("\n"));
    }
}

fn marked_or_blank(marking: &str, rows: &[String]) {
    let marked = rows.first().is_some_and(|row| row.contains(&format!("TLP:{marking}")));
    assert!(marked || rows.iter().all(|row| row.trim().is_empty()), "{}", rows.join("\n"));
}

#[test]
fn the_way_to_help_and_whole_words_at_every_width() {
    for (keys, way) in [
        ("", "? keys"),
        ("3", "? keys"),
        ("4", "? keys"),
        ("z", "? keys"),
        ("o", "? keys"),
        ("pj", "? keys"),
        ("wi", "? keys"),
        ("-j", "? keys"),
        ("/a", "Esc cancel, no move"),
        ("?", "Esc leave"),
    ] {
        whole(&SMALL, keys, way);
    }
    whole(&BUILT_IN, "", "? keys");
    // The last event is that of the brief with the longest id.
    whole(&HOSTILE, "ggG", "? keys");
}

/// At every width from 40 on, header and footer are made of parts that the widest screen shows.
fn whole(briefs: &Loaded, keys: &str, way: &str) {
    for height in [12, 24] {
        let mut stage = Stage::new(briefs, (80, 24));
        stage.keys(keys);
        let _ = stage.input(Input::Resize(300, height));
        let widest = stage.rows();
        let hints = parts(&widest[widest.len() - 1], "  ");
        let segments = parts(&widest[0], " · ");
        for width in 40..=200 {
            let _ = stage.input(Input::Resize(width, height));
            let (buffer, _) = stage.frame();
            let rows = rows(&buffer);
            let footer = rows.last().expect("rows");
            assert!(footer.contains(way), "{width}x{height} {keys}: {footer}");
            let shown = parts(footer, "  ");
            assert!(shown.is_subset(&hints), "{width}x{height} {keys}: {footer}");
            let tabs = rows[0].contains("[1 ")
                || rows[0].contains("[3 Src]")
                || rows[0].contains("[4 Read]");
            let search = rows[0].starts_with(" / ");
            let mut shown = parts(&rows[0], " · ");
            // A lens is shortened between words, which another test looks at.
            shown.retain(|part| !part.starts_with("lens: ") && !part.starts_with("1 lens"));
            // Beside it an edition may be without its date and its number.
            let begins = |part: &String| {
                let rest = segments.iter().find_map(|whole| whole.strip_prefix(part.as_str()));
                rest.is_some_and(|rest| rest.starts_with(' ') || rest.starts_with(", "))
            };
            shown.retain(|part| !begins(part));
            assert!(
                tabs || search || shown.is_subset(&segments),
                "{width}x{height} {keys}: {} is not of {segments:?}",
                rows[0]
            );
        }
    }
}

/// Titles and header are cut between words only, and say so, at every width from 40 on.
#[test]
fn no_title_is_cut_within_a_word() {
    for keys in [
        "",
        "o",
        "o2jofsea<enter>",
        "pj",
        "opj2o4",
        "w",
        "i4",
        "3sg",
        "1sl",
        "-",
        "T",
        "2z",
        "4zo",
        "pj4z",
        "b<down><enter>",
        "/heron",
    ] {
        uncut(&SMALL, keys);
    }
    for keys in ["o", "G", "Gpk", "Gw", "3G", "oGofa<enter>"] {
        uncut(&BUILT_IN, keys);
    }
}

fn uncut(briefs: &Loaded, keys: &str) {
    let mut stage = Stage::new(briefs, (80, 24));
    stage.keys(keys);
    let library = stage.app().library();
    let titles = library.items().map(|(id, _)| attache::app::short_name(library, id));
    let bare = |word: &str| word.trim_end_matches([',', ';', ':']).to_owned();
    let words: BTreeSet<String> = titles
        .flat_map(|title| title.as_str().split_whitespace().map(bare).collect::<Vec<_>>())
        .collect();
    for (width, height) in (40..=200).flat_map(|width| [12, 24, 40].map(|height| (width, height))) {
        let _ = stage.input(Input::Resize(width, height));
        let (buffer, _) = stage.frame();
        let layout = stage.app().layout();
        let panes = layout.panes.iter().map(|(_, area)| area);
        let panes = panes.chain(&layout.who).chain(&layout.pinned).map(|area| area.title);
        for row in panes.chain([layout.header]).filter(|row| row.height > 0) {
            let text: String = (row.x..row.right()).map(|x| buffer[(x, row.y)].symbol()).collect();
            for word in text.split([' ', '─', '│']).filter_map(|word| word.strip_suffix('…'))
            {
                assert!(words.contains(word), "{width}x{height} {keys}: {word} is cut in {text}");
            }
        }
    }
}

/// The parts of a row, without the marking at its end.
fn parts(row: &str, between: &str) -> BTreeSet<String> {
    let (before, _) = row.split_once("TLP:").unwrap_or((row, ""));
    let parts = before.split(between).map(str::trim).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}
