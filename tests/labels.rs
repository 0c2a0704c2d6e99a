//! A marking goes with what it marks, whichever way it leaves the program.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails loudly")]

#[path = "labels/exits.rs"]
mod exits;
#[path = "labels/named.rs"]
mod named;

use serde_json::Value;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A CLEAR brief with a RED event, which the checker refuses and the program still has to mark; two
/// CLEAR events stand between others, so that their pages name no RED one.
const OPEN: &str = r#"schema = 1
[brief]
id = "open"
title = "The open brief"
tlp = "CLEAR"
[source.wire]
title = "A wire report"
[[event]]
id = "first"
title = "The harbour opens"
when = "2021-03-01"
type = "other"
[[event]]
id = "quiet"
title = "The harbour is quiet"
when = "2021-03-02"
type = "other"
cite = ["wire"]
[[event.claim]]
id = "quiet-so"
text = "It was quiet."
[[event]]
id = "third"
title = "The harbour closes"
when = "2021-03-03"
type = "other"
[[event.claim]]
id = "closed-early"
text = "It closed early."
disputes = ["secret-so"]
[[event]]
id = "secret"
title = "The harbour is watched"
when = "2021-06-01"
type = "other"
tlp = "RED"
[[event.claim]]
id = "secret-so"
text = "Somebody watched it."
"#;

/// A brief that is RED as a whole.
const SHUT: &str = r#"schema = 1
[brief]
id = "shut"
title = "The shut brief"
tlp = "RED"
[[event]]
id = "inside"
title = "The harbour is sold"
when = "1990-01-01"
type = "other"
"#;

struct Folder {
    _kept: TempDir,
    paths: Vec<PathBuf>,
}

