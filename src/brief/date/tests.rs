use super::*;
use crate::diag::Code;
use proptest::prelude::*;

fn when(text: &str) -> When {
    When::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

fn fault(text: &str) -> (Code, String) {
    let error = When::parse(text).unwrap_err();
    let help = error.help.map(|help| help.to_string()).unwrap_or_default();
    (error.code, format!("{}; {help}", error.message))
}

#[test]
fn every_row_of_the_format_is_shown_as_it_says() {
    for (edtf, shown, short) in [
        ("2022-07-15", "15 Jul 2022", "15 Jul"),
        ("2022-07", "Jul 2022", "Jul"),
        ("2022", "2022", "2022"),
        ("2021-05~", "about May 2021", "May~"),
        ("2022-07-15?", "15 Jul 2022 (?)", "15 Jul~"),
        ("2022-07-15%", "about 15 Jul 2022 (?)", "15 Jul~"),
        ("2022-10-23/2022-10-25", "23-25 Oct 2022 (3 days)", "23 Oct+"),
        ("2022-09-16/..", "since 16 Sep 2022", "16 Sep+"),
        ("[2022-10-21..2022-10-22]", "between 21 and 22 Oct 2022", "21 Oct~"),
        ("[..2022-09-09]", "by 9 Sep 2022", "09 Sep~"),
        ("[2022-09-09..]", "9 Sep 2022 or later", "09 Sep~"),
        ("2022-09-07T14:20+02:00", "7 Sep 2022 14:20 (+02:00)", "07 Sep"),
    ] {
        assert_eq!(when(edtf).text().as_str(), shown);
        assert_eq!(when(edtf).short().as_str(), short, "{edtf}");
    }
}

#[test]
fn ranges_share_what_they_can() {
    for (edtf, shown) in [
        ("2022-10-30/2022-11-02", "30 Oct - 2 Nov 2022 (4 days)"),
        ("2021-12-30/2022-01-02", "30 Dec 2021 - 2 Jan 2022 (4 days)"),
        ("2022-07/2022-09", "Jul-Sep 2022"),
        ("1939/1945", "1939-1945"),
        ("2021-11/2022-01", "Nov 2021 - Jan 2022"),
        ("2022-09/2022-10-23", "Sep 2022 to 23 Oct 2022"),
        ("2022/2022-05-01", "2022 to 1 May 2022"),
        ("2022-05-01/2022", "1 May 2022 to 2022"),
        ("2022/2022-05", "2022 to May 2022"),
        ("2022-05/2022", "May 2022 to 2022"),
        ("2022-05/2022-05-10", "May 2022 to 10 May 2022"),
        ("2022-05-10/2022-05", "10 May 2022 to May 2022"),
        ("2021/2022-05-01", "2021 to 1 May 2022"),
        ("2022-10-23~/2022-10-25", "about 23 Oct 2022 to 25 Oct 2022"),
        ("2022-10-23/2022-10-25?", "23 Oct 2022 to 25 Oct 2022 (?)"),
        ("2022~/2023", "about 2022 to 2023"),
        ("2022~/2023~", "about 2022 to about 2023"),
        ("2022-07%/2022-09", "about Jul 2022 (?) to Sep 2022"),
        ("2022/2022~", "2022 to about 2022"),
        ("[2022..]", "2022 or later"),
        ("[2022-09..]", "Sep 2022 or later"),
        ("[..2022]", "by the end of 2022"),
        ("[..2022-09]", "by the end of Sep 2022"),
        ("[2022-09-16..2022-09-16]", "16 Sep 2022"),
        ("../2022-09-09", "until 9 Sep 2022"),
        ("2022-09-16/", "from 16 Sep 2022, end unknown"),
        ("2022-09-16/2022-09-16", "16 Sep 2022"),
        ("[2022-10-30..2022-11-02]", "between 30 Oct and 2 Nov 2022"),
        ("[2022-07..2022-09]", "between Jul and Sep 2022"),
        ("[2019..2020]", "between 2019 and 2020"),
        ("2022-09-07T14:20Z", "7 Sep 2022 14:20 (UTC)"),
        ("2022-09-07T14:20:30-03:30", "7 Sep 2022 14:20:30 (-03:30)"),
    ] {
        assert_eq!(when(edtf).text().as_str(), shown, "{edtf}");
    }
}

#[test]
fn weekdays_stand_where_one_day_is_sure() {
    assert_eq!(when("2022-07-15").text_with_weekday().as_str(), "Fri 15 Jul 2022");
    assert_eq!(
        when("2022-09-07T14:20+02:00").text_with_weekday().as_str(),
        "Wed 7 Sep 2022 14:20 (+02:00)"
    );
    assert_eq!(when("2022-07-15?").text_with_weekday().as_str(), "15 Jul 2022 (?)");
    assert_eq!(when("2022-07").text_with_weekday().as_str(), "Jul 2022");
}

#[test]
fn bounds_keep_what_is_open() {
    let days = |text| {
        let when = when(text);
        let iso = |day: Option<Day>| day.map(|day| day.iso().to_string());
        (iso(when.earliest()), iso(when.latest()))
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(days("2024-02"), (some("2024-02-01"), some("2024-02-29")));
    assert_eq!(days("2022"), (some("2022-01-01"), some("2022-12-31")));
    assert_eq!(days("2100"), (some("2100-01-01"), some("2100-12-31")));
    assert_eq!(days("2022-09-16/.."), (some("2022-09-16"), None));
    assert_eq!(days("[..2022-09-09]"), (None, some("2022-09-09")));
}

/// Dates sorted by their places; equals stay as they were.
fn in_order<'d>(dates: &[&'d str]) -> Vec<&'d str> {
    let mut sorted = dates.to_vec();
    sorted.sort_by_key(|date| when(date).timeline_place());
    sorted
}

