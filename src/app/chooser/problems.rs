//! What the checker finds in the briefs, file by file.

use super::{Choice, Entry};
use crate::app::App;
use crate::diag::{Diagnostic, Severity, SourceId};
use crate::library::{Headers, Library};
use crate::text::DisplayText;
use std::collections::BTreeSet;

/// Every finding under its file, files with errors first; choosing one opens the record in which it
/// stands.
pub(super) fn findings(library: &Library) -> Vec<Entry> {
    let findings = library.findings();
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    let broken: BTreeSet<SourceId> = errors.map(|finding| finding.primary.source).collect();
    let mut numbered: Vec<(usize, &Diagnostic)> = findings.iter().enumerate().collect();
    numbered.sort_by_key(|(_, finding)| !broken.contains(&finding.primary.source));
    let headers = library.headers();
    let entry = |(number, finding)| entry_of(library, &headers, (number, finding));
    numbered.into_iter().map(entry).collect()
}

fn entry_of(
    library: &Library,
    headers: &Headers<'_>,
    (number, finding): (usize, &Diagnostic),
) -> Entry {
    let sources = library.sources();
    let source = finding.primary.source;
    let place = sources.place(source, finding.primary.start());
    let choice = match headers.item_at(&finding.primary) {
        Some(item) => Choice::Go(item),
        None => Choice::Finding,
    };
    // Not every finding says what to write instead.
    let help = finding.help.clone().unwrap_or_default();
    Entry {
        lead: crate::text![place.line, ":", place.column],
        detail: crate::text![finding.severity.word(), " ", finding.code.id()],
        words: help,
        finding: Some(number),
        ..Entry::new(finding.message.clone(), choice).under(sources.name(source))
    }
}

impl App {
    /// What is said where nothing is found.
    #[must_use]
    pub fn no_findings(&self) -> DisplayText {
        let files = self.library.sources().len();
        let words = if files == 1 { " file checked" } else { " files checked" };
        crate::text!["no findings; ", files, words]
    }
}
