//! Lists to choose from: settings, bookmarks, problems, what is judged, asked and not known.

use crate::stage::{BUILT_IN, Loaded, SMALL, Stage, loaded};
use attache::app::{Attention, Chooser, ChooserLine, Mode};
use attache::choice::Pane;
use attache::library::load::LoadRequest;
use attache::pointer::{Pointer, PointerKind};
use attache::term::Input;

pub(crate) fn small() -> Stage {
    Stage::new(&SMALL, (80, 24))
}

pub(crate) fn footer(stage: &mut Stage) -> String {
    stage.rows().pop().expect("a footer")
}

pub(crate) fn chooser(stage: &Stage) -> &Chooser {
    let chooser = match stage.app().mode() {
        Mode::Chooser(chooser) => Some(chooser),
        Mode::Panes | Mode::Search(_) | Mode::Prompt(_) | Mode::Copy(_) => None,
    };
    chooser.expect("a list is open")
}

/// Keys that are typed for a text: `<space>` for a blank.
pub(crate) fn typed(text: &str) -> String {
    text.replace(' ', "<space>")
}

#[test]
fn settings_are_seen_at_once() {
    let mut stage = small().wearing(&["terminal", "contrast-light"]);
    let style = |stage: &mut Stage| stage.screen().0[(0, 23)].style();
    let before = style(&mut stage);
    let row = footer(stage.keys(",<enter>"));
    assert!(row.contains("Theme: contrast-light; for this session"), "{row}");
    assert_eq!(stage.app().preferences().theme.as_str(), "contrast-light");
    assert_ne!(style(&mut stage), before, "the theme is not seen");
    stage.keys("<left>");
    assert_eq!(style(&mut stage), before);
    let text = stage.keys("<down><enter>").text();
    assert!(text.is_ascii() && text.contains("ASCII only"), "{text}");
    stage.keys("<down><right>");
    assert!(stage.text().contains("compact"), "{}", stage.text());
    stage.keys("<esc>4");
    let body = &stage.app().page().body;
    assert!(!body.is_empty() && body.iter().all(|line| !line.is_empty()), "blank lines are left");
}

#[test]
fn arrows_move_in_what_is_typed_once_something_is() {
    let mut stage = small().wearing(&["terminal", "dark"]);
    stage.keys(",theme<left><left>");
    assert_eq!(stage.app().preferences().theme.as_str(), "terminal");
    stage.keys("<enter>");
    assert_eq!(stage.app().preferences().theme.as_str(), "dark");
    assert_eq!(chooser(&stage).matching().count(), 1);
}

#[test]
fn bookmarks_are_set_listed_and_undone() {
    let mut stage = small();
    let first = stage.subject();
    let row = footer(stage.keys("m"));
    assert!(row.contains("bookmark set: "), "{row}");
    assert!(stage.app().is_bookmarked(stage.app().subject().expect("a subject")));
    stage.keys("jm");
    let second = stage.subject();
    let titles: Vec<String> =
        chooser(stage.keys("B")).matching().map(|e| e.text.to_string()).collect();
    assert_eq!(titles.len(), 2);
    stage.keys("<down><enter>");
    assert_eq!(stage.subject(), first, "the older one stands below");
    stage.keys("<backspace>");
    assert_eq!(stage.subject(), second);
    let row = footer(stage.keys("m"));
    assert!(row.contains("bookmark taken away: "), "{row}");
    let row = footer(stage.keys("u"));
    assert!(row.contains("undone, the bookmark is back: "), "{row}");
    stage.keys("uu");
    assert!(stage.app().bookmarks().is_empty());
    let row = footer(stage.keys("u"));
    assert!(row.contains("no change of a bookmark to undo"), "{row}");
}

#[test]
fn a_bookmark_names_its_brief() {
    let mut stage = small();
    stage.keys("/wiper<enter>m");
    let references: Vec<String> =
        stage.app().bookmarks().iter().map(|mark| mark.reference.to_string()).collect();
    assert_eq!(references, ["event:harbour-outage-2021#harbour-wiper"]);
}

