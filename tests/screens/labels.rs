//! The marking on the screen.

use crate::stage::{Stage, loaded};
use attache::library::load::LoadRequest;

/// The lists show the titles of all that is loaded.
#[test]
fn the_first_row_has_the_highest_marking_of_all_that_is_loaded() {
    let head = "schema = 1\n[brief]\nid = \"b\"\ntitle = \"B\"\ntlp = \"CLEAR\"\n";
    let event = |id: &str, tlp: &str| {
        format!(
            "[[event]]\nid = \"{id}\"\ntitle = \"{id}\"\nwhen = \"2021\"\ntype = \"other\"\n{tlp}\n"
        )
    };
    for (tlp, label) in [("tlp = \"RED\"", "TLP:RED"), ("", "TLP:CLEAR")] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("b.toml");
        std::fs::write(&path, format!("{head}{}{}", event("one", ""), event("two", tlp)))
            .expect("written");
        let briefs = loaded(&LoadRequest { paths: vec![path], ..LoadRequest::default() });
        for size in [(80, 24), (40, 12), (120, 40)] {
            let first = Stage::new(&briefs, size).rows()[0].clone();
            assert!(first.trim_end().ends_with(label), "{size:?}: {first}");
        }
    }
}
