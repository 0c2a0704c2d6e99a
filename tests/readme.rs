//! What the README says is so: its commands, keys, example brief and picture of the screen.
//!
//! `UPDATE_DOCS=1 cargo test --test readme` draws the picture anew.

#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

#[cfg(test)]
#[path = "support/picture.rs"]
mod picture;

use attache::action::{Action, Context};
use attache::diag::Code;
use attache::keymap::{Keymap, Sequence};
use attache::library::load::{LoadRequest, load};
use attache::search::Index;
use std::collections::BTreeSet;
use std::path::Path;

fn readme() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

/// The code blocks of one language.
fn blocks<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    let open = format!("```{language}\n");
    page.split(open.as_str()).skip(1).filter_map(|rest| rest.split("\n```").next()).collect()
}

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn the_first_screen_names_the_two_commands() {
    let page = readme();
    let first: Vec<&str> = page.lines().take(24).collect();
    for command in ["$ cargo run --release", "$ cargo test"] {
        assert!(first.contains(&command), "{command}");
    }
}

#[test]
fn commands_are_understood() {
    let page = readme();
    let lines = blocks(&page, "console").into_iter().flat_map(str::lines);
    let commands: Vec<&str> = lines.filter_map(|line| line.strip_prefix("$ attache ")).collect();
    assert!(commands.len() >= 5, "{commands:?}");
    for line in commands {
        let line = line.split(" # ").next().unwrap().trim();
        let words = std::iter::once("attache").chain(line.split_whitespace());
        let understood = attache::cli::command().try_get_matches_from(words);
        assert!(understood.is_ok(), "attache {line}: {}", understood.unwrap_err());
        assert!(understood.unwrap().subcommand_name().is_some(), "attache {line}");
    }
}

#[test]
fn keys_are_bound() {
    let keymap = Keymap::default();
    let bound: BTreeSet<String> = Action::ALL
        .iter()
        .filter(|info| info.contexts.iter().any(|c| *c != Context::Chooser))
        .flat_map(|info| keymap.keys(info.action))
        .map(Sequence::to_string)
        .collect();
    let page = readme();
    let table = page.split("| Key |").nth(1).unwrap().split("\n\n").next().unwrap();
    let rows: Vec<&str> = table.lines().skip(2).collect();
    assert!(rows.len() >= 6, "{rows:?}");
    for key in rows.into_iter().flat_map(quoted) {
        assert!(bound.contains(key), "`{key}` is bound to nothing");
    }
}

#[test]
fn what_a_search_understands_is_in_force_as_it_is_written() {
    let library = load(&LoadRequest { builtin: true, ..LoadRequest::default() });
    let index = Index::new(&library);
    let page = readme();
    let table = page.split("| Written |").nth(1).unwrap().split("\n\n").next().unwrap();
    let cells = table.lines().skip(2).map(|row| row.split('|').nth(1).unwrap());
    let forms: Vec<&str> = cells.flat_map(quoted).collect();
    assert!(forms.len() >= 9, "{forms:?}");
    for form in forms {
        let found = index.search(&library, &format!("albania {form}"), 1);
        assert_eq!(found.scope.complaint, None, "{form}");
        let operators = &found.scope.operators;
        assert!(
            operators.iter().any(|told| form.starts_with(told.as_str())),
            "{form}: {operators:?}"
        );
    }
}

#[test]
fn the_example_is_a_brief_that_lacks_only_a_source() {
    let page = readme();
    let examples = blocks(&page, "toml");
    assert_eq!(examples.len(), 1);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("example.toml");
    std::fs::write(&path, examples[0]).unwrap();
    let library = load(&LoadRequest { paths: vec![path], ..LoadRequest::default() });
    let codes: Vec<Code> = library.findings().iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [Code::W201]);
    assert!(examples[0].starts_with(&format!("schema = {}\n", attache::brief::SCHEMA)));
    assert!(examples[0].lines().count() <= 10, "it is called short");
}

#[test]
fn the_picture_is_the_screen() {
    let page = readme();
    let shown = blocks(&page, "text");
    assert_eq!(shown.len(), 1);
    // After the keys that the README names, with the built-in briefs.
    let drawn = picture::of(&[], "/lapid meet⏎".chars());
    if std::env::var_os("UPDATE_DOCS").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
        std::fs::write(path, page.replace(shown[0], &drawn)).unwrap();
        return;
    }
    for (row, (shown, drawn)) in shown[0].lines().zip(drawn.lines()).enumerate() {
        assert_eq!(shown, drawn, "row {row}; `UPDATE_DOCS=1 cargo test --test readme` draws it");
    }
    assert_eq!(shown[0].lines().count(), 24);
}
