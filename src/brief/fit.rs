//! Holding a table against the schema: unknown keys, missing keys, wrong types. What is left has
//! the types that its forms ask for.

mod texts;

use super::context::{AS_MEANT, Context, quoted};
use super::meaning;
use super::other_keys::{self, Meant};
use super::shape::{Key, Shape, Syntax, Table};
use super::{markup, prose};
use crate::diag::Code;
use crate::text;
use crate::text::{DisplayText, join};
use std::borrow::Cow;
use std::ops::Range;
use texts::{fit_text, label};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

type Value<'i> = Spanned<DeValue<'i>>;
type Entry<'i> = (Spanned<Cow<'i, str>>, Value<'i>);

/// A record with only the keys that the schema has, each in its type.
pub(super) struct Fitted<'i> {
    pub(super) table: DeTable<'i>,
    /// Whether every essential key is there in its type.
    pub(super) complete: bool,
    /// Whether something of it could not be read: a key of another type, or that there is not.
    pub(super) dropped: bool,
}

/// Entries of a table in file order.
pub(super) fn in_file_order(table: DeTable<'_>) -> Vec<Entry<'_>> {
    let mut entries: Vec<_> = table.into_iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

/// Holds a record against its table of keys; `above` is the table whose records hold it.
pub(super) fn fit<'i>(
    context: &mut Context<'_>,
    (table, above): (&'static Table, Option<&'static Table>),
    record: DeTable<'i>,
    header: &Range<usize>,
    keyed_id: Option<&str>,
) -> Fitted<'i> {
    let shown_id = keyed_id
        .map(quoted)
        .or_else(|| record.get("id").and_then(|id| id.get_ref().as_str()).map(quoted));
    let mut fits = DeTable::new();
    let mut dropped = false;
    let entries = in_file_order(record);
    let known = entries.iter().filter_map(|(name, _)| table.key(name.get_ref()));
    let mut has: Vec<&'static str> = known.map(|key| key.name).collect();
    for (name, value) in entries {
        if name.get_ref().starts_with("x-") {
            continue;
        }
        let known = table.key(name.get_ref());
        let Some(key) = known.or_else(|| {
            let read = unknown_key(context, (table, above), (&name, &value), &mut has);
            dropped |= read.is_none();
            read
        }) else {
            continue;
        };
        let name = Spanned::new(name.span(), Cow::Borrowed(key.name));
        let is_empty = || value.get_ref().as_str().is_some_and(|text| text.trim().is_empty());
        let value = if context.is_broken(&value.span()) {
            // The parser's guess at a broken value would be blamed a second time.
            None
        } else if key.required && matches!(key.shape, Shape::Text | Shape::Prose) && is_empty() {
            let message = text!["`", key.name, "` is empty; every ", table.noun, " needs one"];
            context.report(Code::E003, value.span(), message);
            None
        } else {
            fit_value(context, key, value)
        };
        let is_lossy = std::mem::take(&mut context.is_lossy);
        dropped |= is_lossy || value.is_none();
        if let Some(value) = value {
            fits.insert(name, value);
        }
    }
    for key in table.keys.iter().filter(|key| key.required) {
        // Missing marks have a rule of their own, and what another key was meant for is told there.
        if key.shape != Shape::Marking && !has.contains(&key.name) {
            missing_key(context, table, key, header, shown_id.as_ref());
        }
    }
    dropped |= record_holds_syntax_error(context, header);
    let mut essential = table.keys.iter().filter(|key| key.essential);
    let complete = essential.all(|key| fits.contains_key(key.name));
    Fitted { table: fits, complete, dropped }
}

/// Tells of a key that the table has not; the one that it was meant to be, where that is plain. What it may
/// have been meant for counts as there.
fn unknown_key(
    context: &mut Context<'_>,
    tables: (&Table, Option<&Table>),
    (name, value): (&Spanned<Cow<'_, str>>, &Value<'_>),
    has: &mut Vec<&'static str>,
) -> Option<&'static Key> {
    if context.is_full() {
        context.leave_out(Code::E002.severity());
        return None;
    }
    let written = name.get_ref();
    let message = text!["unknown key `", quoted(written), "` in ", tables.0.one];
    let fits = |key: &Key| meaning::is_of_type(key.shape.syntax(), value.get_ref());
    let meant = other_keys::meant(tables, written, |key| has.contains(&key), fits);
    let (message, help, read) = match meant {
        Meant::Same(key) => {
            has.push(key.name);
            (text![message, AS_MEANT], text!["write `", key.name, "`"], Some(key))
        }
        Meant::Perhaps(key) => {
            has.push(key.name);
            (message, text!["did you mean `", key.name, "`?"], None)
        }
        Meant::Advice(advice, key) => {
            has.extend(key);
            (message, advice, None)
        }
    };
    context.report_with(Code::E002, name.span(), message, Some(help));
    read
}

