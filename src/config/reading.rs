//! One file of the configuration: its text, its TOML and the findings on the way.

use crate::diag::{Code, Diagnostic, SourceId, Sources, Span};
use crate::text;
use crate::text::{DisplayText, clean, clean_line};
use std::fs::{self, File};
use std::io::{self, Read};
use std::ops::Range;
use std::path::Path;
use toml::de::DeTable;

/// Bytes of the largest file that is read; a hand-written one has a hundredth of it.
const LARGEST: u64 = 256 * 1024;

/// Syntax errors of one file that are told.
const MOST_SYNTAX_ERRORS: usize = 20;

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// There is none.
    Missing,
    /// In words.
    Refused(DisplayText),
}

/// Reads a file as text.
pub(super) fn text_of(path: &Path) -> Result<String, Unread> {
    let refused = |error: io::Error| {
        if error.kind() == io::ErrorKind::NotFound {
            return Unread::Missing;
        }
        Unread::Refused(text!["cannot be read: ", clean_line(&error.to_string(), |_| {})])
    };
    // A pipe would block, a device would never end.
    if !fs::metadata(path).map_err(refused)?.is_file() {
        return Err(Unread::Refused("this is no file".into()));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(refused)?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(refused)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Unread::Refused(text!["it is larger than ", LARGEST / 1024, " KiB"]));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1;
        Unread::Refused(text!["line ", line, " is not UTF-8; save the file as UTF-8"])
    })?;
    Ok(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned))
}

/// The name to show for a path.
pub(super) fn shown(path: &Path) -> DisplayText {
    clean_line(&path.to_string_lossy(), |_| {})
}

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
                let key = quoted(self.raw.get(range.clone()).unwrap_or_default());
                text!["not valid TOML: the key `", key, "` stands twice in one table"]
            } else {
                text!["not valid TOML: ", clean_line(error.message(), |_| {})]
            };
            self.report(Code::E001, range, message, None);
        }
        table.into_inner()
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span { source: self.source, range }
    }

    pub(super) fn report(
        &mut self,
        code: Code,
        range: Range<usize>,
        message: DisplayText,
        help: Option<DisplayText>,
    ) {
        let found = Diagnostic::new(code, self.span(range), message);
        self.found.push(Diagnostic { help, ..found });
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
