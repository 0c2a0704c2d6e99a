//! What an officer does, key by key.

use crate::stage::{BUILT_IN, NOTHING, SMALL, Stage, loaded_text};
use attache::app::Mode;
use attache::choice::Pane;
use attache::library::{ItemId, Kind};
use attache::term::Input;

fn built_in() -> Stage {
    Stage::new(&BUILT_IN, (80, 24))
}

fn small() -> Stage {
    Stage::new(&SMALL, (80, 24))
}

#[test]
fn a_name_leads_to_the_meeting_and_its_answer() {
    let mut stage = built_in();
    stage.keys("/lapid<enter>1");
    assert_eq!(stage.subject(), "event:rama-lapid-meeting");
    let text = stage.text();
    for answer in ["WHEN", "23 Oct 2022", "WHO SAYS", "HOW SURE"] {
        assert!(text.contains(answer), "{answer} is missing:\n{text}");
    }
}

#[test]
fn a_hit_within_an_event_opens_the_event_with_the_claim_chosen() {
    let mut stage = small();
    stage.keys("/contractor");
    let Mode::Search(session) = stage.app().mode() else { panic!("no search is open") };
    let library = stage.app().library();
    let is_claim = |item| library.get(item).is_some_and(|item| item.kind == Kind::Claim);
    let rank = session.found().hits.iter().position(|hit| is_claim(hit.item)).expect("a claim");
    let claim = session.found().hits[rank].item;
    stage.keys(&"<down>".repeat(rank)).keys("<enter>");
    assert_eq!(stage.subject(), "event:harbour-wiper");
    let link = stage.app().link().expect("a link is chosen");
    assert_eq!(stage.app().page().links[link].target, claim);
    assert!(stage.text().contains("A dismissed contractor"), "{}", stage.text());
}

#[test]
fn a_claim_about_several_events_is_read_at_the_one_that_is_open() {
    let loaded = loaded_text(include_str!("../briefs/good/claim-on-several.toml"));
    let mut stage = Stage::new(&loaded, (80, 24));
    stage.keys("1G");
    assert_eq!(stage.subject(), "event:september-attack");
    let library = stage.app().library();
    let claim = library.find_reference("claim:one-group-did-both").expect("it is there");
    stage.keys("4v");
    let at = |stage: &Stage| stage.app().page().links[stage.app().link().expect("a link")].target;
    let links = stage.app().page().links.len();
    let steps = (0..links).find(|_| {
        let is_there = at(&stage) == claim;
        if !is_there {
            stage.keys("v");
        }
        is_there
    });
    assert!(steps.is_some(), "{}", stage.text());
    stage.keys("<enter>");
    assert_eq!(stage.subject(), "event:september-attack", "it stands under the other one");
}

#[test]
fn a_link_is_followed_and_left_again() {
    let mut stage = small();
    stage.keys("/wiper<space>attack<enter>");
    assert_eq!(stage.subject(), "event:harbour-wiper");
    // The first links are the events before and after.
    stage.keys("4vv");
    let links = &stage.app().page().links;
    let target = |id: &str| stage.app().library().find_reference(id).expect("it is there");
    let system = links.iter().position(|link| link.target == target("actor:terminal-system"));
    let chosen = stage.app().link().expect("a link is chosen");
    let onward = system.expect("a link to it").abs_diff(chosen);
    stage.keys(&"v".repeat(onward));
    let before = stage.situation();
    stage.keys("<enter>");
    assert_eq!(stage.subject(), "actor:terminal-system");
    // Lists would leave its page a few rows.
    assert_eq!(stage.app().focused(), Pane::Reader);
    stage.keys("<backspace>");
    assert_eq!(stage.situation(), before);
    stage.keys("L");
    assert_eq!(stage.subject(), "actor:terminal-system");
}

#[test]
fn hits_are_stepped_through_round_the_end() {
    let mut stage = small();
    stage.keys("/heron<enter>");
    let first = stage.subject();
    let mut seen = vec![first.clone()];
    loop {
        stage.keys("n");
        let footer = stage.rows().pop().expect("a footer");
        assert!(footer.contains(" for heron"), "{footer}");
        if footer.contains("round the end") {
            break;
        }
        seen.push(stage.subject());
        assert!(seen.len() < 50, "the end is never announced");
    }
    assert_eq!(stage.subject(), first);
    stage.keys("N");
    assert_eq!(Some(&stage.subject()), seen.last());
}

#[test]
fn one_pane_alone_and_all_again() {
    let mut stage = small();
    let before = stage.situation();
    stage.keys("z");
    assert!(!stage.text().contains("3 Sources"));
    stage.keys("4");
    assert!(stage.text().contains("WHEN"), "{}", stage.text());
    stage.keys("1<esc>");
    assert_eq!(stage.situation(), before);
}

