//! What is a draft says so at every size; what is not read has a row and nothing more.

use crate::lists::footer;
use crate::stage::{Loaded, Stage, loaded};
use attache::library::load::LoadRequest;
use std::fs;

/// A draft of an event in January, a brief of one in March that is none, and an older edition of it.
fn briefs() -> Loaded {
    let folder = tempfile::TempDir::new().expect("a folder");
    for (name, id, header, month) in [
        ("a.toml", "a", "status = \"draft\"", "01"),
        ("b-1.toml", "b", "revision = 1\nstatus = \"draft\"", "02"),
        ("b-2.toml", "b", "revision = 2", "03"),
    ] {
        let text = format!(
            "schema = 2\n[brief]\nid = \"{id}\"\ntitle = \"Brief {id}\"\ntlp = \"AMBER+STRICT\"\n\
             {header}\n[[event]]\nid = \"e{month}\"\ntitle = \"E\"\nwhen = \"2022-{month}-01\"\n\
             type = \"other\"\n"
        );
        fs::write(folder.path().join(name), text).expect("a file");
    }
    loaded(&LoadRequest { paths: vec![folder.path().into()], ..LoadRequest::default() })
}

#[test]
fn a_draft_that_is_selected_says_so_at_every_size_and_nothing_else_does() {
    let briefs = briefs();
    for size in [(120, 40), (80, 24), (40, 12), (26, 6), (60, 1)] {
        let mut stage = Stage::new(&briefs, size);
        assert_eq!(stage.subject(), "event:e01");
        let row = stage.rows().remove(0);
        assert!(row.contains("DRAFT") && row.contains("TLP:AMBER+STRICT"), "{size:?}: {row}");
        stage.keys("j");
        assert_eq!(stage.subject(), "event:e03", "{size:?}");
        let row = stage.rows().remove(0);
        assert!(!row.contains("DRAFT") && row.contains("TLP:AMBER+STRICT"), "{size:?}: {row}");
    }
}

#[test]
fn where_there_is_no_room_for_both_the_marking_stays() {
    let mut stage = Stage::new(&briefs(), (20, 6));
    let row = stage.rows().remove(0);
    assert!(row.contains("TLP:AMBER+STRICT") && !row.contains("DRAFT"), "{row}");
}

#[test]
fn the_page_of_all_briefs_tells_drafts_and_what_is_not_read() {
    let mut stage = Stage::new(&briefs(), (80, 24));
    let text = stage.keys("b").text();
    assert!(text.contains("All 2 briefs, 1 draft"), "{text}");
    assert!(text.contains("draft, 1 event 2022"), "{text}");
    assert!(text.contains("b-1.toml: older edition, r1, not read"), "{text}");
    let row = footer(stage.keys("G<enter>"));
    assert!(row.contains("nothing to open"), "{row}");
    let findings = stage.keys("<esc>gp").text();
    assert!(findings.contains("information I250"), "{findings}");
}

#[test]
fn a_brief_in_the_place_of_a_built_in_one_says_so_in_the_header_and_in_its_row() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let text = "schema = 2\n[brief]\nid = \"iran-unrest-2022\"\ntitle = \"Unrest\"\ntlp = \"CLEAR\"\n\
                revision = 99\n[[event]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"2022\"\ntype = \"other\"\n";
    fs::write(folder.path().join("unrest.toml"), text).expect("a file");
    let folder = Some(folder.path().into());
    let briefs = loaded(&LoadRequest { builtin: true, folder, ..LoadRequest::default() });
    for (size, words) in
        [((120, 40), "! 1 brief replaces a built-in one"), ((80, 24), "! 1 replaced")]
    {
        let mut stage = Stage::new(&briefs, size);
        let row = stage.rows().remove(0);
        assert!(row.contains(words), "{size:?}: {row}");
        let screen = stage.keys("b").text();
        assert!(screen.contains("in place of the built-in brief"), "{size:?}: {screen}");
    }
}