fn missing_key(
    context: &mut Context<'_>,
    table: &Table,
    key: &Key,
    header: &Range<usize>,
    id: Option<&DisplayText>,
) {
    if record_holds_syntax_error(context, header) {
        return;
    }
    let subject = match id {
        Some(id) => text![table.noun, " `", id, "`"],
        None => text!["this ", table.noun],
    };
    let message =
        text![subject, " has no `", key.name, "`; every ", table.noun, " needs ", required(table)];
    let help = text!["add `", key.name, " = ", key.shape.pattern(), "`", choices(key)];
    context.report_with(Code::E003, header.clone(), message, Some(help));
}

fn required(table: &Table) -> DisplayText {
    let names: Vec<&'static str> =
        table.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    listed(&names)
}

/// Words with commas between them.
pub(super) fn listed(words: &[&'static str]) -> DisplayText {
    let mut pieces: Vec<&dyn text::Shown> = Vec::new();
    for (index, word) in words.iter().enumerate() {
        if index > 0 {
            pieces.push(&", ");
        }
        pieces.push(word);
    }
    join(&pieces)
}

/// Whether a syntax error stands between a header and the next one.
fn record_holds_syntax_error(context: &Context<'_>, header: &Range<usize>) -> bool {
    if context.broken.is_empty() || context.is_full() {
        return false;
    }
    let rest = text::part(context.raw, header.end..);
    let body: usize = rest
        .split_inclusive('\n')
        .enumerate()
        .take_while(|(index, line)| *index == 0 || !line.trim_start().starts_with('['))
        .map(|(_, line)| line.len())
        .sum();
    context.is_broken(&(header.start..header.end + body))
}

fn fit_value<'i>(context: &mut Context<'_>, key: &Key, value: Value<'i>) -> Option<Value<'i>> {
    let range = value.span();
    let found = value.get_ref().type_str();
    let meant = meaning::of(context.raw, key, &value);
    let advice = if meant.is_none() { meaning::advice(context.raw, key, &value) } else { None };
    let fitted = match (key.shape.syntax(), value.into_inner()) {
        (Syntax::Text | Syntax::Date | Syntax::TextOrList, DeValue::String(text)) => {
            let fitted = fit_text(context, key, range.clone(), text)?;
            let text = fitted.get_ref().as_str().filter(|_| key.shape == Shape::Text);
            if let Some(text) = text.filter(|text| markup::first(text).is_some()) {
                prose::marked_up(context, &Spanned::new(range, text.to_owned()));
            }
            return Some(fitted);
        }
        // A bare TOML date is read as the same date in quotes.
        (Syntax::Date, DeValue::Datetime(date)) => DeValue::String(Cow::Owned(date.to_string())),
        (Syntax::Integer | Syntax::Number, DeValue::Integer(number)) if fits_64_bits(&number) => {
            DeValue::Integer(number)
        }
        (Syntax::Number, value @ DeValue::Float(_))
        | (Syntax::Flag, value @ DeValue::Boolean(_))
        | (Syntax::Tables, value @ DeValue::Array(_)) => value,
        (Syntax::List | Syntax::TextOrList, DeValue::Array(list)) => fit_list(context, key, &list),
        (Syntax::TableOfTexts, DeValue::Table(table)) => {
            fit_table(context, key, table, |context, key, _, value| {
                let (range, found) = (value.span(), value.get_ref().type_str());
                if let DeValue::String(text) = value.into_inner() {
                    return fit_text(context, key, range, text);
                }
                wrong_inner(context, key, range, "a text", found);
                None
            })
        }
        (Syntax::TableOfLists, DeValue::Table(table)) => {
            fit_table(context, key, table, |context, key, name, value| {
                let range = value.span();
                let found = value.get_ref().type_str();
                let value = match one_in_list(context, name, value) {
                    Ok(list) => return Some(list),
                    Err(value) => value,
                };
                if let DeValue::Array(list) = value.into_inner() {
                    return Some(Spanned::new(range, fit_list(context, key, &list)));
                }
                wrong_inner(context, key, range, "a list of actor ids", found);
                None
            })
        }
        (
            Syntax::Text
            | Syntax::Integer
            | Syntax::Number
            | Syntax::Flag
            | Syntax::Date
            | Syntax::List
            | Syntax::TextOrList
            | Syntax::TableOfTexts
            | Syntax::TableOfLists
            | Syntax::Tables,
            _,
        ) => {
            // What is suggested is the same value, so it is read.
            let read = meant.as_deref().and_then(|meant| meaning::read(meant, &range));
            wrong_type(context, key, range, (found, meant.as_deref(), read.is_some()), advice);
            return fit_value(context, key, read?);
        }
    };
    Some(Spanned::new(range, fitted))
}

fn fits_64_bits(number: &toml::de::DeInteger<'_>) -> bool {
    i64::from_str_radix(number.as_str(), number.radix()).is_ok()
}

fn fit_list<'i>(context: &mut Context<'_>, key: &Key, list: &toml::de::DeArray<'i>) -> DeValue<'i> {
    let mut kept = toml::de::DeArray::new();
    for element in &**list {
        let range = element.span();
        if let DeValue::String(text) = element.get_ref() {
            if let Some(text) = fit_text(context, key, range, text.clone()) {
                kept.push(text);
            }
        } else {
            let ids = matches!(key.shape, Shape::Ids(_) | Shape::OneOrMoreIds(_) | Shape::Roles(_));
            let expected = if ids { "an id" } else { "a text" };
            wrong_inner(context, key, range, expected, element.get_ref().type_str());
        }
    }
    DeValue::Array(kept)
}

fn fit_table<'i>(
    context: &mut Context<'_>,
    key: &Key,
    table: DeTable<'i>,
    mut fit: impl FnMut(&mut Context<'_>, &Key, &str, Value<'i>) -> Option<Value<'i>>,
) -> DeValue<'i> {
    let mut kept = DeTable::new();
    for (name, value) in in_file_order(table) {
        label(context, key, &name.span(), name.get_ref());
        if let Some(value) = fit(context, key, name.get_ref(), value) {
            kept.insert(name, value);
        }
    }
    DeValue::Table(kept)
}

