use super::*;
use crate::brief::date::Day;
use proptest::prelude::*;

fn when(text: &str) -> When {
    When::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

fn words(one: &str, other: &str) -> String {
    Apart::between(&when(one), &when(other)).map_or("-".into(), |apart| apart.words().to_string())
}

#[test]
fn a_distance_is_told_in_the_one_unit_that_a_person_would_take() {
    for (one, other, expected) in [
        ("2022-09-07", "2022-09-09", "2 days later"),
        ("2022-09-09", "2022-09-08", "1 day earlier"),
        ("2022-07-15", "2022-08-30", "46 days later"),
        ("2022-07-15", "2022-10-13", "90 days later"),
        ("2022-07-15", "2022-10-14", "3 months later"),
        ("2021-05-16", "2022-07-16", "14 months later"),
        ("2020-07-15", "2022-07-15", "24 months later"),
        ("2020-06-01", "2022-07-15", "more than 2 years later"),
        ("2016-01-01", "2022-01-01", "6 years later"),
        ("2016-02-25", "2020-10-19", "almost 5 years later"),
        ("2020-10-19", "2016-02-25", "almost 5 years earlier"),
        ("2016-02-25", "2020-07-19", "more than 4 years later"),
        ("2016-02-25", "2020-02-01", "4 years later"),
        ("1946-01-10", "2022-09-07", "77 years later"),
        ("2022-01-01", "2022-04-17", "more than 3 months later"),
        ("2022-01-01", "2022-04-22", "almost 4 months later"),
        ("2022-09-07T14:20Z", "2022-09-07T17:40Z", "more than 3 hours later"),
        ("2022-09-07T14:20Z", "2022-09-07T18:15Z", "4 hours later"),
        ("2022-09-07T14:20+02:00", "2022-09-07T15:00+02:00", "40 minutes later"),
        ("2022-09-07T14:20+02:00", "2022-09-07T15:50+02:00", "90 minutes later"),
        ("2022-09-07T15:40Z", "2022-09-07T14:20+02:00", "more than 3 hours earlier"),
        ("2022-09-07T14:20+02:00", "2022-09-08T16:20+02:00", "26 hours later"),
        ("2022-09-07T14:20+02:00", "2022-09-09T13:55+02:00", "2 days later"),
        ("2022-09-07T14:20+02:00", "2022-09-09T15:00+02:00", "2 days later"),
        ("2022-07-15T14:20+02:00", "2022-12-15T14:20+01:00", "5 months later"),
    ] {
        assert_eq!(words(one, other), expected, "{one} to {other}");
    }
}

#[test]
fn what_is_not_exact_is_not_made_exact() {
    for (one, other, expected) in [
        ("[2022-10-21..2022-10-22]", "2022-10-25", "3-4 days later"),
        ("2022-07-15", "2022-09", "48-77 days later"),
        ("2022-07", "2022-08", "1-61 days later"),
        ("2022-07-15", "2022-03", "3-4 months earlier"),
        ("2022-07-15", "2022-02/2022-03", "3-4 months earlier"),
        ("2021-05", "2022-07-15", "13-14 months later"),
        ("2021", "2022-07-15", "6-18 months later"),
        ("2010", "2022", "11-13 years later"),
        ("2021", "2022", "at most 24 months later"),
        ("2020", "2022-01-20", "1-2 years later"),
        // Of one end almost that much and of the other more.
        ("2016-02-25~", "2020-10-19", "about 5 years later"),
        ("[2015-10-01..2016-05-10]", "2020-12-20", "about 5 years later"),
        ("[2016-01-10..2016-08-01]", "2020-12-20", "4-5 years later"),
        ("2022-09-07~", "2022-09-09", "about 2 days later"),
        ("2022-09-07", "2022-09-09?", "2 days later (?)"),
        ("2022-09-09", "2022-09-07%", "about 2 days earlier (?)"),
        ("[..2022-09-09]", "2022-09-21", "at least 12 days later"),
        ("2022-09-07", "[2022-09-09..]", "at least 2 days later"),
        ("[2022-09-09..]", "2022-09-07", "at least 2 days earlier"),
        ("2022-09-07", "[2023..]", "at least 3 months later"),
    ] {
        assert_eq!(words(one, other), expected, "{one} to {other}");
    }
}

#[test]
fn behind_a_date_that_is_about_right_a_distance_is_not_once_more() {
    let beside = |one: &str, other: &str| {
        Apart::between(&when(one), &when(other)).map(|apart| apart.words_beside_about().to_string())
    };
    for (one, other, expected) in [
        ("2015-12-23T15:35+02:00~", "2015-03~", "9-10 months earlier"),
        ("2022-09-07", "2022-09-09~", "2 days later"),
        ("2022-09-07", "2022-09-09%", "2 days later (?)"),
        ("2022-09-09", "2022-09-09~", "the same day"),
        ("2022-09-07T14:20+02:00~", "2022-09-07T12:20Z", "about the same time"),
    ] {
        assert_eq!(beside(one, other).as_deref(), Some(expected), "{one} to {other}");
    }
}

#[test]
fn an_order_that_is_not_known_is_not_told() {
    for (one, other) in [
        ("2022-07", "2022-07-15"),
        ("2022-07", "2022-07"),
        ("[2022-09-09..]", "2022-10-01"),
        ("2022-09-01", "[..2022-09-09]"),
        ("2022-10-23/2022-10-25", "2022-10-24"),
        ("../2022-10-25", "/2022-10-26"),
        // Both may be of the day on which they meet.
        ("[..2022-09-09]", "2022-09-09"),
        ("2022-09-09", "[2022-09-09..]"),
        ("[2022-10-21..2022-10-22]", "[2022-10-22..2022-10-25]"),
        ("2022-09-09", "[2022-09-08..2022-09-10]"),
        ("2022-09-30", "[2022-09-30..2022-10-02]"),
    ] {
        assert_eq!(words(one, other), "-", "{one} and {other}");
        assert_eq!(words(other, one), "-", "{other} and {one}");
    }
}

#[test]
fn where_only_the_day_is_known_no_order_is_claimed() {
    for (one, other) in [
        ("2022-09-09", "2022-09-09"),
        // A minute and a day of which no minute is known.
        ("2022-09-07T14:20+02:00", "2022-09-07"),
        ("2021-05-07", "2021-05-07/2021-05-12"),
        ("2021-05-12", "2021-05-07/2021-05-12"),
        ("2021-05-10/2021-05-12", "2021-05-12/2021-05-14"),
        ("2022-09-16", "2022-09-16/.."),
        ("2022-09-16", "../2022-09-16"),
    ] {
        assert_eq!(words(one, other), "the same day", "{one} and {other}");
        assert_eq!(words(other, one), "the same day", "{other} and {one}");
    }
    assert_eq!(words("2022-09-09~", "2022-09-09?"), "about the same day (?)");
}

#[test]
fn one_moment_is_one_in_whatever_offset() {
    for (one, other, expected) in [
        ("2022-10-30T23:50+05:45", "2022-10-30T18:05Z", "the same minute"),
        ("2022-10-31T00:20+05:45", "2022-10-30T18:35Z", "the same minute"),
        ("2022-09-07T14:20:30+02:00", "2022-09-07T12:20Z", "the same minute"),
        ("2022-09-07T14:20:30.5+02:00", "2022-09-07T12:20:30Z", "the same second"),
        ("2022-09-07T14:20+02:00~", "2022-09-07T12:20Z", "about the same time"),
        ("2022-09-07T24:00Z", "2022-09-08T02:00+02", "the same minute"),
    ] {
        assert_eq!(words(one, other), expected);
        assert_eq!(words(other, one), expected);
    }
    assert_eq!(words("2022-09-07T14:20+02:00", "2022-09-07T12:19Z"), "1 minute earlier");
}

#[test]
fn times_are_counted_from_the_end_of_what_lasted_and_as_finely_as_both_are_known() {
    for (one, other, expected) in [
        ("2022-09-07T14:20:10Z", "2022-09-07T14:20:50Z", "40 seconds later"),
        ("2022-09-07T14:20:10Z", "2022-09-07T14:25Z", "5 minutes later"),
        ("2022-09-07T14:20Z~", "2022-09-07T14:25Z", "about 5 minutes later"),
        ("2022-09-07T14:20Z", "2022-09-07T14:25Z?", "5 minutes later (?)"),
        ("2022-09-07T14:20Z/2022-09-07T15:05Z", "2022-09-07T15:30Z", "25 minutes later"),
        ("2022-09-07T14:20Z/..", "2022-09-07T15:30Z", "70 minutes after it began"),
        ("[2022-09-07T14:20Z..2022-09-07T15:05Z]", "2022-09-07T15:30Z", "25-70 minutes later"),
        ("[..2022-09-07T14:20Z]", "2022-09-07T14:25Z", "at least 5 minutes later"),
        // Overlapping, on one day or around midnight.
        ("2022-09-07T14:20Z/2022-09-07T15:05Z", "2022-09-07T14:40Z", "the same day"),
        ("2022-09-07T23:00Z/2022-09-08T01:00Z", "2022-09-08T00:40Z", "the same day"),
        // By the clocks of two places the later one is of the day before.
        ("2022-10-31T00:10+05:45", "2022-10-30T20:00Z", "more than 1 hour later"),
        ("2022-12-31T23:59:60Z", "2023-01-01T00:00:00Z", "1 second later"),
    ] {
        assert_eq!(words(one, other), expected, "{one} to {other}");
    }
}

#[test]
fn what_lasted_is_left_at_its_end_and_met_at_its_beginning() {
    let after = |from, to| Distance::between(&when(from), &when(to)).unwrap();
    let ended = after("2022-10-23/2022-10-25", "2022-10-27");
    assert_eq!((ended.words().as_str(), ended.from_ending()), ("2 days", true));
    let on = after("2022-09-16/..", "2022-10-23");
    assert_eq!((on.words().as_str(), on.from_beginning()), ("37 days", true));
    assert_eq!(words("2022-09-16/..", "2022-10-23"), "37 days after it began");
    assert_eq!(words("2022-10-23", "2022-09-16/.."), "37 days earlier");
    let plain = after("2022-09-09", "2022-09-16/..");
    assert!(!plain.from_ending() && !plain.from_beginning());
    assert_eq!(plain.words().as_str(), "7 days");
}

/// Dates of every form, near each other.
fn dates() -> impl Strategy<Value = String> {
    let day = |days: i64| Day::new(2022, 1, 1).unwrap().plus_days(days).unwrap().iso().to_string();
    let qualifier = prop::sample::select(vec!["", "~", "?", "%"]);
    (0_i64..900, 0_i64..90, qualifier, 0_u8..18).prop_map(move |(first, days, qualifier, form)| {
        let (start, end) = (day(first), day(first + days));
        let time = |minute: i64| format!("T{:02}:{:02}+02:00", minute / 60 % 24, minute % 60);
        let (at, until) = (time(first), time(first + days));
        let (year, month) = (start.split_at(4).0, start.split_at(7).0);
        match form {
            0 => format!("{start}{qualifier}"),
            1 => format!("{month}{qualifier}"),
            2 => format!("{year}{qualifier}"),
            3 => format!("{start}{qualifier}/{end}"),
            4 => format!("{month}/{end}{qualifier}"),
            5 => format!("{start}/.."),
            6 => format!("../{end}"),
            7 => format!("[{start}..{end}]"),
            8 => format!("[..{end}]"),
            9 => format!("[{start}..]"),
            10 => format!("{start}{at}{qualifier}"),
            11 => format!("{start}{at}/{start}{until}{qualifier}"),
            12 => format!("[{start}{at}..{start}{until}]"),
            13 => format!("{start}{at}/.."),
            14 => format!("[{start}{at}..]"),
            15 => format!("[..{start}{at}]"),
            16 => format!("{start}{}:07+02:00{qualifier}", at.split('+').next().unwrap()),
            _ => format!("{start}T{:02}:{:02}+02:00", days % 24, first % 60),
        }
    })
}

/// The same instant by the clock of another offset, in minutes east of UTC.
fn rewritten(minute: i64, east: i64) -> String {
    let local = minute + east;
    let day = Day::new(2022, 10, 30).unwrap().plus_days(local.div_euclid(24 * 60)).unwrap();
    let minute = local.rem_euclid(24 * 60);
    let (sign, offset) = (if east < 0 { '-' } else { '+' }, east.abs());
    let (hour, minute, hours, minutes) = (minute / 60, minute % 60, offset / 60, offset % 60);
    format!("{}T{hour:02}:{minute:02}{sign}{hours:02}:{minutes:02}", day.iso())
}

#[test]
fn a_day_that_two_share_is_as_doubtful_from_either() {
    let lasted = "2022-04-20T01:49+02:00/2022-04-20T01:50+02:00";
    for (one, other) in [
        (lasted, "2022-04-20T01:49+02:00/2022-04-20T01:50+02:00~"),
        ("2022-04-20", "2022-04-20T01:49+02:00/2022-04-20T01:50+02:00~"),
    ] {
        let (one, other) = (when(one), when(other));
        let told = Apart::between(&one, &other).map(Apart::words);
        assert_eq!(told, Some("about the same day".into()));
        assert_eq!(told, Apart::between(&other, &one).map(Apart::words));
    }
}

proptest! {
    #[test]
    fn of_two_days_one_way_has_words(from in 0_i64..2_000, days in 0_i64..5_000) {
        let first = Day::new(2015, 1, 1).unwrap();
        let text = |days: i64| first.plus_days(days).unwrap().iso().to_string();
        let (earlier, later) = (when(&text(from)), when(&text(from + days)));
        let distance = Distance::between(&earlier, &later);
        prop_assert_eq!(distance.map(Distance::least_days), (days > 0).then_some(days));
        prop_assert_eq!(Distance::between(&later, &earlier), None);
    }

    #[test]
    fn both_ways_say_the_same(one in dates(), other in dates()) {
        let (one, other) = (when(&one), when(&other));
        let turned = match Apart::between(&other, &one) {
            Some(Apart::Earlier(distance)) => Some(Apart::Later(distance)),
            Some(Apart::Later(distance)) => Some(Apart::Earlier(distance)),
            same => same,
        };
        prop_assert_eq!(Apart::between(&one, &other), turned);
    }

    #[test]
    fn a_distance_has_one_unit(one in dates(), other in dates()) {
        let words = words(&one, &other);
        let units = ["second", "minute", "hour", "day", "month", "year"];
        let told = words.split_whitespace().filter(|word| units.contains(&word.trim_end_matches('s')));
        let expected = usize::from(words.contains(|sign: char| sign.is_ascii_digit()));
        prop_assert!(words == "-" || words.contains("the same") || told.count() == expected, "{}", words);
    }

    /// Whatever is told to be later began after the last day on which the other can have ended or, where
    /// it has no end, begun.
    #[test]
    fn what_may_be_of_one_day_has_no_order(one in dates(), other in dates()) {
        let minutes = one.contains('T') && other.contains('T');
        let (one, other) = (when(&one), when(&other));
        if let Some(Apart::Later(distance)) = Apart::between(&one, &other)
            && !minutes
        {
            prop_assert!(distance.least_days() >= 1);
            let begun = one.listed_days().map(|(_, last)| last);
            prop_assert!(one.latest().or(begun) < other.earliest());
        }
    }

    #[test]
    fn the_offset_in_which_an_instant_is_written_changes_nothing(
        one in -5_000_i64..5_000, other in -5_000_i64..5_000,
        east in -840_i64..=840, swapped in -840_i64..=840,
    ) {
        let fixed = when(&rewritten(one, 0));
        let [there, swapped] = [east, swapped].map(|east| when(&rewritten(other, east)));
        prop_assert_eq!(Apart::between(&fixed, &there), Apart::between(&fixed, &swapped));
        prop_assert_eq!(Apart::between(&there, &swapped), Some(Apart::SameMoment(Doubt::default(), Tick::Minute)));
    }
}
