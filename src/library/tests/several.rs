//! Claims about several events.

use super::*;

const SOURCES: &str = r#"
[publisher.a]
name = "Alpha"
reliability = "B"
[publisher.state]
name = "State News"
reliability = "C"
actor = "state"
[actor.state]
name = "State"
kind = "state"
[source.a]
title = "A"
publisher = "a"
[source.state]
title = "S"
publisher = "state"
"#;

fn event(id: &str, more: &str) -> String {
    format!(
        "[[event]]\nid = \"{id}\"\ntitle = \"{id}\"\nwhen = \"2022-07-15\"\ntype = \"cyber\"\n\
         cite = [\"a\"]\n{more}"
    )
}

fn claim(id: &str, keys: &str) -> String {
    format!("[[event.claim]]\nid = \"{id}\"\ntext = \"Of {id}.\"\n{keys}")
}

fn of(records: &[String]) -> Library {
    library(&[&a_brief("x", &format!("{SOURCES}{}", records.concat()))])
}

fn claims(library: &Library, event: &str) -> Vec<String> {
    let claims: Vec<ItemId> = library.ends(at(library, event), Relation::Claims).collect();
    names(library, &claims)
}

fn codes(library: &Library) -> Vec<&'static str> {
    let all = library.findings().iter().map(|found| found.code.id());
    all.filter(|code| ["E113", "W240", "W244", "W256", "W259", "W271"].contains(code)).collect()
}

#[test]
fn a_claim_is_one_of_each_of_its_events_and_one_record() {
    let of_both = claim("said", "on = [\"raid\", \"strike\"]\ncite = [\"state\"]\n");
    let library = of(&[
        event("raid", &claim("own", "cite = [\"a\"]\n")),
        event("war", &of_both),
        event("strike", &claim("other", "cite = [\"a\"]\n")),
    ]);
    assert_eq!(claims(&library, "event:raid"), ["claim:own", "claim:said"]);
    assert_eq!(claims(&library, "event:war"), ["claim:said"]);
    assert_eq!(claims(&library, "event:strike"), ["claim:said", "claim:other"]);
    let said = at(&library, "claim:said");
    let events: Vec<ItemId> = library.events_of(said).collect();
    assert_eq!(names(&library, &events), ["event:war", "event:raid", "event:strike"]);
    assert_eq!(names(&library, library.listed(Kind::Claim)).len(), 3);
    let brief = library.linked(at(&library, "brief:x"), Kind::Claim);
    assert_eq!(names(&library, brief).len(), 3, "once in the brief");
    let source = at(&library, "source:state");
    assert_eq!(names(&library, &library.reliance(source).claims), ["claim:said"]);
    for event in ["event:war", "event:raid", "event:strike"] {
        let sources = library.linked(at(&library, event), Kind::Source);
        assert_eq!(names(&library, sources), ["source:a", "source:state"], "{event}");
        let of_event = library.linked(said, Kind::Event);
        assert!(names(&library, of_event).contains(&event.to_owned()), "{event}");
    }
    assert_eq!(codes(&library), [""; 0]);
}

#[test]
fn it_answers_a_question_of_each_and_is_contradicted_in_each() {
    let about =
        |source: &str| format!("about = \"occurrence\"\ncredibility = 2\ncite = [\"{source}\"]\n");
    let library = of(&[
        event("raid", &claim("said", &format!("on = [\"strike\"]\n{}", about("a")))),
        event("strike", &claim("denied", &format!("disputes = [\"said\"]\n{}", about("state")))),
    ]);
    assert_eq!(codes(&library), [""; 0], "they share an event");
    let said = at(&library, "claim:said");
    let events: Vec<ItemId> = library.inquiries_of(said).map(|(event, _)| event).collect();
    assert_eq!(names(&library, &events), ["event:raid", "event:strike"]);
    let other: Vec<ItemId> = library.other_side(said).iter().map(|(other, _)| *other).collect();
    assert_eq!(names(&library, &other), ["claim:denied"]);
    // The number of the claim grades the source of either event.
    for event in ["event:raid", "event:strike"] {
        let grade = library.assessment(at(&library, event)).unwrap().grade.unwrap();
        assert_eq!(grade.credibility.map(Credibility::number), Some(2), "{event}");
    }
    assert!(library.assessment(said).unwrap().disputed);
    let raid = library.assessment(at(&library, "event:raid")).unwrap();
    assert!(!raid.disputed, "the dispute is about the other event");
    assert!(library.assessment(at(&library, "event:strike")).unwrap().disputed);
}

