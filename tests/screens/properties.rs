//! What holds after any keys, pastes and sizes, whatever the briefs say.

use crate::hostile::HOSTILE;
use crate::scripts::check_sides;
use crate::stage::{BUILT_IN, Loaded, NOTHING, Situation, Stage, rows};
use attache::app::{Attention, Listing, Mode, Tier};
use attache::choice::Pane;
use attache::keymap::Chord;
use attache::library::Kind;
use attache::pointer::{Pointer, PointerKind};
use attache::search::Found;
use attache::term::Input;
use attache::ui;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

/// Keys that mean something, more often than those that mean nothing.
const KEYS: &[&str] = &[
    "j",
    "j",
    "k",
    "down",
    "up",
    "J",
    "K",
    "g",
    "G",
    "home",
    "end",
    "pagedown",
    "pageup",
    "space",
    "ctrl-d",
    "ctrl-u",
    "1",
    "2",
    "3",
    "4",
    "h",
    "l",
    "left",
    "right",
    "tab",
    "tab",
    "backtab",
    "v",
    "v",
    "c",
    "|",
    "Q",
    "enter",
    "enter",
    "enter",
    "H",
    "L",
    "backspace",
    "z",
    "/",
    "/",
    "n",
    "N",
    "?",
    "f1",
    "esc",
    "q",
    "ctrl-w",
    "y",
    "y",
    "delete",
    "ctrl-a",
    "ctrl-e",
    "a",
    "o",
    "o",
    "O",
    "f",
    "p",
    "x",
    "w",
    "i",
    "b",
    "t",
    "<",
    ">",
    ":",
    "s",
    "B",
    "m",
    "m",
    "u",
    ",",
    "%",
    "-",
    "-",
    "=",
    "T",
    "n",
    "l",
    "r",
    "ctrl-l",
    "f5",
    "é",
    "ر",
    "alt-x",
];

/// Ways to open something: keys before the place that is left, keys that leave it.
const OPENINGS: &[(&str, &str)] =
    &[("4v", "<enter>"), ("4c", "<enter>"), ("", "<enter>"), ("", "/a<enter>")];

const PASTES: &[&str] =
    &["lapid", "second atack", "\u{1b}[31m\nרama\u{202e}", "لاپید", "東京", "é\u{301}\u{301}", "  "];

/// An input, short enough to read in the report of a failure.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Key(&'static str),
    Paste(&'static str),
    Size(u16, u16),
    Mouse(PointerKind, u16, u16),
}

impl Step {
    pub(crate) fn input(&self) -> Input {
        match self {
            Self::Key(key) => Input::Key(Chord::parse(key).expect("the notation names a key")),
            Self::Paste(text) => Input::Paste((*text).to_owned()),
            Self::Size(width, height) => Input::Resize(*width, *height),
            Self::Mouse(kind, column, row) => {
                Input::Mouse(Pointer { kind: *kind, column: *column, row: *row })
            }
        }
    }
}

fn step() -> impl Strategy<Value = Step> {
    let key = proptest::sample::select(KEYS).prop_map(Step::Key);
    let paste = proptest::sample::select(PASTES).prop_map(Step::Paste);
    let usual = proptest::sample::select(
        &[(80, 24), (120, 40), (40, 12), (20, 6), (60, 16), (19, 5), (170, 30)][..],
    );
    let any = (0..=130u16, 0..=45u16);
    let size = prop_oneof![usual, any].prop_map(|(width, height)| Step::Size(width, height));
    let kinds = [PointerKind::Press, PointerKind::WheelUp, PointerKind::WheelDown];
    let mouse = (proptest::sample::select(kinds.to_vec()), 0..=130u16, 0..=45u16)
        .prop_map(|(kind, column, row)| Step::Mouse(kind, column, row));
    prop_oneof![40 => key, 1 => paste, 2 => size, 8 => mouse]
}

pub(crate) fn steps() -> impl Strategy<Value = Vec<Step>> {
    proptest::collection::vec(step(), 40..=100)
}

