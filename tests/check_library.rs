//! Every fixture of `tests/briefs/bad` that says `# CHECK library` has exactly the findings written
//! beside its lines once the whole library is made of it.

#[path = "support/fixture.rs"]
mod fixture;

use attache::brief;
use attache::diag::{Severity, Sources};
use attache::library::{Collection, Library};
use attache::text;
use fixture::{Outcome, differences, fixtures, kept};
use std::path::Path;

fn text_of(path: &Path) -> String {
    std::io::read_to_string(std::fs::File::open(path).unwrap()).unwrap()
}

/// A library of one brief without a registry.
fn check(text: &str) -> Outcome {
    let mut sources = Sources::default();
    let source = sources.add(text!["fixture.toml"], text);
    let read = brief::read(&sources, source);
    let kept = kept(&read.value);
    let collection = Collection { registry: Vec::new(), briefs: vec![read.value] };
    let library = Library::new(vec![collection], sources.clone(), read.diagnostics, Vec::new());
    Outcome { sources, found: library.findings().to_vec(), kept }
}

#[test]
fn bad_briefs_have_exactly_the_findings_across_records() {
    let mut report = String::new();
    let mut checked = 0;
    for path in fixtures("bad") {
        if text_of(&path).contains("# CHECK library") {
            report.push_str(&differences(&path, check));
            checked += 1;
        }
    }
    assert!(checked > 0);
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn good_briefs_have_no_errors_across_records() {
    for path in fixtures("good") {
        let outcome = check(&text_of(&path));
        let errors: Vec<_> =
            outcome.found.iter().filter(|found| found.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", path.display());
    }
}
