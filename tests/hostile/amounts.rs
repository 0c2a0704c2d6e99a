//! The shapes of `shapes.rs` in small: what is said of them stays in proportion to what was read.

use crate::run;
use crate::shapes::SHAPES;
use attache::library::load::{LoadRequest, load};
use std::fmt::Write as _;
use std::path::Path;
use tempfile::TempDir;

/// Which part of the full size is enough to see a product of two numbers.
const PART: usize = 40;

fn folder(at: usize) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in SHAPES[at].files(PART) {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder
}

fn size(folder: &Path) -> usize {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files
        .map(|path| if path.is_dir() { size(&path) } else { std::fs::read(path).unwrap().len() })
        .sum()
}

fn walk(part: usize) {
    assert!(SHAPES.len() >= 20);
    let mut faults = String::new();
    for at in (part..SHAPES.len()).step_by(2) {
        let folder = folder(at);
        run::commands(folder.path(), None, &mut faults);
        run::walk(folder.path(), (120, 40), None, &mut faults);
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn what_multiplies_is_read_like_anything_else_1() {
    walk(0);
}

#[test]
fn what_multiplies_is_read_like_anything_else_2() {
    walk(1);
}

/// Every title as lists and other pages quote it: a name of some length at the most, however long it is.
#[test]
fn no_title_is_quoted_at_any_length() {
    let mut faults = String::new();
    for (at, shape) in SHAPES.iter().enumerate() {
        let folder = folder(at);
        let paths = vec![folder.path().to_owned()];
        let library = load(&LoadRequest { paths, ..LoadRequest::default() });
        for (id, item) in library.items() {
            for quoted in [library.title(id), library.full_title(id), library.value(id)] {
                let length = quoted.as_str().chars().count();
                // A date may follow.
                if length > 360 {
                    writeln!(
                        faults,
                        "{}: {} is quoted with {length}",
                        shape.name,
                        item.slug.shown()
                    )
                    .unwrap();
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

/// Findings: neither more nor longer than what they are about.
#[test]
fn findings_stay_in_proportion_to_what_was_read() {
    let mut faults = String::new();
    for (at, shape) in SHAPES.iter().enumerate() {
        let folder = folder(at);
        let mut ignored = String::new();
        let check = ["check".as_ref(), folder.path().as_os_str()];
        let said = run::pipes(&check, &mut ignored).out.len();
        let read = size(folder.path());
        // A finding with its place, its line and its help has some hundreds of bytes, its cause ten.
        if said > 60 * read + 20_000 {
            writeln!(faults, "{}: {said} bytes about {read}", shape.name).unwrap();
        }
    }
    assert!(faults.is_empty(), "{faults}");
}
