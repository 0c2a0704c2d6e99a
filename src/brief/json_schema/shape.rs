//! What may stand behind a key, in JSON Schema.

use super::{OWN, record};
use crate::brief::country;
use crate::brief::schema::Shape;
use crate::brief::value::{ADDRESS_PATTERN, ATTACK_PATTERN, LANGUAGE_PATTERN, SHA_256_PATTERN};
use crate::brief::{Confidence, Credibility, Likelihood, Marking, Reliability, Slug, When, Word};
use serde_json::{Map, Value, json};

type Entries = &'static [(&'static str, &'static str)];

/// The name under which the countries stand in the schema.
pub(super) const COUNTRY: &str = "country";

/// The schema of a shape.
pub(super) fn of(shape: Shape) -> Value {
    match shape {
        Shape::Text | Shape::Prose => json!({ "type": "string" }),
        Shape::Date => date(),
        Shape::OwnId | Shape::Id(_) => matching(Slug::PATTERN),
        Shape::Word(entries) => one_of(entries),
        Shape::OpenWord(entries) => one_of_or(entries, "", &["x-.*"], ""),
        Shape::Marking => one_of_or(Marking::ENTRIES, r"\s*([Tt][Ll][Pp]:)?", &[], r"\s*"),
        Shape::Reliability => one_of(Reliability::ENTRIES),
        Shape::Credibility => credibility(),
        Shape::Likelihood => one_of(Likelihood::ENTRIES),
        Shape::Confidence => one_of(Confidence::ENTRIES),
        Shape::Country => json!({ "allOf": [{ "$ref": format!("#/definitions/{COUNTRY}") }] }),
        Shape::Language => matching(LANGUAGE_PATTERN),
        Shape::AttackId => matching(ATTACK_PATTERN),
        Shape::Address => matching(ADDRESS_PATTERN),
        Shape::Sha256 => matching(SHA_256_PATTERN),
        Shape::Integer => json!({ "type": "integer", "minimum": 1, "maximum": u32::MAX }),
        Shape::Degrees(limit) => {
            let limit = i32::from(limit);
            json!({ "type": "number", "minimum": -limit, "maximum": limit })
        }
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Texts => list(&json!({ "type": "string" })),
        Shape::Ids(_) => list(&matching(Slug::PATTERN)),
        Shape::OneOrMoreIds(_) => {
            json!({ "anyOf": [matching(Slug::PATTERN), list(&matching(Slug::PATTERN))] })
        }
        Shape::AttackIds => list(&matching(ATTACK_PATTERN)),
        Shape::Names => json!({
            "type": "object",
            "patternProperties": { LANGUAGE_PATTERN: { "type": "string" } },
            "additionalProperties": false,
        }),
        Shape::Roles(entries) => roles(entries),
        Shape::Records(table) => json!({ "type": "array", "items": record(table) }),
    }
}

fn matching(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

fn list(item: &Value) -> Value {
    json!({ "type": "array", "items": item })
}

/// A date in quotes or bare: a server that keeps the types of TOML apart takes the bare one by its `format`.
fn date() -> Value {
    json!({
        "pattern": When::pattern(),
        "anyOf": [
            { "type": "string" },
            { "type": "string", "format": "date" },
            { "type": "string", "format": "date-time" },
        ],
    })
}

fn one_of(entries: Entries) -> Value {
    let words: Vec<&str> = entries.iter().map(|(word, _)| *word).collect();
    json!({ "type": "string", "enum": words, "anyOf": meanings(entries) })
}

/// One of the words between what may stand before and behind it, or another one of these patterns.
fn one_of_or(entries: Entries, before: &str, others: &[&str], behind: &str) -> Value {
    let words = entries.iter().map(|(word, _)| word.replace('+', r"\+"));
    let all: Vec<String> = words.chain(others.iter().map(|&other| other.to_owned())).collect();
    let pattern = format!("^{before}({}){behind}$", all.join("|"));
    json!({ "type": "string", "pattern": pattern, "anyOf": meanings(entries) })
}

fn credibility() -> Value {
    let numbers = || (1..=6).filter_map(Credibility::new);
    let mut meanings: Vec<Value> =
        numbers().map(|value| entry(&json!(value.number()), value.meaning())).collect();
    meanings.push(json!(true));
    let numbers: Vec<u8> = numbers().map(Credibility::number).collect();
    json!({ "type": "integer", "enum": numbers, "anyOf": meanings })
}

/// What each word means. It refuses nothing, so that what is wrong is said once.
fn meanings(entries: &[(&str, &str)]) -> Value {
    let meanings = entries.iter().map(|(word, meaning)| entry(&json!(word), meaning));
    meanings.chain([json!(true)]).collect()
}

/// One word; taplo joins the meanings of all words over one of them, and so has them only of that one.
fn entry(word: &Value, meaning: &str) -> Value {
    json!({
        "const": word,
        "description": meaning,
        "x-taplo": { "docs": { "main": "", "constValue": meaning } },
    })
}

/// Every country with its name. The pattern has the letters that may follow one: shorter, where it is told,
/// than all codes.
pub(super) fn country() -> Value {
    let mut pattern = String::new();
    let mut first = "";
    for (code, _) in country::all() {
        let Some((start, letter)) = code.split_at_checked(1) else { continue };
        if start != first {
            pattern.push_str(if first.is_empty() { "" } else { "]|" });
            pattern.push_str(start);
            pattern.push('[');
            first = start;
        }
        pattern.push_str(letter);
    }
    let pattern = format!("^({pattern}])$");
    json!({ "type": "string", "pattern": pattern, "anyOf": meanings(country::all()) })
}

/// A table of lists of actor ids, one for each role.
fn roles(entries: Entries) -> Value {
    let ids = list(&matching(Slug::PATTERN));
    let role = |(word, meaning): &(&str, &str)| {
        let mut ids = ids.clone();
        if let Some(ids) = ids.as_object_mut() {
            ids.insert("description".to_owned(), json!(meaning));
        }
        ((*word).to_owned(), ids)
    };
    let roles: Map<String, Value> = entries.iter().map(role).collect();
    json!({
        "type": "object",
        "properties": roles,
        "patternProperties": { OWN: ids },
        "additionalProperties": false,
    })
}
