//! Sealed sets from end to end: a folder or a `.tar`, its list, its signature, its key.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

const BRIEF: &str = "schema = 2\n[brief]\nid = \"note\"\ntitle = \"Note\"\ntlp = \"CLEAR\"\n";

/// A home with a set of two briefs, and the curator who seals it.
struct Stage {
    home: TempDir,
    curator: minisign::KeyPair,
}

impl Stage {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let curator = minisign::KeyPair::generate_unencrypted_keypair().unwrap();
        let stage = Self { home, curator };
        fs::create_dir_all(stage.set().join("more")).unwrap();
        fs::write(stage.set().join("note.toml"), BRIEF).unwrap();
        fs::write(stage.set().join("more/other.TOML"), BRIEF.replace("note", "other")).unwrap();
        fs::write(stage.at("Ministry.pub"), stage.curator.pk.to_box().unwrap().to_string())
            .unwrap();
        stage
    }

    fn at(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    fn set(&self) -> PathBuf {
        self.at("set")
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
        command.args(arguments).env_clear().env("HOME", self.home.path());
        command.current_dir(self.home.path()).output().unwrap()
    }

    /// What is said, and the exit code.
    fn said(&self, arguments: &[&str]) -> (String, i32) {
        let output = self.run(arguments);
        let text = [output.stdout, output.stderr].concat();
        (String::from_utf8(text).unwrap(), output.status.code().unwrap())
    }

    /// Seals the set and signs its list as `minisign -Sm` does.
    fn seal(&self) {
        let (said, code) = self.said(&["seal", "set"]);
        assert_eq!(code, 0, "{said}");
        let list = fs::read(self.set().join("MANIFEST.sha256")).unwrap();
        let signed = minisign::sign(None, &self.curator.sk, list.as_slice(), None, None).unwrap();
        fs::write(self.set().join("MANIFEST.sha256.minisig"), signed.to_string()).unwrap();
    }

    fn trust(&self) {
        let (said, code) = self.said(&["trust", "Ministry.pub"]);
        assert!(code == 0 && said.contains("fingerprint: "), "{said}");
    }

    #[track_caller]
    fn verifies(&self, path: &str, code: i32, words: &[&str]) {
        let (said, found) = self.said(&["verify", path]);
        assert_eq!(found, code, "{said}");
        for word in words {
            assert!(said.contains(word), "{word}: {said}");
        }
    }

    /// The set in one file, below a folder in it; none for its top.
    fn tar_below(&self, name: &str, folder: &str) {
        let mut builder = tar::Builder::new(fs::File::create(self.at(name)).unwrap());
        builder.append_dir_all(folder, self.set()).unwrap();
        builder.finish().unwrap();
    }

    fn tar(&self, name: &str) {
        self.tar_below(name, "set");
    }
}

#[test]
fn a_signed_set_is_told_as_such_wherever_it_is_read() {
    let stage = Stage::new();
    stage.seal();
    stage.verifies("set", 1, &["UNSIGNED: its key is not one that you trust"]);
    stage.trust();
    stage.verifies(
        "set",
        0,
        &["signed by Ministry, version 1 of", "2 files: all as they were sealed"],
    );
    let (read, _) = stage.said(&["--briefs", "set"]);
    assert!(read.contains("set: signed by Ministry, version 1 of"), "{read}");
    let (checked, code) = stage.said(&["check", "set"]);
    assert!(code == 0 && checked.contains("no findings"), "{checked}");
    let (listed, _) = stage.said(&["trust"]);
    assert!(listed.ends_with("  Ministry\n"), "{listed}");
}