#[test]
fn the_timeline_puts_the_days_of_a_month_above_what_is_known_to_the_month_or_longer() {
    let order = [
        "1939",
        "2022-01-31",
        "2022-01",
        "2022",
        "2022/..",
        "[..2022-01-15]",
        "2022-02-01",
        "2022-07-01",
        "[2022-07-05..2022-08-01]",
        "2022-07-15/2022-10",
        "[2022-07-20..]",
        "2022-07-30/..",
        "2022-07~",
        "2022-07/2022-08",
        "[2022-07..2022-09]",
        "2022-07/2022-10",
        "2022-07/",
        "../2022-07-02",
        "[..2022-07]",
        "2022-08-01",
        "../2022-10",
        "2022-11-01",
    ];
    let mut reversed = order;
    reversed.reverse();
    assert_eq!(in_order(&reversed), order);
}

#[test]
fn what_was_or_began_on_one_day_stands_as_in_the_file() {
    let days = ["2022-09-16/2022-10", "2022-09-16", "2022-09-16T10:00Z", "[2022-09-16..]"];
    assert_eq!(in_order(&days), days);
    let year = |text: &str| when(text).listed_day().map(Day::year);
    assert_eq!((year("../2022-10"), year("2021/2022")), (Some(2022), Some(2021)));
}

