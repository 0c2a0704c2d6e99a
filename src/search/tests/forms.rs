//! Scripts, abbreviations and numbers, and what is like a word by chance.

use super::{Shelf, engine, explain, first, ids, shelf};
use crate::library::Kind;
use crate::search::index::texts::Texts;

#[test]
fn a_name_is_found_in_every_script() {
    let engine = engine();
    for (query, id) in [
        ("эди рама", "edi-rama"),
        ("тегеран", "iran"),
        ("нетаньяху", "benjamin-netanyahu"),
        ("ραμα", "edi-rama"),
        ("ნეტანიაჰუ", "benjamin-netanyahu"),
        ("նետանյահու", "benjamin-netanyahu"),
        ("نتانیاهو", "benjamin-netanyahu"),
    ] {
        assert_eq!(ids(&engine, query).first(), Some(&id), "{query}");
    }
    for query in ["рама", "эди рама", "ραμα"] {
        let answer = engine.search(query, 5);
        assert_eq!((answer.note, answer.layout), (None, None), "{query} is the name itself");
    }
    assert!(ids(&engine, "北京市").is_empty(), "a script that is not known");
    let shown = first(&engine, "машкевич").matched;
    assert_eq!(shown.as_str(), "Александр Машкевич", "as it was typed");
}

#[test]
fn an_abbreviation_stands_before_what_only_begins_so() {
    let engine = engine();
    assert_eq!(ids(&engine, "ap").first(), Some(&"ap-2022-09-10"));
    assert_eq!(ids(&engine, "apt").first(), Some(&"europium"));
}

#[test]
fn numbers_are_found_in_one_and_in_two() {
    let engine = engine();
    for query in ["50gb", "50 gb", "100000", "100,000", "100 000"] {
        assert_eq!(ids(&engine, query), ["ap-2022-09-10"], "{query}");
    }
}

#[test]
fn the_parts_of_a_name_are_found_side_by_side() {
    let engine = shelf(&[
        (
            Kind::Event,
            "scattered",
            "The exe of goxml at example",
            &["summary: 2 and 10, 4 or 3 of org"],
        ),
        (
            Kind::Actor,
            "wiper",
            "Wiper",
            &["alias: GoXML.exe", "summary: at 10.2.3.4 since v2.0.14"],
        ),
        (Kind::Source, "page", "A page", &["summary: write to someone@example.org of T1059.001"]),
        (Kind::Event, "flaw", "A flaw", &["keyword: CVE-2019-0604", "summary: see example[.]org"]),
    ]);
    let found = |query: &str| -> Vec<u32> {
        engine.search(query, 5).ranked.iter().map(|ranked| ranked.record).collect()
    };
    for (query, records) in [
        ("goxml.exe", [1].as_slice()),
        ("GoXml.ex", &[1]),
        ("goxmlexe", &[1]),
        ("10.2.3.4", &[1]),
        ("v2.0.14", &[1]),
        ("CVE-2019-0604", &[3]),
        ("cve 2019 0604", &[3]),
        ("T1059.001", &[2]),
        ("someone@example.org", &[2]),
        ("hxxps://example.org", &[2, 3]),
        ("example[.]org", &[2, 3]),
        ("4.3.2.10", &[]),
        ("v2.0.15", &[]),
    ] {
        let mut found = found(query);
        found.sort_unstable();
        assert_eq!(found, records, "{query}");
    }
    let note = |query: &str| engine.search(query, 5).note.unwrap().as_str().to_owned();
    assert_eq!(note("exe.goxml"), "nothing has this side by side; nearest: Wiper");
    assert_eq!(found("goxlm.exe")[0], 1, "{}", note("goxlm.exe"));
    let explained = first(&engine, "someone@example.org").why.unwrap();
    assert_eq!(explained.as_str(), "summary: write to someone@example.org of T1059.001");
}

#[test]
fn what_is_somewhere_else_is_like_nothing() {
    let engine = engine();
    for query in ["isis", "yemen", "natanz", "conti", "peres", "orban", "ramsan", "attache"] {
        assert!(ids(&engine, query).is_empty(), "{query} {:?}", ids(&engine, query));
    }
}

#[test]
fn a_name_written_otherwise_stands_before_a_text_that_names_two_others() {
    let engine = shelf(&[
        (Kind::Actor, "siddharth", "Siddharth Choudhury", &[]),
        (Kind::Actor, "sidharth", "Sidharth Rao", &[]),
        (Kind::Actor, "anil", "Anil Chowdhury", &[]),
        (Kind::Event, "talks", "Talks", &["linked: Sidharth Rao", "linked: Anil Chowdhury"]),
    ]);
    let answer = engine.search("sidharth choudhuri", 5);
    assert_eq!(answer.ranked[0].record, 0);
    let note = answer.note.unwrap();
    assert_eq!(note.as_str(), "no name has all of this; nearest to `sidharth`: `Siddharth`");
    for query in ["rao chowdhury", "anil sidharth"] {
        let answer = engine.search(query, 5);
        assert_eq!((answer.ranked[0].record, answer.note), (3, None), "{query}");
    }
}

#[test]
fn the_reason_shows_the_place_that_matched() {
    let summary = "summary: Iranian people said long ago that nobody of them had ever been asked about \
                   what others decided there, before Iran itself was named in the report of the day";
    let engine = shelf(&[(Kind::Event, "report", "A report", &[summary])]);
    let why = first(&engine, "'iran").why.unwrap();
    assert!(why.as_str().contains("before Iran itself was"), "{why}");
}

proptest::proptest! {
    #[test]
    fn any_query_is_answered_and_marks_fit(query in "\\PC{0,40}") {
        static ENGINE: std::sync::LazyLock<Shelf> = std::sync::LazyLock::new(engine);
        let answer = ENGINE.search(&query, 10);
        let again = ENGINE.search(&query, 10);
        proptest::prop_assert_eq!(&answer.ranked, &again.ranked);
        for ranked in &answer.ranked {
            let title = ENGINE.title(ranked.record).unwrap();
            for mark in explain(&ENGINE, &answer, ranked.record).marks {
                proptest::prop_assert!(title.as_str().get(mark).is_some_and(|text| !text.is_empty()));
            }
        }
    }
}

#[test]
fn what_is_excluded_is_meant_as_it_was_written() {
    let engine = shelf(&[
        (Kind::Event, "leak", "Rama and the e-mails of Black Reward", &[]),
        (
            Kind::Event,
            "visit",
            "Rama at the embassy",
            &["summary: the mail came, a reward, black ice"],
        ),
        (Kind::Event, "exit", "Rama explains", &["keyword: eternal", "keyword: maildrop"]),
    ]);
    let found = |query: &str| {
        let answer = engine.search(query, 50);
        let mut records: Vec<u32> = answer.ranked.iter().map(|ranked| ranked.record).collect();
        records.sort_unstable();
        assert_eq!(answer.total, records.len(), "{query}");
        records
    };
    for (query, records) in [
        ("rama !e-mail", vec![1, 2]),
        ("rama !e", vec![1, 2]),
        ("rama !mail", vec![]),
        ("rama !'mail", vec![0, 2]),
        ("rama !the", vec![2]),
        ("rama !\"black reward\"", vec![1, 2]),
        ("rama !\"reward black\"", vec![0, 2]),
        ("rama !\"black rew", vec![1, 2]),
        ("rama !\"black rew\"", vec![0, 1, 2]),
        ("rama !\"nowhere written\"", vec![0, 1, 2]),
    ] {
        assert_eq!(found(query), records, "{query}");
    }
}
