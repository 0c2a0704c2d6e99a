//! Findings, and those that come once there was time to look: what stands in a brief that is not read is told
//! by a check alone.

use super::load::LateFindings;
use super::{Library, Marking, check, editions};
use crate::diag::Diagnostic;

/// What was found while the library was being read in already.
#[derive(Clone, Debug)]
pub(super) struct Late {
    /// All findings in what is read, with these behind the others.
    all: Vec<Diagnostic>,
    /// Those in briefs that are not read.
    unread: Vec<Diagnostic>,
    /// The highest marking of the files that the others quote.
    pub(super) marking: Marking,
}

impl Library {
    /// All findings, sorted by file and place; behind them what was found late.
    #[must_use]
    pub fn findings(&self) -> &[Diagnostic] {
        self.late.get().map_or(&self.findings, |late| &late.all)
    }

    /// The findings with those of briefs that are not read, in which nothing is missing from the reader.
    #[must_use]
    pub fn findings_of_every_file(&self) -> Vec<Diagnostic> {
        let late = self.late.get().map_or(&[][..], |late| &late.unread);
        let mut all = [self.findings(), &self.unread_findings, late].concat();
        check::sort(&mut all);
        all
    }

    /// Adds what was found while the library was being read in already; once. The others keep their
    /// places, since somebody may be looking at one of them.
    pub fn add_late(&self, found: LateFindings) {
        if found.is_empty() {
            return;
        }
        let mut found = found.0;
        check::sort(&mut found);
        self.late.get_or_init(|| {
            let (unread, read) = editions::apart(&self.set_aside, found);
            let marking = self.marking_of_findings(&read);
            let all = self.findings.iter().cloned().chain(read).collect();
            Late { all, unread, marking }
        });
    }
}
