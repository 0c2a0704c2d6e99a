use super::*;
use crate::app::ListMemory;
use crate::choice::{Depth, Face, Order, Pane, TimeStep, Times};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use tempfile::TempDir;

fn open(home: &TempDir) -> Store {
    Store::at(Folder(home.path().join("state")), Folder(home.path().join("data")), true)
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
    assert_eq!(first.write(1, &briefs(), &kept, Durability::Disk), Saving::default());
    assert_eq!(open(&home).memory(&briefs()), kept);
    let other = open(&home).memory(&["one".to_owned()]);
    assert_eq!(other, Memory { place: None, ..kept }, "other briefs, another place");
}

#[test]
fn a_later_writing_is_never_undone_by_one_before_it() {
    let home = tempfile::tempdir().expect("a folder");
    let store = begun(&home);
    assert_eq!(
        store.write(2, &briefs(), &memory(2, &["a", "b"], &[]), Durability::Memory),
        Saving::default()
    );
    assert_eq!(
        store.write(1, &briefs(), &memory(1, &["a"], &[]), Durability::Memory),
        Saving::default()
    );
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
    assert_eq!(
        store.write(1, &briefs(), &memory(1, &["a"], &["x"]), Durability::Disk),
        Saving::default()
    );
    assert_eq!(fs::read_dir(home.path()).expect("there").count(), 0);
    assert_eq!(
        store.write(2, &briefs(), &memory(1, &["a", "b"], &["x"]), Durability::Disk),
        Saving::default()
    );
    assert!(home.path().join("data/bookmarks.json").exists());
    assert!(!home.path().join("state").exists());
}

