//! The mouse: what a press selects and what the wheel scrolls.

use crate::stage::{BUILT_IN, SMALL, Stage, rows};
use attache::action::Action;
use attache::app::{Choice, Listing, Mode};
use attache::choice::{Face, Pane};
use attache::pointer::{Pointer, PointerKind};
use attache::term::Input;
use attache::text::columns;
use ratatui::layout::Rect;

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
                stage.keys(&(pane.index() + 1).to_string());
                let area = body(&stage, pane);
                let shown = stage.app().list_rows(pane).expect("its rows");
                let Some(item) = shown.rows.get(shown.scroll + usize::from(row)) else { break };
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
fn a_row_of_a_list_without_the_keys_is_where_it_is_pressed() {
    for pane in Pane::LISTS {
        let mut stage = Stage::new(&BUILT_IN, (200, 60));
        stage.keys("/second attack<enter>");
        let before = stage.situation();
        let area = body(&stage, pane);
        let shown = stage.app().list_rows(pane).expect("its rows");
        let item = shown.rows[shown.scroll + 1].item();
        press(&mut stage, (area.x + 4, area.y + 1));
        let (buffer, cursor) = stage.screen();
        assert_eq!((stage.app().focused(), stage.app().subject()), (pane, item));
        assert_eq!(buffer[cursor].symbol(), ">");
        if pane != Pane::Timeline {
            stage.keys("H");
            assert_eq!(stage.situation(), before, "a subject in another list can be left again");
        }
    }
}

#[test]
fn a_title_on_the_screen_is_where_it_is_pressed() {
    for (pane, text) in
        [(Pane::Timeline, "London calls"), (Pane::Actors, "ROADSWEEP"), (Pane::Sources, "CISA")]
    {
        let mut stage = Stage::new(&BUILT_IN, (200, 60));
        stage.keys("/july<space>attack<enter>");
        let area = body(&stage, pane);
        let at = find(&mut stage, area, text);
        press(&mut stage, at);
        let (buffer, cursor) = stage.screen();
        assert_eq!(stage.app().focused(), pane);
        assert!(rows(&buffer)[usize::from(cursor.y)].contains(text), "{text}");
    }
}

#[test]
fn a_press_on_a_link_follows_it() {
    for size in [(40, 20), (80, 24), (120, 40), (200, 60)] {
        let mut stage = Stage::new(&BUILT_IN, size);
        // An event with a link on its page, in the reader.
        stage.keys("/second attack<enter>4");
        while !stage.text().contains("[2]") {
            stage.keys("j");
        }
        let area = body(&stage, Pane::Reader);
        let at = find(&mut stage, area, "[2]");
        let before = stage.situation();
        let target = stage.app().page().links[1].target;
        press(&mut stage, at);
        assert_eq!(stage.app().subject(), Some(target), "{size:?}");
        stage.keys("H");
        assert_eq!(stage.situation(), before, "{size:?}");
    }
}

#[test]
fn links_are_followed_from_the_page_of_a_hit_and_of_a_question() {
    for (keys, number) in [("/second attack", "[2]"), ("Q", "[1]")] {
        let mut stage = Stage::new(&BUILT_IN, (80, 24));
        stage.keys("/second attack<enter>").keys(keys);
        let area = whole(&stage);
        let at = find(&mut stage, area, number);
        let before = stage.app().subject();
        press(&mut stage, at);
        assert!(matches!(stage.app().mode(), Mode::Panes), "{keys}");
        assert_ne!(stage.app().subject(), before, "{keys}");
    }
}

#[test]
fn a_question_of_the_card_opens_the_questions_at_it() {
    for size in [(80, 24), (120, 40), (200, 60)] {
        let mut stage = Stage::new(&BUILT_IN, size);
        stage.keys("/july attack<enter>");
        let area = body(&stage, Pane::Reader);
        let line = stage.app().page().asked.expect("something may be asked");
        let pieces = stage.app().page().card[line].clone();
        let asked = pieces.iter().filter_map(|piece| piece.question).collect::<Vec<_>>();
        assert!(!asked.is_empty());
        for question in asked {
            let mut column = area.x;
            for piece in &pieces {
                if piece.question == Some(question) {
                    break;
                }
                column += u16::try_from(columns(piece.text.as_str())).expect("narrow");
            }
            press(&mut stage, (column, area.y + u16::try_from(line).expect("low")));
            let Mode::Chooser(chooser) = stage.app().mode() else { panic!("no list") };
            let entry = chooser.entry().expect("a row");
            assert_eq!(chooser.listing, Listing::Questions);
            assert_eq!(entry.choice, Choice::Go(question), "{size:?}");
            stage.keys("<esc>");
        }
        // Its key at the end of the row, and its label, open all of them.
        for column in [area.x + 1, area.right() - 1] {
            press(&mut stage, (column, area.y + u16::try_from(line).expect("low")));
            let Mode::Chooser(chooser) = stage.app().mode() else { panic!("no list") };
            assert_eq!((chooser.listing, chooser.chosen), (Listing::Questions, 0));
            stage.keys("<esc>");
        }
    }
}

