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
fn the_letter_is_the_best_of_those_that_repeat_no_other_cited_one() {
    let grade = |cite: &str, more: &str| {
        let grade = assessed(&format!("{WIRES}{}", event(cite, more)), "event:e").grade.unwrap();
        (grade.reliability, grade.credibility.map(Credibility::number))
    };
    assert_eq!(grade(r#""blog""#, ""), (Reliability::F, None));
    assert_eq!(grade(r#""reuters", "ap""#, ""), (Reliability::A, None));
    let claims = "[[event.claim]]\nid = \"x\"\ntext = \"X\"\ncredibility = 3\n\
                  [[event.claim]]\nid = \"y\"\ntext = \"Y\"\ncredibility = 2\n\
                  [[event.claim]]\nid = \"z\"\ntext = \"Z\"\ncredibility = 1\ndisputes = [\"x\"]\n";
    assert_eq!(grade(r#""reuters""#, claims), (Reliability::B, Some(2)));
    let repeated = "[source.good]\ntitle = \"G\"\nreliability = \"A\"\nreliability-why = \"Careful.\"\nderived-from = [\"blog\"]\n";
    let records = format!("{WIRES}{repeated}{}", event(r#""good", "blog""#, ""));
    assert_eq!(assessed(&records, "event:e").grade.unwrap().reliability, Reliability::F);
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
fn a_publisher_in_the_roles_or_above_them_is_a_party() {
    let roles = "roles = { target = [\"nppd\"] }\n";
    let assess =
        |cite: &str, roles: &str| assessed(&format!("{PARTIES}{}", event(cite, roles)), "event:e");
    let alone = assess(r#""statement", "copy""#, roles);
    assert_eq!(alone.corroboration, Corroboration::PartyOnly);
    let party: Vec<bool> = alone.citations.iter().map(|citation| citation.party).collect();
    assert_eq!(party, [true, false]);
    let with_own = assess(r#""statement", "own""#, roles);
    assert_eq!(with_own.corroboration, Corroboration::Corroborated(2));
    assert_eq!(assess(r#""statement""#, "").corroboration, Corroboration::SingleSource);
}

#[test]
fn only_what_is_disputed_is_disputed() {
    let claims = "[[event.claim]]\nid = \"x\"\ntext = \"X\"\n\
                  [[event.claim]]\nid = \"y\"\ntext = \"Y\"\ndisputes = [\"x\"]\n\
                  [[judgement]]\nid = \"j\"\ntext = \"J\"\nbasis = [\"x\"]\n";
    let disputed = |reference: &str| assessed(&event("", claims), reference).disputed;
    assert!(disputed("event:e") && disputed("claim:x") && disputed("judgement:j"));
    assert!(!disputed("claim:y"));
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
    let disputes = answer.disputes.iter().map(|line| line.text().as_str().to_owned()).collect();
    (answer.voices.iter().map(line).collect(), disputes)
}

#[test]
fn who_disputes_differs_even_if_the_event_cites_it() {
    let claims = "[[event.claim]]\nid = \"x\"\ntext = \"X\"\nabout = \"when\"\nvalue = \"9 Sep\"\ncite = [\"ap\"]\ncredibility = 2\n\
                  [[event.claim]]\nid = \"y\"\ntext = \"On the 19th, they say.\"\nabout = \"when\"\ncite = [\"reuters\"]\ndisputes = [\"x\"]\n";
    let records = format!("{WIRES}{}", event(r#""reuters", "blog", "ap""#, claims));
    let (said, disputes) = voices(&records, "event:e");
    let differs = "≠ Reuters On the 19th, they say.";
    assert_eq!(said, ["Associated Press 9 Sep", "Blog -", differs]);
    assert_eq!(disputes, ["when: On the 19th, they say. ≠ 9 Sep"]);
    let (said, disputes) = voices(&records, "claim:x");
    assert_eq!(said, ["Associated Press 9 Sep", differs]);
    assert_eq!(disputes.len(), 1);
    let (said, _) = voices(&records, "claim:y");
    assert_eq!(said, ["Reuters On the 19th, they say.", "≠ Associated Press 9 Sep"]);
}

#[test]
fn of_two_that_dispute_each_other_the_first_is_the_telling() {
    let claims = "[[event.claim]]\nid = \"x\"\ntext = \"X\"\nvalue = \"15\"\ncite = [\"ap\"]\ndisputes = [\"y\"]\n\
                  [[event.claim]]\nid = \"y\"\ntext = \"Y\"\nvalue = \"17\"\ncite = [\"reuters\"]\ndisputes = [\"x\"]\n\
                  [[event.claim]]\nid = \"z\"\ntext = \"Z\"\nvalue = \"not 17\"\ncite = [\"blog\"]\ndisputes = [\"y\"]\n";
    let (said, disputes) = voices(&format!("{WIRES}{}", event("", claims)), "event:e");
    assert_eq!(said, ["Associated Press 15", "Blog not 17", "≠ Reuters 17"]);
    assert_eq!(disputes, ["17 ≠ 15"]);
}

#[test]
fn a_dispute_from_another_event_is_heard() {
    let other = "[[event.claim]]\nid = \"x\"\ntext = \"X\"\nvalue = \"self\"\ncite = [\"ap\"]\n\
                 [[event]]\nid = \"f\"\ntitle = \"F\"\nwhen = \"2022\"\ntype = \"statement\"\n\
                 [[event.claim]]\nid = \"y\"\ntext = \"Y\"\nvalue = \"foreign\"\ncite = [\"reuters\"]\ndisputes = [\"x\"]\n";
    let records = format!("{WIRES}{}", event("", other));
    assert_eq!(voices(&records, "event:e").0, ["Associated Press self", "≠ Reuters foreign"]);
    // Each event tells its own side, whichever claim was written to dispute the other.
    let said = ["Reuters foreign", "≠ Associated Press self"];
    assert_eq!(
        voices(&records, "event:f"),
        (said.map(String::from).into(), vec!["self ≠ foreign".into()])
    );
}

#[test]
fn a_voice_names_what_it_repeats_once() {
    let records = WIRES.replace("[\"ap\", \"reuters\"]", "[\"ap\", \"ap-second\", \"reuters\"]");
    let library = library(&[&a_brief("b", &format!("{records}{}", event(r#""arabnews""#, "")))]);
    let answer = library.answer(at(&library, "event:e")).unwrap();
    let repeats = &answer.voices.first().unwrap().repeats;
    assert_eq!(*repeats, ["Associated Press".into(), "Reuters".into()]);
}
