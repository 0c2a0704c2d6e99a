//! `attache find`: its words, its options and the shape of what it finds.

use super::{hits, keys, objects, run, without};

#[test]
fn what_is_found_has_its_documented_shape() {
    let run = run(&["find", "--json", "-n", "3", "TIMS"]);
    let mut hits = objects(&run.out);
    let summary = hits.pop().unwrap();
    assert_eq!(keys(&summary), ["summary"]);
    assert_eq!(hits.len(), 3);
    for (hit, rank) in hits.iter().zip(1..) {
        let wanted = [
            "rank", "score", "ref", "kind", "id", "brief", "title", "marking", "when", "field",
            "matched", "seal", "note",
        ];
        assert_eq!(without(hit, &wanted), [""; 0], "{hit}");
        assert!(hit["note"].is_null(), "{hit}");
        assert_eq!(hit["rank"], rank);
        assert!(hit["score"].is_number());
        let reference = hit["ref"].as_str().unwrap();
        assert!(reference.starts_with(hit["kind"].as_str().unwrap()), "{hit}");
        assert!(reference.ends_with(hit["id"].as_str().unwrap()), "{hit}");
    }
    let scores: Vec<f64> = hits.iter().map(|hit| hit["score"].as_f64().unwrap()).collect();
    assert!(scores.is_sorted_by(|a, b| a >= b), "{scores:?}");
    let event = hits.iter().find(|hit| hit["ref"] == "event:tims-attack").unwrap();
    assert_eq!(event["when"], "2022-09-09");
    assert_eq!(event["brief"], "albania-cyberattacks-2022");
    // What was not found as it was typed says so, to programs as well.
    let near = super::hits(&self::run(&["find", "--json", "-n", "1", "stoltnberg"]).out);
    assert_eq!(near[0]["note"], "nothing is written `stoltnberg`; nearest: `Stoltenberg`");
}

#[test]
fn options_of_a_search_may_stand_before_between_and_after_its_words() {
    let smallest = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/briefs/good/smallest.toml");
    for (orders, code) in [
        (
            [
                vec!["find", "-n", "1", "--json", "rama", "lapid"],
                vec!["find", "rama", "-n", "1", "lapid", "--json"],
                vec!["find", "rama", "lapid", "--json", "-n1"],
                vec!["find", "--json", "-n", "1", "--", "rama", "lapid"],
            ],
            0,
        ),
        (
            [
                vec!["--briefs", smallest, "--ascii", "find", "something"],
                vec!["find", "--briefs", smallest, "something", "--ascii"],
                vec!["find", "something", "--ascii", "--briefs", smallest],
                vec!["--ascii", "find", "something", "--briefs", smallest],
            ],
            0,
        ),
        (
            [
                vec!["find", "--tsv", "--json", "rama"],
                vec!["find", "--tsv", "rama", "--json"],
                vec!["find", "rama", "--tsv", "--json"],
                vec!["find", "rama", "--json", "lapid", "--tsv"],
            ],
            2,
        ),
    ] {
        let first = run(&orders[0]);
        assert_eq!(first.code, Some(code), "{}", first.err);
        for order in &orders[1..] {
            let run = run(order);
            assert_eq!((run.code, &run.out), (Some(code), &first.out), "{order:?}: {}", run.err);
        }
    }
    assert_eq!(hits(&run(&["find", "rama", "--json", "-n", "1"]).out).len(), 1);
    assert!(run(&["find", "something", "--briefs", smallest]).out.starts_with("event:one "));
}

#[test]
fn what_begins_with_a_hyphen_is_an_option_before_and_a_word_after_two_hyphens() {
    for query in [["rama", "-lapid"], ["-lapid", "rama"], ["rama", "--qzxwvk"]] {
        let mut arguments = vec!["find"];
        arguments.extend(query);
        let refused = run(&arguments);
        assert_eq!(refused.code, Some(2), "{query:?}");
        assert!(refused.err.contains("'-- -"), "{query:?} says what to write: {}", refused.err);
    }
    let word = run(&["find", "rama", "lapid", "--", "--json"]);
    assert_eq!(word.code, Some(0), "{}", word.err);
    assert!(!word.out.starts_with('{'), "{}", word.out);
    // Such a word is excluded, as it is in the reader.
    let excluded = run(&["find", "rama", "--", "-lapid"]);
    assert_eq!(excluded.out, run(&["find", "rama", "!lapid"]).out);
    assert_eq!(excluded.out, run(&["find", "rama", "NOT", "lapid"]).out);
}

#[test]
fn a_search_can_exclude_a_word() {
    let with = run(&["find", "rama", "--tsv", "-n", "500"]).out;
    assert!(with.contains("event:rama-lapid-meeting\t"), "{with}");
    for query in [&["rama", "!lapid"][..], &["!lapid", "rama"], &["rama !lapid"]] {
        let mut arguments = vec!["find", "--tsv", "-n", "500"];
        arguments.extend(query);
        let without = run(&arguments);
        assert_eq!(without.code, Some(0), "{query:?}");
        assert!(!without.out.contains("event:rama-lapid-meeting\t"), "{query:?}");
    }
}

