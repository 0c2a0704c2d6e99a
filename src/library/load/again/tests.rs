//! Files that change, come, go and break between two readings.

use super::*;
use crate::brief::Marking;
use crate::library::Kind;
use crate::library::load::{Limits, seal_folder};
use std::os::unix::fs::{PermissionsExt, symlink};
use tempfile::TempDir;

/// A brief with an event.
fn brief(id: &str, tlp: &str, event: &str) -> String {
    format!(
        "schema = 1\n[brief]\nid = \"{id}\"\ntitle = \"{id}\"\ntlp = \"{tlp}\"\n\n[[event]]\n\
         id = \"{event}\"\ntitle = \"{event}\"\ntype = \"cyber\"\nwhen = \"2022-07-15\"\n"
    )
}

/// A folder of one brief, and what was read of it.
fn read(files: &[(&str, &str)]) -> (TempDir, Loaded) {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        write(&folder, name, text);
    }
    let paths = vec![folder.path().to_path_buf()];
    let loaded = load_files(&LoadRequest { paths, ..LoadRequest::default() });
    (folder, loaded)
}

fn write(folder: &TempDir, name: &str, text: &str) {
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn titles(library: &Library, kind: Kind) -> Vec<String> {
    let items = library.listed(kind).iter().filter_map(|id| library.get(*id));
    items.map(|item| item.title.to_string()).collect()
}

fn events(loaded: &Loaded) -> Vec<String> {
    titles(&loaded.library, Kind::Event)
}

/// What is said of the files that did not open, without their folder.
fn told(loaded: &Loaded) -> Vec<String> {
    let told = |row: &crate::library::Refused| {
        let name = row.name.as_str().rsplit('/').next().unwrap();
        format!("{}{name}: {}", if row.kept { "kept " } else { "" }, row.why)
    };
    loaded.library.refused().iter().map(told).collect()
}

#[test]
fn what_changed_came_and_went_is_counted() {
    let (folder, first) =
        read(&[("a.toml", &brief("a", "CLEAR", "one")), ("b.toml", &brief("b", "CLEAR", "two"))]);
    let (same, changes) = first.files.again();
    assert_eq!((changes, events(&same)), (Changes::default(), vec!["one".into(), "two".into()]));
    write(&folder, "a.toml", &brief("a", "CLEAR", "other"));
    write(&folder, "sub/c.toml", &brief("c", "CLEAR", "three"));
    fs::remove_file(folder.path().join("b.toml")).unwrap();
    let (loaded, changes) = same.files.again();
    assert_eq!(changes, Changes { changed: 1, new: 1, gone: 1 });
    assert_eq!(events(&loaded), ["other", "three"]);
    assert_eq!(told(&loaded), [""; 0]);
}

#[test]
fn a_glance_at_the_disk_sees_what_changed() {
    let (folder, loaded) = read(&[("a.toml", &brief("a", "CLEAR", "one"))]);
    let changed = || !loaded.files.are_as(&loaded.files.look());
    assert!(!changed());
    write(&folder, "note.txt", "is no brief");
    assert!(!changed());
    write(&folder, "b.toml", "new");
    assert!(changed());
    fs::remove_file(folder.path().join("b.toml")).unwrap();
    assert!(!changed());
    write(&folder, "_registry/actors.toml", "");
    assert!(changed());
    fs::remove_file(folder.path().join("_registry/actors.toml")).unwrap();
    write(&folder, "a.toml", "longer or shorter");
    assert!(changed());
    fs::remove_file(folder.path().join("a.toml")).unwrap();
    assert!(changed());
}

#[test]
fn a_text_that_is_broken_leaves_the_one_before_it_until_it_is_mended() {
    let good = brief("a", "GREEN", "one");
    let (folder, first) = read(&[("a.toml", &good)]);
    write(&folder, "a.toml", &good.replace("when = ", "when "));
    let (stale, changes) = first.files.again();
    assert_eq!((events(&stale), changes), (vec!["one".into()], Changes::default()));
    assert_eq!(told(&stale), ["kept a.toml: line 11 cannot be read; the last good text is shown"]);
    let codes: Vec<&str> = stale.library.findings().iter().map(|found| found.code.id()).collect();
    assert!(codes.contains(&"E001"), "{codes:?}");
    // The next reading still knows it.
    let (stale, _) = stale.files.again();
    assert_eq!((events(&stale).len(), told(&stale).len()), (1, 1));
    write(&folder, "a.toml", &brief("a", "CLEAR", "mended"));
    let (mended, changes) = stale.files.again();
    assert_eq!(changes, Changes { changed: 1, ..Changes::default() });
    assert_eq!((events(&mended), told(&mended)), (vec!["mended".into()], vec![]));
    assert_eq!(mended.library.marking(), Marking::Clear);
}

#[test]
fn every_way_to_be_unreadable_leaves_the_last_good_text() {
    let good = brief("a", "GREEN", "one");
    for (name, spoil) in [
        (
            "it is larger than 64 KiB",
            Box::new(|path: &Path| {
                fs::write(path, vec![b'#'; 100 << 10]).unwrap();
            }) as Box<dyn Fn(&Path)>,
        ),
        ("not UTF-8", Box::new(|path: &Path| fs::write(path, b"#\n# caf\xE9").unwrap())),
        ("this file has no", Box::new(|path: &Path| fs::write(path, "").unwrap())),
        ("schema 9", Box::new(|path: &Path| fs::write(path, "schema = 9\n").unwrap())),
        (
            "it leads outside its folder",
            Box::new(|path: &Path| {
                fs::remove_file(path).unwrap();
                symlink("/dev/null", path).unwrap();
            }),
        ),
        (
            "link that leads back",
            Box::new(|path: &Path| {
                fs::remove_file(path).unwrap();
                symlink(path.file_name().unwrap(), path).unwrap();
            }),
        ),
        (
            "no permission",
            Box::new(|path: &Path| {
                fs::set_permissions(path, fs::Permissions::from_mode(0o000)).unwrap();
            }),
        ),
    ] {
        let folder = TempDir::new().unwrap();
        write(&folder, "a.toml", &good);
        let limits = Limits { file: 64 << 10, ..Limits::default() };
        let paths = vec![folder.path().to_path_buf()];
        let first = load_files(&LoadRequest { paths, limits, ..LoadRequest::default() });
        let path = folder.path().join("a.toml");
        spoil(&path);
        if name == "no permission" && fs::read(&path).is_ok() {
            continue; // Who is root may read everything.
        }
        let (loaded, changes) = first.files.again();
        assert_eq!(events(&loaded), ["one"], "{name}");
        assert_eq!(changes, Changes::default(), "{name}");
        let told = told(&loaded);
        assert!(told[0].starts_with("kept a.toml: ") && told[0].contains(name), "{told:?}");
        assert!(told[0].ends_with("; the last good text is shown"), "{told:?}");
        let one = loaded.library.find_reference("event:one").unwrap();
        assert_eq!(loaded.library.marking_of(one), Marking::Green, "{name}");
        // A line of what cannot be read is quoted where it is told, and nobody knows its marking.
        let quoted = loaded.library.refused()[0].marking;
        let expected = if quoted.is_some() { Marking::Red } else { Marking::Green };
        assert_eq!(loaded.library.marking(), expected, "{name}");
    }
}

#[test]
fn a_text_that_never_was_good_is_not_kept() {
    let broken = brief("a", "GREEN", "one").replace("when = ", "when ");
    let (folder, first) = read(&[("a.toml", &broken), ("b.toml", "")]);
    let before = told(&first);
    write(&folder, "b.toml", "schema = 9");
    let (loaded, changes) = first.files.again();
    assert_eq!((told(&loaded).len(), changes.changed), (before.len(), 1));
    assert!(!told(&loaded)[0].contains("last good"), "{:?}", told(&loaded));
}

#[test]
fn the_marking_of_a_broken_text_never_sinks() {
    let good = brief("a", "GREEN", "one");
    let (folder, first) = read(&[("a.toml", &good)]);
    let marking = |loaded: &Loaded| loaded.library.marking();
    // Higher where the broken text says so, even once it says otherwise or nothing; never lower.
    let mut last = first;
    for (text, expected) in [
        (brief("a", "CLEAR", "one").replace("when = ", "when "), Marking::Green),
        (brief("a", "AMBER", "one").replace("when = ", "when "), Marking::Amber),
        (brief("a", "CLEAR", "one").replace("when = ", "when "), Marking::Amber),
        (String::new(), Marking::Amber),
        (good.replace("tlp = \"GREEN\"", "tlp = \"GR"), Marking::Red),
    ] {
        write(&folder, "a.toml", &text);
        let (loaded, _) = last.files.again();
        assert_eq!(marking(&loaded), expected, "{text}");
        last = loaded;
    }
    write(&folder, "a.toml", &good);
    assert_eq!(marking(&last.files.again().0), Marking::Green);
    // Of one record.
    let event = good + "tlp = \"CLEAR\"\n";
    write(&folder, "a.toml", &event);
    let (first, _) = last.files.again();
    write(&folder, "a.toml", &(event.replace("tlp = \"CLEAR\"", "tlp = \"RED\"") + "broken"));
    let (loaded, _) = first.files.again();
    let one = loaded.library.find_reference("event:one").unwrap();
    assert_eq!(loaded.library.marking_of(one), Marking::Red);
}

#[test]
fn a_registry_that_breaks_keeps_its_records_and_their_markings() {
    let registry = "schema = 1\n[actor.x]\nname = \"X\"\nkind = \"person\"\n";
    let (folder, first) =
        read(&[("a.toml", &brief("a", "CLEAR", "one")), ("_registry/actors.toml", registry)]);
    let actors = |loaded: &Loaded| titles(&loaded.library, Kind::Actor);
    assert_eq!(actors(&first), ["X"]);
    let broken = format!("{registry}tlp = \"RED\"\nbroken\n");
    write(&folder, "_registry/actors.toml", &broken);
    let (loaded, _) = first.files.again();
    assert_eq!(actors(&loaded), ["X"]);
    let actor = loaded.library.find_reference("actor:x").unwrap();
    assert_eq!(loaded.library.marking_of(actor), Marking::Red);
    assert_eq!(loaded.library.refused().len(), 1);
}

#[test]
fn a_folder_or_file_that_was_named_and_is_gone_leaves_what_was_read_of_it() {
    let (folder, first) = read(&[("sub/a.toml", &brief("a", "CLEAR", "one"))]);
    let sub = folder.path().join("sub");
    let named = |path: &Path| LoadRequest {
        paths: vec![path.to_path_buf()],
        ..first.files.request.clone()
    };
    let of_folder = load_files(&named(&sub));
    let of_file = load_files(&named(&sub.join("a.toml")));
    fs::rename(&sub, folder.path().join(".away")).unwrap();
    for loaded in [of_folder, of_file] {
        let (loaded, _) = loaded.files.again();
        assert_eq!(events(&loaded), ["one"]);
        assert_eq!(told(&loaded), ["kept a.toml: no such file; the last good text is shown"]);
    }
    // In a folder that is there, a file that is not is gone.
    let (loaded, changes) = first.files.again();
    assert_eq!((events(&loaded).len(), changes.gone, told(&loaded).len()), (0, 1, 0));
}

#[test]
fn kept_texts_have_limits_of_their_own() {
    let filler = format!("{}# {}\n", brief("a", "CLEAR", "one"), "x".repeat(600));
    let (folder, _) = read(&[("a.toml", &filler)]);
    let limits = Limits { total: 1_000, ..Limits::default() };
    let paths = vec![folder.path().to_path_buf()];
    let mut last = load_files(&LoadRequest { paths, limits, ..LoadRequest::default() });
    assert_eq!(events(&last), ["one"]);
    for (broken, good) in [("a", "b"), ("b", "c"), ("c", "d")] {
        write(&folder, &format!("{broken}.toml"), "broken");
        write(&folder, &format!("{good}.toml"), &filler.replace("\"a\"", &format!("\"{good}\"")));
        (last, _) = last.files.again();
    }
    assert!(last.library.listed(Kind::Event).len() <= 2, "{:?}", told(&last));
}

#[test]
fn a_byte_order_mark_stays_with_its_text() {
    let (folder, first) = read(&[("a.toml", &format!("\u{feff}{}", brief("a", "CLEAR", "one")))]);
    write(&folder, "a.toml", "broken");
    let (loaded, _) = first.files.again();
    let item = loaded.library.find_reference("event:one").unwrap();
    let source = loaded.library.get(item).unwrap().span.source;
    assert_eq!(loaded.library.sources().byte_order_mark(source), "\u{feff}");
    assert!(loaded.library.sources().name(source).as_str().ends_with("a.toml (last good text)"));
}

#[test]
fn a_file_that_is_not_as_it_was_sealed_any_more_says_so_when_it_is_read_again() {
    let text = brief("a", "CLEAR", "one");
    let (folder, _) = read(&[("sub/a.toml", &text)]);
    let day = crate::library::Day::parse_iso("2026-11-30").unwrap();
    let seal = || seal_folder(folder.path(), Some("set"), None, day).unwrap();
    seal();
    let paths = vec![folder.path().to_path_buf()];
    let first = load_files(&LoadRequest { paths, ..LoadRequest::default() });
    let seal_of = |loaded: &Loaded| {
        let event = loaded.library.listed(Kind::Event).first().copied().unwrap();
        loaded.library.seal(event).unwrap().words().to_string()
    };
    assert!(seal_of(&first).starts_with("UNSIGNED, version 1"), "{}", seal_of(&first));
    write(&folder, "sub/a.toml", &brief("a", "CLEAR", "other"));
    let (again, _) = first.files.again();
    // What was good is shown, but the file is another one.
    assert_eq!(events(&again), ["one"]);
    assert_eq!(seal_of(&again), "BAD: not as it is listed in the set set");
    let words = again.library.seal_line().unwrap().words;
    assert_eq!(words.first().unwrap().as_str(), "! 1 file not as sealed");
    write(&folder, "sub/a.toml", &text);
    let (again, _) = again.files.again();
    assert!(seal_of(&again).starts_with("UNSIGNED"));
    // One that cannot be read at all is still the one that was sealed.
    fs::remove_file(folder.path().join("sub/a.toml")).unwrap();
    symlink("/nowhere/at/all", folder.path().join("sub/a.toml")).unwrap();
    let (again, _) = again.files.again();
    assert_eq!(events(&again), ["one"]);
    assert!(seal_of(&again).starts_with("MISSING"), "{}", seal_of(&again));
}

#[test]
fn another_list_of_a_set_is_a_change() {
    let (folder, first) = read(&[("a.toml", &brief("a", "CLEAR", "one"))]);
    assert!(first.files.are_as(&first.files.look()));
    let day = crate::library::Day::parse_iso("2026-11-30").unwrap();
    seal_folder(folder.path(), Some("set"), None, day).unwrap();
    assert!(!first.files.are_as(&first.files.look()));
}
