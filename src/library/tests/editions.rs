//! Of each brief one edition is read, none that another replaces, and each that is not is told.

use super::*;

/// A brief whose only event is called by a word, so that one sees which edition is read.
fn edition(id: &str, event: &str, header: &str) -> String {
    let records = format!(
        "{header}\n[source.s]\ntitle = \"S\"\n[[event]]\nid = \"{event}\"\ntitle = \"E\"\n\
         when = \"2022\"\ntype = \"other\"\ncite = [\"s\"]\n"
    );
    a_brief(id, &records)
}

fn events(library: &Library) -> Vec<&str> {
    let mut events: Vec<&str> = library
        .listed(Kind::Event)
        .iter()
        .map(|event| library.get(*event).unwrap().slug.as_str())
        .collect();
    events.sort_unstable();
    events
}

fn told(library: &Library) -> Vec<&str> {
    library.set_aside().iter().map(|aside| aside.why.as_str()).collect()
}

#[test]
fn the_highest_revision_is_read_whatever_the_order_of_the_files() {
    let old = edition("b", "old", "revision = 9");
    let new = edition("b", "new", "revision = 10");
    for briefs in [[&*old, &*new], [&*new, &*old]] {
        let library = library(&briefs);
        assert_eq!(events(&library), ["new"]);
        assert_eq!(told(&library), ["older edition, r9, not read"]);
        assert_eq!(codes(&library), [Code::I250]);
        let found = &library.findings()[0];
        // The header alone, since nothing of it is to be quoted.
        let header = library.sources().raw(found.primary.source).find("[brief]").unwrap();
        assert_eq!(found.primary.range(), header..header + 7);
    }
}

#[test]
fn without_another_revision_the_later_day_decides_then_the_state() {
    let cases = [
        ("", "revision = 1", "older edition, no revision, not read"),
        (
            "revision = 2\nas-of = \"2022-10-01\"",
            "revision = 2\nas-of = \"2022-10-02\"",
            "older edition, r2 as of 1 Oct 2022, not read",
        ),
        ("revision = 2", "revision = 2\nas-of = \"2022\"", "older edition, r2, not read"),
        (
            "as-of = \"2023\"",
            "revision = 1\nas-of = \"2022\"",
            "older edition, no revision as of 2023, not read",
        ),
        ("status = \"superseded\"", "status = \"draft\"", "older edition, no revision, not read"),
    ];
    for (old, new, why) in cases {
        let (old, new) = (edition("b", "old", old), edition("b", "new", new));
        let library = library(&[&old, &new]);
        assert_eq!(events(&library), ["new"], "{new}");
        assert_eq!(told(&library), [why]);
    }
}

#[test]
fn two_of_one_edition_in_one_folder_are_an_error_and_the_other_is_told() {
    let library =
        library(&[&edition("b", "one", "revision = 1"), &edition("b", "two", "revision = 1")]);
    assert_eq!((events(&library), codes(&library)), (vec!["one"], vec![Code::E011]));
    assert_eq!(told(&library), ["same edition as brief.toml, not read"]);
}

#[test]
fn across_folders_the_later_one_counts_only_among_equals() {
    let loaded = |first: &str, second: &str| {
        let mut sources = Sources::default();
        let texts = [edition("b", "first", first), edition("b", "second", second)];
        let collections = texts.iter().map(|text| collection(&mut sources, &[], &[text])).collect();
        Library::new(collections, sources, Vec::new(), Vec::new())
    };
    let equal = loaded("revision = 1", "revision = 1");
    assert_eq!((events(&equal), codes(&equal)), (vec!["second"], vec![Code::I250]));
    let higher = loaded("revision = 2", "revision = 1");
    assert_eq!((events(&higher), codes(&higher)), (vec!["first"], vec![Code::I250]));
}