/// Everything that must hold of state and screen together.
pub(crate) fn check(stage: &Stage, briefs: &Loaded) {
    check_state(stage);
    let (mut buffer, cursor) = stage.frame();
    assert_eq!(ui::sweep(&mut buffer, false), 0, "a cell that may not be shown");
    let rows = rows(&buffer);
    check_marking(stage, &rows);
    check_separators(stage, &buffer);
    for y in buffer.area.top()..buffer.area.bottom() {
        check_sides(stage, &buffer, y);
    }
    check_cursor(stage, &buffer, cursor);
    if let Mode::Search(session) = stage.app().mode() {
        let found = briefs.index.search(&briefs.library, &session.field.text(), 200);
        // Only hits in sight tell why; which they are and in what order is what can be compared.
        let items = |found: &Found| -> Vec<_> {
            found.hits.iter().map(|hit| (hit.item, hit.score)).collect()
        };
        assert_eq!(items(session.found()), items(&found), "the results are those of another query");
        assert_eq!(session.found().note, found.note);
        let chosen = session.found().hits.get(session.chosen).map(|hit| hit.item);
        assert_eq!(session.preview().subject, chosen, "the preview is that of another hit");
    }
}

fn check_state(stage: &Stage) {
    let app = stage.app();
    let subject = app.subject();
    assert_eq!(app.page().subject, subject, "the reader shows something else");
    let held = app.pinned_page().subject;
    assert_eq!(held, app.pinned(), "the page of what is pinned shows something else");
    assert!(subject.is_none_or(|subject| app.library().get(subject).is_some()));
    for (pane, kind) in Pane::LISTS.into_iter().zip([Kind::Event, Kind::Actor, Kind::Source]) {
        let list = app.list(pane).expect("a list");
        let Some(cursor) = list.cursor else { continue };
        assert!(app.library().listed(kind).contains(&cursor), "{pane:?} has a strange cursor");
        if pane != app.focused() {
            continue;
        }
        assert_eq!(Some(cursor), subject, "the cursor of {pane:?} is not the subject");
        let row = app
            .list_rows(pane)
            .expect("its rows")
            .rows
            .iter()
            .position(|row| row.item() == Some(cursor))
            .expect("the cursor is in the rows");
        if let Some(area) = app.layout().area(pane).filter(|area| area.body.height > 0) {
            let scroll = app.list_rows(pane).expect("its rows").scroll;
            let shown = scroll..scroll + usize::from(area.body.height);
            assert!(shown.contains(&row), "{pane:?} hides its cursor");
        }
    }
}

fn check_marking(stage: &Stage, rows: &[String]) {
    let marking = stage.app().marking_label().to_string();
    let marked = rows.first().is_some_and(|row| row.contains(&marking));
    let blank = rows.iter().all(|row| row.trim().is_empty());
    assert!(marked || blank, "content without its marking:\n{}", rows.join("\n"));
}

fn check_separators(stage: &Stage, buffer: &Buffer) {
    let app = stage.app();
    // A window over the panes covers parts of them.
    let covered = stage.is_pending();
    if covered || app.layout().tier <= Tier::Single || !matches!(app.mode(), Mode::Panes) {
        return;
    }
    for cell in app.layout().separators.iter().flat_map(|line| line.positions()) {
        // Dotted between texts that would change sides.
        assert!(matches!(buffer[cell].symbol(), "│" | "⡇"), "a separator is broken at {cell}");
    }
}

fn check_cursor(stage: &Stage, buffer: &Buffer, cursor: Option<Position>) {
    let app = stage.app();
    let Some(cursor) = cursor else {
        assert!(app.layout().tier == Tier::Card, "the screen has no cursor");
        return;
    };
    assert!(buffer.area.contains(cursor), "the cursor is outside");
    match app.mode() {
        _ if app.layout().tier == Tier::Card => {}
        _ if stage.is_pending() => {
            assert!(cursor.y + 1 == buffer.area.height || buffer[cursor].symbol() != " ");
        }
        // Where nothing is typed the cursor is always on the row.
        Mode::Chooser(chooser)
            if chooser.attention == Attention::Row || chooser.listing == Listing::Briefs =>
        {
            let on_row = buffer[cursor].symbol() == ">" || chooser.entry().is_none();
            assert!(on_row, "the cursor is not on the chosen row");
        }
        Mode::Search(_) => in_field(cursor, " / "),
        Mode::Chooser(chooser) => in_field(cursor, chooser.listing.prompt()),
        Mode::Prompt(_) => assert_eq!(cursor.y + 1, buffer.area.height, "not in the line"),
        Mode::Copy(_) => assert_eq!((cursor.x, cursor.y), (0, 1), "not at the first line"),
        Mode::Panes if app.focused() == Pane::Reader => {
            let areas = [app.layout().area(Pane::Reader), app.layout().pinned];
            let inside = areas.into_iter().flatten().any(|area| area.body.contains(cursor));
            assert!(inside, "the cursor is not in the reader");
        }
        Mode::Panes => {
            let area = app.layout().area(app.focused()).expect("the focused pane is shown");
            assert!(area.body.contains(cursor), "the cursor is not in the focused list");
            if app.list(app.focused()).is_some_and(|list| list.cursor.is_some()) {
                assert_eq!(buffer[cursor].symbol(), ">", "the cursor is not on the selected row");
            }
        }
    }
}

