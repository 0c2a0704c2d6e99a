//! The files read again: what is in sight stays, and what changed is told.

use crate::stage::{BUILT_IN, Loaded, Stage, loaded};
use attache::clipboard::Clipboard;
use attache::library::load::{Changes, Files, LoadRequest, load_files};
use attache::search::Index;
use std::fs;
use std::sync::Arc;
use tempfile::TempDir;

/// A folder of briefs, and a reader of it.
struct Desk {
    folder: TempDir,
    files: Files,
    stage: Stage,
}

const EVENTS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];

/// A brief of events one day after another, each with a text that names it line by line.
fn brief(id: &str, events: &[&str]) -> String {
    let mut text = format!(
        "schema = 1\n[brief]\nid = \"{id}\"\ntitle = \"The {id}\"\ntlp = \"GREEN\"\n\
         [actor.who]\nname = \"Somebody\"\n"
    );
    for (day, event) in events.iter().enumerate() {
        let lines = (0..40).map(|line| format!("{event} line {line}")).collect::<Vec<_>>();
        let lines = lines.join("\n\n");
        let head = format!("[[event]]\nid = \"{event}\"\ntitle = \"The {event} thing\"\n");
        let when = format!("type = \"cyber\"\nwhen = \"2022-07-{:02}\"\n", day + 1);
        text.extend([&head, &when, "roles.target = [\"who\"]\nsummary = '''\n", &lines, "\n'''\n"]);
    }
    text
}

impl Desk {
    fn new(size: (u16, u16)) -> Self {
        let folder = TempDir::new().expect("a folder");
        fs::write(folder.path().join("note.toml"), brief("note", &EVENTS)).expect("written");
        let paths = vec![folder.path().to_path_buf()];
        let read = load_files(&LoadRequest { paths, ..LoadRequest::default() });
        let library = Arc::new(read.library);
        let index = Arc::new(Index::new(&library));
        let mut stage = Stage::new(&Loaded { library, index }, size);
        stage.app_mut().set_files(true);
        Self { folder, files: read.files, stage }
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join(name), text).expect("written");
    }

    /// Reads the files again, and what is said of it.
    fn reload(&mut self) -> String {
        let (read, changes) = self.files.again();
        let index = Index::new(&read.library);
        self.stage.app_mut().reload(Arc::new(read.library), Arc::new(index), changes);
        self.files = read.files;
        self.stage.app().notice().map(ToString::to_string).unwrap_or_default()
    }
}

/// Lines to copy are those of what was read before, and so is their marking.
#[test]
fn the_copy_view_keeps_the_marking_of_what_it_shows() {
    let mut desk = Desk::new((80, 24));
    desk.write("secret.toml", &brief("secret", &["hidden"]).replace("GREEN", "RED"));
    desk.reload();
    desk.stage.keys("yy");
    assert!(desk.stage.rows()[0].contains("TLP:RED"), "{}", desk.stage.text());
    fs::remove_file(desk.folder.path().join("secret.toml")).expect("removed");
    desk.reload();
    assert!(desk.stage.rows()[0].contains("TLP:RED"), "{}", desk.stage.text());
    desk.stage.keys("<esc>");
    assert!(desk.stage.rows()[0].contains("TLP:GREEN"), "{}", desk.stage.text());
}

/// What was copied before may have had another text and a lower marking.
#[test]
fn what_was_copied_before_does_not_stand_above_what_is_read_again() {
    let mut desk = Desk::new((80, 24));
    desk.stage.app_mut().set_clipboard(Clipboard::Terminal);
    desk.stage.keys("ya");
    desk.write("note.toml", &brief("note", &EVENTS).replace("GREEN", "RED"));
    desk.reload();
    let view = desk.stage.keys("yy").text();
    assert!(view.contains("TLP:RED") && !view.contains("TLP:GREEN"), "{view}");
}

/// The screen without its last row.
fn picture(stage: &mut Stage) -> Vec<String> {
    let mut rows = stage.rows();
    rows.pop();
    rows
}

