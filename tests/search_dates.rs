//! Dates as they are typed into a search: which items they find, in which order, what is told of them,
//! and which numbers are none.

#![expect(clippy::unwrap_used, reason = "tests write files and fail loudly")]

use attache::library::Library;
use attache::library::load::{LoadRequest, load};
use attache::search::{Found, Index};
use std::fmt::Write as _;
use std::sync::LazyLock;

struct Searched {
    library: Library,
    index: Index,
}

static BUILT_IN: LazyLock<Searched> =
    LazyLock::new(|| searched(&LoadRequest { builtin: true, ..LoadRequest::default() }));

fn searched(request: &LoadRequest) -> Searched {
    let library = load(request);
    let index = Index::new(&library);
    Searched { library, index }
}

/// A brief of events with these ids, dates and summaries.
fn events(rows: &[(&str, &str, &str)]) -> Searched {
    let mut brief = "schema = 1\n[brief]\nid = \"b\"\ntitle = \"B\"\ntlp = \"CLEAR\"\n".to_owned();
    for (id, when, summary) in rows {
        let _ = writeln!(
            brief,
            "[[event]]\nid = \"{id}\"\ntitle = \"It is {id}\"\nwhen = \"{when}\"\ntype = \"other\"\n\
             summary = \"{summary}\""
        );
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("b.toml"), brief).unwrap();
    searched(&LoadRequest { paths: vec![folder.path().to_owned()], ..LoadRequest::default() })
}

impl Searched {
    fn search(&self, query: &str) -> Found {
        self.index.search(&self.library, query, 500)
    }

    fn ids(&self, query: &str) -> Vec<String> {
        let found = self.search(query);
        let items = found.hits.iter().filter_map(|hit| self.library.get(hit.item));
        items.map(|item| item.slug.to_string()).collect()
    }

    fn scope(&self, query: &str) -> Vec<String> {
        self.search(query).scope.words().iter().map(ToString::to_string).collect()
    }
}

#[test]
fn one_range_is_found_however_it_is_typed() {
    let known = BUILT_IN.search("2022-09-01/2022-09-10");
    assert!(known.total > 10 && known.note.is_none());
    for typed in [
        "between 1 sep and 10 sep 2022",
        "from 1 sep to 10 sep 2022",
        "1-10 sep 2022",
        "1–10 Sept. 2022",
        "1 to 10 september 2022",
        "what happened between the 1st and the 10th of september 2022?",
        "sep 1-10, 2022",
    ] {
        let found = BUILT_IN.search(typed);
        assert_eq!((found.hits, found.total), (known.hits.clone(), known.total), "{typed}");
        assert_eq!(BUILT_IN.scope(typed), ["1 Sep 2022 to 10 Sep 2022"], "{typed}");
    }
}

#[test]
fn what_is_open_on_one_side_is_what_the_operator_says() {
    for (typed, operator, read) in [
        ("after 20 october 2022", "after:2022-10-20", "20 Oct 2022 or later"),
        ("what happened since 20 october 2022", "after:2022-10-20", "20 Oct 2022 or later"),
        ("before september 2022", "before:2022-09", "before 1 Sep 2022"),
        ("until august 2022", "before:2022-09", "until 31 Aug 2022"),
        ("rama after october 2022", "rama after:2022-10", "1 Oct 2022 or later"),
    ] {
        let (words, known) = (BUILT_IN.search(typed), BUILT_IN.search(operator));
        assert!(known.total > 0, "{operator}");
        assert_eq!((words.hits, words.total), (known.hits, known.total), "{typed}");
        assert!(BUILT_IN.scope(typed).contains(&read.to_owned()), "{:?}", BUILT_IN.scope(typed));
    }
}

#[test]
fn plain_days_need_no_words_and_others_have_them() {
    assert_eq!(BUILT_IN.scope("22 oct 2022"), ["all fields"]);
    assert_eq!(BUILT_IN.scope("q3 2022"), ["1 Jul 2022 to 30 Sep 2022"]);
    assert_eq!(BUILT_IN.scope("7/9/2022"), ["all fields"]);
    assert_eq!(BUILT_IN.scope("lapid q4 2022"), ["1 Oct 2022 to 31 Dec 2022", "typo ok"]);
}

#[test]
fn every_key_of_a_range_is_answered() {
    for (begun, rest) in [
        ("between 1 s", "ep and 10 sep 2022"),
        ("rama between 1 s", "ep and 30 sep 2022"),
        ("from 1 s", "ep to 10 sep 2022"),
        ("2022-09-0", "1/2022-09-10"),
        ("after 2", "0 october 2022"),
    ] {
        let typed = format!("{begun}{rest}");
        let whole = BUILT_IN.ids(&typed);
        let first = whole.first().unwrap();
        for (end, _) in typed.char_indices().skip(begun.len() - 1) {
            let part = typed.get(..=end).unwrap();
            let found = BUILT_IN.search(part);
            assert_eq!(found.note, None, "{part}");
            assert!(found.total > 0, "{part}");
            // "From 1 sep" alone is that day.
            if begun.contains("between") {
                assert!(BUILT_IN.ids(part).contains(first), "{part}: no {first}");
            }
        }
    }
}

