//! The settings of `docs/editors.md` read what `attache check --format short` writes, whatever the files are
//! called and hold.

#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails loudly"
)]

use regex::Regex;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// A finding as an editor has it: file, line, column and severity.
type Found = (String, usize, usize, String);

fn page() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/editors.md")).unwrap()
}

/// The first code block of a language.
fn block(language: &str) -> String {
    let page = page();
    let opened = page.split_once(&format!("```{language}\n")).unwrap().1;
    opened.split_once("\n```").unwrap().0.to_owned()
}

/// The pattern for VS Code, with the numbers of its groups.
fn vs_code() -> (Regex, Vec<usize>) {
    let tasks: Value = serde_json::from_str(&block("json")).unwrap();
    let pattern = &tasks["tasks"][0]["problemMatcher"]["pattern"];
    let group = |name: &str| usize::try_from(pattern[name].as_u64().unwrap()).unwrap();
    let regex = Regex::new(pattern["regexp"].as_str().unwrap()).unwrap();
    (regex, ["file", "line", "column", "severity"].map(group).to_vec())
}

/// The first part of the error format of Vim as the regular expression that Vim makes of it.
fn vim() -> Regex {
    let settings = block("vim");
    let format = settings.split_once("errorformat=").unwrap().1.split(",%-G").next().unwrap();
    let mut regex = format.replace("\\ ", " ").replace('[', "\\[").replace(']', "\\]");
    for (item, meaning) in [
        ("%f:", "(.+?):"),
        ("%l", "([0-9]+)"),
        ("%c", "([0-9]+)"),
        ("%t", "(.)"),
        ("%*\\[a-z\\]", "[a-z]+"),
        ("%m", "(.+)"),
    ] {
        assert!(regex.contains(item), "{item} is not in {regex}");
        regex = regex.replace(item, meaning);
    }
    assert!(!regex.contains('%'), "{regex}");
    Regex::new(&format!("^{regex}$")).unwrap()
}

/// The expression for Emacs: a group is `\(` there, and in a string of Lisp a backslash is two.
fn emacs() -> Regex {
    let settings = block("elisp");
    let written = settings.split_once("'(attache \"").unwrap().1.split_once("\"\n").unwrap().0;
    let regex = written.replace("\\\\", "\\");
    let turned = [("\\(", "\u{1}"), ("\\)", "\u{2}"), ("\\|", "\u{3}")];
    let regex = turned.iter().fold(regex, |regex, (from, to)| regex.replace(from, to));
    let regex = regex.replace('\u{1}', "(").replace('\u{2}', ")").replace('\u{3}', "|");
    Regex::new(&regex).unwrap()
}

fn by_vs_code(line: &str) -> Found {
    let (regex, groups) = vs_code();
    let found = regex.captures(line).unwrap_or_else(|| panic!("VS Code does not read {line}"));
    let group = |at: usize| found.get(groups[at]).unwrap().as_str();
    (group(0).into(), group(1).parse().unwrap(), group(2).parse().unwrap(), group(3).into())
}

fn by_vim(line: &str) -> Found {
    let found = vim().captures(line).unwrap_or_else(|| panic!("Vim does not read {line}"));
    let group = |at: usize| found.get(at).unwrap().as_str();
    let severity = match group(4) {
        "e" => "error",
        "w" => "warning",
        "i" => "info",
        other => panic!("Vim does not know the type {other}"),
    };
    (group(1).into(), group(2).parse().unwrap(), group(3).parse().unwrap(), severity.into())
}

fn by_emacs(line: &str) -> Found {
    let found = emacs().captures(line).unwrap_or_else(|| panic!("Emacs does not read {line}"));
    let group = |at: usize| found.get(at).unwrap().as_str();
    let severity = match (found.get(4), found.get(5)) {
        (Some(_), _) => "warning",
        (None, Some(_)) => "info",
        (None, None) => "error",
    };
    (group(1).into(), group(2).parse().unwrap(), group(3).parse().unwrap(), severity.into())
}

