//! The mouse: what a press selects and what the wheel scrolls.

use crate::stage::{BUILT_IN, SMALL, Stage, rows};
use attache::app::{Mode, Pane};
use attache::pointer::{Pointer, PointerKind};
use attache::term::Input;
use attache::text::columns;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

fn mouse(stage: &mut Stage, kind: PointerKind, (column, row): (u16, u16)) {
    let _ = stage.input(Input::Mouse(Pointer { kind, column, row }));
}

fn press(stage: &mut Stage, at: (u16, u16)) {
    mouse(stage, PointerKind::Press, at);
}

/// The cell in which a text begins, the first from the top within an area.
fn find(stage: &mut Stage, area: Rect, text: &str) -> (u16, u16) {
    let (buffer, _) = stage.screen();
    let rows = rows(&buffer);
    let mut cells = rows.iter().zip(0..).flat_map(|(row, y)| {
        let starts =
            row.match_indices(text).map(|(start, _)| columns(row.get(..start).unwrap_or_default()));
        starts.map(move |x| (u16::try_from(x).expect("on the screen"), y)).collect::<Vec<_>>()
    });
    let within = |(x, y): &(u16, u16)| area.contains((*x, *y).into());
    let cell = cells.find(within);
    assert!(cell.is_some(), "no {text:?} in\n{}", rows.join("\n"));
    cell.expect("it was found")
}

fn body(stage: &Stage, pane: Pane) -> Rect {
    stage.app().layout().area(pane).expect("the pane is shown").body
}

fn whole(stage: &Stage) -> Rect {
    let (width, height) = stage.app().size();
    Rect::new(0, 0, width, height)
}

/// Every row of every list on screens of every kind.
#[test]
fn a_press_on_a_row_makes_it_the_subject() {
    for size in [(40, 12), (80, 24), (120, 40), (200, 60)] {
        for pane in Pane::LISTS {
            for row in 0..60 {
                let mut stage = Stage::new(&SMALL, size);
                if size == (40, 12) {
                    stage.keys(&(pane.index() + 1).to_string());
                }
                let area = body(&stage, pane);
                let list = stage.app().list(pane).expect("a list");
                let shown = stage.app().list_rows(pane).expect("its rows");
                let Some(item) = shown.rows.get(list.scroll + usize::from(row)) else { break };
                let Some(item) = item.item().filter(|_| row < area.height) else { continue };
                press(&mut stage, (area.x + row % area.width, area.y + row));
                assert_eq!(stage.app().subject(), Some(item), "{size:?} {pane:?} {row}");
                assert_eq!(stage.app().focused(), pane);
                let (buffer, cursor) = stage.screen();
                assert_eq!(buffer[cursor].symbol(), ">");
            }
        }
    }
}

#[test]
fn a_title_on_the_screen_is_where_it_is_pressed() {
    for (pane, text) in
        [(Pane::Timeline, "London calls"), (Pane::Actors, "Edi Rama"), (Pane::Sources, "MITRE")]
    {
        let mut stage = Stage::new(&BUILT_IN, (200, 60));
        let before = stage.situation();
        let area = body(&stage, pane);
        let at = find(&mut stage, area, text);
        press(&mut stage, at);
        let (buffer, cursor) = stage.screen();
        assert_eq!(stage.app().focused(), pane);
        assert!(rows(&buffer)[usize::from(cursor.y)].contains(text), "{text}");
        if pane != Pane::Timeline {
            stage.keys("H");
            assert_eq!(stage.situation(), before, "a subject in another list can be left again");
        }
    }
}

#[test]
fn a_press_on_a_link_chooses_it() {
    // The last one stands in the column of the evidence.
    for (size, column, number, link) in
        [((80, 24), 31, "[2]", 1), ((120, 40), 36, "[2]", 1), ((200, 60), 100, "[2]", 1)]
    {
        let mut stage = Stage::new(&BUILT_IN, size);
        let reader = Rect { x: column, ..whole(&stage) };
        let at = find(&mut stage, reader, number);
        press(&mut stage, at);
        assert_eq!(stage.app().focused(), Pane::Reader, "{size:?}");
        assert_eq!(stage.app().link(), Some(link), "{size:?}");
        let (buffer, _) = stage.screen();
        assert!(buffer[at].modifier.contains(Modifier::REVERSED), "{size:?}");
        let target = stage.app().page().links[link].target;
        stage.keys("<enter>");
        assert_eq!(stage.app().subject(), Some(target), "{size:?}");
    }
}

#[test]
fn a_press_beside_rows_and_links_gives_the_keys_only() {
    let mut stage = Stage::new(&BUILT_IN, (200, 60));
    let subject = stage.app().subject();
    let title = stage.app().layout().area(Pane::Reader).expect("shown").title;
    press(&mut stage, (title.x + 1, title.y));
    assert_eq!((stage.app().focused(), stage.app().link()), (Pane::Reader, None));
    for at in [(0, 0), (5, 59), (u16::MAX, u16::MAX), (200, 0), (0, 60)] {
        let before = stage.situation();
        press(&mut stage, at);
        assert_eq!(stage.situation(), before, "{at:?}");
    }
    assert_eq!(stage.app().subject(), subject);
}

#[test]
fn tabs_are_pressed() {
    let mut stage = Stage::new(&BUILT_IN, (60, 12));
    for (tab, pane) in
        [("3 Src", Pane::Sources), ("4 Read", Pane::Reader), ("1 Time", Pane::Timeline)]
    {
        let area = whole(&stage);
        let (column, row) = find(&mut stage, area, tab);
        assert_eq!(row, 0);
        press(&mut stage, (column + 4, row));
        assert_eq!(stage.app().focused(), pane, "{tab}");
    }
    press(&mut stage, (59, 0));
    assert_eq!(stage.app().focused(), Pane::Timeline, "the marking is no tab");
}

