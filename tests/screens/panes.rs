//! The rules of the linked panes, one after the other.

use crate::stage::{BUILT_IN, SMALL, Stage};
use attache::app::Row;
use attache::choice::{Face, Pane};
use attache::library::ItemId;
use ratatui::layout::Rect;

pub(crate) fn built_in(size: (u16, u16)) -> Stage {
    Stage::new(&BUILT_IN, size)
}

/// The items of a list, in the order of its rows.
pub(crate) fn items(stage: &Stage, pane: Pane) -> Vec<ItemId> {
    stage.app().list_rows(pane).expect("a list").rows.iter().filter_map(Row::item).collect()
}

pub(crate) fn title(stage: &mut Stage, pane: Pane) -> String {
    let area = stage.app().layout().area(pane).expect("it is shown").title;
    cut(stage, area)
}

/// The text of the first row of an area.
fn cut(stage: &mut Stage, area: Rect) -> String {
    let (buffer, _) = stage.screen();
    (area.x..area.right()).map(|x| buffer[(x, area.y)].symbol()).collect()
}

pub(crate) fn header(stage: &mut Stage) -> String {
    stage.rows().swap_remove(0)
}

pub(crate) fn footer(stage: &mut Stage) -> String {
    stage.rows().pop().expect("a footer")
}

/// Rules 1 and 2: what the focused list selects is the subject everywhere. The list that has the keys
/// and the timeline keep their rows, the other lists show what belongs to the subject and only that.
#[test]
fn a_selection_moves_every_pane_and_no_row() {
    let mut stage = built_in((120, 40));
    for keys in ["1", "2", "3"] {
        stage.keys(keys);
        for _ in 0..12 {
            let before = Pane::LISTS.map(|pane| items(&stage, pane));
            stage.keys("j");
            let app = stage.app();
            assert_eq!(app.page().subject, app.subject());
            let subject = app.subject().expect("there is one");
            for pane in Pane::LISTS {
                let after = items(&stage, pane);
                let shown = app.list_rows(pane).expect("a list");
                let linked = app.library().linked(subject, pane.kind().expect("a list"));
                if pane == Pane::Timeline || pane == app.focused() {
                    assert_eq!(after, before[pane.index()], "{pane:?}");
                } else {
                    let mut after = after;
                    after.sort_unstable();
                    let mut linked = linked.to_vec();
                    linked.sort_unstable();
                    assert_eq!(after, linked, "{pane:?}");
                    assert!(shown.linked_only && shown.linked == linked.len(), "{pane:?}");
                }
                let height = usize::from(app.layout().area(pane).expect("shown").body.height);
                let in_sight = shown.rows.iter().skip(shown.scroll).take(height);
                let marked = in_sight.filter_map(Row::item).filter(|item| app.is_linked(*item));
                let none = linked.is_empty() || pane == app.focused();
                assert!(none || marked.count() > 0, "{pane:?} shows none");
            }
        }
    }
}

/// The number of a list that has the keys shows all there is, and again what belongs to the subject.
#[test]
fn the_number_of_a_list_again_shows_all_of_it() {
    for size in [(80, 24), (120, 40), (200, 60)] {
        for (pane, number) in [(Pane::Actors, "2"), (Pane::Sources, "3")] {
            let mut stage = built_in(size);
            stage.keys("/15<space>jul<enter>").keys(number);
            let kind = pane.kind().expect("a list");
            let (linked, subject) = (items(&stage, pane), stage.app().subject());
            assert_eq!(stage.subject(), "event:july-15-attack", "it stays until a row is chosen");
            let count = format!(" {} linked ", linked.len());
            assert!(title(&mut stage, pane).contains(&count), "{size:?}");
            stage.keys(number);
            let all = stage.app().library().listed(kind).len();
            assert_eq!(items(&stage, pane).len(), all);
            assert_eq!(stage.app().subject(), subject);
            let words = title(&mut stage, pane);
            assert!(words.contains(&format!("all {all}")), "{size:?} {words}");
            stage.keys(number);
            assert_eq!((items(&stage, pane), stage.app().subject()), (linked, subject));
            stage.keys("j");
            let first = items(&stage, pane)[0];
            assert_eq!(stage.app().subject(), Some(first), "{size:?}");
            let words = title(&mut stage, pane);
            let of = words.contains(" of July…") || words.contains(" of July attack");
            assert!(words.contains("1 of ") || of, "{size:?} {words}");
        }
    }
}

