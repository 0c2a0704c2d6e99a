//! Origins, parties, grades, disputes.

use super::*;

const WIRES: &str = r#"
[publisher.ap]
name = "Associated Press"
reliability = "A"
[publisher.reuters]
name = "Reuters"
reliability = "B"
[publisher.arabnews]
name = "Arab News"
reliability = "C"
[source.ap]
title = "AP report"
publisher = "ap"
[source.ap-second]
title = "AP second report"
publisher = "ap"
[source.reuters]
title = "Reuters report"
publisher = "reuters"
[source.arabnews]
title = "Arab News report"
publisher = "arabnews"
derived-from = ["ap", "reuters"]
[source.blog]
title = "Blog"
"#;

fn event(cite: &str, more: &str) -> String {
    format!(
        "[[event]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"2022-09-09\"\ntype = \"cyber\"\ncite = [{cite}]\n{more}"
    )
}

fn assessed(records: &str, reference: &str) -> Assessment {
    let library = library(&[&a_brief("b", records)]);
    library.assessment(at(&library, reference)).unwrap().clone()
}

fn corroboration(cite: &str) -> Corroboration {
    assessed(&format!("{WIRES}{}", event(cite, "")), "event:e").corroboration
}

#[test]
fn copies_and_one_publisher_are_one_origin() {
    assert_eq!(corroboration(""), Corroboration::Uncited);
    assert_eq!(corroboration(r#""ap""#), Corroboration::SingleSource);
    assert_eq!(corroboration(r#""ap", "ap-second""#), Corroboration::SingleSource);
    assert_eq!(corroboration(r#""arabnews", "ap""#), Corroboration::SingleSource);
    assert_eq!(corroboration(r#""ap-second", "arabnews""#), Corroboration::SingleSource);
    assert_eq!(corroboration(r#""ap", "reuters""#), Corroboration::Corroborated(2));
}

#[test]
fn a_paper_that_copied_two_agencies_adds_nothing_and_takes_nothing_away() {
    assert_eq!(corroboration(r#""arabnews", "ap", "reuters""#), Corroboration::Corroborated(2));
    assert_eq!(corroboration(r#""arabnews", "ap", "blog""#), Corroboration::Corroborated(2));
}

#[test]
fn the_two_sides_of_a_diamond_meet_at_one_root() {
    let diamond = r#"
[source.top]
title = "Top"
[source.left]
title = "Left"
derived-from = ["top"]
[source.right]
title = "Right"
derived-from = ["top"]
[source.bottom]
title = "Bottom"
derived-from = ["left", "right"]
"#;
    let event = event(r#""left", "right", "bottom""#, "");
    let library = library(&[&a_brief("b", &format!("{diamond}{event}"))]);
    let assessment = library.assessment(at(&library, "event:e")).unwrap();
    assert_eq!(assessment.corroboration, Corroboration::SingleSource);
    let top = at(&library, "source:top");
    assert!(assessment.citations.iter().all(|citation| citation.roots == [top]));
}

#[test]
fn a_cycle_of_sources_is_one_origin_and_ends() {
    let cycle = "[source.a]\ntitle = \"A\"\nderived-from = [\"b\"]\n[source.b]\ntitle = \"B\"\nderived-from = [\"a\"]\n";
    let assessment = assessed(&format!("{cycle}{}", event(r#""a", "b""#, "")), "event:e");
    assert_eq!(assessment.corroboration, Corroboration::SingleSource);
}

#[test]
fn the_grade_is_one_citations_letter_and_number() {
    let grade = |cite: &str, more: &str| {
        let grade = assessed(&format!("{WIRES}{}", event(cite, more)), "event:e").grade.unwrap();
        (grade.reliability, grade.credibility.map(Credibility::number))
    };
    assert_eq!(grade(r#""blog""#, ""), (Reliability::F, None));
    assert_eq!(grade(r#""reuters", "ap""#, ""), (Reliability::A, None));
    // The best letter has no number here, and the number no letter A: neither borrows from the other.
    let claims = "[[event.claim]]\nid = \"x\"\ntext = \"X\"\nabout = \"when\"\nvalue = \"9 Sep\"\ncredibility = 2\ncite = [\"reuters\"]\n\
                  [[event.claim]]\nid = \"y\"\ntext = \"Y\"\nabout = \"number\"\ncredibility = 1\ncite = [\"ap\"]\n";
    assert_eq!(grade(r#""ap", "reuters""#, claims), (Reliability::B, Some(2)));
    let repeated = "[source.good]\ntitle = \"G\"\nreliability = \"A\"\nreliability-why = \"Careful.\"\nderived-from = [\"blog\"]\n";
    let records = format!("{WIRES}{repeated}{}", event(r#""good", "blog""#, ""));
    assert_eq!(assessed(&records, "event:e").grade.unwrap().reliability, Reliability::F);
}

#[test]
fn grades_are_compared_by_number_and_what_is_unknown_is_in_the_middle() {
    let grade =
        |reliability, number: u8| Grade { reliability, credibility: Credibility::new(number) };
    let mut grades = [
        grade(Reliability::E, 3),
        grade(Reliability::F, 0),
        grade(Reliability::A, 6),
        grade(Reliability::C, 1),
        grade(Reliability::B, 2),
        grade(Reliability::A, 4),
    ];
    grades.sort_by_key(|grade| grade.order());
    let shown =
        grades.map(|g| (g.reliability.word(), g.credibility.map_or(0, Credibility::number)));
    assert_eq!(shown, [("C", 1), ("B", 2), ("A", 6), ("F", 0), ("E", 3), ("A", 4)]);
}

#[test]
fn what_is_withdrawn_is_no_origin_and_lends_no_letter() {
    let gone = "[source.gone]\ntitle = \"G\"\npublisher = \"ap\"\nwithdrawn = true\n";
    let records = format!("{WIRES}{gone}{}", event(r#""gone", "reuters""#, ""));
    let found = assessed(&records, "event:e");
    assert_eq!(found.corroboration, Corroboration::SingleSource);
    assert_eq!(found.grade.unwrap().reliability, Reliability::B);
}

const PARTIES: &str = r#"
[publisher.aeoi]
name = "AEOI"
actor = "aeoi"
[publisher.paper]
name = "Paper"
[source.statement]
title = "Statement"
publisher = "aeoi"
[source.copy]
title = "Copy"
publisher = "paper"
derived-from = ["statement"]
[source.own]
title = "Own report"
[actor.aeoi]
name = "AEOI"
kind = "agency"
[actor.nppd]
name = "NPPD"
kind = "organisation"
part-of = ["aeoi"]
"#;

#[test]
fn a_publisher_with_an_interest_or_above_one_is_a_party() {
    let roles = "roles = { target = [\"nppd\"] }\n";
    let assess =
        |cite: &str, roles: &str| assessed(&format!("{PARTIES}{}", event(cite, roles)), "event:e");
    let alone = assess(r#""statement", "copy""#, roles);
    assert_eq!(alone.corroboration, Corroboration::PartyOnly);
    let party: Vec<bool> = alone.citations.iter().map(|citation| citation.party).collect();
    assert_eq!(party, [true, true]);
    let with_own = assess(r#""statement", "own""#, roles);
    assert_eq!(with_own.corroboration, Corroboration::Corroborated(2));
    assert_eq!(assess(r#""statement""#, "").corroboration, Corroboration::SingleSource);
}

#[test]
fn who_only_looked_into_it_is_no_party() {
    let roles = "roles = { investigator = [\"nppd\"] }\n";
    let found = assessed(&format!("{PARTIES}{}", event(r#""statement""#, roles)), "event:e");
    assert_eq!(found.corroboration, Corroboration::SingleSource);
}

#[test]
fn an_event_is_disputed_where_the_day_is_and_what_rests_on_it_with_it() {
    let claims = "[[event.claim]]\nid = \"x\"\ntext = \"X\"\nabout = \"when\"\nvalue = \"9 Sep\"\n\
                  [[event.claim]]\nid = \"y\"\ntext = \"Y\"\nabout = \"when\"\nvalue = \"8 Sep\"\ndisputes = [\"x\"]\n\
                  [[event.claim]]\nid = \"z\"\ntext = \"Z\"\nabout = \"number\"\n\
                  [[judgement]]\nid = \"j\"\ntext = \"J\"\nbasis = [\"x\"]\n\
                  [[judgement]]\nid = \"k\"\ntext = \"K\"\nbasis = [\"z\"]\n";
    let disputed = |reference: &str| assessed(&event("", claims), reference).disputed;
    assert!(disputed("event:e") && disputed("claim:x") && disputed("claim:y"));
    assert!(disputed("judgement:j"));
    assert!(!disputed("claim:z") && !disputed("judgement:k"));
}

/// Sources of an event with what they say, `≠` before those that differ.
fn voices(records: &str, reference: &str) -> (Vec<String>, Vec<String>) {
    let library = library(&[&a_brief("b", records)]);
    let answer = library.answer(at(&library, reference)).unwrap();
    let line = |voice: &Voice| {
        let says = voice.says.as_ref().map_or("-", DisplayText::as_str);
        let sign = if voice.stance == Stance::Supports { "" } else { "≠ " };
        format!("{sign}{} {says}", voice.name)
    };
    let disputes = answer.disputes.iter().map(|line| line.as_str().to_owned()).collect();
    (answer.voices.iter().map(line).collect(), disputes)
}

#[test]
fn a_claim_hears_the_other_side_of_its_question() {
    let claims = "[[event.claim]]\nid = \"x\"\ntext = \"X\"\nabout = \"when\"\nvalue = \"9 Sep\"\ncite = [\"ap\"]\ncredibility = 2\n\
                  [[event.claim]]\nid = \"y\"\ntext = \"On the 19th, they say.\"\nabout = \"when\"\ncite = [\"reuters\"]\ndisputes = [\"x\"]\n";
    let records = format!("{WIRES}{}", event(r#""blog", "ap""#, claims));
    let (said, disputes) = voices(&records, "event:e");
    let differs = "≠ Reuters On the 19th, they say.";
    assert_eq!(said, ["Associated Press 9 Sep", "Blog -", differs]);
    assert_eq!(disputes, ["when: 9 Sep 2022 ≠ On the 19th, they say."]);
    let (said, disputes) = voices(&records, "claim:x");
    assert_eq!(said, ["Associated Press 9 Sep", differs]);
    assert_eq!(disputes.len(), 1);
    let (said, _) = voices(&records, "claim:y");
    assert_eq!(said, ["Reuters On the 19th, they say.", "≠ Associated Press 9 Sep"]);
}

#[test]
fn a_source_that_the_event_cites_supports_it_even_where_it_objects_to_a_detail() {
    let claims = "[[event.claim]]\nid = \"x\"\ntext = \"X\"\nabout = \"number\"\nvalue = \"5\"\ncite = [\"ap\"]\ncredibility = 2\n\
                  [[event.claim]]\nid = \"y\"\ntext = \"Y\"\nabout = \"number\"\nvalue = \"6\"\ncite = [\"reuters\"]\ndisputes = [\"x\"]\n";
    let records = format!("{WIRES}{}", event(r#""reuters""#, claims));
    assert_eq!(voices(&records, "event:e").0, ["Reuters -"]);
}

#[test]
fn without_sources_of_its_own_the_claims_that_carry_it_speak() {
    let claims = "[[event.claim]]\nid = \"x\"\ntext = \"X\"\nabout = \"when\"\nvalue = \"9 Sep\"\ncite = [\"ap\"]\n\
                  [[event.claim]]\nid = \"y\"\ntext = \"Y\"\nabout = \"number\"\nvalue = \"6\"\ncite = [\"reuters\"]\n";
    let records = format!("{WIRES}{}", event("", claims));
    assert_eq!(voices(&records, "event:e").0, ["Associated Press 9 Sep"]);
}

#[test]
fn a_voice_names_what_it_repeats_once() {
    let records = WIRES.replace("[\"ap\", \"reuters\"]", "[\"ap\", \"ap-second\", \"reuters\"]");
    let library = library(&[&a_brief("b", &format!("{records}{}", event(r#""arabnews""#, "")))]);
    let answer = library.answer(at(&library, "event:e")).unwrap();
    let repeats = &answer.voices.first().unwrap().repeats;
    assert_eq!(*repeats, ["Associated Press".into(), "Reuters".into()]);
}

#[test]
fn the_best_source_is_the_one_that_the_grade_is_of() {
    let claims = "[[event.claim]]\nid = \"x\"\ntext = \"X\"\nabout = \"when\"\nvalue = \"9 Sep\"\ncredibility = 1\ncite = [\"reuters\"]\n";
    let best = |cite: &str| {
        let records = format!("{WIRES}{}", event(cite, claims));
        let library = library(&[&a_brief("b", &records)]);
        let id = at(&library, "event:e");
        let source = library.best_source(id).unwrap();
        let citation =
            library.assessment(id).unwrap().citations.iter().find(|c| c.source == source);
        assert_eq!(library.assessment(id).unwrap().grade, citation.map(Citation::grade));
        library.reference(source).to_string()
    };
    assert_eq!(best(r#""ap", "reuters""#), "source:reuters", "a number counts before a letter");
    assert_eq!(best(r#""arabnews", "ap""#), "source:ap", "a copy lends no grade");
    assert_eq!(best(r#""blog""#), "source:blog");
}

#[test]
fn a_party_is_named_by_the_role_that_makes_it_one() {
    let by = |roles: &str| {
        let records = format!("{PARTIES}{}", event(r#""statement", "own""#, roles));
        let library = library(&[&a_brief("b", &records)]);
        let (id, source) = (at(&library, "event:e"), at(&library, "source:statement"));
        library.party_by(id, source).map(|actor| library.reference(actor).to_string())
    };
    assert_eq!(by("roles = { target = [\"nppd\"] }\n"), Some("actor:nppd".into()));
    assert_eq!(by("roles = { claimant = [\"aeoi\"] }\n"), Some("actor:aeoi".into()));
    assert_eq!(by("roles = { investigator = [\"aeoi\"] }\n"), None);
}
