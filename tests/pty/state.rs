//! What is known again at the next start, and what is left on disk.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use rustix::process::Signal;
use tempfile::TempDir;

use super::support::{Random, Start, Terminal};
use super::view::{FIRST, HINTS, RESUMED, SECOND, leave_briefs, reads, started, wait_for_event};

const STATE: &str = ".local/state/attache/state.json";
const BOOKMARKS: &str = ".local/share/attache/bookmarks.json";
const BRIEF: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/briefs/albania-cyberattacks-2022.toml");

/// The program as a user with this home starts it.
fn at(home: &TempDir) -> Start {
    Start::by_shell("exec \"$0\" \"$@\"").env("HOME", home.path().to_str().unwrap())
}

/// The screen but for its last row, which also tells what was done last.
fn picture(terminal: &Terminal) -> String {
    let contents = terminal.contents();
    let mut rows: Vec<&str> = contents.lines().map(str::trim_end).collect();
    rows.pop();
    rows.join("\n")
}

fn quit(mut terminal: Terminal) {
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert_eq!(terminal.faults(), [""; 0]);
}

/// Ends it from a page over the panes, of which the key of the end would leave only that page.
fn leave(mut terminal: Terminal) {
    terminal.type_in("\x03");
    assert_eq!(terminal.wait_for_end(), 130);
    assert_eq!(terminal.faults(), [""; 0]);
}

/// Writes the options of the user.
fn configure(home: &TempDir, options: &str) {
    let folder = home.path().join(".config/attache");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("config.toml"), options).unwrap();
}

/// Waits until all is read, at a first start or a later one.
fn wait_for_start(terminal: &Terminal) {
    terminal.wait_until("a start", |terminal| {
        [HINTS, RESUMED].iter().any(|words| terminal.contents().contains(words))
    });
}

/// Every file and folder below, with its mode.
fn modes(folder: &Path, found: &mut BTreeMap<String, u32>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        found.insert(path.file_name().unwrap().to_str().unwrap().to_owned(), mode);
        if path.is_dir() {
            modes(&path, found);
        }
    }
}

fn left_in(home: &TempDir) -> BTreeMap<String, u32> {
    let mut found = BTreeMap::new();
    modes(home.path(), &mut found);
    found
}

fn json(path: &Path) -> serde_json::Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn the_next_start_shows_the_same_screen() {
    let home = tempfile::tempdir().unwrap();
    configure(&home, "searches = true\n");
    let mut terminal = at(&home).size(120, 40).run();
    leave_briefs(&mut terminal);
    terminal.wait_for("─ 1 Timeline ─");
    // Two lenses, one of which needs the index; a face; a scroll.
    terminal.type_in("/lapid meet\roframa\r2j1w4jj");
    // A key that means nothing, told in the last row: those before it were taken.
    terminal.type_in("é");
    terminal.wait_until("all keys taken", |t| t.row(39).contains("nothing is bound to é"));
    let before = picture(&terminal);
    assert!(before.contains("found by rama") && before.contains("4 Who says what: "), "{before}");
    leave(terminal);
    let terminal = at(&home).size(120, 40).run();
    terminal.wait_until(&before, |terminal| picture(terminal) == before);
    // What was looked at in between is no reason to show another place.
    leave(terminal);
    let other = at(&home).size(120, 40).arg(BRIEF);
    let terminal = other.run();
    terminal.wait_for(HINTS);
    assert!(!terminal.row(0).contains("found by"), "{}", terminal.contents());
    quit(terminal);
    let terminal = at(&home).size(120, 40).run();
    terminal.wait_until(&before, |terminal| picture(terminal) == before);
}

#[test]
fn what_is_kept_is_for_the_eyes_of_the_user() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = started(at(&home));
    terminal.type_in("mj");
    wait_for_event(&terminal, SECOND);
    quit(terminal);
    let left = left_in(&home);
    assert_eq!((left["state.json"], left["bookmarks.json"]), (0o600, 0o600));
    assert_eq!(left["attache"], 0o700);
    assert_eq!(left.len(), 6, ".local, state, share, attache in both, two files: {left:?}");
    let terminal = at(&home).run();
    wait_for_event(&terminal, SECOND);
    // At an item that is asked for it opens, and the bookmarks are there.
    let asked = at(&home).arg(&format!("{BRIEF}#tims-attack"));
    let mut asked = asked.run();
    asked.wait_until("the item", |terminal| reads(terminal, "Second attack shuts down the border"));
    asked.type_in("B");
    asked.wait_for(" 1 of 1 ");
}

