//! On which side a claim is: whom nobody asked, whose value is no date, what a judgement leaves out.

use super::*;

const GOOD: &str = "cite = [\"a\"]\ncredibility = 1";

#[test]
fn the_word_of_the_accused_is_no_accusation_however_it_is_graded() {
    for (accuser, denier) in [("b", "a"), ("a", "b")] {
        let us = format!("to = [\"state\"]\ncite = [\"{accuser}\"]\ncredibility = 3");
        let no = format!(
            "by = [\"state\"]\ncite = [\"{denier}\"]\ncredibility = 3\ndisputes = [\"us\"]"
        );
        let claims =
            [said("no", "attribution", "not us", &no), said("us", "attribution", "S", &us)];
        let library = event(&claims, "");
        assert_eq!(question(&library, "attribution"), "attribution by listed; held us; denied no");
    }
}

#[test]
fn who_says_that_it_was_he_denies_nothing() {
    let own = |rest: &str| {
        let rest = format!("{rest}\ncite = [\"state\"]\ncredibility = 4\ndisputes = [\"us\"]");
        question(
            &event(
                &[
                    said("us", "attribution", "Group", GOOD),
                    said("own", "attribution", "State", &rest),
                ],
                "",
            ),
            "attribution",
        )
    };
    let expected = "attribution by listed; held us; says otherwise own";
    assert_eq!(own("by = [\"ministry\"]\nto = [\"state\"]"), expected);
    assert_eq!(own("by = [\"state\"]\nattribution = \"self\""), expected);
    assert_eq!(own("by = [\"state\"]"), "attribution by listed; held us; denied own");
}

#[test]
fn an_event_told_as_a_fact_is_contested_by_a_better_denial() {
    let library = event(
        &[
            said("no", "occurrence", "did not happen", "cite = [\"b\"]\ncredibility = 1"),
            said(
                "yes",
                "occurrence",
                "happened",
                "cite = [\"a\"]\ncredibility = 4\ndisputes = [\"no\"]",
            ),
        ],
        "",
    );
    assert_eq!(question(&library, "occurrence"), "occurrence by event; held yes; contested no");
    assert!(library.assessment(at(&library, "event:e")).unwrap().disputed);
}

#[test]
fn what_contradicts_the_event_is_never_held_beside_other_disagreements() {
    let library = event(
        &[
            said(
                "no",
                "occurrence",
                "did not happen",
                "cite = [\"b\"]\ncredibility = 1\ndisputes = [\"e\"]",
            ),
            said("six", "occurrence", "six hits", "cite = [\"a\"]\ncredibility = 2"),
            said(
                "five",
                "occurrence",
                "five hits",
                "cite = [\"c\"]\ncredibility = 5\ndisputes = [\"six\"]",
            ),
        ],
        "",
    );
    assert_eq!(
        question(&library, "occurrence"),
        "occurrence by event; held six; contested no; also in print five"
    );
}

#[test]
fn a_value_that_is_no_date_is_not_against_the_date() {
    for value in ["15 korrik 2022", "15/07/2022", "the Friday", "not later than 15 Jul 2022"] {
        let library = event(
            &[
                said("yes", "when", value, GOOD),
                said(
                    "no",
                    "when",
                    "17 Jul 2022",
                    "cite = [\"b\"]\ncredibility = 4\ndisputes = [\"yes\"]",
                ),
            ],
            "",
        );
        let expected = "when by date; held yes; also in print no";
        assert_eq!(question(&library, "when"), expected, "{value}");
    }
    let library = event(
        &[
            said("yes", "when", "15 Jul 2022", "cite = [\"b\"]\ncredibility = 2"),
            said(
                "no",
                "when",
                "17 Jul, not 15 Jul",
                "cite = [\"a\"]\ncredibility = 1\ndisputes = [\"yes\"]",
            ),
        ],
        "",
    );
    assert_eq!(question(&library, "when"), "when by date; held yes; contested no");
}

#[test]
fn the_exact_date_is_better_than_a_wider_one() {
    let library = event(
        &[
            said("day", "when", "15 Jul 2022", "cite = [\"c\"]\ncredibility = 2"),
            said(
                "days",
                "when",
                "15-16 Jul 2022",
                "cite = [\"b\"]\ncredibility = 2\ndisputes = [\"day\"]",
            ),
        ],
        "",
    );
    assert_eq!(question(&library, "when"), "when by date; held day; contested days");
}

#[test]
fn a_day_of_the_month_is_no_objection_to_the_month() {
    let text = "[[event]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"2022-07\"\ntype = \"cyber\"\n\
         [[event.claim]]\nid = \"x\"\ntext = \"X\"\nabout = \"when\"\nvalue = \"15 Jul 2022\"\n\
         cite = [\"a\"]\ncredibility = 2\n\
         [[event.claim]]\nid = \"y\"\ntext = \"Y\"\nabout = \"when\"\nvalue = \"17 Jul 2022\"\n\
         cite = [\"b\"]\ncredibility = 2\ndisputes = [\"x\"]\n";
    let library = library(&[&a_brief("x", &format!("{HOUSES}{text}"))]);
    assert_eq!(question(&library, "when"), "when by date; held x; beside y");
}

#[test]
fn a_judgement_without_a_claim_in_its_basis_answers_the_one_disagreement() {
    let claims = [
        said("us", "attribution", "State", GOOD),
        said(
            "no",
            "attribution",
            "not us",
            "by = [\"state\"]\ncite = [\"state\"]\ndisputes = [\"us\"]",
        ),
    ];
    for named in ["basis = [\"e\"]", "basis = [\"e\"]\nagainst = [\"no\"]"] {
        let judgement = format!(
            "[[judgement]]\nid = \"j\"\ntext = \"J\"\non = \"e\"\nabout = \"attribution\"\n\
             value = \"State\"\n{named}\n"
        );
        let library = event(&claims, &judgement);
        let expected = "attribution by judgement j; held us; denied no";
        assert_eq!(question(&library, "attribution"), expected, "{named}");
    }
}

#[test]
fn in_a_ring_of_five_no_two_that_contradict_each_other_are_held() {
    let cite = ["a", "b", "b", "c", "c"];
    let rest: Vec<String> = (0..5)
        .map(|at| {
            let (source, next) = (cite[at], (at + 1) % 5);
            format!("cite = [\"{source}\"]\ncredibility = 2\ndisputes = [\"v{next}\"]")
        })
        .collect();
    let ids = ["v0", "v1", "v2", "v3", "v4"];
    let claims: Vec<_> =
        ids.iter().zip(&rest).map(|(id, rest)| said(id, "outcome", id, rest)).collect();
    let library = event(&claims, "");
    let event = at(&library, "event:e");
    let outcome =
        library.inquiries(event).iter().find(|one| one.about == Some(Aspect::Outcome)).unwrap();
    for held in &outcome.claims {
        let disputed: Vec<ItemId> = library.ends(*held, Relation::Disputes).collect();
        assert!(disputed.iter().all(|other| !outcome.claims.contains(other)));
    }
}

#[test]
fn of_a_statement_denials_alone_are_told() {
    let claims = [
        said("x", "attribution", "not us", "by = [\"ministry\"]\ncite = [\"state\"]"),
        said(
            "y",
            "attribution",
            "never",
            "by = [\"ministry\"]\ncite = [\"state\"]\ndisputes = [\"x\"]",
        ),
    ];
    let library = event_of_kind("statement", &claims, "");
    assert!(question(&library, "attribution").starts_with("attribution by listed"));
}
