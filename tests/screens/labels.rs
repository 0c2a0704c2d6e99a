//! The marking on the screen.

#[path = "../labels/cases.rs"]
mod cases;

use crate::stage::{Loaded, Stage, loaded};
use attache::action::Action;
use attache::app::Mode;
use attache::library::load::{LoadRequest, load_files};
use attache::search::Index;
use cases::{CASES, Case};
use std::sync::Arc;

/// The lists show the titles of all that is loaded.
#[test]
fn the_first_row_has_the_highest_marking_of_all_that_is_loaded() {
    let head = "schema = 1\n[brief]\nid = \"b\"\ntitle = \"B\"\ntlp = \"CLEAR\"\n";
    let event = |id: &str, tlp: &str| {
        format!(
            "[[event]]\nid = \"{id}\"\ntitle = \"{id}\"\nwhen = \"2021\"\ntype = \"other\"\n{tlp}\n"
        )
    };
    for (tlp, label) in [("tlp = \"RED\"", "TLP:RED"), ("", "TLP:CLEAR")] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("b.toml");
        std::fs::write(&path, format!("{head}{}{}", event("one", ""), event("two", tlp)))
            .expect("written");
        let briefs = loaded(&LoadRequest { paths: vec![path], ..LoadRequest::default() });
        for size in [(80, 24), (40, 12), (120, 40)] {
            let first = Stage::new(&briefs, size).rows()[0].clone();
            assert!(first.trim_end().ends_with(label), "{size:?}: {first}");
        }
    }
}

fn read(case: &Case) -> Loaded {
    let folder = tempfile::tempdir().expect("a folder");
    case.write(folder.path());
    loaded(&LoadRequest { paths: vec![folder.path().to_path_buf()], ..LoadRequest::default() })
}

/// Sizes of every kind of layout, and those in which there is room for a line at most.
const SIZES: [(u16, u16); 6] = [(120, 40), (80, 24), (50, 16), (40, 12), (30, 5), (24, 2)];

/// The first row of a screen has the marking, where anything but blanks is shown.
#[track_caller]
fn has_marking(stage: &mut Stage, what: &str) {
    let rows = stage.rows();
    let is_blank = rows.iter().all(|row| row.trim().is_empty());
    let red = rows[0].contains("TLP:RED");
    assert!(is_blank || red, "{what}\n{}", rows.join("\n"));
}

/// All views: what each action opens and what is reached from there, in a size that changes from case to
/// case, so that each comes to each.
#[test]
fn every_view_has_the_marking_of_whatever_is_red() {
    let shown = CASES.iter().filter(|case| case.name != "an older edition");
    for (turn, case) in shown.enumerate() {
        let briefs = read(case);
        let mut seen = false;
        for (place, action) in Action::ALL.iter().enumerate() {
            let size = SIZES[(turn + place) % SIZES.len()];
            let mut stage = Stage::new(&briefs, size);
            let what = format!("{}: {} at {size:?}", case.name, action.id);
            has_marking(&mut stage, &what);
            stage.act(action.action);
            has_marking(&mut stage, &what);
            for keys in ["<down>", "<end>", "<enter>", "4", "Y", "<esc>", "/harr", "<f1>"] {
                stage.keys(keys);
                has_marking(&mut stage, &what);
                seen |= case.stands_in(&stage.text());
            }
        }
        let mut findings = Stage::new(&briefs, (120, 40));
        findings.act(Action::Problems);
        for _ in 0..4 {
            has_marking(findings.keys("<down>"), case.name);
            seen |= case.stands_in(&findings.text());
        }
        // A view that shows nothing of it proves nothing.
        assert!(seen, "{} is in no view", case.name);
    }
}

/// Of an older edition nothing is shown but which one it is, and its marking is not that of the others.
#[test]
fn of_what_is_set_aside_no_view_shows_a_word() {
    let case = CASES.iter().find(|case| case.name == "an older edition").expect("it is there");
    let briefs = read(case);
    for action in Action::ALL {
        let mut stage = Stage::new(&briefs, (80, 24));
        stage.act(action.action);
        for keys in ["", "<down>", "<down>", "<enter>"] {
            let text = stage.keys(keys).text();
            assert!(!case.stands_in(&text), "{}\n{text}", action.id);
        }
    }
}

/// What is said of what is gone names it, and has the marking that it had.
#[test]
fn what_was_red_before_the_files_were_read_again_is_red_where_it_is_named() {
    for case in CASES {
        let folder = tempfile::tempdir().expect("a folder");
        case.write(folder.path());
        let paths = vec![folder.path().to_path_buf()];
        let read = load_files(&LoadRequest { paths, ..LoadRequest::default() });
        let library = Arc::new(read.library);
        let items: Vec<_> = library.items().map(|(id, _)| id).collect();
        let index = Arc::new(Index::new(&library));
        let briefs = Loaded { library, index };
        for item in items {
            let mut stage = Stage::new(&briefs, (120, 40));
            stage.app_mut().go_to(item);
            stage.act(Action::Bookmark);
            stage.act(Action::Pin);
            for (name, _) in case.files {
                std::fs::remove_file(folder.path().join(name)).expect("it was there");
            }
            let clear = "schema = 2\n[brief]\nid = \"new\"\ntitle = \"New\"\ntlp = \"CLEAR\"\n";
            std::fs::write(folder.path().join("new.toml"), clear).expect("written");
            let (again, changes) = read.files.again();
            let index = Arc::new(Index::new(&again.library));
            stage.app_mut().reload(Arc::new(again.library), index, changes);
            for keys in ["", "<f5>", ":bookmarks<enter>", "<esc>", "u", "<down>"] {
                let rows = stage.keys(keys).rows();
                let text = rows.join("\n");
                let has_label = rows[0].trim_end().ends_with("TLP:RED");
                assert!(has_label || !case.stands_in(&text), "{}: {keys}\n{text}", case.name);
            }
            std::fs::remove_file(folder.path().join("new.toml")).expect("it was there");
            case.write(folder.path());
        }
    }
}

/// Before anything is read nobody knows a marking, and nothing is there that would need one.
#[test]
fn lines_that_are_copied_have_the_marking_on_the_screen() {
    let case = &CASES[0];
    let mut stage = Stage::new(&read(case), (80, 24));
    stage.act(Action::CopyView);
    assert!(matches!(stage.app().mode(), Mode::Copy(_)));
    has_marking(&mut stage, "the copy view");
}