#[test]
fn groups_are_days_and_first_letters() {
    let mut stage = small();
    stage.keys("gg");
    let first = stage.subject();
    stage.keys("J");
    let second = stage.subject();
    assert_ne!(first, second);
    stage.keys("K");
    assert_eq!(stage.subject(), first);
    // The number of a list that has the keys shows all that is in it.
    stage.keys("22gg");
    let letter = |stage: &Stage| {
        let app = stage.app();
        let item = app.subject().and_then(|subject| app.library().get(subject)).expect("an actor");
        item.title.as_str().chars().next()
    };
    let before = letter(&stage);
    stage.keys("J");
    assert_ne!(letter(&stage), before);
}

#[test]
fn a_refused_brief_is_a_row_of_the_timeline() {
    let mut stage = small();
    stage.keys("gg");
    let text = stage.text();
    assert!(text.lines().any(|row| row.starts_with("! broken.toml: ")), "{text}");
}

#[test]
fn with_nothing_to_read_the_reasons_are_in_full() {
    let mut stage = Stage::new(&NOTHING, (80, 24));
    let rows = stage.rows();
    let title = stage.app().layout().area(Pane::Reader).expect("it is shown").title.y;
    let reader = &rows[usize::from(title)..];
    assert!(reader[0].contains("─ 4 Nothing to read ─"), "{}", reader[0]);
    let words: Vec<&str> = reader.iter().flat_map(|row| row.split_whitespace()).collect();
    let reason = "broken.toml: this brief is schema 9; this attache reads up to 2";
    assert!(words.join(" ").contains(reason), "{}", rows.join("\n"));
    // Nothing is counted where nothing is.
    assert!(!rows[1].contains(char::is_numeric) || rows[1].starts_with("─ 1 Timeline ──"));
    assert!(!rows[1].contains(" of "), "{}", rows[1]);
}

#[test]
fn nothing_that_is_typed_in_the_search_acts_outside_it() {
    let mut stage = small();
    let before = stage.situation();
    stage.keys("/qqjkz?nN<esc>");
    assert_eq!(stage.situation(), before);
    stage.keys("?jjG<esc>");
    assert_eq!(stage.situation(), before);
}

#[test]
fn the_help_ends_where_it_ends() {
    let mut stage = small();
    let end = stage.keys(&format!("?{}", "<pagedown>".repeat(12))).rows();
    let (before, all) = end[1].trim_end_matches([' ', '─']).rsplit_once(" of ").expect("where");
    let shown = before.rsplit(' ').next().expect("a number");
    assert_eq!(shown, all, "the last line is not shown");
    assert_ne!(stage.keys("<up>").rows(), end, "one step back from the end shows nothing else");
    assert_eq!(stage.keys("<down>").rows()[..23], end[..23]);
    let further = stage.keys("<down><down>").rows();
    assert_eq!(further[..23], end[..23]);
    assert_eq!(further[23].trim(), "last row");
}

#[test]
fn the_reader_begins_with_the_first_event_and_years_stand_where_they_change() {
    let mut stage = built_in();
    let rows = stage.rows();
    assert!(rows[2].starts_with("> 1939-1945 "), "{}", rows[2]);
    // The size may be known after the briefs.
    let mut late = Stage::new(&BUILT_IN, (0, 0));
    let _ = late.input(Input::Resize(80, 24));
    assert_eq!(late.rows(), rows);
    let has_year = |row: &String| {
        let words = row.get(2..14).unwrap_or_default().split([' ', '-', '+', '~']);
        words.into_iter().any(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()))
    };
    // 26 Nov 2019, then 3 Dec of the same year.
    let day = rows.iter().position(|row| row.starts_with("  26 Nov 2019 ")).expect("a row");
    assert!(rows[day + 1].starts_with("  3 Dec  ") && !has_year(&rows[day + 1]));
    // The first row in sight has its year, wherever the list begins.
    stage.keys("jjjjjjjjjjjjjjj");
    for _ in 0..20 {
        let rows = stage.keys("j").rows();
        let years = rows[2..11].iter().map(has_year).collect::<Vec<_>>();
        assert!(years[0], "{}", rows.join("\n"));
    }
    // Beside the reader rows have no room for it: the title has the year.
    let mut stage = built_in();
    let rows = stage.keys("|").keys(&"j".repeat(25)).rows();
    assert!(rows[1].contains(" 1 Timeline 2022 "), "{}", rows[1]);
}

#[test]
fn what_has_no_known_beginning_stands_where_it_ended() {
    let stage = built_in();
    let library = stage.app().library();
    let events = library.listed(Kind::Event);
    let place =
        |at: usize| library.event(events[at]).map(|event| event.when.value.timeline_place());
    assert!((1..events.len()).all(|at| place(at - 1) <= place(at)));
    let start = library.event(events[0]).expect("an event");
    assert_eq!(start.when.value.edtf().to_string(), "1939/1945");
}

#[test]
fn a_hit_in_one_pane_is_read_at_once() {
    let mut stage = Stage::new(&SMALL, (40, 12));
    let before = stage.situation();
    stage.keys("/wiper<space>attack<enter>");
    assert_eq!(stage.app().focused(), Pane::Reader);
    assert!(stage.text().contains("WHEN"), "{}", stage.text());
    stage.keys("n");
    assert_eq!(stage.app().focused(), Pane::Reader);
    stage.keys("N<backspace>");
    assert_eq!(stage.situation(), before);
}