#[test]
fn only_what_a_record_says_contradicts_it_in_any_of_its_events() {
    let of = |source: &str, more: &str| {
        format!("about = \"occurrence\"\ncredibility = 2\ncite = [\"{source}\"]\n{more}")
    };
    let raid =
        [claim("said", &of("a", "on = [\"strike\"]\n")), claim("unjoined", &of("state", ""))];
    let strike = claim("denied", &of("state", "disputes = [\"strike\"]\n"));
    let judged = "[[judgement]]\nid = \"j\"\ntext = \"It was.\"\non = \"raid\"\n\
                  about = \"occurrence\"\nbasis = [\"said\"]\nagainst = [\"unjoined\"]\n";
    let library =
        self::of(&[event("raid", &raid.concat()), event("strike", &strike), judged.to_owned()]);
    let other_side = |of: &str| {
        let others = library.other_side(at(&library, of)).into_iter();
        names(&library, &others.map(|(other, _)| other).collect::<Vec<_>>())
    };
    let (said, unjoined) = (at(&library, "claim:said"), at(&library, "claim:unjoined"));
    let of_raid = library.inquiries_of(said).next().unwrap().1;
    assert!(of_raid.objections.iter().any(|found| found.claim == unjoined), "by the judgement");
    assert_eq!(other_side("claim:said"), ["claim:denied"]);
    assert_eq!(other_side("claim:denied"), ["claim:said"]);
    assert_eq!(other_side("claim:unjoined"), [""; 0]);
}

#[test]
fn claims_of_one_side_of_a_question_are_asked_about_at_once() {
    let of = |more: &str| format!("about = \"number\"\ncredibility = 2\ncite = [\"a\"]\n{more}");
    let claims = [
        claim("one", &of("on = [\"strike\"]\n")),
        claim("same", &of("disputes = [\"two\"]\n")),
        claim(
            "two",
            &of("disputes = [\"one\"]\ncredibility = 3\n").replacen("credibility = 2\n", "", 1),
        ),
    ];
    let library = self::of(&[event("raid", &claims.concat()), event("strike", "")]);
    let asked = ["claim:one", "claim:same"].map(|claim| at(&library, claim));
    let sides = library.sides_of(asked);
    let shown = |claims: &[ItemId]| names(&library, claims).join(" ");
    let told: Vec<(String, String)> = sides
        .iter()
        .map(|side| {
            let others: Vec<ItemId> =
                library.opposite(side).into_iter().map(|(other, _)| other).collect();
            (shown(&side.claims), shown(&others))
        })
        .collect();
    let expected = [("claim:one claim:same", "claim:two"), ("claim:one", "")];
    assert_eq!(told, expected.map(|(claims, others)| (claims.to_owned(), others.to_owned())));
    assert!(sides.iter().all(|side| !side.objects));
}

#[test]
fn who_is_a_party_to_one_of_its_events_is_a_party() {
    let target = "roles = { target = [\"state\"] }\n";
    let said = |on: &str| claim("said", &format!("{on}cite = [\"state\"]\n"));
    let support = |on: &str| {
        let library = of(&[event("raid", &said(on)), event("strike", target)]);
        library.assessment(at(&library, "claim:said")).unwrap().corroboration
    };
    assert_eq!(support(""), Corroboration::SingleSource);
    assert_eq!(support("on = [\"strike\"]\n"), Corroboration::PartyOnly);
}

#[test]
fn the_most_restricted_of_its_events_marks_it() {
    let marked = |raid: &str, strike: &str| {
        let tlp = |label: &str| format!("tlp = \"{label}\"\n");
        let library = of(&[
            event("raid", &(tlp(raid) + &claim("said", "on = [\"strike\"]\ncite = [\"a\"]\n"))),
            event("strike", &tlp(strike)),
        ]);
        library.marking_of(at(&library, "claim:said"))
    };
    assert_eq!(marked("CLEAR", "CLEAR"), Marking::Clear);
    assert_eq!(marked("CLEAR", "AMBER"), Marking::Amber);
    assert_eq!(marked("GREEN", "CLEAR"), Marking::Green);
}

#[test]
fn a_judgement_may_rest_on_it_in_any_of_its_events() {
    let said = "on = [\"strike\"]\nabout = \"cause\"\nvalue = \"greed\"\ncite = [\"a\"]\n";
    let judgement = "[[judgement]]\nid = \"why\"\ntext = \"Greed.\"\non = \"strike\"\n\
                     basis = [\"said\"]\n";
    let library =
        of(&[event("raid", &claim("said", said)), event("strike", ""), judgement.to_owned()]);
    assert_eq!(codes(&library), [""; 0]);
    let strike = library.inquiries(at(&library, "event:strike"));
    assert!(
        strike.iter().any(|inquiry| inquiry.judgement() == Some(at(&library, "judgement:why")))
    );
    let judgements = library.linked(at(&library, "event:raid"), Kind::Judgement);
    assert_eq!(names(&library, judgements), ["judgement:why"], "it belongs to the other too");
}

#[test]
fn of_thousands_of_events_the_first_hundred_are_linked_and_the_rest_is_told() {
    let many: Vec<String> = (0..150).map(|number| event(&format!("e{number}"), "")).collect();
    let on: Vec<String> = (0..150).map(|number| format!("\"e{number}\"")).collect();
    let said = claim("said", &format!("on = [{}]\ncite = [\"a\"]\n", on.join(", ")));
    let library = of(&[event("raid", &said), many.concat()]);
    assert_eq!(library.events_of(at(&library, "claim:said")).count(), 101);
    assert_eq!(codes(&library), ["W271"]);
}
