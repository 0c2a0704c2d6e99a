//! What an axis may say.

use super::*;
use proptest::prelude::*;

fn axis(edtfs: &[&str], columns: usize) -> (Axis, Vec<When>) {
    let whens: Vec<When> = edtfs.iter().map(|edtf| When::parse(edtf).expect("a date")).collect();
    (Axis::new(&whens.iter().collect::<Vec<_>>(), columns), whens)
}

/// The axis as text: labels, heights as numbers.
fn drawn(axis: &Axis) -> String {
    let mut signs: Vec<char> = axis
        .cells()
        .iter()
        .map(|cell| match cell {
            AxisCell::Word => ' ',
            AxisCell::Nothing => '.',
            AxisCell::Events(height) => char::from(b'0' + height),
            AxisCell::Break => '~',
        })
        .collect();
    for (start, label) in axis.labels() {
        for (at, sign) in label.as_str().chars().enumerate() {
            if let Some(cell) = signs.get_mut(start + at) {
                *cell = sign;
            }
        }
    }
    signs.into_iter().collect()
}

#[test]
fn months_stand_side_by_side_where_they_fit() {
    let (axis, _) = axis(&["2022-07-15", "2022-09-07", "2022-09-07", "2022-09-30"], 28);
    assert_eq!(drawn(&axis), "Jul 2022 .4. Aug ... Sep 8.4");
}

#[test]
fn a_far_background_is_drawn_together_under_its_length() {
    let mut edtfs = vec!["1939/1945", "1991-08-19"];
    edtfs.extend(["2022-07-15", "2022-07-17", "2022-09-07", "2022-09-08", "2022-09-09"]);
    edtfs.extend(["2022-09-10", "2022-09-10", "2022-10-01"]);
    let (axis, _) = axis(&edtfs, 60);
    let drawn = drawn(&axis);
    assert!(drawn.starts_with("1939-Jun 2022 "), "{drawn}");
    assert!(
        drawn.contains(" Jul ") && drawn.contains(" Aug ") && drawn.contains(" Sep "),
        "{drawn}"
    );
}

#[test]
fn years_and_decades_stand_where_months_say_nothing() {
    let years: Vec<String> =
        (2001..2021).map(|year| format!("{year}-05-{:02}", year % 28 + 1)).collect();
    let years: Vec<&str> = years.iter().map(String::as_str).collect();
    let wide = drawn(&axis(&years, 180).0);
    assert!(wide.starts_with("2001 ") && wide.contains(" 2012 "), "{wide}");
    let narrow = drawn(&axis(&years, 60).0);
    assert!(narrow.contains("2010-2019 "), "{narrow}");
}

#[test]
fn a_mark_is_as_wide_as_the_date_is_unsure() {
    let (axis, _) = axis(&["2022-07-01", "2022-09-30"], 60);
    assert!(matches!(axis.mark(&When::parse("2022-08-10").unwrap()), AxisMark::At(_)));
    let AxisMark::Through(august) = axis.mark(&When::parse("2022-08").unwrap()) else {
        panic!("a month is no moment")
    };
    let label = axis.labels().nth(1).map(|(at, label)| (at, label.as_str().to_owned()));
    assert_eq!(label, Some((august.start - 4, "Aug".to_owned())));
    assert_eq!(axis.mark(&When::parse("2021").unwrap()), AxisMark::Before);
    assert_eq!(axis.mark(&When::parse("2023-01-01").unwrap()), AxisMark::After);
    assert_eq!(Axis::default().mark(&When::parse("2021").unwrap()), AxisMark::None);
}

proptest! {
    #[test]
    fn every_event_has_its_place_and_days_stand_in_order(
        spans in proptest::collection::vec((0_i64..40_000, 0_i64..900), 1..40),
        columns in 12_usize..200,
    ) {
        let first = Day::new(1930, 1, 1).unwrap();
        let day = |days: i64| first.plus_days(days).unwrap();
        let edtfs: Vec<String> = spans
            .iter()
            .map(|(from, days)| format!("{}/{}", day(*from).iso(), day(from + days).iso()))
            .collect();
        let edtfs: Vec<&str> = edtfs.iter().map(String::as_str).collect();
        let (axis, whens) = axis(&edtfs, columns);
        prop_assert!(axis.cells().len() <= columns);
        for when in &whens {
            let inside = match axis.mark(when) {
                AxisMark::At(at) => at..at + 1,
                AxisMark::Through(cells) => cells,
                AxisMark::None | AxisMark::Before | AxisMark::After | AxisMark::Active(_) => {
                    panic!("no place for {}", when.edtf())
                }
            };
            for end in [inside.start, inside.end - 1] {
                let cell = axis.cells().get(end);
                prop_assert!(cell.is_some_and(|cell| *cell != AxisCell::Word), "{end} {}", drawn(&axis));
            }
        }
        let mut at = 0;
        for days in (0..41_000).step_by(13) {
            let Some(column) = axis.column(day(days)) else { continue };
            prop_assert!(column >= at, "{}", drawn(&axis));
            at = column;
        }
    }
}
