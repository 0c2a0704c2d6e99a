//! Claims about several events: on a page each of the events counts, not the first alone.

use super::*;
use crate::page::compare;
use crate::page::content::ComparisonRow;
use crate::page::layout::written;

/// The claim of a house that has a part in the second of its events only, by a source that repeats another.
const RECORDS: &str = r#"
[publisher.wire]
name = "Wire"
reliability = "B"
[publisher.state]
name = "State News"
reliability = "C"
actor = "state"
[actor.state]
name = "State"
kind = "state"
[source.wire]
title = "W"
publisher = "wire"
[source.state]
title = "S"
publisher = "state"
derived-from = ["wire"]
[[event]]
id = "raid"
title = "The raid"
when = "2022-07-15"
type = "cyber"
[[event.claim]]
id = "said"
text = "Others did both."
about = "attribution"
value = "others"
on = ["strike"]
cite = ["state"]
[[event]]
id = "strike"
title = "The strike"
when = "2022-07-16"
type = "cyber"
roles = { target = ["state"] }
[[event.claim]]
id = "lasted"
text = "It lasted a day."
cite = ["wire"]
[[qa]]
question = "How long did it last?"
answer = "A day."
basis = ["lasted"]
[[qa]]
question = "Who did it?"
answer = "Others, says the state."
basis = ["said"]
"#;

#[test]
fn a_party_to_any_event_of_a_claim_is_one_on_its_card() {
    let shown = page_of(&library(RECORDS), "claim:said", SIZE);
    let who = shown.iter().find(|line| line.starts_with("WHO SAYS")).expect("a row");
    assert!(who.ends_with("State News (party)"), "{who}");
}

#[test]
fn a_party_to_any_event_of_a_claim_is_one_where_it_is_compared() {
    let library = library(RECORDS);
    let compared = compare(&library, at(&library, "claim:said"), at(&library, "claim:lasted"));
    let is_who = |row: &&ComparisonRow| row.label.as_str() == "WHO SAYS";
    let who = written(&compared.rows.iter().find(is_who).expect("a row").left, Medium::Plain);
    assert!(who.as_str().contains("State News (party"), "{who:?}");
}

#[test]
fn a_question_is_ranked_by_a_claim_that_stands_under_another_event() {
    let library = library(RECORDS);
    let questions = crate::page::questions_of(&library, at(&library, "event:strike"));
    let titles: Vec<String> =
        questions.iter().map(|id| library.full_title(*id).to_string()).collect();
    assert_eq!(titles, ["Who did it?", "How long did it last?"]);
}

#[test]
fn who_did_it_is_said_of_every_event_of_the_claim_that_says_so() {
    let event = |id: &str, claim: &str| {
        format!(
            "[[event]]\nid = \"{id}\"\ntitle = \"{id}\"\nwhen = \"2022\"\ntype = \"cyber\"\n[[event.claim]]\n{claim}\n\
             to = [\"group\"]\n"
        )
    };
    let who =
        "id = \"who\"\ntext = \"The group did both.\"\nabout = \"attribution\"\non = [\"strike\"]";
    let day = "id = \"day\"\ntext = \"The group came on a Friday.\"\nabout = \"when\"";
    let told = |events: &[String]| {
        page(&format!("[actor.group]\nname = \"Group\"\n{}", events.concat()), "actor:group")
    };
    let of_both = told(&[event("raid", who), event("strike", day)]);
    assert!(of_both.contains("The group did both.") && !of_both.contains("Friday"), "{of_both}");
    let of_another = told(&[event("raid", who), event("strike", ""), event("theft", day)]);
    assert!(of_another.contains("Friday"), "{of_another}");
}