#[test]
fn a_press_on_a_title_gives_the_keys_and_again_shows_the_whole_list() {
    let mut stage = Stage::new(&BUILT_IN, (120, 40));
    let title = |stage: &Stage, pane| stage.app().layout().area(pane).expect("shown").title;
    for pane in [Pane::Reader, Pane::Timeline, Pane::Actors, Pane::Sources] {
        let at = title(&stage, pane);
        press(&mut stage, (at.x + 3, at.y));
        assert_eq!(stage.app().focused(), pane);
        let whole = |stage: &Stage| stage.app().list(pane).is_some_and(|list| list.whole);
        if matches!(pane, Pane::Actors | Pane::Sources) {
            for expected in [true, false] {
                let at = title(&stage, pane);
                press(&mut stage, (at.right() - 3, at.y));
                assert_eq!(whole(&stage), expected, "{pane:?}");
            }
        }
    }
}

#[test]
fn a_press_where_there_is_nothing_does_nothing() {
    for size in [(80, 24), (200, 60)] {
        let mut stage = Stage::new(&BUILT_IN, size);
        let outside = [(u16::MAX, u16::MAX), (size.0, 0), (0, size.1)];
        for at in [(0, 0), (size.0 - 1, 0), (0, size.1 - 1)].into_iter().chain(outside) {
            let before = stage.situation();
            press(&mut stage, at);
            assert_eq!(stage.situation(), before, "{at:?}");
            assert_eq!(stage.app().notice(), None, "{at:?}");
        }
    }
}

/// The parts of the last row of a screen that do something, each with a cell of it.
fn keys_of(stage: &Stage) -> Vec<(Action, (u16, u16))> {
    let parts = stage.app().footer().into_iter();
    parts
        .filter_map(|part| {
            let at = (part.area.right().checked_sub(1)?, part.area.y);
            Some((part.action?, at))
        })
        .collect()
}

#[test]
fn a_press_on_a_key_of_the_last_row_does_what_the_key_does() {
    for (size, keys) in
        [((80, 24), ""), ((120, 40), ""), ((80, 24), "4"), ((80, 24), "/rama"), ((80, 24), "b")]
    {
        let mut stage = Stage::new(&BUILT_IN, size);
        stage.keys(keys);
        let shown = keys_of(&stage);
        assert!(shown.len() >= 4, "{size:?} {keys} {shown:?}");
        for (action, at) in shown {
            let mut pressed = Stage::new(&BUILT_IN, size);
            pressed.keys(keys);
            press(&mut pressed, at);
            let mut typed = Stage::new(&BUILT_IN, size);
            typed.keys(keys);
            let _ = typed.act(action);
            assert_eq!(pressed.text(), typed.text(), "{size:?} {keys} {action:?}");
        }
    }
}

/// The blank between a key and its word belongs to both; between two hints there is nothing.
#[test]
fn what_the_last_row_shows_is_where_it_is_pressed() {
    for size in [(40, 12), (80, 24), (200, 60)] {
        let mut stage = Stage::new(&BUILT_IN, size);
        let row = stage.rows()[usize::from(size.1 - 1)].clone();
        for part in stage.app().footer() {
            let start = usize::from(part.area.x);
            let text: String = row.chars().skip(start).take(part.text.as_str().len()).collect();
            assert_eq!(text, part.text.as_str(), "{row}");
        }
    }
}

#[test]
fn a_notice_in_the_last_row_is_no_key() {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    stage.keys("k");
    assert!(stage.app().notice().is_some());
    let before = stage.situation();
    for column in 0..80 {
        stage.keys("k");
        press(&mut stage, (column, 23));
        assert_eq!(stage.situation(), before);
    }
}

#[test]
fn the_bar_of_lists_without_room_is_pressed() {
    for (column, pane) in [(5, Pane::Actors), (75, Pane::Sources)] {
        let mut stage = Stage::new(&BUILT_IN, (80, 24));
        let row = stage.app().layout().summary.expect("no room for lists").y;
        press(&mut stage, (column, row));
        assert_eq!(stage.app().focused(), pane);
    }
}

#[test]
fn who_says_what_beside_the_reader_is_pressed() {
    let mut stage = Stage::new(&BUILT_IN, (200, 60));
    let area = stage.app().layout().who.expect("it has room");
    press(&mut stage, (area.title.x + 3, area.title.y));
    assert_eq!(stage.app().face(), Face::WhoSays);
}

#[test]
fn a_press_while_a_sequence_is_typed_only_breaks_it_off() {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    stage.keys("g");
    let before = stage.situation();
    press(&mut stage, (5, 5));
    assert!(!stage.is_pending());
    assert_eq!(stage.situation(), before);
}

