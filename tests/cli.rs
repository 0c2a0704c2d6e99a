//! The commands without a screen: exit codes, shapes, and nothing but text on every output.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

#[cfg(test)]
#[path = "support/forbidden.rs"]
mod forbidden;
#[cfg(test)]
#[path = "support/hostile.rs"]
mod hostile;

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
    let file = broken.path().join("broken.toml");
    std::fs::write(&file, "schema = 1\n[brief\n").unwrap();
    let file = file.to_str().unwrap();
    for (arguments, code, out, err) in [
        (vec!["find", "rama"], 0, "actor:edi-rama", ""),
        (vec!["find", "rama", "lapid"], 0, "event:rama-lapid-meeting", ""),
        (vec!["find", "qzxwvk"], 1, "nothing", ""),
        (vec!["find", "--json", "qzxwvk"], 1, "", "nothing"),
        (vec!["find", "rama stoltnberg"], 0, "event:rama-stoltenberg", "nearest: `Stoltenberg`"),
        (vec!["find", "--json", "--tsv", "rama"], 2, "", "--tsv"),
        (vec!["find"], 2, "", "<QUERY>"),
        (vec!["show", "event:tims-attack"], 0, "TIMS", ""),
        (vec!["show", "tims-attack"], 0, "TIMS", ""),
        (vec!["show", "event:tims-atack"], 2, "", "did you mean `event:tims-attack`?"),
        (vec!["show", "actor:yair-lapit"], 2, "", "did you mean `actor:yair-lapid`?"),
        (vec!["show", "evnt:tims-attack"], 2, "", "is no kind"),
        (vec!["show"], 2, "", "<REF>"),
        (vec!["check"], 0, "", ""),
        (vec!["check", file], 1, "broken.toml", ""),
        (vec!["check", "--format", "short", file], 1, ":2:", ""),
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
fn what_is_found_has_its_documented_shape() {
    let run = run(&["find", "--json", "-n", "3", "TIMS"]);
    let hits = objects(&run.out);
    assert_eq!(hits.len(), 3);
    for (hit, rank) in hits.iter().zip(1..) {
        let wanted = [
            "rank", "score", "ref", "kind", "id", "brief", "title", "when", "field", "matched",
            "note",
        ];
        assert_eq!(without(hit, &wanted), [""; 0], "{hit}");
        assert!(hit["note"].is_null(), "{hit}");
        assert_eq!(hit["rank"], rank);
        assert!(hit["score"].is_number());
        let reference = hit["ref"].as_str().unwrap();
        assert!(reference.starts_with(hit["kind"].as_str().unwrap()), "{hit}");
        assert!(reference.ends_with(hit["id"].as_str().unwrap()), "{hit}");
    }
    let scores: Vec<f64> = hits.iter().map(|hit| hit["score"].as_f64().unwrap()).collect();
    assert!(scores.is_sorted_by(|a, b| a >= b), "{scores:?}");
    let event = hits.iter().find(|hit| hit["ref"] == "event:tims-attack").unwrap();
    assert_eq!(event["when"], "2022-09-09");
    assert_eq!(event["brief"], "albania-cyberattacks-2022");
    // What was not found as it was typed says so, to programs as well.
    let near = objects(&self::run(&["find", "--json", "-n", "1", "stoltnberg"]).out);
    assert_eq!(near[0]["note"], "nothing is written `stoltnberg`; nearest: `Stoltenberg`");
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
fn options_of_a_search_may_stand_before_between_and_after_its_words() {
    let smallest = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/briefs/good/smallest.toml");
    for (orders, code) in [
        (
            [
                vec!["find", "-n", "1", "--json", "rama", "lapid"],
                vec!["find", "rama", "-n", "1", "lapid", "--json"],
                vec!["find", "rama", "lapid", "--json", "-n1"],
                vec!["find", "--json", "-n", "1", "--", "rama", "lapid"],
            ],
            0,
        ),
        (
            [
                vec!["--briefs", smallest, "--ascii", "find", "something"],
                vec!["find", "--briefs", smallest, "something", "--ascii"],
                vec!["find", "something", "--ascii", "--briefs", smallest],
                vec!["--ascii", "find", "something", "--briefs", smallest],
            ],
            0,
        ),
        (
            [
                vec!["find", "--tsv", "--json", "rama"],
                vec!["find", "--tsv", "rama", "--json"],
                vec!["find", "rama", "--tsv", "--json"],
                vec!["find", "rama", "--json", "lapid", "--tsv"],
            ],
            2,
        ),
    ] {
        let first = run(&orders[0]);
        assert_eq!(first.code, Some(code), "{}", first.err);
        for order in &orders[1..] {
            let run = run(order);
            assert_eq!((run.code, &run.out), (Some(code), &first.out), "{order:?}: {}", run.err);
        }
    }
    assert_eq!(objects(&run(&["find", "rama", "--json", "-n", "1"]).out).len(), 1);
    assert!(run(&["find", "something", "--briefs", smallest]).out.starts_with("event:one "));
}

#[test]
fn what_begins_with_a_hyphen_is_an_option_before_and_a_word_after_two_hyphens() {
    for query in [["rama", "-lapid"], ["-lapid", "rama"], ["rama", "--qzxwvk"]] {
        let mut arguments = vec!["find"];
        arguments.extend(query);
        let refused = run(&arguments);
        assert_eq!(refused.code, Some(2), "{query:?}");
        assert!(refused.err.contains("'-- -"), "{query:?} says what to write: {}", refused.err);
    }
    let word = run(&["find", "rama", "--", "-lapid", "--json"]);
    assert_eq!(word.code, Some(0), "{}", word.err);
    assert!(!word.out.starts_with('{'), "{}", word.out);
}

#[test]
fn a_search_can_exclude_a_word() {
    let with = run(&["find", "rama", "--tsv", "-n", "500"]).out;
    assert!(with.contains("event:rama-lapid-meeting\t"), "{with}");
    for query in [&["rama", "!lapid"][..], &["!lapid", "rama"], &["rama !lapid"]] {
        let mut arguments = vec!["find", "--tsv", "-n", "500"];
        arguments.extend(query);
        let without = run(&arguments);
        assert_eq!(without.code, Some(0), "{query:?}");
        assert!(!without.out.contains("event:rama-lapid-meeting\t"), "{query:?}");
    }
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
fn words_and_one_quoted_argument_ask_the_same() {
    let words = run(&["find", "rama", "lapid"]);
    assert_eq!(words.out, run(&["find", "rama lapid"]).out);
    assert_eq!(words.out.lines().count(), 20, "20 hits unless told otherwise");
    let rows = run(&["find", "--tsv", "rama", "lapid"]).out;
    assert!(rows.lines().all(|row| row.split('\t').count() == 5), "{rows}");
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
    assert_eq!(without(&items[0]["when"], &["edtf", "earliest", "latest", "text"]), [""; 0]);
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
        &["find", "rama"],
        &["show", "event:tims-attack"],
        &["check", "--format", "json"],
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
