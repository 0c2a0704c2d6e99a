//! One file of the configuration: its text, its TOML and the findings on the way.

use crate::diag::{Code, Diagnostic, SourceId, Sources, Span};
use crate::text;
use crate::text::{DisplayText, clean, clean_line};
use std::ops::Range;
use toml::de::DeTable;

/// Bytes of the largest file that is read; a hand-written one has a tenth of it.
pub(super) const LARGEST: u64 = 64 * 1024;

/// Syntax errors of one file that are told.
const MOST_SYNTAX_ERRORS: usize = 20;

/// Findings of one file that are told. A file with more of them is no configuration.
const MOST_FINDINGS: usize = 200;

/// Outside text in a message: cleaned, on one line, at most 40 characters.
pub(super) fn quoted(text: &str) -> DisplayText {
    let mut short: String = text.chars().take(40).collect();
    if text.chars().nth(40).is_some() {
        short.push('…');
    }
    clean_line(&short, |_| {})
}

/// A file being read.
pub(super) struct Reading<'a> {
    source: SourceId,
    raw: &'a str,
    pub(super) found: Vec<Diagnostic>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(sources: &'a Sources, source: SourceId) -> Self {
        Self { source, raw: sources.raw(source), found: Vec::new() }
    }

    /// Its tables, with a finding for each syntax error; what was read beside them counts.
    pub(super) fn table(&mut self) -> DeTable<'a> {
        let (table, errors) = DeTable::parse_recoverable(self.raw);
        for error in errors.iter().take(MOST_SYNTAX_ERRORS) {
            let range = error.span().unwrap_or(self.raw.len()..self.raw.len());
            let message = if error.message() == "duplicate key" {
                let key = quoted(text::part(self.raw, range.clone()));
                text!["not valid TOML: the key `", key, "` stands twice in one table"]
            } else {
                text!["not valid TOML: ", clean_line(error.message(), |_| {})]
            };
            self.report(Code::E001, range, message, None);
        }
        table.into_inner()
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, range)
    }

    pub(super) fn report(
        &mut self,
        code: Code,
        range: Range<usize>,
        message: DisplayText,
        help: Option<DisplayText>,
    ) {
        let found = Diagnostic::new(code, self.span(range), message);
        self.push(Diagnostic { help, ..found });
    }

    pub(super) fn push(&mut self, found: Diagnostic) {
        if self.found.len() < MOST_FINDINGS {
            self.found.push(found);
        } else if self.found.len() == MOST_FINDINGS {
            let message = text!["more than ", MOST_FINDINGS, " mistakes; the rest is not told"];
            self.found.push(Diagnostic::new(Code::E303, found.primary, message));
        }
    }

    /// Whether nothing more is told, so that there is no use in reading on.
    pub(super) fn is_full(&self) -> bool {
        self.found.len() > MOST_FINDINGS
    }
}

/// The pairs of a table in the order of the file.
pub(super) fn in_file_order<'t, 'i>(
    table: &'t DeTable<'i>,
) -> Vec<(&'t toml::Spanned<toml::de::DeString<'i>>, &'t toml::Spanned<toml::de::DeValue<'i>>)> {
    let mut pairs: Vec<_> = table.iter().collect();
    pairs.sort_by_key(|(key, _)| key.span().start);
    pairs
}

/// `a`, `b` or `c`, each in backquotes.
pub(super) fn alternatives(words: &[&str]) -> DisplayText {
    let mut listed = DisplayText::default();
    for (index, word) in words.iter().enumerate() {
        let lead = match index {
            0 => "",
            _ if index + 1 == words.len() => " or ",
            _ => ", ",
        };
        listed = text![listed, lead, "`", clean(word, |_| {}), "`"];
    }
    listed
}