#[test]
fn a_changed_a_missing_an_added_and_an_older_one_are_told_apart() {
    let stage = Stage::new();
    stage.seal();
    stage.trust();
    let note = stage.set().join("note.toml");
    let spoiled = BRIEF.replace("Note", "Nota");
    fs::write(&note, &spoiled).unwrap();
    let bad = "BAD: not as it is listed in the set set";
    stage.verifies("set", 1, &[bad, "NOT all as they were sealed"]);
    let (checked, code) = stage.said(&["check", "set"]);
    assert!(code == 1 && checked.contains("E151") && checked.contains(bad), "{checked}");
    let (read, _) = stage.said(&["--briefs", "set"]);
    assert!(!read.contains("Nota") && read.contains(bad), "{read}");
    let (read, _) = stage.said(&["--briefs", "set", "--accept-changed"]);
    assert!(read.contains("Nota"), "{read}");

    // A hit in it says so, to people and to programs.
    let (found, _) = stage.said(&["--briefs", "set", "--accept-changed", "find", "nota"]);
    let hit = found.lines().find(|line| line.starts_with("brief:note")).unwrap();
    assert!(hit.contains(bad), "{found}");
    let accepted = ["--briefs", "set", "--accept-changed"];
    let (found, _) = stage.said(&[&accepted[..], &["find", "--json", "nota"]].concat());
    assert!(found.contains(&format!("\"seal\":\"{bad}\"")), "{found}");
    let (shown, _) = stage.said(&[&accepted[..], &["show", "--json", "brief:note"]].concat());
    assert!(shown.contains(&format!("\"seal\":\"{bad}\"")), "{shown}");
    let (found, _) = stage.said(&["--briefs", "set", "find", "--json", "other"]);
    assert!(
        found.contains("\"sets\":[{\"name\":\"set\",\"seal\":\"1 file not as listed; signed"),
        "{found}"
    );
    assert!(found.contains("\"seal\":\"signed by Ministry, version 1 of"), "{found}");

    fs::write(&note, BRIEF).unwrap();
    fs::write(stage.set().join("added.toml"), BRIEF.replace("note", "added")).unwrap();
    stage.verifies("set", 1, &["added.toml: NOT LISTED in the set set"]);
    fs::remove_file(stage.set().join("added.toml")).unwrap();

    fs::rename(&note, stage.at("away")).unwrap();
    stage.verifies("set", 1, &["MISSING: note.toml"]);
    fs::rename(stage.at("away"), &note).unwrap();
    stage.verifies("set", 0, &[]);
}

#[test]
fn a_list_that_was_changed_after_it_was_signed_vouches_for_nothing() {
    let stage = Stage::new();
    stage.seal();
    stage.trust();
    let list = stage.set().join("MANIFEST.sha256");
    let text = fs::read_to_string(&list).unwrap().replace("version: 1", "version: 2");
    fs::write(list, text).unwrap();
    stage.verifies("set", 1, &["BAD: the list is not the one that was signed", "0 files:"]);
}

#[test]
fn the_next_seal_is_a_later_version_and_the_one_before_can_be_told() {
    let stage = Stage::new();
    stage.seal();
    stage.seal();
    stage.trust();
    stage.verifies("set", 0, &["version 2 of"]);
    let (said, code) = stage.said(&["seal", "set", "--set-version", "2"]);
    assert!(code == 2 && said.contains("version 2 is sealed already"), "{said}");
}

#[test]
fn an_older_set_than_one_that_was_verified_is_told() {
    let stage = Stage::new();
    stage.trust();
    stage.seal();
    let files = ["MANIFEST.sha256", "MANIFEST.sha256.minisig"].map(|name| stage.set().join(name));
    let first = files.clone().map(|file| fs::read(file).unwrap());
    stage.seal();
    stage.verifies("set", 0, &["version 2 of"]);
    for (file, bytes) in files.iter().zip(first) {
        fs::write(file, bytes).unwrap();
    }
    stage.verifies("set", 1, &["OLD: signed by Ministry, version 1", "version 2 was read before"]);
    let (checked, _) = stage.said(&["check", "set"]);
    assert!(checked.contains("W280"), "{checked}");
    let (said, code) = stage.said(&["verify", "set", "--no-state"]);
    assert_eq!(code, 0, "what was read before is not looked at: {said}");
}

#[test]
fn a_set_in_one_file_is_read_as_the_folder_is() {
    let stage = Stage::new();
    stage.seal();
    stage.trust();
    stage.tar("set.tar");
    fs::remove_dir_all(stage.set()).unwrap();
    stage.verifies("set.tar", 0, &["signed by Ministry", "2 files: all as they were sealed"]);
    let (read, code) = stage.said(&["--briefs", "set.tar"]);
    assert!(code == 0 && read.contains("brief:note") && read.contains("brief:other"), "{read}");
    let (checked, code) = stage.said(&["check", "set.tar"]);
    assert!(code == 0 && checked.contains("2 files checked"), "{checked}");
}

