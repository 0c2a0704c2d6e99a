//! The signs of rows: what is disputed, who supports an event, and who contests it.

use crate::stage::{BUILT_IN, Stage};
use attache::app::Row;
use attache::choice::Pane;
use attache::library::{EventStatus, Inquiry, ItemId, Kind, Weight};
use std::collections::BTreeSet;

/// The item of each row of a list on the screen, its sign beside it, and the row.
fn signs(stage: &Stage, pane: Pane, column: u16) -> Vec<(ItemId, String, String)> {
    let (buffer, _) = stage.frame();
    let body = stage.app().layout().area(pane).expect("it is shown").body;
    let rows = &stage.app().list_rows(pane).expect("a list").rows;
    assert!(rows.len() <= usize::from(body.height), "not all rows of {pane:?} are shown");
    let signed = rows.iter().zip(body.y..).filter_map(|(row, y)| {
        let text = (body.x..body.right()).map(|x| buffer[(x, y)].symbol()).collect();
        Some((Row::item(row)?, buffer[(body.x + column, y)].symbol().to_owned(), text))
    });
    signed.collect()
}

/// Whether it is disputed that an event happened, when, or who did it.
fn is_disputed(stage: &Stage, event: ItemId) -> bool {
    let of_event = stage.app().library().inquiries(event).iter();
    of_event.filter(|inquiry| inquiry.is_of_the_event()).any(Inquiry::is_disputed)
}

fn event(stage: &Stage, slug: &str) -> ItemId {
    stage.app().library().find_reference(&format!("event:{slug}")).expect("it is there")
}

/// Whatever is selected: of an event that took place the sign is there if, and only if, it is
/// disputed, but for what the selected source supports.
#[test]
fn the_sign_of_an_event_is_that_it_is_disputed() {
    let mut stage = Stage::new(&BUILT_IN, (200, 400));
    let library = stage.app().library();
    let sources = library.listed(Kind::Source).iter();
    let actors = library.listed(Kind::Actor).iter();
    let subjects: Vec<ItemId> =
        sources.chain(actors).chain(library.listed(Kind::Event).first()).copied().collect();
    let mut disputed = BTreeSet::new();
    for subject in subjects {
        stage.app_mut().open_at(subject);
        for (event, sign, row) in signs(&stage, Pane::Timeline, 14) {
            let status = stage.app().library().event(event).expect("an event").status;
            let is_disputed = is_disputed(&stage, event);
            let expected = is_disputed && status == EventStatus::Occurred && sign != "+";
            assert_eq!(sign == "≠", expected, "{row}");
            if expected {
                disputed.insert(event);
            }
        }
    }
    assert!(disputed.contains(&event(&stage, "albania-recognises-israel-1949")), "{disputed:?}");
    // A number in dispute is no doubt of the event, and a paper's slip none of its day.
    for quiet in ["kosovar-refugees", "july-15-attack", "albania-earthquake"] {
        assert!(!disputed.contains(&event(&stage, quiet)), "{quiet}");
    }
}

/// What a source is marked with that weighs little and is no news.
const SAYS_OTHERWISE: &str = " (says otherwise)";

/// Denials and what else is said are quiet, and a word says what they are.
#[test]
fn the_sign_of_a_source_is_how_much_its_word_weighs() {
    let mut stage = Stage::new(&BUILT_IN, (260, 400));
    let mut seen = BTreeSet::new();
    for subject in stage.app().library().listed(Kind::Event).to_vec() {
        stage.app_mut().open_at(subject);
        let voices = stage.app().answer().expect("an answer").voices.clone();
        for (source, sign, row) in signs(&stage, Pane::Sources, 4) {
            let voice = voices.iter().find(|voice| voice.source == source);
            let party = |is: bool| if is { "party)" } else { "" };
            let (expected, word) = match voice.map(|voice| (voice.weight, voice.party)) {
                None => (" ", ""),
                Some((None, is_party)) => (" ", party(is_party)),
                Some((Some(Weight::Contested), is_party)) => ("≠", party(is_party)),
                Some((Some(Weight::Denied | Weight::SaysOtherwise), _)) => (" ", "party)"),
                Some((Some(Weight::AlsoInPrint), _)) if row.contains(SAYS_OTHERWISE) => {
                    (" ", SAYS_OTHERWISE)
                }
                Some((Some(Weight::AlsoInPrint), _)) => (" ", " (in print)"),
            };
            assert_eq!(sign, expected, "{row}");
            assert!(row.contains(word), "{word} is missing: {row}");
            let others = ["party)", " (in print)", SAYS_OTHERWISE];
            assert!(!word.is_empty() || !others.iter().any(|other| row.contains(other)), "{row}");
            seen.insert((expected, word));
        }
    }
    let kinds =
        [(" ", " (in print)"), (" ", SAYS_OTHERWISE), (" ", "party)"), (" ", ""), ("≠", "")];
    for kind in kinds {
        assert!(seen.contains(&kind), "{kind:?} is in no list: {seen:?}");
    }
}
