//! Folders of odd objects: everything odd is a row, the good brief opens, nothing waits.

use super::*;
use rustix::fs::{FileType, Mode};
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use tempfile::TempDir;

const GOOD: &str = "schema = 1\n[brief]\nid = \"good\"\ntitle = \"Good\"\ntlp = \"CLEAR\"\n";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn request(paths: &[&Path]) -> LoadRequest {
    let paths = paths.iter().map(|path| path.to_path_buf()).collect();
    LoadRequest { paths, ..LoadRequest::default() }
}

/// The reason for which a file was refused, by the end of its name.
fn refusal(library: &Library, name: &str) -> String {
    let row = library.refused().iter().find(|row| row.name.as_str().ends_with(name));
    row.unwrap_or_else(|| panic!("{name}: {:?}", library.refused())).why.as_str().to_owned()
}

fn briefs(library: &Library) -> Vec<&str> {
    library
        .listed(crate::library::Kind::Brief)
        .iter()
        .filter_map(|id| library.get(*id))
        .map(|item| item.slug.as_str())
        .collect()
}

#[test]
fn every_odd_object_is_a_row_and_the_good_brief_opens() {
    let folder = folder(&[("good.toml", GOOD), ("x.toml/inside.toml", GOOD)]);
    let at = |name: &str| folder.path().join(name);
    rustix::fs::mknodat(rustix::fs::CWD, at("pipe.toml"), FileType::Fifo, Mode::RWXU, 0).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(at("socket.toml")).unwrap();
    symlink("loop.toml", at("loop.toml")).unwrap();
    symlink("/dev/zero", at("zero.toml")).unwrap();
    symlink("gone.toml", at("dangling.toml")).unwrap();
    fs::write(at("big.toml"), vec![b'#'; 3 << 20]).unwrap();
    fs::write(at("latin.toml"), b"#\n# caf\xE9").unwrap();
    fs::write(at("no-brief.toml"), "schema = 1\n").unwrap();
    fs::write(at("newer.toml"), GOOD.replace("schema = 1", "schema = 3")).unwrap();
    let limits = Limits { file: 2 << 20, ..Limits::default() };
    let library = load(&LoadRequest { limits, ..request(&[folder.path()]) });
    assert_eq!(briefs(&library), ["good"]);
    let why = |name: &str| refusal(&library, name);
    assert_eq!(why("pipe.toml"), "this is a pipe, not a file");
    assert!(why("socket.toml").contains("a socket"));
    assert_eq!(why("loop.toml"), "it is a link that leads back to itself");
    assert_eq!(why("zero.toml"), "it leads outside its folder; not read");
    assert_eq!(why("dangling.toml"), "no such file");
    assert_eq!(why("big.toml"), "it is larger than 2 MiB");
    assert_eq!(why("x.toml"), "this is a folder, not a file");
    assert!(why("latin.toml").contains("0xE9"));
    let of_latin = |found: &&Diagnostic| found.message.as_str().contains("0xE9");
    let primary = &library.findings().iter().find(of_latin).unwrap().primary;
    let place = library.sources().place(primary.source, primary.start());
    assert_eq!((place.line, place.column), (2, 6));
    assert!(why("no-brief.toml").contains("`[brief]`"));
    assert!(why("newer.toml").contains("schema 3"));
    assert_eq!(library.refused().len(), 10);
}

#[test]
fn a_file_without_permission_is_refused_in_words() {
    let folder = folder(&[("good.toml", GOOD), ("closed.toml", GOOD)]);
    let closed = folder.path().join("closed.toml");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::File::open(&closed).is_ok() {
        // The superuser reads it all the same.
        return;
    }
    let library = load(&request(&[folder.path()]));
    assert_eq!(refusal(&library, "closed.toml"), "no permission to read it");
    assert_eq!(briefs(&library), ["good"]);
}

#[test]
fn a_named_device_is_no_file_and_a_named_path_must_be_there() {
    let library = load(&request(&[Path::new("/dev/zero"), Path::new("/nowhere/x.toml")]));
    assert_eq!(refusal(&library, "/dev/zero"), "this is a device, not a file");
    assert_eq!(refusal(&library, "x.toml"), "no such file");
    assert_eq!(library.findings().len(), 2);
    let unset = LoadRequest { folder: Some("/nowhere".into()), ..LoadRequest::default() };
    assert!(load(&unset).refused().is_empty());
}

const REGISTRY: &str = "[actor.nppd]\nname = \"NPPD\"\nkind = \"organisation\"\n";
const EVENT: &str = "[[event]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"2022\"\ntype = \"cyber\"\n\
                     roles = { target = [\"nppd\"] }\n";

