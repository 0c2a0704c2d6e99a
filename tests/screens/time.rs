//! The timeline in its steps, the time that passes, the time axis, going to a date, one brief.

use crate::snapshots::compare;
use crate::stage::{BUILT_IN, Loaded, SMALL, Stage};
use attache::app::{AxisCell, AxisMark, Pane, Row, TimeStep};
use attache::library::{ItemId, Kind};
use attache::term::Input;
use proptest::prelude::*;
use std::collections::BTreeSet;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

/// A reader that types a date.
fn typed(briefs: &Loaded, size: (u16, u16), before: &str, date: &str) -> Stage {
    let mut stage = Stage::new(briefs, size);
    stage.keys(before).keys("t");
    let _ = stage.input(Input::Paste(date.to_owned()));
    stage
}

fn step(stage: &mut Stage, key: &str) {
    let _ = stage.input(Input::Key(attache::keymap::Chord::parse(key).expect("a key")));
}

fn day(stage: &Stage) -> String {
    let app = stage.app();
    let event = app.subject().and_then(|subject| app.library().event(subject)).expect("an event");
    event.when.value.edtf().to_string()
}

fn footer(stage: &mut Stage) -> String {
    stage.rows().pop().expect("a footer")
}

#[test]
fn passages_of_time() {
    for size in SIZES {
        compare("passages", size, Stage::new(&SMALL, size).keys("gg"));
    }
}

#[test]
fn by_month() {
    for size in SIZES {
        let mut stage = Stage::new(&BUILT_IN, size);
        step(&mut stage, "<");
        step(&mut stage, "<");
        compare("by-month", size, stage.keys("j"));
    }
}

#[test]
fn the_axis() {
    for size in [(120, 40), (200, 60)] {
        compare("axis", size, Stage::new(&BUILT_IN, size).keys("/lapid<enter>1"));
    }
}

#[test]
fn a_date_being_typed() {
    for size in [(80, 24), (120, 40), (200, 60), (40, 12)] {
        compare("date", size, &mut typed(&BUILT_IN, size, "", "3 sep"));
    }
}

#[test]
fn one_brief() {
    for size in SIZES {
        compare("one-brief", size, Stage::new(&BUILT_IN, size).keys("b<down><down><enter>"));
    }
    compare("briefs", (80, 24), Stage::new(&BUILT_IN, (80, 24)).keys("b"));
}

#[test]
fn the_cursor_steps_over_headings_and_passages() {
    for step_of_time in 0..TimeStep::ALL.len() {
        let mut stage = Stage::new(&SMALL, (80, 24));
        for _ in 0..step_of_time {
            step(&mut stage, "<");
        }
        stage.keys("gg");
        let rows = stage.app().list_rows(Pane::Timeline).expect("a list").rows.clone();
        let events: Vec<ItemId> = rows.iter().filter_map(Row::item).collect();
        if step_of_time == 0 {
            assert!(rows.iter().any(|row| matches!(row, Row::Passage(_))), "{rows:?}");
        }
        for event in &events {
            assert_eq!(stage.app().subject(), Some(*event));
            let (buffer, at) = stage.screen();
            assert_eq!(buffer[at].symbol(), ">");
            stage.keys("j");
        }
        assert_eq!(stage.app().subject(), events.last().copied());
    }
}

#[test]
fn longer_steps_lose_no_event_and_have_their_headings() {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    let events = |stage: &Stage| -> BTreeSet<ItemId> {
        let rows = &stage.app().list_rows(Pane::Timeline).expect("a list").rows;
        rows.iter().filter_map(Row::item).collect()
    };
    let all = events(&stage);
    for expected in ["5-11 Sep 2022  ", "Sep 2022  ", "2022  "] {
        step(&mut stage, "<");
        assert_eq!(events(&stage), all);
        let rows = &stage.app().list_rows(Pane::Timeline).expect("a list").rows;
        let headings = rows.iter().filter_map(|row| match row {
            Row::Heading(text) => Some(text.as_str()),
            Row::Item(_) | Row::Passage(_) | Row::Refused(_) => None,
        });
        let headings: Vec<&str> = headings.collect();
        assert!(headings.iter().any(|text| text.starts_with(expected)), "{headings:?}");
        let unique: BTreeSet<&&str> = headings.iter().collect();
        assert_eq!(unique.len(), headings.len(), "{headings:?}");
        let counted = headings.iter().map(|text| {
            let count = text.rsplit("  ").next().and_then(|count| count.split(' ').next());
            count.and_then(|count| count.parse::<usize>().ok()).expect("a count")
        });
        assert_eq!(counted.sum::<usize>(), all.len());
    }
    step(&mut stage, "<");
    assert!(footer(&mut stage).contains("longest"), "{}", footer(&mut stage));
}

