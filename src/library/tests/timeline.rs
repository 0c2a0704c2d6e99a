//! The one order of events in time.

use super::*;
use proptest::prelude::*;

/// A brief of events at these dates, named `e0`, `e1` and so on; `2022-09-07 #2` has the `order` 2.
fn events(id: &str, dates: &[&str]) -> String {
    let event = |(number, date): (usize, &&str)| {
        let (date, order) = date.split_once(" #").unwrap_or((date, "1"));
        format!(
            "[[event]]\nid = \"{id}{number}\"\ntitle = \"E\"\nwhen = \"{date}\"\norder = {order}\n\
             type = \"other\"\n"
        )
    };
    a_brief(id, &dates.iter().enumerate().map(event).collect::<String>())
}

/// The ids of the events of some briefs in timeline order.
fn listed(briefs: &[(&str, &[&str])]) -> Vec<String> {
    let texts: Vec<String> = briefs.iter().map(|(id, dates)| events(id, dates)).collect();
    let library = library(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let ids = library.listed(Kind::Event).iter().filter_map(|id| library.get(*id));
    ids.map(|item| item.slug.to_string()).collect()
}

#[test]
fn of_one_day_the_times_decide_and_else_the_file() {
    for (dates, expected) in [
        (&["2022-09-07", "2022-09-07/2022-09-12"][..], [0, 1].as_slice()),
        (&["2022-09-07/2022-09-12", "2022-09-07"], &[0, 1]),
        (&["2022-09-07T12:00Z", "2022-09-07T10:00Z"], &[1, 0]),
        (&["2022-09-07T12:00+02:00", "2022-09-07T11:00Z"], &[0, 1]),
        (&["2022-10-30T23:50+05:45", "2022-10-30T18:05Z"], &[0, 1]),
        // What has no time stands behind what the file tells before it.
        (&["2022-09-07", "2022-09-07T10:00Z"], &[0, 1]),
        (&["2022-09-07T10:00Z", "2022-09-07"], &[0, 1]),
        (&["2022-09-07T12:00Z", "2022-09-07", "2022-09-07T10:00Z"], &[2, 0, 1]),
        (&["2022-09-07T12:00Z", "2022-09-07", "2022-09-07T10:00Z", "2022-09-07"], &[2, 0, 1, 3]),
    ] {
        is_listed(dates, expected);
    }
}

fn is_listed(dates: &[&str], expected: &[usize]) {
    let expected: Vec<String> = expected.iter().map(|number| format!("a{number}")).collect();
    assert_eq!(listed(&[("a", dates)]), expected, "{dates:?}");
}

#[test]
fn stretches_and_what_was_between_stand_by_the_time_at_which_they_begin() {
    for (dates, expected) in [
        (
            &[
                "2022-09-07T14:20Z/2022-09-07T15:05Z",
                "[2022-09-07T14:10Z..2022-09-07T18:00Z]",
                "2022-09-07T14:15Z~",
                "2022-09-07T14:12:30.5Z",
                "2022-09-07T14:12:30.25Z",
                "2022-09-07T14:11Z/..",
            ][..],
            [1, 5, 4, 3, 2, 0].as_slice(),
        ),
        (&["2022-09-07T24:00Z", "2022-09-07T23:59Z", "2022-09-08"], &[1, 0, 2]),
        (&["[..2022-09-07T15:00Z]", "[..2022-09-07T14:00Z]", "2022-09-07"], &[2, 1, 0]),
    ] {
        is_listed(dates, expected);
    }
}

#[test]
fn moments_decide_across_clocks_and_days_do_where_no_time_is_known() {
    for (dates, expected) in [
        // By the clocks of two places the earlier one is of the later day.
        (&["2022-09-07T23:30Z", "2022-09-08T00:45+02:00"][..], [1, 0].as_slice()),
        (&["2022-10-31T23:30Z", "2022-11-01T00:45+02:00", "2022-10"], &[1, 0, 2]),
        (&["2022-09-08T00:45+02:00", "2022-09-07", "2022-09-08"], &[1, 0, 2]),
        (&["2022-09-08", "2022-09-07T22:00-05:00", "2022-09-07"], &[1, 2, 0]),
        // The day after stands behind the last time of the day before, whatever it is in UTC.
        (&["2022-09-08", "2022-09-07T22:00-05:00", "2022-09-08T01:00-05:00"], &[1, 0, 2]),
    ] {
        is_listed(dates, expected);
    }
}

#[test]
fn of_one_day_order_decides_where_times_do_not() {
    for (dates, expected) in [
        (&["2022-09-07 #2", "2022-09-07"][..], [1, 0].as_slice()),
        (&["2022-09-07 #3", "2022-09-07 #2", "2022-09-08"], &[1, 0, 2]),
        (&["2022-09-07 #2", "2022-09-07/2022-09-09", "2022-09-07"], &[1, 2, 0]),
        // What has no time stands among those that have one.
        (&["2022-09-07 #2", "2022-09-07T10:00Z", "2022-09-07T12:00Z #3"], &[1, 0, 2]),
        (&["2022-09-07 #9", "2022-09-07T10:00Z", "2022-09-07T12:00Z"], &[1, 2, 0]),
        // Times and days are never contradicted.
        (&["2022-09-07T12:00Z", "2022-09-07T10:00Z #2"], &[1, 0]),
        (&["2022-09-08", "2022-09-07 #2"], &[1, 0]),
        (&["2022-09-07T10:00Z #2", "2022-09-07T10:00Z"], &[1, 0]),
        (&["2022-09 #2", "2022-09", "2022-09-30 #5"], &[2, 1, 0]),
    ] {
        is_listed(dates, expected);
    }
    let briefs: [(&str, &[&str]); 2] =
        [("a", &["2022-09-07 #3", "2022-09-07"]), ("b", &["2022-09-07 #2", "2022-09-07"])];
    assert_eq!(listed(&briefs), ["a1", "a0", "b1", "b0"]);
}

#[test]
fn a_row_tells_the_time_of_what_is_not_alone_on_its_day() {
    let text = events(
        "a",
        &["2022-09-07T14:20Z", "2022-09-07", "2022-09-08T10:00Z", "2022-09-09", "2022-09-09"],
    );
    let library = library(&[&text]);
    let told = |slug: &str| {
        let id = library.find_reference(&format!("event:{slug}")).unwrap();
        library.tells_time(id)
    };
    assert_eq!(["a0", "a1", "a2", "a3"].map(told), [true, false, false, false]);
}

#[test]
fn the_times_of_one_brief_do_not_move_the_events_of_another() {
    let briefs: [(&str, &[&str]); 2] = [
        ("a", &["2022-09-07T12:00Z", "2022-09"]),
        ("b", &["2022-09-07", "2022-09-07T10:00Z", "2022-09-30"]),
    ];
    assert_eq!(listed(&briefs), ["b0", "b1", "a0", "b2", "a1"]);
}

/// Dates of every form by clocks of several places.
fn clocks() -> impl Strategy<Value = String> {
    let offset = prop::sample::select(vec!["Z", "+02:00", "-11:00", "+13:00"]);
    (date(), 0_u32..=23, offset, 1_u32..=3, 0_usize..6).prop_map(
        |(date, hour, offset, order, form)| {
            let at = |hour: u32| format!("2022-07-0{order}T{hour:02}:00{offset}");
            let date = match form {
                0 => at(hour),
                1 => format!("{}/{}", at(hour), at(23)),
                2 => format!("[{}..]", at(hour)),
                3 => format!("[..{}]", at(hour)),
                _ => date,
            };
            format!("{date} #{order}")
        },
    )
}

fn date() -> impl Strategy<Value = String> {
    (7_u32..=8, 1_u32..=3, 0_u32..=3, 0_usize..8).prop_map(|(month, day, hour, form)| match form {
        0 => format!("2022-{month:02}"),
        1 => format!("2022-{month:02}-{day:02}/2022-09"),
        2 => format!("[..2022-{month:02}-{day:02}]"),
        3 => "2022".to_owned(),
        4 | 5 => format!("2022-{month:02}-{day:02}T{hour:02}:00Z"),
        _ => format!("2022-{month:02}-{day:02}"),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever clocks they are of, moments are in order, and so are all dates without one.
    #[test]
    fn one_order_keeps_to_moments_and_to_days(
        dates in prop::collection::vec(clocks(), 0..9)
    ) {
        let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
        let text = events("a", &dates);
        let library = library(&[&text]);
        let listed = library.listed(Kind::Event);
        prop_assert_eq!(listed.len(), dates.len());
        for (at, earlier) in listed.iter().enumerate() {
            for later in &listed[at + 1..] {
                let event = |id| library.event(id).unwrap();
                let (one, two) = (event(*earlier), event(*later));
                let (first, second) = (&one.when.value, &two.when.value);
                let order = |event: &Event| event.order.as_ref().map(|order| order.value);
                match (first.moment(), second.moment()) {
                    (Some(first), Some(second)) if first == second => {
                        prop_assert!(order(one) <= order(two));
                    }
                    (Some(first), Some(second)) => prop_assert!(first < second),
                    (None, None) => {
                        let places = (first.timeline_place(), second.timeline_place());
                        prop_assert!(places.0 <= places.1);
                        if places.0 == places.1 {
                            prop_assert!((order(one), earlier) < (order(two), later));
                        }
                    }
                    (None, Some(_)) => {
                        prop_assert!(first.timeline_place() <= second.timeline_place());
                    }
                    (Some(_), None) => {}
                }
            }
        }
    }

    #[test]
    fn times_and_the_file_are_kept_to(dates in prop::collection::vec(date(), 0..8)) {
        let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
        let text = events("a", &dates);
        let library = library(&[&text]);
        let listed = library.listed(Kind::Event);
        prop_assert_eq!(listed.len(), dates.len());
        for (at, earlier) in listed.iter().enumerate() {
            for later in &listed[at + 1..] {
                let when = |id| &library.event(id).unwrap().when.value;
                let (one, two) = (when(*earlier), when(*later));
                prop_assert!(one.timeline_place() <= two.timeline_place());
                if one.timeline_place() == two.timeline_place() {
                    match (one.moment(), two.moment()) {
                        (Some(one), Some(two)) => prop_assert!(one <= two),
                        (None, None) => prop_assert!(earlier < later, "{} {}", one.edtf(), two.edtf()),
                        // Nothing without a time stands before what the file tells before it.
                        (None, Some(_)) => prop_assert!(earlier < later, "{} {}", one.edtf(), two.edtf()),
                        (Some(_), None) => {}
                    }
                }
            }
        }
    }
}
