//! Findings about files: where, what is wrong, what to write instead.

mod code;
mod explain;
mod limit;
pub mod render;
mod source;

pub use code::{Code, Severity};
pub use explain::{UnknownCode, explain};
pub use limit::{MOST_FINDINGS, left_out};
pub use source::{Bytes, Located, Place, SourceId, Sources, Span};

use crate::text::DisplayText;

/// One finding. Its texts are clean: raw file text never reaches it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which rule.
    pub code: Code,
    /// Error, warning or information; the code's own unless a caller raised or lowered it.
    pub severity: Severity,
    /// What is wrong, in a sentence without a final stop.
    pub message: DisplayText,
    /// Where it is wrong.
    pub primary: Span,
    /// Other places that belong to it, each with a word on why.
    pub related: Vec<(Span, DisplayText)>,
    /// What to write instead.
    pub help: Option<DisplayText>,
}

impl Diagnostic {
    /// A finding with the code's own severity.
    #[must_use]
    pub fn new(code: Code, primary: Span, message: DisplayText) -> Self {
        Self { severity: code.severity(), code, message, primary, related: Vec::new(), help: None }
    }

    /// Adds what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<DisplayText>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds another place that belongs to the finding.
    #[must_use]
    pub fn related(mut self, span: Span, why: impl Into<DisplayText>) -> Self {
        self.related.push((span, why.into()));
        self
    }
}

/// A value and the findings met on the way to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reported<T> {
    /// What could be made.
    pub value: T,
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
}
