//! Scripts, abbreviations and numbers, and what is like a word by chance.

use super::{engine, first, ids};

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
fn what_is_somewhere_else_is_like_nothing() {
    let engine = engine();
    for query in ["isis", "yemen", "natanz", "conti", "peres", "orban", "ramsan", "attache"] {
        assert!(ids(&engine, query).is_empty(), "{query} {:?}", ids(&engine, query));
    }
}
