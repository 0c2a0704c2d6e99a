//! Lists to choose from, hints, and the table of actions behind them.

use crate::stage::{BUILT_IN, Loaded, NOTHING, SMALL, Stage, loaded, rows};
use attache::action::{Action, ActionInfo, Context};
use attache::app::{Attention, Choice, Chooser, Listing, Mode};
use attache::keymap::Keymap;
use attache::library::load::LoadRequest;
use attache::term::Input;
use std::collections::BTreeSet;

fn small() -> Stage {
    Stage::new(&SMALL, (80, 24))
}

fn footer(stage: &mut Stage) -> String {
    stage.rows().pop().expect("a footer")
}

fn chooser(stage: &Stage) -> &Chooser {
    let Mode::Chooser(chooser) = stage.app().mode() else { panic!("no list is open") };
    chooser
}

/// Keys that are typed for a text: `<space>` for a blank.
fn typed(text: &str) -> String {
    text.replace(' ', "<space>")
}

fn of_panes(info: &&ActionInfo) -> bool {
    let fits = |context: &Context| {
        matches!(context, Context::Panes | Context::Reader | Context::Everywhere)
    };
    info.contexts.iter().any(fits)
}

/// Beginnings that somebody may type for a name: of the id, of its words, the initials.
fn abbreviations(info: &ActionInfo) -> BTreeSet<String> {
    let initials: String = info.words().filter_map(|word| word.chars().next()).collect();
    let begins = |word: &str| (1..=4.min(word.len())).map(|end| word[..end].to_owned()).collect();
    let of_words = info.words().flat_map(|word| -> Vec<String> { begins(word) });
    let of_id: Vec<String> = begins(info.id);
    let short = of_words.chain(of_id).chain([initials]);
    short.filter(|short| short.len() <= 4).collect()
}

#[test]
fn every_action_of_the_panes_is_six_keys_away_in_the_palette_and_two_by_default() {
    let keymap = Keymap::default();
    let mut far = Vec::new();
    for info in Action::ALL.iter().filter(of_panes) {
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
    let text = stage.keys(":blank<enter>").text();
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
        let acts = list.matching().filter_map(|entry| match entry.choice {
            Choice::Act(action) => Some(action),
            _ => None,
        });
        let mut acts: Vec<Action> = acts.collect();
        acts.sort();
        let mut all: Vec<Action> = Action::ALL.iter().map(|info| info.action).collect();
        all.sort();
        assert_eq!(acts, all, "{keys}");
        let lines = list.matching().filter(|entry| entry.choice == Choice::Nothing).count();
        assert_eq!(lines, attache::app::SIGNS.len());
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
    let Mode::Search(session) = stage.app().mode() else { panic!("the search is not there") };
    assert_eq!(session.field.text(), "rama ");
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
    assert!(rows[11].starts_with(" g g First  h Trail"), "{}", rows[11]);
    assert!(rows[11].trim_end().ends_with('…'), "{}", rows[11]);
    assert_eq!(rows[..11], Stage::new(&SMALL, (40, 12)).rows()[..11]);
}

#[test]
fn settings_are_seen_at_once() {
    let mut stage = small().wearing(&["terminal", "contrast-light"]);
    let style = |stage: &mut Stage| stage.screen().0[(0, 23)].style();
    let before = style(&mut stage);
    let row = footer(stage.keys(",<enter>"));
    assert!(row.contains("Theme: contrast-light; for this session"), "{row}");
    assert_eq!(stage.app().preferences().theme.as_str(), "contrast-light");
    assert_ne!(style(&mut stage), before, "the theme is not seen");
    stage.keys("<left>");
    assert_eq!(style(&mut stage), before);
    let text = stage.keys("<down><enter>").text();
    assert!(text.is_ascii() && text.contains("ASCII only"), "{text}");
    stage.keys("<down><right>");
    assert!(stage.text().contains("compact"), "{}", stage.text());
    stage.keys("<esc>4");
    let body = &stage.app().page().body;
    assert!(!body.is_empty() && body.iter().all(|line| !line.is_empty()), "blank lines are left");
}

#[test]
fn arrows_move_in_what_is_typed_once_something_is() {
    let mut stage = small().wearing(&["terminal", "dark"]);
    stage.keys(",theme<left><left>");
    assert_eq!(stage.app().preferences().theme.as_str(), "terminal");
    stage.keys("<enter>");
    assert_eq!(stage.app().preferences().theme.as_str(), "dark");
    assert_eq!(chooser(&stage).matching().count(), 1);
}

#[test]
fn bookmarks_are_set_listed_and_undone() {
    let mut stage = small();
    let first = stage.subject();
    let row = footer(stage.keys("m"));
    assert!(row.contains("bookmark set: "), "{row}");
    assert!(stage.app().is_bookmarked(stage.app().subject().expect("a subject")));
    stage.keys("jm");
    let second = stage.subject();
    let titles: Vec<String> =
        chooser(stage.keys("B")).matching().map(|e| e.text.to_string()).collect();
    assert_eq!(titles.len(), 2);
    stage.keys("<down><enter>");
    assert_eq!(stage.subject(), first, "the older one stands below");
    stage.keys("<backspace>");
    assert_eq!(stage.subject(), second);
    let row = footer(stage.keys("m"));
    assert!(row.contains("bookmark taken away: "), "{row}");
    let row = footer(stage.keys("u"));
    assert!(row.contains("undone, the bookmark is back: "), "{row}");
    stage.keys("uu");
    assert!(stage.app().bookmarks().is_empty());
    let row = footer(stage.keys("u"));
    assert!(row.contains("no change of a bookmark to undo"), "{row}");
}

#[test]
fn a_bookmark_names_its_brief() {
    let mut stage = small();
    stage.keys("/wiper<enter>m");
    let references: Vec<String> =
        stage.app().bookmarks().iter().map(|mark| mark.reference.to_string()).collect();
    assert_eq!(references, ["event:harbour-outage-2021#harbour-wiper"]);
}

#[test]
fn a_problem_opens_the_record_in_which_it_stands() {
    let mut stage = small();
    let text = stage.keys("gp").text();
    for part in ["broken.toml", "error E006", "> 1:10 ", "schema = 9"] {
        assert!(text.contains(part), "{part} is missing:\n{text}");
    }
    let row = footer(stage.keys("<enter>"));
    assert!(row.contains("stands in no record"), "{row}");
    stage.keys("152<enter>");
    assert_eq!(stage.subject(), "event:rebuild");
    stage.keys("<backspace>");
    let graded = footer(stage.keys("gp").keys(&typed("graded 1")).keys("<enter>"));
    assert_eq!(stage.subject(), "event:harbour-wiper", "{graded}");
    let link = stage.app().link().expect("the claim is chosen");
    let claim = stage.app().page().links[link].target;
    assert!(stage.app().library().claim(claim).is_some());
}

#[test]
fn without_problems_the_number_of_files_is_told() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/screens/briefs/pilots.toml");
    let request = LoadRequest { paths: vec![path.into()], ..LoadRequest::default() };
    let briefs: Loaded = loaded(&request);
    let mut stage = Stage::new(&briefs, (80, 24));
    assert_eq!(briefs.library.findings(), []);
    let text = stage.keys("gp").text();
    assert!(text.contains("no findings; 1 file checked"), "{text}");
}

