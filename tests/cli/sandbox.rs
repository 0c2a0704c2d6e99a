//! The walls that the kernel holds, looked at from outside.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use tempfile::TempDir;

fn doctor(arguments: &[&str]) -> String {
    told(Command::new(env!("CARGO_BIN_EXE_attache")).arg("doctor").args(arguments).env_clear())
}

fn told(command: &mut Command) -> String {
    let output = command.output().expect("it runs");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// What `/proc` says of a process that reads the built-in briefs and waits for a line.
fn seen_from_outside() -> (String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_attache"))
        .arg("--plain")
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut first = String::new();
    lines.read_line(&mut first).expect("it greets");
    let of = |name: &str| fs::read_to_string(format!("/proc/{}/{name}", child.id()));
    let seen = (of("status").expect("readable"), of("limits").unwrap_or_default());
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(b"quit\n").expect("written");
    drop((input, lines));
    child.wait().expect("it ends");
    seen
}

#[test]
fn doctor_says_of_system_calls_what_the_kernel_says() {
    let (status, limits) = seen_from_outside();
    let has = |row: &str| status.lines().any(|line| line == row);
    let told = doctor(&[]);
    let refuses = told.contains("no socket, no other program (seccomp)");
    assert_eq!(refuses, has("Seccomp:\t2"), "{told}\n{status}");
    if refuses {
        assert!(has("NoNewPrivs:\t1"), "{status}");
        assert!(told.contains("tried to open a socket: refused"), "{told}");
    }
    let core = limits.lines().find(|line| line.starts_with("Max core file size"));
    let off = told.contains("core dumps  off");
    // Where the limits of another process cannot be read, there is nothing to compare.
    let is_off = |core: &str| core.split_whitespace().nth(4) == Some("0");
    assert!(core.is_none_or(|core| is_off(core) == off), "{core:?}");
}

#[test]
fn where_files_are_held_nothing_beyond_the_named_folder_opens() {
    let told = doctor(&["--briefs", concat!(env!("CARGO_MANIFEST_DIR"), "/briefs")]);
    if told.contains("only those below can be opened (Landlock)\n") {
        assert!(told.contains("tried to list /: refused"), "{told}");
    } else {
        assert!(told.contains("too old for a part of it") || told.contains("NOT held"), "{told}");
    }
    assert!(told.contains("12 files with"), "{told}");
    assert!(told.contains("briefs/albania-cyberattacks-2022.toml\n"), "{told}");
}

#[test]
fn doctor_says_why_nothing_is_kept() {
    let nothing = doctor(&[]);
    assert!(nothing.contains("nothing: there is no home folder"), "{nothing}");
    for option in ["--no-state", "--secure"] {
        let told = doctor(&[option]);
        assert!(told.contains(&format!("now   nothing: {option}\n")), "{told}");
    }
    let home = TempDir::new().unwrap();
    let config = home.path().join(".config/attache/config.toml");
    fs::create_dir_all(config.parent().unwrap()).unwrap();
    for (settings, kept) in [
        ("", "place, bookmarks\n"),
        ("searches = true\n", "place, bookmarks, searches (`searches = true` in config.toml)\n"),
        ("state = false\n", "nothing: `state = false` in config.toml\n"),
    ] {
        fs::write(&config, settings).unwrap();
        let mut doctor = Command::new(env!("CARGO_BIN_EXE_attache"));
        let told = told(doctor.arg("doctor").env_clear().env("HOME", home.path()));
        assert!(told.contains(&format!("now   {kept}")), "{told}");
    }
}