/// Where there is room for three events, the one that was come from stays in sight; else as many of what
/// belongs to the subject as can.
#[test]
fn a_glimpse_of_the_timeline_shows_what_belongs_to_the_subject() {
    for keys in ["/15<space>jul<enter>2j", "/medal<enter>2jj", "/15<space>jul<enter>3jjj"] {
        let mut stage = built_in();
        stage.keys(keys);
        let from = stage.app().list(Pane::Timeline).and_then(|list| list.cursor);
        assert_ne!(from, stage.app().subject());
        let shown = stage.app().list_rows(Pane::Timeline).expect("its rows");
        let in_sight = || shown.rows.iter().skip(shown.scroll).take(3);
        assert!(in_sight().any(|row| row.item() == from), "{keys}\n{}", stage.text());
    }
    for actor in ["alexander-machkevitch", "isaac-herzog", "roadsweep"] {
        let mut stage = built_in();
        let found = stage.app().library().find_reference(&format!("actor:{actor}"));
        stage.app_mut().open_at(found.expect("an actor"));
        let area = stage.app().layout().area(Pane::Timeline).expect("it is shown").body;
        assert_eq!(area.height, 3, "{actor}");
        let shown = stage.app().list_rows(Pane::Timeline).expect("its rows");
        let is_linked = |item: ItemId| stage.app().is_linked(item);
        let linked: Vec<bool> =
            shown.rows.iter().map(|row| row.item().is_some_and(is_linked)).collect();
        let held = |from: usize| linked.iter().skip(from).take(3).filter(|is| **is).count();
        let most = (0..linked.len()).map(held).max().unwrap_or(0);
        assert!(most > 0 && held(shown.scroll) == most, "{actor}\n{}", stage.text());
    }
}

/// The last rows of a list are at its bottom, however one comes to them.
#[test]
fn no_row_is_blank_while_there_are_more() {
    for size in [(80, 24), (120, 40), (200, 60)] {
        for keys in ["G", "t2026<enter>", "/2026<enter>", "G2j", "/tims<enter>22G", "33G"] {
            let mut stage = Stage::new(&BUILT_IN, size);
            stage.keys(keys);
            for pane in Pane::LISTS {
                let Some(area) = stage.app().layout().area(pane) else { continue };
                let shown = stage.app().list_rows(pane).expect("its rows");
                let left = shown.rows.len().saturating_sub(usize::from(area.body.height));
                assert!(shown.scroll <= left, "{size:?} {keys} {pane:?}\n{}", stage.text());
            }
        }
    }
}

#[test]
fn what_finds_nothing_says_so_where_results_stand() {
    let mut stage = small();
    let text = stage.keys("/qqjkzx").text();
    assert!(text.contains("  nothing found for `qqjkzx`"), "{text}");
    assert!(text.contains("  fewer letters may find more · 1 file was not read"), "{text}");
    let footer = stage.rows().pop().expect("a footer");
    assert!(!footer.contains("choose") && !footer.contains("open"), "{footer}");
}

#[test]
fn what_is_near_is_told_before_where_was_looked() {
    for (width, keys, told) in [
        (120, "/mashkewitsch", "nothing is written `mashkewitsch`; nearest: `Machkevitch`"),
        (80, "/mashkewitsch", "  nearest: `Machkevitch`"),
        (60, "/mashkewitsch", "  nearest: `Machkevitch`"),
        (40, "/mashkewitsch", " hits  TLP"),
        (80, "/kphs", "meant for the Hebrew layout: "),
        (80, "/zzqx<space>rama", "  `zzqx` stands nowhere; "),
        (80, "/rama", "  all fields · typo ok"),
    ] {
        let rows = Stage::new(&BUILT_IN, (width, 24)).keys(keys).rows();
        assert!(rows[0].contains(told), "{width} {keys}: {}", rows[0]);
        assert_eq!(rows[1].contains(" hits "), width >= 60, "{}", rows[1]);
    }
}

#[test]
fn a_day_that_was_looked_for_stands_once_in_the_row_of_its_hit() {
    let rows = Stage::new(&BUILT_IN, (80, 24)).keys("/15<space>jul").rows();
    let hit = rows.iter().find(|row| row.contains("July attack on")).expect("a hit");
    assert_eq!(hit.matches("15 Jul").count(), 1, "{hit}");
    assert!(hit.starts_with("> 15 Jul 2022 "), "{hit}");
}

#[test]
fn notices_are_whole_sentences() {
    let mut stage = small();
    let footer = stage.keys("X").rows().pop().expect("a footer");
    assert!(footer.contains("nothing is bound to X; ?"), "{footer}");
    let footer = stage.keys("/minister<enter>n").rows().pop().expect("a footer");
    assert!(footer.contains("the only hit for minister"), "{footer}");
}
