//! One rule of tiers and of rank after the other, each in a corpus in which nothing else decides.

use super::{Shelf, explain, shelf, shelf_with};
use crate::library::Kind;
use crate::search::index::thesaurus::Thesaurus;
use crate::text::DisplayText;

type Rows<'a> = &'a [(Kind, &'a str, &'a str, &'a [&'a str])];

fn thesaurus(groups: &[&[&str]]) -> Thesaurus {
    let mut thesaurus = Thesaurus::default();
    for group in groups {
        thesaurus.push(group.iter());
    }
    thesaurus
}

fn order(shelf: &Shelf, query: &str) -> Vec<u32> {
    shelf.search(query, 20).ranked.iter().map(|ranked| ranked.record).collect()
}

fn why(shelf: &Shelf, query: &str) -> Option<String> {
    let answer = shelf.search(query, 20);
    let first = answer.ranked.first()?.record;
    explain(shelf, &answer, first).why.as_ref().map(DisplayText::to_string)
}

#[test]
fn an_actor_of_which_more_is_asked_stands_after_what_happened() {
    let rows: Rows<'_> = &[
        (Kind::Actor, "tims", "TIMS", &["keyword: queue"]),
        (Kind::Event, "jam", "TIMS fails", &["keyword: queue"]),
    ];
    assert_eq!(order(&shelf(rows), "tims queue"), [1, 0]);
}

#[test]
fn what_is_typed_in_two_words_and_written_in_one_is_the_whole_name() {
    let rows: Rows<'_> = &[
        (Kind::Event, "march", "Fin 7 days later", &[]),
        (Kind::Actor, "fin-c-7", "FIN-C-7", &[]),
        (Kind::Actor, "fin7", "FIN7", &[]),
        (Kind::Actor, "fin7x", "FIN7X Team", &[]),
    ];
    for query in ["fin 7", "fin-7", "FIN7", "Fin7"] {
        assert_eq!(order(&shelf(rows), query).first(), Some(&2), "{query}");
    }
    let three: Rows<'_> =
        &[(Kind::Actor, "a", "DeepKitRig", &[]), (Kind::Actor, "b", "DeepKit", &[])];
    assert_eq!(order(&shelf(three), "deep kit rig").first(), Some(&0));
}

#[test]
fn text_in_capitals_or_small_letters_takes_no_tolerance_from_a_name() {
    let rows: Rows<'_> = &[
        (Kind::Actor, "sparrow", "Opal Sparrow", &[]),
        (Kind::Event, "a", "A sparrow sits on the roof", &["summary: SPARROW AND OPAL ON SALE"]),
        (Kind::Event, "b", "The sparrow is gone", &["summary: no sparrow, no opal"]),
    ];
    for query in ["opal sparow", "opal zparrow", "opla sparrow", "sparroww opal"] {
        assert_eq!(order(&shelf(rows), query).first(), Some(&0), "{query}");
    }
}

#[test]
fn a_short_abbreviation_is_another_with_each_letter_a_long_name_in_capitals_is_not() {
    let rows: Rows<'_> =
        &[(Kind::Actor, "tims", "TIMS", &[]), (Kind::Actor, "jasper", "JASPER", &[])];
    assert!(order(&shelf(rows), "tems").is_empty());
    assert_eq!(order(&shelf(rows), "jesper"), [1]);
}

#[test]
fn a_number_beside_letters_gets_one_slip_a_number_alone_none() {
    let rows: Rows<'_> =
        &[(Kind::Actor, "apt07", "APT07", &[]), (Kind::Event, "x", "At 4821", &[])];
    assert_eq!(order(&shelf(rows), "atp07"), [0]);
    assert!(order(&shelf(rows), "4812").is_empty());
}

#[test]
fn another_word_is_found_and_told_in_one_word_and_in_several() {
    let rows: Rows<'_> = &[
        (Kind::Event, "toll", "Protest", &["summary: forty people were killed"]),
        (Kind::Event, "break", "Albania broke off relations", &[]),
    ];
    let shelf = shelf_with(
        rows,
        thesaurus(&[&["casualties", "kill"], &["sever", "broke off relations", "cut ties"]]),
    );
    assert_eq!(order(&shelf, "casualties"), [0]);
    assert!(why(&shelf, "casualties").is_some_and(|why| why.starts_with("another word: ")));
    for query in ["severed", "who cut ties"] {
        assert_eq!(order(&shelf, query), [1], "{query}");
        let why = why(&shelf, query).unwrap_or_default();
        assert!(why.contains("broke off relations"), "{query}: {why}");
    }
    assert!(order(&shelf, "ties").is_empty(), "half of it is another matter");
}