#[test]
fn a_single_file_sees_the_registry_beside_it() {
    let brief = format!("{GOOD}{EVENT}");
    let second = brief.replace("good", "second").replace("\"e\"", "\"f\"");
    let folder = folder(&[
        ("good.toml", &brief),
        ("second.toml", &second),
        ("third.toml", &second.replace("second", "third")),
        ("_registry/actors.toml", REGISTRY),
    ]);
    let path = |name: &str| folder.path().join(name);
    let paths = [path("good.toml"), path("second.toml")];
    let library = load(&request(&[&paths[0], &paths[1], &paths[0]]));
    assert_eq!(briefs(&library), ["good", "second"]);
    assert!(library.items().all(|(_, item)| item.known));
    assert_eq!(library.listed(crate::library::Kind::Actor).len(), 1);

    let library = load(&request(&[&paths[0], folder.path()]));
    let mut all = briefs(&library);
    all.sort_unstable();
    assert_eq!(all, ["good", "second", "third"]);
    assert!(library.items().all(|(_, item)| item.known));
    assert_eq!(library.listed(crate::library::Kind::Actor).len(), 1);
    assert!(library.refused().is_empty());
}

#[test]
fn a_link_between_a_brief_and_the_registry_takes_neither_away() {
    let folder = folder(&[("good.toml", GOOD), ("_registry/actors.toml", REGISTRY)]);
    let path = |name: &str| folder.path().join(name);
    symlink("../good.toml", path("_registry/link.toml")).unwrap();
    symlink("actors.toml", path("_registry/same.toml")).unwrap();
    for named in [folder.path(), &path("good.toml")] {
        let library = load(&request(&[named]));
        assert_eq!(briefs(&library), ["good"]);
        assert_eq!(library.listed(crate::library::Kind::Actor).len(), 1);
        assert_eq!(refusal(&library, "link.toml"), "it leads outside its folder; not read");
        assert_eq!(library.refused().len(), 1);
    }
    symlink("_registry/actors.toml", path("brief.toml")).unwrap();
    let library = load(&request(&[folder.path()]));
    assert!(refusal(&library, "/brief.toml").contains("schema"));
    assert_eq!(library.listed(crate::library::Kind::Actor).len(), 1);
}

#[test]
fn folders_below_are_read_to_a_depth_and_litter_is_passed_over() {
    let named = |id: &str| GOOD.replace("good", id);
    let folder = folder(&[
        ("1/one.toml", &named("one")),
        ("1/2/3/4/four.toml", &named("four")),
        ("1/2/3/4/5/five.toml", &named("five")),
        (".hidden.toml", GOOD),
        ("good.toml~", GOOD),
        ("System Volume Information/x.toml", GOOD),
        (".Trash-1000/x.toml", GOOD),
        ("notes.txt", "no brief"),
    ]);
    let outside = TempDir::new().unwrap();
    fs::write(outside.path().join("out.toml"), named("out")).unwrap();
    symlink(outside.path(), folder.path().join("link")).unwrap();
    symlink(outside.path().join("out.toml"), folder.path().join("out.toml")).unwrap();
    let library = load(&request(&[folder.path()]));
    assert_eq!(briefs(&library), ["one", "four"]);
    assert_eq!(refusal(&library, "4/5"), "more than 4 folders deep; not read");
    assert_eq!(refusal(&library, "out.toml"), "it leads outside its folder; not read");
    assert_eq!(library.refused().len(), 2);
}

#[test]
fn the_limits_on_all_files_hold() {
    let named = |id: &str| GOOD.replace("good", id);
    let (a, b, c) = (named("a"), named("b"), named("c"));
    let folder = folder(&[("a.toml", &a), ("b.toml", &b), ("c.toml", &c)]);
    let within = |limits: Limits| load(&LoadRequest { limits, ..request(&[folder.path()]) });
    let two = Limits { files: 2, ..Limits::default() };
    let library = within(two);
    assert_eq!(briefs(&library), ["a", "b"]);
    assert_eq!(refusal(&library, "c.toml"), "more than 2 files; not read");
    let little = Limits { total: 2 * a.len() as u64, ..Limits::default() };
    let library = within(little);
    assert_eq!(briefs(&library), ["a", "b"]);
    assert!(refusal(&library, "c.toml").starts_with("more than 1"));
}

#[test]
fn a_folder_of_five_thousand_files_opens_and_a_file_of_five_megabytes() {
    let folder = TempDir::new().unwrap();
    for number in 0..5_000 {
        let text = GOOD.replace("good", &format!("b{number}"));
        fs::write(folder.path().join(format!("{number}.toml")), text).unwrap();
    }
    let long = format!("{}# {}\n{EVENT}", GOOD.replace("good", "long"), "x".repeat(5 << 20));
    fs::write(folder.path().join("long.toml"), long).unwrap();
    let library = load(&request(&[folder.path()]));
    assert_eq!(library.refused(), []);
    assert_eq!((briefs(&library).len(), library.reading().files), (5_001, 5_001));
}

#[test]
fn a_file_of_hardly_anything_but_headers_is_refused_and_the_others_are_read() {
    let headers = |below: &str| {
        let record = format!("[[event]]\n{below}\n");
        format!("{}{}", GOOD.replace("good", "many"), record.repeat(10_001))
    };
    let (empty, full) = (headers("#"), headers("id = \"e\"\ntitle = \"E\" #"));
    let library = load(&request(&[folder(&[("a.toml", GOOD), ("b.toml", &empty)]).path()]));
    assert_eq!(briefs(&library), ["good"]);
    assert_eq!(
        refusal(&library, "b.toml"),
        "10002 headers with next to nothing below them; not read"
    );
    let library = load(&request(&[folder(&[("b.toml", &full)]).path()]));
    assert_eq!(briefs(&library), ["many"]);
}

