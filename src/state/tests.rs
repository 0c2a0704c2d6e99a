use super::*;
use crate::app::{BookmarkMemory, LensMemory, ListMemory};
use crate::choice::{Depth, Face, Order, Pane, TimeStep, Times};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use tempfile::TempDir;

fn open(home: &TempDir) -> Store {
    Store::at(Folder(home.path().join("state")), Folder(home.path().join("data")))
}

fn briefs() -> Vec<String> {
    vec!["one".to_owned(), "two".to_owned()]
}

/// A memory with this scroll, these bookmarks and these searches.
fn memory(scroll: u32, marks: &[&str], searches: &[&str]) -> Memory {
    let mark = |reference: &&str| BookmarkMemory {
        reference: (*reference).to_owned(),
        title: format!("title of {reference}"),
    };
    Memory {
        place: Some(PlaceMemory { reader_scroll: scroll, ..PlaceMemory::default() }),
        bookmarks: marks.iter().map(mark).collect(),
        searches: searches.iter().map(|query| (*query).to_owned()).collect(),
    }
}

/// A reader that took up what there is.
fn begun(home: &TempDir) -> Store {
    let store = open(home);
    store.begin(&briefs(), &store.memory(&briefs()));
    store
}

#[test]
fn what_is_written_is_there_at_the_next_start() {
    let home = tempfile::tempdir().expect("a folder");
    let first = begun(&home);
    let kept = memory(7, &["event:one#a"], &["rama"]);
    assert_eq!(first.write(1, &briefs(), &kept, Durability::Disk), None);
    assert_eq!(open(&home).memory(&briefs()), kept);
    let other = open(&home).memory(&["one".to_owned()]);
    assert_eq!(other, Memory { place: None, ..kept }, "other briefs, another place");
}

#[test]
fn a_later_writing_is_never_undone_by_one_before_it() {
    let home = tempfile::tempdir().expect("a folder");
    let store = begun(&home);
    assert_eq!(store.write(2, &briefs(), &memory(2, &["a", "b"], &[]), Durability::Memory), None);
    assert_eq!(store.write(1, &briefs(), &memory(1, &["a"], &[]), Durability::Memory), None);
    assert_eq!(open(&home).memory(&briefs()), memory(2, &["a", "b"], &[]));
}

#[test]
fn two_readers_lose_nothing_of_each_other() {
    let home = tempfile::tempdir().expect("a folder");
    let before = begun(&home);
    drop(before.write(1, &briefs(), &memory(0, &["a", "b"], &["x"]), Durability::Memory));
    let (first, second) = (begun(&home), begun(&home));
    drop(first.write(1, &briefs(), &memory(1, &["a", "b", "c"], &["x", "y"]), Durability::Memory));
    drop(second.write(
        1,
        &["three".into()],
        &memory(2, &["b", "d"], &["x", "z"]),
        Durability::Memory,
    ));
    drop(first.write(2, &briefs(), &memory(3, &["b", "c"], &["x", "y"]), Durability::Memory));
    let third = open(&home);
    assert_eq!(third.memory(&briefs()), memory(3, &["b", "c", "d"], &["x", "y", "z"]));
    assert_eq!(third.memory(&["three".into()]).place, memory(2, &[], &[]).place);
}

#[test]
fn what_did_not_change_is_not_written() {
    let home = tempfile::tempdir().expect("a folder");
    drop(begun(&home).write(1, &briefs(), &memory(1, &["a"], &["x"]), Durability::Memory));
    let store = begun(&home);
    fs::remove_dir_all(home.path().join("state")).expect("there");
    fs::remove_dir_all(home.path().join("data")).expect("there");
    assert_eq!(store.write(1, &briefs(), &memory(1, &["a"], &["x"]), Durability::Disk), None);
    assert_eq!(fs::read_dir(home.path()).expect("there").count(), 0);
    assert_eq!(store.write(2, &briefs(), &memory(1, &["a", "b"], &["x"]), Durability::Disk), None);
    assert!(home.path().join("data/bookmarks.json").exists());
    assert!(!home.path().join("state").exists());
}

#[test]
fn nothing_is_written_before_it_was_read() {
    let home = tempfile::tempdir().expect("a folder");
    let store = open(&home);
    assert_eq!(store.write(1, &briefs(), &memory(1, &["a"], &["x"]), Durability::Disk), None);
    assert_eq!(fs::read_dir(home.path()).expect("there").count(), 0);
}