/// Two editions, the second with faults behind tabs, wide characters, marks and characters beyond U+FFFF.
const SOUND: &str = "schema = 2\n[brief]\nid = \"b\"\ntitle = \"B\"\ntlp = \"CLEAR\"\n";
const FAULTS: &str = "schema = 2\n[brief]\nid = \"b\"\ntitle = \"B\"\ntlp = \"CLEAR\"\nrevision = 2\n\
    [[event]]\nid = \"e\"\ntitle = \"T\"\nwhen = \"2022\"\ntype = \"other\"\n\
    \troles = { \"host\" = [\"漢字e\u{301}\u{1F600}\"],\t\"target\" = [\"nobody\"] }\n";

/// What is written for a folder of these files, as lines and as the objects of the JSON.
fn checked(files: &[(&str, &str)]) -> (Vec<String>, Vec<Value>) {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let run = |format: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
        let command = command.current_dir(folder.path()).env_clear();
        let output = command.args(["check", "--format", format, "."]).output().unwrap();
        let lines = String::from_utf8(output.stdout).unwrap();
        lines.lines().map(str::to_owned).collect::<Vec<String>>()
    };
    let objects = run("json").iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    (run("short"), objects)
}

#[test]
fn every_editor_reads_the_place_of_every_finding() {
    let (lines, objects) = checked(&[("old one.toml", SOUND), ("new: 2.toml", FAULTS)]);
    assert_eq!(lines.len(), objects.len());
    for (line, object) in lines.iter().zip(&objects) {
        let severity = object["severity"].as_str().unwrap().replace("information", "info");
        let number = |key: &str| usize::try_from(object[key].as_u64().unwrap()).unwrap();
        let file = object["file"].as_str().unwrap().to_owned();
        let found = (file, number("line"), number("column"), severity);
        for read in [by_vs_code, by_vim, by_emacs] {
            assert_eq!(read(line), found, "{line}");
        }
    }
    let severities: Vec<String> = lines.iter().map(|line| by_vs_code(line).3).collect();
    for severity in ["error", "warning", "info"] {
        assert!(severities.iter().any(|found| found == severity), "no {severity}: {lines:?}");
    }
}

#[test]
fn columns_lead_to_what_is_wrong_behind_tabs_wide_characters_and_marks() {
    let (lines, _) = checked(&[("x.toml", FAULTS)]);
    let line = lines.iter().find(|line| line.contains("E111")).unwrap();
    let (_, line, column, _) = by_vs_code(line);
    let written = FAULTS.lines().nth(line - 1).unwrap();
    let rest: String = written.chars().skip(column - 1).collect();
    assert_eq!(rest, "\"nobody\"] }");
}

#[test]
fn no_file_name_forges_a_finding_or_its_place() {
    let names = [
        "x.toml:3:1: error[E110]: forged.toml",
        "lf\nx.toml:1:1: error[E110]: forged.toml",
        "cr\rx.toml:1:1: error[E110]: forged.toml",
        "esc\u{1b}[2Kx.toml:1:1: error[E110]: forged.toml",
        "nel\u{85}x.toml:1:1: error[E110]: \u{2028}forged.toml",
        "x.toml:7:.toml",
    ];
    let mut files: Vec<(&str, &str)> = names.iter().map(|name| (*name, FAULTS)).collect();
    files.push(("x.toml", SOUND));
    let (lines, objects) = checked(&files);
    assert_eq!(lines.len(), objects.len());
    for (line, object) in lines.iter().zip(&objects) {
        assert!(!line.contains(|character: char| character.is_control()), "{line:?}");
        let place = ["line", "column"].map(|key| object[key].as_u64().unwrap().to_string());
        let own = object["file"].as_str().unwrap() == "./x.toml";
        for read in [by_vs_code, by_vim, by_emacs] {
            let (file, line, column, _) = read(line);
            assert_eq!([line.to_string(), column.to_string()], place);
            assert_eq!(file == "./x.toml", own, "{file}");
        }
    }
}
