//! Briefs with their expected findings written beside the bad lines; see `tests/briefs/README.md`.

#![expect(clippy::unwrap_used, reason = "tests read their fixtures and fail loudly")]

use attache::brief::Document;
use attache::diag::{Diagnostic, Sources};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// What a check made of one file.
pub(crate) struct Outcome {
    /// The files, for places.
    pub(crate) sources: Sources,
    /// Findings.
    pub(crate) found: Vec<Diagnostic>,
    /// Records that still load, as `event:x`.
    pub(crate) kept: Vec<String>,
}

/// One finding as a fixture writes it: line, `ERROR E120 8-18`.
type Mark = (usize, String);

/// All fixtures of a folder, by name.
pub(crate) fn fixtures(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/briefs").join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    files
}

/// Runs a check over one fixture; the differences from what it expects, or nothing.
pub(crate) fn differences(path: &Path, check: impl Fn(&str) -> Outcome) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    let outcome = check(&text);
    let mut expected = expected(&text);
    let mut found: Vec<Mark> =
        outcome.found.iter().map(|finding| mark(&outcome.sources, finding)).collect();
    expected.sort();
    found.sort();
    let mut report = String::new();
    let name = path.file_name().unwrap().to_string_lossy();
    for (line, mark) in expected.iter().filter(|mark| !found.contains(mark)) {
        writeln!(report, "{name}:{line}: missing {mark}").unwrap();
    }
    for finding in &outcome.found {
        let (line, text) = mark(&outcome.sources, finding);
        if !expected.contains(&(line, text.clone())) {
            writeln!(report, "{name}:{line}: unexpected {text}: {}", finding.message).unwrap();
        }
    }
    if report.is_empty() && expected != found {
        writeln!(report, "{name}: a finding stands there twice").unwrap();
    }
    for kept in keeps(&text) {
        if !outcome.kept.contains(&kept) {
            writeln!(report, "{name}: lost {kept}").unwrap();
        }
    }
    report
}

fn mark(sources: &Sources, finding: &Diagnostic) -> Mark {
    let span = &finding.primary;
    let start = sources.place(span.source, span.start());
    let end = sources.place(span.source, span.end());
    let end = if end.line == start.line { end.column.to_string() } else { "*".to_owned() };
    let severity = finding.severity.word().to_uppercase();
    (start.line, format!("{severity} {} {}-{end}", finding.code.id(), start.column))
}

fn expected(text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut above = 1;
    for (line, content) in (1..).zip(text.lines()) {
        let below = content.starts_with("#^");
        if !below {
            above = line;
        }
        for severity in ["ERROR", "WARNING", "INFORMATION"] {
            for start in [format!("# {severity} "), format!("#^ {severity} ")] {
                let Some((_, rest)) = content.split_once(&start) else { continue };
                for one in rest.split(',') {
                    marks.push((above, format!("{severity} {}", one.trim())));
                }
            }
        }
    }
    marks
}

fn keeps(text: &str) -> Vec<String> {
    text.lines()
        .filter_map(|line| line.strip_prefix("# KEEPS "))
        .flat_map(str::split_whitespace)
        .map(str::to_owned)
        .collect()
}

/// The records of a document, as `event:x`.
pub(crate) fn kept(document: &Document) -> Vec<String> {
    let mut kept = Vec::new();
    let mut keep = |kind: &str, id: &dyn std::fmt::Display| kept.push(format!("{kind}:{id}"));
    document.brief.iter().for_each(|brief| keep("brief", &brief.id.value));
    document.publishers.iter().for_each(|record| keep("publisher", &record.id.value));
    document.sources.iter().for_each(|record| keep("source", &record.id.value));
    document.actors.iter().for_each(|record| keep("actor", &record.id.value));
    document.places.iter().for_each(|record| keep("place", &record.id.value));
    document.judgements.iter().for_each(|record| keep("judgement", &record.id.value));
    for event in &document.events {
        keep("event", &event.id.value);
        event.claims.iter().for_each(|claim| keep("claim", &claim.id.value));
    }
    kept
}
