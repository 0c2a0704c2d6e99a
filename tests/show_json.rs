//! `attache show --json` and `who --json` leave nothing out that a brief holds.

#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

use serde_json::Value;
use std::process::Command;

/// A brief that has every key, each text another one.
const BRIEF: &str = "tests/briefs/good/every-key.toml";

/// Tables, where the fixture has the one that is looked at, and where it comes out: the item, and
/// within it. An item that a table has no item of its own for stands in another one.
const TABLES: &[(&str, &str, &str, &str)] = &[
    ("brief", "/brief", "brief:every-key", ""),
    ("defaults", "/defaults", "source:upstream-log", ""),
    ("publisher", "/publisher/river-office", "source:gauge-report", "/publishers/0"),
    ("source", "/source/gauge-report", "source:gauge-report", ""),
    ("actor", "/actor/raiders", "actor:raiders", ""),
    ("aka", "/actor/raiders/aka/1", "actor:raiders", "/aka/1"),
    ("place", "/place/mill", "place:mill", ""),
    ("event", "/event/0", "event:flood", ""),
    ("claim", "/event/0/claim/0", "claim:flood-by-raiders", ""),
    ("link", "/link/0", "actor:raiders", "/links/0"),
    ("event-link", "/event/0/link/0", "event:flood", "/links/0"),
    ("judgement", "/judgement/0", "judgement:raiders-did-it", ""),
    ("gap", "/gap/0", "gap:gap-1", ""),
    ("qa", "/qa/0", "qa:qa-1", ""),
    ("change", "/change/0", "brief:every-key", "/changes/0"),
    ("technique", "/technique/T1190", "event:flood", "/attack/0"),
];

/// Keys that come out under another name, and why.
const ELSEWHERE: &[(&str, &str, &str, &str)] = &[
    ("*", "tlp", "marking", "the marking in force is at least the record's own"),
    ("source", "publisher", "publishers", "`publisher` is its name"),
    ("actor", "name", "title", "every item has a title"),
    ("actor", "kind", "kind-of-actor", "`kind` says what kind of item it is"),
    ("place", "name", "title", "every item has a title"),
    ("event", "roles", "actors", "an actor stands with its role"),
    ("event", "cite", "sources", "a source stands with what follows from it"),
    ("event", "claim", "claims", "a claim is an item of its own"),
    ("event", "link", "links", "those from other events are there too"),
];

fn attache(arguments: &[&str]) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    let output = command.args(["--briefs", BRIEF]).args(arguments).env_clear().output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn show(reference: &str) -> Value {
    attache(&["show", "--json", reference])
}

/// What is written in the fixture, as JSON.
fn written() -> Value {
    let text = std::fs::read_to_string(BRIEF).unwrap();
    serde_json::to_value(toml::from_str::<toml::Table>(&text).unwrap()).unwrap()
}

/// The keys of a table, out of the schema that the program prints.
fn keys(table: &str) -> Vec<String> {
    let schema: Value = serde_json::from_str(&attache::brief::json_schema()).unwrap();
    let of = |table: &str, key: &str| {
        let table = schema.pointer(&format!("/properties/{table}")).unwrap();
        record(record(table).pointer(&format!("/properties/{key}")).unwrap()).clone()
    };
    let record = match table {
        "aka" => of("actor", "aka"),
        "claim" => of("event", "claim"),
        "event-link" => of("event", "link"),
        _ => record(schema.pointer(&format!("/properties/{table}")).unwrap()).clone(),
    };
    record.get("properties").and_then(Value::as_object).unwrap().keys().cloned().collect()
}

/// What the schema says of one record of a table: of the table itself, of each in a list, or of what
/// stands behind an id.
fn record(table: &Value) -> &Value {
    if table.get("properties").is_some() {
        return table;
    }
    let by_id = || table.get("patternProperties")?.as_object()?.values().next();
    table.get("items").or_else(by_id).unwrap()
}

/// Every text and number in a value; of what is a record of its own, its id.
fn leaves(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Null => {}
        Value::Bool(_) | Value::Number(_) => found.push(value.to_string()),
        // Citations and links are told beside the text.
        Value::String(text) => {
            found.push(text.split(" [").next().unwrap_or_default().to_owned());
        }
        Value::Array(values) => values.iter().for_each(|value| leaves(value, found)),
        Value::Object(record) if record.contains_key("id") => leaves(&record["id"], found),
        Value::Object(record) => {
            let names = record.contains_key("name") && record.contains_key("as");
            for (key, value) in record {
                if !names {
                    found.push(key.clone());
                }
                leaves(value, found);
            }
        }
    }
}

#[test]
fn every_key_of_the_format_comes_out() {
    let written = written();
    let mut lost = Vec::new();
    for (table, filled, item, within) in TABLES {
        let shown = show(item);
        let record = shown.pointer(within).unwrap();
        for key in keys(table) {
            let elsewhere = ELSEWHERE
                .iter()
                .find(|(of, known, ..)| (*of == "*" || of == table) && *known == key);
            let place = elsewhere.map_or(key.as_str(), |(_, _, place, _)| place);
            let Some(value) = written.pointer(&format!("{filled}/{key}")) else {
                lost.push(format!("{BRIEF} has no {table}.{key}"));
                continue;
            };
            let mut parts = Vec::new();
            leaves(value, &mut parts);
            let out = record.get(place).map(ToString::to_string).unwrap_or_default();
            for part in parts.iter().filter(|part| !out.contains(part.as_str())) {
                lost.push(format!(
                    "{table}.{key}: `{part}` is not in {item} {within}/{place}: {out}"
                ));
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn every_table_of_the_format_is_looked_at() {
    let schema: Value = serde_json::from_str(&attache::brief::json_schema()).unwrap();
    for table in schema["properties"].as_object().unwrap().keys().filter(|key| *key != "schema") {
        // Of words that the search uses for one another nothing is shown.
        if table == "synonyms" {
            continue;
        }
        assert!(TABLES.iter().any(|(known, ..)| known == table), "{table}");
    }
}

#[test]
fn what_texts_cite_and_link_is_told_with_its_locator() {
    let mentions = &show("event:flood")["mentions"];
    assert_eq!(mentions[0]["ref"], "place:mill");
    assert_eq!(mentions[1]["ref"], "source:gauge-report");
    assert_eq!(mentions[1]["locator"], "p. 7");
    assert_eq!(mentions[0]["words"], Value::Null);
    let mentions = &show("actor:raiders")["mentions"];
    assert_eq!(mentions[0]["ref"], "place:mill");
    assert_eq!(mentions[0]["words"], "the river");
}

#[test]
fn one_record_of_each_kind_is_as_it_was_read() {
    for (name, reference) in [
        ("event", "event:flood"),
        ("claim", "claim:flood-by-raiders"),
        ("source", "source:gauge-report"),
        ("actor", "actor:raiders"),
        ("brief", "brief:every-key"),
        ("place", "place:mill"),
        ("judgement", "judgement:raiders-did-it"),
        ("gap", "gap:gap-1"),
        ("qa", "qa:qa-1"),
    ] {
        insta::assert_snapshot!(name, format!("{:#}", show(reference)));
    }
    insta::assert_snapshot!("who", format!("{:#}", attache(&["who", "--json", "event:flood"])));
}
