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
fn times_are_shown_as_an_officer_says_them() {
    for (edtf, shown) in [
        ("2022-09-07T14:20+02:00~", "about 14:20 on 7 Sep 2022 (+02:00)"),
        ("2022-09-07T14:20~+02:00", "about 14:20 on 7 Sep 2022 (+02:00)"),
        ("2022-09-07T14:20Z?", "7 Sep 2022 14:20 (?) (UTC)"),
        ("2022-09-07T14:20Z%", "about 14:20 (?) on 7 Sep 2022 (UTC)"),
        ("2022-09-07T14:20:33.123Z", "7 Sep 2022 14:20:33 (UTC)"),
        ("2022-09-07T14:20:00+02", "7 Sep 2022 14:20:00 (+02:00)"),
        ("2022-09-07T14:20+0230", "7 Sep 2022 14:20 (+02:30)"),
        ("2022-09-07T24:00Z", "7 Sep 2022 24:00 (UTC)"),
        ("2016-12-31T23:59:60Z", "31 Dec 2016 23:59:60 (UTC)"),
        ("2017-01-01T05:29:60+05:30", "1 Jan 2017 05:29:60 (+05:30)"),
        (
            "2022-09-07T14:20+02:00/2022-09-07T15:05+02:00",
            "7 Sep 2022 14:20-15:05 (+02:00, 45 minutes)",
        ),
        ("2022-09-07T14:20Z/2022-09-07T16:25Z", "7 Sep 2022 14:20-16:25 (UTC, 2 hours 5 minutes)"),
        (
            "2022-09-07T14:20:10Z/2022-09-07T14:20:50Z",
            "7 Sep 2022 14:20:10-14:20:50 (UTC, 40 seconds)",
        ),
        ("2022-09-07T23:40Z/2022-09-08T01:10Z", "7 Sep 23:40 - 8 Sep 2022 01:10 (UTC, 90 minutes)"),
        ("2022-09-07T14:00Z/2022-09-10T15:00Z", "7 Sep 14:00 - 10 Sep 2022 15:00 (UTC, 3 days)"),
        (
            "2022-12-31T23:40Z/2023-01-01T00:40Z",
            "31 Dec 2022 23:40 - 1 Jan 2023 00:40 (UTC, 60 minutes)",
        ),
        (
            "2022-09-07T14:20+02:00~/2022-09-07T15:05+02:00",
            "about 14:20 to 15:05 on 7 Sep 2022 (+02:00)",
        ),
        (
            "2022-09-07T14:20+02:00/2022-09-07T12:50Z",
            "7 Sep 2022 14:20 (+02:00) to 7 Sep 2022 12:50 (UTC), 30 minutes",
        ),
        ("2022-09-07T14:20Z/2022-09-09", "7 Sep 2022 14:20 (UTC) to 9 Sep 2022"),
        ("2022-09-07T14:20Z/..", "since 7 Sep 2022 14:20 (UTC)"),
        ("2022-09-07T14:20Z/", "from 7 Sep 2022 14:20 (UTC), end unknown"),
        ("../2022-09-07T14:20Z", "until 7 Sep 2022 14:20 (UTC)"),
        (
            "[2022-09-07T14:20+02:00..2022-09-07T15:05+02:00]",
            "between 14:20 and 15:05 on 7 Sep 2022 (+02:00)",
        ),
        (
            "[2022-09-07T23:40Z..2022-09-08T01:10Z]",
            "between 7 Sep 23:40 and 8 Sep 2022 01:10 (UTC)",
        ),
        ("[2022-09-07T14:20Z..2022-09-09]", "between 7 Sep 2022 14:20 (UTC) and 9 Sep 2022"),
        ("[..2022-09-07T14:20Z]", "by 7 Sep 2022 14:20 (UTC)"),
        ("[2022-09-07T14:20Z..]", "7 Sep 2022 14:20 (UTC) or later"),
        ("2022-09-07T14:20Z/2022-09-07T14:20Z", "7 Sep 2022 14:20 (UTC)"),
    ] {
        assert_eq!(when(edtf).text().as_str(), shown, "{edtf}");
    }
    for (edtf, shown) in [
        ("2022-09-07T14:20Z~", "about 14:20 on Wed 7 Sep 2022 (UTC)"),
        ("2022-09-07T14:20Z/2022-09-07T15:05Z", "Wed 7 Sep 2022 14:20-15:05 (UTC, 45 minutes)"),
        (
            "[2022-09-07T14:20Z..2022-09-07T15:05Z]",
            "between 14:20 and 15:05 on Wed 7 Sep 2022 (UTC)",
        ),
        ("2022-09-07T14:20Z?", "7 Sep 2022 14:20 (?) (UTC)"),
    ] {
        assert_eq!(when(edtf).text_with_weekday().as_str(), shown, "{edtf}");
    }
}

