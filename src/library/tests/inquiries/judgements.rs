//! Which question a judgement answers, and what joins no question.

use super::*;

#[test]
fn two_disagreements_on_one_aspect_are_two_questions() {
    let pair = |one: &str, other: &str| {
        [
            format!("cite = [\"a\"]\ncredibility = {one}"),
            format!("cite = [\"b\"]\ncredibility = {other}"),
        ]
    };
    let [x, y] = pair("2", "3\ndisputes = [\"x\"]");
    let [v, w] = pair("1", "4\ndisputes = [\"v\"]");
    let library = event(
        &[
            said("x", "number", "300", &x),
            said("y", "number", "400", &y),
            said("v", "number", "two waves", &v),
            said("w", "number", "three waves", &w),
        ],
        "[[judgement]]\nid = \"j\"\ntext = \"J\"\non = \"e\"\nabout = \"number\"\nbasis = [\"v\"]\nagainst = [\"w\"]",
    );
    assert_eq!(
        question(&library, "number"),
        "number by grade x; held x; contested y | number by judgement j; held v; also in print w"
    );
}

#[test]
fn a_judgement_may_go_against_the_grades() {
    let library = event(
        &[
            said("x", "cause", "a fault", "cite = [\"a\"]\ncredibility = 2"),
            said("y", "cause", "an attack", "cite = [\"b\"]\ncredibility = 3\ndisputes = [\"x\"]"),
        ],
        "[[judgement]]\nid = \"j\"\ntext = \"J\"\nvalue = \"an attack\"\non = \"e\"\nbasis = [\"y\"]\nconfidence = \"low\"",
    );
    assert_eq!(question(&library, "cause"), "cause by judgement j; held y; contested x");
    let event = at(&library, "event:e");
    let cause =
        library.inquiries(event).iter().find(|one| one.about == Some(Aspect::Cause)).unwrap();
    assert_eq!(library.held_value(event, cause).unwrap().as_str(), "an attack");
    assert_eq!(library.confidence_in(event, cause), Some(Confidence::Low));
}

#[test]
fn a_plan_disputes_nothing_and_a_claim_against_the_event_does() {
    let library = event(
        &[
            said("held", "occurrence", "held", "cite = [\"a\"]\ncredibility = 2"),
            said("planned", "occurrence", "planned", "cite = [\"c\"]\ncredibility = 3"),
        ],
        "",
    );
    assert_eq!(question(&library, "occurrence"), "occurrence by event; held held planned");
    let library =
        event(&[said("never", "occurrence", "never", "cite = [\"b\"]\ndisputes = [\"e\"]")], "");
    assert_eq!(question(&library, "occurrence"), "occurrence by event; contested never");
}

#[test]
fn disputes_across_events_and_aspects_join_nothing() {
    let library = event(
        &[
            said("x", "cause", "a fault", "cite = [\"a\"]\ncredibility = 2"),
            said("y", "how", "by hand", "cite = [\"b\"]\ndisputes = [\"x\", \"y\", \"z\"]"),
        ],
        "[[event]]\nid = \"f\"\ntitle = \"F\"\nwhen = \"2022\"\ntype = \"other\"\n\
         [[event.claim]]\nid = \"z\"\ntext = \"Z\"\nabout = \"how\"\ncite = [\"a\"]\n",
    );
    assert_eq!(question(&library, "cause"), "cause by listed; held x");
    assert_eq!(question(&library, "how"), "how by listed; held y");
}
