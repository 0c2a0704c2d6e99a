//! Who says what about an event.

use super::*;

const RECORDS: &str = r#"
[publisher.ap]
name = "Associated Press"
reliability = "A"
[publisher.paper]
name = "Paper"
reliability = "B"
[publisher.office]
name = "Office"
[source.ap]
title = "AP report"
publisher = "ap"
[source.paper]
title = "Paper report"
publisher = "paper"
derived-from = ["ap"]
[source.office]
title = "Office notice"
publisher = "office"
[source.blog]
title = "Blog"

[[event]]
id = "e"
title = "E"
when = "2022-09-09"
type = "cyber"
cite = ["blog"]
[[event.claim]]
id = "hit"
text = "A system was hit."
about = "target"
value = "a system"
cite = ["ap", "office"]
[[event.claim]]
id = "ninth"
text = "On the ninth."
about = "when"
value = "9 Sep"
cite = ["ap", "paper"]
[[event.claim]]
id = "nineteenth"
text = "On the nineteenth."
about = "when"
value = "19 Sep"
cite = ["office"]
disputes = ["ninth"]

[[event]]
id = "f"
title = "F"
when = "2022-09-10"
type = "statement"
[[event.claim]]
id = "denied"
text = "Nothing was hit."
about = "target"
value = "nothing"
cite = ["office"]
disputes = ["hit"]
"#;

fn testimony(library: &Library, reference: &str) -> Testimony {
    library.testimony(at(library, reference)).unwrap()
}

fn a_library() -> Library {
    library(&[&a_brief("b", RECORDS)])
}

/// `when: 9 Sep differs, 19 Sep differs` for every matter.
fn lines(testimony: &Testimony) -> Vec<String> {
    let statement = |said: &Statement| format!("{} {:?}", said.value, said.standing);
    let line = |matter: &Matter| {
        let said: Vec<String> = matter.statements.iter().map(statement).collect();
        format!("{}: {}", matter.about.map_or("-", Aspect::word), said.join(", "))
    };
    testimony.matters.iter().map(line).collect()
}

#[test]
fn claims_stand_by_what_they_are_about_with_their_standing() {
    let library = a_library();
    let found = testimony(&library, "event:e");
    assert_eq!(
        lines(&found),
        ["when: 9 Sep Differs, 19 Sep Differs", "target: a system Differs, nothing Differs"]
    );
    let without = RECORDS.replace("disputes = [\"hit\"]\n", "");
    let library = super::library(&[&a_brief("b", &without)]);
    assert_eq!(lines(&testimony(&library, "event:e"))[1], "target: a system Agrees");
    assert_eq!(lines(&testimony(&library, "event:f")), ["target: nothing Alone"]);
}

#[test]
fn a_dispute_brings_in_the_claim_of_the_other_event() {
    let library = a_library();
    for (reference, claim, elsewhere) in
        [("event:e", "claim:denied", "event:f"), ("event:f", "claim:hit", "event:e")]
    {
        let found = testimony(&library, reference);
        let statements = found.matters.iter().flat_map(|matter| &matter.statements);
        let foreign: Vec<&Statement> =
            statements.filter(|statement| statement.elsewhere.is_some()).collect();
        assert_eq!(foreign.len(), 1, "{reference}");
        assert_eq!(foreign[0].claim, at(&library, claim));
        assert_eq!(foreign[0].elsewhere, Some(at(&library, elsewhere)));
    }
}

#[test]
fn sources_of_one_origin_are_named_together() {
    let library = a_library();
    let found = testimony(&library, "event:e");
    let shared: Vec<(String, Vec<String>)> = found
        .shared_origins
        .iter()
        .map(|(house, sources)| (house.to_string(), names(&library, sources)))
        .collect();
    assert_eq!(
        shared,
        [("Associated Press".to_owned(), vec!["source:ap".to_owned(), "source:paper".to_owned()])]
    );
    let beside: Vec<ItemId> = found.beside.iter().map(|citation| citation.source).collect();
    assert_eq!(beside, [at(&library, "source:blog")]);
}

#[test]
fn a_claim_asks_for_its_event_and_others_have_none() {
    let library = a_library();
    assert_eq!(testimony(&library, "claim:ninth"), testimony(&library, "event:e"));
    assert_eq!(library.testimony(at(&library, "source:ap")), None);
}
