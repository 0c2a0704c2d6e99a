//! The layout of one value.

use super::gap::Gap;
use super::{WIDTH, cut};
use crate::text;
use std::ops::Range;
use toml_edit::{Array, InlineTable, Value};

/// How much further the lines of a broken list are indented.
const STEP: usize = 4;

/// One value of a list with the comments at it.
struct Item<'t> {
    written: String,
    lead: Vec<&'t str>,
    trail: Vec<&'t str>,
    is_table_or_list: bool,
}

/// Where a value is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Margin {
    /// Columns before its line.
    pub(super) indent: usize,
    /// Columns before the value on that line.
    pub(super) column: usize,
    pub(super) newline: &'static str,
}

/// A value laid out for a place.
pub(super) fn layout(value: &Value, text: &str, margin: Margin) -> String {
    match value {
        Value::Array(array) => list(array, text, margin),
        Value::InlineTable(_)
        | Value::String(_)
        | Value::Integer(_)
        | Value::Float(_)
        | Value::Boolean(_)
        | Value::Datetime(_) => on_one_line(value, text),
    }
}

/// A value without line ends of its own; as written where it holds comments, which end with a line.
fn on_one_line(value: &Value, text: &str) -> String {
    let range = value.span().unwrap_or(0..0);
    flat(value, text).unwrap_or_else(|| cut(text, range).to_owned())
}

/// A value on one line; `None` where it holds comments.
fn flat(value: &Value, text: &str) -> Option<String> {
    match value {
        Value::Array(array) => {
            let inner = range_within(array.span());
            if has_remarks(text, inner.start, array) {
                return None;
            }
            let values: Option<Vec<String>> = array.iter().map(|value| flat(value, text)).collect();
            Some(format!("[{}]", values?.join(", ")))
        }
        Value::InlineTable(table) => flat_table(table, text),
        Value::String(_)
        | Value::Integer(_)
        | Value::Float(_)
        | Value::Boolean(_)
        | Value::Datetime(_) => Some(cut(text, value.span().unwrap_or(0..0)).to_owned()),
    }
}

fn flat_table(table: &InlineTable, text: &str) -> Option<String> {
    let mut values = table.get_values();
    // Dotted keys of one name are kept together by the parser; here they stand as written.
    values.sort_by_key(|(_, value)| value.span().map_or(0, |span| span.start));
    let mut at = range_within(table.span()).start;
    let mut written = Vec::new();
    for (_, value) in values {
        let gap = Gap::at(text, at);
        let range = value.span().unwrap_or(0..0);
        let key = cut(text, gap.end..range.start);
        // Since TOML 1.1 a line may end between a key and its value, and a comment with it.
        if gap.has_remarks() || key.contains('\n') {
            return None;
        }
        let key = key.trim_end();
        let key = super::part::without_blanks(key.strip_suffix('=').unwrap_or(key));
        written.push(format!("{key} = {}", flat(value, text)?));
        at = range.end;
    }
    if Gap::at(text, at).has_remarks() {
        return None;
    }
    Some(if written.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", written.join(", ")) })
}

/// What lies between the brackets of a list or table.
fn range_within(range: Option<Range<usize>>) -> Range<usize> {
    let range = range.unwrap_or(0..0);
    range.start + 1..range.end.saturating_sub(1)
}

fn has_remarks(text: &str, start: usize, array: &Array) -> bool {
    let ends = array.iter().filter_map(|value| value.span().map(|span| span.end));
    std::iter::once(start).chain(ends).any(|at| Gap::at(text, at).has_remarks())
}

/// A list: on one line where it fits, else as many values in a line as fit; one in a line where there
/// are comments, tables or texts of several lines.
fn list(array: &Array, text: &str, margin: Margin) -> String {
    let opening = Gap::at(text, range_within(array.span()).start);
    let mut items: Vec<Item<'_>> = Vec::new();
    let mut above: Vec<&str> =
        opening.trail.into_iter().chain(opening.paragraphs.concat()).collect();
    for value in array {
        let mut gap = Gap::after(text, value.span().unwrap_or(0..0));
        let written = on_one_line(value, text);
        above.extend(gap.take_trail_of(&written));
        items.push(Item {
            written,
            lead: above,
            trail: gap.trail,
            is_table_or_list: value.is_array() || value.is_inline_table(),
        });
        above = gap.paragraphs.concat();
    }
    let below = above;
    let plain = below.is_empty()
        && items.iter().all(|item| {
            item.lead.is_empty() && item.trail.is_empty() && !item.written.contains('\n')
        });
    let written: Vec<&str> = items.iter().map(|item| item.written.as_str()).collect();
    let line = format!("[{}]", written.join(", "));
    if plain && (margin.column + text::columns(&line) <= WIDTH || items.is_empty()) {
        return line;
    }
    let lines = if plain && !items.iter().any(|item| item.is_table_or_list) {
        filled(&written, WIDTH.saturating_sub(margin.indent + STEP))
    } else {
        one_each(&items, &below)
    };
    let Margin { indent, newline, .. } = margin;
    let mut list = "[".to_owned();
    for line in lines {
        list.push_str(newline);
        list.push_str(&" ".repeat(indent + STEP));
        list.push_str(&line);
    }
    list.push_str(newline);
    list.push_str(&" ".repeat(indent));
    list.push(']');
    list
}

/// Values with their commas in lines of a width.
fn filled(values: &[&str], width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut taken = 0;
    for value in values {
        let columns = text::columns(value) + 1;
        match lines.last_mut() {
            Some(line) if taken + 1 + columns <= width => {
                line.push(' ');
                line.push_str(value);
                line.push(',');
                taken += 1 + columns;
            }
            Some(_) | None => {
                lines.push(format!("{value},"));
                taken = columns;
            }
        }
    }
    lines
}

/// Values each on its own line with the comments at it, and those below the last one.
fn one_each(items: &[Item<'_>], below: &[&str]) -> Vec<String> {
    let mut lines = Vec::new();
    for item in items {
        lines.extend(item.lead.iter().map(|comment| (*comment).to_owned()));
        let mut trail = item.trail.iter();
        let value = match trail.next() {
            Some(comment) => format!("{},  {comment}", item.written),
            None => format!("{},", item.written),
        };
        let column = text::columns(&value) - item.trail.first().map_or(0, |c| text::columns(c));
        lines.push(value);
        lines.extend(trail.map(|comment| format!("{}{comment}", " ".repeat(column))));
    }
    lines.extend(below.iter().map(|comment| (*comment).to_owned()));
    lines
}
