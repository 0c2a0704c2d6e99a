//! Documents that several houses published together.

use super::*;
use crate::text::Fit;

/// Three houses, one of them a party, and documents of them alone and together.
const HOUSES: &str = r#"
[actor.target]
name = "Target"
kind = "company"
[publisher.cisa]
name = "Cybersecurity and Infrastructure Security Agency"
short = "CISA"
reliability = "A"
[publisher.fbi]
name = "FBI"
reliability = "B"
[publisher.target]
name = "Target Inc"
reliability = "C"
actor = "target"
[publisher.unrated]
name = "Unrated"
[source.cisa-alone]
title = "Of CISA"
publisher = "cisa"
[source.fbi-alone]
title = "Of the FBI"
publisher = ["fbi"]
[source.joint]
title = "Of both"
publisher = ["fbi", "cisa", "fbi"]
[source.with-target]
title = "With the target"
publisher = ["unrated", "target"]
[source.copy]
title = "Copy"
derived-from = ["joint"]
"#;

fn cited(sources: &str) -> Library {
    let event = format!(
        "{HOUSES}[[event]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"2022\"\ntype = \"cyber\"\n\
         roles = {{ target = [\"target\"] }}\ncite = [{sources}]\n"
    );
    library(&[&a_brief("x", &event)])
}

fn origins(sources: &str) -> usize {
    let library = cited(sources);
    library.assessment(at(&library, "event:e")).unwrap().origins
}

#[test]
fn a_joint_document_has_the_best_letter_of_its_houses_and_their_names() {
    let library = cited("\"joint\"");
    let joint = at(&library, "source:joint");
    assert_eq!(library.reliability(joint), Reliability::A);
    assert_eq!(library.best_letter(joint).unwrap().0.id.value, slug("cisa"));
    let houses: Vec<&str> =
        library.publishers(joint).map(|house| house.id.value.as_str()).collect();
    assert_eq!(houses, ["fbi", "cisa"]);
    let answer = library.answer(at(&library, "event:e")).unwrap();
    assert_eq!(
        answer.voices.first().unwrap().name.as_str(),
        "FBI, Cybersecurity and Infrastructure Security Agency"
    );
    assert_eq!(answer.voices.first().unwrap().short.as_str(), "FBI, CISA");
    assert_eq!(answer.grade.unwrap().reliability, Reliability::A);
}

#[test]
fn a_joint_document_is_one_origin_with_each_of_its_houses_and_joins_none_of_them() {
    assert_eq!(origins("\"joint\", \"cisa-alone\""), 1);
    assert_eq!(origins("\"fbi-alone\", \"joint\""), 1);
    for order in [
        "\"joint\", \"cisa-alone\", \"fbi-alone\"",
        "\"cisa-alone\", \"joint\", \"fbi-alone\"",
        "\"cisa-alone\", \"fbi-alone\", \"joint\"",
    ] {
        assert_eq!(origins(order), 2, "{order}");
    }
    assert_eq!(origins("\"copy\", \"fbi-alone\""), 1);
    assert_eq!(origins("\"joint\", \"with-target\""), 2);
}

#[test]
fn one_house_that_is_a_party_makes_a_joint_document_the_word_of_a_party() {
    let library = cited("\"with-target\", \"joint\"");
    let assessment = library.assessment(at(&library, "event:e")).unwrap();
    let parties: Vec<bool> = assessment.citations.iter().map(|citation| citation.party).collect();
    assert_eq!(parties, [true, false]);
    assert_eq!(library.reliability(at(&library, "source:with-target")), Reliability::C);
}

#[test]
fn short_names_of_several_houses_stay_within_their_columns() {
    let houses = ["a", "b", "c"]
        .map(|id| format!("[publisher.{id}]\nname = \"House {id}23456789\"\n"))
        .concat();
    let records = format!("{houses}[source.s]\ntitle = \"S\"\npublisher = [\"a\", \"b\", \"c\"]\n");
    let library = library(&[&a_brief("x", &records)]);
    let short = library.short_speaker(at(&library, "source:s"));
    assert!(short.columns() <= SHORT_PUBLISHER, "{short}");
    assert!(short.as_str().ends_with(" +2"), "{short}");
    assert!(short.as_str().starts_with("House"), "{short}");
}

#[test]
fn where_there_is_room_all_houses_are_named_and_none_is_cut() {
    let houses = "[publisher.a]\nname = \"The Authority of the Port\"\n\
                  [publisher.b]\nname = \"The House of the Harbour\"\nshort = \"Harbour\"\n\
                  [publisher.c]\nname = \"Customs\"\n";
    let records = format!("{houses}[source.s]\ntitle = \"S\"\npublisher = [\"a\", \"b\", \"c\"]\n");
    let library = library(&[&a_brief("x", &records)]);
    let whole = library.whole_speaker(at(&library, "source:s"));
    assert_eq!(whole.as_str(), "The Authority of the Port, Harbour, Customs");
}
