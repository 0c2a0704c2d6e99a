//! The first row of a set that is not as it was sealed.

use crate::panes::header;
use crate::stage::{Stage, loaded};
use attache::library::Day;
use attache::library::load::{LoadRequest, seal_folder};
use std::fs;

/// A brief with a long name and errors beside a registry.
const BRIEF: &str = "schema = 2\n[brief]\nid = \"note\"\ntlp = \"CLEAR\"\nas-of = \"2023-11-15\"\n\
    title = \"Attacks on the systems of the harbours of the Adriatic and what came of them\"\n\
    [source.s]\ntitle = \"S\"\n[[event]]\nid = \"a\"\ntitle = \"A\"\nwhen = \"2022-13\"\ntype = \"other\"\n";

#[test]
fn what_is_wrong_with_a_set_stands_before_all_else_that_is_wrong_and_is_never_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("_registry")).unwrap();
    fs::write(at("note.toml"), BRIEF).unwrap();
    for name in ["a", "b"] {
        fs::write(at(&format!("_registry/{name}.toml")), "").unwrap();
    }
    let day = Day::parse_iso("2026-11-30").unwrap();
    seal_folder(folder.path(), Some("set"), None, day).unwrap();
    let words = |width| {
        let paths = vec![folder.path().to_path_buf()];
        let loaded = loaded(&LoadRequest { paths, ..LoadRequest::default() });
        header(&mut Stage::new(&loaded, (width, 24)))
    };
    assert!(!words(80).contains("sealed"), "{}", words(80));

    fs::write(at("_registry/a.toml"), "#").unwrap();
    for width in [80, 90, 100, 120] {
        let row = words(width);
        assert!(row.contains("! not as sealed") || row.contains("! 1 file not as sealed"), "{row}");
        let before = |other: &str| row.find(other).is_none_or(|at| row.find("sealed") < Some(at));
        assert!(before("error") && before("refused"), "{row}");
    }
    fs::remove_file(at("_registry/b.toml")).unwrap();
    assert!(words(80).contains("! 2 files not as sealed"), "{}", words(80));
    fs::write(at("_registry/a.toml"), "").unwrap();
    assert!(words(80).contains("! 1 file of the set missing"), "{}", words(80));
}
