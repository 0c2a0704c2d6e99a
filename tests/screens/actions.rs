//! The table of actions and its faces: help, palette, hints, windows, and the answer of every key.

use crate::lists::{chooser, footer, small, typed};
use crate::stage::{NOTHING, SMALL, Stage, rows};
use attache::action::{Action, ActionInfo, Context};
use attache::app::{Choice, Listing, Mode};
use attache::keymap::Keymap;
use std::collections::BTreeSet;

fn is_of_panes(info: &ActionInfo) -> bool {
    let fits = |context: &Context| {
        matches!(context, Context::Panes | Context::Reader | Context::Everywhere)
    };
    info.contexts.iter().any(fits)
}

/// Beginnings that somebody may type for a name: of the id, of its words, the initials.
fn abbreviations(info: &ActionInfo) -> BTreeSet<String> {
    let initials: String = info.words().filter_map(|word| word.chars().next()).collect();
    let begins = |word: &str| {
        let ends = (1..=4).filter_map(|end| word.get(..end).map(str::to_owned));
        ends.collect()
    };
    let of_words = info.words().flat_map(|word| -> Vec<String> { begins(word) });
    let of_id: Vec<String> = begins(info.id);
    let short = of_words.chain(of_id).chain([initials]);
    short.filter(|short| short.len() <= 4).collect()
}

#[test]
fn every_action_of_the_panes_is_six_keys_away_in_the_palette_and_two_by_default() {
    let keymap = Keymap::default();
    let mut far = Vec::new();
    for info in Action::ALL.iter().filter(|info| is_of_panes(info)) {
        let chords = keymap.keys(info.action).into_iter().map(|keys| keys.chords().len()).min();
        assert!(chords.is_some_and(|chords| chords <= 2), "{}: {chords:?} keys", info.id);
        // Colon and Enter are two of the six.
        let near = abbreviations(info).into_iter().any(|short| {
            let mut stage = small();
            stage.keys(&format!(":{short}"));
            chooser(&stage).entry().map(|entry| &entry.choice) == Some(&Choice::Act(info.action))
        });
        if !near {
            far.push(info.id);
        }
    }
    assert_eq!(far, Vec::<&str>::new());
}

#[test]
fn names_that_are_typed_in_full_are_run() {
    let mut stage = small();
    stage.keys(":zoom<enter>");
    assert!(matches!(stage.app().mode(), Mode::Panes));
    assert!(!stage.text().contains("3 Sources"), "{}", stage.text());
    stage.keys(&typed(":zoom<enter>"));
    let before = stage.situation();
    let text = stage.keys(":sphinx<enter>").text();
    assert!(text.contains("nothing matches"), "{text}");
    stage.keys("<esc>");
    assert_eq!(stage.situation(), before);
}

#[test]
fn the_help_names_every_action_once_and_every_sign() {
    for keys in ["", "4", "/", "f", ","] {
        let mut stage = small();
        stage.keys(keys).keys(if keys.is_empty() || keys == "4" { "?" } else { "<f1>" });
        let list = chooser(&stage);
        assert_eq!(list.listing, Listing::Help);
        for info in Action::ALL {
            let rows = list.matching().filter(|entry| entry.choice == Choice::Act(info.action));
            assert_eq!(rows.count(), 1, "{keys} {}", info.id);
        }
        let lines = list.matching().filter(|entry| entry.choice == Choice::Nothing).count();
        assert!(lines > attache::app::SIGNS.len(), "signs, and the words of the card");
        let here = list.matching().next().map(|entry| entry.group.to_string());
        let context = [("", "Panes"), ("4", "Reader"), ("/", "Search"), ("f", "Line to fill in")];
        let context = context.into_iter().chain([(",", "Lists to choose from")]);
        let expected = context.into_iter().find(|(of, _)| *of == keys).map(|(_, name)| name);
        assert_eq!(here.as_deref(), expected, "this context is not the first");
    }
}

#[test]
fn the_palette_shows_each_name_with_its_first_key() {
    let keymap = Keymap::default();
    let mut stage = Stage::new(&SMALL, (120, 100));
    let rows = stage.keys(":").rows();
    for info in Action::ALL {
        let key = keymap.keys(info.action)[0].to_string();
        let shown = rows.iter().any(|row| {
            let row = row.trim_start_matches(['>', ' ']).trim_end();
            row.starts_with(&info.name()) && row.ends_with(&key)
        });
        assert!(shown, "{} with {key} is not in\n{}", info.name(), rows.join("\n"));
    }
}