#[test]
fn a_problem_opens_the_record_in_which_it_stands() {
    let mut stage = small();
    let text = stage.keys("gp").text();
    for part in ["broken.toml", "error E006", "> 1:10 ", "schema = 9"] {
        assert!(text.contains(part), "{part} is missing:\n{text}");
    }
    let row = footer(stage.keys("<enter>"));
    assert!(row.contains("stands in no record"), "{row}");
    stage.keys(&typed("cites nothing")).keys("<enter>");
    assert_eq!(stage.subject(), "event:rebuild");
    stage.keys("<backspace>");
    let graded = footer(stage.keys("gp").keys(&typed("graded 1")).keys("<enter>"));
    assert_eq!(stage.subject(), "event:harbour-wiper", "{graded}");
    let link = stage.app().link().expect("the claim is chosen");
    let claim = stage.app().page().links[link].target;
    assert!(stage.app().library().claim(claim).is_some());
}

#[test]
fn without_problems_the_number_of_files_is_told() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/screens/briefs/pilots.toml");
    let request = LoadRequest { paths: vec![path.into()], ..LoadRequest::default() };
    let briefs: Loaded = loaded(&request);
    let mut stage = Stage::new(&briefs, (80, 24));
    assert_eq!(briefs.library.findings(), []);
    let text = stage.keys("gp").text();
    assert!(text.contains("no findings; 1 file checked"), "{text}");
}

#[test]
fn judgements_and_questions_are_read_below_their_rows_and_opened() {
    let mut stage = small();
    let text = stage.keys("gj").text();
    for part in [
        "unlikely: Grey Heron",
        "This is unlikely (20-45%).",
        "The author's confidence in this is low.",
    ] {
        assert!(text.contains(part), "{part} is missing:\n{text}");
    }
    stage.keys("<enter>");
    assert_eq!(stage.subject(), "judgement:judge-heron");
    let text = stage.keys("gq").text();
    assert!(text.contains("Were ships in danger?") && text.contains("No report says so"), "{text}");
    stage.keys("<esc>b<down><enter><enter>");
    let text = stage.keys("gj").text();
    assert!(text.contains("Judgements of The pilots"), "{text}");
    assert!(text.contains("no brief here holds a judgement"), "{text}");
}

#[test]
fn gaps_are_those_named_and_those_found() {
    // Without the page of the chosen one every row is in sight.
    let mut stage = Stage::new(&SMALL, (80, 17));
    let text = stage.keys("gu").text();
    for part in [
        "Named by the authors (1)",
        "How the wiper reached the quay network.",
        "Events without a source (1)",
        "The terminal system is rebuilt",
        "Claims without an independent source (2)",
        "Grey Heron carried out the attack",
        "Acting under a name, attributed to nobody (1)",
    ] {
        assert!(text.contains(part), "{part} is missing:\n{text}");
    }
    let is_cranes = |text: &str| text.contains("Cranes of Port Marin stop");
    let told = chooser(&stage).matching().any(|entry| is_cranes(entry.text.as_str()));
    assert!(!told, "it has two origins");
    let mut stage = Stage::new(&BUILT_IN, (120, 40));
    stage.keys("gu");
    let planned = "Planned, with no word on whether it happened (2)";
    let plans: Vec<String> = chooser(&stage)
        .matching()
        .filter(|entry| entry.group.as_str() == planned)
        .map(|entry| entry.below.to_string())
        .collect();
    assert_eq!(
        plans.first().map(String::as_str),
        Some(
            "Planned: between 23 and 25 Oct 2022; the brief, as of 2025, does not say whether it happened"
        )
    );
    stage.keys(&typed("longest times years"));
    let stretches = chooser(&stage).matching().map(|entry| entry.text.to_string());
    let years: Vec<u32> = stretches
        .filter_map(|text| text.split(", ").nth(1)?.split(' ').next()?.parse().ok())
        .collect();
    assert!(years.len() > 2 && years.is_sorted_by(|a, b| a >= b), "{years:?}");
}

