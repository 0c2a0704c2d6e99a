//! `attache who` as a person or a script runs it.

#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

use serde_json::Value;
use std::process::{Command, Output};

fn who(arguments: &[&str]) -> Output {
    let home = std::env::temp_dir();
    Command::new(env!("CARGO_BIN_EXE_attache"))
        .arg("who")
        .args(arguments)
        .env("HOME", &home)
        .env("XDG_CONFIG_HOME", home.join("attache-test-none"))
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn both_sides_of_a_dispute_stand_with_their_sources() {
    let output = who(&["event:albania-earthquake"]);
    assert_eq!(output.status.code(), Some(0));
    let page = text(&output.stdout);
    for line in [
        "HOW SURE it happened HIGH (2 origins) · day HIGH",
        "held 26 Nov 2019 B1 Jerusalem Post +1 Dec 2019",
        "(claim:quake-in-2019)",
        "B1 The Times of Israel, 3 Dec 2019 (usually reliable)",
        "in print 2020 B5 Jerusalem Post 23 Oct 2022",
        "(claim:quake-in-2020-as-printed)",
        "B5 The Jerusalem Post, 23 Oct 2022 (usually reliable)",
        "ALSO SAID no contradiction is recorded",
        "ONE ORIGIN, COUNTED ONCE",
    ] {
        // How far the columns are apart is the layout's.
        let words = |shown: &str| shown.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(page.lines().any(|shown| words(shown) == line), "no line `{line}` in\n{page}");
    }
    // What is held stands before what is only in print, and neither is loud.
    let at = |text: &str| page.find(text);
    assert!(at("held: 26 Nov 2019") < at("2020"), "{page}");
    assert!(!page.contains(['≠']) && !page.contains("DISPUTED"), "{page}");
    assert!(page.lines().all(|line| line.chars().count() <= 80));
    assert!(!output.stdout.contains(&0x1b));
    assert!(page.starts_with("TLP:CLEAR\n") && page.ends_with("TLP:CLEAR\n"));
}

#[test]
fn json_holds_the_statements_by_what_they_are_about() {
    let output = who(&["--json", "claim:aeoi-foreign-country"]);
    assert_eq!(text(&output.stdout).lines().count(), 1);
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value["ref"], "event:black-reward-release");
    assert_eq!(value["disputed"], false, "the word of a party disputes nothing");
    let matters = value["about"].as_array().unwrap();
    let attribution = matters.iter().find(|matter| matter["about"] == "attribution").unwrap();
    let said = attribution["statements"].as_array().unwrap();
    let foreign = said.iter().find(|said| said["ref"] == "claim:aeoi-foreign-country").unwrap();
    assert_eq!(foreign["value"], "a foreign country");
    assert_eq!(foreign["by"], serde_json::json!(["actor:aeoi"]));
    assert_eq!(foreign["standing"], "differs");
    assert_eq!(foreign["weight"], "says otherwise");
    assert_eq!(foreign["disputes"], serde_json::json!(["claim:release-by-black-reward"]));
    let other = said.iter().find(|said| said["ref"] == "claim:release-by-black-reward").unwrap();
    assert_eq!((&other["standing"], &other["weight"]), (&"agrees".into(), &Value::Null));
    assert_eq!(attribution["held"]["by"], "judgement");
    let objection = &attribution["objections"][0];
    assert_eq!(objection["ref"], "claim:aeoi-foreign-country");
    assert_eq!(objection["computed"], true);
}

#[test]
fn what_is_neither_event_nor_claim_is_told_so() {
    let output = who(&["actor:edi-rama"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        text(&output.stderr),
        "attache: who: `actor:edi-rama` is of the kind actor; give an event or a claim, as \
         `attache find` lists them\n"
    );
    let output = who(&["black", "reward"]);
    assert!(
        text(&output.stderr).contains("`actor:black-reward` is of the kind actor"),
        "{}",
        text(&output.stderr)
    );
    assert_eq!(who(&["albania", "earthquake"]).status.code(), Some(0));
    let output = who(&["tims-atack"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("did you mean"), "{}", text(&output.stderr));
}