#[test]
fn the_wheel_moves_the_cursor_of_the_list_that_has_the_keys() {
    let mut stage = Stage::new(&BUILT_IN, (120, 40));
    let area = body(&stage, Pane::Timeline);
    let mut expected = Stage::new(&BUILT_IN, (120, 40));
    for (kind, key) in [(PointerKind::WheelDown, "j"), (PointerKind::WheelUp, "k")] {
        for _ in 0..3 {
            mouse(&mut stage, kind, (area.x, area.bottom() - 1));
            expected.keys(key);
            assert_eq!(stage.situation(), expected.situation());
        }
    }
}

#[test]
fn the_wheel_scrolls_the_reader_wherever_the_keys_are() {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    let area = body(&stage, Pane::Reader);
    let over = (area.x, area.bottom() - 1);
    mouse(&mut stage, PointerKind::WheelDown, over);
    assert_eq!((stage.app().reader_scroll(), stage.app().focused()), (3, Pane::Timeline));
    mouse(&mut stage, PointerKind::WheelUp, over);
    mouse(&mut stage, PointerKind::WheelUp, over);
    assert_eq!(stage.app().reader_scroll(), 0);
}

/// A list without the keys stays where the wheel put it until the subject is another one.
#[test]
fn the_wheel_scrolls_a_list_that_only_follows() {
    let mut stage = Stage::new(&BUILT_IN, (120, 40));
    let area = body(&stage, Pane::Actors);
    let over = (area.x, area.y);
    let scroll = |stage: &Stage| stage.app().list(Pane::Actors).expect("a list").scroll;
    let (before, subject) = (scroll(&stage), stage.app().subject());
    for _ in 0..2 {
        mouse(&mut stage, PointerKind::WheelDown, over);
    }
    assert_eq!(scroll(&stage), before + 6);
    stage.keys("?q<esc>4j/rama<esc>");
    assert_eq!(scroll(&stage), before + 6, "nothing else moves it");
    assert_eq!(stage.app().subject(), subject);
    for _ in 0..100 {
        mouse(&mut stage, PointerKind::WheelDown, over);
    }
    let rows = stage.app().list_rows(Pane::Actors).expect("a list").rows.len();
    assert_eq!(scroll(&stage), rows - usize::from(area.height), "no further than its end");
    mouse(&mut stage, PointerKind::WheelUp, over);
    assert_eq!(scroll(&stage), rows - usize::from(area.height) - 3, "nothing is owed to the end");
    let held = stage.situation();
    stage.keys("/lapid<enter>");
    stage.keys("H");
    assert_eq!(stage.situation(), held, "going back restores it");
    stage.keys("1jk");
    let linked = stage.text().matches("* Albania  ").count();
    assert_eq!(linked, 1, "the list follows again:\n{}", stage.text());
}

#[test]
fn results_are_pressed_and_turned_through() {
    for size in [(40, 20), (80, 24), (200, 60)] {
        let mut stage = Stage::new(&BUILT_IN, size);
        stage.keys("/rama");
        let chosen = |stage: &Stage| match stage.app().mode() {
            Mode::Search(session) => session.chosen,
            Mode::Panes | Mode::Chooser(_) | Mode::Prompt(_) | Mode::Copy(_) => {
                panic!("the search was left")
            }
        };
        let (buffer, _) = stage.screen();
        let marked = (1..size.1).find(|y| buffer[(0, *y)].symbol() == ">").expect("a result");
        for (row, expected) in [(marked + 2, 1), (marked + 5, 2), (marked + 1, 0)] {
            press(&mut stage, (3, row));
            assert_eq!(chosen(&stage), expected, "{size:?}");
            let (buffer, _) = stage.screen();
            assert_eq!(buffer[(0, row - (row - marked) % 2)].symbol(), ">", "{size:?}");
        }
        mouse(&mut stage, PointerKind::WheelDown, (3, marked));
        assert_eq!(chosen(&stage), 1);
        for at in [(3, 0), (3, size.1 - 1), (size.0 - 1, size.1 - 2)] {
            press(&mut stage, at);
            assert_eq!(chosen(&stage), 1, "{size:?} {at:?}");
        }
    }
}

#[test]
fn a_row_of_a_list_to_choose_from_is_pressed() {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    stage.keys(":");
    let chosen = |stage: &Stage| match stage.app().mode() {
        Mode::Chooser(chooser) => chooser.chosen,
        Mode::Panes | Mode::Search(_) | Mode::Prompt(_) | Mode::Copy(_) => {
            panic!("the list was left")
        }
    };
    for row in [4, 9, 7] {
        let entry = stage.rows()[row].clone();
        press(&mut stage, (40, u16::try_from(row).expect("small")));
        let (buffer, _) = stage.screen();
        assert_eq!(buffer[(0, u16::try_from(row).expect("small"))].symbol(), ">", "{entry}");
    }
    let before = chosen(&stage);
    mouse(&mut stage, PointerKind::WheelDown, (40, 12));
    assert_eq!(chosen(&stage), before + 1);
    for at in [(40, 0), (40, 1), (40, 23), (80, 5)] {
        press(&mut stage, at);
        assert_eq!(chosen(&stage), before + 1, "{at:?}");
    }
}