/// Wherever the list stands in it, and whichever way the file is named.
#[test]
fn a_changed_set_in_one_file_is_told_by_every_name() {
    let stage = Stage::new();
    stage.seal();
    stage.trust();
    for (name, folder) in [("flat.tar", "."), ("nested.tar", "set")] {
        stage.tar_below(name, folder);
        stage.verifies(name, 0, &["signed by Ministry", "2 files: all as they were sealed"]);
    }
    fs::write(stage.set().join("note.toml"), BRIEF.replace("Note", "Nota")).unwrap();
    fs::write(stage.set().join("added.toml"), BRIEF.replace("note", "added")).unwrap();
    std::os::unix::fs::symlink(".", stage.at("link")).unwrap();
    for (name, folder) in [("flat.tar", "."), ("nested.tar", "set")] {
        stage.tar_below(name, folder);
        let whole = stage.at(name);
        for path in [name, whole.to_str().unwrap(), &format!("link/{name}")] {
            let words = ["BAD: not as it is listed", "NOT LISTED", "NOT all as they were sealed"];
            stage.verifies(path, 1, &words);
            let (read, _) = stage.said(&["--briefs", path]);
            assert!(!read.contains("Nota"), "{path}: {read}");
        }
    }
}

#[test]
fn a_set_in_one_file_without_a_list_is_told_to_who_trusts_a_key_as_a_folder_is() {
    let stage = Stage::new();
    for (name, folder) in [("flat.tar", "."), ("nested.tar", "set")] {
        stage.tar_below(name, folder);
    }
    let (read, _) = stage.said(&["--briefs", "flat.tar"]);
    assert!(!read.contains("UNSIGNED"), "{read}");
    stage.trust();
    for path in ["set", "flat.tar", "nested.tar"] {
        let (read, _) = stage.said(&["--briefs", path]);
        assert_eq!(read.matches("UNSIGNED").count(), 1, "{path}: {read}");
    }
}

#[test]
fn copies_in_one_file_are_compared_whatever_they_are_called() {
    let stage = Stage::new();
    let copy = "kept as it was";
    let hash = "3b1d3ac3d0b5be4d4a0f4a0e0a3e2a7b3c8a1f0e6d9b7c5a4e3f2d1c0b9a8f7e";
    for (name, said) in [("copy.toml", hash), ("copy.pdf", hash)] {
        fs::create_dir_all(stage.set().join("files")).unwrap();
        fs::write(stage.set().join("files").join(name), copy).unwrap();
        let source =
            format!("[source.s]\ntitle = \"S\"\nfile = \"files/{name}\"\nsha256 = \"{said}\"\n");
        fs::write(stage.set().join("note.toml"), format!("{BRIEF}{source}")).unwrap();
        stage.tar("set.tar");
        for path in ["set/note.toml", "set.tar"] {
            let (checked, code) = stage.said(&["check", path]);
            assert!(code == 1 && checked.contains("archived copy changed"), "{path}: {checked}");
        }
    }
}

#[test]
fn a_file_that_is_no_tar_is_refused_in_words() {
    let stage = Stage::new();
    for (name, bytes) in [("text.tar", b"schema = 2\n".as_slice()), ("cut.tar", &[0x41; 700])] {
        fs::write(stage.at(name), bytes).unwrap();
        let (said, code) = stage.said(&["check", name]);
        assert!(code == 1 && said.contains("no tar that can be read"), "{said}");
    }
}

#[test]
fn keys_are_kept_for_the_user_alone_and_taken_away_again() {
    use std::os::unix::fs::PermissionsExt;
    let stage = Stage::new();
    stage.trust();
    let kept = stage.at(".config/attache/trusted/Ministry.pub");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&kept), mode(kept.parent().unwrap())), (0o600, 0o700));
    let (said, code) = stage.said(&["trust", "Ministry.pub"]);
    assert!(code == 2 && said.contains("is kept already"), "{said}");
    let (said, code) = stage.said(&["trust", "set/note.toml", "--name", "x"]);
    assert!(code == 2 && said.contains("no public key of minisign"), "{said}");
    for name in ["../Ministry", ".hidden", "a/b"] {
        let (said, code) = stage.said(&["trust", "Ministry.pub", "--name", name]);
        assert!(code == 2 && said.contains("the name of a key"), "{said}");
    }
    let (said, code) = stage.said(&["trust", "--remove", "Ministry"]);
    assert!(code == 0 && !kept.exists(), "{said}");
}