#[test]
fn the_cursor_goes_to_the_row_with_the_arrows_and_to_the_field_with_letters() {
    let mut stage = small();
    stage.keys("gq<esc>gj");
    assert_eq!(stage.screen().1.y, 0);
    stage.keys("<down>");
    assert_eq!(chooser(&stage).attention, Attention::Row);
    let (buffer, cursor) = stage.screen();
    assert_eq!(buffer[cursor].symbol(), ">");
    stage.keys("g");
    assert_eq!(stage.screen().1.y, 0);
}

/// Lists and what opens them.
const LISTS: &[&str] = &["?", ":", ",", "b", "B", "gh", "gj", "gu", "gq", "gp"];

#[test]
fn lists_are_whole_at_every_width() {
    for keys in LISTS {
        let mut stage = small();
        stage.keys("m<enter>1").keys(keys);
        for height in [10, 12, 24, 40] {
            for width in 40..=130 {
                let _ = stage.input(Input::Resize(width, height));
                let rows = stage.rows();
                let footer = rows.last().expect("a footer").trim_end();
                assert!(footer.ends_with("Esc leave"), "{width}x{height} {keys}: {footer}");
                let title = &rows[1];
                assert!(title.contains(chooser(&stage).listing.title()), "{width} {keys}: {title}");
                assert!(title.starts_with('─') && title.ends_with('─'), "{width} {keys}: {title}");
            }
        }
    }
}

/// What explains a key or a sign is read whole, and so is what is judged or not known, at the usual sizes.
#[test]
fn sentences_in_lists_are_whole() {
    for keys in ["?", "gj", "Q"] {
        for width in [80, 120] {
            let mut stage = Stage::new(&BUILT_IN, (width, 500));
            stage.keys("1").keys(keys);
            let lines = chooser(&stage).lines();
            let cut = lines.filter_map(|line| match line {
                ChooserLine::Entry(_, _, text) | ChooserLine::Below(_, text) => Some(text.as_str()),
                ChooserLine::Heading(_) | ChooserLine::Why(..) => None,
            });
            let cut: Vec<&str> = cut.filter(|text| text.ends_with('…')).collect();
            assert_eq!(cut, [""; 0], "{keys} {width}");
        }
    }
}

#[test]
fn judgements_of_the_brief_of_the_subject_come_first() {
    for keys in ["/rama<space>lapid<enter>gj", "<esc>b<end><up>gj"] {
        let mut stage = Stage::new(&BUILT_IN, (80, 24));
        let rows = stage.keys(keys).rows();
        assert!(rows[2].contains("Rama's visit to Israel"), "{keys}\n{}", rows.join("\n"));
    }
}

/// What is opened from the page of all briefs is left for it, with the brief that was chosen there.
#[test]
fn esc_leads_back_to_the_page_of_all_briefs() {
    for open in ["Q<enter>", "gj<enter>", "gu<enter>", "/rama<enter>", "<enter>", "t", "t2022"] {
        for leave in ["<esc>", "q"] {
            let is_prompt = open.starts_with('t');
            if leave == "q" && (is_prompt || open.starts_with('/')) {
                continue;
            }
            let mut stage = Stage::new(&BUILT_IN, (80, 24));
            stage.app_mut().greet();
            let before = stage.keys("jj").rows();
            stage.keys(open);
            assert_ne!(stage.rows()[1], before[1], "{open}");
            // A list of answers is read in the reader, which is left first.
            for _ in 0..3 {
                if !matches!(stage.app().mode(), Mode::Chooser(_)) {
                    stage.keys(leave);
                }
            }
            assert_eq!(stage.rows()[..23], before[..23], "{open} {leave}\n{}", stage.text());
            assert!(stage.app().cancels().is_none(), "it is the first page still");
        }
    }
    // A link of a page that stands in no list leads back to that page, and that to where it was opened.
    for open in ["<enter>", "Q<enter>", "Q<enter>jjkk", "gj<enter>"] {
        let mut stage = Stage::new(&BUILT_IN, (80, 24));
        stage.app_mut().greet();
        let before = stage.keys("jj").rows();
        let page = stage.keys(open).rows();
        stage.keys("v<enter>");
        assert_ne!(stage.rows()[1], page[1], "{open}");
        assert_eq!(stage.keys("<esc>").rows()[1], page[1], "{open}");
        assert_eq!(stage.keys("<esc><esc>").rows()[..23], before[..23], "{open}");
        assert!(stage.keys("<esc>").text().contains("nothing to cancel; Tab shows all events"));
    }
    // Who chose another reading has left the first page for good.
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    stage.app_mut().greet();
    stage.keys("<tab>b");
    assert_eq!(stage.app().cancels(), Some("leave"));
}

