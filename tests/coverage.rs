//! Every claim and every flag of the two articles behind the briefs has its place, and says what it
//! should. What must be where stands in `coverage.toml`.

#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

use attache::library::load::{LoadRequest, load};
use attache::library::{ItemId, Kind, Library, Relation};
use attache::page::content::Content;
use attache::page::{Medium, Page, PageLine, PageSize};
use std::collections::BTreeSet;
use std::sync::LazyLock;

static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| load(&LoadRequest { builtin: true, ..LoadRequest::default() }));

static COVERAGE: LazyLock<toml::Table> =
    LazyLock::new(|| include_str!("coverage.toml").parse().unwrap());

/// The last number of a claim.
const LAST: usize = 100;
/// The first number of a claim of the second article.
const SECOND_ARTICLE: usize = 45;
/// How many characters of a value a card can hold beside another.
const SHORT: usize = 24;

fn found(reference: &str) -> Result<ItemId, String> {
    LIBRARY.find_reference(reference).map_err(|unknown| unknown.message.to_string())
}

/// The words of some lines, whatever the wrapping.
fn words(lines: &[PageLine]) -> String {
    let texts =
        lines.iter().map(|line| line.iter().map(|piece| piece.text.as_str()).collect::<String>());
    let joined = texts.collect::<Vec<_>>().join(" ");
    joined.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shown(id: ItemId) -> String {
    let page = Page::new(&LIBRARY, id, PageSize::default());
    format!("{} {}", words(&page.card), words(&page.body))
}

fn said(id: ItemId) -> String {
    let Some(found) = LIBRARY.testimony(id) else { return String::new() };
    let content = Content::who_by_reference(&LIBRARY, &found);
    // Read out, so that what stands in one cell is in one piece.
    let size = PageSize { medium: Medium::Spoken, ..PageSize::default() };
    let page = Page::laid_out(&content, &size.format());
    format!("{} {}", words(&page.card), words(&page.body))
}

fn text<'v>(value: &'v toml::Value, key: &str) -> &'v str {
    value.get(key).and_then(toml::Value::as_str).unwrap_or_default()
}

fn ends(id: ItemId, relation: Relation) -> Vec<String> {
    let edges = LIBRARY.outgoing(id).filter(|edge| edge.relation == relation);
    edges.map(|edge| LIBRARY.reference(edge.to).to_string()).collect()
}

fn contains(page: &str, words: &str) -> bool {
    page.to_lowercase().contains(&words.to_lowercase())
}

/// What is wrong with the place of a claim.
fn faults(name: &str, claim: &toml::Value) -> Vec<String> {
    let at = text(claim, "at");
    let id = match found(at) {
        Ok(id) => id,
        Err(message) => return vec![format!("{name}: {message}")],
    };
    let mut faults = Vec::new();
    let page = shown(id);
    let says = claim.get("says").and_then(toml::Value::as_array).unwrap();
    for wanted in says.iter().filter_map(toml::Value::as_str) {
        if !contains(&page, wanted) {
            faults.push(format!("{name}: `{wanted}` does not stand on the page of {at}"));
        }
    }
    let number: usize = name.trim_start_matches('C').parse().unwrap();
    let article = if number < SECOND_ARTICLE { "jpost" } else { "arabnews" };
    let article = format!("source:{article}-2022-10-23");
    if !ends(id, Relation::Cites).contains(&article) {
        faults.push(format!("{name}: {at} does not cite {article}"));
    }
    let asserted = ends(id, Relation::AssertedBy);
    let by = claim.get("by").and_then(toml::Value::as_str).map(|by| format!("actor:{by}"));
    if asserted != by.iter().cloned().collect::<Vec<_>>() {
        faults.push(format!("{name}: {at} is asserted by {asserted:?} instead of {by:?}"));
    }
    faults
}

