use super::*;

fn readings(typed: &str) -> Vec<(Option<i32>, Option<u32>, Option<u32>)> {
    let pieces: Vec<&str> = typed.split(' ').collect();
    read(&pieces).map_or_else(Vec::new, |(date, taken)| {
        assert_eq!(taken, pieces.len(), "{typed}");
        let year = |one: &Reading| one.years.map(|(year, _)| year);
        date.readings.iter().map(|one| (year(one), one.month, one.day)).collect()
    })
}

#[test]
fn every_form_is_read() {
    let day = [(Some(2022), Some(10), Some(21))];
    for typed in [
        "2022-10-21",
        "21/10/2022",
        "10/21/22",
        "21.10.2022",
        "21 october 2022",
        "Oct 21, 2022",
        "21st Oct 2022",
        "2022 Oct 21",
        "۲۱/۱۰/۲۰۲۲",
        "20221021",
        "21 tetor 2022",
    ] {
        assert_eq!(readings(typed), day, "{typed}");
    }
    for typed in ["oct 21", "21 Oct", "October 21st", "21. okto", "21/10", "10/21"] {
        let expected: &[_] =
            if typed.contains("okto") { &[] } else { &[(None, Some(10), Some(21))] };
        assert_eq!(readings(typed), expected, "{typed}");
    }
    for typed in ["2022-10", "10/2022", "oct 2022", "2022 October", "Tetor 2022"] {
        assert_eq!(readings(typed), [(Some(2022), Some(10), None)], "{typed}");
    }
    assert_eq!(readings("2019"), [(Some(2019), None, None)]);
    assert_eq!(readings("September"), [(None, Some(9), None)]);
    assert_eq!(readings("Nëntor"), [(None, Some(11), None)]);
}

#[test]
fn a_day_is_read_with_the_words_of_speech_beside_it() {
    let plain = DateQuery::parse("15 july 2022");
    assert!(plain.is_some());
    for typed in ["the 15th of july 2022", "15th of July, 2022", "july the 15th 2022"] {
        assert_eq!(DateQuery::parse(typed), plain, "{typed}");
    }
}

#[test]
fn ambiguous_forms_have_both_readings() {
    assert_eq!(
        readings("7/9/2022"),
        [(Some(2022), Some(9), Some(7)), (Some(2022), Some(7), Some(9))]
    );
    assert_eq!(readings("7/9"), [(None, Some(9), Some(7)), (None, Some(7), Some(9))]);
    assert_eq!(readings("9/9/2022").len(), 1);
}

#[test]
fn what_is_no_date_is_not_read() {
    for typed in [
        "24",
        "0133",
        "32/13/2022",
        "31 feb",
        "aa22-264a",
        "9999",
        "12-34",
        "oc 21",
        "dece",
        "20221321",
    ] {
        assert_eq!(readings(typed), [], "{typed}");
    }
}

fn becomes(typed: &str, edtf: &str) -> bool {
    let pieces: Vec<&str> = typed.split(' ').collect();
    let when = When::parse(edtf).unwrap();
    read_open(&pieces, true).is_some_and(|(date, taken)| taken == pieces.len() && date.meets(&when))
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
    assert!(read_open(&["5", "d"], false).is_none(), "article 5 d");
}

#[test]
fn a_day_that_no_calendar_has_is_known() {
    let is = |typed: &str| is_impossible(&typed.split(' ').collect::<Vec<_>>());
    for typed in ["31 february 2022", "feb 30", "29 feb 2022", "2022 april 31", "31 feb x"] {
        assert!(is(typed), "{typed}");
    }
    for typed in ["29 feb", "31 may", "31", "february", "32 feb", "31 x", "feb 2022"] {
        assert!(!is(typed), "{typed}");
    }
}

#[test]
fn a_day_in_numbers_that_no_calendar_has_is_known() {
    let is = |typed: &str| is_impossible(&typed.split(' ').collect::<Vec<_>>());
    for typed in [
        "13/13/2022",
        "2022-13",
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

fn meets(typed: &str, edtf: &str) -> bool {
    let pieces: Vec<&str> = typed.split(' ').collect();
    read(&pieces).unwrap().0.meets(&When::parse(edtf).unwrap())
}

#[test]
fn a_date_meets_what_it_lies_within() {
    for (typed, edtf) in [
        ("24 oct", "2022-10-23/2022-10-24"),
        ("oct 24", "2022-10"),
        ("may 2021", "2021-05~"),
        ("7/9/2022", "2022-09-07"),
        ("7/9/2022", "2022-07-09"),
        ("2019", "2019-11-26"),
        ("1940", "1939/1945"),
        ("sep 9", "2022-09-09/2022-09-10"),
        ("1 jan", "2021-12-30/2022-01-02"),
        ("2020", "../2022-10"),
    ] {
        assert!(meets(typed, edtf), "{typed} {edtf}");
    }
    for (typed, edtf) in
        [("25 oct", "2022-10-23/2022-10-24"), ("oct 2021", "2022-10-21"), ("2023", "../2022-10")]
    {
        assert!(!meets(typed, edtf), "{typed} {edtf}");
    }
}
