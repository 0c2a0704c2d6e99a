//! The name beside a grade: it is that of a source which has this grade, and of nobody else.

use super::*;
use crate::choice::Face;
use crate::library::Kind;
use crate::library::load::{LoadRequest, load};
use crate::page::content::{Block, Run};
use crate::page::layout::line_text;
use crate::page::words::grade_sign;
use crate::page::{Wanted, carrier, of_face, phrases, who};

fn builtin() -> Library {
    load(&LoadRequest { builtin: true, ..LoadRequest::default() })
}

/// Whether a claim has a source of a house and a grade, as `A1 White House +2` names both.
fn has_source(library: &Library, claim: ItemId, shown: &str) -> bool {
    let shown = shown.rsplit_once(" +").map_or(shown, |(before, _)| before);
    let citations = library.assessment(claim).map(|found| found.citations.as_slice());
    citations.into_iter().flatten().any(|citation| {
        let house = library.short_speaker(citation.source);
        crate::text![grade_sign(citation.grade()), " ", house].as_str() == shown
    })
}

fn text_of(runs: &[Run]) -> String {
    let texts = runs.iter().filter_map(|run| {
        if let Run::Text { text, .. } = run { Some(text.as_str()) } else { None }
    });
    texts.collect()
}

#[test]
fn the_name_beside_a_grade_has_a_source_of_that_grade() {
    let library = builtin();
    let mut rows = 0;
    for id in library.listed(Kind::Event) {
        let Some(content) = who::content(&library, *id, Wanted::default()) else { continue };
        let blocks = content.body.iter().flat_map(|section| &section.blocks);
        let tables = blocks
            .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
        for row in tables.flat_map(|table| &table.rows) {
            let claim = row.cells[1].iter().find_map(Run::number).expect("a claim");
            let (grade, name) = (text_of(&row.cells[2]), text_of(&row.cells[3]));
            if name != "no source" {
                rows += 1;
                let shown = format!("{grade} {name}");
                assert!(has_source(&library, claim, &shown), "{shown}: {}", text_of(&row.cells[1]));
                let carried = carrier::carried_by(&library, claim);
                assert!(has_source(&library, claim, carried.as_str()), "{carried}");
            }
        }
    }
    assert!(rows > 100, "only {rows} rows");
}

#[test]
fn what_is_in_print_names_the_house_of_its_grade() {
    let library = builtin();
    let mut seen = 0;
    for id in library.listed(Kind::Event) {
        for said in phrases::also(&library, *id) {
            let text = text_of(&said[0]);
            let Some((_, print)) = text.rsplit_once(" (") else { continue };
            let print = print.trim_end_matches(')');
            // Who says it stands before it, where that is the house.
            let told = text.rsplit_once(" says ").map_or("", |(who, _)| who);
            let house = told.rsplit([';', ':', '·']).next().unwrap_or_default().trim();
            let print = if print.contains(' ') { print.into() } else { format!("{print} {house}") };
            let mut claims = library.inquiries(*id).iter().flat_map(|one| &one.objections);
            assert!(claims.any(|found| has_source(&library, found.claim, &print)), "{text}");
            seen += 1;
        }
    }
    assert!(seen > 0);
}

const CARRIED: &str = r#"
[publisher.paper]
name = "Paper"
reliability = "A"
[publisher.posts]
name = "Justice"
actor = "front"
[publisher.iran-news]
name = "Iran News"
reliability = "C"
actor = "news"
[source.paper]
title = "P"
publisher = "paper"
derived-from = ["news"]
[source.own]
title = "O"
publisher = "posts"
[source.news]
title = "N"
publisher = "iran-news"
[actor.front]
name = "Justice"
kind = "persona"
[actor.iran]
name = "Iran"
kind = "state"
[actor.news]
name = "Iran News"
kind = "media"
part-of = ["iran"]
[[event]]
id = "e"
title = "E"
when = "2022-07-15"
type = "cyber"
roles = { claimant = ["front"], accused = ["iran"] }
cite = ["paper"]
[[event.claim]]
id = "why"
text = "It was revenge."
about = "cause"
value = "revenge"
by = ["front"]
cite = ["paper", "own"]
credibility = 3
[[event.claim]]
id = "self"
text = "We did it."
about = "attribution"
attribution = "self"
value = "Justice"
by = ["front"]
to = ["front"]
cite = ["paper"]
[[event.claim]]
id = "says"
text = "Iran says so."
about = "how"
value = "not so"
by = ["iran"]
cite = ["news"]
credibility = 4
"#;

#[test]
fn who_says_it_stands_with_what_is_said_where_another_house_carries_it() {
    let library = of_schema(2, CARRIED);
    let page = of_face(&library, at(&library, "event:e"), Face::WhoSays, SIZE).1;
    let text = lines_of(&page).join("\n");
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("Justice: revenge [3] A3 Paper +1"), "{text}");
    assert!(words.contains("claimed by Justice [1] A Paper"), "{text}");
    // A body of the state that speaks for it needs nobody before it.
    assert!(words.contains("not so [2] C4 Iran News"), "{text}");
}

#[test]
fn a_paper_has_claimed_nothing_itself() {
    let page = page_of(&of_schema(2, CARRIED), "actor:front", SIZE).join("\n");
    assert!(page.contains("A Paper, claimed by Justice"), "{page}");
}

#[test]
fn a_paper_that_repeats_a_party_is_none_itself() {
    let library = of_schema(2, CARRIED);
    let size = PageSize { width: 78, ..SIZE };
    let page = page_of(&library, "event:e", size).join("\n");
    assert!(page.contains("A Paper (repeats a party)"), "{page}");
    assert!(
        page.contains("completely reliable; repeats Iran News, a party to the events"),
        "{page}"
    );
    let claim = page_of(&library, "claim:why", SIZE).join("\n");
    assert!(claim.contains("GRADE     A3 Paper: completely reliable"), "{claim}");
}

#[test]
fn no_row_of_a_card_cuts_a_denial_a_grade_or_a_bracket() {
    let library = builtin();
    let labels = ["HOW SURE", "JUDGEMENT", "BLAMED", "CLAIMED", "DISPUTED"];
    for id in library.listed(Kind::Event) {
        for width in [48, 58, 78] {
            let size = PageSize { width, ..SIZE };
            let page = Page::new(&library, *id, size);
            let mut label = String::new();
            for line in &page.card {
                let text = line_text(line).to_string();
                let own: String = text.chars().take(10).collect();
                if !own.trim().is_empty() {
                    label = own.trim().to_owned();
                }
                let cut = labels.contains(&label.as_str()) && text.contains('…');
                assert!(!cut, "{width}: {text}");
            }
        }
    }
}