fn folder(briefs: &[(&str, &str)]) -> Folder {
    let kept = tempfile::tempdir().unwrap();
    let write = |(name, text): &(&str, &str)| {
        let path = kept.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    Folder { paths: briefs.iter().map(write).collect(), _kept: kept }
}

impl Folder {
    fn run(&self, arguments: &[&str], input: &str) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
        for path in &self.paths {
            command.arg("--briefs").arg(path);
        }
        command.args(arguments).env_clear().stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Vec<Value> {
        let text = self.run(arguments, "");
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// The hits of a search, without the summary behind them.
    fn hits(&self, query: &str) -> Vec<Value> {
        let mut hits = self.json(&["find", "--json", query]);
        assert!(hits.pop().is_some_and(|last| last.get("summary").is_some()));
        hits
    }

    /// The first and the last line of an answer.
    fn ends(&self, arguments: &[&str]) -> (String, String) {
        let text = self.run(arguments, "");
        let end = |line: Option<&str>| line.unwrap_or_default().to_owned();
        (end(text.lines().next()), end(text.lines().last()))
    }
}

fn both(label: &str) -> (String, String) {
    (label.to_owned(), label.to_owned())
}

#[test]
fn a_page_has_the_marking_of_its_item_and_of_all_that_it_names() {
    let open = folder(&[("open.toml", OPEN), ("shut.toml", SHUT)]);
    for (reference, label) in [
        ("event:secret", "TLP:RED"),
        ("claim:secret-so", "TLP:RED"),
        ("event:quiet", "TLP:CLEAR"),
        ("claim:quiet-so", "TLP:CLEAR"),
        ("source:wire", "TLP:CLEAR"),
        ("brief:shut", "TLP:RED"),
        ("event:inside", "TLP:RED"),
        // The RED event is the next one.
        ("event:third", "TLP:RED"),
    ] {
        assert_eq!(open.ends(&["show", reference]), both(label), "{reference}");
    }
    assert_eq!(open.ends(&["show", "--provenance", "event:secret"]), both("TLP:RED"));
    assert_eq!(open.ends(&["show", "--depth", "headline", "event:third"]), both("TLP:CLEAR"));
    let every = folder(&[("open.toml", &OPEN.replace("\"CLEAR\"", "\"AMBER+STRICT\""))]);
    assert_eq!(every.ends(&["show", "event:quiet"]), both("TLP:AMBER+STRICT"));
}

#[test]
fn several_pages_have_the_highest_marking_around_them() {
    let open = folder(&[("open.toml", OPEN)]);
    for order in [["quiet", "secret"], ["secret", "quiet"]] {
        assert_eq!(open.ends(&["show", order[0], order[1]]), both("TLP:RED"), "{order:?}");
        let text = open.run(&["show", order[0], order[1]], "");
        assert!(text.contains("TLP:CLEAR\nevent:quiet\n"), "{text}");
        assert!(text.contains("TLP:RED\nevent:secret\n"), "{text}");
    }
}

#[test]
fn json_has_the_marking_in_force() {
    let open = folder(&[("open.toml", OPEN), ("shut.toml", SHUT)]);
    for (reference, marking) in [
        ("event:secret", "RED"),
        ("claim:secret-so", "RED"),
        ("event:quiet", "CLEAR"),
        ("claim:quiet-so", "CLEAR"),
        // The RED event stands in it as the next one.
        ("event:third", "RED"),
        ("source:wire", "CLEAR"),
        // It lists all its events.
        ("brief:open", "RED"),
        ("brief:shut", "RED"),
        ("event:inside", "RED"),
    ] {
        let shown = open.json(&["show", "--json", reference]);
        assert_eq!(shown[0]["marking"], marking, "{reference}");
    }
    assert_eq!(open.json(&["show", "--json", "event:third"])[0]["after"]["marking"], "RED");
    // A link in a text brings the title of what it points to with it.
    let linked = OPEN.replace("It was quiet.", "It was quiet before [[event:secret]].");
    let linked = folder(&[("open.toml", &linked)]);
    assert_eq!(linked.json(&["show", "--json", "claim:quiet-so"])[0]["marking"], "RED");
}

#[test]
fn who_says_what_has_the_highest_marking_of_what_is_said() {
    let open = folder(&[("open.toml", OPEN)]);
    for (reference, marking) in
        [("event:secret", "RED"), ("event:quiet", "CLEAR"), ("event:third", "RED")]
    {
        let label = format!("TLP:{marking}");
        assert_eq!(open.ends(&["who", reference]), both(&label), "{reference}");
        assert_eq!(open.json(&["who", "--json", reference])[0]["marking"], marking);
    }
    let marking = |event: &str, claim: &str| {
        let who = open.json(&["who", "--json", event]);
        let questions = who[0]["about"].as_array().unwrap().clone();
        let said = questions.iter().flat_map(|question| question["statements"].as_array().unwrap());
        let mut all = said.filter(|said| said["ref"] == claim);
        all.next().map(|said| said["marking"].clone())
    };
    assert_eq!(marking("event:third", "claim:closed-early"), Some("CLEAR".into()));
    assert_eq!(marking("event:secret", "claim:secret-so"), Some("RED".into()));
}

#[test]
fn each_hit_has_its_marking() {
    let open = folder(&[("open.toml", OPEN), ("shut.toml", SHUT)]);
    let expected = |reference: &str| match reference {
        "event:secret" | "claim:secret-so" | "event:inside" | "brief:shut" => "RED",
        _ => "CLEAR",
    };
    let hits = open.hits("harbour");
    assert!(hits.len() >= 5, "{hits:?}");
    for hit in &hits {
        assert_eq!(hit["marking"], expected(hit["ref"].as_str().unwrap()), "{hit}");
    }
    for line in open.run(&["find", "--tsv", "harbour"], "").lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        assert_eq!((columns.len(), columns[5]), (6, expected(columns[2])), "{line}");
    }
    for line in open.run(&["find", "harbour"], "").lines() {
        let reference = line.split(' ').next().unwrap();
        assert!(line.ends_with(&format!("  TLP:{}", expected(reference))), "{line}");
    }
}

#[test]
fn briefs_in_a_pipe_have_their_markings_and_the_highest_around_them() {
    let open = folder(&[("open.toml", OPEN), ("shut.toml", SHUT)]);
    assert_eq!(open.ends(&[]), both("TLP:RED"));
    let text = open.run(&[], "");
    let line = |words: &str| text.lines().find(|line| line.contains(words)).unwrap().to_owned();
    assert!(line("The open brief").ends_with("  TLP:CLEAR"), "{text}");
    assert!(line("The shut brief").ends_with("  TLP:RED"), "{text}");
    assert!(line("is watched").ends_with("event:secret  TLP:RED"), "{text}");
    assert!(line("is quiet").ends_with("event:quiet"), "{text}");
    let clear = folder(&[("open.toml", &OPEN.replace("tlp = \"RED\"\n", ""))]);
    assert_eq!(clear.ends(&[]), both("TLP:CLEAR"));
}

#[test]
fn a_page_of_the_dialogue_has_its_marking() {
    let open = folder(&[("open.toml", OPEN)]);
    let input = "read event:quiet\nread event:secret\nread claim:secret-so\nquit\n";
    let text = open.run(&["--plain", "--no-state"], input);
    assert!(text.starts_with("TLP:RED\n"), "{text}");
    for page in
        ["TLP:CLEAR\nevent:quiet\n", "TLP:RED\nevent:secret\n", "TLP:RED\nclaim:secret-so\n"]
    {
        assert!(text.contains(page), "no `{page}` in\n{text}");
    }
}

#[test]
fn what_is_compared_in_the_dialogue_has_the_marking_of_both() {
    let open = folder(&[("open.toml", OPEN)]);
    let text = open.run(&["--plain"], "read event:secret\npin\nread event:quiet\nquit\n");
    let (_, page) = text.rsplit_once("TLP:CLEAR\nevent:quiet\n").unwrap();
    assert!(page.contains("TLP:RED\ncompared with what is pinned: "), "{page}");
}

/// Every way to copy, and whether its marking is its first line.
const COPIES: &[(&str, bool)] = &[
    ("copy-answer", true),
    ("copy-citation", true),
    ("copy-view", true),
    ("copy-short-citation", false),
    ("copy-id", false),
];

impl Folder {
    /// What a copy of an item is, as the dialogue prints it.
    fn copied(&self, reference: &str, copy: &str) -> String {
        let read = self.run(&["--plain"], &format!("read {reference}\n"));
        let both = self.run(&["--plain"], &format!("read {reference}\n{copy}\n"));
        both.strip_prefix(&read).unwrap().to_owned()
    }
}

/// The marking that a copy carries.
fn marking_of(copied: &str, in_first_line: bool) -> &str {
    let line = copied.lines().next().unwrap();
    let marked = if in_first_line { line } else { line.rsplit_once("  ").unwrap().1 };
    marked.strip_prefix("TLP:").unwrap()
}

#[test]
fn whatever_is_copied_has_its_marking() {
    let open = folder(&[("open.toml", OPEN), ("shut.toml", SHUT)]);
    for (reference, marking) in [
        ("event:secret", "RED"),
        ("event:quiet", "CLEAR"),
        ("brief:shut", "RED"),
        ("event:inside", "RED"),
        ("source:wire", "CLEAR"),
    ] {
        for (copy, in_first_line) in COPIES {
            let copied = open.copied(reference, copy);
            let what = format!("{copy} of {reference}:\n{copied}");
            assert_eq!(marking_of(&copied, *in_first_line), marking, "{what}");
        }
        let page = open.copied(reference, "copy-view");
        assert_eq!(page.lines().last(), page.lines().next(), "{page}");
    }
}
