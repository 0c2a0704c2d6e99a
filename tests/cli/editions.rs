//! Of two editions one is read, and every way out tells of the other.

use super::{objects, run};
use std::fs;
use tempfile::TempDir;

fn brief(id: &str, tlp: &str, header: &str, event: &str) -> String {
    format!(
        "schema = 2\n[brief]\nid = \"{id}\"\ntitle = \"T\"\ntlp = \"{tlp}\"\n{header}\n[source.s]\n\
         title = \"S\"\n[[event]]\nid = \"{event}\"\ntitle = \"The flood {event}\"\nwhen = \"2022\"\n\
         type = \"other\"\ncite = [\"s\"]\n"
    )
}

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let files = [
        ("a-1.toml", brief("a", "RED", "revision = 1", "old")),
        ("a-2.toml", brief("a", "CLEAR", "revision = 2", "new")),
        ("b.toml", brief("b", "AMBER", "", "gone")),
        ("c.toml", brief("c", "GREEN", "supersedes = [\"b\"]", "kept")),
    ];
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

#[test]
fn every_way_out_tells_what_is_not_read_and_nothing_of_it() {
    let folder = folder();
    let path = folder.path().to_str().unwrap();
    let told = ["a-1.toml: older edition, r1, not read", "b.toml: replaced by c, not read"];
    let plain = run(&[path]).out;
    let dialogue = run(&["--plain", path]).out;
    for text in [&plain, &dialogue] {
        assert!(told.iter().all(|told| text.contains(told)), "{text}");
        assert!(text.contains("TLP:GREEN") && !text.contains("RED"), "{text}");
        assert!(!text.contains("flood old") && !text.contains("flood gone"), "{text}");
    }
    let found = run(&["--briefs", path, "find", "--json", "flood"]);
    assert!(found.err.contains("2 briefs are not searched"), "{}", found.err);
    let summary = &objects(&found.out).pop().unwrap()["summary"];
    assert_eq!(summary["set_aside"][1]["instead"], "brief:c", "{summary}");
    let check = run(&["check", path]);
    assert_eq!(check.code, Some(0), "{}", check.out);
    let ends = "4 files checked: 12 records\n2 remarks: I250 older edition of a brief, I251 brief \
                that another one replaces\nTLP:GREEN\n";
    assert!(check.out.ends_with(ends), "{}", check.out);
}

#[test]
fn of_two_files_that_are_named_the_higher_revision_is_read_too() {
    let folder = folder();
    let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (old, new) = (file("a-1.toml"), file("a-2.toml"));
    for [first, second] in [[&old, &new], [&new, &old]] {
        let text = run(&["--briefs", first, "--briefs", second, "show", "a#new"]);
        assert!(text.out.contains("flood new"), "{}{}", text.out, text.err);
    }
    let gone = run(&["--briefs", folder.path().to_str().unwrap(), "show", "b#gone"]);
    assert!(gone.err.contains("`c` is read in place of `b`"), "{}", gone.err);
}

#[test]
fn a_draft_says_so_in_every_text() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("a.toml");
    fs::write(&file, brief("a", "CLEAR", "status = \"draft\"", "flood")).unwrap();
    let file = file.to_str().unwrap();
    for reference in ["flood", "brief:a"] {
        let out = run(&["--briefs", file, "show", reference]).out;
        assert!(out.starts_with("TLP:CLEAR\nDRAFT\n"), "{out}");
    }
    let out = run(&["--briefs", file, "who", "flood"]).out;
    assert!(out.starts_with("TLP:CLEAR\nDRAFT\n"), "{out}");
    assert!(run(&[file]).out.contains("(brief:a)  DRAFT  TLP:CLEAR"));
    fs::write(file, brief("a", "CLEAR", "status = \"final\"", "flood")).unwrap();
    assert!(!run(&["--briefs", file, "show", "flood"]).out.contains("DRAFT"));
}

/// A check tells of every copy, a reader of none in a brief that is not read.
#[test]
fn copies_are_told_of_by_a_check_and_of_what_is_not_read_by_it_alone() {
    let folder = TempDir::new().unwrap();
    let copy = |name: &str| format!("file = \"{name}.pdf\"\nsha256 = \"{}\"\n", "0".repeat(64));
    for (file, tlp, header) in [("1", "RED", "revision = 1"), ("2", "CLEAR", "revision = 2")] {
        let text = brief("a", tlp, header, "e")
            .replace("title = \"S\"\n", &format!("title = \"S\"\n{}", copy(file)));
        fs::write(folder.path().join(format!("a-{file}.toml")), text).unwrap();
        fs::write(folder.path().join(format!("{file}.pdf")), "changed").unwrap();
    }
    let path = folder.path().to_str().unwrap();
    let check = run(&["check", "--format", "short", path]);
    assert_eq!(check.code, Some(1), "{}", check.out);
    let told =
        |file: &str| check.out.lines().any(|line| line.contains(file) && line.contains("E150"));
    assert!(told("a-1.toml") && told("a-2.toml"), "{}", check.out);
    let only = run(&["check", folder.path().join("a-2.toml").to_str().unwrap()]);
    assert!(only.out.contains("archived copy changed"), "{}", only.out);
}