#[test]
fn tabs_are_pressed() {
    let mut stage = Stage::new(&BUILT_IN, (59, 12));
    for (tab, pane) in
        [("3 Src", Pane::Sources), ("4 Read", Pane::Reader), ("1 Time", Pane::Timeline)]
    {
        let area = whole(&stage);
        let (column, row) = find(&mut stage, area, tab);
        assert_eq!(row, 0);
        press(&mut stage, (column + 4, row));
        assert_eq!(stage.app().focused(), pane, "{tab}");
    }
    press(&mut stage, (58, 0));
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
    stage.keys("22G1");
    let area = body(&stage, Pane::Actors);
    let over = (area.x, area.y);
    let scroll = |stage: &Stage| stage.app().list_rows(Pane::Actors).expect("a list").scroll;
    let rows = stage.app().list_rows(Pane::Actors).expect("a list").rows.len();
    let last = rows - usize::from(area.height);
    assert!(last > 10, "the whole list is longer than its pane");
    while scroll(&stage) > 0 {
        mouse(&mut stage, PointerKind::WheelUp, over);
    }
    let subject = stage.app().subject();
    for _ in 0..2 {
        mouse(&mut stage, PointerKind::WheelDown, over);
    }
    assert_eq!(scroll(&stage), 6);
    stage.keys("?q<esc>4j/rama<esc>");
    assert_eq!(scroll(&stage), 6, "nothing else moves it");
    assert_eq!(stage.app().subject(), subject);
    for _ in 0..100 {
        mouse(&mut stage, PointerKind::WheelDown, over);
    }
    assert_eq!(scroll(&stage), last, "no further than its end");
    mouse(&mut stage, PointerKind::WheelUp, over);
    assert_eq!(scroll(&stage), last - 3, "nothing is owed to the end");
    let held = stage.situation();
    stage.keys("/lapid<enter>");
    stage.keys("H");
    assert_eq!(stage.situation(), held, "going back restores it");
}

#[test]
fn the_wheel_turns_only_what_it_is_over() {
    let mut stage = Stage::new(&BUILT_IN, (200, 60));
    let who = stage.app().layout().who.expect("it has room").body;
    let before = stage.situation();
    for at in [(0, 0), (5, 59), (who.x, who.y + 2)] {
        mouse(&mut stage, PointerKind::WheelDown, at);
        assert_eq!(stage.situation(), before, "{at:?}");
    }
}

#[test]
fn a_result_is_chosen_by_a_press_and_opened_by_another() {
    for size in [(40, 20), (80, 24), (200, 60)] {
        let mut stage = Stage::new(&BUILT_IN, size);
        stage.keys("/rama");
        let chosen = |stage: &Stage| {
            let Mode::Search(session) = stage.app().mode() else { panic!("the search was left") };
            session.chosen
        };
        let hits = stage.app().search_places().hits;
        for row in [1, 2, 0, 1] {
            press(&mut stage, (hits.x + 3, hits.y + row));
            assert_eq!(chosen(&stage), usize::from(row), "{size:?}");
            let (buffer, _) = stage.screen();
            assert_eq!(buffer[(hits.x, hits.y + row)].symbol(), ">", "{size:?}");
        }
        mouse(&mut stage, PointerKind::WheelDown, (hits.x + 3, hits.y));
        assert_eq!(chosen(&stage), 2);
        press(&mut stage, (3, 0));
        assert_eq!(chosen(&stage), 2, "{size:?}");
        let Mode::Search(session) = stage.app().mode() else { panic!("the search was left") };
        let item = session.item().expect("a hit");
        let item = stage.app().library().event_of(item).unwrap_or(item);
        press(&mut stage, (hits.x + 9, hits.y + 2));
        assert_eq!(stage.app().subject(), Some(item), "{size:?}");
        assert!(matches!(stage.app().mode(), Mode::Panes));
    }
}

#[test]
fn a_row_of_a_list_to_choose_from_is_chosen_by_a_press_and_taken_by_another() {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    stage.keys(":");
    let chosen = |stage: &Stage| {
        let Mode::Chooser(chooser) = stage.app().mode() else { panic!("the list was left") };
        chooser.chosen
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
    for at in [(40, 0), (40, 1), (0, 23), (80, 5)] {
        press(&mut stage, at);
        assert_eq!(chosen(&stage), before + 1, "{at:?}");
    }
    // Of the page of all briefs the lines below a row are the row.
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    stage.keys("b");
    press(&mut stage, (10, 6));
    assert_eq!(chosen(&stage), 1);
    press(&mut stage, (10, 5));
    let brief = stage.subject();
    assert!(brief.starts_with("brief:"), "{brief}");
    let mut typed = Stage::new(&BUILT_IN, (80, 24));
    typed.keys("bj<enter>");
    assert_eq!(brief, typed.subject());
}
