//! The user's own keys, the keys of other scripts, and what is told of a bad configuration.

use super::support::Start;
use super::view::{FIRST, SECOND, started, wait_for_event};

/// A home whose configuration says this.
fn home(file: &str, text: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join(".config/attache");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(file), text).unwrap();
    home
}

fn at(home: &tempfile::TempDir) -> Start {
    Start::new().env("HOME", home.path().to_str().unwrap())
}

#[test]
fn keys_of_the_file_act_and_those_they_replace_do_not() {
    let home = home("keys.toml", "[keys]\nnext = [\"f7\"]\nquit = [\"f10\"]\n");
    let mut terminal = started(at(&home));
    terminal.type_in("j");
    terminal.wait_until("`j` is nothing now", |t| t.row(23).contains('j'));
    terminal.type_in("\x1b[18~");
    wait_for_event(&terminal, SECOND);
    terminal.type_in("\x1b[21~");
    assert_eq!(terminal.wait_for_end(), 0);
    assert_eq!(terminal.faults(), [""; 0]);
}

#[test]
fn mistakes_are_told_in_one_line_and_the_reader_starts() {
    let home = home("keys.toml", "[keys]\nnxt = [\"n\"]\n");
    let mut terminal = at(&home).size(120, 30).run();
    terminal.wait_for("keys.toml:2:1: no action is called `nxt` (attache config check)");
    terminal.type_in("j");
    terminal.wait_until("it has gone", |terminal| !terminal.contents().contains("keys.toml"));
    terminal.type_in("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert_eq!(terminal.faults(), [""; 0]);
}

#[test]
fn keys_of_another_script_act_and_text_stays_what_was_typed() {
    let mut terminal = started(Start::new());
    // The keys of `j` and `k` on a Russian, a Hebrew and a Greek keyboard.
    for (next, previous) in [("о", "л"), ("ח", "ל"), ("ξ", "κ")] {
        terminal.type_in(next);
        wait_for_event(&terminal, SECOND);
        terminal.type_in(previous);
        wait_for_event(&terminal, FIRST);
    }
    terminal.type_in("/рама");
    terminal.wait_for("/ рама");
}