#[test]
fn an_action_is_run_from_the_help_where_the_help_was_opened() {
    let mut stage = small();
    stage.keys(&typed("/rama lapid")).keys("<f1>").keys(&typed("erase word")).keys("<enter>");
    let field = match stage.app().mode() {
        Mode::Search(session) => session.field.text(),
        Mode::Panes | Mode::Chooser(_) | Mode::Prompt(_) | Mode::Copy(_) => {
            "the search is not there".to_owned()
        }
    };
    assert_eq!(field, "rama ");
    stage.keys("<esc>?").keys(&typed("only linked")).keys("<enter>");
    assert_eq!(stage.app().lenses().len(), 1);
}

#[test]
fn what_cannot_be_done_says_why_before_it_is_tried_and_when_it_is() {
    let mut stage = small();
    let row = footer(stage.keys("?").keys(&typed("change places")));
    assert!(row.contains("nothing is pinned; p pins") && row.contains("Esc leave"), "{row}");
    let row = footer(stage.keys("<enter>"));
    assert!(row.contains("nothing is pinned; p pins"), "{row}");
    assert_eq!(chooser(&stage).listing, Listing::Help, "the list is left for nothing");
    let row = footer(stage.keys("<esc>:openresult"));
    assert!(row.contains("open-result works elsewhere: Search"), "{row}");
}

/// The states in which every action is tried: how to come there.
const STATES: &[&str] = &[
    "",
    "G",
    "2",
    "3G",
    "4",
    "4<tab>",
    "z",
    "o",
    "p",
    "p j",
    "w",
    "i",
    "/",
    "/qqqq",
    "/heron",
    "/heron<enter>",
    "f",
    "fheron",
    "t",
    "?",
    "?qqqq",
    ":",
    ":pin",
    ",",
    ",<down>",
    "b",
    "B",
    "m",
    "mB",
    "gj",
    "gu",
    "gq",
    "gp",
    "gh",
    "yy",
    "yyG",
    "yy?",
    "wyy",
    "<enter>gh",
    "<enter>",
    "<enter><backspace>",
];

/// What a user sees, without the last row.
fn seen(stage: &Stage) -> (Vec<String>, String) {
    let (buffer, cursor) = stage.frame();
    let mut rows = rows(&buffer);
    let last = rows.pop().expect("a footer");
    let app = stage.app();
    let more = (app.face(), app.pinned(), app.brief(), app.lenses().len());
    rows.push(format!("{cursor:?} {more:?} {:?}", stage.situation()));
    (rows, last)
}

#[test]
fn no_key_is_silent_in_any_state() {
    for briefs in [&*SMALL, &*NOTHING] {
        for state in STATES {
            for info in Action::ALL {
                let mut stage = Stage::new(briefs, (80, 24));
                stage.keys(state);
                let context = stage.app().context();
                let mut here = std::iter::successors(Some(context), |context| context.outer());
                let keymap = Keymap::default();
                let key = keymap.keys(info.action)[0].to_string();
                if !here.any(|context| info.contexts.contains(&context)) {
                    continue;
                }
                let before = seen(&stage);
                let changed = stage.act(info.action);
                let after = seen(&stage);
                let told = stage.app().notice().is_some();
                assert!(
                    changed || told || before.0 != after.0,
                    "{} ({key}) is silent after `{state}`:\n{}\n{}",
                    info.id,
                    after.0.join("\n"),
                    after.1
                );
            }
        }
    }
}

#[test]
fn esc_is_hinted_at_when_it_has_something_to_do() {
    for state in STATES {
        let mut stage = small();
        stage.keys(state);
        let words = stage.app().cancels();
        stage.keys("<esc>");
        let nothing =
            stage.app().notice().is_some_and(|n| n.as_str().contains("nothing to cancel"));
        assert_eq!(words.is_none(), nothing, "{state}: {words:?}");
    }
    let row = footer(small().keys("o"));
    assert!(row.contains("Esc clear lens"), "{row}");
    let row = footer(small().keys("pj"));
    assert!(row.contains("Esc unpin") && row.contains("x swap"), "{row}");
}

#[test]
fn what_may_follow_a_key_is_shown_at_once() {
    for (keys, lines) in [
        ("g", &["First row", "What is judged, how likely and how surely"][..]),
        ("s", &["Sort the list by time", "Sort the list by grade, the best first"]),
        ("y", &["Copy the answer: when, who says so, how sure", "Copy the citation in one line"]),
    ] {
        let mut stage = small();
        let text = stage.keys(keys).text();
        for line in lines {
            assert!(text.contains(line), "{line} is missing:\n{text}");
        }
        let before = small().rows();
        assert_eq!(stage.keys("<esc>").rows(), before, "Esc does more than to leave");
    }
    let mut stage = Stage::new(&SMALL, (40, 12));
    let rows = stage.keys("g").rows();
    assert!(rows[11].starts_with(" g q Questions  g First"), "{}", rows[11]);
    assert!(rows[11].trim_end().ends_with('…'), "{}", rows[11]);
    assert_eq!(rows[..11], Stage::new(&SMALL, (40, 12)).rows()[..11]);
}
