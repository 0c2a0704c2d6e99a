//! Two items on pages side by side.

use super::*;
use crate::page::Tone;
use crate::page::compare;
use crate::page::layout::sides;
use crate::text::Fit;

const RECORDS: &str = "[source.s]\ntitle = \"S\"\npublished = \"2022-09-10\"\n\
    [source.t]\ntitle = \"T\"\npublished = \"2022-09-12\"\n\
    [[event]]\nid = \"a\"\ntitle = \"First\"\nwhen = \"2022-07-15\"\ntype = \"cyber\"\ncite = [\"s\"]\n\
    [[event]]\nid = \"b\"\ntitle = \"Second\"\nwhen = \"2022-09-09\"\ntype = \"cyber\"\ncite = [\"t\"]\n";

fn texts(page: &Page) -> Vec<String> {
    let text = |line: &PageLine| line.iter().map(|piece| piece.text.as_str()).collect::<String>();
    page.card.iter().chain(&page.body).map(text).map(|line| line.trim_end().to_owned()).collect()
}

#[test]
fn facts_of_both_stand_in_the_same_rows_at_every_width() {
    let library = library(RECORDS);
    let id = |reference| library.find_reference(reference).expect("it is there");
    for width in 1..=90 {
        let (left, right) = sides(&compare(&library, id("event:a"), id("event:b")), width, false);
        assert_eq!(left.card.len(), right.card.len());
        assert_eq!(left.body.len(), right.body.len(), "{width}");
        for (mine, theirs) in left.body.iter().zip(&right.body) {
            let label = |line: &PageLine| {
                let labels = line.iter().filter(|piece| piece.tone == Tone::Label);
                labels.map(|piece| piece.text.clone()).collect::<Vec<_>>()
            };
            assert_eq!(label(mine), label(theirs), "{width}");
            assert_eq!(mine.first().map(|piece| &piece.text), theirs.first().map(|p| &p.text));
        }
        let columns = |line: &PageLine| line.iter().map(|piece| piece.text.columns()).sum();
        let widest: Option<usize> = left.body.iter().chain(&right.body).map(columns).max();
        assert!(width < 18 || widest.is_some_and(|widest| widest <= width), "{width} {widest:?}");
    }
}

#[test]
fn what_agrees_and_what_cannot_be_is_marked_on_both_sides() {
    let library = library(RECORDS);
    let id = |reference| library.find_reference(reference).expect("it is there");
    let (left, right) = sides(&compare(&library, id("event:a"), id("event:b")), 60, false);
    for page in [&left, &right] {
        let texts = texts(page);
        let starts = |start: &str| texts.iter().any(|text| text.starts_with(start));
        assert!(starts("≠ WHEN") && starts("= STATUS"), "{texts:#?}");
    }
    let (alone, _) = sides(&compare(&library, id("event:a"), id("event:a")), 60, false);
    assert!(!texts(&alone).iter().any(|text| text.starts_with('=')));
}

#[test]
fn a_fact_is_wrapped_in_its_column() {
    let library = library(RECORDS);
    let id = |reference| library.find_reference(reference).expect("it is there");
    let (left, _) = sides(&compare(&library, id("event:a"), id("event:b")), 14, false);
    let lines = texts(&left);
    assert_eq!(lines[1..4], ["≠ WHEN", "  Fri 15 Jul", "  2022"]);
}