#[test]
fn what_is_not_read_lends_neither_its_marking_nor_its_records_nor_its_mistakes() {
    let old = edition("b", "old", "revision = 1\nbluf = \"[@nobody]\"").replace("CLEAR", "RED");
    let old = format!("{old}[actor.x]\nname = \"Secret\"\nkind = \"syber\"\n");
    let mut sources = Sources::default();
    let mut read = |text: &str| {
        let source = sources.add("brief.toml".into(), text);
        brief::read(&sources, source)
    };
    let (old, new) = (read(&old), read(&edition("b", "new", "revision = 2")));
    assert!(!old.diagnostics.is_empty());
    let findings = old.diagnostics.clone();
    let collection = Collection { briefs: vec![old.value, new.value], ..Collection::default() };
    let library = Library::new(vec![collection], sources, findings, Vec::new());
    assert_eq!(library.marking(), Marking::Clear);
    assert!(library.find_reference("actor:x").is_err());
    assert_eq!(codes(&library), [Code::I250]);
    // The author is told of them all the same.
    let all = library.findings_of_every_file();
    assert!(
        all.len() > 1 && all.iter().any(|found| found.severity == crate::diag::Severity::Error)
    );
}

#[test]
fn a_damaged_edition_is_told_beside_the_sound_one() {
    let with_findings = |old: &str, new: &str| {
        let mut sources = Sources::default();
        let (mut briefs, mut findings) = (Vec::new(), Vec::new());
        for text in [old, new] {
            let source = sources.add("brief.toml".into(), text);
            let read = brief::read(&sources, source);
            briefs.push(read.value);
            findings.extend(read.diagnostics);
        }
        let collection = Collection { briefs, ..Collection::default() };
        Library::new(vec![collection], sources, findings, Vec::new())
    };
    let old = edition("b", "old", "revision = 1");
    let new = edition("b", "new", "revision = 2");
    let damaged = with_findings(&old, &format!("{new}[[event]]\nid = \"lost\"\nwhen == 2\n"));
    assert_eq!(told(&damaged), ["older edition, r1, not read; what is read has errors"]);
    // Its revision cannot be read, so nobody knows that it was the newer one.
    let unknown = with_findings(&old, &new.replace("revision = 2", "revision = \"two\""));
    assert_eq!(events(&unknown), ["old"]);
    assert_eq!(told(&unknown), ["older edition, no revision, not read; its header has errors"]);
}

#[test]
fn what_a_brief_replaces_is_not_read_and_a_chain_ends_at_the_newest() {
    let library = library(&[
        &edition("first", "a", ""),
        &edition("second", "b", "supersedes = [\"first\", \"never-here\"]"),
        &edition("third", "c", "supersedes = [\"second\"]"),
        &edition("other", "d", ""),
    ]);
    assert_eq!(events(&library), ["c", "d"]);
    assert_eq!(told(&library), ["replaced by third, not read", "replaced by third, not read"]);
    assert_eq!(codes(&library), [Code::I251, Code::I251]);
}

#[test]
fn an_older_edition_replaces_nothing() {
    let library = library(&[
        &edition("b", "old", "revision = 1\nsupersedes = [\"c\"]"),
        &edition("b", "new", "revision = 2"),
        &edition("c", "kept", ""),
    ]);
    assert_eq!(events(&library), ["kept", "new"]);
}

#[test]
fn of_briefs_that_replace_one_another_in_a_circle_none_is_hidden() {
    let library = library(&[
        &edition("a", "a", "supersedes = [\"b\"]"),
        &edition("b", "b", "supersedes = [\"a\", \"below\"]"),
        &edition("below", "below", ""),
        &edition("above", "above", "supersedes = [\"a\"]"),
        &edition("itself", "itself", "supersedes = [\"itself\"]"),
    ]);
    assert_eq!(events(&library), ["a", "above", "b", "itself"]);
    assert_eq!(told(&library), ["replaced by b, not read"]);
    assert_eq!(codes(&library), [Code::E116, Code::I251, Code::E116]);
}

#[test]
fn a_reference_to_a_brief_that_is_replaced_means_the_one_that_is_read() {
    let library = library(&[
        &edition("old", "same", ""),
        &edition("new", "same", "supersedes = [\"old\"]"),
        &edition("other", "link", "bluf = \"See [[brief:old]].\""),
    ]);
    assert_eq!(
        names(&library, &[at(&library, "old"), at(&library, "brief:old")]),
        ["brief:new"; 2]
    );
    assert_eq!(names(&library, &[at(&library, "event:old#same")]), ["event:same"]);
    assert_eq!(library.item_named("event:old#same"), Some(at(&library, "new#same")));
    let unknown = library.find_reference("old#gone").unwrap_err().message;
    assert_eq!(unknown.as_str(), "`old#gone` names nothing; `new` is read in place of `old`");
    assert_eq!(codes(&library), [Code::I251]);
}
