//! What a page says of who says what: no more than the records say, in words that can be read out.

use super::*;
use crate::choice::Face;
use crate::page::of_face;

/// A brief with a speaker whose words only others carry, a prosecutor, a vendor and a party.
const RECORDS: &str = r#"schema = 2
[brief]
id = "b"
title = "Power cuts"
tlp = "CLEAR"
[publisher.agency]
name = "ICS-CERT"
reliability = "A"
actor = "agency"
[publisher.wire]
name = "Reuters"
kind = "wire"
reliability = "A"
[publisher.state-wire]
name = "TASS"
kind = "wire"
reliability = "C"
[publisher.doj]
name = "US DoJ"
kind = "government"
reliability = "A"
actor = "doj"
[publisher.vendor]
name = "ESET"
kind = "vendor"
reliability = "B"
[publisher.grid]
name = "Grid"
kind = "party"
reliability = "B"
actor = "grid"
[source.alert]
title = "Alert"
publisher = "agency"
published = "2016-02-25"
[source.wired]
title = "A firm blames Sandworm"
publisher = "wire"
published = "2016-01-07"
[source.charges]
title = "Charges"
publisher = "doj"
published = "2020-10-19"
[source.rejected]
title = "Kremlin rejects the charges"
publisher = "state-wire"
published = "2020-10-20"
[source.blog]
title = "Blog"
publisher = "vendor"
published = "2016-01-04"
[source.notice]
title = "Notice"
publisher = "grid"
published = "2015-12-23"
[actor.agency]
name = "ICS-CERT"
[actor.grid]
name = "Grid"
[actor.doj]
name = "US DoJ"
[actor.firm]
name = "iSIGHT"
kind = "vendor"
[actor.sandworm]
name = "Sandworm"
kind = "intrusion-set"
[actor.unit]
name = "Unit 74455"
part-of = ["russia"]
[actor.russia]
name = "Russia"
kind = "state"
[actor.peskov]
name = "Peskov"
kind = "person"
part-of = ["russia"]
[actor.killdisk]
name = "KillDisk"
kind = "malware"
[place.oblast]
name = "Kyiv Oblast"
country = "UA"
[[event]]
id = "outage"
title = "Breakers are opened"
when = "2015-12-23"
type = "cyber"
roles = { victim = ["grid"], accused = ["unit", "russia"], tool = ["killdisk"] }
places = ["oblast"]
cite = ["alert", "notice"]
confidence = "high"
[[event.claim]]
id = "many"
text = "225,000 customers were cut off."
about = "number"
value = "225,000"
by = ["agency"]
cite = ["alert", "wired"]
credibility = 1
[[event.claim]]
id = "more"
text = "700,000 people were without power."
about = "number"
value = "700,000"
cite = ["blog"]
credibility = 4
disputes = ["many"]
[[event.claim]]
id = "day"
text = "It was on the 23rd."
about = "when"
value = "23 December 2015"
by = ["grid"]
cite = ["notice"]
credibility = 2
[[event.claim]]
id = "by-hand"
text = "It was done by hand."
about = "how"
value = "by hand"
cite = ["alert"]
credibility = 2
[[event.claim]]
id = "by-malware"
text = "It was malware."
about = "how"
value = "by malware"
cite = ["wired"]
credibility = 4
disputes = ["by-hand"]
[[event.claim]]
id = "firm-sandworm"
text = "Sandworm did it."
about = "attribution"
value = "Sandworm"
by = ["firm"]
attribution = "technical"
to = ["sandworm"]
cite = ["wired"]
credibility = 3
[[event.claim]]
id = "charged"
text = "Officers of the unit did it."
about = "attribution"
value = "Unit 74455"
by = ["doj"]
attribution = "legal"
to = ["unit"]
cite = ["charges"]
credibility = 2
[[event.claim]]
id = "denied"
text = "Russia did not do it."
about = "attribution"
value = "not Russia"
by = ["peskov"]
cite = ["rejected"]
credibility = 5
disputes = ["charged"]
[[event]]
id = "alert"
title = "ICS-CERT publishes its alert"
when = "2016-02-25"
type = "publication"
roles = { publisher = ["agency"] }
cite = ["alert"]
confidence = "high"
[[event]]
id = "restored"
title = "Power is back"
when = "2015-12-24"
type = "other"
cite = ["wired"]
[[judgement]]
id = "unit-did-it"
text = "The unit did it."
on = "outage"
about = "attribution"
value = "Unit 74455"
likelihood = "very likely"
confidence = "moderate"
basis = ["charged", "firm-sandworm"]
against = ["denied"]
[[qa]]
question = "Who did it?"
answer = "Very likely the unit: [[unit-did-it]] [@charges]. Russia denies it."
basis = ["charged", "firm-sandworm", "denied"]
[[qa]]
question = "Was it malware?"
answer = "No."
basis = ["by-hand"]
"#;

fn library() -> Library {
    library_of(RECORDS)
}