/// A registry that takes a source back, seen by `note` alone.
const REGISTRY: &str = "[source.s]\ntitle = \"S\"\nwithdrawn = \"2024-01-01\"\n";

impl Stage {
    fn with_registry() -> Self {
        let stage = Self::new();
        fs::create_dir_all(stage.set().join("_registry")).unwrap();
        fs::write(stage.set().join("_registry/r.toml"), REGISTRY).unwrap();
        stage.seal();
        stage.trust();
        stage
    }

    fn told_on_stderr(&self, arguments: &[&str]) -> String {
        String::from_utf8(self.run(arguments).stderr).unwrap()
    }

    /// The briefs that see the registry are told not to be as signed, and no others.
    #[track_caller]
    fn says_not_as_signed(&self, flags: &[&str], why: &str) {
        let words = format!("not as signed: _registry/r.toml {why}");
        let page = self.said(&[&["show", "brief:note", "--briefs", "set"], flags].concat()).0;
        assert!(page.contains(&words), "{page}");
        let page = self.said(&[&["show", "brief:other", "--briefs", "set"], flags].concat()).0;
        assert!(page.contains("signed by Ministry") && !page.contains("not as signed"), "{page}");
        let listed = self.said(&[&["--briefs", "set"], flags].concat()).0;
        assert_eq!(listed.matches(&words).count(), 1, "{listed}");
        let verified = self.said(&[&["verify", "set"], flags].concat());
        assert!(
            verified.1 == 1 && verified.0.contains(&format!("note.toml: {words}")),
            "{verified:?}"
        );
    }
}

#[test]
fn a_brief_is_not_called_signed_where_its_registry_is_missing_or_changed() {
    let stage = Stage::with_registry();
    stage.verifies("set", 0, &["3 files: all as they were sealed"]);
    let registry = stage.set().join("_registry/r.toml");
    assert_eq!(stage.told_on_stderr(&["show", "brief:note", "--briefs", "set"]), "");

    fs::write(&registry, format!("{REGISTRY}#")).unwrap();
    stage.says_not_as_signed(&[], "is not as it is listed");
    stage.says_not_as_signed(&["--accept-changed"], "is not as it is listed");
    for asked in [["show", "brief:note"], ["find", "note"]] {
        let told = stage.told_on_stderr(&[asked.as_slice(), &["--briefs", "set"]].concat());
        assert_eq!(
            told.matches("the set set: 1 file not as listed; signed by").count(),
            1,
            "{told}"
        );
    }

    fs::remove_file(&registry).unwrap();
    stage.says_not_as_signed(&[], "is missing");
    let told = stage.told_on_stderr(&["show", "brief:note", "--briefs", "set"]);
    assert!(told.contains("the set set: 1 file missing; signed by Ministry"), "{told}");
    stage.tar("set.tar");
    stage.verifies("set.tar", 1, &["note.toml: not as signed: _registry/r.toml is missing"]);
}

#[test]
fn a_registry_whose_folder_is_a_link_is_not_the_one_that_was_signed() {
    let stage = Stage::with_registry();
    fs::rename(stage.set().join("_registry"), stage.at("elsewhere")).unwrap();
    std::os::unix::fs::symlink("../elsewhere", stage.set().join("_registry")).unwrap();
    let page = stage.said(&["show", "brief:note", "--briefs", "set"]).0;
    assert!(page.contains("not as signed: _registry/r.toml"), "{page}");
    stage.verifies("set", 1, &["not as signed"]);
}

#[test]
fn a_file_that_was_added_to_the_registry_of_a_set_does_not_speak() {
    let stage = Stage::with_registry();
    let added = REGISTRY.replace("source.s]", "source.added]").replace("\"S\"", "\"Added\"");
    fs::write(stage.set().join("_registry/a.toml"), added).unwrap();
    stage.tar("set.tar");
    for path in ["set", "set.tar"] {
        let words = "_registry/a.toml: NOT LISTED in the set set";
        stage.verifies(path, 1, &[words, "3 files: NOT all as they were sealed"]);
        let (found, code) = stage.said(&["show", "source:added", "--briefs", path]);
        assert!(code != 0, "{found}");
        let page = stage.said(&["show", "brief:note", "--briefs", path]).0;
        assert!(page.contains("signed by Ministry, version 1"), "{page}");
        let (found, code) =
            stage.said(&["show", "source:added", "--briefs", path, "--accept-changed"]);
        assert!(code == 0 && found.contains("Added"), "{found}");
    }
    stage.says_not_as_signed_by_addition();
}