/// Rule 3: each page is where it was when it was left, each face and each depth for itself.
#[test]
fn the_reader_remembers_its_place_for_each_subject() {
    let mut stage = built_in((80, 24));
    stage.keys("4jjj");
    assert_eq!(stage.app().reader_scroll(), 3);
    stage.keys("1j");
    assert_eq!(stage.app().reader_scroll(), 0);
    stage.keys("k");
    assert_eq!(stage.app().reader_scroll(), 3);
    stage.keys("w");
    assert_eq!(stage.app().reader_scroll(), 0);
    stage.keys("w-+");
    assert_eq!((stage.app().reader_scroll(), stage.app().face()), (3, Face::Item));
}

/// Rule 4: Enter goes there.
#[test]
fn enter_reads_and_follows() {
    let mut stage = built_in((80, 24));
    let before = stage.situation();
    stage.keys("<enter>");
    assert_eq!(stage.app().focused(), Pane::Reader);
    stage.keys("<backspace>");
    assert_eq!(stage.situation(), before);
}

/// The link cursor of the reader points at a row and moves no cursor.
#[test]
fn a_chosen_link_points_at_its_row() {
    for (size, sign) in [((80, 24), "»"), ((120, 40), "»"), ((200, 60), "»")] {
        let mut stage = built_in(size);
        stage.keys("/lapid<enter>4");
        let cursors = Pane::LISTS.map(|pane| stage.app().list(pane).expect("a list").cursor);
        for _ in 0..8 {
            stage.keys("v");
            let target = stage.app().pointed_at().expect("a link is chosen");
            let kind = stage.app().library().get(target).expect("it is there").kind;
            let shown = stage.text().contains(sign);
            let listed = Pane::LISTS.into_iter().find(|pane| pane.kind() == Some(kind));
            let in_sight = |pane: &Pane| stage.app().layout().area(*pane).is_some();
            let listed = listed.filter(in_sight);
            let listed = listed.is_some_and(|pane| items(&stage, pane).contains(&target));
            let is_subject = stage.app().subject() == Some(target);
            assert_eq!(shown, listed && !is_subject, "{size:?}\n{}", stage.text());
        }
        assert_eq!(Pane::LISTS.map(|pane| stage.app().list(pane).expect("a list").cursor), cursors);
        stage.keys("<esc>");
        assert!(!stage.text().contains(sign));
    }
    let mut stage = Stage::with(&BUILT_IN, (80, 24), true);
    stage.keys("/lapid<enter>4");
    // The first link to an event.
    let pointed = (0..30).find(|_| stage.keys("v").text().contains("\n@ "));
    assert!(pointed.is_some(), "{}", stage.text());
    let text = stage.text();
    assert!(text.contains("\n@ ") && text.is_ascii(), "{text}");
}

/// Rule 6: what is pinned stays, the other half follows, rows are aligned and marked.
#[test]
fn a_pin_holds_one_and_the_other_follows() {
    for size in [(80, 24), (120, 40), (200, 60)] {
        let mut stage = built_in(size);
        stage.keys("p");
        let pinned = stage.app().pinned();
        assert_eq!(pinned, stage.app().subject());
        stage.keys("jj");
        assert_eq!(stage.app().pinned(), pinned);
        assert_ne!(stage.app().subject(), pinned);
        let (held, page) = (stage.app().pinned_page(), stage.app().page());
        assert_eq!((held.subject, page.subject), (pinned, stage.app().subject()));
        assert_eq!(held.body.len(), page.body.len(), "rows are not aligned");
        let text = stage.text();
        assert!(
            text.contains("─ PINNED Albanians ") && text.contains("─ 4 COMPARE Albania "),
            "{text}"
        );
        assert_eq!(text.matches("≠ WHEN").count(), 2, "{text}");
        let subject = stage.app().subject();
        stage.keys("4jx");
        assert_eq!((stage.app().pinned(), stage.app().subject()), (subject, pinned));
        assert_eq!(stage.app().focused(), Pane::Reader);
        stage.keys("xp");
        assert_eq!((stage.app().pinned(), stage.app().subject()), (None, subject));
        assert!(!stage.text().contains("COMPARE"));
    }
}

