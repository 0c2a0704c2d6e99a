mod typing;

use super::*;

/// What pieces mean in 2022 where no year was typed: `2022-10-21`, `2022-09-01/2022-09-10`, with `..` for
/// an open end and `or` before what is meant only second; nothing where they are no date as a whole.
fn meaning(typed: &str, dotted: Dotted) -> String {
    let pieces: Vec<&str> = typed.split(' ').collect();
    let Some((date, taken)) = read(&pieces, dotted) else { return String::new() };
    if taken < pieces.len() {
        return format!("{taken} pieces");
    }
    let first = date.ranges((2022, 2022)).map(|range| (range, ""));
    let second = date.second_ranges((2022, 2022)).map(|range| (range, "or "));
    let shown = |((first, last), or): ((Day, Day), &str)| {
        let first = (first.year() > 1000).then(|| first.iso().to_string());
        let last = (last.year() < 2100).then(|| last.iso().to_string());
        match (first, last) {
            (Some(first), Some(last)) if first == last => format!("{or}{first}"),
            (first, last) => {
                let end = |day: Option<String>| day.unwrap_or_else(|| "..".to_owned());
                format!("{or}{}/{}", end(first), end(last))
            }
        }
    };
    first.chain(second).map(shown).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn means(rows: &[(&str, &str)]) {
    let wrong = rows.iter().filter_map(|(typed, expected)| {
        let found = meaning(typed, Dotted::Number);
        (found != *expected).then(|| format!("{typed:?} is {found:?}, not {expected:?}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_day_is_read_in_every_form() {
    for typed in [
        "2022-10-21",
        "2022-10-21T14:00Z",
        "2022-10-21T14:00",
        "2022-10-21t14:00:05+02:00",
        "20221021T1400Z",
        "2022-10-21 14:00",
        "2022-10-21 14:00 UTC",
        "21/10/2022",
        "10/21/22",
        "21.10.2022",
        "21-10-2022",
        "2022/10/21",
        "2022.10.21",
        "21 october 2022",
        "21 Oct. 2022",
        "21. Oktober 2022",
        "21. october 2022",
        "Oct 21, 2022",
        "Oct. 21st, 2022",
        "oct 21 22",
        "21st Oct 2022",
        "21 oct 22",
        "21 oct '22",
        "21 oct ’22",
        "21-Oct-2022",
        "21-oct-22",
        "21/Oct/2022",
        "21.oct.2022",
        "21Oct2022",
        "21OCT22",
        "2022 Oct 21",
        "2022-oct-21",
        "the 21st of october 2022",
        "the 21st of october, 2022",
        "october the 21st 2022",
        "21 of october of 2022",
        "friday 21 october 2022",
        "Fri, 21 Oct 2022",
        "fri 21 oct 2022 14:00",
        "on 21 october 2022",
        "on friday, the 21st of october 2022",
        "(21 october 2022)",
        "[2022-10-21]",
        "2022-10-21~",
        "21 oct 2022?",
        "۲۱/۱۰/۲۰۲۲",
        "20221021",
        "21 tetor 2022",
        "2022-W42-5",
    ] {
        let expected = if typed.contains("Oktober") { "" } else { "2022-10-21" };
        assert_eq!(meaning(typed, Dotted::Number), expected, "{typed}");
    }
    for typed in ["21 Oct", "October 21st", "21/10", "10/21", "21.10.", "21 tetor", "oct. 21st"] {
        assert_eq!(meaning(typed, Dotted::Number), "2022-10-21", "{typed}");
    }
    means(&[
        ("1 feb 23", "2023-02-01"),
        ("first of september", "2022-09-01"),
        ("7th of september", "2022-09-07"),
        ("SEPT 7TH, 2022", "2022-09-07"),
        ("7 shtator 2022", "2022-09-07"),
        ("30 nëntor 2022", "2022-11-30"),
        ("21. okto", ""),
        ("christmas 2023", "2023-12-25"),
        ("Christmas Day 2023", "2023-12-25"),
        ("xmas eve 2023", "2023-12-24"),
        ("new year 2022", "2022-01-01"),
        ("New Year's Eve 2021", "2021-12-31"),
        ("new year’s day 2022", "2022-01-01"),
    ]);
}

#[test]
fn months_years_and_parts_of_them_are_read() {
    for typed in [
        "2022-10",
        "10/2022",
        "10.2022",
        "oct 2022",
        "oct. 2022",
        "October, 2022",
        "2022 October",
        "Tetor 2022",
        "oct/2022",
        "oct-2022",
        "in october 2022",
        "during october 2022",
        "october of 2022",
        "october '22",
    ] {
        assert_eq!(meaning(typed, Dotted::Number), "2022-10-01/2022-10-31", "{typed}");
    }
    means(&[
        ("2019", "2019-01-01/2019-12-31"),
        ("in 2019", "2019-01-01/2019-12-31"),
        ("September", "2022-09-01/2022-09-30"),
        ("sept", "2022-09-01/2022-09-30"),
        ("in May", "2022-05-01/2022-05-31"),
        ("april 99", "1999-04-01/1999-04-30"),
        ("april 45", "1945-04-01/1945-04-30"),
        ("mid july 2022", "2022-07-11/2022-07-20"),
        ("mid-july 2022", "2022-07-11/2022-07-20"),
        ("in the middle of july 2022", "2022-07-11/2022-07-20"),
        ("early october", "2022-10-01/2022-10-10"),
        ("early oct 22", "2022-10-01/2022-10-10"),
        ("late october", "2022-10-21/2022-10-31"),
        ("end of november 2022", "2022-11-21/2022-11-30"),
        ("at the end of november 2022", "2022-11-21/2022-11-30"),
        ("end november 2022", "2022-11-21/2022-11-30"),
        ("beginning of november 2022", "2022-11-01/2022-11-10"),
        ("start of feb 2022", "2022-02-01/2022-02-10"),
        ("late feb 2022", "2022-02-21/2022-02-28"),
        ("first days of october 2022", "2022-10-01/2022-10-10"),
        ("early 2022", "2022-01-01/2022-04-30"),
        ("mid-2022", "2022-05-01/2022-08-31"),
        ("late 2022", "2022-09-01/2022-12-31"),
        ("end of 2022", "2022-09-01/2022-12-31"),
        ("late summer 2022", "2022-08-01/2022-08-31"),
        ("early 1990s", "1990-01-01/1993-12-31"),
        ("spring 2022", "2022-03-01/2022-05-31"),
        ("summer 2022", "2022-06-01/2022-08-31"),
        ("in the summer of 2022", "2022-06-01/2022-08-31"),
        ("summer '22", "2022-06-01/2022-08-31"),
        ("fall 2022", "2022-09-01/2022-11-30"),
        ("Autumn 2022", "2022-09-01/2022-11-30"),
        ("2022 autumn", "2022-09-01/2022-11-30"),
        ("winter 2022", "2021-12-01/2022-02-28 2022-12-01/2023-02-28"),
        ("winter 2022/23", "2022-12-01/2023-02-28"),
        ("winter 2022-2023", "2022-12-01/2023-02-28"),
        ("winter of 2022–23", "2022-12-01/2023-02-28"),
        ("the 1990s", "1990-01-01/1999-12-31"),
        ("1990's", "1990-01-01/1999-12-31"),
        ("the 90s", "1990-01-01/1999-12-31"),
        ("the '90s", "1990-01-01/1999-12-31"),
    ]);
}

#[test]
fn quarters_halves_and_weeks_are_read() {
    for typed in [
        "q3 2022",
        "Q3/2022",
        "2022-Q3",
        "2022q3",
        "2022 Q3",
        "q3-2022",
        "q3 22",
        "Q3 '22",
        "q3, 2022",
        "quarter 3 2022",
        "third quarter of 2022",
        "the 3rd quarter of 2022",
    ] {
        assert_eq!(meaning(typed, Dotted::Number), "2022-07-01/2022-09-30", "{typed}");
    }
    for typed in
        ["2022-W28", "2022W28", "week 28 2022", "week 28 of 2022", "week 28, 2022", "W28 2022"]
    {
        assert_eq!(meaning(typed, Dotted::Number), "2022-07-11/2022-07-17", "{typed}");
    }
    means(&[
        ("last quarter of 2022", "2022-10-01/2022-12-31"),
        ("h1 2022", "2022-01-01/2022-06-30"),
        ("H2/2022", "2022-07-01/2022-12-31"),
        ("second half of 2022", "2022-07-01/2022-12-31"),
        ("first half of october 2022", "2022-10-01/2022-10-15"),
        ("2nd half of october", "2022-10-16/2022-10-31"),
        ("2020-W53", "2020-12-28/2021-01-03"),
        ("2021-W01", "2021-01-04/2021-01-10"),
        ("2022-W53", ""),
        ("first week of october 2022", "2022-10-01/2022-10-07"),
        ("1st week of october", "2022-10-01/2022-10-07"),
        ("third week in october", "2022-10-15/2022-10-21"),
        ("last week of october 2022", "2022-10-25/2022-10-31"),
        ("the last week of february 2022", "2022-02-22/2022-02-28"),
        ("week of 12 october 2022", "2022-10-10/2022-10-16"),
        ("week of october 12", "2022-10-10/2022-10-16"),
    ]);
}

#[test]
fn from_one_date_to_another() {
    for typed in [
        "1-10 sep 2022",
        "1 - 10 sep 2022",
        "1–10 sep 2022",
        "1—10 Sep. 2022",
        "1.-10. september 2022",
        "1 to 10 sep 2022",
        "1st-10th september 2022",
        "1st to 10th of september 2022",
        "the 1st to the 10th of september 2022",
        "from 1 to 10 september 2022",
        "between 1 and 10 sep 2022",
        "between the 1st and the 10th of september, 2022",
        "between 1 sep and 10 sep 2022",
        "between 1 sep 2022 and 10 sep 2022",
        "between sep 1 and sep 10, 2022",
        "between sep 1 and 10, 2022",
        "from 1 sep to 10 sep 2022",
        "from 1 sep until 10 sep 2022",
        "1 sep through 10 sep 2022",
        "1 sep 2022 to 10 sep",
        "1 sep 2022 - 10 sep 2022",
        "sep 1-10, 2022",
        "september 1–10, 2022",
        "Sept 1 to 10 2022",
        "2022-09-01/2022-09-10",
        "2022-09-01/10",
        "2022-09-01..2022-09-10",
        "[2022-09-01..2022-09-10]",
        "2022-09-01 - 2022-09-10",
        "2022-09-01 to 2022-09-10",
        "2022-09-01T10:00Z/2022-09-10T12:00Z",
        "20220901-20220910",
        "1.9.-10.9.2022",
        "1.9-10.9.2022",
        "01.09.2022-10.09.2022",
        "1.9.22 - 10.9.22",
        "22 - 10 sep 2022",
    ] {
        let expected = if typed.starts_with("22 -") { "" } else { "2022-09-01/2022-09-10" };
        assert_eq!(meaning(typed, Dotted::Number), expected, "{typed}");
    }
    means(&[
        ("22-23 october", "2022-10-22/2022-10-23"),
        ("22nd-23rd october", "2022-10-22/2022-10-23"),
        ("october 22–23, 2022", "2022-10-22/2022-10-23"),
        ("22/23 october", "2022-10-22/2022-10-23"),
        ("7/8 september", "2022-09-07/2022-09-08"),
        ("22 and 23 october", "2022-10-22 2022-10-23"),
        ("20 & 23 october 2022", "2022-10-20 2022-10-23"),
        ("sep 1-10", "2022-09-01/2022-09-10"),
        ("30 aug - 2 sep 2022", "2022-08-30/2022-09-02"),
        ("aug 30 to sep 2", "2022-08-30/2022-09-02"),
        ("30 dec - 2 jan 2023", "2022-12-30/2023-01-02"),
        ("30 dec 2022 to 2 jan", "2022-12-30/2023-01-02"),
        ("30 dec to 2 jan", "2021-12-30/2022-01-02 2022-12-30/2023-01-02"),
        ("nov 2021 - feb 2022", "2021-11-01/2022-02-28"),
        ("july-september 2022", "2022-07-01/2022-09-30"),
        ("july to september", "2022-07-01/2022-09-30"),
        ("jul/aug 2022", "2022-07-01/2022-08-31"),
        ("sep-oct", "2022-09-01/2022-10-31"),
        ("2022-07/2022-09", "2022-07-01/2022-09-30"),
        ("2021-2022", "2021-01-01/2022-12-31"),
        ("2021 to 2022", "2021-01-01/2022-12-31"),
        ("between 2021 and 2022", "2021-01-01/2022-12-31"),
        ("2021/22", "2021-01-01/2022-12-31"),
        ("1939-45", "1939-01-01/1945-12-31"),
        ("q2-q3 2022", ""),
        ("q2 2022 to q3 2022", "2022-04-01/2022-09-30"),
        ("mid july to end of august 2022", "2022-07-11/2022-08-31"),
        ("summer 2022 to october 2022", "2022-06-01/2022-10-31"),
        ("7/9/2022 - 10/9/2022", "2022-09-07/2022-09-10 2022-07-09/2022-10-09"),
        ("1/9-10/9/2022", "2022-09-01/2022-09-10 2022-01-09/2022-10-09"),
        ("25/10 - 1/11", "2022-10-25/2022-11-01"),
        ("10 sep 2022 to 1 sep 2022", "3 pieces"),
        ("2022 to 2021", "1 pieces"),
    ]);
}

#[test]
fn everything_before_or_after_a_date() {
    means(&[
        ("after 20 october 2022", "2022-10-20/.."),
        ("since 20 oct 2022", "2022-10-20/.."),
        ("since october 2022", "2022-10-01/.."),
        ("since 2022", "2022-01-01/.."),
        ("after the summer of 2022", "2022-06-01/.."),
        ("2022 onwards", "2022-01-01/.."),
        ("from october 2022 onwards", "2022-10-01/.."),
        ("before september 2022", "../2022-08-31"),
        ("before 2022-09-10", "../2022-09-09"),
        ("prior to 10 sep 2022", "../2022-09-09"),
        ("until 10 sep 2022", "../2022-09-10"),
        ("up to september 2022", "../2022-09-30"),
        ("till the end of october 2022", "../2022-10-31"),
        ("after 20 october", "2022-10-20/2022-12-31"),
        ("before 20 october", "2022-01-01/2022-10-19"),
        ("from 10 sep 2022", "2022-09-10"),
    ]);
}

#[test]
fn ambiguous_forms_have_all_their_readings() {
    means(&[
        ("7/9/2022", "2022-09-07 2022-07-09"),
        ("7/9", "2022-09-07 2022-07-09"),
        ("7.9.2022", "2022-09-07"),
        ("10.23.2022", "2022-10-23"),
        ("9/9/2022", "2022-09-09"),
        ("feb 23", "2022-02-23 or 2023-02-01/2023-02-28"),
        ("Oct-22", "2022-10-22 or 2022-10-01/2022-10-31"),
        ("since feb 23", "2022-02-23/2022-12-31 or 2023-02-01/.."),
        ("feb 23rd", "2022-02-23"),
        ("feb 9", "2022-02-09"),
        ("23 feb", "2022-02-23"),
    ]);
}

#[test]
fn numbers_with_dots_are_words_first() {
    for typed in ["9.8", "3.5", "1.2", "24.10.22", "2.1.14", "10.9-12.9", "since 9.8"] {
        assert_eq!(meaning(typed, Dotted::Number), "", "{typed}");
        assert_ne!(meaning(typed, Dotted::Day), "", "{typed}");
    }
    for typed in
        ["10.2.3.4", "v2.0.14", "2.0.14", "$1.5m", "24/7", "50/50", "12345", "12,345", "10.2.20.4"]
    {
        assert_eq!(meaning(typed, Dotted::Day), "", "{typed}");
    }
    assert_eq!(meaning("15.7.22", Dotted::Day), "2022-07-15");
    assert_eq!(meaning("15 july 10.5 GB", Dotted::Number), "2 pieces");
    assert!(DateQuery::parse("9.8").is_some() && DateQuery::parse("24/7").is_some());
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
        "summer",
        "spring offensive",
        "fall",
        "mid",
        "week",
        "week 28",
        "since",
        "before",
        "after lapid",
        "after the attack",
        "between iran and israel",
        "between",
        "the",
        "the rama",
        "first attack 2022",
        "end of relations 2022",
        "war start 2022",
        "start 2022",
        "last week",
        "second half",
        "new year",
        "christmas",
        "sunday",
        "sep",
        "in sep",
        "q3",
        "h1",
        "30s",
        "'october",
        "+2d",
        "-5",
        "/",
        "1-10",
        "100 000",
        "apt34",
        "g1055",
        "dev-0842",
        "up 2022",
    ] {
        assert_eq!(meaning(typed, Dotted::Number), "", "{typed}");
    }
    // A date within words is read to its own end.
    means(&[
        ("2022 to lapid", "1 pieces"),
        ("10 sep 2022 - rama", "3 pieces"),
        ("may attack", "1 pieces"),
        ("march on tirana", "1 pieces"),
        ("15 july 200", "2 pieces"),
        ("2022 the attack", "1 pieces"),
        ("1 sep and 10 sep", "2 pieces"),
        ("15 july 10.2.20.4", "2 pieces"),
    ]);
    assert!(DateQuery::parse("sep").is_some() && DateQuery::parse("octob").is_some());
    assert!(DateQuery::parse("sep rama").is_none() && DateQuery::parse("").is_none());
}

#[test]
fn what_a_date_was_read_as_is_told_in_words() {
    for (typed, words) in [
        ("1-10 sep 2022", "1 Sep 2022 to 10 Sep 2022"),
        ("22-23 october", "22 Oct to 23 Oct of any year"),
        ("q3 2022", "1 Jul 2022 to 30 Sep 2022"),
        ("after 20 october 2022", "20 Oct 2022 or later"),
        ("before sep 2022", "before 1 Sep 2022"),
        ("until sep 2022", "until 30 Sep 2022"),
        ("after 20 october", "20 Oct to 31 Dec of any year"),
        ("since feb 2022", "1 Feb 2022 or later"),
        ("1/9-3/9", "1 Sep to 3 Sep of any year or 9 Jan to 9 Mar of any year"),
        ("winter 2022", "1 Dec 2021 to 28 Feb 2022 or 1 Dec 2022 to 28 Feb 2023"),
        ("2021-2022", "1 Jan 2021 to 31 Dec 2022"),
        ("the 1990s", "1 Jan 1990 to 31 Dec 1999"),
    ] {
        let date = DateQuery::parse(typed).unwrap();
        assert_eq!(date.words().unwrap().as_str(), words, "{typed}");
    }
    for typed in ["10 sep 2022", "oct 2022", "2022", "10 sep", "october", "7/9/2022", "feb 23"] {
        assert_eq!(DateQuery::parse(typed).unwrap().words(), None, "{typed}");
    }
}

fn meets(typed: &str, edtf: &str) -> bool {
    let pieces: Vec<&str> = typed.split(' ').collect();
    read(&pieces, Dotted::Number).unwrap().0.meets(&When::parse(edtf).unwrap())
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