/// Whatever stands in the files, the reader opens; only what nobody can read is moved.
#[test]
fn strange_files_are_told_and_harm_nothing() {
    let later = "{\"version\": 2, \"places\": {}}";
    let large = " ".repeat(folder::LARGEST + 1);
    for (text, told, moved) in [
        ("{\"version\": 1, \"places\"", "was broken; it is kept as state.json.broken", true),
        ("\u{1b}[31m", "was broken; it is kept as state.json.broken", true),
        (later, "is of a later version; it is left alone", false),
        (large.as_str(), "is larger than 1024 KiB", false),
    ] {
        let home = tempfile::tempdir().expect("a folder");
        let file = home.path().join("state/state.json");
        fs::create_dir(home.path().join("state")).expect("made");
        fs::write(&file, text).expect("written");
        let store = begun(&home);
        let notice = store.notice().unwrap_or_default();
        assert!(notice.as_str().contains(told), "{notice}");
        assert_eq!(store.memory(&briefs()), Memory::default());
        let failure = store.write(1, &briefs(), &memory(1, &["a"], &["x"]), Durability::Disk);
        assert_eq!(failure.is_none(), moved, "{failure:?}");
        let held = |path: &std::path::Path| fs::read_to_string(path).expect("there");
        let broken = file.with_extension("json.broken");
        assert_eq!(held(if moved { &broken } else { &file }), text);
        assert_eq!(open(&home).memory(&briefs()).bookmarks.len(), 1, "the other file is written");
    }
}

#[test]
fn entries_that_are_none_cost_only_themselves() {
    let home = tempfile::tempdir().expect("a folder");
    fs::create_dir(home.path().join("state")).expect("made");
    let text = r#"{"version": 1, "searches": [1, "x", null], "places": [7, {"briefs": 7},
        {"briefs": "one,two", "place": {"reader_scroll": -1}},
        {"briefs": "one", "place": {"reader_scroll": 3, "colour": "red"}}]}"#;
    fs::write(home.path().join("state/state.json"), text).expect("written");
    let store = open(&home);
    assert_eq!(store.memory(&briefs()), Memory { place: None, ..memory(0, &[], &["x"]) });
    let scroll = store.memory(&["one".into()]).place.map(|place| place.reader_scroll);
    assert_eq!(scroll, Some(3));
}

#[test]
fn a_word_of_another_version_costs_only_itself() {
    let home = tempfile::tempdir().expect("a folder");
    fs::create_dir(home.path().join("state")).expect("made");
    let text = r#"{"version": 1, "places": [{"briefs": "one,two", "place": {
        "subject": "event:one#a", "focus": "map", "large": "actors", "face": "chart", "step": "decade",
        "depth": "", "times": "mars", "lenses": [{"coloured": "red"}, {"found": "rama"}],
        "lists": [{"cursor": "event:one#a", "order": "whim"}, {"order": "links"}, {"order": 7}]}}]}"#;
    fs::write(home.path().join("state/state.json"), text).expect("written");
    let list =
        |cursor: &str, order| ListMemory { cursor: cursor.into(), order, ..Default::default() };
    let usual = Order::default();
    let lists = [list("event:one#a", usual), list("", Order::Links), list("", usual)];
    let lenses = vec![LensMemory::Found("rama".into())];
    let (subject, large) = ("event:one#a".into(), Pane::Actors);
    let known = PlaceMemory { subject, large, lists, lenses, ..PlaceMemory::default() };
    assert_eq!(open(&home).memory(&briefs()).place, Some(known));
}

/// The words that stand in the files of those who have some already.
#[test]
fn the_words_of_a_place_stay_as_they_are() {
    let place = PlaceMemory {
        focus: Pane::Reader,
        large: Pane::Sources,
        face: Face::WhoSays,
        step: TimeStep::Month,
        depth: Some(Depth::Headline),
        times: Some(Times::Utc),
        ..PlaceMemory::default()
    };
    let written = serde_json::to_value(&place).expect("a place");
    for (key, word) in [
        ("focus", "reader"),
        ("large", "sources"),
        ("face", "who-says"),
        ("step", "month"),
        ("depth", "headline"),
        ("times", "utc"),
    ] {
        assert_eq!(written[key], word, "{key}");
    }
    assert_eq!(written["lists"][0]["order"], "usual");
    assert_eq!(serde_json::from_value::<PlaceMemory>(written).expect("a place"), place);
}

#[test]
fn a_folder_that_cannot_be_written_is_told_and_tried_again() {
    let home = tempfile::tempdir().expect("a folder");
    fs::write(home.path().join("data"), "a file in its place").expect("written");
    let store = begun(&home);
    let kept = memory(1, &["a"], &["x"]);
    let failure = store.write(1, &briefs(), &kept, Durability::Disk).unwrap_or_default();
    assert!(failure.as_str().starts_with("bookmarks are not kept: "), "{failure}");
    fs::remove_file(home.path().join("data")).expect("there");
    assert_eq!(store.write(2, &briefs(), &kept, Durability::Disk), None);
    assert_eq!(open(&home).memory(&briefs()), kept);
    let file = home.path().join("data/bookmarks.json");
    assert_eq!(fs::metadata(file).expect("there").permissions().mode() & 0o777, 0o600);
}

#[test]
fn very_many_briefs_have_a_short_key() {
    let many: Vec<String> = (0..4_000).map(|number| format!("brief-{number}")).collect();
    assert!(key(&many).len() < 100);
    assert_ne!(key(&many), key(&many[1..]));
}
