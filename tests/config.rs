//! The configuration as its user meets it: files with mistakes, and the commands that tell of them.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

#[expect(dead_code, reason = "the rest of it is about briefs")]
#[path = "support/fixture.rs"]
mod fixture;
#[path = "support/forbidden.rs"]
mod forbidden;

use attache::action::{Action, Context};
use attache::choice::{Ascii, Density};
use attache::config::{Environment, Loaded, Settings, load};
use attache::diag::Severity;
use attache::keymap::{Keymap, Resolution, Sequence};
use attache::text::keyboard::Keyboard;
use fixture::{Outcome, differences};
use forbidden::forbidden;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/config").join(name)
}

fn loaded(folder: &Path) -> Loaded {
    load(&Environment::default(), Some(&folder.join("config.toml")))
}

/// The findings of a folder that are not those beside the lines of its files.
fn wrong(name: &str) -> String {
    let folder = folder(name);
    let mut report = String::new();
    for file in ["config.toml", "keys.toml"] {
        let path = folder.join(file);
        report.push_str(&differences(&path, |_| {
            let Loaded { sources, findings, .. } = loaded(&folder);
            let of_file = |name: &str| name.ends_with(file);
            let found = findings.into_iter();
            let found = found.filter(|f| of_file(sources.name(f.primary.source).as_str()));
            Outcome { found: found.collect(), sources, kept: Vec::new() }
        }));
    }
    report
}

#[test]
fn every_mistake_is_found_where_it_stands_and_nothing_else() {
    let report: String = ["mistakes", "good"].map(wrong).concat();
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn what_is_right_beside_mistakes_is_in_force() {
    let loaded = loaded(&folder("mistakes"));
    let expected = Settings { state: false, ..Settings::default() };
    assert_eq!(loaded.settings, expected);
    let does = |context, keys: &str| {
        loaded.keymap.resolve(context, Sequence::read(keys).unwrap().chords())
    };
    for (keys, action) in [
        ("f7", Action::Next),
        ("f9", Action::Back),
        ("g g", Action::First),
        ("ctrl-c", Action::QuitNow),
        ("enter", Action::Open),
        ("G", Action::Last),
    ] {
        assert_eq!(does(Context::Panes, keys), Resolution::Action(action), "{keys}");
    }
    assert_eq!(does(Context::Search, "x"), Resolution::Unbound);
}

#[test]
fn everything_that_can_be_said_is_taken() {
    let loaded = loaded(&folder("good"));
    assert_eq!(loaded.findings, []);
    let settings = &loaded.settings;
    assert_eq!((settings.ascii, settings.density), (Ascii::Never, Density::Compact));
    assert_eq!(settings.thresholds(), [(24, 8), (70, 18), (120, 28), (200, 32)]);
    let left: Vec<&str> = Settings::OPTIONS
        .iter()
        .map(|option| option.id)
        .filter(|id| settings.written(id) == Settings::default().written(id))
        .collect();
    assert_eq!(left, [""; 0], "the file sets every option to what is not its default");
    assert_eq!(loaded.option_origins.len(), Settings::OPTIONS.len());
    let bulgarian = Keymap::new(loaded.keymap.bindings().to_vec()).on(Some(Keyboard::Bulgarian));
    assert_eq!(loaded.keymap, bulgarian);
}

#[test]
fn files_with_broken_syntax_keep_what_can_be_read() {
    let loaded = loaded(&folder("broken"));
    let places: Vec<(String, usize)> = loaded
        .findings
        .iter()
        .map(|found| {
            let span = &found.primary;
            let place = loaded.sources.place(span.source, span.start());
            (found.code.id().to_owned(), place.line)
        })
        .collect();
    assert!(places.contains(&("E001".to_owned(), 3)), "the key that stands twice: {places:?}");
    assert!(places.contains(&("E001".to_owned(), 4)), "the text without quotes: {places:?}");
    assert!(places.contains(&("E001".to_owned(), 1)), "the header: {places:?}");
    assert_eq!(loaded.settings.density, Density::Compact);
}

#[test]
fn what_cannot_be_read_is_told_and_the_defaults_are_in_force() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("config.toml");
    let told = || {
        let loaded = load(&Environment::default(), Some(&config));
        assert_eq!(loaded.settings, Settings::default());
        assert_eq!(loaded.keymap, Keymap::default());
        let found: Vec<String> = loaded.findings.iter().map(|f| f.message.to_string()).collect();
        found.join("; ")
    };
    assert_eq!(told(), "no such file");
    std::fs::create_dir(&config).unwrap();
    assert_eq!(told(), "this is not a file");
    std::fs::remove_dir(&config).unwrap();
    std::fs::write(&config, b"\n# caf\xe9\n").unwrap();
    assert_eq!(told(), "line 2 is not UTF-8; save the file as UTF-8");
    std::fs::write(&config, vec![b'\n'; 65 * 1024]).unwrap();
    assert_eq!(told(), "it is larger than 64 KiB");
    std::fs::write(&config, "\u{feff}mouse = false\n").unwrap();
    assert_eq!(told(), "");
    std::fs::remove_file(&config).unwrap();
    rustix::fs::mkfifoat(rustix::fs::CWD, &config, rustix::fs::Mode::RWXU).unwrap();
    assert_eq!(told(), "this is not a file");
}