fn in_field(cursor: Position, prompt: &str) {
    assert_eq!(cursor.y, 0, "the cursor is not in the field");
    assert!(usize::from(cursor.x) >= prompt.len(), "the cursor is on the prompt");
}

/// Takes steps; everything must hold after each of them.
fn storm(briefs: &Loaded, steps: Vec<Step>) {
    let mut stage = Stage::new(briefs, (80, 24));
    for step in steps {
        let before = before_search(&stage, &step);
        let _ = stage.input(step.input());
        check(&stage, briefs);
        if let Some(before) = before {
            check_round_trips(&mut stage, &before);
        }
    }
}

/// The state before a key that opens the search.
fn before_search(stage: &Stage, step: &Step) -> Option<Situation> {
    let opens = matches!(step, Step::Key("/"));
    (opens && matches!(stage.app().mode(), Mode::Panes)).then(|| stage.situation())
}

/// Leaving the search restores everything; so does going back from what it opened.
fn check_round_trips(stage: &mut Stage, before: &Situation) {
    if !matches!(stage.app().mode(), Mode::Search(_)) {
        return;
    }
    stage.keys("rama <down> <esc>");
    assert_eq!(stage.situation(), *before, "leaving the search moved something");
    stage.keys("/ e <enter>");
    if !matches!(stage.app().mode(), Mode::Panes) {
        stage.keys("<esc>");
    } else if stage.situation() != *before {
        stage.keys("<backspace>");
        assert_eq!(stage.situation(), *before, "going back from a hit is no way back");
    }
}

/// Random sequences with many inputs each: some hundreds in all, in half a minute without optimisation.
pub(crate) fn cases(count: u32) -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        max_shrink_iters: 2_000,
        ..ProptestConfig::with_cases(count)
    }
}

proptest! {
    #![proptest_config(cases(90))]

    #[test]
    fn everything_holds_on_the_built_in_briefs(steps in steps()) {
        storm(&BUILT_IN, steps);
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn everything_holds_with_nothing_to_read(steps in steps()) {
        storm(&NOTHING, steps);
    }

    #[test]
    fn everything_holds_on_hostile_briefs(steps in steps()) {
        storm(&HOSTILE, steps);
    }
}

proptest! {
    #![proptest_config(cases(4))]

    #[test]
    fn back_restores_every_place_two_hundred_deep(
        start in steps(),
        openings in proptest::collection::vec(0..OPENINGS.len(), 200),
        hostile in proptest::bool::ANY,
    ) {
        let briefs = if hostile { &HOSTILE } else { &BUILT_IN };
        let mut stage = Stage::new(briefs, (80, 24));
        for step in start.iter().filter(|step| !matches!(step, Step::Size(..))) {
            let _ = stage.input(step.input());
        }
        stage.keys("<esc><esc><esc>");
        let mut places = Vec::new();
        for opening in openings {
            // Giving the keys to the reader is no opening: it comes before the place to restore.
            let (prepare, open) = OPENINGS[opening];
            stage.keys(prepare);
            let before = stage.situation();
            stage.keys(open);
            if !matches!(stage.app().mode(), Mode::Panes) {
                stage.keys("<esc>");
            }
            if stage.situation() != before {
                places.push(before);
            }
        }
        while let Some(place) = places.pop() {
            // A place like the one that is left is passed over: going there would show nothing.
            if place == stage.situation() {
                continue;
            }
            stage.keys("<backspace>");
            prop_assert_eq!(stage.situation(), place);
        }
    }
}
