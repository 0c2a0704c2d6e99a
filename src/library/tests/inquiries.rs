//! What is held of each question, and what objects to it.

mod interest;
mod judgements;
mod properties;
mod sides;

use super::*;
use std::fmt::Write as _;

/// Houses of every letter, some of which are parties.
const HOUSES: &str = r#"
[publisher.a]
name = "Alpha"
reliability = "A"
[publisher.b]
name = "Beta"
reliability = "B"
[publisher.c]
name = "Gamma"
reliability = "C"
[publisher.e]
name = "Epsilon"
reliability = "E"
[publisher.state]
name = "State News"
reliability = "C"
actor = "state"
[source.a]
title = "A"
publisher = "a"
[source.b]
title = "B"
publisher = "b"
[source.c]
title = "C"
publisher = "c"
[source.copy]
title = "Copy of A"
publisher = "c"
derived-from = ["a"]
[source.e]
title = "E"
publisher = "e"
[source.gone]
title = "Gone"
publisher = "b"
withdrawn = true
withdrawn-why = "Wrong."
[source.state]
title = "State"
publisher = "state"
[actor.state]
name = "State"
kind = "state"
[actor.ministry]
name = "Ministry"
kind = "agency"
part-of = ["state"]
[actor.victim]
name = "Victim"
kind = "state"
[actor.premier]
name = "Premier"
kind = "person"
part-of = ["victim"]
[actor.group]
name = "Group"
kind = "persona"
"#;

const ROLES: &str = r#"{ accused = ["state"], victim = ["victim"], claimant = ["group"] }"#;

struct Said<'s> {
    id: &'s str,
    about: &'s str,
    value: &'s str,
    rest: &'s str,
}

fn said<'s>(id: &'s str, about: &'s str, value: &'s str, rest: &'s str) -> Said<'s> {
    Said { id, about, value, rest }
}

