//! What the schemas let through, held against what the reader reads.

use super::*;
use crate::brief::{read, read_registry};
use crate::diag::{Code, Sources};
use regex::Regex;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The findings that no schema has, as `docs/schema.md` lists them.
fn unseen() -> BTreeSet<Code> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schema.md");
    let page = std::fs::read_to_string(path).unwrap();
    let rows = page.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
    let listed = rows.filter(|cell| *cell != "finding").flat_map(|cell| cell.split(", "));
    listed.map(|id| *Code::ALL.iter().find(|code| code.id() == id).unwrap()).collect()
}

/// Where a value is not as its schema asks. It knows every word that the schemas have, and no other.
fn faults(root: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let Some(rules) = schema.as_object() else {
        assert_eq!(schema, true, "{at}");
        return;
    };
    let holds = |schema: &Value, value: &Value| {
        let mut found = Vec::new();
        faults(root, schema, value, at, &mut found);
        found.is_empty()
    };
    let matches = |pattern: &str, text: &str| Regex::new(pattern).unwrap().is_match(text);
    for (rule, asked) in rules {
        let fits = match rule.as_str() {
            "$schema" | "title" | "description" | "definitions" | "format" | "x-taplo" => true,
            "type" => match asked.as_str().unwrap() {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "integer" => value.is_i64(),
                "number" => value.is_number(),
                "boolean" => value.is_boolean(),
                other => panic!("{other}"),
            },
            "enum" => asked.as_array().unwrap().contains(value),
            "const" => asked == value,
            "pattern" => value.as_str().is_none_or(|text| matches(asked.as_str().unwrap(), text)),
            "minimum" => value.as_f64().is_none_or(|number| number >= asked.as_f64().unwrap()),
            "maximum" => value.as_f64().is_none_or(|number| number <= asked.as_f64().unwrap()),
            "required" => value.as_object().is_none_or(|table| {
                asked
                    .as_array()
                    .unwrap()
                    .iter()
                    .all(|key| table.contains_key(key.as_str().unwrap()))
            }),
            "anyOf" => asked.as_array().unwrap().iter().any(|one| holds(one, value)),
            "allOf" => asked.as_array().unwrap().iter().all(|one| holds(one, value)),
            "$ref" => {
                let one = root.pointer(asked.as_str().unwrap().trim_start_matches('#')).unwrap();
                holds(one, value)
            }
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    faults(root, asked, item, &format!("{at}/{index}"), found);
                }
                true
            }
            "properties" => {
                for (key, one) in asked.as_object().unwrap() {
                    if let Some(value) = value.get(key) {
                        faults(root, one, value, &format!("{at}/{key}"), found);
                    }
                }
                true
            }
            "patternProperties" => {
                for (key, value) in value.as_object().into_iter().flatten() {
                    for (pattern, one) in asked.as_object().unwrap() {
                        if matches(pattern, key) {
                            faults(root, one, value, &format!("{at}/{key}"), found);
                        }
                    }
                }
                true
            }
            "additionalProperties" => {
                assert_eq!(asked, false);
                let named = rules.get("properties").and_then(Value::as_object);
                let patterns = rules.get("patternProperties").and_then(Value::as_object);
                value.as_object().into_iter().flatten().all(|(key, _)| {
                    named.is_some_and(|named| named.contains_key(key))
                        || patterns.into_iter().flatten().any(|(pattern, _)| matches(pattern, key))
                })
            }
            other => panic!("a validator of its own for `{other}`?"),
        };
        if !fits {
            found.push(format!("{at}: {rule}"));
        }
    }
}

fn as_json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(flag) => json!(flag),
        toml::Value::Datetime(date) => json!(date.to_string()),
        toml::Value::Array(values) => values.into_iter().map(as_json).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, value)| (key, as_json(value))).collect())
        }
    }
}

/// Where a file is not as the schema asks; none where it is no TOML.
fn faults_of(schema: &str, text: &str) -> Option<Vec<String>> {
    let schema: Value = serde_json::from_str(schema).unwrap();
    let table: toml::Table = toml::from_str(text).ok()?;
    let mut found = Vec::new();
    faults(&schema, &schema, &as_json(toml::Value::Table(table)), "", &mut found);
    Some(found)
}

