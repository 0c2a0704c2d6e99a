//! Pages of briefs, judgements, questions and claims: the answer first, then why and against what.

use super::*;

const RECORDS: &str = r#"schema = 2
[brief]
id = "b"
title = "The attack on the ministry"
tlp = "GREEN"
handling = "for public release"
as-of = "2022-11-22"
revision = 3
status = "reviewed"
authors = ["Alba", "Bora"]
bluf = "The state did it [@vendor-report]."
source-summary = "Open sources only."
[[change]]
revision = 3
date = "2022-11-22"
text = "Second sources."
[publisher.vendor]
name = "Vendor"
reliability = "B"
[publisher.agency]
name = "Agency"
reliability = "C"
actor = "state"
[source.vendor-report]
title = "Report"
publisher = "vendor"
[source.denial]
title = "Denial"
publisher = "agency"
[source.paper]
title = "Paper"
reliability = "C"
[actor.state]
name = "State"
kind = "state"
[actor.ministry]
name = "Ministry"
kind = "agency"
[[event]]
id = "attack"
title = "The attack"
when = "2022-07-15"
type = "cyber"
roles = { accused = ["state"], target = ["ministry"] }
cite = ["vendor-report"]
confidence = "high"
[[event.claim]]
id = "blamed"
text = "The state did it, says the vendor."
about = "attribution"
value = "the state"
attribution = "technical"
cite = ["vendor-report"]
credibility = 2
[[event.claim]]
id = "denied"
text = "The state denies it."
about = "attribution"
value = "not the state"
by = ["state"]
cite = ["denial"]
credibility = 4
disputes = ["blamed"]
when = "2022-07-20"
[[event.claim]]
id = "said"
text = "The state says that it is a victim itself."
about = "cause"
by = ["state"]
cite = ["denial"]
credibility = 4
[[event.claim]]
id = "printed"
text = "It was on the 17th."
about = "when"
value = "17 Jul 2022"
cite = ["paper"]
credibility = 4
disputes = ["dated"]
[[event.claim]]
id = "dated"
text = "It was on the 15th."
about = "when"
value = "15 Jul 2022"
cite = ["vendor-report"]
credibility = 1
[[event]]
id = "summit"
title = "The summit"
when = "2022-12-01"
type = "diplomatic"
status = "planned"
[[judgement]]
id = "j"
text = "The state was behind it."
on = "attack"
about = "attribution"
value = "the state"
likelihood = "very likely"
confidence = "moderate"
basis = ["blamed"]
against = ["denied"]
[[gap]]
text = "Who gave the order."
on = ["attack"]
[[qa]]
question = "Did the state do it?"
answer = "Very likely; it denies that."
basis = ["blamed", "denied"]
[[qa]]
question = "What does the state say?"
answer = "That it was not the state."
basis = ["denied", "said"]
[[qa]]
question = "When was it?"
answer = "On the 15th."
basis = ["attack", "dated", "summit"]
[[qa]]
question = "Why?"
answer = "Nobody knows."
basis = ["said"]
"#;

fn shown(reference: &str) -> Vec<String> {
    page_of(&library_of(RECORDS), reference, PageSize { width: 80, ..SIZE })
}

/// Whether lines stand in a page one after the other, others between them.
fn assert_in_order(lines: &[String], wanted: &[&str]) {
    let mut rest = lines.iter();
    for line in wanted {
        assert!(rest.any(|shown| shown == line), "no `{line}` in its place in\n{lines:#?}");
    }
}

#[test]
fn a_brief_says_its_bottom_line_and_judgements_before_it_counts_anything() {
    let lines = shown("brief:b");
    let head = ["The attack on the ministry", "The state did it [1].", "", "JUDGEMENTS"];
    assert_eq!(lines[..4], head);
    assert_in_order(
        &lines,
        &[
            "very likely (80-95%)  The state was behind it. [2]",
            "                      The author's confidence in this is moderate.",
            "IF ASKED",
            "[3]  Did the state do it?",
            "NOT KNOWN",
            "[7]  Who gave the order.",
            "CHANGES",
            "Revision 3, 22 Nov 2022: Second sources.",
            "SOURCES IN SHORT",
            "EVENTS",
            "15 Jul 2022   The attack [8]",
            "1 Dec 2022    The summit (planned) [9]",
            "THE BRIEF ITSELF",
            "MARKING   TLP:GREEN; for public release",
            "EDITION   revision 3, as of 22 Nov 2022, reviewed, by Alba and Bora",
            "IN NUMBERS",
            "EVENTS    1 with one origin, 1 without a source",
        ],
    );
}

