//! What an officer does, key by key.

use crate::stage::{BUILT_IN, NOTHING, SMALL, Stage};
use attache::app::{Mode, Pane};
use attache::library::Kind;
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
    let rank = session.found.hits.iter().position(|hit| is_claim(hit.item)).expect("a claim");
    let claim = session.found.hits[rank].item;
    stage.keys(&"<down>".repeat(rank)).keys("<enter>");
    assert_eq!(stage.subject(), "event:harbour-wiper");
    let link = stage.app().link().expect("a link is chosen");
    assert_eq!(stage.app().page().links[link].target, claim);
    assert!(stage.text().contains("A dismissed contractor"), "{}", stage.text());
}

#[test]
fn a_link_is_followed_and_left_again() {
    let mut stage = small();
    stage.keys("/wiper<space>attack<enter>");
    assert_eq!(stage.subject(), "event:harbour-wiper");
    // The first links are the events before and after.
    stage.keys("4<tab><tab>");
    let links = &stage.app().page().links;
    let target = |id: &str| stage.app().library().find_reference(id).expect("it is there");
    let system = links.iter().position(|link| link.target == target("actor:terminal-system"));
    let chosen = stage.app().link().expect("a link is chosen");
    let onward = system.expect("a link to it").abs_diff(chosen);
    stage.keys(&"<tab>".repeat(onward));
    let before = stage.situation();
    stage.keys("<enter>");
    assert_eq!(stage.subject(), "actor:terminal-system");
    assert_eq!(stage.app().focused(), Pane::Actors);
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
    stage.keys("2gg");
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
    let reader = rows[2..23].iter().filter_map(|row| row.split('│').nth(1));
    let words: Vec<&str> = reader.flat_map(str::split_whitespace).collect();
    let reason = "this brief is schema 9; this attache reads up to 2";
    assert!(words.join(" ").contains(reason), "{}", rows.join("\n"));
    assert!(rows[1].contains("─ 4 Nothing to read ─"), "{}", rows[1]);
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
    let position = end[1].trim_matches([' ', '─']).rsplit(' ').next().expect("a position");
    let (shown, all) = position.split_once('/').expect("two numbers");
    assert_eq!(shown, all, "the last line is not shown");
    assert_ne!(stage.keys("<up>").rows(), end, "one step back from the end shows nothing else");
    assert_eq!(stage.keys("<down>").rows()[..23], end[..23]);
    let further = stage.keys("<down><down>").rows();
    assert_eq!(further[..23], end[..23]);
    assert_eq!(further[23].trim(), "last row");
}

#[test]
fn the_reader_begins_with_the_year_that_has_the_most_events() {
    let mut stage = built_in();
    let rows = stage.rows();
    assert!(rows[2].starts_with("  2022 "), "{}", rows[2]);
    assert!(rows[3].starts_with('>'), "{}", rows[3]);
    // The size may be known after the briefs.
    let mut late = Stage::new(&BUILT_IN, (0, 0));
    let _ = late.input(Input::Resize(80, 24));
    assert_eq!(late.rows(), rows);
    let rows = stage.keys("jjjjjjjjjjjjjjjj").rows();
    assert!(rows[1].contains(" 1 Timeline 2022 "), "{}", rows[1]);
    let rows = stage.keys("gg").rows();
    assert!(rows[1].contains(" 1 Timeline ─"), "{}", rows[1]);
    let mut stage = Stage::new(&BUILT_IN, (40, 12));
    let rows = stage.keys("jjjjjjjjjjjjjjjj").rows();
    assert!(rows[0].starts_with("[1 2022]"), "{}", rows[0]);
}

#[test]
fn what_has_no_known_beginning_stands_where_it_ended() {
    let mut stage = built_in();
    let library = stage.app().library();
    let events = library.listed(Kind::Event);
    let place =
        |at: usize| library.event(events[at]).map(|event| event.when.value.timeline_place());
    assert!((1..events.len()).all(|at| place(at - 1) <= place(at)));
    stage.keys("gg");
    assert!(stage.rows()[2].trim_start().chars().take(4).all(|sign| sign.is_ascii_digit()));
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

#[test]
fn a_short_list_begins_with_the_first_that_belongs_to_the_subject() {
    let mut stage = built_in();
    stage.keys("/medal<enter>2gg");
    let rows = stage.keys("/iran<enter>2").rows();
    let title = rows.iter().find(|row| row.contains("1 Timeline")).expect("a title");
    assert!(title.contains(" 1-3"), "{title}");
    let list = stage.app().list(Pane::Timeline).expect("a list");
    let rows = stage.app().list_rows(Pane::Timeline).expect("its rows");
    assert!(rows.linked_only && list.scroll == 0);
    // The last event belongs to Iran: its row stays in sight.
    let mut stage = built_in();
    stage.keys("G2gg");
    let rows = stage.keys("/iran<enter>2").rows();
    let title = rows.iter().find(|row| row.contains("1 Timeline")).expect("a title");
    assert!(title.contains("-33 of 33"), "{title}");
}

#[test]
fn what_finds_nothing_says_so_where_results_stand() {
    let mut stage = small();
    let text = stage.keys("/qqjkzx").text();
    assert!(text.contains("  nothing found for `qqjkzx`"), "{text}");
    assert!(text.contains("  fewer words find more"), "{text}");
    let footer = stage.rows().pop().expect("a footer");
    assert!(!footer.contains("choose") && !footer.contains("open"), "{footer}");
}

#[test]
fn what_is_near_is_told_before_where_was_looked() {
    for (width, keys, told) in [
        (120, "/mashkewitsch", "nothing is written `mashkewitsch`; nearest: `Mashkevitch`"),
        (80, "/mashkewitsch", "hits · nearest: `Mashkevitch`"),
        (60, "/mashkewitsch", "hits · nearest: `Mashkevitc…"),
        (40, "/mashkewitsch", " hits  TLP"),
        (80, "/kphs", "hits · meant for the Hebrew layout: "),
        (80, "/zzqx<space>rama", "hits · `zzqx` stands nowhere; "),
        (80, "/rama", "hits · all fields · typo ok"),
    ] {
        let header = Stage::new(&BUILT_IN, (width, 24)).keys(keys).rows().swap_remove(0);
        assert!(header.contains(told), "{width} {keys}: {header}");
    }
}

#[test]
fn a_day_that_was_looked_for_stands_once_beside_its_hit() {
    let rows = Stage::new(&BUILT_IN, (80, 24)).keys("/15<space>jul").rows();
    let hit = rows.iter().find(|row| row.contains("event · ")).expect("a hit");
    assert_eq!(hit.matches("15 Jul 2022").count(), 1, "{hit}");
}

#[test]
fn notices_are_whole_sentences() {
    let mut stage = small();
    let footer = stage.keys("X").rows().pop().expect("a footer");
    assert!(footer.contains("nothing is bound to X; ?"), "{footer}");
    let footer = stage.keys("/minister<enter>n").rows().pop().expect("a footer");
    assert!(footer.contains("the only hit for minister"), "{footer}");
}
