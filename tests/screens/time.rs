//! The timeline in its steps, the time that passes, the time axis, going to a date, one brief.

use crate::snapshots::compare;
use crate::stage::{BUILT_IN, Loaded, SMALL, Stage, loaded, loaded_text};
use attache::app::{Axis, AxisCell, AxisMark, Row};
use attache::choice::{Pane, TimeStep, Times};
use attache::library::load::LoadRequest;
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
fn by_month() {
    for size in SIZES {
        let mut stage = Stage::new(&BUILT_IN, size);
        step(&mut stage, "<");
        step(&mut stage, "<");
        compare("by-month", size, stage.keys("j"));
    }
}

/// A night of events minute by minute, one of them by another clock.
fn night(size: (u16, u16)) -> Stage {
    let log =
        LoadRequest { paths: vec!["tests/screens/briefs/log.toml".into()], ..Default::default() };
    Stage::new(&loaded(&log), size)
}

#[test]
fn a_log_of_one_night_tells_its_times() {
    for size in [(80, 24), (120, 40), (40, 12)] {
        compare("log", size, night(size).keys("1j"));
        compare("log-utc", size, night(size).keys("1jT"));
    }
}

#[test]
fn times_stand_in_the_rows_of_one_clock_and_those_of_others_say_so() {
    let lead = |keys: &str| {
        let mut stage = night((80, 24));
        let rows = stage.keys(keys).rows();
        let events = rows.into_iter().filter_map(|row| row.get(2..22).map(str::to_owned));
        events
            .filter(|row| row.contains(" Sep"))
            .map(|row| row.trim().to_owned())
            .collect::<Vec<_>>()
    };
    let reported = lead("1");
    for row in ["7 Sep 2022 23:14:07", "7 Sep 23:20+", "7 Sep 23:25~", "7 Sep 22:04:58Z", "7 Sep"] {
        assert!(reported.contains(&row.to_owned()), "{row}: {reported:?}");
    }
    let utc = lead("1T");
    // By UTC the night ends before midnight.
    for row in ["7 Sep 2022 21:14:07", "7 Sep 21:20-22:05", "7 Sep 22:04:58", "7 Sep 22:05"] {
        assert!(utc.contains(&row.to_owned()), "{row}: {utc:?}");
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
        compare("one-brief", size, Stage::new(&BUILT_IN, size).keys("b<down><down><enter><enter>"));
    }
    compare("briefs", (80, 24), Stage::new(&BUILT_IN, (80, 24)).keys("b"));
}

#[test]
fn the_cursor_steps_over_headings() {
    for step_of_time in 0..TimeStep::ALL.len() {
        let mut stage = Stage::new(&SMALL, (80, 24));
        for _ in 0..step_of_time {
            step(&mut stage, "<");
        }
        stage.keys("gg");
        let rows = stage.app().list_rows(Pane::Timeline).expect("a list").rows.clone();
        let events: Vec<ItemId> = rows.iter().filter_map(Row::item).collect();
        let headed = rows.iter().any(|row| matches!(row, Row::Heading(_)));
        assert_eq!(headed, step_of_time > 0, "days have no headings: {rows:?}");
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
            Row::Item(_) | Row::Refused(_) => None,
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
        // Of several years without an event on that day the one with the most of them.
        ("", "3 sep", "2022-09-07"),
        ("/july<enter>", "3 sep", "2022-09-07"),
        ("", "10 sep", "2022-09-10"),
        ("", "sep 10", "2022-09-10"),
        ("", "10 sep 2022", "2022-09-10"),
        ("", "10.9.2022", "2022-09-10"),
        ("", "2022-09-10", "2022-09-10"),
        ("", "3 sep 2022", "2022-09-07"),
        ("", "2022-09", "2022-09-07"),
        ("", "2019", "2019-11-26"),
        ("", "1943", "1939/1945"),
        ("", "10/9", "2022-09-10"),
        ("", "2030", "2026-03-09"),
        ("", "14-20 july 2022", "2022-07-15"),
        ("", "between 14 and 20 july 2022", "2022-07-15"),
        ("", "2022-07-14/2022-07-20", "2022-07-15"),
        ("", "15.7.22", "2022-07-15"),
        ("", "q1 2024", "2024-01-31"),
        ("", "2022-W28", "2022-07-13"),
        ("", "christmas 2023", "2023-12-25"),
        ("", "feb 23", "2023-02-01"),
        ("", "oct 21", "2022-10-21"),
        ("", "after 20 october 2022", "2022-10-20"),
        ("", "before september 2022", "2022-08-04"),
        ("", "until 10 sep 2022", "2022-09-10"),
        ("", "since 2026", "2026-01-26"),
    ] {
        let mut stage = typed(&BUILT_IN, (80, 24), before, date);
        assert_eq!(day(&stage), expected, "{date}: {}", footer(&mut stage));
        let told = footer(&mut stage);
        assert!(told.contains('→') != told.contains("; "), "{told}");
        stage.keys("<enter>");
        // What is said while it is typed is said of the event that it leads to as well.
        assert_eq!(told.contains("; "), footer(&mut stage).contains("; "), "{told}");
        assert_eq!(day(&stage), expected, "{date}");
        assert_eq!(stage.app().focused(), Pane::Timeline);
    }
}

