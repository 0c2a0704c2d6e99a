use super::*;
use proptest::prelude::*;

fn when(text: &str) -> When {
    When::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

fn words(from: &str, to: &str) -> String {
    distance_words(&when(from), &when(to)).map_or("-".into(), |words| words.to_string())
}

#[test]
fn days_and_minutes_are_counted_exactly() {
    for (from, to, expected) in [
        ("2022-09-07", "2022-09-09", "2 days"),
        ("2022-09-09", "2022-09-10", "1 day"),
        ("2022-09-09", "2022-09-09", "the same day"),
        ("2022-07-15", "2022-08-30", "46 days"),
        ("2021-05-16", "2022-07-16", "426 days (about 14 months)"),
        ("2016-01-01", "2022-01-01", "2192 days (about 6 years)"),
        ("2022-09-07T14:20+02:00", "2022-09-07T15:00+02:00", "40 minutes"),
        ("2022-09-07T14:20+02:00", "2022-09-07T15:40Z", "3 h 20 min"),
        ("2022-09-07T23:30-05:00", "2022-09-08T05:30Z", "1 hour"),
        ("2022-09-07T14:20+02:00", "2022-09-07T12:20Z", "the same minute"),
        ("2022-09-07T14:20+02:00", "2022-09-09T15:00+02:00", "2 days"),
        // A minute and a day of which no minute is known.
        ("2022-09-07T14:20+02:00", "2022-09-07", "the same day"),
    ] {
        assert_eq!(words(from, to), expected, "{from} to {to}");
    }
}

#[test]
fn short_words_leave_months_out() {
    let distance = Distance::between(&when("2021-05-16"), &when("2022-07-16")).unwrap();
    assert_eq!(distance.short_words().as_str(), "426 days");
}

#[test]
fn what_is_not_exact_is_not_made_exact() {
    for (from, to, expected) in [
        ("[2022-10-21..2022-10-22]", "2022-10-25", "between 3 and 4 days"),
        ("[2022-10-21..2022-10-22]", "[2022-10-22..2022-10-25]", "at most 4 days"),
        ("2022-07-15", "2022-09", "between 48 and 77 days"),
        ("2022-07", "2022-08", "between 1 and 61 days"),
        ("2021-05", "2022-07-15", "between 13 and 15 months"),
        ("2021", "2022-07-15", "between 6 and 19 months"),
        ("2010", "2022", "between 11 and 13 years"),
        ("2022-03", "2022-07-15", "between 3 and 5 months"),
        ("2022-09-07~", "2022-09-09", "about 2 days"),
        ("2022-09-07", "2022-09-09?", "2 days (?)"),
        ("2022-09-07%", "2022-09-09", "about 2 days (?)"),
        ("[..2022-09-09]", "2022-09-21", "at least 12 days"),
        ("2022-09-07", "[2022-09-09..]", "at least 2 days"),
        ("[..2022-09-09]", "2022-09-09", "some time"),
    ] {
        assert_eq!(words(from, to), expected, "{from} to {to}");
    }
}

#[test]
fn an_order_that_is_not_known_is_not_told() {
    for (from, to) in [
        ("2022-09-09", "2022-09-07"),
        ("2022-07", "2022-07-15"),
        ("2022-07-15", "2022-07"),
        ("2022-07", "2022-07"),
        ("[2022-09-09..]", "2022-10-01"),
        ("2022-09-01", "[..2022-09-09]"),
        ("2022-10-23/2022-10-25", "2022-10-24"),
        ("../2022-10-25", "/2022-10-26"),
        ("2022-09-07T14:20+02:00", "2022-09-07T12:19Z"),
    ] {
        assert_eq!(words(from, to), "-", "{from} to {to}");
    }
}

#[test]
fn what_lasted_is_left_at_its_end_and_met_at_its_beginning() {
    let after = |from, to| Distance::between(&when(from), &when(to)).unwrap();
    let ended = after("2022-10-23/2022-10-25", "2022-10-27");
    assert_eq!((ended.words().as_str(), ended.from_ending()), ("2 days", true));
    let on = after("2022-09-16/..", "2022-10-23");
    assert_eq!((on.words().as_str(), on.from_beginning()), ("37 days", true));
    let began = after("2022-09-09", "2022-09-16/..");
    assert_eq!((began.words().as_str(), began.to_beginning()), ("7 days", true));
    let plain = after("2022-09-09", "2022-09-16");
    assert!(!plain.from_ending() && !plain.from_beginning() && !plain.to_beginning());
}

#[test]
fn the_words_of_a_row_say_no_more_than_the_full_ones() {
    for (from, to, expected) in [
        ("2022-07-15", "2022-08-30", "46 days"),
        ("2021-05-16", "2022-07-16", "about 14 months"),
        ("2021-05-16~", "2022-07-16", "about 14 months"),
        ("2021-05", "2022-07-15", "13-15 months"),
        ("2022-07-15", "2022-09", "48-77 days"),
        ("2022-03", "2022-07-15", "3-5 months"),
        ("2022-06", "2022-09-07", "69-98 days"),
        ("2022-06", "2022-09-20", "2-4 months"),
        ("2022-06/2022-08", "2022-09-15", "15-45 days"),
        ("[2022-10-21..2022-10-22]", "[2022-10-22..2022-10-25]", "at most 4 days"),
        ("2022-09-07%", "2022-09-09", "about 2 days (?)"),
        ("[..2022-09-09]", "2022-09-21", "at least 12 days"),
    ] {
        let words = Distance::between(&when(from), &when(to)).unwrap().row_words();
        assert_eq!(words.as_str(), expected, "{from} to {to}");
    }
}

proptest! {
    #[test]
    fn of_two_days_one_way_has_words(from in 0_i64..2_000, days in 0_i64..5_000) {
        let first = Day::new(2015, 1, 1).unwrap();
        let text = |days: i64| first.plus_days(days).unwrap().iso().to_string();
        let (earlier, later) = (when(&text(from)), when(&text(from + days)));
        prop_assert_eq!(Distance::between(&earlier, &later).unwrap().least_days(), days);
        prop_assert_eq!(Distance::between(&later, &earlier).is_some(), days == 0);
    }
}
