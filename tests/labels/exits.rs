//! Every command with every one of its options, and every line of the dialogue, beside each thing that is
//! RED: whatever tells of it carries the marking. Commands, options and actions come out of their tables, so
//! a new one is looked at by itself.

#[path = "cases.rs"]
mod cases;

use attache::action::Action;
use attache::diag::Code;
use attache::dialogue::Dialogue;
use attache::keymap::Keymap;
use attache::library::load::{LoadRequest, load};
use attache::library::{Kind, Library};
use cases::{CASES, Case};
use clap::{ArgAction, Command as Described};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

fn library(folder: &Path) -> Library {
    load(&LoadRequest { paths: vec![folder.to_path_buf()], ..LoadRequest::default() })
}

fn references(library: &Library, kinds: &[Kind]) -> Vec<String> {
    let of = |kind: &Kind| library.listed(*kind).iter();
    kinds.iter().flat_map(of).map(|item| library.reference(*item).to_string()).collect()
}

/// What each command is run on. A command that is not known here is one whose text nobody has looked at.
fn subjects(path: &[&str], case: &Case, folder: &Path) -> Vec<Vec<String>> {
    let read = library(folder);
    let each = |all: Vec<String>| all.into_iter().map(|one| vec![one]).collect::<Vec<_>>();
    let file = |name: &str| folder.join(name).to_string_lossy().into_owned();
    match path {
        ["find"] => {
            each(vec![case.word.to_owned(), "quiet".to_owned(), "nothing like it".to_owned()])
        }
        ["show"] => each(references(&read, Kind::ALL)),
        ["who"] => each(references(&read, &[Kind::Event])),
        ["explain"] => each(Code::ALL.iter().step_by(9).map(|code| code.id().to_owned()).collect()),
        ["seal" | "verify" | "trust"] => vec![vec![folder.to_string_lossy().into_owned()]],
        ["fmt"] => vec![case.files.iter().map(|(name, _)| file(name)).collect()],
        ["new", "event"] => each(case.files.iter().map(|(name, _)| file(name)).collect()),
        ["new", "brief" | "registry"] => vec![vec![file("made")]],
        ["generate", "completions"] => vec![vec!["bash".to_owned()]],
        ["check" | "doctor" | "themes"] | ["keys" | "config" | "generate", _] => vec![Vec::new()],
        unknown => panic!("say here what `{}` is run on", unknown.join(" ")),
    }
}

/// The options of a command, each with a value where it takes one of several.
fn options(command: &Described) -> Vec<Vec<String>> {
    let mut all = vec![Vec::new()];
    for argument in command.get_arguments().filter(|argument| !argument.is_positional()) {
        let Some(long) = argument.get_long().filter(|long| !matches!(*long, "help" | "version"))
        else {
            continue;
        };
        let flag = format!("--{long}");
        if matches!(argument.get_action(), ArgAction::SetTrue) {
            all.push(vec![flag]);
        } else {
            let values = argument.get_possible_values();
            all.extend(values.iter().map(|value| vec![flag.clone(), value.get_name().to_owned()]));
        }
    }
    all
}

/// Every command, those within others too.
fn commands(command: &Described, path: &[&'static str]) -> Vec<(Vec<&'static str>, Described)> {
    let mut all = Vec::new();
    for inner in command.get_subcommands().filter(|inner| inner.get_name() != "help") {
        let name: &'static str = Box::leak(inner.get_name().to_owned().into_boxed_str());
        let path: Vec<&'static str> = path.iter().copied().chain([name]).collect();
        if inner.has_subcommands() {
            all.extend(commands(inner, &path));
        } else {
            all.push((path, inner.clone()));
        }
    }
    all
}

/// Whether everything in a text that tells of a case carries the marking: the object it stands in, its own
/// line, or the lines around it.
fn is_labelled(case: &Case, text: &str) -> bool {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let red = "TLP:RED";
    if lines.first() == Some(&red) && lines.last() == Some(&red) {
        return true;
    }
    let carries = |line: &&str| {
        let object: Option<Value> = serde_json::from_str(line).ok();
        let marking = object.and_then(|object| {
            // An event has a text of that name.
            let object = object.get("summary").filter(|last| last.is_object()).unwrap_or(&object);
            Some(object.get("marking")?.as_str()? == "RED")
        });
        marking.unwrap_or(line.ends_with(red) || line.ends_with("\tRED"))
    };
    lines.iter().filter(|line| case.stands_in(line)).all(carries)
}

fn run(arguments: &[String], input: Stdio) -> (String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command.args(arguments).env_clear().stdin(input);
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr))
}

