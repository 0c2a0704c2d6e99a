//! The marking of an object: of all that it refers to and of all that it names.

use crate::library::{ItemId, Library, Marking};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeSet;

/// The highest of an item, of every reference anywhere in its object, and of what its texts name. The
/// finished object is asked, so that a new key cannot be forgotten.
pub(super) fn marking(
    library: &Library,
    about: ItemId,
    named: impl IntoIterator<Item = ItemId>,
    object: &impl Serialize,
) -> Marking {
    let own = library.marking_of(about);
    if own >= library.marking() {
        return own;
    }
    // What cannot be looked through may hold anything.
    let Ok(value) = serde_json::to_value(object) else { return library.marking() };
    let mut texts = BTreeSet::new();
    collect(&value, &mut texts);
    let above = library.items().map(|(id, _)| id).filter(|id| library.marking_of(*id) > own);
    let referred = above.filter(|id| texts.contains(library.reference(*id).as_str()));
    let words: Vec<&str> = texts.iter().copied().collect();
    library.marking_of_text(about, referred.chain(named), &words.join("\n"))
}

fn collect<'v>(value: &'v Value, texts: &mut BTreeSet<&'v str>) {
    match value {
        Value::String(text) => {
            texts.insert(text);
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, texts)),
        Value::Object(fields) => fields.values().for_each(|value| collect(value, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