#[test]
fn every_claim_of_the_articles_has_its_place() {
    let claims = COVERAGE["claim"].as_table().unwrap();
    let faults: Vec<String> = claims.iter().flat_map(|(name, claim)| faults(name, claim)).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn no_claim_is_left_out_or_told_twice() {
    let claims = COVERAGE["claim"].as_table().unwrap();
    let furniture = COVERAGE["furniture"].as_array().unwrap();
    let lost = COVERAGE["lost"].as_table().unwrap();
    let named: BTreeSet<&str> = claims
        .keys()
        .chain(lost.keys())
        .map(String::as_str)
        .chain(furniture.iter().filter_map(toml::Value::as_str))
        .collect();
    let all: Vec<String> = (1..=LAST).map(|number| format!("C{number:03}")).collect();
    let missing: Vec<&String> = all.iter().filter(|name| !named.contains(name.as_str())).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert_eq!(named.len(), LAST);
    let places: BTreeSet<&str> = claims.values().map(|claim| text(claim, "at")).collect();
    assert_eq!(places.len(), claims.len(), "two claims share a place");
    for place in lost.values().filter_map(toml::Value::as_str) {
        assert!(found(place).is_ok(), "{place}");
    }
}

#[test]
fn every_claim_is_told_on_the_page_of_its_event() {
    for (name, claim) in COVERAGE["claim"].as_table().unwrap() {
        let id = found(text(claim, "at")).unwrap();
        let event = LIBRARY.event_of(id).unwrap();
        let told = LIBRARY.plain_text(id, &LIBRARY.claim(id).unwrap().text).to_string();
        for page in [shown(event), said(event)] {
            // A citation inside a sentence shows as a number on the page: the words before it do.
            let start: Vec<&str> = told.split_whitespace().take(4).collect();
            assert!(contains(&page, &start.join(" ")), "{name}: {told}");
        }
    }
}

#[test]
fn every_flag_is_visible_in_words() {
    let mut faults = Vec::new();
    let mut numbers = BTreeSet::new();
    for flag in COVERAGE["flag"].as_array().unwrap() {
        let (at, says) = (text(flag, "at"), text(flag, "says"));
        numbers.insert(flag["number"].as_integer().unwrap());
        match found(at) {
            Ok(id) => {
                let page = if text(flag, "command") == "who" { said(id) } else { shown(id) };
                if !contains(&page, says) {
                    faults.push(format!("flag {:?}: `{says}` is not in {at}", flag["number"]));
                }
            }
            Err(message) => faults.push(message),
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    assert_eq!(numbers, (1..=19).collect());
}

/// Whether both contradict what is held, so that neither is the other's answer.
fn both_object(ids: [ItemId; 2]) -> bool {
    ids.iter().all(|id| {
        let question = LIBRARY.inquiries_of(*id).next();
        question.is_some_and(|(_, one)| one.objections.iter().any(|found| found.claim == *id))
    })
}

/// What is wrong with one side speaking against another, or with how that is shown.
fn silence(name: &str, conflict: &toml::Value) -> Vec<String> {
    let sides = [text(conflict, "says"), text(conflict, "against")].map(|id| format!("claim:{id}"));
    let ids = match (found(&sides[0]), found(&sides[1])) {
        (Ok(says), Ok(against)) => [says, against],
        (Err(message), _) | (_, Err(message)) => return vec![format!("{name}: {message}")],
    };
    let mut faults = Vec::new();
    if !ends(ids[0], Relation::Disputes).contains(&sides[1]) {
        faults.push(format!("{name}: {} does not dispute {}", sides[0], sides[1]));
    }
    let [says, against] = ids.map(|id| LIBRARY.claim(id).and_then(|claim| claim.about));
    if says != against {
        faults.push(format!("{name}: {sides:?} are about {says:?} and {against:?}"));
    }
    let question =
        |id| LIBRARY.inquiries_of(id).next().map(|(event, inquiry)| (event, inquiry.about));
    if question(ids[0]) != question(ids[1]) {
        faults.push(format!("{name}: {sides:?} answer different questions"));
    }
    let hears = |id, other| LIBRARY.other_side(id).iter().any(|(heard, _)| *heard == other);
    if !hears(ids[0], ids[1]) && !hears(ids[1], ids[0]) && !both_object(ids) {
        faults.push(format!("{name}: {sides:?} are on one side"));
    }
    let page = said(ids[0]);
    let values = conflict.get("values").and_then(toml::Value::as_array).unwrap();
    assert_eq!(values.len(), 2, "{name}");
    for (value, side) in values.iter().filter_map(toml::Value::as_str).zip(&sides) {
        if value.chars().count() > SHORT {
            faults.push(format!("{name}: `{value}` is too long for a card"));
        }
        let line = format!("{value} ({side}");
        if !page.contains(&line) {
            faults.push(format!("{name}: `{line}` is not told with {}", sides[0]));
        }
    }
    faults
}

#[test]
fn every_conflict_of_the_sources_is_a_dispute() {
    let conflicts = COVERAGE["conflict"].as_table().unwrap();
    let faults: Vec<String> = conflicts
        .iter()
        .flat_map(|(name, rows)| rows.as_array().unwrap().iter().map(move |row| (name, row)))
        .flat_map(|(name, row)| silence(name, row))
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn what_only_seems_a_conflict_is_explained() {
    let mut faults = Vec::new();
    for (name, place) in COVERAGE["explained"].as_table().unwrap() {
        let (at, says) = (text(place, "at"), text(place, "says"));
        match found(at) {
            Ok(id) if !ends(id, Relation::Disputes).is_empty() => {
                faults.push(format!("{name}: {at} disputes something after all"));
            }
            Ok(id) if contains(&said(id), says) => {}
            Ok(_) => faults.push(format!("{name}: `{says}` is not told with {at}")),
            Err(message) => faults.push(format!("{name}: {message}")),
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_event_actor_and_source_has_its_name() {
    let slugs = COVERAGE["slugs"].as_table().unwrap();
    let mut missing = Vec::new();
    for (key, kind) in [("events", Kind::Event), ("actors", Kind::Actor), ("sources", Kind::Source)]
    {
        for slug in slugs[key].as_array().unwrap().iter().filter_map(toml::Value::as_str) {
            let reference = format!("{}:{slug}", kind.word());
            match found(&reference) {
                Ok(id) if LIBRARY.get(id).is_some_and(|item| item.known) => {}
                Ok(_) => missing.push(format!("{reference} is named and nowhere told")),
                Err(message) => missing.push(message),
            }
        }
    }
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
    assert_eq!(slugs["events"].as_array().unwrap().len(), 71);
}
