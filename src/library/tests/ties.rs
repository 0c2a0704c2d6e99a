//! Links between events.

use super::*;

fn event(id: &str, when: &str, links: &str) -> String {
    format!(
        "[[event]]\nid = \"{id}\"\ntitle = \"{id}\"\nwhen = \"{when}\"\ntype = \"other\"\n\
         cite = [\"s\"]\n{links}"
    )
}

fn link(word: &str, to: &str) -> String {
    format!("[[event.link]]\ntype = \"{word}\"\nto = \"{to}\"\n")
}

fn of(events: &[String]) -> Library {
    let source = "[source.s]\ntitle = \"S\"\n[source.t]\ntitle = \"T\"\n";
    library(&[&a_brief("x", &format!("{source}{}", events.concat()))])
}

/// What the ties of an event are, from its end: the word, whether it is that to the other, and the other.
fn told(library: &Library, event: &str) -> Vec<(String, bool, String)> {
    let id = at(library, event);
    let tie = |tie: &EventTie| {
        let (out, other) = if tie.from == id { (true, tie.to) } else { (false, tie.from) };
        (tie.relation.to_string(), out, library.reference(other).to_string())
    };
    library.event_ties(id).into_iter().map(tie).collect()
}

fn codes(library: &Library) -> Vec<&'static str> {
    let all = library.findings().iter().map(|found| found.code.id());
    all.filter(|code| ["E113", "E116", "W216", "W257", "W258"].contains(code)).collect()
}

#[test]
fn a_link_is_told_from_both_ends_and_both_events_belong_together() {
    let library = of(&[
        event("war", "2022", ""),
        event("strike", "2022-07-15", &link("part-of", "war")),
        event("reply", "2022-07-16", &link("x-mirrors", "strike")),
    ]);
    let word = |word: &str, out, other: &str| (word.to_owned(), out, other.to_owned());
    assert_eq!(told(&library, "event:war"), [word("part-of", false, "event:strike")]);
    assert_eq!(
        told(&library, "event:strike"),
        [word("part-of", true, "event:war"), word("mirrors", false, "event:reply")]
    );
    let linked = library.linked(at(&library, "event:war"), Kind::Event);
    assert_eq!(names(&library, linked), ["event:strike"]);
    assert_eq!(codes(&library), [""; 0]);
}

#[test]
fn answered_by_is_the_answer_told_from_its_other_end() {
    let events = [
        event("call", "2022-07-15", &link("answered-by", "reply")),
        event("reply", "2022-07-16", &link("answers", "call")),
    ];
    let library = of(&events);
    assert_eq!(told(&library, "event:reply"), [("answers".into(), true, "event:call".into())]);
    assert_eq!(told(&library, "event:call"), [("answers".into(), false, "event:reply".into())]);
    assert_eq!(codes(&library), ["W257"], "one relation is written twice");
}

#[test]
fn sources_of_a_link_are_none_of_the_event_and_count_as_used() {
    let cited = format!("{}cite = [\"t\"]\nnote = \"So says [@t].\"\n", link("part-of", "war"));
    let library = of(&[event("war", "2022", ""), event("strike", "2022-07-15", &cited)]);
    let strike = at(&library, "event:strike");
    let citations = &library.assessment(strike).unwrap().citations;
    let citations: Vec<ItemId> = citations.iter().map(|citation| citation.source).collect();
    assert_eq!(names(&library, &citations), ["source:s"]);
    let sources = library.linked(strike, Kind::Source);
    assert_eq!(names(&library, sources), ["source:s", "source:t"]);
    assert!(library.findings().iter().all(|found| found.code != Code::W220));
}

#[test]
fn an_order_that_the_dates_contradict_is_found_from_either_end() {
    for (word, earlier) in [
        ("postponed-to", true),
        ("announces", true),
        ("prepares", true),
        ("answered-by", true),
        ("answers", false),
        ("caused-by", false),
        ("continues", false),
        ("ends", false),
        ("investigates", false),
        ("repeats", false),
    ] {
        for (first, second) in [("2022-07-15", "2022-07-20"), ("2022-07-20", "2022-07-15")] {
            let library = of(&[event("a", first, &link(word, "b")), event("b", second, "")]);
            let is_right = (first < second) == earlier;
            let wanted: &[&str] = if is_right { &[] } else { &["W216"] };
            assert_eq!(codes(&library), wanted, "{word} {first} {second}");
        }
        let same = of(&[event("a", "2022-07-15", &link(word, "b")), event("b", "2022-07", "")]);
        assert_eq!(codes(&same), [""; 0], "{word}: no order is known");
    }
    for word in ["part-of", "related-to"] {
        let library = of(&[event("a", "2021", &link(word, "b")), event("b", "2022", "")]);
        assert_eq!(codes(&library), [""; 0], "{word}");
    }
}

#[test]
fn circles_and_events_linked_to_themselves_are_found_once() {
    let circle = of(&[
        event("a", "2022", &link("part-of", "b")),
        event("b", "2022", &link("part-of", "c")),
        event("c", "2022", &link("part-of", "a")),
    ]);
    assert_eq!(codes(&circle), ["E116"]);
    let messages: Vec<String> =
        circle.findings().iter().map(|found| found.message.to_string()).collect();
    let wanted = "`a` is part of `b` is part of `c` is part of `a`";
    assert!(messages.iter().any(|message| message == wanted), "{messages:?}");
    let itself = of(&[event("a", "2022", &link("part-of", "a"))]);
    assert_eq!(codes(&itself), ["W257"]);
    assert_eq!(told(&itself, "event:a"), []);
    // Two words are two relations, and one event may be related to another and it to that.
    let both = link("related-to", "b") + &link("continues", "b");
    let library = of(&[event("a", "2022", &both), event("b", "2022", &link("related-to", "a"))]);
    assert!(!codes(&library).contains(&"E116"));
}
