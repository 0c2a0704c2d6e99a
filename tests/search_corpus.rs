//! The synthetic corpus is a set of good briefs, the same for the same seed.
#![expect(clippy::indexing_slicing, reason = "every place is below the length it was drawn from")]

use attache::diag::Severity;
use attache::library::Kind;
use attache::library::load::{LoadRequest, load};

#[path = "../examples/corpus/generate.rs"]
mod generate;

#[test]
fn generated_briefs_have_no_errors() {
    let options = generate::Options { events: 1100, ..generate::Options::default() };
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in generate::files(&options) {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let paths = vec![folder.path().to_owned()];
    let library = load(&LoadRequest { paths, ..LoadRequest::default() });
    let errors: Vec<_> =
        library.findings().iter().filter(|finding| finding.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    // One brief of eleven replaces another one, which is not read.
    assert_eq!(library.listed(Kind::Event).len(), 1000);
    for kind in Kind::ALL {
        assert!(!library.listed(*kind).is_empty(), "no {}", kind.word());
    }
}

#[test]
fn the_same_seed_makes_the_same_files() {
    let options = generate::Options { events: 30, ..generate::Options::default() };
    assert_eq!(generate::files(&options), generate::files(&options));
    let other = generate::Options { seed: 2, ..options };
    assert_ne!(generate::files(&options), generate::files(&other));
}