#[test]
fn slips_are_told_what_to_write() {
    for (text, code, words) in [
        ("15/07/2022", Code::E120, "write `2022-07-15`"),
        ("07/15/2022", Code::E120, "write `2022-07-15`"),
        ("04/05/2022", Code::E120, "`2022-05-04` for 4 May or `2022-04-05` for 5 April"),
        ("15.7.2022", Code::E120, "write `2022-07-15`"),
        ("July 2022", Code::E120, "write `2022-07`"),
        ("15 July 2022", Code::E120, "write `2022-07-15`"),
        ("Sept. 16, 2022", Code::E120, "write `2022-09-16`"),
        ("September 1st 2022", Code::E120, "write `2022-09-01`"),
        ("2022-7-5", Code::E120, "write `2022-07-05`"),
        ("2022/07", Code::E120, "write `2022-07`"),
        ("20220715", Code::E120, "write `2022-07-15`"),
        ("about 2021", Code::E120, "write `2021~`"),
        ("since 16 Sep 2022", Code::E120, "write `2022-09-16/..`"),
        ("before July 2022", Code::E120, "write `[..2022-07]`"),
        ("between 21 Oct 2022 and 22 Oct 2022", Code::E120, "write `[2022-10-21..2022-10-22]`"),
        ("2022-02-30", Code::E120, "2022-02-30: there is no 30 February"),
        ("2023-02-29", Code::E120, "there is no 29 February in 2023"),
        ("2022-04-31", Code::E120, "there is no 31 April"),
        ("2022-13-05", Code::E120, "there is no month 13; did you mean `2022-05-13`?"),
        ("2022-21", Code::E120, "is a season"),
        ("2022-1X", Code::E120, "masked digits"),
        ("{2022-01,2022-03}", Code::E120, "list of dates"),
        ("[2022-01,2022-03]", Code::E120, "list of dates"),
        ("", Code::E120, "empty date"),
        ("yesterday", Code::E120, "`yesterday` is no date"),
        ("../..", Code::E120, "is no date"),
        ("2022-09-07T14:20", Code::E121, "write `2022-09-07T14:20+02:00`"),
        ("2022-09-07 14:20", Code::E121, "has no offset"),
        ("2022-09-07T14:20+25:00", Code::E121, "`+25:00` is no offset"),
        ("2022-09-07T25:20+02:00", Code::E120, "there is no time 25:20"),
        ("2022-10-25/2022-10-23", Code::E122, "did you mean `2022-10-23/2022-10-25`?"),
        ("[2022-10-25..2022-10-23]", Code::E122, "did you mean `[2022-10-23..2022-10-25]`?"),
        ("0999", Code::E123, "outside 1000 to 2100"),
        ("2101-01-01", Code::E123, "outside 1000 to 2100"),
        ("-0044", Code::E123, "outside 1000 to 2100"),
        ("Y20222", Code::E123, "outside 1000 to 2100"),
    ] {
        let (found, message) = fault(text);
        assert_eq!(found, code, "{text}: {message}");
        assert!(message.contains(words), "{text}: {message}");
    }
}

#[test]
fn a_day_is_read_from_iso_only() {
    assert_eq!(Day::parse_iso("2022-07-15"), Day::new(2022, 7, 15));
    for text in ["2022-7-15", "2022-02-30", "2022-07-15-", "+022-07-15", "", "２０２２-07-15"] {
        assert_eq!(Day::parse_iso(text), None, "{text}");
    }
}

fn shapes() -> impl Strategy<Value = String> {
    let day = (1000_i32..=2100, 1_u32..=12, 1_u32..=28);
    (day.clone(), day, 0_u8..9).prop_map(|((y, m, d), (v, n, e), form)| match form {
        0 => format!("{y:04}-{m:02}-{d:02}"),
        1 => format!("{y:04}-{m:02}~"),
        2 => format!("{y:04}?"),
        3 => format!("{y:04}-{m:02}-{d:02}/{v:04}-{n:02}-{e:02}"),
        4 => format!("{y:04}-{m:02}-{d:02}/.."),
        5 => format!("[{y:04}-{m:02}..{v:04}-{n:02}]"),
        6 => format!("[..{y:04}-{m:02}-{d:02}]"),
        7 => format!("[{y:04}..]"),
        _ => format!("{y:04}-{m:02}-{d:02}T{:02}:{:02}+02:00", e % 24, n),
    })
}

#[test]
fn the_end_of_what_lasted_is_shown_where_it_is_short() {
    for (edtf, shown) in [
        ("2022-10-23/2022-10-24", "23-24 Oct"),
        ("[2022-10-21..2022-10-22]", "21-22 Oct~"),
        ("2022-09-16/2022-10", "16 Sep-Oct"),
        ("2022-09-16~/2022-10", "16 Sep+"),
        ("2022-07/2022-10", "Jul-Oct"),
        ("1939/1945", "1939-1945"),
        ("2021-10/2022-01", "Oct+"),
        ("2022-10-16/2022-10", "16 Oct+"),
        ("2022-10/2022-10~", "Oct+"),
        ("2022/2022~", "2022+"),
        ("2022/2022-05-01", "2022+"),
        ("2022-09-16/2022-09-16", "16 Sep"),
        ("2022-09-16/..", "16 Sep+"),
        ("../2022-10", "Oct~"),
        ("2022-09-09", "09 Sep"),
        ("2022-09~", "Sep~"),
    ] {
        assert_eq!(When::parse(edtf).unwrap().medium().as_str(), shown, "{edtf}");
    }
}

