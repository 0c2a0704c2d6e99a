//! The card as a whole: of the main events every row is on the screen and whole, at 80x24.

use crate::stage::{BUILT_IN, Stage};
use attache::choice::{Face, Pane};
use attache::library::Kind;
use attache::page::layout::{PageLine, line_text};
use attache::page::{CardSize, PageSize, of_face};

/// The events that are asked for most.
const MAIN: [&str; 10] = [
    "july-15-attack",
    "tims-attack",
    "ties-severed",
    "us-attribution",
    "iran-denial",
    "rama-lapid-meeting",
    "amini-death",
    "black-reward-release",
    "albania-earthquake",
    "kosovar-refugees",
];

/// A reader at 80x24 at an event.
fn at(event: &str) -> Stage {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    let found = stage.app().library().find_reference(&format!("event:{event}"));
    stage.app_mut().open_at(found.expect("the event is there"));
    stage
}

#[test]
fn the_whole_card_of_a_main_event_is_on_the_screen() {
    for event in MAIN {
        let mut stage = at(event);
        let rows = stage.keys("4z").rows();
        let title = stage.app().page().title.to_string();
        assert!(rows[1].starts_with(&format!("─ 4 {title} ")), "{event}: {}", rows[1]);
        let card: Vec<String> =
            stage.app().page().card.iter().map(|line| line_text(line).to_string()).collect();
        let labels = ["WHEN ", "WHO SAYS ", "HOW SURE ", "IF ASKED "];
        for label in labels {
            assert!(card.iter().any(|row| row.starts_with(label)), "{event}: no {label}");
        }
        for (row, shown) in card.iter().zip(&rows[2..]) {
            assert_eq!(format!(" {row}"), shown.trim_end(), "{event}");
            assert!(row.starts_with("IF ASKED ") || !row.contains('…'), "{event}: {row}");
        }
        let below = &rows[2 + card.len()];
        assert!(below.trim().is_empty(), "{event}: nothing sets the card off: {below}");
        let text = &rows[3 + card.len()];
        assert!(!text.trim().is_empty(), "{event}: no room is left for the text");
    }
}

#[test]
fn who_says_what_of_the_main_attack_fits_two_screens() {
    let mut stage = at("july-15-attack");
    let first = stage.keys("w").text();
    assert_eq!((stage.app().face(), stage.app().focused()), (Face::WhoSays, Pane::Reader));
    let second = stage.keys("<pagedown>").text();
    assert_ne!(second, first);
    let last = stage.app().page().body.last().map(|line| line_text(line).to_string());
    assert!(second.contains(last.expect("it has lines").trim_end()), "{second}");
    let third = stage.keys("<pagedown>").rows();
    assert_eq!(third[..23].join("\n"), second.lines().take(23).collect::<Vec<_>>().join("\n"));
}

/// Rows of which the text is a record's own, however long.
const OWN_TEXT: [&str; 7] = ["ATT&CK", "PARTS", "INCLUDES", "WHY", "NOTE", "AUTHORITY", "EDITION"];

/// Rows that are lists, with a line for each thing; the first has one for each question.
const LISTED: [&str; 4] = ["HOW SURE", "AGAINST", "SAID BY", "RESTS ON"];

/// The rows of a page that begin with a label, and how many lines each takes.
fn labelled(lines: &[PageLine]) -> Vec<(String, usize)> {
    let mut rows: Vec<(String, usize)> = Vec::new();
    let mut goes_on = false;
    for line in lines {
        let text = line_text(line).to_string();
        let head: String = text.chars().take(10).collect();
        let label = head.trim_end();
        let is_upper = |sign: char| sign.is_ascii_uppercase() || " &-".contains(sign);
        if head.trim().is_empty() && goes_on && !text.trim().is_empty() {
            if let Some((_, count)) = rows.last_mut() {
                *count += 1;
            }
        } else {
            // `ADDRESSEE IN 3` is a heading.
            let heads = text.trim_end().ends_with(|last: char| last.is_ascii_digit())
                && text.contains(" IN ");
            goes_on = text.chars().count() > 10
                && head.ends_with(' ')
                && !heads
                && label.chars().all(is_upper);
            if goes_on && !label.is_empty() {
                rows.push((label.to_owned(), 1));
            }
        }
    }
    rows
}

#[test]
fn no_row_of_generated_text_takes_more_than_two_lines() {
    let stage = Stage::new(&BUILT_IN, (80, 24));
    let library = stage.app().library();
    let size = PageSize { width: 80, card: CardSize::Compact, ..PageSize::default() };
    let mut seen = 0;
    let mut long = Vec::new();
    for (id, _) in library.items() {
        for page in Face::ALL.map(|face| of_face(library, id, face, size).1) {
            let rows = [labelled(&page.card), labelled(&page.body)].concat();
            seen += rows.len();
            let may = |label: &str| OWN_TEXT.contains(&label) || LISTED.contains(&label);
            long.extend(
                rows.into_iter()
                    .filter(|(label, count)| *count > 2 && !may(label))
                    .map(|(label, count)| format!("{}: {label} takes {count}", page.title)),
            );
        }
    }
    assert!(seen > 3 * library.listed(Kind::Event).len(), "{seen} rows were looked at");
    assert_eq!(long, [""; 0]);
}
