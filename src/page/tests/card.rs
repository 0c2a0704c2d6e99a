//! The card: every row, and each only where it has something to say.

use super::*;
use crate::library::Kind;
use crate::page::layout::line_text;

const SOURCES: &str = r#"
[publisher.house]
name = "White House"
reliability = "A"
actor = "us"
[publisher.bureau]
name = "Federal Bureau"
reliability = "A"
actor = "bureau"
[publisher.vendor]
name = "Vendor"
reliability = "B"
[publisher.agency]
name = "State News"
reliability = "C"
actor = "state"
[publisher.paper]
name = "A Paper With A Very Long Name"
short = "Paper"
reliability = "C"
[source.house]
title = "H"
publisher = "house"
[source.bureau]
title = "B"
publisher = "bureau"
[source.vendor]
title = "V"
publisher = "vendor"
[source.agency]
title = "S"
publisher = "agency"
[source.paper]
title = "P"
publisher = "paper"
[source.copy]
title = "C"
publisher = "paper"
derived-from = ["vendor"]
[actor.us]
name = "United States"
kind = "state"
[actor.bureau]
name = "Bureau"
kind = "agency"
part-of = ["us"]
[actor.state]
name = "Iran"
kind = "state"
[actor.spokesman]
name = "Spokesman"
kind = "person"
part-of = ["state"]
[actor.premier]
name = "Premier"
kind = "person"
part-of = ["victim"]
[actor.victim]
name = "Albania"
kind = "state"
[actor.front]
name = "Front"
kind = "persona"
[[qa]]
question = "What was destroyed?"
answer = "Data."
basis = ["destroyed"]
[[qa]]
question = "Was it Iran?"
answer = "Very likely."
basis = ["by-iran"]
[[qa]]
question = "Is there a question here that is so long that it does not fit into any row of the card?"
answer = "Yes."
basis = ["e"]
"#;

const CLAIMS: &str = r#"
[[event.claim]]
id = "fifteenth"
text = "On the fifteenth."
about = "when"
value = "15 Jul 2022"
cite = ["house", "vendor"]
credibility = 1
[[event.claim]]
id = "seventeenth"
text = "On the seventeenth."
about = "when"
value = "17 Jul 2022"
cite = ["paper"]
credibility = 4
disputes = ["fifteenth"]
[[event.claim]]
id = "by-iran"
text = "Iran did it."
about = "attribution"
value = "Iran"
by = ["us"]
to = ["state"]
cite = ["house"]
credibility = 2
[[event.claim]]
id = "not-iran"
text = "Iran did not do it."
about = "attribution"
value = "not Iran"
by = ["state", "spokesman"]
cite = ["agency"]
disputes = ["by-iran"]
[[event.claim]]
id = "destroyed"
text = "Data was destroyed."
about = "outcome"
value = "data destroyed"
cite = ["vendor"]
credibility = 2
[[event.claim]]
id = "little"
text = "Little was lost."
about = "outcome"
value = "little damage"
by = ["premier"]
cite = ["paper"]
disputes = ["destroyed"]
"#;

const JUDGEMENT: &str = r#"
[[judgement]]
id = "j"
text = "Iran's state did it."
on = "e"
about = "attribution"
value = "Iran's state"
likelihood = "very likely"
confidence = "moderate"
basis = ["by-iran"]
"#;

/// The rows of a card at 80 columns, of an event with these keys, claims and records.
fn card(keys: &str, claims: &str, records: &str) -> Vec<String> {
    let event = format!(
        "[[event]]\nid = \"e\"\ntitle = \"The attack\"\nwhen = \"2022-07-15\"\n{keys}\n\
         roles = {{ target = [\"victim\"], accused = [\"state\"], claimant = [\"front\"] }}\n{claims}"
    );
    let library = of_schema(2, &format!("{SOURCES}{event}{records}"));
    let size = PageSize { width: 78, card: CardSize::Compact, ..PageSize::default() };
    let page = Page::new(&library, at(&library, "event:e"), size);
    let lines = page.card.iter().map(|line| line_text(line).to_string());
    lines.filter(|line| !line.is_empty()).collect()
}

const CYBER: &str = "type = \"cyber\"\nreported = \"2022-07-17\"\nconfidence = \"high\"\n\
                     cite = [\"house\", \"vendor\", \"bureau\", \"copy\"]";

#[test]
fn every_question_has_its_own_answer_and_its_own_sureness() {
    assert_eq!(
        card(CYBER, CLAIMS, JUDGEMENT),
        [
            "The attack",
            "WHEN      Fri 15 Jul 2022, first reported Sun 17 Jul",
            "WHO SAYS  A1 White House · B1 Vendor · A Federal Bureau · C Paper (copy)",
            "HOW SURE  it happened HIGH (2 origins) · day HIGH · who did it MODERATE",
            "JUDGEMENT who did it, very likely (80-95%): Iran's state. Iran denies it.",
            "ALSO      outcome: data destroyed; Premier says little damage +1",
            "IF ASKED  Was it Iran?  What was destroyed? +1",
        ]
    );
}