#[test]
fn a_date_that_is_certain_stands_first() {
    let briefs = events(&[
        ("about", "2022-10-22~", ""),
        ("perhaps", "2022-10-22?", ""),
        ("once", "[2022-10-22..2022-10-23]", ""),
        ("month", "2022-10", ""),
        ("day", "2022-10-22", ""),
        ("years", "2019/2023", ""),
    ]);
    for typed in ["22 october 2022", "2022-10-22", "oct 22nd", "22.10.2022"] {
        let ids = briefs.ids(typed);
        assert_eq!(ids.first().map(String::as_str), Some("day"), "{typed}: {ids:?}");
        let events = ids.iter().take(6).map(String::as_str).collect::<Vec<_>>();
        assert_eq!(events[1..3], ["about", "perhaps"], "{typed}: {ids:?}");
        assert_eq!(events[5], "years", "{typed}: {ids:?}");
    }
}

#[test]
fn a_day_stands_before_a_month_of_a_year_and_both_are_found() {
    let rows = [("month", "2023-02-11", ""), ("war", "2001/2023", ""), ("day", "2019-02-23", "")];
    assert_eq!(events(&rows).ids("feb 23")[..3], ["day", "month", "war"]);
    let alone = events(&rows[..2]);
    assert_eq!(alone.ids("feb 23")[0], "month", "the day has nothing but what went on for years");
}

#[test]
fn numbers_are_found_as_they_are_written() {
    let texts = [
        ("amount", "2020-01-01", "They took 3.5 GB, worth $1.5m."),
        ("score", "2020-01-02", "The flaw has a score of 9.8; it is known since 2, 14 and 3, 5."),
        ("people", "2020-01-03", "In all 12 345 people, 1.2 million records, 50/50 each."),
        ("address", "2020-01-04", "It came from 10.2.3.4, all day, 24/7."),
        ("version", "2020-01-05", "Version 2.1.14 of a tool, once v2.0.14."),
        ("august", "2021-08-09", "In the summer."),
        ("january", "2014-01-02", ""),
    ];
    let briefs = events(&texts);
    for (typed, id) in [
        ("3.5 GB", "amount"),
        ("3.5", "amount"),
        ("3.5gb", "amount"),
        ("$1.5m", "amount"),
        ("9.8", "score"),
        ("score 9.8", "score"),
        ("12345", "people"),
        ("12 345", "people"),
        ("1.2 million", "people"),
        ("50/50", "people"),
        ("10.2.3.4", "address"),
        ("24/7", "address"),
        ("2.1.14", "version"),
        ("v2.0.14", "version"),
    ] {
        assert_eq!(briefs.ids(typed), [id], "{typed}");
        assert_eq!(briefs.search(typed).note, None, "{typed}");
    }
    for typed in ["5.3", "3.4.5", "7.7 GB", "24/70"] {
        assert!(!briefs.ids(typed).contains(&"amount".to_owned()), "{typed}");
    }
    // Where it stands nowhere, a number with a dot is the day that it is in German.
    let others = events(&[texts[5], texts[6]]);
    assert_eq!(others.ids("9.8"), ["august"]);
    assert_eq!(others.scope("9.8"), ["all fields"]);
    assert_eq!(others.ids("2.1.14"), ["january"]);
    assert!(others.ids("24/7").is_empty());
}

#[test]
fn a_month_that_is_a_word_is_found_as_both() {
    let briefs = events(&[
        ("in-spring", "2020-03-05", ""),
        ("march", "2020-10-01", "A march to the square."),
        ("other", "2020-11-01", "They march."),
    ]);
    assert_eq!(briefs.ids("march")[..2], ["march", "in-spring"]);
    assert!(briefs.ids("march").contains(&"other".to_owned()));
    assert_eq!(briefs.ids("in march"), ["in-spring"]);
    assert_eq!(briefs.ids("march square"), ["march"]);
}

#[test]
fn words_that_a_date_may_have_remain_words() {
    let briefs = events(&[
        ("one", "2020-03-05", "The summer fall after a week, since the end."),
        ("two", "2020-07-05", "Nothing of that."),
    ]);
    for typed in ["summer", "fall", "after", "week", "since", "week end", "after a week"] {
        assert_eq!(briefs.ids(typed).first().map(String::as_str), Some("one"), "{typed}");
        assert!(!briefs.ids(typed).contains(&"two".to_owned()), "{typed}");
    }
}

#[test]
fn a_day_that_no_calendar_has_is_told_within_a_range_too() {
    for typed in [
        "31 february 2022",
        "2022-13",
        "from 1 feb to 31 feb 2022",
        "1-31 june 2022",
        "between 1 mar and 31 feb",
    ] {
        let found = BUILT_IN.search(typed);
        let note = found.note.unwrap();
        assert_eq!((note.as_str(), found.total), ("the calendar has no such day", 0), "{typed}");
    }
}