#[test]
fn jumps_go_by_the_step() {
    let mut stage = typed(&BUILT_IN, (80, 24), "", "7 sep 2022");
    stage.keys("<enter>");
    step(&mut stage, "<");
    step(&mut stage, "<");
    stage.keys("J");
    assert!(day(&stage).starts_with("2022-10"), "{}", day(&stage));
    stage.keys("K");
    assert!(day(&stage).starts_with("2022-09"), "{}", day(&stage));
}

#[test]
fn a_typed_date_leads_to_the_nearest_event() {
    for (before, date, expected) in [
        ("", "10 sep", "2022-09-10"),
        ("", "sep 10", "2022-09-10"),
        ("", "10 sep 2022", "2022-09-10"),
        ("", "10.9.2022", "2022-09-10"),
        ("", "2022-09-10", "2022-09-10"),
        ("", "3 sep", "2022-09-07"),
        ("", "3 sep 2022", "2022-09-07"),
        ("", "2022-09", "2022-09-07"),
        ("", "2019", "2019-11-26"),
        ("", "1943", "1939/1945"),
        ("", "10/9", "2022-09-10"),
        ("", "2030", "2026-03-09"),
    ] {
        let mut stage = typed(&BUILT_IN, (80, 24), before, date);
        assert_eq!(day(&stage), expected, "{date}: {}", footer(&mut stage));
        assert!(footer(&mut stage).contains('→'), "{}", footer(&mut stage));
        stage.keys("<enter>");
        assert_eq!(day(&stage), expected, "{date}");
        assert_eq!(stage.app().focused(), Pane::Timeline);
    }
}

#[test]
fn a_way_from_the_subject_is_a_date_too() {
    let mut stage = typed(&BUILT_IN, (80, 24), "", "2022-07-15");
    stage.keys("<enter>");
    for (way, expected) in [
        ("+2d", "2022-07-17"),
        ("-1d", "2022-07-15"),
        ("+1 week", "2022-07-22"),
        ("+2m", "2022-09-16/2022-10"),
        ("-1y", "2021-05~"),
    ] {
        stage.keys("t");
        let _ = stage.input(Input::Paste(way.to_owned()));
        stage.keys("<enter>");
        assert_eq!(day(&stage), expected, "{way}");
    }
}

#[test]
fn what_is_no_date_is_told_with_what_to_write() {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    for (text, told) in [
        ("soon", "no date; write 10 sep"),
        ("31 feb", "no date; write 10 sep"),
        ("today", "today is not known here"),
        ("+2", "no date; write"),
        ("-99999999999999999999d", "no date"),
        ("+400000y", "too far"),
    ] {
        let before = stage.situation();
        stage.keys("t");
        let _ = stage.input(Input::Paste(text.to_owned()));
        assert!(footer(&mut stage).contains(told), "{text}: {}", footer(&mut stage));
        // Enter does not throw away what was typed.
        stage.keys("<enter>");
        assert!(footer(&mut stage).contains(text), "{}", footer(&mut stage));
        stage.keys("<esc>");
        assert_eq!(stage.situation(), before, "{text}");
    }
    let mut stage = typed(&BUILT_IN, (80, 24), "", "7/9/2022");
    assert!(footer(&mut stage).contains("(or 9 Jul 2022)"), "{}", footer(&mut stage));
}

#[test]
fn going_to_a_date_can_be_gone_back_from() {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    stage.keys("2j");
    let before = stage.situation();
    stage.keys("t");
    let _ = stage.input(Input::Paste("2019".to_owned()));
    stage.keys("<enter>");
    assert_ne!(stage.situation(), before);
    stage.keys("<backspace>");
    assert_eq!(stage.situation(), before);
}

#[test]
fn a_merged_timeline_names_the_brief_of_each_event() {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    let app = stage.app();
    let briefs = app.library().listed(Kind::Brief);
    let letters: BTreeSet<String> = briefs
        .iter()
        .map(|brief| app.brief_tag(*brief).expect("a tag").letter.to_string())
        .collect();
    assert_eq!(letters.len(), briefs.len());
    let tag = app.subject().and_then(|subject| app.tag_of(subject)).expect("a tag").clone();
    let row = stage.rows().into_iter().find(|row| row.starts_with('>')).expect("the subject");
    assert!(row.contains(&format!(" {}│", tag.letter)), "{row}");
    let wide = Stage::new(&BUILT_IN, (120, 40)).keys("z").text();
    assert!(wide.contains(&format!(" {}\n", tag.word)), "{wide}");
    // What the letter means stands where a brief is chosen.
    let list = stage.keys("b").text();
    assert!(list.contains(&format!("{}  ", tag.letter)), "{list}");
    stage.keys("<down><enter>");
    assert!(stage.app().brief().is_some());
    let subject = stage.app().subject().expect("an event");
    assert_eq!(stage.app().tag_of(subject), None);
    assert!(Stage::new(&SMALL, (80, 24)).app().library().listed(Kind::Brief).len() > 1);
}