#[test]
fn a_judgement_says_how_likely_and_how_sure_in_two_sentences_and_what_speaks_against_it() {
    assert_in_order(
        &shown("judgement:j"),
        &[
            "JUDGEMENT",
            "The state was behind it.",
            "This is very likely (80-95%).",
            "The author's confidence in this is moderate. That means credible",
            "ON        15 Jul 2022  The attack [1]",
            "QUESTION  who did it",
            "ANSWER    the state",
            "DENIED BY State [2]",
            "SUPPORT   sole source",
            "RESTS ON",
            "[3]  The state did it, says the vendor.",
            "     B2 Vendor, from technical traces",
            "AGAINST",
            "[4]  The state denies it.",
            "     C4 Agency (party)",
            "IN THE BRIEF",
        ],
    );
}

#[test]
fn an_answer_is_followed_by_how_sure_what_for_and_what_against() {
    assert_in_order(
        &shown("qa-1"),
        &[
            "Did the state do it?",
            "Very likely; it denies that.",
            "HOW SURE  who did it MODERATE",
            "JUDGEMENT who did it, very likely (80-95%): the state. State denies it.",
            "RESTS ON  B2 Vendor",
            "AGAINST   C4 Agency: not the state (party)",
            "CLAIMS AND EVENTS",
            "JUDGEMENTS",
        ],
    );
}

#[test]
fn of_what_one_side_says_its_own_word_is_the_ground_and_no_objection() {
    let lines = shown("qa-2");
    assert_in_order(&lines, &["RESTS ON  C4 Agency (party)"]);
    assert!(!lines.iter().any(|line| line.starts_with("AGAINST")), "{lines:#?}");
}

#[test]
fn several_events_are_told_apart_by_their_titles() {
    assert_in_order(
        &shown("qa-3"),
        &[
            "HOW SURE  The attack: day HIGH · it happened HIGH (1 origin)",
            "          The summit: planned; no source here says that it took place",
            "AGAINST   C4 Paper: 17 Jul 2022 (says otherwise)",
        ],
    );
}

#[test]
fn what_nobody_contradicts_says_how_it_is_carried() {
    let carried =
        |records: String| page_of(&library_of(&records), "qa-4", PageSize { width: 90, ..SIZE });
    let alone = "HOW SURE  doubtfully true: one source alone; no contradiction is recorded";
    assert_in_order(&carried(RECORDS.into()), &[alone]);
    let said = RECORDS.find("id = \"said\"").expect("a claim");
    let (before, after) = RECORDS.split_at(said);
    let after = after.replacen("cite = [\"denial\"]", "cite = [\"denial\", \"paper\"]", 1);
    let two = "HOW SURE  doubtfully true: 2 sources that do not repeat each other; no \
               contradiction is recorded";
    let shown = carried(format!("{before}{after}")).join(" ");
    let words = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains(&two.split_whitespace().collect::<Vec<_>>().join(" ")), "{shown}");
}

#[test]
fn a_claim_says_who_says_it_how_good_it_is_and_what_it_contradicts() {
    let denied = shown("claim:denied");
    assert_in_order(
        &denied,
        &[
            "SAID BY   State [1]",
            "SAID ON   Wed 20 Jul 2022",
            "GRADE     C4: fairly reliable; credibility 4, doubtfully true",
            "SUPPORT   one party alone",
            "QUESTION  who did it",
            "IT SAYS   not the state",
            "ANSWER    judged very likely (80-95%): the state",
            "CONTRADICTS",
            "[2]  The state did it, says the vendor.",
            "     B2 Vendor, from technical traces",
            "EVENT",
        ],
    );
    assert!(!denied.iter().any(|line| line == "LINKS"), "what has its name needs no list");
    assert_in_order(
        &shown("claim:blamed"),
        &["SAID BY   Vendor [1]", "CONTRADICTED BY", "     C4 Agency (party)"],
    );
}

#[test]
fn a_claim_that_somebody_denies_is_not_said_to_be_undisputed() {
    let text = RECORDS.replace("[[judgement]]", "[[judgement-of-nobody]]");
    let page = page_of(&library_of(&text), "claim:blamed", SIZE).join("\n");
    assert!(!page.contains("no contradiction is recorded"), "{page}");
}
