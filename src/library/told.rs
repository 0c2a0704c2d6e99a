//! Findings, so many of each file and so many in all: a hostile file has one for every few bytes.

use crate::diag::{Diagnostic, MOST_FINDINGS, Severity, SourceId, Sources, left_out};
use std::collections::BTreeMap;

/// Findings that are told of all files.
const MOST_IN_ALL: usize = 20_000;

/// Findings as they are met; those over the limits are only counted.
#[derive(Debug)]
pub(super) struct Findings {
    /// That are told of one file.
    most: usize,
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

impl Default for Findings {
    fn default() -> Self {
        Self { most: MOST_FINDINGS, told: Vec::new(), files: BTreeMap::new() }
    }
}

impl Findings {
    /// For findings of which every file already has no more than it may.
    pub(super) fn of_limited_files() -> Self {
        Self { most: usize::MAX, ..Self::default() }
    }

    /// Those that are told so far.
    pub(super) fn told(&self) -> &[Diagnostic] {
        &self.told
    }

    pub(super) fn push(&mut self, found: Diagnostic) {
        let none = Count { told: 0, untold: 0, severity: Severity::Information };
        let count = self.files.entry(found.primary.source).or_insert(none);
        if count.told < self.most && self.told.len() < MOST_IN_ALL {
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
        for (source, count) in self.files {
            told.extend(left_out(sources, source, count.untold, count.severity));
        }
        told
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Code, Span};

    #[test]
    fn what_is_not_told_is_counted_by_file_with_its_severity() {
        let mut sources = Sources::default();
        let files: Vec<SourceId> = (0..25).map(|_| sources.add("x.toml".into(), "text")).collect();
        let mut findings = Findings::default();
        for source in &files {
            let warning = |code| Diagnostic::new(code, Span::new(*source, 0..1), "x".into());
            findings.extend((0..1_000).map(|_| warning(Code::W201)));
            findings.push(warning(Code::E110));
        }
        assert_eq!(findings.told().len(), 20_000);
        let told = findings.close(&sources);
        let closing: Vec<&Diagnostic> =
            told.iter().filter(|found| found.code == Code::E007).collect();
        let words: Vec<&str> = closing.iter().map(|found| found.message.as_str()).collect();
        assert_eq!(words.len(), 25);
        assert_eq!(words[0], "1 more finding in this file is left out");
        assert_eq!(words[24], "1001 more findings in this file are left out");
        assert!(closing.iter().all(|found| found.severity == Severity::Error));
        assert_eq!(closing[0].primary.range(), 4..4);
    }
}
