//! `attache themes`.

use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// The program with a home of its own, in which these themes stand.
fn program(home: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command.args(arguments).env_clear().env("HOME", home).stdin(Stdio::null());
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| {
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains('\u{1b}'));
        text.replace(&format!("{}", home.display()), "~")
    };
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn home(files: &[(&str, &str)]) -> TempDir {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join(".config/attache/themes");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, text) in files {
        std::fs::write(folder.join(name), text).unwrap();
    }
    home
}

#[test]
fn the_command_lists_the_themes_with_what_is_wrong() {
    let files =
        [("night.toml", "about = \"for the night\"\ninherits = \"drak\""), ("a b.toml", "")];
    let home = home(&files);
    let (code, out, _) = program(home.path(), &["themes"]);
    assert_eq!(code, Some(0));
    insta::assert_snapshot!("listed", out);
    let (code, out, _) = program(home.path(), &["themes", "--check"]);
    assert_eq!(code, Some(2));
    insta::assert_snapshot!("checked", out);
}

#[test]
fn without_a_fault_the_check_is_a_success() {
    let home = home(&[("night.toml", "inherits = \"dark\"")]);
    assert_eq!(
        program(home.path(), &["themes", "--check"]),
        (Some(0), "no findings\n".into(), String::new())
    );
    let (code, _, _) = program(home.path(), &["--theme", "night", "--plain"]);
    assert_eq!(code, Some(0));
}

#[test]
fn a_theme_is_printed_to_begin_ones_own_from() {
    let home = home(&[]);
    let (code, out, _) = program(home.path(), &["themes", "dark"]);
    assert_eq!(code, Some(0));
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/dark.toml");
    assert_eq!(out, std::fs::read_to_string(file).unwrap());
    let (code, _, err) = program(home.path(), &["themes", "drak"]);
    assert_eq!(
        (code, err.as_str()),
        (Some(2), "attache: no theme is called `drak`; did you mean `dark`?\n")
    );
}
