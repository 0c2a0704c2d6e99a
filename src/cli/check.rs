//! `attache check` and `attache explain`.

use super::{FOUND_NOTHING, Failure, Outcome, plain};
use crate::diag::render::{self, Format, render, summary};
use crate::diag::{Code, Diagnostic, Severity, Sources, explain as explanation};
use crate::library::{Library, Reading};
use crate::text;
use crate::text::{DisplayText, comma_separated};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What `check` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Files and folders; without one, what the reader would open
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Shape::Human)]
    format: Shape,
    /// Findings that count as errors beside errors
    #[arg(long, value_enum, value_name = "LEVEL")]
    deny: Option<Level>,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Shape {
    /// With the lines they are about
    Human,
    /// One line each, `file:line:column: error[E120]: message`
    Short,
    /// One JSON object a line
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Level {
    /// Warnings too
    Warnings,
}

impl Shape {
    fn format(self) -> Format {
        match self {
            Self::Human => Format::Human,
            Self::Short => Format::Short,
            Self::Json => Format::Json,
        }
    }
}

impl Arguments {
    pub(super) fn paths(&self) -> &[PathBuf] {
        &self.paths
    }
}

/// Every finding, and how much was checked: for people below the findings, else for standard error. Where that is nothing it is no success: a mistyped name would
/// pass for briefs without a fault.
pub(super) fn run(
    arguments: &Arguments,
    library: &Library,
) -> Result<(Outcome, Vec<DisplayText>), Failure> {
    if library.reading().files == 0 && library.refused().is_empty() {
        let why = "nothing was checked: no file whose name ends in `.toml` is there";
        return Err(Failure(why.into()));
    }
    let findings = library.findings_of_every_file();
    let marking =
        |found: &Diagnostic| library.marking_of_findings(std::slice::from_ref(found)).word();
    let format = arguments.format.format();
    // Thousands of them are told one by one: in one text they would be in memory twice.
    let told = |found| render::one(format, library.sources(), found, Some(marking(found)));
    let mut text: Vec<DisplayText> = findings.iter().map(told).collect();
    let closing = closing(library, &findings).into_iter();
    let beside = match arguments.format {
        Shape::Human => {
            text.extend(closing.map(|line| text![line, "\n"]));
            if !findings.is_empty() {
                text = plain::between(library.marking_of_findings(&findings), text);
            }
            Vec::new()
        }
        // Not among the findings: what reads those by the line is not disturbed.
        Shape::Short | Shape::Json => closing.map(|line| text!["attache: ", line, "\n"]).collect(),
    };
    let found = |severity| findings.iter().any(|finding| finding.severity == severity);
    let warned = arguments.deny == Some(Level::Warnings) && found(Severity::Warning);
    let code = if found(Severity::Error) || warned { FOUND_NOTHING } else { 0 };
    Ok((Outcome { text, code }, beside))
}

/// How much was checked, and of each severity which rules were broken how often.
fn closing(library: &Library, findings: &[Diagnostic]) -> Vec<DisplayText> {
    let Reading { files, records, left_out } = library.reading();
    let refused = library.unread().count();
    let mut first = text![counted(files, "file", "files"), " checked: "];
    first = text![first, counted(records, "record", "records")];
    if left_out > 0 {
        first = text![first, ", ", left_out, " left out"];
    }
    if refused > 0 {
        first = text![first, "; ", counted(refused, "file", "files"), " refused"];
    }
    let mut lines = vec![first];
    for severity in [Severity::Error, Severity::Warning, Severity::Information] {
        let of: Vec<&Diagnostic> =
            findings.iter().filter(|found| found.severity == severity).collect();
        let mut codes: BTreeMap<Code, usize> = BTreeMap::new();
        for found in &of {
            *codes.entry(found.code).or_default() += 1;
        }
        let told: Vec<DisplayText> = codes.into_iter().map(by_code).collect();
        if !told.is_empty() {
            let (one, many) = severity.nouns();
            lines.push(text![counted(of.len(), one, many), ": ", comma_separated(&told)]);
        }
    }
    if findings.is_empty() {
        lines.push("no findings".into());
    }
    lines
}

/// `E110 no such source (2)`.
fn by_code((code, count): (Code, usize)) -> DisplayText {
    let told = text![code.id(), " ", code.rule()];
    if count == 1 { told } else { text![told, " (", count, ")"] }
}

fn counted(count: usize, one: &'static str, many: &'static str) -> DisplayText {
    text![count, " ", if count == 1 { one } else { many }]
}

/// Findings, and for people how many there are.
pub(super) fn printed(
    shape: Shape,
    sources: &Sources,
    findings: &[Diagnostic],
) -> Vec<DisplayText> {
    let mut text = vec![render(shape.format(), sources, findings)];
    if shape == Shape::Human {
        let summary = if findings.is_empty() { "no findings".into() } else { summary(findings) };
        text.push(text![summary, "\n"]);
    }
    text
}

/// What a finding means.
pub(super) fn explain(code: &str) -> Result<Outcome, Failure> {
    let code = Code::parse(code).map_err(|unknown| Failure(unknown.message))?;
    Ok(Outcome { text: vec![explanation(code)], code: 0 })
}
