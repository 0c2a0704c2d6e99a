//! The briefs of `briefs/`, each by every command and in a terminal.

use crate::run;
use std::collections::BTreeSet;
use std::path::PathBuf;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/hostile/briefs")
}

/// Name and marking of every brief; `NONE` is a file that is refused.
fn table() -> Vec<(String, String)> {
    let table = std::fs::read_to_string(folder().join("EXPECTED.tsv")).unwrap();
    let rows = table.lines().skip(1).map(|row| row.split('\t').collect::<Vec<_>>());
    rows.map(|row| match row[..] {
        [name, marking, what] if !what.is_empty() => (name.to_owned(), marking.to_owned()),
        _ => panic!("{row:?}"),
    })
    .collect()
}

#[test]
fn every_brief_stands_in_the_table_and_there_are_enough() {
    let files = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let files: BTreeSet<String> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let table: BTreeSet<String> = table().into_iter().map(|(name, _)| name).collect();
    assert_eq!(files, table);
    assert!(files.len() >= 80);
}

fn check(part: usize) {
    let mut faults = String::new();
    for (name, marking) in table().into_iter().skip(part).step_by(4) {
        let path = folder().join(format!("{name}.toml"));
        let marking = Some(marking.as_str()).filter(|marking| *marking != "NONE");
        run::commands(&path, marking, &mut faults);
        run::walk(&path, (80, 24), marking, &mut faults);
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn no_brief_has_a_voice_1() {
    check(0);
}

#[test]
fn no_brief_has_a_voice_2() {
    check(1);
}

#[test]
fn no_brief_has_a_voice_3() {
    check(2);
}

#[test]
fn no_brief_has_a_voice_4() {
    check(3);
}

/// All of them side by side, in windows of several sizes; the highest marking is that of all.
#[test]
fn all_briefs_together_have_none_either() {
    let mut faults = String::new();
    run::commands(&folder(), Some("RED"), &mut faults);
    for size in [(40, 10), (120, 40), (200, 60)] {
        run::walk(&folder(), size, Some("RED"), &mut faults);
    }
    assert!(faults.is_empty(), "{faults}");
}
