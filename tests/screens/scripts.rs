//! Scripts that terminals draw each in its own way: from right to left, and in clusters of many signs.

use crate::stage::{Loaded, Stage, loaded_text, rows};
use attache::app::{Mode, Tier};
use attache::choice::Pane;
use attache::text::columns;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fmt::Write as _;
use unicode_bidi::{BidiInfo, Level};

/// The column in which each cell of a row stands where a terminal reorders it by UAX #9, with the row
/// taken for one paragraph: as VTE does it (from left to right), or with the direction of its first letter.
fn reordered(buffer: &Buffer, y: u16, base: Option<Level>) -> Vec<Option<usize>> {
    let symbols: Vec<&str> =
        (buffer.area.left()..buffer.area.right()).map(|x| buffer[(x, y)].symbol()).collect();
    let text = symbols.concat();
    let owner: Vec<usize> =
        symbols.iter().enumerate().flat_map(|(x, symbol)| symbol.chars().map(move |_| x)).collect();
    let info = BidiInfo::new(&text, base);
    let levels = info.reordered_levels_per_char(&info.paragraphs[0], 0..text.len());
    let mut places = vec![None; symbols.len()];
    let mut next = 0;
    for at in BidiInfo::reorder_visual(&levels) {
        let cell = owner[at];
        if places[cell].is_none() {
            places[cell] = Some(next);
            next += columns(symbols[cell]);
        }
    }
    places
}

/// The separators, unless something else is shown in their place.
fn shown_separators(stage: &Stage) -> &[Rect] {
    let app = stage.app();
    let layout = app.layout();
    let hidden = stage.is_pending() || layout.tier <= Tier::Single;
    if hidden || !matches!(app.mode(), Mode::Panes) { &[] } else { &layout.separators }
}

/// In a terminal that reorders rows, nothing changes sides at a separator.
pub(crate) fn check_sides(stage: &Stage, buffer: &Buffer, y: u16) {
    let row: String = (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect();
    if !attache::text::runs_right_to_left(&row) {
        return;
    }
    let separators = shown_separators(stage);
    let lines = separators.iter().filter(|line| (line.y..line.bottom()).contains(&y));
    let lines: Vec<usize> = lines.map(|line| usize::from(line.x)).collect();
    for base in [Some(Level::ltr()), None] {
        let places = reordered(buffer, y, base);
        for line in &lines {
            assert_eq!(places[*line], Some(*line), "a separator moves: {row}");
            let sides = places.iter().enumerate().filter_map(|(x, place)| Some((x, (*place)?)));
            let stay = sides.filter(|(x, place)| (x < line) != (place < line));
            assert_eq!(stay.count(), 0, "text changes sides: {row}");
        }
    }
}

/// A brief of the right-to-left titles and texts that changed sides in two panes.
fn persian() -> Loaded {
    let mut text = "schema = 1\n[brief]\nid = \"b\"\ntitle = \"خبر\"\ntlp = \"CLEAR\"\n\
                    [actor.a]\nname = \"بندر\"\nkind = \"agency\"\n"
        .to_owned();
    for day in 1..=20 {
        let sentence = "در این خبر از بندر و اسکله های شهر گفته می شود. ".repeat(10);
        writeln!(
            text,
            "[[event]]\nid = \"e{day}\"\ntitle = \"خبر بندر شماره {day} درباره اسکله های شهر\"\n\
             when = \"2022-07-{day:02}\"\ntype = \"other\"\nsummary = \"{sentence}\"\n\
             roles = {{ host = [\"a\"] }}"
        )
        .expect("text takes text");
    }
    loaded_text(&text)
}

#[test]
fn right_to_left_text_changes_no_sides() {
    let briefs = persian();
    for size in [(80, 24), (100, 30), (120, 30), (120, 40), (200, 60), (40, 12)] {
        for keys in ["", "4", "j2", "jj3", "b", "/خبر", "z", "w", "pjj", "t", "g", "?"] {
            let mut stage = Stage::new(&briefs, size);
            let (buffer, _) = stage.keys(keys).screen();
            for y in buffer.area.top()..buffer.area.bottom() {
                check_sides(&stage, &buffer, y);
                if stage.app().focused() == Pane::Timeline && buffer[(0, y)].symbol() == ">" {
                    assert_eq!(reordered(&buffer, y, Some(Level::ltr()))[0], Some(0));
                }
            }
        }
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test takes away what sets texts apart")]
fn it_would_without_the_blanks_that_set_it_apart() {
    let briefs = persian();
    let mut stage = Stage::new(&briefs, (120, 30));
    let (mut buffer, _) = stage.screen();
    for cell in &mut buffer.content {
        let plain = match cell.symbol() {
            "\u{2800}" => " ",
            "\u{2847}" => "│",
            _ => continue,
        };
        cell.set_symbol(plain);
    }
    let line = stage.app().layout().separators[0];
    let moves =
        |y: &u16| reordered(&buffer, *y, None)[usize::from(line.x)] != Some(usize::from(line.x));
    assert!((line.y..line.bottom()).filter(moves).count() > 5);
}

#[test]
fn nothing_that_sets_apart_is_copied_into_words() {
    let briefs = persian();
    for line in rows(&Stage::new(&briefs, (80, 24)).screen().0) {
        let marks = |c: &char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}');
        assert_eq!(line.chars().filter(marks).count(), 0, "{line}");
    }
    let stage = Stage::new(&briefs, (80, 24));
    for line in &stage.app().page().body {
        assert!(line.iter().all(|piece| !piece.text.as_str().contains('\u{2800}')));
    }
}

/// Conjuncts of Hindi and Bengali take the columns of their letters, and nothing is marked.
#[test]
fn conjuncts_are_shown() {
    let briefs = loaded_text(
        "schema = 1\n[brief]\nid = \"x\"\ntitle = \"Trial\"\ntlp = \"CLEAR\"\n\
         [place.delhi]\nname = \"Delhi\"\nnames = { hi = \"दिल्ली\", bn = \"দিল্লি\" }\n\
         [actor.parishad]\nname = \"राष्ट्रीय सुरक्षा परिषद\"\nkind = \"agency\"\n\
         [actor.mantri]\nname = \"प्रधानमंत्री\"\nkind = \"agency\"\n\
         [[event]]\nid = \"e\"\ntitle = \"दिल्ली में शक्ति, ශ්\u{200d}රී ලංකා\"\nwhen = \"2022-07-15\"\n\
         type = \"other\"\nroles = { host = [\"parishad\", \"mantri\"] }\nplaces = [\"delhi\"]\n",
    );
    for size in [(80, 24), (120, 40), (200, 60)] {
        let text = Stage::new(&briefs, size).text();
        for shown in ["दिल्ली", "राष्ट्रीय", "ශ්\u{200d}රී ලංකා"]
        {
            assert!(text.contains(shown), "{shown} is not in\n{text}");
        }
        assert!(!text.contains("<U+"), "{text}");
    }
    let found: Vec<_> = briefs.library.findings().iter().map(|found| found.code.id()).collect();
    assert!(!found.contains(&"W230"), "{found:?}");
}

/// What is selected by hand there goes along with every cell.
#[test]
fn the_copy_view_has_no_sign_that_would_be_copied() {
    let briefs = persian();
    let mut stage = Stage::new(&briefs, (80, 24));
    let pane = stage.text();
    assert!(pane.contains('\u{2800}'), "nothing is set apart:\n{pane}");
    let view = stage.keys("yy").text();
    assert!(view.contains("Copy view") && !view.contains('\u{2800}'), "{view}");
}