impl Stage {
    #[track_caller]
    fn says_not_as_signed_by_addition(&self) {
        let page = self.said(&["show", "brief:note", "--briefs", "set", "--accept-changed"]).0;
        assert!(page.contains("not as signed: _registry/a.toml is not listed"), "{page}");
    }
}

/// A brief with one event, `down`, of this title.
fn brief(id: &str, header: &str, event: &str) -> String {
    format!(
        "schema = 2\n[brief]\nid = \"{id}\"\ntitle = \"{id}\"\ntlp = \"CLEAR\"\n{header}\n\
         [source.s]\ntitle = \"S\"\n[[event]]\nid = \"down\"\ntitle = \"{event}\"\n\
         when = \"2022\"\ntype = \"other\"\ncite = [\"s\"]\n"
    )
}

/// Added to the set or lying beside it, in a folder and in a `.tar`.
#[test]
fn what_nobody_vouches_for_takes_no_place_of_a_signed_brief() {
    let hostile = [
        (
            brief("zeta", "supersedes = [\"alpha\"]", "Hostile"),
            "does not replace alpha, which is signed",
        ),
        (brief("alpha", "revision = 9", "Hostile"), "in the place of a brief that is signed"),
    ];
    for (text, words) in hostile {
        let stage = Stage::new();
        fs::write(stage.set().join("alpha.toml"), brief("alpha", "revision = 1", "True")).unwrap();
        stage.seal();
        stage.trust();
        for place in ["set/zeta.toml", "zeta.toml", "set/more/zeta.toml"] {
            fs::write(stage.at(place), &text).unwrap();
            let whole = stage.at("all.tar");
            let mut builder = tar::Builder::new(fs::File::create(&whole).unwrap());
            builder.append_dir_all("set", stage.set()).unwrap();
            if place == "zeta.toml" {
                builder.append_path_with_name(stage.at(place), place).unwrap();
            }
            builder.finish().unwrap();
            for paths in [["set", place].as_slice(), &["all.tar"]] {
                let briefs: Vec<&str> = paths.iter().flat_map(|path| ["--briefs", path]).collect();
                let (shown, code) = stage.said(&[&["show", "alpha#down"], &*briefs].concat());
                assert!(code == 0 && shown.contains("True"), "{place}: {shown}");
                assert!(!shown.contains("Hostile"), "{place}: {shown}");
                let (listed, _) = stage.said(&briefs);
                assert!(listed.contains(words), "{place}: {listed}");
                let (checked, _) = stage.said(&[&["check"], paths].concat());
                assert!(checked.contains("W280"), "{place}: {checked}");
            }
            fs::remove_file(stage.at(place)).unwrap();
        }
    }
}

#[test]
fn a_signed_brief_replaces_a_signed_one_and_one_that_is_not() {
    let stage = Stage::new();
    fs::write(stage.set().join("alpha.toml"), brief("alpha", "", "Old")).unwrap();
    let newer = brief("beta", "supersedes = [\"alpha\", \"own\"]", "New");
    fs::write(stage.set().join("beta.toml"), newer).unwrap();
    fs::write(stage.at("own.toml"), brief("own", "supersedes = [\"beta\"]", "Own")).unwrap();
    stage.seal();
    stage.trust();
    for named in ["alpha#down", "own#down"] {
        let (shown, code) = stage.said(&["show", named, "--briefs", "set", "--briefs", "own.toml"]);
        assert!(code == 0 && shown.contains("New"), "{shown}");
        let id = named.trim_end_matches("#down");
        assert!(shown.contains(&format!("{id} is replaced by beta (beta.toml)")), "{shown}");
    }
}

