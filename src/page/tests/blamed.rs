//! Who is blamed: never the denial, never only the first in the file.

use super::*;
use crate::page::layout::line_text;

const HEAD: &str = r#"
[publisher.house]
name = "White House"
reliability = "A"
[publisher.bbc]
name = "BBC"
reliability = "B"
[publisher.mehr]
name = "Mehr"
reliability = "C"
actor = "mehr"
[source.house]
title = "H"
publisher = "house"
[source.bbc]
title = "B"
publisher = "bbc"
[source.mehr]
title = "M"
publisher = "mehr"
[actor.iran]
name = "Iran"
kind = "state"
[actor.us]
name = "United States"
kind = "state"
[actor.russia]
name = "Russia"
kind = "state"
[actor.mehr]
name = "Mehr"
kind = "media"
part-of = ["iran"]
[actor.front]
name = "Front"
kind = "persona"
[[event]]
id = "e"
title = "The attack"
when = "2022-07-15"
confidence = "high"
cite = ["bbc"]
"#;

/// A claim of who did it: id, value, source, number and what else it has.
fn claim(id: &str, value: &str, source: &str, number: u8, more: &str) -> String {
    format!(
        "[[event.claim]]\nid = \"{id}\"\nabout = \"attribution\"\nvalue = \"{value}\"\ntext = \"x\"\n\
         cite = [\"{source}\"]\ncredibility = {number}\n{more}\n"
    )
}

fn rows(keys: &str, claims: &[String], width: usize) -> Vec<String> {
    let records = format!("{HEAD}type = \"cyber\"\n{keys}\n{}", claims.concat());
    let library = of_schema(2, &records);
    let size = PageSize { width, ..SIZE };
    let page = Page::new(&library, at(&library, "event:e"), size);
    page.card.iter().map(|line| line_text(line).to_string()).collect()
}

/// The row of a label with those that it goes on in.
fn told(rows: &[String], label: &str) -> String {
    let mut own = rows.iter().skip_while(|row| !row.starts_with(label));
    let first = own.next().cloned().unwrap_or_default();
    let more = own.take_while(|row| row.starts_with(' '));
    more.fold(first, |text, row| format!("{text} {}", row.trim()))
}

fn by_us(number: u8, source: &str) -> String {
    claim("us", "Iran", source, number, "by = [\"us\"]\nto = [\"iran\"]")
}

const DENIED: &str = "BLAMED    Iran, by United States; not judged here. Iran denies it.";

#[test]
fn a_denial_is_not_shown_as_the_accusation() {
    let roles = "roles = { accused = [\"iran\"], accuser = [\"us\"] }";
    for (number, source) in [(3, "house"), (2, "house"), (4, "mehr")] {
        let denied =
            claim("no", "not Iran", source, number, "by = [\"iran\"]\ndisputes = [\"us\"]");
        let shown = rows(roles, &[by_us(3, "bbc"), denied], 78);
        assert_eq!(told(&shown, "BLAMED"), DENIED, "{shown:#?}");
        assert!(!told(&shown, "ALSO").contains("United States says"), "{shown:#?}");
    }
    let beside = claim("no", "not Iran", "mehr", 3, "by = [\"iran\"]");
    let shown = rows("roles = { accused = [\"iran\"] }", &[beside.clone(), by_us(2, "house")], 78);
    assert_eq!(told(&shown, "BLAMED"), "BLAMED    Iran, by United States; not judged here");
    // Nobody has the role: the accusation itself says who is accused.
    let shown = rows("", &[beside, by_us(2, "house")], 78);
    assert_eq!(told(&shown, "BLAMED"), "BLAMED    Iran, by United States; not judged here");
}

#[test]
fn all_who_are_blamed_are_named_the_best_grade_first() {
    let russia = claim("bbc", "Russia", "bbc", 2, "to = [\"russia\"]");
    let no_iran = claim("no-i", "not Iran", "mehr", 4, "by = [\"iran\"]\ndisputes = [\"us\"]");
    let no_russia =
        claim("no-r", "not Russia", "house", 4, "by = [\"russia\"]\ndisputes = [\"bbc\"]");
    let roles = "roles = { accused = [\"iran\", \"russia\"] }";
    let claims = [russia, by_us(2, "house"), no_iran, no_russia];
    let all = "BLAMED    Iran, by United States; Russia, by BBC; not judged here. Iran and Russia \
               deny it.";
    assert_eq!(told(&rows(roles, &claims, 78), "BLAMED"), all);
    let narrow = told(&rows(roles, &claims, 48), "BLAMED");
    assert!(narrow.starts_with("BLAMED    Iran, by United States +1; not judged"), "{narrow}");
    assert!(narrow.ends_with("Iran and Russia deny it."), "{narrow}");
    let weak = claim("weak", "aliens", "bbc", 5, "");
    let shown = told(&rows("", &[weak, by_us(1, "house")], 78), "BLAMED");
    assert_eq!(shown, "BLAMED    Iran, by United States; aliens, by BBC; not judged here");
}