#[test]
fn whatever_a_command_tells_of_what_is_red_carries_the_marking() {
    let mut told: BTreeSet<(&str, String)> = BTreeSet::new();
    for (path, command) in commands(&attache::cli::command(), &[]) {
        // Codes and the like are the same whatever is read.
        let quotes = !matches!(path[0], "explain" | "generate" | "themes" | "keys" | "config");
        for (number, case) in CASES.iter().enumerate().take(if quotes { usize::MAX } else { 1 }) {
            let folder = tempfile::tempdir().unwrap();
            case.write(folder.path());
            for (place, subject) in subjects(&path, case, folder.path()).into_iter().enumerate() {
                // Each option comes to some subjects of a case, which are others in the next one.
                let few = matches!(path[0], "check" | "fmt");
                let turn = |at: usize| few || at == 0 || (at + place + number).is_multiple_of(4);
                let options = options(&command).into_iter().enumerate();
                for (_, option) in options.filter(|(at, _)| turn(*at)) {
                    // What was written before is not there any more.
                    case.write(folder.path());
                    let words = path.iter().map(|word| (*word).to_owned());
                    let read = ["--briefs".to_owned(), folder.path().display().to_string()];
                    // These name their files themselves.
                    let read = read.into_iter().filter(|_| {
                        !matches!(path[0], "fmt" | "new" | "seal" | "verify" | "trust")
                    });
                    let arguments: Vec<String> =
                        read.chain(words).chain(option).chain(subject.clone()).collect();
                    let (out, beside) = run(&arguments, Stdio::null());
                    for text in [&out, &beside] {
                        let asked = if path == ["find"] {
                            // What was asked for is repeated; a refused file may quote the word as well.
                            let found = format!("nothing found for `{}`", case.word);
                            let typed = format!("\"{}\"", case.word);
                            text.replace(&found, "").replace(&typed, "")
                        } else {
                            text.clone()
                        };
                        if case.stands_in(&asked) {
                            told.insert((case.name, path.join(" ")));
                            let about = format!("{}: {arguments:?}", case.name);
                            assert!(is_labelled(case, &asked), "{about}\n{text}");
                        }
                    }
                }
            }
        }
    }
    for case in CASES {
        let by = |command: &str| told.contains(&(case.name, command.to_owned()));
        assert!(by("check") || by("find"), "{} is told by no command", case.name);
    }
    for command in ["find", "show", "who", "check", "fmt", "new event"] {
        let tells = told.iter().any(|(_, by)| by == command);
        assert!(tells, "{command} told of nothing that is RED");
    }
}

#[test]
fn without_a_command_all_of_it_stands_between_two_markings() {
    for case in CASES {
        let folder = tempfile::tempdir().unwrap();
        case.write(folder.path());
        let read = ["--briefs".to_owned(), folder.path().display().to_string()];
        let (out, _) = run(&read, Stdio::null());
        assert!(!case.stands_in(&out) || is_labelled(case, &out), "{}\n{out}", case.name);
    }
}

#[test]
fn whatever_the_dialogue_answers_of_what_is_red_carries_the_marking() {
    for case in CASES {
        let folder = tempfile::tempdir().unwrap();
        case.write(folder.path());
        let read = Arc::new(library(folder.path()));
        let mut lines: Vec<String> = Vec::new();
        for action in Action::ALL {
            let id = action.id;
            lines.extend([id.to_owned(), format!("{id} {}", case.word), "1".to_owned()]);
        }
        let own = attache::dialogue::command::OWN.iter().map(|(word, ..)| (*word).to_owned());
        lines.extend(own);
        for reference in references(&read, Kind::ALL) {
            lines.extend([format!("read {reference}"), "pin".to_owned()]);
            lines
                .extend(["copy-answer", "copy-citation", "copy-short-citation"].map(str::to_owned));
        }
        let mut dialogue = Dialogue::new(Arc::clone(&read), Keymap::default(), false);
        let look = |line: &str, said: &[attache::text::DisplayText]| {
            let said: String = said.iter().map(attache::text::DisplayText::as_str).collect();
            // What was typed is repeated.
            let told = said.replace(&format!("`{}`", case.word), "");
            let told = told.replace(&format!("found by {}", case.word), "");
            let first = said.lines().next().unwrap_or_default();
            let is_copy = said.lines().count() == 1 && first.ends_with("TLP:RED");
            let marked = first == "TLP:RED" || is_copy;
            assert!(!case.stands_in(&told) || marked, "{}: {line}\n{said}", case.name);
            assert!(said.is_empty() || first.contains("TLP:"), "{}: {line}\n{said}", case.name);
        };
        look("", &dialogue.greet(None));
        for line in lines {
            look(&line, &dialogue.answer(&line).text);
        }
    }
}
