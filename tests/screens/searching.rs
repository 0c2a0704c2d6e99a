//! What the search says beside its hits: what else can be typed, what is in force, what was not read.

use crate::stage::{BUILT_IN, SMALL, Stage};
use attache::app::Mode;
use attache::search::OPERATORS;

/// The row in which a query is typed, after these keys.
fn line(width: u16, keys: &str) -> String {
    Stage::new(&BUILT_IN, (width, 24)).keys(keys).rows().swap_remove(0)
}

#[test]
fn an_empty_line_says_what_can_be_typed() {
    for (width, told) in [
        (
            120,
            "also \"these words\" · lapid OR rama · -without · is:disputed · in:leak · after:2022-09",
        ),
        (80, "also \"these words\" · OR · -without · is: in: after: before:"),
        (60, "\"words\" OR -word is: in: after:"),
    ] {
        assert!(line(width, "/").contains(told), "{width}: {}", line(width, "/"));
        assert!(!line(width, "/rama").contains("OR"), "{}", line(width, "/rama"));
    }
    assert!(line(80, "/ra").contains("also \""), "{}", line(80, "/ra"));
}

#[test]
fn an_operator_says_what_it_takes_until_it_is_in_force() {
    let text = Stage::new(&BUILT_IN, (80, 24)).keys("/rama<space>is:").rows().swap_remove(0);
    assert!(text.contains("`is:` takes"), "{text}");
    let text = line(80, "/israel<space>is:disputed");
    assert!(text.contains("is:disputed · typo ok"), "{text}");
    let text = line(80, "/lapid<space>OR<space>rama<space>-iran");
    assert!(text.contains("-iran · lapid OR rama · typo ok"), "{text}");
    let text = Stage::new(&BUILT_IN, (80, 24)).keys("/rama<space>is:dus").text();
    assert!(text.contains("`is:` takes disputed"), "{text}");
    assert!(!text.contains("fewer"), "{text}");
}

#[test]
fn the_help_tells_every_operator() {
    for keys in ["?", "/<f1>"] {
        let mut stage = Stage::new(&BUILT_IN, (80, 24));
        stage.keys("<esc>").keys(keys);
        let Mode::Chooser(help) = stage.app().mode() else { unreachable!("{keys} opens no help") };
        for (form, meaning) in OPERATORS {
            let told = |entry: &attache::app::Entry| {
                (entry.lead.as_str(), entry.text.as_str()) == (*form, *meaning)
            };
            assert_eq!(help.all().filter(|entry| told(entry)).count(), 1, "{form}");
        }
    }
}

#[test]
fn files_that_were_not_read_are_told_beside_hits_and_where_there_are_none() {
    for (width, keys) in
        [(80, "/heron"), (120, "/heron"), (80, "/qqjkzx"), (80, "/"), (60, "/heron")]
    {
        let rows = Stage::new(&SMALL, (width, 24)).keys(keys).rows();
        assert!(rows[0].contains("1 file was not read"), "{width} {keys}: {}", rows[0]);
    }
    for keys in ["/rama", "/qqjkzx", "/"] {
        let text = Stage::new(&BUILT_IN, (80, 24)).keys(keys).text();
        assert!(!text.contains("not read"), "{text}");
    }
}
