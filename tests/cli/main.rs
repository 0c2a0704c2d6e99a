//! The commands without a screen: exit codes, shapes, and nothing but text on every output.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

#[cfg(test)]
#[path = "../support/forbidden.rs"]
mod forbidden;
#[cfg(test)]
#[path = "../support/hostile.rs"]
mod hostile;

mod editions;
mod find;
mod owners;
#[cfg(test)]
mod sandbox;
#[cfg(test)]
mod sealed;
#[cfg(test)]
mod starter;
#[cfg(test)]
mod write;

use std::process::{Command, Stdio};

use forbidden::forbidden;
use hostile::Hostile;
use serde_json::Value;

/// What a run came to; both outputs were found to be text and nothing else.
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command.args(arguments).env_clear().stdin(Stdio::null());
    command
}

fn finish(mut command: Command) -> Run {
    let output = command.output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    for text in [&out, &err] {
        assert_eq!(forbidden(text, &['\n', '\t']), [""; 0], "{command:?}");
    }
    Run { code: output.status.code(), out, err }
}

fn run(arguments: &[&str]) -> Run {
    finish(program(arguments))
}

/// The hits of a search, without the summary behind them.
fn hits(text: &str) -> Vec<Value> {
    objects(text).into_iter().filter(|object| object.get("ref").is_some()).collect()
}

/// The lines of an output, each one JSON object.
fn objects(text: &str) -> Vec<Value> {
    let objects: Vec<Value> =
        text.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    assert!(objects.iter().all(Value::is_object), "{text}");
    objects
}

fn keys(object: &Value) -> Vec<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