/// Below 24 rows the two alternate, fact by fact in the same rows.
#[test]
fn without_room_for_two_they_take_turns() {
    for size in [(80, 20), (40, 12)] {
        let mut stage = built_in(size);
        stage.keys("pjj4j");
        // The last row may tell that there is nothing further down.
        let shown = |stage: &mut Stage| {
            let mut rows = stage.rows();
            rows.pop();
            rows
        };
        let (scroll, one) = (stage.app().reader_scroll(), shown(&mut stage));
        stage.keys("x");
        assert_eq!(stage.app().reader_scroll(), scroll);
        assert_ne!(shown(&mut stage), one);
        stage.keys("x");
        assert_eq!(shown(&mut stage), one);
        assert!(one.concat().contains("pinned"), "{one:?}");
    }
}

/// Rule 7: places are what was opened; what is passed on the way is not.
#[test]
fn the_trail_has_what_was_opened() {
    let mut stage = built_in((80, 24));
    let start = stage.situation();
    stage.keys("/lapid<enter>nnN");
    let hit = stage.situation();
    stage.keys("<backspace>");
    assert_eq!(stage.situation(), start, "steps inside one search are one place");
    stage.keys("L");
    assert_eq!(stage.situation(), hit);
    stage.keys("Hjjjj");
    let moved = stage.situation();
    stage.keys("/herzog<enter>");
    let last = stage.situation();
    stage.keys("<backspace>");
    assert_eq!(stage.situation(), moved);
    stage.keys("<backspace>");
    assert_eq!(stage.situation(), hit, "a new opening loses no place ahead");
    stage.keys("LL");
    assert_eq!(stage.situation(), last);
}

#[test]
fn going_from_pane_to_pane_is_one_place() {
    let mut stage = built_in((120, 40));
    let start = stage.situation();
    stage.keys("2j3jj1j2");
    // The keys were in the actors when the first one was chosen.
    stage.keys("<backspace>");
    assert_eq!(stage.app().subject(), start.subject());
    assert_eq!(stage.keys("1").situation(), start);
    assert!(footer(stage.keys("<backspace>")).contains("nothing to go back to"));
}

#[test]
fn a_place_has_its_lenses_and_its_face() {
    let mut stage = built_in((120, 40));
    stage.keys("/lapid<enter>1ow");
    let (place, face) = (stage.situation(), stage.app().face());
    assert_eq!((stage.app().lenses().len(), face), (1, Face::WhoSays));
    stage.keys("/machk<enter>Ow");
    stage.keys("<backspace>");
    assert_eq!(stage.situation(), place);
    assert_eq!((stage.app().lenses().len(), stage.app().face()), (1, Face::WhoSays));
}

/// Rule 10: a key that can do nothing says why.
#[test]
fn what_cannot_be_done_is_answered() {
    for (keys, answer) in [
        ("2jw", "who says: choose an event first"),
        ("x", "nothing is pinned; p pins"),
        ("O", "no lens is in force; o keeps what is linked"),
        ("n", "no search yet; / searches"),
        ("H<backspace>", "nothing to go back to"),
        ("L", "nothing ahead"),
        ("+", "this is all there is"),
        ("---", "headlines are the least"),
        ("2sg", "actors have no grade"),
        ("oo", "this is the lens already"),
    ] {
        let mut stage = built_in((120, 40));
        stage.keys(keys);
        assert!(footer(&mut stage).contains(answer), "{keys}: {}", footer(&mut stage));
    }
}

#[test]
fn faces_have_titles_and_links_and_go_away_again() {
    for size in [(80, 24), (120, 40), (200, 60)] {
        let mut stage = built_in(size);
        stage.keys("/tims<enter>1");
        let page = stage.text();
        stage.keys("w");
        assert!(title(&mut stage, Pane::Reader).contains("4 Who says what"), "{}", stage.text());
        stage.keys("i");
        assert!(
            title(&mut stage, Pane::Reader).contains("4 Where it comes from"),
            "{}",
            stage.text()
        );
        assert!(stage.text().contains("WRITTEN AT"));
        stage.keys("4v");
        assert!(stage.app().pointed_at().is_some());
        stage.keys("<esc><esc>");
        assert_eq!(stage.text(), page);
    }
}

#[test]
fn depth_is_headline_card_or_all() {
    let mut stage = built_in((80, 24));
    stage.keys("/tims<enter>1");
    let whole = stage.text();
    assert!(whole.contains("HOW SURE"));
    let card = stage.keys("-").text();
    assert!(card.contains("HOW SURE"), "{card}");
    assert!(title(&mut stage, Pane::Reader).contains("─ card"), "{card}");
    let headline = stage.keys("-").text();
    assert!(headline.contains("WHEN") && headline.contains("HOW SURE"), "{headline}");
    assert!(card.contains("WHO SAYS") && !headline.contains("WHO SAYS"), "{headline}");
    assert!(title(&mut stage, Pane::Reader).contains("─ headline "), "{headline}");
    stage.keys("=+");
    assert_eq!(stage.keys("<esc>").text().lines().nth(3), whole.lines().nth(3));
}