#[test]
fn a_reader_that_is_killed_leaves_whole_files() {
    let home = tempfile::tempdir().unwrap();
    let mut random = Random::new(1);
    for round in 0..12 {
        let mut terminal = at(&home).run();
        wait_for_start(&terminal);
        assert!(!terminal.contents().contains("broken"), "{}", terminal.contents());
        terminal.type_in("\t1");
        terminal.type_in("mjmjmj\r1".repeat(8));
        for _ in 0..random.below(8) {
            terminal.type_in("jm");
            std::thread::sleep(std::time::Duration::from_millis(3));
        }
        terminal.signal(Signal::KILL);
        terminal.wait_until_dead();
        for file in [STATE, BOOKMARKS].map(|file| home.path().join(file)) {
            if file.exists() {
                assert_eq!(json(&file)["version"], 1, "round {round}");
            }
        }
    }
    let mut terminal = at(&home).run();
    wait_for_start(&terminal);
    terminal.type_in("\t1mj");
    quit(terminal);
    let left: Vec<String> =
        left_in(&home).into_keys().filter(|name| name.contains(".new-")).collect();
    assert_eq!(left, [""; 0], "what was unfinished is cleared away");
}

#[test]
fn two_readers_at_once_keep_the_bookmarks_of_both() {
    let home = tempfile::tempdir().unwrap();
    configure(&home, "searches = true\n");
    let (mut first, mut second) = (at(&home).run(), at(&home).run());
    for terminal in [&mut first, &mut second] {
        leave_briefs(terminal);
        wait_for_event(terminal, FIRST);
    }
    first.type_in("m/lapid\r");
    second.type_in("jm/rama\r");
    first.wait_until("a hit", |terminal| reads(terminal, "Yair Lapid"));
    second.wait_until("a hit", |terminal| reads(terminal, "Edi Rama"));
    quit(first);
    quit(second);
    let bookmarks = json(&home.path().join(BOOKMARKS));
    assert_eq!(bookmarks["bookmarks"].as_array().unwrap().len(), 2);
    let mut searches = json(&home.path().join(STATE))["searches"].as_array().unwrap().clone();
    searches.sort_by_key(ToString::to_string);
    assert_eq!(searches, ["lapid", "rama"]);
}

/// A hang-up ends the reader; where it was is kept all the same.
#[test]
fn a_signal_keeps_the_place() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        let home = tempfile::tempdir().unwrap();
        let mut terminal = started(at(&home));
        terminal.type_in("j");
        wait_for_event(&terminal, SECOND);
        terminal.signal(signal);
        terminal.wait_for_end();
        let terminal = at(&home).run();
        wait_for_event(&terminal, SECOND);
    }
}

#[test]
fn nothing_is_read_or_written_where_it_is_not_wanted() {
    for option in [Some("--no-state"), None] {
        let home = tempfile::tempdir().unwrap();
        configure(&home, &format!("state = {}\n", option.is_some()));
        let before = left_in(&home);
        for _ in 0..2 {
            let start = option.map_or_else(|| at(&home), |option| at(&home).arg(option));
            let mut terminal = start.size(120, 40).run();
            leave_briefs(&mut terminal);
            terminal.wait_for("─ 1 Timeline ─");
            assert!(terminal.row(0).contains("no-state"), "{}", terminal.row(0));
            assert!(!terminal.contents().contains("lens: "));
            terminal.type_in("m");
            terminal.wait_for("bookmark not kept: no state; set until the end: ");
            terminal.type_in("o/lapid\r");
            terminal.wait_for("4 Yair Lapid");
            quit(terminal);
        }
        assert_eq!(left_in(&home), before);
    }
}

#[test]
fn broken_files_are_told_and_the_reader_opens() {
    let home = tempfile::tempdir().unwrap();
    let state = home.path().join(STATE);
    fs::create_dir_all(state.parent().unwrap()).unwrap();
    fs::write(&state, "\u{1b}]0;title\u{7}{{{").unwrap();
    let mut terminal = at(&home).run();
    terminal.wait_for("state.json was broken; it is kept as state.json.broken");
    terminal.type_in("\tj");
    wait_for_event(&terminal, SECOND);
    quit(terminal);
    assert_eq!(json(&state)["version"], 1);
    configure(&home, "searches = true\n");
    let hostile = r#"{"version": 1, "searches": ["\u001b[2J", "\u202e"], "places": [{"briefs": "",
        "place": {}}]}"#;
    fs::write(&state, hostile).unwrap();
    let mut terminal = at(&home).run();
    leave_briefs(&mut terminal);
    terminal.type_in("/\x1b[A");
    terminal.wait_for("<U+202E>");
    terminal.type_in("\x03");
    assert_eq!(terminal.wait_for_end(), 130);
    assert_eq!(terminal.faults(), [""; 0]);
}