fn without(object: &Value, wanted: &[&'static str]) -> Vec<&'static str> {
    let keys = keys(object);
    wanted.iter().filter(|key| !keys.contains(key)).copied().collect()
}

#[test]
fn exit_codes_and_outputs_are_those_that_scripts_rely_on() {
    let broken = tempfile::tempdir().unwrap();
    let empty = tempfile::tempdir().unwrap();
    let file = broken.path().join("broken.toml");
    std::fs::write(&file, "schema = 1\n[brief\n").unwrap();
    let file = file.to_str().unwrap();
    for (arguments, code, out, err) in [
        (vec!["find", "edi-rama"], 0, "actor:edi-rama", " shows all"),
        (vec!["find", "rama", "lapid"], 0, "event:rama-lapid-meeting", " shows all"),
        (vec!["find", "\"edi rama\" actor:"], 0, "actor:edi-rama", ""),
        (vec!["find", "qzxwvk"], 1, "", "nothing"),
        (vec!["find", "--json", "qzxwvk"], 1, "\"total\":0", "nothing"),
        (vec!["find", "rama stoltnberg"], 0, "event:rama-stoltenberg", "nearest: `Stoltenberg`"),
        (vec!["find", "--json", "--tsv", "rama"], 2, "", "--tsv"),
        (vec!["find"], 2, "", "<QUERY>"),
        (vec!["show", "event:tims-attack"], 0, "TIMS", ""),
        (vec!["show", "tims-attack"], 0, "TIMS", ""),
        (vec!["show", "event:tims-atack"], 2, "", "did you mean `event:tims-attack`?"),
        (vec!["show", "actor:yair-lapit"], 2, "", "did you mean `actor:yair-lapid`?"),
        (vec!["show", "evnt:tims-attack"], 2, "", "is no kind"),
        (vec!["show"], 2, "", "<REF>"),
        (vec!["check"], 0, "12 files checked: ", ""),
        (vec!["check", file], 1, "broken.toml", ""),
        (
            vec!["check", "--format", "short", file],
            1,
            ":2:",
            "attache: 3 errors: E001 TOML syntax, ",
        ),
        (vec!["check", empty.path().to_str().unwrap()], 2, "", "nothing was checked"),
        (vec!["check", "--format", "html"], 2, "", "html"),
        (vec!["check", "/nowhere.toml"], 1, "no such file", ""),
        (vec!["explain", "E120"], 0, "EDTF", ""),
        (vec!["explain", "e120"], 0, "EDTF", ""),
        (vec!["explain", "E999"], 2, "", "no finding has the code `E999`"),
        (vec!["fnd", "rama"], 2, "", "did you mean the command `find`?"),
        (vec!["/nowhere.toml"], 2, "", "`/nowhere.toml`: no such file"),
        (vec!["--briefs", "/nowhere", "find", "rama"], 2, "", "`/nowhere`: no such file"),
        (vec!["--thme", "x"], 2, "", "--theme"),
        (vec!["--help"], 0, "Usage: attache", ""),
        (vec!["--version"], 0, concat!("attache ", env!("CARGO_PKG_VERSION")), ""),
        (vec![], 0, "brief:albania-cyberattacks-2022", ""),
        (vec![file], 0, "refused: ", ""),
    ] {
        let run = run(&arguments);
        assert_eq!(run.code, Some(code), "{arguments:?}: {}{}", run.out, run.err);
        assert!(run.out.contains(out), "{arguments:?}: {}", run.out);
        assert!(run.err.contains(err), "{arguments:?}: {}", run.err);
        assert_eq!(run.err.is_empty(), err.is_empty(), "{arguments:?}: {}", run.err);
        assert!(code != 2 || run.out.is_empty(), "{arguments:?}: {}", run.out);
    }
}

#[test]
fn options_may_stand_before_and_after_a_command() {
    let smallest = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/briefs/good/smallest.toml");
    let before = run(&["--ascii", "--briefs", smallest, "show", "event:one"]);
    let after = run(&["show", "event:one", "--briefs", smallest, "--ascii"]);
    assert_eq!((before.code, after.code), (Some(0), Some(0)), "{}", before.err);
    assert_eq!(before.out, after.out);
    assert_eq!(run(&[smallest, "find"]).code, Some(2), "behind a path a word is a path");
}

#[test]
fn an_unknown_theme_is_refused_with_and_without_a_screen() {
    for rest in [&[][..], &["--plain"], &["find", "rama"], &["check"], &["generate", "man"]] {
        for name in ["../../etc/passwd", "solarised", ""] {
            let mut arguments = vec!["--theme", name];
            arguments.extend(rest);
            let run = run(&arguments);
            assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}");
            assert!(run.err.contains("there is `terminal`"), "{arguments:?}: {}", run.err);
        }
    }
    assert_eq!(run(&["find", "rama", "--theme", "terminal"]).code, Some(0));
    assert_eq!(run(&["find", "rama", "--theme", "solarised"]).code, Some(2));
}

#[test]
fn the_schema_is_json_and_names_the_tables_of_a_brief() {
    let run = run(&["generate", "schema"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let schema: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    for table in ["brief", "event", "source", "judgement"] {
        assert!(schema["properties"][table].is_object(), "{table}");
    }
}

#[test]
fn an_event_is_shown_with_what_is_computed_of_it() {
    let run = run(&["show", "--json", "event:tims-attack", "actor:edi-rama"]);
    let items = objects(&run.out);
    assert_eq!(items.len(), 2);
    let wanted = [
        "ref",
        "kind",
        "id",
        "brief",
        "title",
        "when",
        "corroboration",
        "disputed",
        "grade",
        "confidence",
        "claims",
        "sources",
        "actors",
        "places",
        "marking",
    ];
    assert_eq!(without(&items[0], &wanted), [""; 0]);
    assert_eq!(
        without(&items[0]["when"], &["edtf", "earliest", "latest", "from", "to", "text"]),
        [""; 0]
    );
    assert_eq!(items[0]["when"]["earliest"], "2022-09-09");
    assert_eq!(items[0]["when"]["latest"], "2022-09-09");
    assert_eq!(items[0]["marking"], "CLEAR");
    assert!(items[0]["disputed"].is_boolean());
    assert!(!items[0]["sources"].as_array().unwrap().is_empty());
    assert_eq!(items[1]["id"], "edi-rama");
    for list in ["claims", "places"] {
        for reference in items[0][list].as_array().unwrap() {
            let shown = self::run(&["show", "--json", reference.as_str().unwrap()]);
            assert_eq!(objects(&shown.out)[0]["ref"], *reference);
        }
    }
}

#[test]
fn findings_have_their_documented_shape() {
    let hostile = Hostile::new();
    let folder = hostile.folder().to_str().unwrap();
    let run = run(&["check", "--format", "json", folder]);
    assert_eq!(run.code, Some(1));
    let findings = objects(&run.out);
    let wanted = ["code", "severity", "file", "line", "column", "message"];
    for finding in &findings {
        assert_eq!(without(finding, &wanted), [""; 0], "{finding}");
        assert!(finding["line"].as_u64() >= Some(1) && finding["column"].as_u64() >= Some(1));
    }
    let errors = |file: &str| {
        let of_file = |f: &&Value| f["file"].as_str().unwrap().contains(file);
        findings.iter().filter(of_file).filter(|f| f["severity"] == "error").count()
    };
    assert_eq!(["noise.toml", "sound.toml"].map(errors), [1, 0], "{}", run.out);
    assert!(errors("evil<U+001B>]0;x<U+0007><U+202E><U+009B>2J.toml") >= 1, "{}", run.out);
    assert!(errors("readable.toml") > 1);
    let short = self::run(&["check", "--format", "short", folder]);
    assert_eq!(short.out.lines().count(), findings.len());
}

#[test]
fn warnings_fail_a_check_only_where_they_are_denied() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("warned.toml");
    let brief = "schema = 1\n[brief]\nid = \"warned\"\ntitle = \"A hid\u{200b}den sign\"\n\
        tlp = \"CLEAR\"\n[[event]]\nid = \"one\"\ntitle = \"One\"\nwhen = \"2022\"\ntype = \"other\"\n";
    std::fs::write(&path, brief).unwrap();
    let path = path.to_str().unwrap();
    assert_eq!(run(&["check", path]).code, Some(0));
    assert_eq!(run(&["check", "--deny", "warnings", path]).code, Some(1));
}

/// `run` looks at every byte of both outputs.
#[test]
fn hostile_briefs_and_arguments_are_text_in_every_output() {
    let hostile = Hostile::new();
    let folder = hostile.folder().to_str().unwrap();
    let readable = hostile.readable();
    let at_item = format!("{}#event:first", readable.to_str().unwrap());
    let evil = "\u{1b}]52;c;cm0=\u{7}\u{202e}\u{9b}2J";
    for (arguments, marker) in [
        (vec![folder], true),
        (vec![at_item.as_str()], true),
        (vec!["--briefs", folder, "find", "first"], true),
        (vec!["--briefs", folder, "find", "--json", "first"], true),
        (vec!["--briefs", folder, "find", "--tsv", "someone"], true),
        (vec!["--briefs", folder, "show", "event:first", "actor:someone", "source:paper"], true),
        (vec!["--briefs", folder, "show", "--json", "event:first"], true),
        (vec!["check", folder], true),
        (vec!["check", "--format", "short", folder], true),
        (vec!["check", "--format", "json", folder], true),
        (vec!["find", evil], false),
        (vec!["show", evil], true),
        (vec!["explain", evil], true),
        (vec![evil], true),
        (vec!["--theme", evil, "--briefs", evil, "find", "x"], true),
        (vec!["check", "--format", evil], true),
    ] {
        let run = run(&arguments);
        assert!(run.code.is_some_and(|code| code <= 2), "{arguments:?}");
        let said = run.out.contains("<U+") || run.err.contains("<U+");
        assert!(said || !marker, "{arguments:?}: {}{}", run.out, run.err);
    }
}

#[test]
fn a_closed_pipe_is_a_success() {
    for arguments in [
        &[][..],
        &["find", "-n", "500", "rama"],
        &["show", "event:tims-attack"],
        &["check"],
        &["explain", "E120"],
        &["--help"],
    ] {
        let mut command = program(arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {output:?}");
        assert!(output.stderr.is_empty(), "{arguments:?}: {output:?}");
    }
}

#[test]
fn ascii_is_ascii_where_the_program_speaks_for_itself() {
    let plain = run(&["show", "event:tims-attack"]);
    assert!(plain.out.contains('≠') || plain.out.contains('·'), "{}", plain.out);
    let mut localed = program(&["show", "event:tims-attack"]);
    localed.env("LC_ALL", "C");
    for run in [run(&["--ascii", "show", "event:tims-attack"]), finish(localed)] {
        assert_eq!(run.code, Some(0));
        for sign in ['≠', '·', '─', '…', '“', '”'] {
            assert!(!run.out.contains(sign), "{sign}: {}", run.out);
        }
    }
}

#[test]
fn a_user_folder_is_read_beside_the_built_in_briefs() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join(".local/share/attache/briefs");
    std::fs::create_dir_all(&folder).unwrap();
    let smallest = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/briefs/good/smallest.toml");
    std::fs::copy(smallest, folder.join("smallest.toml")).unwrap();
    for (with_home, found) in [(true, true), (false, false)] {
        let mut command = program(&["show", "brief:smallest"]);
        if with_home {
            command.env("HOME", home.path());
        }
        assert_eq!(finish(command).code == Some(0), found);
    }
    assert_eq!(run(&["show", "brief:albania-cyberattacks-2022"]).code, Some(0));
}
