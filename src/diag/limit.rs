//! How many findings of one file are told.

use super::{Code, Diagnostic, Severity, SourceId, Sources, Span};
use crate::text;

/// Findings of one file that are told one by one.
pub const MOST_FINDINGS: usize = 1000;

/// The finding that counts what is left out of a file, as grave as the gravest of it; `None` for
/// nothing.
#[must_use]
pub fn left_out(
    sources: &Sources,
    source: SourceId,
    count: usize,
    gravest: Severity,
) -> Option<Diagnostic> {
    if count == 0 {
        return None;
    }
    let end = sources.raw(source).len();
    let noun = if count == 1 { " more finding" } else { " more findings" };
    let verb = if count == 1 { " is left out" } else { " are left out" };
    let message = text![count, noun, " in this file", verb];
    let span = Span::new(source, end..end);
    let found = Diagnostic::new(Code::E007, span, message);
    Some(Diagnostic { severity: gravest, ..found })
}