/// A brief of events at these dates.
fn at_dates(dates: &[&str]) -> Loaded {
    let event = |(number, date): (usize, &&str)| {
        format!(
            "[[event]]\nid = \"e{number}\"\ntitle = \"Event {number}\"\nwhen = \"{date}\"\n\
             type = \"other\"\nroles = {{ target = [\"a{}\"] }}\n",
            number % 2
        )
    };
    let events: String = dates.iter().enumerate().map(event).collect();
    loaded_text(&format!(
        "schema = 1\n[brief]\nid = \"b\"\ntitle = \"B\"\ntlp = \"CLEAR\"\n\
         [actor.a0]\nname = \"Even\"\nkind = \"group\"\n\
         [actor.a1]\nname = \"Odd\"\nkind = \"group\"\n{events}"
    ))
}

#[test]
fn the_card_of_a_result_has_the_times_that_were_asked_for() {
    let loaded = at_dates(&["2022-09-07T14:20+02:00"]);
    let mut stage = Stage::new(&loaded, (80, 24));
    assert!(stage.keys("/event").text().contains("14:20"), "{}", stage.text());
    stage.prefer(|chosen| chosen.times = Times::Utc);
    let text = stage.text();
    assert!(text.contains("12:20") && !text.contains("14:20"), "{text}");
    // A search that begins later has them, too.
    let text = stage.keys("<esc>/event").text();
    assert!(text.contains("12:20") && !text.contains("14:20"), "{text}");
}

#[test]
fn a_date_without_an_event_says_so_and_leads_to_the_next() {
    let loaded = at_dates(&[
        "2022-09-01",
        "2022-09-07",
        "2022-09-09T10:00Z",
        "2022-09-16/2022-11",
        "2022-09-20/2022-09-22",
        "2022-09",
        "2022-10-30",
        "1939/1945",
        "1951~",
        "2023-05-04",
    ]);
    for (date, expected, told) in [
        ("3 sep 2022", "2022-09-07", "no event on 3 Sep 2022; next is 7 Sep 2022"),
        ("sep 3", "2022-09-07", "no event on 3 Sep 2022; next is 7 Sep 2022"),
        ("2022-09-03", "2022-09-07", "no event on 3 Sep 2022; next is 7 Sep 2022"),
        ("3.9.2022", "2022-09-07", "no event on 3 Sep 2022"),
        ("8/9/2022", "2022-09-09T10:00Z", "no event on 8 Sep 2022"),
        ("30 aug 2022", "2022-09-01", "no event on 30 Aug 2022; next is 1 Sep 2022"),
        // What went on is told where the next is far, and what lasted a few days is of each of them.
        ("18 sep 2022", "2022-09-20/2022-09-22", "on 18 Sep 2022; next is 20-22 Sep 2022"),
        ("21 sep 2022", "2022-09-20/2022-09-22", "→ 21 Sep 2022: 1 event"),
        ("23 sep 2022", "2022-09-16/2022-11", "on 23 Sep 2022; under way then: 16 Sep"),
        ("aug 2022", "2022-09-01", "no event in Aug 2022; next is 1 Sep 2022"),
        ("2022-12", "2023-05-04", "no event in Dec 2022; next is 4 May 2023"),
        ("1943", "1939/1945", "no event begins in 1943; under way then: 1939"),
        ("5 may 1951", "1951~", "no event on 5 May 1951; perhaps then: about 1951"),
        ("2030", "2023-05-04", "no event in 2030 or later; the last is 4 May 2023"),
        ("7 sep 2022", "2022-09-07", "→ 7 Sep 2022: 1 event"),
        ("sep 2022", "2022-09-01", "→ Sep 2022: 6 events"),
    ] {
        // From the first event of 2022.
        let mut stage = typed(&loaded, (80, 24), "jj", date);
        assert_eq!(day(&stage), expected, "{date}: {}", footer(&mut stage));
        assert!(footer(&mut stage).contains(told), "{date}: {}", footer(&mut stage));
        stage.keys("<enter>");
        assert_eq!(day(&stage), expected, "{date}");
        let said = footer(&mut stage);
        assert_eq!(said.contains(told), !told.starts_with('→'), "{date}: {said}");
    }
}