#[test]
fn who_is_blamed_is_named_where_nobody_judged_it() {
    let rows = card(CYBER, CLAIMS, "");
    assert!(
        rows.contains(&"BLAMED    Iran, by United States; not judged here. Iran denies it.".into()),
        "{rows:#?}"
    );
    let own = "[[event.claim]]\nid = \"destroyed\"\ntext = \"We did it.\"\nabout = \"attribution\"\n\
               attribution = \"self\"\nto = [\"front\"]\ncite = [\"paper\"]\n\
               [[event.claim]]\nid = \"by-iran\"\ntext = \"x\"\nabout = \"how\"\n";
    let rows = card(CYBER, own, "");
    assert!(rows.contains(&"CLAIMED   by Front (persona); not judged here".into()), "{rows:#?}");
}

#[test]
fn what_is_contested_or_open_is_told_loudly_and_by_its_name() {
    let contested = CLAIMS.replace("credibility = 4", "credibility = 2");
    let rows = card(CYBER, &contested, JUDGEMENT);
    assert_eq!(
        rows[3],
        "HOW SURE  it happened HIGH (2 origins) · day DISPUTED · who did it MODERATE"
    );
    assert!(
        rows.contains(
            &"DISPUTED  day: 15 Jul 2022 (A1 White House); others: 17 Jul 2022 (C2 Paper)".into()
        ),
        "{rows:#?}"
    );
    let open = CLAIMS
        .replace("cite = [\"vendor\"]\ncredibility = 2", "by = [\"front\"]\ncite = [\"vendor\"]");
    let rows = card(CYBER, &open, "");
    let line = "DISPUTED  outcome: data destroyed, says Front; little damage, says Premier";
    assert!(rows.contains(&line.into()), "{rows:#?}");
}

#[test]
fn a_status_stands_first_and_without_a_word_of_confidence() {
    let basis = "[[event.claim]]\nid = \"destroyed\"\ntext = \"x\"\nabout = \"how\"\n\
                 [[event.claim]]\nid = \"by-iran\"\ntext = \"x\"\nabout = \"how\"\n";
    let sure = |status: &str, cite: &str| {
        let keys = format!("type = \"other\"\nstatus = \"{status}\"\ncite = [\"{cite}\"]");
        card(&keys, basis, "")[3].clone()
    };
    assert_eq!(
        sure("planned", "house"),
        "HOW SURE  planned; no source here says that it took place"
    );
    assert_eq!(
        sure("unconfirmed", "paper"),
        "HOW SURE  not confirmed here; reported by Paper alone"
    );
    assert_eq!(sure("cancelled", "paper"), "HOW SURE  called off");
}

#[test]
fn a_statement_was_said_and_the_denial_of_what_was_said_is_told() {
    let keys = "type = \"statement\"\nconfidence = \"high\"\ncite = [\"house\"]";
    let rows = card(&format!("{keys}\n"), CLAIMS, "");
    assert!(rows[3].starts_with("HOW SURE  it was said HIGH (1 origin)"), "{rows:#?}");
    assert!(
        rows.iter()
            .any(|row| row.starts_with("ALSO      ") && row.contains("Iran denies what was said")),
        "{rows:#?}"
    );
    assert!(!rows.iter().any(|row| row.starts_with("BLAMED")), "{rows:#?}");
}

#[test]
fn a_file_of_schema_1_says_what_its_word_means() {
    let event = "[[event]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"2022\"\ntype = \"other\"\nconfidence = \"moderate\"\n";
    let library = of_schema(1, event);
    let page = Page::new(&library, at(&library, "event:e"), SIZE);
    assert!(lines_of(&page).contains(&"HOW SURE  confidence MODERATE (no source)".to_owned()));
}

#[test]
fn nothing_is_cut_inside_a_name_and_no_row_holds_a_confidence_and_a_likelihood() {
    let library = crate::library::load::load(&crate::library::load::LoadRequest {
        builtin: true,
        ..crate::library::load::LoadRequest::default()
    });
    for id in library.listed(Kind::Event) {
        for width in [68, 78, 110] {
            let size = PageSize { width, card: CardSize::Compact, ..PageSize::default() };
            let page = Page::new(&library, *id, size);
            for line in &page.card {
                let text = line_text(line).to_string();
                let rates = ["HIGH", "MODERATE", "LOW"].iter().any(|word| text.contains(word));
                assert!(!(rates && text.contains("%)")), "{text}");
                if text.starts_with("WHO SAYS") || text.starts_with("HOW SURE") {
                    assert!(!text.contains('…'), "{text}");
                }
            }
        }
    }
}
