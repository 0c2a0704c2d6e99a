//! What is said of a file that is not read.

use super::open::OpenError;
use super::{Loader, shown};
use crate::brief::Document;
use crate::diag::{Code, Diagnostic, Severity, SourceId, Span};
use crate::library::{Marking, Refused};
use crate::text::DisplayText;
use std::path::Path;

impl Loader<'_> {
    /// Why a file that was read is no brief: its first error, in its own words.
    pub(super) fn why_no_brief(&self, source: SourceId) -> DisplayText {
        let of_file = |found: &&Diagnostic| {
            found.primary.source == source && found.severity == Severity::Error
        };
        let mut errors = self.findings.told().iter().filter(of_file);
        let newer = errors.clone().find(|found| found.code == Code::E006);
        let first = newer.or_else(|| errors.next());
        first.map_or_else(|| "it holds no brief".into(), |found| found.message.clone())
    }

    /// A row for a path that did not open, and E007 at its place.
    pub(super) fn refuse(&mut self, path: &Path, why: DisplayText) {
        self.find(path, (Code::E007, why.clone()), (0, ""));
        self.refuse_without_finding(path, why, None);
    }

    /// E007 for a file that did not open, E151 for one that is not as its list says.
    pub(super) fn find_unopened(&mut self, path: &Path, error: &OpenError) {
        let is_of_seal = matches!(error, OpenError::NotAsSealed(_));
        let code = if is_of_seal { Code::E151 } else { Code::E007 };
        self.find(path, (code, error.words()), error.quoted());
    }

    fn find(&mut self, path: &Path, (code, why): (Code, DisplayText), (at, text): (usize, &str)) {
        let source = self.sources.add(shown(path), text);
        let primary = Span::new(source, at..at);
        self.findings.push(Diagnostic::new(code, primary, why));
    }

    /// A row for a file, with the marking of the text that the reason may quote.
    pub(super) fn refuse_without_finding(
        &mut self,
        path: &Path,
        why: DisplayText,
        marking: Option<Marking>,
    ) {
        self.refused.push(Refused { name: shown(path), why, kept: false, marking });
    }

    /// The marking of what may be quoted of a text; none where it is empty.
    pub(super) fn quoted(&self, source: SourceId, document: &Document) -> Option<Marking> {
        let is_empty = self.sources.raw(source).is_empty();
        (!is_empty).then(|| document.marked.strictest.unwrap_or(Marking::Red))
    }
}