#[test]
fn the_word_itself_stands_before_another_for_it() {
    let rows: Rows<'_> = &[
        (Kind::Event, "a", "Denial of the charge", &[]),
        (Kind::Event, "b", "The rejected charge", &[]),
    ];
    let shelf = shelf_with(rows, thesaurus(&[&["reject", "denial"]]));
    assert_eq!(order(&shelf, "rejected charge").first(), Some(&1));
}

#[test]
fn question_words_choose_among_questions_of_one_subject() {
    let rows: Rows<'_> = &[
        (Kind::Question, "a", "When was the harbour closed?", &["summary: in May"]),
        (Kind::Question, "b", "Who closed the harbour?", &["summary: the port police"]),
        (Kind::Question, "c", "How many ships wait in the harbour?", &["summary: forty"]),
        (Kind::Event, "d", "The harbour is closed", &["summary: for a week"]),
    ];
    let shelf = shelf(rows);
    for (query, first) in [
        ("when did they close the harbour", 0),
        ("so who was it that closed the harbour", 1),
        ("how many ships are in the harbour", 2),
    ] {
        assert_eq!(order(&shelf, query).first(), Some(&first), "{query}");
    }
    assert_eq!(order(&shelf, "harbour closed").first(), Some(&3), "no question is asked");
}

#[test]
fn words_that_fill_a_question_need_stand_nowhere_and_names_must() {
    let rows: Rows<'_> = &[
        (Kind::Event, "a", "Lapid offers help", &[]),
        (Kind::Event, "b", "A published report", &[]),
        (Kind::Event, "c", "Another published report", &[]),
    ];
    let shelf = shelf(rows);
    assert_eq!(shelf.search("what exactly did lapid actually offer", 5).note, None);
    assert_eq!(order(&shelf, "what exatcly did lapid offer"), [0], "a slip in a filler");
    assert!(order(&shelf, "punished zzqx").is_empty(), "nothing is like it by chance");
}

#[test]
fn the_number_of_hits_wanted_changes_neither_order_nor_total() {
    let titles: Vec<String> =
        (0..40).map(|at| format!("Harbour report {at} of the port")).collect();
    let mut rows: Vec<(Kind, &str, &str, &[&str])> =
        titles.iter().map(|title| (Kind::Event, "x", title.as_str(), &[][..])).collect();
    rows.push((Kind::Question, "q", "Who wrote the harbour report?", &[]));
    let shelf = shelf(&rows);
    for query in ["who signed the harbour report", "harbour zzqx report", "report harbour"] {
        let all = shelf.search(query, 100);
        for limit in [1, 5, 20] {
            let few = shelf.search(query, limit);
            assert_eq!(few.total, all.total, "{query} {limit}");
            assert_eq!(few.ranked, all.ranked[..limit.min(all.ranked.len())], "{query} {limit}");
        }
    }
}

#[test]
fn of_a_question_a_word_typed_to_its_end_begins_no_other_one() {
    let rows: Rows<'_> = &[
        (Kind::Event, "a", "The quarry opens", &["keyword: pickers"]),
        (Kind::Actor, "b", "Pickford", &[]),
        (Kind::Event, "c", "The harbour closes", &[]),
    ];
    assert!(!order(&shelf(rows), "why pick on them").contains(&0));
    assert_eq!(order(&shelf(rows), "pick").first(), Some(&1), "it may go on");
}

#[test]
fn a_question_of_somebody_else_or_of_something_else_stands_after_the_event() {
    let names: Rows<'_> = &[
        (Kind::Question, "a", "What did Norland promise?", &["summary: a port"]),
        (Kind::Event, "b", "A visit", &["summary: Sudland makes a promise"]),
        (Kind::Actor, "sudland", "Sudland", &[]),
        (Kind::Actor, "norland", "Norland", &[]),
    ];
    assert_eq!(order(&shelf(names), "did sudland promise it").first(), Some(&1));
    let things: Rows<'_> = &[
        (Kind::Question, "a", "How many people drowned?", &["summary: nine"]),
        (Kind::Event, "b", "The ferry sinks", &["summary: nine people drowned"]),
        (Kind::Event, "c", "The flood", &["summary: two people drowned"]),
        (Kind::Event, "d", "A fire", &[]),
        (Kind::Event, "e", "A strike", &[]),
        (Kind::Event, "f", "A vote", &[]),
        (Kind::Event, "g", "A law", &[]),
    ];
    assert_eq!(order(&shelf(things), "how many drowned on the ferry").first(), Some(&1));
}