fn shown(reference: &str) -> Vec<String> {
    page_of(&library(), reference, PageSize { width: 78, ..SIZE })
}

/// What stands under a heading, up to the next blank line.
fn under(page: &[String], heading: &str) -> Vec<String> {
    let lines = page.iter().skip_while(|line| *line != heading).skip(1);
    lines.take_while(|line| !line.is_empty()).cloned().collect()
}

fn row(page: &[String], label: &str) -> String {
    let line = page.iter().find_map(|line| line.strip_prefix(label));
    line.unwrap_or_else(|| panic!("no {label} in {page:#?}")).trim().to_owned()
}

#[test]
fn a_source_contradicts_only_what_a_claim_of_it_disputes() {
    let denial = under(&shown("source:rejected"), "CONTRADICTS").join("\n");
    assert!(denial.contains("Officers of the unit did it."), "{denial}");
    assert!(!denial.contains("Sandworm"), "that is held by a judgement alone: {denial}");
    let wire = shown("source:wired");
    assert!(!under(&wire, "CONTRADICTED BY").join("\n").contains("Russia did not"), "{wire:#?}");
    let claim = shown("claim:firm-sandworm");
    assert!(!claim.iter().any(|line| line == "CONTRADICTED BY"), "{claim:#?}");
    assert!(shown("claim:charged").iter().any(|line| line == "CONTRADICTED BY"));
}

#[test]
fn nobody_is_said_to_be_named_where_no_record_says_so() {
    let denial = under(&shown("source:rejected"), "WHO HAS A PART IN WHAT IT IS CITED FOR");
    assert_eq!(denial.len(), 1, "{denial:?}");
    assert!(denial.iter().all(|line| line.ends_with("Peskov")), "{denial:?}");
    let charges =
        under(&shown("source:charges"), "WHO HAS A PART IN WHAT IT IS CITED FOR").join(" ");
    assert!(charges.contains("US DoJ") && charges.contains("Unit 74455"), "{charges}");
    let alert = under(&shown("source:alert"), "WHO HAS A PART IN WHAT IT IS CITED FOR").join(" ");
    assert!(alert.contains("KillDisk") && alert.contains("Grid"), "{alert}");
    assert!(!alert.contains("Peskov"), "{alert}");
    let place = under(&shown("place:oblast"), "WHO TAKES PART IN EVENTS THERE").join(" ");
    assert!(place.contains("Grid") && place.contains("Unit 74455"), "{place}");
    assert!(!place.contains("Peskov") && !place.contains("iSIGHT"), "{place}");
}

#[test]
fn who_speaks_stands_beside_the_paper_that_carries_it() {
    let judgement = shown("judgement:unit-did-it");
    let grounds = under(&judgement, "RESTS ON").join("\n");
    assert!(grounds.contains("A3 Reuters, citing iSIGHT, from technical traces"), "{grounds}");
    let against = under(&judgement, "AGAINST").join("\n");
    assert!(against.contains("C5 TASS, citing Peskov (party)"), "{against}");
    let question = shown("qa-1");
    assert_eq!(row(&question, "RESTS ON"), "A2 US DoJ · A3 Reuters, citing iSIGHT");
    assert_eq!(row(&question, "AGAINST"), "C5 TASS: not Russia, says Peskov (party)");
}

#[test]
fn a_paper_that_carries_a_party_is_none() {
    let library = library();
    let event = at(&library, "event:outage");
    let answer = library.answer(event).unwrap();
    let word = |source: &str| {
        let source = at(&library, source);
        let voice = answer.voices.iter().find(|voice| voice.source == source).unwrap();
        crate::page::standing_word(&library, event, voice)
    };
    assert_eq!(word("source:rejected"), Some("repeats a party"));
    assert_eq!(word("source:notice"), Some("party"));
    assert_eq!(word("source:alert"), None);
}

#[test]
fn a_charge_is_no_verdict() {
    let grounds = under(&shown("judgement:unit-did-it"), "RESTS ON").join("\n");
    assert!(grounds.contains("A2 US DoJ, in a legal case"), "{grounds}");
}

#[test]
fn a_card_has_the_answer_beside_what_is_said_otherwise_and_names_the_question() {
    let page = shown("event:outage");
    assert_eq!(
        row(&page, "JUDGEMENT"),
        "who did it, very likely (80-95%): Unit 74455. Peskov denies it."
    );
    assert_eq!(row(&page, "ALSO"), "how: by hand; Reuters says by malware +1", "{page:#?}");
    let wide = page_of(&library(), "event:outage", PageSize { width: 120, ..SIZE });
    assert_eq!(
        row(&wide, "ALSO"),
        "how: by hand; Reuters says by malware (A4) · how many: 225,000; ESET says 700,000 (B4)"
    );
    let contested = RECORDS.replace("\"blog\"]\ncredibility = 4", "\"blog\"]\ncredibility = 2");
    let page = page_of(&library_of(&contested), "event:outage", PageSize { width: 78, ..SIZE });
    assert_eq!(
        row(&page, "DISPUTED"),
        "how many: 225,000 (A1 ICS-CERT); others: 700,000 (B2 ESET)"
    );
}

