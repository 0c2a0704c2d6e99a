//! `attache config`: the options in force, where they come from, and what is wrong with the files.

use super::check::{Shape, printed};
use super::{COULD_NOT_RUN, Failure, Outcome};
use crate::config::{Loaded, Settings, settings_toml};
use crate::diag::{Diagnostic, Severity, Sources, Span};
use crate::text::{DisplayText, clean, clean_path};
use std::path::Path;

/// What `config` takes.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Kind {
    /// Print the options in force, as a config.toml
    Print,
    /// Say where the value of each option comes from
    Blame,
    /// Say where the files stand
    Path,
    /// Check config.toml and keys.toml; exits 2 when errors are found
    Check {
        /// How findings are printed
        #[arg(long, value_enum, default_value_t = Shape::Human)]
        format: Shape,
    },
}

#[expect(clippy::unnecessary_wraps, reason = "every command comes to the same type")]
pub(super) fn run(kind: &Kind, loaded: &Loaded) -> Result<Outcome, Failure> {
    let text = match kind {
        Kind::Print => settings_toml(&loaded.settings),
        Kind::Blame => blame(loaded),
        Kind::Path => paths(loaded),
        Kind::Check { format } => {
            return Ok(check(*format, &loaded.sources, &loaded.findings));
        }
    };
    Ok(Outcome { text: vec![text], code: 0 })
}

/// Findings; with an error among them the program could not do as it was told.
pub(super) fn check(format: Shape, sources: &Sources, findings: &[Diagnostic]) -> Outcome {
    let is_wrong = findings.iter().any(|found| found.severity == Severity::Error);
    let text = printed(format, sources, findings);
    Outcome { text, code: if is_wrong { COULD_NOT_RUN } else { 0 } }
}

fn blame(loaded: &Loaded) -> DisplayText {
    let rows = Settings::OPTIONS.iter().map(|option| {
        let origin = origin(&loaded.sources, loaded.option_origins.get(option.id));
        let value = loaded.settings.written(option.id).unwrap_or_else(|| "(not set)".to_owned());
        vec![origin, clean(option.id, |_| {}), clean(&value, |_| {})]
    });
    columns(&rows.collect::<Vec<_>>())
}

/// `config.toml:3:8`, or `default`.
pub(super) fn origin(sources: &Sources, span: Option<&Span>) -> DisplayText {
    let Some(span) = span else { return "default".into() };
    let place = sources.place(span.source, span.start());
    crate::text![sources.name(span.source), ":", place.line, ":", place.column]
}

/// Rows with their cells below each other.
pub(super) fn columns(rows: &[Vec<DisplayText>]) -> DisplayText {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| crate::text::columns(cell.as_str())).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..rows.first().map_or(0, Vec::len)).map(width).collect();
    let mut text = DisplayText::default();
    for row in rows {
        let mut gap = 0;
        for (cell, width) in row.iter().zip(&widths).filter(|(cell, _)| !cell.is_empty()) {
            text = crate::text![text, clean(&" ".repeat(gap), |_| {}), cell];
            gap = width.saturating_sub(crate::text::columns(cell.as_str())) + 2;
        }
        text = crate::text![text, "\n"];
    }
    text
}

fn paths(loaded: &Loaded) -> DisplayText {
    let Some(files) = &loaded.files else {
        return "without a home folder there is no configuration; `--config FILE` names one\n"
            .into();
    };
    let row = |name: &'static str, path: &Path| {
        let there = if path.is_file() { "" } else { "(not there)" };
        vec![name.into(), clean_path(path), there.into()]
    };
    columns(&[row("options", &files.config), row("keys", &files.keys)])
}