/// The files in a folder of the project.
fn files(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    files.sort();
    let text = |path: &PathBuf| std::fs::read_to_string(path).unwrap();
    files.into_iter().map(|path| (path.clone(), text(&path))).collect()
}

/// The findings of reading one file.
fn codes(text: &str, is_registry: bool) -> BTreeSet<Code> {
    let mut sources = Sources::default();
    let source = sources.add("a.toml".into(), text);
    let read = if is_registry { read_registry } else { read };
    let findings = read(&sources, source).diagnostics;
    findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn every_good_file_is_let_through() {
    let mut count = 0;
    for (folder, schema) in [
        ("briefs", json_schema()),
        ("tests/briefs/good", json_schema()),
        ("briefs/_registry", registry_json_schema()),
    ] {
        for (path, text) in files(folder) {
            assert_eq!(faults_of(&schema, &text), Some(Vec::new()), "{}", path.display());
            count += 1;
        }
    }
    assert!(count > 8, "{count} files");
}

#[test]
fn every_bad_file_is_refused_but_for_what_no_schema_sees() {
    let unseen = unseen();
    let mut wrong = Vec::new();
    for (path, text) in files("tests/briefs/bad") {
        let is_registry = text.contains("# READ registry");
        let schema = if is_registry { registry_json_schema() } else { json_schema() };
        let Some(faults) = faults_of(&schema, &text) else { continue };
        let codes = codes(&text, is_registry);
        let seen: Vec<&Code> = codes.difference(&unseen).collect();
        if seen.is_empty() != faults.is_empty() {
            wrong.push(format!("{}: {codes:?}, {faults:?}", path.file_name().unwrap().display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_finding_of_a_brief_is_seen_or_listed() {
    let unseen = unseen();
    let mut refused = BTreeSet::new();
    for (_, text) in files("tests/briefs/bad") {
        if faults_of(&json_schema(), &text).is_some_and(|faults| !faults.is_empty()) {
            refused.extend(codes(&text, text.contains("# READ registry")));
        }
    }
    // Those above are of options, keys and themes.
    let of_briefs = |code: &&Code| {
        let id = code.id();
        id < "E300" || ("W200".."W300").contains(&id)
    };
    let lost: Vec<&Code> = Code::ALL
        .iter()
        .filter(of_briefs)
        .filter(|code| !refused.contains(code) && !unseen.contains(code))
        .collect();
    assert_eq!(lost, Vec::<&Code>::new());
}

#[test]
fn every_table_and_key_is_there() {
    let schema: Value = serde_json::from_str(&json_schema()).unwrap();
    let registry: Value = serde_json::from_str(&registry_json_schema()).unwrap();
    for table in TABLES {
        let at = &schema["properties"][table.name];
        assert_eq!(registry["properties"][table.name].is_object(), table.registry);
        let record = match table.header {
            Header::One => at,
            Header::Keyed => &at["patternProperties"][header_id(table)],
            Header::Many => &at["items"],
        };
        for key in table.keys {
            let key_at = &record["properties"][key.name];
            let description = key_at["description"].as_str().unwrap();
            assert!(description.starts_with(key.meaning), "{}.{}", table.name, key.name);
        }
    }
    assert!(schema["properties"]["event"]["items"]["properties"]["claim"]["items"].is_object());
    let techniques = &schema["properties"]["technique"]["patternProperties"];
    assert!(techniques.as_object().unwrap().keys().any(|id| id.starts_with("^(T[0-9]")));
}

#[test]
fn every_word_is_there_with_its_meaning() {
    fn look(value: &Value, word: &str, meaning: &str) -> bool {
        let here = value["const"] == word && value["description"] == meaning;
        let role = || value[word]["description"] == meaning;
        let inside = || match value {
            Value::Array(values) => values.iter().any(|value| look(value, word, meaning)),
            Value::Object(values) => values.values().any(|value| look(value, word, meaning)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
        };
        here || role() || inside()
    }
    let schema: Value = serde_json::from_str(&json_schema()).unwrap();
    let keys = TABLES.iter().flat_map(|table| table.keys);
    for (word, meaning) in keys.filter_map(|key| key.shape.words()).flat_map(|(words, _)| words) {
        assert!(look(&schema, word, meaning), "{word}");
    }
    for (word, meaning) in [("AMBER+STRICT", "the organisation only"), ("IL", "Israel")] {
        assert!(look(&schema, word, meaning), "{word}");
    }
}
