//! Every file of `fuzz/corpus/` through the target that it is for; `fuzz/README.md` says how to add one.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

#[path = "../fuzz/src/targets.rs"]
mod targets;

fn replay(name: &str, target: fn(&[u8]), least: usize) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= least, "the corpus of {name} is there");
    for file in files {
        target(&std::fs::read(file).unwrap());
    }
}

#[test]
fn corpus_of_briefs() {
    replay("brief", targets::brief, 20);
}

#[test]
fn corpus_of_texts() {
    replay("clean", targets::clean, 20);
}

#[test]
fn corpus_of_searches() {
    replay("search", targets::search, 15);
}

#[test]
fn corpus_of_screens() {
    replay("render", targets::render, 15);
}

#[test]
fn corpus_of_settings() {
    replay("settings", targets::settings, 12);
}

#[test]
fn corpus_of_sealed_sets() {
    replay("seal", targets::seal, 10);
}