#[test]
fn questions_over_the_page_of_all_briefs_are_of_all_whatever_is_read() {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    stage.keys("b<enter><enter>bjjQ");
    let rows = stage.rows();
    assert!(rows[1].contains("─ Q Questions ─"), "{}", rows[1]);
    assert!(rows[2].contains("Albania and Israel"), "{}", rows[2]);
    assert_eq!(chooser(&stage).matching().count(), 68);
}

/// From the page of all briefs the keys of the panes lead to all events.
#[test]
fn keys_of_the_panes_leave_the_page_of_all_briefs() {
    for (keys, pane) in [("1", Pane::Timeline), ("2", Pane::Actors), ("3", Pane::Sources)] {
        let mut stage = Stage::new(&BUILT_IN, (80, 24));
        stage.keys("b").keys(keys);
        assert!(matches!(stage.app().mode(), Mode::Panes), "{keys}\n{}", stage.text());
        assert_eq!(stage.app().focused(), pane);
    }
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    stage.keys("bt15<space>jul<enter>");
    assert_eq!(stage.subject(), "event:july-15-attack");
}

#[test]
fn a_press_chooses_a_row_of_a_list() {
    let mut stage = small();
    stage.keys("gj<esc>gu");
    let press = |row| Pointer { kind: PointerKind::Press, column: 5, row };
    let _ = stage.input(Input::Mouse(press(5)));
    assert_eq!(chooser(&stage).chosen, 1, "the first row below a heading");
    assert!(stage.rows()[5].starts_with('>'), "{}", stage.text());
    for row in [0, 1, 2, 4, 20, 60] {
        let _ = stage.input(Input::Mouse(press(row)));
        assert_eq!(chooser(&stage).chosen, 1, "row {row} is no row of the list");
    }
}

#[test]
fn keys_that_mean_nothing_in_a_field_say_so() {
    for (keys, words) in
        [("/<f5>", "F5; F1 shows all keys"), (",<f5>", "F5; F1"), ("<f5>", "F5; ?")]
    {
        let row = footer(small().keys(keys));
        assert!(row.contains(&format!("nothing is bound to {words}")), "{keys}: {row}");
    }
}

/// The bottom lines on the page of all briefs, in two rows each.
#[test]
fn what_is_said_below_a_row_is_cut_between_words() {
    let mut cut = 0;
    for width in 60..=200 {
        let mut stage = Stage::new(&BUILT_IN, (width, 24));
        let rows = stage.keys("b").rows();
        let said: Vec<String> =
            chooser(&stage).all().map(|entry| format!("{} ", entry.below)).collect();
        for word in rows[2..23].iter().filter_map(|row| row.trim_end().strip_suffix('…')) {
            let word = word.rsplit(' ').next().expect("a word");
            let whole = format!(" {word} ");
            assert!(said.iter().any(|said| said.contains(&whole)), "{width} {word}");
            cut += 1;
        }
    }
    assert!(cut > 20, "{cut} lines are cut");
}

/// Where keys act and nothing is typed, nothing is pasted either.
#[test]
fn a_paste_narrows_no_list_that_has_no_field() {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    let before = stage.keys("b").rows();
    let _ = stage.input(Input::Paste("nothing of the kind".to_owned()));
    assert_eq!(stage.rows()[..23], before[..23]);
    assert!(footer(&mut stage).contains("text goes into the search only"));
}