#[test]
fn a_way_without_an_event_says_so_too() {
    let loaded = at_dates(&["2022-09-01", "2022-09-07", "2022-09-20"]);
    let mut stage = typed(&loaded, (80, 24), "", "7 sep 2022");
    stage.keys("<enter>");
    for (way, expected, told) in [
        ("+2d", "2022-09-20", "no event on 9 Sep 2022; next is 20 Sep 2022"),
        ("-1 week", "2022-09-07", "no event on 13 Sep 2022; the one before is 7 Sep 2022"),
        ("+1m", "2022-09-20", "no event on 7 Oct 2022 or later; the last is 20 Sep 2022"),
    ] {
        stage.keys("t");
        let _ = stage.input(Input::Paste(way.to_owned()));
        assert!(footer(&mut stage).contains(told), "{way}: {}", footer(&mut stage));
        stage.keys("<enter>");
        assert_eq!(day(&stage), expected, "{way}");
    }
}

#[test]
fn a_lens_that_hides_the_events_of_a_date_is_named() {
    let loaded = at_dates(&["2022-09-01", "2022-09-07", "2022-09-20", "2022-09-30", "2022-10-30"]);
    for (date, expected, told) in [
        ("7 sep 2022", "2022-09-20", "the lens hides 1 on 7 Sep 2022; next is 20 Sep 2022"),
        ("3 sep 2022", "2022-09-20", "none on 3 Sep 2022; next in this lens is 20 Sep 2022"),
        ("sep 2022", "2022-09-01", "→ Sep 2022: 2 events, 2 hidden by the lens"),
        ("20 sep 2022", "2022-09-20", "→ 20 Sep 2022: 1 event"),
        ("2023", "2022-10-30", "none in 2023; the last is 30 Oct 2022"),
    ] {
        let mut stage = typed(&loaded, (80, 24), "2ggo1", date);
        assert_eq!(day(&stage), expected, "{date}: {}", footer(&mut stage));
        assert!(footer(&mut stage).contains(told), "{date}: {}", footer(&mut stage));
    }
    let mut stage = typed(&loaded, (80, 24), "2ggo1", "7 sep 2022");
    let told = "no event on 7 Sep 2022 in this lens, which hides 1; next is 20 Sep 2022";
    assert!(stage.keys("<enter>").text().contains(told), "{}", footer(&mut stage));
    let mut stage = typed(&loaded, (80, 24), "2ggo1", "2023");
    let told = "no event in 2023 or later in this lens; the last is 30 Oct 2022";
    assert!(stage.keys("<enter>").text().contains(told), "{}", footer(&mut stage));
}