#[test]
fn a_denial_is_not_the_answer() {
    let judgement = shown("judgement:unit-did-it");
    assert_eq!(row(&judgement, "ANSWER"), "Unit 74455");
    assert!(row(&judgement, "DENIED BY").starts_with("Peskov"), "{judgement:#?}");
}

#[test]
fn what_nobody_judges_is_said_in_english() {
    assert_eq!(row(&shown("qa-2"), "HOW SURE"), "how: not judged here");
}

#[test]
fn a_sentence_within_a_sentence_has_no_full_stop_of_its_own() {
    let question = shown("qa-1").join(" ");
    assert!(question.contains("“The unit did it” ["), "{question}");
    assert!(!question.contains(".."), "{question}");
}

#[test]
fn only_news_is_in_print() {
    let against = |reference| row(&shown(reference), "AGAINST");
    assert_eq!(against("qa-2"), "A4 Reuters: by malware (in print)");
    let claim = under(&shown("claim:many"), "CONTRADICTED BY").join("\n");
    assert!(claim.contains("B4 ESET (says otherwise)"), "{claim}");
}

#[test]
fn who_speaks_in_his_own_text_is_named_once() {
    let page = shown("event:outage").join("\n");
    assert!(page.contains("said by US DoJ, 19 Oct 2020 ["), "{page}");
    assert!(page.contains("said by ICS-CERT, 25 Feb 2016 ["), "{page}");
    assert!(
        page.contains("; also in Reuters, 7 Jan 2016 [") || page.contains("; also in"),
        "{page}"
    );
    assert!(page.contains("said by iSIGHT; Reuters, 7 Jan 2016 ["), "{page}");
}

#[test]
fn the_grade_that_is_explained_is_that_of_the_source_that_leads() {
    let library = library();
    let id = at(&library, "event:outage");
    let page = of_face(&library, id, Face::Provenance, PageSize { width: 100, ..SIZE }).1;
    let lines = lines_of(&page);
    let why = under(&lines, "WHY THIS GRADE: A").join(" ");
    assert!(why.starts_with("ICS-CERT, 25 Feb 2016 ["), "{lines:#?}");
    assert!(why.contains("that repeat no other one and are no parties."), "{why}");
}

#[test]
fn the_own_text_of_an_act_is_no_single_source() {
    let library = library();
    let rests = |event| library.assessment(at(&library, event)).unwrap().rests_on_one();
    assert!(!rests("event:alert") && rests("event:restored"));
    let brief = shown("brief:b");
    let support = row(&brief, "EVENTS    ");
    assert_eq!(support, "1 with several origins, 1 by its own text, 1 with one origin");
}

#[test]
fn a_date_that_is_said_is_written_as_people_write_it() {
    let exact = RECORDS.replace("\"23 December 2015\"", "\"2015-12-23T15:35+02:00\"");
    let library = library_of(&exact);
    let value = library.value(at(&library, "claim:day"));
    assert_eq!(value.as_str(), "23 Dec 2015 15:35 (+02:00)");
    let words = self::library();
    assert_eq!(words.value(at(&words, "claim:day")).as_str(), "23 December 2015");
}

#[test]
fn the_smallest_card_has_the_judgement_and_says_what_else_there_is() {
    let size = PageSize { width: 38, card: CardSize::Abbreviated, ..SIZE };
    let page = page_of(&library(), "event:outage", size);
    assert_eq!(row(&page, "HELD"), "very likely: Unit 74455");
    assert_eq!(row(&page, "MORE"), "ALSO, IF ASKED");
    let restored = page_of(&library(), "event:restored", size);
    assert!(!restored.iter().any(|line| line.starts_with("HELD") || line.starts_with("MORE")));
}

#[test]
fn in_a_row_a_judgement_is_set_apart_from_how_sure_it_is_that_it_happened() {
    let library = library();
    let answer = crate::page::RowAnswer::new(&library, at(&library, "event:outage"));
    assert_eq!(line_text(&answer.happened), "HIGH");
    assert_eq!(line_text(&answer.judged), "· very likely: Unit 74455");
}

#[test]
fn the_columns_of_one_question_stand_under_those_of_another() {
    let library = library();
    let id = at(&library, "event:outage");
    let page = of_face(&library, id, Face::WhoSays, PageSize { width: 110, ..SIZE }).1;
    let lines = lines_of(&page);
    let column = |what: &str, grade: &str| {
        let line = lines.iter().find(|line| line.contains(what));
        let line = line.unwrap_or_else(|| panic!("no {what} in {lines:#?}"));
        line.find(grade).unwrap_or_else(|| panic!("no {grade} in {line}"))
    };
    let first = column("225,000 [", " A1 ");
    assert_eq!(column("by hand [", " A2 "), first, "{lines:#?}");
    assert_eq!(column("by malware [", " A4 "), first, "{lines:#?}");
}