#[test]
fn times_turn_and_the_header_says_so() {
    let mut stage = built_in((80, 24));
    assert!(!header(&mut stage).contains("times"));
    stage.keys("T");
    assert!(header(&mut stage).contains("times UTC"));
    assert!(footer(&mut stage).contains("times in UTC"));
    stage.keys("T");
    assert!(header(&mut stage).contains("times local"));
    stage.keys("T");
    assert!(!header(&mut stage).contains("times"));
    assert!(footer(&mut stage).contains("as they were reported"));
}

#[test]
fn lists_are_sorted_each_for_itself_and_say_so() {
    let mut stage = built_in((120, 40));
    for (pane, number, back) in
        [(Pane::Timeline, "1", "st"), (Pane::Actors, "22", "sn"), (Pane::Sources, "33", "sn")]
    {
        stage.keys(number);
        let usual = items(&stage, pane);
        for (keys, word) in [("sg", "grade"), ("sl", "links")] {
            stage.keys(keys);
            if (pane, word) == (Pane::Actors, "grade") {
                assert!(footer(&mut stage).contains("actors have no grade"));
                continue;
            }
            assert!(title(&mut stage, pane).contains(word), "{}", title(&mut stage, pane));
            assert_ne!(items(&stage, pane), usual);
            let mut sorted = items(&stage, pane);
            let mut all = usual.clone();
            sorted.sort_unstable();
            all.sort_unstable();
            assert_eq!(sorted, all);
            let links = |item: &ItemId| stage.app().links_of(*item);
            let by_links: Vec<usize> = items(&stage, pane).iter().map(links).collect();
            assert!(word != "links" || by_links.is_sorted_by(|a, b| a >= b));
        }
        stage.keys(back);
        assert_eq!(items(&stage, pane), usual);
        assert!(!title(&mut stage, pane).contains(" by "));
    }
}

#[test]
fn without_rules_no_line_is_drawn() {
    for (size, keys) in [((80, 24), "pj"), ((120, 40), ""), ((40, 12), "o"), ((80, 24), "/rama")] {
        let mut stage = Stage::new(&SMALL, size);
        stage.prefer(|chosen| chosen.rules = false);
        let text = stage.keys(keys).text();
        assert!(!text.contains(['─', '│']), "{text}");
    }
}

#[test]
fn thresholds_are_the_readers_choice() {
    let mut stage = Stage::new(&SMALL, (120, 24));
    // Of which somebody says something.
    stage.keys("/wiper<space>attack<enter>");
    assert!(stage.app().layout().who.is_none() && stage.app().layout().summary.is_some());
    let thresholds = [(20, 6), (60, 16), (110, 24), (190, 30)].into();
    stage.prefer(|chosen| chosen.thresholds = thresholds);
    assert_eq!(stage.app().layout().tier, attache::app::Tier::Wide);
    assert!(stage.app().layout().area(Pane::Sources).is_some());
    assert!(stage.app().layout().summary.is_none());
}

#[test]
fn the_sources_of_the_subject_stand_first_in_the_order_of_its_card() {
    let mut stage = built_in((120, 40));
    stage.keys("/july<space>attack<enter>");
    let subject = stage.app().subject().unwrap();
    let answer = stage.app().library().answer(subject).unwrap();
    let mut voices: Vec<_> = answer.voices.iter().map(|voice| voice.source).collect();
    let mut seen = Vec::new();
    voices.retain(|source| {
        !seen.contains(source) && {
            seen.push(*source);
            true
        }
    });
    assert!(voices.len() > 3);
    let before = items(&stage, Pane::Sources);
    assert_eq!(before[..voices.len()], voices);
    stage.keys("3j");
    assert_eq!(stage.app().subject(), Some(voices[0]));
    stage.keys("jj");
    assert_eq!(stage.app().subject(), Some(voices[2]));
    assert_eq!(items(&stage, Pane::Sources), before, "no row moves under the cursor");
    stage.keys("st");
    assert_ne!(items(&stage, Pane::Sources), before);
}
