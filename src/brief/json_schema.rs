//! A JSON Schema of the format for editors, out of the same tables as the check. Draft-07, because both
//! common TOML language servers read it.
//!
//! What a word means stands in an `anyOf` beside the list that decides: both servers show the meaning in
//! what they offer, and of a wrong word they say one thing, which names the words.

mod shape;

use super::schema::{Header, Key, Shape, TABLES, Table};
use serde_json::{Map, Value, json};

/// Keys and tables of authors.
const OWN: &str = "^x-";

/// The JSON Schema of a brief.
#[must_use]
pub fn json_schema() -> String {
    file("attache brief", &["schema", "brief"], |_| true)
}

/// The JSON Schema of a file in `_registry/`, which holds no brief.
#[must_use]
pub fn registry_json_schema() -> String {
    file("attache registry file", &["schema"], |table| table.registry)
}

fn file(title: &str, required: &[&str], holds: impl Fn(&Table) -> bool) -> String {
    let tables = TABLES.iter().filter(|table| holds(table));
    let mut properties: Map<String, Value> =
        tables.map(|table| (table.name.to_owned(), header(table))).collect();
    let edition = json!({
        "type": "integer",
        "enum": (1..=super::SCHEMA).collect::<Vec<_>>(),
        "description": "edition of the format; write the newest",
    });
    properties.insert("schema".to_owned(), edition);
    let schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        "type": "object",
        "required": required,
        "properties": properties,
        "patternProperties": { OWN: true },
        "additionalProperties": false,
        // They stand once: a list of every country is long.
        "definitions": { shape::COUNTRY: shape::country() },
    });
    format!("{schema:#}\n")
}

fn header(table: &Table) -> Value {
    match table.header {
        Header::One => record(table),
        Header::Keyed => json!({
            "type": "object",
            "description": table.meaning,
            "patternProperties": { header_id(table): record(table) },
            "additionalProperties": false,
        }),
        Header::Many => json!({
            "type": "array",
            "description": table.meaning,
            "items": record(table),
        }),
    }
}

/// What the ids in the headers of a table look like; what has no pattern can be any text.
fn header_id(table: &Table) -> String {
    let id = table.header_id.map(shape::of);
    let pattern = id.as_ref().and_then(|id| id.get("pattern")?.as_str());
    pattern.unwrap_or("").to_owned()
}

fn record(table: &Table) -> Value {
    let properties: Map<String, Value> =
        table.keys.iter().map(|key| (key.name.to_owned(), described(key))).collect();
    let required: Vec<&str> =
        table.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    json!({
        "type": "object",
        "description": table.meaning,
        "required": required,
        "properties": properties,
        "patternProperties": { OWN: true },
        "additionalProperties": false,
    })
}

fn described(key: &Key) -> Value {
    let mut value = shape::of(key.shape);
    let (start, kind, end) = key.shape.phrase();
    if let Some(object) = value.as_object_mut() {
        let description = format!("{}\n\n({start}{kind}{end})", key.meaning);
        object.insert("description".to_owned(), json!(description));
        // An empty text is a missing one.
        if key.required && matches!(key.shape, Shape::Text | Shape::Prose) {
            object.insert("pattern".to_owned(), json!(r"\S"));
        }
    }
    value
}

#[cfg(test)]
mod tests;