#[test]
fn the_help_says_what_a_search_understands() {
    let help = run(&["find", "--help"]).out;
    for (form, meaning) in attache::search::OPERATORS {
        assert!(help.contains(form) && help.contains(meaning), "{form}: {help}");
    }
}

/// The last line of a search as JSON.
fn summary(arguments: &[&str]) -> serde_json::Value {
    let mut objects = objects(&run(arguments).out);
    objects.pop().unwrap().get("summary").unwrap().clone()
}

#[test]
fn the_last_line_of_json_says_what_the_search_came_to() {
    let found = summary(&[
        "find",
        "--json",
        "-n",
        "3",
        "rama",
        "lapid OR netanyahu",
        "oct 2022",
        "is:planned",
    ]);
    let wanted = ["query", "total", "shown", "coverage", "note", "marking", "refused", "findings"];
    assert_eq!(without(&found, &wanted), [""; 0], "{found}");
    let query = &found["query"];
    let parts = ["typed", "words", "dates", "operators", "spelling", "layout", "complaint"];
    assert_eq!(without(query, &parts), [""; 0], "{query}");
    assert_eq!(query["words"], serde_json::json!(["rama", "lapid OR netanyahu"]));
    assert_eq!(query["dates"], serde_json::json!(["oct 2022"]));
    assert_eq!(query["operators"], serde_json::json!(["is:planned", "lapid OR netanyahu"]));
    assert_eq!(query["spelling"], "any");
    assert_eq!((&found["coverage"], &found["refused"]), (&"all".into(), &serde_json::json!([])));
    let all = summary(&["find", "--json", "-n", "3", "rama"]);
    assert_eq!(all["shown"], 3);
    assert!(all["total"].as_u64().unwrap() > 20, "{all}");
    // Nothing found and a wrong operator are told in it as well.
    let nothing = summary(&["find", "--json", "qzxwvk"]);
    assert_eq!((&nothing["total"], &nothing["coverage"]), (&0.into(), &"none".into()));
    assert!(nothing["note"].as_str().unwrap().contains("nothing"), "{nothing}");
    let wrong = summary(&["find", "--json", "rama", "is:dus"]);
    assert!(wrong["query"]["complaint"].as_str().unwrap().contains("`is:` takes"), "{wrong}");
    assert!(wrong["note"].as_str().unwrap().contains("`is:` takes"), "{wrong}");
    let open = summary(&["find", "--json", "rama", "is:dis"]);
    assert!(open["query"]["complaint"].as_str().unwrap().contains("`is:` takes"), "{open}");
    assert_eq!(summary(&["find", "--json", "kphs"])["query"]["layout"], "Hebrew");
}

#[test]
fn more_hits_than_are_shown_are_counted() {
    let shown = run(&["find", "-n", "2", "rama"]);
    let (total, rest) = shown.err.split_once(" shown; -n ").unwrap();
    let all = total.strip_prefix("attache: 2 of ").unwrap();
    assert_eq!(rest, format!("{all} shows all\n"));
    for form in [&[][..], &["--tsv"]] {
        let every = run(&[&["find", "-n", all, "rama"], form].concat());
        assert_eq!((every.err.as_str(), every.out.lines().count().to_string()), ("", all.into()));
    }
}

#[test]
fn what_was_not_read_is_told_beside_hits_and_where_there_are_none() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    let brief = "schema = 1\n[brief]\nid = \"one\"\ntitle = \"One\"\ntlp = \"CLEAR\"\n[[event]]\nid = \"a\"\ntitle = \"Harbour\"\nwhen = \"2022-07-15\"\ntype = \"other\"\n";
    write("good.toml", brief);
    write("broken.toml", "schema = 1\n[brief\n");
    write("fault.toml", &format!("{}[[event]]\nid = \"b\"\n", brief.replace("one", "two")));
    let folder = folder.path().to_str().unwrap();
    for (query, code) in [("harbour", 0), ("qzxwvk", 1)] {
        for form in [&[][..], &["--tsv"], &["--json"]] {
            let found = run(&[&["--briefs", folder, "find", query], form].concat());
            assert_eq!(found.code, Some(code), "{}", found.err);
            assert!(
                found.err.contains("refused: ") && found.err.contains("broken.toml: "),
                "{}",
                found.err
            );
            assert!(found.err.contains("out of what was searched"), "{}", found.err);
            let is_json = form.contains(&"--json");
            assert_eq!(found.out.is_empty(), code == 1 && !is_json, "{}", found.out);
        }
        let found = summary(&["--briefs", folder, "find", "--json", query]);
        let refused = &found["refused"][0];
        assert!(refused["file"].as_str().unwrap().ends_with("broken.toml"), "{found}");
        assert!(!refused["why"].as_str().unwrap().is_empty() && refused["kept"] == false);
        assert!(found["findings"]["errors"].as_u64().unwrap() > 0, "{found}");
    }
}

#[test]
fn words_and_one_quoted_argument_ask_the_same() {
    let words = run(&["find", "rama", "lapid"]);
    assert_eq!(words.out, run(&["find", "rama lapid"]).out);
    assert_eq!(words.out.lines().count(), 20, "20 hits unless told otherwise");
    let rows = run(&["find", "--tsv", "rama", "lapid"]).out;
    assert!(rows.lines().all(|row| row.split('\t').count() == 6), "{rows}");
}
