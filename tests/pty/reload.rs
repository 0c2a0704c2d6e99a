//! Files that change while they are open.

use super::support::Start;
use std::fs;

const BRIEF: &str = "schema = 1\n[brief]\nid = \"note\"\ntitle = \"A note\"\ntlp = \"GREEN\"\n\
    [[event]]\nid = \"one\"\ntitle = \"Only thing\"\ntype = \"other\"\nwhen = \"2022-07-15\"\n";

#[test]
fn a_file_that_changes_is_told_of_and_read_again() {
    // With nothing kept, and with a home.
    let home = tempfile::tempdir().unwrap();
    let keeping = Start::by_shell("exec \"$0\" \"$@\"");
    for start in [Start::new(), keeping.env("HOME", home.path().to_str().unwrap())] {
        let folder = tempfile::tempdir().unwrap();
        let note = folder.path().join("note.toml");
        fs::write(&note, BRIEF).unwrap();
        let mut terminal = start.arg(folder.path().to_str().unwrap()).run();
        terminal.wait_for("A note");
        // The first key looks; nothing was typed before.
        fs::write(&note, format!("{BRIEF}\n[[gap]]\nid = \"g\"\ntext = \"Not known.\"\n")).unwrap();
        terminal.type_in("\t");
        terminal.wait_for("changed on disk");
        terminal.wait_for("Only thing");
        fs::write(&note, BRIEF.replace("Only thing", "Other thing")).unwrap();
        terminal.type_in("r");
        terminal.wait_for("read again: 1 file changed");
        terminal.wait_for("Other thing");
        // While it is broken the text before it stays.
        fs::write(&note, BRIEF.replace("title = \"A note\"", "title = \"A note")).unwrap();
        terminal.type_in("r");
        terminal.wait_for("note.toml: line 4 cannot be read; the last good text is shown");
        terminal.wait_for("Other thing");
        fs::write(&note, BRIEF).unwrap();
        terminal.type_in("r");
        terminal.wait_for("Only thing");
        terminal.type_in("q");
        assert_eq!(terminal.wait_for_end(), 0);
        assert_eq!(terminal.faults(), [""; 0]);
    }
}
