//! `attache show` as a person or a script runs it: depth, times, provenance, JSON.

#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

use serde_json::Value;
use std::process::{Command, Output};

fn show(arguments: &[&str]) -> Output {
    let home = std::env::temp_dir();
    Command::new(env!("CARGO_BIN_EXE_attache"))
        .arg("show")
        .args(arguments)
        .env("HOME", &home)
        .env("XDG_CONFIG_HOME", home.join("attache-test-none"))
        .output()
        .unwrap()
}

fn page(arguments: &[&str]) -> String {
    let output = show(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    let page = String::from_utf8(output.stdout).unwrap();
    assert!(page.starts_with("TLP:CLEAR\n") && page.ends_with("TLP:CLEAR\n"), "{page}");
    assert!(!page.contains('\u{1b}'));
    page
}

fn json(reference: &str) -> Value {
    serde_json::from_slice(&show(&["--json", reference]).stdout).unwrap()
}

#[test]
fn a_headline_is_shorter_than_a_card_and_a_card_than_all() {
    let lines = |depth| page(&["--depth", depth, "event:tims-attack"]).lines().count();
    let [headline, card, full] = ["headline", "card", "full"].map(lines);
    assert!(headline < card && card < full, "{headline} {card} {full}");
    assert_eq!(page(&["event:tims-attack"]).lines().count(), full);
    assert_eq!(show(&["--depth", "deep", "event:tims-attack"]).status.code(), Some(2));
}

#[test]
fn provenance_has_a_line_of_the_file_its_hash_and_the_steps() {
    let page = page(&["--provenance", "event:tims-attack"]);
    let place = page.lines().find(|line| line.contains("albania-cyberattacks-2022.toml:")).unwrap();
    let line: usize = place.rsplit(':').next().unwrap().parse().unwrap();
    let file = include_str!("../briefs/albania-cyberattacks-2022.toml");
    let record: Vec<&str> = file.lines().skip(line - 1).take(2).collect();
    assert_eq!(record[0].trim(), "[[event]]");
    assert!(record[1].contains("\"tims-attack\""), "{record:?}");
    let is_hash = |line: &str| {
        let line = line.trim();
        line.len() == 64 && line.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    assert!(page.lines().any(is_hash), "{page}");
    let headings = [
        "WHY THIS GRADE: A1",
        "WHAT COUNTS: 2 origins, 1 of them a party",
        "CONTRADICTED BY",
        "CONFIDENCE",
    ];
    for heading in headings {
        assert!(page.lines().any(|line| line == heading), "no {heading} in\n{page}");
    }
}

#[test]
fn a_source_says_what_rests_on_it_alone() {
    let page = page(&["source:cisa-aa22-264a"]);
    let value = json("source:cisa-aa22-264a");
    let on_it = &value["rests-on-it"];
    let count = |list: &str| on_it[list].as_array().unwrap().len();
    let (events, claims) = (count("events"), count("claims"));
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [format!("{events} events, "), format!("{claims} claims"), " rest on it; ".into()] {
        assert!(words.contains(&part), "no `{part}` in\n{page}");
    }
    let uncited = format!("{} rest on it alone", count("uncited-without-it"));
    assert!(words.contains(&uncited), "no `{uncited}` in\n{page}");
    for reference in on_it["uncited-without-it"].as_array().unwrap() {
        let item = json(reference.as_str().unwrap());
        assert_eq!(item["sources"].as_array().unwrap().len(), 1, "{reference}");
    }
}

#[test]
fn json_has_what_the_pages_have() {
    let event = json("event:tims-attack");
    assert_eq!(event["before"]["distance"], "1 day");
    assert_eq!(event["after"]["days-at-most"], 10);
    assert!(event["written-at"][0].as_str().unwrap().contains(".toml:"));
    let actor = json("actor:dev-0842");
    assert_eq!(actor["aka"][0]["by"], serde_json::json!(["microsoft"]));
    assert!(
        actor["events"].as_array().unwrap().iter().any(|event| event["roles"][0] == "attacker")
    );
    let found = show(&["--json", "brief:albania-cyberattacks-2022"]);
    assert_eq!(found.status.code(), Some(0));
    assert_eq!(show(&["--json", "--provenance", "event:tims-attack"]).status.code(), Some(2));
}