#[test]
fn judgements_and_questions_are_read_below_their_rows_and_opened() {
    let mut stage = small();
    let text = stage.keys("gj").text();
    for part in ["unlikely · low", "This is unlikely (20-45%).", "Confidence: low"] {
        assert!(text.contains(part), "{part} is missing:\n{text}");
    }
    stage.keys("<enter>");
    assert_eq!(stage.subject(), "judgement:judge-heron");
    let text = stage.keys("gq").text();
    assert!(text.contains("Were ships in danger?") && text.contains("No report says so"), "{text}");
    stage.keys("<esc>bpilots<enter>");
    let text = stage.keys("gj").text();
    assert!(text.contains("Judgements of pilots-strike-2020"), "{text}");
    assert!(text.contains("no brief here holds a judgement"), "{text}");
}

#[test]
fn gaps_are_those_named_and_those_found() {
    let mut stage = Stage::new(&SMALL, (120, 40));
    let text = stage.keys("gu").text();
    for part in [
        "Named by the authors (1)",
        "How the wiper reached the quay network.",
        "Events without a source (1)",
        "The terminal system is rebuilt",
        "Claims without an independent source (2)",
        "Grey Heron carried out the attack",
        "Acting under a name, attributed to nobody (1)",
    ] {
        assert!(text.contains(part), "{part} is missing:\n{text}");
    }
    let is_cranes = |text: &str| text.contains("Cranes of Port Marin stop");
    let told = chooser(&stage).matching().any(|entry| is_cranes(entry.text.as_str()));
    assert!(!told, "it has two origins");
    let mut stage = Stage::new(&BUILT_IN, (120, 40));
    stage.keys("gu").keys(&typed("longest times days"));
    let days: Vec<u32> = chooser(&stage)
        .matching()
        .filter_map(|entry| entry.text.as_str().split(' ').next()?.parse().ok())
        .collect();
    assert!(days.len() > 3 && days.is_sorted_by(|a, b| a >= b), "{days:?}");
}

#[test]
fn the_cursor_goes_to_the_row_with_the_arrows_and_to_the_field_with_letters() {
    let mut stage = small();
    stage.keys("gq<esc>gj");
    assert_eq!(stage.screen().1.y, 0);
    stage.keys("<down>");
    assert_eq!(chooser(&stage).attention, Attention::Row);
    let (buffer, cursor) = stage.screen();
    assert_eq!(buffer[cursor].symbol(), ">");
    stage.keys("g");
    assert_eq!(stage.screen().1.y, 0);
}

/// Lists and what opens them.
const LISTS: &[&str] = &["?", ":", ",", "b", "B", "gh", "gj", "gu", "gq", "gp"];

#[test]
fn lists_are_whole_at_every_width() {
    for keys in LISTS {
        let mut stage = small();
        stage.keys("m<enter>1").keys(keys);
        for height in [6, 12, 24] {
            for width in 40..=130 {
                let _ = stage.input(Input::Resize(width, height));
                let rows = stage.rows();
                let footer = rows.last().expect("a footer").trim_end();
                assert!(footer.ends_with("Esc leave"), "{width}x{height} {keys}: {footer}");
                let title = &rows[1];
                assert!(title.contains(chooser(&stage).listing.title()), "{width} {keys}: {title}");
                assert!(title.starts_with('─') && title.ends_with('─'), "{width} {keys}: {title}");
            }
        }
    }
}