#[test]
fn nothing_moves_where_nothing_changed() {
    let again = loaded(&LoadRequest { builtin: true, ..LoadRequest::default() });
    for size in [(40, 12), (80, 24), (120, 40), (200, 60)] {
        for keys in [
            "",
            "jjj",
            "2jj",
            "22G",
            "3jo",
            "4jjvv",
            "Gw",
            "jjpkk",
            "i",
            "/rama",
            "/rama<down><down>",
            "/rama<enter>",
            "/rama<tab>j",
            "ffir<enter>2j",
            "fira",
            "b",
            "bjj",
            "bj<enter>",
            "Q",
            "Qjj",
            "?",
            "?<down><down>",
            "gpj",
            "gh",
            "mjmB<down>",
            ":rea",
            "<",
            ">>",
            "sn",
            "t10 sep",
            "gl1",
            "yy",
            "Q/iran",
            "2o3oj",
            "jjj<enter>jjj",
            ",",
            "|jj4jjj",
            "z",
        ] {
            let mut stage = Stage::new(&BUILT_IN, size);
            stage.keys(keys);
            let before = picture(&mut stage);
            let (library, index) = (Arc::clone(&again.library), Arc::clone(&again.index));
            stage.app_mut().reload(library, index, Changes::default());
            let notice = stage.app().notice().map(ToString::to_string);
            assert_eq!(notice.as_deref(), Some("read again: nothing changed"), "{size:?} {keys}");
            assert_eq!(picture(&mut stage), before, "{size:?} {keys}");
        }
    }
}

#[test]
fn what_comes_in_above_moves_no_row_and_no_line() {
    for size in [(80, 24), (120, 40)] {
        let mut desk = Desk::new(size);
        desk.stage.keys("jjjjjjjj4jjjjj");
        let before = picture(&mut desk.stage);
        // Two events before all others, and lines above those that are read.
        let text = brief("note", &EVENTS).replace("ninth line 0\n", "new\n\nninth line 0\n");
        let more =
            "[[event]]\nid = \"older\"\ntitle = \"Older\"\ntype = \"other\"\nwhen = \"2020\"\n";
        desk.write("note.toml", &format!("{text}{more}{}", more.replace("older", "oldest")));
        assert_eq!(desk.reload(), "read again: 1 file changed, 2 events new");
        let after = picture(&mut desk.stage);
        let moved: Vec<_> = before.iter().zip(&after).filter(|(was, is)| was != is).collect();
        // The counts in the header and in the title of the timeline.
        assert!(moved.len() <= 2, "{size:?} {moved:#?}\n{}", after.join("\n"));
        assert_eq!(desk.stage.subject(), "event:ninth");
    }
}

#[test]
fn what_is_gone_is_left_out_and_told() {
    let mut desk = Desk::new((80, 24));
    desk.stage.keys("jjjjpjmjo");
    assert_eq!(desk.stage.subject(), "event:seventh");
    let left: Vec<&str> =
        EVENTS.into_iter().filter(|event| !["fifth", "seventh"].contains(event)).collect();
    desk.write("note.toml", &brief("note", &left));
    let said = desk.reload();
    assert_eq!(
        said,
        "read again: 1 file changed, 2 events gone; gone: The seventh thing; \
         pinned, and gone: The fifth thing; no lens any more on The seventh thing"
    );
    assert_eq!(desk.stage.subject(), "event:eighth", "the nearest row");
    assert!(desk.stage.app().pinned().is_none() && desk.stage.app().lenses().is_empty());
    let bookmark = desk.stage.app().bookmarks()[0].reference.to_string();
    assert_eq!(bookmark, "event:note#sixth");
    let sixth = desk.stage.app().library().find_reference("sixth").expect("it is there");
    assert!(desk.stage.app().is_bookmarked(sixth));
    assert!(desk.stage.text().contains("The eighth thing"));
}

#[test]
fn the_trail_leads_to_the_same_places() {
    let mut desk = Desk::new((80, 24));
    desk.stage.keys("jj/eleventh<enter>2j1");
    let older = "[[event]]\nid = \"older\"\ntitle = \"Older\"\ntype = \"other\"\nwhen = \"2020\"\n";
    desk.write("note.toml", &(brief("note", &EVENTS[1..]) + older));
    desk.reload();
    desk.stage.keys("HH");
    assert_eq!(desk.stage.subject(), "event:third");
    // What led to the first event leads there no more.
    desk.stage.keys("HHHH");
    assert_eq!(desk.stage.subject(), "event:third");
    desk.stage.keys("n");
    assert_eq!(desk.stage.subject(), "event:eleventh", "hits are the same");
}