/// A stick that was taken out: it cannot be kept, whoever asks, root too.
#[test]
fn what_cannot_be_kept_is_said_when_it_is_asked_for_and_at_the_end() {
    let home = tempfile::tempdir().unwrap();
    let link = home.path().join(BOOKMARKS);
    fs::create_dir_all(link.parent().unwrap()).unwrap();
    std::os::unix::fs::symlink("/nowhere/own.json", &link).unwrap();
    let mut terminal = at(&home).size(120, 40).run();
    terminal.wait_for("not everything is kept: bookmarks.json leads to ");
    terminal.type_in("\t1");
    terminal.wait_for("─ 1 Timeline ─");
    assert!(terminal.row(0).contains("! not everything is kept"), "{}", terminal.row(0));
    terminal.type_in("m");
    terminal.wait_for(
        "bookmark not kept: bookmarks.json leads to /nowhere/own.json, which is not there",
    );
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.wait_until_restored();
    terminal.wait_for("attache: bookmarks are not kept: ");
    let mut terminal = at(&home).size(120, 40).run();
    terminal.wait_for("not everything is kept: bookmarks.json leads to ");
    fs::remove_file(&link).unwrap();
    terminal.type_in("m");
    terminal.wait_for("what could not be kept is kept now");
    assert!(!terminal.row(0).contains("kept"), "{}", terminal.row(0));
    quit(terminal);
}

#[test]
fn a_home_that_is_none_is_told_and_nothing_is_written() {
    let shell = "cd \"$1\" && HOME=here exec \"$0\"";
    let home = tempfile::tempdir().unwrap();
    let mut terminal = started(Start::by_shell(shell).arg(home.path().to_str().unwrap()));
    terminal.type_in("m");
    terminal.wait_for("bookmark not kept: no home folder");
    quit(terminal);
    assert_eq!(left_in(&home), BTreeMap::new());
}

/// Through the sandbox too, which knows the folder behind the link.
#[test]
fn a_linked_state_file_keeps_its_link() {
    let home = tempfile::tempdir().unwrap();
    let state = home.path().join(STATE);
    let saved = home.path().join("saved");
    fs::create_dir_all(state.parent().unwrap()).unwrap();
    fs::create_dir(&saved).unwrap();
    std::os::unix::fs::symlink(saved.join("own.json"), &state).unwrap();
    for _ in 0..2 {
        let mut terminal = at(&home).run();
        wait_for_start(&terminal);
        terminal.type_in("\t1m");
        terminal.wait_for("bookmark");
        quit(terminal);
        assert_eq!(json(&saved.join("own.json"))["version"], 1);
        assert!(state.is_symlink());
    }
}

#[test]
fn what_was_searched_for_is_not_kept_unless_it_is_wanted() {
    for (options, kept) in [("", false), ("searches = true\n", true)] {
        let home = tempfile::tempdir().unwrap();
        configure(&home, options);
        let mut terminal = started(at(&home));
        terminal.type_in("/lapid\r");
        terminal.wait_until("a hit", |terminal| reads(terminal, "Yair Lapid"));
        quit(terminal);
        let text = fs::read_to_string(home.path().join(STATE)).unwrap();
        assert_eq!(text.contains("\"lapid\""), kept, "{text}");
    }
}

/// What is marked AMBER is kept by its reference alone.
#[test]
fn a_bookmark_of_what_is_marked_keeps_no_title() {
    let home = tempfile::tempdir().unwrap();
    let brief = home.path().join("marked.toml");
    let text = |tlp: &str| {
        format!(
            "schema = 2\n[brief]\nid = \"marked\"\ntitle = \"T\"\ntlp = \"{tlp}\"\n[source.s]\n\
             title = \"S\"\n[[event]]\nid = \"e\"\ntitle = \"The flood\"\nwhen = \"2022\"\n\
             type = \"other\"\ncite = [\"s\"]\n"
        )
    };
    for (tlp, titled) in [("GREEN", true), ("AMBER", false), ("RED", false)] {
        fs::write(&brief, text(tlp)).unwrap();
        let mut terminal = at(&home).arg(&format!("{}#e", brief.display())).run();
        terminal.wait_for("The flood");
        terminal.wait_for(tlp);
        let set = titled.then_some("m");
        terminal.type_in(set.unwrap_or("j"));
        quit(terminal);
        let kept = fs::read_to_string(home.path().join(BOOKMARKS)).unwrap();
        assert_eq!(kept.contains("flood"), titled, "{tlp}: {kept}");
        assert!(kept.contains("event:marked#e"), "{tlp}: {kept}");
    }
}