#[test]
fn of_very_many_mistakes_the_first_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let many = |line: &dyn Fn(usize) -> String| (0..2_000).map(line).collect::<String>();
    let write = |file: &str, text: String| std::fs::write(folder.path().join(file), text).unwrap();
    write("config.toml", many(&|number| format!("option-{number} = 1\n")));
    let all_keys = many(&|number| format!("\"f5 {number} x\", "));
    write(
        "keys.toml",
        format!("[keys]\nopen = [{all_keys}]\n{}", many(&|n| format!("a{n} = []\n"))),
    );
    let loaded = loaded(folder.path());
    let of = |file: &str| {
        let ends = |found: &&attache::diag::Diagnostic| {
            loaded.sources.name(found.primary.source).as_str().ends_with(file)
        };
        loaded.findings.iter().filter(ends).count()
    };
    assert_eq!((of("config.toml"), of("keys.toml")), (201, 201));
}

#[test]
fn without_a_home_and_without_files_the_defaults_are_in_force() {
    let loaded = load(&Environment::default(), None);
    assert_eq!((loaded.findings.len(), loaded.files), (0, None));
    assert_eq!(loaded.settings, Settings::default());
}

/// The example on the page about the configuration.
#[test]
fn the_example_of_the_page_is_right() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/config.md");
    let page = std::fs::read_to_string(page).unwrap();
    let example = page.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("config.toml"), "").unwrap();
    std::fs::write(folder.path().join("keys.toml"), example).unwrap();
    let loaded = loaded(folder.path());
    assert_eq!(loaded.findings, []);
    assert!(loaded.keymap.bindings() != Keymap::default().bindings());
}

#[test]
fn any_bytes_make_a_configuration() {
    use proptest::prelude::*;
    let folder = tempfile::tempdir().unwrap();
    let piece = proptest::sample::select(vec![
        "[keys]\n",
        "[in.",
        "panes",
        "]\n",
        "next",
        " = ",
        "[\"",
        "j",
        "g ",
        "\"]",
        "\n",
        "theme",
        "\"",
        "layout",
        ".",
        "true",
        "{",
        "}",
        "\u{202e}",
        "\u{1b}[2J",
        "ё",
        "9",
        "'''",
        ",",
    ]);
    let text = proptest::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat());
    proptest!(ProptestConfig::with_cases(200), |(config in text.clone(), keys in text)| {
        std::fs::write(folder.path().join("config.toml"), config).unwrap();
        std::fs::write(folder.path().join("keys.toml"), keys).unwrap();
        let loaded = loaded(folder.path());
        for found in &loaded.findings {
            prop_assert_eq!(forbidden(found.message.as_str(), &[]), Vec::<String>::new());
            prop_assert!(found.severity >= Severity::Warning);
        }
        let notice = loaded.notice();
        prop_assert_eq!(notice.is_some(), !loaded.findings.is_empty());
    });
}

struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

/// Runs the program in a home of its own.
fn run(home: &Path, arguments: &[&str]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command.args(arguments).env_clear().env("HOME", home).stdin(Stdio::null());
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let (out, err) = (text(output.stdout), text(output.stderr));
    for text in [&out, &err] {
        assert_eq!(forbidden(text, &['\n', '\t']), [""; 0], "{arguments:?}");
    }
    Run { code: output.status.code(), out, err }
}

#[test]
fn commands_tell_what_is_in_force_and_what_is_wrong() {
    let home = tempfile::tempdir().unwrap();
    let mistakes = folder("mistakes").join("config.toml");
    let mistakes = mistakes.to_str().unwrap();
    let good = folder("good").join("config.toml");
    let good = good.to_str().unwrap();
    for (arguments, code, out, err) in [
        (vec!["--config", mistakes, "config", "check"], 2, "did you mean `theme`?", ""),
        (vec!["--config", mistakes, "keys", "check"], 2, "did you mean `ctrl-n`?", ""),
        (
            vec!["--config", mistakes, "keys", "check", "--format", "short"],
            2,
            "keys.toml:5:9: error[E312]: in panes `f7` is bound twice",
            "",
        ),
        (vec!["--config", mistakes, "find", "rama"], 0, "actor:edi-rama", ""),
        (vec!["--config", good, "config", "check"], 0, "no findings", ""),
        (vec!["--config", good, "keys", "check"], 0, "no findings", ""),
        (vec!["--config", good, "keys", "print"], 0, "zoom = [\"ctrl-t\", \"f6\"]", ""),
        (vec!["--config", good, "keys", "blame"], 0, "keys.toml:4:9", ""),
        (vec!["--config", good, "config", "blame"], 0, "config.toml:4:11", ""),
        (vec!["--config", good, "config", "print"], 0, "density = \"compact\"", ""),
        (vec!["config", "path"], 0, "(not there)", ""),
        (vec!["config", "check"], 0, "no findings", ""),
        (vec!["--config", "/nowhere.toml", "find", "rama"], 2, "", "no such file"),
        (vec!["explain", "E312"], 0, "the first has it", ""),
        (vec!["keys"], 2, "", "blame"),
    ] {
        let run = run(home.path(), &arguments);
        assert_eq!(run.code, Some(code), "{arguments:?}: {}{}", run.out, run.err);
        assert!(run.out.contains(out), "{arguments:?}: {}", run.out);
        assert!(run.err.contains(err), "{arguments:?}: {}", run.err);
    }
}

#[test]
fn printed_files_are_read_again_as_the_same_configuration() {
    let home = tempfile::tempdir().unwrap();
    let folder_of_user = home.path().join(".config/attache");
    std::fs::create_dir_all(&folder_of_user).unwrap();
    let good = folder("good").join("config.toml");
    let print = |what: &str| run(home.path(), &["--config", good.to_str().unwrap(), what, "print"]);
    for (what, file) in [("config", "config.toml"), ("keys", "keys.toml")] {
        std::fs::write(folder_of_user.join(file), print(what).out).unwrap();
    }
    assert_eq!(run(home.path(), &["config", "check"]).out, "no findings\n");
    for what in ["config", "keys"] {
        assert_eq!(run(home.path(), &[what, "print"]).out, print(what).out);
    }
    let path = run(home.path(), &["config", "path"]).out;
    assert!(path.contains(".config/attache/config.toml\n"), "{path}");
}