#[test]
fn an_event_is_listed_among_the_days_of_its_beginning() {
    let days = |edtf: &str| {
        let when = When::parse(edtf).unwrap();
        when.listed_days().map(|(first, last)| format!("{} {}", first.iso(), last.iso()))
    };
    for (edtf, expected) in [
        ("2022-09-09", Some("2022-09-09 2022-09-09")),
        ("2022-09", Some("2022-09-01 2022-09-30")),
        ("2022-09-16/2022-10", Some("2022-09-16 2022-09-16")),
        ("../2022-10", Some("2022-10-01 2022-10-31")),
        ("[2022-10-21..2022-10-22]", Some("2022-10-21 2022-10-22")),
        ("[..2022-09-09]", Some("2022-09-09 2022-09-09")),
    ] {
        assert_eq!(days(edtf).as_deref(), expected, "{edtf}");
    }
}

/// Dates of every precision with every qualifier.
fn ends() -> impl Strategy<Value = String> {
    let (precision, qualifier) =
        (prop::sample::select(vec![4, 7, 10]), prop::sample::select(vec!["", "~", "?", "%"]));
    (2020_i32..=2023, 1_u32..=12, 1_u32..=28, precision, qualifier).prop_map(
        |(year, month, day, precision, qualifier)| {
            let date = format!("{year:04}-{month:02}-{day:02}");
            format!("{}{qualifier}", date.split_at(precision).0)
        },
    )
}

proptest! {
    #[test]
    fn the_ends_of_what_lasted_stand_apart(start in ends(), end in ends()) {
        if let Ok(read) = When::parse(&format!("{start}/{end}"))
            && start != end
        {
            let shown = read.text();
            let (first, last) = (when(&start).text(), when(&end).text());
            let (shown, first, last) = (shown.as_str(), first.as_str(), last.as_str());
            let is_whole = shown == format!("{first} to {last}");
            let alike = !format!("{start}{end}").contains(['~', '?', '%']) && start.len() == end.len();
            prop_assert!(is_whole != alike, "{}", shown);
            // What is shared is left out of the start only.
            let joined = shown.split(" (").next().unwrap();
            prop_assert!(is_whole || joined.ends_with(last), "{}", shown);
        }
    }

    #[test]
    fn what_is_read_is_written_back_and_in_order(text in shapes()) {
        match When::parse(&text) {
            Ok(read) => {
                prop_assert_eq!(&When::parse(read.edtf().as_str()).unwrap(), &read);
                if let (Some(first), Some(last)) = (read.earliest(), read.latest()) {
                    prop_assert!(first <= last);
                }
                prop_assert!(text::columns(read.short().as_str()) <= 7);
                prop_assert!(text::columns(read.medium().as_str()) <= 10);
                if let Some((first, last)) = read.listed_days() {
                    prop_assert!(first <= last);
                    prop_assert_eq!(read.listed_day().is_some(), true);
                }
                prop_assert!(!read.text().is_empty());
            }
            Err(error) => prop_assert_eq!(error.code, Code::E122),
        }
    }

    #[test]
    fn nothing_panics(text in "[-0-9XxTYEZSt:/.\\[\\]{}~?%,+ a-z]{0,24}") {
        if let Ok(when) = When::parse(&text) {
            prop_assert!(!when.text().is_empty() && !when.text_with_weekday().is_empty());
        }
    }

    #[test]
    fn the_timeline_has_exact_days_before_vague_dates_of_one_month(a in shapes(), b in shapes()) {
        let read: Vec<When> = [a, b].iter().filter_map(|text| When::parse(text).ok()).collect();
        if let [a, b] = read.as_slice() {
            let month = |when: &When| when.listed_day().map(|day| (day.year(), day.month()));
            let (one, two) = (a.timeline_place(), b.timeline_place());
            if month(a) != month(b) {
                prop_assert_eq!(one < two, month(a) < month(b));
            } else if a.begins_on_a_day() != b.begins_on_a_day() {
                prop_assert_eq!(one < two, a.begins_on_a_day());
            } else if a.begins_on_a_day() {
                prop_assert_eq!(one.cmp(&two), a.earliest().cmp(&b.earliest()));
            }
        }
    }
}
