//! One layout for every brief: tables and keys in the order of the format, signs of one record below
//! each other, lists broken where a line would be too long. Only the order and what stands between the
//! values changes; each value and comment is the text that was written.

mod gap;
mod insert;
mod order;
mod part;
mod value;
mod write;

pub use insert::{Inserted, insert_event};

use super::read::misread;
use crate::diag::{Code, Diagnostic};
use crate::text;
use crate::text::DisplayText;
use part::File;
use std::ops::Range;
use toml_edit::{Item, Value};

/// Columns that a list may take before it is broken.
const WIDTH: usize = 100;
/// The mark that editors on Windows put before a text.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Why a text is not laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unformatted {
    /// In words.
    pub message: DisplayText,
    /// The part of the text that they are about.
    pub range: Range<usize>,
}

/// The text of a brief or registry file in its one layout; what it says stays the same.
///
/// # Errors
///
/// The text is no TOML, or would be read as something else in its layout. What [`read`](super::read()) finds says
/// the first better; this is for what only the parser of this function refuses.
pub fn format(text: &str) -> Result<String, Unformatted> {
    let (mark, body) = match text.strip_prefix(BYTE_ORDER_MARK) {
        Some(body) => (BYTE_ORDER_MARK, body),
        None => ("", text),
    };
    let document = parse(body)?;
    let formatted = write::write(File::of(&document, body), newline(body));
    if formatted == body {
        return Ok(text.to_owned());
    }
    // What is promised is looked at each time: a layout that says something else is never handed out.
    let laid_out = parse(&formatted)?;
    if facts(&laid_out, &formatted) != facts(&document, body) {
        let message = "this file cannot be laid out without a change of what it says";
        return Err(Unformatted { message: message.into(), range: 0..0 });
    }
    if let Some(at) = misread(body, &formatted) {
        let message = "what stands below this header would be read as something else where the layout \
                       puts it; move it by hand";
        let part = File::of(&laid_out, &formatted).part_at(at);
        let range = File::of(&document, body).in_order().header(part);
        let range = range.start + mark.len()..range.end + mark.len();
        return Err(Unformatted { message: message.into(), range });
    }
    Ok(format!("{mark}{formatted}"))
}

fn parse(text: &str) -> Result<toml_edit::Document<&str>, Unformatted> {
    toml_edit::Document::parse(text).map_err(|error| Unformatted {
        message: text!["not valid TOML: ", text::clean_line(error.message(), |_| {})],
        range: error.span().unwrap_or(0..0),
    })
}

/// How the lines of a text end: as the first one does.
fn newline(text: &str) -> &'static str {
    let first = text.split('\n').next();
    let marked = first.is_some_and(|line| line.len() < text.len() && line.ends_with('\r'));
    if marked { "\r\n" } else { "\n" }
}

/// A part of a text by a range of its own parser, or of a finding in it.
fn cut(text: &str, range: Range<usize>) -> &str {
    // Ranges of the parser and of findings lie between characters; of any other nothing is written, which
    // is seen when the facts are compared.
    text.get(range).unwrap_or_default()
}

/// Every value with the way to it, whatever the order of keys and tables is.
fn facts<'t>(document: &toml_edit::Document<&'t str>, text: &'t str) -> Vec<(String, &'t str)> {
    let mut facts = Vec::new();
    let mut open: Vec<(String, &Item)> = vec![(String::new(), document.as_item())];
    let mut values: Vec<(String, &Value)> = Vec::new();
    while let Some((path, item)) = open.pop() {
        match item {
            Item::None => {}
            Item::Value(value) => values.push((path, value)),
            Item::Table(table) => {
                facts.push((format!("{path}{{"), ""));
                open.extend(table.iter().map(|(key, item)| (format!("{path}/{key:?}"), item)));
            }
            Item::ArrayOfTables(tables) => {
                for (index, table) in tables.iter().enumerate() {
                    let path = format!("{path}[{index}");
                    facts.push((format!("{path}{{"), ""));
                    open.extend(table.iter().map(|(key, item)| (format!("{path}/{key:?}"), item)));
                }
            }
        }
    }
    while let Some((path, value)) = values.pop() {
        match value {
            Value::Array(array) => {
                facts.push((format!("{path}[{}", array.len()), ""));
                let inner = array.iter().enumerate();
                values.extend(inner.map(|(index, value)| (format!("{path}[{index}"), value)));
            }
            Value::InlineTable(table) => {
                facts.push((format!("{path}{{"), ""));
                values.extend(table.iter().map(|(key, value)| (format!("{path}/{key:?}"), value)));
            }
            Value::String(_)
            | Value::Integer(_)
            | Value::Float(_)
            | Value::Boolean(_)
            | Value::Datetime(_) => {
                facts.push((path, value.span().map_or("", |span| cut(text, span))));
            }
        }
    }
    facts.sort();
    facts
}

/// Whether a finding says that a text is no TOML, or that a header is read as something else than what
/// TOML makes of it: what belongs to what is then a matter of the order, so none of it is moved. An id that
/// cannot be read is made after its line, which a layout changes.
#[must_use]
pub fn hinders_layout(finding: &Diagnostic, text: &str) -> bool {
    let above = cut(text, 0..finding.primary.start());
    let line = cut(text, above.rfind('\n').map_or(0, |end| end + 1)..text.len());
    let is_of_header = matches!(finding.code, Code::E002 | Code::E004 | Code::E011);
    let is_of_id = matches!(finding.code, Code::E003 | Code::E004 | Code::E010 | Code::E011)
        && (line.trim_start().starts_with("id") || finding.message.as_str().contains("no `id`"));
    finding.code == Code::E001 || is_of_id || (is_of_header && line.trim_start().starts_with('['))
}

#[cfg(test)]
mod tests;