#[test]
fn one_brief_has_its_events_only_and_all_come_back() {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    let before = stage.situation();
    stage.keys("3b<down><down><enter>");
    let app = stage.app();
    let brief = app.brief().expect("a brief");
    assert_eq!(app.focused(), Pane::Timeline);
    let rows = &app.list_rows(Pane::Timeline).expect("a list").rows;
    let events: Vec<ItemId> = rows.iter().filter_map(Row::item).collect();
    assert_eq!(events, app.library().linked(brief, Kind::Event));
    assert!(app.subject().is_some_and(|subject| events.contains(&subject)));
    let slug = app.library().get(brief).expect("a brief").slug.to_string();
    let header = stage.rows().remove(0);
    assert!(header.contains(&format!("only {slug}")), "{header}");
    stage.keys("b<enter>");
    assert_eq!(stage.app().brief(), None);
    stage.keys("<backspace><backspace><backspace>");
    assert_eq!(stage.situation(), before);
}

#[test]
fn one_actor_of_several_briefs_is_one_row_with_all_events() {
    let stage = Stage::new(&BUILT_IN, (80, 24));
    let library = stage.app().library();
    let titled = |title: &str| {
        let actors = library.listed(Kind::Actor).iter().copied();
        let named =
            |actor: &ItemId| library.get(*actor).is_some_and(|item| item.title.as_str() == title);
        actors.filter(named).collect::<Vec<_>>()
    };
    let rama = titled("Edi Rama");
    assert_eq!(rama.len(), 1);
    let events = library.linked(rama[0], Kind::Event).iter();
    let briefs: BTreeSet<ItemId> = events.filter_map(|event| library.get(*event)?.brief).collect();
    assert!(briefs.len() >= 3, "{briefs:?}");
}

/// The mark of the subject stands on cells of time within the row.
fn check_axis(stage: &Stage) {
    let app = stage.app();
    let Some(row) = app.layout().axis else { return };
    let columns = app.axis_columns(row);
    let cells = app.axis().cells();
    assert!(cells.len() <= columns && columns < usize::from(row.width));
    let marked = match app.axis_mark() {
        AxisMark::None | AxisMark::Before | AxisMark::After => return,
        AxisMark::At(at) => vec![at],
        AxisMark::Through(range) => vec![range.start, range.end - 1],
        AxisMark::Active(cells) => cells,
    };
    for (at, column) in marked.iter().enumerate() {
        let end = at == 0 || at + 1 == marked.len();
        assert!(cells.get(*column).is_some_and(|cell| !end || *cell != AxisCell::Word), "{column}");
    }
}

const KEYS: &[&str] = &[
    "j",
    "j",
    "k",
    "J",
    "K",
    "<",
    "<",
    ">",
    "g g",
    "G",
    "1",
    "2",
    "3",
    "4",
    "tab",
    "enter",
    "o",
    "O",
    "z",
    "backspace",
    "s n",
    "s t",
    "p",
    "w",
    "pagedown",
    "down",
    "esc",
];

const DATES: &[&str] = &[
    "3 sep", "2022", "sep", "10/9", "+2w", "-3m", "1943", "nonsense", "", "+", "2030-01", "today",
];

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(24)
    })]

    #[test]
    fn esc_takes_back_a_date_and_the_axis_holds_the_subject(
        keys in proptest::collection::vec(proptest::sample::select(KEYS), 1..30),
        dates in proptest::collection::vec(proptest::sample::select(DATES), 1..4),
        size in proptest::sample::select(&[(80, 24), (120, 40), (200, 60), (40, 12), (111, 33)][..]),
    ) {
        let mut stage = Stage::new(&BUILT_IN, size);
        for key in keys {
            for chord in key.split(' ') {
                step(&mut stage, chord);
            }
            check_axis(&stage);
        }
        let before = stage.situation();
        let step_before = stage.app().step_of_time();
        stage.keys("t");
        for date in dates {
            let _ = stage.input(Input::Paste(date.to_owned()));
            check_axis(&stage);
            step(&mut stage, "ctrl-w");
            let _ = stage.input(Input::Paste(date.to_owned()));
        }
        stage.keys("<esc>");
        prop_assert_eq!(stage.situation(), before);
        prop_assert_eq!(stage.app().step_of_time(), step_before);
    }
}