#[test]
fn a_limit_is_told_before_anything_is_refused() {
    let gaps = "[[gap]]\ntext = \"G\"\non = []\n".repeat(3);
    let named = |id: &str| format!("{}{gaps}", GOOD.replace("good", id));
    let folder = folder(&[("a.toml", &named("a")), ("b.toml", &named("b"))]);
    let told = |records: usize| {
        let limits = Limits { records, ..Limits::default() };
        let library = load(&LoadRequest { limits, ..request(&[folder.path()]) });
        assert_eq!(briefs(&library), ["a", "b"]);
        let near = library.findings().iter().filter(|found| found.code == Code::I254);
        near.map(|found| library.sources().name(found.primary.source).to_string())
            .collect::<Vec<_>>()
    };
    let all = told(6);
    assert!(matches!(all.as_slice(), [file] if file.ends_with("b.toml")), "{all:?}");
    assert!(told(1_000).is_empty());
}

#[test]
fn the_limits_on_records_and_references_hold_over_all_files() {
    let gaps =
        |count: usize, on: &str| format!("[[gap]]\ntext = \"G\"\non = [{on}]\n").repeat(count);
    let named = |id: &str, more: &str| format!("{}{more}", GOOD.replace("good", id));
    let a = named("a", &gaps(3, ""));
    let b = named("b", &gaps(2, "\"x\", \"y\", \"z\""));
    let folder = folder(&[("a.toml", &a), ("b.toml", &b), ("c.toml", &named("c", ""))]);
    let within = |records: usize, references: usize| {
        let limits = Limits { records, references, ..Limits::default() };
        load(&LoadRequest { limits, ..request(&[folder.path()]) })
    };
    assert_eq!(briefs(&within(5, 6)), ["a", "b", "c"]);
    for library in [within(4, 6), within(5, 5)] {
        assert_eq!(briefs(&library), ["a"]);
        let why = refusal(&library, "b.toml");
        assert!(why.starts_with("more than ") && why.ends_with(" references in all; not read"));
        // A file after the limit is not opened, however small it is.
        assert_eq!(refusal(&library, "c.toml"), why);
        assert!(library.items().all(|(_, item)| item.slug.as_str() != "b"));
    }
}

#[test]
fn an_archived_copy_must_stay_and_keep_its_hash() {
    let hash = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    let source = |file: &str, hash: &str| {
        format!(
            "{GOOD}[source.s]\ntitle = \"S\"\nfile = \"{file}\"\nsha256 = \"{hash}\"\n\
                 [[gap]]\ntext = \"G [@s]\"\n"
        )
    };
    let messages = |brief: &str| -> Vec<String> {
        let folder = folder(&[("good.toml", brief), ("files/s.txt", "hello")]);
        let library = load(&request(&[folder.path()]));
        let of_code = library.findings().iter().filter(|found| found.code == Code::E150);
        of_code.map(|found| found.message.as_str().to_owned()).collect()
    };
    assert_eq!(messages(&source("files/s.txt", hash)), Vec::<String>::new());
    let changed = messages(&source("files/s.txt", &hash.replace('2', "3")));
    assert!(changed[0].starts_with(&format!("archived copy changed: sha256 is {hash}")));
    assert_eq!(messages(&source("files/t.txt", hash)), ["archived copy: no such file"]);
    let leaves = "`../s.txt` leaves the brief's folder";
    assert_eq!(messages(&source("../s.txt", hash)), [leaves]);
    assert_eq!(messages(&source("/etc/hostname", hash)).len(), 1);
}

/// Nothing of a brief that is not read is shown, and its marking does not sink under what is.
#[test]
fn copies_of_an_older_edition_are_told_to_a_check_alone() {
    let edition = |revision: usize, tlp: &str| {
        let source = "[source.s]\ntitle = \"S\"\nfile = \"secret.pdf\"\n";
        GOOD.replace("tlp = \"CLEAR\"", &format!("tlp = \"{tlp}\"\nrevision = {revision}")) + source
    };
    let (old, new) = (edition(1, "RED"), edition(2, "CLEAR"));
    let folder = folder(&[("old.toml", &old), ("new.toml", &new)]);
    let loaded = load_files(&request(&[folder.path()]));
    let library = loaded.library;
    library.add_late(loaded.archives.compare(library.sources()));
    let copies = |findings: &[Diagnostic]| -> Vec<String> {
        let copies = findings.iter().filter(|found| found.code == Code::E150);
        copies.map(|found| library.sources().name(found.primary.source).to_string()).collect()
    };
    let shown = copies(library.findings());
    assert!(shown.len() == 1 && shown[0].ends_with("new.toml"), "{shown:?}");
    assert_eq!(copies(&library.findings_of_every_file()).len(), 2);
    assert_eq!(library.marking(), Marking::Clear);
}
