//! `keys.toml`: from its tables to the [`Keymap`] in force.
//!
//! ```toml
//! [keys]                  # in every context of the action
//! next = ["n", "down"]
//!
//! [in.reader]             # in one context only
//! next-link = ["tab"]
//! ```
//!
//! Contexts have tables of their own, `[in.search]` and not `[keys.search]`, because `search` and
//! `help` are actions as well.

mod bind;

pub use bind::KeyOrigins;

use super::reading::{Reading, alternatives, in_file_order, quoted};
use crate::action::{Action, ActionInfo, Context};
use crate::diag::Code;
use crate::keymap::{Key, Keymap, NotationError, Sequence};
use crate::text;
use crate::text::{DisplayText, clean, nearest};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The table of keys in every context of an action.
const EVERY_CONTEXT: &str = "keys";
/// The table of tables of one context each.
const ONE_CONTEXT: &str = "in";

/// Keys that one action can have in a list.
const MOST_KEYS: usize = 16;

/// What the file says of one action, in one context or in all of its own.
struct Entry {
    context: Option<Context>,
    info: &'static ActionInfo,
    /// The keys that are keys, each with its place.
    keys: Vec<(Sequence, Range<usize>)>,
}

/// Reads the file and binds what it says; what is wrong keeps its defaults and is found.
pub(super) fn read(reading: &mut Reading<'_>) -> (Keymap, KeyOrigins) {
    let table = reading.table();
    let mut entries = Vec::new();
    for (key, value) in in_file_order(&table) {
        if reading.is_full() {
            break;
        }
        match (key.get_ref().as_ref(), value.get_ref()) {
            (EVERY_CONTEXT, DeValue::Table(table)) => {
                read_entries(reading, table, None, &mut entries);
            }
            (ONE_CONTEXT, DeValue::Table(table)) => read_contexts(reading, table, &mut entries),
            (name, _) => unknown_table(reading, name, key.span()),
        }
    }
    bind::bind(reading, &entries)
}

/// The keymap without a file.
pub(super) fn defaults() -> (Keymap, KeyOrigins) {
    let keymap = Keymap::default();
    let origins = vec![None; keymap.bindings().len()];
    (keymap, KeyOrigins(origins))
}

fn read_contexts(reading: &mut Reading<'_>, table: &DeTable<'_>, entries: &mut Vec<Entry>) {
    for (key, value) in in_file_order(table) {
        if reading.is_full() {
            return;
        }
        let named = |context: &Context| context.id() == key.get_ref().as_ref();
        let context = Context::ALL.iter().copied().find(named);
        match (context, value.get_ref()) {
            (Some(context), DeValue::Table(table)) => {
                read_entries(reading, table, Some(context), entries);
            }
            (Some(_), _) => {
                let name = quoted(key.get_ref());
                let message = text!["`", name, "` is a table of actions and their keys"];
                let help = text!["write `[in.", name, "]` and `next = [\"n\"]` below it"];
                reading.report(Code::E302, value.span(), message, Some(help));
            }
            (None, _) => {
                let ids = Context::ALL.iter().map(|context| context.id());
                let message = text!["no context is called `", quoted(key.get_ref()), "`"];
                let help = match nearest(key.get_ref(), ids) {
                    Some(near) => text!["did you mean `", quoted(near), "`?"],
                    None => text!["there is ", contexts(Context::ALL)],
                };
                reading.report(Code::E310, key.span(), message, Some(help));
            }
        }
    }
}

/// Names of contexts in words.
fn contexts(contexts: &[Context]) -> DisplayText {
    alternatives(&contexts.iter().map(|context| context.id()).collect::<Vec<_>>())
}

fn unknown_table(reading: &mut Reading<'_>, name: &str, range: Range<usize>) {
    let message = text!["there is no table `", quoted(name), "`"];
    let is_context = Context::ALL.iter().any(|context| context.id() == name);
    let is_action = Action::ALL.iter().any(|info| info.id == name);
    let help = if is_action {
        text!["actions stand in the table `[keys]`"]
    } else if is_context {
        text!["write `[in.", quoted(name), "]`"]
    } else {
        text!["write `[keys]`, or `[in.panes]` for one context"]
    };
    reading.report(Code::E310, range, message, Some(help));
}

fn read_entries(
    reading: &mut Reading<'_>,
    table: &DeTable<'_>,
    context: Option<Context>,
    entries: &mut Vec<Entry>,
) {
    for (key, value) in in_file_order(table) {
        if reading.is_full() {
            return;
        }
        let info = Action::ALL.iter().find(|info| info.id == key.get_ref().as_ref());
        let Some(info) = info else {
            unknown_action(reading, key.get_ref(), key.span());
            continue;
        };
        if let Some(context) = context.filter(|context| !is_usable(info, *context)) {
            let message = text!["`", info.id, "` does nothing in ", context.id()];
            let help = text!["it is used in ", contexts(info.contexts)];
            reading.report(Code::E310, key.span(), message, Some(help));
            continue;
        }
        let keys = read_keys(reading, info, value);
        entries.push(Entry { context, info, keys });
    }
}

