//! The built-in briefs: the cases that the answer card was made for.

use super::super::load::{LoadRequest, load};
use super::*;

fn builtin() -> Library {
    load(&LoadRequest { builtin: true, ..LoadRequest::default() })
}

#[test]
fn the_builtin_briefs_have_no_findings_and_no_stand_ins() {
    let library = builtin();
    assert_eq!(found(&library), Vec::<String>::new());
    assert!(library.items().all(|(_, item)| item.known));
    assert!(library.refused().is_empty());
}

/// The confidence in an event and whether it is disputed that it happened or when.
fn sureness(library: &Library, reference: &str) -> (Option<Confidence>, bool) {
    let event = at(library, reference);
    let of_the_event =
        |one: &&Inquiry| matches!(one.about, Some(Aspect::Occurrence | Aspect::When));
    let disputed = library.inquiries(event).iter().filter(of_the_event).any(Inquiry::is_disputed);
    (library.assessment(event).unwrap().confidence, disputed)
}

#[test]
fn what_nobody_doubts_is_not_in_doubt() {
    let library = builtin();
    for event in ["albania-earthquake", "ties-severed", "rama-lapid-meeting", "july-15-attack"] {
        let sure = sureness(&library, &format!("event:{event}"));
        assert_eq!(sure, (Some(Confidence::High), false), "{event}");
    }
}

#[test]
fn no_reason_contradicts_its_own_confidence() {
    let library = builtin();
    for id in library.listed(Kind::Event) {
        let event = library.event(*id).unwrap();
        let Some(why) = &event.confidence_why else { continue };
        let word = event.confidence.as_ref().map_or("", |found| found.value.word());
        let first = why.text.as_str().to_lowercase();
        for other in ["low", "moderate", "high"] {
            let says = first.starts_with(&format!("{other} "))
                || first.contains(&format!("held at {other}"));
            assert!(!says || other == word, "{}: {first}", event.id.value.as_str());
        }
    }
}

#[test]
fn a_misprint_is_in_print_and_no_dispute() {
    let library = builtin();
    for (event, value) in [
        ("albania-earthquake", "2020"),
        ("july-15-attack", "17 Jul 2022"),
        ("tims-attack", "19 Sep 2022"),
    ] {
        let id = at(&library, &format!("event:{event}"));
        let when =
            library.inquiries(id).iter().find(|one| one.about == Some(Aspect::When)).unwrap();
        let objection = when
            .objections
            .iter()
            .find(|found| library.value(found.claim).as_str().starts_with(value))
            .unwrap_or_else(|| panic!("{event} lost {value}"));
        assert_eq!(objection.weight, Weight::AlsoInPrint, "{event}");
    }
}

#[test]
fn the_accused_denies_the_main_attack_and_the_judgement_stands() {
    let library = builtin();
    let event = at(&library, "event:july-15-attack");
    let who = library.inquiries(event).iter().find(|one| one.about == Some(Aspect::Attribution));
    let who = who.unwrap();
    assert_eq!(library.held_value(event, who).unwrap().as_str(), "the Iranian state");
    let iran = at(&library, "actor:iran");
    assert!(
        who.objections
            .iter()
            .any(|found| found.weight == Weight::Denied && found.word_of == [iran])
    );
    assert!(!who.is_disputed());
}

#[test]
fn who_hacked_the_mail_server_has_a_party_on_each_side() {
    let library = builtin();
    let event = at(&library, "event:black-reward-release");
    let who = library.inquiries(event).iter().find(|one| one.about == Some(Aspect::Attribution));
    let speakers: Vec<String> = who
        .unwrap()
        .all_claims()
        .flat_map(|claim| library.word_of(event, claim))
        .map(|actor| library.reference(actor).to_string())
        .collect();
    for party in ["actor:aeoi", "actor:black-reward"] {
        assert!(speakers.iter().any(|speaker| speaker == party), "{party}: {speakers:?}");
    }
}

#[test]
fn every_claim_of_the_builtin_briefs_stands_in_one_question() {
    let library = builtin();
    for id in library.listed(Kind::Event) {
        for claim in library.ends(*id, Relation::Claims) {
            let (event, inquiry) = library.inquiries_of(claim).next().unwrap();
            assert_eq!(event, *id);
            assert_eq!(inquiry.all_claims().filter(|one| *one == claim).count(), 1);
            let about = library.claim(claim).unwrap().about;
            assert_eq!(inquiry.about, about, "{}", library.reference(claim));
        }
    }
}

#[test]
fn the_good_fixtures_have_no_errors_across_records() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/briefs/good");
    let library = load(&LoadRequest { paths: vec![folder], ..LoadRequest::default() });
    assert!(library.refused().is_empty());
    // No archived copies lie beside the fixtures (E150).
    let error = |line: &String| line.starts_with('E') && !line.starts_with("E150");
    let errors: Vec<String> = found(&library).into_iter().filter(error).collect();
    assert_eq!(errors, Vec::<String>::new());
}
