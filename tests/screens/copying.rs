//! Copying: what is put on the clipboard, what is said of it, and the copy view.

use crate::lists::footer;
use crate::snapshots;
use crate::stage::{BUILT_IN, NOTHING, SMALL, Stage, loaded};
use attache::action::Action;
use attache::app::Mode;
use attache::choice::{Pane, Times};
use attache::clipboard::Clipboard;
use attache::keymap::{Keymap, Sequence};
use attache::library::load::LoadRequest;
use attache::page::copy::{Excerpt, excerpt};
use attache::runtime::Flow;
use attache::term::Input;

/// At the event of which there is most to copy.
const WIPER: &str = "/wiper<space>attack<enter>";

fn small() -> Stage {
    let mut stage = Stage::new(&SMALL, (80, 24));
    stage.keys(WIPER);
    stage
}

fn with(clipboard: Clipboard) -> Stage {
    let mut stage = small();
    stage.app_mut().set_clipboard(clipboard);
    stage
}

/// What is copied of the subject of a stage.
fn expected(stage: &Stage, part: Excerpt) -> String {
    let subject = stage.app().subject().expect("a subject");
    excerpt(stage.app().library(), subject, part, Times::Reported).to_string()
}

fn in_copy_view(stage: &Stage) -> bool {
    matches!(stage.app().mode(), Mode::Copy(_))
}

#[test]
fn each_key_of_the_family_copies_its_part_of_the_subject() {
    for pane in ["", "2", "3", "4"] {
        for (keys, part) in [
            ("ya", Excerpt::Answer),
            ("yc", Excerpt::Citation),
            ("ys", Excerpt::ShortCitation),
            ("yi", Excerpt::Id),
        ] {
            let mut stage = small();
            stage.keys(pane);
            let before = stage.situation();
            stage.keys(keys);
            let text = expected(&stage, part);
            assert_eq!(stage.copied(), Some(text.clone()), "{pane}{keys}");
            assert_eq!(stage.copied(), None, "it is put there once");
            assert_eq!(stage.situation(), before, "copying moves nothing");
            let said = format!("copied {}, {} characters", part.name(), text.chars().count());
            assert!(footer(&mut stage).contains(&said), "{}", footer(&mut stage));
        }
    }
}

#[test]
fn it_is_said_where_a_copy_may_not_have_arrived_and_how_to_see_it() {
    for (clipboard, narrow, wide) in [
        (Clipboard::Terminal, ", unconfirmed; y y shows it", "; the terminal does not confirm it"),
        (Clipboard::Tmux, ", if tmux lets it out; y y", ", if set-clipboard is on in tmux"),
        (Clipboard::Screen, ", unconfirmed; y y shows it", "; screen does not confirm it"),
    ] {
        let mut stage = with(clipboard);
        let said = footer(stage.keys("ys"));
        assert!(said.contains(narrow) && !said.contains('…'), "{said}");
        stage.input(Input::Resize(120, 40));
        let said = footer(stage.keys("ys"));
        let wide = format!("{wide}; y y shows it to select by hand");
        assert!(said.contains(&wide) && !said.contains('…'), "{said}");
    }
}

#[test]
fn the_message_names_the_key_in_force() {
    let mut stage = small();
    let mut bindings = Keymap::default().bindings().to_vec();
    for binding in bindings.iter_mut().filter(|binding| binding.action == Action::CopyView) {
        binding.sequence = Sequence::parse("f6").expect("a key");
    }
    stage.app_mut().use_keys(Keymap::new(bindings));
    let said = footer(stage.keys("yi"));
    assert!(said.contains("; F6 shows it"), "{said}");
}

#[test]
fn the_footer_names_the_family_by_its_first_key() {
    let row = footer(&mut Stage::new(&SMALL, (120, 40)));
    assert!(row.contains("y copy") && !row.contains("y y"), "{row}");
}