#[test]
fn nothing_is_written_before_it_was_read() {
    let home = tempfile::tempdir().expect("a folder");
    let store = open(&home);
    assert_eq!(
        store.write(1, &briefs(), &memory(1, &["a"], &["x"]), Durability::Disk),
        Saving::default()
    );
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
        (large.as_str(), "was larger than 1024 KiB; it is kept as state.json.broken", true),
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
        assert_eq!(failure.failure.is_none(), moved, "{failure:?}");
        let held = |path: &Path| fs::read_to_string(path).expect("there");
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
    let failure = store.write(1, &briefs(), &kept, Durability::Disk).failure.unwrap_or_default();
    assert!(failure.as_str().starts_with("bookmarks are not kept: "), "{failure}");
    fs::remove_file(home.path().join("data")).expect("there");
    assert_eq!(store.write(2, &briefs(), &kept, Durability::Disk), Saving::default());
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

/// Whatever stands where a file should: it is put aside once, told once, and saving goes on.
#[test]
fn what_cannot_be_read_is_put_aside_and_saving_goes_on() {
    type Make = fn(&Path);
    let kinds: [(&str, Make); 7] = [
        ("binary", |path| fs::write(path, b"\x7fELF\xff\xfe\0\0").expect("written")),
        ("UTF-16", |path| fs::write(path, b"\xff\xfe{\0}\0").expect("written")),
        ("large", |path| fs::write(path, vec![b'x'; folder::LARGEST + 1]).expect("written")),
        ("folder", |path| fs::create_dir_all(path.join("with/more")).expect("made")),
        ("pipe", |path| {
            let mode = rustix::fs::Mode::RUSR;
            rustix::fs::mknodat(rustix::fs::CWD, path, rustix::fs::FileType::Fifo, mode, 0)
                .expect("made");
        }),
        ("socket", |path| drop(std::os::unix::net::UnixListener::bind(path).expect("made"))),
        ("circle", |path| std::os::unix::fs::symlink("state.json", path).expect("made")),
    ];
    for (what, make) in kinds {
        let home = tempfile::tempdir().expect("a folder");
        fs::create_dir(home.path().join("state")).expect("made");
        let file = home.path().join("state/state.json");
        make(&file);
        let store = begun(&home);
        let notice = store.notice().unwrap_or_default();
        assert!(notice.as_str().ends_with("it is kept as state.json.broken"), "{what}: {notice}");
        assert_eq!(store.refused(), None, "{what}");
        let kept = memory(1, &["a"], &["x"]);
        let saving = store.write(1, &briefs(), &kept, Durability::Disk);
        assert_eq!(saving, Saving::default(), "{what}");
        let next = open(&home);
        assert_eq!((next.memory(&briefs()), next.notice()), (kept, None), "{what}");
        assert!(file.with_extension("json.broken").symlink_metadata().is_ok(), "{what}");
    }
}

#[test]
fn both_files_are_told_and_the_fourth_of_a_kind_takes_a_place() {
    let home = tempfile::tempdir().expect("a folder");
    for file in ["state/state.json", "data/bookmarks.json"] {
        let file = home.path().join(file);
        fs::create_dir_all(file.parent().expect("a folder")).expect("made");
        fs::write(&file, "{").expect("written");
        for aside in ["broken", "broken-2", "broken-3"] {
            fs::create_dir_all(file.with_extension(format!("json.{aside}"))).expect("made");
        }
        fs::remove_dir(file.with_extension("json.broken-2")).expect("there");
        fs::write(file.with_extension("json.broken-2"), "old").expect("written");
    }
    let notice = open(&home).notice().unwrap_or_default();
    let told = "state.json was broken; it is kept as state.json.broken-2; \
                bookmarks.json was broken; it is kept as bookmarks.json.broken-2";
    assert_eq!(notice.as_str(), told);
}

#[test]
fn a_file_that_breaks_meanwhile_is_told() {
    let home = tempfile::tempdir().expect("a folder");
    let store = begun(&home);
    assert_eq!(
        store.write(1, &briefs(), &memory(1, &[], &[]), Durability::Disk),
        Saving::default()
    );
    fs::write(home.path().join("state/state.json"), b"\xff").expect("written");
    let saving = store.write(2, &briefs(), &memory(2, &[], &[]), Durability::Disk);
    assert_eq!(saving.failure, None);
    assert!(saving.notice.is_some_and(|words| words.as_str().contains("was no text")));
    assert_eq!(open(&home).memory(&briefs()), memory(2, &[], &[]));
}

#[test]
fn a_linked_file_is_replaced_where_it_stands_and_the_link_stays() {
    let home = tempfile::tempdir().expect("a folder");
    let at = |path: &str| home.path().join(path);
    fs::create_dir_all(at("state")).expect("made");
    fs::create_dir_all(at("saved/deep")).expect("made");
    std::os::unix::fs::symlink("../saved/first", at("state/state.json")).expect("made");
    std::os::unix::fs::symlink("deep/own.json", at("saved/first")).expect("made");
    for scroll in [1, 2] {
        // At first there is nothing behind the link, then the file of before.
        let kept = memory(scroll, &[], &[]);
        let saving = begun(&home).write(1, &briefs(), &kept, Durability::Disk);
        assert_eq!(saving, Saving::default());
        assert_eq!(open(&home).memory(&briefs()), kept);
        assert!(at("saved/deep/own.json").is_file());
        assert!(at("state/state.json").is_symlink() && at("saved/first").is_symlink());
    }
    fs::write(at("saved/deep/own.json"), "{").expect("written");
    let notice = open(&home).notice().unwrap_or_default();
    assert_eq!(notice.as_str(), "own.json was broken; it is kept as own.json.broken");
    assert!(at("saved/deep/own.json.broken").is_file() && at("state/state.json").is_symlink());
    assert_eq!(fs::read_dir(at("state")).expect("there").count(), 1, "nothing else was made there");
}

/// A device is never replaced, and a stick that is not there is not made.
#[test]
fn a_link_to_a_device_or_to_nowhere_is_left_alone_and_told() {
    for (to, told) in [
        ("/dev/null", "state.json leads to /dev/null, which keeps nothing"),
        ("/nowhere/at/all", "state.json leads to /nowhere/at/all, which is not there"),
    ] {
        let home = tempfile::tempdir().expect("a folder");
        fs::create_dir(home.path().join("state")).expect("made");
        let link = home.path().join("state/state.json");
        std::os::unix::fs::symlink(to, &link).expect("made");
        let store = begun(&home);
        assert_eq!(store.refused().unwrap_or_default().as_str(), told);
        let saving = store.write(1, &briefs(), &memory(1, &["a"], &[]), Durability::Disk);
        assert!(saving.failure.is_some_and(|words| words.as_str().ends_with(told)));
        assert_eq!(fs::read_link(&link).expect("a link"), Path::new(to));
        assert_eq!(open(&home).memory(&briefs()).bookmarks.len(), 1, "the other file is written");
    }
}

#[test]
fn searches_are_kept_only_where_they_are_wanted_and_old_ones_go() {
    let home = tempfile::tempdir().expect("a folder");
    let bare = || {
        let at = |name| Folder(home.path().join(name));
        Store::at(at("state"), at("data"), false)
    };
    let text = || fs::read_to_string(home.path().join("state/state.json")).expect("there");
    let mut kept = memory(1, &[], &["secret"]);
    if let Some(place) = &mut kept.place {
        place.lenses = vec![LensMemory::Found("secret".into()), LensMemory::Linked("a".into())];
    }
    let other = ["three".to_owned()];
    let store = begun(&home);
    assert_eq!(store.write(1, &other, &kept, Durability::Disk), Saving::default());
    assert_eq!(
        store.write(2, &briefs(), &memory(1, &[], &["secret"]), Durability::Disk).failure,
        None
    );
    assert_eq!(text().matches("secret").count(), 2, "{}", text());
    // Nothing else changed: what is not to be kept is reason enough.
    let store = bare();
    let found = store.memory(&briefs());
    assert_eq!(found.searches, [""; 0]);
    store.begin(&briefs(), &found);
    assert_eq!(store.write(1, &briefs(), &found, Durability::Disk), Saving::default());
    assert!(!text().contains("secret"), "{}", text());
    let lenses = bare().memory(&other).place.map(|place| place.lenses);
    assert_eq!(lenses, Some(vec![LensMemory::Linked("a".into())]));
    let store = bare();
    store.begin(&other, &store.memory(&other));
    assert_eq!(store.write(1, &other, &kept, Durability::Disk), Saving::default());
    assert!(!text().contains("secret"), "{}", text());
}

#[test]
fn a_title_that_may_not_be_kept_any_more_leaves_the_file() {
    let home = tempfile::tempdir().expect("a folder");
    let kept = memory(0, &["a", "b"], &[]);
    assert_eq!(begun(&home).write(1, &briefs(), &kept, Durability::Disk), Saving::default());
    let store = open(&home);
    let mut found = store.memory(&briefs());
    found.bookmarks[0].title.clear();
    store.begin(&briefs(), &found);
    assert_eq!(store.write(1, &briefs(), &found, Durability::Disk), Saving::default());
    let text = fs::read_to_string(home.path().join("data/bookmarks.json")).expect("there");
    assert!(!text.contains("title of a") && text.contains("title of b"), "{text}");
    assert_eq!(open(&home).memory(&briefs()), found);
}

#[test]
fn each_file_of_the_state_is_written_behind_its_link() {
    let home = tempfile::tempdir().expect("a folder");
    let at = |path: &str| home.path().join(path);
    for (folder, name) in [("state", "state.json"), ("data", "bookmarks.json")] {
        fs::create_dir_all(at(folder)).expect("made");
        fs::create_dir_all(at("saved")).expect("made");
        std::os::unix::fs::symlink(at("saved").join(name), at(folder).join(name)).expect("made");
    }
    let kept = memory(1, &["a"], &[]);
    assert_eq!(begun(&home).write(1, &briefs(), &kept, Durability::Disk), Saving::default());
    assert_eq!(open(&home).memory(&briefs()), kept);
    for (folder, name) in [("state", "state.json"), ("data", "bookmarks.json")] {
        assert!(at(folder).join(name).is_symlink() && at("saved").join(name).is_file(), "{name}");
    }
}