fn event_of_kind(kind: &str, claims: &[Said<'_>], more: &str) -> Library {
    let mut text = format!(
        "[[event]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"2022-07-15\"\ntype = \"{kind}\"\n\
         cite = [\"a\"]\nroles = {ROLES}\n"
    );
    for Said { id, about, value, rest } in claims {
        writeln!(
            text,
            "[[event.claim]]\nid = \"{id}\"\ntext = \"{id}\"\nabout = \"{about}\"\n\
             value = \"{value}\"\n{rest}"
        )
        .unwrap();
    }
    library(&[&a_brief("x", &format!("{HOUSES}{text}{more}"))])
}

fn event(claims: &[Said<'_>], more: &str) -> Library {
    event_of_kind("cyber", claims, more)
}

/// A question in a line: `when by date: held a, b; contested c; also in print d; beside e`.
fn shown(library: &Library, inquiry: &Inquiry) -> String {
    let slug = |id: ItemId| library.get(id).unwrap().slug.as_str().to_owned();
    let list = |ids: &[ItemId]| ids.iter().map(|id| slug(*id)).collect::<Vec<_>>().join(" ");
    let about = inquiry.about.map_or("-", Aspect::word);
    let mut line = format!("{about} by {}", inquiry.held.word());
    if let Held::Judgement(id) | Held::Grade(id) = inquiry.held {
        write!(line, " {}", slug(id)).unwrap();
    }
    if let Held::Open(claims) = &inquiry.held {
        write!(line, " {}", list(claims)).unwrap();
    }
    if !inquiry.claims.is_empty() {
        write!(line, "; held {}", list(&inquiry.claims)).unwrap();
    }
    for weight in Weight::ALL {
        let of_weight = inquiry.objections.iter().filter(|found| found.weight == *weight);
        let ids: Vec<ItemId> = of_weight.map(|found| found.claim).collect();
        if !ids.is_empty() {
            write!(line, "; {} {}", weight.word(), list(&ids)).unwrap();
        }
    }
    if !inquiry.beside.is_empty() {
        write!(line, "; beside {}", list(&inquiry.beside)).unwrap();
    }
    line
}

fn questions(library: &Library) -> Vec<String> {
    library.inquiries(at(library, "event:e")).iter().map(|one| shown(library, one)).collect()
}

/// The question about an aspect.
fn question(library: &Library, about: &str) -> String {
    let found = questions(library).into_iter().filter(|line| line.starts_with(about));
    found.collect::<Vec<_>>().join(" | ")
}

#[test]
fn whether_and_when_are_asked_of_every_event() {
    assert_eq!(questions(&event(&[], "")), ["occurrence by event", "when by date"]);
}

#[test]
fn who_did_it_is_asked_where_it_is_answered_and_held_by_a_judgement_only() {
    let accused = [said("us", "attribution", "State", "cite = [\"a\"]\ncredibility = 1")];
    let library = event(&accused, "");
    assert_eq!(question(&library, "attribution"), "attribution by listed; held us");
    let judged = event(
        &accused,
        "[[judgement]]\nid = \"j\"\ntext = \"J\"\non = \"e\"\nabout = \"attribution\"\nbasis = [\"us\"]",
    );
    assert_eq!(question(&judged, "attribution"), "attribution by judgement j; held us");
    let statement = event_of_kind("statement", &accused, "");
    assert_eq!(question(&statement, "attribution"), "attribution by listed; held us");
}

#[test]
fn of_a_statement_only_the_denial_of_what_was_said_is_told() {
    let claims = [
        said("us", "attribution", "State", "cite = [\"a\"]\ncredibility = 2"),
        said(
            "no",
            "attribution",
            "not State",
            "by = [\"ministry\"]\ncite = [\"state\"]\ndisputes = [\"us\"]",
        ),
        said(
            "other",
            "attribution",
            "others",
            "cite = [\"b\"]\ncredibility = 1\ndisputes = [\"us\"]",
        ),
    ];
    let library = event_of_kind("statement", &claims, "");
    assert_eq!(
        question(&library, "attribution"),
        "attribution by listed; held us other; denied no"
    );
    assert!(!library.assessment(at(&library, "event:e")).unwrap().disputed);
}

#[test]
fn the_denial_of_the_accused_is_quiet_and_another_accusation_is_not() {
    let library = event(
        &[
            said("us", "attribution", "State", "cite = [\"a\"]\ncredibility = 2"),
            said(
                "no",
                "attribution",
                "not State",
                "by = [\"ministry\"]\ncite = [\"state\"]\ncredibility = 4\ndisputes = [\"us\"]",
            ),
            said(
                "other",
                "attribution",
                "somebody else",
                "cite = [\"b\"]\ncredibility = 3\ndisputes = [\"us\"]",
            ),
        ],
        "",
    );
    let line = "attribution by listed; held us; contested other; denied no";
    assert_eq!(question(&library, "attribution"), line);
    assert!(library.assessment(at(&library, "event:e")).unwrap().disputed);
    assert!(library.assessment(at(&library, "claim:other")).unwrap().disputed);
    assert!(!library.assessment(at(&library, "claim:no")).unwrap().disputed);
}

#[test]
fn a_word_without_an_author_is_that_of_the_parties_behind_all_its_sources() {
    let claims = |cite: &str| {
        let no = format!("cite = [{cite}]\ndisputes = [\"us\"]");
        let library = event(
            &[
                said("us", "attribution", "State", "cite = [\"a\"]\ncredibility = 2"),
                said("no", "attribution", "not State", &no),
            ],
            "",
        );
        question(&library, "attribution")
    };
    assert_eq!(claims("\"state\""), "attribution by listed; held us; denied no");
    assert_eq!(claims("\"state\", \"b\""), "attribution by listed; held us; contested no");
}

#[test]
fn the_date_of_the_event_is_held_whichever_claim_has_the_key() {
    let eleven = "cite = [\"a\"]";
    for (fifteen, seventeen) in [("disputes = [\"y\"]", ""), ("", "disputes = [\"x\"]")] {
        let x = format!("{eleven}\n{fifteen}");
        let y = format!("cite = [\"c\"]\n{seventeen}");
        let library =
            event(&[said("x", "when", "15 Jul", &x), said("y", "when", "17 Jul", &y)], "");
        assert_eq!(question(&library, "when"), "when by date; held x; contested y");
        let answer = library.answer(at(&library, "event:e")).unwrap();
        assert_eq!(answer.disputes, ["when: 15 Jul 2022 ≠ 17 Jul".into()]);
        let names: Vec<&str> = answer.voices.iter().map(|voice| voice.name.as_str()).collect();
        assert_eq!(names, ["Alpha", "Gamma"]);
    }
}

#[test]
fn a_date_that_differs_and_disputes_nothing_is_no_objection() {
    let library = event(&[said("y", "when", "17 Jul", "cite = [\"c\"]")], "");
    assert_eq!(question(&library, "when"), "when by date; beside y");
}

#[test]
fn two_that_touch_the_date_and_contradict_each_other_are_held_by_grade() {
    let library = event(
        &[
            said("month", "when", "Jul 2022", "cite = [\"c\"]\ncredibility = 3"),
            said(
                "day",
                "when",
                "15 Jul 2022",
                "cite = [\"a\"]\ncredibility = 1\ndisputes = [\"month\"]",
            ),
        ],
        "",
    );
    assert_eq!(question(&library, "when"), "when by date; held day; also in print month");
}

#[test]
fn of_other_questions_the_best_grade_is_held_and_equals_leave_it_open() {
    let graded = |x: &str, y: &str| {
        let x = format!("cite = [\"b\"]\n{x}");
        let y = format!("cite = [\"b\", \"c\"]\n{y}\ndisputes = [\"x\"]");
        let library =
            event(&[said("x", "where", "Tel Aviv", &x), said("y", "where", "Jerusalem", &y)], "");
        question(&library, "where")
    };
    assert_eq!(
        graded("credibility = 2", "credibility = 3"),
        "where by grade x; held x; contested y"
    );
    assert_eq!(
        graded("credibility = 4", "credibility = 1"),
        "where by grade y; held y; also in print x",
        "the sources of the worse side are those of the better"
    );
    assert_eq!(graded("credibility = 3", "credibility = 3"), "where by open x y");
    assert_eq!(graded("", "credibility = 6"), "where by open x y");
    assert_eq!(
        graded("credibility = 2", "credibility = 5"),
        "where by grade x; held x; also in print y"
    );
}

#[test]
fn parties_alone_leave_it_open() {
    let library = event(
        &[
            said(
                "taken",
                "outcome",
                "data taken",
                "by = [\"group\"]\ncite = [\"b\"]\ncredibility = 3",
            ),
            said(
                "safe",
                "outcome",
                "data safe",
                "by = [\"premier\"]\ncite = [\"c\"]\ndisputes = [\"taken\"]",
            ),
        ],
        "",
    );
    assert_eq!(question(&library, "outcome"), "outcome by open taken safe");
    assert!(!library.assessment(at(&library, "event:e")).unwrap().disputed, "the event is not");
}

#[test]
fn a_party_rated_high_is_heard_like_anybody() {
    let rated = |number: &str| {
        let y = format!("by = [\"premier\"]\ncite = [\"c\"]\n{number}\ndisputes = [\"x\"]");
        let library = event(
            &[
                said("x", "outcome", "destroyed", "cite = [\"a\"]\ncredibility = 2"),
                said("y", "outcome", "little damage", &y),
            ],
            "",
        );
        question(&library, "outcome")
    };
    assert_eq!(rated("credibility = 2"), "outcome by grade x; held x; contested y");
    assert_eq!(rated("credibility = 3"), "outcome by grade x; held x; says otherwise y");
    assert_eq!(rated(""), "outcome by grade x; held x; says otherwise y");
}

#[test]
fn withdrawn_copied_and_unreliable_words_are_only_printed() {
    let cited = |cite: &str| {
        let y = format!("cite = [{cite}]\ncredibility = 3\ndisputes = [\"x\"]");
        let library = event(
            &[
                said("x", "cause", "a fault", "cite = [\"a\"]\ncredibility = 2"),
                said("y", "cause", "an attack", &y),
            ],
            "",
        );
        question(&library, "cause")
    };
    for cite in ["\"gone\"", "\"copy\"", "\"a\"", "\"e\""] {
        assert_eq!(cited(cite), "cause by grade x; held x; also in print y", "{cite}");
    }
    assert_eq!(cited("\"c\""), "cause by grade x; held x; contested y");
}

#[test]
fn two_words_of_one_actor_do_not_contradict_each_other_aloud() {
    let library = event(
        &[
            said("x", "number", "100", "by = [\"premier\"]\ncite = [\"a\"]\ncredibility = 2"),
            said(
                "y",
                "number",
                "120",
                "by = [\"premier\"]\ncite = [\"b\"]\ncredibility = 2\ndisputes = [\"x\"]",
            ),
        ],
        "",
    );
    assert_eq!(question(&library, "number"), "number by grade x; held x; also in print y");
}

#[test]
fn friends_of_friends_hold_and_numbers_only_the_same_ones() {
    let chain = |about: &str, third: &str| {
        let library = event(
            &[
                said("x", about, "114", "cite = [\"a\"]\ncredibility = 2"),
                said("y", about, "112", "cite = [\"b\"]\ncredibility = 3\ndisputes = [\"x\"]"),
                said("z", about, third, "cite = [\"c\"]\ncredibility = 4\ndisputes = [\"y\"]"),
                said("alone", about, "7", "cite = [\"c\"]"),
            ],
            "",
        );
        question(&library, about)
    };
    assert_eq!(
        chain("how", "111"),
        "how by grade x; held x z; contested y | how by listed; held alone"
    );
    assert_eq!(
        chain("number", "111"),
        "number by grade x; held x; contested y; also in print z | number by listed; held alone"
    );
    assert_eq!(
        chain("number", "114"),
        "number by grade x; held x z; contested y | number by listed; held alone"
    );
}
