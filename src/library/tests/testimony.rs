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

/// `when: 9 Sep Alone, 19 Sep Differs` for every question of which something is said.
fn lines(testimony: &Testimony) -> Vec<String> {
    let statement = |said: &Statement| format!("{} {:?}", said.value, said.standing);
    let line = |account: &Account| {
        let said: Vec<String> = account.statements.iter().map(statement).collect();
        format!("{}: {}", account.about.map_or("-", Aspect::word), said.join(", "))
    };
    let said = testimony.questions.iter().filter(|account| !account.statements.is_empty());
    said.map(line).collect()
}

#[test]
fn claims_stand_by_the_question_they_answer_with_their_standing() {
    let library = a_library();
    let found = testimony(&library, "event:e");
    assert_eq!(lines(&found), ["when: 9 Sep Alone, 19 Sep Differs", "target: a system Agrees"]);
    assert_eq!(lines(&testimony(&library, "event:f")), ["target: nothing Alone"]);
}

#[test]
fn what_is_asked_of_every_event_is_told_although_no_claim_speaks_of_it() {
    let library = a_library();
    let found = testimony(&library, "event:e");
    let first = found.questions.first().unwrap();
    assert_eq!((first.about, &first.held), (Some(Aspect::Occurrence), &Held::Event));
    assert_eq!(first.answer, Some("E".into()));
}

#[test]
fn a_claim_says_what_it_contradicts_and_what_contradicts_it() {
    let library = a_library();
    let found = testimony(&library, "event:e");
    let said = |id: &str| {
        let mut all = found.questions.iter().flat_map(|account| &account.statements);
        all.find(|statement| statement.claim == at(&library, id)).unwrap()
    };
    assert_eq!(said("claim:nineteenth").disputes, [at(&library, "claim:ninth")]);
    assert_eq!(said("claim:ninth").disputed_by, [at(&library, "claim:nineteenth")]);
    assert_eq!(said("claim:nineteenth").weight, Some(Weight::Contested));
    assert_eq!(said("claim:ninth").weight, None);
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
