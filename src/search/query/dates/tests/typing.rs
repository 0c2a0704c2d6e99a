//! What is being typed, and what no calendar has.

use super::*;

fn becomes(typed: &str, edtf: &str) -> bool {
    let pieces: Vec<&str> = typed.split(' ').collect();
    let when = When::parse(edtf).unwrap();
    let date = read_open(&pieces, true, Dotted::Number);
    date.is_some_and(|(date, taken)| taken == pieces.len() && date.meets(&when))
}

#[test]
fn a_date_that_is_being_typed_keeps_what_it_may_become() {
    for typed in ["2022-10-21", "21/10/2022", "21 oct 2022", "oct 21", "oct 2022", "21 october"] {
        for (end, _) in typed.char_indices().skip(4) {
            let begun = typed.get(..=end).unwrap().trim_end();
            assert!(becomes(begun, "2022-10-21"), "{begun}");
        }
    }
    assert!(becomes("2022-10-2", "2022-10-02") && !becomes("2022-10-2", "2022-10-12"));
    assert!(becomes("26 n", "2019-11-26") && !becomes("26 n", "2019-10-26"));
    assert!(becomes("15 july 1", "1999-07-15") && !becomes("15 july 1", "2022-07-15"));
    let long = [["2022"; 14].as_slice(), &["2"]].concat();
    assert_eq!(read_open(&long, true, Dotted::Number).map(|(_, taken)| taken), Some(1));
    assert!(read_open(&["5", "d"], false, Dotted::Number).is_none(), "article 5 d");
    assert!(read_open(&["24.10.2"], true, Dotted::Number).is_none(), "a version");
    assert!(read_open(&["24.10.2"], true, Dotted::Day).is_some(), "where it stands nowhere");
    assert!(read_open(&["ap"], true, Dotted::Number).is_none(), "a word");
    assert!(read_open(&["before", "m"], false, Dotted::Number).is_none(), "before mossad");
}

#[test]
fn a_range_that_is_being_typed_keeps_what_it_may_become() {
    // From the last letter of the beginning on.
    for (begun, rest, edtf) in [
        ("between 1", " sep and 10 sep 2022", "2022-09-07"),
        ("between 1", " and 10 september 2022", "2022-09-07"),
        ("between sep 1", " and sep 10 2022", "2022-09-07"),
        ("between 2", "021 and 2022", "2022-09-07"),
        ("from 1", " sep to 10 sep 2022", "2022-09-01"),
        ("from 1 sep t", "o 10 sep 2022", "2022-09-07"),
        ("from 1", " to 10 sep 2022", "2022-09-01"),
        ("1-10 s", "ep 2022", "2022-09-07"),
        ("sep 1-10", " 2022", "2022-09-07"),
        ("2022-09-01", "/2022-09-10", "2022-09-01"),
        ("2022-09-01/", "2022-09-10", "2022-09-01"),
        ("2022-09-01", "T10:00Z", "2022-09-01"),
        ("after 1", " sep 2022", "2022-09-07"),
        ("after 2", "022", "2022-09-07"),
        ("since sep 2", "022", "2022-09-07"),
        ("q3 2", "022", "2022-09-07"),
        ("2022-", "w36", "2022-09-07"),
        ("last week of s", "eptember 2022", "2022-09-25"),
        ("mid-s", "eptember 2022", "2022-09-15"),
        ("summer 2", "022", "2022-07-15"),
    ] {
        let typed = format!("{begun}{rest}");
        for (end, _) in typed.char_indices().skip(begun.len() - 1) {
            let part = typed.get(..=end).unwrap().trim_end();
            assert!(becomes(part, edtf), "{part:?}");
        }
    }
    assert!(!becomes("between 1 sep 2022 and", "2022-08-31"));
    for typed in ["between 1 sep 2022", "between 1 sep 2022 an", "from 1 sep 2022 to"] {
        let date = DateQuery::parse(typed).unwrap();
        assert_eq!(date.open_ends(), Some((Day::new(2022, 9, 1), None)), "{typed}");
    }
}

#[test]
fn a_day_that_no_calendar_has_is_known() {
    let is = |typed: &str| is_impossible(&typed.split(' ').collect::<Vec<_>>());
    for typed in [
        "31 february 2022",
        "feb 30",
        "29 feb 2022",
        "2022 april 31",
        "31 feb x",
        "31st of june",
        "1-31 february",
        "between 1 and 31 june 2022",
    ] {
        assert!(is(typed), "{typed}");
    }
    for typed in
        ["29 feb", "31 may", "31", "february", "32 feb", "31 x", "feb 2022", "1-30 june", "feb 31x"]
    {
        assert!(!is(typed), "{typed}");
    }
}

#[test]
fn a_day_in_numbers_that_no_calendar_has_is_known() {
    let is = |typed: &str| is_impossible(&typed.split(' ').collect::<Vec<_>>());
    for typed in [
        "13/13/2022",
        "2022-13",
        "2022-24",
        "2022-13-",
        "2022-00-10",
        "1/0/2022",
        "30.02.2022",
        "2022-02-30",
        "30-02-2022, tirana",
        "2022-0 x",
        "13/2022",
        "30/2/22",
        "۳۰/۰۲/۲۰۲۲",
    ] {
        assert!(is(typed), "{typed}");
    }
    for typed in [
        "7/9",
        "7/9/2022",
        "13/9/2022",
        "29.02.2020",
        "2022-0",
        "2022-10-0",
        "2022-10-3",
        "30/02",
        "30.02.20",
        "2022-23",
        "1939-45",
        "50/50",
        "24/7",
        "10.0.45",
        "1.13.2",
        "2231/15",
        "9999-13",
        "2022-1234",
        "aa22-264a",
    ] {
        assert!(!is(typed), "{typed}");
    }
}