#[test]
fn a_reference_that_leads_into_another_brief_is_told_beside_the_answer() {
    let stage = Stage::new();
    fs::write(stage.at("alpha.toml"), brief("alpha", "", "Old")).unwrap();
    fs::write(stage.at("z.toml"), brief("zeta", "supersedes = [\"alpha\"]", "New")).unwrap();
    let both = ["--briefs", "alpha.toml", "--briefs", "z.toml"];
    for asked in [["show", "alpha#down"], ["show", "event:alpha#down"], ["who", "alpha#down"]] {
        let told = stage.told_on_stderr(&[asked.as_slice(), &both].concat());
        assert_eq!(told, "attache: alpha is replaced by zeta (z.toml)\n", "{asked:?}");
    }
    assert_eq!(stage.told_on_stderr(&[["show", "zeta#down"].as_slice(), &both].concat()), "");
}

/// Names are written as they stand: the crate would not let such ones in.
fn append_raw(builder: &mut tar::Builder<fs::File>, name: &str, kind: tar::EntryType, text: &str) {
    let mut header = tar::Header::new_gnu();
    header.as_mut_bytes()[..name.len()].copy_from_slice(name.as_bytes());
    header.set_entry_type(kind);
    header.set_size(text.len() as u64);
    header.set_cksum();
    builder.append(&header, text.as_bytes()).unwrap();
}

#[test]
fn briefs_in_one_file_that_are_not_read_are_told_each() {
    use tar::EntryType;
    let stage = Stage::new();
    stage.seal();
    stage.trust();
    let cases = [
        ("set/../a.toml", EntryType::Regular, "its name is not one of a file in this one"),
        ("../a.toml", EntryType::Regular, "its name is not one of a file in this one"),
        ("/a.toml", EntryType::Regular, "its name is not one of a file in this one"),
        ("set//a.toml", EntryType::Regular, "its name is not one of a file in this one"),
        ("set/a\nb.toml", EntryType::Regular, "its name is not one of a file in this one"),
        ("set/MANIFEST.sha256", EntryType::Link, "this is a link, not a plain file"),
        ("set/a.toml", EntryType::Symlink, "this is a link, not a plain file"),
        ("set/a.TOML", EntryType::Link, "this is a link, not a plain file"),
        ("set/a.toml", EntryType::Fifo, "this is a pipe, not a plain file"),
        ("set/a.toml", EntryType::Directory, "this is a folder, not a file"),
        ("set/a.toml/b.toml", EntryType::Regular, "it is in a folder that is called as a file"),
        ("set/note.toml", EntryType::Regular, "another file of this name comes after it"),
    ];
    for (name, kind, words) in cases {
        let mut builder = tar::Builder::new(fs::File::create(stage.at("all.tar")).unwrap());
        append_raw(&mut builder, name, kind, "");
        builder.append_dir_all("set", stage.set()).unwrap();
        builder.finish().unwrap();
        stage.verifies("all.tar", 1, &[words, "2 files: NOT all as they were sealed"]);
        let (checked, _) = stage.said(&["check", "all.tar"]);
        assert!(checked.contains("E007") && checked.contains(words), "{name}: {checked}");
    }
}

/// As in a folder: what an editor leaves while a brief is open is a link of a hidden name.
#[test]
fn what_editors_leave_in_one_file_is_passed_over() {
    use tar::EntryType;
    let stage = Stage::new();
    stage.seal();
    stage.trust();
    let mut builder = tar::Builder::new(fs::File::create(stage.at("all.tar")).unwrap());
    append_raw(&mut builder, "set/.#note.toml", EntryType::Symlink, "");
    append_raw(&mut builder, "set/.cache.toml", EntryType::Directory, "");
    builder.append_dir_all("set", stage.set()).unwrap();
    builder.finish().unwrap();
    stage.verifies("all.tar", 0, &["2 files: all as they were sealed"]);
}

#[test]
fn very_many_that_are_not_read_are_counted() {
    let stage = Stage::new();
    let mut builder = tar::Builder::new(fs::File::create(stage.at("all.tar")).unwrap());
    for number in 0..250 {
        append_raw(&mut builder, &format!("../{number}.toml"), tar::EntryType::Regular, "");
    }
    append_raw(&mut builder, "../copy.pdf", tar::EntryType::Regular, "");
    builder.append_dir_all("set", stage.set()).unwrap();
    builder.finish().unwrap();
    let (listed, _) = stage.said(&["--briefs", "all.tar"]);
    assert_eq!(listed.matches("refused: ").count(), 101, "{listed}");
    assert!(listed.contains("all.tar: 150 more files in it are not read"), "{listed}");
}
