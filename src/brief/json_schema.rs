//! A JSON Schema of the format for editors, out of the same table as the check. Draft-07, because
//! both common TOML language servers read it.

use super::schema::{Header, Key, Shape, TABLES, Table};
use serde_json::{Map, Value, json};

/// The JSON Schema of a brief or registry file.
#[must_use]
pub fn json_schema() -> String {
    let mut properties = Map::new();
    properties.insert(
        "schema".to_owned(),
        json!({
            "type": "integer",
            "enum": (1..=super::SCHEMA).collect::<Vec<_>>(),
            "description": "edition of the format; write the newest",
        }),
    );
    for table in TABLES {
        properties.insert(table.name.to_owned(), header(table));
    }
    let schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "attache brief",
        "type": "object",
        "required": ["schema"],
        "properties": properties,
        "patternProperties": { "^x-": {} },
        "additionalProperties": false,
    });
    format!("{schema:#}\n")
}

fn header(table: &Table) -> Value {
    match table.header {
        Header::One => record(table),
        Header::Keyed => json!({
            "type": "object",
            "description": table.meaning,
            "additionalProperties": record(table),
        }),
        Header::Many => json!({
            "type": "array",
            "description": table.meaning,
            "items": record(table),
        }),
    }
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
        "patternProperties": { "^x-": {} },
        "additionalProperties": false,
    })
}

fn described(key: &Key) -> Value {
    let mut value = shape(key.shape);
    if let Some(object) = value.as_object_mut() {
        object.insert("description".to_owned(), json!(key.meaning));
    }
    value
}

/// A table of lists of actor ids, one for each role.
fn roles(entries: &[(&str, &str)]) -> Value {
    let role = |(word, meaning): &(&str, &str)| {
        let ids = json!({ "type": "array", "items": { "type": "string" }, "description": meaning });
        ((*word).to_owned(), ids)
    };
    let roles: Map<String, Value> = entries.iter().map(role).collect();
    json!({
        "type": "object",
        "properties": roles,
        "patternProperties": { "^x-": texts() },
        "additionalProperties": false,
    })
}

fn shape(shape: Shape) -> Value {
    match shape {
        // Editors give a bare TOML date as a string too.
        Shape::Text | Shape::Prose | Shape::Date | Shape::Language => json!({ "type": "string" }),
        Shape::OwnId | Shape::Id(_) => matching("^[a-z0-9][a-z0-9-]{0,62}$"),
        Shape::Marking => matching("^([Tt][Ll][Pp]:)?(CLEAR|GREEN|AMBER|AMBER\\+STRICT|RED)$"),
        Shape::Reliability => matching("^[A-F]$"),
        Shape::Likelihood => matching(
            "^(almost no chance|very unlikely|unlikely|roughly even chance|likely|very likely|almost certain)$",
        ),
        Shape::Confidence => matching("^(low|moderate|high)$"),
        Shape::Country => matching("^[A-Z]{2}$"),
        Shape::Sha256 => matching("^[0-9A-Fa-f]{64}$"),
        Shape::Address => matching("^https?://"),
        Shape::Word(entries) => {
            let words: Vec<&str> = entries.iter().map(|(word, _)| *word).collect();
            json!({ "type": "string", "enum": words })
        }
        Shape::OpenWord(entries) => {
            let words: Vec<&str> = entries.iter().map(|(word, _)| *word).collect();
            json!({ "type": "string", "anyOf": [{ "enum": words }, { "pattern": "^x-" }] })
        }
        Shape::Credibility => json!({ "type": "integer", "minimum": 1, "maximum": 6 }),
        Shape::Integer => json!({ "type": "integer", "minimum": 1 }),
        Shape::Degrees => json!({ "type": "number" }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Texts | Shape::Ids(_) | Shape::AttackIds => texts(),
        Shape::Names => json!({ "type": "object", "additionalProperties": { "type": "string" } }),
        Shape::Roles(entries) => roles(entries),
        Shape::Records(table) => json!({ "type": "array", "items": record(table) }),
    }
}

fn matching(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

fn texts() -> Value {
    json!({ "type": "array", "items": { "type": "string" } })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::{Confidence, Likelihood, Marking, Reliability, Word};

    #[test]
    fn the_schema_has_every_table_and_key() {
        let schema: Value = serde_json::from_str(&json_schema()).unwrap();
        for table in TABLES {
            let at = &schema["properties"][table.name];
            let record = match table.header {
                Header::One => at,
                Header::Keyed => &at["additionalProperties"],
                Header::Many => &at["items"],
            };
            for key in table.keys {
                assert!(record["properties"][key.name].is_object(), "{}.{}", table.name, key.name);
            }
        }
        assert!(schema["properties"]["event"]["items"]["properties"]["claim"]["items"].is_object());
    }

    #[test]
    fn patterns_name_every_word_of_their_lists() {
        let holds = |shape, entries: &[(&str, &str)]| {
            let schema = super::shape(shape);
            let pattern = schema["pattern"].as_str().unwrap().replace('\\', "");
            entries.iter().all(|(word, _)| pattern.contains(word))
        };
        assert!(holds(Shape::Marking, Marking::ENTRIES));
        assert!(holds(Shape::Likelihood, Likelihood::ENTRIES));
        assert!(holds(Shape::Confidence, Confidence::ENTRIES));
        assert_eq!(Reliability::ENTRIES.len(), 6);
    }
}