/// One id where a list of them belongs, as that list.
fn one_in_list<'i>(
    context: &mut Context<'_>,
    name: &str,
    value: Value<'i>,
) -> Result<Value<'i>, Value<'i>> {
    let range = value.span();
    let ids = value.get_ref().as_str().and_then(meaning::ids);
    let meant = ids.and_then(|ids| Some((meaning::read(&ids, &range)?, ids)));
    let Some((list, ids)) = meant else { return Err(value) };
    let message =
        text!["`", quoted(name), "` must be a list of actor ids, found a string", AS_MEANT];
    let help = text!["write `", quoted(name), " = ", quoted(&ids), "`"];
    context.report_with(Code::E004, range, message, Some(help));
    Ok(list)
}

fn article(found: &'static str) -> &'static str {
    match found {
        "integer" => "a whole number",
        "float" => "a number with a point",
        "boolean" => "a boolean",
        "datetime" => "a date without quotes",
        "array" => "a list",
        "table" => "a table",
        _ => "a string",
    }
}

fn wrong_type(
    context: &mut Context<'_>,
    key: &Key,
    range: Range<usize>,
    (found, meant, is_read): (&'static str, Option<&str>, bool),
    advice: Option<DisplayText>,
) {
    let (start, kind, end) = key.shape.phrase();
    let read = if is_read { AS_MEANT } else { "" };
    let message =
        text!["`", key.name, "` must be ", start, kind, end, ", found ", article(found), read];
    let help = advice.unwrap_or_else(|| match (key.shape, meant) {
        (Shape::Records(inner), _) => text!["write the header as `", inner.written, "`"],
        (_, Some(meant)) => text!["write `", key.name, " = ", quoted(meant), "`"],
        (Shape::Flag, None) => text!["write `true` or `false`, without quotes"],
        // A pattern with a number in it would be taken for the one to write.
        (Shape::Credibility, None) => text!["write one of the numbers 1 to 6, without quotes"],
        (Shape::Integer, None) => text!["write a whole number, without quotes"],
        (Shape::Degrees(_), None) => {
            text!["write decimal degrees without quotes, south and west below 0"]
        }
        (_, None) => text!["write `", key.name, " = ", key.shape.pattern(), "`", choices(key)],
    });
    context.report_with(Code::E004, range, message, Some(help));
}

/// The words of a closed list, for the end of a help.
fn choices(key: &Key) -> DisplayText {
    let words: Vec<&'static str> = key.shape.entries().iter().map(|(word, _)| *word).collect();
    if words.is_empty() { DisplayText::default() } else { text![" with one of ", listed(&words)] }
}

fn wrong_inner(
    context: &mut Context<'_>,
    key: &Key,
    range: Range<usize>,
    expected: &'static str,
    found: &'static str,
) {
    let message =
        text!["each entry of `", key.name, "` must be ", expected, ", found ", article(found)];
    let syntax = key.shape.syntax();
    let syntax = if syntax == Syntax::TextOrList { Syntax::List } else { syntax };
    let help = text!["write `", key.name, " = ", syntax.pattern(), "`"];
    context.is_lossy = true;
    context.report_with(Code::E004, range, message, Some(help));
}
