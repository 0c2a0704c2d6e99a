//! Who has an interest, whose act it is, and what counts as one origin.

use super::*;

#[test]
fn bodies_of_one_state_are_one_origin_and_a_state_is_no_body_of_an_alliance() {
    let records = r#"
[actor.us]
name = "US"
kind = "state"
part-of = ["nato"]
[actor.uk]
name = "UK"
kind = "state"
part-of = ["nato"]
[actor.nato]
name = "NATO"
kind = "organisation"
[actor.fbi]
name = "FBI"
kind = "agency"
[actor.nsc]
name = "NSC"
kind = "agency"
part-of = ["us"]
[actor.ncsc]
name = "NCSC"
kind = "agency"
part-of = ["uk"]
[publisher.fbi]
name = "FBI"
actor = "fbi"
[publisher.nsc]
name = "NSC"
actor = "nsc"
[publisher.ncsc]
name = "NCSC"
actor = "ncsc"
[source.fbi]
title = "F"
publisher = "fbi"
[source.nsc]
title = "N"
publisher = "nsc"
[source.ncsc]
title = "G"
publisher = "ncsc"
[[event]]
id = "e"
title = "E"
when = "2022"
type = "cyber"
cite = ["fbi", "nsc", "ncsc"]
[[link]]
from = "fbi"
type = "part-of"
to = "us"
"#;
    let library = library(&[&a_brief("x", records)]);
    let assessment = library.assessment(at(&library, "event:e")).unwrap();
    assert_eq!((assessment.origins, assessment.party_origins), (2, 0));
}

#[test]
fn whose_act_it_is_speaks_by_its_own_text_and_the_accused_is_a_party() {
    let told = |kind: &str, roles: &str| {
        let text = format!(
            "{HOUSES}[[event]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"2022\"\ntype = \"{kind}\"\n\
             cite = [\"state\"]\nroles = {roles}\n"
        );
        let library = library(&[&a_brief("x", &text)]);
        let found = library.assessment(at(&library, "event:e")).unwrap();
        (found.own_text, found.party_origins)
    };
    assert_eq!(told("statement", r#"{ speaker = ["ministry"], accused = ["state"] }"#), (true, 0));
    assert_eq!(told("cyber", r#"{ speaker = ["ministry"], accused = ["state"] }"#), (false, 1));
    assert_eq!(told("statement", r#"{ accused = ["state"] }"#), (false, 1));
    assert_eq!(told("cyber", r#"{ investigator = ["state"] }"#), (false, 0));
}

#[test]
fn the_number_of_a_source_is_that_of_the_claim_that_it_happened_else_of_when() {
    let library = event(
        &[
            said("x", "when", "15 Jul", "cite = [\"a\"]\ncredibility = 1"),
            said("y", "number", "5", "cite = [\"a\"]\ncredibility = 4"),
            said("z", "when", "17 Jul", "cite = [\"a\"]\ncredibility = 5\ndisputes = [\"x\"]"),
        ],
        "",
    );
    let grade = library.assessment(at(&library, "event:e")).unwrap().grade.unwrap();
    assert_eq!(grade.credibility.map(Credibility::number), Some(1));
    let library = event(&[said("y", "number", "5", "cite = [\"a\"]\ncredibility = 2")], "");
    let grade = library.assessment(at(&library, "event:e")).unwrap().grade.unwrap();
    assert_eq!((grade.reliability, grade.credibility), (Reliability::A, None));
}
