//! Whole titles and whole cards: of every built-in event at the usual sizes, with their counts.

use crate::stage::{BUILT_IN, Stage};
use attache::app::Tier;
use attache::choice::{Depth, Pane};
use attache::library::{ItemId, Kind};
use attache::page::layout::line_text;
use ratatui::layout::Rect;

/// The usual sizes of a terminal, the first four of which the drawings are for.
const SIZES: [(u16, u16); 5] = [(80, 24), (100, 30), (120, 40), (200, 60), (72, 24)];

/// Keys that give them to each pane.
const FOCUS: [(&str, &str); 4] =
    [("timeline", "1"), ("reader", "4"), ("actors", "2"), ("sources", "3")];

fn events() -> Vec<ItemId> {
    BUILT_IN.library.listed(Kind::Event).to_vec()
}

fn title(event: ItemId) -> String {
    BUILT_IN.library.get(event).expect("an event").title.to_string()
}

/// A reader of this size at an event, with its keys in the timeline.
fn at(event: ItemId, size: (u16, u16)) -> Stage {
    let mut stage = Stage::new(&BUILT_IN, size);
    stage.app_mut().open_at(event);
    stage
}

/// The rows of an area as text.
fn rows_of(stage: &Stage, area: Rect) -> Vec<String> {
    let (buffer, _) = stage.frame();
    let row = |y| (area.x..area.right()).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    (area.y..area.bottom()).map(row).collect()
}

/// All are whole; a failure counts those that are, and names the others.
fn all_whole(what: &str, all: usize, cut: &[String]) {
    let whole = all - cut.len();
    assert!(cut.is_empty(), "{what}: {whole} of {all} are whole\n{}", cut.join("\n"));
}

#[test]
fn every_title_is_whole_in_its_row_of_the_timeline() {
    let events = events();
    assert!(events.len() >= 70);
    for size in SIZES {
        let mut cut = Vec::new();
        for event in &events {
            let stage = at(*event, size);
            let area = stage.app().layout().area(Pane::Timeline).expect("it is shown").body;
            let rows = rows_of(&stage, area);
            let row = rows.iter().find(|row| row.starts_with('>')).expect("the row of the subject");
            if !row.contains(&title(*event)) {
                cut.push(row.clone());
            }
        }
        all_whole(&format!("titles at {size:?}"), events.len(), &cut);
    }
}

/// In every row in sight, not only in that of the subject; what stands beside a title leaves it whole.
#[test]
fn no_title_in_sight_is_cut() {
    for size in SIZES {
        let mut stage = Stage::new(&BUILT_IN, size);
        let area = stage.app().layout().area(Pane::Timeline).expect("it is shown").body;
        for _ in 0..=events().len() / usize::from(area.height) {
            for row in rows_of(&stage, area) {
                let until = if size.0 >= 110 && size.0 < 190 { 74 } else { row.chars().count() };
                let title: String = row.chars().take(until).collect();
                assert!(!title.contains('…'), "{size:?} {row}");
            }
            stage.keys("<pagedown>");
        }
    }
}

#[test]
fn every_row_of_a_card_is_on_the_screen_whatever_has_the_keys() {
    let events = events();
    for (pane, keys) in FOCUS {
        let mut cut = Vec::new();
        for event in &events {
            let mut stage = at(*event, (80, 24));
            stage.keys(keys);
            assert_eq!(stage.app().subject(), Some(*event), "{pane} keeps the subject");
            let area = stage.app().layout().area(Pane::Reader).expect("it is shown").body;
            let rows = rows_of(&stage, area);
            let card = &stage.app().page().card;
            assert!(card.len() >= 3, "{} has no card", title(*event));
            let card = card.iter().map(|line| line_text(line).to_string());
            let missing = card.enumerate().find(|(at, line)| {
                rows.get(*at).is_none_or(|row| row.trim_end() != line.trim_end())
            });
            cut.extend(missing.map(|(_, line)| format!("{}: {line}", title(*event))));
        }
        all_whole(&format!("cards at 80x24 with the keys in the {pane}"), events.len(), &cut);
    }
}

/// The same at the other sizes, and with the lists beside the reader.
#[test]
fn every_card_is_whole_at_every_usual_size() {
    for (size, keys) in
        [((100, 30), ""), ((120, 40), ""), ((200, 60), ""), ((72, 24), ""), ((80, 24), "|")]
    {
        let events = events();
        let mut cut = Vec::new();
        for event in &events {
            let mut stage = at(*event, size);
            stage.keys(keys);
            assert!(stage.app().layout().tier >= Tier::Stacked);
            let area = stage.app().layout().area(Pane::Reader).expect("it is shown").body;
            if stage.app().page().card.len() > usize::from(area.height) {
                cut.push(title(*event));
            }
        }
        all_whole(&format!("cards at {size:?} {keys}"), events.len(), &cut);
    }
}

/// The title of the pane is that of the event, whole.
#[test]
fn every_title_is_whole_above_its_page() {
    for size in SIZES {
        let events = events();
        let mut cut = Vec::new();
        for event in &events {
            let stage = at(*event, size);
            let area = stage.app().layout().area(Pane::Reader).expect("it is shown").title;
            let bar = rows_of(&stage, area).remove(0);
            if !bar.starts_with(&format!("─ 4 {} ─", title(*event))) {
                cut.push(bar);
            }
        }
        all_whole(&format!("titles above pages at {size:?}"), events.len(), &cut);
    }
}

/// Events of which the summary is too long for it, to be shortened in their briefs.
const TOO_LONG: [&str; 1] = ["Iran's nuclear body confirms a mail server was hacked"];

/// Card, the first sentence of the reason and the summary: what is read without a key.
#[test]
fn the_page_of_every_event_is_whole_in_the_reading_form() {
    let events = events();
    let mut long = Vec::new();
    for event in &events {
        let mut stage = at(*event, (80, 24));
        stage.keys("4");
        stage.app_mut().set_depth(Depth::Card);
        let height = stage.app().layout().area(Pane::Reader).expect("it is shown").body.height;
        let (card, gap) = (stage.app().page().card.len(), stage.app().card_gap());
        let body = stage.app().page().body.iter().map(|line| line_text(line).to_string());
        let lines: Vec<String> = body.take_while(|line| line.trim_end() != "LINKS").collect();
        let text = lines.iter().rposition(|line| !line.trim().is_empty()).map_or(0, |at| at + 1);
        let is_long = card + gap + text > usize::from(height);
        if is_long != TOO_LONG.contains(&title(*event).as_str()) {
            long.push(format!("{}: {card} rows of card, {text} of text", title(*event)));
        }
    }
    all_whole("pages in the reading form at 80x24", events.len(), &long);
}
