//! The one order of events in time.

use super::*;
use proptest::prelude::*;

/// A brief of events at these dates, named `e0`, `e1` and so on.
fn events(id: &str, dates: &[&str]) -> String {
    let event = |(number, date): (usize, &&str)| {
        format!(
            "[[event]]\nid = \"{id}{number}\"\ntitle = \"E\"\nwhen = \"{date}\"\ntype = \"other\"\n"
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
        let expected: Vec<String> = expected.iter().map(|number| format!("a{number}")).collect();
        assert_eq!(listed(&[("a", dates)]), expected, "{dates:?}");
    }
}

#[test]
fn the_times_of_one_brief_do_not_move_the_events_of_another() {
    let briefs: [(&str, &[&str]); 2] = [
        ("a", &["2022-09-07T12:00Z", "2022-09"]),
        ("b", &["2022-09-07", "2022-09-07T10:00Z", "2022-09-30"]),
    ];
    assert_eq!(listed(&briefs), ["b0", "b1", "a0", "b2", "a1"]);
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
                    match (one.seconds(), two.seconds()) {
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