/// Questions and gaps have no ids of their own, and are counted as they stand in the file.
#[test]
fn a_question_stays_the_same_though_another_comes_before_it() {
    let mut desk = Desk::new((80, 24));
    let asked = |words: &[&str]| {
        let one =
            |word: &&str| format!("[[qa]]\nquestion = \"Is it {word}?\"\nanswer = \"Yes.\"\n");
        brief("note", &EVENTS) + &words.iter().map(one).collect::<Vec<_>>().concat()
    };
    desk.write("note.toml", &asked(&["true", "false"]));
    desk.reload();
    desk.stage.keys("Q<down><enter>m");
    assert_eq!(desk.stage.subject(), "qa:qa-2");
    desk.write("note.toml", &asked(&["new", "true", "false"]));
    desk.reload();
    assert_eq!(desk.stage.subject(), "qa:qa-3");
    assert!(desk.stage.text().contains("Is it false?"), "{}", desk.stage.text());
    let app = desk.stage.app();
    assert!(app.is_bookmarked(app.subject().expect("the question")));
}

#[test]
fn a_broken_file_keeps_its_text_and_says_so_until_it_is_mended() {
    for size in [(40, 12), (80, 24), (120, 40)] {
        let mut desk = Desk::new(size);
        desk.stage.keys("jj");
        desk.write("note.toml", &brief("note", &EVENTS).replace("id = \"third\"", "id \"third\""));
        let said = desk.reload();
        assert!(said.contains("note.toml: line "), "{said}");
        assert!(
            said.ends_with(" cannot be read; the last good text is shown  TLP:GREEN"),
            "{said}"
        );
        assert_eq!(desk.stage.subject(), "event:third");
        desk.stage.keys("<down><up>gg");
        let text = desk.stage.text();
        assert!(text.contains("TLP:GREEN"), "{text}");
        if size.0 >= 80 {
            assert!(text.contains("the last good text is shown"), "{text}");
            assert!(desk.stage.rows()[0].contains("! note.toml: last good text"), "{text}");
        }
        desk.write("note.toml", &brief("note", &EVENTS));
        assert_eq!(desk.reload(), "read again: 1 file changed");
        assert!(!desk.stage.text().contains("last good text"));
    }
}

#[test]
fn the_page_of_all_briefs_tells_a_broken_file_from_a_refused_one() {
    let mut desk = Desk::new((120, 40));
    desk.write("note.toml", &brief("note", &EVENTS).replace("id = \"third\"", "id \"third\""));
    desk.reload();
    desk.stage.keys("b");
    let header = desk.stage.rows()[0].clone();
    assert!(header.contains("! note.toml: last good text"), "{header}");
    assert!(!header.contains("refused"), "{header}");
    desk.write("other.toml", "no brief");
    desk.reload();
    let header = desk.stage.rows()[0].clone();
    assert!(header.contains("! 1 refused · ! note.toml: last good text"), "{header}");
}

#[test]
fn files_come_and_go() {
    let mut desk = Desk::new((80, 24));
    desk.write("more.toml", &brief("more", &["alone"]));
    assert_eq!(desk.reload(), "read again: 1 file new, 1 event new");
    desk.stage.keys("bj<enter>");
    fs::remove_file(desk.folder.path().join("more.toml")).expect("removed");
    fs::remove_file(desk.folder.path().join("note.toml")).expect("removed");
    let said = desk.reload();
    assert!(said.starts_with("read again: 2 files gone, 13 events gone; gone: "), "{said}");
    assert!(desk.stage.text().contains("No event is loaded."), "{}", desk.stage.text());
    desk.write("note.toml", &brief("note", &EVENTS));
    assert_eq!(desk.reload(), "read again: 1 file new, 12 events new");
    assert!(desk.stage.app().subject().is_some());
}

#[test]
fn the_disk_is_told_of_once_where_nothing_else_is_said() {
    let mut desk = Desk::new((80, 24));
    let said = |desk: &Desk| desk.stage.app().notice().map(ToString::to_string);
    desk.stage.keys("p");
    let pinned = said(&desk);
    assert!(desk.stage.app_mut().see_disk(true));
    assert_eq!(said(&desk), pinned, "what was said stays");
    desk.stage.keys("j");
    assert_eq!(said(&desk).as_deref(), Some("changed on disk; r reads it"));
    desk.stage.keys("j");
    assert_eq!(said(&desk), None);
    assert!(desk.stage.rows()[0].contains("changed on disk"), "{}", desk.stage.text());
    assert!(desk.stage.app_mut().see_disk(false));
    assert!(!desk.stage.rows()[0].contains("changed on disk"));
    assert!(!desk.stage.app_mut().see_disk(false), "no news");
}

#[test]
fn with_built_in_briefs_alone_there_is_nothing_to_read_again() {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    stage.keys("r");
    let said = stage.app().notice().map(ToString::to_string);
    assert_eq!(said.as_deref(), Some("only the built-in briefs are read, and they do not change"));
}
