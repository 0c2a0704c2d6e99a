//! Where an item comes from, and each step to its grade.

use super::*;
use crate::choice::Face;
use crate::page::of_face;

const RECORDS: &str = r#"schema = 2
[brief]
id = "b"
title = "B"
tlp = "CLEAR"
[publisher.wire]
name = "Wire"
reliability = "A"
[publisher.house]
name = "House"
reliability = "B"
[publisher.group]
name = "Group"
actor = "group"
[source.wire]
title = "Wire report"
publisher = "wire"
reliability = "A"
[source.copy]
title = "Copy"
publisher = "house"
derived-from = ["wire"]
[source.old]
title = "Old"
withdrawn = true
withdrawn-why = "It was made up."
[source.post]
title = "A post"
publisher = "group"
file = "archive/post.txt"
sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
lang = "fa"
[actor.group]
name = "GRP"
kind = "group"
[[event]]
id = "attack"
title = "The attack"
when = "2022-09-09"
type = "cyber"
roles = { claimant = ["group"] }
cite = ["wire", "copy", "post", "old"]
confidence = "moderate"
when-confidence = "low"
confidence-why = "Only one of them was there."
[[event.claim]]
id = "day"
text = "It was on the 9th."
about = "when"
value = "9 Sep 2022"
cite = ["wire"]
credibility = 2
[[event.claim]]
id = "other-day"
text = "It was on the 19th."
about = "when"
value = "19 Sep 2022"
cite = ["copy"]
credibility = 1
disputes = ["day"]
[[event]]
id = "month"
title = "The month after"
when = "2022-10"
type = "other"
"#;

fn page(reference: &str) -> String {
    let library = library_of(RECORDS);
    let size = PageSize { width: 80, ..SIZE };
    lines_of(&of_face(&library, at(&library, reference), Face::Provenance, size).1).join("\n")
}

fn assert_has(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "no `{part}` in\n{page}");
    }
}

#[test]
fn a_grade_is_letter_and_number_of_one_citation() {
    assert_has(
        &page("event:attack"),
        &[
            "WRITTEN AT\nbrief.toml:36\n",
            "WHY THIS GRADE: A2\nWire [2] has the best grade of the sources cited here that repeat no other",
            "A: completely reliable; given to this document; Wire itself has the same.\n",
            "2: probably true; the credibility that the author gives what it says of the\ndate: 9",
        ],
    );
    assert_has(&page("event:month"), &["WHY THIS GRADE\nNo grade: it cites no source."]);
    let claim = page("claim:day");
    assert_has(&claim, &["Wire [2] is the only source cited here.", "gives this claim."]);
}

#[test]
fn copies_and_what_was_withdrawn_are_not_counted_and_it_is_told_why() {
    assert_has(
        &page("event:attack"),
        &[
            "WHAT COUNTS: 2 origins, 1 of them a party\n",
            "1. A2 Wire [2]\n2. F Group [4] (party)\n",
            "- B House [5] (goes back to Wire): not counted, it repeats another one cited",
            "- F Old [6]: not counted, withdrawn\n",
            "PARTIES\n[4]  Group: GRP is claimant here\n",
        ],
    );
}

#[test]
fn what_contradicts_it_stands_with_its_weight() {
    assert_has(
        &page("event:attack"),
        &["CONTRADICTED BY\n[7]  It was on the 19th.\n     B1 House (says otherwise)\n"],
    );
    assert_has(&page("claim:other-day"), &["CONTRADICTS\n[3]  It was on the 9th.\n     A2 Wire\n"]);
    assert_has(&page("event:month"), &["CONTRADICTED BY\nNothing loaded contradicts it.\n"]);
}

#[test]
fn confidence_in_the_event_and_in_its_date_are_two_sentences() {
    assert_has(
        &page("event:attack"),
        &[
            "The author's confidence that it happened is moderate. That means credible",
            "The author's confidence in the date is\nlow. Only one of them was there.",
        ],
    );
    assert_has(&page("event:month"), &["CONFIDENCE\nThe author has stated none here."]);
}

#[test]
fn hashes_stand_here_and_on_the_page_of_a_source_alone() {
    let library = library_of(RECORDS);
    let has = |page: Page| lines_of(&page).concat().contains("0123456789abcdef0123456789abcdef");
    for (id, item) in library.items() {
        let is_post = item.title.as_str() == "A post";
        assert_eq!(has(Page::new(&library, id, SIZE)), is_post, "{}", item.title);
        assert_eq!(has(of_face(&library, id, Face::Provenance, SIZE).1), is_post, "{}", item.title);
    }
    assert_has(
        &page_of(&library, "source:post", SIZE).join("\n"),
        &["LANGUAGE  Persian", "VOICE OF  GRP [", "COPY      archive/post.txt"],
    );
    assert_has(&page("source:copy"), &["the publisher: brief.toml:9"]);
    assert_has(&page("source:copy"), &["SHA-256   no copy with a hash is kept"]);
    let old = page_of(&library, "source:old", SIZE);
    assert_eq!(old[1..3], ["WITHDRAWN: nothing is counted on it.", "It was made up."]);
}
