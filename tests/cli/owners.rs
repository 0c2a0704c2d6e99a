//! What a brief of the user's says of built-in sources, and briefs that stand in the place of built-in ones.

use super::{Run, finish, objects, program};
use std::fs;
use tempfile::TempDir;

/// A brief that withdraws a built-in source, raises a house, and tells of an event that rests on both.
const NOTE: &str = r#"schema = 2
[brief]
id = "harbour-note"
title = "A note on the harbour"
tlp = "CLEAR"
[source.cisa-aa22-264a]
title = "Advisory AA22-264A: Iranian operations against Albania"
withdrawn = true
reliability = "E"
derived-from = ["harbour-post"]
[source.harbour-post]
title = "A post of an unknown account"
[[event]]
id = "harbour-event"
title = "Something in the harbour"
when = "2022-01-01"
type = "other"
cite = ["cisa-aa22-264a"]
"#;

/// A folder of the user's with one file in it.
fn users(name: &str, text: &str) -> TempDir {
    let data = TempDir::new().unwrap();
    let briefs = data.path().join("attache/briefs");
    fs::create_dir_all(briefs.join(name).parent().unwrap()).unwrap();
    fs::write(briefs.join(name), text).unwrap();
    data
}

fn run_with(data: &TempDir, arguments: &[&str]) -> Run {
    let mut command = program(arguments);
    command.env("HOME", data.path()).env("XDG_DATA_HOME", data.path());
    finish(command)
}

#[test]
fn a_note_withdraws_a_built_in_source_for_itself_alone() {
    let data = users("note.toml", NOTE);
    let none = TempDir::new().unwrap();
    for arguments in [
        ["show", "july-15-attack"].as_slice(),
        &["show", "--provenance", "july-15-attack"],
        &["who", "july-15-attack"],
        &["show", "--json", "july-15-attack"],
        &["who", "--json", "july-15-attack"],
    ] {
        let (with, without) = (run_with(&data, arguments), run_with(&none, arguments));
        assert_eq!(with.code, Some(0), "{arguments:?}: {}", with.err);
        assert_eq!(with.out, without.out, "{arguments:?}");
    }
    let own = run_with(&data, &["show", "--json", "harbour-event"]).out;
    let object = objects(&own).pop().unwrap();
    assert_eq!(object["grade"], "E", "{own}");
    assert_eq!(object["corroboration"]["origins"], 0, "{own}");
}

#[test]
fn the_page_of_a_shared_source_and_check_tell_who_says_what() {
    let data = users("note.toml", NOTE);
    let told = [
        "graded E, says note.toml (graded A in built-in: _registry/sources.toml)",
        "withdrawn, says note.toml",
        "derived from harbour-post, says note.toml",
    ];
    let page = run_with(&data, &["show", "source:cisa-aa22-264a"]).out;
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.iter().all(|told| page.contains(told)), "{page}");
    let json = run_with(&data, &["show", "--json", "source:cisa-aa22-264a"]).out;
    let object = objects(&json).pop().unwrap();
    assert_eq!(object["withdrawn"], false, "{json}");
    assert_eq!(object["reliability"], "A", "{json}");
    let differences = object["differences"].as_array().unwrap();
    let words: Vec<&str> = differences.iter().filter_map(|one| one["words"].as_str()).collect();
    assert!(told.iter().all(|told| words.contains(told)), "{words:?}");
    let check = run_with(&data, &["check"]).out;
    assert!(check.contains("W225") && check.contains("note.toml:6:1"), "{check}");
    assert!(check.contains("built-in: _registry/sources.toml:"), "{check}");
}

/// Every registry has the same few files.
#[test]
fn of_two_registries_it_is_told_which_says_so() {
    let text = "schema = 2\n[publisher.cisa]\nname = \"CISA\"\n[source.cisa-aa22-264a]\nwithdrawn = true\n";
    let title =
        run_with(&TempDir::new().unwrap(), &["show", "--json", "source:cisa-aa22-264a"]).out;
    let title = objects(&title).pop().unwrap()["title"].as_str().unwrap().to_owned();
    let data = users("_registry/sources.toml", &format!("{text}title = \"{title}\"\n"));
    let page = run_with(&data, &["show", "source:cisa-aa22-264a"]).out;
    let page = page.split_whitespace().collect::<Vec<_>>().join("");
    assert!(
        page.contains("withdrawn,says") && page.contains("briefs/_registry/sources.toml"),
        "{page}"
    );
}

#[test]
fn a_brief_in_the_place_of_a_built_in_one_says_so() {
    for (id, header, words) in [
        ("iran-unrest-2022", "revision = 9", "in place of the built-in brief"),
        (
            "unrest-of-mine",
            "supersedes = [\"iran-unrest-2022\"]",
            "in place of the built-in brief iran-unrest-2022",
        ),
    ] {
        let text = format!(
            "schema = 2\n[brief]\nid = \"{id}\"\ntitle = \"Unrest\"\ntlp = \"CLEAR\"\n{header}\n"
        );
        let data = users("unrest.toml", &text);
        for arguments in [[].as_slice(), &["--plain"]] {
            let text = run_with(&data, arguments).out;
            assert!(text.lines().any(|line| line.ends_with(words)), "{text}");
        }
        let check = run_with(&data, &["check"]).out;
        assert!(check.contains("I252") && check.contains("unrest.toml:2:1"), "{check}");
        let told =
            "read in place of the built-in brief `iran-unrest-2022` in built-in: iran-unrest";
        assert!(check.contains(told), "{check}");
    }
    let data = users("unrest.toml", NOTE);
    assert!(!run_with(&data, &["check"]).out.contains("I252"));
}