#[test]
fn what_is_certainly_before_is_told_by_moments_where_both_have_one() {
    let before = |one: &str, other: &str| when(one).is_before(&when(other));
    for (one, other, expected) in [
        ("2022-09-07T14:20Z", "2022-09-07T14:21Z", true),
        ("2022-09-07T14:20Z", "2022-09-07T14:20:30Z", false),
        ("2022-09-07T14:20:30Z", "2022-09-07T14:20Z", false),
        ("2022-09-07T14:20:30Z", "2022-09-07T14:20:31Z", true),
        ("2022-09-07T14:20:30.1Z", "2022-09-07T14:20:30.2Z", true),
        ("2022-09-07T14:20Z/2022-09-07T15:05Z", "2022-09-07T15:06Z", true),
        ("2022-09-07T14:20Z/2022-09-07T15:05Z", "2022-09-07T15:05Z", false),
        ("2022-09-07T14:20Z/..", "2022-09-08", false),
        ("[..2022-09-07T14:20Z]", "[2022-09-07T14:21Z..]", true),
        ("2022-09-07T14:20Z", "2022-09-07", false),
        ("2022-09-07T14:20Z", "2022-09-08", true),
        // By the day of the place it is the other way round.
        ("2022-10-31T00:10+05:45", "2022-10-30T20:00Z", true),
        ("2022-10-30T20:00Z", "2022-10-31T00:10+05:45", false),
    ] {
        assert_eq!(before(one, other), expected, "{one} before {other}");
    }
}

