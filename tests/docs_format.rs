//! The pages about the format and the findings say what the program does. `UPDATE_DOCS=1` writes
//! them anew.

#![expect(
    clippy::unwrap_used,
    reason = "tests read the pages of their own package and fail loudly"
)]

use attache::brief;
use attache::diag::{Code, Severity};
use std::fmt::Write as _;
use std::path::Path;

const BEGIN: &str = "<!-- generated: begin -->\n";
const END: &str = "<!-- generated: end -->\n";

fn holds(file: &str, generated: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(file);
    let page = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = page.split_once(BEGIN).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    let wanted = format!("{before}{BEGIN}\n{}\n\n{END}{after}", generated.trim());
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, wanted).unwrap();
    } else {
        assert!(page == wanted, "docs/{file} is out of date: UPDATE_DOCS=1 cargo test docs");
    }
}

#[test]
fn the_format_page_lists_every_table_and_key() {
    holds("brief-format.md", &brief::format_tables());
}

#[test]
fn the_findings_page_lists_every_code() {
    let mut page = String::new();
    for code in Code::ALL {
        let severity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Information => "information",
        };
        let (id, rule) = (code.id(), code.rule());
        let (reason, example) = code.explanation().split_once("\n\nWrong:").unwrap();
        writeln!(page, "## {id}: {rule}\n\n({severity}) {reason}\n").unwrap();
        writeln!(page, "```text\nWrong:{}\n```\n", example.trim_end()).unwrap();
    }
    holds("diagnostics.md", &page);
}

#[test]
fn what_is_explained_of_the_schema_is_of_the_one_in_force() {
    let schema = |number: i64| format!("schema = {number}\n");
    let missing = [Code::E005.explanation(), "\n"].concat();
    assert!(missing.contains(&format!("It is read as {}.", brief::SCHEMA)));
    assert!(missing.contains(&["Right: ", &schema(brief::SCHEMA)].concat()));
    let newer = [Code::E006.explanation(), "\n"].concat();
    assert!(newer.contains(&["Wrong: ", &schema(brief::SCHEMA + 1)].concat()));
    assert!(newer.contains(&["Right: ", &schema(brief::SCHEMA)].concat()));
}

#[test]
fn every_example_on_the_format_page_reads_without_a_finding() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/brief-format.md");
    let page = std::fs::read_to_string(path).unwrap();
    let examples: Vec<&str> = page
        .split("```toml\n")
        .skip(1)
        .filter_map(|part| part.split("```").next())
        .filter(|example| example.contains("schema = 2"))
        .collect();
    assert!(examples.len() >= 2, "the page has lost its examples");
    for example in examples {
        let mut sources = attache::diag::Sources::default();
        let source = sources.add(attache::text!["example.toml"], example);
        let read = brief::read(&sources, source);
        assert_eq!(read.diagnostics, [], "{example}");
    }
}

#[test]
fn every_date_on_the_format_page_is_shown_as_it_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/brief-format.md");
    let page = std::fs::read_to_string(path).unwrap();
    let rows = page
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"))
        .map(|row| row.split(" | ").collect::<Vec<_>>())
        .filter(|cells| cells.len() == 5 && cells[1].starts_with('`'));
    let mut count = 0;
    for cells in rows {
        let when = brief::When::parse(cells[1].trim_matches('`')).unwrap();
        let short = when.short();
        assert_eq!(
            (when.text().as_str(), short.as_str()),
            (cells[2], cells[3].trim()),
            "{cells:?}"
        );
        count += 1;
    }
    assert!(count >= 14, "the page has lost its dates");
}