#[test]
fn the_copy_view_shows_the_page_in_plain_lines_from_edge_to_edge() {
    snapshots::compare("copy-view", (80, 24), small().keys("yy"));
    snapshots::compare("copy-view", (40, 12), Stage::new(&SMALL, (40, 12)).keys(WIPER).keys("yy"));
    let mut stage = small();
    let page = stage.keys("wyy").rows();
    assert!(
        page.iter().any(|row| row.starts_with("contested; 10 Mar 2021")),
        "{}",
        page.join("\n")
    );
    let page = small().keys("iyy").text();
    assert!(page.contains("SHA-256 AS READ"), "{page}");
    let page = small().keys("pjyyG").text();
    assert!(page.contains(", they differ; pinned: "), "{page}");
}

#[test]
fn what_was_copied_last_stands_above_the_page_it_is_of() {
    let mut stage = small();
    stage.keys("yc");
    let citation = expected(&stage, Excerpt::Citation);
    let rows = stage.keys("yy").rows();
    let last = citation.lines().last().expect("a line");
    assert!(rows.iter().any(|row| row.trim_end() == last), "{}", rows.join("\n"));
    let page = small().keys("ycjyy").rows();
    assert_eq!(page, small().keys("jyy").rows(), "it is of another item");
}

#[test]
fn every_key_of_leaving_leaves_the_copy_view_and_nothing_else() {
    for under in ["", "2", "4", "w", "o", "p"] {
        let mut before = small();
        let before = before.keys(under).rows();
        for key in ["<esc>", "q", "<enter>", "<backspace>"] {
            let mut stage = small();
            stage.keys(under).keys("yy");
            assert!(in_copy_view(&stage), "{under}");
            assert_eq!(stage.keys("jGk").keys(key).rows()[..23], before[..23], "{under} {key}");
        }
    }
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    stage.app_mut().set_clipboard(Clipboard::Absent);
    stage.keys("/rama<down><ctrl-y>");
    assert!(in_copy_view(&stage));
    assert!(matches!(stage.keys("<esc>").app().mode(), Mode::Search(_)), "the search goes on");
}

#[test]
fn the_copy_view_scrolls_to_both_ends_and_keeps_its_place() {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    let top = stage.keys("yy").rows();
    assert!(top[0].starts_with(" Copy view: lines 1-22 of "), "{}", top[0]);
    assert!(footer(stage.keys("k")).contains("nothing further up"));
    assert_eq!(stage.keys("jk").rows()[1..23], top[1..23]);
    let second = stage.keys("<pagedown>").rows();
    assert_eq!(second[1], top[22], "one row stays for orientation");
    let last = stage.keys("G").rows();
    assert!(last[22].starts_with("TLP:"), "{}", last.join("\n"));
    assert!(footer(stage.keys("j")).contains("nothing further down"));
    assert_eq!(stage.keys("gg").rows()[1..23], top[1..23]);
    stage.keys("<pagedown>");
    stage.input(Input::Resize(60, 20));
    stage.input(Input::Resize(80, 24));
    assert_eq!(stage.rows()[1..23], second[1..23], "it moved while the window was another size");
}

/// Nothing that is longer than the screen is wide is cut.
#[test]
fn long_lines_go_on_in_the_next_row() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("b.toml");
    let address = format!("https://example.org/{}", "a".repeat(100));
    let text = format!(
        "schema = 2\n[brief]\nid = \"b\"\ntitle = \"B\"\ntlp = \"CLEAR\"\n\
         [source.s]\ntitle = \"S\"\nurl = \"{address}\"\n\
         [[event]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"2021\"\ntype = \"other\"\ncite = [\"s\"]\n"
    );
    std::fs::write(&path, text).expect("written");
    let briefs = loaded(&LoadRequest { paths: vec![path], ..LoadRequest::default() });
    let rows = Stage::new(&briefs, (60, 24)).keys("3ycyy").rows();
    let shown: String = rows.iter().map(|row| row.trim_end()).collect();
    assert!(shown.contains(&address), "{}", rows.join("\n"));
}

