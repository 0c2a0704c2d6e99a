//! The built-in briefs: the cases that the answer card was made for.

use super::super::load::{LoadRequest, load};
use super::*;

fn builtin() -> Library {
    load(&LoadRequest { builtin: true, ..LoadRequest::default() })
}

/// Voices as `name: says`, with `≠` before those that differ.
fn voices(library: &Library, reference: &str) -> Vec<String> {
    let answer = library.answer(at(library, reference)).unwrap();
    let line = |voice: &Voice| {
        let says = voice.says.as_ref().map_or("-", DisplayText::as_str);
        let sign = if matches!(voice.stance, Stance::Supports) { "" } else { "≠ " };
        format!("{sign}{}: {says}", voice.name)
    };
    answer.voices.iter().map(line).collect()
}

#[test]
fn the_builtin_briefs_have_no_findings_and_no_stand_ins() {
    let library = builtin();
    assert_eq!(found(&library), Vec::<String>::new());
    assert!(library.items().all(|(_, item)| item.known));
    assert!(library.refused().is_empty());
}

#[test]
fn whether_the_meeting_was_held_shows_both_papers() {
    let library = builtin();
    let voices = voices(&library, "event:rama-lapid-meeting");
    assert!(voices.contains(&"Arab News: held".to_owned()), "{voices:#?}");
    assert_eq!(voices.last().unwrap(), "≠ The Jerusalem Post: planned");
}

#[test]
fn the_date_of_the_border_attack_shows_who_differs() {
    let library = builtin();
    let answer = library.answer(at(&library, "event:tims-attack")).unwrap();
    assert!(answer.disputed);
    let dispute = answer.disputes.first().unwrap().text();
    let dispute = dispute.as_str();
    assert!(dispute.starts_with("when: 19 Sep 2022 ≠ "), "{dispute}");
    let birn = "Balkan Investigative Reporting Network";
    let differs = answer.voices.iter().find(|voice| voice.name.as_str() == birn).unwrap();
    assert_eq!(differs.stance, Stance::Differs("19 Sep 2022".into()));
}

#[test]
fn who_hacked_the_mail_server_has_a_party_on_each_side() {
    let library = builtin();
    let answer = library.answer(at(&library, "event:aeoi-confirms-hack")).unwrap();
    let line = "attribution: Black Reward ≠ a foreign country";
    assert!(answer.disputes.iter().any(|dispute| dispute.text().as_str() == line));
    let voices = voices(&library, "event:aeoi-confirms-hack");
    let with = |name: &str| voices.iter().any(|voice| voice.starts_with(name));
    // They carry the statement that the event tells; the paper does not speak against it.
    assert!(with("Atomic Energy Organization of Iran: ") && with("Kayhan: "), "{voices:#?}");
    assert!(voices.contains(&"≠ Black Reward: Black Reward".to_owned()), "{voices:#?}");
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