#[test]
fn a_claim_of_itself_is_claimed_and_never_said_of_itself_by_itself() {
    let own = |more: &str| {
        claim(
            "own",
            "Front",
            "bbc",
            3,
            &format!("by = [\"front\"]\nattribution = \"self\"\n{more}"),
        )
    };
    let roles = "roles = { claimant = [\"front\"] }";
    let shown = rows(roles, &[own("")], 78);
    assert_eq!(told(&shown, "CLAIMED"), "CLAIMED   by Front (persona); not judged here");
    let disputing = own("to = [\"front\"]\ndisputes = [\"us\"]");
    let shown = rows(roles, &[disputing, by_us(2, "house")], 78);
    let text = shown.join("\n");
    assert!(!text.contains("Front says: Front"), "{text}");
    assert!(text.contains("claimed by Front"), "{text}");
}

#[test]
fn where_nothing_is_held_neither_of_two_comes_before_the_other() {
    let russia = claim("bbc", "Russia", "bbc", 2, "to = [\"russia\"]\ndisputes = [\"us\"]");
    for (width, wanted) in [
        (48, "DISPUTED  who did it: Iran (A2) or Russia (B2)"),
        (78, "DISPUTED  who did it: Iran (A2 White House) or Russia (B2 BBC)"),
    ] {
        let shown = rows("", &[by_us(2, "house"), russia.clone()], width);
        assert_eq!(told(&shown, "DISPUTED"), wanted, "{shown:#?}");
    }
}

#[test]
fn what_is_disputed_is_told_of_two_questions_of_one_name_and_of_a_third_value() {
    let of = |about: &str, id: &str, value: &str, source: &str, more: &str| {
        claim(id, value, source, 2, more).replace("attribution", about)
    };
    let claims = [
        of("number", "n1", "114 dead", "bbc", "disputes = [\"n2\"]"),
        of("number", "n2", "112 dead", "mehr", "").replace("credibility = 2", "credibility = 4"),
        of("number", "n3", "3 planes", "bbc", "disputes = [\"n4\"]"),
        of("number", "n4", "4 planes", "house", ""),
        "[[judgement]]\nid = \"j\"\ntext = \"x\"\non = \"e\"\nabout = \"number\"\n\
         value = \"114 dead\"\nlikelihood = \"likely\"\nconfidence = \"high\"\nbasis = [\"n1\"]\n"
            .to_owned(),
    ];
    let shown = rows("", &claims, 78);
    assert!(told(&shown, "HOW SURE").contains("number DISPUTED"), "{shown:#?}");
    let open = [
        of("where", "w1", "Tel Aviv", "bbc", "disputes = [\"w2\", \"w3\"]"),
        of("where", "w2", "Jerusalem", "bbc", ""),
        of("where", "w3", "Haifa", "mehr", "disputes = [\"w2\"]"),
    ];
    let shown = told(&rows("", &open, 78), "DISPUTED");
    assert_eq!(
        shown,
        "DISPUTED  where: Tel Aviv (B2 BBC) or Jerusalem (B2 BBC); others: Haifa (C2)"
    );
}

/// The accused, whose own word it is that it was not he.
const DENIAL: &str = r#"
[publisher.wire]
name = "Wire"
reliability = "B"
[actor.iran]
name = "Iran"
kind = "state"
[actor.nato]
name = "Alliance"
kind = "agency"
[source.s]
title = "S"
publisher = "wire"
[[event]]
id = "raid"
title = "The raid"
when = "2022-07-15"
type = "cyber"
status = "unconfirmed"
cite = ["s"]
[[event.claim]]
id = "blames"
text = "The Alliance says it was Iran."
about = "attribution"
value = "Iran"
by = ["nato"]
to = ["iran"]
cite = ["s"]
[[event.claim]]
id = "denies"
text = "Iran says that it did not do it."
about = "attribution"
value = "not Iran"
by = ["iran"]
attribution = "self"
disputes = ["blames"]
cite = ["s"]
"#;

#[test]
fn a_denial_on_the_ground_of_ones_own_word_is_no_claim_to_have_done_it() {
    for records in [
        DENIAL.to_owned(),
        // Whom it speaks of, and a dispute written from the other side.
        DENIAL.replace("attribution = \"self\"", "attribution = \"self\"\nto = [\"iran\"]"),
        DENIAL.replace("disputes = [\"blames\"]\n", "").replacen(
            "cite = [\"s\"]\n[[event.claim]]\nid = \"denies\"",
            "disputes = [\"denies\"]\ncite = [\"s\"]\n[[event.claim]]\nid = \"denies\"",
            1,
        ),
    ] {
        let event = page(&records, "raid").replace("\n          ", " ");
        assert!(!event.contains("claimed by"), "{event}");
        assert!(event.contains("Iran denies it"), "{event}");
        let claim = page(&records, "denies");
        assert!(claim.contains("the actor denies it"), "{claim}");
    }
    // Whoever says that it was he contradicts only those who blame another one.
    let own = DENIAL.replace("to = [\"iran\"]", "to = [\"nato\"]");
    let event = page(&own, "raid").replace("\n          ", " ");
    assert!(event.contains("claimed by Iran") && !event.contains("denies"), "{event}");
}

#[test]
fn a_long_value_is_cut_on_the_card_and_whole_on_its_own_page() {
    let long = "so ".repeat(100);
    let records = DENIAL.replace("\"not Iran\"", &format!("\"{}\"", long.trim()));
    let records = records.replace("attribution = \"self\"\n", "");
    let library = library(&records);
    let card = Page::new(&library, at(&library, "raid"), SIZE).card;
    assert!(card.len() < 10, "{} rows", card.len());
    let own = page(&records, "denies");
    let words = own.split_whitespace().filter(|word| *word == "so").count();
    assert!(words >= 100, "{own}");
}