#[test]
fn without_a_clipboard_the_text_is_shown_instead() {
    let mut stage = with(Clipboard::Absent);
    let rows = stage.keys("ya").rows();
    assert!(in_copy_view(&stage));
    assert_eq!(stage.copied(), None);
    let shown: Vec<&str> = rows[1..].iter().map(|row| row.trim_end()).collect();
    assert!(shown[0].starts_with("TLP:"), "{}", shown[0]);
    assert!(shown.iter().any(|row| row.starts_with("How sure: ")), "{}", rows.join("\n"));
    assert!(rows[23].contains("no clipboard here"), "{}", rows[23]);
}

#[test]
fn what_is_too_long_is_shown_instead() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("b.toml");
    let text = format!(
        "schema = 2\n[brief]\nid = \"b\"\ntitle = \"B\"\ntlp = \"CLEAR\"\n[actor.a]\nname = \"A\"\n\
         summary = \"{}\"\n[[event]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"2021\"\ntype = \"other\"\n\
         roles = {{ victim = [\"a\"] }}\n",
        "Long. ".repeat(15_000)
    );
    std::fs::write(&path, text).expect("written");
    let briefs = loaded(&LoadRequest { paths: vec![path], ..LoadRequest::default() });
    let mut stage = Stage::new(&briefs, (80, 24));
    let said = footer(stage.keys("2jya"));
    assert!(said.contains("the answer is too long for a clipboard"), "{said}");
    assert!(in_copy_view(&stage));
    assert_eq!(stage.copied(), None);
    assert!(stage.keys("<esc>ys").copied().is_some());
}

#[test]
fn with_secure_only_the_copy_view_works() {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    stage.app_mut().set_clipboard(Clipboard::Forbidden);
    assert!(stage.rows()[0].contains(" secure "), "{}", stage.rows()[0]);
    for keys in ["ya", "yc", "ys", "yi"] {
        let said = footer(stage.keys(keys));
        assert!(said.contains("no clipboard with --secure"), "{keys}: {said}");
        assert_eq!(stage.copied(), None, "{keys}");
        assert!(!in_copy_view(&stage), "{keys}");
    }
    assert!(in_copy_view(stage.keys("yy")));
    assert_eq!(stage.copied(), None);
}

#[test]
fn nothing_selected_is_nothing_to_copy() {
    let mut stage = Stage::new(&NOTHING, (80, 24));
    for keys in ["ya", "yc", "ys", "yi", "yy"] {
        assert!(footer(stage.keys(keys)).contains("nothing is selected"), "{keys}");
        assert_eq!(stage.copied(), None);
    }
}

#[test]
fn the_answer_of_a_result_is_copied_from_the_search() {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    stage.keys("/rama<down>");
    let Mode::Search(session) = stage.app().mode() else { panic!("a search") };
    let item = session.item().expect("a result");
    let text = excerpt(stage.app().library(), item, Excerpt::Answer, Times::Reported);
    stage.keys("<ctrl-y>");
    assert_eq!(stage.copied(), Some(text.to_string()));
    assert!(matches!(stage.app().mode(), Mode::Search(_)));
}

/// In the copy view the mouse selects, as in any terminal.
#[test]
fn the_mouse_is_the_terminals_in_the_copy_view() {
    let mut stage = small();
    let flow = |stage: &mut Stage, keys: &str| {
        let chords = crate::stage::chords(keys).into_iter();
        chords.map(|chord| stage.input(Input::Key(chord))).last().expect("a key")
    };
    assert_eq!(flow(&mut stage, "%"), Flow::Mouse(true));
    assert_eq!(flow(&mut stage, "yy"), Flow::Mouse(false));
    assert_eq!(flow(&mut stage, "j"), Flow::Continue);
    assert_eq!(flow(&mut stage, "q"), Flow::Mouse(true));
    assert_eq!(flow(&mut stage, "yy<esc>"), Flow::Mouse(true));
    assert!(stage.app().preferences().mouse);
    assert_eq!(stage.app().focused(), Pane::Timeline);
}
