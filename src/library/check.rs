//! Findings across records that need more than one reference to see.

use super::Library;
use super::scope::ScopeId;
use crate::brief::Document;
use crate::diag::Diagnostic;

/// All of them.
pub(super) fn check(library: &Library, documents: &[(ScopeId, Document)]) -> Vec<Diagnostic> {
    let _ = library;
    super::marking::check(documents)
}

/// Sorts by file and place, and drops what was found twice.
pub(super) fn sort(findings: &mut Vec<Diagnostic>) {
    findings.sort_by_key(|found| {
        let Diagnostic { primary, code, .. } = found;
        (primary.source, primary.range.start, primary.range.end, *code)
    });
    findings.dedup();
}
