//! The commands that write files: `new` and `fmt`.

use super::{Run, finish, program, run};
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use tempfile::TempDir;

const PLAIN: &str = "schema = 2\n\n[brief]\nid    = \"b\"\ntitle = \"B\"\ntlp   = \"RED\"\n";
const WILD: &str = "schema=2\n[brief]\ntlp='RED' # mine\nid=\"b\"\ntitle = \"B\"";

pub(super) struct Desk(TempDir);

impl Desk {
    pub(super) fn with(files: &[(&str, &str)]) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        for (name, text) in files {
            let path = desk.path(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        desk
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(super) fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub(super) fn run(&self, arguments: &[&str]) -> Run {
        let mut command = program(arguments);
        command.current_dir(self.0.path());
        finish(command)
    }

    fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder)).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn piped(arguments: &[&str], input: &[u8]) -> (Option<i32>, Vec<u8>, String) {
    let mut command = program(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    (output.status.code(), output.stdout, String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_new_brief_passes_the_check_and_is_in_its_layout() {
    let desk = Desk::with(&[]);
    let made = desk.run(&["new", "brief", "tirana-2023", "--schema"]);
    assert_eq!((made.code, made.err.as_str()), (Some(0), ""));
    assert_eq!(made.out, "new: tirana-2023.toml\nnew: brief.schema.json\n");
    let text = desk.text("tirana-2023.toml");
    assert!(text.starts_with("#:schema ./brief.schema.json\n"), "{text}");
    let schema: serde_json::Value = serde_json::from_str(&desk.text("brief.schema.json")).unwrap();
    assert!(schema["properties"]["event"].is_object());
    for part in ["\"tirana-2023\"", "\"Tirana 2023\"", "\"RED\"", "as-of    = \"20"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let checked = desk.run(&["check", "--deny", "warnings", "tirana-2023.toml"]);
    assert_eq!(checked.code, Some(0), "{}", checked.out);
    assert_eq!(desk.run(&["fmt", "--check", "."]).code, Some(0));
    assert_eq!(desk.names("."), ["brief.schema.json", "tirana-2023.toml"]);
}

#[test]
fn a_new_brief_says_what_is_given_and_keeps_the_rules_of_the_format() {
    let desk = Desk::with(&[]);
    let given = ["--title", "The \"port\"", "--tlp", "GREEN", "--as-of", "2023-01", "--id", "port"];
    let made = desk.run(&[&["new", "brief", "a.toml"][..], &given].concat());
    assert_eq!(made.code, Some(0), "{}", made.err);
    let shown = desk.run(&["--briefs", "a.toml", "show", "--json", "brief:port"]);
    assert!(shown.out.contains("The \\\"port\\\"") && shown.out.contains("GREEN"), "{}", shown.out);
    for (given, wrong) in [
        (["--tlp", "WHITE"], "--tlp: `WHITE` was renamed CLEAR"),
        (["--as-of", "2022-02-30"], "--as-of: "),
        (["--id", "Port 1"], "--id: `Port 1` is no id"),
        (["--title", ""], "--title: "),
    ] {
        let made = desk.run(&[&["new", "brief", "b.toml"][..], &given].concat());
        assert_eq!((made.code, made.out.as_str()), (Some(2), ""), "{given:?}");
        assert!(made.err.contains(wrong), "{given:?}: {}", made.err);
    }
    assert_eq!(desk.names("."), ["a.toml"]);
}

#[test]
fn nothing_is_written_over() {
    let desk = Desk::with(&[("a.toml", "mine"), ("_registry/actors.toml", "mine")]);
    for file in ["a", "a.toml", "./a.toml"] {
        let made = desk.run(&["new", "brief", file]);
        assert_eq!(made.code, Some(2));
        assert!(made.err.contains("there is one already"), "{}", made.err);
    }
    let made = desk.run(&["new", "registry", "."]);
    assert_eq!((made.code, made.out.lines().count()), (Some(0), 4), "{}{}", made.out, made.err);
    assert_eq!([desk.text("a.toml"), desk.text("_registry/actors.toml")], ["mine", "mine"]);
    assert_eq!(desk.run(&["new", "registry", "_registry"]).code, Some(2));
    let nowhere = desk.run(&["new", "brief", "none/a"]);
    assert!(nowhere.err.contains("`none/a.toml`: no such folder"), "{}", nowhere.err);
}

#[test]
fn a_new_registry_passes_the_check_beside_a_brief() {
    let desk = Desk::with(&[("a.toml", PLAIN)]);
    assert_eq!(desk.run(&["new", "registry", "."]).code, Some(0));
    let files =
        ["actors.toml", "places.toml", "publishers.toml", "sources.toml", "techniques.toml"];
    assert_eq!(desk.names("_registry"), files);
    let checked = desk.run(&["check", "--deny", "warnings", "."]);
    assert_eq!(checked.code, Some(0), "{}", checked.out);
    assert_eq!(desk.run(&["fmt", "--check", "."]).code, Some(0));
}

fn event<'a>(id: &'a str, when: &'a str) -> [&'a str; 11] {
    ["new", "event", "a.toml", "--id", id, "--title", "T", "--when", when, "--type", "cyber"]
}

#[test]
fn events_are_put_at_their_place_and_the_rest_of_the_file_stays() {
    let desk = Desk::with(&[("a.toml", WILD)]);
    for (id, when) in [("june", "2022-06"), ("may", "2022-05-01"), ("june-too", "2022-06~")] {
        let made = desk.run(&event(id, when));
        assert_eq!(made.code, Some(0), "{}", made.err);
    }
    let text = desk.text("a.toml");
    assert!(text.starts_with(WILD), "{text}");
    let ids: Vec<&str> = text.lines().filter(|line| line.starts_with("id    ")).collect();
    assert_eq!(ids, ["id    = \"may\"", "id    = \"june\"", "id    = \"june-too\""]);
    assert_eq!(desk.run(&["check", "a.toml"]).code, Some(0));
    assert_eq!(desk.names("."), ["a.toml"]);
}

#[test]
fn an_event_that_breaks_a_rule_is_not_written() {
    let desk = Desk::with(&[("a.toml", PLAIN)]);
    assert_eq!(desk.run(&event("one", "2022")).code, Some(0));
    let text = desk.text("a.toml");
    for (arguments, wrong) in [
        (event("one", "2022"), "--id: `one` is already the id of the event at line 9"),
        (event("One", "2022"), "--id: `One` is no id"),
        (event("two", "15.7.2022"), "--when: `15.7.2022` is no date"),
        (event("two", "2022-07-15T14:20"), "--when: "),
    ] {
        let made = desk.run(&arguments);
        assert_eq!((made.code, made.out.as_str()), (Some(2), ""));
        assert!(made.err.contains(wrong), "{}", made.err);
    }
    let typed = desk.run(&[&event("two", "2022")[..10], &["cybr"]].concat());
    assert!(typed.err.contains("did you mean `cyber`?"), "{}", typed.err);
    let alone = desk.run(&["new", "event", "a.toml", "--id", "two"]);
    assert!(alone.code == Some(2) && alone.err.contains("--when"), "{}", alone.err);
    assert_eq!(desk.text("a.toml"), text);
}

#[test]
fn an_event_without_words_is_an_example_that_changes_nothing() {
    let desk = Desk::with(&[("a.toml", PLAIN)]);
    let made = desk.run(&["new", "event", "a.toml"]);
    assert_eq!((made.code, made.out.as_str()), (Some(0), "new example of an event: a.toml:8\n"));
    let text = desk.text("a.toml");
    let added = text.strip_prefix(PLAIN).unwrap();
    assert!(added.lines().all(|line| line.is_empty() || line.starts_with('#')), "{added}");
    assert!(added.contains("#when "), "{added}");
}

#[test]
fn an_unreadable_brief_is_not_written_to_and_its_fault_is_told() {
    let colon = PLAIN.replace("title =", "title:");
    let list = format!("event = []\n{PLAIN}");
    let desk = Desk::with(&[("a.toml", &colon), ("list.toml", &list), ("r.toml", "schema = 2\n")]);
    let made = desk.run(&event("one", "2022"));
    assert_eq!((made.code, made.out.as_str()), (Some(1), ""));
    assert!(made.err.contains("E001") && made.err.contains("a.toml:5:"), "{}", made.err);
    assert_eq!(desk.text("a.toml"), colon);
    let listed = desk.run(&["new", "event", "list.toml"]);
    assert!(listed.code == Some(1) && listed.err.contains("list.toml:1:1"), "{}", listed.err);
    let no_brief = desk.run(&["new", "event", "r.toml"]);
    assert!(no_brief.code == Some(2) && no_brief.err.contains("has no `[brief]`"));
    assert_eq!(desk.run(&["new", "event", "none.toml"]).code, Some(2));
}

const LAID_OUT: &str =
    "schema = 2\n\n[brief]\nid    = \"b\"\ntitle = \"B\"\ntlp   = 'RED'  # mine\n";

#[test]
fn files_are_laid_out_in_place_once() {
    let desk = Desk::with(&[
        ("a.toml", WILD),
        ("plain.toml", PLAIN),
        ("_registry/a.toml", "schema=2"),
        ("below/b.toml", WILD),
        ("note.txt", WILD),
    ]);
    let checked = desk.run(&["fmt", "--check", "."]);
    assert_eq!(checked.code, Some(1));
    assert!(checked.out.ends_with("3 files would change, 1 is in its layout\n"), "{}", checked.out);
    assert_eq!(desk.text("a.toml"), WILD, "a check writes nothing");
    let done = desk.run(&["fmt", "."]);
    assert_eq!((done.code, done.err.as_str()), (Some(0), ""));
    assert!(done.out.contains("formatted: ./a.toml\n"), "{}", done.out);
    assert_eq!(desk.text("a.toml"), LAID_OUT);
    assert_eq!(desk.text("below/b.toml"), LAID_OUT);
    assert_eq!(desk.text("_registry/a.toml"), "schema = 2\n");
    assert_eq!(desk.text("note.txt"), WILD);
    let again = desk.run(&["fmt", "--check", "."]);
    assert_eq!(
        (again.code, again.out.as_str()),
        (Some(0), "0 files would change, 4 are in their layout\n")
    );
}

#[test]
fn a_file_with_a_fault_is_left_alone_and_the_others_are_laid_out() {
    let fault = "schema = 2\n[brief]\nid = \"b\ntitle='B'\n";
    let desk = Desk::with(&[("a.toml", fault), ("b.toml", WILD), ("c.toml", "schema = 2\n\u{0}")]);
    let done = desk.run(&["fmt", "."]);
    assert_eq!(done.code, Some(1));
    assert!(done.err.contains("E001") && done.err.contains("a.toml:3:"), "{}", done.err);
    assert!(done.err.contains("E007") && done.err.contains("NUL"), "{}", done.err);
    assert!(done.out.contains("1 file formatted, 2 have faults"), "{}", done.out);
    assert_eq!([desk.text("a.toml"), desk.text("b.toml")], [fault, LAID_OUT]);
}

#[test]
fn a_difference_is_shown_as_diff_writes_it() {
    let desk = Desk::with(&[("a.toml", WILD)]);
    let shown = desk.run(&["fmt", "--diff", "a.toml"]);
    assert_eq!(shown.code, Some(1));
    assert!(shown.out.starts_with("TLP:RED\n--- a.toml\n+++ a.toml\n@@ "), "{}", shown.out);
    assert!(shown.out.ends_with("\nTLP:RED\n"), "{}", shown.out);
    assert!(shown.out.contains("\n-tlp='RED' # mine\n"), "{}", shown.out);
    assert!(shown.out.contains("\n+tlp   = 'RED'  # mine\n"), "{}", shown.out);
    assert_eq!(desk.text("a.toml"), WILD);
}

#[test]
fn standard_input_comes_out_byte_for_byte_but_for_its_layout() {
    let hidden = "schema=2\r\n[brief]\r\nid='b'\r\ntitle='\u{202e}\u{200c}نخست'";
    let (code, out, err) = piped(&["fmt", "-"], hidden.as_bytes());
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let wanted = "schema = 2\r\n\r\n[brief]\r\nid    = 'b'\r\ntitle = '\u{202e}\u{200c}نخست'\r\n";
    assert_eq!(String::from_utf8(out).unwrap(), wanted);
    let (code, out, err) = piped(&["fmt", "-"], b"title: x");
    assert_eq!((code, out.as_slice()), (Some(1), &b""[..]), "an editor keeps what it has");
    assert!(err.contains("<standard input>:1:6"), "{err}");
    assert_eq!(piped(&["fmt", "--check", "-"], WILD.as_bytes()).0, Some(1));
    assert_eq!(run(&["fmt", "-", "a.toml"]).code, Some(2));
    assert_eq!(run(&["fmt"]).code, Some(2));
    assert_eq!(run(&["fmt", "/nowhere.toml"]).code, Some(2));
}

#[test]
fn links_and_modes_stay_and_what_is_protected_is_not_written() {
    let desk = Desk::with(&[("real.toml", WILD), ("other/out.toml", WILD), ("in/a.toml", PLAIN)]);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    fs::set_permissions(desk.path("real.toml"), fs::Permissions::from_mode(0o604)).unwrap();
    symlink("real.toml", desk.path("link.toml")).unwrap();
    assert_eq!(desk.run(&["fmt", "link.toml"]).code, Some(0));
    assert!(fs::symlink_metadata(desk.path("link.toml")).unwrap().is_symlink());
    assert_eq!(desk.text("real.toml"), LAID_OUT);
    assert_eq!(mode(&desk.path("real.toml")), 0o604);
    // What a folder's link leads out to is not the folder's.
    symlink("../other/out.toml", desk.path("in/out.toml")).unwrap();
    let done = desk.run(&["fmt", "in"]);
    assert!(done.code == Some(1) && done.err.contains("leads outside"), "{}", done.err);
    assert_eq!(desk.text("other/out.toml"), WILD);
    assert_eq!(desk.names("."), ["in", "link.toml", "other", "real.toml"]);
}

#[test]
fn the_briefs_of_the_program_are_in_their_layout() {
    let briefs = concat!(env!("CARGO_MANIFEST_DIR"), "/briefs");
    let checked = run(&["fmt", "--check", briefs]);
    assert_eq!(checked.code, Some(0), "{}", checked.out);
}