#[test]
fn a_clock_says_the_day_in_utc() {
    let iso = |seconds| Day::of_clock(seconds).iso().as_str().to_owned();
    let days = [0, 86_399, 86_400, 951_782_400, 1_669_852_799, u64::MAX].map(iso);
    let wanted =
        ["1970-01-01", "1970-01-01", "1970-01-02", "2000-02-29", "2022-11-30", "1970-01-01"];
    assert_eq!(days, wanted);
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
        ("before July 2022", Code::E120, "write `[..2022-06]`"),
        ("before 1 Jan 2022", Code::E120, "write `[..2021-12-31]`"),
        ("before January 2022", Code::E120, "write `[..2021-12]`"),
        ("before Sep 2022", Code::E120, "write `[..2022-08]`"),
        ("by 9 Sep 2022", Code::E120, "write `[..2022-09-09]`"),
        ("until 9 Sep 2022", Code::E120, "write `../2022-09-09`"),
        ("after 31 Dec 2022", Code::E120, "write `[2023-01-01..]`"),
        ("after 2022 ", Code::E120, "write `[2023..]`"),
        ("between 21 Oct 2022 and 22 Oct 2022", Code::E120, "write `[2022-10-21..2022-10-22]`"),
        ("2022-02-30", Code::E120, "2022-02-30: there is no 30 February"),
        ("2023-02-29", Code::E120, "there is no 29 February in 2023"),
        ("2022-04-31", Code::E120, "there is no 31 April"),
        ("2022-13-05", Code::E120, "there is no month 13; did you mean `2022-05-13`?"),
        ("2022-21", Code::E120, "is a season"),
        ("2022-1X", Code::E120, "masked digits"),
        ("{2022-01,2022-03}", Code::E120, "list of dates"),
        ("[2022-01,2022-03]", Code::E120, "list of dates"),
        ("[2022-09-07T14:20Z,2022-09-07T15:05Z]", Code::E120, "list of dates"),
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
fn slips_of_times_are_told_what_to_write() {
    for (text, code, words) in [
        ("2022-09-07T24:01Z", Code::E120, "there is no time 24:01"),
        ("2022-09-07T14:59:60Z", Code::E120, "there is no time 14:59:60"),
        ("2022-09-07T23:59:60Z", Code::E120, "there is no time 23:59:60"),
        ("2022-09-07T14:20~", Code::E121, "write `2022-09-07T14:20+02:00~`"),
        ("2022-09-07T14:20 CEST", Code::E121, "write `2022-09-07T14:20+02:00`"),
        ("2022-09-07T14:20~ CEST", Code::E121, "write `2022-09-07T14:20+02:00~`"),
        ("2022-09-07T14:20~+02:00?", Code::E120, "more than one sign of doubt"),
        ("2022-09-07T14:20Z~?", Code::E120, "more than one sign of doubt"),
        (
            "2022-09-07T15:05Z/2022-09-07T14:20Z",
            Code::E122,
            "did you mean `2022-09-07T14:20Z/2022-09-07T15:05Z`?",
        ),
        (
            "2022-09-07T14:20+02:00/15:05",
            Code::E120,
            "write `2022-09-07T14:20+02:00/2022-09-07T15:05+02:00`",
        ),
        (
            "2022-09-07T14:20+02:00/T13:05Z",
            Code::E120,
            "write `2022-09-07T14:20+02:00/2022-09-07T13:05Z`",
        ),
        (
            "[2022-09-07T14:20Z..15:05]",
            Code::E120,
            "write `[2022-09-07T14:20Z..2022-09-07T15:05Z]`",
        ),
        ("[2022-09-07T14:20Z~..2022-09-07T15:05Z]", Code::E120, "within `[…]`"),
        ("[2022-09..2022-09-07T15:05Z]", Code::E120, "within `[…]`"),
        ("7 Sep 2022 14:20 +02:00", Code::E120, "write `2022-09-07T14:20+02:00`"),
        ("14:20 UTC on 7 September 2022", Code::E120, "write `2022-09-07T14:20Z`"),
        ("7 Sep 2022, 14:20", Code::E121, "write `2022-09-07T14:20+02:00` with the offset"),
        ("about 14:20 UTC, 7 Sep 2022", Code::E120, "write `2022-09-07T14:20Z~`"),
        ("2022-09-07 2:20 pm UTC", Code::E120, "write `2022-09-07T14:20Z`"),
        ("2022-09-07 12:05 am UTC", Code::E120, "write `2022-09-07T00:05Z`"),
        ("2022-09-07T9:05Z", Code::E120, "write `2022-09-07T09:05Z`"),
        ("20220907T142033Z", Code::E120, "write `2022-09-07T14:20:33Z`"),
        ("2022-09-07T1420+02:00", Code::E120, "write `2022-09-07T14:20+02:00`"),
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
    (day.clone(), day, 0_u8..16).prop_map(|((y, m, d), (v, n, e), form)| match form {
        0 => format!("{y:04}-{m:02}-{d:02}"),
        1 => format!("{y:04}-{m:02}~"),
        2 => format!("{y:04}?"),
        3 => format!("{y:04}-{m:02}-{d:02}/{v:04}-{n:02}-{e:02}"),
        4 => format!("{y:04}-{m:02}-{d:02}/.."),
        5 => format!("[{y:04}-{m:02}..{v:04}-{n:02}]"),
        6 => format!("[..{y:04}-{m:02}-{d:02}]"),
        7 => format!("[{y:04}..]"),
        8 => format!("{y:04}-{m:02}-{d:02}T{:02}:{:02}+02:00", e % 24, n),
        9 => format!("{y:04}-{m:02}-{d:02}T{:02}:{:02}:{:02}.{e}-11:30%", e % 24, n, e),
        10 => format!("{y:04}-{m:02}-{d:02}T{:02}:00Z~/{y:04}-{m:02}-{e:02}T24:00+05:45", e % 24),
        11 => format!("[{y:04}-{m:02}-{d:02}T{:02}:00Z..{y:04}-{m:02}-{e:02}T12:00Z]", e % 24),
        12 => format!("{y:04}-{m:02}-{d:02}T{:02}:00Z/..", e % 24),
        13 => format!("[..{y:04}-{m:02}-{d:02}T{:02}:00-08]", e % 24),
        14 => format!("[{y:04}-{m:02}-{d:02}T{:02}:00+1300..]", e % 24),
        _ => format!("{y:04}-{m:02}-{d:02}T{:02}:00Z/{v:04}-{n:02}-{e:02}", e % 24),
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
    fn what_is_before_is_so_one_way_and_goes_on(texts in prop::collection::vec(shapes(), 3)) {
        let read: Vec<When> = texts.iter().filter_map(|text| When::parse(text).ok()).collect();
        if let [a, b, c] = read.as_slice() {
            prop_assert!(!(a.is_before(b) && b.is_before(a)));
            prop_assert!(!a.is_before(a));
            let all_moments = read.iter().all(|when| when.precision() == Precision::Minute);
            if all_moments && a.is_before(b) && b.is_before(c) {
                prop_assert!(a.is_before(c));
            }
        }
    }

    #[test]
    fn every_clock_shows_a_date_and_no_row_is_too_wide(text in shapes()) {
        if let Ok(read) = When::parse(&text) {
            for times in Times::ALL {
                prop_assert!(!read.text_in(times).is_empty());
                for (year, time) in [(false, false), (false, true), (true, false), (true, true)] {
                    let how = RowDate { year, time, clock: year != time, times };
                    let row = read.in_row(how);
                    let most = if time { TIMED_ROW_DATE } else { ROW_DATE };
                    prop_assert!(text::columns(row.as_str()) <= most, "{}", row);
                    let narrow = read.time_in_narrow_row(how);
                    prop_assert!(text::columns(narrow.as_str()) <= 13, "{}", narrow);
                }
            }
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
