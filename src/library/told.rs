//! The findings across records, so many of each file: a hostile file has one for every few bytes.

use crate::diag::{Code, Diagnostic, Severity, SourceId, Sources, Span};
use crate::text;
use std::collections::BTreeMap;

/// Findings across records that are told of one file.
pub(super) const MOST_FINDINGS: usize = 1_000;

/// Findings as they are met; those over [`MOST_FINDINGS`] of a file are only counted.
#[derive(Debug, Default)]
pub(super) struct Findings {
    told: Vec<Diagnostic>,
    files: BTreeMap<SourceId, Count>,
}

#[derive(Debug)]
struct Count {
    told: usize,
    untold: usize,
    /// The gravest of those that are not told.
    severity: Severity,
}

impl Findings {
    pub(super) fn push(&mut self, found: Diagnostic) {
        let none = Count { told: 0, untold: 0, severity: Severity::Information };
        let count = self.files.entry(found.primary.source).or_insert(none);
        if count.told < MOST_FINDINGS {
            count.told += 1;
            self.told.push(found);
        } else {
            count.untold += 1;
            count.severity = count.severity.max(found.severity);
        }
    }

    pub(super) fn extend(&mut self, found: impl IntoIterator<Item = Diagnostic>) {
        found.into_iter().for_each(|found| self.push(found));
    }

    /// All that are told, and for each file at its end how many are not.
    pub(super) fn close(self, sources: &Sources) -> Vec<Diagnostic> {
        let mut told = self.told;
        let more = self.files.into_iter().filter(|(_, count)| count.untold > 0);
        told.extend(more.map(|(source, count)| {
            let end = sources.raw(source).len();
            let message = text![count.untold, " more findings across records are left out"];
            let mut found = Diagnostic::new(Code::E007, Span { source, range: end..end }, message);
            found.severity = count.severity;
            found
        }));
        told
    }
}
