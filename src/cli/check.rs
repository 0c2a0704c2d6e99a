//! `attache check` and `attache explain`.

use super::{FOUND_NOTHING, Failure, Outcome};
use crate::diag::render::{Format, render, summary};
use crate::diag::{Code, Diagnostic, Severity, Sources, explain as explanation};
use crate::library::Library;
use crate::text::DisplayText;
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

impl Arguments {
    pub(super) fn paths(&self) -> &[PathBuf] {
        &self.paths
    }
}

#[expect(clippy::unnecessary_wraps, reason = "every command comes to the same type")]
pub(super) fn run(arguments: &Arguments, library: &Library) -> Result<Outcome, Failure> {
    let findings = library.findings();
    let text = printed(arguments.format, library.sources(), findings);
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let denied = errors > 0 || (arguments.deny == Some(Level::Warnings) && warnings > 0);
    Ok(Outcome { text, code: if denied { FOUND_NOTHING } else { 0 } })
}

/// Findings, and for people how many there are.
pub(super) fn printed(
    shape: Shape,
    sources: &Sources,
    findings: &[Diagnostic],
) -> Vec<DisplayText> {
    let format = match shape {
        Shape::Human => Format::Human,
        Shape::Short => Format::Short,
        Shape::Json => Format::Json,
    };
    let mut text = vec![render(format, sources, findings)];
    if shape == Shape::Human {
        let summary = if findings.is_empty() { "no findings".into() } else { summary(findings) };
        text.push(crate::text![summary, "\n"]);
    }
    text
}

/// What a finding means.
pub(super) fn explain(code: &str) -> Result<Outcome, Failure> {
    let code = Code::parse(code).map_err(|unknown| Failure(unknown.message))?;
    Ok(Outcome { text: vec![explanation(code)], code: 0 })
}
