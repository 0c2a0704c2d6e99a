//! `attache fmt`: briefs in their one layout.

use super::confine::folder_of;
use super::{COULD_NOT_RUN, FOUND_NOTHING, Failure, Outcome, all_there, plain};
use crate::diag::render::{Format, render};
use crate::diag::{Diagnostic, Sources};
use crate::library::Marking;
use crate::library::load::{LaidOut, Layouts, Limits, lay_out, lay_out_bytes};
use crate::term::{lines, output};
use crate::text::{DisplayText, clean, clean_written};
use similar::TextDiff;
use std::path::{Path, PathBuf};

/// What `fmt` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Files and folders to be written anew, or `-` for standard input and output
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Write nothing, and name what would change; exits 1 if anything would
    #[arg(long)]
    check: bool,
    /// Write nothing, and show what would change; exits 1 if anything would
    #[arg(long, conflicts_with = "check")]
    diff: bool,
}

/// What is done with a file whose layout is another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Write,
    Check,
    Diff,
}

/// The folders in which files may be written anew.
pub(super) fn folders(arguments: &Arguments, briefs: &[PathBuf]) -> Vec<PathBuf> {
    briefs.iter().chain(&arguments.paths).map(|path| folder_of(path)).collect()
}

pub(super) fn run(arguments: &Arguments, briefs: &[PathBuf]) -> Result<Outcome, Failure> {
    let paths: Vec<PathBuf> = briefs.iter().chain(&arguments.paths).cloned().collect();
    let mode = match (arguments.check, arguments.diff) {
        (true, _) => Mode::Check,
        (false, true) => Mode::Diff,
        (false, false) => Mode::Write,
    };
    let is_input = |path: &PathBuf| path == Path::new("-");
    if paths.is_empty() {
        let message = "name what to lay out: files, folders, or `-` for standard input";
        return Err(Failure(message.into()));
    }
    if !paths.iter().any(is_input) {
        all_there(&paths)?;
        return Ok(files(&lay_out(&paths), mode));
    }
    if paths.len() > 1 {
        return Err(Failure("`-` stands alone: it is one text in and one out".into()));
    }
    let most = Limits::default().file;
    let bytes = lines::read_all(most).map_err(|error| {
        Failure(crate::text!["standard input: ", clean(&error.to_string(), |_| {})])
    })?;
    let layouts = lay_out_bytes("<standard input>".into(), &bytes);
    if mode != Mode::Write {
        return Ok(files(&layouts, mode));
    }
    if let Some(file) = layouts.files.first() {
        return written(file);
    }
    tell(&layouts.sources, &layouts.findings, layouts.marking_of_findings());
    Ok(Outcome { text: Vec::new(), code: FOUND_NOTHING })
}

/// The text itself, for the program that asked for it.
fn written(file: &LaidOut) -> Result<Outcome, Failure> {
    match output::write_own(&file.after) {
        Ok(output::Written::All | output::Written::Closed) => {
            Ok(Outcome { text: Vec::new(), code: 0 })
        }
        Err(error) => {
            Err(Failure(crate::text!["cannot write: ", clean(&error.to_string(), |_| {})]))
        }
    }
}

fn files(layouts: &Layouts, mode: Mode) -> Outcome {
    let mut text = Vec::new();
    let mut failed = false;
    let mut changed = 0;
    let mut shown: Option<Marking> = None;
    for file in layouts.files.iter().filter(|file| file.changes()) {
        match mode {
            Mode::Check => text.push(crate::text!["would change: ", file.name, "\n"]),
            Mode::Diff => {
                shown = shown.max(Some(file.marking));
                text.push(difference(file));
            }
            Mode::Write => {
                if let Err(why) = file.write() {
                    failed = true;
                    let message = crate::text!["attache: `", file.name, "`: ", why, "\n"];
                    output::write_stderr(&[message]);
                    continue;
                }
                text.push(crate::text!["formatted: ", file.name, "\n"]);
            }
        }
        changed += 1;
    }
    tell(&layouts.sources, &layouts.findings, layouts.marking_of_findings());
    if mode != Mode::Diff {
        text.push(summary(layouts, mode, changed));
    }
    if let Some(marking) = shown {
        text = plain::between(marking, text);
    }
    let is_found = !layouts.findings.is_empty() || (mode != Mode::Write && changed > 0);
    let code = if failed {
        COULD_NOT_RUN
    } else if is_found {
        FOUND_NOTHING
    } else {
        0
    };
    Outcome { text, code }
}

/// Findings on standard error, between two lines with the marking of what they quote: they are no part of
/// what is asked for.
pub(super) fn tell(sources: &Sources, findings: &[Diagnostic], marking: Marking) {
    if !findings.is_empty() {
        let told = vec![render(Format::Human, sources, findings)];
        output::write_stderr(&plain::between(marking, told));
    }
}

/// `2 files formatted, 1 as it was, 1 not read`.
fn summary(layouts: &Layouts, mode: Mode, changed: usize) -> DisplayText {
    if layouts.files.is_empty() && layouts.findings.is_empty() {
        return "no briefs found\n".into();
    }
    let files = |count: usize| if count == 1 { " file " } else { " files " };
    let done = if mode == Mode::Write { "formatted" } else { "would change" };
    let same = layouts.files.iter().filter(|file| !file.changes()).count();
    let mut text = crate::text![changed, files(changed), done];
    if same > 0 {
        let words = if same == 1 { " is in its layout" } else { " are in their layout" };
        text = crate::text![text, ", ", same, words];
    }
    let sources: std::collections::BTreeSet<_> =
        layouts.findings.iter().map(|found| found.primary.source).collect();
    if !sources.is_empty() {
        let words = if sources.len() == 1 { " has faults and is" } else { " have faults and are" };
        text = crate::text![text, ", ", sources.len(), words, " left alone"];
    }
    crate::text![text, "\n"]
}

/// What would change, as `diff -u` writes it.
fn difference(file: &LaidOut) -> DisplayText {
    let difference = TextDiff::from_lines(&file.before, &file.after);
    let hunks = difference.unified_diff().to_string();
    crate::text!["--- ", file.name, "\n+++ ", file.name, "\n", clean_written(&hunks, |_| {})]
}