/// Whether an action does something in a context, by itself or as one of those around it.
fn is_usable(info: &ActionInfo, context: Context) -> bool {
    let mut around = std::iter::successors(Some(context), |context| context.outer());
    around.any(|context| info.contexts.contains(&context))
}

fn unknown_action(reading: &mut Reading<'_>, name: &str, range: Range<usize>) {
    let message = text!["no action is called `", quoted(name), "`"];
    let help = match nearest(name, Action::ALL.iter().map(|info| info.id)) {
        Some(near) => text!["did you mean `", near_text(near), "`?"],
        None => text!["`attache keys print` lists every action"],
    };
    reading.report(Code::E310, range, message, Some(help));
}

fn near_text(near: &str) -> DisplayText {
    clean(near, |_| {})
}

/// The keys of one action; what is no key is found and left out.
fn read_keys(
    reading: &mut Reading<'_>,
    info: &ActionInfo,
    value: &Spanned<DeValue<'_>>,
) -> Vec<(Sequence, Range<usize>)> {
    let first = info.keys.first().copied().unwrap_or("f12");
    let pattern = text!["write `", info.id, " = [\"", quoted(first), "\"]`"];
    let DeValue::Array(array) = value.get_ref() else {
        let message = text!["the keys of `", info.id, "` must be a list of texts"];
        let help = match value.get_ref().as_str() {
            Some(key) => text!["write `", info.id, " = [\"", quoted(key), "\"]`"],
            None => pattern,
        };
        reading.report(Code::E302, value.span(), message, Some(help));
        return Vec::new();
    };
    if array.is_empty() {
        let message = text!["`", info.id, "` is left without a key; its default keys stay"];
        reading.report(Code::W310, value.span(), message, Some(pattern));
        return Vec::new();
    }
    if let Some(element) = array.get(MOST_KEYS) {
        let message =
            text!["`", info.id, "` has more than ", MOST_KEYS, " keys; the rest is left out"];
        reading.report(Code::E302, element.span(), message, None);
    }
    let mut keys = Vec::new();
    for element in array.iter().take(MOST_KEYS) {
        let Some(written) = element.get_ref().as_str() else {
            let message = text!["a key of `", info.id, "` must be a text"];
            reading.report(Code::E302, element.span(), message, Some(pattern.clone()));
            continue;
        };
        match Sequence::read(written) {
            Ok(sequence) => keys.push((sequence, element.span())),
            Err(error) => {
                let (message, help) = explained(written, &error);
                reading.report(Code::E311, element.span(), message, Some(help));
            }
        }
    }
    keys
}

/// What is wrong with a key, and what to write instead.
fn explained(written: &str, error: &NotationError) -> (DisplayText, DisplayText) {
    let written = quoted(written);
    match error {
        NotationError::Empty => {
            (text!["a key is missing"], text!["write a key as `j`, `ctrl-d`, `f5` or `g g`"])
        }
        NotationError::NoKey(part) => {
            let help = match near_key(part) {
                Some(near) => text!["did you mean `", near_text(&near), "`?"],
                None => {
                    text!["write a key as `j`, `ctrl-d`, `f5`; keys in a row have blanks: `g g`"]
                }
            };
            (text!["`", quoted(part), "` is no key"], help)
        }
        NotationError::Shifted(typed) => (
            text!["`", written, "`: a terminal sends what Shift types, not Shift"],
            text!["write `", quoted(&typed.to_string()), "`"],
        ),
        NotationError::SentAs(key) => {
            let key = quoted(&key.notation());
            (
                text!["`", written, "`: terminals send `", key, "` for it"],
                text!["write `", key, "`, or another key"],
            )
        }
        NotationError::TooLong => (
            text!["`", written, "` is more than four keys"],
            text!["write at most four keys in a row"],
        ),
    }
}

/// The key that a misspelt one may mean, with its modifiers.
fn near_key(part: &str) -> Option<String> {
    let lower = part.to_lowercase().replace('+', "-");
    let (held, name) = lower.rsplit_once('-').unwrap_or(("", &lower));
    let modifiers = ["ctrl", "alt", "shift"];
    let held = if held.is_empty() { None } else { nearest(held, modifiers) };
    let alias = [("return", "enter"), ("escape", "esc"), ("control", "ctrl")];
    let alias = alias.iter().find(|(alias, _)| *alias == name).map(|(_, name)| *name);
    // `page-up`: what looks like a modifier may be a part of the name.
    let joined = lower.replace(['-', '_'], "");
    let is_key = |notation: &String| Sequence::read(notation).is_ok();
    let lead = held.map_or_else(String::new, |held| format!("{held}-"));
    let with_modifier = |name: &str| Some(format!("{lead}{name}")).filter(is_key);
    let as_written = with_modifier(name).filter(|notation| *notation != lower || part != lower);
    let whole = Key::names().find(|known| *known == joined).map(str::to_owned);
    whole
        .or(as_written)
        .or_else(|| with_modifier(alias?))
        .or_else(|| with_modifier(nearest(name, Key::names())?))
        .or_else(|| nearest(&joined, Key::names()).map(str::to_owned))
}

#[cfg(test)]
mod tests;