#[test]
fn a_list_sorted_by_time_is_the_timeline() {
    let events = |stage: &Stage| -> Vec<ItemId> {
        let rows = &stage.app().list_rows(Pane::Timeline).expect("a list").rows;
        rows.iter().filter_map(Row::item).collect()
    };
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    let usual = events(&stage);
    assert_eq!(usual, stage.app().library().listed(Kind::Event));
    stage.keys("1st");
    assert_eq!(events(&stage), usual);
    stage.keys("gg");
    for event in &usual {
        assert_eq!(stage.app().subject(), Some(*event));
        stage.keys("j");
    }
}

#[test]
fn longer_steps_keep_what_is_known_to_the_month_below_its_days() {
    let dates = ["2022", "2022-08", "2022-01-15", "2022-08-31", "2022-09-01", "2022-08-02"];
    let loaded = at_dates(&dates);
    let mut stage = Stage::new(&loaded, (80, 24));
    for expected in [
        ["2022-01-15", "2022", "2022-08-02", "2022-08-31", "2022-08", "2022-09-01"],
        ["2022-01-15", "2022", "2022-08-02", "2022-08-31", "2022-09-01", "2022-08"],
        ["2022-01-15", "2022", "2022-08-02", "2022-08-31", "2022-08", "2022-09-01"],
        ["2022-01-15", "2022", "2022-08-02", "2022-08-31", "2022-08", "2022-09-01"],
    ] {
        let rows = stage.app().list_rows(Pane::Timeline).expect("a list").rows.clone();
        let library = stage.app().library();
        let events = rows.iter().filter_map(Row::item).filter_map(|item| library.event(item));
        let shown: Vec<&str> = events.map(|event| event.when.value.edtf().as_str()).collect();
        assert_eq!(shown, expected);
        step(&mut stage, "<");
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
        ("+2m", "2022-10-03"),
        ("-1y", "2021-10/2022-01"),
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
    let events = app.library().listed(Kind::Event);
    let tags: BTreeSet<String> =
        events.iter().map(|event| app.tag_of(*event).expect("a tag").to_string()).collect();
    assert_eq!(tags.len(), briefs.len());
    assert!(tags.iter().all(|tag| tag.len() <= 7), "{tags:?} leave no room for a title");
    for size in [(80, 24), (120, 40), (200, 60)] {
        let mut stage = Stage::new(&BUILT_IN, size);
        for _ in 0..events.len() {
            let tag = stage.app().subject().and_then(|subject| stage.app().tag_of(subject));
            let body = stage.app().layout().area(Pane::Timeline).expect("it is shown").body;
            let (buffer, at) = stage.screen();
            let row: String = (0..body.width).map(|x| buffer[(x, at.y)].symbol()).collect();
            assert!(row.ends_with(&format!(" {}", tag.expect("a tag"))), "{size:?} {row}");
            stage.keys("j");
        }
    }
    // Of one brief that is read there is nothing to tell.
    stage.keys("b<down><enter><enter>");
    assert!(stage.app().brief().is_some());
    let subject = stage.app().subject().expect("an event");
    assert_eq!(stage.app().tag_of(subject), None);
    assert!(Stage::new(&SMALL, (80, 24)).app().library().listed(Kind::Brief).len() > 1);
}

#[test]
fn one_brief_has_its_events_only_and_all_come_back() {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    let before = stage.situation();
    // Enter reads the brief, and there its events.
    stage.keys("3b<down><down><enter><enter>");
    let app = stage.app();
    let brief = app.brief().expect("a brief");
    assert_eq!(app.focused(), Pane::Timeline);
    let rows = &app.list_rows(Pane::Timeline).expect("a list").rows;
    let events: Vec<ItemId> = rows.iter().filter_map(Row::item).collect();
    assert_eq!(events, app.library().linked(brief, Kind::Event));
    assert!(app.subject().is_some_and(|subject| events.contains(&subject)));
    let named = format!("{} · {} events", app.library().short_title(brief), events.len());
    let header = stage.rows().remove(0);
    assert!(header.contains(&named), "{header}");
    stage.keys("b<tab>");
    assert_eq!(stage.app().brief(), None);
    stage.keys("<backspace><backspace><backspace>");
    assert_eq!(stage.keys("1").situation(), before);
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
    let columns = Axis::columns_in(row);
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
