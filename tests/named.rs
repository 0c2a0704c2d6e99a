//! Every command, option and key that a page names is there.

#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

use attache::action::Action;
use attache::brief;
use attache::config::Settings;
use attache::keymap::{Keymap, Sequence};
use std::collections::BTreeSet;
use std::path::Path;

/// The pages by their names, with their text.
fn pages() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<_> = ["README.md", "CONTRIBUTING.md"].map(|name| root.join(name)).to_vec();
    let folder = std::fs::read_dir(root.join("docs")).unwrap();
    paths.extend(folder.map(|entry| entry.unwrap().path()));
    paths.retain(|path| path.extension().is_some_and(|end| end == "md"));
    paths.sort();
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect()
}

fn page(wanted: &str) -> String {
    pages().into_iter().find(|(name, _)| name == wanted).unwrap().1
}

/// What stands between backticks in running text, and the lines of sessions in a terminal.
fn named(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut prose = String::new();
    let mut fence: Option<&str> = None;
    for line in page.lines() {
        match (line.strip_prefix("```"), fence) {
            (Some(_), Some(_)) => fence = None,
            (Some(language), None) => fence = Some(language),
            (None, Some("console")) => found.extend(line.strip_prefix("$ ").map(str::to_owned)),
            (None, Some(_)) => {}
            (None, None) => prose.extend([line, "\n"]),
        }
    }
    let spans = prose.split('`').skip(1).step_by(2);
    found.extend(spans.map(|span| span.split_whitespace().collect::<Vec<_>>().join(" ")));
    found
}

fn long_options(command: &clap::Command) -> BTreeSet<String> {
    let own = command.get_arguments().filter_map(clap::Arg::get_long).map(str::to_owned);
    let inner = command.get_subcommands().flat_map(long_options);
    own.chain(inner).collect()
}

/// What of a command line does not exist.
fn unknown(line: &str, root: &clap::Command) -> Option<String> {
    let mut command = root;
    let mut is_settled = false;
    let line = line.split(" # ").next().unwrap_or(line);
    for word in line.split_whitespace().skip(1).take_while(|word| !matches!(*word, "|" | ">")) {
        if let Some(option) = word.strip_prefix("--").filter(|option| !option.is_empty()) {
            let option = option.split('=').next().unwrap_or(option);
            let known = command.get_arguments().chain(root.get_arguments());
            if !known.filter_map(clap::Arg::get_long).any(|long| long == option) {
                return Some(word.to_owned());
            }
            // What follows may be its value.
            is_settled = true;
        } else if let Some(inner) = command.find_subcommand(word) {
            command = inner;
            is_settled = false;
        } else {
            let is_name = word.chars().all(|sign| sign.is_ascii_lowercase());
            if is_name && !is_settled && command.has_subcommands() {
                return Some(word.to_owned());
            }
            is_settled = true;
        }
    }
    None
}

#[test]
fn every_command_that_a_page_names_is_there_with_its_options() {
    let mut root = attache::cli::command();
    root.build();
    let mut wrong = Vec::new();
    let mut count = 0;
    for (page, text) in pages() {
        for line in named(&text) {
            let after = line.split_once("| attache ").map_or(line.as_str(), |(_, rest)| rest);
            let own = if after.len() < line.len() { ["attache ", after].concat() } else { line };
            if own.starts_with("attache ") {
                count += 1;
                wrong.extend(unknown(&own, &root).map(|word| format!("{page}: {word} in `{own}`")));
            }
        }
    }
    assert!(count > 80, "{count}");
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn every_option_that_a_page_names_is_there() {
    let mut root = attache::cli::command();
    root.build();
    let options = long_options(&root);
    let mut wrong = Vec::new();
    for (page, text) in pages() {
        for span in named(&text).iter().filter_map(|span| span.strip_prefix("--")) {
            let option = span.split([' ', '=']).next().unwrap();
            // `--` alone ends the options.
            if !option.is_empty() && !options.contains(option) {
                wrong.push(format!("{page}: --{option}"));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn what_does_not_exist_is_found() {
    let mut root = attache::cli::command();
    root.build();
    for (line, wrong) in [
        ("attache chek a.toml", "chek"),
        ("attache new brif a", "brif"),
        ("attache check --fix a.toml", "--fix"),
        ("attache keys show", "show"),
    ] {
        assert_eq!(unknown(line, &root).as_deref(), Some(wrong), "{line}");
    }
    for line in ["attache FILE#ID", "attache --briefs a.toml show b", "attache check briefs # all"]
    {
        assert_eq!(unknown(line, &root), None, "{line}");
    }
}

#[test]
fn every_example_of_a_brief_is_of_the_schema_in_force() {
    let wanted = format!("schema = {}", brief::SCHEMA);
    let mut count = 0;
    for (page, text) in pages() {
        for line in text.lines().filter(|line| line.starts_with("schema = ")) {
            assert_eq!(line, wanted, "{page}");
            count += 1;
        }
    }
    assert!(count >= 7, "{count}");
}

/// What else these pages name: ids of the guide's example, a value, tags that a finding is about, a key of the
/// JSON, the program.
const OTHER_WORDS: [&str; 9] =
    ["port", "terminals-stop", "planned", "schema", "gr", "el", "attache", "id", "differences"];

#[test]
fn every_key_of_the_format_that_the_guide_and_the_format_page_name_is_there() {
    let tables = brief::format_tables();
    let mut known: BTreeSet<&str> = tables.split('`').skip(1).step_by(2).collect();
    known.extend(OTHER_WORDS);
    let commands = attache::cli::command();
    known.extend(commands.get_subcommands().map(clap::Command::get_name));
    known.extend(Settings::OPTIONS.iter().map(|option| option.id));
    let is_word = |span: &&String| {
        span.len() > 1
            && !span.starts_with('-')
            && span.chars().all(|sign| sign.is_ascii_lowercase() || sign == '-')
    };
    let mut wrong = Vec::new();
    for name in ["first-brief.md", "brief-format.md"] {
        let text = page(name);
        let spans = named(&text);
        for span in spans.iter().filter(is_word).filter(|span| !known.contains(span.as_str())) {
            let is_table = |written: &&str| {
                let word = written.trim_start_matches('[').strip_prefix(span.as_str());
                written.starts_with('[') && word.is_some_and(|rest| rest.starts_with(['.', ']']))
            };
            if !known.iter().any(is_table) {
                wrong.push(format!("{name}: {span}"));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn every_key_that_the_guide_presses_is_bound() {
    let keymap = Keymap::default();
    let keys = Action::ALL.iter().flat_map(|info| keymap.keys(info.action));
    let bound: BTreeSet<String> = keys.map(Sequence::to_string).collect();
    let text = page("first-brief.md");
    let (_, reading) = text.split_once("\n## 8. Read it\n").unwrap();
    let (reading, _) = reading.split_once("\n## ").unwrap();
    let spans = named(reading);
    let keys: Vec<&String> = spans.iter().filter(|span| !span.contains(' ')).collect();
    assert!(keys.len() >= 8, "{keys:?}");
    for key in keys {
        assert!(bound.contains(key), "`{key}` is bound to nothing");
    }
}
